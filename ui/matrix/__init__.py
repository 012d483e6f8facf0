"""The Matrix lens: every row, who answers for it, does it, is asked, is told."""

from ui.matrix.lens import MatrixLens

__all__ = ["MatrixLens"]
