"""What finished documents say comes out as a plan that prints the same words and means what they mean."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.commands.checking.checker import Checker
from kehoach.commands.importing.document import Order, Task, imported
from kehoach.commands.importing.finished import FinishedPlan, Wish, finished_plan
from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.findings import Severity
from kehoach.finished import Role
from kehoach.importing.planning.laying import places, tree
from kehoach.numbering import numbers
from kehoach.parts import parts
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain
from kehoach.plan import Activity, Deadline, Figure, Plan, Target
from kehoach.reading.emitter import emit
from kehoach.reading.schema.leaves import Knowledge
from kehoach.reading.schema.table import table
from kehoach.reading.workspace import Workspace
from kehoach.reading.written_plan import written
from kehoach.reporting.words import Words
from kehoach.tree import Document, Element, Heading, Paragraph, Text
from kehoach.writing.formats import made
from kehoach.written import Node, Scalar, Sequence

HERE = Path(__file__).parent
PLANS = HERE.parents[1] / "plans"
SOURCES = sorted(HERE.glob("sources/*.txt"))
HEADS = {Element.SIDE, Element.PART, Element.PART_TITLE}
NUMBER = re.compile(r"^\s*(?:[-–+•*]+\s*|\(?(?:\d+\.)*(?:\d+|[IVXLC]+|[A-Za-zđĐ])[.)/-]+\s+)+")


def words(text: str) -> list[str]:
    """The words of *text* in order, without numbers and bullets, case, spaces, ends of sentences, marks of Markdown."""
    lines = unicodedata.normalize("NFC", text).replace("**", "").splitlines()
    bare = " ".join(NUMBER.sub("", line) for line in lines).lower()
    return [word.strip(".,;:/") for word in re.split(r"[\s*\\]+", bare) if re.search(r"\w", word)]


def missing(source: str, printed: str) -> list[str]:
    """The words of *source* that *printed* does not have in their place."""
    before, after = words(source), words(printed)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = {at for block in blocks for at in range(block.a, block.a + block.size)}
    return [word for at, word in enumerate(before) if at not in kept]


def document(space: Workspace, plan: Plan) -> Document:
    return parse(markdown(plan, press(space, plan, standard(space), Words(), None)))


def printed(space: Workspace, plan: Plan, format: str = "txt") -> bytes:
    return made(document(space, plan), standard(space).on(plan.day), [format])[format]


@cache
def source(file: Path) -> tuple[FinishedPlan, Plan]:
    found = finished_plan(file, file.name, None)
    plan = found.workspace.resolve(found.written.id)
    assert plan
    return found, plan


def facts(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="base").load(file.with_suffix(".yaml"))
    return loaded


@pytest.fixture(params=SOURCES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_word_is_printed_in_order(file: Path) -> None:
    found, plan = source(file)
    text, again = file.read_text(encoding="utf-8"), printed(found.workspace, plan).decode()
    start = text.index(plan_type := next(piece.text for piece in found.finished.of(Role.KIND)))
    assert missing(text[start:], again[again.upper().index(plan_type) :]) == []
    assert set(words(text[:start])) <= set(words(again)), "the two sides of a letterhead have no order"


def test_no_line_is_placed_twice(file: Path) -> None:
    found, plan = source(file)
    once = words(file.read_text(encoding="utf-8"))
    twice = words(printed(found.workspace, plan).decode())
    for line in file.read_text(encoding="utf-8").splitlines():
        said = words(line)
        if len(said) > 5:
            assert count(twice, said) == count(once, said)


def count(held: list[str], said: list[str]) -> int:
    return sum(held[at : at + len(said)] == said for at in range(len(held)))


def test_head_titles_and_notes(file: Path) -> None:
    found, plan = source(file)
    told = facts(file)
    assert (plan.unit, plan.kind, str(plan.year)) == (told["unit"], told["kind"], told["year"])
    assert [section.title.text.strip(": ") for section in plan.walk() if section.title] == told["titles"]
    assert sorted({note.code for note in found.imported.notes}) == told["notes"]


def test_figures_and_their_carriers(file: Path) -> None:
    _, plan = source(file)
    targets = [item for item in plan.items() if isinstance(item, Target)]
    got = [[f.phrase.text, *(f.carrier or item.carrier).words] for item in targets for f in item.figures]
    assert got == facts(file)["figures"]


def test_times_and_deadlines(file: Path) -> None:
    _, plan = source(file)
    told = facts(file)
    dated = [item for item in plan.items() if isinstance(item, Activity)]
    assert [[value.text, *item.carrier.words] for item in dated for value, means in item.when if means] == told[
        "periods"
    ]
    due = [item.due.text for item in plan.items() if isinstance(item, Deadline) and item.due and item.period]
    assert due == told["deadlines"]


def test_written_numbers_stay(file: Path) -> None:
    found, plan = source(file)
    counted = numbers(plan, [rung.number for rung in standard(found.workspace).ladder])
    wanted = facts(file)["numbers"]
    assert {id: counted[id] for id in wanted} == wanted


def test_values_point_at_the_document(file: Path) -> None:
    found, _ = source(file)
    raw = found.finished.manuscript.text
    for scalar in scalars(found.written.root):
        if scalar.offsets:
            assert len(scalar.offsets) == len(scalar.text) + 1
        if scalar.offsets and "{{" not in scalar.text:
            letters = zip(scalar.text, scalar.offsets, pairwise([-1, *scalar.offsets]), strict=False)
            own = [(letter, raw[at]) for letter, at, (before, here) in letters if letter.isalnum() and here > before]
            assert [one.casefold() for one, _ in own] == [other.casefold() for _, other in own]


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for held in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from scalars(held)


def flat(node: Node, path: str = "") -> Iterator[tuple[str, str, bool]]:
    if isinstance(node, Scalar):
        yield path, node.text, node.blank
        return
    held = enumerate(node.items) if isinstance(node, Sequence) else node.entries.items()
    for key, value in held:
        yield from flat(value, f"{path}/{key}")


def test_the_file_reads_as_what_was_planned(file: Path) -> None:
    found, _ = source(file)
    root, space = found.written.root, found.workspace
    text = emit(tree(root), {path: f"{place.line}" for path, place in places(root)})  # type: ignore[arg-type]
    about = Knowledge(space.units, space.kinds, space.lexicon, space.language.reserved)
    again = written(text.encode(), "x", "x.yaml", table("plan"), about)
    assert not again.faults
    assert list(flat(again.root)) == list(flat(root))


def test_it_is_sound_as_a_draft(file: Path) -> None:
    found, _ = source(file)
    wrong = Checker(found.workspace, Words()).findings(found.written.id)
    assert [finding.fault for finding in wrong if finding.severity is Severity.ERROR] == []


def headings(document: Document) -> list[tuple[object, ...]]:
    """The headings as they are printed, with their numbers and how deep they stand."""
    return [
        (block.level if isinstance(block, Heading) else 0, *words(f"{getattr(block, 'number', '')} {shown(block)}"))
        for block in document.blocks
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role in HEADS)
    ]


def shown(node: Any) -> str:
    return node.text if isinstance(node, Text) else "".join(map(shown, getattr(node, "inlines", ())))


def amounts(plan: Plan, lexicon: Lexicon) -> list[list[tuple[Any, ...]]]:
    """What the figures of each target say, in the order of the document, save blanks and those that only say where."""
    items = [item for section in plan.walk() for part in parts(section) for item in part.items]
    targets = [item for item in items if isinstance(item, Target)]
    return [[amount(one) for one in item.figures if one.quantity and not where(item, one, lexicon)] for item in targets]


def where(item: Target, figure: Figure, lexicon: Lexicon) -> bool:
    found = quantity.find(item.text.text, lexicon)
    return any(one.scope and figure.start <= one.start < figure.end for one in found)


def amount(figure: Figure) -> tuple[Any, ...]:
    said = figure.quantity
    assert said
    return said.op, said.low, said.high, said.percent, said.multiplier, *words(said.unit)[:1]


def times(plan: Plan) -> Counter[tuple[Any, ...]]:
    """The times that are printed and say more than the year."""
    found: Counter[tuple[Any, ...]] = Counter()
    for item in plan.items():
        if isinstance(item, Activity) and "show" in item.fields and item.fields["show"].text == "no":
            continue
        means = [one for _, one in item.when] if isinstance(item, Activity) else [one.period for one in nested(item)]
        found.update((one.first, one.last) for one in means if one and (one.grain is not Grain.YEAR or one.bound))
    return found


def nested(item: object) -> Iterator[Deadline]:
    """A deadline and those below it."""
    if isinstance(item, Deadline):
        yield item
        for child in item.children:
            yield from nested(child)


def carried(plan: Plan) -> Counter[tuple[object, ...]]:
    """Who leads, who helps and where, of the activities that say so."""
    held = [item for item in plan.items() if isinstance(item, Activity)]
    told = ((tuple(one.text for one in item.lead), tuple(one.text for one in item.partners)) for item in held)
    return Counter(one for one in told if any(one))


def addressed(plan: Plan) -> list[object]:
    lines = plan.head.recipients
    return [(one.to.text, [part.text for part in one.parts], one.purpose and one.purpose.text) for one in lines]


@pytest.mark.parametrize("format", ["txt", "docx"])
@pytest.mark.parametrize("id", sorted(Workspace.around(PLANS).paths))
def test_what_is_rendered_comes_back(id: str, format: str, tmp_path: Path) -> None:
    space = Workspace.around(PLANS)
    plan = space.resolve(id)
    if plan is None or not plan.complete:
        pytest.skip("known on paper only")
    path = tmp_path / f"document.{format}"
    path.write_bytes(printed(space, plan, format))
    found = finished_plan(path, path.name, Workspace.around(PLANS))
    again = found.workspace.resolve(found.written.id)
    assert again
    assert words(printed(found.workspace, again).decode()) == words(printed(space, plan).decode())
    assert (again.unit, again.kind, again.year) == (plan.unit, plan.kind, plan.year)
    assert headings(document(found.workspace, again)) == headings(document(space, plan))
    assert addressed(again) == addressed(plan)
    assert [labels.text for labels in again.head.labels.values()] == [one.text for one in plan.head.labels.values()]
    assert not times(plan) - times(again)
    assert carried(again) == carried(plan)
    open_ones = sum(note.code == "IMP202" for note in found.imported.notes)
    told = zip(amounts(plan, space.lexicon), amounts(again, space.lexicon), strict=True)
    lost = [Counter(old) - Counter(new) for old, new in told]
    assert sum(map(Counter.total, lost)) <= open_ones, "a figure that is not told is one that is said to be open"


def test_quarters_parts_of_deadlines_and_helpers_are_kept_as_such() -> None:
    _, plan = source(HERE / "sources" / "quy.txt")
    (section,) = (one for one in plan.walk() if "group" in one.fields)
    assert section.fields["group"].text == "quarter"
    (report,) = (item for item in plan.items() if isinstance(item, Deadline))
    assert [child.text.text for child in report.children] == [
        "Danh sách đoàn viên ưu tú trước ngày 05/6/2024.",
        "Gửi số liệu trước ngày 25 hằng tháng.",
    ]
    held = {item.text.text: item for item in plan.items() if isinstance(item, Activity)}
    camp, games = held["Hội trại Giữ lửa truyền thống."], held["Giải bóng chuyền ngày 12/5/2024."]
    assert (camp.fields["where"].text, camp.lead[0].text) == ("tại Quảng trường", "Ban Phong trào")
    assert camp.partners[0].text == "Trung tâm Văn hóa, Huyện đội"
    assert (games.lead[0].text, games.fields["show"].text) == ("Ban Tổ chức", "inline")


def test_a_label_is_spelt_as_most_spell_it(tmp_path: Path) -> None:
    parts = [("Cấp huyện", "Cấp Cơ sở"), ("Cấp huyện", "Cấp cơ sở"), ("Cấp huyện", "Cấp cơ sở")]
    lines = ["KẾ HOẠCH", "Tháng Thanh niên năm 2024", "", "I. NỘI DUNG"]
    for number, (own, below) in enumerate(parts, start=1):
        lines += [f"{number}. Phong trào thứ {number}", f"*{own}:*", "- Tổ chức hội thi.", "- Ra quân."]
        lines += [f"*{below}:*", "- Sinh hoạt chi đoàn.", "- Trồng cây."]
    path = tmp_path / "nhan.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    _, plan = source(path)
    assert sorted(label.text for label in plan.head.labels.values()) == ["Cấp cơ sở", "Cấp huyện"]


def test_a_run_is_the_same_each_time() -> None:
    order = Order(Words(), None, Wish())
    first, second = (imported(order, Task(SOURCES[0], SOURCES[0].name)) for _ in range(2))
    assert first == second
