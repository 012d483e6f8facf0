"""The support chain."""
