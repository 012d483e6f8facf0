"""Opening a window beside the work as people do, and waiting for its answer."""

from __future__ import annotations


def opened(qtbot, window, action):
    """The window of an action, with the answer to its first question."""
    window.actions_by_id[action].trigger()
    made = window.workspace.inquiries.made[action]
    settle(qtbot, made)
    return made


def settle(qtbot, inquiry):
    """Wait until the answer to what was asked last is on screen."""
    qtbot.waitUntil(lambda: inquiry.isVisible() and not inquiry.is_waiting, timeout=30_000)
