"""New files: plain values as YAML that reads well and reads back the same.

Block style throughout; long sentences are folded below ``>-`` at 100 columns, texts of several lines
stand below ``|``, and quotation marks appear only where nothing else would do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from kehoach.patterns import compiled

Tree = str | None | Sequence["Tree"] | Mapping[str, "Tree"]
Path = tuple[str, ...]
WIDTH = 100
SHORT = 24
STEP = 2
PLAIN = compiled(r"[^\W_][^\n]*\Z|[“‘(/.…–][^\n]*\Z")
NOT_PLAIN = compiled(r":(?=\s|\Z)|\s#|[ \t]\Z|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
NOT_BLOCK = compiled(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\A[ \n]|^ +$|\n\n\Z", re.MULTILINE)
ESCAPED = compiled(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
NULLS = frozenset({"null", "Null", "NULL", "~"})
DOCUMENT = ("---", "...")


def emit(root: Mapping[str, Tree], comments: Mapping[Path, str] | None = None) -> str:
    """*root* as the text of a YAML file.

    None is written as a blank. *comments* holds remarks that stand above the key at their path (list
    places counted from 0), each line of theirs as a line of comment.
    """
    return "\n".join([*_mapping(root, 0, (), comments or {}), ""])


def _mapping(node: Mapping[str, Tree], indent: int, path: Path, comments: Mapping[Path, str]) -> Iterator[str]:
    margin = " " * indent
    for key, value in node.items():
        here = (*path, key)
        yield from (f"{margin}# {line}".rstrip() for line in comments.get(here, "").splitlines())
        yield from _value(value, f"{margin}{_key(key)}:", (indent, here), comments)


def _sequence(node: Sequence[Tree], indent: int, path: Path, comments: Mapping[Path, str]) -> Iterator[str]:
    for place, value in enumerate(node):
        here = (*path, str(place))
        if isinstance(value, Mapping) and value and not any(comments.get((*here, key)) for key in value):
            first, *rest = _mapping(value, indent + STEP, here, comments)
            yield f"{' ' * indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield from _value(value, f"{' ' * indent}-", (indent, here), comments)


def _value(value: Tree, head: str, at: tuple[int, Path], comments: Mapping[Path, str]) -> Iterator[str]:
    """The lines of a value behind its key or dash (*head*), which stands at an indentation and a path."""
    indent, path = at
    if value is None:
        yield head
    elif isinstance(value, str):
        yield from _text(value, head, indent)
    elif not value:
        yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield head
        lines = _mapping if isinstance(value, Mapping) else _sequence
        yield from lines(value, indent + STEP, path, comments)  # type: ignore[arg-type]


def _text(text: str, head: str, indent: int) -> Iterator[str]:
    fits = len(head) + 1 + len(text) <= WIDTH
    if fits and _plain(text):
        yield f"{head} {text}"
    elif NOT_BLOCK.search(text) or not text or (len(text) <= SHORT and " " not in text):
        yield f"{head} {_quoted(text)}"
    elif "\n" in text:
        yield f"{head} {'|' if text.endswith(chr(10)) else '|-'}"
        margin = " " * (indent + STEP)
        yield from (margin + line if line else "" for line in text.removesuffix("\n").split("\n"))
    else:
        yield f"{head} >-"
        margin = " " * (indent + STEP)
        yield from (margin + line for line in _folded(text, WIDTH - len(margin)))


def _plain(text: str) -> bool:
    """Whether *text* can stand without any mark."""
    if not PLAIN.match(text) or NOT_PLAIN.search(text) or text.startswith(DOCUMENT):
        return False
    return text not in NULLS


def _folded(text: str, width: int) -> Iterator[str]:
    """The lines of *text*, broken at single spaces so that no line begins or ends with a blank."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _key(key: str) -> str:
    return key if re.fullmatch(r"[^\W_][^\n:#]*", key) and _plain(key) else _quoted(key)


def _quoted(text: str) -> str:
    return '"' + ESCAPED.sub(lambda found: _escape(found.group()), text) + '"'


def _escape(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return {"\n": "\\n", "\t": "\\t"}.get(char) or f"\\u{ord(char):04x}"
