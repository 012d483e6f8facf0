"""What a save does to a file, edit by edit: the file before, the edit, the lines that differ after."""

import difflib

import pytest

from orgmodel.errors import SaveFailed
from orgmodel.model import Escalation, Raci, Rating, Responsibility, Rotation, Service, Site, Team
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_text, write_text

HAND_WRITTEN = """\
# yaml-language-server: $schema=orgmodel.schema.json
format: orgmodel/1
name: Ruby Web Application   # printed on every page

teams:   # all of them
  # --- product teams ---

  # the first team
  - id: ruby-web
    name: Ruby Web Application Team
    headcount: 9
    x-cost-centre: 4711   # kept
    # ruby-web ends here
  # the second team
  - id: web-sre
    name: "Web Application SRE"
    supports: [ruby-web]  # whom they help
    sites:
      - {name: London, headcount: 5}
      # since March
      - {name: Denver, headcount: 3}

  # --- the rest ---

  - {id: reliability, name: Head of Reliability, kind: governance, headcount: 1}
  # new teams go here

responsibilities:
  - id: database
    name: Database
    layer: environment
    raci: {web-sre: A/R, ruby-web: C}  # agreed in May
  - id: capacity
    name: Capacity
    raci:
      web-sre: A
      # only when asked
      ruby-web: C

escalations:
  - {from: alert, to: web-sre}       # where pages enter
  - {from: web-sre, to: reliability, kind: hierarchic, after: 60m}
# the end
"""


def saved(text, edit):
    """The text after an edit of its organisation, or of its document where that is what the edit returns."""
    file = read_text(text, "model.yaml")
    after = edit(file.document.organization)
    document = file.document.with_organization(after) if type(after) is type(file.document.organization) else after
    return write_text(file, document)


def lines_changed(before, after):
    """`-` and `+` lines of the difference."""
    difference = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))
    return [line for line in difference[2:] if not line.startswith("@@")]


def difference(edit, text=HAND_WRITTEN):
    return lines_changed(text, saved(text, edit))


def with_team(team_id, **fields):
    def edit(organization):
        teams = (changed(team, **fields) if team.id == team_id else team for team in organization.teams)
        return organization.copy_with(teams=tuple(teams))

    return edit


def with_letters(row, team, letters):
    def edit(organization):
        held = organization.row_by_id[row]
        return organization.with_responsibility(changed(held, raci=held.raci.with_letters(team, letters)))

    return edit


def with_list(field, edit):
    return lambda organization: organization.copy_with(**{field: tuple(edit(list(getattr(organization, field))))})


def without(place):
    return lambda items: items[:place] + items[place + 1 :]


# --- one field


def test_a_scalar_changes_in_its_place_and_keeps_the_comment_beside_it():
    assert difference(lambda organization: organization.copy_with(name="Ruby: the app")) == [
        "-name: Ruby Web Application   # printed on every page",
        '+name: "Ruby: the app"   # printed on every page',
    ]


def test_quotes_that_the_author_chose_stay():
    assert difference(with_team("web-sre", name="SRE")) == ['-    name: "Web Application SRE"', '+    name: "SRE"']


def test_a_field_is_added_where_the_canonical_order_has_it():
    assert saved(HAND_WRITTEN, with_team("ruby-web", lead="Dana Reyes")).splitlines()[8:12] == [
        "  - id: ruby-web",
        "    name: Ruby Web Application Team",
        "    lead: Dana Reyes",
        "    headcount: 9",
    ]


def test_a_field_that_goes_takes_its_line_and_comment():
    assert difference(with_team("web-sre", supports=())) == ["-    supports: [ruby-web]  # whom they help"]


def test_a_text_of_several_lines_becomes_a_block():
    assert difference(lambda organization: organization.copy_with(description="One.\nTwo.\n")) == [
        "+description: |",
        "+  One.",
        "+  Two.",
    ]


def test_a_field_of_a_thing_on_one_line_is_added_on_that_line():
    assert difference(with_list("escalations", lambda items: [changed(items[0], when="always, or so"), items[1]])) == [
        "-  - {from: alert, to: web-sre}       # where pages enter",
        '+  - {from: alert, to: web-sre, when: "always, or so"}       # where pages enter',
    ]


# --- one cell


