"""The board under the pointer: what stands where, what is told of it, and what a press there would do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from orgmodel.model import TeamId
from ui.teams.board_surface import BoardSurface
from ui.teams.sentences import as_lines, card_tip, row_tip
from ui.teams.spots import NEW_TEAM, Spot


class PointedBoard(BoardSurface):
    """Points and rectangles are those of the viewport."""

    def spot_at(self, at: QPoint) -> Spot | None:
        """What stands at a point of the viewport; None for the ground and brackets."""
        point = self.on_board(at)
        new = self.state.layout.new_team
        if new.x <= point.x() < new.right and new.y <= point.y() < new.bottom:
            return NEW_TEAM
        place = self.state.layout.card_at(point.x(), point.y())
        if place is None:
            return None
        line = place.line_at(point.y())
        if line is None or line.kind in ("empty", "slot"):
            return Spot(place.team)
        if line.kind == "row":
            return Spot(place.team, "row", line.layer, self.state.row(line.place).id)
        return Spot(place.team, "more" if line.kind == "more" else "layer", line.layer)

    def rect_of(self, spot: Spot) -> QRect:
        box = self.state.spot_box(spot)
        return self.in_viewport(box) if box else QRect()

    def people_rect(self, team: TeamId) -> QRect:
        place = self.state.layout.place_of.get(team)
        if place is None:
            return QRect()
        head = place.look.head_of(place.card, round(place.rect.width))
        return self.in_viewport((place.rect.x + 8, place.rect.y + head - 51, 92, 24))

    def glyph_rect(self, team: TeamId) -> QRect:
        place = self.state.layout.place_of.get(team)
        return self.in_viewport((place.rect.x + 12, place.rect.y + 15, 30, 30)) if place else QRect()

    def name_rect(self, team: TeamId) -> QRect:
        place = self.state.layout.place_of.get(team)
        if place is None:
            return QRect()
        height = place.look.head_of(place.card, round(place.rect.width)) - 77
        return self.in_viewport((place.rect.x + 48, place.rect.y + 8, place.rect.width - 56, height))

    def is_people_at(self, spot: Spot, at: QPoint) -> bool:
        """Whether a point is on the number of people, which is edited where it stands."""
        return self.people_rect(spot.team).contains(at)

    def hover_over(self, at: QPoint) -> None:
        """Show what is under the pointer, and what it can do there."""
        spot = self.spot_at(at)
        is_people = spot is not None and spot.part == "head" and self.is_people_at(spot, at)
        shape = Qt.CursorShape.ArrowCursor
        if is_people:
            shape = Qt.CursorShape.IBeamCursor
        elif spot is not None and spot.part == "head" and self.glyph_rect(spot.team).contains(at):
            shape = Qt.CursorShape.PointingHandCursor
        elif spot is not None:
            shape = Qt.CursorShape.OpenHandCursor if spot.part in ("row", "head") else Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if spot != self.hover:
            before, self.hover = self.hover, spot
            for each in (before, spot):
                if each is not None:
                    self.viewport().update(self.rect_of(each))

    def show_tip(self, event: QHelpEvent) -> None:
        spot, organization = self.spot_at(event.pos()), self.state.organization
        card = self.state.cards.get(spot.team) if spot else None
        said = ""
        if spot and card:
            row = self.state.row_named(spot.row)
            said = row_tip(organization, row, card, self.marks) if row else card_tip(self.state, card, self.marks)
        elif spot is None:
            said = self._bracket_words(event.pos())
        QToolTip.showText(event.globalPos(), said, self.viewport())

    def _bracket_words(self, at: QPoint) -> str:
        point, layout = self.on_board(at), self.state.layout
        bracket = layout.bracket_at(point.x(), point.y())
        group = layout.groups[bracket.group] if bracket else None
        return as_lines([group.title, group.said]) if group else ""

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover_over(QPoint(-1, -1))
        return super().viewportEvent(event)
