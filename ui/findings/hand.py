"""What keys and presses on a line do: go there, mend it, accept it, explain it, fill in what is unknown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from orgmodel.document import Waiver
from orgmodel.findings import Finding, Fix
from ui.findings.lines import (
    FEW,
    ExpiredLine,
    FindingLine,
    GroupLine,
    Line,
    MissingLine,
    MoreLine,
    SectionLine,
)
from ui.findings.places import Action, is_waived
from ui.findings.rule_page import show_rule_page
from ui.findings.waive import ask_renewal, ask_waiver, take_back
from ui.inquiries import inquiries_about
from ui.plain_text import as_menu_text, as_tip

if TYPE_CHECKING:
    from ui.findings.findings_list import FindingsList


class Hand:
    """Acts on the session for one list."""

    def __init__(self, of: FindingsList) -> None:
        self._list = of
        self._awaited: tuple[FindingLine, QPoint] | None = None
        """The line whose fixes are wanted as soon as they are known, and where to offer them."""

    def press(self, line: Line, action: Action | None, at: QPoint) -> None:
        """What a press on a line does at a point of the screen."""
        if action is None:
            self.choose(line)
        elif action == "fix" and isinstance(line, FindingLine):
            self.fix(line, at)
        elif action == "about":
            self.explain(line, at)
        elif action in ("waive", "renew"):
            self.waive(line)
        elif action == "remove":
            self.remove(line)
        else:
            self.open(line)

    def type(self, line: Line, key: int) -> bool:
        """Enter goes there, Right and Left open and close, F mends, W waives, Del takes a waiver back, F1 explains."""
        foot = self._list.foot_of_current()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(line) if isinstance(line, SectionLine | MoreLine | MissingLine) else self.choose(line)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._unfold(line, wanted=key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_F1 and line.codes:
            self.explain(line, foot)
        elif key == Qt.Key.Key_F and isinstance(line, FindingLine):
            self.fix(line, foot)
        elif key == Qt.Key.Key_W and isinstance(line, FindingLine | GroupLine | ExpiredLine):
            self.waive(line)
        elif key == Qt.Key.Key_Delete and (isinstance(line, ExpiredLine) or is_waived(line)):
            self.remove(line)
        else:
            return False
        return True

    def choose(self, line: Line) -> None:
        """Go to what a line is about; a group opens or closes."""
        if isinstance(line, FindingLine):
            self._list.session.show_finding(line.finding)
        elif isinstance(line, GroupLine):
            self.open(line)
        elif line.subjects:
            self._list.session.select(*line.subjects)

    def open(self, line: Line) -> None:
        """Open what is closed and close what is open; show more; go to the field that is to be filled in."""
        if isinstance(line, MissingLine | FindingLine):
            self.fill_in(line)
        elif isinstance(line, MoreLine):
            folds = self._list.folds
            folds.show_at_least(line.heading, folds.limit(line.heading) + FEW)
            self._list.show_lines()
        elif isinstance(line, GroupLine | SectionLine):
            self._unfold(line, wanted=not line.is_open)

    def _unfold(self, line: Line, *, wanted: bool) -> None:
        folds = self._list.folds
        if not isinstance(line, GroupLine | SectionLine) or (not wanted and not line.is_open):
            if not wanted:
                self._list.step_out(line)
            return
        if isinstance(line, SectionLine):
            folds.fold(line.title, closed=not wanted)
        elif wanted:
            folds.opened_groups.add(line.identity)
        else:
            folds.opened_groups.discard(line.identity)
        self._list.show_lines()

    def fill_in(self, line: MissingLine | FindingLine) -> None:
        """Go to the field; where there is none, to what wants the input."""
        remedy = line.remedy
        if remedy.subject:
            self._list.session.fill_in(remedy.subject, remedy.field)
        else:
            self.choose(line)

    def fix(self, line: FindingLine, at: QPoint) -> None:
        """Apply the only fix where all its words could be read, else offer what there is; of a waived one nothing.

        What only people know is filled in at its field.
        Where the fixes are still being worked out that is done when they are known.
        """
        if line.remedy.field:
            self.fill_in(line)
        if is_waived(line) or line.remedy.field:
            return
        fixes = self._list.session.remedies.of(line.finding)
        self._awaited = (line, at) if fixes is None else None
        if not fixes:
            return
        row = next(row for row, each in enumerate(self._list.lines.lines) if each is line)
        if len(fixes) == 1 and self._list.delegate.shows_whole_link(
            line, self._list.visualRect(self._list.lines.index(row))
        ):
            self._list.session.execute(fixes[0].command)
        else:
            self.offer(self.menu_of(line), at)

    def go_on(self, finding: Finding) -> None:
        """The fixes of a finding are known: offer them, where somebody waits for that and still has it in hand."""
        if self._awaited and self._awaited[0].finding is finding:
            (line, at), self._awaited = self._awaited, None
            if self._list.current() is line:
                self.fix(line, at)

    def waive(self, line: Line) -> None:
        """Ask why and until when, and accept what the line says; of what is waived already, change that."""
        session = self._list.session
        waiver = _waiver_of(line)
        if waiver:
            command = ask_renewal(waiver, session, self._list)
        elif isinstance(line, FindingLine):
            command = ask_waiver((line.finding,), session, self._list)
        elif isinstance(line, GroupLine):
            command = ask_waiver(line.findings, session, self._list)
        else:
            return
        if command:
            session.execute(command)

    def remove(self, line: Line) -> None:
        """Take the waiver of a line back; where it accepts other findings too, for this one alone."""
        if isinstance(line, ExpiredLine):
            self._list.session.execute(take_back(line.waiver))
        elif isinstance(line, FindingLine) and line.finding.waived:
            self._list.session.execute(take_back(line.finding.waived, line.subjects[0]))

    def ask(self, line: FindingLine, action: str) -> None:
        """Open the window of an action about a finding."""
        self._list.session.show_finding(line.finding)
        self._list.session.inquiry_wanted.emit(action)

    def explain(self, line: Line, at: QPoint) -> None:
        """Open the page of the rule; where a line is of several, ask which."""
        if len(line.codes) > 1:
            menu = QMenu(self._list)
            self._offer_pages(menu, line)
            self.offer(menu, at)
        elif line.codes:
            show_rule_page(line.codes[0], self._list)

    def show_menu(self, line: Line, at: QPoint) -> None:
        if line.codes:
            self.offer(self.menu_of(line), at)

    def offer(self, menu: QMenu, at: QPoint) -> None:
        """Open a menu at a point of the screen, until something is chosen or not."""
        menu.exec(at)
        menu.deleteLater()

    def menu_of(self, line: Line) -> QMenu:
        """The fixes of a line, each with what it does, then what else there is."""
        menu = QMenu(self._list)
        menu.setToolTipsVisible(True)
        if isinstance(line, MissingLine | FindingLine) and line.remedy.subject:
            self._offer(menu, line.remedy.link, partial(self.fill_in, line))
        if isinstance(line, FindingLine) and not is_waived(line):
            for fix in self._list.session.remedies.of(line.finding) or ():
                self._offer_fix(menu, fix, line.finding.advice)
            menu.addSeparator()
            for action, text in inquiries_about(line.finding):
                self._offer(menu, text, partial(self.ask, line, action))
        if isinstance(line, GroupLine):
            self._offer(menu, "Hide them" if line.is_open else "Show them", partial(self.open, line))
            self._offer(menu, f"Waive all {len(line.findings):,}…", partial(self.waive, line))
        elif _waiver_of(line):
            self._offer(menu, "Change waiver…", partial(self.waive, line))
            self._offer(menu, "Remove waiver", partial(self.remove, line))
        elif isinstance(line, FindingLine):
            self._offer(menu, "Waive…", partial(self.waive, line))
        self._offer_pages(menu, line)
        return menu

    def _offer_fix(self, menu: QMenu, fix: Fix, advice: str) -> None:
        action = menu.addAction(as_menu_text(fix.label))
        action.setToolTip(as_tip(f"{fix.label}\n{advice}"))
        action.triggered.connect(lambda: self._list.session.execute(fix.command))

    def _offer_pages(self, menu: QMenu, line: Line) -> None:
        for code in line.codes:
            self._offer(menu, f"About {code}", partial(show_rule_page, code, self._list))

    @staticmethod
    def _offer(menu: QMenu, text: str, act: Callable[[], object]) -> None:
        menu.addAction(as_menu_text(text), act)


def _waiver_of(line: Line) -> Waiver | None:
    if isinstance(line, ExpiredLine):
        return line.waiver
    return line.finding.waived if isinstance(line, FindingLine) else None
