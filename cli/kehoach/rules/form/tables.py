"""The tables of the text and of annexes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.sheet import Paragraph


@rule("FMT231", Grain.FORM, INFO)
def table_of_one_size(form: Form) -> Iterator[Fault]:
    """All rows of a table below its head have letters of one size."""
    for table in _tables(form):
        sizes: Counter[float] = Counter()
        for one in _below_head(table):
            sizes.update({run.size: len(run.text.strip()) for run in one.runs if run.text.strip()})
        usual = max(sizes, key=lambda size: sizes[size], default=0)
        odd = next((one for one in _below_head(table) if _sizes(one) - {usual}), None)
        if odd:
            others = ", ".join(f"{size:g}" for size in sorted(set(sizes) - {usual}))
            yield form.fault("FMT231", odd, actual=others, wanted=f"{usual:g}")


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


def _below_head(table: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return (one for one in table if one.cell and one.cell.row > 0 and not one.cell.head)


def _sizes(paragraph: Paragraph) -> set[float]:
    return {run.size for run in paragraph.runs if run.text.strip()}
