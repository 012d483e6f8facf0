"""Every script comes out in its order and searchable; what no font draws is a code, and the warning names it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_pages import printed, reader
from reportlab.pdfbase.pdfdoc import PDFDocument

from orgmodel.document import Document
from orgmodel.model import Organization, Responsibility, RowId, Team, TeamId
from orgmodel.names_in_sentences import isolated
from orgmodel.pdf.isolating import has_names_to_isolate, with_isolated_names
from orgmodel.pdf.style import BODY, BODY_BOLD, SMALL
from orgmodel.pdf.type.bidi import levels
from orgmodel.pdf.type.glyphs import Glyphs
from orgmodel.pdf.type.machine_fonts import MachineFont
from orgmodel.pdf.type.scripts import (
    JOINERS,
    bundled,
    coded_in,
    font_for,
    is_joined,
    missing_said,
    printable,
    unprintable,
)
from orgmodel.pdf.type.shaping import ShapedRun, set_line
from orgmodel.pdf.type.typesetting import Part, fitted, flowed, width_of, wrapped

UNSEEN = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
HARD = st.sampled_from(
    "aA1 .-/([“”])אבשׁלسلام٣٤لاक्षिテ日本語、「」한국ทีม😀👩\n\t\x07"
    "\u0301\u0302\u05b8\u200c\u200d\u200e\u200f\u202e\u202c\u2066\u2067\u2068\u2069"
)
TEXTS = st.text() | st.text(HARD)
NAMES = {
    "Arabic": "فريق قاعدة البيانات",
    "Hebrew": "צוות מסדי נתונים",
    "Japanese": "日本語のチーム「障害対応」",
    "Korean": "데이터베이스 팀",
    "Chinese": "数据库团队（值班）",
    "Thai": "ทีมฐานข้อมูล",
    "Devanagari": "डेटाबेस टीम",
    "Greek": "Ομάδα Βάσεων Δεδομένων",
    "Cyrillic": "Команда баз данных",
    "Vietnamese": "Đội cơ sở dữ liệu",
}


class Reading:
    """A document that tells what its codes stand for, as a reader's search does."""

    def __init__(self):
        self.document = PDFDocument(compression=1, invariant=1)
        self.glyphs = Glyphs(self.document)

    def read(self, text, style=BODY):
        encoded = self.glyphs.encoded(printable(text), style)
        meanings = {
            f"/{subset.name}": {code: meant for (_, meant), code in subset._codes.items()}
            for subset in self.glyphs._subsets.values()
        }
        return "".join(self._read(font.split()[0], code, meanings) for font, code in encoded)

    def _read(self, font, code, meanings):
        if font in meanings:
            return "".join(meanings[font][int(each, 16)] for each in re.findall(r"<([0-9A-F]{4})> Tj", code))
        shown = re.search(r"\((.*)\) Tj", code, re.DOTALL).group(1)
        octets = re.sub(r"\\([0-7]{3})|\\(.)", lambda m: chr(int(m[1], 8)) if m[1] else m[2], shown)
        name, _, number = font[1:].partition("+")
        face = next(each for each in self.document.delayedFonts if self._name_of(each) == name)
        return "".join(chr(face.state[self.document].subsets[int(number)][ord(octet)]) for octet in octets)

    def _name_of(self, font):
        return font.state[self.document].internalName if hasattr(font, "state") else font.name


def seen(text):
    return "".join(character for character in text if character not in JOINERS and character not in UNSEEN)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_any_text_is_read_back_in_the_order_it_was_written(text):
    shown = printable(text)
    assert printable(shown) == shown
    assert seen(Reading().read(text)) == seen(shown)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_what_is_not_drawn_is_a_code_that_is_noted(text):
    shown, reading = printable(text), Reading()
    reading.read(text)
    assert all(f"[{ord(character):04X}]" in shown for character in unprintable(text))
    assert set(unprintable(text)) == set(coded_in(shown)) == set(reading.glyphs.missing)
    said = " ".join(missing_said(reading.glyphs.missing))
    assert len(reading.glyphs.missing) > 13 or all(f"U+{ord(each):04X}" in said for each in reading.glyphs.missing)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.sampled_from((4.0, 15.0, 60.0)))
def test_any_text_wraps_without_loss_into_lines_that_fit(text, width):
    lines = wrapped(text, BODY, width)
    assert re.sub(r"\s", "", seen("".join(lines))) == re.sub(r"\s", "", seen(printable(text)))
    for line in lines:
        letters = [place for place, each in enumerate(seen(line)) if place and not is_joined(each)]
        assert width_of(line.rstrip(), BODY) <= width + 0.5 or not letters
    assert len(fitted(text, BODY, width, 2).lines) <= 2


@given(TEXTS)
def test_a_line_is_as_wide_as_what_is_in_it(text):
    line = set_line(printable(text), "Regular")
    assert sum(run.advance for run in line.runs) == pytest.approx(line.advance)
    assert all(-0.01 <= run.x <= line.advance + 0.01 for run in line.runs)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_text_on_paper_or_the_warning_names_its_characters(name):
    rows = (Responsibility(RowId("r"), name, None, "application"),)
    made = printed(Document(Organization("Names", teams=(Team(TeamId("t"), name),), responsibilities=rows)))
    assert len(reader(made.data).pages) == made.pages
    if not unprintable(name):
        assert made.warnings == ()
        assert Reading().read(name) == name
        if shutil.which("pdftotext"):
            found = subprocess.run(["pdftotext", "-", "-"], input=made.data, capture_output=True, check=True).stdout
            assert name in re.sub(r"[\u202a-\u202c]", "", found.decode())
    else:
        said = " ".join(made.warnings)
        assert "install" in said
        assert all(f"U+{ord(each):04X}" in said or "more" in said for each in unprintable(name))


