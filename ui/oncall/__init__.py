"""The On call lens: a week of real dates, who is on call when, and at which hours nobody is."""

from ui.oncall.lens import OnCallLens

__all__ = ["OnCallLens"]
