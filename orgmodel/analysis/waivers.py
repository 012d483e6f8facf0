"""Which waivers accept which findings on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from orgmodel.document import Waiver
from orgmodel.findings import Finding
from orgmodel.model import Subject
from orgmodel.rules import CATALOGUE, WaiverUse


class Waivers:
    """The waivers of a file; it keeps in mind which of them match one of the findings that it is asked about."""

    def __init__(self, waivers: Sequence[Waiver], today: date) -> None:
        self._waivers, self._today = waivers, today
        self._by_target: dict[tuple[str, Subject], list[Waiver]] = {}
        for waiver in waivers:
            for about in waiver.on:
                self._by_target.setdefault((waiver.rule, about), []).append(waiver)
        self.codes = frozenset(waiver.rule for waiver in waivers)
        self._matched: set[int] = set()
        self._missed: dict[int, set[tuple[Subject, Subject]]] = {}

    def accepting(self, finding: Finding) -> Waiver | None:
        """The first waiver that accepts the finding and has not ended."""
        first = finding.subjects[0]
        for about in finding.subjects[1:]:
            for waiver in self._by_target.get((finding.code, about), ()):
                self._missed.setdefault(id(waiver), set()).add((first, about))
        held = self._by_target.get((finding.code, first), ())
        self._matched.update(map(id, held))
        return next((waiver for waiver in held if self._today <= waiver.until), None)

    def uses(self) -> tuple[WaiverUse, ...]:
        """What became of each, once all findings have been asked about.

        Findings call it `waiver:GAP001/1`, counted among those of its rule in the order of the file.
        """
        rules = {rule.code for rule in CATALOGUE}
        counts: dict[str, int] = {}
        uses = []
        for waiver in self._waivers:
            counts[waiver.rule] = counts.get(waiver.rule, 0) + 1
            about = Subject(f"waiver:{waiver.rule}/{counts[waiver.rule]}")
            missed = tuple(sorted(self._missed.get(id(waiver), ())))
            has_expired, matches = waiver.until < self._today, id(waiver) in self._matched
            uses.append(WaiverUse(waiver, about, has_expired, matches, missed, waiver.rule in rules))
        return tuple(uses)
