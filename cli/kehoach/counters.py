"""Printed numbers: the forms ``I.``, ``1.``, ``1.1.``, ``(1)``, ``a)`` … and what they count."""

from functools import lru_cache
from itertools import pairwise

from kehoach.patterns import compiled
from kehoach.phrases.roman import number as number_of
from kehoach.phrases.roman import roman

NOTHING = "none"
# The numbers of a few plans, which share most of theirs.
KNOWN = 4096
_FORM = compiled(r"(\(?)((?:1\.)*)([1IiAa])([.)]|(?<=I)-)")
_FIGURES = compiled(r"(?:\d+\.)+")
# Items are lettered in the order of the Vietnamese alphabet, without ă â ê ô ơ ư.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


@lru_cache(KNOWN)
def number(form: str, count: int, trail: str = "") -> str:
    """The number of the *count*-th in *form*; a form of several figures continues *trail* (``2.1``)."""
    match = _FORM.fullmatch(form)
    if match is None:
        return "" if form == NOTHING else form
    before, above, symbol, after = match.groups()
    return f"{before}{f'{trail}.' if above and trail else ''}{_counted(symbol, count)}{after}"


def trail(number: str) -> str:
    """The figures that numbers below *number* continue: ``2.1`` of ``2.1.``, nothing of ``II.``."""
    return number.rstrip(".") if _FIGURES.fullmatch(number) else ""


def bare(number: str) -> str:
    """*number* as it is named in a sentence: ``5`` of ``5.`` or ``(5)``."""
    return number.strip("(). -")


@lru_cache(KNOWN)
def path(numbers: tuple[str, ...]) -> str:
    """The numbers of nested sections as one place: ``III.1.1`` of ``III.``, ``1.``, ``1.1.``."""
    names = [bare(number) for number in numbers if is_number(number)]
    kept = [a for a, b in pairwise([*names, ""]) if not b.startswith(f"{a}.")]
    return ".".join(kept)


@lru_cache(KNOWN)
def is_number(number: str) -> bool:
    """Whether *number* is a printed number and not a mark like ``-``."""
    return any(letter.isalnum() for letter in number)


def counted(number: str, form: str) -> int:
    """Which one in *form* the printed *number* is: 4 of ``IV.``, 3 of ``2.3.``; 0 where it is none."""
    match = _FORM.fullmatch(form)
    last = bare(number).rpartition(".")[2]
    if match is None or last.isdecimal():
        return int(last) if last.isdecimal() else 0
    if match[3] in "Ii":
        return number_of(last.upper()) or 0
    letters = [_counted(match[3], count) for count in range(1, len(_LETTERS) + 1)]
    return letters.index(last) + 1 if last in letters else 0


def _counted(symbol: str, count: int) -> str:
    match symbol:
        case "I":
            return roman(count)
        case "i":
            return roman(count).lower()
        case "a" | "A":
            rounds, letter = divmod(count - 1, len(_LETTERS))
            name = _LETTERS[letter] * (rounds + 1)
            return name if symbol == "a" else name.upper()
        case _:
            return str(count)
