"""The fixes of findings, worked out beside the window: each is tried on a copy, which takes long in a large file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from orgmodel.findings import Finding, Fix
from ui.background import Background

MOST_WANTED: Final = 40
"""So many findings may be waited for; of more the last that were asked for, since those are on screen."""
MOST_KEPT: Final = 2_000

Key = tuple[str, tuple[str, ...]]


class Remedies(QObject):
    """Asked for the fixes of a finding it says what it knows, and works out the rest one finding after the other."""

    known = Signal(object)
    """The `Finding` whose fixes are known now."""

    def __init__(self) -> None:
        super().__init__()
        # No child: its thread may outlive whoever asked, and brings what it found to nobody then.
        self._background = Background("fixes", _work_out, gives_way=True)
        self._background.done.connect(self._deliver)
        self._wanted: list[Finding] = []
        self._in_hand: Finding | None = None
        self._latest: dict[Key, tuple[Fix, ...]] = {}
        self._given_up: list[Finding] = []
        """Those whose fixes could not be worked out, for a fault that was said."""

    def of(self, finding: Finding) -> tuple[Fix, ...] | None:
        """The fixes; None where they are not known yet: they are worked out, and `known` says when."""
        if any(each is finding for each in self._given_up):
            return ()
        if not finding.details.fixes_known:
            self._want(finding)
            return None
        self._keep(finding, finding.fixes)
        return finding.fixes

    def latest(self, finding: Finding) -> tuple[Fix, ...]:
        """The fixes, or what they were in an earlier report until they are known; for looking at, not for applying."""
        fixes = self.of(finding)
        return self._latest.get(_key(finding), ()) if fixes is None else fixes

    def known_of(self, finding: Finding) -> tuple[Fix, ...]:
        """As `latest`, of what is known already; nothing is worked out for it."""
        return finding.fixes if finding.details.fixes_known else self._latest.get(_key(finding), ())

    def forget(self) -> None:
        """There is another report: what was wanted of the one before is not worked out any more."""
        self._wanted.clear()

    def stop(self) -> None:
        """Nothing is worked out or said any more."""
        self._wanted.clear()
        self._background.stop()

    def _want(self, finding: Finding) -> None:
        if finding is self._in_hand or any(each is finding for each in self._wanted):
            return
        self._wanted = [*self._wanted[1 - MOST_WANTED :], finding]
        if self._in_hand is None:
            self._go_on()

    def _go_on(self) -> None:
        self._in_hand = self._wanted.pop(0) if self._wanted else None
        if self._in_hand is not None:
            self._background.ask(self._in_hand)

    def _deliver(self, finding: Finding, failure: Exception | None) -> None:
        if failure:
            self._given_up.append(finding)
        else:
            self._keep(finding, finding.fixes)
        self._go_on()
        self.known.emit(finding)
        if failure:
            raise failure

    def _keep(self, finding: Finding, fixes: tuple[Fix, ...]) -> None:
        if len(self._latest) > MOST_KEPT:
            self._latest.clear()
        self._latest[_key(finding)] = fixes


def _key(finding: Finding) -> Key:
    return finding.code, finding.subjects


def _work_out(finding: Finding) -> Exception | None:
    """Have the fixes worked out and kept by the finding; what went wrong, where something did."""
    try:
        finding.details.fixes  # noqa: B018 (it is kept once it was asked for)
    except Exception as failure:  # noqa: BLE001 (raised in the thread of the window, when the next one is begun)
        return failure
    return None
