"""SPOF: one is not enough."""
