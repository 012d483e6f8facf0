"""The sample organisations, one file each; `generate` makes the large ones."""
