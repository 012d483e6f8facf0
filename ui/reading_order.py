"""Tab goes as one reads: part after part, in each from the top to the bottom and from the left to the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

OWN_PART: Final = "reads-as-one"
"""A property of a column that is read as a whole, after what stands beside it."""
_SAME_LINE: Final = 12
"""Pixels by which the middles of two fields of one line may differ."""


def step_focus(parts: Iterable[QWidget], focused: QWidget | None, *, forward: bool) -> bool:
    """Give the keyboard to the next widget of these parts, or to the one before; False where there is none."""
    stops = stops_of(parts)
    if not stops:
        return False
    if focused in stops:
        chosen = stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)]
    else:
        chosen = stops[0 if forward else -1]
    chosen.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(chosen)
    return True


def stops_of(parts: Iterable[QWidget]) -> list[QWidget]:
    """Where Tab stops, in order; what lies in several parts counts to the first of them."""
    found: list[QWidget] = []
    for part in parts:
        if part.isVisible():
            known = set(found)
            columns = [each for each in part.findChildren(QWidget) if each.property(OWN_PART)]
            own = [each for column in columns for each in _as_read(column)]
            known.update(own)
            found += [each for each in _as_read(part) if each not in known] + own
    return found


def _as_read(part: QWidget) -> list[QWidget]:
    stops = [each for each in (part, *part.findChildren(QWidget)) if _stops(each) and each.window() is part.window()]
    middles = {each: each.mapTo(part, each.rect().center()) for each in stops}
    ordered: list[QWidget] = []
    line: list[QWidget] = []
    for each in sorted(stops, key=lambda each: middles[each].y()):
        if line and middles[each].y() - middles[line[0]].y() > _SAME_LINE:
            ordered += sorted(line, key=lambda each: middles[each].x())
            line = []
        line.append(each)
    return ordered + sorted(line, key=lambda each: middles[each].x())


def _stops(widget: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    takes = widget.focusPolicy() & policy == policy
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
