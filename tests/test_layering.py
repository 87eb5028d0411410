"""The arrows between the rooms, read from the source by `ast`; the canaries prove that each kind of breach is seen."""

import ast
import functools
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("nerf", "sds", "export", "jobs", "viewer", "service", "foundry", "bench")
# For each room, the rooms that it must never import; `api` is what `import bozzetto` shows.
FORBIDDEN = {
    "nerf": {"sds", "export", "jobs", "viewer", "service", "foundry", "bench", "api"},
    "sds": {"nerf", "export", "jobs", "viewer", "service", "foundry", "bench", "api"},
    "export": {"nerf", "sds", "jobs", "viewer", "service", "foundry", "bench", "api"},
    "jobs": {"viewer", "service", "foundry", "bench", "api"},
    # Which may lay the service's routes beside its own (`bozzetto view --api`).
    "viewer": {"nerf", "sds", "export", "foundry", "bench", "api"},
    "service": {"nerf", "sds", "export", "viewer", "foundry", "bench", "api"},
    "foundry": {"viewer", "service", "bench", "api"},
    "bench": set(),
}
# Inside these rooms, a room by concern imports only those before it.
ORDER = {
    "export": ("mesh", "surface", "texture", "files", "material", "package"),
    "jobs": ("config", "store", "train", "bake", "pipeline", "teach", "queue", "cli"),
}


@functools.cache
def imports(source: str, module: str, is_package: bool = False) -> frozenset[tuple[str, int]]:
    """What `source` imports, as dotted names with line numbers.

    Args:
        source: text of the module.
        module: its dotted name, needed to resolve relative imports.
        is_package: whether the text is that of an `__init__.py`.
    Returns:
        (name, line) of each `import`, `from`, `__import__` and `import_module` with a literal name; `from a import b`
        gives `a.b`, which may be a module or a name in one.
    """
    found: set[tuple[str, int]] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {(alias.name, node.lineno) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parts: list[str] = []
            if node.level:
                parts = module.split(".") if is_package else module.split(".")[:-1]
                parts = parts[: len(parts) - (node.level - 1)]
            start = ".".join([*parts, *([node.module] if node.module else [])])
            found |= {(f"{start}.{alias.name}", node.lineno) for alias in node.names}
        elif isinstance(node, ast.Call) and node.args:
            callee = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            literal = node.args[0]
            if callee in ("__import__", "import_module") and isinstance(literal, ast.Constant):
                found.add((str(literal.value), node.lineno))
    return frozenset(found)


def modules(root: Path) -> dict[str, Path]:
    """The modules of the rooms under `root`: dotted name -> file."""
    found = {}
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            parts = list(path.relative_to(root).with_suffix("").parts)
            found[".".join(["bozzetto", *(parts[:-1] if parts[-1] == "__init__" else parts)])] = path
    return found


def breaches(root: Path) -> list[str]:
    """Every import in the rooms under `root` that goes against the arrows, as `file:line: room imports other`."""
    result = []
    for module, path in modules(root).items():
        room, *inner = module.split(".")[1:]
        for name, line in sorted(imports(path.read_text(encoding="utf-8"), module, path.name == "__init__.py")):
            first, *rest = name.split(".")
            problem = ""
            if first in (*ROOMS, "tests"):
                problem = f"{room} imports {first}"
            elif first == "bozzetto" and rest and rest[0] in FORBIDDEN[room]:
                problem = f"{room} imports {rest[0]}"
            elif first == "bozzetto" and room in ORDER and inner and len(rest) > 1 and rest[0] == room:
                order = ORDER[room]
                if inner[0] in order and rest[1] in order and order.index(rest[1]) > order.index(inner[0]):
                    problem = f"{room}.{inner[0]} imports {room}.{rest[1]}"
            if problem:
                result.append(f"{path.relative_to(root)}:{line}: {problem}")
    return result


def circles(root: Path) -> list[list[str]]:
    """Modules that import each other in a circle, imports inside functions included; each circle once."""
    files = modules(root)
    graph: dict[str, set[str]] = {}
    for module, path in files.items():
        names = {name for name, _ in imports(path.read_text(encoding="utf-8"), module, path.name == "__init__.py")}
        graph[module] = {
            target
            for name in names
            for target in (name, name.rpartition(".")[0])
            if target in files and target != module and (target == name or name not in files)
        }
    found, done = [], set()

    def walk(module: str, trail: list[str]) -> None:
        if module in trail:
            found.append(trail[trail.index(module) :])
            return
        if module in done:
            return
        for target in sorted(graph[module]):
            walk(target, [*trail, module])
        done.add(module)

    for module in graph:
        walk(module, [])
    return found


def test_rooms_keep_to_the_arrows():
    assert breaches(ROOT) == []


def test_no_modules_import_each_other_in_a_circle():
    assert circles(ROOT) == []


def test_every_folder_of_modules_is_a_package_that_is_installed():
    tomllib = pytest.importorskip("tomllib", reason="Python 3.10 has no TOML reader")

    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    folders = {path.parent for room in ROOMS for path in (ROOT / room).rglob("*.py")}
    assert {f"bozzetto.{'.'.join(folder.relative_to(ROOT).parts)}" for folder in folders} == set(tools["packages"]) - {
        "bozzetto"
    }
    assert all((folder / "__init__.py").is_file() for folder in folders)
    assert tools["package-dir"] == {f"bozzetto.{room}": room for room in ROOMS}


def test_links_say_what_the_package_list_says():
    links = {path.name: os.readlink(path) for path in (ROOT / "bozzetto").iterdir() if path.is_symlink()}
    assert links == {room: f"../{room}" for room in ROOMS}


def test_rooms_by_concern_are_all_in_order():
    for room, order in ORDER.items():
        assert {path.parent.name for path in (ROOT / room).glob("*/__init__.py")} == set(order)
        assert {path.name for path in (ROOT / room).glob("*.py")} == {"__init__.py"}


def test_sources_do_not_use_pickle():
    for module, path in modules(ROOT).items():
        found = imports(path.read_text(encoding="utf-8"), module, path.name == "__init__.py")
        names = {name.split(".")[0] for name, _ in found}
        assert not names & {"pickle", "dill", "cloudpickle", "joblib"}, path


@pytest.mark.parametrize(
    ("place", "line", "breach"),
    [
        ("nerf", "import bozzetto.sds", "nerf imports sds"),
        ("nerf", "import bozzetto.sds.schedule as s", "nerf imports sds"),
        ("service", "from bozzetto.viewer import auth", "service imports viewer"),
        ("service", "from bozzetto.export.files import read", "service imports export"),
        ("jobs/cli", "from bozzetto.service import server", "jobs imports service"),
        ("sds", "from bozzetto.nerf.cameras import Cameras", "sds imports nerf"),
        ("sds", "from bozzetto import nerf", "sds imports nerf"),
        ("export/mesh", "def f():\n    from bozzetto.jobs.train import loop", "export imports jobs"),
        ("jobs/config", "from bozzetto.viewer import app", "jobs imports viewer"),
        ("nerf", "from ..export import files", "nerf imports export"),
        ("sds", "from .. import jobs", "sds imports jobs"),
        ("export/mesh", "import importlib\nimportlib.import_module('bozzetto.nerf.field')", "export imports nerf"),
        ("sds", "__import__('bozzetto.foundry')", "sds imports foundry"),
        ("jobs/store", "import nerf.field", "jobs imports nerf"),
        ("jobs/store", "from bozzetto.jobs.train.loop import train", "jobs.store imports jobs.train"),
        ("export/mesh", "from ..files import read", "export.mesh imports export.files"),
        ("bench", "from tests.jobs import known_object", "bench imports tests"),
    ],
)
def test_canary_a_planted_breach_is_seen(tmp_path, place, line, breach):
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "clean.py").write_text("import math\nfrom . import inner\n")
    assert breaches(tmp_path) == []
    (tmp_path / place / "planted.py").write_text(line + "\n")
    found = breaches(tmp_path)
    assert len(found) == 1 and found[0].startswith(f"{place}/planted.py") and found[0].endswith(breach)


