"""What stands out on the canvas, and what is dimmed behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.diagram.signs import ENTRY
from orgmodel.model import subject_parts
from ui.chain.canvas import rows_of
from ui.chain.dimming import DIMMED, DimmableItem
from ui.chain.items import NobodyItem

if TYPE_CHECKING:
    from ui.chain.view import ChainView


def show_looks(view: ChainView) -> None:
    """Strength, borders, rings and handles from the selection and the card the keys are on."""
    focus, chosen = view.focus.cards, view.session.selection[:1]
    selected_arrow = view.selected_arrow()
    asked = (*(view.session.highlighted.subjects if view.session.highlighted else ()), *chosen)
    rows = [name for kind, name in map(subject_parts, asked) if kind == "responsibility"]
    pulled = view.gesture.ends if view.gesture else ()
    strengths: list[tuple[DimmableItem, float]] = []
    for subject, card in view.canvas.cards.items():
        is_selected = subject in chosen or (
            isinstance(card, NobodyItem) and bool(chosen) and chosen[0] in rows_of(card.card)
        )
        if isinstance(card, NobodyItem):
            card.name_row(next((row for row in rows if row in card.card.rows), None))
        is_current = subject == view.current and view.hasFocus()
        is_awaited = subject == ENTRY and view.is_unheard
        handle = not isinstance(card, NobodyItem) and (
            is_selected or is_current or is_awaited or card is view.mouse.hovered
        )
        card.set_look(selected=is_selected, current=is_current, target=card in pulled[1:], handle=handle)
        strengths.append((card, 1.0 if not focus or subject in focus or card in pulled else DIMMED))
    lines, away = view.focus.evidence.lines, view.gesture.away if view.gesture else None
    found = view.focus.found.arrows if view.focus.found and view.focus.shows_found else None
    for key, item in view.canvas.arrows.items():
        is_chosen = item is selected_arrow
        ends = (item.arrow.source, item.arrow.target)
        if found is not None:
            stands_out = is_chosen or key in found
        else:
            stands_out = bool(focus) and (
                ends in lines if lines else is_chosen if selected_arrow else not set(chosen).isdisjoint(ends)
            )
        item.set_look(strong=stands_out, selected=is_chosen)
        is_away = away is not None and item.arrow.escalation is away
        strengths.append((item, DIMMED if is_away or (focus and not stands_out) else 1.0))
    view.dimming.lead(strengths)
