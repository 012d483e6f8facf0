"""From a file to a document: the text, the tree, the records, and whether they fit together; all problems at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from orgmodel.document import Document
from orgmodel.garbage import garbage_collection_paused
from orgmodel.model import ORGANIZATION as THE_ORGANIZATION
from orgmodel.model import REFERENCE_AREAS, Organization, Subject, subject
from orgmodel.yaml_file.file_bytes import text_at
from orgmodel.yaml_file.model_file import ModelFile
from orgmodel.yaml_file.nested_codecs import ListOf
from orgmodel.yaml_file.nodes import Alias, Mapping, Scalar
from orgmodel.yaml_file.parse import Makers, tree_of
from orgmodel.yaml_file.problems import Doubt, NoProblems, Problems, shown
from orgmodel.yaml_file.references import check_references
from orgmodel.yaml_file.tables import DOCUMENT, FILE, FORMAT

_FORMAT = re.compile("orgmodel/([1-9][0-9]{0,5})")


def read_file(path: Path) -> ModelFile:
    """The model in a file; raises `FileRefused` with everything that is wrong, up to fifty problems."""
    return read_text(text_at(path), str(path))


def read_text(text: str, name: str) -> ModelFile:
    """The model in a text; `name` stands before each problem, which `FileRefused` holds in the order of the lines."""
    with garbage_collection_paused():
        with suppress(Doubt):
            return model_in(text, NoProblems(name), makers_of_lists())
        return model_in(text, Problems(name), {})


def makers_of_lists() -> Makers:
    """What lets the nodes of a file go as soon as they are read: kept to the end they take most of the memory.

    Of what is gone nothing can be said, so a file of which there is anything to say is read again with all its nodes.
    """
    lists = ((field.key, field.codec) for field in FILE.fields)
    return {key: items.codec.read for key, items in lists if isinstance(items, ListOf)}


def model_in(text: str, problems: Problems, makers: Makers) -> ModelFile:
    tree = tree_of(text, problems, makers)
    check_format(tree, problems)
    held = FILE.read(tree, problems)
    del held["format"]
    said = {field.attribute: held.pop(field.attribute) for field in DOCUMENT if field.attribute in held}
    organization = Organization(**_with_areas_of_rows(held))
    check_references(organization, problems)
    if problems:
        raise problems.refusal()
    document = Document(organization, **said)
    lines = tuple(_lines(document, tree, problems))
    return ModelFile(problems.name, text, document, problems.warnings(), lines)


def check_format(tree: Mapping, problems: Problems) -> None:
    """Refuse at once what this program cannot read: the rest would only be misunderstood.

    Version N of the program is the first that reads `orgmodel/N`.
    """
    held = next((held for key, held in tree.entries if key.text == "format"), None)
    if isinstance(held, Alias):
        held = held.target
    if held is None or (isinstance(held, Scalar) and held.text in (FORMAT, "")):
        return
    found = _FORMAT.fullmatch(held.text) if isinstance(held, Scalar) else None
    said = shown(held.text) if isinstance(held, Scalar) else "this"
    if found:
        sentence = (
            f"format {said} is newer than this program, which reads {FORMAT}: use orgmodel {found[1]}.0 or newer."
        )
    else:
        sentence = f'{said} is no format of this program: write "format: {FORMAT}".'
    problems.add(held.start, sentence)
    raise problems.refusal()


def _with_areas_of_rows(held: dict[str, Any]) -> dict[str, Any]:
    """With those areas of the reference that rows name and the file does not list: they are defined without it."""
    if "areas" in held:
        named = {row.area for row in held.get("responsibilities", ())} - {area.id for area in held["areas"]}
        held["areas"] += tuple(area for area in REFERENCE_AREAS if area.id in named)
    return held


def _lines(document: Document, tree: Mapping, problems: Problems) -> Iterator[tuple[Subject, int]]:
    """Each thing of the document and its line, from 1; of things that stand twice the first comes first."""
    line = problems.line_of
    yield from ((THE_ORGANIZATION, key.start[0] + 1) for key, _ in tree.entries if key.text == "name")
    organization = document.organization
    for items in (
        organization.layers, organization.areas, organization.teams, organization.services,
        organization.responsibilities, organization.rotations, organization.escalations, organization.assessments,
    ):  # fmt: skip
        yield from ((item.subject, found) for item in items if (found := line(item)))
    for team in organization.teams:
        yield from ((subject("person", f"{team.id}/{member.id}"), line(member)) for member in team.members)
    for rotation in organization.rotations:
        if isinstance(rotation.members, tuple):
            yield from ((subject("person", f"{rotation.team}/{name}"), line(rotation)) for name in rotation.members)
    counts: dict[str, int] = {}
    for waiver in document.waivers:
        counts[waiver.rule] = counts.get(waiver.rule, 0) + 1
        yield subject("waiver", f"{waiver.rule}/{counts[waiver.rule]}"), line(waiver)
