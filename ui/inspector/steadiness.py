"""What has the keyboard stays where it is on the screen, while things above it come and go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.inspector.form import FieldRow
from ui.inspector.mended import Findings, MendedRoom
from ui.theme import Theme


class Steadiness:
    """Scrolls by what grew or shrank; where there is nothing to scroll, `space` and the end of the sheet give room."""

    def __init__(self, area: QScrollArea, theme: Theme) -> None:
        self._area = area
        self.space = MendedRoom(theme)
        """Stands between what is told of a thing and its fields; without height but where that shrank."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep what has the keyboard in its place, whatever is done to the sheet meanwhile."""
        before = self._anchor()
        if before is not None:
            self._lay_out_now()  # what came before this may not have its place yet
        at = self._top_of(before) if before is not None else 0
        yield
        after = self._anchor()
        if before is None:
            self.release()
        elif after is not None and (after is before or not isinstance(after, FieldRow)):
            self._lay_out_now()
            self._scroll_by(self._top_of(after) - at)

    def tell(self, before: Findings, after: Findings) -> None:
        """Whoever works here learns from the room that is kept which of these findings are mended."""
        if self._anchor() is not None:
            self.space.tell(before, after)

    def release(self) -> None:
        """Give back the room: nobody is at work here, or another thing is shown."""
        self.space.forget()
        self._make_room(0, 0)

    def _scroll_by(self, grown: int) -> None:
        bar, space = self._area.verticalScrollBar(), self.space.height()
        taken = max(0, min(space, grown))
        wanted = bar.value() + grown - taken
        below = self._area.viewport().height() + wanted if wanted > bar.maximum() else self._content.minimumHeight()
        self._make_room(space - taken + max(0, -wanted), below)
        bar.setValue(max(0, wanted))

    def _make_room(self, space: int, below: int) -> None:
        if (space, below) != (self.space.height(), self._content.minimumHeight()):
            self.space.setFixedHeight(space)
            self._content.setMinimumHeight(below)
            self._lay_out_now()

    @property
    def _content(self) -> QWidget:
        return cast("QWidget", self._area.widget())

    def _anchor(self) -> QWidget | None:
        """The row of the field that has the keyboard; of what is in no such row the thing itself."""
        focused = QApplication.focusWidget()
        if focused is None or not self._content.isAncestorOf(focused):
            return None
        holder: QWidget | None = focused
        while holder is not None and holder is not self._content:
            if isinstance(holder, FieldRow):
                return holder
            holder = holder.parentWidget()
        return focused

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._area.viewport(), QPoint()).y()

    def _lay_out_now(self) -> None:
        """Give everything its place, and the sheet its height, before anybody asks where something is."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for asked in (self._content, self._area):
            QCoreApplication.sendEvent(asked, QEvent(QEvent.Type.LayoutRequest))
