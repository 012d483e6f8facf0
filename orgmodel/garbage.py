"""Python's search for cycles that nothing reaches, put off while much is made of which all is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Reading makes many small objects and no cycles: collecting in between takes three times as long as reading.

    What was made goes to the oldest generation unseen; else the first allocation afterwards would look at all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
