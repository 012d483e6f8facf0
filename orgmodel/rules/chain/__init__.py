"""ESC: the way of a page."""
