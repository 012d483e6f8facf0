"""The window as people use it: keys, clicks and dialogs, with a plain lens in the place of the real ones."""

import sys
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from orgmodel.commands import AssignTeam
from orgmodel.findings import Report
from tests.ui.plain_shell import edit, found
from ui.actions import ACTIONS, MENUS, MenuRow
from ui.keyboard_sheet import KeyboardSheet
from ui.open_document import OpenDocument
from ui.settings import Recent
from ui.theme import DARK, LIGHT


def menu_text(shell, action):
    return shell.actions_by_id[action].text().replace("&", "")


def test_every_action_of_the_table_is_in_a_menu_and_every_menu_item_in_the_table():
    def ids(row):
        for item in row.items:
            if isinstance(item, MenuRow):
                yield from ids(item)
            elif item:
                yield item

    assert sorted(item for menu in MENUS for item in ids(menu)) == sorted(row.id for row in ACTIONS)


def test_no_two_actions_share_a_key():
    keys = [row.shortcut for row in ACTIONS if row.shortcut]
    assert len(keys) == len(set(keys))


def test_nothing_open_means_a_start_screen_and_actions_at_rest(shell):
    assert shell.workspace is None
    assert not shell.actions_by_id["save"].isEnabled()
    assert shell.actions_by_id["open"].isEnabled()
    assert shell.status.left.text() == "Nothing open"


def test_opening_shows_the_first_lens_with_the_keyboard_in_it(opened, file):
    assert opened.workspace.lens.name == "Plain"
    assert opened.document_name.text() == "Ruby Web Application ruby_web.yaml"
    assert "ruby_web.yaml" in opened.windowTitle()
    assert not opened.isWindowModified()
    assert opened.workspace._lenses["lens-matrix"] is opened.workspace.focusWidget()


def test_edit_undo_redo_name_themselves_and_undo_to_the_start_is_unmodified(qtbot, opened):
    edit(opened)
    assert opened.isWindowModified()
    assert menu_text(opened, "undo") == "Undo Assign R: Database to Frontline Support"
    assert opened.actions_by_id["undo"].toolTip() == "Undo Assign R: Database to Frontline Support (Ctrl+Z)"
    assert "Unsaved changes" in opened.status.right.text()
    qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not opened.isWindowModified()
    assert menu_text(opened, "undo") == "Undo"
    assert menu_text(opened, "redo") == "Redo Assign R: Database to Frontline Support"
    qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert opened.isWindowModified()


def test_the_edit_menu_offers_what_the_lens_can_do(opened):
    menu = opened.menus._named["edit"]
    for _ in range(2):
        menu.aboutToShow.emit()
        offered = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert offered == ["&Undo", "&Redo", "Copy as &Picture", "Copy as &Table", "Do &something"]


def test_lenses_are_made_when_they_are_first_shown(qtbot, opened):
    assert set(opened.workspace._lenses) == {"lens-matrix"}
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.workspace.lens.name == "Other"
    assert opened.actions_by_id["lens-chain"].isChecked()
    assert [button.isChecked() for button in opened.workspace.bar.lenses.values()] == [False, True]
    qtbot.mouseClick(opened.workspace.bar.lenses["lens-matrix"], Qt.MouseButton.LeftButton)
    assert opened.workspace.lens.name == "Plain"


