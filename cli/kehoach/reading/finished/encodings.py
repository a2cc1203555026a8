"""Old Vietnamese encodings: their letters, from their data file, and how well a text reads as Vietnamese."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from kehoach.patterns import compiled
from kehoach.reading.data.datafile import read_data
from kehoach.records import dataclass
from kehoach.shipped import shipped
from kehoach.written import Plain, plain

FILE = "reading/encodings.yaml"
WORD = compiled(r"[^\W\d_]+")
# Symbol fonts put the letters of one byte here.
SYMBOLS = range(0xF020, 0xF100)


@dataclass(frozen=True)
class Encoding:
    """How an encoding spells: its *name*, beginnings of the names of its *fonts*, and for each spelling a letter.

    A font family that ends with *capitals* shows capitals whatever is written.
    """

    name: str
    fonts: tuple[str, ...]
    capitals: str
    letters: Mapping[str, str]
    spelt: re.Pattern[str]

    def read(self, text: str) -> str:
        """*text*, letters of Latin-1 that stand for others, as it is meant."""
        return self.spelt.sub(lambda found: self.letters[found.group()], text.translate(PLAIN))

    def of_font(self, family: str) -> bool:
        """Whether the font *family* is one of its fonts."""
        return family.casefold().startswith(self.fonts)

    def shown(self, text: str, family: str) -> str:
        """*text* as its font *family* shows it."""
        read = self.read(text)
        return read.upper() if self.capitals and family.endswith(self.capitals) else read


PLAIN = {code: code - 0xF000 for code in SYMBOLS}


@cache
def encodings() -> tuple[Encoding, ...]:
    """The encodings that are known."""
    return tuple(_encoding(one) for one in _data().values() if isinstance(one, dict))


@cache
def telling() -> frozenset[str]:
    """The words that tell a Vietnamese text."""
    return frozenset(map(str, _data()["telling"] or ()))


def vietnamese(text: str) -> float:
    """The share of the words of *text* that every Vietnamese document uses."""
    words = WORD.findall(text.casefold())
    return sum(word in telling() for word in words) / max(len(words), 1)


@cache
def _data() -> dict[str, Plain]:
    data = plain(read_data((shipped("schemas") / FILE).read_bytes(), FILE))
    return data if isinstance(data, dict) else {}


def _encoding(data: dict[str, Plain]) -> Encoding:
    letters = dict(_letters(data))
    spelt = compiled("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
    fonts = data.get("fonts")
    folded = tuple(str(font).casefold() for font in fonts or ())
    return Encoding(str(data["name"]), folded, str(data.get("capitals") or ""), letters, spelt)


def _letters(data: dict[str, Plain]) -> Iterator[tuple[str, str]]:
    """Each spelling and its letter; a spelling with capitals, or with one, is a capital."""
    codes, letters = data.get("codes"), data.get("letters")
    for code, letter in (codes if isinstance(codes, dict) else {}).items():
        yield chr(int(code, 16)), str(letter)
    for spelling, letter in (letters if isinstance(letters, dict) else {}).items():
        for case in CASES:
            yield case(spelling), str(letter) if case is str else str(letter).upper()


CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.capitalize)
