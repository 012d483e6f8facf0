"""The organisation as networks: escalation, ownership, dependencies, people. networkx loads when one is asked for."""

from orgmodel.graph.chain import Chain
from orgmodel.graph.organization_graph import OrgGraph
from orgmodel.graph.row_facts import RowFacts

__all__ = ["Chain", "OrgGraph", "RowFacts"]
