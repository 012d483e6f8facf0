"""Laws of the chain's geometry: for the samples, and for organisations nobody would draw by hand."""

from collections import Counter
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.analysis import analyse
from orgmodel.commands import AddEscalation, AssignTeam, PlaceCard
from orgmodel.diagram import layout, routing
from orgmodel.diagram.chain import (
    chain_diagram,
    chain_plan,
    draw,
    has_same_lines,
    paper_measures,
    screen_measures,
)
from orgmodel.diagram.contents import OUTSIDE, condition_of, minutes_text
from orgmodel.diagram.labels import LabelPlacer
from orgmodel.diagram.shapes import Point, Rect, cut_strokes, pieces
from orgmodel.diagram.words import words, words_of_loss
from orgmodel.document import Arrangement, Document, Place
from orgmodel.findings import Details, Evidence, Finding, Report, Source
from orgmodel.model import ALERT, Duration, Escalation, Organization, Raci, Responsibility, Service, Team
from orgmodel.yaml_file import read_file

WIDTHS = {"minutes": 7.6, "lost": 7.6, "condition": 6.1, "reason": 6.1}


def measure(role, text):
    return WIDTHS[role] * len(text)


SCREEN = screen_measures(measure)
PAPER = paper_measures(lambda role, text: 0.62 * measure(role, text), 762, 317)

UNPLACED = Arrangement()


def finding(code, *subjects, ways=(), numbers=(), message="It is so."):
    return Finding(
        code,
        code,
        "error",
        message,
        subjects,
        Source("S1", "A book"),
        Details("Mend it.", Evidence((), ways)),
        numbers,
    )


def report(*findings):
    return Report(findings, (), (), (), date(2026, 11, 22))


def drawn(organization, *findings, arrangement=UNPLACED, measures=SCREEN, **shown):
    return chain_diagram(organization, report(*findings), arrangement, measures, **shown)


@pytest.fixture(scope="module")
def reference(request):
    return read_file(request.config.rootpath / "sample_orgs" / "ruby_web.yaml").document.organization


def by_team(diagram):
    return {card.team.id: card for card in diagram.cards}


def assert_laws(diagram, measures):
    boxes = [card.rect for card in diagram.cards] + [card.rect for card in diagram.nobody]
    boxes += [diagram.entry] if diagram.entry else []
    for one, other in combinations([card.rect for card in diagram.cards], 2):
        assert not one.overlaps(other)
    for card in diagram.cards:
        band = next(band for band in diagram.bands if band.y <= card.rect.centre.y <= band.bottom)
        assert band.y <= card.rect.y
        assert card.rect.bottom <= band.bottom
    ends = {card.subject: card.rect for card in diagram.cards} | {"alert": diagram.entry}
    for arrow in diagram.arrows:
        assert on_border(arrow.points[0], ends[arrow.source], 0.01)
        assert on_border(arrow.points[-1], ends[arrow.target], measures.outline + 0.01)
        for start, end in zip(arrow.points, arrow.points[1:], strict=False):
            assert (start.x == end.x) != (start.y == end.y)
    assert all(rect.right <= diagram.width + 0.01 for rect in boxes)


def on_border(point, rect, slack):
    outside = max(rect.x - point.x, point.x - rect.right, rect.y - point.y, point.y - rect.bottom)
    return abs(outside) <= slack


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
@pytest.mark.parametrize("sample", ["ruby_web", "ruby_web_today", "payments_platform"])
def test_the_laws_hold_for_the_samples(request, sample, measures):
    document = read_file(request.config.rootpath / "sample_orgs" / f"{sample}.yaml").document
    found = analyse(document, date(2026, 11, 22))
    diagram = chain_diagram(document.organization, found, document.arrangement, measures)
    assert_laws(diagram, measures)
    assert diagram.totals.teams_shown == diagram.totals.teams


KINDS = ["application", "application-sre", "infrastructure-sre", "frontline", "governance", "other"]


