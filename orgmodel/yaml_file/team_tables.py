"""Tables of fields: teams, who is in them, and who is on call when."""

from __future__ import annotations

from typing import Final

from orgmodel.model import KIND_NAMES, Escalation, Member, Rotation, Site, Team, Workload
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.nested_codecs import Hours, ListOf, Turns
from orgmodel.yaml_file.single_codecs import ID, ID_OF_A_TEAM, TEXT, Choice, Length, Number, Reference, Whole

_PEOPLE = Whole(0, 1_000_000)
_PERCENT = Number(0, 100)
_KIND = Choice(*KIND_NAMES)

SITE: Final = Record(
    "site",
    Site,
    ("name",),
    Field("name", TEXT, "What the site is called; members name it.", "London", required=True),
    Field("timezone", TEXT, "Its time zone, a name of the IANA database.", "Europe/London"),
    Field("headcount", _PEOPLE, "How many of the team work there.", 5),
    description="A place where some of a team work.",
)

MEMBER: Final = Record(
    "member",
    Member,
    ("id",),
    Field("id", ID, "The person's id, unique in the team; it never changes.", "ana", required=True),
    Field("name", TEXT, "The person's name.", "Ana Sousa", required=True),
    Field("role", TEXT, "What the person is in the team.", "Senior SRE"),
    Field("fte", Number(0, 10), "The share of full time, 1.0 for all of it.", 1.0),
    Field("site", TEXT, "The name of one of the team's sites.", "London"),
    description="A person of a team; teams alone are enough for every view.",
)

WORKLOAD: Final = Record(
    "workload",
    Workload,
    (),
    Field("operations", _PERCENT, "Operations work, in percent of the team's time.", 45),
    Field("toil", _PERCENT, "Toil, in percent of the team's time.", 20),
    Field("incidents_per_shift", Number(0, 10_000), "Incidents in a shift, a mean over 21 days.", 1.4),
    description="Measured load of a team.",
)

TEAM: Final = Record(
    "team",
    Team,
    ("id",),
    Field("id", ID_OF_A_TEAM, "The team's id, unique among the teams; it never changes.", "web-sre", required=True),
    Field("name", TEXT, "The team's name.", "Web Application SRE", required=True),
    Field("kind", _KIND, "What kind of team it is.", "application-sre", default="other"),
    Field("mission", TEXT, "What the team is for, in a sentence.", "Builds the product and its tests."),
    Field("lead", TEXT, "Who leads it.", "Dana Reyes"),
    Field("contact", TEXT, "Where to reach it.", "#ruby-web"),
    Field("headcount", _PEOPLE, "How many people it has.", 8),
    Field("supports", ListOf(ID, "ruby-web"), "The teams that it is embedded in or serves.", ["ruby-web"], default=()),
    Field("parent", ID, "The team that it belongs to.", "reliability"),
    Field("sites", ListOf(SITE), "Where its people work.", default=()),
    Field("members", ListOf(MEMBER), "Its people, where they matter.", default=()),
    Field("workload", WORKLOAD, "Its measured load.", {"operations": 45}),
    Field(
        "status",
        Choice("active", "planned", "archived"),
        "A planned team counts as there; an archived one owns nothing.",
        "planned",
        default="active",
    ),
    description="Whoever can hold a letter.",
)

ROTATION: Final = Record(
    "rotation",
    Rotation,
    ("id",),
    Field("id", ID, "The rotation's id, unique among the rotations; it never changes.", "noc-days", required=True),
    Field("team", ID, "The team that is on call.", "frontline", required=True),
    Field("level", Whole(1, 20), "Which of the team's levels a page tries when.", 1, default=1),
    Field("coverage", Hours(), "The hours of the week that it covers.", ["Mon-Fri 07:00-19:00"]),
    Field("timezone", TEXT, "The zone of those hours; absent, its site's, else UTC.", "Europe/London"),
    Field("members", Turns(), "How many take turns, or who: member ids or plain names.", 8),
    Field("turn", Length(), "How long one person's turn lasts.", "7d"),
    Field("shift", Length(), "How long one shift lasts.", "12h"),
    Field("pages_per_day", Number(0, 100_000), "Pages in a day, a mean.", 0.8),
    Field("hand_up", Length(), "The time from this level to the team's next one.", "5m"),
    description="A turn of people on call for a team at one level.",
)

ESCALATION: Final = Record(
    "escalation",
    Escalation,
    ("from", "to"),
    Field(
        "from",
        ID,
        "The team that hands the page on, or alert, where every page enters.",
        "alert",
        required=True,
        attribute="source",
    ),
    Field("to", ID_OF_A_TEAM, "The team that gets it.", "frontline", required=True, attribute="target"),
    Field(
        "kind",
        Choice("functional", "hierarchic", "inform"),
        "Functional and hierarchic ones carry a page; inform does not.",
        "hierarchic",
        default="functional",
    ),
    Field("after", Length(), "How long the page waits before it goes on.", "15m"),
    Field("when", TEXT, "On what condition it goes on.", "the runbook does not fix it"),
    Field("layers", ListOf(Reference(), "infrastructure"), "Only rows of these layers.", ["environment"], default=()),
    Field("services", ListOf(Reference(), "ruby-web-app"), "Only rows of these services.", ["postgres"], default=()),
    description="A team hands a page to another.",
)
