"""What would become of an edit before it is made: rows without an owner, broken chains, thin rotations, load, findings.

Nothing changes until the command is applied, and that is one step of Undo.
"""

from orgmodel.what_if.consequences import Consequences, accepted, consequences, consequences_from
from orgmodel.what_if.differences import CutOff, LoadChange, Orphan, ThinLevel

__all__ = [
    "Consequences",
    "CutOff",
    "LoadChange",
    "Orphan",
    "ThinLevel",
    "accepted",
    "consequences",
    "consequences_from",
]
