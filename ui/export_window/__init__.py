"""The window that shows the pages of the PDF before they are written: for whom, which parts, on which paper."""

from ui.export_window.window import ExportWindow

__all__ = ["ExportWindow"]
