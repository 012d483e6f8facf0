"""The tables of fields: every record of `orgmodel/1`, key by key in the canonical order, innermost records first."""

from __future__ import annotations

from typing import Final

from orgmodel.document import Arrangement, Decision, View, Waiver
from orgmodel.model import (
    ALERT,
    DEFAULT_LIMITS,
    DEFAULT_SETTINGS,
    KIND_NAMES,
    NO_LETTERS,
    REFERENCE_AREAS,
    REFERENCE_LAYERS,
    STATE_NAMES,
    Activity,
    Area,
    Assessment,
    Confirmation,
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Questionnaire,
    Rating,
    Responsibility,
    Rotation,
    Section,
    Service,
    Settings,
    Site,
    Team,
    Workload,
)
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.nested_codecs import (
    CardPlaces,
    Hours,
    ListOf,
    Pairs,
    RaciLetters,
    RatingOrScore,
    Score,
    Turns,
)
from orgmodel.yaml_file.single_codecs import (
    Choice,
    Day,
    DayOrMinute,
    Identifier,
    Length,
    Number,
    Pattern,
    Reference,
    Text,
    Truth,
    Whole,
    subject_codec,
)

FORMAT: Final = "orgmodel/1"

RULE_CODES: Final = tuple(
    f"{family}{number:03}"
    for family, count in {
        "GAP": 9, "OVR": 5, "ESC": 11, "ONC": 7, "LOAD": 5, "SPOF": 5, "MAT": 3, "WVR": 2, "STA": 1,
    }.items()
    for number in range(1, count + 1)
)  # fmt: skip
"""Every rule that a file may name; a newer program's are kept with a warning."""

_TEXT = Text()
_ID = Identifier()
_ID_OF_A_TEAM = Identifier(reserved=ALERT)
_PEOPLE = Whole(0, 1_000_000)
_PERCENT = Number(0, 100)
_CRITICALITY = Whole(1, 4)
_KIND = Choice(*KIND_NAMES)
_SUBJECT = subject_codec()
_SUBJECTS = ListOf(_SUBJECT, '"team:web-sre"')
_RULE = Pattern("[A-Z]{3,4}[0-9]{3}", "write the code of a rule, such as GAP001.")

SITE: Final = Record(
    "site",
    Site,
    ("name",),
    Field("name", _TEXT, "What the site is called; members name it.", "London", required=True),
    Field("timezone", _TEXT, "Its time zone, a name of the IANA database.", "Europe/London"),
    Field("headcount", _PEOPLE, "How many of the team work there.", 5),
    description="A place where some of a team work.",
)

