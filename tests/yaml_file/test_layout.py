"""`format_text`: keys in order, one layout, every comment and unknown key, the same meaning."""

import re

import pytest
from any_documents import any_documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rough_texts import comments_of, rough_texts

from orgmodel.errors import FileRefused
from orgmodel.yaml_file import format_text, read_file, read_text, write_text

COMMENT = re.compile("(?:^| )(# .*)$", re.MULTILINE)


def formatted(text):
    made = format_text(text, "model.yaml")
    assert format_text(made, "model.yaml") == made
    return made


def test_keys_come_in_order_and_items_stay():
    assert (
        formatted("""\
teams:
- name: B Team
  id: b
- {kind: frontline, id: a, name: A Team}
name: 'Ours'
format: orgmodel/1
responsibilities:
  - raci: {b: A/R}
    name: "Row"
    id: row
""")
        == """\
format: orgmodel/1
name: Ours

teams:
  - {id: b, name: B Team}
  - {id: a, name: A Team, kind: frontline}

responsibilities:
  - {id: row, name: Row, raci: {b: A/R}}
"""
    )


def test_every_comment_stays_with_what_it_is_about():
    assert (
        formatted("""\
# yaml-language-server: $schema=orgmodel.schema.json

# who we are
name: Ours   # printed
format: orgmodel/1
waivers: []   # none
# the teams
teams:
    # --- product ---

    # the first
    - name: A   # its name
      id: a     # its id
      # below the name
      headcount: 3
      # the end of a

    -   # beside the dash
        id: b
        # above the name
        name: B
    # no more teams
responsibilities: [  # open
  {id: x, name: X},  # about x
  # above y
  {name: Y, raci: {
     a: A,  # about a
     b: C }, id: y}  # about y
  ]  # closed
# the end
""")
        == """\
# yaml-language-server: $schema=orgmodel.schema.json

# who we are
format: orgmodel/1
name: Ours   # printed

# the teams
teams:
  # --- product ---

  # the first
  - id: a       # its id
    name: A     # its name
    # below the name
    headcount: 3
    # the end of a

  -     # beside the dash
    id: b
    # above the name
    name: B
  # no more teams

responsibilities:    # open
  - {id: x, name: X}  # about x
  # above y
  - id: y            # about y
    name: Y
    raci:
      a: A  # about a
      b: C
  # closed

waivers: []   # none
# the end
"""
    )


def test_unknown_keys_stay_below_the_key_that_they_stood_below():
    assert (
        formatted("""\
x-first: 1
name: Ours
x-our: {b: no, a: 0x1F}
format: orgmodel/1
teams:
  - {name: A, x-cost: 12, id: a}
""")
        == """\
x-first: 1
format: orgmodel/1
name: Ours

x-our:
  b: no
  a: 0x1F

teams:
  - {id: a, name: A, x-cost: 12}
"""
    )


def test_aliases_and_anchors_stay():
    text = """\
format: orgmodel/1
name: Ours
responsibilities:
  - {id: a, name: A, raci: &same {x: A, y: C}}
  - {id: b, name: &name B, raci: *same}
  - {raci: *same, id: c, name: *name}
  - {raci: &other {z: A}, id: d, depends_on: &none [], name: D, activities: *none, x-raci: *other}
"""
    made = formatted(text)
    assert read_text(made, "model.yaml").document == read_text(text, "model.yaml").document
    assert re.findall(r"[&*]\w+", made) == re.findall(r"[&*]\w+", text)


def test_keys_stay_where_an_alias_would_come_before_what_it_names():
    text = "name: &same Ours\nformat: orgmodel/1\nteams:\n  - {name: &id a, id: *id}\n"
    made = formatted(text)
    assert "{name: &id a, id: *id}" in made
    assert read_text(made, "model.yaml").document == read_text(text, "model.yaml").document


def test_longer_texts_become_blocks_and_bare_values_stay_bare():
    assert (
        formatted("""\
format: orgmodel/1
name: Ours
description: >-
  One
  two.

  Three.
version: '1.0'
teams: [{id: a, name: "A\\nB\\n", supports: , lead: "no", mission: yes, contact: '#a'}]
""")
        == """\
format: orgmodel/1
name: Ours
description: |-
  One two.
  Three.
version: "1.0"

teams:
  - id: a
    name: |
      A
      B
    mission: yes
    lead: "no"
    contact: "#a"
    supports: null
"""
    )


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_line_breaks_and_byte_order_mark_stay_and_the_last_line_ends(line_break):
    text = "\ufeff# ours\nname: A\nformat: orgmodel/1".replace("\n", line_break)
    assert formatted(text) == "\ufeff# ours\nformat: orgmodel/1\nname: A\n".replace("\n", line_break)


def test_a_text_that_is_no_yaml_is_refused():
    with pytest.raises(FileRefused, match=r"model\.yaml:2:1:"):
        format_text("a: [", "model.yaml")


def test_the_samples_lose_no_comment(sample):
    for path in sorted(sample.parent.glob("*.yaml")):
        file = read_file(path)
        made = formatted(file.text)
        assert sorted(COMMENT.findall(made)) == sorted(COMMENT.findall(file.text))
        assert read_text(made, path.name).document == file.document


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), any_documents())
def test_any_file_keeps_its_meaning_and_comments(data, document):
    text = data.draw(rough_texts(document))
    try:
        file = read_text(text, "model.yaml")
    except FileRefused:
        return
    made = formatted(text)
    assert read_text(made, "model.yaml").document == file.document
    assert comments_of(made) == comments_of(text)
    assert made.count("x-note") == text.count("x-note")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_documents())
def test_what_the_program_writes_is_laid_out_already(document):
    text = write_text(None, document)
    assert format_text(text, "model.yaml") == text
