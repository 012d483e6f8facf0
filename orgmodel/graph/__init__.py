"""The organisation as the rules see it: who has each row, and what its pages can take. networkx loads on demand."""

from orgmodel.graph.backing import Bundle
from orgmodel.graph.chain import Chain
from orgmodel.graph.organization_graph import OrgGraph
from orgmodel.graph.passages import Passage, passages_of, rows_behind
from orgmodel.graph.row_facts import RowFacts
from orgmodel.graph.row_index import RowEdit, RowIndex

__all__ = ["Bundle", "Chain", "OrgGraph", "Passage", "RowEdit", "RowFacts", "RowIndex", "passages_of", "rows_behind"]