@pytest.mark.parametrize(
    ("team", "letters", "after"),
    [
        ("ruby-web", "I", "{web-sre: A/R, ruby-web: I}"),
        ("reliability", "I", "{web-sre: A/R, ruby-web: C, reliability: I}"),
        ("web-sre", None, "{ruby-web: C}"),
        ("ruby-web", None, "{web-sre: A/R}"),
    ],
)
def test_a_cell_changes_within_its_line(team, letters, after):
    assert difference(with_letters("database", team, letters)) == [
        "-    raci: {web-sre: A/R, ruby-web: C}  # agreed in May",
        f"+    raci: {after}  # agreed in May",
    ]


def test_a_cell_on_a_line_of_its_own_goes_with_the_comment_above_it():
    assert difference(with_letters("capacity", "ruby-web", None)) == ["-      # only when asked", "-      ruby-web: C"]
    assert difference(with_letters("capacity", "reliability", "I")) == ["+      reliability: I"]


def test_another_order_of_cells_is_no_change():
    def edit(organization):
        row = organization.row_by_id["database"]
        return organization.with_responsibility(changed(row, raci=Raci({"ruby-web": "C", "web-sre": "AR"})))

    assert difference(edit) == []


# --- things that come, go and move


def test_a_thing_goes_with_the_comment_above_it_and_no_other():
    assert difference(with_list("teams", without(0))) == [
        "-  # the first team",
        "-  - id: ruby-web",
        "-    name: Ruby Web Application Team",
        "-    headcount: 9",
        "-    x-cost-centre: 4711   # kept",
        "-    # ruby-web ends here",
    ]


def test_comments_that_stand_alone_or_end_a_section_stay():
    gone = difference(with_list("teams", without(2)))
    assert gone == ["-  - {id: reliability, name: Head of Reliability, kind: governance, headcount: 1}"]


def test_a_new_thing_looks_like_the_one_above_it():
    team = Team("new", "New Team")
    assert difference(with_list("teams", lambda items: [items[0], team, *items[1:]])) == [
        "+  - id: new",
        "+    name: New Team",
    ]
    escalation = Escalation("ruby-web", "reliability")
    assert difference(with_list("escalations", lambda items: [*items, escalation])) == [
        "+  - {from: ruby-web, to: reliability}"
    ]


def test_a_thing_that_moves_takes_its_comments_along():
    after = saved(HAND_WRITTEN, with_list("teams", lambda items: [items[1], items[0], items[2]]))
    assert sorted(after.splitlines()) == sorted(HAND_WRITTEN.splitlines())
    assert after.index("# the second team\n  - id: web-sre") < after.index("# the first team\n  - id: ruby-web")
    assert after.index("# ruby-web ends here") < after.index("# --- the rest ---")


def test_of_two_alike_the_one_that_was_deleted_goes():
    text = HAND_WRITTEN.replace("60m}", "60m}\n  - {from: alert, to: web-sre, when: by night}  # the second")
    assert difference(with_list("escalations", without(0)), text) == [
        "-  - {from: alert, to: web-sre}       # where pages enter"
    ]


def test_things_without_an_id_are_told_apart_by_what_names_them():
    def edit(items):
        sites = items[1].sites
        return [items[0], changed(items[1], sites=(Site("Lisbon", headcount=5), *sites[1:])), items[2]]

    assert difference(with_list("teams", edit)) == [
        "-      - {name: London, headcount: 5}",
        "+      - {name: Lisbon, headcount: 5}",
    ]


# --- sections


def test_a_section_is_added_in_the_canonical_order_behind_a_blank_line():
    after = saved(HAND_WRITTEN, lambda organization: organization.copy_with(rotations=(Rotation("nights", "web-sre"),)))
    assert lines_changed(HAND_WRITTEN, after) == ["+rotations:", "+  - {id: nights, team: web-sre}", "+"]
    assert after.index("responsibilities:") < after.index("\n\nrotations:") < after.index("\n\nescalations:")


def test_a_section_goes_with_its_last_thing_but_not_with_its_comments():
    assert difference(lambda organization: organization.copy_with(escalations=())) == [
        "-",
        "-escalations:",
        "-  - {from: alert, to: web-sre}       # where pages enter",
        "-  - {from: web-sre, to: reliability, kind: hierarchic, after: 60m}",
    ]
    without_teams = "format: orgmodel/1\nname: A\nteams:\n  - {id: a, name: A}\n  # more to come\n"
    assert saved(without_teams, with_list("teams", without(0))) == (
        "format: orgmodel/1\nname: A\nteams: []\n  # more to come\n"
    )


