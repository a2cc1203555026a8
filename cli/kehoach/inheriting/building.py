"""From flat fields to the typed plan: what each field of a section or item means."""

from collections.abc import Iterator, Mapping

from kehoach.inheriting.figures import blank, read
from kehoach.inheriting.guards import carrier, written_carrier
from kehoach.inheriting.parts import BLOCKS, Part, below
from kehoach.phrases import period, quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity
from kehoach.plan import (
    Activity,
    Annex,
    Block,
    Carrier,
    Cascade,
    Deadline,
    Figure,
    Item,
    Policy,
    Section,
    Target,
    Value,
)
from kehoach.plan.history import listed
from kehoach.records import dataclass, field, replace

USUAL_CARRIER = {"target": Carrier(("whole",)), "activity": Carrier(("own",)), "deadline": Carrier(("below",))}
POLICIES = {policy.value: policy for policy in Policy}
CASCADES = {cascade.value: cascade for cascade in Cascade}
BODIES = {"": "body", **{block: f"{block}/body" for block in BLOCKS}}
NOTHING = Block()
Above = Mapping[tuple[str, str], Figure]


@dataclass(frozen=True, slots=True)
class Building:
    """What the parts of one plan are typed with; *above* are the figures of its parents."""

    parts: Mapping[str, Part]
    year: int
    lexicon: Lexicon
    above: Above
    _below: dict[str, list[Part]] = field(default_factory=dict)

    def held(self, under: str, *sorts: str) -> Iterator[Part]:
        """The parts that hang on *under*, in order."""
        if not self._below:
            for part in self.parts.values():
                self._below.setdefault(part.under, []).append(part)
        return (part for part in self._below.get(under, ()) if part.sort in sorts)


def sections(build: Building, under: str = "") -> tuple[Section, ...]:
    """The sections below *under* (a section, an annex, or nothing)."""
    return tuple(_section(build, part) for part in build.held(under, "section"))


def deadlines(build: Building, under: str = "") -> tuple[Deadline, ...]:
    """The deadlines that hang on *under* (nothing, or another deadline)."""
    return tuple(_deadline(build, part, part.block) for part in build.held(under, "deadline"))


def annexes(build: Building) -> tuple[Annex, ...]:
    """The annexes, each with its sections."""
    return tuple(_annex(build, part) for part in build.held("", "annex") if "title" in part)


def _annex(build: Building, part: Part) -> Annex:
    rows = part.get("form/rows")
    return Annex(
        part.id,
        part.fields["title"],
        sections(build, part.id),
        tuple(part.below("form/columns").values()),
        int(rows) if rows.isdigit() else 0,
        tuple(v.text for v in part.below("ladder").values()),
        part.fields,
    )


def _section(build: Building, part: Part) -> Section:
    items = list(build.held(part.id, "target", "activity", "deadline"))
    split = any(p.block for p in items) or any(BODIES[block] in part.fields for block in BLOCKS)
    held: dict[str, list[Part]] = {name: [] for name in BODIES}
    for item in items:
        held[_printed_in(item, split)].append(item)
    blocks = {name: _block(build, part.fields.get(BODIES[name]), name, inside) for name, inside in held.items()}
    return Section(
        part.id,
        part.fields.get("title"),
        blocks[""],
        blocks["own"],
        blocks["below"],
        sections(build, part.id),
        part.fields,
    )


def _block(build: Building, body: Value | None, name: str, held: list[Part]) -> Block:
    if not (body or held):
        return NOTHING
    return Block(body if body and body.text.strip() else None, tuple(_item(build, p, name) for p in held))


def _printed_in(part: Part, split: bool) -> str:
    """The block that prints an item: where it is written, else the one of its carrier if there are blocks."""
    if part.block or not split:
        return part.block
    words = carrier_of(part).words
    return words[0] if words[0] in BLOCKS and len(words) == 1 else ""


def carrier_of(part: Part) -> Carrier:
    """Who carries an item: what is written, else its block, else what is usual for its sort."""
    return carrier(part) or (Carrier((part.block,)) if part.block else USUAL_CARRIER[part.sort])


def policy_of(part: Part, path: str = "policy") -> Policy:
    """The policy under *path*, ``free`` where none of the known ones is written."""
    word = part.get(path) or part.get("policy")
    return POLICIES.get(word, Policy.FREE)


def _item(build: Building, part: Part, block: str) -> Item:
    typed = {"target": _target, "activity": _activity, "deadline": _deadline}
    return typed[part.sort](build, part, block)


def text_of(part: Part) -> Value:
    """The words of an item; one without words has an empty text at its id."""
    return part.fields.get("text") or next(iter(part.fields.values()))


def _target(build: Building, part: Part, block: str) -> Target:
    shared = part.below("allocate") if part.spans else {}
    figures = tuple(_figure(build, part, id, shared) for id in sorted(part.spans, key=part.spans.__getitem__))
    achieve = part.get("achieve") == "true"
    common = (part.id, part.under, block, text_of(part), carrier_of(part), policy_of(part), part.fields)
    return Target(*common, figures, achieve)


def _figure(build: Building, part: Part, id: str, shared: Mapping[str, Value]) -> Figure:
    """The figure *id*; *shared* is what the target gives its units of any figure."""
    own = part.below(f"figures/{id}")
    phrase = own["phrase"]
    means = meaning(phrase.text, own.get("op") or part.fields.get("op"), build.lexicon)
    return Figure(
        id,
        phrase,
        means,
        *part.spans[id],
        cascade=_cascade(own.get("cascade") or part.fields.get("cascade"), read(phrase.text, build.lexicon)),
        policy=policy_of(part, f"figures/{id}/policy"),
        carrier=written_carrier(own),
        allocate={**shared, **below(own, "allocate")},
        fields=own,
        above=None if part.get("new") == "true" else build.above.get((part.id, id)),
    )


def meaning(phrase: str, op: Value | None, lexicon: Lexicon) -> Quantity | None:
    """What a figure says; *op* gives the comparator that its phrase does not carry; None for a blank."""
    if blank(phrase, lexicon):
        return None
    said = quantity.parse(phrase, lexicon)
    if op is None or said is None or not said.bare:
        return said
    before = f"{op.text} "
    whole = quantity.parse(before + phrase, lexicon)
    if whole is None:
        return None
    low, high = (offset - len(before) for offset in whole.number_span)
    return replace(whole, written=phrase, number_span=(low, high))


def _cascade(written: Value | None, means: Quantity | None) -> Cascade | None:
    """A share is by default a rate of each unit; of a count nobody may guess what the units owe."""
    if written and written.text:
        return CASCADES.get(written.text)
    return Cascade.RATE if means and means.percent else None


def _activity(build: Building, part: Part, block: str) -> Activity:
    times = tuple((v, period.parse(v.text, build.year, build.lexicon)) for v in listed(part.fields, "when"))
    lead, partners = _list(part, "lead"), _list(part, "with")
    common = (part.id, part.under, block, text_of(part), carrier_of(part), policy_of(part), part.fields)
    return Activity(*common, times, lead, partners)


def _list(part: Part, path: str) -> tuple[Value, ...]:
    one = part.fields.get(path)
    return tuple(v for v in ((one,) if one else listed(part.fields, path)) if v.text)


def _deadline(build: Building, part: Part, block: str) -> Deadline:
    due = part.fields.get("due")
    means = period.parse(due.text, build.year, build.lexicon) if due and due.text else None
    common = (part.id, part.under, block, text_of(part), carrier_of(part), policy_of(part), part.fields)
    return Deadline(*common, due, means, deadlines(build, part.id))
