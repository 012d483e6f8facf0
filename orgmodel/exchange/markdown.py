"""The model as Markdown for a wiki or a repository; names and sentences are data, never markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from orgmodel.diagram.contents import condition_of, minutes_text
from orgmodel.document import Document
from orgmodel.exchange.tables import MatrixTable, matrix_tables, teams_of
from orgmodel.findings import SEVERITIES, Finding, Report, in_groups
from orgmodel.model import ALERT, KIND_NAMES, Escalation, Organization, Responsibility
from orgmodel.model.raci import PHRASES
from orgmodel.names_in_sentences import with_symbols
from orgmodel.sentences import counted, day
from orgmodel.verdicts import Verdict, verdict_of

SEVERITY_NAMES = {"error": "Errors", "warning": "Warnings", "info": "For information"}

_REMARKS: Final[dict[Verdict, str]] = {
    "owned": "",
    "several answer": "two or more owners",
    "nobody": "nobody",
    "nobody answers": "nobody answers",
    "missing owner": "owner missing",
}

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$]|&(?=[#\w]))")
_LIST = re.compile(r"^([-+=])|^(\d+)([.)])(?=\s|$)")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


def markdown(document: Document, report: Report) -> str:
    """CommonMark with the tables of GitHub; ends with a newline."""
    organization = document.organization
    parts = [
        *_summary(organization, report),
        *_teams(organization),
        *_chain(organization),
        *_matrix(organization),
        *_findings(report),
        *_decisions(document),
    ]
    return "\n\n".join(parts) + "\n"


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text as it reads, whatever Markdown would make of it: on one line, markup escaped, controls as symbols."""
    line = with_symbols(" ".join(text.split()))
    line = _MARKUP.sub(r"\\\1", line)
    line = _LINK.sub(r"\1\\\2", line)
    return _LIST.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def _summary(organization: Organization, report: Report) -> Iterator[str]:
    yield f"# {plain(organization.name)}"
    if organization.description:
        yield plain(organization.description)
    yield _footer(organization, report)
    yield "## Summary"
    yield "\n".join(f"- {figure}" for figure in _figures(organization, report))


def _figures(organization: Organization, report: Report) -> Iterator[str]:
    rows = organization.responsibilities
    count = Counter(verdict_of(organization, row) for row in rows)
    several, missing = count["several answer"], count["missing owner"]
    owned = count["owned"] + several
    whose = "is with a team that is" if missing == 1 else "are with teams that are"
    ghosts = f"; {missing} {whose} not there" if missing else ""
    agreed = sum(row.state == "agreed" for row in rows)
    yield (
        f"{owned} of {len(rows)} responsibilities have an owner; "
        f"{count['nobody']} have nobody, {several} more than one{ghosts}"
    )
    yield f"{agreed} of {len(rows)} are agreed by the teams themselves"
    things = {"team": organization.teams, "service": organization.services, "escalation": organization.escalations}
    yield ", ".join(counted(len(every), thing) for thing, every in things.items())
    yield (
        f"{counted(report.count('error'), 'error')}, {counted(report.count('warning'), 'warning')}, "
        f"{report.count('info')} for information, {len(report.waived)} accepted, "
        f"{counted(len({each.code for each in report.not_assessed}), 'rule')} not assessed for want of numbers"
    )


def _footer(organization: Organization, report: Report) -> str:
    said = [
        f"Version {plain(organization.version)}" if organization.version else None,
        plain(organization.classification) if organization.classification else None,
        f"Owner: {plain(organization.owner)}" if organization.owner else None,
        f"Review by {day(organization.review_by)}" if organization.review_by else None,
        f"As of {day(report.as_of)}",
    ]
    return " · ".join(part for part in said if part)


def _teams(organization: Organization) -> Iterator[str]:
    if not organization.teams:
        return
    yield "## Teams"
    lines = []
    for team in organization.teams:
        answers = sum(1 for row in organization.responsibilities if team.id in row.raci.accountable)
        people = "unknown" if team.people is None else str(team.people)
        lines.append((team.name, KIND_NAMES[team.kind], people, str(answers), team.contact or "unknown"))
    yield _table(("Team", "Kind", "People", "Answers for", "Contact"), lines)


