"""What the analysis says, as data: panel, badge, PDF and command line each show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, Self

from orgmodel.document import Waiver
from orgmodel.model import (
    ORGANIZATION,
    Organization,
    Responsibility,
    RowId,
    Subject,
    kind_word,
    name_of,
    subject_parts,
)
from orgmodel.model.value import value
from orgmodel.sentences import capital, few

if TYPE_CHECKING:
    from orgmodel.commands import Command  # all of them are loaded with it, and the app starts without any

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""From the worst to the mildest."""


OUR_OWN: Final = "our own"
"""The key of rules that rest on nobody else's word."""


@value
class Source:
    """Where a rule comes from: `key` as in S12, `title` for a person: `Trackplus, RACI Matrix Analysis`."""

    key: str
    title: str

    @property
    def said(self) -> str:
        """`S12, Trackplus, RACI Matrix Analysis`; `our own: …` where no book or guide stands behind it."""
        return f"{self.key}: {self.title}" if self.key == OUR_OWN else f"{self.key}, {self.title}"


@value
class Evidence:
    """What to highlight: things, and the ways between teams as pairs of source and target (a missing one included)."""

    things: tuple[Subject, ...] = ()
    ways: tuple[tuple[Subject, Subject], ...] = ()


NO_EVIDENCE: Final = Evidence()


@value
class Fix:
    """A way to mend a finding: one command, one undo. `label` says what it does: `Assign A to Web Application SRE`."""

    label: str
    command: Command


class Details:
    """The advice, the evidence and the fixes of a finding, ready; fixes may be worked out when first asked for.

    Most findings are only counted and listed. Equal where what they come to is equal.
    """

    __slots__ = ("_ready", "_ready_fixes")

    def __init__(
        self,
        advice: str,
        evidence: Evidence = NO_EVIDENCE,
        fixes: tuple[Fix, ...] | Callable[[], tuple[Fix, ...]] = (),
    ) -> None:
        self._ready, self._ready_fixes = (advice, evidence), fixes

    @property
    def advice(self) -> str:
        return self._ready[0]

    @property
    def evidence(self) -> Evidence:
        return self._ready[1]

    @property
    def fixes_known(self) -> bool:
        """Whether the fixes are worked out: each is tried on a copy, which takes time in a large organisation."""
        return isinstance(self._ready_fixes, tuple)

    @property
    def fixes(self) -> tuple[Fix, ...]:
        fixes = self._ready_fixes  # read once: another thread may put the answer there
        if not isinstance(fixes, tuple):
            fixes = self._ready_fixes = fixes()
        return fixes

    @property
    def proposed(self) -> tuple[Fix, ...]:
        """The fixes where they are known, else what the rule would try first: quick, and perhaps not all hold."""
        return self._ready_fixes if isinstance(self._ready_fixes, tuple) else ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Details):
            return NotImplemented
        mine, theirs = (self.advice, self.evidence, self.fixes), (other.advice, other.evidence, other.fixes)
        return self is other or mine == theirs

    def __hash__(self) -> int:
        return 0  # what is equal is only known when it is worked out, and nobody keeps sets of them


@value
class Finding:
    """One thing that a rule found.

    `subjects` are what to select, the most concerned first. `message` is a plain sentence for somebody who does not
    know RACI. `numbers` are the figures used, by name. `alike` says what several of one rule and severity have in
    common, to show them as one: `have nobody above them`.
    """

    code: str
    name: str
    severity: Severity
    message: str
    subjects: tuple[Subject, ...]
    source: Source
    details: Details
    numbers: tuple[tuple[str, float], ...] = ()
    waived: Waiver | None = None
    alike: str | None = None

    @property
    def advice(self) -> str:
        return self.details.advice

    @property
    def evidence(self) -> Evidence:
        """What to highlight."""
        return self.details.evidence

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """In the order a good lead would try them."""
        return self.details.fixes


@value
class NotAssessed:
    """What a rule could not judge: the things it looked at, and the input that is unknown: `rotations of web-sre`.

    `unknown` is that input by itself, `rotations`, and `lacking` are the things that want it.
    """

    code: str
    subjects: tuple[Subject, ...]
    missing: str
    unknown: str = ""
    lacking: tuple[Subject, ...] = ()


@value
class Failure:
    """A rule that stopped with a fault of its own: it judged nothing, or could not explain what it found."""

    code: str
    fault: str

    @classmethod
    def of(cls, code: str, fault: Exception) -> Self:
        return cls(code, f"{type(fault).__name__}: {fault}")

    @property
    def said(self) -> str:
        """For whoever runs the tool, to be read after the name of the file."""
        return f"the rule {self.code} stopped with a fault of its own ({self.fault}); please report it."


@value
class Report:
    """The findings of one document on one day, in their order: severity, code, subjects.

    `findings` are open; `waived` are shown apart and count in no total. `clean` are the codes of rules that found
    nothing and left nothing unassessed. A rule that failed is among the not assessed as well.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    not_assessed: tuple[NotAssessed, ...]
    clean: tuple[str, ...]
    as_of: date
    failures: tuple[Failure, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def in_groups(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Findings that are alike together, each group where its first one stood: in text a group is one entry."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for place, finding in enumerate(findings):
        key = (finding.code, finding.severity, finding.alike) if finding.alike else (place,)
        groups.setdefault(key, []).append(finding)
    return tuple(tuple(group) for group in groups.values())


def said_of_all(group: Sequence[Finding]) -> str:
    """What findings that are alike have in common, as one sentence: `Three rows have nobody who does them.`"""
    first, number = group[0].subjects[0], len(group)
    is_one_kind = len({subject_parts(finding.subjects[0])[0] for finding in group}) == 1
    thing, things = (kind_word(first), kind_word(first, number)) if is_one_kind else ("thing", "things")
    return capital(f"{few(number, thing, things)} {group[0].alike}.")


def missing_said(
    organization: Organization,
    unknown: str,
    lacking: Sequence[Subject],
    thing: Callable[[Subject, int], str] = kind_word,
) -> str:
    """`criticality of 43 rows`, `headcount of 3 of 9 teams`, `headcount of Web SRE`, `escalations`."""
    if tuple(lacking) == (ORGANIZATION,):
        return unknown
    if len(lacking) == 1:
        return f"{unknown} of {name_of(organization, lacking[0])}"
    kind = subject_parts(lacking[0])[0]
    total = {"responsibility": len(organization.responsibilities), "team": len(organization.teams)}.get(kind)
    share = f"{len(lacking):,} of {total:,}" if total is not None and total > len(lacking) else f"{len(lacking):,}"
    return f"{unknown} of {share} {thing(lacking[0], len(lacking))}"


def rows_named(organization: Organization, finding: Finding) -> tuple[Responsibility, ...]:
    """The rows among the subjects of a finding, as far as they are there."""
    parts = map(subject_parts, finding.subjects)
    rows = (organization.row_by_id.get(RowId(name)) for kind, name in parts if kind == "responsibility")
    return tuple(row for row in rows if row is not None)


def family_of(code: str) -> str:
    """`GAP` of `GAP001`."""
    return code.rstrip("0123456789")
