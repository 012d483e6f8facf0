"""GAP: nobody has it."""
