"""Findings before and after in numbers: `17 → 2 errors`."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import SEVERITIES, Report, Severity
from ui.ink_line import Piece, Sign, Space, Words

_WORDS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "info"),
}


def count_changes(before: Report, after: Report) -> tuple[Piece, ...]:
    """Each severity with its mark and its two counts; where nothing changes, the one count."""
    return tuple(_pieces(before, after))


def _pieces(before: Report, after: Report) -> Iterator[Piece]:
    for severity in SEVERITIES:
        was, now = before.count(severity), after.count(severity)
        if was or now:
            yield Sign(severity)
            counts = f"{was:,} → {now:,}" if was != now else f"{now:,}"
            yield Words(counts, "ink", "semibold")
            yield Words(f" {_WORDS[severity][now != 1]}", "ink2")
            yield Space(20)
