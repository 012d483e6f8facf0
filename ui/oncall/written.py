"""Who takes turns in a rotation, and how many pages they have, as people type it; no Qt.

Each reading function raises `CommandRefused` with a sentence where the text means nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from orgmodel.commands.checks import MOST_PEOPLE
from orgmodel.errors import CommandRefused
from orgmodel.model import Team
from ui.written import number


def members_from(team: Team | None) -> Callable[[str], int | tuple[str, ...] | None]:
    """Reads a number, or names with commas between them; a member of the team is meant by name or id."""
    called = {member.name.casefold(): str(member.id) for member in team.members} if team else {}

    def parse(text: str) -> int | tuple[str, ...] | None:
        plain = text.strip()
        if not plain:
            return None
        if plain.isdecimal() and plain.isascii():
            if int(plain) > MOST_PEOPLE:
                raise CommandRefused(f"“{plain}” is too large: it has to be a number from 0 to {MOST_PEOPLE:,}.")
            return int(plain)
        names = [name.strip() for name in plain.split(",") if name.strip()]
        if not names:
            raise CommandRefused("Type how many they are, or their names with commas between them.")
        return tuple(called.get(name.casefold(), name) for name in names)

    return parse


def members_shown(members: int | tuple[str, ...] | None, team: Team | None) -> str:
    if not isinstance(members, tuple):
        return "" if members is None else str(members)
    names = {str(member.id): member.name for member in team.members} if team else {}
    return ", ".join(names.get(member, member) for member in members)


def pages_from(text: str) -> float | None:
    found = number(text)
    if found is not None and found < 0:
        raise CommandRefused(f"“{text.strip()}” is no number of pages: type 0 or more, or nothing where it is unknown.")
    return found
