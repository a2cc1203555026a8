"""A draft from the plan of a unit above: what comes down, what is offered, what must be decided."""

from dataclasses import field

from kehoach.carriers import descended as descended_carrier
from kehoach.drafting.draft import Branch, Draft, Known, Order
from kehoach.drafting.figures import Received, blank, fill, opened
from kehoach.drafting.flattening import SORTS
from kehoach.drafting.heading import begin, end
from kehoach.drafting.mentions import GAP, Speaker, sentence, title
from kehoach.drafting.offering import copied
from kehoach.notes import Path
from kehoach.plan import Annex, Item, Plan, Policy, Section, Target, Value, Verb
from kehoach.records import dataclass


@dataclass
class Descent:
    """The draft on the way: *bare* is the new plan with nothing of its own written, resolved."""

    bare: Plan
    parent: Plan
    order: Order
    known: Known
    draft: Draft
    paths: dict[str, Path] = field(default_factory=dict)

    def speaker(self, value: Value) -> Speaker:
        """Who speaks in a text that came down."""
        unit = value.unit if value.unit != self.order.unit else self.parent.unit
        return Speaker.of(self.known.units.state(unit, self.parent.day), self.order.state, self.known.lexicon)

    @property
    def handed_down(self) -> bool:
        """Whether the plan comes from another unit."""
        return self.parent.unit != self.order.unit


def descended(bare: Plan, order: Order, known: Known) -> Draft:
    """The draft of *order* under the first parent of *bare*."""
    draft = Draft()
    work = Descent(bare, bare.ancestors[0], order, known, draft)
    begin(draft, order, work.parent, known)
    draft.root["sections"] = {}
    for section in bare.sections:
        _section(work, section, ("sections",))
    _staying(work)
    for item in bare.deadlines:
        _item(work, item, ("deadlines", item.id))
    end(draft, order, work.parent, known)
    for annex in bare.annexes:
        _annex(work, annex)
    if bare.not_taken:
        draft.note("not_taken", ("inherits",), count=str(len(bare.not_taken)), plan=work.parent.id)
    return draft


def _annex(work: Descent, annex: Annex) -> None:
    at = ("annexes", annex.id)
    _title(work, annex.title, at)
    for section in annex.sections:
        _section(work, section, (*at, "sections"))


def _section(work: Descent, section: Section, under: Path) -> None:
    at = work.paths[section.id] = (*under, section.id)
    before = len(work.draft.notes)
    held = _own(work, section, at)
    for below in section.sections:
        _section(work, below, (*at, "sections"))
    if section.empty and not held and len(work.draft.notes) == before:
        work.draft.branch(at)
        work.draft.note("empty_section", at, words=section.title.text if section.title else section.id)


def _own(work: Descent, section: Section, at: Path) -> bool:
    """Write what the section holds itself; whether it holds anything."""
    if section.title:
        _title(work, section.title, at)
    bodies = [_body(work, section, path, at) for path in ("body", "own/body")]
    items = [item for _, block in section.blocks for item in block.items]
    for item in items:
        block = (item.block,) if item.block in ("own", "below") else ()
        _item(work, item, (*at, *block, SORTS[item.sort], item.id))
    return bool(items) or any(bodies)


def _title(work: Descent, words: Value, at: Path) -> None:
    if words.plan == work.bare.id:
        work.draft.branch(at)["title"] = words.text
        if any(usual.id == at[-1] and usual.required for usual in work.order.kind.sections):
            work.draft.note("required_section", at, words=words.text)
    if not work.handed_down or words.plan == work.bare.id or words.chain[-1].verb is Verb.AS_CHILD:
        return
    said = title(words.text, work.speaker(words))
    if said != words.text:
        work.draft.branch(at)["title"] = said
        work.draft.note("title_turned", (*at, "title"), words=words.text)


