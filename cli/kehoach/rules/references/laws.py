"""Laws under their names of another time."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach.findings import Fault
from kehoach.patterns import caseless, small
from kehoach.phrases.choices import any_word, begun, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import slashed
from kehoach.phrases.times.plain import plain
from kehoach.rules.former import Former, former
from kehoach.rules.holding import holding
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

NEAR = 40


@rule("REF108", Grain.WRITTEN, INFO)
def law_in_force(file: Written, view: View) -> Iterator[Fault]:
    """A law bears the name that it has in the plan's time.

    A law that was replaced, or one that is called new long after it was passed, was copied from an old plan. Drafts
    and what looks back keep the old name.
    """
    year = file.year
    first = date(year, 1, 1) if year else None
    table, pattern = view.lexicon.view(_laws)
    for passage in holding(file, view, *view.lexicon.words("references", "law_words")) if first else ():
        for match in pattern.finditer(small(passage.text)):
            until, now = table[spoken(match.group())]
            before = passage.text[max(0, match.start() - NEAR) : match.start()]
            making = any_word(view.lexicon.words("references", "law_in_making")).search(before)
            if first and until < first and not making:
                written = passage.text[slice(*match.span())]
                arguments = {"written": written, "now": now, "until": slashed(until)}
                yield Fault("REF108", passage.place(*match.span()), passage.pointer, arguments)


def _laws(lexicon: Lexicon) -> tuple[Former, re.Pattern[str]]:
    """Each former name with its last day and the name since, and a pattern that finds them in small letters."""
    table = former(lexicon, "references", "laws")
    return table, caseless(rf"{begun(table)}(?!\w)(?!\s+(?:{lexicon.view(plain).year}\s+)?\d)")
