"""What the window shows while nothing is open: how to begin, what was open lately, and samples."""
