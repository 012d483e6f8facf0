"""What each action of the window does: the functions behind the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, cast, get_args

from orgmodel import __version__
from orgmodel.model import ORGANIZATION
from ui.exporting import EXPORTS
from ui.fitting_row import FittingRow
from ui.inquiries import INQUIRIES
from ui.lens import LENSES
from ui.plain_text import message
from ui.settings import TextSize, ThemeChoice
from ui.text_size import choose as choose_size
from ui.translation import tr

if TYPE_CHECKING:
    from ui.export_window import ExportWindow
    from ui.lens import Lens
    from ui.main_window import MainWindow
    from ui.open_document import OpenDocument
    from ui.pane import PanePlace
    from ui.workspace import Workspace

Handler = Callable[[], object]


class Handlers:
    """Nothing happens where there is nothing to do it with, for an action may be asked for by other ways than menus."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def by_action(self, lenses: tuple[PanePlace, ...], docks: tuple[PanePlace, ...]) -> dict[str, Handler]:
        """The functions by the ids of the actions."""
        return {
            **self._of_files(),
            **self._of_view(lenses, docks),
            **self._of_findings(),
            "undo": self._in_front(lambda space: space.session.undo()),
            "redo": self._in_front(lambda space: space.session.redo()),
            "organization": self._in_front(_show_organization),
            "add-step": self._in_front(_add_step),
            **{place.action: self._in_front(_inquiry(place.action)) for place in INQUIRIES},
            "export-pdf": self._in_front(self._show_export),
            "copy-picture": self._with_lens(self._window.output.copy_picture),
            "copy-table": self._with_lens(self._window.output.copy_table),
            "keyboard": self._show_keys,
            "tour": self._take_tour,
            "about": self._show_about,
        }

    def _of_files(self) -> dict[str, Handler]:
        files, window = self._window.files, self._window
        return {
            "new-reference": files.new_from_reference,
            "new-empty": files.new_empty,
            "open": files.ask_and_open,
            "save": files.save,
            "save-as": files.save_as,
            "reload": files.reload,
            **{action: partial(files.ask_and_export, chosen) for action, chosen in EXPORTS.items()},
            "print": self._with_document(window.output.ask_and_print),
            "print-preview": self._with_document(window.output.preview),
            "close": files.close,
            "quit": window.close,
        }

    def _of_view(self, lenses: tuple[PanePlace, ...], docks: tuple[PanePlace, ...]) -> dict[str, Handler]:
        documents, appearance = self._window.files.documents, self._window.appearance
        return {
            **{place.action: self._in_front(_lens(place.action)) for place in (*LENSES, *lenses)},
            **{place.action: partial(self._switch_dock, place.action) for place in docks},
            "next-pane": partial(self._window.go_round, 1),
            "previous-pane": partial(self._window.go_round, -1),
            "next-document": partial(documents.step, 1),
            "previous-document": partial(documents.step, -1),
            "left-document": partial(documents.shift, -1),
            "right-document": partial(documents.shift, 1),
            "go-to": self._in_front(lambda space: space.going.open_palette()),
            "go-back": self._in_front(lambda space: space.going.step(-1)),
            "go-forward": self._in_front(lambda space: space.going.step(1)),
            **{f"theme-{theme}": partial(appearance.choose, theme) for theme in get_args(ThemeChoice)},
            **{f"text-{size}": partial(choose_size, self._window, size) for size in get_args(TextSize)},
            "reset-layout": self._window.reset_layout,
            "find": self._find,
            "zoom-in": self._with_lens(lambda lens: lens.zoom(1)),
            "zoom-out": self._with_lens(lambda lens: lens.zoom(-1)),
            "zoom-full": self._with_lens(lambda lens: lens.zoom(0)),
            "as-list": self._switch_list,
        }

    def _of_findings(self) -> dict[str, Handler]:
        return {
            "next-finding": partial(self._step_finding, 1),
            "previous-finding": partial(self._step_finding, -1),
            "filter-findings": self._in_front(lambda space: space.findings().focus_filter()),
            "fix-finding": partial(self._act_on_finding, "fix"),
            "waive-finding": partial(self._act_on_finding, "waive"),
            "about-rule": partial(self._act_on_finding, "about"),
        }

    def _in_front(self, act: Callable[[Workspace], object]) -> Handler:
        """Do something with the workspace that is in front; nothing while there is none."""

        def handler() -> None:
            if self._window.workspace:
                act(self._window.workspace)

        return handler

    def _with_lens(self, act: Callable[[Lens], object]) -> Handler:
        """Do something with the lens that is shown."""
        return self._in_front(lambda space: act(space.lens))

    def _with_document(self, act: Callable[[OpenDocument, Lens], object]) -> Handler:
        """Do something with the document in front and the lens that is shown."""

        def handler() -> None:
            if self._window.files.front and self._window.workspace:
                act(self._window.files.front, self._window.workspace.lens)

        return handler

    def _find(self) -> None:
        """Find in what has the keyboard: the findings, where it is there, else the lens."""
        workspace = self._window.workspace
        if workspace and workspace.docks.has_keyboard("dock-findings"):
            workspace.findings().focus_filter()
        elif workspace:
            workspace.lens.find()
            strip = workspace.lens.tools.layout()
            if isinstance(strip, FittingRow):
                strip.open_to_find()

    def _switch_list(self) -> None:
        if self._window.workspace:
            self._window.workspace.show_list(wanted=self._window.actions_by_id["as-list"].isChecked())

    def _switch_dock(self, action: str) -> None:
        if self._window.workspace:
            self._window.workspace.docks.open(action, wanted=self._window.actions_by_id[action].isChecked())

    def _step_finding(self, step: int) -> None:
        workspace = self._window.workspace
        if workspace and not workspace.session.step_finding(step):
            report = workspace.session.report
            is_hidden = report is not None and bool(report.findings)
            self._window.say(
                tr("The filter hides every finding.") if is_hidden else tr("There are no findings to go to.")
            )

    def _act_on_finding(self, action: Literal["fix", "waive", "about"]) -> None:
        workspace = self._window.workspace
        if workspace and not workspace.findings().act(action):
            self._window.say(tr("Choose a finding first: F8 goes to the next one."))

    def _show_export(self, space: Workspace) -> None:
        made = cast("ExportWindow", space.inquiries.window_of("export-pdf"))
        made.use(self._window.files.exporter, self._window.settings)
        made.begin()

    def _show_keys(self) -> None:
        from ui.keyboard_sheet import KeyboardSheet

        KeyboardSheet(self._window.lens_actions(), self._window).open()

    def _take_tour(self) -> None:
        if not self._window.take_tour():
            self._window.say(tr("The samples are not installed here, and the tour is in one of them."))

    def _show_about(self) -> None:
        message(
            self._window,
            f"orgmodel {__version__}",
            tr(
                "Who supports what, from the first alert to the fix.\n\nApache-2.0. Type: IBM Plex Sans (OFL-1.1). "
                "Icons: Lucide (ISC)."
            ),
        ).open()


def _lens(action: str) -> Callable[[Workspace], None]:
    return lambda space: space.show_lens(action)


def _inquiry(action: str) -> Callable[[Workspace], None]:
    return lambda space: space.inquiries.open(action)


def _add_step(space: Workspace) -> None:
    """Add a step of the presentation, with the keyboard in its name."""
    from ui.steps import step_from

    session = space.session
    command, made = step_from(session.document, space.lens_id, session.selection)
    if session.execute(command):
        session.fill_in(made, "name")


def _show_organization(space: Workspace) -> None:
    space.session.select(ORGANIZATION)
    space.open_inspector()
