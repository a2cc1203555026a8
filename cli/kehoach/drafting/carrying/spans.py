"""Offsets of a file: where lines begin, where a value ends, and the edits that put something in or take it out."""

from kehoach.places import Edit, Place
from kehoach.records import dataclass
from kehoach.written import Scalar


@dataclass(frozen=True, slots=True)
class Lines:
    """The raw text of a file and where each of its lines begins."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """The lines of *text*."""
        starts = [0]
        while (end := text.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return cls(text, tuple(starts))

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place, without the white space at its end."""
        start = self.starts[place.line - 1] + place.column - 1
        end = self.starts[place.end_line - 1] + place.end_column - 1
        return start, start + len(self.text[start:end].rstrip())

    def line(self, number: int) -> str:
        """Line *number*, from 1, with its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end]

    def indent(self, number: int) -> str:
        """The blanks that line *number* begins with, a dash of a list counted as one."""
        line = self.line(number)
        return line[: len(line) - len(line.lstrip(" "))]

    def replaced(self, scalar: Scalar, text: str) -> Edit:
        """Write *text* instead of the value; nothing leaves a blank."""
        start, end = self.span(scalar.place)
        if not text:
            start = len(self.text[:start].rstrip(" "))
        return Edit(start, end, text)

    def below(self, scalar: Scalar, line: str) -> Edit:
        """Put a *line* behind the one that the value ends on."""
        _, end = self.span(scalar.place)
        stop = self.text.find("\n", end)
        stop = len(self.text) if stop < 0 else stop
        return Edit(stop, stop, "\n" + line)

    def without(self, first: int, last: int, comment: str = "") -> Edit:
        """Take out the lines *first* to *last*, a comment in their place."""
        start = self.starts[first - 1]
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return Edit(start, end, f"{self.indent(first)}# {comment}\n" if comment else "")
