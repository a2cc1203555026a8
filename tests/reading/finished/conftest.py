"""Finished documents that a test makes, and how a manuscript is shown."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kehoach.manuscript import Block, Manuscript
from kehoach.reading.finished import read

Reading = Callable[[bytes, str], Manuscript]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'


class Word:
    """Word documents made part by part, without a library that shares code or habits with ours."""

    @staticmethod
    def packed(parts: Mapping[str, str | bytes]) -> bytes:
        """An archive with *parts*."""
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return stream.getvalue()

    @staticmethod
    def document(body: str, **parts: str) -> bytes:
        """A Word document with the *body*; *parts* are others by the kind of their relation (``footnotes``)."""
        named = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": Word._relations({"main": ("officeDocument", "word/document.xml")}),
        }
        related = {f"r_{kind}": (kind, f"{kind}.xml") for kind in parts}
        named["word/document.xml"] = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        named["word/_rels/document.xml.rels"] = Word._relations(related)
        return Word.packed(named | {f"word/{kind}.xml": content for kind, content in parts.items()})

    @staticmethod
    def part(root: str, content: str) -> str:
        """A part with the *root* around its *content*."""
        return f"<w:{root} {SPACES}>{content}</w:{root}>"

    @staticmethod
    def p(content: str, properties: str = "") -> str:
        """A paragraph; text becomes a run."""
        inner = content if content.startswith("<") else Word.run(content)
        return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"

    @staticmethod
    def run(text: str, properties: str = "") -> str:
        """A run of *text*."""
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    @staticmethod
    def table(*rows: tuple[str, ...]) -> str:
        """A table whose cells hold the given paragraphs."""
        made = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"

    @staticmethod
    def _relations(found: Mapping[str, tuple[str, str]]) -> str:
        rows = (
            f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"/>' for id, (kind, target) in found.items()
        )
        return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


@pytest.fixture(scope="session")
def word() -> type[Word]:
    """The maker of Word documents."""
    return Word


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """What stands in a file of the given bytes and name."""

    def reader(data: bytes, name: str) -> Manuscript:
        (tmp_path / name).write_bytes(data)
        return read(tmp_path / name, name)

    return reader


@pytest.fixture(scope="session")
def shown() -> Callable[[Block], str]:
    """A block on one line: what it is in brackets, its mark, a bar, its words."""
    return _shown


def _shown(block: Block) -> str:
    looks = {"b": block.bold, "i": block.italic, "j": block.joined, "l": block.listed}
    flags = [flag for flag, on in looks.items() if on]
    flags += [f"h{block.level}"] if block.level else []
    flags += [f"n{block.note}"] if block.note else []
    flags += [f"{block.cell.table}:{block.cell.row}:{block.cell.column}"] if block.cell else []
    return (f"[{' '.join(flags)}]" if flags else "") + f"{block.mark}|{block.words.text}"
