"""What follows from one field of a thing: whoever names a person, a site or a question that is renamed or gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_sites_of_members
from orgmodel.commands.relations import check_ratings
from orgmodel.document import Document
from orgmodel.model import (
    Assessment,
    Organization,
    PersonId,
    Questionnaire,
    Rotation,
    Subject,
    Team,
    subject,
)
from orgmodel.model.value import changed


def settled(organization: Organization, before: Any, after: Any) -> Any:
    """The thing itself, at one with itself again; raises `CommandRefused` where it cannot be."""
    if isinstance(after, Team):
        return _settled_team(before, after)
    if isinstance(after, Assessment):
        check_ratings(organization, after)
    return after


def followed_up(document: Document, before: Any, after: Any) -> Document:
    """The document with all that named parts of the thing which were renamed or went."""
    if isinstance(after, Team) and before.members is not after.members:
        return _with_people(document, before, after)
    if isinstance(after, Questionnaire) and before.sections is not after.sections:
        return without_questions(
            document,
            after.id,
            frozenset(each.id for each in before.activities) - {each.id for each in after.activities},
            frozenset(each.id for each in before.sections) - {each.id for each in after.sections},
        )
    return document


def without_questions(
    document: Document, questionnaire: str, activities: frozenset[str], sections: frozenset[str]
) -> Document:
    """Without ratings, totals and links of rows to what a questionnaire no longer has."""
    organization = document.organization
    lost = frozenset(f"{questionnaire}/{activity}" for activity in activities)

    def change(assessment: Assessment) -> Assessment:
        if assessment.questionnaire != questionnaire:
            return assessment
        return changed(
            assessment,
            ratings=names.kept(assessment.ratings, lambda pair: pair[0] not in activities),
            printed_totals=names.kept(assessment.printed_totals, lambda pair: pair[0] not in sections),
        )

    return document.with_organization(
        organization.copy_with(
            assessments=names.mapped(organization.assessments, change),
            responsibilities=names.mapped(
                organization.responsibilities,
                lambda row: changed(row, activities=names.kept(row.activities, lambda named: named not in lost)),
            ),
        )
    )


def _settled_team(before: Team, after: Team) -> Team:
    """Members follow their sites, by the place of a site in the list where it got another name; the lead follows."""
    if before.sites is not after.sites:
        named = {site.name: site.name for site in after.sites}
        if len(before.sites) == len(after.sites):
            old_names = {site.name for site in before.sites}
            named |= {
                old.name: new.name
                for old, new in zip(before.sites, after.sites, strict=True)
                if old.name not in named and new.name not in old_names
            }
        after = changed(
            after,
            members=names.mapped(
                after.members,
                lambda member: changed(member, site=named.get(member.site)) if member.site else member,
            ),
        )
    if before.members is not after.members:
        check_sites_of_members(after)
        after = changed(after, lead=_lead(before, after))
    return after


def _lead(before: Team, after: Team) -> str | None:
    """The lead under the new name, where a member of that name has another now; none where the member has gone."""
    if after.lead is None or after.lead != before.lead:
        return after.lead
    renamed = _renamed(before, after)
    for member in before.members:
        if after.lead in (member.id, member.name):
            if member.id not in renamed:
                return None
            now = next(other for other in after.members if other.id == renamed[member.id])
            return now.id if after.lead == member.id else now.name
    return after.lead


def _renamed(before: Team, after: Team) -> Mapping[PersonId, PersonId]:
    """The members that are still there, by their ids before: their ids now; the same name is the same person."""
    there = {member.id for member in after.members}
    known = {member.id for member in before.members}
    newcomers = {member.name: member.id for member in after.members if member.id not in known}
    renamed: dict[PersonId, PersonId] = {}
    for member in before.members:
        if member.id in there:
            renamed[member.id] = member.id
        elif member.name in newcomers:
            renamed[member.id] = newcomers.pop(member.name)
    return renamed


def _with_people(document: Document, before: Team, after: Team) -> Document:
    """Rotations of the team name the same people, and nobody who has gone; a rotation may be left with nobody."""
    renamed = _renamed(before, after)
    name_now = {member.id: member.name for member in after.members}
    called: dict[str, str | None] = {}
    for member in before.members:
        now = renamed.get(member.id)
        called.setdefault(member.name, name_now[now] if now else None)
    called |= {member.id: renamed.get(member.id) for member in before.members}

    def change(rotation: Rotation) -> Rotation:
        if rotation.team != after.id or not isinstance(rotation.members, tuple):
            return rotation
        people = (called.get(person, person) for person in rotation.members)
        members = tuple(dict.fromkeys(person for person in people if person is not None))
        return rotation if members == rotation.members else changed(rotation, members=members)

    organization = document.organization
    document = document.with_organization(
        organization.copy_with(rotations=names.mapped(organization.rotations, change))
    )
    ids = {member.id: renamed.get(member.id) for member in before.members}
    moved = {_person(after, old): _person(after, new) for old, new in ids.items() if new is not None and new != old}
    document = names.with_subjects_renamed(document, moved)
    return names.without_subjects(document, frozenset(_person(after, old) for old, new in ids.items() if new is None))


def _person(team: Team, member: PersonId) -> Subject:
    return subject("person", f"{team.id}/{member}")
