"""What changed against the baseline."""
