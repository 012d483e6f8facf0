"""What ends a paper."""
