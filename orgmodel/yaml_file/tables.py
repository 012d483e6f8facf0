"""The tables of fields: every record of `orgmodel/1`, key by key in the canonical order, and the whole file."""

from __future__ import annotations

from typing import Final

from orgmodel.document import Arrangement
from orgmodel.model import DEFAULT_LIMITS, DEFAULT_SETTINGS, REFERENCE_AREAS, REFERENCE_LAYERS, Settings
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.matrix_tables import AREA, CONFIRMED, LAYER, NOT_APPLICABLE, RESPONSIBILITY, SERVICE
from orgmodel.yaml_file.nested_codecs import ListOf, Pairs
from orgmodel.yaml_file.review_tables import (
    ACTIVITY,
    ARRANGEMENT,
    ASSESSMENT,
    DECISION,
    QUESTIONNAIRE,
    RATING,
    SECTION,
    VIEW,
    WAIVER,
)
from orgmodel.yaml_file.single_codecs import TEXT, Choice, Day, Number
from orgmodel.yaml_file.team_tables import ESCALATION, MEMBER, ROTATION, SITE, TEAM, WORKLOAD

__all__ = ["AREA", "DOCUMENT", "FILE", "FORMAT", "LAYER", "ORGANIZATION", "RECORDS", "RULE_CODES"]

FORMAT: Final = "orgmodel/1"

RULE_CODES: Final = tuple(
    f"{family}{number:03}"
    for family, count in {
        "GAP": 9, "OVR": 5, "ESC": 11, "ONC": 7, "LOAD": 5, "SPOF": 5, "MAT": 3, "WVR": 2, "STA": 1,
    }.items()
    for number in range(1, count + 1)
)  # fmt: skip
"""Every rule that a file may name; a newer program's are kept with a warning."""

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
    Field("name", TEXT, "The organisation's or system's name.", "Ruby Web Application", required=True),
    Field("description", TEXT, "What the file describes, in a sentence.", "Who supports it, from alert to fix."),
    Field("owner", TEXT, "Who owns the file; printed on every page.", "Platform Reliability"),
    Field("version", TEXT, "The version given out; printed on every page.", "1.0"),
    Field("classification", TEXT, "Who may see it; printed on every page.", "Internal"),
    Field("review_by", Day(), "When it is to be looked at again.", "2027-03-31"),
    Field("based_on", TEXT, "The file that this one is a scenario of, relative to it.", "ruby_web_today.yaml"),
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
