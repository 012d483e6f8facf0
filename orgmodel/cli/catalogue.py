"""`orgmodel catalogue`: what there is to start from and to rate by, a line each, or one of them whole."""

from __future__ import annotations

import argparse

from orgmodel import catalogue
from orgmodel.catalogue.shipped import not_found, shipped_text
from orgmodel.yaml_file import write_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", help="print this one whole, as YAML")


def run(arguments: argparse.Namespace) -> int:
    print(_whole(arguments.name) if arguments.name else _lists(), end="")
    return 0


def _lists() -> str:
    shelves = (
        ("Reference matrices", [(each.id, f"{each.name}, {len(each.rows)} rows") for each in catalogue.matrices()]),
        (
            "Questionnaires",
            [(each.id, f"{each.name}, {len(each.activities)} statements") for each in catalogue.questionnaires()],
        ),
        ("Templates", [(each.id, f"{each.name}: {each.description}") for each in catalogue.templates()]),
    )
    width = max(len(identifier) for _, held in shelves for identifier, _ in held)
    return "".join(
        f"{shelf}\n" + "".join(f"  {identifier:{width}}  {line}\n" for identifier, line in held)
        for shelf, held in shelves
    )


def _whole(name: str) -> str:
    """The YAML of one thing; raises `NotFound`."""
    matrices = [each.id for each in catalogue.matrices()]
    questionnaires = [each.id for each in catalogue.questionnaires()]
    templates = [each.id for each in catalogue.templates()]
    if name in matrices:
        return shipped_text("matrices", name)
    if name in questionnaires:
        return shipped_text("questionnaires", name)
    if name in templates:
        return write_text(None, catalogue.template(name))
    raise not_found("matrix, questionnaire or template", name, [*matrices, *questionnaires, *templates])
