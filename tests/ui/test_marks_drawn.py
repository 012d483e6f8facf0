"""Glyphs land where they should, in the colours of the theme."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from orgmodel.diagram.marks import KIND_GLYPHS, MARKS
from ui import icons
from ui.marks import draw_hatch, draw_kind, draw_letters, draw_mark
from ui.theme import DARK, LIGHT


def drawn(what, width=60, height=40, theme=LIGHT):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.paper))
    painter = QPainter(image)
    what(painter)
    painter.end()
    return image


def colours(image):
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KIND_GLYPHS)
def test_every_kind_is_drawn_in_its_colour_inside_its_square(qtbot, kind, theme):
    image = drawn(lambda painter: draw_kind(painter, QRectF(10, 8, 24, 24), kind, theme), theme=theme)
    assert theme.kinds[kind] in colours(image)
    outside = colours(image.copy(0, 0, 9, 40)) | colours(image.copy(36, 0, 24, 40))
    assert outside == {theme.paper}


def test_a_code_stands_in_the_glyph_from_20_px_up(qtbot):
    plain = drawn(lambda painter: draw_kind(painter, QRectF(0, 0, 19, 19), "frontline", LIGHT))
    coded = drawn(lambda painter: draw_kind(painter, QRectF(0, 0, 20, 20), "frontline", LIGHT))
    told = drawn(lambda painter: draw_kind(painter, QRectF(0, 0, 20, 20), "frontline", LIGHT, with_code=False))
    assert plain.pixelColor(9, 9).name().upper() == told.pixelColor(9, 9).name().upper() == LIGHT.kinds["frontline"]
    assert coded != told


def test_a_is_a_block_and_r_a_ring_on_its_tint(qtbot):
    block = drawn(lambda painter: draw_letters(painter, QRectF(0, 0, 60, 40), "A", "application", LIGHT))
    ring = drawn(lambda painter: draw_letters(painter, QRectF(0, 0, 60, 40), "R", "application", LIGHT))
    assert block.pixelColor(16, 20).name().upper() == LIGHT.kinds["application"]
    assert ring.pixelColor(16, 20).name().upper() == LIGHT.kind_tints["application"]
    assert ring.pixelColor(12, 20).name().upper() == LIGHT.kinds["application"]


def test_a_shared_a_has_a_second_border_in_error_with_a_gap(qtbot):
    image = drawn(lambda painter: draw_letters(painter, QRectF(0, 0, 60, 40), "A", "frontline", LIGHT, shared=True))
    across = [image.pixelColor(x, 20).name().upper() for x in range(6, 14)]
    assert LIGHT.error in across
    assert across[-1] == LIGHT.kinds["frontline"]


@pytest.mark.parametrize("name", MARKS)
def test_every_mark_is_drawn_and_takes_another_colour(qtbot, name):
    own = drawn(lambda painter: draw_mark(painter, QRectF(4, 4, 32, 32), name, LIGHT))
    other = drawn(lambda painter: draw_mark(painter, QRectF(4, 4, 32, 32), MARKS[name], LIGHT, LIGHT.accent))
    assert len(colours(own)) > 1
    assert own != other


def test_cells_hatched_from_one_origin_have_no_seam(qtbot):
    origin = QPointF(0, 0)
    whole = drawn(lambda painter: draw_hatch(painter, QRectF(0, 0, 60, 40), LIGHT, origin))

    def halves(painter):
        draw_hatch(painter, QRectF(0, 0, 23, 40), LIGHT, origin)
        draw_hatch(painter, QRectF(23, 0, 37, 40), LIGHT, origin)

    # The rasteriser may round a shade differently in another clip; a seam would be the whole way from line to paper.
    parted = drawn(halves)
    for x in range(60):
        assert all(abs(parted.pixelColor(x, y).green() - whole.pixelColor(x, y).green()) < 24 for y in range(40))


def test_an_icon_comes_in_its_colour_and_for_the_screen(qtbot):
    made = icons.pixmap("minus", "#B3261E", 16, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (32, 2.0)
    image = made.toImage()
    assert image.pixelColor(16, 16).name().upper() == "#B3261E"
    assert image.pixelColor(1, 1).alpha() == 0
    assert not icons.icon("minus", "#000000").isNull()
