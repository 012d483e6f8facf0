"""Cells of the matrix as a spreadsheet puts them on the clipboard, and back: what is taken, what not and why."""
