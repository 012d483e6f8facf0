"""A finding is accepted for a while, and that is changed or taken back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from orgmodel.commands import Waive
from orgmodel.document import Waiver
from orgmodel.model import Subject
from orgmodel.model.value import changed
from tests.ui.found import (
    CODE,
    DATABASE,
    GAP,
    HELD,
    RELEASE,
    REPORT,
    SRE,
    TODAY,
    found,
    report,
)
from tests.ui.panel_hand import answer, key, press, take, texts
from ui.findings.lines import GroupLine
from ui.findings.waive import WaiveDialog, dialog_for, take_back

K = Qt.Key


def fill_waiver(reason):
    def act(dialog):
        assert isinstance(dialog, WaiveDialog)
        dialog.reason.setText(reason)
        dialog.by.setText("Dana")
        dialog.accept()

    return act


def test_a_finding_is_waived_with_a_reason(qtbot, session, panel):
    take(panel, "GAP001")
    answer(fill_waiver("Hired in March"))
    key(qtbot, panel, K.Key_W)
    (waiver,) = session.document.waivers
    assert (waiver.rule, waiver.on, waiver.reason, waiver.by) == ("GAP001", (RELEASE,), "Hired in March", "Dana")


def test_alike_findings_are_waived_together(qtbot, session, panel):
    twins = [found("GAP001", named, alike="have nobody to do them") for named in (CODE, DATABASE)]
    session.show_findings(report(*twins))
    take(panel, GroupLine)
    answer(fill_waiver("Next quarter"))
    key(qtbot, panel, K.Key_W)
    assert session.document.waivers[0].on == (CODE, DATABASE)
    assert session.history.undo_label.startswith("Waive GAP001 until")


def test_a_waiver_needs_a_reason(qtbot, session, panel):
    dialog = dialog_for((GAP,), session.today, panel)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    qtbot.keyClicks(dialog.reason, "Hired in March")
    assert ok.isEnabled()
    session.execute(Waive(dialog.waiver))
    assert session.document.waivers[0].reason == "Hired in March"
    assert session.document.waivers[0].on == (RELEASE,)


def test_a_waiver_is_removed_from_its_finding(qtbot, session, panel):
    session.execute(Waive(HELD))
    press(qtbot, panel, "ESC003", "remove")
    assert session.document.waivers == ()
    assert session.undo()
    assert session.document.waivers == (HELD,)


def test_of_a_waiver_of_several_things_only_one_is_taken_back(session):
    both = changed(HELD, on=(SRE, Subject("team:app")))
    session.execute(Waive(both))
    session.execute(take_back(both, SRE))
    assert session.document.waivers == (changed(both, on=(Subject("team:app"),)),)
    assert session.undo()
    assert session.document.waivers == (both,)


def test_a_waiver_is_changed_as_one_step(qtbot, session, panel):
    session.execute(Waive(HELD))
    take(panel, "ESC003")
    answer(fill_waiver("Still a small team."))
    key(qtbot, panel, K.Key_W)
    assert session.document.waivers == (changed(HELD, reason="Still a small team.", by="Dana"),)
    assert session.undo()
    assert session.document.waivers == (HELD,)


def test_an_expired_waiver_is_shown_and_can_be_removed(qtbot, session, panel):
    ended = Waiver("GAP001", (RELEASE,), "Hiring.", date(2026, 1, 31))
    session.execute(Waive(ended))
    session.show_findings(REPORT)
    assert "GAP001 of “Release Process”: the waiver ended on 31 January 2026." in texts(panel)
    row = next(row for row, line in enumerate(panel.list.lines.lines) if "ended" in line.text)
    panel.list.setCurrentIndex(panel.list.lines.index(row))
    key(qtbot, panel, K.Key_Delete)
    assert session.document.waivers == ()


def test_the_day_of_the_report_decides_what_has_expired(session, panel):
    session.execute(Waive(changed(HELD, until=TODAY)))
    session.show_findings(REPORT)
    assert not any("ended" in text for text in texts(panel))
