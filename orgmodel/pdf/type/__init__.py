"""Type: which font draws a text, in which order and shapes, and how wide it is."""