def test_f8_walks_the_findings_round_and_round(qtbot, opened):
    session = opened.files.session
    qtbot.waitUntil(lambda: session.report is not None)
    findings = (
        found("GAP001", "responsibility:rails"),
        found("GAP001", "team:frontline"),
        found("X", "team:frontline"),
    )
    session.show_findings(Report(findings, (), (), (), date(2026, 11, 2)))
    lens = opened.workspace.lens
    for subject in ("responsibility:rails", "team:frontline", "team:frontline", "responsibility:rails"):
        qtbot.keyClick(opened, Qt.Key.Key_F8)
        assert session.selection == (subject,)
        assert lens.shown[-1] == subject
    qtbot.keyClick(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert session.finding is findings[2]
    session.select("team:frontline")
    session.show_findings(Report(findings[:2], (), (), (), date(2026, 11, 2)))
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    assert session.finding is findings[0]


def test_an_edit_tells_what_became_of_the_findings(qtbot, opened):
    qtbot.waitUntil(lambda: opened.files.session.report is not None)
    for team in list(opened.files.session.organization.row_by_id["database"].raci):
        with qtbot.waitSignal(opened.runner.report_ready):
            opened.files.session.execute(AssignTeam("database", team, None))
    assert opened.status.left.text().startswith("Opened 1 finding: ")
    assert opened.status.counts["error"].text() == "1 error"


def test_docks_close_to_a_rail_and_open_again(qtbot, opened, settings):
    docks, rail = opened.workspace.docks, opened.workspace.rail
    assert docks.isVisible()
    assert not rail.isVisible()
    for dock in docks.docks.values():
        qtbot.mouseClick(dock.close_button, Qt.MouseButton.LeftButton)
    assert rail.isVisible()
    assert not docks.isVisible()
    assert rail.width() == 44
    assert settings.closed_docks == ("dock-inspector", "dock-findings")
    assert not opened.actions_by_id["dock-findings"].isChecked()
    opened.actions_by_id["dock-findings"].trigger()
    assert docks.open_docks() == ("dock-findings",)
    opened.actions_by_id["reset-layout"].trigger()
    opened.resize(1280, 800)  # the screen that is none has no room for docks beside a lens
    assert docks.open_docks() == ("dock-inspector", "dock-findings")


def test_f6_goes_round_the_panes(qtbot, opened):
    visited = []
    for _ in range(4):
        qtbot.keyClick(opened, Qt.Key.Key_F6)
        focus = opened.workspace.focusWidget()
        visited.append(focus is opened.workspace._lenses["lens-matrix"])
    assert True in visited
    assert False in visited


def test_the_theme_changes_while_running_and_is_remembered(opened, settings, appearance):
    opened.actions_by_id["theme-dark"].trigger()
    assert appearance.theme is DARK
    assert opened.workspace.lens.theme is DARK
    assert settings.theme == "dark"
    assert QApplication.palette().base().color().name().upper() == DARK.paper
    assert DARK.accent in QApplication.instance().styleSheet()
    opened.actions_by_id["theme-light"].trigger()
    assert opened.workspace.lens.theme is LIGHT


def test_a_refused_edit_is_said_in_the_status_bar(opened):
    assert not opened.files.session.execute(AssignTeam("database", "nobody-we-know", "A"))
    assert "nobody-we-know" in opened.status.left.text()


def test_export_is_written_in_the_background_and_said(qtbot, opened, tmp_path, monkeypatch):
    target = tmp_path / "matrix.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    with qtbot.waitSignal(opened.files.exporter.written):
        opened.actions_by_id["export-csv"].trigger()
    assert "Database" in target.read_text("utf-8")
    assert str(target) in opened.status.left.text()


def test_an_export_that_cannot_be_written_is_a_sentence(qtbot, opened, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "m.csv"), ""))
    with qtbot.waitSignal(opened.files.exporter.refused) as refusal:
        opened.actions_by_id["export-csv"].trigger()
    assert "m.csv" in refusal.args[0]


def test_names_from_a_file_are_never_markup(shell, small_document):
    organization = small_document.organization.copy_with(name="<img src=x> & <b>bold</b> [*]")
    shell.files.documents.add(OpenDocument(small_document.with_organization(organization)))
    assert "<img" not in shell.document_name.toolTip() or "&lt;img" in shell.document_name.toolTip()
    assert shell.document_name.text().startswith("<img src=x> & <b>bold</b>")
    assert shell.windowTitle().count("[*]") == 1


def test_the_sheet_of_keys_has_the_windows_and_the_lenses_keys(qtbot, opened):
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    (sheet,) = opened.findChildren(KeyboardSheet)
    texts = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    assert {"Save", "Ctrl+S", "Do something", "Ctrl+D", "Next Finding", "F8"} <= texts
    assert {"In the findings: remove a waiver", "Del"} <= texts
    assert sheet.area.widget().width() <= sheet.area.viewport().width(), "nothing is outside to the right"
    sheet.close()


def focusable(window):
    return [each for each in window.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]


def unnamed(window):
    def name(widget):
        return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

    return [each for each in focusable(window) if each.isVisible() and not name(each)]


def test_whatever_takes_the_keyboard_has_a_name(qtbot, shell, file, settings):
    settings.remember(Recent(file, "Ruby", __import__("datetime").datetime.now().astimezone()))
    shell.start_screen.fill(settings.recents)
    assert focusable(shell)
    assert unnamed(shell) == []
    assert shell.files.open(file)
    assert unnamed(shell) == []
    for action in shell.workspace.docks.docks:
        shell.workspace.docks.open(action, wanted=False)
    assert unnamed(shell) == []


def test_an_old_session_leaves_nothing_behind(qtbot, opened, file):
    first = opened.workspace
    gone = []
    first.destroyed.connect(lambda: gone.append(True))
    assert opened.files.close()
    assert opened.files.open(file)
    qtbot.waitUntil(lambda: bool(gone))
    assert opened.workspace is not first


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot die there")
def test_void_calls_do_not_eat_none(qapp):
    button = QPushButton()
    before = sys.getrefcount(None)
    for _ in range(1000):
        button.setObjectName("x")
    assert sys.getrefcount(None) > before - 500
