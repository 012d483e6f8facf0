"""What we write is read by others: the pure-Python PyYAML, a reader of YAML 1.1 that is stricter than libyaml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.yaml_file import format_text, read_text, write_text
from orgmodel.yaml_file.nodes import Alias, Mapping, Sequence
from orgmodel.yaml_file.parse import parse

SAMPLES = sorted((Path(__file__).parents[2] / "sample_orgs").glob("*.yaml"))
PIECES = [
    *"?:,[]{}#&*!|>'\"%@`-~=<\\ab01é团👩./+_() \t\n\u200d\xa0\ufffd",
    "no",
    "null",
    "12:30",
    ": ",
    " #",
    "? ",
    "- ",
]
odd_texts = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


def ours(node):
    if isinstance(node, Alias):
        return ours(node.target)
    if isinstance(node, Mapping):
        return [(key.text, ours(held)) for key, held in node.entries]
    return [ours(item) for item in node.items] if isinstance(node, Sequence) else node.text


def theirs(node):
    if isinstance(node, yaml.MappingNode):
        return [(key.value, theirs(held)) for key, held in node.value]
    return [theirs(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def assert_read_alike(text):
    assert theirs(yaml.compose(text, yaml.SafeLoader)) == ours(parse(text, "model.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_read_alike(path):
    assert_read_alike(path.read_text("utf-8"))


@pytest.mark.parametrize("name", [each.id for each in catalogue.templates()])
def test_new_files_are_read_alike(name):
    assert_read_alike(write_text(None, catalogue.template(name)))


@settings(deadline=None, max_examples=80)
@given(st.lists(odd_texts, min_size=8, max_size=8))
def test_any_text_is_read_alike_wherever_it_stands(texts):
    a, b, c, d, e, f, g, h = (json.dumps(text, ensure_ascii=False) for text in texts)
    text = (
        f"format: orgmodel/1\nname: {a}\ndescription: {b}\nteams:\n"
        f"  - {{id: a, name: {c}, contact: {d}, sites: [{{name: {e}}}], x-note: [{f}, {{{g}: {h}}}]}}\n"
        f"  - {{id: b, name: {d}, mission: {f}}}\n"
        f"rotations:\n  - {{id: r, team: a, members: [{a}, {b}]}}\nviews:\n  - {{name: {h}, note: {c}}}\n"
    )
    file = read_text(text, "model.yaml")
    laid_out, anew = format_text(text, "model.yaml"), write_text(None, file.document)
    assert_read_alike(laid_out)
    assert_read_alike(anew)
    assert read_text(laid_out, "model.yaml").document == read_text(anew, "model.yaml").document == file.document
