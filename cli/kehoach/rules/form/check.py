"""The check of a finished document: every rule of the form run over it, repeated faults told once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.document.standard import Standard
from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.form.form import Form
from kehoach.rules.registry import RULES, Grain
from kehoach.sheet import Sheet

COUNT = "count"


def form_faults(sheet: Sheet, standard: Standard, lexicon: Lexicon) -> Iterator[Fault]:
    """Everything in which *sheet* departs from *standard*.

    Faults of one kind with the same values are one fault, at the first place; ``count`` says how many there are.
    """
    form = Form.of(sheet, standard, lexicon)
    for rule in RULES.values():
        if rule.grain is Grain.FORM and rule.check:
            yield from folded(rule.check(form))


def folded(faults: Iterable[Fault]) -> Iterator[Fault]:
    """*faults*, the same ones told once with how often they occur."""
    kinds: dict[tuple[str, tuple[tuple[str, str], ...]], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((fault.code, tuple(sorted(fault.arguments.items()))), []).append(fault)
    for same in kinds.values():
        first = min(same, key=lambda fault: fault.place)
        yield replace(first, arguments={**first.arguments, COUNT: str(len(same))})
