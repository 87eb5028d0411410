"""The arrows between the rooms, read from the source by `ast`; the canaries prove that each kind of breach is seen."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("nerf", "sds", "export", "jobs", "viewer", "foundry", "bench")
# For each room, the rooms that it must never import. `tests` is in all: nothing shipped may lean on the tests.
FORBIDDEN = {
    "nerf": {"sds", "export", "jobs", "viewer", "foundry", "bench", "bozzetto", "tests"},
    "sds": {"nerf", "export", "jobs", "viewer", "foundry", "bench", "bozzetto", "tests"},
    "export": {"nerf", "sds", "jobs", "viewer", "foundry", "bench", "bozzetto", "tests"},
    "jobs": {"viewer", "foundry", "bench", "bozzetto", "tests"},
    "viewer": {"nerf", "sds", "export", "foundry", "bench", "tests"},
    "foundry": {"viewer", "bench", "bozzetto", "tests"},
    "bench": {"tests"},
}


def imported_rooms(source: str, module: str, is_package: bool = False) -> set[tuple[str, int]]:
    """The top-level packages that `source` imports, with line numbers.

    Args:
        source: text of the module.
        module: its dotted name, needed to resolve relative imports.
        is_package: whether the text is that of an `__init__.py`.
    Returns:
        (top-level name, line) of each `import`, `from`, `__import__` and `import_module` with a literal name.
    """
    found: set[tuple[str, int]] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {(alias.name.split(".")[0], node.lineno) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                found.add(((node.module or "").split(".")[0], node.lineno))
                continue
            parts = module.split(".") if is_package else module.split(".")[:-1]
            parts = parts[: len(parts) - (node.level - 1)]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            # A relative import that climbs out of its room lands on a sibling of the rooms.
            found |= {(".".join([*parts, name]).split(".")[0], node.lineno) for name in names}
        elif isinstance(node, ast.Call) and node.args:
            callee = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            literal = node.args[0]
            if callee in ("__import__", "import_module") and isinstance(literal, ast.Constant):
                found.add((str(literal.value).split(".")[0], node.lineno))
    return found


def breaches(root: Path) -> list[str]:
    """Every import in the rooms under `root` that goes against the arrows, as `file:line: room imports other`."""
    result = []
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            parts = list(path.relative_to(root).with_suffix("").parts)
            is_package = parts[-1] == "__init__"
            module = ".".join(parts[:-1] if is_package else parts)
            for name, line in sorted(imported_rooms(path.read_text(encoding="utf-8"), module, is_package)):
                if name in FORBIDDEN[room]:
                    result.append(f"{path.relative_to(root)}:{line}: {room} imports {name}")
    return result


def test_rooms_keep_to_the_arrows():
    assert breaches(ROOT) == []


def test_every_package_of_the_tree_is_a_room():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= set(ROOMS) | {"tests"}, "a new room needs its arrows in FORBIDDEN"
    assert {"nerf", "sds", "export", "jobs"} <= packages


def test_sources_do_not_use_pickle():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            names = {name for name, _ in imported_rooms(path.read_text(encoding="utf-8"), "x")}
            assert not names & {"pickle", "dill", "cloudpickle", "joblib"}, path


@pytest.mark.parametrize(
    ("room", "line", "breach"),
    [
        ("nerf", "import sds", "sds"),
        ("nerf", "import sds.schedule as s", "sds"),
        ("sds", "from nerf.cameras import Cameras", "nerf"),
        ("export", "def f():\n    from jobs import train", "jobs"),
        ("jobs", "from viewer import app", "viewer"),
        ("nerf", "from ..export import files", "export"),
        ("sds", "from .. import jobs", "jobs"),
        ("export", "import importlib\nimportlib.import_module('nerf.field')", "nerf"),
        ("sds", "__import__('foundry')", "foundry"),
    ],
)
def test_canary_a_planted_breach_is_seen(tmp_path, room, line, breach):
    (tmp_path / room / "inner").mkdir(parents=True)
    (tmp_path / room / "clean.py").write_text("import math\nfrom . import inner\n")
    assert breaches(tmp_path) == []
    (tmp_path / room / "planted.py").write_text(line + "\n")
    found = breaches(tmp_path)
    assert len(found) == 1 and found[0].startswith(f"{room}/planted.py") and found[0].endswith(f"imports {breach}")
