"""The check of a finished document: every rule of the form run over it, repeated faults told once."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import replace
from kehoach.rules.form.date_line import written_on
from kehoach.rules.form.form import Form
from kehoach.rules.registry import RULES, Grain
from kehoach.sheet import Sheet
from kehoach.standards.standard import Standard

COUNT, PART = "count", "part"
# So many faults of one kind are told one by one; more of them are put together.
MOST = 3


def form_faults(sheet: Sheet, standard: Standard, lexicon: Lexicon) -> Iterator[Fault]:
    """Everything in which *sheet* departs from *standard*, as it was in force on the day that *sheet* bears.

    Faults of one kind with the same values are one fault, at the first place; ``count`` says how many there are.
    So is what was done to several lines in one go.
    """
    form = Form.of(sheet, standard, lexicon)
    day = written_on(form)
    if day and standard.on(day) != standard:
        form = Form.of(sheet, standard.on(day), lexicon)
    for rule in RULES.values():
        if rule.grain is Grain.FORM and rule.check:
            yield from folded(rule.check(form))


def folded(faults: Iterable[Fault]) -> Iterator[Fault]:
    """*faults* of one rule, the same ones told once with how often they occur."""
    kinds: dict[tuple[str, tuple[tuple[str, str], ...]], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((fault.code, tuple(sorted(fault.arguments.items()))), []).append(fault)
    told = list(_in_one_stroke([_first(same, len(same)) for same in kinds.values()]))
    yield from [_together(told)] if len(told) > MOST and PART in told[0].arguments else told


def _in_one_stroke(faults: Sequence[Fault]) -> Iterator[Fault]:
    """*faults* that differ in their part alone, those of lines one below the other told as one."""
    group: list[Fault] = []
    for fault in sorted(faults, key=lambda one: one.place):
        if group and not _goes_on(group[-1], fault):
            yield _together(group)
            group = []
        group.append(fault)
    if group:
        yield _together(group)


def _goes_on(above: Fault, below: Fault) -> bool:
    first, second = (
        {name: value for name, value in fault.arguments.items() if name not in (PART, COUNT)}
        for fault in (above, below)
    )
    return PART in above.arguments and first == second and below.place.line - above.place.line <= 1


def _first(same: Sequence[Fault], count: int) -> Fault:
    first = min(same, key=lambda fault: fault.place)
    return replace(first, arguments={**first.arguments, COUNT: str(count)})


def _together(faults: Sequence[Fault]) -> Fault:
    """*faults* as one at the first place, which lists the values of all."""
    listed = {name: ", ".join(dict.fromkeys(fault.arguments[name] for fault in faults)) for name in faults[0].arguments}
    first = _first(faults, sum(int(fault.arguments[COUNT]) for fault in faults))
    return replace(first, arguments={**listed, COUNT: first.arguments[COUNT]})
