"""The figure of a target and the same figure in the prose."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.phrases import quantity
from kehoach.phrases.quantity import Found, Quantity
from kehoach.plan import Plan
from kehoach.rules.holding import saying
from kehoach.rules.passages import PROSE, Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.subjects import Told, about, alike, all_told, enough, of_a_part
from kehoach.rules.view import View

BELOW = "below"


@rule("TGT217", Grain.RESOLVED, WARNING)
def headline_in_body(plan: Plan, view: View) -> Iterator[Fault]:
    """The prose says of a target's subject the same number as the target.

    Only what is said of the same subject in nearly the same words is compared: what names an occasion, a place, a span
    of time or the units below is a part or another matter, and is left alone.
    """
    file = view.written(plan.id)
    told = all_told(plan)
    if file is None or not told:
        return
    for passage in saying(file, view, *{one.measure for one in told}):
        if passage.key == PROSE and BELOW not in passage.path.split("/"):
            yield from _compared(passage, told, plan, view)


def _compared(passage: Passage, told: list[Told], plan: Plan, view: View) -> Iterator[Fault]:
    low = passage.text.casefold()
    near = [one for one in told if one.measure in low]
    sentences = tuple((start, one, one.casefold()) for start, one in passage.sentences()) if near else ()
    for target, figure, known, measure in near:
        subject = about(target.text.text, (figure.start, figure.end), view.lexicon)
        for start, sentence, folded in sentences:
            near_it = measure in folded and enough(sum(word in folded for word in subject), len(subject))
            if not near_it or of_a_part(sentence, plan.year, view.lexicon):
                continue
            for found in quantity.find(sentence, view.lexicon):
                clause = about(sentence, (found.start, found.end), view.lexicon)
                if _differs(found, known) and alike(subject, clause):
                    place = passage.place(start + found.start, start + found.end)
                    arguments = {"id": target.id, "said": found.quantity.written, "phrase": figure.phrase.text}
                    related = (Related(figure.phrase.place, "headline_here"),)
                    yield Fault("TGT217", place, passage.pointer, arguments, related)


def _differs(found: Found, known: Quantity) -> bool:
    said = found.meant
    same = said.measure == known.measure and said.counting is known.counting and said.op is known.op
    plain = not (found.unsure or found.scope or found.carried.each or said.every or said.growth or said.percent)
    return same and plain and (said.low, said.high) != (known.low, known.high)
