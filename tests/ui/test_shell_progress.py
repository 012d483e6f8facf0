"""What takes its time: said after a second, stopped by Cancel, and nothing half done is left."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from orgmodel.commands import AssignTeam
from orgmodel.exporting import Format, Wanted
from orgmodel.pdf.order import STANDARD
from tests.ui.plain_shell import nobody, show_shell
from ui import opening
from ui.problems import ProblemsDialog
from ui.progress import Progress
from ui.theme import LIGHT
from ui.work import Work


@pytest.fixture
def progress(qtbot, appearance):
    made = Progress(LIGHT)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def gate():
    """Work waits at it until it is opened; it is, at the end."""
    made = Event()
    yield made
    made.set()


def show_now(progress):
    """Its second is over."""
    progress._wait.timeout.emit()


def test_what_is_through_within_a_second_is_never_shown(progress):
    work = Work("Writing…")
    progress.follow(work)
    assert progress._wait.isActive()
    assert progress._wait.interval() == 1000
    work.end()
    assert not progress._wait.isActive()
    assert not progress.isVisible()


def test_it_says_what_is_done_and_how_far_it_is(progress):
    work = Work("Printing…", stop=lambda: None)
    progress.follow(work)
    show_now(progress)
    assert progress.isVisible()
    assert not progress.bar.isVisible(), "nobody knows how much is done"
    work.go_on("Printing page 2 of 4", 0.25)
    assert progress.words.text() == "Printing page 2 of 4"
    assert progress.bar.accessibleName() == "25 % done"
    assert progress.cancel.accessibleName() == "Cancel: Printing page 2 of 4"
    work.end()
    assert not progress.isVisible()


def test_of_several_the_last_is_shown_and_cancel_is_about_that_one(qtbot, progress):
    stopped = []
    first, second = (Work(name, stop=lambda name=name: stopped.append(name)) for name in ("One", "Two"))
    progress.follow(first)
    show_now(progress)
    progress.follow(second)
    assert progress.words.text() == "Two and 1 more"
    qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    assert stopped == ["Two"]
    assert progress.words.text() == "One"
    qtbot.keyClick(progress.cancel, Qt.Key.Key_Space)
    assert stopped == ["Two", "One"]
    assert not progress.isVisible()


def test_an_export_that_is_stopped_leaves_no_file(qtbot, shell, file, tmp_path, gate):
    shell.files.open(file)
    qtbot.waitUntil(lambda: shell.files.session.report is not None)
    target, exporter = tmp_path / "out.txt", shell.files.exporter
    slow = Format("Slow", ".txt", lambda *_: (gate.wait(10) and b"late", ()))
    session = shell.files.session
    exporter.export(slow, Wanted(session.document, session.today, STANDARD), target)
    show_now(shell.status.progress)
    assert shell.status.progress.words.text() == "Writing out.txt…"
    threads = [job.thread for job in exporter._jobs]
    qtbot.mouseClick(shell.status.progress.cancel, Qt.MouseButton.LeftButton)
    assert shell.status.left.text() == "Stopped: out.txt is not written."
    gate.set()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: not exporter._jobs)
    assert not target.exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".orgmodel")] == []


def test_an_export_that_is_through_cannot_be_stopped_any_more(qtbot, shell, file, tmp_path):
    shell.files.open(file)
    qtbot.waitUntil(lambda: shell.files.session.report is not None)
    exporter = shell.files.exporter
    with qtbot.waitSignal(exporter.written):
        exporter.export(Format("Fast", ".txt", lambda *_: (b"x", ())), None, tmp_path / "out.txt")
    assert shell.status.progress.shown is None
    assert (tmp_path / "out.txt").read_bytes() == b"x"


def test_a_large_file_is_read_beside_the_window(qtbot, shell, file, monkeypatch):
    monkeypatch.setattr(opening, "LARGE", 1)
    works = []
    shell.files.reader.begun.connect(works.append)
    assert shell.files.open(file)
    assert shell.files.open(file), "it is being read already"
    assert shell.workspace is None
    qtbot.waitUntil(lambda: shell.workspace is not None)
    assert [work.words for work in works] == ["Reading ruby_web.yaml…"]
    assert works[0].is_over
    assert shell.files.session.path == file
    assert len(shell.files.documents) == 1


def test_a_file_that_is_gone_once_it_is_read_is_open_all_the_same(qtbot, shell, file, monkeypatch):
    monkeypatch.setattr(opening, "LARGE", 1)
    read_now = opening.read_now

    def read_and_lose(path):
        held = read_now(path)
        path.unlink()
        return held

    monkeypatch.setattr(opening, "read_now", read_and_lose)
    shell.files.open(file)
    qtbot.waitUntil(lambda: shell.workspace is not None)
    assert shell.files.front.saved_at is None
    assert shell.files.save()
    assert file.is_file()


def test_reading_a_large_file_can_be_stopped(qtbot, shell, file, monkeypatch, gate):
    monkeypatch.setattr(opening, "LARGE", 1)
    read_now = opening.read_now
    monkeypatch.setattr(opening, "read_now", lambda path: gate.wait(10) and read_now(path))
    shell.files.open(file)
    (background, _) = shell.files.reader._readings[file]
    qtbot.waitUntil(lambda: background._thread is not None)
    thread = background._thread
    shell.status.progress.shown.stop()
    gate.set()
    thread.join()
    QApplication.processEvents()
    assert shell.workspace is None
    assert shell.files.reader._readings == {}


def test_a_large_file_that_is_refused_lists_its_problems(qtbot, shell, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "LARGE", 1)
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: orgmodel/1\nname: Broken\nteams: 7\n", "utf-8")
    shell.files.open(broken)
    qtbot.waitUntil(lambda: bool(shell.findChildren(ProblemsDialog)))
    for dialog in shell.findChildren(ProblemsDialog):
        dialog.close()


def test_looking_for_gaps_can_be_stopped_and_the_counts_say_that_they_are_old(qtbot, appearance, settings, file, gate):
    gate.set()

    def analyse(document, today):
        assert gate.wait(10)
        return nobody(document, today)

    shell = show_shell(qtbot, appearance, settings, analyse)
    shell.files.open(file)
    session = shell.files.session
    qtbot.waitUntil(lambda: session.report is not None)
    assert shell.status.progress.shown is None
    gate.clear()
    session.execute(AssignTeam("database", "frontline", "R"))
    assert shell.status.progress.shown.words == "Looking for gaps…"
    before = session.report
    shell.status.progress.shown.stop()
    assert "not up to date" in shell.status.looking.text()
    assert shell.status.looking.isVisible()
    gate.set()
    session.execute(AssignTeam("database", "frontline", None))
    qtbot.waitUntil(lambda: session.report is not before)
    assert not shell.status.looking.isVisible()
    shell.shut_down()
