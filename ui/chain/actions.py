"""Everything that can be done on the chain, as actions with their keys, and the menus that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from orgmodel.diagram.signs import ENTRY
from orgmodel.model.escalations import EscalationKind
from ui.chain.items import NobodyItem
from ui.plain_text import as_menu_text
from ui.translation import marked, tr

if TYPE_CHECKING:
    from ui.chain.edits import ChainEdits
    from ui.chain.lens import ChainLens

KINDS: Final[tuple[tuple[EscalationKind, str], ...]] = (
    ("functional", marked("Hands the page on (functional)")),
    ("hierarchic", marked("Hands it up to management (hierarchic)")),
    ("inform", marked("Only tells the team (inform)")),
)
EDIT: Final = marked("Rename team, or type minutes and condition…")
REMOVE: Final = marked("Remove team or escalation")
"""What two actions are called while nothing is in hand."""


class ChainActions:
    """Made once; `refresh` says what can be done with what is in hand."""

    def __init__(self, lens: ChainLens) -> None:
        self._lens = lens
        view = lens.view
        keys = view.keys

        def edits() -> ChainEdits:
            """Made with all the commands when the first edit comes."""
            return view.edits

        self.select = self._action(tr("Select card"), ["Return", "Enter"], keys.enter)
        self.open = self._action(tr("Open in Inspector"), ["Alt+Return", "Alt+Enter"], view.opened.emit)
        self.escalate = self._action(tr("Add escalation from here"), ["E"], keys.start_escalation)
        self.next_escalation = self._action(tr("Next escalation of the card"), ["N"], keys.next_escalation)
        self.edit = self._action(tr(EDIT), ["F2"], lambda: edits().edit())
        self.to_team = self._action(
            tr("Lead the escalation to another team"), ["T"], lambda: keys.lead_elsewhere(moves_source=False)
        )
        self.from_team = self._action(
            tr("Start the escalation from another team"), ["F"], lambda: keys.lead_elsewhere(moves_source=True)
        )
        self.kinds = self._make_kinds()
        self.remove = self._action(tr(REMOVE), ["Del", "Backspace"], lambda: edits().remove())
        self.new_team = self._action(tr("New team…"), ["Ctrl+Shift+T"], lambda: edits().ask_team())
        self.pin = self._action(tr("Keep the card here"), ["P"], lambda: edits().switch_pin())
        self.arrange = self._action(tr("Arrange cards"), [], lambda: edits().arrange())
        self.arrange_others = self._action(tr("Arrange all others"), ["Shift+P"], lambda: edits().arrange_others())
        self.only_layer = self._action(tr("Only this layer"), ["L"], self._switch_layer)
        self.next_match = self._action(tr("Next match"), ["F3"], view.go_to_match)
        self.last_match = self._action(tr("Match before"), ["Shift+F3"], lambda: view.go_to_match(-1))
        self.all = self._action(tr("Show everything at full strength"), [], lens.show_everything)
        self.looking = (
            self._action(tr("Zoom in"), ["+", "="], view.zoom_in),
            self._action(tr("Zoom out"), ["-"], view.zoom_out),
            self._action(tr("Zoom to 100 %"), ["1"], lambda: view.set_zoom(1.0)),
            self._action(tr("Zoom to everything"), ["0"], view.fit),
        )

    def every(self) -> list[QAction]:
        """Edits of what is selected, then how one looks at it."""
        edits = [self.select, self.open, self.escalate, self.next_escalation, self.edit, self.to_team, self.from_team]
        placing = [self.remove, self.new_team, self.pin, self.arrange, self.arrange_others]
        finding = [self.next_match, self.last_match, self.only_layer, self.all]
        return [*edits, *self.kinds.values(), *placing, *finding, *self.looking]

    def refresh(self) -> None:
        """Switch off what cannot be done, and name what can by what is in hand."""
        view = self._lens.view
        arrow, card = view.selected_arrow(), view.keys.card
        escalation = arrow.arrow.escalation if arrow else None
        organization = view.session.organization
        team = organization.team_by_id.get(card.team) if card and card.team and escalation is None else None
        placed = view.session.document.arrangement.chain
        self.escalate.setEnabled(view.keys.can_start)
        self.edit.setEnabled(escalation is not None or team is not None)
        self.edit.setText(tr("Minutes and condition…") if escalation else tr("Rename team…") if team else tr(EDIT))
        self.remove.setEnabled(escalation is not None or team is not None)
        self.remove.setText(tr("Remove escalation") if escalation else tr("Remove team") if team else tr(REMOVE))
        for action in (self.to_team, self.from_team, *self.kinds.values()):
            action.setEnabled(escalation is not None)
        if escalation is not None:
            self.kinds[escalation.kind].setChecked(True)
        self.pin.setEnabled(view.keys.movable is not None)
        is_placed = card is not None and card.is_placed
        self.pin.setText(tr("Leave the card to the layout") if is_placed else tr("Keep the card here"))
        self.arrange.setEnabled(bool(placed))
        self.arrange_others.setEnabled(is_placed and len(placed) > 1)
        self.open.setEnabled(bool(view.session.selection))
        self.next_escalation.setEnabled(card is not None or escalation is not None)
        for action in (self.next_match, self.last_match):
            action.setEnabled(view.focus.found is not None)
        self.all.setEnabled(bool(view.focus.cards) or self._lens.tools.is_filtered)

    def open_menu(self, at: QPoint) -> None:
        """The menu of what is in hand, at a point of the viewport."""
        self.refresh()
        menu = self.menu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._lens.view.viewport().mapToGlobal(at))

    def menu(self, at: QPoint) -> QMenu:
        """What can be done with the selected escalation, else with the card in hand, else with the band there."""
        view = self._lens.view
        menu = QMenu(view)
        card = view.canvas.cards.get(view.current) if view.current else None
        if view.selected_arrow():
            _fill(menu, (self.edit, self.to_team, self.from_team, None, *self.kinds.values()))
            _fill(menu, (None, self.open, self.remove))
        elif isinstance(card, NobodyItem):
            _fill(menu, (self.open, None, self.all))
        elif card and card.subject == ENTRY:
            _fill(menu, (self.escalate, self.next_escalation, None, self.arrange, self.all))
        elif card:
            _fill(menu, (self.escalate, self.next_escalation, None, self.edit, self.open, None))
            _fill(menu, (self.pin, self.arrange_others, self.arrange, None, self.remove))
        else:
            self._fill_of_band(menu, at)
        return menu

    def _fill_of_band(self, menu: QMenu, at: QPoint) -> None:
        view = self._lens.view
        point = view.mapToScene(at)
        band = view.canvas.band_at(point.y())
        if band is not None:
            words = tr("New team in {layer}…", layer=band.title)
            self._entry(menu, words, "Ctrl+Shift+T", lambda: view.edits.ask_team(band, point))
            if band.layer is not None and view.layer is None:
                self._entry(menu, tr("Only this layer"), "", lambda: self._lens.tools.layers.choose(band.layer))
            menu.addSeparator()
        _fill(menu, (self.arrange, self.all, None, *self.looking))

    @staticmethod
    def _entry(menu: QMenu, text: str, key: str, act: Callable[[], object]) -> None:
        made = menu.addAction(as_menu_text(text))
        if key:
            made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda _checked: act())

    def _make_kinds(self) -> dict[EscalationKind, QAction]:
        group = QActionGroup(self._lens)
        made: dict[EscalationKind, QAction] = {}
        for kind, words in KINDS:
            action = self._action(tr(words), [], partial(self._set_kind, kind))
            action.setCheckable(True)
            group.addAction(action)
            made[kind] = action
        return made

    def _switch_layer(self) -> None:
        """Show the layer of what is in hand alone, or all layers again."""
        band = self._lens.view.edits.band_in_hand()
        layer = band.layer if band and self._lens.view.layer is None else None
        self._lens.tools.layers.choose(layer)

    def _set_kind(self, kind: EscalationKind) -> None:
        self._lens.view.edits.set_kind(kind)

    def _action(self, text: str, keys: list[str], act: Callable[[], object]) -> QAction:
        action = QAction(text, self._lens)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: act())
        self._lens.view.addAction(action)
        return action


def _fill(menu: QMenu, actions: Iterable[QAction | None]) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
