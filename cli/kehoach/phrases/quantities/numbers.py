"""Numbers as Vietnamese documents write them: a dot groups thousands, a comma opens the decimals."""

from fractions import Fraction

from kehoach.patterns import compiled

Number = int | Fraction

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_WHOLE = compiled(NUMBER)
_LONGEST = 40
_LIKE_ENGLISH = compiled(r"[1-9]\d{0,2},\d{3}")


def number(text: str) -> Number | None:
    """The exact value of *text* (``60.000``, ``01``, ``2,5``), or None if it is not one number.

    ``2,500`` is None: a reader cannot tell the Vietnamese decimals from English grouping.
    """
    text = text.strip()
    if len(text) > _LONGEST or not text.isascii():
        return None
    if not _WHOLE.fullmatch(text) or _LIKE_ENGLISH.fullmatch(text):
        return None
    figures = text.replace(".", "")
    if "," not in figures:
        return int(figures)
    value = Fraction(figures.replace(",", "."))
    return value.numerator if value.denominator == 1 else value


def number_written(value: Number, pad: bool = False) -> str:
    """*value* as documents write it; *pad* gives whole numbers below ten a leading zero.

    Raises ``ValueError`` for a fraction without finite decimals.
    """
    whole, part = divmod(abs(Fraction(value)), 1)
    sign = "-" if value < 0 else ""
    digits = f"{whole:,}".replace(",", ".")
    if pad and part == 0 and whole < 10:
        digits = f"0{digits}"
    return sign + digits + (f",{_decimals(part)}" if part else "")


def _decimals(part: Fraction) -> str:
    digits = ""
    while part:
        if len(digits) > 30:
            raise ValueError(f"{part} has no finite decimals")
        digit, part = divmod(part * 10, 1)
        digits += str(digit)
    return digits