@st.composite
def organizations(draw):
    count = draw(st.integers(0, 12))
    teams = [Team(f"t{place}", f"Team {place}", draw(st.sampled_from(KINDS))) for place in range(count)]
    ends = st.sampled_from([team.id for team in teams] + ["ghost"])
    ways = draw(st.lists(st.tuples(st.one_of(st.just(ALERT), ends), ends), max_size=14)) if teams else []
    escalations = tuple(Escalation(a, b, after=Duration(15, "m"), when="it is stuck") for a, b in ways if a != b)
    return Organization(name="Any", teams=tuple(teams), escalations=escalations)


@settings(max_examples=60, deadline=None)
@given(
    organizations(),
    st.lists(st.tuples(st.integers(0, 12), st.integers(-200, 1500), st.integers(-200, 900)), max_size=5),
)
def test_the_laws_hold_for_any_organisation_and_any_places(organization, placed):
    places = {team: Place(f"team:t{team}", x, y) for team, x, y in placed}
    arrangement = Arrangement(tuple(places.values()))
    diagram = drawn(organization, arrangement=arrangement)
    assert_laws(diagram, SCREEN)
    assert diagram == drawn(organization, arrangement=arrangement)
    assert len(diagram.arrows) == diagram.totals.escalations_shown == len(organization.escalations)


def test_the_main_chain_runs_straight_up_and_infrastructure_stands_to_the_right(reference):
    cards = by_team(drawn(reference))
    assert cards["frontline"].rect.x == cards["web-sre"].rect.x == cards["ruby-web"].rect.x
    assert cards["infra-sre"].rect.x > cards["web-sre"].rect.right
    straight = [arrow for arrow in drawn(reference).arrows if len(arrow.points) == 2]
    assert [arrow.subject for arrow in straight] == [
        "escalation:alert->frontline",
        "escalation:frontline->web-sre",
        "escalation:web-sre->ruby-web",
    ]


def test_words_of_the_reference_cover_nothing(reference):
    diagram = drawn(reference)
    words = [arrow.label.rect for arrow in diagram.arrows if arrow.label]
    cards = [card.rect for card in diagram.cards] + [diagram.entry]
    assert len(words) == 4
    for one, other in combinations(words, 2):
        assert not one.overlaps(other)
    assert not any(word.overlaps(card) for word in words for card in cards)
    lines = [
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        for arrow in diagram.arrows
        for a, b in zip(arrow.points, arrow.points[1:], strict=False)
    ]
    assert not any(word.overlaps(line.grown(0.5)) for word in words for line in lines)


def test_the_reference_says_what_the_file_says(reference):
    diagram = drawn(reference)
    said = {arrow.subject: arrow.label and (arrow.label.minutes, arrow.label.condition) for arrow in diagram.arrows}
    assert said["escalation:alert->frontline"] is None
    assert said["escalation:frontline->web-sre"] == ("15 min", "the runbook does not fix it")
    assert said["escalation:frontline->infra-sre"] == ("15 min", "if OS or hardware alert")
    assert [arrow.subject for arrow in diagram.arrows if arrow.conditional] == ["escalation:frontline->infra-sre"]
    assert str(diagram.totals) == "4 of 4 teams, 5 of 5 escalations shown"
    assert [(band.title, band.rows) for band in diagram.bands] == [
        ("Application", 11),
        ("Web Application Environment", 12),
        ("Infrastructure", 12),
        ("Frontline Support", 8),
    ]
    assert by_team(diagram)["infra-sre"].answers == 12


def test_a_placed_card_stands_where_it_was_put_and_the_others_make_room(reference):
    arrangement = Arrangement((Place("team:infra-sre", 392, 400),))
    cards = by_team(drawn(reference, arrangement=arrangement))
    assert cards["infra-sre"].rect[:2] == (392, 400)
    assert cards["infra-sre"].placed
    assert cards["web-sre"].rect == by_team(drawn(reference))["web-sre"].rect


def test_a_card_dropped_outside_its_band_stays_in_it(reference):
    cards = by_team(drawn(reference, arrangement=Arrangement((Place("team:ruby-web", 800, 5000),))))
    bands = drawn(reference).bands
    assert cards["ruby-web"].rect.bottom <= bands[0].bottom
    assert cards["ruby-web"].rect.x == 800


