"""The table of the benchmarks says of each line what was promised and whether it holds; nothing here is timed."""

from benchmarks.__main__ import machine, table
from benchmarks.timing import Result


def test_a_ratio_holds_up_to_what_is_promised():
    assert Result("start", 1.4, 1.0, 1.4).holds
    assert not Result("start", 1.5, 1.0, 1.4).holds
    assert Result("start", 1.5, 1.0, None).holds is None


def test_where_it_is_no_ratio_the_floor_is_only_told():
    blocked = Result("blocked", 0.040, 0.020, 0.050, is_ratio=False)
    assert blocked.measured == 0.040
    assert blocked.holds


def test_the_table_has_a_line_for_each():
    lines = table(
        [
            Result("start", 0.15, 0.1, 1.4),
            Result("blocked", 0.04, 0.002, 0.05, is_ratio=False),
            Result("opening", 1.5, None, None),
        ]
    ).splitlines()
    assert lines[2].split() == ["start", "150.0", "ms", "100.0", "ms", "1.50", "×", "≤", "1.40", "×", "NO"]
    assert lines[3].split() == ["blocked", "40.0", "ms", "2.0", "ms", "40.0", "ms", "≤", "50.0", "ms", "yes"]
    assert lines[4].split() == ["opening", "1,500.0", "ms", "1,500.0", "ms"]


def test_the_machine_is_told_without_a_path():
    assert "/" not in machine()
    assert "CPU" in machine()
