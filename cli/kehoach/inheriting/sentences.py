"""A target's sentence and the stretches of it that are its figures."""

from collections.abc import Mapping

from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan.items import GAP
from kehoach.records import dataclass

Span = tuple[int, int]
SHARE_SIGN = "% \u00a0"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and, by figure id, where each figure's phrase stands in it."""

    text: str
    spans: Mapping[str, Span]

    def phrase(self, figure: str) -> str:
        """The words of a figure as they stand."""
        start, end = self.spans[figure]
        return self.text[start:end]

    def rewrite(self, figure: str, span: Span, new: str) -> "Sentence":
        """Put *new* where *span*, a part of the figure's stretch, stands; the other stretches move along."""
        start, end = span
        text = self.text[:start] + new + self.text[end:]
        by = len(new) - (end - start)
        return Sentence(text, {f: _moved(s, f == figure, start, by) for f, s in self.spans.items()})

    def without(self, figure: str) -> "Sentence":
        """The same text with the stretch of *figure* no longer watched."""
        return Sentence(self.text, {f: s for f, s in self.spans.items() if f != figure})


def _moved(span: Span, same: bool, start: int, by: int) -> Span:
    if same:
        return span[0], span[1] + by
    return (span[0] + by, span[1] + by) if span[0] >= start else span


def overridden(sentence: Sentence, figure: str, words: str, lexicon: Lexicon) -> Sentence:
    """*sentence* with a figure rewritten: a bare number replaces the number, anything else the whole phrase.

    A percentage that names no base is a bare number where the figure is a percentage; where that grows, it may be the
    level that is reached.
    """
    start, end = sentence.spans[figure]
    phrase = sentence.phrase(figure)
    number = _bare(words, phrase, lexicon)
    if not number:
        return sentence.rewrite(figure, (start, end), words)
    low, high = number_stretch(phrase, lexicon)
    return sentence.rewrite(figure, (start + low, start + high), number)


def number_stretch(phrase: str, lexicon: Lexicon) -> Span:
    """Where the bare number, the range or the gap stands in *phrase*; the whole of it where there is none."""
    if GAP in phrase:
        at = phrase.index(GAP)
        return at, at + len(GAP)
    read = quantity.parse(phrase, lexicon)
    return read.number_span if read else (0, len(phrase))


def _bare(words: str, phrase: str, lexicon: Lexicon) -> str:
    """The number, the range or the gap that *words* put into *phrase*; empty where they say more than that."""
    if words == GAP:
        return words
    read = quantity.parse(words, lexicon)
    if read is None or read.number_span[0] or words[read.number_span[1] :].strip(SHARE_SIGN):
        return ""
    number = words[: read.number_span[1]]
    if not read.percent:
        return number if number == words else ""
    asked = quantity.parse(phrase.replace(GAP, "1"), lexicon)
    share = asked is not None and asked.percent and asked.growth is None
    return number.rstrip(SHARE_SIGN) if share else ""
