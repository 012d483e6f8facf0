"""Walk a page: who has it when, where it waits in silence, and where it is dropped."""

from ui.walk.window import WalkWindow

__all__ = ["WalkWindow"]
