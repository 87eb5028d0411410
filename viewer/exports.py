"""Exports from the workbench: `bozzetto export` as a process of its own, and the files that it wrote.

Files go to `export/` in the run folder, as the command's own do; `mesh_report.json` there lists those of the last one.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from bozzetto.viewer.commands import Commands
from bozzetto.viewer.store import read_object

FORMATS = ("glb", "obj", "ply", "stl", "3mf", "usd", "usda", "usdz")
TARGETS = {
    "": "As it is",
    "unity": "Unity",
    "unreal": "Unreal",
    "blender": "Blender",
    "ar": "AR",
    "print": "3D print",
    "film": "Film",
}
"""Presets of `bozzetto export`, and what they are called."""
PIVOTS_AND_AXES = {
    "": "Metres, Y up, where the run has it",
    "unity": "Metres, Y up, on the floor, with a collision hull",
    "unreal": "Centimetres, Z up (glTF: metres, Y up), on the floor, with a collision hull",
    "blender": "Metres, Z up (glTF: Y up), on the floor",
    "ar": "0.5 m, Y up, on the floor, textures up to 2048",
    "print": "100 mm, Z up, on the plate, closed",
    "film": "Centimetres, Y up, on the floor",
}
"""Units, up axis and pivot that a target implies."""
BYTES_A_FACE = {"glb": 38, "obj": 95, "ply": 34, "stl": 50, "3mf": 14, "usd": 40, "usda": 110, "usdz": 40}
"""Of files of this project's runs, without their textures; measured over a dozen."""
BYTES_A_TEXEL = 0.62
"""Of a PNG of base colour."""
TEXTURED = ("glb", "obj", "3mf", "usd", "usda", "usdz")
PIVOTS = ("keep", "center", "bottom")
UNITS = ("m", "cm", "mm", "in", "ft")
OWN_FRAME = ("glb", "3mf")
"""Formats that fix their units and axes."""
MAX_LODS = 4
TURNTABLE_FRAMES = 48
QUADS = 2000
REPORT = "mesh_report.json"


@dataclass(frozen=True)
class ExportRequest:
    """Settings of an export."""

    formats: tuple[str, ...] = ()
    """Of FORMATS; empty takes those of the target."""
    target: str = ""
    """Of TARGETS."""
    size: float = 0.0
    """Longest side in metres; 0 leaves it to the target."""
    lods: int = 0
    """Further levels of detail, up to MAX_LODS."""
    faces: int = 0
    """Faces to keep; 0 leaves it to the run's configuration."""
    texture: int = 0
    """Edge of the texture in texels; 0 leaves it to the run's configuration."""
    collision: bool = False
    """Also a convex hull; some targets make one anyway."""
    maps: str = ""
    """`none`, `normal`, `occlusion` or `both`; empty leaves it to the target."""
    turntable: bool = False
    """A turn of the mesh and of the field, as animations."""
    quads: int = 0
    """Faces of a quad-dominant version; 0 makes none."""
    pivot: str = ""
    """Of PIVOTS; empty leaves it to the target."""
    units: str = ""
    """Of UNITS, in the files whose format lets one choose; empty leaves it to the target."""
    up: str = ""
    """`y` or `z`, in the same files; empty leaves it to the target."""

    def arguments(self) -> list[str]:
        """Of the command `bozzetto export`."""
        arguments = ["--quiet", "--report", "yes", "--lods", str(self.lods)]
        if self.formats:
            arguments += ["--format", ",".join(self.formats)]
        if self.target:
            arguments += ["--preset", self.target]
        if self.size > 0:
            arguments += ["--size", f"{self.size:g}"]
        if self.faces:
            arguments += ["--faces", str(self.faces)]
        if self.texture:
            arguments += ["--texture", str(self.texture)]
        if self.collision:
            arguments.append("--collision")
        if self.maps:
            arguments += ["--maps", self.maps]
        if self.turntable:
            arguments += ["--turntable", str(TURNTABLE_FRAMES)]
        if self.quads:
            arguments += ["--quads", str(self.quads)]
        if self.pivot:
            arguments += ["--pivot", self.pivot]
        if self.units:
            arguments += ["--file-units", self.units]
        if self.up:
            arguments += ["--file-up", self.up]
        return arguments


def quads_offered() -> bool:
    """Whether the package that makes quads is installed."""
    return importlib.util.find_spec("pyinstantmeshes") is not None


def export(commands: Commands, run: Path, request: ExportRequest) -> bool:
    """Starts an export, unless one of that run is running.

    Args:
        commands: carries it out; `commands.status(run)` tells its state.
        run: the run folder, absolute.
        request: what to export.
    Returns:
        Whether it was started.
    """
    return commands.start(run, ["export", str(run), *request.arguments()])


def export_mesh(commands: Commands, source: Path, request: ExportRequest) -> bool:
    """Starts the export of somebody's mesh into `export/` beside it, unless one of it is running.

    Args:
        commands: carries it out; `commands.status(source.parent)` tells its state.
        source: the mesh file, absolute.
        request: what to export.
    Returns:
        Whether it was started.
    """
    folder = source.parent / "export"
    return commands.start(source.parent, ["export", str(source), "--out", str(folder), *request.arguments()])


def estimated_bytes() -> dict[str, list[float]]:
    """By format, [bytes a face, bytes a texel]: what a file will have, about."""
    return {name: [BYTES_A_FACE[name], BYTES_A_TEXEL if name in TEXTURED else 0.0] for name in FORMATS}


def exported_files(run: Path) -> list[Path]:
    """The files of the last export of a run, its reports at the end; none that its report does not name."""
    folder = run / "export"
    report = read_object(folder / REPORT)
    names = report.get("files")
    if not isinstance(names, dict):
        return []
    files = [folder / name for name in names if isinstance(name, str) and Path(name).name == name]
    files += [folder / REPORT, folder / "mesh_report.html"]
    return [path for path in files if path.is_file() and not path.is_symlink()]
