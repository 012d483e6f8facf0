"""Cards where somebody put them, and the teams that are made, renamed and removed on the chain."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from orgmodel.commands import AddTeam
from orgmodel.document import Document
from orgmodel.model import Organization, Team
from tests.ui.chain_hand import LEFT, ChainHand
from ui.chain.in_place import InPlace
from ui.session import Session

Key = Qt.Key


def test_a_dragged_card_stays_and_undo_takes_it_back_in_one_step(qtbot, chain):
    before = chain.card("team:infra-sre").rect
    start = chain.middle("team:infra-sre")
    chain.drag(start, start + QPoint(-120, 0))
    assert chain.steps == ["Place Infrastructure SRE"]
    assert chain.card("team:infra-sre").rect == before.translated(-120, 0)
    assert chain.session.undo()
    assert chain.card("team:infra-sre").rect == before


def test_a_drag_that_ends_where_it_began_is_no_step(qtbot, chain):
    start = chain.middle("team:infra-sre")
    port = chain.port
    qtbot.mousePress(port, LEFT, pos=start)
    for point in (start + QPoint(60, 0), start):
        chain.move(QPointF(point))
    qtbot.mouseRelease(port, LEFT, pos=start)
    assert chain.steps == []


def test_escape_puts_a_dragged_card_back(qtbot, chain):
    before = chain.card("team:infra-sre").rect
    start = chain.middle("team:infra-sre")
    chain.drag(start, start + QPoint(-120, 0), drop=False)
    assert chain.card("team:infra-sre").rect != before
    chain.press(Key.Key_Escape)
    assert chain.card("team:infra-sre").rect == before
    qtbot.mouseRelease(chain.port, LEFT, pos=start)
    assert chain.steps == []


def test_arrange_leaves_every_card_to_the_layout_in_one_step(qtbot, chain):
    before = chain.card("team:infra-sre").rect
    assert not chain.lens.tools.arrange.isEnabled()
    for subject in ("team:infra-sre", "team:frontline"):
        start = chain.middle(subject)
        chain.drag(start, start + QPoint(-100, 0))
    qtbot.mouseClick(chain.lens.tools.arrange, LEFT)
    assert chain.steps[-1] == "Arrange the cards"
    assert chain.card("team:infra-sre").rect == before
    assert chain.session.document.arrangement.chain == ()


def test_ctrl_and_an_arrow_key_move_a_card(qtbot, chain):
    chain.click("team:infra-sre")
    before = chain.card("team:infra-sre").rect
    qtbot.keyClick(chain.view, Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert chain.card("team:infra-sre").rect == before.translated(-24, 0)
    assert chain.steps == ["Place Infrastructure SRE"]


def test_a_nudged_card_has_a_place_in_whole_pixels(qtbot, chain):
    card = chain.card("team:infra-sre")
    card.setPos(card.pos() + QPointF(0.25, 0.5))
    chain.view.current = card.subject
    qtbot.keyClick(chain.view, Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    (place,) = chain.session.document.arrangement.chain
    assert (place.x, place.y) == (int(place.x), int(place.y))


def test_a_placed_card_is_marked_and_is_left_to_the_layout_again(chain):
    home = chain.card("team:infra-sre").rect
    chain.click("team:infra-sre")
    chain.press(Key.Key_P)
    assert chain.card("team:infra-sre").is_placed
    chain.drag(chain.middle("team:infra-sre"), chain.middle("team:infra-sre") - QPoint(120, 0))
    chain.press(Key.Key_P)
    assert not chain.card("team:infra-sre").is_placed
    assert chain.card("team:infra-sre").rect == home
    assert chain.steps[-1] == "Arrange Infrastructure SRE"


def test_all_others_are_arranged_in_one_step(chain):
    for subject in ("team:infra-sre", "team:web-sre", "team:frontline"):
        chain.drag(chain.middle(subject), chain.middle(subject) - QPoint(60, 0))
    chain.click("team:web-sre")
    chain.lens.acts.arrange_others.trigger()
    assert [place.subject for place in chain.session.document.arrangement.chain] == ["team:web-sre"]
    assert len(chain.steps) == 4


def test_cards_go_to_their_new_places_unless_less_motion_is_wanted(chain, monkeypatch):
    card = chain.card("team:infra-sre")
    for milliseconds in (200, 0):
        monkeypatch.setattr("ui.chain.motion.duration", lambda _, asked=milliseconds: asked)
        chain.drag(chain.middle("team:infra-sre"), chain.middle("team:infra-sre") - QPoint(120, 0))
        assert not chain.view.motion.is_moving
        chain.lens.tools.arrange.click()
        assert chain.view.motion.is_moving == bool(milliseconds)
        assert card.transform().dx() == (-120 if milliseconds else 0)
        chain.qtbot.waitUntil(lambda: not chain.view.motion.is_moving)
        assert card.transform().dx() == 0


def test_the_alert_stays_beside_the_team_that_hears_it(chain):
    home = chain.card("alert").rect
    chain.drag(chain.middle("alert"), chain.middle("alert") - QPoint(0, 80))
    chain.click("alert")
    chain.qtbot.keyClick(chain.view, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert not chain.lens.acts.pin.isEnabled()
    assert (chain.card("alert").rect, chain.steps, chain.said) == (home, [], [])


class Painted(QObject):
    """What of a widget was painted since."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_bands_are_painted_anew_to_the_edge_of_the_window(chain):
    chain.view.set_zoom(0.4)
    QApplication.processEvents()
    painted = Painted(chain.port)
    assert chain.session.execute(AddTeam(Team("network", "Network", "application")))
    chain.qtbot.waitUntil(lambda: chain.view.canvas.card_of("team:network") is not None)
    QApplication.processEvents()
    assert painted.region.contains(QPoint(chain.port.width() - 3, chain.port.height() // 2))


def test_a_dragged_card_says_that_its_layer_keeps_it(chain):
    card = chain.card("team:infra-sre")
    start = chain.middle("team:infra-sre")
    chain.drag(start, start - QPoint(60, 0), drop=False)
    assert card.second_line == "stays where you drop it"
    chain.drag(start, chain.middle("team:frontline") + QPoint(260, 0), drop=False)
    assert card.second_line == "goes back to its layer’s band"
    chain.press(Key.Key_Escape)
    assert card.second_line == ""


def test_a_double_click_on_an_empty_place_makes_a_team_of_the_layer_there(chain):
    place = chain.empty_place(1)
    chain.double_click(place)
    chain.type("Payments SRE")
    chain.press(Key.Key_Return)
    team = chain.session.organization.team_by_id["payments-sre"]
    assert (team.name, team.kind) == ("Payments SRE", "application-sre")
    assert chain.session.selection == (team.subject,)
    assert chain.steps == ["Add team Payments SRE"]
    card = chain.card(team.subject)
    assert card.is_placed
    assert card.rect.contains(chain.view.mapToScene(place))
    chain.session.undo()
    assert "team:payments-sre" not in chain.view.canvas.cards


def test_a_new_team_without_a_name_is_none_and_escape_makes_none(chain):
    for key in (Key.Key_Return, Key.Key_Escape):
        chain.double_click(chain.empty_place(0))
        chain.press(key)
    assert chain.steps == []


def test_a_new_team_by_keys_is_in_the_band_of_the_card_in_hand(chain):
    chain.click("team:infra-sre")
    chain.lens.acts.new_team.trigger()
    chain.type("Network")
    chain.press(Key.Key_Return)
    assert chain.session.organization.team_by_id["network"].kind == "infrastructure-sre"
    assert not chain.card("team:network").is_placed
    assert chain.said == ["Network: Infrastructure SRE, by its layer"]


def test_after_a_new_team_by_keys_the_next_one_is_offered(chain):
    chain.click("team:infra-sre")
    chain.lens.acts.new_team.trigger()
    for name in ("Network", "Storage"):
        chain.type(name)
        chain.press(Key.Key_Return)
    assert {"network", "storage"} <= chain.session.organization.team_by_id.keys()
    assert chain.session.organization.team_by_id["storage"].kind == "infrastructure-sre"
    chain.press(Key.Key_Return)
    QApplication.processEvents()
    assert chain.steps == ["Add team Network", "Add team Storage"]
    assert not chain.view.findChild(InPlace) or not chain.view.findChild(InPlace).isVisible()
    assert chain.view.hasFocus()


def test_a_team_is_renamed_where_it_stands(chain):
    chain.click("team:infra-sre")
    chain.press(Key.Key_F2)
    chain.type("Platform")
    chain.press(Key.Key_Return)
    assert chain.session.organization.team_by_id["infra-sre"].name == "Platform"
    chain.double_click(chain.middle("team:infra-sre"))
    assert chain.editor.texts == ("Platform",)


def test_delete_takes_the_selected_team_away_and_undo_brings_it_back(chain):
    chain.click("team:infra-sre")
    chain.press(Key.Key_Delete)
    assert "team:infra-sre" not in chain.view.canvas.cards
    assert chain.session.selection == ()
    assert chain.steps == ["Remove Infrastructure SRE"]
    chain.session.undo()
    assert "team:infra-sre" in chain.view.canvas.cards


def test_without_teams_the_first_one_is_asked_for(qtbot, appearance):
    chain = ChainHand(qtbot, Session(Document(Organization(name="Nobody"))))
    chain.qtbot.mouseClick(chain.lens.over.empty.action, Qt.MouseButton.LeftButton)
    chain.type("Desk")
    chain.press(Key.Key_Return)
    assert [team.name for team in chain.session.organization.teams] == ["Desk"]
