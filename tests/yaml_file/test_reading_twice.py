"""A file is read without keeping its nodes; where there is anything to say of it, once more with all of them.

Laws: both readings mean the same and know the same lines, and the first gives way only where there is something to say.
"""

import json
import tracemalloc

import pytest
import yaml
from any_documents import any_documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rough_texts import rough_texts
from strategies import documents

from orgmodel.errors import FileRefused
from orgmodel.yaml_file import ModelFile, read_text, record_of
from orgmodel.yaml_file.nodes import Made, Mapping
from orgmodel.yaml_file.parse import tree_of
from orgmodel.yaml_file.problems import Doubt, NoProblems, Problems
from orgmodel.yaml_file.read import makers_of_lists, model_in
from sample_orgs.generate import generated

laws = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

START = "format: orgmodel/1\nname: N\n"
TEAM = "{id: a, name: A, kind: other}"


def read_at_once(text):
    return model_in(text, NoProblems("f.yaml"), makers_of_lists())


def read_with_all_nodes(text):
    return model_in(text, Problems("f.yaml"), {})


def said(read, text):
    """The file with all that is known of it, or the problems for which it is refused."""
    try:
        return read(text)
    except FileRefused as refusal:
        return refusal.problems


def assert_both_say_the_same(text):
    whole = said(read_with_all_nodes, text)
    assert said(lambda text: read_text(text, "f.yaml"), text) == whole
    try:
        at_once = read_at_once(text)
    except Doubt:
        assert not isinstance(whole, ModelFile) or whole.warnings, "a doubt without a reason"
    else:
        assert at_once == whole


def shared(held, known):
    """The same data with what is equal kept once, which is written with anchors and aliases."""
    if isinstance(held, dict):
        held = {key: shared(part, known) for key, part in held.items()}
    elif isinstance(held, list):
        held = [shared(part, known) for part in held]
    else:
        return held
    return known.setdefault(json.dumps(held), held)


@st.composite
def texts(draw):
    """A model as somebody may write it: rough, with aliases, its keys in any order, with a byte order mark."""
    document = draw(documents() | any_documents())
    way = draw(st.sampled_from(("rough", "shared", "shuffled", "flow")))
    record = record_of(document)
    if way == "rough":
        text = draw(rough_texts(document))
    elif way == "flow":
        text = yaml.safe_dump(record, sort_keys=False, default_flow_style=True)
    elif way == "shared":
        text = yaml.safe_dump(shared(record, {}), sort_keys=draw(st.booleans()))
    else:
        keys = draw(st.permutations(list(record)))
        text = "".join(yaml.safe_dump({key: record[key]}, sort_keys=False) for key in keys)
    return draw(st.sampled_from(("", "", "\ufeff"))) + text


@laws
@given(texts())
def test_both_readings_of_a_written_model_say_the_same(text):
    assert_both_say_the_same(text)


@laws
@given(texts(), st.data())
def test_both_readings_of_a_torn_model_say_the_same(text, data):
    """A line twice, a line gone, two lines exchanged, or a stretch cut out: whatever the text is now."""
    lines = text.splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1))
    way = data.draw(st.sampled_from(("twice", "gone", "exchanged", "cut")))
    if way == "twice":
        lines.insert(place, lines[other])
    elif way == "gone":
        del lines[place]
    elif way == "exchanged":
        lines[place], lines[other] = lines[other], lines[place]
    else:
        lines[place] = lines[place][: data.draw(st.integers(0, len(lines[place])))]
    assert_both_say_the_same("".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        f"{START}teams:\n  - &one {TEAM}\nservices:\n  - {{id: s, name: S, team: a}}\n",
        f"{START}teams: &all\n  - {TEAM}\nviews: *all\n",
        f"{START}teams: &all\n  - {TEAM}\n  - *all\n",
        f"{START}teams:\n  - &one {TEAM}\n  - *one\n",
        f"{START}escalations:\n  - &one {{from: a, to: b}}\n  - *one\nteams: [{TEAM}]\n",
        f"{START}teams: [{TEAM}]\nteams: [{TEAM}]\n",
        f"{START}teams:\n  - [{TEAM}]\n",
        f"{START}teams: {{a: {TEAM}}}\n",
        f"{START}? [{TEAM}]\n: teams\n",
        f"{START}description: teams\n? [{TEAM}]\n: x\n",
        f"{START}mystery:\n  - {TEAM}\n",
        f"- teams\n- [{TEAM}]\n",
        f"teams:\n  - {TEAM}\nname: N\nformat: orgmodel/2\n",
        f"{START}teams:\n  - {TEAM}\n---\n{START}",
        f"{START}teams:\n  - {TEAM}\n  - {{id: b, name: B, kind: other\n",
        "",
    ],
)
def test_both_readings_of_odd_shapes_say_the_same(text):
    assert_both_say_the_same(text)


def test_of_a_list_nothing_is_kept_but_values():
    problems = NoProblems("f.yaml")
    tree = tree_of(f"{START}teams:\n  - {TEAM}\n  - &anchored {TEAM}\n", problems, makers_of_lists())
    teams = tree.entries[2][1]
    assert [type(item) for item in teams.items] == [Made, Made]
    assert problems.line_of(teams.items[1].value) == 5


def test_a_list_that_an_alias_repeats_keeps_its_nodes():
    tree = tree_of(f"{START}teams: &all\n  - {TEAM}\nviews: *all\n", NoProblems("f.yaml"), makers_of_lists())
    assert [type(item) for item in tree.entries[2][1].items] == [Mapping]


def test_a_file_without_problems_is_read_once(monkeypatch):
    monkeypatch.setattr("orgmodel.yaml_file.read.Problems", None)  # what the second reading needs
    assert read_text(f"{START}teams:\n  - {TEAM}\n", "f.yaml").document.organization.teams[0].id == "a"


def test_reading_takes_a_few_times_the_memory_of_the_text():
    """With all its nodes a file took more than thirty times its text."""
    text = generated(10, 400)
    read_text(text, "f.yaml")  # what is loaded and remembered by the way
    tracemalloc.start()
    try:
        read_text(text, "f.yaml")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 * len(text)
