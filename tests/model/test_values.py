"""Values are frozen, equal by what they hold, and the same object where nothing changes."""

from __future__ import annotations

import copy
import inspect
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.model import (
    Duration,
    Escalation,
    LayerId,
    Organization,
    Raci,
    Responsibility,
    RowId,
    ServiceId,
    Team,
    TeamId,
    duration_from,
    id_from_name,
    is_id,
    letters_from,
)
from orgmodel.model.value import changed, value

TEAM = Team(TeamId("web-sre"), "Web Application SRE")


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="Team is frozen: name cannot be changed"):
        TEAM.name = "Other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del TEAM.name  # type: ignore[misc]
    with pytest.raises(AttributeError):
        TEAM.colour = "red"  # type: ignore[attr-defined]


def test_values_are_equal_by_what_they_hold() -> None:
    twin = Team(id=TeamId("web-sre"), name="Web Application SRE")
    assert twin == TEAM
    assert hash(TEAM) == hash(twin)
    assert changed(TEAM, headcount=8) != TEAM
    assert Duration(15, "m") != "15m"


def test_classes_of_as_many_fields_keep_their_own_names_and_defaults() -> None:
    @value
    class Site:
        city: str
        zone: str = "UTC"

    @value
    class Shift:
        name: str
        hours: int = 8

    assert Site("Oslo") == Site(city="Oslo", zone="UTC")
    assert Shift(name="late").hours == 8
    assert str(inspect.signature(Shift)) == "(name, hours=8)"
    with pytest.raises(TypeError, match="name"):
        Shift()  # type: ignore[call-arg]


def test_a_field_with_a_default_comes_after_those_without() -> None:
    with pytest.raises(TypeError, match="zone, city"):

        @value
        class Site:
            zone: str = "UTC"
            city: str  # type: ignore[misc]


def test_nothing_changed_is_the_very_same_object() -> None:
    row = Responsibility(RowId("database"), "Database")
    organization = Organization("Ruby Web", teams=(TEAM,), responsibilities=(row,))
    assert changed(TEAM, name=TEAM.name) is TEAM
    assert organization.with_responsibility(Responsibility(row.id, row.name)) is organization
    assert organization.copy_with(teams=organization.teams) is organization
    assert copy.deepcopy(TEAM) is TEAM


@given(st.permutations(["A", "R", "C", "I"]), st.integers(1, 4), st.sampled_from(["", "/", ", ", " "]))
def test_letters_read_the_same_in_any_order_case_and_separator(order: list[str], count: int, between: str) -> None:
    chosen = order[:count]
    written = between.join(chosen)
    expected = "AR" if {"A", "R"} <= set(chosen) else next(letter for letter in "ARCI" if letter in chosen)
    assert letters_from(written) == letters_from(written.lower()) == expected


@pytest.mark.parametrize("text", ["", "X", "A,X", "RACIX", "-"])
def test_other_letters_are_none(text: str) -> None:
    assert letters_from(text) is None


def test_raci_is_equal_whatever_the_order_and_names_who_answers_and_who_does() -> None:
    one = Raci({TeamId("a"): "AR", TeamId("b"): "R", TeamId("c"): "I"})
    other = Raci({TeamId("c"): "I", TeamId("b"): "R", TeamId("a"): "AR"})
    assert one == other
    assert hash(one) == hash(other)
    assert (one.accountable, one.doers) == (("a",), ("a", "b"))
    assert one.with_letters(TeamId("b"), "R") is one
    assert one.with_letters(TeamId("b"), None) == Raci({TeamId("a"): "AR", TeamId("c"): "I"})


@pytest.mark.parametrize(("text", "minutes"), [("90s", 1.5), ("15m", 15), ("12h", 720), ("7d", 10080), ("0m", 0)])
def test_durations(text: str, minutes: float) -> None:
    read = duration_from(text)
    assert read is not None
    assert read.minutes == minutes
    assert str(read) == text


@pytest.mark.parametrize("text", ["", "m", "1h30m", "-5m", "1.5h", "15 m", "١٥m", "9999999999m"])
def test_what_is_no_duration(text: str) -> None:
    assert duration_from(text) is None


@given(st.text(max_size=80), st.sets(st.text(max_size=5)))
def test_an_id_made_from_any_name_is_an_id_and_free(name: str, taken: set[str]) -> None:
    made = id_from_name(name, taken | {"unnamed"})
    assert is_id(made)
    assert made not in taken


def test_a_way_covers_rows_of_its_layers_and_rows_that_name_none() -> None:
    way = Escalation(TeamId("a"), TeamId("b"), layers=(LayerId("x"),), services=(ServiceId("s"),))
    layers, services = (None, LayerId("x"), LayerId("y")), (None, ServiceId("s"), ServiceId("t"))
    covered = {(layer, service) for layer, service in itertools.product(layers, services) if way.covers(layer, service)}
    assert covered == {(None, None), (None, "s"), ("x", None), ("x", "s")}


def test_criticality_of_a_row_is_its_own_else_its_services() -> None:
    row = Responsibility(RowId("database"), "Database")
    assert Organization("Ruby Web").criticality_of(row) is None
    assert Organization("Ruby Web").criticality_of(changed(row, criticality=2)) == 2
