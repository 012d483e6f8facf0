"""Whatever is done and undone, every lens shows what a lens would that is made from the document there and then.

A step is one command, undo, redo or another selection, as Hypothesis draws them; `ORGMODEL_STEPS=10000` takes many more
than a daily run does.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from edits import DRAWN, NAMED_BY_VALUE
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from strategies import documents

from orgmodel.commands import Command
from orgmodel.document import Document
from ui.lens import LENSES, Lens
from ui.pane import PanePlace
from ui.session import Session
from ui.theme import LIGHT

STEPS = int(os.environ.get("ORGMODEL_STEPS", "200"))
STEPS_OF_ONE = 25
KINDS = sorted((*DRAWN, *NAMED_BY_VALUE), key=lambda kind: kind.__name__)
LARGEST = 4_000
"""Pixels of a side up to which the pictures are compared too."""


class Views(RuleBasedStateMachine):
    """One session with every lens on it, and a fresh session beside it after each step."""

    @initialize(document=documents())
    def begin(self, document: Document) -> None:
        self.start = document
        self.session = Session(document)
        self.lenses = {place.action: made(place, self.session) for place in LENSES}

    @rule(kind=st.sampled_from(KINDS), data=st.data())
    def edit(self, kind: type[Command], data: Any) -> None:
        command = data.draw(DRAWN[kind]) if kind in DRAWN else NAMED_BY_VALUE[kind](self.session.document, data)
        if command is not None:
            self.session.execute(command)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(data=st.data())
    def select(self, data: Any) -> None:
        things = [
            each.subject for each in (*self.session.organization.teams, *self.session.organization.responsibilities)
        ]
        if things:
            self.session.select(data.draw(st.sampled_from(things)))

    @invariant()
    def every_view_is_as_if_made_now(self) -> None:
        QApplication.processEvents()
        fresh = Session(self.session.document)
        fresh.select(*self.session.selection)
        for place in LENSES:
            other = made(place, fresh)
            assert_alike(self.lenses[place.action], other)
            other.deleteLater()  # type: ignore[attr-defined]
        fresh.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        while self.session.undo():
            pass
        assert self.session.document is self.start
        for lens in self.lenses.values():
            lens.deleteLater()  # type: ignore[attr-defined]
        self.session.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def made(place: PanePlace, session: Session) -> Lens:
    lens: Any = place.make(session, LIGHT)
    lens.resize(QSize(1000, 700))
    return lens  # type: ignore[no-any-return]


def assert_alike(one: Lens, other: Lens) -> None:
    assert one.table() == other.table(), one.name
    size = one.extent().toSize()
    assert size == other.extent().toSize(), one.name
    if max(size.width(), size.height()) <= LARGEST:
        assert drawn(one, size) == drawn(other, size), one.name


def drawn(lens: Lens, size: QSize) -> QImage:
    picture = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.paper))
    painter = QPainter(picture)
    lens.draw(painter, LIGHT)
    painter.end()
    return picture


@pytest.mark.usefixtures("qapp")
def test_every_view_is_always_as_if_it_were_made_now() -> None:
    run_state_machine_as_test(
        Views,
        settings=settings(
            max_examples=max(1, STEPS // STEPS_OF_ONE),
            stateful_step_count=STEPS_OF_ONE,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
