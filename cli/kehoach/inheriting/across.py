"""What a plan of one kind takes from a plan of another: the month's plan from the year's programme."""

from collections.abc import Mapping
from datetime import date

from kehoach.inheriting.descent import Offer, Receiver, offer
from kehoach.inheriting.parts import SORTS, Part
from kehoach.kinds import Kind, Takes
from kehoach.phrases import period
from kehoach.plan import Activity, Plan, Step, Value, Verb
from kehoach.records import replace

Span = tuple[date, date]


def taken(parent: Plan, to: Receiver, kind: Kind, span: Span) -> Offer:
    """What *kind* takes from *parent*: items with a date inside *span*, with only those dates, in its own section."""
    rules = {SORTS[rule.sort]: rule for rule in kind.takes.get(parent.kind, ())}
    down = offer(parent, to).parts
    parts = {id: part for id, part in _taken(parent, down, rules, to, span)}
    return Offer(parts, tuple(item.id for item in parent.items() if item.id not in parts))


def _taken(
    parent: Plan, down: Mapping[str, Part], rules: Mapping[str, Takes], to: Receiver, span: Span
) -> list[tuple[str, Part]]:
    found = []
    for item in parent.items():
        part, rule = down.get(item.id), rules.get(item.sort)
        if part and rule and isinstance(item, Activity):
            inside = _inside(item, span, to)
            if inside:
                found.append((item.id, _landed(part, rule, inside)))
    return found


def _inside(item: Activity, span: Span, to: Receiver) -> tuple[Value, ...]:
    """The times of *item* that fall into *span*, each cut down to what does."""
    kept = []
    for value, when in item.when:
        inside = period.restricted(when, *span, to.world.lexicon) if when else None
        if inside and inside.written == value.text:
            kept.append(value)
        elif inside:
            kept.append(Value(inside.written, value.unit, (*value.chain, Step(value.plan, Verb.BY_KIND, value.place))))
    return tuple(kept)


def _landed(part: Part, rule: Takes, times: tuple[Value, ...]) -> Part:
    fields = {path: value for path, value in part.fields.items() if not path.startswith("when")}
    when = {f"when/{n}": value for n, value in enumerate(times, 1)}
    return replace(part, under=rule.into, fields={**fields, **when})
