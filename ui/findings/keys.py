"""The keys that the list of findings takes, for the sheet of keys and for the guide."""

from __future__ import annotations

from typing import Final

from ui.translation import marked

LIST_KEYS: Final[tuple[tuple[str, str], ...]] = (
    (marked("Show what a finding is about"), "Enter"),
    (marked("Fill in what is unknown"), "Enter"),
    (marked("Open a heading, or a line that stands for several"), "Right"),
    (marked("Close it, or go to what a line is under"), "Left"),
    (marked("Fix"), "F"),
    (marked("Waive, or change a waiver"), "W"),
    (marked("Remove a waiver"), "Del"),
    (marked("The page of the rule"), "F1"),
    (marked("Filter the findings"), "Ctrl+F"),
)
"""What is done to the line in hand, and the key."""
