"""What if a team were removed, merged, split or halved, or lost a site or a person: before it is done."""

from ui.what_if.window import WhatIfWindow

__all__ = ["WhatIfWindow"]
