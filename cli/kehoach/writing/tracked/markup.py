"""The marks that Word keeps of a change: who made it, when, and a number of its own."""

from collections.abc import Iterable
from copy import deepcopy
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from kehoach.records import dataclass, field

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# A hyphen at which no line ends, in the words of a run.
HELD = "\N{NON-BREAKING HYPHEN}"
SIGNS = {"\t": "tab", "\n": "br", HELD: "noBreakHyphen"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tag(name: str) -> str:
    """The full name of ``w:name``."""
    return f"{{{WORD}}}{name}"


def local(element: Element) -> str:
    """The name of *element* without its namespace."""
    return element.tag.rpartition("}")[2]


@dataclass
class Marks:
    """Makes marks for the changes of *author* on *date* (ISO 8601), each with a number of its own."""

    author: str
    date: str
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def mark(self, name: str, inner: Iterable[Element] = ()) -> Element:
        """The element ``w:name`` (``ins``, ``del``, ``pPrChange``) around *inner*."""
        attributes = {"id": str(next(self._numbers)), "author": self.author, "date": self.date}
        made = Element(tag(name), {tag(key): value for key, value in attributes.items()})
        made.extend(inner)
        return made


def properties(element: Element, name: str) -> Element | None:
    """The properties *name* (``pPr``, ``trPr``) of *element*."""
    return element.find(tag(name))


def with_properties(element: Element, name: str) -> Element:
    """The properties *name* of *element*, made at its beginning where it has none."""
    found = properties(element, name)
    if found is None:
        found = Element(tag(name))
        element.insert(0, found)
    return found


def marked_end(paragraph: Element, marks: Marks, name: str) -> None:
    """Say that the end of *paragraph* itself was inserted (``ins``) or deleted (``del``)."""
    held = with_properties(paragraph, "pPr")
    run = held.find(tag("rPr"))
    if run is None:
        run = Element(tag("rPr"))
        after = ("sectPr", "pPrChange")
        held.insert(next((n for n, one in enumerate(held) if local(one) in after), len(held)), run)
    run.insert(0, marks.mark(name))


def unmarked_end(paragraph: Element, name: str) -> None:
    """Take back that the end of *paragraph* was inserted or deleted."""
    held = properties(paragraph, "pPr")
    run = None if held is None else held.find(tag("rPr"))
    if held is None or run is None:
        return
    for mark in run.findall(tag(name)):
        run.remove(mark)
    if not len(run):
        held.remove(run)


def copied(element: Element) -> Element:
    """*element* with all that it holds, free to be changed."""
    return deepcopy(element)


def text_run(text: str, look: Element | None, kind: str) -> Element:
    """A run with *text*, which may hold ``SIGNS``, that looks like *look*; *kind* is ``t`` or ``delText``."""
    run = Element(tag("r"))
    if look is not None:
        run.append(copied(look))
    word = ""
    for letter in (*text, None):
        if letter is not None and letter not in SIGNS:
            word += str(letter)
            continue
        if word:
            SubElement(run, tag(kind), {SPACE: "preserve"}).text = word
            word = ""
        if letter:
            SubElement(run, tag(SIGNS[letter]))
    return run
