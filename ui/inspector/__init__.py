"""The dock that shows what is selected, field by field, and lets each be changed."""

from ui.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
