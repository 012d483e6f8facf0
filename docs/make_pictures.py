"""Make every picture of the README and the guide anew: `python -m docs.make_pictures`.

The window is the real one, drawn on no screen; the pages are the real PDF, drawn by `pdftoppm` where it is installed.
Day, time zone, settings and file names are fixed, so that a picture changes only where the app does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["TZ"] = "UTC"

from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.analysis import analyse
from orgmodel.pdf import paper
from orgmodel.yaml_file import read_file
from ui.appearance import Appearance
from ui.export_window import ExportWindow
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
TODAY = date(2026, 11, 23)
SAVED = datetime(2025, 11, 24, 9, 30, tzinfo=UTC)
"""In another year than any in which the pictures are made: of this year's files the window says less."""
SIZE = (1440, 900)
DOTS = 88
"""Dots an inch of a drawn page: its body text is still read, its file stays small."""

Colour = tuple[int, int, int]

PAGES = {"pdf-summary": "Summary", "pdf-chain": "Support chain", "pdf-matrix": "Responsibility matrix"}
"""Pictures of pages, by what stands in the head of the page."""


def main() -> int:
    PICTURES.mkdir(exist_ok=True)
    if hasattr(time, "tzset"):
        time.tzset()
    application = QApplication([])
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        settings = Settings(folder / "settings.ini")
        settings.theme, settings.folder = "light", folder
        window = MainWindow(settings, Appearance(application, settings))
        window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is not there is smaller
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        try:
            draw_screens(window, folder)
        finally:
            window.shut_down()
        draw_pages(folder)
    return 0


def draw_screens(window: MainWindow, folder: Path) -> None:
    wait_for(lambda: window.start_screen is not None and window.start_screen.samples.count() == 4)
    keep(window, "start")

    matrix = open_sample(window, folder, "ruby_web.yaml")
    press(matrix, Qt.Key.Key_Down, times=13)
    press(matrix, Qt.Key.Key_Right)
    keep(window, "matrix")

    window.actions_by_id["theme-dark"].trigger()
    press(matrix, Qt.Key.Key_Left)
    press(matrix, Qt.Key.Key_Up, times=9)
    press(matrix, Qt.Key.Key_Right)
    press(matrix, Qt.Key.Key_A)
    keep(window, "matrix-dark")

    window.actions_by_id["theme-light"].trigger()
    open_sample(window, folder, "ruby_web_today.yaml")
    window.actions_by_id["lens-chain"].trigger()
    window.actions_by_id["next-finding"].trigger()
    keep(window, "chain")

    open_sample(window, folder, "payments_platform.yaml")
    for lens in ("teams", "oncall"):
        window.actions_by_id[f"lens-{lens}"].trigger()
        keep(window, lens)

    made = window_of_export(window)
    keep(made, "export")
    made.close()


def window_of_export(window: MainWindow) -> ExportWindow:
    """The window of Export PDF…, with the pages in sight drawn."""
    window.actions_by_id["export-pdf"].trigger()
    made = window.workspace.inquiries.made["export-pdf"] if window.workspace else None
    if not isinstance(made, ExportWindow):
        raise SystemExit("The window of the export was not opened.")
    made.resize(1180, 780)
    wait_for(lambda: not made.is_waiting and made.preview.pages.is_drawn)
    return made


def open_sample(window: MainWindow, folder: Path, name: str) -> QWidget:
    """Open a copy of a sample, and wait until its findings are there; what takes the keys is returned."""
    if window.files.session:
        window.files.session.mark_untouched()  # or closing it would ask
        window.files.close()
    copy = folder / name
    shutil.copy(ROOT / "sample_orgs" / name, copy)
    os.utime(copy, (SAVED.timestamp(), SAVED.timestamp()))
    window.files.open(copy)
    session = window.files.session
    if session is None or window.workspace is None:
        raise SystemExit(f"{name} was not opened.")
    wait_for_findings(session)
    return window.workspace.lens.view


def wait_for_findings(session: Session) -> None:
    wait_for(lambda: session.report is not None)
    session.today = TODAY
    session.show_findings(analyse(session.document, TODAY))


def wait_for(happened: Callable[[], object]) -> None:
    for _ in range(1_000):
        if happened():
            return
        QTest.qWait(20)
    raise SystemExit("The window did not get as far as the picture.")


def press(widget: QWidget, key: Qt.Key, *, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(widget, key)


def keep(window: QWidget, name: str) -> None:
    """Write what the window shows, once it has nothing left to do."""
    QTest.qWait(300)  # dimming takes 120 ms
    path = PICTURES / f"{name}.png"
    window.grab().save(str(path))
    shrink(path)


def draw_pages(folder: Path) -> None:
    draw = shutil.which("pdftoppm")
    if draw is None:
        sys.stderr.write("pdftoppm is not installed, so the pictures of the PDF stay as they are.\n")
        return
    document = read_file(ROOT / "sample_orgs" / "ruby_web_today.yaml").document
    printed = folder / "paper.pdf"
    printed.write_bytes(paper(document, analyse(document, TODAY), today=TODAY).data)
    heads = [page.extract_text().partition("\n")[0] for page in PdfReader(printed).pages]
    for name, title in PAGES.items():
        number = next(place for place, head in enumerate(heads, 1) if head.endswith(title))
        only = ["-f", str(number), "-l", str(number), "-singlefile", "-png", "-r", str(DOTS)]
        subprocess.run([draw, *only, str(printed), str(PICTURES / name)], check=True)  # noqa: S603 (found above)
        shrink(PICTURES / f"{name}.png")


def shrink(path: Path) -> None:
    """Down to 256 colours, which are kept exactly; each of the others, on the edges of letters, becomes the nearest."""
    with Image.open(path) as read:
        picture = read.convert("RGB")
    counted = [(colour, count) for count, colour in picture.getcolors(picture.width * picture.height)]
    kept, place = chosen(counted)
    raw = picture.tobytes()
    pixels = zip(raw[::3], raw[1::3], raw[2::3], strict=True)
    small = Image.frombytes("P", picture.size, bytes(map(place.__getitem__, pixels)))
    small.putpalette([part for colour in kept for part in colour])
    small.save(path, optimize=True)


def chosen(counted: list[tuple[Colour, int]]) -> tuple[list[Colour], dict[Colour, int]]:
    """The colours to keep, and for every colour the place of the nearest one.

    The next to be kept is always the one that is common and far from all that are: the yellow of one small triangle
    has its place beside the white of the whole page.
    """
    first = max(counted, key=lambda pair: (pair[1], pair[0]))[0]
    kept = [first]
    nearest = {colour: (distance(colour, first), 0) for colour, _ in counted}
    while len(kept) < min(256, len(counted)):
        more = max(counted, key=lambda pair: (pair[1] * nearest[pair[0]][0], pair))[0]
        for colour, _ in counted:
            nearest[colour] = min(nearest[colour], (distance(colour, more), len(kept)))
        kept.append(more)
    return kept, {colour: place for colour, (_, place) in nearest.items()}


def distance(one: Colour, other: Colour) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2


if __name__ == "__main__":
    sys.exit(main())
