"""Roman numerals, as congresses and quarters are counted."""

from kehoach.patterns import compiled

_FIGURES = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_FORM = compiled(r"(?P<C>C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def roman(number: int) -> str:
    """*number* (1 to 399) in Roman figures."""
    written = ""
    for value, figures in _FIGURES:
        count, number = divmod(number, value)
        written += figures * count
    return written


def number(text: str) -> int | None:
    """The number that Roman (or Arabic) figures write, None where they write none."""
    if text.isdecimal():
        return int(text)
    if not text or not _FORM.fullmatch(text):
        return None
    total = 0
    for value, figures in _FIGURES:
        while text.startswith(figures):
            total, text = total + value, text[len(figures) :]
    return total
