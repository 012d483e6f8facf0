"""The words of the frame in another language: a translator that brackets every text shows which ones it never saw."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QToolButton, QWidget

import ui
from docs.collect_texts import LIBRARY, texts_of, texts_of_library
from orgmodel.model import Organization
from ui.go_to_button import GoToButton
from ui.ink_line import InkLine
from ui.lens import LENSES
from ui.main_window import MainWindow
from ui.start.buttons import SampleButton

KEYS = {"Ctrl", "Shift", "Alt", "Esc", "Enter", "Tab", "Up", "Down", "Left", "Right", "Del", "Backspace", "Space"}
KEYS |= {"Return", "PgUp", "PgDown", "Home", "End", "Ins"}
NAMES = KEYS | {"orgmodel", "Ruby", "CSV", "PDF", "JSON", "Markdown", "yaml", "UTC", "min"}
"""What is the same in every language: names of products, of keys, of kinds of file and of units."""
DATES = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October"}
DATES |= {"November", "December"}
"""The library writes dates, as it does on paper."""
WORD = re.compile(r"[^\W\d_]{2,}")


class Brackets(QTranslator):
    """Every text in brackets, and half as long again as ours: no language is much longer."""

    def translate(self, context, text, *_):
        return f"⟦{text}{'~' * (len(text) // 2)}⟧" if text else text

    def isEmpty(self):  # noqa: N802 (Qt asks by this name)
        return False


@pytest.fixture
def bracketed(qapp):
    translator = Brackets()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def foreign(qtbot, bracketed, window):
    """The main window, made with that translator."""
    return window


def ours(text: str, names: set[str]) -> list[str]:
    """The words of a text that no translator has seen; names of the file are nobody's to translate."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    text = re.sub(r"⟦[^⟦⟧]*⟧", " ", re.sub(r"⟦[^⟦⟧]*⟧", " ", text))
    return [word for word in WORD.findall(text) if word not in NAMES | DATES and not re.fullmatch(r"F\d+", word)]


def texts_in(root: QWidget) -> Iterator[tuple[str, str]]:
    """Whose words and which, of all that is seen below."""
    for each in (root, *root.findChildren(QWidget)):
        if not each.isVisible():
            continue
        kind = type(each).__name__
        yield f"name of {kind}", each.accessibleName()
        yield f"tip of {kind}", each.toolTip()
        if isinstance(each, QLabel | QAbstractButton | InkLine):
            yield kind, each.text()
        if isinstance(each, QLineEdit):
            yield kind, each.placeholderText()


def unseen(root: QWidget, names: set[str]) -> list[str]:
    return sorted({f"{whose}: {text!r}" for whose, text in texts_in(root) if ours(text, names)})


def named_in(organization: Organization) -> set[str]:
    """Every text that the file holds."""
    found: set[str] = set()

    def collect(held: object) -> None:
        if isinstance(held, str):
            found.add(held)
        elif isinstance(held, tuple | list | frozenset):
            for each in held:
                collect(each)
        elif type(held).__module__.startswith("orgmodel"):
            for field in getattr(type(held), "__annotations__", ()):
                collect(getattr(held, field, None))

    collect(organization)
    return {name for name in found if len(name) > 2}


def test_the_start_screen_and_the_bars_around_it(qtbot, foreign: MainWindow):
    buttons = foreign.start_screen.findChildren(SampleButton)
    qtbot.waitUntil(lambda: [button for button in buttons if button.sample] == buttons)
    assert len(buttons) == 4
    assert unseen(foreign, {button.sample.name for button in buttons}) == []


def test_the_menus_and_every_action_in_them(foreign: MainWindow):
    missed = []

    def walk(menu: QMenu) -> None:
        missed.extend(menu.title() if ours(menu.title(), set()) else "" for _ in (0,))
        for action in menu.actions():
            missed.extend(text for text in (action.text(), action.toolTip()) if ours(text, set()))
            if action.menu():
                walk(action.menu())

    for action in foreign.menuBar().actions():
        walk(action.menu())
    assert [text for text in missed if text] == []


@pytest.fixture
def opened(qtbot, foreign: MainWindow, sample):
    foreign.files.open_copy(sample.name, sample.read_text("utf-8"))
    qtbot.waitUntil(lambda: foreign.workspace.session.report is not None)
    foreign.resize(1600, 900)
    QApplication.processEvents()
    return foreign


def test_the_frame_around_an_open_document(opened: MainWindow):
    names = named_in(opened.workspace.session.organization)
    workspace = opened.workspace
    for part in (workspace.bar, workspace.rail, opened.tabs, opened.status, opened.document_name):
        assert unseen(part, names) == []
    heads = (dock.head.text().split()[0] for dock in workspace.docks.docks.values())
    assert all(head.startswith("⟦") for head in heads)


