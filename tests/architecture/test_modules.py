"""What every module of `app` owes its reader: a docstring, a bearable length, and no state of its own.

The rule for state. A module may be reloaded and run in several threads, so nothing at its top level may change:
1. A list, dict, set or other container that can change (a display, a comprehension, a call of its constructor) is not
   bound at the top level, except
   a. wrapped so that it cannot change: in `tuple`, `frozenset` or `MappingProxyType`; or
   b. as an ALL_CAPS name annotated `Final[...]` with a type that offers no way to write to it (Mapping, Sequence,
      Collection, Set, Iterable from collections.abc), so that the type checker refuses to; or
   c. as `__all__`.
2. No top-level statement fills a container after it is made: no `NAME[...] = ...`, no `NAME += ...`.
3. Nothing says `global`.
4. Nothing is loaded at import: no top-level statement opens, reads, parses or imports by name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

import pytest

from tests.architecture.code import ROOT, Module, modules

LONGEST: Final = 300  # lines; 250 is what a file wants to stay under
CHANGEABLE: Final = frozenset(
    {"Counter", "OrderedDict", "WeakKeyDictionary", "WeakSet", "WeakValueDictionary"}
    | {"bytearray", "count", "defaultdict", "deque", "dict", "iter", "list", "local", "set"}
)
READ_ONLY: Final = frozenset({"AbstractSet", "Collection", "Iterable", "Mapping", "Sequence", "Set"})
LOADERS: Final = frozenset(
    {"import_module", "load", "loads", "open", "read_bytes", "read_text", "safe_load", "urlopen"}
)


def state(module: Module) -> Iterator[str]:
    """Each breach of the rule for state in a module, as a line of text."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield f"{module.path}:{node.lineno}: 'global' makes a module change"
    for statement in top_level(module.tree.body):
        if isinstance(statement, ast.AugAssign) or _writes_into(statement):
            yield f"{module.path}:{statement.lineno}: a container is filled at the top level"
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and _changeable(statement.value):
            names = [ast.unparse(target) for target in _targets(statement)]
            if names != ["__all__"] and not _read_only_constant(statement):
                yield f"{module.path}:{statement.lineno}: {', '.join(names)} can change"
        for call in _calls(statement):
            if (name := _called(call)) in LOADERS:
                yield f"{module.path}:{call.lineno}: '{name}' loads something at import"


def top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported, those inside `if`, `try` and `with` included."""
    for statement in body:
        if isinstance(statement, ast.If | ast.Try | ast.With | ast.For | ast.While):
            for child in ast.iter_child_nodes(statement):
                inner = child.body if isinstance(child, ast.ExceptHandler) else [child]
                yield from top_level([node for node in inner if isinstance(node, ast.stmt)])
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement


def _targets(statement: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return statement.targets if isinstance(statement, ast.Assign) else [statement.target]


def _writes_into(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and any(isinstance(target, ast.Subscript) for target in statement.targets)


def _changeable(value: ast.expr | None) -> bool:
    """Whether a value is a container that can change, or a plain tuple that holds one."""
    if isinstance(value, ast.Tuple):
        return any(_changeable(item) for item in value.elts)
    if isinstance(value, ast.Call):
        return _called(value) in CHANGEABLE
    displays = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp | ast.GeneratorExp
    return isinstance(value, displays)


def _read_only_constant(statement: ast.Assign | ast.AnnAssign) -> bool:
    """Whether a statement is `NAME: Final[Mapping[...]] = ...` or the like."""
    if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
        return False
    note = statement.annotation
    if not (isinstance(note, ast.Subscript) and ast.unparse(note.value).endswith("Final")):
        return False
    inner = note.slice.value if isinstance(note.slice, ast.Subscript) else note.slice
    return statement.target.id.isupper() and ast.unparse(inner).split(".")[-1] in READ_ONLY


def _calls(statement: ast.stmt) -> Iterator[ast.Call]:
    """The calls that a statement makes when it runs; what stands in a lambda runs later."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node
        waiting.extend(child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.Lambda))


def _called(call: ast.Call) -> str:
    """The last name of what a call calls."""
    return ast.unparse(call.func.value if isinstance(call.func, ast.Subscript) else call.func).split(".")[-1]


def test_no_module_has_state() -> None:
    """Nothing at the top level of a module can change, and nothing is loaded at import."""
    faults = [fault for module in modules() for fault in state(module)]
    assert not faults, "\n".join(["", *faults])


def test_every_module_explains_itself() -> None:
    """Each module begins with a docstring."""
    assert [module.path for module in modules() if not ast.get_docstring(module.tree)] == []


def test_no_module_is_too_long() -> None:
    """No module is longer than 300 lines."""
    lengths = {module.path: len(module.text.splitlines()) for module in modules()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_nothing_is_called_utils() -> None:
    """No module is named after nothing in particular."""
    vague = {"common", "helper", "helpers", "misc", "util", "utils"}
    assert [module.path for module in modules() if vague & set(module.name.split("."))] == []


def test_every_test_says_what_holds() -> None:
    """Each test has a docstring, and that is a sentence."""
    silent = [
        f"{module.path}:{node.lineno}: {node.name}"
        for module in modules(ROOT / "tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        if not (ast.get_docstring(node) or "").endswith(".")
    ]
    assert not silent, "\n".join(["", *silent])


@pytest.mark.parametrize(
    "text",
    [
        "CACHE = {}",
        "cache: dict[str, int] = {}",
        "NAMES = ['a']",
        "NAMES: Final = ['a']",
        "NAMES: Final[list[str]] = ['a']",
        "names: Final[Sequence[str]] = ['a']",
        "PAIR = ('a', [])",
        "SEEN = set()",
        "BY_NAME = collections.defaultdict(list)",
        "BY_NAME = dict[str, int]()",
        "LOCAL = threading.local()",
        "SQUARES = {n: n * n for n in range(3)}",
        "if DEBUG:\n    LOG = []",
        "try:\n    import fast\nexcept ImportError:\n    FALLBACKS = []",
        "REGISTRY['csv'] = write",
        "__all__ += ['more']",
        "def f():\n    global counter\n    counter = 1",
        "TEXT = Path('data.yaml').read_text()",
        "with open('data.yaml') as file:\n    DATA = tuple(yaml.safe_load(file))",
    ],
)
def test_state_is_seen(text: str) -> None:
    """The rule's check sees state in each of the ways it is usually written."""
    assert list(state(Module.parse("app.model.claim", text)))


@pytest.mark.parametrize(
    "text",
    [
        "__all__ = ['a']",
        "NAMES = ('a', 'b')",
        "NAMES = frozenset({'a'})",
        "NAMES = tuple(sorted({'a'}))",
        "BY_NAME = MappingProxyType({'a': 1})",
        "BY_NAME: Final[Mapping[str, int]] = {'a': 1}",
        "NAMES: Final[collections.abc.Sequence[str]] = ['a']",
        "router = APIRouter(tags=['claims'])",
        "def f():\n    cache = {}\n    return open('file')",
        "class A:\n    def f(self):\n        self.cache = {}",
        "load = lambda: open('file')",
    ],
)
def test_a_constant_passes(text: str) -> None:
    """The rule's check lets pass what cannot change, and what lives inside a function."""
    assert list(state(Module.parse("app.model.claim", text))) == []
