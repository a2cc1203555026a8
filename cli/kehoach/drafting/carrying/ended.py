"""Units and levels that are over by the end of the new year, and what they were merged into."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach.drafting.draft import Known
from kehoach.notes import Note
from kehoach.plan import Plan
from kehoach.units import Unit
from kehoach.written import Written


def ended(file: Written, plan: Plan, new: int, known: Known) -> Iterator[tuple[int, Note]]:
    """Every unit that the plan concerns and every level that it names that does not see the end of the year *new*.

    The offset is where the file names it first, else where it names its own unit.
    """
    last = date(new, known.kinds[plan.kind].months[1], 28)
    here = {plan.unit, *known.units.above(plan.unit, plan.day), *known.units.below(plan.unit, plan.day)}
    named = {id for id in known.units.units if re.search(rf"\b{re.escape(id)}\b", file.text)}
    own = file.text.find(plan.unit)
    for id in known.units.units:
        unit = known.units[id]
        if id in here | named and unit.in_force(plan.day) and not unit.in_force(last):
            offset = own if id == plan.unit else _first(file.text, id, unit.on(plan.day).name)
            yield max(offset, 0) if offset >= 0 else max(own, 0), _unit(unit, plan.day, last, known)
    for level in known.units.levels.values():
        words = rf"(?<!\w){re.escape(level.name)}(?!\w)|^ *(?:- )?{re.escape(level.id)}(?::|$)"
        found = re.search(words, file.text, re.IGNORECASE | re.MULTILINE)
        if found and level.until and plan.day <= level.until < last:
            yield found.start(), Note("level_ended", (), {"words": level.name, "until": f"{level.until:%d/%m/%Y}"})


def _first(text: str, id: str, name: str) -> int:
    found = re.search(rf"\b{re.escape(id)}\b|{re.escape(name)}", text)
    return found.start() if found else -1


def _unit(unit: Unit, day: date, last: date, known: Known) -> Note:
    into = unit.on(last).into
    names = ", ".join(known.units.state(id, last).name if id in known.units else id for id in into)
    until = f"{unit.until:%d/%m/%Y}" if unit.until else ""
    return Note("unit_ended", (), {"words": unit.on(day).name, "until": until, "into": names})
