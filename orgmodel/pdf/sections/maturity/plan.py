"""Below the ratings: what to do next, what the model says against them, and how they went on from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.diagram.assessed import HIGHEST, WEAK, Assessed, Rated, courses_of
from orgmodel.findings import Finding
from orgmodel.model import RowId, TeamId, subject_parts
from orgmodel.pdf.findings_said import Said
from orgmodel.pdf.findings_said import said as groups
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air, said
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.pages.table import GAP, Cell, Column, Row, spread, table_blocks
from orgmodel.pdf.style import BODY, BODY_BOLD, ERROR, INK, INK2, SMALL, Sheet
from orgmodel.pdf.type.cut_names import cut_name, cut_text
from orgmodel.pdf.type.typesetting import Part, fitted
from orgmodel.sentences import day, listed

_CODES: Final = ("MAT001", "MAT002", "MAT003")
_MOST_DAYS: Final = 6
_OVER: Final = 1.6
_WIDE: Final = 200.0


def _step_columns(measure: float) -> tuple[Column, ...]:
    """What was rated has more room than what is to be done: it is a whole sentence."""
    rated, owner, due = (38.5, 40.0, 41.0) if measure > _WIDE else (22.0, 28.0, 26.0)
    rest = measure - 9.0 - rated - owner - due
    return (
        Column("No.", 9.0),
        Column("Activity", rest * 0.58),
        Column("Rated", rated),
        Column("Next step", rest * 0.42),
        Column("Owner", owner),
        Column("Due", due),
    )


def step_blocks(matter: Matter, sheet: Sheet, held: Assessed) -> list[Block]:
    """The activities with a step, an owner or a day, the weakest first; before all those in nobody's hands."""
    unowned = _unowned(matter, held)
    planned = [rated for rated in held.activities if _has_plan(rated) or rated.activity.id in unowned]
    planned.sort(key=lambda rated: (rated.activity.id not in unowned, rated.number or HIGHEST + 1))
    idle = [rated.activity.id for rated in held.activities if _is_weak(rated) and rated not in planned]
    blocks = [heading("Next steps", sheet, holds=22)]
    if planned:
        columns = _step_columns(sheet.measure)
        rows = [_step(matter, rated, unowned, columns) for rated in planned]
        blocks += table_blocks(columns, rows, names=matter.names)
    if idle:
        sentence = f"Rated {WEAK} or less, and without a next step: {listed(idle, most=16)}."
        blocks += [air(_OVER), said(sentence, sheet, colour=INK)]
    if not planned and not idle:
        blocks.append(said("No next step is written down, and nothing is rated 2 or less.", sheet))
    return blocks


def _has_plan(rated: Rated) -> bool:
    held = rated.rating
    return held is not None and bool(held.action or held.owner or held.due)


def _is_weak(rated: Rated) -> bool:
    return rated.number is not None and rated.number <= WEAK


def _step(matter: Matter, rated: Rated, unowned: frozenset[str], columns: Sequence[Column]) -> Row:
    held = rated.rating
    action, owner, due = (held.action, held.owner, held.due) if held else (None, None, None)
    is_late = due is not None and due < matter.today
    score = f"{rated.number} of {HIGHEST}" if rated.number is not None else _WORDS[str(rated.score)]
    room = {column.title: column.width - GAP for column in columns}
    known = cut_name(matter.names, _owner(matter, owner), "owner", room["Owner"]) if owner else ""
    cells = {
        "No.": Cell("".join(fitted(rated.activity.id, BODY, room["No."], 1).lines), colour=INK2),
        "Activity": Cell(cut_text(rated.activity.text, room["Activity"])),
        "Rated": _score(score, is_top=rated.activity.id in unowned),
        "Next step": Cell(action) if action else Cell("no next step", colour=INK2),
        "Owner": Cell(known) if owner else Cell("no owner", colour=INK2),
        "Due": _due(day(due), is_late=is_late) if due else Cell("no date", colour=INK2),
    }
    return Row(tuple(cells[column.title] for column in columns))


_WORDS: Final = {"na": "not applicable", "unknown": "unknown"}


def _score(said: str, *, is_top: bool) -> Cell:
    return Cell((Part(f"{said}, ", BODY), Part("top of the plan", BODY_BOLD))) if is_top else Cell(said)


def _due(on: str, *, is_late: bool) -> Cell:
    if not is_late:
        return Cell(on)
    return Cell((Part(f"{on}, ", BODY), Part("overdue", BODY_BOLD, ERROR)))


