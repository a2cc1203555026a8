"""The head and foot of a new plan, from the register of units and the kind of document."""

from kehoach.drafting.draft import Draft, Known, Order, Tree
from kehoach.drafting.mentions import GAP, Speaker
from kehoach.plan import Plan

USUAL_BODY = "BCH"


def begin(draft: Draft, order: Order, parent: Plan, known: Known) -> None:
    """Write the keys that stand before the sections of *draft*; *parent* is the plan above."""
    by = _body(order, parent)
    office = order.state.head_office or None
    speaker = Speaker.of(known.units.state(parent.unit, parent.day), order.state, known.lexicon)
    draft.root |= {"kind": order.kind.id, "unit": order.unit, "year": str(order.year), "inherits": [parent.id]}
    draft.root["subject"] = _subject(draft, order, parent, speaker)
    _theme(draft, order, parent, speaker)
    signed: dict[str, Tree] = {"for": by or None, "office": office, "name": order.state.roster.get(office or "")}
    issued: dict[str, Tree] = {"body": by, "number": None, "date": _date(order)}
    draft.root["issued"] = {key: value for key, value in issued.items() if value or key != "body"} | {
        "signed": {key: value for key, value in signed.items() if value or key == "name"}
    }
    draft.root["bases"] = [{"plan": parent.id}]
    draft.note("bases", ("bases",))
    draft.root["opening"] = _opening(order, by, known)
    _labels(draft, order, parent, known)


def end(draft: Draft, order: Order, parent: Plan, known: Known) -> None:
    """Write the keys that stand behind the sections of *draft*."""
    draft.root["closing"] = "default"
    to = known.lexicon.table("drafting", "recipients")
    rows: list[Tree] = []
    if parent.unit != order.unit:
        rows.append({"to": _upper(parent, known), "purpose": str(to["above"])})
    below = order.state.words.get("below", "")
    if below:
        rows.append({"to": below[:1].upper() + below[1:], "purpose": str(to["below"])})
    draft.root["recipients"] = [*rows, known.said("archive")]
    draft.note("recipients", ("recipients",))


def _date(order: Order) -> str:
    return f"/{order.day.month:02}/{order.year}"


def _body(order: Order, parent: Plan) -> str:
    """The body that issues: the same as above where the unit has it."""
    above = parent.head.issued[0].body if parent.head.issued else None
    known = [above.text if above else USUAL_BODY, USUAL_BODY, *order.state.bodies]
    return next((body for body in known if body in order.state.bodies), "")


def _subject(draft: Draft, order: Order, parent: Plan, speaker: Speaker) -> str:
    if order.kind.subject:
        return order.kind.subject.replace("{{ year }}", str(order.year))
    said = parent.head.subject.text
    if not speaker.mentions(speaker.literal(said)):
        return said
    draft.note("subject", ("subject",), words=said)
    return GAP


def _theme(draft: Draft, order: Order, parent: Plan, speaker: Speaker) -> None:
    """A theme that names the unit above does not come down: a gap stands in its place."""
    theme = parent.head.theme
    if theme is None or parent.kind != order.kind.id:
        return
    if speaker.mentions(speaker.literal(theme.text.text)):
        draft.root["theme"] = {"text": GAP, "place": theme.place}
    draft.note("theme" if "theme" in draft.root else "theme_above", ("theme",), words=theme.text.text)


def _opening(order: Order, by: str, known: Known) -> str:
    subject = order.kind.subject.replace("{{ year }}", str(order.year))
    if order.kind.cited_lower:
        subject = subject[:1].lower() + subject[1:]
    name = f"{{{{ unit.bodies.{by} }}}}" if by else "{{ unit.name }}"
    document = order.kind.document[:1].lower() + order.kind.document[1:]
    words = known.said("opening").format(by=name, document=document, subject=subject)
    return " ".join(words.replace(" ,", ",").split())


def _labels(draft: Draft, order: Order, parent: Plan, known: Known) -> None:
    """The names of the two blocks, where the plan above prints such blocks."""
    blocks = any(not block.empty for section in parent.walk() for name, block in section.blocks if name)
    level, below = known.units.levels.get(order.state.level), order.state.words.get("below", "")
    if blocks and level and below:
        names = level.name, below
        own, under = (name[:1].upper() + name[1:] for name in names)
        draft.root["labels"] = {"own": own, "below": under}


def _upper(parent: Plan, known: Known) -> str:
    """The body above that the plan is sent to."""
    state, issued = known.units.state(parent.unit, parent.day), parent.head.issued
    body = issued[0].body.text if issued and issued[0].body else ""
    return state.bodies.get(body, {}).get("name", state.name)
