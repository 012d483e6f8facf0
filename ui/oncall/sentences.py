"""What is under the pointer or in hand on the week, in words: for tips, and for whoever does not see the strip."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from orgmodel.diagram.week import Head
from orgmodel.diagram.week_blocks import Block, hours_said
from orgmodel.diagram.week_hours import alike, held_of
from orgmodel.diagram.week_lanes import lane_detail, lane_title, people_said
from orgmodel.model import Organization
from orgmodel.sentences import listed
from ui.oncall.edits import rotation_named
from ui.oncall.hand import Hand, grasped, row_of
from ui.oncall.moment import moment_title
from ui.oncall.state import OnCallState
from ui.oncall.written import members_shown
from ui.translation import tr
from ui.written_hours import coverage_text, hours_text


def tip_at(state: OnCallState, place: QPointF) -> str:
    """A sentence about a place of the week; nothing where there is nothing to say."""
    plan = state.plan
    row = plan.row_at(place.y())
    if row is None or place.y() < plan.measures.header:
        return tr("Drag to ask who has a page at another minute") if place.y() < plan.measures.header else ""
    held = plan.rows[row]
    if isinstance(held, Head):
        return held.said
    if place.x() < plan.measures.label:
        return f"{lane_title(state.organization, held)}: {lane_detail(state.organization, held)}"
    instant = plan.instant_at(place.x())
    for block in state.content(held).blocks:
        rect = plan.rect_of(row, block.start, block.end, block.track)
        if block.start <= instant < block.end and rect.y <= place.y() <= rect.bottom:
            return block_sentence(state, block)
    gap = state.gap_at(row, instant)
    if gap is None:
        return tr("Drag to give {team} hours here", team=lane_title(state.organization, held))
    return f"{hours_said((gap.start, gap.end), plan.axis)}: {gap.labels[0]}"


def block_sentence(state: OnCallState, block: Block) -> str:
    """`infra-primary, Mon-Fri 08:00-18:00 (Europe/London): Ana, Bo and Chloé`."""
    organization = state.organization
    rotation = rotation_named(organization, block.rotation)
    if rotation is None or rotation.coverage is None:
        return str(block.rotation)
    held = held_of(rotation.coverage)
    hours = hours_text(alike(held, block.held)) if block.held in held else coverage_text(rotation.coverage)
    zone = f" ({rotation.timezone})" if rotation.timezone else ""
    return f"{rotation.id}, {hours}{zone}: {_people(organization, block)}"


def _people(organization: Organization, block: Block) -> str:
    rotation = rotation_named(organization, block.rotation)
    if rotation is None:
        return ""
    if isinstance(rotation.members, tuple) and rotation.members:
        shown = members_shown(rotation.members, organization.team_by_id.get(rotation.team))
        return listed(shown.split(", "), most=8)
    return people_said(rotation)


def hand_sentence(state: OnCallState, hand: Hand) -> str:
    """What the keyboard is on."""
    axis, row = state.plan.axis, row_of(state.plan, hand)
    lane = state.lane_at(row)
    if lane is None:
        return tr("Moment: {when}", when=moment_title(axis, state.instant))
    named = f"{lane_title(state.organization, lane)}, {lane_detail(state.organization, lane)}"
    rotation = rotation_named(state.organization, hand.rotation)
    which = grasped(rotation, hand) if rotation else ()
    if rotation and which:
        return f"{named}: {rotation.id}, {hours_text(which)}"
    gaps = [gap.labels[0] for gap in state.content(lane).gaps]
    return f"{named}: {listed(gaps, most=3)}" if gaps else named


def week_title(state: OnCallState) -> str:
    """`23 to 29 November 2026`, `28 December 2026 to 3 January 2027`."""
    from orgmodel.sentences import day

    first, last = state.plan.axis.date_of(0), state.plan.axis.date_of(6)
    start = day(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
        if first.month == last.month:
            start = str(first.day)
    return tr("{first} to {last}", first=start, last=day(last))