@pytest.mark.parametrize("empty", ["services: []  # none yet", "services:  # none yet"])
def test_an_empty_section_is_filled_below_its_comment(empty):
    text = f"format: orgmodel/1\nname: A\n{empty}\n"
    after = saved(text, lambda organization: organization.copy_with(services=(Service("s", "S"),)))
    assert after == "format: orgmodel/1\nname: A\nservices:  # none yet\n  - {id: s, name: S}\n"


def test_the_reference_layers_spelled_out_are_edited_in_place():
    text = """\
format: orgmodel/1
name: A
layers:
  - {id: application, name: Application, kind: application}   # ours
  - {id: environment, name: Web Application Environment (Prod/Dev/Stage), kind: application-sre}
  - {id: infrastructure, name: Infrastructure (OS/Hardware/Chef/etc.), kind: infrastructure-sre}
  - {id: frontline, name: "Frontline Support (primary on call, runbooks, etc.)", kind: frontline}
"""
    assert difference(with_list("layers", lambda items: [changed(items[0], name="App"), *items[1:]]), text) == [
        "-  - {id: application, name: Application, kind: application}   # ours",
        "+  - {id: application, name: App, kind: application}   # ours",
    ]
    assert saved(saved(text, with_list("layers", without(3))), lambda _: read_text(text, "").document) == text


# --- other ways to write a file


def test_a_section_in_brackets_is_edited_in_brackets():
    text = "format: orgmodel/1\nname: A\nteams: [{id: a, name: A}, {id: b, name: B}]  # both\n"
    assert difference(with_list("teams", without(0)), text)[1] == "+teams: [{id: b, name: B}]  # both"
    assert difference(with_list("teams", lambda items: items[::-1]), text)[1] == (
        "+teams: [{id: b, name: B}, {id: a, name: A}]  # both"
    )
    assert difference(with_list("teams", lambda items: [*items, Team("c", "C")]), text)[1] == (
        "+teams: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]  # both"
    )


def test_brackets_over_several_lines_keep_their_lines_and_comments():
    text = """\
format: orgmodel/1
name: A
responsibilities:
- id: a
  name: A
  raci: {
    one: A,  # first
    # above two
    two: C
  }
"""
    assert difference(with_letters("a", "one", None), text) == ["-    one: A,  # first"]
    assert difference(with_letters("a", "two", "I"), text) == ["-    two: C", "+    two: I"]
    assert difference(with_letters("a", "three", "I"), text) == ["-    two: C", "+    two: C,", "+    three: I"]


