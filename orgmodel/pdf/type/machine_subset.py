"""A font of the machine inside one document: the glyphs that were drawn, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

from orgmodel.pdf.file.character_maps import character_map, glyph_map
from orgmodel.pdf.type.machine_fonts import MachineFont

_UNUSED: Final = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "VORG", "cmap", "name", "post", "vhea", "vmtx")
_SYMBOLIC: Final = 4
_LAST_CODE: Final = 0xFFFF


class MachineSubset:
    """Codes of two bytes for glyphs that stand for something: one glyph has a code for each thing it stands for."""

    def __init__(self, font: MachineFont, document: Any) -> None:
        self.font = font
        self._codes: dict[tuple[int, str], int] = {}
        self._key = f"Machine{len(document.fontMapping)}"
        self.name = f"F{len(document.fontMapping) + 1}"
        document.fontMapping[self._key] = f"/{self.name}"
        document.delayedFonts.append(self)

    @property
    def is_full(self) -> bool:
        return len(self._codes) == _LAST_CODE

    def code(self, number: int, text: str) -> int:
        """The code of a glyph that stands for a text, which may be nothing."""
        return self._codes.setdefault((number, text), len(self._codes) + 1)

    def width(self, number: int) -> int:
        """How far a reader moves on after a glyph, in thousandths of an em."""
        return int(self.font.font.get_glyph_h_advance(number) * self._scale + 0.5)

    @property
    def _scale(self) -> float:
        return self.font.per_em

    def addObjects(self, document: Any) -> None:  # noqa: N802 (reportlab asks a font for its objects by this name)
        numbers = sorted({number for number, _ in self._codes})
        outlines, new = self._outlines(numbers)
        glyphs = [0, *(new[number] for number, _ in self._codes)]
        name = f"{_tag(numbers, self._key)}+{self.font.name}"
        system = pdfdoc.PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0})
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if self.font.is_cff else "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": system,
            "FontDescriptor": document.Reference(self._descriptor(document, name, outlines)),
            "DW": 0,
        }
        if self.font.is_cff:
            # outlines of this kind have no map from what is written to glyphs, so the way from codes is ours
            encoding = _stream(document, glyph_map(glyphs))
            encoding.dictionary.dict.update(Type="/CMap", CMapName="/Glyphs", CIDSystemInfo=system)
            widths = {new[number]: self.width(number) for number in numbers}
        else:
            packed = b"".join(number.to_bytes(2, "big") for number in glyphs)
            descendant["CIDToGIDMap"] = document.Reference(_stream(document, packed))
            widths = {code: self.width(number) for (number, _), code in self._codes.items()}
        entries: list[Any] = []
        for code, width in sorted(widths.items()):
            entries += [code, pdfdoc.PDFArray([width])]
        descendant["W"] = pdfdoc.PDFArray(entries)
        meanings = {code: text for (_, text), code in self._codes.items() if text}
        whole = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": document.Reference(encoding) if self.font.is_cff else "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(_stream(document, character_map(meanings, 2))),
        }
        held = document.Reference(pdfdoc.PDFDictionary(whole))
        document.idToObject["BasicFonts"].dict[self.name] = held

    def _descriptor(self, document: Any, name: str, outlines: bytes) -> Any:
        extents = self.font.font.get_font_extents("ltr")
        ascent, descent = round(extents.ascender * self._scale), round(extents.descender * self._scale)
        file = _stream(document, outlines)
        entries = {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray([-1000, descent, 2000, ascent]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": ascent,
            "StemV": 80,
        }
        if self.font.is_cff:
            file.dictionary["Subtype"] = "/CIDFontType0C"
            entries["FontFile3"] = document.Reference(file)
        else:
            file.dictionary["Length1"] = len(file.content)
            entries["FontFile2"] = document.Reference(file)
        return pdfdoc.PDFDictionary(entries)

    def _outlines(self, numbers: Iterable[int]) -> tuple[bytes, Mapping[int, int]]:
        """A font file with nothing but these glyphs, and their new numbers."""
        import uharfbuzz

        flags = uharfbuzz.SubsetFlags
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(numbers)
        wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING | flags.NOTDEF_OUTLINE
        if self.font.is_cff:
            wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DOWNGRADE_CFF2
        if self.font.face.has_var_data:
            wanted.pin_all_axes_to_default(self.font.face)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED)
        plan = uharfbuzz.SubsetPlan(self.font.face, wanted)
        subset = plan.execute()
        file = subset.reference_table("CFF ").data if self.font.is_cff else subset.blob.data
        return bytes(file), dict(plan.old_to_new_glyph_mapping)


def _stream(document: Any, content: bytes) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _tag(numbers: Iterable[int], key: str) -> str:
    """Six letters that tell this subset from every other."""
    digest = sha256(f"{key} {list(numbers)}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
