"""How long a movement on screen takes: one place to ask, which says none where the system asks for less motion."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle


def duration(milliseconds: int) -> int:
    """The milliseconds that a movement takes: 0 where the system has its animations switched off."""
    return milliseconds if may_move() else 0


def may_move() -> bool:
    """What the desktop says of animations: GTK's `enable-animations`, Windows' *Animation effects* and their like."""
    hints = QApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)  # newer Qt asks the system for reduced motion by name
    if preference is not None and getattr(preference(), "name", "") == "ReducedMotion":
        return False
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
