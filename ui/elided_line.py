"""A field of one line that ends in “…” while nobody is in it and what is in it is too long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame, QStylePainter


class ElidedLine(QLineEdit):
    """Shows all of it, from the place of the cursor, once it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_cut():
            self._draw_cut()
        else:
            super().paintEvent(event)

    def selectAll(self) -> None:
        """Select all of it, with its beginning in view."""
        self.end(False)
        self.home(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.update()

    def _is_cut(self) -> bool:
        holder = self.focusProxy() or self
        if QApplication.focusWidget() is holder or not self.text():
            return False
        return self.fontMetrics().horizontalAdvance(self.text()) > self._room().width()

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)

    def _draw_cut(self) -> None:
        painter, option, room = QStylePainter(self), QStyleOptionFrame(), self._room()
        self.initStyleOption(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(self.palette().text().color()))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
