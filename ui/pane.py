"""Where the parts of the workspace stand, and what makes them."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from orgmodel.model.value import value
from ui.session import Session
from ui.theme import Theme


@value
class PanePlace:
    """The action that shows a lens or a dock, and the class that makes it; imported when it is first shown."""

    action: str
    name: str
    icon: str
    module: str
    maker: str

    def make(self, session: Session, theme: Theme) -> QWidget:
        return cast("QWidget", getattr(import_module(self.module), self.maker)(session, theme))
