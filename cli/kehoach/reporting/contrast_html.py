"""A comparison as one page of HTML: a summary, a chart of targets, old and new side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from kehoach.contrast import Chapter, Contrast, Line, Piece, TargetLine
from kehoach.reporting.contrast_words import about, answer, moved_targets, notes, shift, sides, summary
from kehoach.reporting.words import Words
from kehoach.shipped import shipped

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
MARKS = {"removed": "del", "added": "ins", "rolled": "i"}


def document(contrast: Contrast, words: Words) -> str:
    """The whole page; what only the year changed stands folded, and nothing in it can run or load."""
    title = escape(words.change("title", old=contrast.old, new=contrast.new))
    style = (shipped("templates") / "html" / "contrast.css").read_text(encoding="utf-8")
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<h1>{title}</h1>",
            *_summary(contrast, words),
            *_chart(moved_targets(contrast), words),
            *_answers(contrast, words),
            *_chapters(contrast, words),
            "</body>\n</html>\n",
        )
    )


def _summary(contrast: Contrast, words: Words) -> Iterator[str]:
    counts = Counter(line.weight for line in contrast.lines)
    yield f'<p class="summary">{escape(summary(contrast, words))}</p>\n<ul class="counts">'
    for weight in ("grave", "notable", "wording", "routine"):
        if counts[weight]:
            yield f'<li class="{weight}"><b>{counts[weight]}</b> {escape(words.change(f"weight_{weight}"))}</li>'
    yield "</ul>"


def _chart(targets: tuple[TargetLine, ...], words: Words) -> Iterator[str]:
    if not targets:
        return
    yield f"<h2>{escape(words.change('targets'))}</h2>\n<table class='targets'><thead><tr>"
    columns = ("target", "old", "new", "difference")
    yield "".join(f"<th>{escape(words.change(f'column_{name}'))}</th>" for name in columns) + "</tr></thead><tbody>"
    labels = [escape(words.change(f"column_{name}")) for name in columns]
    for line in targets:
        cells = (escape(line.words), escape(line.old), escape(line.new), "; ".join(shift(line, words)) + _bars(line))
        written = (f'<td data-label="{label}">{cell}</td>' for label, cell in zip(labels, cells, strict=True))
        yield f"<tr>{''.join(written)}</tr>"
    yield "</tbody></table>"


def _bars(line: TargetLine) -> str:
    """Two bars, the longer one as long as there is room."""
    if line.numbers is None or max(line.numbers) <= 0:
        return ""
    longest = max(line.numbers)
    bars = (
        f'<span class="{name}" style="width:{100 * number / longest:.1f}%"></span>'
        for name, number in zip(("was", "is"), line.numbers, strict=True)
    )
    return f'<span class="bars">{"".join(bars)}</span>'


def _answers(contrast: Contrast, words: Words) -> Iterator[str]:
    if contrast.answers:
        yield f"<h2>{escape(words.change('answers'))}</h2>"
        rows = ((line.printed, line.asked, f"{answer(line, words)}. {line.own}") for line in contrast.answers)
        yield from _pairs(rows, words)


def _pairs(rows: Iterable[tuple[str, str, str]], words: Words) -> Iterator[str]:
    yield f'<div class="sides head"><b>{words.change("column_asked")}</b><b>{words.change("column_own")}</b></div>'
    for place, old, new in rows:
        yield f'<section class="line"><p class="about">{escape(place)}</p><div class="sides">'
        yield f"<p>{escape(old)}</p><p>{escape(new)}</p></div></section>"


def _chapters(contrast: Contrast, words: Words) -> Iterator[str]:
    for chapter in contrast.chapters:
        yield f"<h2>{escape(chapter.title or words.change('head'))}</h2>"
        decided = [line for line in chapter.lines if not line.rolled]
        yield from (_line(line, chapter, words) for line in decided)
        rolled = [line for line in chapter.lines if line.rolled]
        if rolled:
            name = words.change("weight_routine")
            yield f"<details><summary>{len(rolled)} {escape(name)}</summary>"
            yield from (_line(line, chapter, words) for line in rolled)
            yield "</details>"


def _line(line: Line, chapter: Chapter, words: Words) -> str:
    where = f"{line.printed}: " if line.printed != chapter.title else ""
    said = "".join(f"<span>{escape(note)}</span>" for note in notes(line, words))
    old, new = ("".join(map(_marked, side)) for side in sides(line))
    about_it = f'<p class="about">{escape(where + about(line, words))}{said}</p>'
    words_of_both = f'<div class="sides"><p>{old}</p><p>{new}</p></div>'
    return f'<section class="line {line.weight} {line.what}">{about_it}{words_of_both}</section>'


def _marked(piece: Piece) -> str:
    tag, text = MARKS.get(piece.kept, ""), escape(piece.text)
    return f"<{tag}>{text}</{tag}>" if tag else text
