"""One page for each team: what it has, who calls it and whom it calls, what to put right, and a line to sign on."""

from __future__ import annotations

import re

import pytest
from any_documents import any_documents as hard_documents
from hypothesis import HealthCheck, given, settings
from printed_pages import flat, outside, printed, reader, sample_document, text_of, watched
from strategies import documents

from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    ALWAYS,
    Duration,
    Escalation,
    Member,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Service,
    Team,
)
from orgmodel.pdf.drawing import legend
from orgmodel.pdf.drawing.pen import Pen

LAW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
SIGNED = "Read and agreed"


def teams_of(document, page="A4", **order):
    return printed(document, page, sections=order.pop("sections", ("teams",)), **order)


def pages_of(document, **order):
    return [flat(page.extract_text()) for page in reader(teams_of(document, **order).data).pages]


def there(document):
    return [team for team in document.organization.teams if team.status != "archived"]


@LAW
@given(documents())
def test_every_team_has_a_bookmark_and_one_line_to_sign_on(document):
    made = reader(teams_of(document).data)
    text = " ".join(flat(page.extract_text()) for page in made.pages)
    assert text.count(SIGNED) == len(there(document))
    entries = [entry for part in made.outline if isinstance(part, list) for entry in part]
    assert len(entries) == len(there(document))


@LAW
@given(hard_documents(), hard_documents())
def test_nothing_stands_outside_the_margins(document, other):
    with watched() as drawn:
        teams_of(document)
        teams_of(other, "Letter", turned="landscape")
    assert outside(drawn) == []


@LAW
@given(hard_documents())
def test_nothing_stands_in_the_room_for_the_signature(document):
    pages = []
    with watched() as drawn, pytest.MonkeyPatch.context() as patch:
        finish = Pen.finish

        def finished(self):
            pages.append(drawn[:])
            drawn.clear()
            return finish(self)

        patch.setattr(Pen, "finish", finished)
        teams_of(document)
    for page in pages:
        signed = [each for each in page if each[0] == SIGNED]
        if signed:
            sheet, top, foot = signed[0][1], signed[0][3] - 4, signed[0][1].height - 24
            inside = [each[0] for each in page if top < each[3] < foot - 0.5 and each[0] not in ("line", "box")]
            assert sorted(inside) == sorted([SIGNED, "Name", "Signature", "Date"])
            assert sheet.height - 40 < top


@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
@pytest.mark.parametrize("name", ["ruby_web", "ruby_web_today", "bt_from_scratch", "payments_platform", "department"])
def test_the_samples_stay_within_the_margins(name, page):
    with watched() as drawn:
        teams_of(sample_document(name), page)
    assert outside(drawn) == []


@pytest.mark.parametrize("name", ["ruby_web", "ruby_web_today", "bt_from_scratch", "payments_platform"])
def test_each_team_finds_every_row_of_its_own(name):
    document = sample_document(name)
    for team in there(document):
        text = " ".join(pages_of(document, teams=(team.id,)))
        for row in document.organization.responsibilities:
            if team.id in row.raci:
                assert row.name in text, f"{row.name} of {team.name}"


def test_a_team_of_the_reference_has_one_page():
    document = sample_document("ruby_web")
    pages = [page for page in pages_of(document) if "Index of names" not in page]
    assert len(pages) == len(document.organization.teams)
    assert all(SIGNED in page for page in pages)


def test_no_page_of_a_team_is_nearly_empty():
    pages = [page for page in pages_of(sample_document("department")) if "Index of names" not in page]
    assert min(len(page.split()) for page in pages) > 80


def test_hundreds_of_rows_go_on_and_say_so():
    rows = tuple(Responsibility(f"r{place}", f"Row {place:03}", raci=Raci({"app": "A"})) for place in range(500))
    document = Document(Organization("Long", teams=(Team("app", "App", "application"),), responsibilities=rows))
    pages = pages_of(document)
    assert re.findall(r"Row \d{3}", " ".join(pages)) == [f"Row {place:03}" for place in range(500)]
    assert "Answers for 500 responsibilities" in pages[0]
    assert all("Answers for continued" in page for page in pages[1:-1])
    assert [SIGNED in page for page in pages] == [False] * (len(pages) - 1) + [True]


def on_call(people=("kim", "lee")):
    members = (Member("kim", "Kim Lee"), Member("lee", "Lee Ahn"))
    team = Team("sre", "SRE", "application-sre", lead="kim", contact="#sre", members=members)
    week = Duration(7, "d")
    rotations = (
        Rotation("first", "sre", 1, ALWAYS, "Europe/London", people, week, hand_up=Duration(10, "m")),
        Rotation("second", "sre", 2, ALWAYS, "Europe/London", people[::-1], week),
    )
    return Document(Organization("Called", teams=(team,), rotations=rotations))


def test_rotations_say_hours_people_and_turns():
    text = pages_of(on_call())[0]
    assert "1 24x7, Europe/London Kim Lee and Lee Ahn 1 week after 10 min" in text
    assert "2 24x7, Europe/London the same 2 people as on level 1 1 week –" in text
    assert "#sre, lead Kim Lee" in text


