"""Cells as spreadsheets put them on the clipboard: what a block of the matrix is there, and what a paste would do."""

from orgmodel.spreadsheet.cells import MOST_CELLS, Cells, cells_in, tab_separated
from orgmodel.spreadsheet.copied import copied
from orgmodel.spreadsheet.pasted import pasted
from orgmodel.spreadsheet.plan import Left, Pasted, Taken

__all__ = ["MOST_CELLS", "Cells", "Left", "Pasted", "Taken", "cells_in", "copied", "pasted", "tab_separated"]
