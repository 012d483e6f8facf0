"""What the tips of the list say: of a line why it matters, of its words what they do and with which key."""

from __future__ import annotations

from ui.findings.lines import FindingLine, Line, MissingLine, SectionLine
from ui.findings.places import Action, is_waived
from ui.plain_text import as_tip

_SAID: dict[Action, str] = {
    "fold": "Open or close (Right, Left)",
    "more": "Show more of them (Enter)",
    "waive": "Accept it for a while, with a reason (W)",
    "remove": "Take the waiver back: its findings count again (Del)",
    "renew": "Change the reason or the last day of the waiver (W)",
}


def tip_of(line: Line, action: Action | None) -> str:
    """A tip as plain text, whatever names are in it."""
    return as_tip("\n".join(sentence for sentence in _sentences(line, action) if sentence))


def _sentences(line: Line, action: Action | None) -> tuple[str, ...]:
    if action == "about":
        return (f"{', '.join(line.codes)}: what it means and how to put it right (F1)",)
    if action == "fill" and isinstance(line, MissingLine | FindingLine):
        wanting = f"Rules that want it: {', '.join(line.codes)}"
        key, why = ("F", line.finding.advice) if isinstance(line, FindingLine) else ("Enter", wanting)
        return f"{line.remedy.link} ({key})", why
    if isinstance(line, FindingLine) and (action == "fix" or action is None):
        finding = line.finding
        if action is None or is_waived(line):
            return finding.message, line.remark, finding.advice, finding.source.title
        fixes = finding.fixes if finding.details.fixes_known else ()
        return (*(fix.label for fix in fixes), finding.advice, "One step, taken back with Ctrl+Z (F)")
    if isinstance(line, SectionLine) or action in _SAID:
        return line.text if action == "fold" and isinstance(line, SectionLine) else "", _SAID[action or "fold"]
    return line.text, line.remark
