"""Edits as values: each names itself for Undo and turns one document into the next, or refuses with a sentence."""

from orgmodel.commands.arrange import ClearPlaces, PlaceCard
from orgmodel.commands.assessments import AddAssessment, RateQuestion, RemoveAssessment, SetPrintedTotal
from orgmodel.commands.assign import AssignTeam, KeepOneAccountable, MoveAccountability
from orgmodel.commands.assign_many import AssignTeams
from orgmodel.commands.command import Command
from orgmodel.commands.decisions import AddDecision, ChangeDecision, RemoveDecision
from orgmodel.commands.duplicates import DuplicateRotation, DuplicateRow, DuplicateService, DuplicateTeam
from orgmodel.commands.escalate import AddEscalation, ChangeEscalation, MoveEscalation, RemoveEscalation
from orgmodel.commands.fewer_people import HalveTeam, RemovePerson, RemoveSite
from orgmodel.commands.fields import ChangeField
from orgmodel.commands.many import ChangeFields, ConfirmRows, MoveRows, SetLetters, SetState
from orgmodel.commands.merge import MergeTeams
from orgmodel.commands.merge_rows import MergeRows
from orgmodel.commands.not_applicable import MarkNotApplicable
from orgmodel.commands.questionnaires import AddQuestionnaire, RemoveQuestionnaire
from orgmodel.commands.remove_rows import RemoveRows
from orgmodel.commands.rotations import AddRotation, MoveRotation, RemoveRotation
from orgmodel.commands.rows import AddRow, AddRows, MoveRow, RemoveRow
from orgmodel.commands.services import AddService, MoveService, RemoveService
from orgmodel.commands.settings import SetLimit, SetSeverity
from orgmodel.commands.split import SplitTeam
from orgmodel.commands.stack import AddArea, AddLayer, MoveArea, MoveLayer, RemoveArea, RemoveLayer
from orgmodel.commands.teams import AddTeam, MapTeam, MoveTeam, RemoveTeam
from orgmodel.commands.together import Together
from orgmodel.commands.views import AddView, ChangeView, MoveView, RemoveView
from orgmodel.commands.waive import ChangeWaiver, RemoveWaiver, Waive

__all__ = [
    "AddArea",
    "AddAssessment",
    "AddDecision",
    "AddEscalation",
    "AddLayer",
    "AddQuestionnaire",
    "AddRotation",
    "AddRow",
    "AddRows",
    "AddService",
    "AddTeam",
    "AddView",
    "AssignTeam",
    "AssignTeams",
    "ChangeDecision",
    "ChangeEscalation",
    "ChangeField",
    "ChangeFields",
    "ChangeView",
    "ChangeWaiver",
    "ClearPlaces",
    "Command",
    "ConfirmRows",
    "DuplicateRotation",
    "DuplicateRow",
    "DuplicateService",
    "DuplicateTeam",
    "HalveTeam",
    "KeepOneAccountable",
    "MapTeam",
    "MarkNotApplicable",
    "MergeRows",
    "MergeTeams",
    "MoveAccountability",
    "MoveArea",
    "MoveEscalation",
    "MoveLayer",
    "MoveRotation",
    "MoveRow",
    "MoveRows",
    "MoveService",
    "MoveTeam",
    "MoveView",
    "PlaceCard",
    "RateQuestion",
    "RemoveArea",
    "RemoveAssessment",
    "RemoveDecision",
    "RemoveEscalation",
    "RemoveLayer",
    "RemovePerson",
    "RemoveQuestionnaire",
    "RemoveRotation",
    "RemoveRow",
    "RemoveRows",
    "RemoveService",
    "RemoveSite",
    "RemoveTeam",
    "RemoveView",
    "RemoveWaiver",
    "SetLetters",
    "SetLimit",
    "SetPrintedTotal",
    "SetSeverity",
    "SetState",
    "SplitTeam",
    "Together",
    "Waive",
]