MEMBER: Final = Record(
    "member",
    Member,
    ("id",),
    Field("id", _ID, "The person's id, unique in the team; it never changes.", "ana", required=True),
    Field("name", _TEXT, "The person's name.", "Ana Sousa", required=True),
    Field("role", _TEXT, "What the person is in the team.", "Senior SRE"),
    Field("fte", Number(0, 10), "The share of full time, 1.0 for all of it.", 1.0),
    Field("site", _TEXT, "The name of one of the team's sites.", "London"),
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
    Field("id", _ID_OF_A_TEAM, "The team's id, unique among the teams; it never changes.", "web-sre", required=True),
    Field("name", _TEXT, "The team's name.", "Web Application SRE", required=True),
    Field("kind", _KIND, "What kind of team it is.", "application-sre", default="other"),
    Field("mission", _TEXT, "What the team is for, in a sentence.", "Builds the product and its tests."),
    Field("lead", _TEXT, "Who leads it.", "Dana Reyes"),
    Field("contact", _TEXT, "Where to reach it.", "#ruby-web"),
    Field("headcount", _PEOPLE, "How many people it has.", 8),
    Field("supports", ListOf(_ID, "ruby-web"), "The teams that it is embedded in or serves.", ["ruby-web"], default=()),
    Field("parent", _ID, "The team that it belongs to.", "reliability"),
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

NOT_APPLICABLE: Final = Record(
    "row that does not apply",
    NotApplicable,
    ("row",),
    Field("row", _ID, "The row's id in the reference matrix.", "rails", required=True),
    Field("reason", _TEXT, "Why the service does without it.", "Written in Go."),
    description="A row of the reference matrix that a service does without.",
)

SERVICE: Final = Record(
    "service",
    Service,
    ("id",),
    Field("id", _ID, "The service's id, unique among the services; it never changes.", "postgres", required=True),
    Field("name", _TEXT, "The service's name.", "PostgreSQL", required=True),
    Field("team", _ID, "The team whose service it is.", "ruby-web"),
    Field("criticality", _CRITICALITY, "From 1, the highest, to 4.", 1),
    Field("complexity", Choice("simple", "complicated", "complex"), "How hard it is to run.", "complicated"),
    Field("user_facing", Truth(), "Whether users meet it directly.", example=True),
    Field("depends_on", ListOf(Reference(), "postgres"), "The services it needs.", ["postgres"], default=()),
    Field("matrix", _ID, "The reference matrix that its rows were made from.", "support-chain"),
    Field(
        "not_applicable",
        ListOf(NOT_APPLICABLE),
        "The rows of that matrix that it does without.",
        default=(),
    ),
    description="Something that users or other services rely on.",
)

LAYER: Final = Record(
    "layer",
    Layer,
    ("id",),
    Field("id", _ID, "The layer's id, unique among the layers; it never changes.", "environment", required=True),
    Field("name", _TEXT, "The layer's name; a remark may follow in brackets.", "Environment", required=True),
    Field("kind", _KIND, "The kind of team that owns it by default.", "application-sre"),
    description="One storey of the stack.",
)

AREA: Final = Record(
    "area",
    Area,
    ("id",),
    Field("id", _ID, "The area's id, unique among the areas; it never changes.", "monitoring", required=True),
    Field("name", _TEXT, "The area's name.", "Monitoring", required=True),
    description="A field of work that cuts across the layers.",
)

CONFIRMED: Final = Record(
    "confirmation",
    Confirmation,
    (),
    Field("by", _TEXT, "Who said so.", "Web Application SRE"),
    Field("on", Day(), "When.", "2026-11-02"),
    description="Who said last that the row is right, and when.",
)

RESPONSIBILITY: Final = Record(
    "responsibility",
    Responsibility,
    ("id",),
    Field("id", _ID, "The row's id, unique among the responsibilities; it never changes.", "database", required=True),
    Field("name", _TEXT, "What has to be done.", "Database", required=True),
    Field("service", Reference(), "Its service; absent, it belongs to the organisation as a whole.", "ruby-web-app"),
    Field("layer", Reference(), "Its layer of the stack.", "environment"),
    Field("area", Reference(), "Its area across the layers.", "core-infrastructure"),
    Field("criticality", _CRITICALITY, "From 1, the highest, to 4; absent, the service's.", 1),
    Field("paged", Truth(), "Whether an alert can land here, so that its owner must be on call.", example=True),
    Field("runbook", _TEXT, "Where the runbook is.", "https://runbooks.example/database"),
    Field("effort", Length(), "What it takes in a week, all teams together.", "6h"),
    Field("depends_on", ListOf(Reference(), "capacity-on-hand"), "The rows it needs.", ["rails"], default=()),
    Field(
        "activities",
        ListOf(Pattern("[a-z0-9-]+/[a-z0-9-]+", 'write questionnaire and activity, such as "bt-sre-maturity/4".')),
        "What of a questionnaire rests on this row.",
        ["bt-sre-maturity/4"],
        default=(),
    ),
    Field(
        "raci", RaciLetters(), "Who answers for it, does it, is asked, is told.", {"web-sre": "AR"}, default=NO_LETTERS
    ),
    Field("confirmed", CONFIRMED, "Who said last that the row is right, and when.", {"on": "2026-11-02"}),
    Field("state", Choice(*STATE_NAMES), "How far the talk about it has come.", "agreed", default="open"),
    description="A row of the matrix: one thing that somebody has to do, and who.",
)

ROTATION: Final = Record(
    "rotation",
    Rotation,
    ("id",),
    Field("id", _ID, "The rotation's id, unique among the rotations; it never changes.", "noc-days", required=True),
    Field("team", _ID, "The team that is on call.", "frontline", required=True),
    Field("level", Whole(1, 20), "Which of the team's levels a page tries when.", 1, default=1),
    Field("coverage", Hours(), "The hours of the week that it covers.", ["Mon-Fri 07:00-19:00"]),
    Field("timezone", _TEXT, "The zone of those hours; absent, its site's, else UTC.", "Europe/London"),
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
        _ID,
        "The team that hands the page on, or alert, where every page enters.",
        "alert",
        required=True,
        attribute="source",
    ),
    Field("to", _ID_OF_A_TEAM, "The team that gets it.", "frontline", required=True, attribute="target"),
    Field(
        "kind",
        Choice("functional", "hierarchic", "inform"),
        "Functional and hierarchic ones carry a page; inform does not.",
        "hierarchic",
        default="functional",
    ),
    Field("after", Length(), "How long the page waits before it goes on.", "15m"),
    Field("when", _TEXT, "On what condition it goes on.", "the runbook does not fix it"),
    Field("layers", ListOf(Reference(), "infrastructure"), "Only rows of these layers.", ["environment"], default=()),
    Field("services", ListOf(Reference(), "ruby-web-app"), "Only rows of these services.", ["postgres"], default=()),
    description="A team hands a page to another.",
)

