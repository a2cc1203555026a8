"""What a Word document holds besides the words that it prints: changes, comments, pictures, other documents."""

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from kehoach.findings import Fault
from kehoach.places import Place
from kehoach.reading.docx.markup import name

CHANGES = {"ins": "inserted", "del": "deleted", "moveTo": "moved"}
PICTURES = frozenset({"blip", "imagedata"})
OBJECTS = frozenset({"OLEObject", "altChunk", "subDoc", "chart", "relIds"})
COMMENT = "commentReference"
CONTENT = frozenset({"r", "hyperlink", "smartTag", "sdt"})


def survey(root: Element) -> Mapping[str, int]:
    """How often each of what stands under *root* occurs; a change of a paragraph's end alone is none of words."""
    counted: Counter[str] = Counter()
    for element in root.iter():
        tag = name(element)
        if tag in CHANGES:
            counted[CHANGES[tag]] += any(name(one) in CONTENT for one in element)
        elif tag in PICTURES:
            counted["pictures"] += 1
        elif tag in OBJECTS:
            counted["objects"] += 1
        elif tag == COMMENT:
            counted["comments"] += 1
    return counted


def remarks(found: Mapping[str, int], hidden: int, file: str) -> Iterator[Fault]:
    """What a person should know of it."""
    changes = {key: str(found.get(key, 0)) for key in CHANGES.values()}
    if any(found.get(key) for key in changes):
        yield Fault("IMP103", Place(file), arguments=changes)
    for code, count in (
        ("IMP104", found.get("comments", 0)),
        ("IMP106", hidden),
        ("IMP107", found.get("pictures", 0)),
        ("IMP108", found.get("objects", 0)),
    ):
        if count:
            yield Fault(code, Place(file), arguments={"count": str(count)})
