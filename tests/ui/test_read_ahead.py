"""What a second process has read is what reading in place gives; where it cannot, the window's own process does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.read_ahead import SMALLEST

ROOT = Path(__file__).parents[2]
DEPARTMENT = ROOT / "sample_orgs" / "department.yaml"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only begun on Linux")


def in_a_process_of_its_own(program: str, *words: str) -> str:
    """A fork wants a process without threads, which that of the tests is not."""
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_the_file_that_was_read_ahead_is_the_one_that_is_there() -> None:
    program = (
        "import sys; from pathlib import Path; from ui.read_ahead import ReadAhead; path = Path(sys.argv[1]); "
        "ahead = ReadAhead(path).file(); print('yaml' in sys.modules); "
        "from orgmodel.yaml_file import read_file; print(ahead == read_file(path))"
    )
    assert in_a_process_of_its_own(program, str(DEPARTMENT)).split() == ["False", "True"]


def test_a_file_that_is_refused_is_left_to_whoever_can_say_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("teams: 7\n", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from ui.read_ahead import ReadAhead; "
        "print(ReadAhead(Path(sys.argv[1])).file())"
    )
    assert in_a_process_of_its_own(program, str(broken)) == "None"


def test_small_files_are_not_worth_a_process(tmp_path: Path) -> None:
    small = tmp_path / "small.yaml"
    small.write_text("#" * (SMALLEST - 1), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from ui.read_ahead import read_ahead; "
        "print(read_ahead(Path(sys.argv[1])))"
    )
    assert in_a_process_of_its_own(program, str(small)) == "None"