def test_what_nobody_does_has_a_card_in_its_layer(reference):
    rows = ("responsibility:scaling-systems-capacity", "responsibility:database")
    diagram = drawn(reference, *(finding("GAP001", row) for row in rows))
    (card,) = diagram.nobody
    assert card.names == ("Database", "Scaling Systems & Capacity")
    band = diagram.bands[1]
    assert band.y < card.rect.y < card.rect.bottom < band.bottom


def test_a_layer_with_the_alert_has_room_for_nobody_below_it(reference):
    diagram = drawn(reference, finding("GAP001", "responsibility:diagnose-issue"))
    (card,) = diagram.nobody
    assert not card.rect.overlaps(diagram.entry)
    assert card.rect.bottom <= diagram.bands[-1].bottom


def test_teams_that_share_an_a_have_a_second_border_and_the_worst_mark(reference):
    row = reference.responsibilities[0]
    both = reference.with_responsibility(
        Responsibility(row.id, row.name, row.service, row.layer, raci=Raci({"ruby-web": "A", "web-sre": "A"}))
    )
    cards = by_team(drawn(both, finding("OVR001", row.subject, "team:ruby-web")))
    assert [team for team, card in cards.items() if card.shared] == ["ruby-web", "web-sre"]
    assert cards["ruby-web"].severity == "error"
    assert cards["frontline"].severity is None


def test_a_lost_page_cuts_its_line_in_two(reference):
    way = ("team:web-sre", "team:infra-sre")
    diagram = drawn(reference, finding("ESC011", "team:infra-sre", ways=(way,), numbers=(("minutes", 30.0),)))
    (lost,) = [arrow for arrow in diagram.arrows if arrow.is_lost]
    assert lost.subject == "escalation:web-sre->infra-sre"
    assert lost.loss.title == "30 min lost"
    first, second = pieces(lost, 18)
    assert first[0] == lost.points[0]
    assert second[-1] == lost.points[-1]
    assert abs(first[-1].y - second[0].y) + abs(first[-1].x - second[0].x) == pytest.approx(18)
    assert len(cut_strokes(lost, 18)) == 2


def test_a_way_that_is_missing_is_drawn_cut(reference):
    without = reference.copy_with(escalations=tuple(way for way in reference.escalations if way.target != "ruby-web"))
    missing = finding("ESC001", "responsibility:application-code", ways=(("team:web-sre", "team:ruby-web"),))
    (arrow,) = [arrow for arrow in drawn(without, missing).arrows if arrow.escalation is None]
    assert arrow.is_lost
    assert arrow.loss.title == "page lost"
    assert str(drawn(without, missing).totals) == "4 of 4 teams, 4 of 4 escalations shown"


def test_a_way_that_leaves_a_service_out_has_the_missing_one_beside_it():
    teams = (Team("desk", "Desk", "frontline"), Team("sre", "SRE", "application-sre"))
    rows = tuple(
        Responsibility(f"{service}-code", "Code", service, "application", raci=Raci({"sre": "A"}))
        for service in ("shop", "bank")
    )
    ways = (Escalation(ALERT, "desk"), Escalation("desk", "sre", services=("bank",)))
    services = (Service("shop", "Shop"), Service("bank", "Bank"))
    organization = Organization("Two", teams=teams, services=services, responsibilities=rows, escalations=ways)
    missing = finding("ESC001", rows[0].subject, "team:sre", ways=(("team:desk", "team:sre"),))
    whole, shop, bank = (drawn(organization, missing, service=service) for service in (None, "shop", "bank"))
    assert [arrow.loss.title for arrow in whole.arrows if arrow.is_lost] == ["page lost"]
    assert [arrow.is_lost for arrow in whole.arrows if arrow.escalation is not None] == [False, False]
    assert [arrow.escalation is None for arrow in shop.arrows] == [False, True]
    assert shop.arrows[1].loss.whole == "A page for “Code” of Shop never gets there."
    assert [arrow.is_lost for arrow in bank.arrows] == [False, False]


