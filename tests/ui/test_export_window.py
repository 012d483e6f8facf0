"""Export PDF…: the pages that are shown are those that are written, and choices are remembered for each file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from orgmodel.cli.main import main
from orgmodel.model.value import changed
from tests.ui.inquiring import opened, settle
from ui.export_window.choices import WHOM, Choices
from ui.export_window.window import QDesktopServices
from ui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def pdf(tmp_path, monkeypatch):
    """Where the next file dialog says to write."""
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    return target


@pytest.fixture
def exporting(qtbot, window, night):
    """The window of the export, with the first pages on screen."""
    return opened(qtbot, window, "export-pdf")


def press(qtbot, made, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, made)


def pages(made):
    return len(made.preview.pages.sizes)


def ticked(made):
    return [name for name, tick in made.form.sections.items() if tick.isChecked()]


def test_the_button_in_the_bar_opens_it_with_what_a_stakeholder_gets(qtbot, window, night):
    qtbot.mouseClick(window.workspace.bar.export, Qt.MouseButton.LeftButton)
    made = window.workspace.inquiries.made["export-pdf"]
    settle(qtbot, made)
    assert made.form.whom["stakeholder"].hasFocus()
    assert ticked(made) == ["summary", "layout", "chain", "matrix", "findings", "call"]
    assert pages(made) > 3
    assert made.preview.where.text() == f"Page 1 of {pages(made)}"


def test_an_executive_gets_one_page_and_everybody_more_than_a_stakeholder(qtbot, exporting):
    before = pages(exporting)
    press(qtbot, exporting, exporting.form.whom["executive"])
    assert pages(exporting) == 1
    assert exporting.preview.where.text() == "One page"
    assert ticked(exporting) == ["summary"]
    press(qtbot, exporting, exporting.form.whom["full"])
    assert pages(exporting) > before
    assert "method" in ticked(exporting)


def test_the_audience_is_chosen_by_arrow_keys(qtbot, exporting):
    qtbot.keyClick(exporting.form.whom["stakeholder"], Qt.Key.Key_Up)
    settle(qtbot, exporting)
    assert exporting.form.choices.whom == "executive"
    assert exporting.form.whom["executive"].hasFocus()
    assert pages(exporting) == 1


def test_another_section_makes_it_somebodys_own_choice(qtbot, exporting):
    press(qtbot, exporting, exporting.form.whom["executive"])
    press(qtbot, exporting, exporting.form.sections["method"])
    assert exporting.form.whom["own"].isChecked()
    assert exporting.form.choices.sections == ("summary", "method")
    assert pages(exporting) > 1
    press(qtbot, exporting, exporting.form.whom["executive"])
    assert ticked(exporting) == ["summary"]


def test_own_choice_begins_with_what_is_ticked(qtbot, exporting):
    before = exporting.preview.pages.data
    press(qtbot, exporting, exporting.form.whom["own"])
    assert exporting.form.choices.sections == ("summary", "layout", "chain", "matrix", "findings", "call")
    assert exporting.preview.pages.data == before


def test_with_no_section_there_is_nothing_to_write(qtbot, exporting):
    press(qtbot, exporting, exporting.form.whom["executive"])
    press(qtbot, exporting, exporting.form.sections["summary"])
    assert exporting.preview.empty.isVisible()
    assert exporting.preview.empty.accessibleName().startswith("Nothing to print.")
    assert not exporting.button.isEnabled()
    press(qtbot, exporting, exporting.form.sections["call"])
    assert exporting.preview.pages.isVisible()
    assert exporting.button.isEnabled()


def test_changes_need_a_baseline(qtbot, exporting, night):
    assert not exporting.form.sections["changes"].isEnabled()
    assert "no baseline" in exporting.form.sections["changes"].toolTip()


def test_the_paper_and_how_it_lies(qtbot, exporting):
    press(qtbot, exporting, exporting.form.whom["executive"])
    tall = exporting.preview.pages.sizes[0]
    press(qtbot, exporting, exporting.form.pages["A3"])
    assert exporting.preview.pages.sizes[0] == pytest.approx((tall[0] * 2**0.5, tall[1] * 2**0.5), abs=2)
    press(qtbot, exporting, exporting.form.sections["summary"])
    press(qtbot, exporting, exporting.form.sections["findings"])
    press(qtbot, exporting, exporting.form.turns["landscape"])
    width, height = exporting.preview.pages.sizes[0]
    assert width > height


def test_the_model_goes_inside_only_where_people_are_named(qtbot, exporting):
    plain = len(exporting.preview.pages.data)
    press(qtbot, exporting, exporting.form.attached)
    assert len(exporting.preview.pages.data) > plain
    press(qtbot, exporting, exporting.form.people)
    assert not exporting.form.attached.isEnabled()
    assert not exporting.form.attached.isChecked()
    assert "would name the people" in exporting.form.attached.toolTip()


def test_the_model_goes_inside_only_where_all_of_it_is_printed():
    assert Choices(attached=True).attaches
    assert not Choices(attached=True, teams=("web-sre",)).attaches
    assert not Choices(attached=True, services=("ruby-web",)).attaches


@pytest.mark.parametrize(
    "ordered",
    [
        (Choices(), []),
        (Choices(whom="executive", page="Letter"), ["--audience", "executive", "--page", "Letter"]),
        (
            Choices(whom="own", sections=("findings", "call"), turned="landscape"),
            ["--section", "findings", "--section", "call", "--turned", "landscape"],
        ),
        (Choices(whom="own", sections=("matrix",), teams=("shop",)), ["--section", "matrix", "--team", "shop"]),
        (Choices(whom="executive", people=False), ["--audience", "executive", "--without-people"]),
        (Choices(whom="executive", attached=True), ["--audience", "executive", "--attach-model"]),
    ],
    ids=["as it opens", "executive", "sections", "team", "nameless", "attached"],
)
def test_what_is_written_is_what_the_command_line_writes(qtbot, exporting, night, pdf, ordered):
    choices, options = ordered
    exporting.form.show_choices(choices)
    exporting.ask()
    settle(qtbot, exporting)
    shown = exporting.preview.pages.data
    with qtbot.waitSignal(exporting._exporter.written):
        qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    other = pdf.with_name("other.pdf")
    assert main(["export", str(night.path), "-o", str(other), "--today", night.today.isoformat(), *options]) == 0
    assert pdf.read_bytes() == shown == other.read_bytes()
    assert exporting.done_line.text() == f"Written: {pdf}"


def test_an_edit_is_in_the_pages_at_once_and_in_the_model_inside(qtbot, exporting, night):
    from orgmodel.commands import RemoveTeam

    press(qtbot, exporting, exporting.form.attached)
    before = exporting.preview.pages.data
    night.execute(RemoveTeam("tills"))
    settle(qtbot, exporting)
    assert exporting.preview.pages.data != before


def test_it_is_opened_when_done_if_that_is_wanted(qtbot, exporting, pdf, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or bool(asked[1:]))
    with qtbot.waitSignal(exporting._exporter.written):
        qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    assert asked == []
    qtbot.mouseClick(exporting.opens, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(exporting._exporter.written):
        qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    assert asked == [str(pdf)]
    assert exporting.done_line.text().endswith("No program here opens it.")


def test_choices_are_remembered_for_the_file_and_for_no_other(qtbot, exporting, window, night, sample):
    press(qtbot, exporting, exporting.form.whom["executive"])
    press(qtbot, exporting, exporting.form.pages["Letter"])
    exporting.form.services.tick(night.organization.services[0].id, is_on=True)
    settle(qtbot, exporting)
    wanted = exporting.form.choices
    path = night.path
    window.files.open(sample)
    assert opened(qtbot, window, "export-pdf").form.choices == Choices()
    window.files.close()
    window.files.close()
    window.files.open(path)
    again = opened(qtbot, window, "export-pdf")
    assert again.form.choices == wanted
    assert again.form.services.word == night.organization.services[0].name


def test_a_list_opens_above_where_there_is_no_room_below(exporting):
    room = exporting.screen().availableGeometry()
    exporting.move(0, 0)
    chip = exporting.form.teams
    exporting.move(0, room.bottom() - chip.mapToGlobal(QPoint(0, chip.height() + 20)).y())
    chip.click()
    assert chip.list.isVisible()
    assert chip.list.geometry().bottom() <= chip.mapToGlobal(QPoint()).y()
    chip.list.close()


def test_settings_that_make_no_sense_are_as_in_the_beginning(qtbot, window, night, settings):
    settings.keep_export_choices(night.path, {"whom": 7, "sections": "all", "page": "A9", "people": 1, "teams": ["no"]})
    assert opened(qtbot, window, "export-pdf").form.choices == Choices()


def test_the_file_used_longest_ago_is_forgotten(tmp_path):
    kept = Settings(tmp_path / "s.ini")
    for number in range(52):
        kept.keep_export_choices(tmp_path / f"{number}.yaml", {"page": "A3"})
    assert kept.export_choices(tmp_path / "1.yaml") == {}
    assert kept.export_choices(tmp_path / "2.yaml") == {"page": "A3"}


def test_the_model_itself_is_not_written_over(qtbot, exporting, night, monkeypatch):
    before = night.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(night.path), ""))
    qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    assert "is the model itself" in exporting.preview.problem.accessibleName()
    assert night.path.read_bytes() == before


def test_a_file_that_cannot_be_written_is_a_sentence_below_the_pages(qtbot, exporting, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.pdf"), ""))
    with qtbot.waitSignal(exporting._exporter.refused):
        qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    assert "x.pdf was not written, the folder does not exist" in exporting.preview.problem.accessibleName()
    assert exporting.preview.problem.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.pdf"), ""))
    with qtbot.waitSignal(exporting._exporter.written):
        qtbot.mouseClick(exporting.button, Qt.MouseButton.LeftButton)
    assert not exporting.preview.problem.isVisible(), "what went wrong before is over"


def test_a_baseline_that_cannot_be_read_is_said_below_the_pages(qtbot, exporting, night):
    organization = changed(night.organization, based_on="gone.yaml")
    night.history = night.history.then("Based on", night.document.with_organization(organization))
    exporting.refresh()
    settle(qtbot, exporting)
    assert "gone.yaml" in exporting.preview.problem.accessibleName()
    assert exporting.form.sections["changes"].isEnabled()
    assert "changes" in ticked(exporting)
    assert exporting.button.isEnabled()


def test_a_baseline_beside_a_file_that_is_saved_first_is_read_then(qtbot, window, sample, tmp_path, monkeypatch):
    beside, text = tmp_path / "ruby_web_today.yaml", sample.read_text("utf-8")
    beside.write_bytes(sample.with_name(beside.name).read_bytes())
    window.files.open_copy(sample.name, text)
    made = opened(qtbot, window, "export-pdf")
    assert "save this file beside it first" in made.preview.problem.accessibleName()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "plan.yaml"), ""))
    before = made.preview.pages.data
    assert window.files.save_as()
    qtbot.waitUntil(lambda: made.preview.pages.data is not before)
    assert made.preview.problem.accessibleName() == ""


def test_the_choices_are_gone_through_before_the_pages_and_the_pages_before_the_file(exporting):
    exporting.form.focus_first()
    chain = [QApplication.focusWidget()]
    while exporting.focusNextPrevChild(True) and QApplication.focusWidget() is not chain[0]:
        chain.append(QApplication.focusWidget())
    parts = (exporting.form, exporting.preview, exporting._foot)
    order = [next(place for place, part in enumerate(parts) if part.isAncestorOf(each)) for each in chain]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_escape_closes_it_and_it_opens_as_it_was(qtbot, exporting, window):
    press(qtbot, exporting, exporting.form.whom["executive"])
    qtbot.keyClick(exporting, Qt.Key.Key_Escape)
    assert not exporting.isVisible()
    assert opened(qtbot, window, "export-pdf") is exporting
    assert pages(exporting) == 1


@pytest.mark.parametrize("whom", list(WHOM))
def test_an_empty_model_has_pages_too(qtbot, window, whom):
    window.files.new_empty()
    made = opened(qtbot, window, "export-pdf")
    press(qtbot, made, made.form.whom[whom])
    assert pages(made) >= 1
    assert made.button.isEnabled()
    window.files.session.mark_untouched()
