"""A card says less from far away; how fine the pixels of the screen are makes no difference to that."""

from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from orgmodel.analysis import analyse
from orgmodel.catalogue import template
from orgmodel.diagram.chain import chain_diagram, screen_measures
from ui.chain.painting import paint_card
from ui.theme import LIGHT

MEASURES = screen_measures(lambda _, text: 7.0 * len(text))


def last_line_is_written(card, ratio, zoom):
    """Whether there is ink where a near card says what its team answers for."""
    picture = QImage(QSize(int(300 * ratio * zoom), int(120 * ratio * zoom)), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(LIGHT.paper))
    painter = QPainter(picture)
    painter.scale(zoom, zoom)
    paint_card(painter, card, 12, LIGHT)
    painter.end()
    scale = ratio * zoom
    places = ((x, y) for x in range(int(16 * scale), int(140 * scale)) for y in range(int(80 * scale), int(92 * scale)))
    return any(picture.pixelColor(x, y) != QColor(LIGHT.paper) for x, y in places)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_card_is_whole_at_100_percent_on_any_screen_and_short_from_far(qapp, ratio):
    document = template("four-teams")
    found = analyse(document, date(2026, 11, 22))
    card = chain_diagram(document.organization, found, document.arrangement, MEASURES).cards[0]
    assert last_line_is_written(card, ratio, 1.0)
    assert not last_line_is_written(card, ratio, 0.5)
