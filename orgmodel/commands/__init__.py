"""Edits as values: each names itself for Undo and turns one document into the next, or refuses with a sentence."""

from orgmodel.commands.assign import AssignTeam, KeepOneAccountable, MoveAccountability
from orgmodel.commands.command import Command

__all__ = ["AssignTeam", "Command", "KeepOneAccountable", "MoveAccountability"]
