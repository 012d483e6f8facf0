"""Paired timings: floor and ours in turn, so that a machine whose speed drifts slows both."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table, in seconds or a `unit`: ours, the floor where there is one, and what is promised at most.

    The promise is about the ratio to the floor or, where it is no ratio, about ours; None where nothing is.
    """

    name: str
    ours: float
    floor: float | None
    promised: float | None
    is_ratio: bool = True
    unit: str = ""

    @property
    def measured(self) -> float:
        return self.ours / self.floor if self.is_ratio and self.floor else self.ours

    @property
    def holds(self) -> bool | None:
        return None if self.promised is None else self.measured <= self.promised


def processes(
    name: str,
    ours: tuple[str, ...],
    floor: tuple[str, ...],
    promised: float,
    *,
    runs: int = 9,
    codes: tuple[int, ...] = (0,),
) -> Result:
    """Whole Python processes, from their start to their end, after one warm-up of each."""

    def run(words: tuple[str, ...]) -> None:
        printed_by(*words, codes=codes)

    run(ours)
    run(floor)
    return paired(name, lambda: run(ours), lambda: run(floor), promised, runs)


def paired(
    name: str, ours: Callable[[], object], floor: Callable[[], object], promised: float | None, runs: int = 25
) -> Result:
    """Median of ours and median of the floor, run in turn."""
    pairs = [(seconds_of(ours), seconds_of(floor)) for _ in range(runs)]
    return Result(name, median(pair[0] for pair in pairs), median(pair[1] for pair in pairs), promised)


def seconds_of(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def printed_by(*words: str, codes: tuple[int, ...] = (0,)) -> str:
    """What a Python process prints; it must end with one of the codes."""
    done = subprocess.run([sys.executable, *words], capture_output=True, check=False, env=_environment(), text=True)
    if done.returncode not in codes:
        raise SystemExit(f"{' '.join(words)[:200]} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def _environment() -> dict[str, str]:
    """Ours, but compiled modules may be kept, as they are wherever the app is installed."""
    return {name: held for name, held in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
