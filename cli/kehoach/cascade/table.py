"""Units by targets: what each unit was given and what it says, with the total, the gap and what is not known."""

from fractions import Fraction

from kehoach.cascade.account import Account, Accounts, Entry, Share
from kehoach.cascade.asking import CEILINGS, first_for, looser
from kehoach.cascade.below import Part, Reply, parts
from kehoach.cascade.converting import in_terms_of
from kehoach.cascade.coverage import covered
from kehoach.cascade.means import mean_verdict
from kehoach.cascade.sums import Total, Verdict, gap, summed
from kehoach.phrases.quantity import Number, Quantity, number, number_written
from kehoach.plan import Cascade
from kehoach.records import dataclass
from kehoach.units import Units

MARKS = {Reply.OPEN: "…", Reply.DROPPED: "-", Reply.UNLIKE: "≠", Reply.UNHEARD: "?"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a unit has for a figure: its *part*, and what was *given* to it, if anything."""

    part: Part
    given: Share | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A figure with a cell for each unit that owes something of it; *come* and *gap* are known of totals only."""

    entry: Entry
    cells: dict[str, Cell]
    verdict: Verdict
    come: Total | None = None
    gap: Number = 0

    @property
    def multiplier(self) -> str:
        """The word that multiplies the numbers of the figure (``tỷ``), empty where none does."""
        return self.entry.quantity.multiplier if self.entry.quantity else ""

    @property
    def word(self) -> str:
        """What the verdict is called: ``over`` where a ceiling is passed."""
        known = self.entry.quantity
        over = self.verdict is Verdict.MISSED and known is not None and known.op in CEILINGS
        return "over" if over else self.verdict.value

    @property
    def waiting(self) -> tuple[str, ...]:
        """The units whose figure is not known."""
        known = (Reply.KNOWN, Reply.DROPPED)
        done = self.entry.cascade is Cascade.COVERAGE
        return tuple(u for u, c in self.cells.items() if not (c.part.account if done else c.part.reply in known))


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a plan that ask something of the units below, and the units, in the order of the register."""

    plan: Account
    units: tuple[str, ...]
    columns: tuple[Column, ...]


def table(plan: Account, accounts: Accounts, units: Units) -> Table:
    """The table of *plan* as far as its workspace knows."""
    asking = [entry for entry in plan.entries.values() if entry.cascade not in (None, Cascade.NONE)]
    columns = tuple(_column(entry, tuple(parts(entry, plan, accounts, units)), plan, units) for entry in asking)
    used = {unit for column in columns for unit in column.cells}
    below = tuple(unit for unit in units.below(plan.unit, plan.day) if unit in used)
    return Table(plan, below, tuple(column for column in columns if column.cells))


def _column(entry: Entry, found: tuple[Part, ...], plan: Account, units: Units) -> Column:
    given = {part.unit: first_for(entry.shares, part.unit, units.state(part.unit, plan.day)) for part in found}
    cells = {part.unit: Cell(part, given[part.unit]) for part in found}
    known = entry.quantity
    if known is None or known.reversed:
        return Column(entry, cells, Verdict.UNKNOWN)
    if entry.cascade is Cascade.SUM and not known.percent:
        told = summed(entry, found)
        short = 0 if told.verdict is Verdict.REACHED else gap(known, told.come.low)
        return Column(entry, cells, told.verdict, told.come, short)
    if entry.cascade is Cascade.COVERAGE:
        return Column(entry, cells, covered(entry, found))
    if entry.mean:
        return Column(entry, cells, mean_verdict(entry, found, plan, units))
    return Column(entry, cells, _each(known, tuple(cells.values())))


def _each(known: Quantity, cells: tuple[Cell, ...]) -> Verdict:
    """Whether every unit keeps what was given to it, else what is asked of all."""
    for cell in cells:
        asked = cell.given.quantity if cell.given and cell.given.quantity else known
        own, entry = cell.part.quantity, cell.part.entry
        meant = in_terms_of(own, asked, entry.ground) if own and entry else None
        if own and meant and looser(own, meant):
            return Verdict.MISSED
    return Verdict.REACHED if all(cell.part.quantity for cell in cells) else Verdict.UNKNOWN


def measure(entry: Entry) -> str:
    """What a figure counts, as the head of a column: *Cây xanh*, *% thanh niên*."""
    known = entry.quantity
    words = " ".join(filter(None, (known.multiplier, known.unit, known.qualifier))) if known else ""
    if not words or (known and known.growth):
        return entry.phrase
    return f"% {words}" if known and known.percent else words[:1].upper() + words[1:]


def said(known: Quantity, beside: str = "") -> str:
    """The number or range of a quantity alone, as it is written: ``3.000``, ``08 - 09``, ``80%``, ``05 tỷ``.

    The word that multiplies it is left out where it is the one that stands *beside*, as in the head of a column.
    """
    start, end = known.number_span
    number = known.written[start:end].replace("*", "").rstrip("% ") + "%" * known.percent
    return number if known.multiplier.casefold() == beside.casefold() else f"{number} {known.multiplier}".rstrip()


def written(value: Number, entry: Entry, beside: str = "") -> str:
    """*value* of what *entry* counts, in the multiples in which it is written (``tỷ``); *beside* as above."""
    known = entry.quantity
    factor = _factor(known) if known else 1
    number = number_written(Fraction(value) / factor) + "%" * bool(known and known.percent)
    return number if known is None or known.multiplier == beside else f"{number} {known.multiplier}"


def _factor(known: Quantity) -> Fraction:
    """By what the written number was multiplied (``05 tỷ`` is 5 times 1.000.000.000)."""
    start, end = known.number_span
    bare = number(known.written[start:end].replace("*", "").strip("% "))
    return Fraction(known.low) / bare if bare else Fraction(1)
