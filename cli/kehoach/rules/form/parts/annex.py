"""The heads of annexes: number, title, and the line that says to what they belong."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.head import DASHES
from kehoach.rules.form.parts.wording import begins, words
from kehoach.sheet import Paragraph
from kehoach.tree import Element

# How many lines below its number a head may have, and how long its first line may be.
LINES = 6
LONGEST = 160
NUMBERED = compiled(r"\s*(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])?\s*[.:]?\s*(?P<title>.*)", re.DOTALL)


def annexes(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Found]:
    """The parts of the heads among *paragraphs*, which stand behind the foot of a document."""
    spoken = [one for one in paragraphs if not one.blank]
    for n, one in enumerate(spoken):
        if opens(one, lexicon):
            yield Found(Element.ANNEX_NUMBER, one, one.text.strip())
            below = takewhile(
                lambda line: line.cell is None and not opens(line, lexicon), spoken[n + 1 : n + 1 + LINES]
            )
            yield from _below(list(below), lexicon)


def opens(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether an annex begins: a line of its own, not a sentence that speaks of one."""
    text = paragraph.text.strip()
    if paragraph.cell or len(text) > LONGEST or not begins(text, words(lexicon, "annex_numbers")):
        return False
    return not titled(text, lexicon) or paragraph.layout.align == "center" or all(run.bold for run in paragraph.runs)


def titled(text: str, lexicon: Lexicon) -> str:
    """The title that the line of the number goes on with, nothing where it is a line of its own."""
    label = next((one for one in words(lexicon, "annex_numbers") if begins(text, (one,))), "")
    match = NUMBERED.fullmatch(text[len(label) :])
    return match["title"] if match else ""


def _below(lines: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Found]:
    """The title is what stands above the reference; without one it is the line that looks like a title."""
    references = words(lexicon, "annex_references")
    at = next((n for n, one in enumerate(lines) if begins(one.text, references)), None)
    titles = lines[:1] if at is None else lines[:at]
    for one in titles:
        looks = one.layout.align == "center" or all(run.bold for run in one.runs)
        if not DASHES.fullmatch(one.text.strip()) and (at is not None or looks):
            yield Found(Element.ANNEX_TITLE, one, one.text.strip())
    if at is not None:
        yield Found(Element.ANNEX_REFERENCE, lines[at], lines[at].text.strip())
