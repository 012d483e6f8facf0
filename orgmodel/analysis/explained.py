"""All that findings are shown with, at once: a rule that stops while it explains one is a failure like another."""

from __future__ import annotations

from collections.abc import Callable

from orgmodel.findings import Details, Failure, Finding, Report
from orgmodel.model.value import changed


def worked_out(report: Report, fixes_of: Callable[[Finding], object] | None = None) -> Report:
    """The report with the advice of each finding ready, and what `fixes_of` asks for, where anybody does.

    A rule whose advice or fixes stop with a fault of their own is named in `failures`; the finding stays, without them.
    """
    failures: dict[str, Failure] = {}

    def explained(finding: Finding) -> Finding:
        advice = ""
        try:
            advice = finding.advice
            if fixes_of:
                fixes_of(finding)
        except Exception as fault:  # noqa: BLE001 (whatever a rule does, the others are heard)
            failures.setdefault(finding.code, Failure.of(finding.code, fault))
            return changed(finding, details=Details(advice))
        return finding

    findings, waived = (tuple(map(explained, listed)) for listed in (report.findings, report.waived))
    if not failures:
        return report
    known = {failure.code for failure in report.failures}
    added = tuple(failure for code, failure in sorted(failures.items()) if code not in known)
    return changed(report, findings=findings, waived=waived, failures=(*report.failures, *added))