@pytest.mark.parametrize("place", LENSES, ids=lambda place: place.action)
def test_the_tools_of_a_lens(opened: MainWindow, place):
    opened.actions_by_id[place.action].trigger()
    QApplication.processEvents()
    assert unseen(opened.workspace.lens.tools, named_in(opened.workspace.session.organization)) == []


def test_what_is_said_on_the_chain(opened: MainWindow):
    opened.actions_by_id["lens-chain"].trigger()
    lens, organization = opened.workspace.lens, opened.workspace.session.organization
    lens.show_subject(organization.teams[0].subject)
    cards = [text for card in lens.view.canvas.cards.values() for text in (card.sentence, card.toolTip())]
    table = lens.table()
    cells = [*table.head, *(cell for _, row in table.rows for cell in row)]
    names = named_in(organization) | {layer.title for layer in organization.layers}
    assert [text for text in (*cards, *cells) if ours(text, names)] == []
    assert unseen(lens, names) == []


@pytest.mark.parametrize("action", ["keyboard", "about"])
def test_the_dialogs_of_the_window(opened: MainWindow, action):
    before = set(QApplication.topLevelWidgets())
    opened.actions_by_id[action].trigger()
    QApplication.processEvents()
    (made,) = (each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in before)
    try:
        assert unseen(made, set()) == []
    finally:
        made.close()


def test_the_tour(opened: MainWindow):
    opened.actions_by_id["tour"].trigger()
    for place in range(6):
        opened.tour.show_step(place)
        assert unseen(opened.tour.card, set()) == []


def test_longer_words_are_not_cut(opened: MainWindow):
    """Buttons and labels of the frame get the room that their words take."""
    cut = []
    workspace = opened.workspace
    parts = (workspace.bar, workspace.lens.tools, workspace.rail, opened.status, opened.tabs)
    for each in (button for part in parts for button in part.findChildren(QAbstractButton)):
        needed = each.sizeHint().width()
        if each.isVisible() and each.width() < needed and each.text() and not _is_icon(each):
            cut.append(f"{type(each).__name__} {each.text()!r}: {each.width()} of {needed}")
    assert cut == []


def _is_icon(button: QAbstractButton) -> bool:
    """Whether it has words, but does not show them, or shows as many as there is room for."""
    is_bare = isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return is_bare or isinstance(button, GoToButton)


def test_what_is_collected_holds_the_texts_that_are_asked_for(opened: MainWindow):
    collected = {text for _, _, text in texts_of()}
    asked = {
        action.text()
        for action in opened.actions_by_id._by_id.values()
        if not action.objectName().startswith(("undo", "redo", "text-"))
    }
    plain = {re.sub(r"~*⟧$", "", text).removeprefix("⟦") for text in asked}
    assert plain <= collected


def test_the_words_of_the_library_are_collected_too():
    collected = {text for _, _, text in texts_of_library()}
    assert {"Application SRE", "Open, not yet discussed", "answers for it", "Monday", "rows", "people"} <= collected
    assert not {"application-sre", "AR", "responsibility"} & collected, "keys are no words"


def test_no_table_of_the_library_is_shown_that_is_not_collected():
    tables = {table for names in LIBRARY.values() for table in names}
    shown = {name for path in Path(ui.__file__).parent.rglob("*.py") for name in tables_asked_for(path)}
    assert {"KIND_NAMES", "PHRASES", "STATE_NAMES"} <= shown <= tables


def tables_asked_for(path: Path) -> Iterator[str]:
    """The constants of the library that a module of the app hands to `tr`."""
    tree = ast.parse(path.read_text("utf-8"))
    froms = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    ours = {name.name for each in froms if (each.module or "").startswith("orgmodel") for name in each.names}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "tr" and call.args:
            for each in ast.walk(call.args[0]):
                if isinstance(each, ast.Name) and each.id in ours and each.id.isupper():
                    yield each.id


def calls_at_import(node: ast.AST, *, is_inside: bool = False) -> Iterator[int]:
    """The lines where `tr` or `plural` is called when a module is read, before there is a translator."""
    for child in ast.iter_child_nodes(node):
        called = child.func if isinstance(child, ast.Call) else None
        if isinstance(called, ast.Name) and called.id in ("tr", "plural") and not is_inside:
            yield called.lineno
        yield from calls_at_import(child, is_inside=is_inside or isinstance(child, (ast.FunctionDef, ast.Lambda)))


def test_nothing_is_translated_before_there_is_a_translator() -> None:
    assert list(calls_at_import(ast.parse("HINT = tr('Press A')\ndef said():\n    return tr('A')\n"))) == [1]
    modules = Path(ui.__file__).parent.rglob("*.py")
    early = {path.name: list(calls_at_import(ast.parse(path.read_text(encoding="utf-8")))) for path in modules}
    assert {name: lines for name, lines in early.items() if lines} == {}
