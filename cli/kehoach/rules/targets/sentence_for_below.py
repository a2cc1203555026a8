"""Sentences that come down to the units below."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Severity
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Cascade, Plan, Target
from kehoach.records import dataclass
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.targets.reach import reaches_below
from kehoach.rules.view import View

STAYS = {None, Cascade.NONE}


@dataclass(frozen=True, slots=True)
class UpperWords:
    """The words by which a sentence speaks from above: *every district*, *all levels of the Union*."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "UpperWords":
        """The words in *lexicon*."""
        each, units, of_all = (lexicon.words("targets", "upper_words", key) for key in ("each", "units", "of_all"))
        return cls(compiled(rf"\b(?:(?:{_any(each)}) (?:{_any(units)})|{_any(of_all)})\b", re.IGNORECASE))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words)


@rule("TGT303", Grain.RESOLVED, since(Profile.SUBMIT, Severity.WARNING))
def sentence_for_below(plan: Plan, view: View) -> Iterator[Fault]:
    """A target that comes down speaks for the unit that receives it.

    Without ``as_child`` each unit prints our own sentence, and "every district helps a village" reads wrongly there. A
    sentence that names neither us nor the units below reads the same at every level. A finished document hands
    nothing down.
    """
    if plan.id in view.finished:
        return
    for item in plan.items():
        if not isinstance(item, Target) or item.text.unit != plan.unit or "as_child" in item.fields:
            continue
        comes_down = item.achieve or any(figure.cascade not in STAYS for figure in item.figures)
        if comes_down and reaches_below(item.carrier, plan, view):
            words = _from_above(item, plan, view)
            if words:
                yield Fault("TGT303", item.text.place, item.id, {"id": item.id, "words": words})


def _from_above(item: Target, plan: Plan, view: View) -> str:
    """The words of the sentence by which we speak of ourselves or of the units, else nothing."""
    found = view.lexicon.view(UpperWords.of).pattern.search(item.text.text)
    if found:
        return found[0]
    state = view.units.state(plan.unit, plan.day)
    bodies = (name for names in state.bodies.values() for name in names.values())
    ours = sorted({state.name, *state.words.values(), *bodies}, key=len, reverse=True)
    text = item.text.text.casefold()
    return next((name for name in ours if name and _names(name.casefold(), text)), "")


def _names(name: str, text: str) -> bool:
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None
