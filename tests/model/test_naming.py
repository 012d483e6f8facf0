"""Subjects: the things they name, and what people call them."""

from __future__ import annotations

from orgmodel.model import (
    ALERT,
    ORGANIZATION,
    Escalation,
    Member,
    Organization,
    PersonId,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Team,
    TeamId,
    find,
    kind_word,
    name_of,
    subject,
)


def test_each_thing_is_found_and_named_by_its_subject():
    way = Escalation(ALERT, TeamId("sre"))
    organization = Organization(
        "Shop",
        teams=(Team(TeamId("sre"), "App SRE", members=(Member(PersonId("kim"), "Kim Lee"),)),),
        responsibilities=(Responsibility(RowId("code"), "Code"),),
        rotations=(Rotation(RotationId("primary"), TeamId("sre")),),
        escalations=(way,),
    )
    things = (
        (organization.teams[0], "App SRE", "team", "teams"),
        (organization.responsibilities[0], "Code", "row", "rows"),
        (organization.rotations[0], "primary", "rotation", "rotations"),
        (organization.layers[0], organization.layers[0].name, "layer", "layers"),
        (organization.areas[0], organization.areas[0].name, "area", "areas"),
        (way, "Alert → App SRE", "escalation", "escalations"),
    )
    for thing, name, one, several in things:
        named = getattr(thing, "subject", None) or subject(one, thing.id)
        assert find(organization, named) is thing
        assert name_of(organization, named) == name
        assert (kind_word(named), kind_word(named, 2)) == (one, several)
    assert (find(organization, ORGANIZATION), name_of(organization, ORGANIZATION)) == (organization, "Shop")
    assert name_of(organization, subject("person", "sre/kim")) == "Kim Lee"
    assert kind_word(subject("person", "sre/kim"), 2) == "people"
    assert (find(organization, subject("team", "gone")), name_of(organization, subject("team", "gone"))) == (
        None,
        "gone",
    )
