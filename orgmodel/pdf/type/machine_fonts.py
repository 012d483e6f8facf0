"""The fonts of this machine that draw what the bundled family does not, opened when a character asks for them."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orgmodel.pdf.style import Weight

if TYPE_CHECKING:
    import uharfbuzz

FALLBACK_STEMS: Final = (
    "NotoSans",
    "DejaVuSans",
    "SourceHanSans",
    "segoeui",
    "Arial Unicode",
    "arialuni",
    "SFArabic",
    "SFHebrew",
    "GeezaPro",
    "Hiragino Sans GB",
    "AppleSDGothicNeo",
    "msyh",
    "YuGoth",
    "msgothic",
    "malgun",
    "Nirmala",
    "LeelawUI",
    "leelawad",
    "seguisym",
    "DroidSansFallback",
    "wqy",
    "ipag",
    "NanumGothic",
    "NotoEmoji",
    "Symbola",
    "FreeSans",
    "Noto",
)
"""Beginnings of the file names of fonts that together cover most scripts, in the order they are tried."""

_ENDINGS: Final = (".ttf", ".otf", ".ttc", ".otc")
_OTHER_CUTS: Final = (
    "bold", "italic", "oblique", "light", "thin", "black", "medium", "condensed", "mono", "color", "display", "looped",
    "unjoined", "lastresort",
)  # fmt: skip
_OTHER_SEGOE: Final = frozenset(("segoeuib", "segoeuii", "segoeuil", "segoeuisl", "segoeuiz", "malgunbd", "malgunsl"))
_NO_EMBEDDING: Final = 0x0302
"""Bits of a font's licence: restricted, not to be subset, pictures of letters alone."""


class MachineFont:
    """One face of a font file: what it covers, and its outlines for shaping and for a subset."""

    def __init__(self, path: Path, index: int = 0) -> None:
        import uharfbuzz

        self.path = path
        self.face: uharfbuzz.Face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), index)
        self.font: uharfbuzz.Font = uharfbuzz.Font(self.face)
        tables = set(self.face.table_tags)
        self.is_cff = bool(tables & {"CFF ", "CFF2"})
        self.can_be_embedded = self._allows(tables)
        self.covered = self.face.unicodes

    def _allows(self, tables: set[str]) -> bool:
        if not (self.is_cff or "glyf" in tables) or not self.face.upem:
            return False
        licence = self.face.reference_table("OS/2").data[8:10] if "OS/2" in tables else b""
        return not int.from_bytes(licence, "big") & _NO_EMBEDDING

    @cached_property
    def name(self) -> str:
        """A name of letters and hyphens for the file of a reader."""
        return "".join(letter for letter in self.path.stem if (letter.isalnum() or letter == "-") and letter.isascii())

    @cached_property
    def blank(self) -> int:
        """The glyph of a space, which shows nothing."""
        return int(self.font.get_nominal_glyph(ord(" ")) or 0)

    @property
    def per_em(self) -> float:
        """Thousandths of an em in one unit of the font."""
        return 1000 / float(self.face.upem)


@cache
def machine_font(path: Path) -> MachineFont | None:
    """None where the file cannot be embedded: it is damaged, it holds no outlines, or its licence bits forbid it."""
    from uharfbuzz import HarfBuzzError

    try:
        font = MachineFont(path)
    except (OSError, ValueError, HarfBuzzError):
        return None
    return font if font.can_be_embedded and len(font.covered) else None


@cache
def machine_font_for(character: str, weight: Weight) -> MachineFont | None:
    """The first font of the machine that draws a character, in its bold cut for headings where there is one."""
    code = ord(character)
    if 0xD800 <= code < 0xE000 or unicodedata.category(character) in ("Co", "Cc"):
        return None
    for path in machine_fonts():
        font = machine_font(path)
        if font is not None and code in font.covered:
            bold = _bold_of(path) if weight == "SemiBold" else None
            heavy = machine_font(bold) if bold else None
            return heavy if heavy is not None and code in heavy.covered else font
    return None


def _bold_of(path: Path) -> Path | None:
    for plain, bold in (("-Regular", "-Bold"), ("DejaVuSans", "DejaVuSans-Bold")):
        if path.stem.endswith(plain):
            found = path.with_name(path.stem.removesuffix(plain) + bold + path.suffix)
            return found if found.is_file() else None
    return None


@cache
def machine_fonts() -> tuple[Path, ...]:
    """The files of the fallback families, the best first."""
    found: list[Path] = []
    for folder in _font_folders():
        for parent, folders, names in os.walk(folder):
            folders.sort()
            found += [Path(parent, name) for name in names if name.lower().endswith(_ENDINGS) and _is_plain(name)]
    return tuple(sorted(found, key=lambda path: (_stem_rank(path.name), path.name, str(path))))


def _is_plain(name: str) -> bool:
    """Whether a file is the upright regular cut of one of the fallback families."""
    stem = name.rpartition(".")[0].lower()
    if stem in _OTHER_SEGOE or any(cut in stem for cut in _OTHER_CUTS):
        return False
    return name.lower().startswith(tuple(fallback.lower() for fallback in FALLBACK_STEMS))


def _stem_rank(name: str) -> int:
    return next(rank for rank, stem in enumerate(FALLBACK_STEMS) if name.lower().startswith(stem.lower()))


def _font_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"), "Microsoft/Windows/Fonts")
        return Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"), local
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"
