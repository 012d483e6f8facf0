"""The tabs of the open documents, under the menu bar; not there while fewer than two are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from ui.icons import icon
from ui.open_document import OpenDocument
from ui.open_documents import OpenDocuments
from ui.plain_text import as_menu_text, as_tip
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr

HEIGHT: Final = 32
WIDEST: Final = 260
_DOT: Final = 8


class DocumentTabs(QTabBar):
    """Follows the open documents; a click brings one to the front, dragging changes their order."""

    close_wanted = Signal(object)
    """Somebody wants this `OpenDocument` closed."""
    others_close_wanted = Signal(object)
    """Somebody wants all closed but this `OpenDocument`."""

    def __init__(self, documents: OpenDocuments, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents, self._theme = documents, theme
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setIconSize(QSize(_DOT, _DOT))
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who clicks a tab wants to go on working in the lens
        self.setAccessibleName(tr("Open documents"))
        self.currentChanged.connect(self._bring)
        self.tabMoved.connect(documents.move)
        documents.listed.connect(self._list)
        documents.named.connect(self._say)
        documents.front_changed.connect(self._show_front)
        self.apply_theme(theme)
        self._list()

    def document_at(self, place: int) -> OpenDocument | None:
        held = self.tabData(place)
        return held if isinstance(held, OpenDocument) else None

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(_sheet(theme))
        for place in range(self.count()):
            self._close_button(place).setIcon(icon("x", theme.ink2, 14))
        self._say()

    def _list(self) -> None:
        """As many tabs as documents, in their order."""
        shown = [self.document_at(place) for place in range(self.count())]
        if shown != list(self._documents):
            self._fill()
        self.setVisible(len(self._documents) > 1)
        self._say()

    def _fill(self) -> None:
        self.blockSignals(True)  # the tab that is current on the way there brings nothing to the front
        while self.count():
            self.removeTab(self.count() - 1)
        for document in self._documents:
            place = self.addTab("")
            self.setTabData(place, document)
            self._add_close_button(place, document)
        self.blockSignals(False)
        self._show_front(self._documents.front)

    def _add_close_button(self, place: int, document: OpenDocument) -> None:
        button = QToolButton()
        wear(button, "small-icon")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W is its key
        button.setToolTip(tr("Close (Ctrl+W)"))
        button.setIcon(icon("x", self._theme.ink2, 14))
        button.clicked.connect(partial(self.close_wanted.emit, document))
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, button)

    def _close_button(self, place: int) -> QToolButton:
        button = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if not isinstance(button, QToolButton):
            raise TypeError("Every tab has a button that closes it.")
        return button

    def _say(self) -> None:
        """The names of the documents, and which of them have changes that are not saved."""
        documents = [document for place in range(self.count()) if (document := self.document_at(place))]
        for place, (document, name) in enumerate(zip(documents, tab_names(documents), strict=True)):
            spoken = tr("{name}, not saved", name=name) if document.is_modified else name
            self.setTabText(place, as_menu_text(name))
            self.setAccessibleTabName(place, spoken)
            self.setTabToolTip(place, as_tip(str(document.path or tr("{name}: not saved yet", name=document.name))))
            self.setTabIcon(place, _dot(self._theme, self.devicePixelRatioF()) if document.is_modified else QPixmap())
            self._close_button(place).setAccessibleName(tr("Close {name}", name=name))

    def _show_front(self, document: OpenDocument | None) -> None:
        for place in range(self.count()):
            if self.document_at(place) is document:
                self.setCurrentIndex(place)

    def _bring(self, place: int) -> None:
        document = self.document_at(place)
        if document:
            self._documents.bring(document)

    def menu_of(self, document: OpenDocument) -> QMenu:
        """What can be done with a tab beside bringing it to the front."""
        menu = QMenu(self)
        menu.addAction(tr("&Close"), partial(self.close_wanted.emit, document))
        others = menu.addAction(tr("Close the &Others"), partial(self.others_close_wanted.emit, document))
        others.setEnabled(len(self._documents) > 1)
        copied = menu.addAction(tr("Copy the &Path"), partial(_copy_path, document))
        copied.setEnabled(document.path is not None)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.tabAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        document = self.document_at(place)
        if document:
            menu = self.menu_of(document)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(min(super().tabSizeHint(index).width(), WIDEST), HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(min(super().tabSizeHint(index).width(), 120), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            self._draw_ring(QPainter(self))

    def _draw_ring(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawRect(self.tabRect(self.currentIndex()).adjusted(2, 2, -2, -2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self.document_at(self.tabAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.MiddleButton and pressed:
            self.close_wanted.emit(pressed)
        else:
            super().mouseReleaseEvent(event)


def tab_names(documents: Iterable[OpenDocument]) -> tuple[str, ...]:
    """What each tab says: the name; where several have the same one, its file; where that is the same, its folder."""
    listed = list(documents)
    names = Counter(document.name for document in listed)
    files = Counter((document.name, _file(document.path)) for document in listed)
    said = []
    for document in listed:
        name, path = document.name, document.path
        file = _file(path)
        if path and files[name, file] > 1:
            file = str(Path(path.parent.name) / file)
        said.append(f"{name} · {file}" if names[name] > 1 else name)
    return tuple(said)


def _copy_path(document: OpenDocument) -> None:
    QGuiApplication.clipboard().setText(str(document.path))


def _file(path: Path | None) -> str:
    return path.name if path else tr("not saved yet")


def _dot(theme: Theme, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(_DOT * ratio), round(_DOT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink2))
    painter.drawEllipse(1, 1, _DOT - 2, _DOT - 2)
    painter.end()
    return pixmap


def _sheet(theme: Theme) -> str:
    return f"""
QTabBar {{ background: {theme.chrome}; border: 0; border-top: 1px solid {theme.line}; }}
QTabBar::tab {{ background: {theme.chrome}; color: {theme.ink2}; border: 0; border-right: 1px solid {theme.line};
  border-top: 2px solid transparent; padding: 0 4px 0 10px; margin: 0; }}
QTabBar::tab:hover {{ background: {theme.hover}; }}
QTabBar::tab:selected {{ background: {theme.paper}; color: {theme.ink}; border-top-color: {theme.accent}; }}
"""
