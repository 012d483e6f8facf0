"""The chain for Mermaid and Graphviz: everything is in it once, and names are data whatever they hold."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise

import pytest
from hypothesis import given, settings
from strategies import documents

from orgmodel.commands import AddEscalation
from orgmodel.document import Document
from orgmodel.exchange.dot import dot
from orgmodel.exchange.mermaid import MOST_ESCALATIONS, mermaid
from orgmodel.model import ALERT, Escalation, Organization, Raci, Responsibility, Team
from orgmodel.names_in_sentences import with_symbols
from orgmodel.yaml_file import read_file

HOSTILE = (
    'x"]; click a "javascript:alert(1)"',
    "%%{init: {'theme': 'dark'}}%%",
    "`bold` #quot; &amp; <script>alert(1)</script>",
    "end",
    'back\\slash\\" \\N \\G',
    "two\nlines\tand a tab \x00\u202e",
    "a|b{c}[d]",
    "קוד 株式会社 فريق",
)


@pytest.fixture
def reference(sample):
    return read_file(sample).document


def named(name):
    """Two teams of that name, one after the other, and a row that nobody has."""
    return Document(
        Organization(
            name=name,
            teams=(Team("one", name, "frontline", headcount=1), Team("two-b", name)),
            escalations=(Escalation(ALERT, "one"), Escalation("one", "two-b", when=name)),
            responsibilities=(
                Responsibility("code", "Code", layer="application", raci=Raci({"two-b": "A"})),
                Responsibility("none", "None", layer="application"),
            ),
        )
    )


def seen(text):
    return with_symbols(" ".join(text.split()))


def in_mermaid(label):
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


def in_dot(string):
    """What a string says, on one line."""
    said = re.sub(r"\\(.)", lambda found: " " if found[1] == "n" else found[1], string)
    return said.replace("&amp;", "&")


def test_the_reference_as_mermaid(reference):
    text, warnings = mermaid(reference)
    assert warnings == ()
    assert text.startswith("flowchart BT\n")
    assert '    t_web_sre["Web Application SRE<br/>Application SRE, people unknown"]' in text
    assert '  t_frontline -.->|"15 min, if OS or hardware alert"| t_infra_sre' in text
    assert '  alert(["Alert"])\n  alert --> t_frontline' in text


def test_the_reference_as_dot(reference):
    text = dot(reference)
    assert '    "team:web-sre" [label="Web Application SRE\\nApplication SRE, people unknown"]' in text
    assert '"team:frontline" -> "team:infra-sre" [label="15 min, if OS or hardware alert", style=dashed, ' in text


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not there to read it")
def test_graphviz_stacks_the_layers_in_their_order(request):
    """Where escalations go both ways between two layers, which of them is on top is no matter of chance."""
    today = read_file(request.config.rootpath / "sample_orgs" / "ruby_web_today.yaml").document
    read = subprocess.run(["dot", "-Tplain"], input=dot(today).encode(), capture_output=True, check=True)
    nodes = re.findall(r'^node "?([^" ]+)"? \S+ (\S+)', read.stdout.decode(), re.MULTILINE)
    heights = {name: float(height) for name, height in nodes}
    order = ["team:ruby-web", "nobody:1", "team:infra-sre", "team:frontline", "team:alert"]
    assert sorted(order, key=lambda name: -heights[name]) == order


def test_what_nobody_has_and_who_is_only_told_is_drawn_as_such():
    document = named("Plain")
    told = AddEscalation(Escalation("two-b", "one", kind="inform")).apply(document)
    text, _ = mermaid(told)
    assert 'nobody0["Nobody: 1 row"]:::nobody' in text
    assert "t_two_b -.-o" in text
    assert "style=dotted, arrowhead=odot" in dot(told)
    assert '[label="Nobody\\n1 row", style="rounded,dashed"' in dot(told)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stand_in_mermaid_as_they_are(name):
    text, _ = mermaid(named(name))
    labels = re.findall(r't_one\["([^"]*)<br/>', text)
    assert [in_mermaid(label) for label in labels] == [seen(name)]
    assert in_mermaid(re.findall(r't_one -->\|"([^"]*)"\|', text)[0]).endswith(seen(name))
    assert not re.search(r"%%|`|\\|<(?!br/>)", text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stand_in_dot_as_they_are(name):
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', dot(named(name)))
    assert in_dot(strings[0]) == seen(name)
    assert sum(in_dot(string).startswith(seen(name)) for string in strings) == 3


@settings(max_examples=30, deadline=None)
@given(documents())
def test_every_team_that_is_there_and_every_escalation_is_in_both_once(document):
    organization = document.organization
    there = [team for team in organization.teams if team.status != "archived"]
    text, _ = mermaid(document)
    drawn = dot(document)
    for team in there:
        assert text.count(f"    t_{team.id.replace('-', '_')}[") == 1
        assert drawn.count(f'    "team:{team.id}" [') == 1
    arrows = len(re.findall(r"^  \S+ (?:-->|-\.->|-\.-o)", text, re.MULTILINE))
    assert arrows == len(re.findall(r'^  "team:[^"]+" -> "team:', drawn, re.MULTILINE))


def test_mermaid_says_what_it_leaves_out():
    teams = tuple(Team(f"t{place}", f"Team {place}") for place in range(MOST_ESCALATIONS + 2))
    escalations = tuple(Escalation(one.id, other.id) for one, other in pairwise(teams))
    text, warnings = mermaid(Document(Organization(name="Many", teams=teams, escalations=escalations)))
    assert text.count("-->") == MOST_ESCALATIONS
    assert "the last 1 of the file are left out" in warnings[0]


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not there to read it")
@pytest.mark.parametrize("name", HOSTILE)
def test_graphviz_reads_it(name):
    read = subprocess.run(["dot", "-Tplain"], input=dot(named(name)).encode(), capture_output=True, check=True)
    assert read.stderr == b""
    assert read.stdout.decode().count("\nnode ") == 6  # two of which are not seen


def test_without_teams_there_is_nothing_to_draw():
    empty = Document(Organization(name="Empty"))
    assert mermaid(empty)[0].count("t_") == 0
    assert "->" not in dot(empty)
