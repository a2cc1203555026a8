"""Letters that are not plainly black on white."""

from collections.abc import Callable, Iterator

from kehoach.findings import Fault
from kehoach.rules.form.font_family import headers
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.wording import begins, words
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.sheet import Paragraph, Run


@rule("FMT212", Grain.FORM, WARNING)
def letters_black(form: Form) -> Iterator[Fault]:
    """Letters are black; stamps of secrecy and urgency may be red."""
    stamps = words(form.lexicon, "stamps")
    for one, run in _first(form, lambda run: run.colour):
        if not begins(one.text, stamps):
            yield form.fault("FMT212", one, actual=run.colour)


@rule("FMT213", Grain.FORM, WARNING)
def letters_unmarked(form: Form) -> Iterator[Fault]:
    """No words stand on a coloured ground; cells of tables may."""
    told = {one.number for one, _ in _first(form, lambda run: run.marked)}
    for one in form.sheet.paragraphs:
        if one.number in told or (one.layout.marked and not one.blank):
            yield form.fault("FMT213", one)


@rule("FMT214", Grain.FORM, WARNING)
def letters_unstruck(form: Form) -> Iterator[Fault]:
    """No words are struck out."""
    for one, _ in _first(form, lambda run: run.struck):
        yield form.fault("FMT214", one)


def _first(form: Form, told: Callable[[Run], object]) -> Iterator[tuple[Paragraph, Run]]:
    """The paragraphs with a visible run that is *told*, each with the first such run; headers are told at the top."""
    for one in form.sheet.paragraphs:
        run = next((run for run in one.runs if told(run) and run.text.strip()), None)
        if run:
            yield one, run
    for one in headers(form):
        runs = (*one.runs, one.page_number) if one.page_number else one.runs
        run = next((run for run in runs if told(run) and (run is one.page_number or run.text.strip())), None)
        if run:
            yield form.sheet.paragraphs[0], run
