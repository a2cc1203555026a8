"""The resolved plan: what a document holds once nothing is left to inherit.

Every text of a plan is a ``Value``: words with the whole history of how they came here. Placeholders
(``{{ unit.name }}``) still stand in them and are filled when the document is composed.
"""

from kehoach.plan.head import Basis, Head, Issued, Recipient, Signed, Theme
from kehoach.plan.history import Step, Value, Verb
from kehoach.plan.items import Activity, Carrier, Cascade, Deadline, Figure, Item, Policy, Target
from kehoach.plan.resolved import Annex, Block, Omission, Plan, Section

__all__ = [
    "Activity",
    "Annex",
    "Basis",
    "Block",
    "Carrier",
    "Cascade",
    "Deadline",
    "Figure",
    "Head",
    "Issued",
    "Item",
    "Omission",
    "Plan",
    "Policy",
    "Recipient",
    "Section",
    "Signed",
    "Step",
    "Target",
    "Theme",
    "Value",
    "Verb",
]
