"""Run the catalogue over a document: what is found, waived and not assessed, and the fixes that do what they say."""

from orgmodel.analysis.analysis import Analysis, analyse
from orgmodel.analysis.explained import worked_out

__all__ = ["Analysis", "analyse", "worked_out"]
