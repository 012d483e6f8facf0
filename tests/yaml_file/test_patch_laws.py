"""Laws of a save, whatever the file looks like and whatever was edited."""

from any_documents import any_documents
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rough_texts import comments_of, rough_texts
from strategies import documents

from orgmodel.commands import ChangeField
from orgmodel.errors import FileRefused, SaveFailed
from orgmodel.model.value import changed, fields_of
from orgmodel.yaml_file import read_text, write_text
from orgmodel.yaml_file.parse import parse
from orgmodel.yaml_file.patch import patched
from orgmodel.yaml_file.write import records_of

LISTS = ("layers", "areas", "teams", "services", "responsibilities", "rotations", "escalations", "questionnaires")
LISTS += ("assessments", "waivers", "decisions", "views")
SCALARS = ("name", "description", "owner", "version", "review_by", "settings")

laws = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def held(document, field):
    return getattr(document if hasattr(document, field) else document.organization, field)


def with_field(document, field, value):
    if hasattr(document, field):
        return document.copy_with(**{field: value})
    return document.with_organization(document.organization.copy_with(**{field: value}))


def identity(item):
    return getattr(item, "id", None) or repr(item)


@st.composite
def edited(draw, before, other, ways=("drop", "move", "add", "change"), scalars=SCALARS):
    """A document with some sections edited: parts dropped, moved, added or changed as they are in another document."""
    document = before
    for field in draw(st.lists(st.sampled_from(LISTS), min_size=1, max_size=3, unique=True)):
        items = list(held(document, field))
        for way in draw(st.lists(st.sampled_from(ways), min_size=1, max_size=3)):
            if way == "drop" and items:
                items.pop(draw(st.integers(0, len(items) - 1)))
            elif way == "move" and items:
                items.insert(draw(st.integers(0, len(items))), items.pop(draw(st.integers(0, len(items) - 1))))
            elif way == "add":
                known = {identity(item) for item in items}
                new = [item for item in held(other, field) if identity(item) not in known]
                if new:
                    items.insert(draw(st.integers(0, len(items))), new[0])
            elif way == "change" and items and held(other, field):
                place = draw(st.integers(0, len(items) - 1))
                giver = held(other, field)[0]
                names = [name for name in fields_of(giver) if name != "id"]
                taken = draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
                items[place] = changed(items[place], **{name: getattr(giver, name) for name in sorted(taken)})
        document = with_field(document, field, tuple(items))
    for field in draw(st.lists(st.sampled_from(scalars), max_size=2)):
        document = with_field(document, field, held(other, field))
    return document


def readable(text):
    try:
        return read_text(text, "model.yaml")
    except FileRefused:
        assume(False)


def assume_valid(document):
    try:
        write_text(None, document)
    except SaveFailed:
        assume(False)


@laws
@given(st.data(), any_documents(), any_documents())
def test_a_patch_reads_back_as_what_was_saved(data, before, other):
    file = readable(data.draw(rough_texts(before)))
    before = file.document
    after = data.draw(edited(before, other))
    assume_valid(after)
    tree = parse(file.text, file.name)
    text = patched(file.text, tree, *records_of(file, tree, after))
    assert read_text(text, "model.yaml").document == after
    assert not set(comments_of(text)) - set(comments_of(file.text))
    assert len(comments_of(text)) == len(set(comments_of(text)))
    assert text.count("x-note") <= file.text.count("x-note")


@laws
@given(st.data(), documents(), any_documents())
def test_moving_and_adding_keeps_every_comment(data, before, other):
    file = readable(data.draw(rough_texts(before)))
    before = file.document
    after = data.draw(edited(before, other, ways=("move", "add"), scalars=("name",)))
    assume_valid(after)
    text = write_text(file, after)
    assert comments_of(text) == comments_of(file.text)
    assert text.count("x-note") == file.text.count("x-note")


@laws
@given(st.data(), documents())
def test_nothing_changed_is_the_very_same_text(data, before):
    file = readable(data.draw(rough_texts(before)))
    assert write_text(file, file.document) is file.text
    assert write_text(file, read_text(file.text, "copy.yaml").document) is file.text


@laws
@given(st.data(), documents(), any_documents())
def test_things_that_did_not_change_keep_their_lines(data, before, other):
    file = readable(data.draw(rough_texts(before)))
    before = file.document
    after = data.draw(edited(before, other))
    assume_valid(after)
    written = read_text(write_text(file, after), "model.yaml")
    if "&" in file.text or file.text.startswith("{"):
        return
    for field in ("teams", "services", "responsibilities", "rotations"):
        kept = [item for item in held(before, field) if item in held(after, field)]
        for item in kept:
            assert lines_of(written, item) == lines_of(file, item)


def lines_of(file, item):
    """The lines of an item from its dash on, without what follows it."""
    lines = file.text.replace("\r\n", "\n").split("\n")
    start = file.line_of(item.subject) - 1
    column = lines[start].index("-")
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > column):
        end += 1
    return "\n".join(lines[start:end]).rstrip()


@laws
@given(st.data(), documents())
def test_renaming_a_thing_and_back_changes_one_line_and_is_the_same_text(data, before):
    file = readable(data.draw(rough_texts(before)))
    organization = file.document.organization
    team = data.draw(st.sampled_from(organization.teams))
    name = data.draw(st.sampled_from(("Web SRE", "naïve 🚒", "it's", "C#")))
    renamed = ChangeField(team.subject, "name", name).apply(file.document)
    there = read_text(write_text(file, renamed), "model.yaml")
    assert lines_that_differ(file.text, there.text) == 1
    assert write_text(there, file.document) == file.text


def lines_that_differ(before, after):
    assert before.count("\n") == after.count("\n")
    return sum(one != other for one, other in zip(before.split("\n"), after.split("\n"), strict=True))
