"""What programs that are not ours find in a file: counts, bounds and materials by trimesh, Assimp and usd-core."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import trimesh

from bozzetto.export.files.usd import usd_available
from bozzetto.export.mesh.mesh import Array

TIME_LIMIT = 60.0


@dataclass(frozen=True)
class Reading:
    """A file as a reader sees it, in the file's own units and axes."""

    faces: int
    bounds: Array
    """[2, 3], lowest and highest corner."""
    materials: int
    """Materials with at least one picture, or a colour of their own."""
    textures: int
    """Pictures; 0 where the reader does not say."""


def read_by_trimesh(path: Path) -> Reading:
    """GLB, OBJ, PLY, STL, 3MF."""
    scene = trimesh.load_scene(path, process=False)
    bodies = [g for g in scene.geometry.values() if isinstance(g, trimesh.Trimesh)]
    kinds = [getattr(body.visual, "material", None) for body in bodies]
    pictures = [
        getattr(material, name)
        for material in kinds
        for name in ("baseColorTexture", "normalTexture", "occlusionTexture", "image")
        if getattr(material, name, None) is not None
    ]
    materials = sum(material is not None for material in kinds)
    return Reading(sum(len(body.faces) for body in bodies), np.asarray(scene.bounds), materials, len(pictures))


def read_by_assimp(path: Path) -> Reading:
    """GLB, OBJ, PLY, STL, 3MF.

    Raises:
        FileNotFoundError: Assimp's command is not installed.
        ValueError: it cannot read the file.
    """
    command = shutil.which("assimp")
    if command is None:
        raise FileNotFoundError("assimp is not installed: apt-get install assimp-utils")
    done = subprocess.run([command, "info", str(path)], capture_output=True, text=True, timeout=TIME_LIMIT)
    if done.returncode != 0:
        raise ValueError(f"assimp cannot read {path}: {(done.stdout + done.stderr).strip()[-300:]}")

    def number(name: str) -> int:
        match = re.search(rf"^{re.escape(name)}:\s+(\d+)", done.stdout, re.MULTILINE)
        return int(match.group(1)) if match else 0

    def corner(name: str) -> list[float]:
        match = re.search(rf"^{name}\s*\(([^)]*)\)", done.stdout, re.MULTILINE)
        if match is None:
            raise ValueError(f"assimp says no {name} of {path}")
        return [float(value) for value in match.group(1).split()]

    bounds = np.array([corner("Minimum point"), corner("Maximum point")])
    return Reading(number("Faces"), bounds, number("Materials"), number("Textures (embed.)"))


def read_by_usd(path: Path) -> Reading:
    """USD and USDZ: faces, world bounds, bound materials, and textures that resolve."""
    if not usd_available():
        raise FileNotFoundError("usd-core is not installed: pip install 'bozzetto[usd]'")
    from pxr import Usd, UsdGeom, UsdShade

    stage = Usd.Stage.Open(str(path))
    if stage is None:
        raise ValueError(f"usd-core cannot open {path}")
    box = UsdGeom.BBoxCache(Usd.TimeCode.Default(), [UsdGeom.Tokens.default_]).ComputeWorldBound(stage.GetPseudoRoot())
    limits = box.ComputeAlignedRange()
    faces, materials, textures = 0, set(), 0
    for prim in stage.Traverse():
        if prim.IsA(UsdGeom.Mesh):
            faces += len(UsdGeom.Mesh(prim).GetFaceVertexCountsAttr().Get())
            material, _ = UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()
            if material:
                materials.add(str(material.GetPath()))
        if prim.IsA(UsdShade.Shader):
            file = UsdShade.Shader(prim).GetInput("file")
            textures += bool(file and file.Get() and file.Get().resolvedPath)
    return Reading(faces, np.array([limits.GetMin(), limits.GetMax()]), len(materials), textures)


READERS: dict[str, tuple[Callable[[Path], Reading], ...]] = {
    **{kind: (read_by_trimesh, read_by_assimp) for kind in ("glb", "obj", "ply", "stl", "3mf")},
    **{kind: (read_by_usd,) for kind in ("usd", "usda", "usdz")},
}


