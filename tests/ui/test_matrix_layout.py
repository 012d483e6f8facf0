"""The geometry of the matrix: laws that hold at any scroll position, with no widget."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.model import Organization, Raci, Responsibility, Service, Team
from ui.matrix.columns import FROZEN_WIDTH, TeamColumn, columns_of
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT, NAME_COLUMN, GroupKey, Port, lay_out
from ui.matrix.navigation import HEAD_LINE, Place, first_cell, moved


def organization(teams=4, rows=20, services=2):
    kinds = ("application", "application-sre", "infrastructure-sre", "frontline")
    layers = ("application", "environment", "infrastructure", "frontline", None)
    return Organization(
        "Made up",
        teams=tuple(Team(f"team-{n}", f"Team {n}", kinds[n % 4]) for n in range(teams)),
        services=tuple(Service(f"service-{n}", f"Service {n}") for n in range(services)),
        responsibilities=tuple(
            Responsibility(f"row-{n}", f"Row {n}", f"service-{n % services}" if services else None, layers[n % 5])
            for n in range(rows)
        ),
    )


def layout_of(made, shown=None, collapsed=frozenset()):
    rows = range(len(made.responsibilities)) if shown is None else shown
    return lay_out(made, columns_of(made), rows, collapsed)


ports = st.builds(Port, st.integers(0, 3_000), st.integers(0, 2_000), st.integers(320, 1_600), st.integers(100, 1_000))


@settings(max_examples=60, deadline=None)
@given(teams=st.integers(1, 40), rows=st.integers(1, 60), port=ports, data=st.data())
def test_a_point_inside_a_cell_hits_that_cell(teams, rows, port, data):
    layout = layout_of(organization(teams, rows))
    line = data.draw(st.integers(0, len(layout.lines) - 1))
    column = data.draw(st.integers(NAME_COLUMN, teams - 1))
    box = layout.cell_box(port, line, column)
    x = data.draw(st.integers(box.x, box.x + box.width - 1))
    y = data.draw(st.integers(box.y, box.y + box.height - 1))
    if y >= HEADER_HEIGHT and (column == NAME_COLUMN or x >= FROZEN_WIDTH):
        hit = layout.hit(port, x, y)
        assert (hit.line, hit.column) == (line, column)


@settings(max_examples=60, deadline=None)
@given(rows=st.integers(0, 60), port=ports)
def test_the_visible_lines_are_those_that_show_anything(rows, port):
    layout = layout_of(organization(3, rows))
    visible = layout.lines_between(port, HEADER_HEIGHT, port.height)
    for line in range(len(layout.lines)):
        y = layout.line_y(port, line)
        assert (line in visible) == (y + LINE_HEIGHT > HEADER_HEIGHT and y < port.height)


@settings(max_examples=60, deadline=None)
@given(teams=st.integers(1, 60), port=ports)
def test_the_visible_teams_are_those_that_stand_out_beside_the_frozen_columns(teams, port):
    layout = layout_of(organization(teams, 3))
    visible = layout.visible_teams(port)
    for column in range(teams):
        box = layout.cell_box(port, 0, column)
        assert (column in visible) == (box.x + box.width > FROZEN_WIDTH and box.x < port.width)


@settings(max_examples=60, deadline=None)
@given(teams=st.integers(1, 40), rows=st.integers(1, 60), port=ports, data=st.data())
def test_after_scrolling_to_a_cell_it_is_whole_on_screen(teams, rows, port, data):
    layout = layout_of(organization(teams, rows))
    line = data.draw(st.integers(0, len(layout.lines) - 1))
    column = data.draw(st.integers(0, teams - 1))
    if port.height < HEADER_HEIGHT + LINE_HEIGHT or port.width < FROZEN_WIDTH + layout.columns.team_width:
        return
    x, y = layout.scroll_to(port, line, column)
    box = layout.cell_box(Port(x, y, port.width, port.height), line, column)
    assert box.x >= FROZEN_WIDTH
    assert box.y >= HEADER_HEIGHT
    assert box.x + box.width <= port.width
    assert box.y + box.height <= port.height


@given(x=st.integers(0, 5_000))
@settings(max_examples=20, deadline=None)
def test_mark_and_name_stay_where_they_are_however_far_it_is_scrolled(x):
    layout = layout_of(organization(30))
    port = Port(x, 0, 900, 600)
    assert layout.hit(port, 5, 200).part == "mark"
    assert layout.hit(port, 200, 200).part == "name"
    assert layout.cell_box(port, 3, NAME_COLUMN).x == 0


@pytest.mark.parametrize(("teams", "width"), [(4, 116), (8, 116), (9, 88), (14, 88), (15, 64), (400, 64)])
def test_columns_get_narrower_as_there_are_more_teams(teams, width):
    assert columns_of(organization(teams, 1)).team_width == width


def test_a_team_that_rows_name_and_nobody_defined_gets_a_ghost_column_at_the_end():
    made = organization(2, 1)
    row = Responsibility("lost", "Lost", raci=Raci({"gone": "A", "team-0": "C"}))
    columns = columns_of(made.copy_with(responsibilities=(row,)))
    assert [(column.team, column.missing) for column in columns.teams] == [
        ("team-0", False),
        ("team-1", False),
        ("gone", True),
    ]


def test_groups_come_in_the_order_of_services_and_layers_and_name_the_service_where_there_are_several():
    layout = layout_of(organization(2, 20, 2))
    assert [group.title for group in layout.groups][:3] == [
        "Service 0 · Application",
        "Service 0 · Web Application Environment",
        "Service 0 · Infrastructure",
    ]
    assert layout_of(organization(2, 20, 1)).groups[0].title == "Application"
    assert layout.groups[-1].title == "Service 1 · No layer"


def test_a_folded_group_has_its_line_and_no_rows_and_its_rows_are_found_there():
    made = organization(2, 10, 1)
    key = GroupKey("service-0", "application")
    layout = layout_of(made, collapsed=frozenset({key}))
    assert layout.lines[:2] == (-1, -2)
    assert layout.line_for(0) == layout.line_of_group[key] == 0
    assert layout.groups[0].rows == (0, 5)


def test_a_group_without_a_row_that_is_shown_is_left_out_and_others_know_how_many_they_have():
    layout = layout_of(organization(2, 20, 1), shown=[0, 1])
    assert [(len(group.rows), group.total) for group in layout.groups] == [(1, 4), (1, 4)]
    assert layout.line_for(7) is None


def test_keys_stop_at_the_edges_and_begin_at_the_first_row():
    layout = layout_of(organization(3, 10, 1))
    last = len(layout.lines) - 1
    assert first_cell(layout) == Place(1, 0)
    assert moved(layout, Place(0, NAME_COLUMN), "up", 10) == Place(0, NAME_COLUMN)
    assert moved(layout, Place(1, layout.columns.last), "right", 10) == Place(1, layout.columns.last)
    assert moved(layout, Place(1, 0), "left", 10) == Place(1, NAME_COLUMN)
    assert moved(layout, Place(1, 0), "end", 10) == Place(1, 2)
    assert moved(layout, Place(1, 2), "end", 10) == Place(1, layout.columns.last)
    assert moved(layout, Place(1, 1), "last", 10) == Place(last, 1)
    assert moved(layout, Place(last, 1), "page up", 4) == Place(last - 3, 1)


def test_up_from_the_first_line_are_the_heads_of_the_teams_which_keys_walk():
    layout = layout_of(organization(3, 10, 1))
    assert moved(layout, Place(0, 1), "up", 10) == Place(HEAD_LINE, 1)
    assert moved(layout, Place(HEAD_LINE, 1), "right", 10) == Place(HEAD_LINE, 2)
    assert moved(layout, Place(HEAD_LINE, 2), "right", 10) == Place(HEAD_LINE, 2)
    assert moved(layout, Place(HEAD_LINE, 1), "down", 10) == Place(0, 1)
    assert moved(layout, Place(0, 3), "up", 10) == Place(0, 3)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ruby Web Application Team", "Ruby Web"),
        ("Web Application SRE", "Web SRE"),
        ("Application SRE", "App SRE"),
        ("Infrastructure SRE", "Infra SRE"),
        ("Team", "Team"),
    ],
)
def test_a_short_name_keeps_what_tells_teams_apart(name, short):
    assert TeamColumn("x", name, "other").short_name == short
