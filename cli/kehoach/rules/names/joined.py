"""Abbreviations that are joined by "&"."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_JOINED = compiled(r"\b([A-ZĐ]{2,}) ?& ?([A-ZĐ]{2,})\b")
SAME = 2


@rule("ORG314", Grain.WRITTEN, INFO)
def abbreviation_of_one_form(file: Written, view: View) -> Iterator[Fault]:
    """An abbreviation with "&" is written in one way throughout.

    *GDNN&GDTX* and *GDNN & GDTX*, *KCCQ&DN* and *ĐKCCQ&DN* look like two bodies.
    """
    first: dict[tuple[str, str], dict[str, Passage]] = {}
    for passage in holding(file, view, "&"):
        for match in _JOINED.finditer(passage.text):
            forms = first.setdefault((match[1][-SAME:], match[2]), {})
            written = match.group()
            if forms and written not in forms:
                other, before = next(iter(forms.items()))
                start = before.text.index(other)
                related = (Related(before.place(start, start + len(other)), "named_here"),)
                arguments = {"name": written, "other": other}
                yield Fault("ORG314", passage.place(*match.span()), passage.pointer, arguments, related)
            forms.setdefault(written, passage)
