"""Words that stand in no list, and whether a text is Vietnamese that can be read."""

from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.prose.encoding import old_codes
from kehoach.rules.prose.spelling.lists import lists
from kehoach.rules.prose.spelling.syllable import marked, spoken
from kehoach.rules.prose.words import words
from kehoach.rules.view import View
from kehoach.written import Written

FOREIGN = 4  # one word in so many unknown: the text is in another language


def strangers(file: Written, view: View) -> tuple[int, ...]:
    """The tokens that stand in no list, in order."""
    told, known = words(file, view), lists(view.lexicon)
    new = set(told.folded).difference(known.calm, known.syllables)
    unknown = {word for word in new if len(word) > 1 and word.isalpha() and not known.attested(word)}
    return tuple(at for at, word in enumerate(told.folded) if word in unknown) if unknown else ()


def readable(file: Written, view: View) -> bool:
    """Whether most words are known and none is in the codes of an old font."""
    known_enough = len(view.once(strangers, file)) * FOREIGN <= len(words(file, view).folded)
    return known_enough and not view.once(old_codes, file)


def sayable(word: str, lexicon: Lexicon) -> bool:
    """Whether *word* has no Vietnamese letters, or makes a syllable with them."""
    return not marked(word) or not word.isalpha() or spoken(word, lexicon)