def _body(work: Descent, section: Section, path: str, at: Path) -> bool:
    """Copy a body that is offered; one that is live and names nobody stays with the plan above."""
    offered = section.fields.get(f"offered/{path}")
    if offered is None or offered.plan == work.bare.id:
        return False
    result = copied(offered.text, work.speaker(offered))
    if path in section.fields and not result.left_out:
        return True
    *block, key = path.split("/")
    here = (*at, *block)
    if result.text:
        work.draft.branch(here)[key] = result.text
        work.draft.note("copied", (*here, key))
    elif path in section.fields:
        work.draft.branch(here)[key] = GAP
    for passage in result.levels if result.text else ():
        work.draft.note("levels", (*here, key), words=passage)
    for passage in result.left_out:
        work.draft.note("left_out", (*here, key) if key in work.draft.branch(here) else at, words=passage)
    return True


def _item(work: Descent, item: Item, at: Path) -> None:
    """Note what must be decided about an item that came down; its own words come down live."""
    own: Branch = {}
    if work.parent.kind != work.order.kind.id:
        times = [value.text for path, value in item.fields.items() if path.startswith("when")]
        work.draft.note("taken", at, words=item.text.text, when="; ".join(times))
    above = next((a for a in work.parent.items() if a.id == item.id), None)
    received = Received(item, above) if isinstance(item, Target) and isinstance(above, Target) else None
    _sentence(work, item, at, own)
    if received:
        _opened(work, received, at, own)
        fill(work.draft, received, at, work.order)
    elif item.policy is Policy.LOCKED:
        work.draft.note("locked_item", at, words=item.text.text)
    if own or any(note.path[: len(at)] == at for note in work.draft.notes):
        work.draft.branch(at).update(own)


def _sentence(work: Descent, item: Item, at: Path, own: Branch) -> None:
    if not work.handed_down or any(step.verb is Verb.AS_CHILD for step in item.text.chain):
        return
    said = sentence(item.text.text, work.speaker(item.text))
    if said != item.text.text and item.policy is not Policy.LOCKED:
        own["text"] = said
        if isinstance(item, Target) and not item.figures:
            own["achieve"] = "true"
        work.draft.note("turned", at, words=item.text.text)
    elif isinstance(item, Target) or _spoken(work, item.text):
        work.draft.note("as_child", at, words=item.text.text.replace(GAP, "…"))


def _opened(work: Descent, received: Received, at: Path, own: Branch) -> None:
    """Put gaps for the numbers of the unit above that nobody handed down."""
    target = received.target
    said = opened(received)
    if not work.handed_down or said == target.text.text or target.policy is Policy.LOCKED:
        return
    own["text"] = sentence(said, work.speaker(target.text))
    if not target.figures:
        own["achieve"] = "true"
    work.draft.note("fill", at, figure=said.replace(GAP, "…"), above=received.above.text.text)


def _spoken(work: Descent, text: Value) -> bool:
    """Whether a sentence without figures speaks of the unit above or of its whole area."""
    speaker = work.speaker(text)
    area = speaker.above.words.get("area", "")
    return bool(speaker.mentions(text.text)) or bool(area and area in text.text)


def _staying(work: Descent) -> None:
    """Targets that would reach the unit but stay above, for nobody has said how their figures are handed down."""
    here = {item.id for item in work.bare.items()}
    same = work.parent.kind == work.order.kind.id and work.handed_down
    for item in work.parent.items() if same else ():
        at = work.paths.get(item.section)
        if at and isinstance(item, Target) and item.id not in here and _reaches(work, item):
            _standing_above(work, item, at)


def _standing_above(work: Descent, target: Target, at: Path) -> None:
    """Offer a target whose figures nobody handed down as one of the unit's own, every number a gap."""
    own = (*at, "targets", target.id)
    unset = all(figure.cascade is None and figure.carrier is None for figure in target.figures)
    entry = blank(target) if unset else None
    if entry is None:
        work.draft.branch(at)
        work.draft.note("stays_above", at, words=target.text.text)
        return
    speaker = work.speaker(target.text)
    work.draft.branch(own).update({**entry, "text": sentence(str(entry["text"]), speaker)})
    numbers = "; ".join(figure.phrase.text for figure in target.figures)
    work.draft.note("cascade_unset", own, words=target.text.text, above=numbers)


def _reaches(work: Descent, item: Item) -> bool:
    units, order = work.known.units, work.order
    return descended_carrier(item.carrier, work.parent.unit, order.unit, units, order.day) is not None
