"""The palette and the style sheet of every widget, from the tokens of a theme.

A button wears a *look*: `wear(button, "primary")`. Looks of push buttons are none (normal), `primary`, `quiet` and
`link`; of tool buttons `icon` (28 square), `small-icon` (24 square) and `toggle` (26 high, for filters and switches,
also of push buttons); of labels `statement`, `heading`, `caption` and `key`; of fields `filter`.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from ui.theme import Theme, with_alpha

Look = Literal[
    "primary", "quiet", "link", "icon", "small-icon", "toggle", "statement", "heading", "caption", "key", "filter"
]


def wear(widget: QWidget, look: Look) -> None:
    """Give a widget a look of the style sheet; before it is first shown."""
    widget.setProperty("look", look)


def palette(theme: Theme) -> QPalette:
    """What Fusion paints with where the style sheet says nothing."""
    role, made = QPalette.ColorRole, QPalette()
    for painted, colour in {
        role.Window: theme.chrome,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.paper,
        role.Text: theme.ink,
        role.Button: theme.paper,
        role.ButtonText: theme.ink,
        role.BrightText: theme.ink,
        role.PlaceholderText: theme.ink3,
        role.ToolTipBase: theme.paper,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.accent_tint,
        role.HighlightedText: theme.ink,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.paper,
        role.Midlight: theme.line,
        role.Mid: theme.line2,
        role.Dark: theme.control,
        role.Shadow: theme.control,
    }.items():
        made.setColor(painted, QColor(colour))
    for painted in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, painted, with_alpha(theme.ink3, 0.55))
    return made


def style_sheet(theme: Theme) -> str:
    """The whole sheet; a ring of focus takes the place of a margin, so that nothing moves."""
    return "".join((_buttons(theme), _fields(theme), _menus(theme), _frames(theme)))


def _faint(theme: Theme) -> str:
    """Disabled ink: ink3 at 55 %, as a style sheet writes it."""
    return with_alpha(theme.ink3, 0.55).name(QColor.NameFormat.HexArgb)


def _buttons(theme: Theme) -> str:
    return f"""
QPushButton {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.line2}; border-radius: 4px;
  min-height: 26px; max-height: 26px; padding: 0 10px; margin: 3px; font-weight: 500; outline: 0; }}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:pressed {{ background: {theme.sunken}; }}
QPushButton:focus {{ border: 2px solid {theme.accent}; border-radius: 6px; margin: 0; padding: 2px 12px; }}
QPushButton:disabled {{ color: {_faint(theme)}; }}
QPushButton[look="primary"] {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
  font-weight: 600; }}
QPushButton[look="primary"]:disabled {{ background: {theme.sunken}; border-color: {theme.line2};
  color: {_faint(theme)}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {theme.ink}; margin: 2px; padding: 0 10px; border-radius: 5px; }}
