"""The load of the teams, and how each figure adds up."""

from ui.loads.window import LoadWindow

__all__ = ["LoadWindow"]
