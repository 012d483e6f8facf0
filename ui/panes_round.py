"""Going round the panes of the window by one key: the lens, its tools, the docks, the counts at the foot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_round(panes: Iterable[QWidget], focused: QWidget | None, step: int) -> None:
    """Give the keyboard to the pane that comes after the one that has it, or before it where `step` is -1.

    A pane that lies within another one stands after it. Panes that are hidden or take no keyboard are passed by.
    """
    open_ones = [pane for pane in panes if pane.isVisible() and _target(pane) is not None]
    if not open_ones:
        return
    inside = [place for place, pane in enumerate(open_ones) if _has(pane, focused)]
    chosen = open_ones[(inside[-1] + step) % len(open_ones)] if inside else open_ones[0]
    target = _target(chosen)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _has(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _target(pane: QWidget) -> QWidget | None:
    """What in a pane takes the keyboard first."""
    if pane.focusProxy() or pane.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return pane
    takes = (each for each in pane.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((each for each in takes if each.isVisible() and each.isEnabled()), None)
