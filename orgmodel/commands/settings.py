"""Edits of what the organisation decides about the rules."""

from __future__ import annotations

from typing import Final

from orgmodel.commands import references as names
from orgmodel.commands.checks import check_rule_code, check_severity, number
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import DEFAULT_LIMITS, SeveritySetting
from orgmodel.model.value import changed, value

_SHARES: Final = frozenset({"name_similarity"})
_PERCENTS: Final = frozenset({"on_call_share", "on_call_share_error", "operations_percent", "toil_percent"})


@value
class SetLimit:
    """The number at which rules speak, in the unit of its name; None gives the default back."""

    limit: str
    number: float | None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        name = self.limit.replace("_", " ")
        return f"Give {name} its default back" if self.number is None else f"Set {name} to {self.number}"

    def apply(self, document: Document) -> Document:
        settings = document.organization.settings
        if self.number is not None:
            if self.limit not in DEFAULT_LIMITS:
                raise CommandRefused(f"There is no limit “{self.limit}”.")
            number(0, 1 if self.limit in _SHARES else 100 if self.limit in _PERCENTS else 1_000_000)(self.number)
        elif self.limit not in DEFAULT_LIMITS and self.limit not in dict(settings.limits):
            raise CommandRefused(f"There is no limit “{self.limit}”.")
        limits = names.with_pair(settings.limits, self.limit, self.number)
        return document.with_organization(document.organization.copy_with(settings=changed(settings, limits=limits)))


@value
class SetSeverity:
    """How grave a rule is here, or `off`; None leaves the rule as it ships."""

    rule: str
    severity: SeveritySetting | None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        if self.severity is None:
            return f"Leave {self.rule} as it ships"
        return f"Turn {self.rule} off" if self.severity == "off" else f"Make {self.rule} {self.severity}"

    def apply(self, document: Document) -> Document:
        settings = document.organization.settings
        if self.rule not in dict(settings.rules):
            check_rule_code(self.rule)
        if self.severity is not None:
            check_severity(self.severity)
        rules = names.with_pair(settings.rules, self.rule, self.severity)
        return document.with_organization(document.organization.copy_with(settings=changed(settings, rules=rules)))
