"""Words that stand in no list, and whether a text is Vietnamese that can be read."""

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.encoding import old_codes
from kehoach.rules.prose.prose import prose
from kehoach.rules.prose.spelling.syllable import marked, spoken
from kehoach.rules.prose.verdicts import STRANGERS, verdicts
from kehoach.rules.view import View
from kehoach.written import Written

FOREIGN = 4  # one word in so many unknown: the text is in another language


@dataclass(frozen=True, slots=True)
class Strangers:
    """How many tokens a line has, its end too, and which of them stand in no list, in order."""

    count: int
    tokens: tuple[int, ...]


@remembered
def strangers(line: str, lexicon: Lexicon) -> Strangers:
    """The tokens of *line* that stand in no list."""
    found = verdicts(line, lexicon)
    return Strangers(len(found), tuple(stranger.start() for stranger in STRANGERS.finditer(found)))


def readable(file: Written, view: View) -> bool:
    """Whether most words are known and none is in the codes of an old font."""
    return view.once(_readable, file)


def _readable(file: Written, view: View) -> bool:
    found = [strangers(line, view.lexicon) for line in prose(file, view).wordings]
    known_enough = sum(len(one.tokens) for one in found) * FOREIGN <= sum(one.count for one in found) - 1
    return (known_enough or not found) and not view.once(old_codes, file)


def sayable(word: str, lexicon: Lexicon) -> bool:
    """Whether *word* has no Vietnamese letters, or makes a syllable with them."""
    return not marked(word) or not word.isalpha() or spoken(word, lexicon)
