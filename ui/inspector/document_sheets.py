"""The fields of the organisation itself, and of what was rated, accepted, said and shown; no Qt."""

from __future__ import annotations

from typing import Final

from ui.inspector import lists, offers, rating_tables, setting_tables, tables
from ui.inspector.fields import (
    LENS_NAMES,
    UNKNOWN,
    ChoiceField,
    DayField,
    ManyField,
    PickField,
    Section,
    TextField,
    fixed,
)
from ui.translation import marked
from ui.written import text

NAME: Final = TextField(marked("Name"), "name", text, alone=True, absent=marked("Name"))


def _about(field: str, *, alone: bool = False) -> ManyField:
    return ManyField(
        marked("About"),
        field,
        offers.everything,
        offers.thing_name,
        offers.thing_itself,
        marked("Add a thing…"),
        alone=alone,
    )


QUESTIONNAIRE: Final = (
    Section("", (NAME, TextField(marked("About"), "description", text, long=True))),
    Section(marked("Sections"), (rating_tables.SECTIONS,), is_open=True),
    Section(marked("Questions"), (rating_tables.QUESTIONS,), is_open=True),
)
ASSESSMENT: Final = (
    Section(
        "",
        (
            PickField(
                marked("Of"),
                "questionnaire",
                offers.questionnaires,
                offers.questionnaire_name,
                optional=False,
            ),
            DayField(marked("Day"), "date", optional=False),
        ),
    ),
    Section(marked("Ratings"), (rating_tables.RATINGS,), is_open=True),
    Section(marked("Sums, and the totals that were printed"), (rating_tables.TOTALS,), is_open=True),
)
WAIVER: Final = (
    Section(
        "",
        (
            PickField(marked("Rule"), "rule", offers.rules, offers.rule_name, optional=False),
            TextField(marked("Reason"), "reason", text, long=True, absent=marked("Reason")),
            DayField(marked("Until"), "until", optional=False),
            TextField(marked("By"), "by", text),
            _about("on", alone=True),
        ),
    ),
)
DECISION: Final = (
    Section(
        "",
        (
            TextField(marked("Said"), "text", text, long=True, alone=True, absent=marked("What was said")),
            DayField(marked("On"), "on", optional=False, minute=True),
            ChoiceField(
                marked("Kind"),
                "kind",
                fixed(("decision", marked("Decision")), ("question", marked("Question")), ("action", marked("Action"))),
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
                marked("Lens"),
                "lens",
                fixed((None, UNKNOWN), *LENS_NAMES),
            ),
            PickField(marked("Focus"), "focus", offers.everything, offers.thing_name, absent=marked("none")),
            TextField(marked("Note"), "note", text, long=True),
        ),
    ),
)
ORGANIZATION: Final = (
    Section(
        "",
        (
            NAME,
            TextField(marked("Owner"), "owner", text),
            TextField(marked("Version"), "version", text, narrow=True),
            TextField(marked("Class"), "classification", text),
            TextField(marked("About"), "description", text, long=True),
            DayField(marked("Review by"), "review_by"),
        ),
    ),
    Section(
        marked("Scenario"),
        (TextField(marked("Based on"), "based_on", text), DayField(marked("Effective"), "effective")),
    ),
    Section(marked("Layers"), (tables.LAYERS,)),
    Section(marked("Areas"), (tables.AREAS,)),
    Section(marked("Services"), (lists.SERVICES,)),
    Section(marked("Rotations"), (lists.ROTATIONS,)),
    Section(marked("Assessments"), (lists.ASSESSMENTS, lists.QUESTIONNAIRES)),
    Section(marked("Decisions"), (lists.DECISIONS,)),
    Section(marked("Waivers"), (lists.WAIVERS,)),
    Section(marked("Steps of the presentation"), (lists.VIEWS,)),
    Section(marked("Limits of the rules"), (setting_tables.LIMITS,)),
    Section(marked("Severities of the rules"), (setting_tables.RULES,)),
)
