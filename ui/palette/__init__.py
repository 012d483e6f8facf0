"""Go to a team, row, service or finding, or do anything the menus do, by a part of its name."""

from ui.palette.window import Palette

__all__ = ["Palette"]
