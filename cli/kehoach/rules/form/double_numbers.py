"""One number, one mark for each paragraph."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.body import TYPED
from kehoach.rules.registry import ERROR, Grain, rule


@rule("FMT403", Grain.FORM, ERROR)
def number_once(form: Form) -> Iterator[Fault]:
    """What a list counts has no second number or mark that was typed."""
    marks = tuple(f"{mark} " for mark in form.standard.bullets)
    for part in form.found:
        counted, text = part.paragraph.mark.strip(), part.paragraph.text.lstrip()
        typed = TYPED.fullmatch(text) if counted[-1:] not in form.standard.bullets else None
        second = typed["number"] if typed else text[:1] if text.startswith(marks) else ""
        if counted and second:
            yield form.fault("FMT403", part.paragraph, actual=counted, second=second)
