"""The canonical layout, and quotes where a reader of YAML 1.1 or 1.2 could take a text for something else."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.yaml_file.emit import emit
from orgmodel.yaml_file.nodes import Alias, Mapping, Sequence
from orgmodel.yaml_file.parse import parse
from orgmodel.yaml_file.scalars import scalar_text

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
leaves = st.one_of(texts, st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False))
records = st.dictionaries(
    st.sampled_from(["id", "name", "note", "count", "no", "a: b", "# c", "x y", "", "12", "éß", "on"]),
    st.recursive(
        leaves,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
        max_leaves=6,
    ),
    max_size=5,
)


def said(node):
    """The plain data of a tree, every scalar as its text."""
    assert not isinstance(node, Alias)
    if isinstance(node, Mapping):
        return {key.text: said(held) for key, held in node.entries}
    return [said(item) for item in node.items] if isinstance(node, Sequence) else node.text


def as_text(held):
    if isinstance(held, dict):
        return {key: as_text(part) for key, part in held.items()}
    if isinstance(held, list):
        return [as_text(part) for part in held]
    return held if isinstance(held, str) else scalar_text(held)


def test_a_file_looks_like_the_example_of_the_format():
    record = {
        "format": "orgmodel/1",
        "name": "Ruby Web Application",
        "version": "1.0",
        "review_by": "2027-03-31",
        "settings": {"rules": {"LOAD003": "warning"}, "limits": {"stale_days": 90}},
        "teams": [
            {
                "id": "web-sre",
                "name": "Web Application SRE",
                "contact": "#web-sre",
                "mission": "Keeps it up.\nHelps the developers.\n",
                "supports": ["ruby-web"],
                "sites": [{"name": "London", "headcount": 5}, {"name": "Denver"}],
            },
            {"id": "reliability", "name": "Head of Reliability", "headcount": 1},
        ],
        "responsibilities": [
            {
                "id": "database",
                "name": "Database",
                "layer": "environment",
                "runbook": "https://runbooks.example/database",
                "paged": True,
                "raci": {"web-sre": "AR", "ruby-web": "C"},
                "confirmed": {"by": "Web Application SRE", "on": "2026-11-02"},
            }
        ],
        "decisions": [{"on": "2026-11-02T14:05", "text": "Yes.", "about": ["team:web-sre"]}],
        "arrangement": {"chain": {"team:web-sre": [420, 180.5]}},
    }
    assert (
        emit(record)
        == """\
format: orgmodel/1
name: Ruby Web Application
version: "1.0"
review_by: 2027-03-31

settings:
  rules: {LOAD003: warning}
  limits: {stale_days: 90}

teams:
  - id: web-sre
    name: Web Application SRE
    contact: "#web-sre"
    mission: |
      Keeps it up.
      Helps the developers.
    supports: [ruby-web]
    sites:
      - {name: London, headcount: 5}
      - {name: Denver}
  - {id: reliability, name: Head of Reliability, headcount: 1}

responsibilities:
  - id: database
    name: Database
    layer: environment
    runbook: https://runbooks.example/database
    paged: true
    raci: {web-sre: AR, ruby-web: C}
    confirmed: {by: Web Application SRE, on: 2026-11-02}

decisions:
  - {on: 2026-11-02T14:05, text: Yes., about: ["team:web-sre"]}

arrangement:
  chain: {"team:web-sre": [420, 180.5]}
"""
    )


PLAIN = ("Fire & rescue", "C#", "a-b", "it's", "20 %", "24x7", "15m", "AR", "naïve 🚒", "x:y", "1.2.3-rc", "why?")
CONFUSABLE = (
    "", " ", "no", "Yes", "ON", "off", "y", "null", "~", "true", "12", "0x1F", "0o17", "1_000", "1e3", ".5", "-1",
    "+.inf", "12:30", "190:20:30", "2026-11-02", "2026-1-2 10:00", "=", "<<", "- a", "? a", ": a", "a: b", "a:", "a #b",
    "#a", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a'", '"a"', ",", "...", " a", "a ", "a\tb",
    "a\nb", "\x07", "\x1b[0m", "\x7f", "\x85", "\u2028", "\ufeff",
)  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_every_reader_takes_for_text_has_no_quotes(text):
    assert scalar_text(text) == text


@pytest.mark.parametrize("text", CONFUSABLE)
def test_text_that_some_reader_takes_for_something_else_is_quoted(text):
    written = scalar_text(text)
    assert written.startswith('"')
    assert written.isprintable()
    assert yaml.safe_load(written) == text


@pytest.mark.parametrize("text", ["a, b", "a:b", "a]", "why?"])
def test_within_brackets_more_is_quoted(text):
    assert scalar_text(text) == text
    assert scalar_text(text, flow=True).startswith('"')


@pytest.mark.parametrize("number", [0, -3, 1.0, 0.1, 1e300, 1e-7, 123456789.25])
def test_numbers_are_numbers_to_both_versions(number):
    assert yaml.safe_load(scalar_text(number)) == number


@settings(max_examples=200, deadline=None)
@given(records)
def test_what_is_written_reads_back(record):
    assert said(parse(emit(record), "record")) == as_text(record)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_text_reads_back_as_text_in_yaml_1_1_as_well(text):
    for written in (f"a: {scalar_text(text)}", f"a: {{b: {scalar_text(text, flow=True)}}}"):
        loaded = yaml.safe_load(written)["a"]
        assert (loaded["b"] if isinstance(loaded, dict) else loaded) == text


def test_a_thing_that_fits_stands_on_one_line_and_one_column_more_does_not():
    def lines(length):
        return emit({"teams": [{"id": "a", "name": "x" * length}]}).splitlines()

    fitting = 120 - len("  - {id: a, name: }")
    assert len(lines(fitting)[1]) == 120
    assert lines(fitting + 1)[1:] == ["  - id: a", f"    name: {'x' * (fitting + 1)}"]
