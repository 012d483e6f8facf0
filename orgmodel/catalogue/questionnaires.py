"""The questionnaires that ship with the program."""

from __future__ import annotations

from functools import cache
from typing import Final

from orgmodel.catalogue.shipped import not_found, shipped
from orgmodel.model import Questionnaire

NAMES: Final = ("bt-sre-maturity", "engineering-principles")


def questionnaires() -> tuple[Questionnaire, ...]:
    return tuple(questionnaire(name) for name in NAMES)


@cache
def questionnaire(name: str) -> Questionnaire:
    """Raises `NotFound` with the nearest name."""
    if name not in NAMES:
        raise not_found("questionnaire", name, NAMES)
    (found,) = shipped("questionnaires", name).organization.questionnaires
    return found
