"""The text between head and foot: headings by their numbers, numbered and plain paragraphs, bullets, căn cứ."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import replace
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import begins, words
from kehoach.sheet import Paragraph
from kehoach.standards.standard import Standard
from kehoach.tree import Element

COUNTER = compiled(r"[0-9]+|[A-Za-z]+")
PLAIN = compiled(r"[IVX]{1,8}[./):-]?|[0-9]{1,4}(?:\.[0-9]{1,4}){0,8}\.?")
# A number without its last point has no thousands: ``1.1 Title``, but ``2.000 trees``.
NUMBER = r"[IVX]{1,8}[./):-]|[0-9]{1,4}(?:\.[0-9]{1,4}){0,8}\.|[0-9]{1,2}(?:\.[0-9]{1,2}){1,8}(?=\s)"
TYPED = compiled(rf"\s*(?P<number>{NUMBER})(?=\s|[^\W\d])\s*(?P<text>.*)", re.DOTALL)
LONGEST_TITLE = 200
LONGEST_PART = 3


def body(paragraphs: Sequence[Paragraph], standard: Standard, lexicon: Lexicon) -> Iterator[Found]:
    """The parts of the text, in order; tables and blank paragraphs are left out."""
    told = list(_promoted([_told(one, standard) for one in paragraphs if not one.blank and one.cell is None], standard))
    begun = False
    for n, one in enumerate(told):
        below = told[n + 1] if n + 1 < len(told) else None
        level = one.level if one.level and _is_heading(one, below) else 0
        begun = begun or bool(one.level)
        yield _part(one, level, begun, lexicon)


def _told(paragraph: Paragraph, standard: Standard) -> Found:
    """The paragraph with its number, computed or typed, and the level of the ladder that it would belong to."""
    text = paragraph.text.strip()
    number = paragraph.mark.strip()
    typed = None if number else TYPED.fullmatch(text)
    if typed:
        number, text = typed["number"], typed["text"]
    level = next((n for n, rung in enumerate(standard.ladder, 1) if _same(rung.number, number)), 0)
    role = next((r for mark, r in _marks(standard) if number == mark or text.startswith(mark)), None)
    return Found(role, paragraph, text, level, number)


def _promoted(told: Sequence[Found], standard: Standard) -> Iterator[Found]:
    """*told*; what looks like a heading of the first level is one, though its number is that of the second."""
    first, second = standard.ladder[:2]
    sections = any(one.level == 1 for one in told)
    below = {id(one): next_ for one, next_ in pairwise(one for one in told if one.level in {1, 2})}
    count = 0
    for one in told:
        if one.level == 2 and first.caps > second.caps and _shouted(one):
            follows = _counter(one) == count + 1 and not _continued(one, below.get(id(one)))
            one = replace(one, level=1) if follows or not sections else one
        count += one.level == 1
        yield one


def _continued(one: Found, below: Found | None) -> bool:
    """Whether the next heading goes on counting where *one* is, and looks otherwise."""
    return below is not None and below.level == 2 and _counter(below) == _counter(one) + 1 and not _shouted(below)


def _counter(one: Found) -> int:
    digits = one.number.strip("()./:-")
    return int(digits) if digits.isdecimal() else 0


def _shouted(one: Found) -> bool:
    spoken = [run for run in one.runs if any(map(str.isalpha, run.text))]
    return bool(spoken) and all(run.bold and (run.caps or run.text.isupper()) for run in spoken)


def _marks(standard: Standard) -> Iterator[tuple[str, Element]]:
    return zip(standard.bullets, (Element.BULLET, Element.SUB_BULLET), strict=False)


def _same(form: str, number: str) -> bool:
    """Whether *number* counts as the *form* of a rung does (``1.1.``)."""
    wanted, given = COUNTER.findall(form), COUNTER.findall(number)
    shaped = PLAIN.fullmatch(number) is not None and len(wanted) == len(given)
    return shaped and all(a.isdigit() == b.isdigit() for a, b in zip(wanted, given, strict=True))


def _is_heading(one: Found, below: Found | None) -> bool:
    """Whether a numbered paragraph is a title: Roman, bold or slanted, or short with text of its own below it."""
    if not one.number[:1].isdigit():
        return True
    if one.text.endswith((".", ";", ",")) or len(one.text) > LONGEST_TITLE:
        return False
    marked = all(run.bold or run.italic for run in one.runs)
    return marked or (below is not None and (not below.level or below.level > one.level))


def _part(one: Found, level: int, begun: bool, lexicon: Lexicon) -> Found:
    if level:
        return Found(None, one.paragraph, one.text, level, one.number)
    role = one.role or (Element.NUMBERED if one.number else Element.BODY)
    if role is Element.BODY and _opens_part(one, lexicon):
        return Found(Element.PART, one.paragraph, one.text)
    if not begun and role is Element.BODY:
        role = Element.OPENING
    if not begun and begins(one.text.lstrip("- "), words(lexicon, "bases")) and not one.text.endswith(":"):
        role = Element.BASIS
    return Found(role, one.paragraph, one.text, one.level, one.number)


def _opens_part(one: Found, lexicon: Lexicon) -> bool:
    """Whether it says nothing but the number of a part (``Phần I``, ``Phần thứ nhất``)."""
    return begins(one.text, words(lexicon, "parts")) and len(one.text.split()) <= LONGEST_PART
