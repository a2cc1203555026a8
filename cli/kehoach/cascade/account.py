"""A plan as those above and below reckon with it: its figures, and what it gives to each unit."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kehoach.cascade.asking import asked_of
from kehoach.cascade.averages import mean_over
from kehoach.cascade.converting import NOTHING, Ground
from kehoach.cascade.grounds import ground
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity
from kehoach.places import Place
from kehoach.plan import Carrier, Cascade, Figure, Plan, Target, Value
from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Share:
    """What a key of an allocation is given, as written and as it is meant; *quantity* is None where it is not read."""

    text: str
    quantity: Quantity | None
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a plan with all that the reckoning needs.

    *rule* is where it is said how the units' figures and this one hang together; *above* where the figure of the
    level above stands that this one answers; *whole* the id of the figure that this one is part of; *mean* what it is
    asked of on the average, empty where each owes it; *ground* what it is reckoned from in other measures.
    """

    target: str
    figure: str
    phrase: str
    place: Place
    quantity: Quantity | None
    cascade: Cascade | None
    carrier: Carrier
    shares: Mapping[str, Share] = field(default_factory=dict)
    own: Share | None = None
    whole: str = ""
    rule: Place | None = None
    above: Place | None = None
    mean: str = ""
    ground: Ground = NOTHING

    @property
    def pointer(self) -> str:
        """How a plan's values name the figure."""
        return f"{self.target}.{self.figure}"


@dataclass(frozen=True, slots=True)
class Account:
    """A plan, as far as the cascade goes; *present* are the ids of its targets.

    *place* is where it inherits, *top* where it says whose it is. *severed*: it does not inherit
    what it ought to, which is said there. *omitted* is where it drops targets and figures, by their pointers, or says
    something new under their id;
    *replaces*: it stands in the place of an earlier plan.
    """

    id: str
    kind: str
    unit: str
    year: int
    day: date
    place: Place
    top: Place
    parents: tuple[str, ...]
    ancestors: frozenset[str]
    entries: Mapping[tuple[str, str], Entry]
    present: Mapping[str, Place]
    severed: bool = False
    omitted: Mapping[str, Place] = field(default_factory=dict)
    replaces: bool = False

    def does(self, target: str) -> bool:
        """Whether it has the work of *target*."""
        return target in self.present and target not in self.omitted


def account(plan: Plan, lexicon: Lexicon) -> Account:
    """The account of a resolved plan."""
    targets = [item for item in plan.items() if isinstance(item, Target)]
    place = plan.root.get("inherits") or plan.root.get("unit") or plan.place
    return Account(
        plan.id,
        plan.kind,
        plan.unit,
        plan.year,
        plan.day,
        place,
        plan.root.get("unit", plan.place),
        plan.parents,
        frozenset(above.id for above in plan.ancestors),
        {(entry.target, entry.figure): entry for target in targets for entry in _entries(target, lexicon)},
        {target.id: target.text.place for target in targets},
        plan.severed,
        {omission.pointer: omission.place for omission in plan.omitted} | dict(_renewed(targets)),
        "replaces" in plan.root,
    )


def _renewed(targets: Iterable[Target]) -> Iterator[tuple[str, Place]]:
    """The targets that mean something else than those of the level above that have their ids."""
    for target in targets:
        new = target.fields.get("new")
        if new and new.text == "true":
            yield target.id, new.place


def _entries(target: Target, lexicon: Lexicon) -> Iterator[Entry]:
    for figure in target.figures:
        own = figure.fields.get("own_share") or target.fields.get("own_share")
        whole = figure.fields.get("subset_of") or target.fields.get("subset_of")
        rule = figure.fields.get("cascade") or target.fields.get("cascade")
        yield Entry(
            target.id,
            figure.id,
            figure.phrase.text,
            figure.phrase.place,
            figure.quantity,
            figure.cascade,
            figure.carrier or target.carrier,
            {key: share(figure, value, lexicon) for key, value in figure.allocate.items() if value.text},
            share(figure, own, lexicon) if own and own.text else None,
            whole.text if whole else "",
            rule.place if rule else None,
            figure.above.phrase.place if figure.above else None,
            mean_over(target.text.text, lexicon),
            ground(target, figure, lexicon),
        )


def share(figure: Figure, value: Value, lexicon: Lexicon) -> Share:
    """What *value* gives of *figure*: a number is put into the figure's phrase, a phrase stands for itself."""
    headline = figure.quantity
    meant = asked_of(headline, value.text, lexicon) if headline else quantity.parse(value.text, lexicon)
    return Share(value.text, meant, value.place)


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of a workspace, found by plan, and by unit, kind and year."""

    by_id: Mapping[str, Account]
    by_unit: Mapping[tuple[str, str, int], tuple[Account, ...]]

    def of_unit(self, unit: str, like: Account) -> tuple[Account, ...]:
        """The plans of *unit* of the kind and the year of *like*."""
        return self.by_unit.get((unit, like.kind, like.year), ())

    @classmethod
    def of(cls, plans: Iterable[Account]) -> "Accounts":
        """The accounts of *plans*, in their order; of several of a unit that comes first which is named after it."""
        by_id = {one.id: one for one in plans}
        by_unit: dict[tuple[str, str, int], tuple[Account, ...]] = {}
        for one in sorted(by_id.values(), key=lambda one: one.unit not in one.id.split("/")):
            key = one.unit, one.kind, one.year
            by_unit[key] = (*by_unit.get(key, ()), one)
        return cls(by_id, by_unit)