def test_nobody_is_named_where_the_order_says_so():
    text = pages_of(on_call(), people=False)[0]
    assert "Kim" not in text
    assert "Lee" not in text
    assert "24x7, Europe/London 2 people 1 week" in text
    assert "#sre" in text


def test_whoever_accepted_a_risk_is_named_only_where_people_are():
    document = sample_document("payments_platform")
    text = " ".join(pages_of(document, teams=("money-sre",)))
    assert "Accepted by Helena Markovic until 30 June 2027" in text
    text = " ".join(pages_of(document, teams=("money-sre",), people=False))
    assert "Accepted until 30 June 2027" in text


def handed(**how):
    teams = (Team("desk", "Desk", "frontline"), Team("sre", "SRE", "application-sre"))
    ways = (Escalation(ALERT, "desk"), Escalation("desk", "sre", **how))
    return Document(Organization("Handed", teams=teams, escalations=ways))


def test_escalations_say_from_whom_after_what_and_on_what():
    desk, sre = pages_of(handed(after=Duration(15, "m"), when="the runbook does not fix it"))
    assert "Alert at once every page enters here" in desk
    assert "SRE 15 min the runbook does not fix it" in desk
    assert "Desk 15 min the runbook does not fix it" in sre
    assert "It hands pages to nobody." in sre


def test_unknown_minutes_are_said_to_be_unknown():
    assert "SRE unknown" in pages_of(handed())[0]


def test_a_page_that_is_lost_says_so_on_both_ends():
    document = sample_document("payments_platform")
    for team in ("frontline", "checkout-sre"):
        text = " ".join(pages_of(document, teams=(team,)))
        assert "missing lost: nothing hands the page on" in text


def test_many_alike_escalations_stand_together():
    teams = (Team("head", "Head", "governance"), *(Team(f"t{place}", f"Team {place}") for place in range(9)))
    ways = tuple(Escalation(f"t{place}", "head", after=Duration(60, "m")) for place in range(9))
    text = pages_of(Document(Organization("Many", teams=teams, escalations=ways)))[0]
    assert "Receives pages from 9" in text
    assert "Team 7 and Team 8" in text
    assert text.count("60 min") == 1


def test_work_that_nobody_answers_for_says_so():
    rows = (
        Responsibility("both", "Both", raci=Raci({"a": "R", "b": "R"})),
        Responsibility("own", "Own", raci=Raci({"a": "R"})),
        Responsibility("of-b", "Theirs", raci=Raci({"a": "R", "b": "A"})),
    )
    teams = (Team("a", "Alpha"), Team("b", "Beta"))
    text = pages_of(Document(Organization("Doers", teams=teams, responsibilities=rows)))[0]
    assert "Helps with 3 responsibilities, 1 that another team answers for" in text
    for said in ("Both nobody answers", "Own only this team", "Theirs Beta"):
        assert said in text


def test_archived_teams_have_no_page_and_no_team_is_said_in_a_sentence():
    archived = Document(Organization("Past", teams=(Team("a", "Alpha", status="archived"),)))
    assert "No teams yet. The file names none." in text_of(teams_of(archived).data)


def test_findings_lead_to_where_they_are_explained():
    document = sample_document("payments_platform")
    book = reader(teams_of(document, sections=("teams", "findings")).data)
    pages = list(book.pages)
    own = next(page for page in pages if "Ledger Team" in page.extract_text())
    led_to = {note.get_object()["/Dest"][0].idnum for note in own["/Annots"]}
    texts = [flat(page.extract_text()) for page in pages if page.indirect_reference.idnum in led_to]
    assert any("Findings 8 errors" in text for text in texts)
    assert any("Team: Money SRE" in text for text in texts)


def test_what_many_services_have_alike_is_said_once():
    services = tuple(Service(f"s{place}", f"Shop {place}") for place in range(3))
    rows = tuple(
        Responsibility(f"{service.id}-{name}", name, service=service.id, raci=Raci({"app": "I"}))
        for service in services
        for name in ("Releases", "Backups", f"Alone {service.id}")
    )
    document = Document(Organization("Told", teams=(Team("app", "App"),), services=services, responsibilities=rows))
    text = pages_of(document)[0]
    assert "Is told of 9 Shop 0, Shop 1 and Shop 2: Releases, Backups." in text
    assert text.count("Releases") == 1
    assert "Shop 1: Alone s1." in text


def test_the_last_page_of_a_team_has_more_than_its_last_list():
    document = sample_document("payments_platform")
    for team in there(document):
        pages = [page for page in pages_of(document, teams=(team.id,)) if "Index of names" not in page]
        assert len(pages) == 1 or re.search(r"On call \d rotations", pages[-1]), team.name
        assert [page.count("To put right") for page in pages] == [0] * (len(pages) - 1) + [1]


def test_the_legend_shows_letters_in_the_colour_of_the_team():
    drawn = []
    letters = legend.draw_letters
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            legend, "draw_letters", lambda pen, held, kind, *at: (drawn.append(kind), letters(pen, held, kind, *at))
        )
        pages_of(sample_document("payments_platform"), teams=("checkout",))
    assert set(drawn) == {"application"}
