"""The Teams lens: the organisation as a board of cards, with what each team carries and what nobody has."""

from ui.teams.lens import TeamsLens

__all__ = ["TeamsLens"]
