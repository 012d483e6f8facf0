"""The paper: who supports what as a PDF that reads without the app; what writes it loads when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgmodel.pdf.order import Order

if TYPE_CHECKING:
    from orgmodel.pdf.printing import Paper, paper

__all__ = ["Order", "Paper", "paper"]


def __getattr__(name: str) -> Any:
    if name not in ("Paper", "paper"):
        raise AttributeError(f"orgmodel.pdf has no {name}")
    from orgmodel.pdf import printing

    return getattr(printing, name)
