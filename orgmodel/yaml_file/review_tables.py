"""Tables of fields: how the organisation rated itself, and what people said about it and placed."""

from __future__ import annotations

from typing import Final

from orgmodel.document import Arrangement, Decision, View, Waiver
from orgmodel.model import Activity, Assessment, Questionnaire, Rating, Section
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.nested_codecs import CardPlaces, ListOf, Pairs, RatingOrScore, Score
from orgmodel.yaml_file.single_codecs import ID, SUBJECT, TEXT, Choice, Day, DayOrMinute, Number, Pattern

_SUBJECTS = ListOf(SUBJECT, '"team:web-sre"')
_RULE = Pattern("[A-Z]{3,4}[0-9]{3}", "write the code of a rule, such as GAP001.")

ACTIVITY: Final = Record(
    "activity",
    Activity,
    ("id",),
    Field("id", ID, "The activity's id, unique in the questionnaire.", "4", required=True),
    Field("text", TEXT, "The statement to rate.", "SRE standards are documented.", required=True),
    Field("low", TEXT, "What a 1 looks like.", "Nothing is written down."),
    Field("high", TEXT, "What a 5 looks like.", "Every standard is written down and owned."),
    description="One statement to rate.",
)

SECTION: Final = Record(
    "section",
    Section,
    ("id",),
    Field("id", ID, "The section's id, unique in the questionnaire.", "bt-specific", required=True),
    Field("name", TEXT, "The section's name.", "BT-specific", required=True),
    Field("activities", ListOf(ACTIVITY), "Its activities.", default=()),
    description="Activities that are summed together.",
)

QUESTIONNAIRE: Final = Record(
    "questionnaire",
    Questionnaire,
    ("id",),
    Field("id", ID, "The questionnaire's id, unique among them.", "our-principles", required=True),
    Field("name", TEXT, "Its name.", "Our principles", required=True),
    Field("description", TEXT, "What it is for and where it comes from.", "What we hold ourselves to."),
    Field("sections", ListOf(SECTION), "Its sections.", default=()),
    description="Activities to rate, in sections.",
)

RATING: Final = Record(
    "rating",
    Rating,
    (),
    Field("rating", Score(), "From 1 to 5, na or unknown.", 5, required=True),
    Field("evidence", TEXT, "What it rests on.", "SRE handbook"),
    Field("action", TEXT, "What is to be done.", "Audit it"),
    Field("owner", TEXT, "Who does it.", "web-sre"),
    Field("due", Day(), "Until when.", "2027-02-01"),
    description="How one activity was rated.",
)

ASSESSMENT: Final = Record(
    "assessment",
    Assessment,
    ("id",),
    Field("id", ID, "The assessment's id, unique among them.", "bt-2020", required=True),
    Field(
        "questionnaire", ID, "The questionnaire: the file's own, or one that ships.", "bt-sre-maturity", required=True
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
    Field("text", TEXT, "What was said, in a sentence.", "Web SRE takes the release process.", required=True),
    Field("about", _SUBJECTS, "The things it is about.", ["responsibility:release-process"], default=()),
    description="Something that was decided, asked or promised.",
)

WAIVER: Final = Record(
    "waiver",
    Waiver,
    ("rule",),
    Field("rule", _RULE, "The code of the rule.", "ONC001", required=True),
    Field("on", _SUBJECTS, "The things whose finding is accepted.", ["team:web-sre"], required=True),
    Field("reason", TEXT, "Why it is accepted.", "Second site opens in March.", required=True),
    Field("until", Day(), "The last day on which it holds.", "2027-03-31", required=True),
    Field("by", TEXT, "Who accepts it.", "Dana Reyes"),
    description="A finding that is accepted until a day.",
)

VIEW: Final = Record(
    "view",
    View,
    ("name",),
    Field("name", TEXT, "The step's name.", "Who gets paged first", required=True),
    Field("lens", TEXT, "The lens that it opens.", "chain"),
    Field("focus", SUBJECT, "The thing that it shows.", "team:frontline"),
    Field("note", TEXT, "What the presenter wants to remember.", "Ask about weekends."),
    description="A step of the presentation.",
)

ARRANGEMENT: Final = Record(
    "arrangement",
    Arrangement,
    (),
    Field(
        "chain", CardPlaces(SUBJECT), "Cards of the chain and their places.", {"team:web-sre": [420, 180]}, default=()
    ),
    description="Where people dragged things; everything else is placed automatically.",
)
