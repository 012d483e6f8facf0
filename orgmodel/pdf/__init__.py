"""The paper: who supports what as a PDF that reads without the app."""

from orgmodel.pdf.paper import Paper, paper

__all__ = ["Paper", "paper"]
