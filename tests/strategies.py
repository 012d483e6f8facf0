"""Organisations drawn at random, for laws that have to hold whatever people write."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from orgmodel.document import Arrangement, Decision, Document, Place, View, Waiver
from orgmodel.model import (
    ALERT,
    ALWAYS,
    BUSINESS_HOURS,
    REFERENCE_AREAS,
    REFERENCE_LAYERS,
    Activity,
    Assessment,
    Confirmation,
    Coverage,
    Duration,
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Organization,
    Questionnaire,
    Raci,
    Rating,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Section,
    Service,
    ServiceId,
    Settings,
    Site,
    Team,
    TeamId,
    Window,
    Workload,
    subject,
)
from orgmodel.model.value import changed

TEAMS = tuple(TeamId(name) for name in ("app", "sre", "infra", "desk", "head"))
GHOST = TeamId("ghost")
SERVICES = tuple(ServiceId(name) for name in ("shop", "till"))
ROWS = tuple(RowId(name) for name in ("code", "database", "runbooks", "alerts"))
LAYERS = tuple(layer.id for layer in REFERENCE_LAYERS)
KINDS = ("application", "application-sre", "infrastructure-sre", "frontline", "governance", "other")


AREAS = tuple(area.id for area in REFERENCE_AREAS)
ZONES = ("Europe/London", "America/Denver", "Asia/Kolkata")
PEOPLE = ("kim", "lee", "Noor Haddad")
COVERAGES = (
    ALWAYS,
    BUSINESS_HOURS,
    Coverage(None, (Window(0, 4, 22 * 60, 6 * 60),)),
    Coverage(None, (Window(5, 0, 0, 1440), Window(1, 1, 600, 601))),
)


def some(choices, most=2):
    return st.lists(st.sampled_from(choices), max_size=most, unique=True).map(tuple)


def perhaps(strategy):
    return st.none() | strategy


@st.composite
def teams(draw, identifier):
    others = [team for team in TEAMS if team != identifier]
    return Team(
        identifier,
        f"Team {identifier.title()}",
        draw(st.sampled_from(KINDS)),
        lead=draw(st.sampled_from((None, None, "Kim Lee", "kim  lee", "Noor Haddad"))),
        contact=draw(st.sampled_from((None, "#help"))),
        headcount=draw(perhaps(st.integers(0, 9))),
        supports=draw(some(others)),
        parent=draw(st.sampled_from((None, None, *others))),
        sites=draw(some([Site(zone, zone, people) for zone, people in zip(ZONES, (3, None, 8), strict=True)], 2)),
        members=draw(some((Member("kim", "Kim Lee", fte=0.5, site="Europe/London"), Member("lee", "Lee Ahn")))),
        workload=draw(perhaps(st.builds(Workload, perhaps(amounts), perhaps(amounts), perhaps(amounts)))),
        status=draw(st.sampled_from(("active", "active", "active", "planned", "archived"))),
    )


amounts = st.sampled_from((0.0, 1.5, 2.5, 30.0, 51.0))


@st.composite
def services(draw, identifier):
    return Service(
        identifier,
        identifier.title(),
        draw(perhaps(st.sampled_from(TEAMS))),
        criticality=draw(perhaps(st.integers(1, 4))),
        complexity=draw(st.sampled_from((None, "simple", "complicated", "complex"))),
        user_facing=draw(perhaps(st.booleans())),
        depends_on=draw(some([other for other in SERVICES if other != identifier])),
        matrix=draw(st.sampled_from((None, None, "support-chain", "unheard-of"))),
        not_applicable=draw(some((NotApplicable("rails", "Written in Go."),))),
    )


@st.composite
def rows(draw, identifier, named, places):
    letters = draw(st.dictionaries(st.sampled_from(named), st.sampled_from(("A", "AR", "R", "C", "I")), max_size=4))
    return Responsibility(
        identifier,
        draw(st.sampled_from((f"Row {identifier.title()}", "Database", "Databases"))),
        service=draw(perhaps(st.sampled_from(places))) if places else None,
        layer=draw(perhaps(st.sampled_from(LAYERS))),
        area=draw(perhaps(st.sampled_from(AREAS))),
        criticality=draw(perhaps(st.integers(1, 4))),
        paged=draw(perhaps(st.booleans())),
        runbook=draw(st.sampled_from((None, "https://runbooks.example/row"))),
        effort=draw(st.sampled_from((None, Duration(6, "h"), Duration(40, "h")))),
        depends_on=draw(some([other for other in ROWS if other != identifier])),
        activities=draw(some(("bt-sre-maturity/4", "bt-sre-maturity/12"))),
        raci=Raci(letters),
        confirmed=draw(perhaps(st.builds(Confirmation, st.none(), st.sampled_from((date(2026, 1, 5), None))))),
    )


@st.composite
def rotations(draw, team, level=1):
    return Rotation(
        RotationId(f"{team}-primary" if level == 1 else f"{team}-backup"),
        team,
        level,
        draw(perhaps(st.sampled_from(COVERAGES))),
        draw(perhaps(st.sampled_from(ZONES))),
        draw(st.none() | st.integers(0, 9) | some(PEOPLE, 3)),
        turn=draw(st.sampled_from((None, Duration(7, "d")))),
        shift=draw(st.sampled_from((None, Duration(12, "h"), Duration(24, "h")))),
        pages_per_day=draw(st.sampled_from((None, 0.2, 1.5))),
        hand_up=draw(st.sampled_from((None, Duration(5, "m")))),
    )


@st.composite
def escalations(draw, named):
    source = draw(st.sampled_from((ALERT, *named)))
    return Escalation(
        source,
        draw(st.sampled_from([team for team in named if team != source])),
        draw(st.sampled_from(("functional", "functional", "hierarchic", "inform"))),
        after=draw(st.sampled_from((None, Duration(5, "m"), Duration(45, "m")))),
        when=draw(perhaps(st.just("the runbook does not help"))),
        layers=draw(some(LAYERS, 1)),
        services=draw(some(SERVICES, 1)),
    )


ratings = st.dictionaries(
    st.sampled_from(("1", "2", "3", "4", "10", "12", "17")),
    st.builds(Rating, st.sampled_from((1, 2, 3, 5, "na", "unknown"))),
    max_size=4,
)
assessments = st.builds(
    lambda rated, printed: Assessment("bt", "bt-sre-maturity", date(2026, 1, 5), tuple(rated.items()), printed),
    ratings,
    st.sampled_from(((), (("bt-specific", 16),))),
)


layers = st.builds(
    Layer, st.sampled_from((LAYERS[0], "fresh")), st.sampled_from(("Fresh (new)", "")), perhaps(st.sampled_from(KINDS))
)
questionnaires = st.builds(
    lambda identifier, cut: Questionnaire(
        identifier,
        "Ours",
        sections=(
            Section("one", "One", tuple(Activity(each, f"Statement {each}.") for each in ("1", "2", "4")[:cut])),
            Section("two", "Two", (Activity("9", "Statement 9.", "Never.", "Always."),)),
        )[: 1 + cut % 2],
    ),
    st.sampled_from(("ours", "bt-sre-maturity")),
    st.integers(0, 3),
)


def ratings_of_one(score):
    """A rating with something in each of its fields, or a bare one of `na`."""
    return Rating(score) if score == "na" else Rating(score, "Seen", "Audit it", "sre", date(2027, 2, 1))


@st.composite
def organizations(draw, *, ghosts=True):
    """Up to five teams, two services, four rows, some rotations and escalations; some names lead nowhere."""
    named = (*TEAMS, GHOST) if ghosts else TEAMS
    ways = draw(st.lists(escalations(named), max_size=7))
    turns = [draw(rotations(team)) for team in draw(some(named, 3))]
    if turns:
        turns += [draw(rotations(team, 2)) for team in draw(some([turns[0].team], 1))]
    return Organization(
        name="Drawn",
        review_by=draw(st.sampled_from((None, date(2026, 6, 1)))),
        settings=draw(
            st.sampled_from((Settings(), Settings(limits=(("name_similarity", 0.5), ("hub_dependants", 1)))))
        ),
        teams=tuple(draw(teams(team)) for team in TEAMS),
        services=tuple(draw(services(service)) for service in SERVICES),
        responsibilities=tuple(draw(rows(row, named, SERVICES)) for row in ROWS),
        rotations=tuple(turns),
        escalations=tuple(dict.fromkeys(ways)),
        assessments=tuple(draw(some([draw(assessments)], 1))),
    )


@st.composite
def documents(draw, *, ghosts=True):
    """An organisation, and something said about and placed by the things in it."""
    organization = draw(organizations(ghosts=ghosts))
    things = [
        *(thing.subject for thing in (*organization.teams, *organization.services, *organization.responsibilities)),
        *(rotation.subject for rotation in organization.rotations),
        *(way.subject for way in organization.escalations),
    ]
    about = st.lists(st.sampled_from(things), min_size=1, max_size=3, unique=True).map(tuple)
    return Document(
        organization,
        Arrangement(tuple(Place(subject("team", team), 1.0, 2.0) for team in draw(some(TEAMS)))),
        (Waiver("GAP001", draw(about), "Agreed.", draw(st.sampled_from((date(2027, 1, 1), date(2026, 1, 1))))),),
        (Decision(date(2026, 11, 22), "Said.", about=draw(about)),),
        (View("First", focus=draw(about)[0]),),
    )


def _written(organization):
    """Without what no file holds: members at sites that their team lacks, teams that belong to themselves."""
    made = []
    for team in organization.teams:
        sites = {site.name for site in team.sites}
        members = tuple(changed(member, site=member.site if member.site in sites else None) for member in team.members)
        parent = team.parent if any(team.parent == above.id for above in made) else None
        made.append(changed(team, members=members, parent=parent))
    return organization.copy_with(teams=tuple(made))


def documents_of_files():
    """Documents as one file can hold them, in which every name leads somewhere."""
    return documents(ghosts=False).map(lambda drawn: drawn.with_organization(_written(drawn.organization)))
