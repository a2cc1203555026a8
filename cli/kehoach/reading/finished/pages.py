"""The raw text of a document that has none of its own: its paragraphs written down, a line each, with their looks."""

from kehoach.records import dataclass, field

BREAK = "\v"


@dataclass
class Pages:
    """A text while it grows; *bold* and *italic* hold the stretches of it that stand out."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    bold: list[tuple[int, int]] = field(default_factory=list)
    italic: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: str, bold: bool = False, italic: bool = False) -> None:
        """Write *words* on the line; line ends inside of them are breaks within it."""
        start = self.length
        self._put(words.replace("\r\n", BREAK).replace("\n", BREAK).replace("\r", BREAK))
        if bold:
            self.bold.append((start, self.length))
        if italic:
            self.italic.append((start, self.length))

    def end(self) -> None:
        """End the line."""
        self._put("\n")

    def since(self, start: int) -> str:
        """What was written from the offset *start* on."""
        taken: list[str] = []
        left = self.length - start
        for piece in reversed(self.pieces):
            if left <= 0:
                break
            taken.append(piece)
            left -= len(piece)
        return "".join(reversed(taken))

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)
