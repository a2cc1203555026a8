"""Words typed in fonts of an old Vietnamese encoding (.VnTime, VNI-Times), as the letters that they show."""

from collections.abc import Iterator
from functools import cache

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.reading.finished.encodings import Encoding, encodings
from kehoach.records import dataclass, field

# Vietnamese letters that Latin-1 lacks: words that hold one are no longer in an old encoding.
UNICODE = compiled(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")


@dataclass
class Fonts:
    """The runs of a document while they are read; *met* are the names of the encodings that fonts were of."""

    met: dict[str, None] = field(default_factory=dict)

    def read(self, text: str, family: str) -> str:
        """*text* as its font *family* shows it."""
        encoding = _encoding(family) if family[:1] in {".", "V", "v"} else None
        if encoding is None or UNICODE.search(text):
            return text
        shown = encoding.shown(text, family)
        if shown != text:
            self.met[encoding.name] = None
        return shown

    def remarks(self, file: str) -> Iterator[Fault]:
        """What was converted."""
        for name in self.met:
            yield Fault("IMP102", Place(file), arguments={"encoding": name})


@cache
def _encoding(family: str) -> Encoding | None:
    return next((one for one in encodings() if one.of_font(family)), None)
