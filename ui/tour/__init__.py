"""The tour: five steps in a copy of a sample, beside the work, that go on by themselves when they are done."""

from ui.tour.tour import Tour

__all__ = ["Tour"]
