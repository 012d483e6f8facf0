"""What an organisation decides about the rules: how severe each is, and at which numbers they speak."""

from __future__ import annotations

from typing import Final, Literal

from orgmodel.model.value import value

SeveritySetting = Literal["off", "info", "warning", "error"]

DEFAULT_LIMITS: Final[dict[str, float]] = {
    "response_minutes_user_facing": 5,
    "response_minutes_other": 30,
    "crowded_responsible": 4,
    "crowded_consulted": 4,
    "crowded_informed": 6,
    "service_owners": 3,
    "name_similarity": 0.8,
    "levels_critical": 3,
    "single_site_members": 8,
    "multi_site_members": 6,
    "multi_site_minimum": 5,
    "on_call_share": 25,
    "on_call_share_error": 33.4,
    "shift_hours": 12,
    "incidents_per_shift": 2,
    "operations_percent": 50,
    "toil_percent": 25,
    "overload_deviations": 2,
    "team_size_min": 5,
    "team_size_max": 9,
    "hub_dependants": 3,
    "rating_contradicted": 3,
    "stale_days": 180,
}
"""The numbers at which rules speak, each in the unit of its name (RULES: limits and their defaults)."""


@value
class Settings:
    """Pairs in the author's order: rule code and severity, limit and number."""

    rules: tuple[tuple[str, SeveritySetting], ...] = ()
    limits: tuple[tuple[str, float], ...] = ()

    def limit(self, key: str) -> float:
        return dict(self.limits).get(key, DEFAULT_LIMITS[key])

    def severity_of(self, code: str) -> SeveritySetting | None:
        """What the organisation set for a rule; None where it left the rule as it is."""
        return dict(self.rules).get(code)


DEFAULT_SETTINGS: Final = Settings()
