"""Which editor each kind of field has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.inspector.chips_editor import ChipsEditor
from ui.inspector.choice_editor import ChoiceEditor
from ui.inspector.day_editor import DayEditor
from ui.inspector.fields import (
    ChoiceField,
    DayField,
    ManyField,
    PickField,
    SaidField,
    TextField,
)
from ui.inspector.hand import Hand
from ui.inspector.pick_editor import PickEditor
from ui.inspector.said_label import SaidLabel
from ui.inspector.typing_editors import ProseEditor, TextEditor
from ui.translation import tr

Single = TextField | ChoiceField | PickField | DayField | ManyField | SaidField


class Editor(Protocol):
    """A widget that shows what one field holds and changes it."""

    told: SignalInstance
    """Why what is typed cannot be; nothing where it can."""

    def fill(self, value: Any) -> None:
        """Show what is written in the document."""

    def is_in_hand(self) -> bool:
        """Whether somebody has begun to change it, so that it is left alone."""

    def commit(self) -> None:
        """Write what somebody has begun."""

    def hasFocus(self) -> bool: ...


def editor_for(field: Single, hand: Hand) -> QWidget:
    """The editor, named for screen readers by the field's label."""
    made = _MAKERS[type(field)](field, hand)
    made.setAccessibleName(tr(field.label))
    return made


def as_editor(widget: QWidget) -> Editor:
    return cast("Editor", widget)


def _typed(field: TextField, hand: Hand) -> QWidget:
    return ProseEditor(field, hand) if field.long else TextEditor(field, hand)


_MAKERS: Final[dict[type, Callable[[Any, Hand], QWidget]]] = {
    TextField: _typed,
    ChoiceField: ChoiceEditor,
    PickField: PickEditor,
    DayField: DayEditor,
    ManyField: ChipsEditor,
    SaidField: SaidLabel,
}
