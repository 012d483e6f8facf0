"""The part of a document that was asked for: some services, the rows of some teams, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.document import Document
from orgmodel.findings import Finding, Report
from orgmodel.model import ALERT, Organization, Responsibility, Subject, TeamId, subject_parts
from orgmodel.model.value import changed
from orgmodel.pdf.order import Order


def narrowed(document: Document, report: Report, order: Order) -> tuple[Document, Report]:
    """The document and its report with the services and teams of an order alone; the very same where it names none.

    The report is of the whole organisation, because a part of one would be judged wrongly.
    """
    if not order.services and not order.teams:
        return document, report
    smaller = narrowed_document(document, order)
    kept = _subjects(smaller.organization, order)
    gone = _subjects(document.organization, None) - kept
    return smaller, changed(
        report,
        findings=_about(report.findings, gone),
        waived=_about(report.waived, gone),
        not_assessed=tuple(
            changed(missed, subjects=left, lacking=tuple(named for named in missed.lacking if named not in gone))
            for missed in report.not_assessed
            if (left := tuple(named for named in missed.subjects if named not in gone)) or not missed.subjects
        ),
    )


def narrowed_document(document: Document, order: Order) -> Document:
    """The document with the rows of an order's services and teams, and the escalations that such a page can take."""
    organization = document.organization
    rows = tuple(row for row in organization.responsibilities if _is_wanted(row, order))
    smaller = organization.copy_with(responsibilities=rows)
    if order.services:
        smaller = smaller.copy_with(
            services=tuple(each for each in organization.services if each.id in order.services),
            escalations=tuple(
                each
                for each in organization.escalations
                if not each.services or not set(each.services).isdisjoint(order.services)
            ),
        )
        named = _named_teams(smaller) | set(order.teams)
        smaller = smaller.copy_with(
            teams=tuple(team for team in organization.teams if team.id in named),
            rotations=tuple(each for each in organization.rotations if each.team in named),
        )
    gone = _subjects(organization, None) - _subjects(smaller, order)
    decisions = tuple(
        each for each in document.decisions if not each.about or any(named not in gone for named in each.about)
    )
    return document.copy_with(organization=smaller, decisions=decisions)


def _is_wanted(row: Responsibility, order: Order) -> bool:
    is_of_service = not order.services or row.service in order.services
    return is_of_service and (not order.teams or any(team in row.raci for team in order.teams))


def _named_teams(organization: Organization) -> set[TeamId]:
    """The teams that rows, services or escalations name, with those above them."""
    named = {team for row in organization.responsibilities for team in row.raci}
    named |= {service.team for service in organization.services if service.team}
    named |= {team for each in organization.escalations for team in (each.source, each.target)} - {ALERT}
    above = organization.team_by_id
    edge = list(named)
    while edge:
        parents = {above[team].parent for team in edge if team in above} - named
        edge = [team for team in parents if team]
        named.update(edge)
    return named


def _subjects(organization: Organization, order: Order | None) -> set[Subject]:
    """The things that an organisation has, of the kinds that can be left out; of the teams those asked for."""
    asked = order.teams if order else ()
    teams = (team.subject for team in organization.teams if not asked or team.id in asked)
    services = (service.subject for service in organization.services)
    rows = (row.subject for row in organization.responsibilities)
    escalations = (escalation.subject for escalation in organization.escalations)
    rotations = (rotation.subject for rotation in organization.rotations)
    return {*teams, *services, *rows, *escalations, *rotations}


def _about(findings: Iterable[Finding], gone: set[Subject]) -> tuple[Finding, ...]:
    """The findings about something that is left, or about nothing that could be left out.

    One that names rows or services is about them: that a team of theirs is left does not keep it.
    """
    return tuple(each for each in findings if not each.subjects or not gone.issuperset(_concerned(each.subjects)))


def _concerned(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """What a finding is about: its rows and services; all it names where there are none."""
    return tuple(each for each in subjects if subject_parts(each)[0] in ("responsibility", "service")) or subjects
