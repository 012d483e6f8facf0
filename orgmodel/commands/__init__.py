"""Edits as values: each names itself for Undo and turns one document into the next, or refuses with a sentence."""

from orgmodel.commands.arrange import ClearPlaces, PlaceCard
from orgmodel.commands.assign import AssignTeam, KeepOneAccountable, MoveAccountability
from orgmodel.commands.command import Command
from orgmodel.commands.escalate import AddEscalation, ChangeEscalation, RemoveEscalation
from orgmodel.commands.fewer_people import HalveTeam, RemovePerson, RemoveSite
from orgmodel.commands.fields import ChangeField
from orgmodel.commands.merge import MergeTeams
from orgmodel.commands.merge_rows import MergeRows
from orgmodel.commands.not_applicable import MarkNotApplicable
from orgmodel.commands.rotations import AddRotation, RemoveRotation
from orgmodel.commands.rows import AddRow, MoveRow, RemoveRow
from orgmodel.commands.services import AddService, RemoveService
from orgmodel.commands.split import SplitTeam
from orgmodel.commands.teams import AddTeam, MapTeam, MoveTeam, RemoveTeam
from orgmodel.commands.together import Together
from orgmodel.commands.waive import RemoveWaiver, Waive

__all__ = [
    "AddEscalation",
    "AddRotation",
    "AddRow",
    "AddService",
    "AddTeam",
    "AssignTeam",
    "ChangeEscalation",
    "ChangeField",
    "ClearPlaces",
    "Command",
    "HalveTeam",
    "KeepOneAccountable",
    "MapTeam",
    "MarkNotApplicable",
    "MergeRows",
    "MergeTeams",
    "MoveAccountability",
    "MoveRow",
    "MoveTeam",
    "PlaceCard",
    "RemoveEscalation",
    "RemovePerson",
    "RemoveRotation",
    "RemoveRow",
    "RemoveService",
    "RemoveSite",
    "RemoveTeam",
    "RemoveWaiver",
    "SplitTeam",
    "Together",
    "Waive",
]
