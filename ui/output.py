"""What the lens in front shows, for the clipboard and for the printer."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.copying import Copying
    from ui.lens import Lens
    from ui.main_window import MainWindow
    from ui.open_document import OpenDocument
    from ui.printing import Printing


class Output:
    """Makes what copies and what prints when somebody first asks for it: the first paint waits for neither."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @cached_property
    def copying(self) -> Copying:
        from ui.copying import Copying

        made = Copying(self._window.stepwise, self._window)
        made.said.connect(self._window.say)
        return made

    @cached_property
    def printing(self) -> Printing:
        from ui.printing import Printing

        made = Printing(self._window, self._window.stepwise)
        made.said.connect(self._window.say)
        return made

    def copy_picture(self, lens: Lens) -> None:
        self.copying.copy_picture(lens)

    def copy_table(self, lens: Lens) -> None:
        self.copying.copy_table(lens)

    def ask_and_print(self, document: OpenDocument, lens: Lens) -> None:
        self.printing.ask_and_print(document, lens)

    def preview(self, document: OpenDocument, lens: Lens) -> None:
        self.printing.preview(document, lens)