def _chain(organization: Organization) -> Iterator[str]:
    if not organization.escalations:
        return
    yield "## Support chain"
    yield _table(
        ("From", "To", "After", "When"),
        [_escalation(organization, each) for each in organization.escalations],
    )


def _escalation(organization: Organization, escalation: Escalation) -> tuple[str, ...]:
    ends = organization.team_name(escalation.source), organization.team_name(escalation.target)
    when = condition_of(organization, escalation) or "always"
    if not escalation.carries_pages:
        return *ends, minutes_text(escalation.after), f"{when} (is told, without the page)"
    return *ends, minutes_text(escalation.after) or ("" if escalation.source == ALERT else "unknown"), when


def _matrix(organization: Organization) -> Iterator[str]:
    if not organization.responsibilities:
        return
    yield "## Responsibility matrix"
    yield "; ".join(f"{letters}: {phrase}" for letters, phrase in PHRASES.items()) + "."
    for service, group in groupby(matrix_tables(organization), key=lambda table: table.service):
        tables = tuple(group)
        yield f"### {plain(service.name)}" if service else "### The organisation as a whole"
        for table in tables:
            yield f"#### {plain(table.layer.name)}" if table.layer else "#### No layer"
            yield _matrix_table(table, tables, organization)


def _matrix_table(table: MatrixTable, tables: tuple[MatrixTable, ...], organization: Organization) -> str:
    teams = teams_of(tables, organization)
    lines, remarks = [], []
    for row in table.rows:
        area = organization.area_by_id.get(row.area) if row.area else None
        lines.append((row.name, area.name if area else "", *(row.raci.get(team, "") for team in teams)))
        remarks.append(_remark(organization, row))
    return _table(("Responsibility", "Area", *(organization.team_name(team) for team in teams)), lines, remarks)


def _remark(organization: Organization, row: Responsibility) -> str:
    """What is wrong with who has a row; nothing where one team that is there answers for it."""
    return _REMARKS[verdict_of(organization, row)]


def _findings(report: Report) -> Iterator[str]:
    yield "## Findings"
    if not report.findings:
        yield "None."
    for severity in SEVERITIES:
        found = [finding for finding in report.findings if finding.severity == severity]
        if found:
            yield f"### {SEVERITY_NAMES[severity]}"
            yield "\n".join(line for group in in_groups(found) for line in _group(group))
    if report.waived:
        yield "### Accepted"
        yield "\n".join(_accepted(finding) for finding in report.waived)
    if report.not_assessed:
        yield "### Not assessed"
        yield "\n".join(f"- **{each.code}**: {plain(each.missing)}" for each in report.not_assessed)


def _group(group: tuple[Finding, ...]) -> Iterator[str]:
    """One line, or a line over a list for findings that are alike."""
    first = group[0]
    if len(group) == 1:
        yield f"- **{first.code}** {_sentences(first)} ({plain(first.source.title)})"
        return
    yield f"- **{first.code}** {len(group)} {plain(first.alike or first.name)} ({plain(first.source.title)}):"
    yield from (f"  - {_sentences(finding)}" for finding in group)


def _sentences(finding: Finding) -> str:
    return f"{plain(finding.message)} {plain(finding.advice)}"


def _accepted(finding: Finding) -> str:
    waiver = finding.waived
    reason = f" Until {day(waiver.until)}: {plain(waiver.reason)}" if waiver else ""
    by = f" ({plain(waiver.by)})" if waiver and waiver.by else ""
    return f"- **{finding.code}** {plain(finding.message)}{reason}{by}"


def _decisions(document: Document) -> Iterator[str]:
    if document.decisions:
        yield "## Decisions, questions and actions"
        yield "\n".join(
            f"- {day(decision.on)}, {decision.kind}: {plain(decision.text)}" for decision in document.decisions
        )


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]], remarks: Sequence[str] = ()) -> str:
    """A table of GitHub's kind; what a line is remarked on stands in bold."""
    written = [[plain(cell) for cell in line] for line in lines]
    for line, remark in zip(written, remarks, strict=False):
        line[0] = f"**{line[0]}** ({remark})" if remark and line[0].strip() else line[0]
    text = ["| " + " | ".join(line) + " |" for line in ([plain(head) for head in heads], *written)]
    text.insert(1, "|" + " --- |" * len(heads))
    return "\n".join(text)
