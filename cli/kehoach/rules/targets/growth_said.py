"""Growth in percent, of which nobody knows what it means."""

import re
from collections.abc import Iterator

from kehoach.cascade.grounds import ground
from kehoach.findings import Fault, Profile, Severity
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Figure, Plan, Target
from kehoach.records import dataclass
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.view import View


@dataclass(frozen=True, slots=True)
class Counted:
    """Words by which a sentence says that something is counted, and those of a share."""

    number: re.Pattern[str]
    share: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Counted":
        """The words in *lexicon*."""
        number, share = ("|".join(lexicon.words("targets", name)) for name in ("number_heads", "share_words"))
        head = rf"(?:^|[,;:%]\s+)(?:{number})\b"
        return cls(compiled(head, re.IGNORECASE), compiled(rf"\b(?:{share})\b", re.IGNORECASE))

    def said_of(self, text: str) -> bool:
        """Whether *text* speaks of a number, of which a percentage can only be a part."""
        return bool(self.number.search(text)) and not self.share.search(text)


@rule("TGT206", Grain.RESOLVED, since(Profile.SUBMIT, Severity.WARNING))
def growth_said(plan: Plan, view: View) -> Iterator[Fault]:
    """Growth of a share in percent says whether percentage points or a relative change are meant.

    From 60 %, *tăng 2%* is 62 % in points and 61,2 % in relative terms. The growth of a number is always relative.
    What was written for people alone is left to them.
    """
    if plan.id in view.finished:
        return
    for target, figure in plan.figures():
        growth = figure.quantity.growth if figure.quantity and figure.quantity.percent else None
        unsaid = growth and not growth.points and figure.phrase.plan == plan.id
        if unsaid and not _rests_on_a_number(target, figure, view):
            arguments = {"id": target.id, "phrase": figure.phrase.text}
            yield Fault("TGT206", figure.phrase.place, f"{target.id}.{figure.id}", arguments)


def _rests_on_a_number(target: Target, figure: Figure, view: View) -> bool:
    """Whether what *figure* grows from is a number, or how it grows is written."""
    rests = ground(target, figure, view.lexicon)
    counted = view.lexicon.view(Counted.of).said_of(target.text.text)
    return bool(rests.growth or counted or (rests.baseline and not rests.baseline.percent))
