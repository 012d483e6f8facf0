"""ESC010: pages handed over without saying on which condition, or after how long."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Evidence
from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, Escalation, Subject, subject
from orgmodel.rules.rule import Observation, found, not_assessed, rule
from orgmodel.rules.sources import ITIL_ESCALATION


@rule("ESC010", "handover-without-contract", "info", ITIL_ESCALATION)
def handover_without_contract(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        One team hands pages to another, and nobody has said on which condition, or after how many minutes, or either.

    Why it hurts
        The first team waits too long or hands over too soon, and the second cannot tell whether it is its turn.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m, when: the runbook does not fix it}

    How to put it right
        Ask both teams to agree on the condition and on the minutes, and write both down.

    Limits
        Only functional escalations between teams are looked at: those to management and those from the alert need no
        condition. Several between the same two teams are one finding. There is no quick fix: nobody can make up what
        two teams agree on. Not assessed where the file has no escalation at all.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    lacking: dict[Subject, list[Escalation]] = {}
    for escalation in graph.escalations:
        if (
            escalation.kind == "functional"
            and (escalation.after is None or not escalation.when)
            and escalation.source in graph.present
            and escalation.target in graph.present
        ):
            lacking.setdefault(escalation.subject, []).append(escalation)
    for about, escalations in lacking.items():
        source, target = escalations[0].source, escalations[0].target
        says = [
            words
            for words, is_lacking in (
                ("on which condition", any(not each.when for each in escalations)),
                ("after how many minutes", any(each.after is None for each in escalations)),
            )
            if is_lacking
        ]
        yield found(
            about,
            subject("team", source),
            subject("team", target),
            message=f"{graph.name(source)} hands pages to {graph.name(target)} without saying {' or '.join(says)}.",
            alike="hand pages over without saying on which condition or after how many minutes",
            advice="Let both teams agree on the condition and on the minutes, and write both down.",
            evidence=Evidence((about,), ((subject("team", source), subject("team", target)),)),
        )
