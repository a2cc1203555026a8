"""The tables of the text and of annexes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach.findings import Fault
from kehoach.rules.form.accepted import accepted, within
from kehoach.rules.form.form import Form
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.sheet import Paragraph
from kehoach.tree import Element


@rule("FMT231", Grain.FORM, INFO)
def table_of_one_size(form: Form) -> Iterator[Fault]:
    """All rows of a table below its head have letters of one size."""
    for table in _tables(form):
        usual = _usual(table)
        odd = [one for one in _below_head(table) if _sizes(one) - {usual}]
        if odd:
            others = ", ".join(f"{size:g}" for size in sorted(set().union(*map(_sizes, odd)) - {usual}))
            yield form.fault("FMT231", odd[0], actual=others, wanted=f"{usual:g}")


@rule("FMT233", Grain.FORM, INFO)
def table_size(form: Form) -> Iterator[Fault]:
    """The letters of tables are of a size that can be read, and no larger than those of the text."""
    wanted = accepted(form, Element.CELL.value, "size", form.standard.elements[Element.CELL].size)
    for table in _tables(form):
        usual = _usual(table)
        if usual and not within(form, usual, wanted, "size"):
            yield form.fault("FMT233", table[0], actual=f"{usual:g}", wanted=wanted)


@rule("FMT232", Grain.FORM, INFO)
def table_head_repeated(form: Form) -> Iterator[Fault]:
    """A long table shows its head anew on every page."""
    longest = int(str(form.lexicon.at("form", "tables", "rows_without_head")))
    for table in _tables(form):
        first, last = table[0].cell, table[-1].cell
        if first and last and first.columns > 1 and last.row >= longest and not first.head:
            yield form.fault("FMT232", table[0], actual=last.row + 1)


def _tables(form: Form) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs of each table that is no part of head or foot."""
    frames = {one.paragraph.cell.table for one in form.found if one.paragraph.cell}
    held = (one for one in form.sheet.paragraphs if one.cell and one.cell.table not in frames)
    return (list(table) for _, table in groupby(held, key=lambda one: one.cell.table if one.cell else 0))


def _usual(table: Sequence[Paragraph]) -> float:
    """The size of most letters below the head of *table*, 0 where it has none."""
    sizes: Counter[float] = Counter()
    for one in _below_head(table):
        sizes.update({run.size: len(run.text.strip()) for run in one.runs if run.text.strip()})
    return max(sizes, key=lambda size: sizes[size], default=0)


def _below_head(table: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return (one for one in table if one.cell and one.cell.row > 0 and not one.cell.head)


def _sizes(paragraph: Paragraph) -> set[float]:
    return {run.size for run in paragraph.runs if run.text.strip()}
