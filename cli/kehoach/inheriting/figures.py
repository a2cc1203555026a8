"""Finding a target's figures in its sentence."""

from collections.abc import Container, Iterator, Mapping

from kehoach.findings import Fault, Related
from kehoach.inheriting.parts import Part
from kehoach.inheriting.sentences import Sentence, Span, number_stretch
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Op, Quantity
from kehoach.plan import Step, Value
from kehoach.plan.items import GAP
from kehoach.quoting import occurrences
from kehoach.records import replace

Faults = list[Fault]


def located(part: Part, lexicon: Lexicon, faults: Faults) -> Part:
    """*part* with the stretches of its figures; a sentence with one figure needs no ``figures``."""
    if not part.get("text"):
        return part
    named = part.figures
    if not named:
        return _found(part, lexicon, faults)
    spans: dict[str, Span] = {}
    for figure in named:
        span = quoted(part, figure, faults)
        if span and not any(_overlap(span, other) for other in spans.values()):
            spans[figure] = span
        elif span:
            faults.append(fault("TGT106", part, f"figures/{figure}/phrase", figure))
    return replace(part, spans=spans)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def quoted(part: Part, figure: str, faults: Faults) -> Span | None:
    """Where the phrase that *part* gives for *figure* stands in its text: once, else the ``nth``."""
    path = f"figures/{figure}/phrase"
    phrase = part.get(path)
    places = list(occurrences(part.get("text"), phrase))
    nth = part.get(f"figures/{figure}/nth")
    if not places:
        faults.append(fault("TGT101", part, path, figure, phrase=phrase))
        return None
    if len(places) > 1 and not nth.isdigit():
        faults.append(fault("TGT102", part, path, figure, phrase=phrase, count=str(len(places))))
        return None
    at = places[min(int(nth), len(places)) - 1] if nth.isdigit() else places[0]
    return at, at + len(phrase)


def _found(part: Part, lexicon: Lexicon, faults: Faults) -> Part:
    """The one figure of a sentence that names none, under the id ``value``."""
    if part.get("achieve") == "true" or part.get("given_by"):
        return part
    found = [f for f in quantity.find(part.get("text"), lexicon) if not f.scope]
    if len(found) != 1:
        proposals = "; ".join(f.quantity.written for f in found)
        faults.append(fault("TGT104" if found else "TGT103", part, "text", "", phrases=proposals))
        return part
    return with_figure(part, "value", (found[0].start, found[0].end))


def with_figure(part: Part, figure: str, span: Span) -> Part:
    """*part* with one more figure, read out of its text."""
    text = part.fields["text"]
    phrase = Value(text.text[slice(*span)], text.unit, text.chain)
    fields = {**part.fields, f"figures/{figure}/phrase": phrase}
    return replace(part, fields=fields, spans={**part.spans, figure: span})


def only_figures(fields: Mapping[str, Value], ids: Container[str]) -> dict[str, Value]:
    """*fields* without the keys of every figure that is not in *ids*."""
    return {path: v for path, v in fields.items() if not path.startswith("figures/") or path.split("/")[1] in ids}


def reread(base: Part, text: Part, lexicon: Lexicon, faults: Faults) -> Iterator[tuple[str, Span]]:
    """The figures of *base* found again in the new sentence that *text* gives, each in words of its own."""
    wanted = [f for f in dict.fromkeys((*base.figures, *text.figures)) if f"figures/{f}/omit" not in text]
    given = {f for f in wanted if text.get(f"figures/{f}/phrase") in text.get("text") and f"figures/{f}/phrase" in text}
    found = {f: quoted(text, f, faults) if f in given else _alike(base, f, text, lexicon) for f in wanted}
    lost: list[str] = []
    for figure, span in found.items():
        if span is None and len(wanted) == 1:
            span = _only(text, lexicon)
        if span and not _belongs_to_another(figure, found, given, (base, text, lexicon)):
            yield figure, span
        elif figure not in given:
            lost.append(figure)
    if lost:
        faults.append(_lost(base, lost, text))


def _belongs_to_another(
    figure: str, found: Mapping[str, Span | None], given: Container[str], said: tuple[Part, Part, Lexicon]
) -> bool:
    """Whether the words found for *figure* are those of another: of one that quotes them, or is bounded as they are."""
    span = found[figure]
    rivals = [f for f, other in found.items() if f != figure and span and other and _overlap(span, other)]
    if not span or not rivals or figure in given:
        return False
    base, text, lexicon = said
    words = text.get("text")[slice(*span)]
    return not _bounded(base, figure, words, lexicon) or any(
        f in given or _bounded(base, f, words, lexicon) for f in rivals
    )


