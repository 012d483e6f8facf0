"""A row of tools of which some go behind a chevron where there is no room for all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget, QWidgetItem

from ui import icons
from ui.filter_field import FilterField
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr


class FittingRow(QHBoxLayout):
    """Moves the tools of a strip into a popup, the first of those that fold first, and back as soon as they fit again.

    The tools stay what they are: whoever made them shows and hides them, fills and asks them as before.
    """

    def __init__(self, strip: QWidget, theme: Theme) -> None:
        super().__init__(strip)
        self._strip, self._theme = strip, theme
        self._order: list[QWidget | None] = []
        """Every place of the row, the empty ones as None."""
        self._folding: tuple[QWidget, ...] = ()
        self.folded: tuple[QWidget, ...] = ()
        self._is_fitting = False

    def fold(self, *folding: QWidget) -> None:
        """All tools are in the row; where there is no room, these leave it in this order."""
        items = (self.itemAt(place) for place in range(self.count()))
        self._order = [item.widget() if item else None for item in items]
        self._folding = folding
        self.more = _chevron(self._strip)
        self.more.clicked.connect(self.open)
        self.popup = QFrame(self._strip, Qt.WindowType.Popup)
        self.popup.setObjectName("folded-tools")
        self._column = QVBoxLayout(self.popup)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self.addWidget(self.more)
        self.more.hide()
        for tool in folding:
            if isinstance(tool, FilterField):
                tool.left.connect(self.popup.hide)
        self.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._strip.setMinimumWidth(1)  # else whatever it lies in would be no narrower than all of its tools
        self.apply_theme(self._theme)

    def setGeometry(self, place: QRect) -> None:
        self._fit()
        super().setGeometry(place)

    def apply_theme(self, theme: Theme) -> None:
        self.more.setIcon(icons.icon("chevron-down", theme.ink, 16))
        self.popup.setStyleSheet(
            f"#folded-tools {{ background: {theme.paper}; border: 1px solid {theme.control}; border-radius: 6px; }}"
        )

    def open(self) -> None:
        """Show what is folded below the chevron, with the keyboard in the first of it."""
        self.popup.adjustSize()
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 2))
        self.popup.move(corner - QPoint(self.popup.width(), 0))
        self.popup.show()
        first = next((each for each in self.folded if not each.isHidden() and each.focusPolicy()), None)
        if first:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_to_find(self) -> None:
        """Show the field that finds as one types, where it is folded, and put the keyboard into it."""
        field = next((each for each in self.folded if isinstance(each, FilterField)), None)
        if field:
            self.open()
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        """Fold as few tools as have to be; none while the strip is not shown, for its width is not known then."""
        if self._is_fitting or not self._folding or not self._strip.isVisible():
            return
        self._is_fitting = True
        wanted: list[QWidget] = []
        for tool in (None, *self._folding):
            if tool and not tool.isHidden():
                wanted.append(tool)
            if self._width(wanted) <= self._strip.width():
                break
        if tuple(wanted) != tuple(each for each in self.folded if not each.isHidden()):
            self._move(tuple(wanted))
        self._is_fitting = False

    def _width(self, folded: list[QWidget]) -> int:
        """What the row takes at least with these folded."""
        shown = [each for each in self._order if each and each not in folded and not each.isHidden()]
        widths = [QWidgetItem(each).minimumSize().width() for each in shown]
        widths += [self.more.sizeHint().width()] if folded else []
        margins = self.contentsMargins()
        spaces = self.spacing() * (len(widths) - 1 + self._order.count(None))
        return margins.left() + sum(widths) + spaces + margins.right()

    def _move(self, folded: tuple[QWidget, ...]) -> None:
        hidden = {each: each.isHidden() for each in self._order if each}
        stays = [place for place in self._order if place is None or place not in folded]
        for tool in sorted(self.folded, key=self._order.index):
            if tool not in folded:
                self.insertWidget(stays.index(tool), tool)
                tool.setVisible(not hidden[tool])
        for tool in sorted(folded, key=self._order.index):
            self._column.addWidget(tool)
            tool.setVisible(not hidden[tool])
        self.folded = folded
        self.more.setVisible(bool(folded))
        if not folded:
            self.popup.hide()


def _chevron(strip: QWidget) -> QToolButton:
    made = QToolButton(strip)
    wear(made, "icon")
    made.setIconSize(QSize(16, 16))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(tr("More tools"))
    made.setToolTip(tr("More tools"))
    return made
