"""Numbers that Word counts and numbers that were typed, and the signs of lists."""

from collections.abc import Iterator
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.rules.form.form import Form
from kehoach.rules.form.heading_numbers import wrong_sign
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.tree import Element

LETTERED = compiled(r"[a-hj-uwyzđ]\s?[.)]\s")


@rule("FMT404", Grain.FORM, WARNING)
def headings_counted_alike(form: Form) -> Iterator[Fault]:
    """Headings of one level, and a list, are all counted by Word or all typed: half of each fall apart in time."""
    levels: dict[int, tuple[list[Found], list[Found]]] = {}
    for part in form.parts(None):
        levels.setdefault(part.level, ([], []))[not part.paragraph.mark.strip()].append(part)
    for counted, typed in levels.values():
        fewer = min(typed, counted, key=len)
        if fewer and not wrong_sign(form, fewer[0]):
            yield form.fault("FMT404", fewer[0].paragraph, actual=fewer[0].number)
    told = None
    for above, below in pairwise(form.parts(Element.NUMBERED)):
        near = below.paragraph.number - above.paragraph.number == 1
        if near and _next_number(above, below) and bool(above.paragraph.mark) != bool(below.paragraph.mark):
            if above is not told:
                yield form.fault("FMT404", below.paragraph, actual=below.number)
            told = below


def _next_number(above: Found, below: Found) -> bool:
    """Whether *below* goes on counting where *above* is."""
    first, second = (one.number.strip("()./") for one in (above, below))
    return first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1


@rule("FMT406", Grain.FORM, INFO)
def rungs_known(form: Form) -> Iterator[Fault]:
    """Titles have the numbers of the standard's ladder: where that has no letters, no title is ``a)``."""
    ladder = form.standard.ladder
    if any(rung.number[:1].islower() for rung in ladder):
        return
    for part in form.parts(Element.NUMBERED, Element.BODY):
        lettered = LETTERED.match(f"{part.paragraph.mark} {part.paragraph.text}".lstrip())
        if lettered and part.runs and all(run.bold or run.italic for run in part.runs):
            yield form.fault("FMT406", part.paragraph, wanted=", ".join(rung.number for rung in ladder))


@rule("FMT405", Grain.FORM, INFO)
def bullets_known(form: Form) -> Iterator[Fault]:
    """Lists without numbers have the signs of the standard."""
    strange = form.lexicon.words("form", "other_bullets")
    for part in form.parts(Element.BODY, Element.NUMBERED):
        sign = part.paragraph.mark.strip() or part.paragraph.text.split(maxsplit=1)[0]
        if sign in strange:
            yield form.fault("FMT405", part.paragraph, actual=sign, wanted=" ".join(form.standard.bullets))
