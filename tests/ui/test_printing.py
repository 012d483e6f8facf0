"""Paper: how a lens is cut into sheets, what stands on them, and that a file is whole or not there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from tests.ui.plain_shell import ROW_HEIGHT
from ui import printing
from ui.printing import MOST_SHOWN, no_printing
from ui.sheets import Paper, quietest, sheets_of, strips_of

A4 = Paper(182 / 25.4 * 300, 269 / 25.4 * 300, 300)


class Stripes:
    """A lens of black lines with white between them."""

    name = "Stripes"
    repeated_head = 0.0
    column_edges = ()

    def __init__(self, width, height):
        self.size = QSizeF(width, height)

    def extent(self):
        return self.size

    def draw(self, painter, theme):
        if painter.clipBoundingRect().top() < self.repeated_head:
            painter.drawText(QRectF(0, 0, 400, self.repeated_head), "Columns")
        top, bottom = painter.clipBoundingRect().top() - ROW_HEIGHT, painter.clipBoundingRect().bottom()
        for y in range(int(self.repeated_head), int(self.size.height()), ROW_HEIGHT):
            for x in () if not top < y < bottom else range(0, int(self.size.width()), 20):
                painter.fillRect(x, y, 10, ROW_HEIGHT - 1, QColor("black"))


@pytest.fixture
def shell(shell, file):
    shell.files.open(file)
    return shell


@examples(max_examples=30, deadline=None)
@given(st.floats(100, 4000), st.floats(10, 6000))
def test_the_slices_are_all_of_the_lens_once_and_each_fits_its_sheet(qapp, width, height):
    lens = Stripes(width, height)
    sheets = sheets_of(lens, A4)
    assert sheets.slices[0].top() == 0
    assert sheets.slices[-1].bottom() == pytest.approx(height)
    for above, below in zip(sheets.slices, sheets.slices[1:], strict=False):
        assert above.bottom() == pytest.approx(below.top())
    for each in sheets.slices:
        assert each.width() * sheets.scale <= A4.width + 0.01
        assert 0 < each.height() * sheets.scale <= A4.room.height() + 0.01
    assert sheets.scale <= A4.dots_per_inch / 96, "never larger than on screen"


def test_it_is_cut_between_the_lines(qapp):
    sheets = sheets_of(Stripes(900, 4000), A4)
    assert len(sheets.slices) > 2
    for each in sheets.slices[:-1]:
        assert each.bottom() % ROW_HEIGHT == 0


def test_a_little_more_than_one_sheet_is_drawn_smaller_and_much_more_is_not(qapp):
    one, two = sheets_of(Stripes(900, 1500), A4), sheets_of(Stripes(900, 1800), A4)
    assert (len(one.slices), len(two.slices)) == (1, 2)
    assert one.scale < two.scale
    assert len(sheets_of(Stripes(1700, 2500), A4).slices) == 1, "hardly smaller than its width makes it"
    assert len(sheets_of(Stripes(1700, 2900), A4).slices) == 2, "it would be too small to read"


@examples(max_examples=60, deadline=None)
@given(st.floats(1200, 1500))
def test_what_is_fitted_to_a_sheet_takes_no_second_one(qapp, height):
    assert len(sheets_of(Stripes(900, height), A4).slices) == 1


class Cards(Stripes):
    """Two columns of cards of one height in rows; below them there is nothing."""

    def __init__(self, high, rows, below=0):
        super().__init__(900, rows * (high + 20) + below)
        self.high, self.rows = high, rows

    def draw(self, painter, theme):
        for row in range(self.rows):
            for x in (20, 460):
                painter.fillRect(x, row * (self.high + 20), 400, self.high, QColor("black"))


@pytest.mark.parametrize("high", [500, 620, 1250, 1400])
def test_cards_are_cut_between_them_and_drawn_smaller_for_that(qapp, high):
    sheets = sheets_of(Cards(high, 5), A4)
    assert len(sheets.slices) > 1
    for each in sheets.slices[:-1]:
        assert each.bottom() % (high + 20) == 0 or each.bottom() % (high + 20) > high


def test_there_is_no_sheet_with_nothing_on_it(qapp):
    assert len(sheets_of(Cards(500, 5, below=3000), A4).slices) == len(sheets_of(Cards(500, 5), A4).slices)


def test_the_quietest_line_is_the_last_of_those_that_change_least():
    busy, quiet = bytes([0, 9, 0]), bytes([5, 5, 5])
    assert quietest([busy, quiet, busy, quiet, bytes([0, 0, 1])]) == 3
    assert quietest([busy, *[quiet] * 6, busy]) == 3, "in the middle of a narrow gap"
    assert quietest([busy, *[quiet] * 60, busy]) == 52, "and not close to what follows a wide one"


def printed_to(place, pages=(0, 0)):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    printer.setFromTo(*pages)
    return printer


def texts_of(place):
    return [" ".join(page.extract_text().split()) for page in PdfReader(place).pages]


def test_every_row_is_on_paper_under_the_title_with_the_number_of_the_page(qtbot, shell, tmp_path):
    place = tmp_path / "out.pdf"
    shell.output.printing.print(printed_to(place), shell.files.front, shell.workspace.lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert shell.status.left.text() == f"Printed: {place}"
    text = " ".join(texts_of(place))
    assert "Ruby Web Application" in text
    assert "Page 1 of 1" in text
    assert "ruby_web.yaml" in text
    assert all(row.name.split()[0] in text for row in shell.files.session.organization.responsibilities)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_only_the_pages_that_were_asked_for_are_printed(qtbot, shell, tmp_path, monkeypatch):
    lens = Stripes(900, 4000)
    place = tmp_path / "out.pdf"
    shell.output.printing.print(printed_to(place, (2, 3)), shell.files.front, lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    texts = texts_of(place)
    assert ["Page 2 of" in texts[0], "Page 3 of" in texts[1], len(texts)] == [True, True, 2]


def test_the_names_of_the_columns_stand_on_every_page(qtbot, shell, tmp_path):
    lens = Stripes(900, 4000)
    lens.repeated_head = 60.0
    sheets = sheets_of(lens, A4)
    for each in sheets.slices[1:]:
        assert (each.height() + 60) * sheets.scale <= A4.room.height() + 0.01
    place = tmp_path / "out.pdf"
    shell.output.printing.print(printed_to(place), shell.files.front, lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert [text.count("Columns") for text in texts_of(place)] == [1] * len(texts_of(place))


def table_of(columns, height, side=300.0, width=80.0):
    """A lens of so many columns beside the names."""
    lens = Stripes(side + columns * width, height)
    lens.column_edges = (side, *(side + width * (place + 1) for place in range(columns)))
    lens.repeated_head = 60.0
    return lens


@examples(max_examples=40, deadline=None)
@given(st.lists(st.floats(20, 400), min_size=1, max_size=60), st.floats(400, 3000))
def test_strips_are_all_columns_once_and_fit(widths, widest):
    edges = [300.0]
    for width in widths:
        edges.append(edges[-1] + width)
    strips = strips_of(tuple(edges), widest)
    assert (strips[0][0], strips[-1][1]) == (300.0, edges[-1])
    assert all(before[1] == after[0] for before, after in pairwise(strips))
    assert {edge for strip in strips for edge in strip} <= set(edges)
    for left, right in strips:
        assert right - left <= max(widest - 300, *widths) + 0.01


@examples(max_examples=20, deadline=None)
@given(st.integers(14, 120), st.floats(500, 3000))
def test_what_is_too_wide_to_read_is_cut_between_its_columns(qapp, columns, height):
    lens = table_of(columns, height)
    sheets = sheets_of(lens, A4)
    assert sheets.side == 300
    assert sheets.scale >= 0.6 * A4.dots_per_inch / 96
    assert sum(each.width() * each.height() for each in sheets.slices) == pytest.approx(lens.size.width() * height)
    for each in sheets.slices:
        assert {each.left(), each.right()} <= {0.0, *lens.column_edges}
        side = 300 if each.left() else 0
        head = 60 if each.top() else 0
        assert (each.width() + side) * sheets.scale <= A4.width + 0.01
        assert (each.height() + head) * sheets.scale <= A4.room.height() + 0.01
    firsts = [each.top() for each in sheets.slices]
    assert firsts == sorted(firsts), "across, then down"


def test_what_can_be_read_across_one_sheet_stays_in_one_piece(qapp):
    assert {each.width() for each in sheets_of(table_of(12, 3000), A4).slices} == {1260.0}


def test_the_names_stand_beside_every_strip(qtbot, shell, tmp_path):
    class Named(Stripes):
        def draw(self, painter, theme):
            clip = painter.clipBoundingRect()
            for x, y, word in ((0, 10, "Corner"), (0, 90, "Name"), (700, 10, "Head"), (700, 90, "Cell")):
                if clip.contains(x + 5, y + 5):
                    painter.drawText(QRectF(x, y, 90, 40), word)

    lens = Named(1, 1)
    lens.__dict__.update(table_of(30, 900).__dict__)
    place = tmp_path / "out.pdf"
    shell.output.printing.print(printed_to(place), shell.files.front, lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    texts = texts_of(place)
    assert len(texts) == len(sheets_of(lens, A4).slices) > 2
    assert [("Corner" in text, "Name" in text) for text in texts] == [(True, True)] * len(texts)
    assert ["Cell" in text for text in texts].count(True) == 1


def test_a_few_sheets_are_laid_out_without_the_rest(qapp):
    for lens in (Stripes(900, 12_000), table_of(60, 4_000)):
        few, whole = sheets_of(lens, A4, most=5), sheets_of(lens, A4)
        assert (len(few.slices), few.count) == (5, None)
        assert few.slices == whole.slices[:5]
        assert whole.count == len(whole.slices)


@pytest.mark.parametrize("pages", [(4, 9), (3, 3)])
def test_pages_that_are_not_there_are_said_and_not_printed(qtbot, shell, tmp_path, pages):
    place = tmp_path / "out.pdf"
    place.write_bytes(b"before")
    lens = Stripes(900, 2200)
    assert len(sheets_of(lens, A4).slices) == 2
    shell.output.printing.print(printed_to(place, pages), shell.files.front, lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert shell.status.left.text() == f"Nothing was printed: there are 2 pages, and none from page {pages[0]} on."
    assert place.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_stopping_leaves_what_was_there(qtbot, shell, tmp_path, monkeypatch):
    place = tmp_path / "out.pdf"
    place.write_bytes(b"before")
    monkeypatch.setattr("ui.stepwise.SLICE", -1.0)
    shell.output.printing.print(printed_to(place), shell.files.front, Stripes(900, 6_000))
    assert shell.stepwise.is_busy
    assert not shell.workspace.isEnabled()
    work = shell.status.progress.shown
    with qtbot.waitSignal(work.moved, check_params_cb=lambda *_: "Printing page 2" in work.words):
        pass
    work.stop()
    assert shell.status.left.text() == "Stopped printing."
    assert place.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pdf", "ruby_web.yaml", "settings.ini"]
    assert shell.workspace.isEnabled()
    assert shell.workspace.lens.hasFocus()


def test_a_file_that_cannot_be_put_in_its_place_is_a_sentence(qtbot, shell, tmp_path):
    place = tmp_path / "out.pdf"
    printer = printed_to(place)
    place.mkdir()
    shell.output.printing.print(printer, shell.files.front, shell.workspace.lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert shell.status.left.text().startswith(f"Not printed: {place} cannot be written there: ")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_ctrl_p_asks_and_then_prints(qtbot, shell, tmp_path, monkeypatch):
    place = tmp_path / "out.pdf"

    def accept(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(place))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    shell.actions_by_id["print"].trigger()
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert place.read_bytes().startswith(b"%PDF")


def test_the_preview_draws_the_sheets(qtbot, shell, monkeypatch):
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    seen = []

    def look(dialog):
        dialog.show()
        QApplication.processEvents()
        seen.append(dialog.windowTitle())
        dialog.close()

    monkeypatch.setattr(QPrintPreviewDialog, "exec", look)
    drawn = noted_sheets(monkeypatch)
    shell.actions_by_id["print-preview"].trigger()
    assert seen == ["Print Preview of Plain"]
    assert drawn[0] == (1, 1)


def noted_sheets(monkeypatch):
    """The number of each sheet that is drawn, and of how many."""
    drawn, draw = [], printing.draw_sheet

    def note(*given):
        drawn.append((given[-1].number, given[-1].count))
        draw(*given)

    monkeypatch.setattr(printing, "draw_sheet", note)
    return drawn


def test_a_long_preview_shows_the_first_sheets_and_prints_all(qtbot, shell, tmp_path, monkeypatch):
    from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget

    lens, place, drawn, titles = Cards(1200, 40), tmp_path / "out.pdf", noted_sheets(monkeypatch), []

    def look(dialog):
        dialog.show()
        QApplication.processEvents()
        titles.append(dialog.windowTitle())
        assert {count for _, count in drawn} == {None}
        assert max(number for number, _ in drawn) == MOST_SHOWN
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(place))
        drawn.clear()
        dialog.findChild(QPrintPreviewWidget).print_()
        dialog.close()

    monkeypatch.setattr(QPrintPreviewDialog, "exec", look)
    shell.output.printing.preview(shell.files.front, lens)
    qtbot.waitUntil(lambda: not shell.stepwise.is_busy)
    assert titles == [f"Print Preview of Stripes: the first {MOST_SHOWN} pages"]
    count = drawn[0][1]
    assert count > MOST_SHOWN
    assert drawn == [(number + 1, count) for number in range(count)]
    assert len(texts_of(place)) == count


def test_nothing_to_print_is_said(shell):
    shell.files.new_empty()
    shell.actions_by_id["print"].trigger()
    assert shell.status.left.text() == "There is nothing to print."


def test_without_the_library_of_printing_it_says_what_to_install(shell, monkeypatch):
    import sys

    said = []
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append((box.text(), box.informativeText())))
    shell.actions_by_id["print"].trigger()
    assert "Printing needs the system library libcups.so.2." in said[0][0]
    assert "libcups2" in said[0][1]
    assert "libcups.so.9" in no_printing("libcups.so.9: cannot open shared object file")[0]
