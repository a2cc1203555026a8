"""Names in capitals as they are written in a sentence."""

import re

from kehoach.phrases.choices import any_word
from kehoach.phrases.lexicon import Lexicon


def sentenced(text: str, lexicon: Lexicon) -> str:
    """*text*, a name, with the letters that it has in sentences; what is not in capitals stays as it is."""
    single = " ".join(text.split())
    if not single.isupper():
        return single
    known, table = lexicon.view(_names)
    titled = " ".join(_titled(word) for word in single.split())
    return known.sub(lambda match: table[match[0].lower()], titled)


def _titled(word: str) -> str:
    """A syllable with one capital letter; what has figures or signs inside, letter by letter."""
    return re.sub(r"[^\W\d_]+", lambda match: match[0][:1] + match[0][1:].lower(), word)


def _names(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    names = lexicon.words("planning", "names")
    return any_word(names), {name.lower(): name for name in names}