def _owner(matter: Matter, owner: str) -> str:
    team = matter.organization.team_by_id.get(TeamId(owner))
    return team.name if team else owner


def contradiction_blocks(matter: Matter, sheet: Sheet, held: Assessed) -> list[Block]:
    """What the rules about assessments found about this one, or why they could not tell."""
    found = [finding for finding in matter.report.findings if _is_about(matter, finding, held)]
    blocks = [heading("What the model contradicts", sheet, holds=14)]
    if found:
        rest = sheet.measure - 18.0
        columns = (Column("What the model shows", rest * 0.6), Column("Advice", rest * 0.4), Column("Rule", 18.0))
        rows = [_finding(each) for each in groups(found, matter.organization)]
        blocks += table_blocks(columns, rows, names=matter.names)
    missing = sorted(
        {
            missed.missing
            for missed in matter.report.not_assessed
            if missed.code in _CODES and held.assessment.subject in missed.subjects
        }
    )
    if missing:
        blocks.append(air(_OVER))
        blocks.append(said(f"Could not be compared, because it is unknown: {listed(missing, 5)}.", sheet))
    elif not found:
        blocks.append(said("Nothing in the model contradicts these ratings.", sheet))
    return blocks


def _finding(each: Said) -> Row:
    names = (Part(f" {listed(each.names)}.", BODY, INK2),) if each.names else ()
    shown = Cell((Part(each.sentence, BODY), *names), mark=each.severity)
    return Row((shown, Cell(" ".join(each.advice), colour=INK2), Cell(each.code, style=SMALL, colour=INK2)))


def _is_about(matter: Matter, finding: Finding, held: Assessed) -> bool:
    if finding.code not in _CODES:
        return False
    if finding.code != "MAT003":
        return held.assessment.subject in finding.subjects
    return bool(_activities_of(matter, finding, held))


def _activities_of(matter: Matter, finding: Finding, held: Assessed) -> set[str]:
    """The activities of a questionnaire that rest on the row of a finding."""
    row = matter.organization.row_by_id.get(RowId(subject_parts(finding.subjects[0])[1])) if finding.subjects else None
    named = [each.partition("/") for each in row.activities] if row else []
    return {activity for name, _, activity in named if name == held.assessment.questionnaire}


def _unowned(matter: Matter, held: Assessed) -> frozenset[str]:
    """The weak activities that rest on a row in nobody's hands."""
    weak = {rated.activity.id for rated in held.activities if _is_weak(rated)}
    found = [finding for finding in matter.report.findings if finding.code == "MAT003"]
    return frozenset(weak & {each for finding in found for each in _activities_of(matter, finding, held)})


def contradicted(matter: Matter, held: Assessed) -> frozenset[str]:
    """The activities whose ratings the model contradicts, or that nobody works on."""
    good = {
        name.removeprefix(_RATING)
        for finding in matter.report.findings
        if finding.code == "MAT002" and held.assessment.subject in finding.subjects
        for name, _ in finding.numbers
        if name.startswith(_RATING)
    }
    return frozenset(good | _unowned(matter, held))


_RATING: Final = "rating of "


def trend_blocks(sheet: Sheet, group: Sequence[Assessed]) -> Iterator[Block]:
    """The mean of each section on each day, with its denominator, and the change; only where there are two days."""
    shown = group[-_MOST_DAYS:]
    if len(shown) < 2:
        return
    days, courses = courses_of(shown)
    more = f", the last {len(shown)} of {len(group)} days" if len(shown) < len(group) else ""
    yield heading(f"How it went on: means of what was rated{more}", sheet, holds=16)
    columns = spread(
        (Column("Section"), *(Column(day(on), 30.0) for on in days), Column("Change", 22.0, "right")), sheet.measure
    )
    rows = []
    for course in courses:
        cells = [
            Cell("unknown", colour=INK2)
            if mean is None
            else Cell((Part(f"{mean:.1f}", BODY_BOLD), Part(f"  {of} of {every}", SMALL, INK2)))
            for mean, (of, every) in zip(course.means, course.counts, strict=True)
        ]
        change = "unknown" if course.change is None else f"{course.change:+.1f}".replace("-", "−")
        rows.append(Row((Cell(course.name), *cells, Cell(change, style=BODY_BOLD))))
    yield from table_blocks(columns, rows)
