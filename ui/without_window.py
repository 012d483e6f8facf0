"""What to say where no window can be opened: what works without one, and what Qt needs of the system."""

from __future__ import annotations

from typing import Final

WITHOUT_WINDOW: Final = (
    "These commands need no window: “orgmodel check FILE”, “orgmodel export FILE -o chart.pdf”, “orgmodel --help”."
)
APT_LINE: Final = (
    "apt-get install --no-install-recommends libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)
