"""The YAML files beside this one, each read once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from orgmodel.document import Document
from orgmodel.errors import NotFound
from orgmodel.yaml_file import read_text


@cache
def shipped(folder: str, name: str) -> Document:
    """The document of `support-chain` in `matrices`, which stands in `matrices/support_chain.yaml`."""
    return read_text(shipped_text(folder, name), name).document


def shipped_text(folder: str, name: str) -> str:
    from importlib.resources import files

    file = files("orgmodel.catalogue").joinpath(folder, f"{name.replace('-', '_')}.yaml")
    return file.read_text("utf-8")


def not_found(what: str, name: str, names: Sequence[str]) -> NotFound:
    """The refusal for a name that nothing has, with the nearest one that something has."""
    from difflib import get_close_matches

    nearest = get_close_matches(name, names, 1)
    hint = f"Did you mean “{nearest[0]}”?" if nearest else f"There are: {', '.join(names)}."
    return NotFound(f"There is no {what} “{name}”. {hint}")
