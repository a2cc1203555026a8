"""The rules as entries of the rulebook."""

from collections.abc import Mapping

from kehoach.reporting.rulebook import Entry
from kehoach.rules.registry import RULES


def entries() -> Mapping[str, Entry]:
    """Every rule by its code."""
    return {code: Entry(code, rule.weights, rule.suppressible) for code, rule in RULES.items()}
