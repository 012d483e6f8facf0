"""The Chain lens: teams in the bands of their layers, and how a page travels between them."""

from ui.chain.lens import ChainLens

__all__ = ["ChainLens"]
