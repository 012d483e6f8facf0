"""`orgmodel export`: a chart or a table of the model; the suffix of the name says which."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from orgmodel.cli.days import EPOCH, add_today, day_of_build
from orgmodel.cli.streams import complain
from orgmodel.document import Document
from orgmodel.errors import ExportFailed, NotFound
from orgmodel.exporting import FORMATS, LENSES, Format, Option, Wanted, Warnings
from orgmodel.garbage import garbage_collection_paused
from orgmodel.model import ServiceId, TeamId
from orgmodel.model.value import changed
from orgmodel.near_names import nearest
from orgmodel.pdf.order import Audience, Order, SectionName, Turned
from orgmodel.pdf.style import PageName
from orgmodel.sentences import listed
from orgmodel.whole_file import check_place, write_whole
from orgmodel.yaml_file import read_file
from orgmodel.yaml_file.baseline import baseline_of
from orgmodel.yaml_file.file_bytes import read_bytes

SMALLEST_SCALE = 0.05
LARGEST_SCALE = 20.0
_MOST_NAMED = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the model to read")
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        required=True,
        metavar="OUT",
        help=f"the file to write: its name ends in {_possible()}",
    )
    add = parser.add_argument_group("what of the model").add_argument
    add("--service", action="append", default=[], metavar="ID", help="only this service; may be given again")
    add("--team", action="append", default=[], metavar="ID", help="only rows of this team; may be given again")
    add("--without-people", action="store_true", help="write nobody's name")
    add = parser.add_argument_group("for a PDF").add_argument
    add("--audience", choices=get_args(Audience), help="whom it is for (default: stakeholder)")
    add(
        "--section",
        action="append",
        choices=get_args(SectionName),
        metavar="NAME",
        help=f"a section instead of the audience's; may be given again: {', '.join(get_args(SectionName))}",
    )
    add("--page", choices=get_args(PageName), help="its paper (default: A4)")
    add("--turned", choices=get_args(Turned), help="how the pages lie that can lie either way")
    add("--attach-model", action="store_true", default=None, help="put the model file inside")
    add = parser.add_argument_group("for a picture, .svg or .png").add_argument
    add("--lens", choices=LENSES, help="what it shows (default: chain)")
    add("--scale", type=_scale, metavar="FACTOR", help="how large it is (default: 1)")
    add_today(parser, default=f"{EPOCH}, else the machine's")


def run(arguments: argparse.Namespace) -> int:
    source: Path = arguments.file
    out: Path = arguments.out
    chosen = next((each for each in FORMATS if each.suffix == out.suffix.lower()), None)
    if chosen is None:
        if out.is_dir():
            raise ExportFailed(f"“{out}” is a folder: name a file in it, such as “{out / source.stem}.pdf”.")
        raise ExportFailed(f"“{out}” does not say what to write: let its name end in {_possible()}.")
    _refuse_what_it_does_not_heed(chosen, arguments)
    if _is_same(out, source):
        raise ExportFailed(f"“{out}” is the model itself and stays as it is; choose another name.")
    check_place(out, ExportFailed)
    with garbage_collection_paused():
        data, warnings = _made(chosen, arguments)
    for warning in warnings:
        complain(warning)
    write_whole(out, data, ExportFailed)
    return 0


def _made(chosen: Format, arguments: argparse.Namespace) -> tuple[bytes, Warnings]:
    """The file and what it cannot show; what is used up goes by itself, so looking for garbage only takes time."""
    source: Path = arguments.file
    today = day_of_build(arguments)
    file = read_file(source)
    for problem in file.warnings:
        complain(problem)
    document = file.document
    del file  # its text and lines take as much memory as what is made of it
    order = _order(arguments, document)
    if "section" in chosen.heeds:
        order = _with_baseline(order, document, source)
    return chosen.make(Wanted(document, today, order, arguments.lens, arguments.scale or 1.0))


def _order(arguments: argparse.Namespace, document: Document) -> Order:
    organization = document.organization
    services = [each.removeprefix("service:") for each in arguments.service]
    teams = [each.removeprefix("team:") for each in arguments.team]
    _find("service", services, organization.service_by_id)
    _find("team", teams, organization.team_by_id)
    return Order(
        audience=arguments.audience or "stakeholder",
        sections=tuple(arguments.section or ()),
        page=arguments.page or "A4",
        turned=arguments.turned,
        services=tuple(ServiceId(each) for each in services),
        teams=tuple(TeamId(each) for each in teams),
        people=not arguments.without_people,
        attached=read_bytes(arguments.file) if arguments.attach_model else None,
    )


def _with_baseline(order: Order, document: Document, source: Path) -> Order:
    baseline = baseline_of(document, source)
    if baseline.problem:
        complain(baseline.problem)
    return changed(order, before=baseline.document, no_baseline=baseline.problem)


def _refuse_what_it_does_not_heed(chosen: Format, arguments: argparse.Namespace) -> None:
    """Nobody is to believe that a file shows what they asked for where it could not."""
    if arguments.attach_model and arguments.without_people:
        raise ExportFailed("The model inside would name the people: give --attach-model or --without-people, not both.")
    if arguments.attach_model and (arguments.service or arguments.team):
        raise ExportFailed("The model inside would hold all of it: give --attach-model, or --service and --team.")
    asked = [option for option in get_args(Option) if getattr(arguments, option.replace("-", "_")) is not None]
    for option in asked:
        if option not in chosen.heeds:
            able = [each.suffix for each in FORMATS if option in each.heeds]
            instead = f"it is for {' and '.join(able)}" if able else "leave it out"
            raise ExportFailed(f"--{option} says nothing about a {chosen.suffix} file: {instead}.")


def _find(kind: str, wanted: Sequence[str], there: Mapping[Any, Any]) -> None:
    """Refuse an id that nothing has, with the one that could have been meant."""
    for each in wanted:
        if each not in there:
            raise NotFound(f"“{each}” is no {kind} of this model: {_meant(each, there)}")


def _meant(wanted: str, there: Mapping[Any, Any]) -> str:
    near = nearest(wanted, there)
    if near is not None:
        return f"did you mean “{near}”?"
    return f"it has {listed([*there], _MOST_NAMED)}." if there else "it has none."


def _scale(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not SMALLEST_SCALE <= factor <= LARGEST_SCALE:
        able = f"from {SMALLEST_SCALE:g} to {LARGEST_SCALE:g}"
        raise argparse.ArgumentTypeError(f"“{text}” is no factor: give a number {able}, such as 2")
    return factor


def _is_same(out: Path, source: Path) -> bool:
    """Whether the chart would take the place of the model; a path that cannot be looked at is refused further on."""
    try:
        return out.samefile(source)
    except (OSError, ValueError):
        return False


def _possible() -> str:
    *most, last = (each.suffix for each in FORMATS)
    return f"{', '.join(most)} or {last}"
