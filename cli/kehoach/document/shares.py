"""What each unit below is given of the figures of a plan."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kehoach import counters
from kehoach.cascade import FLOORS, allocation
from kehoach.document.escape import Markdown, escaped, inline
from kehoach.document.press import Writer
from kehoach.phrases import quantity
from kehoach.phrases.quantity import Number
from kehoach.plan import Carrier, Cascade, Figure, Plan, Target, Value
from kehoach.records import dataclass
from kehoach.units import State

ALL = "all"
DONE = Markdown("x")
NOTHING = Markdown("")
BELOW = {("below",), ("whole",)}


@dataclass(frozen=True, slots=True)
class Share:
    """A figure of a target that the units below have a part in; *number* is that of the target."""

    target: Target
    figure: Figure
    number: str

    @property
    def carrier(self) -> Carrier:
        """Who carries the figure."""
        return self.figure.carrier or self.target.carrier

    @property
    def own(self) -> Value | None:
        """What the unit of the plan does itself of the figure, if that is written."""
        written = self.figure.fields.get("own_share") or self.target.fields.get("own_share")
        return written if written and written.text else None


def shares(plan: Plan, fields: Mapping[str, Value], key: str, numbers: Mapping[str, str]) -> tuple[Share, ...]:
    """The figures that the annex with *fields* names under *key*: ids of targets or figures, or ``all``."""
    asked = [value.text for path, value in fields.items() if path.partition("/")[0] == key]
    return tuple(share for share in _known(plan, numbers) if _asked(share, asked))


def _known(plan: Plan, numbers: Mapping[str, str]) -> Iterator[Share]:
    targets = (item for item in plan.items() if isinstance(item, Target))
    for target in targets:
        for figure in target.figures:
            if figure.cascade not in (None, Cascade.NONE):
                number = numbers.get(target.id, "")
                yield Share(target, figure, counters.bare(number) if counters.is_number(number) else "")


def _asked(share: Share, asked: list[str]) -> bool:
    return ALL in asked or share.target.id in asked or f"{share.target.id}.{share.figure.id}" in asked


def reaches(share: Share, unit: str, state: State) -> bool:
    """Whether *share* asks something of *unit*."""
    names = {unit, state.level, *(f"group/{group}" for group in state.groups)}
    return share.carrier.words in BELOW or not names.isdisjoint(share.carrier.words)


def given(share: Share, unit: str, writer: Writer) -> Markdown:
    """What *unit* is given: its part, the same number, a mark for work without a number, or a gap."""
    state = writer.state(unit)
    if not reaches(share, unit, state):
        return NOTHING
    if share.figure.cascade is Cascade.COVERAGE:
        return DONE
    part = allocation(share.figure, unit, state)
    if part is not None:
        return amount(part, share, writer)
    return headline(share, writer) if share.figure.cascade in FLOORS else escaped(writer.gap("figure"))


def headline(share: Share, writer: Writer) -> Markdown:
    """The number of the figure itself."""
    return amount(share.figure.phrase, share, writer)


def own(share: Share, writer: Writer) -> Markdown:
    """The part that the unit of the plan does itself, if one is written."""
    return amount(share.own, share, writer) if share.own else NOTHING


def total(share: Share, units: tuple[str, ...], writer: Writer) -> Markdown:
    """The sum of all parts, own one included; a gap while one is missing, nothing for what is never added up."""
    if share.figure.cascade is not Cascade.SUM or (share.figure.quantity and share.figure.quantity.percent):
        return NOTHING
    reached = [unit for unit in units if reaches(share, unit, writer.state(unit))]
    parts = [allocation(share.figure, unit, writer.state(unit)) for unit in reached]
    numbers = [_number(part.text, writer) if part else None for part in parts]
    mine = _number(share.own.text, writer) if share.own else 0
    known = [number for number in (*numbers, mine) if number is not None]
    if len(known) <= len(numbers) or not numbers:
        return escaped(writer.gap("figure"))
    return escaped(quantity.number_written(sum(map(Fraction, known), Fraction(0)), pad=True))


def measure(share: Share, writer: Writer) -> Markdown:
    """What the figure counts, as the head of a column: *Cây xanh*, *% thanh niên*."""
    known = share.figure.quantity
    words = " ".join(filter(None, (known.multiplier, known.unit, known.qualifier))) if known else ""
    if not words or (known and known.growth):
        return writer.words(share.figure.phrase)
    return inline(f"% {words}" if known and known.percent else words[:1].upper() + words[1:])


def amount(value: Value, share: Share, writer: Writer) -> Markdown:
    """The number of *value*, a part or the figure itself, as it is written; a gap where there is none."""
    read = quantity.parse(value.text, writer.press.lexicon)
    if read is None:
        return escaped(value.text) if _number(value.text, writer) is not None else escaped(writer.gap("figure"))
    start, end = read.number_span
    percent = share.figure.quantity is not None and share.figure.quantity.percent
    return escaped(read.written[start:end].replace("*", "").rstrip("% ") + "%" * percent)


def _number(text: str, writer: Writer) -> Number | None:
    read = quantity.parse(text, writer.press.lexicon)
    return read.low if read else quantity.number(text)
