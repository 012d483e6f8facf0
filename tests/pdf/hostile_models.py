"""Organisations of any size whose every text may be hard to set, each thing named by its number first."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from hypothesis import strategies as st
from printed_pages import TODAY

from orgmodel.document import Decision, Document, Waiver
from orgmodel.model import (
    ALERT,
    KIND_NAMES,
    REFERENCE_AREAS,
    REFERENCE_LAYERS,
    Activity,
    Area,
    Assessment,
    Confirmation,
    Duration,
    Escalation,
    Layer,
    Member,
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
    Site,
    Team,
    TeamId,
    Workload,
    subject,
)
from orgmodel.model.rotations import ALWAYS, BUSINESS_HOURS

TAILS = (
    "",
    " of the shop",
    " " + "w" * 200,
    " and every other thing that nobody in the room could name in fewer words" * 3,
    " <b>&amp;</b> =HYPERLINK(1) \\ ( ) %",
    " 日本語の名前が長い" * 8,
    " שלום עולם" * 10,
    " فريق قاعدة البيانات (٣)",
    " a/b-c—d" * 20,
    " tab\tbreak\nand \x07 \u202e",
    " 👩\u200d🚒🏽😀" * 6,
    " Z\u0301\u0302\u0308\u0323a\u0301lgo\u034f" + "\u0301" * 40,
    " soft\u00adhyphens\u00adand\u200bzero\u200bwidth\u2060signs\ufeff" * 5,
    " नमस्ते दुनिया ทีมฐานข้อมูล",
    " " + "\u2066" * 30 + "x",
)
"""What follows a name: easy or not."""

TEAMS = (0, 1, 2, 4, 9, 15, 33, 60)
ROWS = (0, 1, 2, 3, 7, 13, 40, 90, 200)


@st.composite
def models(draw, rows=ROWS, teams=TEAMS):
    tails = draw(st.lists(st.sampled_from(TAILS), min_size=1, max_size=4))
    return model_of(draw(st.integers(0, 10**6)), tails, draw(st.sampled_from(teams)), draw(st.sampled_from(rows)))


def model_of(seed, tails, teams, rows):
    """So many teams and rows; how they are called and all that they have is drawn by the seed."""
    return _Drawn(Random(seed), tails).document(teams, rows)


def ids(things):
    return [thing.id for thing in things]


class _Drawn:
    def __init__(self, chance, tails):
        self.chance = chance
        self.tails = tails

    def named(self, kind, number=0):
        return f"{kind}{number}{self.chance.choice(self.tails)}"

    def perhaps(self, *values):
        return self.chance.choice((None, *values))

    def some(self, things, most):
        return tuple(self.chance.sample(things, min(len(things), self.chance.randrange(most + 1))))

    def document(self, teams, rows):
        chance = self.chance
        named = [TeamId(f"t{number}") for number in range(teams)]
        made = tuple(self.team(number, named) for number in range(teams))
        services = tuple(self.service(number, named) for number in range(chance.choice((0, 1, 3, 8))))
        areas = chance.choice((REFERENCE_AREAS, (), tuple(Area(f"a{n}", self.named("Area", n)) for n in range(5))))
        layers = chance.choice(
            (REFERENCE_LAYERS, REFERENCE_LAYERS, tuple(Layer(f"l{n}", self.named("Layer", n)) for n in range(4)))
        )
        wide = chance.choice((2, 4, 60))
        places = (ids(services) or [None], [None, *ids(layers)], [None, *ids(areas)])
        every = [self.row(number, named, places, wide) for number in range(rows)]
        held = self.organization(made, services, tuple(every), layers, areas)
        decisions = self.decisions(named)
        return Document(held, waivers=tuple(map(self.waiver, every[:3])), decisions=decisions)

    def waiver(self, row):
        until = TODAY + timedelta(days=self.chance.randrange(90))
        return Waiver("GAP001", (row.subject,), self.named("Reason"), until, self.perhaps("Kim Lee"))

    def organization(self, teams, services, rows, layers, areas):
        named = self.named
        questionnaire = self.questionnaire()
        return Organization(
            named("Organisation"),
            description=self.perhaps(named("Description")),
            owner=self.perhaps(named("Owner")),
            version=self.perhaps(named("Version")),
            classification=self.perhaps(named("Class")),
            review_by=self.perhaps(date(2027, 3, 31)),
            based_on=self.perhaps("before.yaml", named("Before") + ".yaml"),
            effective=self.perhaps(date(2027, 1, 1)),
            layers=layers,
            areas=areas,
            teams=teams,
            services=services,
            responsibilities=rows,
            rotations=tuple(self.rotations([team.id for team in teams])),
            escalations=self.escalations([team.id for team in teams], services),
            questionnaires=(questionnaire,),
            assessments=tuple(self.assessments(questionnaire)),
        )

    def team(self, number, named):
        chance = self.chance
        sites = tuple(
            Site(self.named("Site", n), self.perhaps("Europe/London"), n) for n in range(chance.choice((0, 3)))
        )
        members = tuple(
            Member(f"m{n}", self.named("Member", n), self.perhaps(self.named("Role")), self.perhaps(0.5))
            for n in range(chance.choice((0, 1, 9)))
        )
        return Team(
            named[number],
            self.named("Team", number),
            chance.choice(list(KIND_NAMES)),
            mission=self.perhaps(self.named("Mission", number)),
            lead=self.perhaps("m0", self.named("Lead", number)),
            contact=self.perhaps(self.named("Contact", number)),
            headcount=self.perhaps(0, 7, 999_999),
            supports=self.some(named[:number], 2),
            parent=self.perhaps(*named[:number][-2:], None),
            sites=sites,
            members=members,
            workload=self.perhaps(Workload(60.0, 30.5, 2.5), Workload(None, 10.0, None)),
            status=chance.choice(("active", "active", "active", "active", "planned", "archived")),
        )

    def service(self, number, named):
        return Service(
            ServiceId(f"s{number}"),
            self.named("Service", number),
            self.perhaps(*named[:3]),
            criticality=self.perhaps(1, 4),
            user_facing=self.perhaps(True, False),
        )

    def row(self, number, named, places, wide):
        chance = self.chance
        letters = {
            team: chance.choice(("A", "R", "C", "I", "AR"))
            for team in chance.sample(named, min(len(named), chance.randrange(wide)))
        }
        if chance.random() < 0.05:
            letters[TeamId("ghost")] = "A"
        return Responsibility(
            RowId(f"r{number}"),
            self.named("Row", number),
            *map(chance.choice, places),
            criticality=self.perhaps(1, 2, 4),
            paged=self.perhaps(True, False),
            runbook=self.perhaps("https://runbooks.example/" + "x" * 90),
            effort=self.perhaps(Duration(6, "h")),
            raci=Raci(letters),
            confirmed=self.perhaps(Confirmation(self.named("Member"), date(2026, 1, 5))),
            state=chance.choice(("open", "agreed", "parked")),
        )

    def rotations(self, named):
        for number, team in enumerate(named):
            if self.chance.random() < 0.5:
                people = tuple(self.named("Member", n) for n in range(number % 4))
                coverage = self.perhaps(ALWAYS, BUSINESS_HOURS)
                shift, turn = self.perhaps(Duration(12, "h")), self.perhaps(Duration(7, "d"))
                yield Rotation(
                    RotationId(f"o{number}"),
                    team,
                    self.chance.choice((1, 1, 2)),
                    coverage,
                    self.perhaps("Europe/London", "Asia/Tokyo"),
                    self.perhaps(number % 9, people),
                    turn=turn,
                    shift=shift,
                    pages_per_day=self.perhaps(0.2, 12.5),
                )

    def escalations(self, named, services):
        chance, ways = self.chance, {}
        for number in range(len(named)):
            source, target = chance.choice([ALERT, *named]), chance.choice(named)
            if source != target:
                ways.setdefault(
                    (source, target),
                    Escalation(
                        source,
                        target,
                        chance.choice(("functional", "functional", "hierarchic", "inform")),
                        after=None if source == ALERT else self.perhaps(Duration(15, "m"), Duration(2, "h")),
                        when=self.perhaps(self.named("When", number)),
                        services=self.some([each.id for each in services], 1),
                    ),
                )
        return tuple(ways.values())

    def questionnaire(self):
        return Questionnaire(
            "own",
            self.named("Questionnaire"),
            self.perhaps(self.named("About")),
            tuple(
                Section(
                    f"s{part}",
                    self.named("Part", part),
                    tuple(
                        Activity(f"{part}-{n}", self.named("Activity", n))
                        for n in range(self.chance.choice((1, 4, 12)))
                    ),
                )
                for part in range(self.chance.choice((0, 1, 3)))
            ),
        )

    def assessments(self, questionnaire):
        for number in range(self.chance.choice((0, 1, 2))):
            ratings = tuple(
                (
                    activity.id,
                    Rating(
                        self.chance.choice((1, 2, 3, 5, "na", "unknown")),
                        self.perhaps(self.named("Evidence")),
                        self.perhaps(self.named("Step")),
                        self.perhaps(self.named("Member")),
                        self.perhaps(date(2027, 1, 31)),
                    ),
                )
                for activity in questionnaire.activities
                if self.chance.random() < 0.8
            )
            yield Assessment(f"as{number}", "own", date(2026, 1 + number, 5), ratings)

    def decisions(self, named):
        start = datetime(2026, 1, 1)  # noqa: DTZ001 (on the clock of the room)
        return tuple(
            Decision(
                start + timedelta(hours=number),
                self.named("Said", number),
                self.chance.choice(("decision", "question", "action")),
                tuple(subject("team", team) for team in named[:3]),
            )
            for number in range(self.chance.choice((0, 1, 5, 60)))
        )