def test_canary_a_planted_circle_is_seen(tmp_path):
    (tmp_path / "nerf").mkdir()
    (tmp_path / "nerf" / "a.py").write_text("from bozzetto.nerf.b import x\n")
    (tmp_path / "nerf" / "b.py").write_text("from bozzetto.nerf import c\n")
    (tmp_path / "nerf" / "c.py").write_text("x = 1\n")
    assert circles(tmp_path) == []
    (tmp_path / "nerf" / "c.py").write_text("def f():\n    import bozzetto.nerf.a\n")
    assert circles(tmp_path) == [["bozzetto.nerf.a", "bozzetto.nerf.b", "bozzetto.nerf.c"]]


def kinds_of_priors_asked(source: str) -> list[str]:
    """The protocols of `bozzetto.sds.prior` that code asks an object for."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            found += [name.id for name in ast.walk(node.args[1]) if isinstance(name, ast.Name)]
    return [name for name in found if name.endswith("Prior") and name in PROTOCOLS]


PROTOCOLS = {
    node.name
    for node in ast.parse((ROOT / "sds" / "prior.py").read_text()).body
    if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Protocol" for base in node.bases)
}


def test_one_place_asks_what_a_prior_can_do():
    assert {"LatentPrior", "TrainablePrior"} < PROTOCOLS
    assert kinds_of_priors_asked("isinstance(x, LatentPrior | int)") == ["LatentPrior"], "the canary"
    asked = {
        path.relative_to(ROOT): kinds_of_priors_asked(path.read_text())
        for room in ("sds", "jobs", "viewer", "service", "bench")
        for path in (ROOT / room).rglob("*.py")
    }
    assert [str(path) for path, kinds in asked.items() if kinds] == [str(Path("sds") / "prior.py")]
