"""ONC: the rotations."""
