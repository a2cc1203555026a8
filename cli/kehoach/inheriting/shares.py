"""A target as one unit below receives it: its share, the same number, a blank, or nothing."""

from collections.abc import Mapping

from kehoach.carriers import OWN
from kehoach.cascade import allocation
from kehoach.inheriting.figures import only_figures, reread, sentence, with_sentence
from kehoach.inheriting.parts import Part
from kehoach.inheriting.sentences import SHARE_SIGN, Sentence, number_stretch, overridden
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Cascade, Figure, Policy, Step, Value, Verb
from kehoach.plan.items import GAP
from kehoach.records import replace
from kehoach.units import State

STAYING = (None, Cascade.NONE)


def comes_down(figure: Figure) -> bool:
    """Whether a figure says how the units below have to do with it."""
    return figure.cascade not in STAYING


def for_unit(part: Part, figures: tuple[Figure, ...], unit: tuple[str, State], lexicon: Lexicon) -> Part | None:
    """*part*, a target on its way down, saying what *unit* (its id and what it is that day) is asked for.

    *part* still has the parent's sentence and spans. None where no figure of it comes down.
    """
    coming = tuple(filter(comes_down, figures))
    if figures and not coming:
        return None
    said = _said(part, coming, lexicon)
    for figure in coming:
        if figure.id in said.spans:
            said = _share(said, figure, allocation(figure, *unit), lexicon)
    return said


def _said(part: Part, coming: tuple[Figure, ...], lexicon: Lexicon) -> Part:
    """The sentence that the parent wrote for its units, with the figures that come down found in it."""
    ids = {figure.id for figure in coming}
    fields = only_figures(part.fields, ids)
    own = fields.pop("as_child", None)
    if own is None:
        return replace(part, fields=fields, spans={f: s for f, s in part.spans.items() if f in ids})
    fields["text"] = as_child(fields["text"], own)
    said = replace(part, fields=fields)
    return replace(said, spans=dict(reread(said, said, lexicon, [])))


def lacking(part: Part, figures: tuple[Figure, ...], lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures that come down but do not stand in the sentence written for the units below.

    A share of the units (``coverage``) may be left out: each unit just does the work.
    """
    coming = tuple(f for f in figures if comes_down(f) and f.carrier != OWN)
    said = _said(part, coming, lexicon) if "as_child" in part else part
    return tuple(f for f in coming if f.id not in said.spans and f.cascade is not Cascade.COVERAGE)


def as_child(text: Value, own: Value) -> Value:
    """The sentence for the units below, with the history of the sentence that it stands for."""
    return Value(own.text, own.unit, (*text.chain, Step(own.plan, Verb.AS_CHILD, own.place)))


def _share(part: Part, figure: Figure, allocated: Value | None, lexicon: Lexicon) -> Part:
    says = sentence(part)
    if figure.cascade is Cascade.COVERAGE:
        return _work_itself(part, figure.id, lexicon)
    if figure.policy is Policy.FILL or (figure.cascade is Cascade.SUM and allocated is None):
        return _with_number(part, figure.id, overridden(says, figure.id, GAP, lexicon), _opened(figure))
    if allocated is None:
        return part
    step = Step(allocated.plan, Verb.ALLOCATED, allocated.place)
    return _with_number(part, figure.id, overridden(says, figure.id, allocated.text, lexicon), step)


def _opened(figure: Figure) -> Step:
    why = figure.fields.get("cascade", figure.phrase)
    return Step(why.plan, Verb.LEFT_OPEN, why.place)


def _with_number(part: Part, figure: str, says: Sentence, step: Step) -> Part:
    """*part* saying *says*, where only the number of *figure* is new."""
    changed = with_sentence(part, says, step)
    path = f"figures/{figure}/phrase"
    phrase = changed.fields[path]
    told = Value(phrase.text, phrase.unit, (*phrase.chain, step))
    return replace(changed, fields={**changed.fields, path: told})


def _work_itself(part: Part, figure: str, lexicon: Lexicon) -> Part:
    """The work without its percentage: *100% cơ sở Đoàn có …* asks each of them to have it."""
    says = sentence(part)
    start, _ = says.spans[figure]
    _, high = number_stretch(says.phrase(figure), lexicon)
    rest = says.text[start + high :]
    cut = says.rewrite(figure, (start, len(says.text) - len(rest.lstrip(SHARE_SIGN))), "").without(figure)
    if start == 0:
        cut = Sentence(cut.text[:1].upper() + cut.text[1:], cut.spans)
    fields = _without(part.fields, f"figures/{figure}/")
    return with_sentence(replace(part, fields=fields), cut, part.fields["text"].chain[-1])


def _without(fields: Mapping[str, Value], prefix: str) -> dict[str, Value]:
    return {path: value for path, value in fields.items() if not path.startswith(prefix)}
