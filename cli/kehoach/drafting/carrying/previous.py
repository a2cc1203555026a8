"""Last year's figures, kept beside each figure of the new plan."""

from collections.abc import Callable, Iterator

from kehoach.drafting.carrying.spans import Lines
from kehoach.drafting.mentions import GAP
from kehoach.notes import Path
from kehoach.patterns import compiled
from kehoach.places import Edit
from kehoach.plan import Plan, Target
from kehoach.records import dataclass
from kehoach.written import Mapping, Node, Scalar

KEY = "previous"
Moved = Callable[[str], str]
PLAIN = compiled(r"[^\W_](?:[^:#\n]|:(?=\S))*[^\s:#]")


@dataclass(frozen=True, slots=True)
class Bench:
    """The lines that are edited, and what a text says in the new year."""

    lines: Lines
    moved: Moved


def previous(root: Mapping, plan: Plan, lines: Lines, moved: Moved) -> Iterator[tuple[Path, Edit]]:
    """For each figure that the file writes, where it stands and the edits that keep it as last year's.

    *moved* says what a text says in the new year.
    """
    own = {item.id: item for item in plan.items() if isinstance(item, Target)}
    for path, node in _targets(root, ()):
        yield from _target(path, node, own.get(path[-1]), Bench(lines, moved))


def _targets(node: Node, path: Path) -> Iterator[tuple[Path, Mapping]]:
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            if key == "targets" and isinstance(value, Mapping):
                for id, target in value.entries.items():
                    if isinstance(target, Mapping):
                        yield (*path, key, id), target
            else:
                yield from _targets(value, (*path, key))


def _target(path: Path, node: Mapping, target: Target | None, bench: Bench) -> Iterator[tuple[Path, Edit]]:
    lines = bench.lines
    figures, value, text = node.get("figures"), node.get("value"), node.get("text")
    if isinstance(figures, Mapping):
        for id, figure in figures.entries.items():
            if isinstance(figure, Mapping):
                yield from _figure((*path, "figures", id), figure, bench)
    elif isinstance(value, Scalar) and _said(value, lines) and KEY not in node:
        yield (*path, "value"), _behind(value, _raw(value, lines), lines)
    elif isinstance(text, Scalar) and target and target.figures and KEY not in node:
        yield path, _behind(text, _quoted(target.figures[0].phrase.text), lines)


def _figure(path: Path, figure: Mapping, bench: Bench) -> Iterator[tuple[Path, Edit]]:
    lines, moved = bench.lines, bench.moved
    phrase, old = figure.get("phrase"), figure.get(KEY)
    if not isinstance(phrase, Scalar) or not _said(phrase, lines):
        return
    raw = _raw(phrase, lines)
    if isinstance(old, Scalar):
        yield path, lines.replaced(old, raw)
    elif phrase.place == figure.place or "phrase" not in lines.line(phrase.place.line):
        yield from ((path, edit) for edit in _lengthened(phrase, raw, lines, moved))
    else:
        yield path, _behind(phrase, raw, lines)


def _lengthened(phrase: Scalar, raw: str, lines: Lines, moved: Moved) -> Iterator[Edit]:
    """``id: phrase`` as a mapping with the phrase and last year's; a phrase on several lines is put on one."""
    start, end = lines.span(phrase.place)
    before = len(lines.text[:start].rstrip(" "))
    margin = "\n" + lines.indent(phrase.place.line) + "  "
    if phrase.place.line == phrase.place.end_line:
        yield Edit(before, start, f"{margin}phrase: ")
        yield Edit(end, end, f"{margin}{KEY}: {raw}")
    else:
        yield Edit(before, end, f"{margin}phrase: {_quoted(moved(phrase.text))}{margin}{KEY}: {raw}")


def _behind(scalar: Scalar, raw: str, lines: Lines) -> Edit:
    return lines.below(scalar, f"{_margin(scalar, lines)}{KEY}: {raw}")


def _margin(scalar: Scalar, lines: Lines) -> str:
    """The blanks before the key of a value."""
    line = lines.line(scalar.place.line)
    return line[: len(line) - len(line.lstrip(" "))]


def _said(scalar: Scalar, lines: Lines) -> bool:
    """Whether the value is a figure that a line can be written below; between braces none can."""
    before = lines.line(scalar.place.line)[: scalar.place.column - 1]
    return bool(scalar.text) and GAP not in scalar.text and "{" not in before


def _raw(scalar: Scalar, lines: Lines) -> str:
    """The value as it is written, on one line."""
    start, end = lines.span(scalar.place)
    raw = lines.text[start:end]
    alone = scalar.place.line == scalar.place.end_line and not raw.startswith((">", "|"))
    return raw if alone else _quoted(scalar.text)


def _quoted(text: str) -> str:
    """*text* as a value on one line, in quotation marks where it could not stand without them."""
    if PLAIN.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
