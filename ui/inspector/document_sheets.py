"""The fields of the organisation itself, and of what was rated, accepted, said and shown; no Qt."""

from __future__ import annotations

from typing import Final

from ui.inspector import lists, offers, rating_tables, setting_tables, tables
from ui.inspector.fields import (
    UNKNOWN,
    ChoiceField,
    DayField,
    ManyField,
    PickField,
    Section,
    TextField,
    fixed,
)
from ui.written import text

NAME: Final = TextField("Name", "name", text, alone=True, absent="Name")


def _about(field: str, *, alone: bool = False) -> ManyField:
    return ManyField(
        "About",
        field,
        offers.everything,
        offers.thing_name,
        offers.thing_itself,
        "Add a thing…",
        alone=alone,
    )


QUESTIONNAIRE: Final = (
    Section("", (NAME, TextField("About", "description", text, long=True))),
    Section("Sections", (rating_tables.SECTIONS,), is_open=True),
    Section("Questions", (rating_tables.QUESTIONS,), is_open=True),
)
ASSESSMENT: Final = (
    Section(
        "",
        (
            PickField(
                "Of",
                "questionnaire",
                offers.questionnaires,
                offers.questionnaire_name,
                optional=False,
            ),
            DayField("Day", "date", optional=False),
        ),
    ),
    Section("Ratings", (rating_tables.RATINGS,), is_open=True),
    Section("Sums, and the totals that were printed", (rating_tables.TOTALS,), is_open=True),
)
WAIVER: Final = (
    Section(
        "",
        (
            PickField("Rule", "rule", offers.rules, offers.rule_name, optional=False),
            TextField("Reason", "reason", text, long=True, absent="Reason"),
            DayField("Until", "until", optional=False),
            TextField("By", "by", text),
            _about("on", alone=True),
        ),
    ),
)
DECISION: Final = (
    Section(
        "",
        (
            TextField("Said", "text", text, long=True, alone=True, absent="What was said"),
            DayField("On", "on", optional=False, minute=True),
            ChoiceField(
                "Kind", "kind", fixed(("decision", "Decision"), ("question", "Question"), ("action", "Action"))
            ),
            _about("about"),
        ),
    ),
)
VIEW: Final = (
    Section(
        "",
        (
            NAME,
            ChoiceField(
                "Lens",
                "lens",
                fixed(
                    (None, UNKNOWN),
                    ("matrix", "Matrix"),
                    ("chain", "Chain"),
                    ("teams", "Teams"),
                    ("oncall", "On call"),
                    ("maturity", "Maturity"),
                    ("compare", "Compare"),
                ),
            ),
            PickField("Focus", "focus", offers.everything, offers.thing_name),
            TextField("Note", "note", text, long=True),
        ),
    ),
)
ORGANIZATION: Final = (
    Section(
        "",
        (
            NAME,
            TextField("Owner", "owner", text),
            TextField("Version", "version", text, narrow=True),
            TextField("Class", "classification", text),
            TextField("About", "description", text, long=True),
            DayField("Review by", "review_by"),
        ),
    ),
    Section("Scenario", (TextField("Based on", "based_on", text), DayField("Effective", "effective"))),
    Section("Layers", (tables.LAYERS,)),
    Section("Areas", (tables.AREAS,)),
    Section("Services", (lists.SERVICES,)),
    Section("Rotations", (lists.ROTATIONS,)),
    Section("Assessments", (lists.ASSESSMENTS, lists.QUESTIONNAIRES)),
    Section("Decisions", (lists.DECISIONS,)),
    Section("Waivers", (lists.WAIVERS,)),
    Section("Steps of the presentation", (lists.VIEWS,)),
    Section("Limits of the rules", (setting_tables.LIMITS,)),
    Section("Severities of the rules", (setting_tables.RULES,)),
)
