"""Colours, type and measures of the screen, by the names of the visual standard."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtGui import QColor, QFont

from orgmodel.model import TeamKind
from orgmodel.model.value import changed, value

FAMILY: Final = "IBM Plex Sans"

Weight = Literal["regular", "medium", "semibold"]
_WEIGHTS: Final = {"regular": QFont.Weight.Normal, "medium": QFont.Weight.Medium, "semibold": QFont.Weight.DemiBold}


@value
class Theme:
    """One set of colours as `#RRGGBB`; contrast of every text pair is at least 4.5, of marks 3 (held by a test)."""

    name: Literal["light", "dark", "contrast"]
    paper: str
    chrome: str
    hover: str
    sunken: str
    line: str
    line2: str
    control: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    accent_tint: str
    error: str
    error_tint: str
    error_hatch: str
    warning: str
    warning_fill: str
    warning_tint: str
    on_kind: str
    kinds: dict[TeamKind, str]
    kind_tints: dict[TeamKind, str]


LIGHT: Final = Theme(
    name="light",
    paper="#FFFFFF",
    chrome="#F6F5F2",
    hover="#F0EFEB",
    sunken="#ECEAE5",
    line="#E3E1DB",
    line2="#CBC8C0",
    control="#8A877F",
    ink="#1B1D20",
    ink2="#4C5057",
    ink3="#63676E",
    accent="#5A3FE0",
    on_accent="#FFFFFF",
    accent_tint="#ECE9FD",
    error="#B3261E",
    error_tint="#FCEEEC",
    error_hatch="#DE9A94",
    warning="#7A5000",
    warning_fill="#F5B700",
    warning_tint="#FDF4DC",
    on_kind="#FFFFFF",
    kinds={
        "application": "#164796",
        "application-sre": "#227C6A",
        "infrastructure-sre": "#6E1647",
        "frontline": "#865210",
        "governance": "#4C5057",
        "other": "#4C5057",
    },
    kind_tints={
        "application": "#E9EFF8",
        "application-sre": "#EAF5F2",
        "infrastructure-sre": "#F7EAF0",
        "frontline": "#F7EFE3",
        "governance": "#F6F5F2",
        "other": "#F6F5F2",
    },
)

DARK: Final = Theme(
    name="dark",
    paper="#1A1C1F",
    chrome="#222528",
    hover="#2A2D31",
    sunken="#141618",
    line="#303439",
    line2="#43484E",
    control="#7E858D",
    ink="#ECEDEE",
    ink2="#B9BEC5",
    ink3="#9CA2AA",
    accent="#A99DFF",
    on_accent="#15131F",
    accent_tint="#2C2948",
    error="#FF8F82",
    error_tint="#3D2523",
    error_hatch="#8A4A44",
    warning="#F2C14B",
    warning_fill="#F2C14B",
    warning_tint="#3A3120",
    on_kind="#14161A",
    kinds={
        "application": "#6AA9F2",
        "application-sre": "#8FDCC3",
        "infrastructure-sre": "#CB7C9E",
        "frontline": "#E9B263",
        "governance": "#B9BEC5",
        "other": "#B9BEC5",
    },
    kind_tints={
        "application": "#22303F",
        "application-sre": "#1E342F",
        "infrastructure-sre": "#39272F",
        "frontline": "#382E1F",
        "governance": "#222528",
        "other": "#222528",
    },
)

CONTRAST: Final = changed(
    DARK,
    name="contrast",
    paper="#000000",
    chrome="#111315",
    hover="#24272B",
    sunken="#000000",
    line="#565C64",
    line2="#8A9099",
    control="#B9BEC5",
    ink="#FFFFFF",
    ink2="#DADDE1",
    ink3="#C3C8CE",
    accent="#B9AFFF",
    error="#FF9F94",
    kinds={
        "application": "#7DB8FF",
        "application-sre": "#A5F0D8",
        "infrastructure-sre": "#E88FB4",
        "frontline": "#FFC46E",
        "governance": "#DADDE1",
        "other": "#DADDE1",
    },
)
"""For whoever asks the system for high contrast, and for weak projectors: every text reaches 7 to 1."""


def font(pixels: int, weight: Weight = "regular") -> QFont:
    """The one family at a size in pixels at 100 %."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(_WEIGHTS[weight])
    return made


def with_alpha(colour: str, share: float) -> QColor:
    """A colour at a share of full strength, from 0 to 1: dimmed things are at 0.2."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made
