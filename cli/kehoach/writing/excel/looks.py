"""How the cells of a workbook look."""

from typing import TYPE_CHECKING

from kehoach.records import dataclass

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle

FONT, SIZE = "Times New Roman", 12
LINE, FILLED, GREY = "FF7F7F7F", "FFFFF8DC", "FFEDEDED"


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of the cells: *open* may be changed, all others are locked."""

    title: "NamedStyle"
    note: "NamedStyle"
    head: "NamedStyle"
    name: "NamedStyle"
    sum: "NamedStyle"
    open: "NamedStyle"
    locked: "NamedStyle"


def looks() -> Looks:
    """The styles of one workbook."""
    from openpyxl.styles import Alignment

    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    right = Alignment(horizontal="right", vertical="center")
    left = Alignment(wrap_text=True, vertical="center")
    return Looks(
        title=_style("kh_title", bold=True),
        note=_style("kh_note", italic=True),
        head=_style("kh_head", middle, bold=True, fill=GREY, framed=True),
        name=_style("kh_name", left, framed=True),
        sum=_style("kh_sum", right, bold=True, fill=GREY, framed=True),
        open=_style("kh_open", right, fill=FILLED, framed=True, locked=False),
        locked=_style("kh_locked", right, framed=True),
    )


def _style(name: str, alignment: object = None, **how: object) -> "NamedStyle":
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    side = Side("thin", LINE) if how.get("framed") else Side()
    fill = how.get("fill")
    return NamedStyle(
        name,
        font=Font(name=FONT, size=SIZE, bold=bool(how.get("bold")), italic=bool(how.get("italic"))),
        alignment=alignment if isinstance(alignment, Alignment) else Alignment(),
        border=Border(side, side, side, side),
        fill=PatternFill("solid", str(fill)) if fill else PatternFill(),
        protection=Protection(locked=bool(how.get("locked", True))),
    )
