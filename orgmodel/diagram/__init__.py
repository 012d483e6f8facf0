"""Geometry once: places, lines and labels as plain shapes, drawn by the PDF and the screen alike."""
