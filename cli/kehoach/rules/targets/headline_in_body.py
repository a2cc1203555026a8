"""The figure of a target and the same figure in the prose."""

from collections.abc import Iterator
from itertools import product

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases import quantity
from kehoach.phrases.quantity import Found, Quantity
from kehoach.plan import Plan
from kehoach.rules.holding import saying
from kehoach.rules.passages import PROSE, Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.subjects import Told, about, alike, all_told, of_a_part
from kehoach.rules.view import View

BELOW = "below"
_DIGIT = compiled(r"\d")


@rule("TGT217", Grain.RESOLVED, WARNING)
def headline_in_body(plan: Plan, view: View) -> Iterator[Fault]:
    """The prose says of a target's subject the same number as the target.

    Only what is said of the same subject in nearly the same words is compared: what names an occasion, a place, a span
    of time or the units below is a part or another matter, and is left alone.
    """
    file = view.written(plan.id)
    told = list(all_told(plan, view.lexicon))
    if file is None or not told:
        return
    for passage in saying(file, view, *{one.measure for one in told}):
        if passage.key == PROSE and _DIGIT.search(passage.text) and BELOW not in passage.path.split("/"):
            yield from _compared(passage, told, plan, view)


def _compared(passage: Passage, told: list[Told], plan: Plan, view: View) -> Iterator[Fault]:
    low = passage.text.casefold()
    near = [one for one in told if one.measure in low and one.meant_by(low)]
    numbered = [(*one, one[1].casefold()) for one in passage.sentences() if _DIGIT.search(one[1])] if near else []
    for one, (start, sentence, folded) in product(near, numbered):
        near_it = one.measure in folded and one.meant_by(folded)
        if not near_it or of_a_part(sentence, plan.year, view.lexicon):
            continue
        for found in quantity.find(sentence, view.lexicon):
            clause = about(sentence, (found.start, found.end), view.lexicon)
            if _differs(found, one.known) and alike(one.subject, clause):
                place = passage.place(start + found.start, start + found.end)
                phrase = one.figure.phrase
                arguments = {"id": one.target.id, "said": found.quantity.written, "phrase": phrase.text}
                yield Fault("TGT217", place, passage.pointer, arguments, (Related(phrase.place, "headline_here"),))


def _differs(found: Found, known: Quantity) -> bool:
    said = found.meant
    same = said.measure == known.measure and said.counting is known.counting and said.op is known.op
    plain = not (found.unsure or found.scope or found.carried.each or said.every or said.growth or said.percent)
    return same and plain and (said.low, said.high) != (known.low, known.high)
