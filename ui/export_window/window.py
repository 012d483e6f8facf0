"""The window of Export PDF…: the choices at the left, the pages that they give at the right, and the file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orgmodel.model.value import changed
from ui.announcing import announce
from ui.export_window.choices import as_record, from_record
from ui.export_window.composing import Asked, Composed, Composing
from ui.export_window.form import OrderForm
from ui.export_window.lines import Tick
from ui.export_window.preview import Preview
from ui.exporting import Exporter
from ui.ink_line import InkLine, Words
from ui.inquiry import Inquiry, Question
from ui.progress import WORDS_WIDTH, Progress
from ui.reading_order import step_focus
from ui.save_place import ask_place, is_same, model_stays_said, suggested_place
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme
from ui.translation import plural, tr
from ui.work import Work

SIZE: Final = QSize(1180, 860)
_FORM: Final = 316
_NARROW_FORM: Final = 260
_NARROW: Final = 800
_FOOT: Final = 540
"""What stands in the foot beside the words of what is done."""


class ExportWindow(Inquiry):
    """What is written is what is shown, byte for byte."""

    _drawn = Signal(int, int)
    """How many pages are drawn, and how many there are, from the thread that draws them."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._composing = Composing(self._hear)
        question = Question(self.request, self._composing.composed, self.show_answer, self.show_failure)
        super().__init__(session, theme, tr("Export PDF"), question)
        self.form = OrderForm(theme)
        self.preview = Preview(theme)
        self.opens = Tick(theme, tr("Open when done"))
        self.button = QPushButton(tr("Export…"))
        self.done_line = InkLine(theme)
        self.progress = Progress(theme)
        self._exporter: Exporter | None = None
        self._settings: Settings | None = None
        self._shown: Composed | None = None
        """What is on screen; None while that is not what is wanted."""
        self._made_of: Asked | None = None
        self._work: Work | None = None
        self._share = -1
        self._target: Path | None = None
        """Where to write as soon as the pages are there."""
        self._writing: Path | None = None
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    def use(self, exporter: Exporter, settings: Settings) -> None:
        """What writes, and what remembers; the choices are those of last time for this file."""
        if self._exporter is exporter:
            return
        self._exporter, self._settings = exporter, settings
        exporter.written.connect(self._say_written)
        exporter.refused.connect(self._say_refused)
        if self.session.path:
            self.form.show_choices(from_record(settings.export_choices(self.session.path)))

    # The frame

    def _lay_out(self) -> None:
        self._side = QFrame()
        self._side.setFixedWidth(1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.form)
        self.form.setMinimumWidth(_NARROW_FORM)
        body.addWidget(self._side)
        body.addWidget(self.preview, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.progress)
        foot.addWidget(self.done_line, 1)
        foot.addWidget(self.opens)
        foot.addLayout(self.foot(primary=self.button))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(body, 1)
        column.addWidget(self._foot)
        self.button.setDefault(True)
        self.setMinimumSize(560, 300)
        self.resize_within(SIZE.width(), SIZE.height())

    def _connect(self) -> None:
        self.form.changed.connect(self._choose)
        self.preview.again.clicked.connect(self.ask)
        self.session.file_changed.connect(self._follow_file)
        self.opens.clicked.connect(self._remember)
        self.button.clicked.connect(self.export)
        self._drawn.connect(self._show_share, Qt.ConnectionType.QueuedConnection)
        self.addActions(self.preview.zoom_actions())
        self.destroyed.connect(self._composing.drop)

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.form, self.preview, self.progress, self.done_line):
            part.apply_theme(theme)
        self.opens.theme = theme
        self._side.setStyleSheet(f"background: {theme.line}")
        super().apply_theme(theme)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's own signature)
        return step_focus((self.form, self.preview, self._foot), self.focusWidget(), forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.progress.words.set_widest(min(WORDS_WIDTH, max(80, self.width() - _FOOT)))
        self.form.setMaximumWidth(_NARROW_FORM if self.width() < _NARROW else _FORM)

    # What is asked

    def take_up_selection(self) -> None:
        self.form.offer(self.session.organization)
        self.opens.setChecked(self.form.choices.opened)
        if not self.isVisible():
            self.form.focus_first()
        if self._shown is None or self._is_old():
            self.ask()

    def refresh(self) -> None:
        self.form.offer(self.session.organization)
        self.ask()

    def ask(self) -> None:
        self._shown = None
        super().ask()
        self._show_button()

    def request(self) -> Asked | None:
        """What the fields say now; None where nothing is to be printed."""
        self._end_work()
        choices = self.form.choices
        if not choices.printed(has_baseline=bool(self.session.organization.based_on)):
            self._composing.drop()
            return None
        asked = Asked(self.session.document, self.session.path, self.session.today, choices)
        self._composing.wanted = asked
        self._share = -1
        self._work = Work(tr("Composing…"), self.stop, self)
        self.progress.follow(self._work)
        return asked

    def stop(self) -> None:
        """Make these pages no further; a file that waits for them is not written."""
        self._drop()
        self._target = None
        self.preview.say_stale(tr("Stopped: these are the pages of before."), is_over=True)
        self._show_button()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pages that nobody sees are made no further, unless a file waits for them."""
        super().hideEvent(event)
        if self.is_waiting and self._target is None and not event.spontaneous():
            self._drop()
            self._is_stale = True

    def _drop(self) -> None:
        self._composing.drop()
        self._asked = None
        self._background.stop()
        self._end_work()

    def _is_old(self) -> bool:
        """Whether the document is another one since it was composed, or its baseline may be."""
        made, session = self._made_of, self.session
        if made is None or session.organization.based_on:
            return True
        return made.document is not session.document or made.path != session.path

    def _follow_file(self) -> None:
        """Where it lies somewhere else now, its baseline may be there; the choices go with it."""
        if self._made_of is not None and self._made_of.path != self.session.path:
            self._remember()
            self._follow()

    def _choose(self) -> None:
        self._remember()
        self.done_line.show_pieces()
        self.ask()

    def _remember(self) -> None:
        self.form.choices = changed(self.form.choices, opened=self.opens.isChecked())
        if self._settings and self.session.path:
            self._settings.keep_export_choices(self.session.path, as_record(self.form.choices))

    # What is shown

    def show_waiting(self) -> None:
        self.preview.say_stale(tr("Composing…"))

    def show_answer(self, asked: Asked, made: Composed) -> None:
        self._end_work()
        self._slow.stop()
        if made.refusal:
            self.show_failure(made.refusal)
            return
        self._shown, self._made_of = made, asked
        self.preview.show_paper(made.data, made.sizes)
        self._say_warnings()
        announce(self, " ".join((plural(len(made.sizes), "One page.", "{count} pages."), *made.warnings)))
        self._show_button()
        target, self._target = self._target, None
        if target:
            self._write(target, made)

    def _say_warnings(self) -> None:
        """What the pages cannot show, in the place of what went wrong before."""
        self.preview.say_problem(" ".join(self._shown.warnings) if self._shown else "")

    def show_failure(self, sentence: str) -> None:
        self._end_work()
        self._target = None
        self.preview.say_stale(tr("These are the pages of before."), is_over=True)
        self.preview.say_problem(sentence, is_error=True)
        self._show_button()

    def show_nothing(self) -> None:
        self.preview.show_empty(tr("Nothing to print."), tr("Tick a section at the left, or choose for whom it is."))
        self.preview.say_problem("")

    def _show_button(self) -> None:
        can = self._shown is not None or self.is_waiting
        self.button.setEnabled(can)
        self.button.setToolTip("" if can else tr("There are no pages to write."))

    def _hear(self, drawn: int, pages: int) -> None:
        """In the thread that draws them: told once for each percent."""
        share = 100 * drawn // pages if pages else 0
        if share != self._share:
            self._share = share
            self._drawn.emit(drawn, pages)

    def _show_share(self, drawn: int, pages: int) -> None:
        if self._work and pages:
            words = tr("Composing page {number} of {count}", number=f"{drawn + 1:,}", count=f"{pages:,}")
            self._work.go_on(words, drawn / pages)

    def _end_work(self) -> None:
        work, self._work = self._work, None
        if work:
            work.end()

    # The file

    def export(self) -> None:
        """Ask where, and write what is shown; where it is still being made, as soon as it is."""
        folder = self._settings.folder if self._settings else Path.home()
        suggested = suggested_place(self.session.path, self.session.organization.name, ".pdf", folder)
        place = ask_place(self, tr("Export PDF"), suggested, "PDF (*.pdf)", ".pdf")
        if place is None:
            return
        path = place.path
        self._say_warnings()
        self.done_line.show_pieces()
        if is_same(path, self.session.path):
            refusal = model_stays_said(path)
            self.preview.say_problem(refusal, is_error=True)
            announce(self, refusal)
        elif self._shown:
            self._write(path, self._shown)
        elif self.is_waiting:
            self._target = path
            self._say_done(tr("Writes {file} when the pages are there.", file=path.name))

    def _write(self, path: Path, made: Composed) -> None:
        if self._exporter is None:
            return
        self._writing = path
        self.progress.follow(self._exporter.write(path, made.data, made.warnings))

    def _say_written(self, path: Path, _: object) -> None:
        if path != self._writing:
            return
        self._writing = None
        self._say_done(tr("Written: {path}", path=str(path)))
        if self.opens.isChecked() and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say_done(tr("Written: {path}. No program here opens it.", path=str(path)))

    def _say_refused(self, sentence: str) -> None:
        if self._writing is not None:
            self._writing = None
            self.preview.say_problem(sentence, is_error=True)

    def _say_done(self, sentence: str) -> None:
        self.done_line.show_pieces(Words(sentence, "ink"))
        announce(self, sentence)
