"""Pages in their order: how sections flow over them and become a file."""
