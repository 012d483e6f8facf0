"""`orgmodel rule`: a rule's manual page."""

from __future__ import annotations

import argparse

from orgmodel.errors import NotFound
from orgmodel.rules import CATALOGUE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", metavar="CODE", help="the rule, as findings name it: GAP001")


def run(arguments: argparse.Namespace) -> int:
    print(page_of(arguments.code), end="")
    return 0


def page_of(code: str | None) -> str:
    """The page of a rule, by its code or its name in any case; raises `NotFound` with the nearest."""
    pages = {rule.code: rule.page for rule in CATALOGUE}
    if not code:
        raise NotFound(f"orgmodel: say which rule; there are {', '.join(pages)}.")
    by_name = {rule.name: rule.code for rule in CATALOGUE}
    wanted = by_name.get(code.lower(), code.upper())
    if wanted in pages:
        return pages[wanted]
    from difflib import get_close_matches

    near = get_close_matches(code.lower(), by_name, n=1) or get_close_matches(wanted, pages, n=1, cutoff=0)
    meant = f" Did you mean {by_name.get(near[0], near[0])}?" if near else ""
    raise NotFound(f"orgmodel: there is no rule “{code}”.{meant}")
