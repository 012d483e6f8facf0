"""The editor of a day: typed as 2027-03-31 or +90d, or picked in a small calendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.inspector.fields import DayField, TextField
from ui.inspector.hand import Hand
from ui.inspector.typing_editors import TextEditor
from ui.theme import Theme
from ui.translation import tr
from ui.written import day_from, moment_from, shown


class DayEditor(TextEditor):
    """Alt+Down or the sign at its end opens the calendar; a day that is pressed there is written."""

    def __init__(self, field: DayField, hand: Hand) -> None:
        today, read = hand.session.today, moment_from if field.minute else day_from
        absent = "unknown" if field.optional else "2027-03-31"
        super().__init__(TextField(field.label, field.field, lambda typed: read(typed, today), absent=absent), hand)
        self.calendar: Calendar | None = None
        """The one that is open, or was last."""

    def _add_sign(self) -> None:
        sign = icon("calendar-clock", self.hand.theme.ink2, 14)
        opens = self.addAction(sign, QLineEdit.ActionPosition.TrailingPosition)
        opens.setToolTip(tr("Pick in a calendar (Alt+Down)"))
        opens.triggered.connect(self.open_calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        self.calendar = made = Calendar(self.hand.theme, self.value, self.hand.session.today, self)
        made.days.clicked.connect(self._take)
        made.days.activated.connect(self._take)
        made.stand_under(self)

    def _take(self, day: QDate) -> None:
        if self.calendar and self.calendar.isVisible():
            self.calendar.close()
            picked = date(day.year(), day.month(), day.day())
            if isinstance(self.value, datetime):  # at the same time of that day
                self.setText(shown(datetime.combine(picked, self.value.time())))
            else:
                self.setText(shown(picked))
            self.commit()


class Calendar(QFrame):
    """A month of days, weeks beginning on Monday, on the day that is written, else on today."""

    def __init__(self, theme: Theme, shown_day: Any, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.days = QCalendarWidget(self)
        self.days.setAccessibleName(tr("Calendar"))
        self.days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = shown_day if isinstance(shown_day, date) else today
        self.days.setSelectedDate(QDate(day.year, day.month, day.day))
        self._colour(theme, today)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.days)
        self.days.setFocus()

    def stand_under(self, field: QWidget) -> None:
        """Under a field with the right edges together, or over it where there is no room below."""
        size, screen = self.sizeHint(), field.screen().availableGeometry()
        corner = field.mapToGlobal(QPoint(field.width() - size.width(), field.height() + 2))
        if corner.y() + size.height() > screen.bottom():
            corner.setY(field.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2)
        self.move(max(screen.left(), corner.x()), corner.y())
        self.show()
        self.days.setFocus()

    def _colour(self, theme: Theme, today: date) -> None:
        plain, now = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(theme.ink))
        for day in Qt.DayOfWeek:
            self.days.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(QColor(theme.ink2))
        head.setBackground(QColor(theme.paper))
        self.days.setHeaderTextFormat(head)
        now.setFontWeight(700)
        now.setForeground(QColor(theme.accent))
        self.days.setDateTextFormat(QDate(today.year, today.month, today.day), now)
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = self.days.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(sign, theme.ink2))
        self.setStyleSheet(
            f"QFrame {{ background: {theme.paper}; }}"
            f"Calendar {{ border: 1px solid {theme.control}; }}"
            f"#qt_calendar_navigationbar {{ background: {theme.paper}; }}"
            f"QToolButton {{ color: {theme.ink}; background: {theme.paper}; min-height: 24px; font-weight: 600; }}"
            "QToolButton::menu-indicator { image: none; }"
            f"QAbstractItemView {{ background: {theme.paper}; color: {theme.ink}; outline: 0; border: 0;"
            f" selection-background-color: {theme.accent_tint}; selection-color: {theme.ink}; }}"
            f"QAbstractItemView:disabled {{ color: {theme.ink3}; }}"
            f"QSpinBox {{ min-height: 22px; max-height: 22px; }}"
        )
