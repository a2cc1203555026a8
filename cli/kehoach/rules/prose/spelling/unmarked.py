"""Words without any mark that are no syllables, and the syllable of which the marks or letters were lost."""

from collections.abc import Iterator, Mapping

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.prose.spelling.context import around
from kehoach.rules.prose.spelling.lists import lists
from kehoach.rules.prose.spelling.syllable import bare, spoken
from kehoach.rules.prose.words import Words

# What the keys of Telex leave behind: a letter typed twice or with w for its mark, a letter at the end for the tone.
_TYPED = compiled(r"([aeod])(?=\1)|(?<=[aou])w")
TONES = "sfrxj"
GLIDE = ("qo", "qu")


def unmarked(told: Words, at: int, lexicon: Lexicon) -> str:
    """The syllable that the token *at*, without marks among words with marks, was meant to be; empty if none is near.

    It makes a word with a neighbour, or is a word of grammar. What could be said as it stands, or may be a word of
    another language, is left alone.
    """
    word = told.folded[at]
    if not word.isascii() or told.text.isascii() or spoken(word, lexicon):
        return ""
    known, syllables = lists(lexicon), lexicon.view(_syllables)
    before, after = around(told, at - 1), around(told, at + 1)
    near = [syllable for letters in _letters(word) for syllable in syllables.get(letters, ())]
    joined = (one for one in near if known.whole(before, one) or known.whole(one, after))
    small = (one for one in near if one in known.small and bare(one) in (word, word.replace(*GLIDE)))
    return next(joined, "") or next(small, "")


def _letters(word: str) -> Iterator[str]:
    """The letters that *word* may have been without its marks: its own, without those typed for a mark, two in turn."""
    yield word
    typed = _TYPED.sub("", word)
    yield typed
    if typed[-1:] in TONES:
        yield typed[:-1]
    yield word.replace(*GLIDE)
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _syllables(lexicon: Lexicon) -> Mapping[str, list[str]]:
    """The syllables of all words by their letters without marks, the unmarked first."""
    known = lists(lexicon)
    found: dict[str, list[str]] = {}
    for syllable in sorted(known.syllables | known.alone):
        found.setdefault(bare(syllable), []).append(syllable)
    return found