def _bounded(base: Part, figure: str, words: str, lexicon: Lexicon) -> bool:
    """Whether *words* bound their number as the phrase of *figure* does: as an ambition, as more than that."""
    new, old = read(words, lexicon), read(base.get(f"figures/{figure}/phrase"), lexicon)
    return new is not None and old is not None and _bounds(new) == _bounds(old)


def _bounds(known: Quantity) -> tuple[Op, bool]:
    return known.op, known.ambition


def _lost(base: Part, figures: list[str], text: Part) -> Fault:
    """That the new sentence of *text* lacks *figures*, with where the level above says them."""
    values = [base.fields.get(f"figures/{figure}/phrase") for figure in figures]
    above = tuple(Related(value.place, "asked_here") for value in values if value)
    phrases = "”, “".join(base.get(f"figures/{figure}/phrase") for figure in figures)
    lacks = fault("TGT105", text, "text", figures[0], phrase=phrases)
    return replace(lacks, related=above, arguments={**lacks.arguments, "figure": ", ".join(figures)})


def _only(text: Part, lexicon: Lexicon) -> Span | None:
    """The stretch of the one quantity that *text* says."""
    found = quantity.find(text.get("text"), lexicon)
    return (found[0].start, found[0].end) if len(found) == 1 else None


def _alike(base: Part, figure: str, text: Part, lexicon: Lexicon) -> Span | None:
    """The stretch of the same words, else of the same unit and base, if one alone is so, or one alone is so bounded."""
    old = base.get(f"figures/{figure}/phrase")
    same = list(occurrences(text.get("text"), old))
    if len(same) == 1:
        return same[0], same[0] + len(old)
    means = read(old, lexicon)
    if means is None:
        return None
    found = [(f, s) for f in quantity.find(text.get("text"), lexicon) if (s := _measured(f, means, text.get("text")))]
    if len(found) > 1:
        found = [(f, span) for f, span in found if _bounds(f.quantity) == _bounds(means)]
    return found[0][1] if len(found) == 1 else None


def _measured(found: quantity.Found, means: Quantity, text: str) -> Span | None:
    """The stretch of *found* up to the unit of *means*, where it counts the same thing."""
    unit = means.unit.casefold()
    if found.quantity.percent != means.percent or not f"{found.quantity.unit.casefold()} ".startswith(f"{unit} "):
        return None
    at = text.casefold().find(unit, found.start, found.end)
    return (found.start, at + len(unit)) if unit and at >= 0 else (found.start, found.end)


def read(phrase: str, lexicon: Lexicon) -> Quantity | None:
    """What a phrase means; one whose number is a gap is read for its unit alone, as if it said 1."""
    return quantity.parse(phrase.replace(GAP, "1"), lexicon)


def sentence(part: Part) -> Sentence:
    """The text of *part* with the stretches of its figures."""
    return Sentence(part.get("text"), part.spans)


def with_sentence(part: Part, new: Sentence, step: Step) -> Part:
    """*part* saying *new*; the phrases follow the text, and *step* tells what changed it."""
    text = part.fields["text"]
    changed = Value(new.text, text.unit, (*text.chain, step))
    fields = {**part.fields, "text": changed if new.text != text.text else text}
    for figure in new.spans:
        path = f"figures/{figure}/phrase"
        old = fields.get(path, changed)
        fields[path] = Value(new.phrase(figure), old.unit, old.chain)
    return replace(part, fields=fields, spans=new.spans)


def blank(phrase: str, lexicon: Lexicon) -> bool:
    """Whether the number of a phrase is still to be filled."""
    low, high = number_stretch(phrase, lexicon)
    return phrase[low:high] == GAP


def fault(code: str, part: Part, path: str, figure: str, **arguments: str) -> Fault:
    """A fault of a target's figure, placed at the field *path* of *part*, else at its id."""
    value = part.fields.get(path)
    pointer = f"{part.id}.{figure}" if figure else part.id
    names = {"id": part.id, "figure": figure, **arguments}
    return Fault(code, value.place if value else part.key, pointer, names)
