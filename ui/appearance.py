"""Light, dark or high contrast: follows the system, unless somebody chose; dresses the application in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

import orgmodel
from ui.settings import Settings, TextSize, ThemeChoice
from ui.style import palette, style_sheet
from ui.theme import CONTRAST, DARK, LIGHT, Theme, font

_SCHEMES: Final = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}
_CHOSEN: Final = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


class Appearance(QObject):
    """The theme of the whole application, and the one place that changes it."""

    theme_changed = Signal(object)
    """The new `Theme`; the application wears it already."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        load_fonts()
        application.setFont(font(13))
        if self.choice != "system":
            application.styleHints().setColorScheme(_SCHEMES[self.choice])
        self.theme = self._theme()
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def choice(self) -> ThemeChoice:
        return self._settings.theme

    @property
    def text_size(self) -> TextSize:
        """Percent, as chosen for the next start."""
        return self._settings.text_size

    def choose(self, choice: ThemeChoice) -> None:
        """Use this theme from now on; the frames and dialogs of the system follow where it lets them."""
        self._settings.theme = choice
        self._application.styleHints().setColorScheme(_SCHEMES[choice])
        self._follow()

    def _theme(self) -> Theme:
        if self.choice != "system":
            return _CHOSEN[self.choice]
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _follow(self) -> None:
        theme = self._theme()
        if theme is not self.theme:
            self.theme = theme
            self._dress()
            self.theme_changed.emit(theme)

    def _dress(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))


def load_fonts() -> None:
    """Make the bundled family known to Qt."""
    folder = Path(orgmodel.__file__).parent / "fonts"
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(folder / f"IBMPlexSans-{weight}.ttf"))
