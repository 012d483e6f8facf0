"""Several documents in tabs, as people use them: keys, clicks and drags."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from orgmodel.commands import AssignTeam
from tests.ui.plain_shell import answer, edit, names, nobody, show_shell
from ui.open_document import OpenDocument
from ui.tabs import WIDEST, tab_names

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_one_document_has_no_tab_bar_and_two_have(qtbot, shell, three_files):
    shell.files.open(three_files[0])
    assert not shell.tabs.isVisible()
    shell.files.open(three_files[1])
    assert shell.tabs.isVisible()
    assert names(shell) == ["One", "Two"]
    assert shell.tabs.currentIndex() == 1
    assert shell.files.close()
    assert not shell.tabs.isVisible()


def test_keys_go_round_the_tabs(qtbot, three):
    seen = []
    for key, held in (
        (Qt.Key.Key_Tab, CONTROL),
        (Qt.Key.Key_PageDown, CONTROL),
        (Qt.Key.Key_PageUp, CONTROL),
        (Qt.Key.Key_Backtab, CONTROL | SHIFT),
    ):
        qtbot.keyClick(three, key, held)
        seen.append(three.files.front.name)
    assert seen == ["One", "Two", "One", "Three"]
    assert three.document_name.text() == "Three three.yaml"
    assert three.workspace.focusWidget() is three.workspace.lens


def test_each_tab_keeps_its_own_work(qtbot, three):
    edit(three)
    three.workspace.show_lens("lens-chain")
    third = three.workspace
    qtbot.mouseClick(three.tabs, Qt.MouseButton.LeftButton, pos=three.tabs.tabRect(0).center())
    assert three.files.front.name == "One"
    assert not three.isWindowModified()
    assert not three.actions_by_id["undo"].isEnabled()
    assert three.actions_by_id["lens-matrix"].isChecked() is (three.workspace.lens_id == "lens-matrix")
    qtbot.mouseClick(three.tabs, Qt.MouseButton.LeftButton, pos=three.tabs.tabRect(2).center())
    assert three.workspace is third
    assert three.isWindowModified()
    assert three.workspace.lens.name == "Other"
    qtbot.keyClick(three, Qt.Key.Key_Z, CONTROL)
    assert not three.isWindowModified()


def test_what_is_done_in_a_tab_behind_says_nothing_in_the_frame(three):
    behind, front = three.files.documents._documents[0], three.files.front
    behind.session.execute(AssignTeam("database", "frontline", "R"))
    assert front.name == "Three"
    assert not three.isWindowModified()
    assert not three.actions_by_id["undo"].isEnabled()
    assert not three.tabs.tabIcon(0).isNull()


def test_a_dot_and_the_spoken_name_say_what_is_not_saved(three):
    assert three.tabs.tabIcon(2).isNull()
    edit(three)
    assert not three.tabs.tabIcon(2).isNull()
    assert three.tabs.accessibleTabName(2) == "Three, not saved"
    assert three.tabs.tabToolTip(2) == str(three.files.front.path)
    assert three.files.save()
    assert three.tabs.tabIcon(2).isNull()


def test_the_same_file_goes_to_its_tab(three, three_files, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(three_files[0])
    for again in (three_files[1], link):
        assert three.files.open(again)
    assert len(three.files.documents) == 3
    assert three.files.front.name == "One"


def test_another_theme_is_for_the_tab_in_front_at_once_and_for_the_others_when_they_are_shown(three):
    first, second, third = three.files.documents
    spaces = {}
    for document in (first, second, third):
        three.files.documents.bring(document)
        spaces[document] = three.workspace
    three.actions_by_id["theme-dark"].trigger()
    assert [spaces[each].lens.theme.name for each in (first, second, third)] == ["light", "light", "dark"]
    three.files.documents.bring(first)
    assert [spaces[each].lens.theme.name for each in (first, second, third)] == ["dark", "light", "dark"]
    three.actions_by_id["theme-light"].trigger()
    assert [spaces[each].lens.theme.name for each in (first, second, third)] == ["light", "light", "dark"]
    three.files.documents.bring(third)
    assert spaces[third].lens.theme.name == "light"


def test_a_sample_opens_in_a_tab_of_its_own(three):
    menu = three.menus._named["samples"]
    for _ in range(2):
        menu.aboutToShow.emit()
    assert len(menu.actions()) == 4
    menu.actions()[0].trigger()
    assert names(three)[-1] == "Ruby Web Application"
    assert three.files.front.path is None


def test_dragging_a_tab_changes_the_order(qtbot, three):
    tabs = three.tabs
    start, end = tabs.tabRect(0).center(), tabs.tabRect(2).center() + QPoint(20, 0)
    QTest.mousePress(tabs, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(tabs, start + (end - start) * step / 10)
    QTest.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=end)
    assert [document.name for document in three.files.documents] == ["Two", "Three", "One"]
    qtbot.waitUntil(lambda: names(three) == ["Two", "Three", "One"])
    qtbot.keyClick(three, Qt.Key.Key_PageDown, CONTROL)
    assert three.files.front.name == "Two"


def test_keys_change_the_order_too(qtbot, three):
    for _ in range(3):
        qtbot.keyClick(three, Qt.Key.Key_PageUp, CONTROL | SHIFT)
    assert names(three) == ["Three", "One", "Two"]
    qtbot.keyClick(three, Qt.Key.Key_PageDown, CONTROL | SHIFT)
    assert names(three) == ["One", "Three", "Two"]
    assert three.tabs.currentIndex() == 1
    assert three.files.front.name == "Three"


def test_windows_beside_the_work_go_and_come_with_their_tab(qtbot, three):
    three.actions_by_id["show-load"].trigger()
    (beside,) = three.workspace.inquiries.made.values()
    assert beside.isVisible()
    at = beside.pos()
    three.files.documents.step(1)
    assert not beside.isVisible()
    beside.move(at + QPoint(4, 24))  # as a window manager counts what it draws around it
    three.files.documents.step(-1)
    assert beside.isVisible()
    assert beside.pos() == at
    beside.close()
    three.files.documents.step(1)
    three.files.documents.step(-1)
    assert not beside.isVisible()


def test_a_long_name_is_cut_in_its_tab_and_whole_in_the_tip(qtbot, three, small_document):
    name = "Überaus & " * 20
    long = small_document.with_organization(small_document.organization.copy_with(name=name))
    three.files.documents.add(OpenDocument(long))
    assert three.tabs.tabRect(three.tabs.currentIndex()).width() <= WIDEST
    assert name in three.tabs.tabToolTip(three.tabs.currentIndex())


def test_an_untouched_empty_start_is_replaced_and_nothing_else_is(qtbot, shell, three_files):
    qtbot.keyClick(shell, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.AltModifier)
    shell.files.open(three_files[0])
    assert [document.name for document in shell.files.documents] == ["One"]
    shell.files.new_from_reference()
    shell.files.open(three_files[1])
    assert len(shell.files.documents) == 3


def test_several_files_can_be_chosen_or_dragged_in(qtbot, shell, three_files, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in three_files[:2]], ""))
    shell.actions_by_id["open"].trigger()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in three_files])
    shell.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    qtbot.waitUntil(lambda: len(shell.files.documents) == 3)
    assert names(shell) == ["One", "Two", "Three"]


def test_saving_onto_a_file_of_another_tab_is_refused(three, three_files, monkeypatch):
    before = three_files[0].read_bytes()
    edit(three)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(three_files[0]), ""))
    answer(QMessageBox.StandardButton.Ok)
    assert not three.files.save_as()
    assert three_files[0].read_bytes() == before
    assert three.files.front.path == three_files[2]


def test_every_open_file_is_remembered_the_front_one_first(three, settings):
    three.files.remember()
    assert settings.recents[0].name == "Three"
    assert {recent.name for recent in settings.recents} == {"One", "Two", "Three"}


def test_the_reports_of_the_tabs_behind_are_kept(qtbot, appearance, settings, three_files):
    judged = []

    def analyse(document, today):
        judged.append(document.organization.name)
        return nobody(document, today)

    shell = show_shell(qtbot, appearance, settings, analyse)
    for path in three_files[:2]:
        shell.files.open(path)
        qtbot.waitUntil(lambda: shell.files.session.report is not None)
    report = next(iter(shell.files.documents)).session.report
    shell.files.documents.step(1)
    assert shell.files.session.report is report
    assert "Looking" not in shell.status.looking.text() or not shell.status.looking.isVisible()
    edit(shell)
    qtbot.waitUntil(lambda: shell.files.session.report is not report)
    assert judged == ["One", "Two", "One"]
    shell.shut_down()


def test_docks_are_as_they_were_left_in_whatever_tab(three, settings):
    three.workspace.docks.open("dock-findings", wanted=False)
    three.files.documents.step(1)
    assert three.workspace.docks.open_docks() == ("dock-inspector",)
    assert not three.actions_by_id["dock-findings"].isChecked()


def test_tabs_of_one_name_say_their_file_and_those_of_one_file_their_folder(qapp, small_document, tmp_path):
    def opened(path):
        return OpenDocument(small_document, path and tmp_path / path)

    assert tab_names([opened(None)]) == ("Small",)
    assert tab_names([opened("a.yaml"), opened(None)]) == ("Small · a.yaml", "Small · not saved yet")
    assert tab_names([opened("x/a.yaml"), opened("y/a.yaml"), opened("b.yaml")]) == (
        "Small · x/a.yaml",
        "Small · y/a.yaml",
        "Small · b.yaml",
    )
