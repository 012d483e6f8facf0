"""Owners for rows that have none: ranked for one row, and as one plan for all of them."""

from orgmodel.suggest.gaps import candidates_for, giving
from orgmodel.suggest.plan import Burden, Left, Move, Other, Plan, plan, plan_from
from orgmodel.suggest.trial import command_of

__all__ = ["Burden", "Left", "Move", "Other", "Plan", "candidates_for", "command_of", "giving", "plan", "plan_from"]
