"""WVR001 and WVR002: waivers that have ended, and waivers that waive nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.commands import RemoveWaiver
from orgmodel.document import Waiver
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Subject, name_of
from orgmodel.rules.rule import Observation, WaiverUse, found, waiver_rule
from orgmodel.rules.sources import OURS
from orgmodel.sentences import day, listed


@waiver_rule("WVR001", "waiver-expired", "warning", OURS)
def waiver_expired(graph: OrgGraph, uses: Iterable[WaiverUse]) -> Iterator[Observation]:
    """What it means
        The last day of a waiver is past. What it accepted counts again.

    Why it hurts
        Somebody accepted a risk until a day, and the day came and went without a word. Whoever reads the reason still
        takes it for agreed.

    An example that fails
        responsibilities:
          - {id: game-days, name: Game Days}
        waivers:
          - {rule: GAP001, on: ["responsibility:game-days"], reason: After the move., until: 2026-06-30, by: Kim Lee}

    An example that passes
        responsibilities:
          - {id: game-days, name: Game Days}
        waivers:
          - {rule: GAP001, on: ["responsibility:game-days"], reason: After the move., until: 2027-06-30, by: Kim Lee}

    How to put it right
        Mend what was accepted and take the waiver back. Where it has to be accepted for longer, ask who may do that,
        and write down a new waiver with the new day.

    Limits
        The last day still counts. The day is that of the check; the command line takes it from --today, else from the
        machine.
    """
    for use in uses:
        if use.has_expired:
            waiver = use.waiver
            yield found(
                use.subject,
                *waiver.on,
                message=f"The waiver of {_accepted(graph, waiver)} ended on {day(waiver.until)}.",
                alike="have ended",
                advice="Mend what it accepted, or accept it anew until another day."
                if use.matches
                else "Take it back: nothing is left of what it accepted.",
                evidence=Evidence(waiver.on),
                fixes=_take_back(waiver),
            )


@waiver_rule("WVR002", "waiver-matches-nothing", "info", OURS)
def waiver_matches_nothing(graph: OrgGraph, uses: Iterable[WaiverUse]) -> Iterator[Observation]:
    """What it means
        A waiver accepts a finding that is not there: it was mended, or the waiver names another thing than the finding
        is about.

    Why it hurts
        Should the finding come back, it would be waived without anybody deciding so. And where the waiver was to
        accept something else, that still counts.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: game-days, name: Game Days, raci: {web-sre: A}}
        waivers:
          - {rule: GAP001, on: ["responsibility:game-days"], reason: After the move., until: 2027-06-30, by: Kim Lee}

    An example that passes
        responsibilities:
          - {id: game-days, name: Game Days}
        waivers:
          - {rule: GAP001, on: ["responsibility:game-days"], reason: After the move., until: 2027-06-30, by: Kim Lee}

    How to put it right
        Take the waiver back, or let it name what the finding is first about.

    Limits
        A waiver that accepts one finding of several things that it names is in use. One that has ended is said by
        WVR001 alone. A finding that another one hides, or whose rule is off or could not be assessed, is not there.
    """
    for use in uses:
        if not use.matches and not use.has_expired:
            yield found(
                use.subject,
                *use.waiver.on,
                message=f"The waiver of {_accepted(graph, use.waiver)} accepts nothing: {_why(graph, use)}.",
                alike="accept nothing",
                advice=_instead(graph, use),
                evidence=Evidence(use.waiver.on),
                fixes=_take_back(use.waiver),
            )


def _why(graph: OrgGraph, use: WaiverUse) -> str:
    if not use.has_rule:
        return f"there is no rule {use.waiver.rule}"
    if not use.missed:
        return "there is no such finding"
    first, named = use.missed[0]
    more = f", and {len(use.missed) - 1} more like it" if len(use.missed) > 1 else ""
    return f"it names “{name_of(graph.organization, named)}”, and the finding is about {_first(graph, first)}{more}"


def _instead(graph: OrgGraph, use: WaiverUse) -> str:
    if not use.has_rule:
        return "Take it back, or let it name the rule that was meant."
    if not use.missed:
        return "Take it back, or let it name what the finding is about."
    return f"Let it name {_first(graph, use.missed[0][0])}, or take it back."


def _first(graph: OrgGraph, about: Subject) -> str:
    return f"“{name_of(graph.organization, about)}” ({about})"


def _accepted(graph: OrgGraph, waiver: Waiver) -> str:
    """`GAP001 for “Game Days” and “Chaos Tests”`."""
    names = [f"“{name_of(graph.organization, thing)}”" for thing in waiver.on]
    return f"{waiver.rule} for {listed(names, most=4)}"


def _take_back(waiver: Waiver) -> tuple[Fix, ...]:
    command = RemoveWaiver(waiver)
    return (Fix(f"Take back the waiver of {waiver.rule}", command),)