ACTIVITY: Final = Record(
    "activity",
    Activity,
    ("id",),
    Field("id", _ID, "The activity's id, unique in the questionnaire.", "4", required=True),
    Field("text", _TEXT, "The statement to rate.", "SRE standards are documented.", required=True),
    Field("low", _TEXT, "What a 1 looks like.", "Nothing is written down."),
    Field("high", _TEXT, "What a 5 looks like.", "Every standard is written down and owned."),
    description="One statement to rate.",
)

SECTION: Final = Record(
    "section",
    Section,
    ("id",),
    Field("id", _ID, "The section's id, unique in the questionnaire.", "bt-specific", required=True),
    Field("name", _TEXT, "The section's name.", "BT-specific", required=True),
    Field("activities", ListOf(ACTIVITY), "Its activities.", default=()),
    description="Activities that are summed together.",
)

QUESTIONNAIRE: Final = Record(
    "questionnaire",
    Questionnaire,
    ("id",),
    Field("id", _ID, "The questionnaire's id, unique among them.", "our-principles", required=True),
    Field("name", _TEXT, "Its name.", "Our principles", required=True),
    Field("description", _TEXT, "What it is for and where it comes from.", "What we hold ourselves to."),
    Field("sections", ListOf(SECTION), "Its sections.", default=()),
    description="Activities to rate, in sections.",
)

RATING: Final = Record(
    "rating",
    Rating,
    (),
    Field("rating", Score(), "From 1 to 5, na or unknown.", 5, required=True),
    Field("evidence", _TEXT, "What it rests on.", "SRE handbook"),
    Field("action", _TEXT, "What is to be done.", "Audit it"),
    Field("owner", _TEXT, "Who does it.", "web-sre"),
    Field("due", Day(), "Until when.", "2027-02-01"),
    description="How one activity was rated.",
)

ASSESSMENT: Final = Record(
    "assessment",
    Assessment,
    ("id",),
    Field("id", _ID, "The assessment's id, unique among them.", "bt-2020", required=True),
    Field(
        "questionnaire", _ID, "The questionnaire: the file's own, or one that ships.", "bt-sre-maturity", required=True
    ),
    Field("date", Day(), "The day of the rating.", "2020-12-07", required=True),
    Field("ratings", Pairs(RatingOrScore(RATING)), "By activity id.", {"1": 1}, default=()),
    Field(
        "printed_totals",
        Pairs(Number(0, 1_000_000)),
        "By section id, what the source printed: compared with the sum, never shown as the sum.",
        {"bt-specific": 16},
        default=(),
    ),
    description="One rating of a whole questionnaire on a day.",
)

DECISION: Final = Record(
    "decision",
    Decision,
    ("text",),
    Field("on", DayOrMinute(), "The day, or the minute.", "2026-11-02T14:05", required=True),
    Field("kind", Choice("decision", "question", "action"), "What was said.", "decision", default="decision"),
    Field("text", _TEXT, "What was said, in a sentence.", "Web SRE takes the release process.", required=True),
    Field("about", _SUBJECTS, "The things it is about.", ["responsibility:release-process"], default=()),
    description="Something that was decided, asked or promised.",
)

WAIVER: Final = Record(
    "waiver",
    Waiver,
    ("rule",),
    Field("rule", _RULE, "The code of the rule.", "ONC001", required=True),
    Field("on", _SUBJECTS, "The things whose finding is accepted.", ["team:web-sre"], required=True),
    Field("reason", _TEXT, "Why it is accepted.", "Second site opens in March.", required=True),
    Field("until", Day(), "The last day on which it holds.", "2027-03-31", required=True),
    Field("by", _TEXT, "Who accepts it.", "Dana Reyes"),
    description="A finding that is accepted until a day.",
)

