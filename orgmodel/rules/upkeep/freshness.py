"""STA001: what nobody has looked at for a long time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import ChangeField
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION, Confirmation
from orgmodel.model.value import changed
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.sources import OURS
from orgmodel.sentences import counted, day


def _review(graph: OrgGraph) -> Iterator[Observation]:
    """The day by which the whole file was to be reviewed; that day itself is still in time."""
    review_by = graph.organization.review_by
    if review_by is None:
        yield not_assessed(ORGANIZATION, "day of the next review")
    elif graph.today is not None and graph.today > review_by:
        late = (graph.today - review_by).days
        yield found(
            ORGANIZATION,
            message=f"This model was to be reviewed by {day(review_by)}, {counted(late, 'day')} ago.",
            advice="Go through it with the teams, then write down the day of the next review.",
            numbers=figures(days_late=late),
        )


@row_rule("STA001", "stale", "warning", OURS, also=_review)
def stale(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        The day by which the model was to be reviewed is past, or the last word that a row is right is older than 180
        days.

    Why it hurts
        Teams change, and a model that nobody looks at goes on saying who was called last year.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, raci: {web-sre: A}, confirmed: {by: Web SRE, on: 2026-01-15}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, raci: {web-sre: A}, confirmed: {by: Web SRE, on: 2026-11-02}}

    How to put it right
        Ask the team whether the row is still right, and confirm it with the day. After a review of the whole model,
        write down the day of the next.

    Limits
        The number is ours: settings.limits has stale_days (180). The day is that of the check; the command line takes
        it from --today, else from the machine. A row that nobody has agreed on yet has nothing to grow old. Not
        assessed where a row is agreed and was never confirmed, and where the model names no day of its next review.
    """
    today, most = graph.today, graph.organization.settings.limit("stale_days")
    if today is None:
        return
    for row in rows:
        confirmed = row.row.confirmed
        if confirmed is None or confirmed.on is None:
            if row.row.state == "agreed":
                yield not_assessed(row.subject, "day of confirmation")
        elif (age := (today - confirmed.on).days) > most:
            by = f" by {confirmed.by}" if confirmed.by else ""
            yield found(
                row.subject,
                message=f"“{row.name}” was confirmed{by} on {day(confirmed.on)}: {age:,} days ago, where at most "
                f"{most:g} may pass.",
                alike="were confirmed too long ago",
                advice=f"Ask {confirmed.by or 'the team that has it'} whether it is still right, then confirm it.",
                numbers=figures(days_since_it_was_confirmed=age, most_days=most),
                fixes=partial(_confirm, row=row, confirmed=confirmed),
            )


def _confirm(graph: OrgGraph, row: RowFacts, confirmed: Confirmation) -> tuple[Fix, ...]:
    """For when the answer was yes."""
    if graph.today is None:
        return ()
    label = f"Confirm “{row.name}” as of {day(graph.today)}"
    return (Fix(label, ChangeField(row.subject, "confirmed", changed(confirmed, on=graph.today))),)
