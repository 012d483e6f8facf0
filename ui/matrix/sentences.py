"""What the matrix says in words: of the cell in hand, of what is under the pointer, of what the keys do."""

from __future__ import annotations

from typing import Final

from orgmodel.model import KIND_NAMES, PHRASES, STATE_NAMES, Letters, Responsibility
from orgmodel.sentences import counted
from ui.matrix.columns import NAME_COLUMN, Fact, TeamColumn
from ui.matrix.layout import Group, Hit
from ui.matrix.row_findings import RowFindings
from ui.matrix.state import MatrixState
from ui.translation import marked, tr

KEY_HINT: Final = marked("A R C I to set, Shift+R for AR, Del to clear, Enter to open")
GROUP_HINT: Final = marked("Enter to fold, F2 to rename, Alt+Up and Alt+Down to move")
HEAD_HINT: Final = marked("F2 to rename, Alt+Left and Alt+Right to move, Ctrl+Shift+H to hide")
FACT_HINTS: Final[dict[Fact, str]] = {
    "area": marked("Space to choose, Del to clear"),
    "paged": marked("Space to switch, Del for unknown"),
    "runbook": marked("Space to type, Del to clear"),
    "state": marked("Space for the next state, Ctrl+Enter to confirm"),
}
_FACT_HEADS: Final[dict[Fact, str]] = {
    "area": marked("The field of work that a row is of"),
    "paged": marked("Whether an alert can land here"),
    "runbook": marked("Where it is written what to do"),
    "state": marked("How far the talk about it has come"),
}
_PAGED: Final[dict[bool | None, str]] = {
    True: marked("An alert can land here."),
    False: marked("No alert lands here."),
    None: marked("Whether an alert can land here is unknown."),
}


def team_name(column: TeamColumn) -> str:
    return tr("“{team}”, a team that does not exist", team=column.name) if column.missing else column.name


def holds(column: TeamColumn, letters: Letters | None) -> str:
    """`Web Application SRE answers for it`, or has no part in it."""
    return f"{team_name(column)} {tr(PHRASES[letters]) if letters else tr('has no part in it')}"


def cell_sentence(state: MatrixState, line: int, column: int) -> str:
    """The cell in hand, for the status bar and for a screen reader."""
    group = state.layout.group_at(line)
    if group:
        return f"{group.title}, {rows_counted(group)}{tr(', folded') if group.is_collapsed else ''}"
    row = state.row_on(line)
    if row is None:
        return ""
    trouble = trouble_word(row)
    name = f"{row.name}, {trouble}" if trouble else row.name
    if column == NAME_COLUMN:
        return f"{name}: {tr(STATE_NAMES[row.state])}"
    fact = state.columns.fact_at(column)
    if fact:
        return f"{name}: {fact_sentence(state, row, fact)}"
    team = state.columns.teams[column]
    letters = row.letters_of(team.team)
    said = f"{letters}, {tr(PHRASES[letters])}" if letters else tr("no letter")
    return f"{name} × {team_name(team)}: {said}"


def fact_sentence(state: MatrixState, row: Responsibility, fact: Fact) -> str:
    """What the cell of a fact says, in whole words."""
    area = state.organization.area_by_id.get(row.area) if row.area else None
    said: dict[Fact, str] = {
        "area": tr("area {area}", area=area.name) if area else tr("area unknown"),
        "paged": tr(_PAGED[row.paged]),
        "runbook": tr("runbook {link}", link=row.runbook) if row.runbook else tr("no runbook"),
        "state": tr(STATE_NAMES[row.state]),
    }
    return said[fact]


def trouble_word(row: Responsibility) -> str:
    """`nobody` or `2 × A`, after the name of a row that nobody or more than one team answers for."""
    if not row.raci.accountable and not row.raci.doers:
        return tr("nobody")
    return f"{len(row.raci.accountable)} × A" if len(row.raci.accountable) > 1 else ""


def rows_counted(group: Group) -> str:
    words = counted(group.total, "row")
    return words if len(group.rows) == group.total else tr("{shown} of {rows}", shown=len(group.rows), rows=words)


def people(count: int | None) -> str:
    if count is None:
        return tr("unknown")
    return counted(count, "person", "people")


def tip(state: MatrixState, findings: RowFindings, hit: Hit) -> str:
    """What is under the pointer, in whole words; rich text in which nothing of the file is read as markup."""
    from html import escape

    return "<br>".join(escape(line) for line in _tip_lines(state, findings, hit))


def _tip_lines(state: MatrixState, findings: RowFindings, hit: Hit) -> list[str]:
    if hit.part == "header":
        if hit.column == NAME_COLUMN:
            return []
        fact = state.columns.fact_at(hit.column)
        return [tr(_FACT_HEADS[fact])] if fact else _head_lines(state.columns.teams[hit.column])
    group = state.layout.group_at(hit.line) if hit.line is not None else None
    if group:
        return [f"{group.title}: {rows_counted(group)}"]
    row = state.row_on(hit.line) if hit.line is not None else None
    return _row_lines(state, findings, row, hit) if row else []


def _row_lines(state: MatrixState, findings: RowFindings, row: Responsibility, hit: Hit) -> list[str]:
    area = state.organization.area_by_id.get(row.area) if row.area else None
    match hit.part:
        case "team":
            column = state.columns.teams[hit.column]
            said = [
                row.name,
                holds(column, row.letters_of(column.team)),
                *findings.messages_of(state.organization, row),
            ]
        case "area":
            said = [area.name] if area else []
        case "paged":
            said = [tr(_PAGED[row.paged])]
        case "runbook":
            said = [row.runbook or tr("No runbook.")] if row.runbook or row.paged else []
        case "state":
            said = [tr(STATE_NAMES[row.state])]
        case _:
            said = [row.name, *findings.messages_of(state.organization, row)]
    return said


def _head_lines(column: TeamColumn) -> list[str]:
    if column.missing:
        return [tr("{team}: rows name this team, but it does not exist.", team=column.name)]
    count = tr("people unknown") if column.people is None else people(column.people)
    return [column.name, f"{tr(KIND_NAMES[column.kind])}, {count}"]
