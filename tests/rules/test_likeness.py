"""Which names of rows are the same, which are alike, and which only sound so."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.catalogue import matrix
from orgmodel.model import DEFAULT_LIMITS
from orgmodel.rules.overlaps.likeness import alike, likeness, same_name

LEAST = DEFAULT_LIMITS["name_similarity"]
WORDS = ("capacity", "Plans", "plan", "on-call", "oncall", "of", "review", "database", "2", "A", "to", "edge", "日本")
PLAIN = ("edge", "disk", "node", "pool", "queue", "shard")
names = st.one_of(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=9),
    st.lists(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4, unique=True).map(" ".join), max_size=14),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Database", "database"),
        ("Databases", "Database"),
        ("On-call Scheduling", "Oncall  scheduling"),
        ("Service & Package Updates", "Service and package update"),
        ("Best Practices & Tooling Info", "Best Practice / Tooling Info"),
        ("The State of the Caches", "State of Cache"),
        ("Switches", "Switch"),
        ("Caches", "CACHE"),
        ("Release Processes", "Release process"),
        ("Ｄatabase", "Database"),
        ("???", "???"),
        ("团队", "团队"),
    ],
)
def test_the_same_but_for_case_punctuation_spaces_and_plural(one, other):
    assert same_name(one) == same_name(other)
    assert likeness(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Application Error Reporting Dashboard", "Application Error Reporting Dashboard Pages"),
        ("Review of Service Levels", "Service Level Review"),
        ("Card Data Retention Rules", "Card Data Retention Rules (Europe)"),
    ],
)
def test_alike(one, other):
    assert LEAST <= likeness(one, other) <= 1.0
    assert alike((one, other), LEAST) == ((0, 1),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On-call Developer Schedule", "On-call Scheduling"),
        ("Application Scaling", "Scaling Systems & Capacity"),
        ("Scaling Systems & Capacity", "Capacity on Hand"),
        ("Application Runbooks", "Follow Runbooks"),
        ("Follow Runbooks", "Improve Runbooks and Automation"),
        ("Write the Runbooks of the Card Payment Service", "Follow the Runbooks of the Card Payment Service"),
        ("Card Data Retention Rules", "Review Card Data Retention Rules"),
        ("Incident Command 1", "Incident Command 2"),
        ("Very Long Name of the Same Kind of Row 1", "Very Long Name of the Same Kind of Row 2"),
        ("Support for Version 3.11", "Support for Version 31.1"),
        ("Handover from SRE to Developers", "Handover from Developers to SRE"),
        ("Card Payment Service Storage, Primary", "Card Payment Service Storage, Secondary"),
        ("Capacity Plan A", "Capacity Plan B"),
        ("Capacity Plan", "Capacity Plan A"),
        ("C++ Libraries", "C# Libraries"),
        ("HTTP Gateway", "HTTPS Gateway"),
        ("Control Plane", "Control Plan"),
        ("???", "!!!"),
        ("", "Database"),
    ],
)
def test_not_alike_whatever_they_share(one, other):
    assert likeness(one, other) < LEAST
    assert alike((one, other), LEAST) == ()


def test_no_two_rows_of_the_reference_matrix_are_alike():
    assert alike([row.name for row in matrix("support-chain").rows], LEAST) == ()


@given(names, st.floats(0, 1))
def test_the_sets_are_those_of_comparing_each_with_each(held, least):
    sets = [{place} for place in range(len(held))]
    for one, other in combinations(range(len(held)), 2):
        if 0 < likeness(held[one], held[other]) >= least:
            joined = next(each for each in sets if one in each) | next(each for each in sets if other in each)
            sets = [*(each for each in sets if each.isdisjoint(joined)), joined]
    assert set(alike(held, least)) == {tuple(sorted(each)) for each in sets if len(each) > 1}


@given(names, st.randoms(use_true_random=False))
def test_the_order_of_the_names_changes_no_set(held, random):
    order = random.sample(range(len(held)), len(held))
    shuffled = alike([held[place] for place in order], LEAST)
    assert {tuple(sorted(order[place] for place in each)) for each in shuffled} == set(alike(held, LEAST))


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_mutual_and_complete_for_the_same_name(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1.0


def test_a_set_hangs_together_by_any_of_its_names():
    assert alike(("pool", "edge pool", "node pool"), 0.5) == ((0, 1, 2),)
    assert alike(("edge pool", "node disk", "pool", "disk"), 0.5) == ((0, 2), (1, 3))
