"""From the text of a YAML file to values with places.

Every scalar stays a string. What YAML allows and a plan does not (anchors, tags, ``null``, keys that
are no text) is a fault here, and so is what reads otherwise than it was meant.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.places import Edit, Place
from kehoach.reading.yaml import silent
from kehoach.reading.yaml.indentation import BLANKS, indented_otherwise
from kehoach.reading.yaml.offsets import Offsets, block_end, normalised, offsets
from kehoach.reading.yaml.rawtext import RawText
from kehoach.records import dataclass, field
from kehoach.written import Mapping, Node, Scalar, Sequence

MOST_NODES = 100_000
MOST_DEPTH = 40
BLOCKS = frozenset("|>")
NULLS = frozenset({"~", "null", "Null", "NULL"})
# What a text holds: no control characters, and no line ends that only some programs see.
SIGNS = "\t\n\r -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
TEXT, CONTROL = compiled(f"[{SIGNS}]*"), compiled(f"[^{SIGNS}]")


@dataclass(frozen=True, slots=True)
class Composed:
    """The root of a file and its faults; *error* is the parser's own complaint: its place and words."""

    root: Node | None
    faults: tuple[Fault, ...] = ()
    error: tuple[Place, str] | None = None


class _TooMuch(Exception):
    """The file holds more values, or deeper ones, than any plan does: the limit by its name."""


def compose(raw: RawText) -> Composed:
    """The values of a YAML text. Never raises: what cannot be parsed is told in the answer."""
    if not TEXT.fullmatch(raw.text):
        return Composed(None, tuple(_controls(raw)))
    composer = _Composer(raw)
    try:
        composer.start()
        return Composed(composer.document(), tuple(composer.faults))
    except _TooMuch as limit:
        return Composed(None, (Fault("DOC107", Place(raw.file), arguments=limit.args[0]),))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = raw.place(mark.index, mark.index + 1) if mark else Place(raw.file)
        return Composed(None, tuple(composer.faults), (place, str(error.problem or error.context)))
    except YAMLError as error:
        return Composed(None, tuple(composer.faults), (Place(raw.file), str(error)))
    finally:
        composer.close()


def _controls(raw: RawText) -> Iterator[Fault]:
    """Characters that no text holds, and line ends that only some programs see."""
    for found in CONTROL.finditer(raw.text):
        span, char = found.span(), found.group()
        edits = (Edit(*span, " " if char in "\x85\u2028\u2029" else ""),)
        yield Fault("DOC103", raw.place(*span), arguments={"character": f"U+{ord(char):04X}"}, edits=edits)


def _name(event: Any) -> str:
    """The text of a key as the keys of plans are, which needs no second look; empty where it is another."""
    if type(event) is not ScalarEvent or event.style or event.ctag or event.anchor:
        return ""
    text: str = event.value
    return text if text.isascii() and text.isidentifier() and text not in NULLS else ""


