"""The data files that come with the program: sound, as tests hold, and read without asking where anything stands."""

from typing import TYPE_CHECKING, Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

if TYPE_CHECKING:
    from kehoach.written import Plain


def trusted(data: bytes) -> "Plain":
    """The values of a sound file as dictionaries, lists and strings; a blank is None."""
    parser = CParser(data.decode("utf-8"))
    try:
        _, _ = parser.get_event(), parser.get_event()
        return _value(parser.get_event(), parser)
    finally:
        parser.dispose()


def _value(event: Any, parser: Any) -> "Plain":
    if isinstance(event, ScalarEvent):
        return event.value if event.value or event.style else None
    if isinstance(event, MappingStartEvent):
        entries: dict[str, Plain] = {}
        while not isinstance(key := parser.get_event(), MappingEndEvent):
            entries[key.value] = _value(parser.get_event(), parser)
        return entries
    items: list[Plain] = []
    while not isinstance(item := parser.get_event(), SequenceEndEvent):
        items.append(_value(item, parser))
    return items
