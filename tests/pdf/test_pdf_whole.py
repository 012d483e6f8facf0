"""Nothing is lost on paper: every row, team, service, finding and decision of random models is where it belongs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from drawn_boxes import drawn_boxes
from hostile_models import TAILS, model_of, models
from hypothesis import HealthCheck, Phase, example, given, settings
from printed_pages import TODAY, page_texts, printed, reader

from orgmodel.analysis import analyse
from orgmodel.names_in_sentences import MAY_RUN_RIGHT
from orgmodel.pdf.findings_said import said
from orgmodel.pdf.isolating import with_isolated_names
from orgmodel.pdf.type.scripts import printable, writable

LAW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@LAW
@given(models())
@example(model_of(25, [TAILS[each] for each in (12, 13, 0, 3)], 60, 7))  # names of more lines than stand together
def test_everything_is_printed_where_it_belongs(document):
    assert "\n".join(lost(document)) == ""


INDEX_HEADS = ("Name", "What it names")
SHORT = ("Maturity", "Decisions", "Method", "How to read this", "Index of names")
"""What may begin in the midst of a page of another section."""
BEGINNING = 20
LEAST = 5
"""So many letters tell a name."""


def test_a_thousand_rows_are_all_found():
    assert lost(model_of(7, TAILS[:5], 13, 1000), sections=("matrix", "call")) == []


def lost(document, **order):
    """Sentences on what is missing, or there too often, in a paper of all sections or of some."""
    with drawn_boxes() as drawn:
        made = printed(document, **(order or {"audience": "full"}))
    there = _Written(drawn)
    found = []
    for section, faults in SECTIONS.items():
        if section in there.sections:
            found += [f"{section}: {fault}" for fault in faults(there, document)]
    return found + list(_outline(made, document, there))


class _Written:
    """The texts of each section, with the tags around them; `whole` and `index` are letters and figures alone."""

    def __init__(self, drawn):
        head = defaultdict(list)
        for each in drawn:
            if each.part == "frame" and each.size:
                head[each.page].append(each.what)
        self.sections = defaultdict(list)
        page, section = 0, ""
        for each in drawn:
            if each.part != "content" or not each.size:
                continue
            if each.page != page:
                page, section = each.page, head[each.page][2].partition(":")[0]
            if each.what in SHORT and {"H1", "H2"} & set(each.inside):
                section = each.what
            self.sections[section].append(each)
        named = (text for text in self.texts("Index of names", "TH") if text not in INDEX_HEADS)
        self.index = squeezed("".join(named))

    def texts(self, section, *kinds):
        return [each.what for each in self.sections[section] if not kinds or set(kinds) & set(each.inside)]

    def whole(self, section):
        return squeezed("".join(self.texts(section)))

    def numbers(self, kind, section, *kinds):
        """How often a thing of a kind is named at the start of a text, by its number."""
        named = (re.match(rf"\W*{kind}(\d+)", text) for text in self.texts(section, *kinds))
        return Counter(int(found[1]) for found in named if found)

    def unnamed(self, things, section):
        """Which names are whole neither in a section nor in the index."""
        whole = self.whole(section)
        names = [squeezed(printable(thing.name)) for thing in things]
        lost = [name[:30] for name in names if name not in whole and name not in self.index]
        return [f"names not whole: {lost}"] if lost else []


def squeezed(text):
    """Letters and figures alone: lines break, and signs that steer or that no font draws are shown by others."""
    return re.sub(r"[\W_]", "", text)


def _active(document):
    return [number for number, team in enumerate(document.organization.teams) if team.status != "archived"]


def _differing(what, found, wanted):
    if found != Counter(wanted):
        missing, extra = Counter(wanted) - found, found - Counter(wanted)
        yield f"{what} missing: {sorted(missing)[:9]}, too often: {sorted(extra)[:9]}"


def _matrix(there, document):
    rows = document.organization.responsibilities
    found = there.numbers("Row", "Responsibility matrix", "TH")
    yield from _differing("rows", Counter(set(found)), range(len(rows)))
    yield from there.unnamed(rows, "Responsibility matrix")


def _call(there, document):
    rows = range(len(document.organization.responsibilities))
    yield from _differing("rows", there.numbers("Row", "Who do I call", "TH"), rows)


def _decisions(there, document):
    yield from _differing("decisions", there.numbers("Said", "Decisions"), range(len(document.decisions)))


def _layout(there, document):
    cards = set(there.numbers("Team", "Organisation layout", "H3"))
    active = set(_active(document))  # archived ones have a card as well where rows still name them
    yield from _differing("teams", Counter(cards & active), active)
    teams = [document.organization.teams[number] for number in _active(document)]
    yield from there.unnamed(teams, "Organisation layout")


def _teams(there, document):
    yield from _differing("teams", there.numbers("Team", "Team", "H1"), _active(document))


def _findings(there, document):
    whole = there.whole("Findings")
    document = with_isolated_names(document)  # as it is printed: what is said of several is in the order of names
    for group in said(analyse(document, TODAY).findings, document.organization):
        begins = squeezed(printable(group.sentence))[:BEGINNING]  # a long one goes on overleaf
        if begins not in whole:
            yield f"{group.code} is not said: {begins}"


def _outline(made, document, there):
    """Bookmarks for each section, each team that has a page and each service that has rows, led to where they say."""
    book = reader(made.data)
    entries = list(_flat(book.outline))
    titles = Counter(str(entry.title) for entry in entries)
    organization = document.organization
    used = {row.service for row in organization.responsibilities}
    wanted = [service.name for service in organization.services if service.id in used]
    if "Team" in there.sections:
        wanted += [organization.teams[number].name for number in _active(document)]
    for name in wanted:
        if not titles[writable(name)]:
            yield f"no bookmark of {name[:40]}"
    texts = page_texts(made.data)
    for entry in entries:
        number = book.get_destination_page_number(entry)
        title = squeezed(printable(str(entry.title)))[:LEAST]
        is_said = title in squeezed(texts[number]) or MAY_RUN_RIGHT.search(entry.title)  # which stands turned around
        if entry.title != "Teams" and not is_said:
            yield f"the bookmark of {entry.title[:40]} leads to page {number + 1}"


def _flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


SECTIONS = {
    "Responsibility matrix": _matrix,
    "Who do I call": _call,
    "Decisions": _decisions,
    "Organisation layout": _layout,
    "Team": _teams,
    "Findings": _findings,
}
"""What each section has to hold."""
