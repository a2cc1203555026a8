"""Names that were in use until a day."""

from collections.abc import Mapping
from datetime import date

from kehoach.phrases import partial_date
from kehoach.phrases.choices import spoken
from kehoach.phrases.lexicon import Lexicon

Former = Mapping[str, tuple[date, str]]


def former(lexicon: Lexicon, *path: str) -> Former:
    """Each former name of the table at *path*, in small letters, with its last day and what is there now."""
    table: dict[str, tuple[date, str]] = {}
    for name, row in lexicon.table(*path).items():
        until = partial_date.parse(str(row["until"])) if isinstance(row, Mapping) else None
        if until and isinstance(row, Mapping):
            table[spoken(name)] = until.first(), str(row["now"])
    return table


def joined(lexicon: Lexicon) -> Former:
    """The provinces that were joined to others, as their units were called until then."""
    until = partial_date.parse(str(lexicon.at("names", "joined", "until")))
    words, places = lexicon.words("names", "joined", "words"), lexicon.table("names", "joined", "places")
    named = ((spoken(f"{word} {old}"), str(now)) for word in words for old, now in places.items())
    return {name: (until.first(), now) for name, now in named} if until else {}
