"""The house holds: floors, doors, sizes, and what every rule and command must have."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from unicodedata import decomposition

import pytest
from ruamel.yaml import YAML

import kehoach
from kehoach.reporting.words import LANGUAGES, table
from kehoach.rules.registry import RULES, Rule
from kehoach.shipped import shipped

HERE = Path(__file__).parent
PACKAGE = Path(kehoach.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
GROUND = {"beginnings", "errors", "garbage", "kept", "patterns", "phrases", "places", "records", "shipped"}
WINGS = {"comparing", "document", "drafting", "importing", "inheriting", "reporting", "rules"}
ENDS = {"reading", "writing"}
TOP = {"__main__", "commands"}
MIDDLE = {"cascade", "plan", "standards", *(file.stem for file in PACKAGE.glob("*.py"))} - {"__init__"} - GROUND - TOP
FLOORS = (GROUND, MIDDLE, WINGS, ENDS, TOP)
DOORS = {
    "click": {"commands"},
    "rich": {"commands"},
    "ruamel": {"reading"},
    "cerberus": {"reading"},
    "jinja2": {"document"},
    "markdown_it": {"document"},
    "mdit_py_plugins": {"document"},
    "typst": {"writing"},
    "openpyxl": {"writing"},
    "pypandoc": set(),
    "pypdfium2": {"reading"},
    "lunar_vn": {"phrases"},
    "rapidfuzz": {"comparing", "rules"},
    "tomllib": {"reporting"},
    "subprocess": {"hands", "processes", "reading", "writing"},
    "sqlite3": {"reading"},
}
NOT_AT_START = {*DOORS, "importlib.metadata"} - {"click", "tomllib"}
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
# Dates in words are read before there is a lexicon.
SPEAKING = {"phrases/partial_date.py"}


def room(file: Path) -> str:
    """The room of a module: the first part of its path in the package."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imported(file: Path) -> tuple[str, ...]:
    """Every module that a file imports, wherever in it."""
    return tuple(_imported(file))


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by dots"
            names = [f"{node.module}.{name.name}" for name in node.names]
            yield from names if node.module == "kehoach" else [node.module or ""]


def floor(name: str) -> int:
    """The floor of a room, from the ground up."""
    return next(level for level, rooms in enumerate(FLOORS) if name in rooms)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_go_down(file: Path) -> None:
    here = room(file)
    if here == "__init__":
        return
    rooms = {name.split(".")[1] for name in imported(file) if name.startswith("kehoach.")}
    below = {name for name in rooms if floor(name) < floor(here)}
    beside = {name for name in rooms if floor(name) == floor(here) and _one_story(name)}
    assert rooms - below - beside <= {here} | ({"document"} if here == "writing" else set())


def _one_story(name: str) -> bool:
    """Whether a floor's rooms are single modules that may lean on one another; wings and ends may not."""
    return floor(name) in {0, 1} or name == "commands"


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    users = {room(file) for file in MODULES if library in {name.split(".")[0] for name in imported(file)}}
    assert users <= DOORS[library]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_nothing_is_long(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_what_is_public_says_what_it_is(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module"
    for node in public(tree):
        assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_vietnamese_words_are_data(file: Path) -> None:
    said = sorted({word for text in strings(file) for word in accented(text)})
    assert said == [] or file.relative_to(PACKAGE).as_posix() in SPEAKING


@pytest.mark.parametrize("file", sorted(shipped("schemas").glob("lexicon/*.yaml")), ids=lambda file: file.stem)
def test_every_list_of_words_is_read(file: Path) -> None:
    assert set(YAML(typ="base", pure=False).load(file)) <= said()


@cache
def said() -> frozenset[str]:
    """All strings of the program that are no documentation."""
    return frozenset(text for file in MODULES for text in strings(file))


def strings(file: Path) -> Iterator[str]:
    """The strings of a file that are no documentation."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def accented(text: str) -> Iterator[str]:
    """The words of a text with letters that bear marks; what stands between ``[`` and ``]`` are single letters."""
    for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"\[[^]]*\]", " ", text)):
        if any(map(decomposition, word)):
            yield word


def public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The functions and classes that others may use, with the methods of such classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_has_words(rule: Rule) -> None:
    words = table(f"rules/{rule.code[:3]}")[rule.code]
    assert words["name"].isidentifier()
    for language in LANGUAGES:
        assert all(words[language][part].strip() for part in ("title", "message", "cure", "page"))


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.check], ids=lambda rule: rule.code)
def test_a_rule_has_a_name_and_cases(rule: Rule) -> None:
    assert rule.check
    name = rule.check.__name__
    assert table(f"rules/{rule.code[:3]}")[rule.code]["name"] == name
    assert (rule.check.__doc__ or "").partition("\n\n")[0].endswith(".")
    folders = ("mistakes", "form", "rules/finished", "targets")
    cases = chain.from_iterable((HERE / folder).rglob("*.yaml") for folder in folders)
    mistakes = (file.read_text(encoding="utf-8") for file in cases)
    assert (HERE / "rules" / f"{name}.yaml").is_file() or any(rule.code in text for text in mistakes)


@pytest.mark.parametrize("name", list(table("help")["commands"]))
def test_a_command_has_a_module_and_a_page(name: str) -> None:
    assert (PACKAGE / "commands" / f"{name}_.py").is_file() or (PACKAGE / "commands" / f"{name}.py").is_file()
    page = (HERE / "commands" / f"{name}.md").read_text(encoding="utf-8")
    assert f"% plan {name} --help" in page


def test_every_command_is_in_the_help() -> None:
    modules = {file.stem.removesuffix("_") for file in (PACKAGE / "commands").glob("*.py")} - {"__init_"}
    assert modules == set(table("help")["commands"])


def test_help_imports_only_what_it_needs() -> None:
    code = "import sys; from kehoach.commands.shell.endings import run; run(['--help']); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    loaded = set(said.decode("utf-8", "replace").splitlines()[-1].split())
    assert loaded.isdisjoint(NOT_AT_START)
    assert not {name for name in loaded if name.startswith(("kehoach.reading", "kehoach.writing", "kehoach.rules"))}