def test_lists_at_the_column_of_their_key_and_wide_indentation_are_kept():
    flat = "format: orgmodel/1\nname: A\nteams:\n- id: a\n  name: A\n"
    assert difference(with_team("a", sites=(Site("London"),)), flat) == ["+  sites:", "+  - {name: London}"]
    wide = "format: orgmodel/1\nname: A\nteams:\n    -   id: a\n        name: A\n\n    -   id: b\n        name: B\n"
    assert difference(with_list("teams", lambda items: [*items, Team("c", "C")]), wide) == [
        "+",
        "+    - id: c",
        "+      name: C",
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_breaks_byte_order_mark_and_the_last_line_stay_as_they_are(line_break, mark, last):
    text = (
        mark + "format: orgmodel/1\nname: A\nteams:\n  - id: a\n    name: A\n  - id: b\n    name: B" + last
    ).replace("\n", line_break)
    added = "  - id: c\n    name: |-\n      C\n      D".replace("\n", line_break)
    after = saved(text, with_list("teams", lambda items: [*items, Team("c", "C\nD")]))
    assert after == text.removesuffix(line_break) + line_break + added + last.replace("\n", line_break)
    assert saved(after, with_list("teams", without(2))) == text


def test_what_an_alias_repeats_keeps_its_meaning_when_the_original_changes():
    text = """\
format: orgmodel/1
name: A
teams:
  - {id: a, name: A, supports: &both [b, c], x-note: *both}
  - {id: b, name: B, supports: *both}
  - {id: c, name: C}
"""
    assert difference(with_team("a", supports=("b",)), text) == [
        "-  - {id: a, name: A, supports: &both [b, c], x-note: *both}",
        "-  - {id: b, name: B, supports: *both}",
        "+  - {id: a, name: A, supports: &both [b], x-note: [b, c]}",
        "+  - {id: b, name: B, supports: [b, c]}",
    ]
    assert difference(with_team("b", supports=("c",)), text) == [
        "-  - {id: b, name: B, supports: *both}",
        "+  - {id: b, name: B, supports: [c]}",
    ]
    assert difference(with_team("c", headcount=3), text) == [
        "-  - {id: c, name: C}",
        "+  - {id: c, name: C, headcount: 3}",
    ]


def test_an_anchor_that_goes_leaves_what_it_named_written_out():
    text = """\
format: orgmodel/1
name: A
responsibilities:
  - id: a
    name: A
    raci: &letters
      x: A
      y: "R, A"
  - {id: b, name: B, raci: *letters}
"""
    assert difference(with_list("responsibilities", without(0)), text)[-1] == (
        '+  - {id: b, name: B, raci: {x: A, y: "R, A"}}'
    )


def test_a_score_spelled_as_a_record_stays_one():
    text = """\
format: orgmodel/1
name: A
assessments:
  - id: a
    questionnaire: bt-sre-maturity
    date: 2020-12-07
    ratings:
      "1": {rating: 3, x-seen: by Kim}
      "2": 4   # four
"""

    def rated(**scores):
        def edit(organization):
            held = organization.assessments[0]
            new = tuple((key, scores.get(f"_{key}", rating)) for key, rating in held.ratings)
            return organization.copy_with(assessments=(changed(held, ratings=new),))

        return edit

    assert difference(rated(_1=Rating(5)), text)[1] == '+      "1": {rating: 5, x-seen: by Kim}'
    assert difference(rated(_2=Rating(4, action="Audit")), text)[1] == (
        '+      "2": {rating: 4, action: Audit}   # four'
    )


def test_another_order_of_ratings_is_a_change():
    text = """\
format: orgmodel/1
name: A
assessments:
  - id: a
    questionnaire: bt-sre-maturity
    date: 2020-12-07
    ratings:
      "1": 1   # one
      "2": 2   # two
"""

    def edit(organization):
        held = organization.assessments[0]
        return organization.copy_with(assessments=(changed(held, ratings=held.ratings[::-1]),))

    assert saved(text, edit).splitlines()[-2:] == ['      "2": 2   # two', '      "1": 1   # one']


def test_a_number_or_date_that_did_not_change_keeps_its_spelling():
    text = "format: orgmodel/1\nname: A\nreview_by: '2027-03-31'\nteams:\n  - {id: a, name: 012, headcount: 08}\n"
    assert difference(with_team("a", lead="Kim"), text)[1] == "+  - {id: a, name: 012, lead: Kim, headcount: 08}"


def test_a_new_file_is_in_the_canonical_layout(small_document):
    text = write_text(None, small_document)
    assert text.startswith("format: orgmodel/1\nname: Small\n\nteams:\n")
    assert read_text(text, "new.yaml").document == small_document


def test_nothing_is_written_that_would_not_read_back(small_document):
    broken = small_document.organization.with_responsibility(Responsibility("code", "Code", layer="no-such-layer"))
    with pytest.raises(SaveFailed, match="no-such-layer"):
        write_text(None, small_document.with_organization(broken))


def test_a_file_too_odd_to_patch_is_laid_out_anew():
    text = "# ours\n? format\n: orgmodel/1\n? name\n: A\n? teams\n: - {id: a, name: A}\n"
    after = saved(text, lambda organization: organization.copy_with(services=(Service("s", "S"),)))
    assert after == (
        "# ours\nformat: orgmodel/1\nname: A\n\nteams:\n  - {id: a, name: A}\n\nservices:\n  - {id: s, name: S}\n"
    )


def test_a_list_that_cannot_be_patched_is_rewritten_and_the_rest_is_left_alone():
    text = """\
format: orgmodel/1
name: A   # the name
teams: [{id: a, name: A}  # a
  , {id: b, name: B}]
# about services
services:
    - {id: s, name: S}   # s
"""
    assert saved(text, with_list("teams", without(1))).splitlines() == [
        "format: orgmodel/1",
        "name: A   # the name",
        "teams:",
        "    - {id: a, name: A}",
        "# about services",
        "services:",
        "    - {id: s, name: S}   # s",
    ]
