"""The gestures of the matrix as actions: their keys, whether they can be done now, and the menus made of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.matrix.gestures import LETTERS, MENUS, Gesture, Need, gestures
from ui.translation import tr

if TYPE_CHECKING:
    from ui.matrix.lens import MatrixLens


class MatrixActions:
    """Made once for each lens; those that need the same are on or off together."""

    def __init__(self, lens: MatrixLens) -> None:
        self._lens = lens
        self._by_id: dict[str, QAction] = {}
        self._needing: dict[Need, list[QAction]] = {}
        for gesture in gestures():
            self._make(gesture)

    def _make(self, gesture: Gesture) -> None:
        action = QAction(gesture.text, self._lens)
        action.setObjectName(f"matrix-{gesture.id}")
        action.setProperty("part", gesture.part)
        if gesture.keys:
            action.setShortcuts([QKeySequence(key) for key in gesture.keys])
        action.triggered.connect(lambda _checked=False, act=gesture.act: act(self._lens))
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if gesture.anywhere else context.WidgetShortcut)
        (self._lens if gesture.anywhere else self._lens.view).addAction(action)
        action.setCheckable(gesture.id in LETTERS)
        self._by_id[gesture.id] = action
        self._needing.setdefault(gesture.needs, []).append(action)

    def __getitem__(self, gesture: str) -> QAction:
        return self._by_id[gesture]

    def every(self) -> list[QAction]:
        return list(self._by_id.values())

    def follow_hand(self) -> None:
        """Switch on what can be done with what is in hand, and tick the letter that is there."""
        view = self._lens.view
        cell, fact, group, head = view.cell(), view.fact_in_hand(), view.group_in_hand(), view.head_in_hand()
        row = view.row_in_hand()
        letters = cell is not None or bool(view.chosen.blocks and view.team_ids())
        now = cell[0].letters_of(cell[1].team) if cell else None
        key = group.key if group else None
        there: dict[Need, bool] = {
            "": True,
            "letters": letters,
            "clear": letters or fact is not None,
            "work": letters and (now in ("A", "AR", "R", None) or bool(view.chosen.blocks)),
            "line": row is not None or group is not None or head is not None,
            "row": row is not None,
            "team": view.team_in_hand() is not None and group is None,
            "head": head is not None,
            "group": key is not None and key.by in ("layer", "area"),
            "service": key is not None and key.service is not None,
            "fact": fact is not None,
        }
        for need, actions in self._needing.items():
            for action in actions:
                action.setEnabled(there.get(need, True))
        for each in LETTERS:
            self._by_id[each].setChecked(each == now)
        self._name_groups(by_area=key is not None and key.by == "area")

    def _name_groups(self, *, by_area: bool) -> None:
        """What is done with a group is named for what it is of."""
        for gesture, layer, area in (
            ("group-rename", tr("Rename layer…"), tr("Rename area…")),
            ("group-up", tr("Move layer up"), tr("Move area up")),
            ("group-down", tr("Move layer down"), tr("Move area down")),
            ("group-remove", tr("Remove layer, keep its rows"), tr("Remove area, keep its rows")),
        ):
            self._by_id[gesture].setText(area if by_area else layer)

    def place_in_hand(self) -> str:
        """The menu for what is in hand."""
        view = self._lens.view
        if view.group_in_hand():
            return "group"
        if view.head_in_hand():
            return "head"
        if view.fact_in_hand():
            return "fact"
        return "cell" if view.cell() else "row" if view.row_in_hand() else "nothing"

    def menu(self, place: str) -> QMenu:
        """What can be done there; walking a page and asking what if stand in it too."""
        menu = QMenu(self._lens.view)
        for each in MENUS[place]:
            if each is None:
                menu.addSeparator()
            elif each in self._by_id:
                menu.addAction(self._by_id[each])
        if place in ("cell", "row"):
            menu.addSeparator()
            ask = self._lens.view.session.inquiry_wanted.emit
            menu.addAction(tr("Walk a page…")).triggered.connect(partial(_ask, ask, "walk-page"))
            menu.addAction(tr("What if…")).triggered.connect(partial(_ask, ask, "what-if"))
        return menu


def _ask(ask: object, inquiry: str, *_: object) -> None:
    """Without whether the entry is ticked, which Qt hands over."""
    if callable(ask):
        ask(inquiry)
