"""`diff --format md`: a comment for a pull request; every name and text is data, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.cli.diff import Compared
from orgmodel.comparison.groups import Entry, groups_of
from orgmodel.comparison.headline_said import headline_said
from orgmodel.comparison.words import Words, counts
from orgmodel.exchange.markdown import plain as unmarked
from orgmodel.findings import Finding
from orgmodel.sentences import counted

_MOST_OPEN: Final = 25
"""So many things of a kind stand in the open; more are folded away, and a click shows them."""
_CALL: Final = re.compile(r"(?<![\w.+-])@(?=\w)")


def as_markdown(compared: Compared) -> str:
    """CommonMark with the tables of GitHub; ends with a newline."""
    return "\n\n".join(_parts(compared)) + "\n"


def plain(text: str) -> str:
    """The text as it reads, which calls nobody either: a comment is no place for a contact to be notified."""
    return _CALL.sub("@\u200b", unmarked(text))


def _parts(compared: Compared) -> Iterator[str]:
    comparison = compared.comparison
    yield f"## {plain(comparison.after.organization.name)}: what changes"
    files = f"{plain(compared.before.name)} → {plain(compared.after.name)}"
    if comparison.is_same:
        yield f"{files}: nothing changes."
    else:
        yield f"{files}: {counted(len(comparison.differences), 'change')}: {counts(comparison.differences)}."
        yield plain(headline_said(comparison))
        words = Words(comparison.before.organization, comparison.after.organization)
        for group in groups_of(comparison):
            yield from _folded(group.title, _table(words, group.entries), len(group.entries))
    yield from _findings(compared)


def _table(words: Words, entries: Sequence[Entry]) -> str:
    lines = ["| | Thing | What | Before | After |", "| --- | --- | --- | --- | --- |"]
    for difference, changes, owners in entries:
        name = plain(words.thing(difference))
        if difference.before is None:
            lines.append(_row("**added**", name, "", "", plain(words.told(difference))))
        elif difference.after is None:
            lines.append(_row("**removed**", name, "", plain(words.told(difference)), ""))
        else:
            fields = [("who answers", *owners)] if owners else []
            fields += [(words.field(difference, each), *words.values(difference, each)) for each in changes]
            for place, field in enumerate(fields):
                first = ("", "") if place else ("changed", name)
                lines.append(_row(*first, *map(plain, field)))
    return "\n".join(lines)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _findings(compared: Compared) -> Iterator[str]:
    changes = compared.comparison.findings
    for word, findings in (
        ("Fixed", changes.fixed),
        ("No longer assessed", changes.unassessed),
        ("New", changes.new),
        ("Accepted", changes.waived),
        ("Accepted no more", changes.reopened),
        ("Remaining", changes.remaining),
    ):
        if findings:
            head = f"{word}: {counted(len(findings), 'finding')}"
            yield from _folded(head, "\n".join(map(_finding, findings)), len(findings), is_folded=word == "Remaining")


def _finding(finding: Finding) -> str:
    return f"- {finding.severity} {finding.code}: {plain(finding.message)}"


def _folded(head: str, body: str, number: int, *, is_folded: bool = False) -> Iterator[str]:
    """A part under its heading, or folded away where it is long."""
    if is_folded or number > _MOST_OPEN:
        yield f"<details><summary><b>{head}</b></summary>"
        yield body
        yield "</details>"
    else:
        yield f"### {head}"
        yield body