@pytest.mark.parametrize("name", [NAMES["Greek"], NAMES["Cyrillic"], NAMES["Vietnamese"], "Łódź Ærø Ħal Škoda"])
def test_latin_greek_and_cyrillic_need_no_font_of_the_machine(name, monkeypatch):
    monkeypatch.setattr("orgmodel.pdf.type.machine_fonts.machine_fonts", lambda: ())
    assert printable(name) == name
    assert unprintable(name) == ()


def test_fonts_of_the_machine_are_not_looked_for_without_need():
    looked = "import sys; from orgmodel.pdf.type.typesetting import width_of; from orgmodel.pdf.style import BODY\n"
    looked += "import orgmodel.pdf.type.machine_fonts as fonts\n"
    looked += "width_of('Équipe Ομάδα Команда', BODY); sys.exit(fonts.machine_fonts.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", looked], check=False).returncode == 0


def test_marks_stand_on_their_letters():
    (run,) = set_line(printable("x\u0302"), "Regular").runs
    assert isinstance(run, ShapedRun)
    assert run.font is bundled("Regular")
    base, mark = (glyph for _, cluster in run.clusters for glyph in cluster.glyphs)
    assert mark.advance == 0
    assert -base.advance < mark.x < base.advance
    assert Reading().read("x\u0302") == "x\u0302"


def test_brackets_in_a_line_from_right_to_left_are_mirrored():
    line = set_line("\u200f(\u200fx)", "Regular")
    opening = next(cluster for run in line.runs if isinstance(run, ShapedRun) for _, cluster in run.clusters)
    closing = bundled("Regular").font.get_nominal_glyph(ord(")"))
    assert opening.text == "("
    assert opening.glyphs[0].number == closing


def test_a_control_that_turns_text_around_turns_nothing():
    assert printable("a\u202eb\u202cc") == "a[202E]b[202C]c"
    assert printable("\u2067abc") == "abc"
    assert "U+202E" in missing_said("\u202e")[0]


def test_every_name_in_a_sentence_is_ordered_by_itself():
    name = "\u200fab 12\u200f"
    runs = set_line(f"{isolated(name)}, {isolated(name)} answer", "Regular").runs
    commas = [run.x for run in runs if getattr(run, "text", "").startswith(", ")]
    answer = next(run for run in runs if getattr(run, "text", "").endswith("answer"))
    assert answer.x == max(run.x for run in runs)
    assert len(commas) <= 2


def test_a_sentence_that_begins_with_a_name_runs_as_sentences_do():
    assert levels(isolated("שלום") + ": nobody")[-6:] == [0] * 6
    assert levels(isolated("שלום 12"))[1:-1] == [3, 3, 3, 3, 3, 4, 4]
    document = Document(Organization("שלום", teams=(Team(TeamId("t"), "אבג", lead="Kim"),)))
    assert has_names_to_isolate(document)
    assert not has_names_to_isolate(Document(Organization("Plain", teams=(Team(TeamId("t"), "Équipe"),))))
    apart = with_isolated_names(document).organization
    assert (apart.name, apart.teams[0].name, apart.teams[0].lead) == (isolated("שלום"), isolated("אבג"), "Kim")
    found = reader(printed(document).data)
    assert found.metadata.title == "שלום: who supports what"
    assert not set(str(found.outline)) & set("\u2068\u2069")


def test_lines_of_a_paragraph_run_the_way_it_does():
    marked = wrapped("\u200fx one two three four", SMALL, 12.0)
    assert len(marked) > 1
    assert all(line.startswith("\u200f") for line in marked)


def test_parts_side_by_side_keep_their_places():
    words = flowed((Part("Nobody does ", BODY), Part("\u200f12 x", BODY_BOLD), Part(" now", BODY)), 100.0)[0]
    assert [word.x for word in words] == sorted(word.x for word in words)


def test_japanese_breaks_between_characters_but_not_before_a_full_stop():
    if font_for("語", "Regular") is None:
        assert unprintable("語") == ("語",)
        return
    for width in range(10, 40):
        lines = wrapped("日本語のチーム「障害対応」、監視。", BODY, float(width))
        assert len(lines) > 1
        assert not any(line[0] in "、。」" or line[-1] == "「" for line in lines if len(line) > 1)


def test_the_warning_says_what_to_install():
    said = missing_said("語שक😀")[0]
    for part in ("U+8A9E", "U+05E9", "Noto Sans CJK", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Emoji"):
        assert part in said


def test_what_cannot_be_embedded_is_no_font(tmp_path):
    from orgmodel.pdf.type.machine_fonts import machine_font

    broken = tmp_path / "NotoSansBroken-Regular.ttf"
    broken.write_bytes(b"no font at all")
    assert machine_font(broken) is None
    assert machine_font(tmp_path / "absent.ttf") is None
    assert isinstance(bundled("Regular"), MachineFont)
