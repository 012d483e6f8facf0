"""The letters of the house's type inside a picture, so that it looks the same where that type is not installed.

Viewers that read no type from a picture use the one that they have: every line says how wide it is.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from orgmodel.pdf.style import Weight
from orgmodel.pdf.type.scripts import bundled

_UNUSED: Final = (b"GDEF", b"GPOS", b"GSUB", b"DSIG")
"""Lines are measured without kerning and ligatures, and so they are drawn."""


def font_faces(family: str, weights: Mapping[Weight, str], used: Mapping[Weight, Iterable[str]]) -> str:
    """A rule for each weight with the characters that are `used` in it; `weights` are the numbers of CSS."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weights[weight] or "400"};'
        f"src:url(data:font/ttf;base64,{_packed(weight, ''.join(sorted(set(characters))))})}}"
        for weight, characters in sorted(used.items())
    )


@lru_cache(maxsize=64)
def _packed(weight: Weight, characters: str) -> str:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _UNUSED)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    made = uharfbuzz.subset(bundled(weight).face, wanted)
    return b64encode(made.blob.data).decode("ascii")
