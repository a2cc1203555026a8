"""One item over the item that it answers: field by field, the sentence and its figures together."""

from collections.abc import Mapping
from difflib import get_close_matches

from kehoach.findings import Fault
from kehoach.inheriting.figures import fault, located, only_figures, reread, sentence, with_figure, with_sentence
from kehoach.inheriting.parts import Part
from kehoach.inheriting.sentences import overridden
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Step, Value, Verb
from kehoach.plan.items import GAP
from kehoach.records import replace

PARENT = "{{ parent }}"
KEPT_BY_REPLACE = frozenset({"carrier", "cascade", "policy"})
DOING = frozenset({"after", "before", "under", "replace", "new"})


def merged(base: Part, over: Part, lexicon: Lexicon, faults: list[Fault]) -> Part:
    """*over* laid over *base*; neither is changed."""
    written = {path: value for path, value in over.fields.items() if path not in DOING}
    if over.get("replace") == "true" and "text" in base and "text" not in over:
        faults.append(Fault("INH214", over.fields["replace"].place, f"{over.id}/replace", {"id": over.id}))
        return base
    verb = Verb.REPLACED if over.get("replace") == "true" else Verb.OVERRIDDEN
    kept = _kept(base, written, verb)
    told = {path: _told(base.fields.get(path), value, verb) for path, value in written.items()}
    block = over.block if over.under == base.under and over.block else base.block
    if base.sort != "target":
        return replace(base, block=block, fields=_with_parent({**kept, **told}, base))
    part = replace(base, block=block, fields={**kept, **_without_phrases(told)})
    part = _without_dropped(part, over, faults)
    if "text" in told:
        return _new_sentence(base, replace(part, fields={**kept, **told}), over, lexicon, faults)
    return _new_numbers(part, over, lexicon, faults)


def _kept(base: Part, written: Mapping[str, Value], verb: Verb) -> dict[str, Value]:
    """The fields of *base* that stay: a list is written anew whole, ``replace`` keeps only what binds."""
    groups = {_group(path) for path in written}
    kept = {path: value for path, value in base.fields.items() if _group(path) not in groups or path in written}
    if verb is Verb.REPLACED:
        kept = {path: v for path, v in kept.items() if KEPT_BY_REPLACE & set(path.split("/"))}
    return kept


def _group(path: str) -> str:
    """The field that a path belongs to: ``when/2`` is part of ``when``, a figure's key stands for itself."""
    names = path.split("/")
    return "/".join(names[:3]) if names[0] == "figures" else "/".join(names[: 2 if names[0] in {"own", "below"} else 1])


def _told(old: Value | None, new: Value, verb: Verb) -> Value:
    history = old.chain if old else ()
    verb = verb if old else Verb.WRITTEN
    return Value(new.text, new.unit, (*history, replace(new.chain[-1], verb=verb)))


def _without_dropped(part: Part, over: Part, faults: list[Fault]) -> Part:
    """*part* without the figures that *over* drops; its sentence has to be written without them."""
    dropped = [figure for figure in over.figures if f"figures/{figure}/omit" in over and figure in part.spans]
    if not dropped:
        return part
    for figure in dropped if "text" not in over else ():
        faults.append(fault("INH212", over, f"figures/{figure}/omit", figure))
    left = {figure: span for figure, span in part.spans.items() if figure not in dropped}
    return replace(part, fields=only_figures(part.fields, left), spans=left)


def _without_phrases(told: Mapping[str, Value]) -> dict[str, Value]:
    return {path: value for path, value in told.items() if not path.endswith("/phrase")}


def _new_sentence(base: Part, part: Part, over: Part, lexicon: Lexicon, faults: list[Fault]) -> Part:
    """The child's own words: its figures are read anew in them."""
    if not base.figures:
        return located(part, lexicon, faults)
    spans = dict(reread(base, over, lexicon, faults))
    said = replace(part, fields=only_figures(part.fields, spans), spans={})
    for figure, span in spans.items():
        said = with_figure(said, figure, span)
    return said


def _new_numbers(part: Part, over: Part, lexicon: Lexicon, faults: list[Fault]) -> Part:
    """The parent's sentence as it stands today, with the figures that the child writes put into it."""
    for figure in over.figures:
        path = f"figures/{figure}/phrase"
        if path not in over:
            continue
        if figure not in part.spans:
            near = get_close_matches(figure, part.spans, n=1)
            faults.append(fault("TGT107", over, path, figure, nearest=near[0] if near else "", above=""))
            continue
        part = _rewritten(part, figure, over.fields[path], lexicon)
    return part


def _rewritten(part: Part, figure: str, new: Value, lexicon: Lexicon) -> Part:
    step = Step(new.plan, Verb.OVERRIDDEN, new.place)
    said = with_sentence(part, overridden(sentence(part), figure, new.text or GAP, lexicon), step)
    path = f"figures/{figure}/phrase"
    phrase = said.fields[path]
    told = Value(phrase.text, new.unit, (*phrase.chain, step))
    return replace(said, fields={**said.fields, path: told})


def _with_parent(fields: dict[str, Value], base: Part) -> dict[str, Value]:
    """*fields* with ``{{ parent }}`` in a body replaced by the prose that came down to that block."""
    return {path: _filled(value, base.fields.get(f"offered/{path}")) for path, value in fields.items()}


def _filled(value: Value, offered: Value | None) -> Value:
    if offered is None or PARENT not in value.text:
        return value
    lines = [offered.text.rstrip("\n") if line.strip() == PARENT else line for line in value.text.split("\n")]
    return replace(value, text="\n".join(lines))
