"""Paired timings: floor and ours in turn, so that a machine whose speed drifts slows both."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table: `ours` against `floor`, each with its unit, and the ratio or number promised at most."""

    name: str
    ours: str
    floor: str
    measured: float
    promised: float

    @property
    def holds(self) -> bool:
        return self.measured <= self.promised


def seconds_of(*words: str) -> float:
    """How long a whole Python process takes, from its start to its end; it must exit with 0 or 1."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    taken = time.perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words)[:200]} ended with {done.returncode}:\n{done.stderr.decode()}")
    return taken


def against(name: str, ours: tuple[str, ...], floor: tuple[str, ...], promised: float, runs: int = 9) -> Result:
    """Median of our process over the median of the floor's, run in turn after one warm-up of each."""
    seconds_of(*ours), seconds_of(*floor)
    pairs = [(seconds_of(*ours), seconds_of(*floor)) for _ in range(runs)]
    our_median, floor_median = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return Result(name, milliseconds(our_median), milliseconds(floor_median), our_median / floor_median, promised)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
