"""Typst itself, which cannot be ended but with its process."""

from functools import cache
from pathlib import Path
from typing import Any

from kehoach.errors import KehoachError, MissingProgram

# Fixed, so that the same document gives the same bytes.
EPOCH = 315532800


def typeset(template: Path, fonts: Path, inputs: dict[str, str]) -> bytes:
    """The PDF/A that *template* makes of *inputs* with the faces in the folder *fonts* only."""
    known = faces(fonts)
    import typst

    compiler = typst.Compiler(template, root=template.parent, font_paths=known, sys_inputs=inputs)
    try:
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["a-2u"], timestamp=EPOCH)
    except typst.TypstError as error:
        raise KehoachError("typst_failed", reason=error.message) from error
    if warnings or not isinstance(made, bytes):
        raise KehoachError("typst_failed", reason="; ".join(warning.message for warning in warnings))
    return made


@cache
def faces(folder: Path) -> Any:
    """The faces in *folder*; ``MissingProgram`` without Typst."""
    try:
        import typst
    except ImportError as error:
        raise MissingProgram("typst_missing") from error
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
