"""Random models of any size and with hostile names: every audience is composed, and everything is where it belongs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed_pages import TODAY, outside, printed, watched

from orgmodel.analysis import analyse
from orgmodel.document import Decision, Document, Waiver
from orgmodel.model import (
    ALERT,
    KIND_NAMES,
    Duration,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
    subject,
)
from orgmodel.model.rotations import ALWAYS, BUSINESS_HOURS
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.findings_said import said
from orgmodel.pdf.type.scripts import printable

LAW = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
FRAME = 10
"""So many texts are the head and the foot of a page."""

TAILS = (
    "",
    " of the shop",
    " " + "w" * 200,
    " and every other thing that nobody in the room could name in fewer words" * 3,
    " <b>&amp;</b> =HYPERLINK(1) \\ ( ) %",
    " 日本語の名前が長い" * 8,
    " שלום עולם" * 10,
    " a/b-c—d" * 20,
    " tab\tbreak\nand \x07 \u202e",
)
SIZES = st.sampled_from((0, 1, 2, 3, 7, 13, 40, 90, 200))


@st.composite
def models(draw):
    tails = draw(st.lists(st.sampled_from(TAILS), min_size=1, max_size=4))
    count, size = draw(st.sampled_from((0, 1, 2, 4, 9, 15, 33, 60))), draw(SIZES)
    return model_of(draw(st.integers(0, 10**6)), tails, count, size)


def model_of(seed, tails, count, size):
    """So many teams and rows, named by a number and a tail that is easy or is not; the rest is drawn by the seed."""
    chance = Random(seed)

    def named(kind, number):
        return f"{kind}{number}{chance.choice(tails)}"

    teams = tuple(
        Team(TeamId(f"t{n}"), named("Team", n), chance.choice(list(KIND_NAMES)), mission=named("Mission", n))
        for n in range(count)
    )
    services = tuple(Service(ServiceId(f"s{n}"), named("Service", n)) for n in range(chance.choice((0, 1, 3, 8))))
    places = [each.id for each in services] or [None]
    width = chance.choice((2, 4, 60))
    rows = tuple(
        Responsibility(
            RowId(f"r{n}"),
            named("Row", n),
            chance.choice(places),
            chance.choice(("application", "environment", "infrastructure", None)),
            paged=chance.choice((True, False, None)),
            raci=Raci(
                {
                    team.id: chance.choice(("A", "R", "C", "I", "AR"))
                    for team in chance.sample(teams, min(len(teams), chance.randrange(width)))
                }
            ),
        )
        for n in range(size)
    )
    ids = [team.id for team in teams]
    ways = {}
    for _ in range(len(ids)):
        source, target = chance.choice([ALERT, *ids]), chance.choice(ids)
        if source != target:
            after = None if source == ALERT else chance.choice((None, Duration(15, "m"), Duration(2, "h")))
            when = chance.choice((None, named("When", 0)))
            ways.setdefault((source, target), Escalation(source, target, after=after, when=when))
    rotations = tuple(
        Rotation(RotationId(f"o{n}"), team, coverage=chance.choice((ALWAYS, BUSINESS_HOURS, None)), members=n % 9)
        for n, team in enumerate(ids)
        if chance.random() < 0.5
    )
    start = datetime(2026, 1, 1)  # noqa: DTZ001 (on the clock of the room)
    decisions = tuple(
        Decision(
            start + timedelta(hours=n),
            named("Said", n),
            chance.choice(("decision", "question", "action")),
            tuple(subject("team", team) for team in ids[:3]),
        )
        for n in range(chance.choice((0, 1, 5, 60)))
    )
    waivers = tuple(Waiver("GAP001", (row.subject,), named("Reason", 0), TODAY, "Somebody") for row in rows[:2])
    organization = Organization(
        named("Organisation", 0),
        description=named("Description", 0),
        owner=named("Owner", 0),
        version=named("Version", 0),
        teams=teams,
        services=services,
        responsibilities=rows,
        rotations=rotations,
        escalations=tuple(ways.values()),
    )
    return Document(organization, waivers=waivers, decisions=decisions)


@contextmanager
def sections_written():
    """The texts of each section by its pages, without head and foot."""
    pages = defaultdict(list)
    text = Pen.text

    def recorded(self, x, base, written, *ink, **how):
        pages[id(self), self].append(written)
        return text(self, x, base, written, *ink, **how)

    found = defaultdict(list)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "text", recorded)
        yield found
    for texts in pages.values():
        found[texts[2]].append(texts[FRAME:])


def all_of(pages):
    return [text for page in pages for text in page]


def squeezed(text):
    """Letters and figures alone: lines break, and signs that steer or that no font draws are shown by others."""
    return re.sub(r"[\W_]", "", text)


def numbered(kind, texts):
    """How often a thing of a kind is named at the start of a text, by its number."""
    return Counter(int(found[1]) for text in texts if (found := re.match(rf"\W*{kind}(\d+)", text)))


@LAW
@given(
    models(),
    st.sampled_from(("executive", "stakeholder", "full")),
    st.sampled_from(("A4", "A3", "Letter")),
    st.sampled_from((None, "portrait", "landscape")),
)
def test_every_audience_is_composed_within_the_margins_and_no_page_is_empty(document, audience, page, turned):
    with sections_written() as written, watched() as drawn:
        made = printed(document, page, audience=audience, turned=turned)
    assert outside(drawn) == []
    assert made.pages == sum(map(len, written.values()))
    assert all(texts for pages in written.values() for texts in pages)
    if audience == "executive":
        assert made.pages == 1


@LAW
@given(models())
def test_everything_is_printed_where_it_belongs(document):
    holds_everything(document)


def holds_everything(document):
    organization = document.organization
    with sections_written() as written:
        printed(document, audience="full")
    index = squeezed("".join(all_of(written["Index of names"])))
    rows = range(len(organization.responsibilities))
    called = numbered("Row", all_of(written["Who do I call"]))
    assert called == Counter(rows)
    matrix = numbered("Row", all_of(written["Responsibility matrix"]))
    assert set(matrix) == set(rows)
    assert numbered("Said", all_of(written["Decisions"])) == Counter(range(len(document.decisions)))
    whole = squeezed("".join(all_of(written["Responsibility matrix"])))
    named = [squeezed(printable(row.name)) for row in organization.responsibilities]
    assert [name for name in named if name not in whole and name not in index] == []
    findings = squeezed("".join(all_of(written["Findings"])))
    for group in said(analyse(document, TODAY).findings, organization):
        assert squeezed(group.code) in findings


def test_three_thousand_rows_are_composed():
    document = model_of(7, TAILS[:5], 13, 3000)
    with sections_written() as written, watched() as drawn:
        made = printed(document, sections=("summary", "matrix", "call"))
    assert outside(drawn) == []
    assert made.pages == sum(map(len, written.values()))
    assert numbered("Row", all_of(written["Who do I call"])) == Counter(range(3000))
