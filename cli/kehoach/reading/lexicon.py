"""The word lists of the phrase grammars, from their files."""

from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.datafile import plain, read_data
from kehoach.reading.overlay import Overlay

COMMEMORATIONS = "schemas/commemorations.yaml"


def lexicon(overlay: Overlay) -> Lexicon:
    """The lexicon of ``schemas/lexicon/*.yaml`` and the commemorations."""
    data: dict[str, object] = {
        name: plain(read_data(content, file)) for name, file, content in overlay.files("schemas/lexicon", ".yaml")
    }
    data["commemorations"] = plain(read_data(overlay.read(COMMEMORATIONS), COMMEMORATIONS))
    return Lexicon.of(data)
