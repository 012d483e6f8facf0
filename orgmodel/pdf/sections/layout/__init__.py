"""The organisation layout."""
