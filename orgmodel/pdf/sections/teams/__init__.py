"""A page for each team."""
