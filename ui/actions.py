"""Every action of the window as data: the menus, the buttons and the sheet of keys are made from this one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from orgmodel.model.value import value
from ui.settings import TextSize
from ui.translation import tr


@value
class ActionRow:
    """One thing to do. Actions of one `group` exclude each other; `switches` are on or off; the tip is a sentence.

    `title` names it where its menu does not stand around it; several shortcuts are parted by semicolons, the one to
    show first.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    group: str = ""
    switches: bool = False
    title: str = ""

    @property
    def name(self) -> str:
        """Its title, else the text without the mark of its access key."""
        return tr(self.title or self.text).replace("&", "")


@value
class MenuRow:
    """A menu: ids of actions, menus within, None for a rule between them; `id` names one that is filled as it opens."""

    title: str
    items: tuple[str | MenuRow | None, ...] = ()
    id: str = ""


ACTIONS: Final = (
    ActionRow(
        "new-reference", "&New from the Reference Matrix", "Ctrl+N", "library", "43 responsibilities in four layers"
    ),
    ActionRow("new-empty", "New E&mpty", "Ctrl+Alt+N", "file-plus-corner", "No rows, no teams"),
    ActionRow("open", "&Open…", "Ctrl+O", "folder-open", "Open a model file"),
    ActionRow("save", "&Save", "Ctrl+S", tip="Write the file"),
    ActionRow("save-as", "Save &As…", "Ctrl+Shift+S", tip="Write another file, and go on with that one"),
    ActionRow("reload", "Reloa&d", "F5", tip="Read the file anew; Undo goes back to what was here"),
    ActionRow(
        "export-pdf", "&PDF…", "Ctrl+E", "file-down", "Write the charts that read without the app", title="Export PDF…"
    ),
    ActionRow("export-svg", "&SVG…", tip="Write the chart in front as lines and text", title="Export SVG…"),
    ActionRow("export-png", "P&NG…", tip="Write the chart in front as a picture for a slide", title="Export PNG…"),
    ActionRow("export-xlsx", "&XLSX…", tip="Write the matrix as a workbook to fill in", title="Export XLSX…"),
    ActionRow("export-csv", "&CSV…", tip="Write the matrix as comma-separated text", title="Export CSV…"),
    ActionRow("export-markdown", "&Markdown…", tip="Write the matrix as a Markdown table", title="Export Markdown…"),
    ActionRow("export-json", "&JSON…", tip="Write the whole model with every default resolved", title="Export JSON…"),
    ActionRow("export-mermaid", "M&ermaid…", tip="Write the chain as a flowchart for a wiki", title="Export Mermaid…"),
    ActionRow("export-dot", "&DOT…", tip="Write the chain for the programs of Graphviz", title="Export DOT…"),
    ActionRow("print", "&Print…", "Ctrl+P", tip="Print the lens in front, as wide as the paper", title="Print…"),
    ActionRow("print-preview", "Print Pre&view…", "Ctrl+Alt+P", tip="See the sheets before they are printed"),
    ActionRow("close", "&Close", "Ctrl+W", tip="Close the document in front"),
    ActionRow("quit", "&Quit", "Ctrl+Q", tip="Close the app"),
    ActionRow("undo", "&Undo", "Ctrl+Z", "undo-2", "Nothing to undo"),
    ActionRow("redo", "&Redo", "Ctrl+Shift+Z; Ctrl+Y", "redo-2", "Nothing to redo"),
    ActionRow("copy-picture", "Copy as &Picture", "Ctrl+Alt+C", tip="All that the lens shows, for a slide or a page"),
    ActionRow("copy-table", "Copy as &Table", "Ctrl+Shift+C", tip="All that the lens shows, for a spreadsheet"),
    ActionRow(
        "lens-matrix",
        "&Matrix",
        "Ctrl+1",
        "layout-grid",
        "Who does and who answers for each row",
        "lens",
        True,
        title="Show the Matrix",
    ),
    ActionRow(
        "lens-chain",
        "&Chain",
        "Ctrl+2",
        "waypoints",
        "How a page travels from team to team",
        "lens",
        True,
        title="Show the Chain",
    ),
    ActionRow(
        "lens-teams",
        "&Teams",
        "Ctrl+3",
        "users-round",
        "What each team carries, and what nobody has",
        "lens",
        True,
        title="Show the Teams",
    ),
    ActionRow(
        "lens-oncall",
        "&On Call",
        "Ctrl+4",
        "calendar-clock",
        "Who is on call when, and at which hours nobody is",
        "lens",
        True,
        title="Show On Call",
    ),
    ActionRow("dock-inspector", "&Inspector", tip="Every field of what is selected", switches=True),
    ActionRow("dock-findings", "&Findings", tip="What is wrong, and how to put it right", switches=True),
    ActionRow("next-pane", "&Next Pane", "F6", tip="Go from the lens to its tools, the docks, the counts and round"),
    ActionRow("previous-pane", "&Previous Pane", "Shift+F6", tip="The same the other way round"),
    ActionRow(
        "go-to", "&Go To…", "Ctrl+K", "search", "Go to a team, row or finding, or do anything, by a part of its name"
    ),
    ActionRow("go-back", "Bac&k", "F9", "chevron-left", "Go to where you were before"),
    ActionRow("go-forward", "For&ward", "Shift+F9", "chevron-right", "Go to where you were before going back"),
    ActionRow("find", "Fin&d…", "Ctrl+F", tip="Find as you type, in the lens or in the list of findings"),
    ActionRow("zoom-in", "&Zoom In", "Ctrl++; Ctrl+=", tip="Draw the lens larger"),
    ActionRow("zoom-out", "Zoom O&ut", "Ctrl+-", tip="Draw the lens smaller"),
    ActionRow("zoom-full", "Zoom to &100 %", "Ctrl+0", tip="Draw the lens at its own size"),
    ActionRow("as-list", "As a &List", "Ctrl+Shift+L", tip="Show the same as lines of text", switches=True),
    ActionRow(
        "next-document", "&Next", "Ctrl+Tab; Ctrl+PgDown", tip="Bring the next tab to the front", title="Next Document"
    ),
    ActionRow(
        "previous-document",
        "&Previous",
        "Ctrl+Shift+Tab; Ctrl+PgUp",
        tip="Bring the tab before to the front",
        title="Previous Document",
    ),
    ActionRow(
        "left-document",
        "Move to the &Left",
        "Ctrl+Shift+PgUp",
        tip="Put the tab in front one place to the left",
        title="Move the Tab to the Left",
    ),
    ActionRow(
        "right-document",
        "Move to the &Right",
        "Ctrl+Shift+PgDown",
        tip="Put the tab in front one place to the right",
        title="Move the Tab to the Right",
    ),
    ActionRow("theme-system", "Like the &System", group="theme", switches=True, title="Theme like the System"),
    ActionRow("theme-light", "&Light", group="theme", switches=True, title="Light Theme"),
    ActionRow("theme-dark", "&Dark", group="theme", switches=True, title="Dark Theme"),
    ActionRow("theme-contrast", "High &Contrast", group="theme", switches=True, title="High Contrast Theme"),
    *(
        ActionRow(f"text-{size}", f"&{place} {size} %", group="text", switches=True, title=f"Text Size {size} %")
        for place, size in enumerate(get_args(TextSize), 1)
    ),
    ActionRow("reset-layout", "&Reset Layout", tip="Window, docks and lens as they were in the beginning"),
    ActionRow(
        "organization",
        "&Organisation…",
        "Ctrl+I",
        tip="Its name, owner, version and class, as they stand on every page of the PDF",
    ),
    ActionRow(
        "add-step",
        "Add &Step from This View",
        "Ctrl+Alt+S",
        tip="One more step of the presentation: this lens, about what is selected",
    ),
    ActionRow(
        "walk-page",
        "&Walk a Page…",
        "Ctrl+Shift+P",
        "siren",
        "Who has a page for the selected row when, and where it is dropped",
    ),
    ActionRow(
        "suggest-owners",
        "&Suggest Owners…",
        "Ctrl+Shift+O",
        "users-round",
        "A plan for all rows that have no owner, to be taken or left row by row",
    ),
    ActionRow(
        "what-if",
        "What &If…",
        "Ctrl+Shift+I",
        "git-branch",
        "What would become of a team that is removed, merged, split or made smaller",
    ),
    ActionRow("show-load", "&Load…", "Ctrl+L", "gauge", "What each team carries, and how it adds up"),
    ActionRow("next-finding", "&Next Finding", "F8", tip="Select and show what the next finding is about"),
    ActionRow("previous-finding", "&Previous Finding", "Shift+F8", tip="Select and show what the one before is about"),
    ActionRow("filter-findings", "&Filter Findings…", "Ctrl+Shift+F", tip="Choose which findings are listed, and how"),
    ActionRow("fix-finding", "Fi&x This Finding…", "Ctrl+.", tip="Choose from what would put the finding right"),
    ActionRow("waive-finding", "&Waive This Finding…", tip="Accept the finding for a while, with a reason"),
    ActionRow("about-rule", "&About This Rule", "Shift+F1", tip="What the rule of the finding means, and why it hurts"),
    ActionRow("keyboard", "&Keyboard Shortcuts", "F1", tip="Every key on one sheet"),
    ActionRow(
        "tour",
        "&Tour",
        icon="book-open",
        tip="Five steps in a copy of a sample, left at any time",
        title="Take the Tour",
    ),
    ActionRow("about", "&About orgmodel", tip="Version and licences"),
)

