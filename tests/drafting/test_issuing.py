"""Number and date are written into the file, and nothing else of it moves."""

import pytest

from kehoach.drafting.issuing import edits
from kehoach.places import edited
from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.written import Mapping, Written

VALUES = {"number": "18", "date": "15/02/2023"}
CASES = {
    "blank and open": (
        "issued:\n  body: BCH\n  number:  # chưa có\n  date: //2023\nlabels:\n  own: A\n",
        "issued:\n  body: BCH\n  number: 18  # chưa có\n  date: 15/02/2023\nlabels:\n  own: A\n",
    ),
    "no date": (
        "subject: A\nissued:\n  number:\n  body: BCH\n",
        "subject: A\nissued:\n  date: 15/02/2023\n  number: 18\n  body: BCH\n",
    ),
    "quoted": (
        "issued:\n  number: '05'\n  date: 14/02/2023\n",
        "issued:\n  number: 18\n  date: 15/02/2023\n",
    ),
    "no head": ("subject: A", "subject: A\nissued:\n  number: 18\n  date: 15/02/2023\n"),
    "lines of Windows": (
        "issued:\r\n  number:\r\n  date: //2023\r\n",
        "issued:\r\n  number: 18\r\n  date: 15/02/2023\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_only_number_and_date_move(before: str, after: str) -> None:
    root = compose(RawText(before, "a.yaml")).root
    assert isinstance(root, Mapping)
    assert edited(before, edits(Written("a", "a.yaml", before, root), VALUES)) == after
