"""Vietnamese syllables: their letters, the place of their tone, and which there can be.

After the orthography in the decision 240/QĐ of the Ministry of Education (5 March 1984): a syllable is an onset,
a rhyme and one tone; a rhyme that ends in c, ch, p or t bears the sharp or the heavy tone.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

from kehoach.patterns import compiled
from kehoach.phrases.choices import unmarked
from kehoach.phrases.lexicon import Lexicon

TONES = "\u0300\u0301\u0303\u0309\u0323"
_FREE = compiled(r".*(?:o[ae]|uy)|[hklmstv][iy]")
_TONE = compiled(f"[{TONES}]")
_STOPPED = compiled(r".*(?:c|ch|p|t)")
_SHARP_OR_HEAVY = {"\u0301", "\u0323"}


def _composed(letters: str) -> str:
    return unicodedata.normalize("NFC", letters)


_MOVED = {_composed(one + tone + two): _composed(one + two + tone) for one, two in ("oa", "oe", "uy") for tone in TONES}
_WITH_I = {_composed(f"{onset}y{tone}"): _composed(f"{onset}i{tone}") for onset in "hklmstv" for tone in ("", *TONES)}


def folded(word: str) -> str:
    """*word*, in lower case, with its tone on the second of two open vowels and *i* for *y*: *hoá*, *kĩ*."""
    whole = _composed(word)
    onset, end = whole[:-2], whole[-2:]
    if end in _MOVED and not (onset.endswith("q") and end.endswith("y")):
        return onset + _MOVED[end]
    return _WITH_I.get(whole, whole)


class Folds(dict[str, str]):
    """Tokens as they are written, each with its folded form; found when it is first asked for."""

    def __missing__(self, token: str) -> str:
        self[token] = found = folded(token.lower())
        return found


FOLDS = Folds()


@cache
def bare(word: str) -> str:
    """*word*, in lower case, without any mark: *dong* for *đồng*."""
    return unmarked(word)


@cache
def free(word: str) -> bool:
    """Whether *word* may be spelled in two ways: it ends in two open vowels, or is a consonant with *i* or *y*."""
    return _FREE.fullmatch(bare(word)) is not None


def marked(word: str) -> bool:
    """Whether *word* has a letter that only Vietnamese writes: *đ*, or one with a mark."""
    return not word.isascii()


def spoken(word: str, lexicon: Lexicon) -> bool:
    """Whether *word*, in lower case, can be a syllable: its letters fit, its tone stands on the right one."""
    toneless, tone = _toneless(word)
    places = lexicon.view(_syllables).get(toneless)
    if places is None or len(tone) > 1:
        return False
    if _STOPPED.fullmatch(toneless):
        return bool(tone) and tone[0][1] in _SHARP_OR_HEAVY and tone[0][0] in places
    return not tone or tone[0][0] in places


def out_of_tune(word: str, lexicon: Lexicon) -> bool:
    """Whether *word*, in lower case, is a syllable but for its tone, which its last letters cannot bear."""
    toneless, tone = _toneless(word)
    stopped = len(tone) == 1 and _STOPPED.fullmatch(toneless) is not None
    return stopped and toneless in lexicon.view(_syllables) and tone[0][1] not in _SHARP_OR_HEAVY


def _toneless(word: str) -> tuple[str, list[tuple[int, str]]]:
    """*word* without its tones, and each tone with the number of the letter that bears it, from 0."""
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for letter in word:
        apart = unicodedata.normalize("NFD", letter)
        found = _TONE.search(apart)
        if found:
            tones.append((len(letters), found[0]))
        letters.append(unicodedata.normalize("NFC", _TONE.sub("", apart)))
    return "".join(letters), tones


def _syllables(lexicon: Lexicon) -> Mapping[str, frozenset[int]]:
    """Every syllable without its tone, with the numbers of the letters that may bear one."""
    made: dict[str, set[int]] = {}
    for group in ("general", "before_front", "before_back", "q", "gi"):
        table = lexicon.table("syllables", group)
        onsets, rhymes = (str(table[name]).split() for name in ("onsets", "rhymes"))
        for onset in ("" if onset == "-" else onset for onset in onsets):
            for rhyme in rhymes:
                made.setdefault(onset + rhyme.replace("'", ""), set()).update(_bearers(onset, rhyme))
    return {syllable: frozenset(places) for syllable, places in made.items()}


def _bearers(onset: str, rhyme: str) -> set[int]:
    """The letters that may bear the tone: those before an apostrophe in *rhyme*, else its only vowel."""
    places: set[int] = set()
    at = len(onset)
    for letter in rhyme:
        if letter == "'":
            places.add(at - 1)
        else:
            at += 1
    return places or {len(onset)}