NEEDS_DOCUMENT: Final = frozenset(
    row.id
    for row in ACTIONS
    if row.id.startswith(
        ("save", "reload", "export", "print", "copy", "lens", "dock", "zoom", "find", "go-", "as-list")
    )
    or row.id.endswith(("-finding", "-findings", "-rule"))
    or row.id.endswith(("-document", "-pane"))
    or row.id in {"organization", "close", "undo", "redo"}
    or row.id in {"walk-page", "what-if", "suggest-owners", "show-load", "add-step"}
)
"""Disabled while nothing is open."""

MENUS: Final = (
    MenuRow(
        "&File",
        (
            *("new-reference", "new-empty", "open"),
            MenuRow("Open &Recent", id="recent"),
            MenuRow("Open a Samp&le", id="samples"),
            None,
            *("save", "save-as", "reload"),
            MenuRow(
                "&Export",
                (
                    "export-pdf",
                    "export-svg",
                    "export-png",
                    "export-xlsx",
                    "export-csv",
                    "export-markdown",
                    "export-json",
                    "export-mermaid",
                    "export-dot",
                ),
            ),
            *("print", "print-preview"),
            None,
            *("close", "quit"),
        ),
    ),
    MenuRow("&Edit", ("undo", "redo", None, "copy-picture", "copy-table"), id="edit"),
    MenuRow(
        "&View",
        (
            *("lens-matrix", "lens-chain", "lens-teams", "lens-oncall"),
            None,
            *("go-to", "go-back", "go-forward"),
            None,
            *("as-list", "find"),
            None,
            *("zoom-in", "zoom-out", "zoom-full"),
            None,
            *("dock-inspector", "dock-findings", "next-pane", "previous-pane"),
            None,
            MenuRow("Docum&ents", ("next-document", "previous-document", None, "left-document", "right-document")),
            None,
            MenuRow("T&heme", ("theme-system", "theme-light", "theme-dark", "theme-contrast")),
            MenuRow("Te&xt Size", tuple(f"text-{size}" for size in get_args(TextSize))),
            "reset-layout",
        ),
    ),
    MenuRow("&Model", ("organization", "add-step", None, "walk-page", "what-if", "show-load")),
    MenuRow(
        "F&indings",
        (
            *("next-finding", "previous-finding", "filter-findings"),
            None,
            *("fix-finding", "suggest-owners", "waive-finding", "about-rule"),
        ),
    ),
    MenuRow("&Help", ("tour", "keyboard", "about")),
)


class Actions:
    """The actions of one window by id."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        self._by_id: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for row in ACTIONS:
            action = self._by_id[row.id] = QAction(tr(row.text), window)
            action.setObjectName(row.id)
            action.setCheckable(row.switches)
            if row.shortcut:
                action.setShortcuts(QKeySequence.listFromString(row.shortcut))
            if row.tip:
                action.setToolTip(tr(row.tip))
            if row.group:
                groups.setdefault(row.group, QActionGroup(window)).addAction(action)
            action.triggered.connect(_without_state(handlers[row.id]))
            window.addAction(action)

    def __getitem__(self, action: str) -> QAction:
        return self._by_id[action]

    def enable(self, *, with_document: bool) -> None:
        for action in NEEDS_DOCUMENT:
            self._by_id[action].setEnabled(with_document)


def _without_state(handler: Callable[[], object]) -> Callable[..., None]:
    """Qt hands over whether an action is on; ours ask the action."""

    def triggered(*_: object) -> None:
        handler()

    return triggered
