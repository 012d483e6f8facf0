"""Suggest owners: the plan for all rows that have none, each move to be taken or left."""

from ui.suggesting.window import SuggestWindow

__all__ = ["SuggestWindow"]
