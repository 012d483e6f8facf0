"""What holds for any two documents: nothing is missed, nothing is made up, and neither of the two comes first."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

from any_documents import any_documents
from edits import commands, edited
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import documents

from orgmodel.commands import MoveArea
from orgmodel.comparison import compared, differences_between
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Organization, Raci
from orgmodel.model.value import changed, fields_of
from orgmodel.yaml_file import record_of, resolved_record

TODAY = date(2026, 11, 22)
NOTHING_FOUND = Report((), (), (), (), TODAY)
LAWS = settings(max_examples=25, deadline=None)


def seen(before, after):
    """The comparison of two documents without their findings, which other laws are about."""
    return compared(before, after, TODAY, report_before=NOTHING_FOUND, report_after=NOTHING_FOUND)


def in_no_order(plain):
    if isinstance(plain, dict):
        return {key: in_no_order(held) for key, held in plain.items()}
    if isinstance(plain, list):
        return sorted((in_no_order(held) for held in plain), key=lambda held: json.dumps(held, sort_keys=True))
    return plain


def said_alike(before, after):
    """Whether two documents would be the same file but for the order of its items."""
    return in_no_order(recorded(before)) == in_no_order(recorded(after))


def recorded(document):
    """As a file has it, the stack too where it is the usual one, which files do not write out in its usual order."""
    whole = resolved_record(document)
    return record_of(document) | {"layers": whole["layers"], "areas": whole["areas"]}


def test_the_usual_areas_in_another_order_are_no_change():
    usual = Document(Organization("Shop"))
    moved = MoveArea(usual.organization.areas[0].id, 1).apply(usual)
    assert moved.organization.areas != usual.organization.areas
    assert seen(usual, moved).is_same
    assert said_alike(usual, moved)


def shuffled(held, data):
    """The same value with the items of every list in it in another order."""
    if isinstance(held, tuple):
        return tuple(data.draw(st.permutations([shuffled(item, data) for item in held])))
    if isinstance(held, Raci):
        return Raci(dict(data.draw(st.permutations(list(held.items())))))
    if hasattr(held, "__value_fields__"):
        return changed(held, **{name: shuffled(getattr(held, name), data) for name in fields_of(held)})
    return held


def in_another_order(document, data):
    """With everything that is a list in the file shuffled; pairs and places stay pairs."""
    fields = {name: getattr(document.organization, name) for name in fields_of(document.organization)}
    of_things = {
        name: tuple(data.draw(st.permutations([_reordered(thing, data) for thing in held])))
        for name, held in fields.items()
        if isinstance(held, tuple)
    }
    return Document(
        Organization(**fields | of_things),
        document.arrangement,
        *(tuple(data.draw(st.permutations(held))) for held in (document.waivers, document.decisions, document.views)),
    )


def _reordered(thing, data):
    listed = (
        "supports",
        "depends_on",
        "sites",
        "members",
        "not_applicable",
        "activities",
        "layers",
        "services",
        "raci",
    )
    return changed(thing, **{name: shuffled(getattr(thing, name), data) for name in fields_of(thing) if name in listed})


@given(any_documents())
@LAWS
def test_a_document_does_not_differ_from_itself(document):
    found = seen(document, changed(document, views=tuple(document.views)))
    assert found.is_same
    assert (found.added, found.removed, found.changed) == ((), (), ())


@given(any_documents(), any_documents())
@LAWS
def test_two_documents_differ_exactly_where_their_files_would(before, after):
    assert seen(before, after).is_same == said_alike(before, after)


@given(any_documents(), any_documents())
@LAWS
def test_the_other_way_round_what_was_added_is_removed_and_values_change_places(before, after):
    forth, back = seen(before, after), seen(after, before)
    assert Counter(forth.added) == Counter(back.removed)
    assert Counter(forth.removed) == Counter(back.added)
    assert _told(forth) == Counter(
        {(now, was, field, new, old): n for (was, now, field, old, new), n in _told(back).items()}
    )


def _told(comparison):
    return Counter(
        (each.was, each.now, one.field, json.dumps(one.before, sort_keys=True), json.dumps(one.after, sort_keys=True))
        for each in comparison.differences
        for one in each.fields
    )


@given(any_documents() | documents(), st.data())
@LAWS
def test_another_order_of_items_is_no_change(document, data):
    assert list(differences_between(document, in_another_order(document, data))) == []


@given(documents(), st.lists(commands, min_size=1, max_size=4), st.data())
@settings(max_examples=50, deadline=None)
def test_every_edit_that_changes_the_file_is_seen(document, drawn, data):
    after = edited(document, drawn, data)
    assert seen(document, after).is_same == said_alike(document, after)


@given(documents(), st.data())
@LAWS
def test_another_id_is_another_thing(document, data):
    row = data.draw(st.sampled_from(document.organization.responsibilities))
    renamed = tuple(
        changed(each, id="renamed") if each is row else each for each in document.organization.responsibilities
    )
    after = document.with_organization(document.organization.copy_with(responsibilities=renamed))
    found = seen(document, after)
    assert found.added == ("responsibility:renamed",)
    assert found.removed == (row.subject,)
    assert found.changed == ()


@given(documents(), documents())
@LAWS
def test_every_change_says_what_it_was_and_what_it_is(before, after):
    assume(before != after)
    for change in seen(before, after).changed:
        assert in_no_order(change.before) != in_no_order(change.after), change
        json.dumps([change.before, change.after])


@given(documents(), documents())
@settings(max_examples=25, deadline=None)
def test_findings_are_fixed_remaining_or_new(before, after):
    changes = compared(before, after, TODAY).findings
    back = compared(after, before, TODAY).findings
    gone = (*changes.fixed, *changes.unassessed)
    assert Counter(each.code for each in gone) == Counter(each.code for each in back.new)
    assert len(changes.remaining) == len(back.remaining)
