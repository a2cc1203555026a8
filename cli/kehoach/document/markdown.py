"""Our Markdown, and how it is read into the tree of a document.

CommonMark with tables and a closed set of ``:::`` containers. A container that is unknown or stands where
it may not is an error, and so is HTML: an unescaped ``<`` before a letter, ``/``, ``!`` or ``?``. Links, images,
code, quotations, entities, indented code and underlined headings have no meaning here: their signs are text.

Containers, by what they hold; a fence is longer than the fences inside it, names are written with ``-``::

    letterhead      left, right, each once
      left, right   superior issuer separator number conference secrecy urgency draft returned title motto place-date
    kind subject theme dashes basis opening part part-title closing side      leaves, at the top or inside an annex
    foot            recipients, then signature, or signatures (two signatures or more)
      recipients    a paragraph (the label), then one bullet list; sub-bullets are parts of a recipient
      signature     authority office name
    annex           annex-issuer annex-number annex-title annex-reference, leaves, and body
    landscape       body, at the top or inside an annex

A leaf holds paragraphs, each of which becomes one ``Paragraph`` of that element; an empty leaf is left out.
``separator`` and ``dashes`` hold their marks as the standard gives them (``***``, ``-----------``), escaped or
not, or ``___`` for a drawn line; elsewhere a line of such marks alone is an error. All else is body:

- ``#`` to ``######``: a section of that depth. Its text is ``NUMBER Title``; a title alone is unnumbered.
- A paragraph that begins with an unescaped number (``1.`` ``1.1.`` ``(1)`` ``1)`` ``a)`` ``A.`` ``I.`` ``I-``) and a
  space is a numbered paragraph; an item of an ordered list too, with its own number. ``1\\.`` and ``\\(1)`` are text.
- ``-`` and ``+`` are bullets, at any depth; ``*`` makes a side head that keeps its mark. What is indented under
  an item belongs to it.
- A table has a head. Its cells hold inline Markdown; ``\\|`` is a stroke.
- Inline: ``*italic*``, ``**bold**``, ``^raised^``, ``~no capitals~``; two spaces or ``\\`` at the end of a
  line for a line break.
- Three or more no-break spaces in a run are a gap to fill by hand; one or two are themselves.
"""

import re
import unicodedata
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from kehoach.document.blocks import CONTAINER, top
from kehoach.document.inlines import STAND_IN
from kehoach.document.raised import raised_plugin
from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.tree import Document, Element, Paragraph
from kehoach.wording import plain

MOST_CHARACTERS = 4_000_000
MOST_TOKENS = 150_000
DEEPEST = 40
MEANINGLESS = ("code", "fence", "blockquote", "hr", "reference", "html_block", "lheading")
MEANINGLESS_INLINE = ("backticks", "link", "image", "autolink", "html_inline", "entity")
UNPRINTABLE = compiled(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    r"\U000f0000-\U0010ffff]"
)
HTML = compiled(r"\\.|<(?=[A-Za-z/!?])", re.DOTALL)


def parse(markdown: str, language: str = "vi") -> Document:
    """The document that *markdown* spells out; what is not ours is a ``KehoachError`` with its ``line``."""
    if len(markdown) > MOST_CHARACTERS:
        raise KehoachError("document_too_large", characters=len(markdown), most=MOST_CHARACTERS)
    source = unicodedata.normalize("NFC", markdown.replace("\r\n", "\n").replace("\r", "\n"))
    _refuse_unprintable(source)
    tokens = _parser().parse(source.replace("\N{NO-BREAK SPACE}", STAND_IN))
    _refuse_excess(tokens)
    _refuse_html(tokens)
    _refuse_unclosed(tokens, end=source.count("\n") + (not source.endswith("\n")))
    blocks = tuple(top(SyntaxTreeNode(tokens)))
    heads = (b for b in blocks if isinstance(b, Paragraph) and b.role in {Element.KIND, Element.SUBJECT})
    return Document(" ".join(plain(head.inlines) for head in heads), language, blocks, source)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * DEEPEST}).enable("table")
    parser.use(container_plugin, CONTAINER, validate=lambda *_: True)
    parser.use(raised_plugin)
    return parser.disable([*MEANINGLESS, *MEANINGLESS_INLINE])


def _refuse_unprintable(source: str) -> None:
    if found := UNPRINTABLE.search(source):
        line = source.count("\n", 0, found.start()) + 1
        raise KehoachError("character_unprintable", line=line, character=f"U+{ord(found[0]):04X}")


def _refuse_excess(tokens: list[Token]) -> None:
    count = sum(1 + len(token.children or ()) for token in tokens)
    if count > MOST_TOKENS:
        raise KehoachError("document_too_many_parts", parts=count, most=MOST_TOKENS)
    for token in tokens:
        if token.level >= DEEPEST or any(child.level >= DEEPEST for child in token.children or ()):
            raise KehoachError("document_too_deep", line=(token.map or [0])[0] + 1, most=DEEPEST)


def _refuse_html(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type == "inline" and any(found[0] == "<" for found in HTML.finditer(token.content)):
            raise KehoachError("markdown_html", line=(token.map or [0])[0] + 1, text=token.content[:80])


def _refuse_unclosed(tokens: list[Token], end: int) -> None:
    ends = [end]
    for token in tokens:
        if token.type == f"container_{CONTAINER}_open":
            first, last = token.map or (0, 0)
            if last >= ends[-1]:
                raise KehoachError("markdown_container_open", line=first + 1, name=token.info.strip())
            ends.append(last)
        elif token.type == f"container_{CONTAINER}_close":
            ends.pop()
