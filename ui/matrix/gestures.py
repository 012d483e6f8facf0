"""Everything that can be done in the matrix as one table: words, keys, what it needs, which menus have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

from orgmodel.model import PHRASES, Letters
from orgmodel.model.value import value
from ui.translation import tr

if TYPE_CHECKING:
    from ui.matrix.lens import MatrixLens

Need = Literal["", "letters", "clear", "work", "line", "row", "team", "head", "group", "service", "fact"]
"""What has to be in hand: `letters` cells of teams, `clear` those or facts, `line` a row, a group or a head."""

LETTERS: Final[tuple[Letters, ...]] = ("A", "R", "C", "I")


@value
class Gesture:
    """One thing to do; `part` names the menu within Edit that it stands in."""

    id: str
    text: str
    keys: tuple[str, ...]
    needs: Need
    act: Callable[[MatrixLens], object]
    part: str = ""
    anywhere: bool = False
    """Whether its keys work in the tool strip too, not in the matrix alone."""


def _set(letters: Letters) -> Callable[[MatrixLens], object]:
    return lambda lens: lens.edits.letters.type_letters(letters)


def gestures() -> tuple[Gesture, ...]:
    """Made anew for each lens: in the language of the app."""
    return (*_cells(), *_rows(), *_teams(), *_groups(), *_views())


def _cells() -> tuple[Gesture, ...]:
    return (
        *(Gesture(each, f"{each}: {tr(PHRASES[each])}", (each,), "letters", _set(each)) for each in LETTERS),
        Gesture("AR", tr("A with R: answers for it and does the work"), ("Shift+R",), "work",
                lambda lens: lens.edits.letters.type_work()),
        Gesture("clear", tr("Clear letter"), ("Del", "Backspace"), "clear", lambda lens: lens.edits.clear()),
        Gesture("cut", tr("Cut"), ("Ctrl+X",), "letters", lambda lens: lens.edits.clipboard.cut()),
        Gesture("copy", tr("Copy"), ("Ctrl+C",), "line", lambda lens: lens.edits.clipboard.copy()),
        Gesture("paste", tr("Paste"), ("Ctrl+V",), "", lambda lens: lens.edits.clipboard.paste()),
        Gesture("fill-down", tr("Fill down"), ("Ctrl+D",), "letters", lambda lens: lens.edits.letters.fill_down()),
        Gesture("fill-right", tr("Fill right"), ("Ctrl+R",), "letters", lambda lens: lens.edits.letters.fill_right()),
        Gesture("change", tr("Change area, paged, runbook or state"), ("Space",), "fact",
                lambda lens: lens.edits.facts.change()),
        Gesture("select-all", tr("Select every cell"), ("Ctrl+A",), "", lambda lens: lens.view.choose_everything()),
        Gesture("select-rows", tr("Select whole rows"), ("Shift+Space",), "row", lambda lens: lens.view.choose_rows()),
        Gesture("select-columns", tr("Select whole columns"), ("Ctrl+Space",), "team",
                lambda lens: lens.view.choose_columns()),
    )  # fmt: skip


def _rows() -> tuple[Gesture, ...]:
    rows = tr("Rows")
    return (
        Gesture("open", tr("Open in Inspector"), ("Return", "Enter"), "line", lambda lens: lens.view.open_hand()),
        Gesture("row-new", tr("New row…"), ("Ctrl+Shift+R",), "", lambda lens: lens.edits.rows.add(), rows, True),
        Gesture("row-rename", tr("Rename row…"), ("F2",), "row", lambda lens: lens.edits.rows.rename(), rows),
        Gesture("row-duplicate", tr("Duplicate row"), ("Ctrl+Shift+D",), "row",
                lambda lens: lens.edits.rows.duplicate(), rows),
        Gesture("row-up", tr("Move row up"), ("Alt+Up",), "row", lambda lens: lens.edits.rows.step(-1), rows),
        Gesture("row-down", tr("Move row down"), ("Alt+Down",), "row", lambda lens: lens.edits.rows.step(1), rows),
        Gesture("row-remove", tr("Remove row"), ("Ctrl+Del",), "row", lambda lens: lens.edits.rows.remove(), rows),
        Gesture("state-open", tr("Mark as open"), (), "row", lambda lens: lens.edits.facts.set_state("open"), rows),
        Gesture("state-agreed", tr("Mark as agreed"), (), "row",
                lambda lens: lens.edits.facts.set_state("agreed"), rows),
        Gesture("state-parked", tr("Mark as parked"), (), "row",
                lambda lens: lens.edits.facts.set_state("parked"), rows),
        Gesture("confirm", tr("Confirm for today"), ("Ctrl+Return",), "row",
                lambda lens: lens.edits.facts.confirm(), rows),
    )  # fmt: skip


def _teams() -> tuple[Gesture, ...]:
    teams = tr("Teams")
    return (
        Gesture("team-new", tr("New team…"), ("Ctrl+Shift+T",), "", lambda lens: lens.edits.teams.add(), teams, True),
        Gesture("team-rename", tr("Rename team…"), ("F2",), "head", lambda lens: lens.edits.teams.rename(), teams),
        Gesture("team-duplicate", tr("Duplicate team"), ("Ctrl+Shift+D",), "head",
                lambda lens: lens.edits.teams.duplicate(), teams),
        Gesture("team-left", tr("Move column left"), ("Alt+Left",), "team",
                lambda lens: lens.edits.teams.step(-1), teams),
        Gesture("team-right", tr("Move column right"), ("Alt+Right",), "team",
                lambda lens: lens.edits.teams.step(1), teams),
        Gesture("team-hide", tr("Hide column"), ("Ctrl+Shift+H",), "team", lambda lens: lens.hide_columns(), teams),
        Gesture("team-remove", tr("Remove team"), ("Ctrl+Shift+Del",), "team",
                lambda lens: lens.edits.teams.remove(), teams),
    )  # fmt: skip


def _groups() -> tuple[Gesture, ...]:
    stack = tr("Services and layers")
    return (
        Gesture("service-matrix", tr("Add service from matrix…"), ("Ctrl+Shift+M",), "",
                lambda lens: lens.edits.add_service(), stack, True),
        Gesture("service-new", tr("New service…"), (), "", lambda lens: lens.edits.groups.add_service(), stack),
        Gesture("layer-new", tr("New layer…"), ("Ctrl+Alt+L",), "",
                lambda lens: lens.edits.groups.add_layer(), stack),
        Gesture("area-new", tr("New area…"), (), "", lambda lens: lens.edits.groups.add_area(), stack),
        Gesture("group-rename", tr("Rename layer…"), ("F2",), "group",
                lambda lens: lens.edits.groups.rename(), stack),
        Gesture("service-rename", tr("Rename service…"), ("Shift+F2",), "service",
                lambda lens: lens.edits.groups.rename_service(), stack),
        Gesture("service-open", tr("Open service in Inspector"), (), "service",
                lambda lens: lens.edits.groups.select_service(), stack),
        Gesture("group-up", tr("Move layer up"), ("Alt+Up",), "group",
                lambda lens: lens.edits.groups.step(-1), stack),
        Gesture("group-down", tr("Move layer down"), ("Alt+Down",), "group",
                lambda lens: lens.edits.groups.step(1), stack),
        Gesture("service-up", tr("Move service up"), ("Alt+Shift+Up",), "service",
                lambda lens: lens.edits.groups.step_service(-1), stack),
        Gesture("service-down", tr("Move service down"), ("Alt+Shift+Down",), "service",
                lambda lens: lens.edits.groups.step_service(1), stack),
        Gesture("group-remove", tr("Remove layer, keep its rows"), ("Ctrl+Del",), "group",
                lambda lens: lens.edits.groups.remove(), stack),
        Gesture("service-remove", tr("Remove service with its rows"), ("Ctrl+Shift+Del",), "group",
                lambda lens: lens.edits.groups.remove_service(), stack),
        Gesture("fold-all", tr("Fold every group"), (), "", lambda lens: lens.view.fold_all(collapsed=True), stack),
        Gesture("unfold-all", tr("Unfold every group"), (), "",
                lambda lens: lens.view.fold_all(collapsed=False), stack),
    )  # fmt: skip


def _views() -> tuple[Gesture, ...]:
    return (
        Gesture("arrange", tr("Sort, group and hide…"), ("Ctrl+Shift+A",), "",
                lambda lens: lens.tools.arrange.open(), "", True),
        Gesture("plain", tr("Clear filter, order and hidden columns"), ("Ctrl+Shift+0",), "",
                lambda lens: lens.show_everything(), "", True),
    )  # fmt: skip


_LETTERS_MENU = (*LETTERS[:1], "AR", *LETTERS[1:], None, "clear", "fill-down", "fill-right")
_STATES_MENU = ("state-open", "state-agreed", "state-parked", "confirm")

MENUS: Final[dict[str, tuple[str | None, ...]]] = {
    "cell": (*_LETTERS_MENU, None, "cut", "copy", "paste", None, "row-remove", "team-remove"),
    "fact": ("change", "clear", None, *_STATES_MENU, None, "copy", None, "row-remove"),
    "row": ("open", None, "row-new", "row-rename", "row-duplicate", "row-up", "row-down", None, *_STATES_MENU, None,
            "cut", "copy", "paste", None, "row-remove"),
    "group": ("row-new", "service-matrix", None, "group-rename", "layer-new", "group-up", "group-down", "group-remove",
              None, "service-rename", "service-open", "service-new", "service-up", "service-down", "service-remove",
              None, "fold-all", "unfold-all"),
    "head": ("team-rename", "team-new", "team-duplicate", "team-left", "team-right", "team-hide", None, "copy", "paste",
             None, "team-remove"),
    "nothing": ("row-new", "team-new", "service-matrix", "service-new", "layer-new", None, "arrange"),
}  # fmt: skip
"""What is offered where: on the cell of a team or of a fact, on the name of a row, a group, a head, beside all."""
