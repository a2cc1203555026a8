"""How sentences begin and end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, count, groupby, repeat

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.passages import PROSE, Passage
from kehoach.rules.prose.misnamed import misnamed
from kehoach.rules.prose.prose import prose
from kehoach.rules.prose.spelling.syllable import spoken
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

SENTENCES = frozenset({PROSE, "text", "opening", "closing"})
_NEXT = compiled(r"\. +[“*]*([^\W\d_]+)")
SHORT = 3  # letters: what is shorter and ends with a stop is an abbreviation
SHOWN = 40
FEWEST = 4
STOPS = ".;"


@rule("TXT401", Grain.WRITTEN, WARNING)
def sentence_ends(file: Written, view: View) -> Iterator[Fault]:
    """No paragraph ends in mid-air, with a word that asks for another, or with a comma.

    The rest was lost when the text was copied or cut at a page. The last line of what a document is based on may end
    with a comma before the line that says who issues it; a title may go on in a second line.
    """
    told = prose(file, view)
    for number in compress(count(), map(_cut, told.wordings, repeat(view.lexicon))):
        passage = told.passages[number]
        cut = passage.key in SENTENCES and _cut(passage.text, view.lexicon)
        if cut and not _goes_on(told.passages[number : number + 2], view.lexicon):
            text = passage.text.rstrip(" *")
            end = told.starts[number] + len(text)
            yield told.fault("TXT401", end - len(text.rpartition(" ")[2]), end, text=text[-SHOWN:])


@remembered
def _cut(text: str, lexicon: Lexicon) -> bool:
    """Whether *text* ends with a comma, or with a word that asks for another."""
    text = text.rstrip(" *")
    return text.endswith(",") or text.rpartition(" ")[2] in lexicon.view(_unfinished)


def _goes_on(both: Sequence[Passage], lexicon: Lexicon) -> bool:
    """Whether the second of two passages says on what the first does not end: a title, or who issues the document."""
    if len(both) == 1:
        return False
    first, then = (passage.text.lstrip(" *-–+") for passage in both)
    based = first.startswith(lexicon.words("prose", "grounds"))
    return (first.isupper() and then.isupper()) or (based and then[:1].isupper() and both[1].level == 0)


def _unfinished(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("prose", "unfinished"))


@rule("TXT402", Grain.WRITTEN, INFO)
def bullets_end_alike(file: Written, view: View) -> Iterator[Fault]:
    """The bullets of a section end with the same sign; the last may end with a stop.

    Said once for a section, where the first one differs.
    """
    told = prose(file, view)
    bullets = (number for number in view.once(_bullets, file) if not _titles(*told.passages[number : number + 2]))
    for _, numbers in groupby(bullets, key=lambda number: told.passages[number].path):
        found = list(numbers)
        odd = _odd([told.passages[number] for number in found])
        if odd is not None:
            at = told.starts[found[odd[0]]] + len(told.passages[found[odd[0]]].text)
            yield told.fault("TXT402", at - 1, at, text=told.passages[found[odd[0]]].text[-SHOWN:], sign=odd[1])


def _bullets(file: Written, view: View) -> tuple[int, ...]:
    """The numbers of the passages that are bullets of a prose with words of their own, not the place of an item."""
    return tuple(
        number
        for number, passage in enumerate(prose(file, view).passages)
        if passage.level and passage.key == PROSE and not passage.text.endswith("}}")
    )


def _titles(passage: Passage, below: Passage | None = None) -> bool:
    """Whether a bullet is the title of bullets *below* it."""
    return below is not None and below.path == passage.path and below.level > passage.level


def _odd(bullets: list[Passage]) -> tuple[int, str] | None:
    """The number of the first bullet that ends otherwise than most, and how those end."""
    ends = [bullet.text.rstrip(" *")[-1:] for bullet in bullets]
    usual, often = Counter(end for end in ends if end in STOPS).most_common(1)[0] if set(ends) & set(STOPS) else ("", 0)
    if often < FEWEST or often * 4 < len(ends) * 3:
        return None
    allowed = {usual, ":", "…", "!", "?"}
    differs = (at for at, end in enumerate(ends) if end not in allowed and not (at == len(ends) - 1 and end == "."))
    at = next(differs, None)
    return None if at is None else (at, usual)


@rule("TXT403", Grain.WRITTEN, INFO)
def sentence_begins_high(file: Written, view: View) -> Iterator[Fault]:
    """A sentence begins with a capital letter, and so does a bullet where most of its section do."""
    told = prose(file, view)
    for number, word in _small_bullets(view.once(_bullets, file), told.passages, view.lexicon):
        start = told.starts[number] + told.passages[number].text.index(word)
        yield told.fault("TXT403", start, start + len(word), text=word)
    for match in _NEXT.finditer(told.text):
        before = told.text[max(match.start() - SHORT - 2, 0) : match.start()].rstrip("”*")[-SHORT:]
        if match[1].islower() and len(before) == SHORT and before.isalpha() and before.islower():
            yield told.fault("TXT403", *match.span(1), text=match[1])


def _small_bullets(bullets: Sequence[int], passages: Sequence[Passage], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The bullets in small letters among many with capitals, each with its first word; a loan word may be a name."""
    for _, numbers in groupby(bullets, key=lambda number: (passages[number].path, passages[number].level)):
        first = [(number, passages[number].text.lstrip(" “*").partition(" ")[0]) for number in numbers]
        high = sum(word[:1].isupper() for _, word in first)
        small = [(number, word) for number, word in first if word.islower() and word.isalpha()]
        if high >= FEWEST and high >= len(small) * FEWEST:
            yield from ((number, word) for number, word in small if spoken(word, lexicon))


@rule("TXT404", Grain.WRITTEN, INFO)
def comma_before_small(file: Written, view: View) -> Iterator[Fault]:
    """What goes on after a comma does not begin like a new task.

    A comma was typed for a semicolon or a stop, or a capital for a small letter.
    """
    told = prose(file, view)
    for match in view.lexicon.view(_openers).finditer(told.text):
        yield told.fault("TXT404", match.start(1), match.end(1), text=match[1])


def _openers(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf",[”*]* [*]*({'|'.join(lexicon.words('prose', 'openers'))})\b")


@rule("TXT405", Grain.WRITTEN, INFO)
def name_in_capitals(file: Written, view: View) -> Iterator[Fault]:
    """Names of persons, of the country and of organisations have their capitals: *Bác Hồ*, *Hồ Chí Minh*."""
    for name in misnamed(file, view):
        yield prose(file, view).fault("TXT405", name.start, name.end, text=name.wrong, right=name.right)
