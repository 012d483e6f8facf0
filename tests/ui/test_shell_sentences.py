"""What the frame says, in words: the selection, the change, the recent files."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from orgmodel.document import Decision, Document, View, Waiver
from orgmodel.model import (
    ALERT,
    BUSINESS_HOURS,
    Assessment,
    Escalation,
    Organization,
    Questionnaire,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Team,
    TeamId,
    duration_from,
)
from orgmodel.model.value import changed
from ui.files import written_said
from ui.recents import short_path, spoken, when_words
from ui.selection_sentence import selection_sentence
from ui.settings import Recent
from ui.start.samples import lines_of, summary_of
from ui.status_bar import saved_pieces

ORGANIZATION = Organization(
    name="Small",
    teams=(Team(TeamId("app"), "App Team", "application"), Team(TeamId("sre"), "App SRE", "application-sre")),
    responsibilities=(
        Responsibility(RowId("code"), "Code", layer="application", raci=Raci({"app": "A", "sre": "C"})),
        Responsibility(RowId("database"), "Database", layer="environment", raci=Raci({"sre": "R"})),
        Responsibility(RowId("release"), "Release Process", layer="environment"),
        Responsibility(RowId("shared"), "Shared", layer="environment", raci=Raci({"app": "A", "sre": "A"})),
    ),
    rotations=(
        Rotation(RotationId("sre-days"), TeamId("sre"), level=2, coverage=BUSINESS_HOURS),
        Rotation(RotationId("app-primary"), TeamId("app")),
    ),
    escalations=(
        Escalation(ALERT, TeamId("sre")),
        Escalation(TeamId("sre"), TeamId("app"), after=duration_from("15m"), when="the fix is in the code"),
    ),
    questionnaires=(Questionnaire("habits", "Habits"),),
    assessments=(Assessment("first", "habits", date(2026, 11, 2)),),
)
DOCUMENT = Document(
    ORGANIZATION,
    decisions=(Decision(date(2026, 11, 2), "Two teams is enough"),),
    views=(View("The gap"), View("The way out")),
    waivers=(Waiver("GAP001", ("responsibility:release",), "Known", date(2026, 12, 31)),),
)


@pytest.mark.parametrize(
    ("selection", "team", "said"),
    [
        ((), None, "Nothing selected"),
        (("responsibility:code",), "app", "Code × App Team: A, answers for it"),
        (("rotation:sre-days",), None, "sre-days of App SRE, level 2: business hours"),
        (("rotation:app-primary",), None, "app-primary of App Team, level 1: hours unknown"),
        (("rotation:gone",), None, "Nothing selected"),
        (("responsibility:release",), "app", "Release Process × App Team: no letter"),
        (("responsibility:code",), None, "Code: App Team answers for it"),
        (("responsibility:database",), None, "Database: App SRE does it alone"),
        (("responsibility:release",), None, "Release Process: nobody does it"),
        (("responsibility:shared",), None, "Shared: 2 teams answer for it"),
        (("responsibility:code", "responsibility:database"), None, "2 rows selected"),
        (("team:app",), None, "App Team: receives from 1, escalates to nobody"),
        (("escalation:sre->app",), None, "App SRE → App Team: after 15m, when the fix is in the code"),
        (("escalation:alert->sre",), None, "Alert → App SRE"),
        (("layer:environment",), None, "Web Application Environment (Prod/Dev/Stage)"),
        (("responsibility:gone",), None, "Nothing selected"),
        (("responsibility:gone", "responsibility:code"), None, "Code: App Team answers for it"),
        (("team:gone",), None, "Nothing selected"),
        (("waiver:GAP001/1",), None, "The waiver of GAP001"),
        (("decision:1",), None, "Two teams is enough"),
        (("decision:2",), None, "Nothing selected"),
        (("view:1",), None, "The gap"),
        (("view:1", "view:2"), None, "2 steps selected"),
        (("assessment:first",), None, "Habits, 2026-11-02"),
        (("questionnaire:habits",), None, "Habits"),
    ],
)
def test_the_selection_is_a_sentence(selection, team, said):
    assert "".join(words.text for words in selection_sentence(DOCUMENT, selection, team)) == said


def test_what_is_written_is_told_before_what_is_to_be_known_of_it():
    assert written_said(Path("a.pdf"), ()) == "Written: a.pdf"
    assert written_said(Path("a.pdf"), ("No font here.",)) == "Written: a.pdf. No font here."


NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("opened", "said"),
    [
        (datetime(2026, 11, 22, 14, 2, tzinfo=UTC), "Today 14:02"),
        (datetime(2026, 11, 21, 17, 40, tzinfo=UTC), "Yesterday 17:40"),
        (datetime(2026, 11, 16, 9, 0, tzinfo=UTC), "16 November"),
        (datetime(2025, 11, 2, 9, 0, tzinfo=UTC), "2 November 2025"),
    ],
)
def test_when_a_file_was_open(opened, said):
    assert when_words(opened, NOW) == said


def test_the_home_folder_is_short():
    assert short_path(Path.home() / "models" / "ruby.yaml") == str(Path("~/models/ruby.yaml"))
    assert short_path(Path("/mnt/team/retail.yaml")) == "/mnt/team/retail.yaml"


def test_a_recent_file_is_spoken_with_its_counts():
    recent = Recent(Path("/a.yaml"), "Payments", NOW, 7, 12)
    assert spoken(recent, is_there=True) == "Payments, 7 errors, 12 warnings"
    assert spoken(changed(recent, errors=1), is_there=True) == "Payments, 1 error, 12 warnings"
    assert spoken(recent, is_there=False) == "Payments, file not found"


def test_a_sample_has_one_square_a_row_by_layer():
    assert lines_of(ORGANIZATION) == (("application",), ("application-sre", None, "application"))
    assert summary_of(ORGANIZATION) == "2 teams, 4 rows, 1 gap"


def test_the_time_of_the_last_save_has_its_day_where_it_is_not_today(session):
    session.mark_saved(Path("/models/small.yaml"))
    assert saved_pieces(session, datetime(2025, 11, 2, 9, 0, tzinfo=UTC))[1].text == "Saved 2 November 2025"
    now = datetime.now(UTC).astimezone()
    assert saved_pieces(session, now)[1].text == f"Saved {now:%H:%M}"
    session.history = session.history.then("Edit", session.document.copy_with(views=(View("One"),)))
    assert saved_pieces(session, now)[0].text == "Unsaved changes"
