"""LOAD: too much."""