def test_the_chain_of_a_service_has_no_signs_of_rows_of_others():
    teams = (Team("one", "One", "application"), Team("two", "Two", "application-sre"))
    rows = tuple(
        Responsibility(f"{service}-code", "Code", service, "application", raci=Raci({"one": "A", "two": letter}))
        for service, letter in (("shop", "R"), ("bank", "A"))
    )
    organization = Organization("Two", teams=teams, responsibilities=rows)
    shared = finding("OVR001", rows[1].subject, "team:one", "team:two")
    shown = {of: by_team(drawn(organization, shared, service=of)) for of in ("shop", "bank")}
    assert [card.shared for card in shown["bank"].values()] == [True, True]
    assert [(card.shared, card.severity) for card in shown["shop"].values()] == [(False, None)] * 2


def test_a_team_that_is_named_but_not_defined_stands_outside_the_layers(reference):
    typo = reference.copy_with(escalations=(*reference.escalations, Escalation("frontline", "web-ser")))
    diagram = drawn(typo)
    assert by_team(diagram)["web-ser"].ghost
    assert diagram.bands[-1].title == OUTSIDE
    assert str(diagram.totals) == "4 of 4 teams, 6 of 6 escalations shown"


def test_one_service_shows_its_teams_and_those_who_hand_it_pages():
    teams = tuple(Team(name, name.title(), kind) for name, kind in [("app", "application"), ("other", "application")])
    teams += (Team("desk", "Desk", "frontline"), Team("sre", "SRE", "application-sre"))
    organization = Organization(
        name="Two services",
        teams=teams,
        responsibilities=(Responsibility("code", "Code", "shop", "application", raci=Raci({"app": "A"})),),
        escalations=(
            Escalation(ALERT, "desk"),
            Escalation("desk", "sre"),
            Escalation("sre", "app"),
            Escalation("sre", "other", services=("bank",)),
        ),
    )
    diagram = drawn(organization, service="shop")
    assert sorted(by_team(diagram)) == ["app", "desk", "sre"]
    assert str(diagram.totals) == "3 of 4 teams, 3 of 4 escalations shown"


def test_on_the_chain_of_a_service_its_own_ways_are_no_condition(reference):
    way = Escalation("frontline", "web-sre", services=(reference.services[0].id,))
    ways = (Escalation(ALERT, "frontline"), way)
    organization = reference.copy_with(escalations=ways)
    whole = drawn(organization).arrows[1]
    of_service = drawn(organization, service=reference.services[0].id).arrows[1]
    assert (whole.conditional, whole.label.whole) == (True, f"only for {reference.services[0].name}")
    assert (of_service.conditional, of_service.label) == (False, None)


def test_forty_teams_stand_in_lines_and_all_are_shown(request):
    document = read_file(request.config.rootpath / "sample_orgs" / "department.yaml").document
    diagram = drawn(document.organization)
    assert_laws(diagram, SCREEN)
    assert diagram.totals.teams_shown == diagram.totals.teams == 40
    assert diagram.width < 3 * SCREEN.width
    covered = [card.rect for card in diagram.cards]
    labels = [arrow.label.rect for arrow in diagram.arrows if arrow.label]
    assert not any(label.overlaps(card) for label in labels for card in covered)


@pytest.mark.parametrize("measures", [SCREEN, paper_measures(measure, 0, 0)])
def test_the_alert_keeps_within_a_layer_that_has_no_card(measures):
    diagram = drawn(Organization(name="N", teams=(Team("a", "A"),)), measures=measures)
    band = next(each for each in diagram.bands if each.layer == "frontline")
    assert band.y < diagram.entry.y
    assert diagram.entry.bottom < band.bottom


def test_the_alert_waits_in_the_lowest_layer_where_no_page_goes_anywhere(reference):
    diagram = drawn(reference.copy_with(escalations=()))
    assert diagram.arrows == ()
    assert diagram.bands[-1].y < diagram.entry.y < diagram.bands[-1].bottom


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("15m", "15 min"),
        ("60m", "60 min"),
        ("120m", "2 h"),
        ("90s", "90 s"),
        ("0m", "at once"),
        ("2d", "2 d"),
        (None, ""),
    ],
)
def test_minutes_are_as_short_as_they_stay_exact(after, said):
    from orgmodel.model import duration_from

    assert minutes_text(duration_from(after) if after else None) == said


