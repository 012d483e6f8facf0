"""What Tab stops at, in the order in which it stands on a sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops_in(root: QWidget | None) -> list[QWidget]:
    """Every widget inside that takes the keyboard by Tab now, as the layouts have them, from the top."""
    found: list[QWidget] = []
    if root is not None:
        _collect(root, found)
    return found


def _collect(widget: QWidget, found: list[QWidget]) -> None:
    if widget.isHidden():
        return
    if _is_stop(widget):
        found.append(widget)
    layout = widget.layout()
    if layout is not None:
        _collect_laid(layout, found)


def _collect_laid(layout: QLayout, found: list[QWidget]) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            _collect(widget, found)
        elif inner is not None:
            _collect_laid(inner, found)


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None
