"""What a file says about itself: for readers of PDF, and as XMP for everything else."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Final, NamedTuple

from orgmodel.pdf.file.objects import Objects, midnight, string

PRODUCER: Final = "orgmodel"
LANGUAGE: Final = "en"


class About(NamedTuple):
    title: str
    author: str
    subject: str
    given: date

    def put_into(self, objects: Objects) -> tuple[int, int]:
        """The numbers of the dictionary and of the metadata, which say the same."""
        made = midnight(self.given)
        entries = f"/Title{string(self.title)}/Author{string(self.author)}/Subject{string(self.subject)}"
        info = objects.put(f"<<{entries}/Creator({PRODUCER})/Producer({PRODUCER})/CreationDate{made}/ModDate{made}>>")
        entries = "/Type/Metadata/Subtype/XML"
        return info, objects.stream(entries, self._xmp().encode(), is_compressed=False)

    def _xmp(self) -> str:
        made = f"{self.given.isoformat()}T00:00:00Z"
        return _XMP.format(
            title=_character_data(self.title),
            author=_character_data(self.author),
            subject=_character_data(self.subject),
            producer=PRODUCER,
            language=LANGUAGE,
            made=made,
        )


def _character_data(text: str) -> str:
    """What XML cannot hold stands as the sign for a character that is not there."""
    return escape("".join(each if _is_xml(ord(each)) else "�" for each in text))


def _is_xml(code: int) -> bool:
    return 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