def test_a_condition_without_words_names_what_it_is_for(reference):
    only = Escalation("frontline", "infra-sre", layers=("infrastructure",))
    assert only.is_conditional
    assert condition_of(reference, only) == "only for Infrastructure"
    many = Escalation("frontline", "infra-sre", layers=tuple(layer.id for layer in reference.layers))
    assert condition_of(reference, many) == "only for 4 layers"


def test_nothing_at_all_is_still_a_diagram():
    empty = Document(Organization(name="Empty", layers=())).organization
    diagram = drawn(empty)
    assert (diagram.cards, diagram.arrows, diagram.entry) == ((), (), None)


def test_a_plan_is_drawn_without_a_font(reference):
    fonts = []

    def counted(role, text):
        fonts.append(text)
        return measure(role, text)

    plan = chain_plan(reference, None, UNPLACED, screen_measures(counted))
    assert fonts
    fonts.clear()
    assert draw(plan).arrows
    assert fonts == []


def test_lines_are_the_same_until_a_way_or_a_card_goes_elsewhere(reference):
    def plan(document, *findings):
        return chain_plan(document.organization, report(*findings), document.arrangement, SCREEN)

    before = Document(reference)
    one = plan(before)
    letters = AssignTeam("database", "ruby-web", "R").apply(before)
    assert has_same_lines(one, plan(letters))
    assert [arrow.points for arrow in draw(one).arrows] == [arrow.points for arrow in draw(plan(letters)).arrows]
    assert not has_same_lines(one, plan(AddEscalation(Escalation("infra-sre", "ruby-web")).apply(before)))
    assert not has_same_lines(one, plan(PlaceCard(Place("team:infra-sre", 600, 300)).apply(before)))
    assert not has_same_lines(one, plan(before, finding("GAP001", "responsibility:database")))
    assert not has_same_lines(one, plan(before, finding("OVR001", "responsibility:database")))


SAMPLES = ["bt_from_scratch", "department", "payments_platform", "ruby_web", "ruby_web_today"]


