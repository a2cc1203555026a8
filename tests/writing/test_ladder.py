"""Word numbers a heading by itself only where its list would show the same number."""

import pytest

from kehoach.standards.standard import Standard
from kehoach.tree import Heading, Text
from kehoach.writing.ladder import automatic, pattern


def heading(number: str, level: int) -> Heading:
    """A heading of *level*."""
    return Heading(level, number, (Text("a"),))


@pytest.mark.parametrize(
    ("numbers", "listed"),
    [
        ("I./1 1./2 1.1./3 1.1.1./4 2./2 2.1./3 II./1 1./2", "tttttttt"),
        ("I./1 III./1 II./1", "tft"),
        ("A./1 I./2 1./2", "fft"),
        ("/1 I./1", "ft"),
        ("I./1 1./2 I./1 1./2", "ttff"),
        ("I./1 1.1./3", "tf"),
        ("IX./1", "f"),
        ("I./1 1./2 1.1./3 1.1.1./4 1.1.1.1./5 a)/6", "tttttf"),
    ],
)
def test_automatic(numbers: str, listed: str, standard: Standard) -> None:
    headings = [heading(number, int(level)) for number, level in (one.split("/") for one in numbers.split())]
    assert "".join("ft"[one] for one in automatic(headings, standard)) == listed


def test_nine_chapters_are_counted_in_roman_numbers(standard: Standard) -> None:
    numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"]
    assert all(automatic([heading(f"{number}.", 1) for number in numbers], standard))


@pytest.mark.parametrize(("number", "level", "shape"), [("I.", 1, "%1."), ("1.", 2, "%2."), ("1.1.", 3, "%2.%3.")])
def test_pattern(number: str, level: int, shape: str) -> None:
    assert pattern(number, level) == shape