@dataclass(slots=True)
class _Composer:
    """Values out of events; *composed* tells that each letter of the file is one sign, but for what escapes make."""

    raw: RawText
    faults: list[Fault] = field(default_factory=list)
    parser: Any = None
    count: int = 0
    composed: bool = False

    def start(self) -> None:
        self.parser = CParser(self.raw.text)
        self.composed = unicodedata.is_normalized("NFC", self.raw.text)

    def close(self) -> None:
        if self.parser is not None:
            self.parser.dispose()

    def document(self) -> Node | None:
        """The first document; that there is none, or a second one, is a fault."""
        event = self.parser.get_event()
        while not isinstance(event, DocumentStartEvent):
            if isinstance(event, StreamEndEvent):
                self.faults.append(Fault("DOC104", Place(self.raw.file)))
                return None
            event = self.parser.get_event()
        root = self.node(self.parser.get_event(), 0, 0)
        self.parser.get_event()
        second = self.parser.get_event()
        if isinstance(second, DocumentStartEvent):
            self.faults.append(Fault("DOC105", self._place(second)))
        return root

    def node(self, event: Any, depth: int, column: int, flow: bool = False) -> Node:
        """The value that *event* opens, *depth* deep in a collection at *column*."""
        self.count += 1
        if self.count > MOST_NODES:
            raise _TooMuch({"values": str(MOST_NODES)})
        if depth > MOST_DEPTH:
            raise _TooMuch({"depth": str(MOST_DEPTH)})
        if type(event) is ScalarEvent:
            return self._scalar(event, column, flow)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        self._unwanted(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        return self._sequence(event, depth)

    def _scalar(self, event: Any, column: int, flow: bool) -> Scalar:
        if event.anchor or event.ctag:
            self._unwanted(event)
        start, end = event.start_mark, event.end_mark
        span, style, value = (start.index, end.index), event.style or "", event.value
        at = offsets(self.raw.text, span, style, value, column)
        place = self._block_place(start, span, at) if style in BLOCKS else self._span(start, end)
        if (style == '"' or not self.composed) and not unicodedata.is_normalized("NFC", value):
            value, at = normalised(value, tuple(at))
        scalar = Scalar(value, place, at, not value and not style)
        if not style and value in NULLS:
            self.faults.append(Fault("DOC112", place, arguments={"word": value}))
        if flow:
            self.faults.extend(silent.in_flow(scalar))
        elif not style and silent.doubtful(self.raw, span[1], scalar):
            self.faults.extend(silent.plain(self.raw, span, scalar))
        return scalar

    def _block_place(self, start: Any, span: tuple[int, int], at: Offsets) -> Place:
        """The span of a block scalar; it ends with its last letter."""
        text, line = self.raw.text, start.line + 1
        end = block_end(text, span)
        if end is None:
            last = self.raw.position(at[-1])
        else:
            last = line + text.count("\n", span[0], end), end - text.rfind("\n", span[0], end)
        return Place(self.raw.file, line, start.column + 1, *last)

    def _mapping(self, event: Any, depth: int) -> Mapping | Scalar:
        start = event.start_mark
        flow = bool(event.flow_style)
        if flow and self.raw.text.startswith("{{", start.index):
            return self._placeholder(event)
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        column, following = start.column, self.parser.get_event
        while type(opening := following()) is not MappingEndEvent:
            name = _name(opening)
            if name and name not in entries:
                self.count += 1
                keys[name] = self._span(opening.start_mark, opening.end_mark)
                entries[name] = self.node(following(), depth + 1, column, flow)
            else:
                key = self.node(opening, depth + 1, column, flow)
                value = self.node(following(), depth + 1, column, flow)
                self._entry((entries, keys), key, value)
        return Mapping(entries, keys, self._span(start, opening.end_mark))

    def _entry(self, into: tuple[dict[str, Node], dict[str, Place]], key: Node, value: Node) -> None:
        entries, keys = into
        if not isinstance(key, Scalar) or not key.text:
            self.faults.append(Fault("DOC125", key.place))
        elif key.text[0] in BLANKS:
            self._odd_margin()
        elif key.text == "<<":
            self.faults.append(Fault("DOC111", key.place))
        elif key.text in entries:
            related = (Related(keys[key.text], "first_written"),)
            self.faults.append(Fault("DOC108", key.place, key.text, {"key": key.text}, related))
        else:
            entries[key.text], keys[key.text] = value, key.place

    def _odd_margin(self) -> None:
        """Blanks pasted from elsewhere are part of the key to YAML; the whole file is told once."""
        fault = indented_otherwise(self.raw)
        if fault and fault not in self.faults:
            self.faults.append(fault)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        start, items = event.start_mark, []
        while not isinstance(opening := self.parser.get_event(), SequenceEndEvent):
            items.append(self.node(opening, depth + 1, start.column, bool(event.flow_style)))
        return Sequence(tuple(items), self._span(start, opening.end_mark))

    def _placeholder(self, event: Any) -> Scalar:
        """``{{ … }}`` alone as a value: YAML takes it for two mappings, its writer meant text."""
        deep = 1
        while deep:
            inner = self.parser.get_event()
            deep += isinstance(inner, MappingStartEvent | SequenceStartEvent)
            deep -= isinstance(inner, MappingEndEvent | SequenceEndEvent)
        span = event.start_mark.index, inner.end_mark.index
        place = self.raw.place(*span)
        self.faults.append(Fault("DOC113", place, arguments={"start": "{{"}, edits=self.raw.as_block(*span)))
        return Scalar(unicodedata.normalize("NFC", self.raw.text[slice(*span)]), place)

    def _alias(self, event: Any) -> Scalar:
        place = self._place(event)
        self.faults.append(Fault("DOC109", place, arguments={"sign": f"*{event.anchor}"}))
        return Scalar("", place)

    def _unwanted(self, event: Any) -> None:
        """Anchors and tags: they mean something to YAML and nothing to a plan."""
        if event.anchor:
            self.faults.append(Fault("DOC109", self._place(event), arguments={"sign": f"&{event.anchor}"}))
        if event.tag:
            self.faults.append(Fault("DOC110", self._place(event), arguments={"tag": str(event.tag)}))

    def _place(self, event: Any) -> Place:
        return self._span(event.start_mark, event.end_mark)

    def _span(self, start: Any, end: Any) -> Place:
        return Place(self.raw.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
