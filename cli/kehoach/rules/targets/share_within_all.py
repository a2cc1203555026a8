"""Shares of people, units and places that exceed all of them."""

import re
from collections.abc import Iterator

from kehoach.cascade.grounds import whole_of
from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Cascade, Figure, Plan, Target
from kehoach.records import dataclass
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.shares import mistaken_above
from kehoach.rules.view import View

ALL = 100
COUNTABLE = frozenset({"persons", "organisations", "teams", "places"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a sentence whose share may exceed all, and words that say that a share is meant."""

    beyond: re.Pattern[str]
    share: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Saying":
        """The words in *lexicon*."""
        beyond, share = (
            compiled(rf"\b(?:{'|'.join(map(re.escape, lexicon.words('targets', name)))})\b", re.IGNORECASE)
            for name in ("beyond_all", "share_words")
        )
        return cls(beyond, share)


@rule("TGT221", Grain.RESOLVED, ERROR)
def share_within_all(plan: Plan, view: View) -> Iterator[Fault]:
    """No more than all can be reached: 192% of the members there are not.

    What is held against a plan, a budget or another year (*đạt 120% kế hoạch*) may be more.
    """
    for target, figure in plan.figures():
        above = figure.above
        too_much = figure.phrase.plan == plan.id and exceeds_all(target, figure, view)
        if too_much and not (above and mistaken_above(plan, above, view)):
            arguments = {"id": target.id, "phrase": figure.phrase.text}
            asked = (Related(above.phrase.place, "asked_here"),) if above else ()
            yield Fault("TGT221", figure.phrase.place, f"{target.id}.{figure.id}", arguments, asked)


def exceeds_all(target: Target, figure: Figure, view: View) -> bool:
    """Whether *figure* says a share of people, units or places above all of them."""
    known = figure.quantity
    if known is None or not known.percent or known.growth or max(known.low, known.high or 0) <= ALL:
        return False
    if whole_of(target, figure):  # a part of its whole is held against that
        return False
    saying = view.lexicon.view(Saying.of)
    above = figure.above.quantity if figure.above else None
    rated = figure.cascade is Cascade.COVERAGE or _counted(known) or (not known.unit and _rated(above, target, saying))
    return rated and not saying.beyond.search(target.text.text)


def _counted(known: Quantity | None) -> bool:
    return known is not None and known.sort in COUNTABLE


def _rated(above: Quantity | None, target: Target, saying: Saying) -> bool:
    """Whether a share that does not say of what is one of people, units or places all the same."""
    return _counted(above) or saying.share.search(target.text.text) is not None