VIEW: Final = Record(
    "view",
    View,
    ("name",),
    Field("name", _TEXT, "The step's name.", "Who gets paged first", required=True),
    Field("lens", _TEXT, "The lens that it opens.", "chain"),
    Field("focus", _SUBJECT, "The thing that it shows.", "team:frontline"),
    Field("note", _TEXT, "What the presenter wants to remember.", "Ask about weekends."),
    description="A step of the presentation.",
)

ARRANGEMENT: Final = Record(
    "arrangement",
    Arrangement,
    (),
    Field(
        "chain", CardPlaces(_SUBJECT), "Cards of the chain and their places.", {"team:web-sre": [420, 180]}, default=()
    ),
    description="Where people dragged things; everything else is placed automatically.",
)

SETTINGS: Final = Record(
    "settings",
    Settings,
    (),
    Field(
        "rules",
        Pairs(Choice("off", "info", "warning", "error"), RULE_CODES, "rule"),
        "How severe a rule is here, or off.",
        {"ESC010": "off"},
        default=(),
    ),
    Field(
        "limits",
        Pairs(Number(0, 1_000_000), DEFAULT_LIMITS, "limit"),
        "The numbers at which rules speak.",
        {"stale_days": 90},
        default=(),
    ),
    description="What the organisation decides about the rules.",
)

ORGANIZATION: Final = (
    Field("name", _TEXT, "The organisation's or system's name.", "Ruby Web Application", required=True),
    Field("description", _TEXT, "What the file describes, in a sentence.", "Who supports it, from alert to fix."),
    Field("owner", _TEXT, "Who owns the file; printed on every page.", "Platform Reliability"),
    Field("version", _TEXT, "The version given out; printed on every page.", "1.0"),
    Field("classification", _TEXT, "Who may see it; printed on every page.", "Internal"),
    Field("review_by", Day(), "When it is to be looked at again.", "2027-03-31"),
    Field("based_on", _TEXT, "The file that this one is a scenario of, relative to it.", "ruby_web_today.yaml"),
    Field("effective", Day(), "When this scenario is meant to hold.", "2027-01-11"),
    Field("settings", SETTINGS, "What the organisation decides about the rules.", default=DEFAULT_SETTINGS),
    Field("layers", ListOf(LAYER), "From the top of the stack; absent, the reference's.", default=REFERENCE_LAYERS),
    Field("areas", ListOf(AREA), "Across the layers; absent, the reference's.", default=REFERENCE_AREAS),
    Field("teams", ListOf(TEAM), "Everyone who can hold a letter.", default=()),
    Field("services", ListOf(SERVICE), "What is run.", default=()),
    Field("responsibilities", ListOf(RESPONSIBILITY), "The rows of the matrix.", default=()),
    Field("rotations", ListOf(ROTATION), "Who is on call when.", default=()),
    Field("escalations", ListOf(ESCALATION), "How a page travels.", default=()),
    Field("questionnaires", ListOf(QUESTIONNAIRE), "The organisation's own.", default=()),
    Field("assessments", ListOf(ASSESSMENT), "How the organisation rated itself.", default=()),
)
"""What of a file is the organisation."""

DOCUMENT: Final = (
    Field("decisions", ListOf(DECISION), "What was said in the room.", default=()),
    Field("waivers", ListOf(WAIVER), "Findings that are accepted.", default=()),
    Field("views", ListOf(VIEW), "What the presenter steps through.", default=()),
    Field("arrangement", ARRANGEMENT, "Where people dragged things.", default=Arrangement()),
)
"""What people have said about it, and where they put things."""

FILE: Final = Record(
    "file",
    dict,
    (),
    Field("format", Choice(FORMAT), "The format of the file, and its version.", FORMAT, required=True),
    *ORGANIZATION,
    *DOCUMENT,
    description="One organisation: who supports what, from the first alert to the fix.",
)

RECORDS: Final = (
    SETTINGS, LAYER, AREA, SITE, MEMBER, WORKLOAD, TEAM, NOT_APPLICABLE, SERVICE, CONFIRMED, RESPONSIBILITY, ROTATION,
    ESCALATION, ACTIVITY, SECTION, QUESTIONNAIRE, RATING, ASSESSMENT, DECISION, WAIVER, VIEW, ARRANGEMENT,
)  # fmt: skip
"""Every record within a file."""
