"""What a document draws again and again, kept in its file once."""

from __future__ import annotations

from typing import Final

from orgmodel.pdf.file.objects import Objects

_SHORT: Final = 60
"""So many characters are no longer than what would stand for them."""


class Stamps:
    """Drawings by their operators; from the second time on, a name stands for one."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._used: dict[str, str] = {}

    def kept(self, drawn: str) -> str:
        """The operators that draw it, and leave everything as it was."""
        if len(drawn) < _SHORT:
            return f"q {drawn} Q"
        name = self._names.get(drawn)
        if name is None:
            self._names[drawn] = f"/X{len(self._names)}"
            return f"q {drawn} Q"
        self._used[name] = drawn
        return f"{name} Do"

    def put_into(self, objects: Objects) -> str:
        """Write them all; gives the names and where each is."""
        entries = "/Type/XObject/Subtype/Form/BBox[-200 -200 200 200]/Resources<<>>"
        return "".join(f"{name} {objects.stream(entries, drawn.encode())} 0 R" for name, drawn in self._used.items())