QPushButton[look="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[look="quiet"]:hover {{ background: {theme.hover}; }}
QPushButton[look="quiet"]:focus {{ border-color: {theme.accent}; }}
QPushButton[look="link"] {{ background: transparent; border-color: transparent; color: {theme.accent}; padding: 0 4px;
  margin: 0; font-size: 12px; min-height: 22px; max-height: 22px; }}
QPushButton[look="link"]:hover {{ background: {theme.hover}; }}
QPushButton[look="link"]:focus {{ border: 2px solid {theme.accent}; padding: 0 3px; min-height: 20px;
  max-height: 20px; }}
QToolButton {{ background: transparent; color: {theme.ink}; border: 1px solid transparent; border-radius: 4px; }}
QToolButton:hover {{ background: {theme.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {theme.sunken}; }}
QToolButton:focus {{ border: 2px solid {theme.accent}; }}
QToolButton:disabled {{ color: {_faint(theme)}; }}
QToolButton[look="icon"] {{ min-width: 26px; max-width: 26px; min-height: 26px; max-height: 26px; }}
QToolButton[look="icon"]:focus {{ min-width: 24px; max-width: 24px; min-height: 24px; max-height: 24px; }}
QToolButton[look="small-icon"] {{ min-width: 22px; max-width: 22px; min-height: 22px; max-height: 22px; }}
QToolButton[look="small-icon"]:focus {{ min-width: 20px; max-width: 20px; min-height: 20px; max-height: 20px; }}
QToolButton[look="toggle"], QPushButton[look="toggle"] {{ background: {theme.paper}; color: {theme.ink2};
  border: 1px solid {theme.line2}; border-radius: 4px; min-height: 24px; max-height: 24px; padding: 0 8px; margin: 0;
  font-size: 12px; font-weight: 400; }}
QToolButton[look="toggle"]:hover, QPushButton[look="toggle"]:hover {{ background: {theme.hover}; }}
QToolButton[look="toggle"]:checked, QPushButton[look="toggle"]:checked {{ background: {theme.accent_tint};
  color: {theme.ink}; border-color: {theme.accent}; }}
QToolButton[look="toggle"]:focus, QPushButton[look="toggle"]:focus {{ border: 2px solid {theme.accent};
  min-height: 22px; max-height: 22px; padding: 0 7px; }}
"""


def _fields(theme: Theme) -> str:
    boxes = "QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit"
    focused = ", ".join(f"{box.strip()}:focus" for box in boxes.split(","))
    return f"""
{boxes} {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.control}; border-radius: 4px;
  padding: 0 8px; selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 26px; max-height: 26px; }}
{focused} {{ border: 2px solid {theme.accent}; padding: 0 7px; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{ min-height: 24px; max-height: 24px; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus {{
  border: 0; padding: 0; min-height: 0; background: transparent; }}
QLineEdit[look="filter"] {{ min-height: 24px; max-height: 24px; padding: 0 4px 0 2px; }}
QLineEdit[look="filter"]:focus {{ min-height: 22px; max-height: 22px; padding: 0 3px 0 1px; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {_faint(theme)}; }}
QPlainTextEdit {{ padding: 6px 8px; }}
QPlainTextEdit:focus {{ padding: 5px 7px; }}
QListView#completions {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.control};
  outline: 0; }}
QListView#completions::item {{ padding: 4px 8px; }}
QListView#completions::item:selected {{ background: {theme.accent_tint}; color: {theme.ink}; }}
QComboBox QAbstractItemView {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.control};
  padding: 4px 0; selection-background-color: {theme.accent_tint}; selection-color: {theme.ink}; outline: 0; }}
QListView#choices::item {{ padding: 4px 8px; min-height: 18px; color: {theme.ink};
  border-left: 3px solid transparent; }}
QListView#choices::item:selected {{ background: {theme.accent_tint}; color: {theme.ink};
  border-left-color: {theme.accent}; }}
"""


def _menus(theme: Theme) -> str:
    return f"""
QMenuBar {{ background: {theme.chrome}; color: {theme.ink}; min-height: 28px; max-height: 28px; padding: 0 8px;
  border: 0; spacing: 0; }}
QMenuBar::item {{ background: transparent; padding: 0 8px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {theme.accent_tint}; }}
QMenu {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.control}; padding: 4px 0; }}
QMenu::item {{ padding: 4px 24px 4px 28px; min-height: 18px; border-left: 3px solid transparent; }}
QMenu::item:selected {{ background: {theme.accent_tint}; border-left-color: {theme.accent}; }}
QMenu::item:disabled {{ color: {_faint(theme)}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 0; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 8px; }}
QToolTip {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.control}; padding: 4px 8px; }}
"""


def _frames(theme: Theme) -> str:
    return f"""
QDialog, QMessageBox {{ background: {theme.paper}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLabel[look="heading"] {{ font-size: 15px; font-weight: 600; }}
QLabel[look="statement"] {{ font-size: 17px; font-weight: 600; }}
QLabel[look="caption"] {{ font-size: 12px; color: {theme.ink2}; }}
QLabel[look="key"] {{ color: {theme.ink3}; background: {theme.paper}; border: 1px solid {theme.line2};
  border-radius: 3px; padding: 0 4px; }}
QStatusBar {{ background: {theme.chrome}; color: {theme.ink}; border-top: 1px solid {theme.line2}; font-size: 12px;
  min-height: 25px; max-height: 25px; }}
QStatusBar::item {{ border: 0; }}
QSplitter::handle {{ background: {theme.line2}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {theme.line2}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; margin: 2px 3px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; margin: 3px 2px; }}
QScrollBar::handle:hover {{ background: {theme.control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
