"""A paragraph then and now as one, with the changed words marked."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, tostring

from kehoach.writing.tracked.markup import (
    HELD,
    Marks,
    copied,
    local,
    marked_end,
    properties,
    tag,
    text_run,
    with_properties,
)

# Of two texts the stretches that differ: where they stand in the old one and in the new one.
Differ = Callable[[str, str], Sequence[tuple[tuple[int, int], tuple[int, int]]]]
Letters = list[tuple[str, Element | None]]


def text_of(paragraph: Element) -> str:
    """The words of *paragraph*, tabs and line ends."""
    return "".join(letter for letter, _ in letters(paragraph))


def letters(paragraph: Element) -> Letters:
    """Each letter of *paragraph* with how it looks."""
    found: Letters = []
    for run in paragraph.iter(tag("r")):
        look = run.find(tag("rPr"))
        for one in run:
            name = local(one)
            text = {"t": one.text or "", "tab": "\t", "br": "\n", "noBreakHyphen": HELD}.get(name, "")
            found += [(letter, look) for letter in text]
    return found


def whole(paragraph: Element, marks: Marks, name: str, *, last: bool = False) -> Element:
    """*paragraph* as inserted (``ins``) or deleted (``del``), with its end unless it is the *last* of a cell."""
    made = _bare(paragraph)
    if not last:
        marked_end(made, marks, name)
    runs = list(_runs(letters(paragraph), "delText" if name == "del" else "t"))
    if runs:
        made.append(marks.mark(name, runs))
    return made


def both(old: Element, new: Element, marks: Marks, differ: Differ) -> Element:
    """The two paragraphs as one: what is in both stands once."""
    before, after = letters(old), letters(new)
    texts = "".join(one for one, _ in before), "".join(one for one, _ in after)
    made = copied(new) if texts[0] == texts[1] else _bare(new)
    restyled(made, properties(old, "pPr"), marks)
    for was, now in zip(old.iter(tag("sectPr")), made.iter(tag("sectPr")), strict=False):
        resized(was, now, marks)
    if texts[0] == texts[1]:
        return made
    at = 0
    for (start, end), (first, last) in differ(*texts):
        made.extend(_runs(after[at:first], "t"))
        if end > start:
            made.append(marks.mark("del", _runs(before[start:end], "delText")))
        if last > first:
            made.append(marks.mark("ins", _runs(after[first:last], "t")))
        at = last
    made.extend(_runs(after[at:], "t"))
    return made


def _bare(paragraph: Element) -> Element:
    """A paragraph with the same properties and no words."""
    made = Element(tag("p"))
    held = properties(paragraph, "pPr")
    if held is not None:
        made.append(copied(held))
    return made


def restyled(made: Element, before: Element | None, marks: Marks) -> None:
    """Keep in the paragraph *made* the properties that it had *before* where they were others."""
    was, now = (_plain(held, "pPr", "rPr", "sectPr", "pPrChange") for held in (before, properties(made, "pPr")))
    if tostring(was) != tostring(now):
        with_properties(made, "pPr").append(marks.mark("pPrChange", [was]))


def resized(old: Element, new: Element, marks: Marks) -> None:
    """Keep in the section *new* the page of *old* where it was another."""
    was, now = (_plain(held, "sectPr", "headerReference", "footerReference") for held in (old, new))
    if tostring(was) != tostring(now):
        new.append(marks.mark("sectPrChange", [was]))


def _plain(held: Element | None, name: str, *apart: str) -> Element:
    """The properties *name* without those *apart*, which no change of properties may hold."""
    made = Element(tag(name))
    made.extend(copied(one) for one in held or () if local(one) not in apart)
    return made


def _runs(found: Letters, kind: str) -> Iterator[Element]:
    for _, group in groupby(found, key=lambda one: None if one[1] is None else tostring(one[1])):
        held = list(group)
        yield text_run("".join(letter for letter, _ in held), held[0][1], kind)
