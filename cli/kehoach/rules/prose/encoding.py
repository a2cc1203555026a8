"""Letters as they are stored: composed, of the right alphabet, visible, and in Unicode."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice, repeat

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.places import Edit, Place
from kehoach.records import replace
from kehoach.rules.passages import Passage, texts
from kehoach.rules.prose.prose import PLANS, prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_COMBINED = compiled(r"[^\W\d_][\u0300-\u036f]+")
_WORD = compiled(r"[^\s,.;:()“”\"/]+")
ENOUGH = 3
SHOWN = 24
LOST = "\N{REPLACEMENT CHARACTER}"


@rule("TXT101", Grain.WRITTEN, WARNING)
def text_composed(file: Written, view: View) -> Iterator[Fault]:
    """Letters with marks are stored as one sign each (Unicode NFC).

    A search for the same words in the usual form does not find them otherwise. Said once, with a count and its places.
    """
    if file.text.isascii() or unicodedata.is_normalized("NFC", file.text):
        return
    apart = [match for match in _COMBINED.finditer(file.text) if _composed(match[0]) != match[0]]
    holders = [passage for passage in texts(file, view) if _holds(passage, apart)]
    if not holders:
        return
    places = {place.line: place for passage in reversed(holders) for place in [_place(passage, apart)]}
    first, *others = (places[line] for line in sorted(places))
    whole = file.file.endswith(PLANS)
    edits = tuple(Edit(*match.span(), _composed(match[0])) for match in apart) if whole else ()
    related = tuple(Related(place, "also_here", {"text": _line(file, place)}) for place in others)
    yield Fault("TXT101", first, holders[0].pointer, {"count": str(len(apart))}, edits=edits, related=related)


def _place(passage: Passage, apart: list[re.Match[str]]) -> Place:
    """Where the first of *apart* stands in the passage."""
    offset = _first(passage, apart)
    at = next(number for number, own in enumerate(passage.scalar.offsets) if own >= offset) - passage.start
    return passage.place(at, at + 1)


def _line(file: Written, place: Place) -> str:
    """How the line goes on at *place*."""
    line = file.text.splitlines()[place.line - 1 : place.line]
    return _composed("".join(line)[place.column - 1 :][:SHOWN].strip())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _holds(passage: Passage, apart: list[re.Match[str]]) -> bool:
    return _first(passage, apart) >= 0


def _first(passage: Passage, apart: list[re.Match[str]]) -> int:
    """The offset in the file of the first of *apart* that stands in the passage, or -1."""
    offsets = passage.scalar.offsets[passage.start : passage.start + len(passage.text)]
    if not offsets:
        return -1
    inside = (match.start() for match in apart if offsets[0] <= match.start() <= offsets[-1])
    return next(inside, -1)


@rule("TXT102", Grain.WRITTEN, WARNING)
def letters_of_one_alphabet(file: Written, view: View) -> Iterator[Fault]:
    """A word is written with the letters of our alphabet alone.

    A Cyrillic *о* or an Icelandic *Ð* looks right and is not found, not sorted and not spoken. Said once for each word.
    """
    alike = view.lexicon.view(_look_alikes)
    if alike.keys().isdisjoint(view.once(_odd_signs, file)):
        return
    told = prose(file, view)
    words: dict[str, list[tuple[int, int]]] = {}
    for match in view.lexicon.view(_foreign).finditer(told.text):
        words.setdefault(match[0], []).append(match.span())
    for word, spans in words.items():
        right = _composed("".join(alike.get(letter, letter) for letter in word))
        if any(letter not in alike for letter in word):
            edits = tuple(edit for span in spans for edit in told.edit(*span, right))
            yield replace(told.fault("TXT102", *spans[0], text=word, right=right), edits=edits)


def _look_alikes(lexicon: Lexicon) -> Mapping[str, str]:
    return {letter: str(ours) for letter, ours in lexicon.table("letters", "look_alikes").items()}


def _foreign(lexicon: Lexicon) -> re.Pattern[str]:
    """A word with a letter that only looks like one of ours."""
    letters = re.escape("".join(_look_alikes(lexicon)))
    return compiled(rf"[^\W\d_{letters}]*[{letters}][^\W\d_]*")


@rule("TXT103", Grain.WRITTEN, WARNING)
def encoding_of_today(file: Written, view: View) -> Iterator[Fault]:
    """The text is in Unicode, not in an old font's codes nor read in a wrong encoding.

    What once was TCVN3 or VNI shows as *§oµn thanh niªn*; the font that made it readable is gone. A text that is full
    of it is told once, in others each word that was left over (*nghiÖm*).
    """
    for name, found in view.once(old_codes, file) or _left_over(file, view):
        yield prose(file, view).fault("TXT103", *found.span(), text=found[0], encoding=name)


def old_codes(file: Written, view: View) -> tuple[tuple[str, re.Match[str]], ...]:
    """The old encodings that have left traces in the text, each with the first one."""
    if view.lexicon.view(_strange).isdisjoint(view.once(_odd_signs, file)):
        return ()
    text = prose(file, view).text
    traces = ((name, list(islice(code.finditer(text), ENOUGH))) for name, code in view.lexicon.view(_codes).items())
    return tuple((name, found[0]) for name, found in traces if len(found) == ENOUGH)


def _left_over(file: Written, view: View) -> Iterator[tuple[str, re.Match[str]]]:
    """The words of an otherwise sound text with letters as only an old encoding has them, and that encoding."""
    if not view.lexicon.view(_left_signs).isdisjoint(view.once(_odd_signs, file)):
        text = prose(file, view).text
        for word in _WORD.finditer(text):
            name = next((name for name, code in view.lexicon.view(_odd).items() if code.search(word[0])), "")
            if name:
                yield name, word


def foreign_letters(word: str, lexicon: Lexicon) -> bool:
    """Whether *word* has letters of another alphabet or of an old encoding, which rules of their own tell."""
    alike = not lexicon.view(_look_alikes).keys().isdisjoint(word)
    return alike or any(code.search(word) for code in lexicon.view(_odd).values())


def _left_signs(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(str(lexicon.at("letters", "left_signs")))


def _odd(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    return {name: compiled(str(pattern)) for name, pattern in lexicon.table("letters", "left_over").items()}


def _odd_signs(file: Written, view: View) -> frozenset[str]:
    """The signs of the prose that only look like ours, or come from an old encoding."""
    return frozenset[str]().union(*map(_odd_in, prose(file, view).wordings, repeat(view.lexicon)))


@remembered
def _odd_in(line: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.view(_odd_sign).findall(line))


def _odd_sign(lexicon: Lexicon) -> re.Pattern[str]:
    signs = {*_look_alikes(lexicon), *_strange(lexicon), *_left_signs(lexicon)}
    return compiled(f"[{re.escape(''.join(sorted(signs)))}]")


def _strange(lexicon: Lexicon) -> frozenset[str]:
    """Signs without which no text in an old encoding is written."""
    return frozenset(str(lexicon.at("letters", "strange")))


def _codes(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    return {name: compiled(str(pattern)) for name, pattern in lexicon.table("letters", "old_codes").items()}


@rule("TXT104", Grain.WRITTEN, WARNING)
def nothing_hidden(file: Written, view: View) -> Iterator[Fault]:
    """The text holds no signs that nobody sees: soft hyphens, spaces without width, control characters.

    They come with copied text, and words that hold them are not found.
    """
    told = prose(file, view)
    for begin, (start, end) in told.worded(_unseen, view.lexicon):
        span = begin + start, begin + end
        unseen = told.text[slice(*span)]
        fault = told.fault("TXT104", *span, codes=", ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(unseen)))
        yield fault if LOST in unseen else replace(fault, edits=told.edit(*span, ""))


@remembered
def _unseen(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in lexicon.view(_hidden).finditer(line))


def _hidden(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(str(lexicon.at("letters", "hidden")))
