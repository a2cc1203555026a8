"""What a unit owes of a figure of the level above, and whether what it says is enough."""

import re
from collections.abc import Mapping
from typing import TypeVar

from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Counting, Growth, Op, Quantity
from kehoach.plan import Cascade, Figure, Value
from kehoach.records import replace
from kehoach.units import State

FLOORS = frozenset({Cascade.EACH, Cascade.RATE, Cascade.SAME})
CEILINGS = frozenset({Op.AT_MOST, Op.LESS_THAN})
MEASURE, SHARE_SIGN = "measure/", "% \u00a0"
PEOPLE, GATHERED = "persons", frozenset({"organisations", "teams", "places"})  # one of them may stand for another
APART = frozenset({Counting.TIMES, Counting.MONEY})
YEAR = re.compile(r"\b\d{4}\b")
Part = TypeVar("Part")


def allocation(figure: Figure, unit: str, state: State) -> Value | None:
    """What was allocated to a unit: by itself, by a group it belongs to, by its level; a blank is nothing."""
    share = first_for(figure.allocate, unit, state)
    return share if share and share.text else None


def first_for(parts: Mapping[str, Part], unit: str, state: State) -> Part | None:
    """The first of *parts* whose key means the unit: as an exception, by its id, a group of its, its level."""
    for key in keys_of(unit, state):
        if key in parts:
            return parts[key]
    return None


def keys_of(unit: str, state: State) -> tuple[str, ...]:
    """The keys of an allocation that mean a unit, the most exact first."""
    return (f"except/{unit}", unit, *(f"group/{group}" for group in state.groups), state.level)


def asked_of(headline: Quantity, share: str, lexicon: Lexicon) -> Quantity | None:
    """*share*, as it is written in an allocation, put into the phrase of the figure where it is a bare number.

    A share of no base (``35%``) is a bare number where the figure is a share.
    """
    bare = quantity.parse(share, lexicon)
    if bare is not None and _is_share(bare) and headline.percent and not headline.growth:
        share = share.rstrip(SHARE_SIGN)
        bare = quantity.parse(share, lexicon)
    if bare is not None and not bare.number_alone:
        return bare
    if bare is None and quantity.number(share) is None:
        return None
    read = quantity.parse(quantity.with_number(headline, share), lexicon)
    if read is None or read.high is not None or headline.high is not None:
        return read
    told = headline.op, headline.bare, headline.ambition
    if (read.op, read.bare, read.ambition) == told:
        return read
    return replace(read, op=headline.op, bare=headline.bare, ambition=headline.ambition)


def _is_share(part: Quantity) -> bool:
    """Whether a percentage says nothing but its number or range."""
    start, end = part.number_span
    return part.percent and start == 0 and not part.written[end:].strip(SHARE_SIGN)


def comparable(own: Quantity, asked: Quantity) -> bool:
    """Whether two quantities measure the same: shares with shares, times with times, money with money, ha with ha.

    Nothing is converted: neither times into persons, nor what is counted by the quarter into a year's.
    """
    return (
        own.percent == asked.percent
        and (own.counting is asked.counting or APART.isdisjoint((own.counting, asked.counting)))
        and (own.percent or own.sort == asked.sort or MEASURE not in own.sort + asked.sort)
        and not (own.every and asked.every and own.every.casefold() != asked.every.casefold())
        and _grow_alike(own.growth, asked.growth)
    )


def _grow_alike(own: Growth | None, asked: Growth | None) -> bool:
    """Whether both grow or neither, and not from years that both say and that differ."""
    if own is None or asked is None:
        return own is asked
    years = [set(YEAR.findall(one.baseline)) for one in (own, asked)]
    return not (years[0] and years[1] and years[0] != years[1])


def alike(own: Quantity, asked: Quantity, cascade: Cascade | None) -> bool:
    """Whether *own* can answer *asked*: it measures the same, and where they are added up it counts the same.

    Things of two known sorts that share no word (trees, works) do not add up; a word that is not known may.
    """
    summed = cascade is Cascade.SUM and not (own.percent or asked.percent)
    return comparable(own, asked) and not (summed and _of_other_sorts(own, asked))


def _of_other_sorts(own: Quantity, asked: Quantity) -> bool:
    sorts = {PEOPLE if one.sort in GATHERED else one.sort for one in (own, asked)}
    if len(sorts) < 2 or "" in sorts:
        return False
    words = [set(f"{one.measure} {one.qualifier.casefold()}".split()) for one in (own, asked)]
    return words[0].isdisjoint(words[1])


def same_side(own: Quantity, asked: Quantity) -> bool:
    """Whether both say how much at least, or both how much at most; a number or range alone may answer either."""
    return (own.op in CEILINGS) == (asked.op in CEILINGS) or (asked.op in CEILINGS and own.bare)


def looser(own: Quantity, asked: Quantity) -> bool:
    """Whether *own* asks for less than *asked*; quantities that do not measure the same are not compared.

    Of a range its lower end counts, of a ceiling the number that may not be passed. *trên* asks for more than
    *ít nhất* at the same number. What bounds the other side, or goes the other way, promises nothing.
    """
    if not comparable(own, asked):
        return False
    if own.growth and asked.growth and own.growth.up is not asked.growth.up:
        return True
    if not same_side(own, asked):
        return True
    if asked.op in CEILINGS:
        most = own.low if own.high is None else own.high
        strict = own.op is Op.LESS_THAN or own.bare, asked.op is Op.LESS_THAN
        return most > asked.low or (most == asked.low and strict == (False, True))
    strict = own.op is Op.MORE_THAN, asked.op is Op.MORE_THAN
    return own.low < asked.low or (own.low == asked.low and strict == (False, True))