def disagreements(path: Path, faces: int, bounds: Array, textures: int | None = None) -> list[str]:
    """What outside readers say of a file that is not so.

    Args:
        path: of the file.
        faces: that it should hold.
        bounds: [2, 3] that it should have, in the file's units and axes.
        textures: pictures that a GLB, USD or USDZ should hold; None does not ask.

    Returns:
        One sentence each; empty when all agree.
    """
    said = []
    kind = path.suffix.lstrip(".")
    for read in READERS[kind]:
        name = read.__name__.removeprefix("read_by_")
        try:
            reading = read(path)
        except ValueError as error:
            said.append(str(error))
            continue
        if reading.faces != faces:
            said.append(f"{name} finds {reading.faces} faces in {path.name}, not {faces}")
        # Assimp prints six digits.
        if not np.allclose(reading.bounds, bounds, atol=2e-5 * float(np.ptp(bounds))):
            said.append(
                f"{name} finds bounds {reading.bounds.tolist()} in {path.name}, not {np.asarray(bounds).tolist()}"
            )
        if textures is not None and kind in ("glb", "usd", "usda", "usdz") and reading.textures != textures:
            said.append(f"{name} finds {reading.textures} pictures in {path.name}, not {textures}")
        if kind in ("glb", "usd", "usda", "usdz") and reading.materials != 1:
            said.append(f"{name} finds {reading.materials} materials in {path.name}, not 1")
    return said


def arkit_faults(path: Path) -> list[str]:
    """What ARKit would refuse in a USDZ, by the rules of usdchecker's ARKit profile, which usd-core no longer ships.

    A package of one binary root layer with +Y up and everything inside; pictures PNG or JPEG; no prims but those of a
    transform, mesh, material and shader; the shaders UsdPreviewSurface, UsdUVTexture, UsdTransform2d and
    UsdPrimvarReader only; and no fault by usd-core's own validators.

    Args:
        path: of the package.

    Returns:
        One sentence each; empty when it passes.
    """
    import zipfile

    from pxr import Usd, UsdGeom, UsdShade, UsdValidation

    said = []
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    if not names[0].endswith(".usdc"):
        said.append(f"the first file is {names[0]}, not a binary layer (.usdc)")
    said += [
        f"{name} is no binary layer, PNG or JPEG" for name in names if not name.endswith((".usdc", ".png", ".jpg"))
    ]
    stage = Usd.Stage.Open(str(path))
    if UsdGeom.GetStageUpAxis(stage) != UsdGeom.Tokens.y:
        said.append(f"the stage's up axis is {UsdGeom.GetStageUpAxis(stage)}, not Y")
    layers = [layer.identifier for layer in stage.GetUsedLayers() if layer != stage.GetSessionLayer()]
    said += [f"{layer} lies outside the package" for layer in layers if not layer.startswith(str(path))]
    prims = ("", "Xform", "Scope", "Mesh", "Material", "Shader", "Camera", "GeomSubset")
    for prim in stage.Traverse():
        if prim.GetTypeName() not in prims:
            said.append(f"{prim.GetPath()} is a {prim.GetTypeName()}")
        if prim.IsA(UsdShade.Shader):
            shader = UsdShade.Shader(prim).GetIdAttr().Get() or ""
            known = ("UsdPreviewSurface", "UsdUVTexture", "UsdTransform2d")
            if shader not in known and not shader.startswith("UsdPrimvarReader"):
                said.append(f"{prim.GetPath()} is the shader {shader!r}")
            file = UsdShade.Shader(prim).GetInput("file")
            if file and not str(file.Get().resolvedPath).startswith(str(path)):
                said.append(f"{prim.GetPath()} names {file.Get().path}, which is not in the package")
        if prim.IsA(UsdGeom.Mesh) and not UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()[0]:
            said.append(f"{prim.GetPath()} has no material")
    registry = UsdValidation.ValidationRegistry()
    errors = UsdValidation.ValidationContext(registry.GetOrLoadAllValidators()).Validate(stage)
    return said + [error.GetMessage() for error in errors]
