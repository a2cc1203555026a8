"""Accounts as plain lists and back, for what was reckoned of a plan once to be used again."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from kehoach.cascade.account import Account, Entry, Share
from kehoach.cascade.converting import NOTHING, Ground
from kehoach.phrases.quantity import Counting, Growth, Number, Op, Quantity
from kehoach.places import Place
from kehoach.plan import Carrier, Cascade
from kehoach.records import dataclass, field

Kept = list[Any]


@dataclass(slots=True)
class _Pool:
    """The quantities of an account, each once: of many shares most are alike."""

    known: list[Quantity | None] = field(default_factory=list)
    numbers: dict[tuple[str, Quantity | None], int] = field(default_factory=dict)

    def number(self, one: Quantity | None) -> int:
        """Which one it is in the list; those that mean the same in other words are kept apart."""
        number = self.numbers.setdefault((one.written, one) if one else ("", None), len(self.known))
        if number == len(self.known):
            self.known.append(one)
        return number

    @property
    def values(self) -> Kept:
        """All of them, in order."""
        return [_quantity(one) if one else None for one in self.known]


def kept(account: Account) -> Kept:
    """*account* as plain lists."""
    pool = _Pool()
    head = [account.id, account.kind, account.unit, account.year, account.day.isoformat()]
    head += [account.severed, account.replaces]
    places = [place(account.place), place(account.top)]
    lines = list(account.parents), sorted(account.ancestors)
    entries = [_entry(entry, pool) for entry in account.entries.values()]
    named = [{id: place(at) for id, at in known.items()} for known in (account.present, account.omitted)]
    return [head, places, *lines, pool.values, entries, *named]


def found(values: Kept) -> Account:
    """The account that became *values*."""
    head, (at, top), parents, ancestors, pool, entries, present, omitted = values
    id, kind, unit, year, day, severed, replaces = head
    quantities = [_quantity_of(one) for one in pool]
    told = [_entry_of(one, quantities) for one in entries]
    return Account(
        id,
        kind,
        unit,
        year,
        date.fromisoformat(day),
        Place(*at),
        Place(*top),
        tuple(parents),
        frozenset(ancestors),
        {(entry.target, entry.figure): entry for entry in told},
        {id: Place(*at) for id, at in present.items()},
        severed,
        {id: Place(*at) for id, at in omitted.items()},
        replaces,
    )


def place(at: Place | None) -> Kept | None:
    """A place as what it is made of, without what is usual."""
    if at is None:
        return None
    rest = [at.words, at.cell] if at.words is not None or at.cell else []
    return [at.file, at.line, at.column, at.end_line, at.end_column, *rest]


def _place_of(values: Kept | None) -> Place | None:
    return Place(*values) if values else None


def _entry(entry: Entry, pool: _Pool) -> Kept:
    shares = [[key, *_share(one, pool)] for key, one in entry.shares.items()]
    return [
        [entry.target, entry.figure, entry.phrase, place(entry.place), pool.number(entry.quantity)],
        [entry.cascade, list(entry.carrier.words), shares, _share(entry.own, pool) if entry.own else None],
        [entry.whole, place(entry.rule), place(entry.above), entry.mean, _ground(entry.ground, pool)],
    ]


def _entry_of(values: Kept, quantities: list[Quantity | None]) -> Entry:
    (target, figure, phrase, at, quantity), (cascade, carrier, shares, own), rest = values
    whole, rule, above, mean, ground = rest
    return Entry(
        target,
        figure,
        phrase,
        Place(*at),
        quantities[quantity],
        Cascade(cascade) if cascade else None,
        Carrier(tuple(carrier)),
        {key: _share_of(one, quantities) for key, *one in shares},
        _share_of(own, quantities) if own else None,
        whole,
        _place_of(rule),
        _place_of(above),
        mean,
        _ground_of(ground, quantities) if ground else NOTHING,
    )


def _ground(ground: Ground, pool: _Pool) -> Kept:
    return [pool.number(ground.whole), pool.number(ground.baseline), ground.growth] if ground != NOTHING else []


def _ground_of(values: Kept, quantities: list[Quantity | None]) -> Ground:
    whole, baseline, growth = values
    return Ground(quantities[whole], quantities[baseline], growth)


def _share(share: Share, pool: _Pool) -> Kept:
    return [share.text, pool.number(share.quantity), place(share.place)]


def _share_of(values: Iterable[Any], quantities: list[Quantity | None]) -> Share:
    text, quantity, at = values
    return Share(text, quantities[quantity], Place(*at))


def _quantity(one: Quantity) -> Kept:
    growth = [one.growth.up, one.growth.baseline, one.growth.points] if one.growth else None
    numbers = [one.written, _number(one.low), None if one.high is None else _number(one.high), one.op.value]
    said = [one.bare, one.percent, one.unit, one.qualifier, one.counting.value, one.ambition, growth, one.sort]
    return [numbers, said, [one.every, one.multiplier, one.doubled, list(one.number_span)]]


def _quantity_of(values: Kept | None) -> Quantity | None:
    if values is None:
        return None
    (written, low, high, op), (bare, percent, unit, qualifier, counting, ambition, growth, sort), rest = values
    every, multiplier, doubled, (start, end) = rest
    return Quantity(
        written,
        _number_of(low),
        None if high is None else _number_of(high),
        Op(op),
        bare,
        percent,
        unit,
        qualifier,
        Counting(counting),
        ambition,
        Growth(*growth) if growth else None,
        every,
        multiplier,
        sort,
        doubled,
        (start, end),
    )


def _number(value: Number) -> int | str:
    return value if isinstance(value, int) else str(value)


def _number_of(value: int | str) -> Number:
    return value if isinstance(value, int) else Fraction(value)
