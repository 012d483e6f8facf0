"""The dock of what was found: live, apart by open, waived and not assessed, with its fixes one click away."""

from ui.findings.panel import FindingsPanel

__all__ = ["FindingsPanel"]