@pytest.mark.parametrize("with_findings", [True, False], ids=["findings", "plain"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_words_of_the_samples_cover_no_card_and_no_other_words(request, sample, with_findings):
    document = read_file(request.config.rootpath / "sample_orgs" / f"{sample}.yaml").document
    found = analyse(document, date(2026, 11, 22)) if with_findings else None
    diagram = chain_diagram(document.organization, found, document.arrangement, SCREEN)
    words = [said.rect for arrow in diagram.arrows for said in (arrow.label, arrow.loss) if said]
    cards = [card.rect for card in (*diagram.cards, *diagram.nobody)] + [diagram.entry]
    assert not any(word.overlaps(card) for word in words for card in cards)
    assert not any(one.overlaps(other) for one, other in combinations(words, 2))


LONG = "the runbook does not fix it and the customer has called for the second time within one hour today"


def test_a_long_condition_goes_on_in_a_second_line_and_then_ends(reference):
    said = {}
    for when in ("the runbook does not fix it", "the runbook does not fix it and it is night", LONG):
        ways = (Escalation(ALERT, "frontline"), Escalation("frontline", "web-sre", when=when))
        (label,) = [arrow.label for arrow in drawn(reference.copy_with(escalations=ways)).arrows if arrow.label]
        said[when] = label
    one, two, cut = said.values()
    assert (one.condition, one.second) == ("the runbook does not fix it", "")
    assert f"{two.condition} {two.second}" == "the runbook does not fix it and it is night"
    assert two.rect.height == one.rect.height + SCREEN.reason_height
    assert cut.second.endswith("…")
    assert cut.whole == LONG
    for label in said.values():
        assert max(measure("condition", line) for line in (label.condition, label.second)) <= SCREEN.condition_width


def test_one_kind_of_team_is_shown_of_all_and_counted(reference):
    diagram = drawn(reference, kind="application-sre")
    assert list(by_team(diagram)) == ["web-sre"]
    assert str(diagram.totals) == "1 of 4 teams, 0 of 5 escalations shown"


def test_a_large_chain_tries_fewer_lines_and_draws_every_one():
    teams = tuple(Team(f"t{place}", f"Team {place}", KINDS[place % 4]) for place in range(120))
    ways = tuple(Escalation(f"t{place}", f"t{(place * 7 + step) % 120}") for place in range(120) for step in (1, 5, 11))
    large = Organization(name="Large", teams=teams, escalations=tuple(way for way in ways if way.source != way.target))
    diagram = drawn(large)
    assert len(diagram.arrows) == len(large.escalations)
    assert_laws(diagram, SCREEN)


def test_what_is_said_where_a_page_is_lost_is_no_wider_than_its_slot_however_long_a_name_is():
    said = words_of_loss("", "page lost", f"A page for “{'X' * 200}” never reaches the team that {'Y' * 200}", SCREEN)
    assert len(said.reason) == 3
    assert all(SCREEN.measure("reason", line) <= SCREEN.slot for line in said.reason)
    assert said.reason[1].endswith("…")


def line_of(start, end):
    return Rect(min(start.x, end.x), min(start.y, end.y), abs(start.x - end.x), abs(start.y - end.y)).grown(0.5)


def struck_by_others(diagram, arrow, rect):
    """Whether the line of another arrow runs through it; what both share is one line."""
    own = set(pairwise(arrow.points))
    pieces_of_others = (piece for other in diagram.arrows for piece in pairwise(other.points) if other is not arrow)
    return any(line_of(*piece).overlaps(rect) for piece in pieces_of_others if piece not in own)


def free_places(diagram, arrow, measures):
    """Where the minutes of an arrow could stand beside its line and be moved along it by their height."""
    width, height = measures.measure("minutes", arrow.label.minutes), measures.label_height
    gap = measures.clearance * 0.75
    boxes = [card.rect.grown(measures.clearance * 0.1 + measures.outline) for card in (*diagram.cards, *diagram.nobody)]
    boxes += [diagram.entry.grown(measures.clearance * 0.1)] if diagram.entry else []
    boxes += [other.label.rect for other in diagram.arrows if other.label and other is not arrow]
    boxes += [line_of(*piece).grown(0.5) for other in diagram.arrows for piece in pairwise(other.points)]
    area = Rect(measures.label_column, 0, diagram.width - measures.label_column, diagram.height)
    for start, end in pairwise(arrow.points):
        low, high = min(start.x, end.x), max(start.x, end.x)
        if start.x == end.x:
            xs, ys = (
                [start.x + gap, start.x - gap - width],
                range(int(min(start.y, end.y)), int(max(start.y, end.y)), 3),
            )
            tries = [Rect(x, y, width, 2 * height) for x in xs for y in ys if y + 2 * height <= max(start.y, end.y)]
        else:
            ys = [start.y - gap / 2 - height, start.y + gap / 2]
            tries = [Rect(x, y, width + 2 * height, height) for y in ys for x in range(int(low + gap), int(high), 3)]
            tries = [rect for rect in tries if rect.right <= high - gap]
        for rect in tries:
            inside = area.x <= rect.x and rect.right <= area.right and area.y <= rect.y and rect.bottom <= area.bottom
            if inside and not any(rect.overlaps(box) for box in boxes):
                yield rect


@settings(max_examples=60, deadline=None)
@given(organizations(), st.sampled_from([SCREEN, PAPER]))
def test_words_stand_clear_of_cards_words_and_lines_wherever_there_is_room(organization, measures):
    diagram = drawn(organization, measures=measures)
    cards = [card.rect for card in (*diagram.cards, *diagram.nobody)] + ([diagram.entry] if diagram.entry else [])
    for arrow in diagram.arrows:
        if arrow.label:
            rect = arrow.label.rect
            others = [each.label.rect for each in diagram.arrows if each.label and each is not arrow]
            if struck_by_others(diagram, arrow, rect) or any(map(rect.overlaps, [*cards, *others])):
                assert not list(free_places(diagram, arrow, measures))


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
@pytest.mark.parametrize("sample", ["ruby_web", "ruby_web_today", "bt_from_scratch", "payments_platform"])
def test_no_line_strikes_the_words_of_the_samples(request, sample, measures):
    document = read_file(request.config.rootpath / "sample_orgs" / f"{sample}.yaml").document
    found = analyse(document, date(2026, 11, 22))
    diagram = chain_diagram(document.organization, found, document.arrangement, measures)
    said = [(arrow, words.rect) for arrow in diagram.arrows for words in (arrow.label, arrow.loss) if words]
    assert not [arrow.subject for arrow, rect in said if struck_by_others(diagram, arrow, rect)]


def test_words_between_two_bands_stand_clear_of_the_rule(reference):
    diagram = drawn(reference, measures=PAPER)
    rules = [band.bottom for band in diagram.bands]
    words = [arrow.label.rect for arrow in diagram.arrows if arrow.label]
    assert len(words) == 4
    assert not [rect for rect in words for rule in rules if rect.y < rule < rect.bottom]


def test_columns_spread_over_what_there_is_of_the_width(reference):
    def right_of(width):
        cards = drawn(reference, measures=paper_measures(PAPER.measure, width, 317)).cards
        return max(card.rect.right for card in cards)

    assert right_of(762) > 0.85 * 762
    assert right_of(900) > right_of(762)
    assert right_of(5000) < 2000


def test_words_on_their_own_line_leave_it_seen_on_both_sides():
    start, end = Point(200, 100), Point(400, 100)
    beside = [(Point(0, y), Point(600, y)) for y in (start.y - SCREEN.lane, start.y + SCREEN.lane)]
    placer = LabelPlacer((), [(start, end), *beside], (), Rect(0, 0, 600, 300), SCREEN)
    label = placer.label((start, end), words("15 min", "", SCREEN))
    assert label is not None
    assert label.rect.centre.y == 100
    assert start.x < label.rect.x
    assert label.rect.right < end.x


def test_a_crowd_of_ways_is_drawn_with_a_bounded_number_of_tries(monkeypatch):
    teams = tuple(Team(f"t{place}", f"Team {place}", KINDS[place % 4]) for place in range(24))
    ways = tuple(Escalation(one.id, other.id, when="it is stuck") for one in teams for other in teams if one != other)
    tried, compared = Counter(), Counter()

    def counted(owner, name, count):
        real = getattr(owner, name)

        def call(*args):
            count[name] += 1
            return real(*args)

        monkeypatch.setattr(owner, name, call)

    counted(routing._Router, "_bent", tried)
    counted(LabelPlacer, "_trouble", tried)
    counted(layout, "crossings", compared)
    diagram = drawn(Organization(name="Clique", teams=teams, escalations=ways))
    assert len(diagram.arrows) == len(ways) == 552
    assert not compared
    assert tried["_bent"] <= len(ways) * 16
    assert tried["_trouble"] <= len(ways) * 100


@pytest.mark.parametrize("count", [1, 10, 100, 1000, 2000, 4000, 10_000])
def test_the_lines_that_are_tried_grow_no_further_than_a_budget(count):
    tries = routing.tries_for(count)
    assert tries >= 12
    assert tries == 12 or tries * count <= 150_000
    assert tries == 12 or tries * count * count <= 300_000_000


def test_no_line_turns_on_the_spot():
    """Where two channels fall together, what would lie between them has no length."""
    teams = [("t0", "application"), ("t1", "frontline"), ("t2", "application"), ("t3", "application")]
    teams += [("t4", "application-sre"), ("t5", "infrastructure-sre")]
    ends = [(ALERT, "t5"), (ALERT, "t5"), ("t0", "t5"), ("t4", "t0"), (ALERT, "t4"), ("t1", "t5")]
    organization = Organization(
        name="Any",
        teams=tuple(Team(team, team.title(), kind) for team, kind in teams),
        escalations=tuple(Escalation(*pair, after=Duration(15, "m"), when="it is stuck") for pair in ends),
    )
    assert_laws(drawn(organization, arrangement=Arrangement((Place("team:t1", 253, 0),))), SCREEN)
