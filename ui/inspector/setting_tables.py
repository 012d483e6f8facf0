"""What the organisation decides about the rules, each beside what holds without it; no Qt."""

from __future__ import annotations

from typing import Any, Final

from orgmodel.commands import Command, SetLimit, SetSeverity
from orgmodel.document import Document
from orgmodel.model import DEFAULT_LIMITS, Organization
from orgmodel.model.value import value
from ui.inspector.changes import Give
from ui.inspector.fields import ChoiceField, SaidField, TableField, TextField, Whole
from ui.translation import marked
from ui.written import number

_SEVERITIES: Final = (
    (None, marked("as it ships")),
    ("off", marked("off")),
    ("info", marked("info")),
    ("warning", marked("warning")),
    ("error", marked("error")),
)


@value
class LimitLine:
    """A number at which rules speak: its name, what it is by default, and what it is here."""

    key: str
    name: str
    default: str
    number: float | None


@value
class RuleLine:
    """A rule: what it is called, how severe it ships, and how severe it is here."""

    code: str
    name: str
    ships: str
    severity: str | None


def _limits(_document: Document, organization: Organization) -> tuple[LimitLine, ...]:
    own = dict(organization.settings.limits)
    known = tuple(
        LimitLine(key, key.replace("_", " ").capitalize(), f"{default:g}", own.pop(key, None))
        for key, default in DEFAULT_LIMITS.items()
    )
    return (*known, *(LimitLine(key, key, "no such limit", held) for key, held in own.items()))


def _rules(_document: Document, organization: Organization) -> tuple[RuleLine, ...]:
    from orgmodel.rules import CATALOGUE

    own: dict[str, Any] = dict(organization.settings.rules)
    known = tuple(
        RuleLine(rule.code, f"{rule.code} {rule.name.replace('-', ' ')}", rule.severity, own.pop(rule.code, None))
        for rule in CATALOGUE
    )
    return (*known, *(RuleLine(code, code, "no such rule", held) for code, held in own.items()))


def _set_limit(of: Whole, place: int, path: str, give: Give) -> Command:
    line = _limits(of.document, of.thing)[place]
    return SetLimit(line.key, give(getattr(line, path)))


def _set_severity(of: Whole, place: int, path: str, give: Give) -> Command:
    line = _rules(of.document, of.thing)[place]
    return SetSeverity(line.code, give(getattr(line, path)))


LIMITS: Final = TableField(
    marked("Limits"),
    "settings.limits",
    (
        SaidField(marked("Limit"), "name"),
        SaidField(marked("Default"), "default"),
        TextField(marked("Here"), "number", number, absent=marked("default")),
    ),
    (14, 6, 7),
    _limits,
    _set_limit,
    one=marked("limit"),
)
RULES: Final = TableField(
    marked("Severities of the rules"),
    "settings.rules",
    (
        SaidField(marked("Rule"), "name"),
        SaidField(marked("Ships"), "ships"),
        ChoiceField(marked("Here"), "severity", lambda _: _SEVERITIES),
    ),
    (12, 6, 9),
    _rules,
    _set_severity,
    one=marked("rule"),
)
