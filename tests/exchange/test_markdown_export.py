"""The model as Markdown."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.exchange.markdown import markdown, plain
from orgmodel.model import Escalation, Organization, Responsibility, RowId, Team, TeamId
from orgmodel.yaml_file import read_file

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
AS_OF = date(2026, 11, 22)


def written(name: str) -> str:
    document = read_file(SAMPLES / name).document
    return markdown(document, analyse(document, AS_OF))


def test_every_row_of_the_reference_stands_in_a_table_of_its_layer() -> None:
    text = written("ruby_web.yaml")
    assert text.count("\n#### ") == 4
    assert "| Database | Core Infrastructure Services, Tooling and Provisioning | C | AR | C | I |" in text
    assert "43 of 43 responsibilities have an owner" in text


def test_every_finding_is_there_with_its_code() -> None:
    text = written("ruby_web_today.yaml")
    for code in ("ESC002", "GAP001", "GAP003", "OVR001"):
        assert f"**{code}**" in text
    assert "As of 22 November 2026" in text
    assert (
        "32 of 43 responsibilities have an owner; 9 have nobody, 4 more than one; 1 is with a team that is not there"
        in text
    )
    assert "| IT Operations | Service Desk | dba |" in text


def test_a_row_that_wants_an_owner_says_so_in_its_line() -> None:
    text = written("ruby_web_today.yaml")
    assert "\n| **Application Health Endpoints** (nobody) | Monitoring |" in text
    assert "\n| **Application Scaling** (nobody answers) |" in text
    assert "\n| **Diagnose Issue** (two or more owners) |" in text
    assert "\n| **Database** (owner missing) |" in text
    assert "\n| Rails |" in text


def test_escalations_read_as_sentences_do_and_what_is_unknown_says_so() -> None:
    text = written("payments_platform.yaml")
    assert "| Alert | Payments Operations Centre |  | always |" in text
    assert "| Payments Operations Centre | Platform SRE | 5 min | if cloud, network or OS alert |" in text
    assert "| Platform SRE | Merchant Team |  | maintenance is announced (is told, without the page) |" in text
    way = Escalation(source=TeamId("a"), target=TeamId("b"))
    organization = Organization(name="x", teams=(Team(TeamId("a"), "As"), Team(TeamId("b"), "Bs")), escalations=(way,))
    text = markdown(Document(organization), analyse(Document(organization), AS_OF))
    assert "| As | Bs | unknown | always |" in text
    assert "| As | Other | unknown | 0 | unknown |" in text


def test_the_same_input_gives_the_same_text() -> None:
    assert written("payments_platform.yaml") == written("payments_platform.yaml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<b>now</b>", r"\<b\>now\</b\>"),
        ("[x](https://a.example)", r"\[x\](https\://a.example)"),
        ("# Head", r"\# Head"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("0.9", "0.9"),
        ("R&D & more", r"R\&D & more"),
        ("two\nlines", "two lines"),
        ("bell\x07", "bell␇"),
        ("&lt;", r"\&lt;"),
    ],
)
def test_names_are_data_and_never_markup(text: str, shown: str) -> None:
    assert plain(text) == shown


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_a_name_never_makes_a_line_or_a_column_of_its_own(name: str) -> None:
    organization = Organization(
        name="x", teams=(Team(TeamId("a"), name),), responsibilities=(Responsibility(RowId("r"), name),)
    )
    usual = organization.copy_with(teams=(Team(TeamId("a"), "a"),), responsibilities=(Responsibility(RowId("r"), "a"),))
    shapes = [
        [len(re.findall(r"(?<!\\)\|", line)) for line in markdown(document, analyse(document, AS_OF)).split("\n")]
        for document in (Document(organization), Document(usual))
    ]
    assert shapes[0] == shapes[1]
