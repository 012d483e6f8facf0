"""The room that the fields keep where something above them went, and in it the findings that an edit put right."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orgmodel.model.value import value
from ui.icons import pixmap
from ui.plain_text import as_tip
from ui.texts import SMALL, cut, write
from ui.theme import Theme
from ui.translation import plural, tr

_LINE: Final = 24
_ICON: Final = 16
_ICON_LEFT: Final = 4
_LEFT: Final = 30
"""As the glyphs and the names of the teams above it stand."""

Findings = tuple[tuple[str, str], ...]
"""The mark and the sentence of each."""


@value
class Mended:
    """The findings of one thing that are gone since somebody began to work on it."""

    sentences: tuple[str, ...] = ()

    def then(self, before: Findings, after: Findings) -> Mended:
        """What came back is not mended; one that is only said in other words has another in its place."""
        said = {sentence for _, sentence in after}
        gone = tuple(sentence for _, sentence in before if sentence not in said)
        fewer = max(0, len(before) - len(after))
        kept = tuple(sentence for sentence in self.sentences if sentence not in said)
        return Mended((*kept, *(gone[-fewer:] if fewer else ())))


class MendedRoom(QWidget):
    """As high as the room that is kept; says as much as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.mended = theme, Mended()
        self.setFixedHeight(0)

    def tell(self, before: Findings, after: Findings) -> None:
        """These findings there were, and these there are now."""
        self._show(self.mended.then(before, after))

    def forget(self) -> None:
        self._show(Mended())

    def lines(self) -> tuple[str, ...]:
        """What stands in it now; where not all have room, how many there are."""
        sentences, most = self.mended.sentences, self.height() // _LINE
        if len(sentences) > most:
            return (plural(len(sentences), "{count} finding fixed", "{count} findings fixed"),) if most else ()
        return tuple(tr("Fixed: {finding}", finding=sentence) for sentence in sentences)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _show(self, mended: Mended) -> None:
        self.mended = mended
        said = " ".join(tr("Fixed: {finding}", finding=sentence) for sentence in mended.sentences)
        self.setAccessibleName(said)
        self.setToolTip(as_tip(said))
        self.update()

    def _draw(self, painter: QPainter) -> None:
        icon = pixmap("circle-check", self._theme.ink2, _ICON, self.devicePixelRatioF())
        for place, line in enumerate(self.lines()):
            top = place * _LINE
            painter.drawPixmap(_ICON_LEFT, top + (_LINE - _ICON) // 2, icon)
            said = cut(line, SMALL, self.width() - _LEFT)[0]
            write(painter, (_LEFT, top + _LINE / 2), said, SMALL, self._theme.ink2)
