"""The keys that the list of findings takes, for the sheet of keys and for the guide."""

from __future__ import annotations

from typing import Final

LIST_KEYS: Final[tuple[tuple[str, str], ...]] = (
    ("Show what a finding is about", "Enter"),
    ("Fill in what is unknown", "Enter"),
    ("Open a heading, or a line that stands for several", "Right"),
    ("Close it, or go to what a line is under", "Left"),
    ("Fix", "F"),
    ("Waive, or change a waiver", "W"),
    ("Remove a waiver", "Del"),
    ("The page of the rule", "F1"),
    ("Filter the findings", "Ctrl+F"),
)
"""What is done to the line in hand, and the key."""
