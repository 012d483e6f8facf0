"""What stands out on the canvas: what somebody looks for, what the finding in hand is about, or what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.model import Subject
from ui.chain.evidence import NO_EVIDENCE, evidence_on, missing_on
from ui.chain.found import Found, found_on
from ui.chain.navigation import near

if TYPE_CHECKING:
    from ui.chain.view import ChainView


class ChainFocus:
    """Works out anew only what may be something else by now: evidence and matches of a large chain take a while."""

    def __init__(self, view: ChainView) -> None:
        self._view = view
        self.evidence = NO_EVIDENCE
        """What the finding in hand points at on the canvas, as it was worked out from `_seen`."""
        self._seen: tuple[object, ...] = (None, None, None)
        self.sought = ""
        """The words that somebody looks for, and what on the canvas holds them; `_searched` are those of last time."""
        self.found: Found | None = None
        self._searched: tuple[str, object] = ("", None)
        self._seeks = False
        """Whether words were looked for after the finding in hand was shown."""

    def seek(self, text: str) -> None:
        """Let what holds these words stand out; nothing but what is selected where there are none."""
        self.sought, self._seeks = text, True

    def has_seen(self, finding: object) -> bool:
        """Whether that is the finding whose evidence stands out, or None and none does."""
        return self._seen[0] is finding

    def follow(self) -> None:
        """Take over the finding in hand, the document and the diagram as they are now."""
        session, canvas = self._view.session, self._view.canvas
        seen = (session.highlighted, session.organization, canvas.diagram)
        if seen[0] is not self._seen[0]:
            self._seeks = False
        if any(now is not before for now, before in zip(seen, self._seen, strict=True)):
            self._seen, self.evidence = seen, evidence_on(session, canvas)
            canvas.missing.show_between(missing_on(self.evidence, canvas), self.evidence.tone)
        if self._searched != (self.sought, canvas.diagram):
            self._searched = (self.sought, canvas.diagram)
            self.found = found_on(canvas, self.sought)

    @property
    def shows_found(self) -> bool:
        """Whether what is looked for stands out, and not the finding in hand: the one of these that came last."""
        return self.found is not None and (self._seeks or not self.evidence.cards)

    @property
    def cards(self) -> frozenset[Subject]:
        """The cards in focus and those next to them; none where nothing is dimmed."""
        view = self._view
        if self.shows_found and self.found:
            return self.found.shown
        if self.evidence.cards:
            return self.evidence.cards
        chosen = view.session.selection[:1]
        if chosen and chosen[0] in view.canvas.cards:
            return near(chosen, view.diagram.arrows)
        arrow = view.selected_arrow()
        return frozenset((arrow.arrow.source, arrow.arrow.target)) if arrow else frozenset()
