"""ESC007: pages that skip a tier, or go back down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from orgmodel.commands import RemoveEscalation
from orgmodel.findings import Evidence, Fix, Severity
from orgmodel.graph import OrgGraph, Passage, passages_of
from orgmodel.model import ORGANIZATION, Escalation, TeamId, TeamKind, name_of, subject
from orgmodel.rules.rule import Observation, found, not_assessed, rule
from orgmodel.rules.sources import ITIL_ESCALATION
from orgmodel.sentences import capital, listed

TIERS: dict[TeamKind, int] = {"frontline": 1, "application-sre": 2, "infrastructure-sre": 3, "application": 3}
"""How far each kind of team stands from the alert (RULES, ESC007); other kinds have no tier."""


def tier_of(graph: OrgGraph, team: TeamId) -> int:
    """The tier of a team that is there; one whose kind has none stands between the others."""
    return TIERS.get(graph.present[team].kind, 2)


@rule("ESC007", "tier-skipped", "warning", ITIL_ESCALATION)
def tier_skipped(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A page jumps from Frontline Support straight to the infrastructure or the application team, past the tier
        between them, or goes back down a tier. Where the escalation has a condition it is for information.

    Why it hurts
        The tier that is passed over learns nothing, and the deepest specialists are woken for what others could mend.
        A page that goes down again was handed over too early.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        escalations:
          - {from: frontline, to: infra-sre, after: 15m}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        escalations:
          - {from: frontline, to: web-sre, after: 15m}
          - {from: web-sre, to: infra-sre, after: 15m}

    How to put it right
        Let the page go by way of the tier between; or keep the short way for a condition that can be told at once. A
        team that hands pages back down keeps them, or hands them further up.

    Limits
        The tiers are Frontline Support 1, Application SRE 2, Infrastructure SRE and Application Team 3. Only functional
        escalations are looked at. Not assessed for teams of another kind, governance apart.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    skipping: dict[tuple[TeamId, TeamId], list[Escalation]] = {}
    for escalation in graph.escalations:
        ends = [graph.present.get(team) for team in (escalation.source, escalation.target)]
        if escalation.kind != "functional" or ends[0] is None or ends[1] is None or ends[0] is ends[1]:
            continue
        if any(team.kind == "governance" for team in ends if team):
            continue
        tiers = [TIERS.get(team.kind) for team in ends if team]
        if tiers[0] is None or tiers[1] is None:
            yield not_assessed(
                escalation.subject, "kind", *(team.subject for team in ends if team and team.kind == "other")
            )
        elif tiers[1] - tiers[0] >= 2 or tiers[1] < tiers[0]:
            skipping.setdefault((escalation.source, escalation.target), []).append(escalation)
    for (source, target), escalations in skipping.items():
        down = TIERS[graph.present[target].kind] < TIERS[graph.present[source].kind]
        always = [each for each in escalations if not each.when]
        severity: Severity = "warning" if always else "info"
        conditions = sorted(each.when for each in escalations if each.when)
        when = "" if always else f" ({listed(conditions)})"
        path = "go back down" if down else "go straight"
        yield found(
            escalations[0].subject,
            subject("team", source),
            subject("team", target),
            severity=severity,
            message=f"Pages {path} from {graph.name(source)} to {graph.name(target)}{when}"
            + ("." if down else ", past the tier between them."),
            alike="skip a tier or go back down",
            advice=_what_to_do(graph, source, down=down, always=bool(always)),
            evidence=Evidence((escalations[0].subject,), ((subject("team", source), subject("team", target)),)),
            fixes=partial(_by_the_tier_between, escalations=tuple(escalations)),
        )


def _what_to_do(graph: OrgGraph, source: TeamId, *, down: bool, always: bool) -> str:
    if down:
        keep = f"let {graph.name(source)} keep the page, or hand it further up"
        if always:
            return f"{capital(keep)}; or say on which condition it goes back."
        return f"Leave it as it is if the condition can be told at once; else {keep}."
    if always:
        return "Let the page go by way of the tier between them, or say on which condition it may not."
    return "Leave it as it is if the condition can be told at once; else let the page go by way of the tier between."


def _by_the_tier_between(graph: OrgGraph, escalations: tuple[Escalation, ...]) -> tuple[Fix, ...]:
    """Removing an escalation past a tier, where every page that took it gets to the same team without it.

    Not where more rows would then hang on one team that all their pages pass through (SPOF002).
    """
    if len(escalations) != 1:
        return ()
    escalation = escalations[0]
    source, target = escalation.source, escalation.target
    taken = [chain for chain in graph.chains if escalation in chain.escalations.get(source, {}).get(target, ())]
    for chain in taken:
        others = [other for other in chain.escalations[source] if other != target and source not in chain.onward(other)]
        if not any(target in chain.onward(other) for other in others):
            return ()
    before = _passed_by(graph.passages[chain] for chain in taken)
    left = ((chain.without(escalation, graph.present_ids), graph.rows_at(chain.places)) for chain in taken)
    after = _passed_by(passages_of(chain, rows) for chain, rows in left)
    if any(rows > before[team] for team, rows in after.items()):
        return ()
    label = f"Remove {name_of(graph.organization, escalation.subject)}: the page gets there by the other way"
    return (Fix(label, RemoveEscalation(escalation)),)


def _passed_by(passages: Iterable[Mapping[TeamId, Passage]]) -> Counter[TeamId]:
    """How many rows' pages have to pass through each team on their way to others."""
    rows: Counter[TeamId] = Counter()
    for found_there in passages:
        rows.update({team: passage.rows for team, passage in found_there.items()})
    return rows
