"""What differs between two documents: by thing and field, and what became of the findings."""

from orgmodel.comparison.comparing import compared, differences_between
from orgmodel.comparison.difference import Change, Comparison, Difference, FieldChange
from orgmodel.comparison.headline import Headline, headline_of

__all__ = [
    "Change",
    "Comparison",
    "Difference",
    "FieldChange",
    "Headline",
    "compared",
    "differences_between",
    "headline_of",
]
