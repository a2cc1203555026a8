"""How a plan stands among the others: all of it that the rules on the tree ask for, so that they read no plan."""

from collections.abc import Iterator, Mapping
from datetime import date
from re import MULTILINE
from typing import Any

from kehoach.cascade import keeping
from kehoach.cascade.account import Account, account
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.records import dataclass, field
from kehoach.rules.registry import RULES, Grain
from kehoach.rules.suppressions import Allowance, allowances
from kehoach.rules.view import View

UNIT, INHERITS = "unit", "inherits"
HEAD = compiled(r"^(kind|unit|year):[ \t]*(\w+)[ \t]*$", MULTILINE)
PARENTS = compiled(r"^inherits:[ \t]*\n((?:[ \t]*-[ \t]*\S+[ \t]*\n)+)", MULTILINE)
Kept = list[Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """The *file* of a plan, its *account* where it can be resolved, and the faults of the tree that it sets aside.

    *printed* are the printed places of its pointers, as far as they are known; *head* says of which unit, kind and
    year a plan is that cannot be resolved, and then what it inherits, as far as its lines can be read.
    """

    file: str
    account: Account | None
    allowed: tuple[Allowance, ...] = ()
    printed: Mapping[str, str] = field(default_factory=dict)
    head: tuple[str, ...] = ()

    @property
    def pointers(self) -> Iterator[str]:
        """The pointers at which the tree may show a fault."""
        yield from (UNIT, INHERITS)
        yield from (one.pointer for one in self.allowed)
        yield from (one.pointer for one in self.account.entries.values()) if self.account else ()


def standing(id: str, view: View) -> Standing | None:
    """That of the plan *id*, found once; None where there is no such file."""
    if id not in view.standings:
        view.standings[id] = _made(id, view)
    return view.standings[id]


def _made(id: str, view: View) -> Standing | None:
    file = view.written(id)
    if file is None:
        return None
    plan = view.resolve(id)
    allowed = tuple(one for one in allowances(file) if on_tree(one))
    known = account(plan, view.lexicon) if plan else None
    return Standing(file.file, known, allowed, head=() if known else _head(file.text))


def _head(text: str) -> tuple[str, ...]:
    said = dict(HEAD.findall(text))
    inherits = PARENTS.search(text)
    parents = inherits[1].split()[1::2] if inherits else ()
    return (*(said.get(key, "") for key in ("unit", "kind", "year")), *parents)


def on_tree(allowance: Allowance) -> bool:
    """Whether *allowance* sets aside what only the whole tree shows."""
    rule = RULES.get(allowance.code)
    return rule is not None and rule.grain is Grain.TREE


def kept(one: Standing) -> Kept:
    """*one* as plain lists."""
    known = keeping.kept(one.account) if one.account else None
    return [one.file, known, [_allowance(allowed) for allowed in one.allowed], dict(one.printed), list(one.head)]


def found(values: Kept) -> Standing:
    """The standing that became *values*."""
    file, known, allowed, printed, head = values
    told = keeping.found(known) if known else None
    return Standing(file, told, tuple(_allowance_of(one) for one in allowed), dict(printed), tuple(head))


def _allowance(one: Allowance) -> Kept:
    places = [keeping.place(place) for place in (one.place, one.first, one.last)]
    return [one.code, one.because, one.until.isoformat() if one.until else None, *places, one.pointer]


def _allowance_of(values: Kept) -> Allowance:
    code, because, until, at, first, last, pointer = values
    day = date.fromisoformat(until) if until else None
    return Allowance(code, because, day, Place(*at), Place(*first), Place(*last), pointer)
