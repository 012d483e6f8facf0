"""Which waivers accept which findings on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from orgmodel.document import Waiver
from orgmodel.findings import Finding
from orgmodel.model import Subject
from orgmodel.rules import WaiverUse


class Waivers:
    """The waivers of a file; it keeps in mind which of them match one of the findings that it is asked about."""

    def __init__(self, waivers: Sequence[Waiver], today: date) -> None:
        self._waivers, self._today = waivers, today
        self._by_target: dict[tuple[str, Subject], list[Waiver]] = {}
        for waiver in waivers:
            for about in waiver.on:
                self._by_target.setdefault((waiver.rule, about), []).append(waiver)
        self._matched: set[int] = set()

    def accepting(self, finding: Finding) -> Waiver | None:
        """The first waiver that accepts the finding and has not ended."""
        if not self._by_target:
            return None
        held = self._by_target.get((finding.code, finding.subjects[0]), ())
        self._matched.update(map(id, held))
        return next((waiver for waiver in held if self._today <= waiver.until), None)

    def uses(self) -> tuple[WaiverUse, ...]:
        """What became of each, once all findings have been asked about.

        Findings call it `waiver:GAP001/1`, counted among those of its rule in the order of the file.
        """
        counts: dict[str, int] = {}
        uses = []
        for waiver in self._waivers:
            counts[waiver.rule] = counts.get(waiver.rule, 0) + 1
            about = Subject(f"waiver:{waiver.rule}/{counts[waiver.rule]}")
            uses.append(WaiverUse(waiver, about, waiver.until < self._today, id(waiver) in self._matched))
        return tuple(uses)
