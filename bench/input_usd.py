"""USD files of the kinds that programs write, made from the same truth; they need usd-core."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.bench.input_cases import Case, Check, Maker, box, colors, picture, shape, shown_at, spots
from bozzetto.export.files.materials import srgb_to_linear
from bozzetto.export.files.read import Source
from bozzetto.export.files.usd import usd_available

Build = Callable[[Any], None]
"""Writes into an open Usd.Stage."""
TONE = np.array([200, 100, 50]) / 255
SURFACE = "UsdPreviewSurface"


def stage(build: Build, *, up: str = "Y", unit: float = 1.0) -> Maker:
    """Writes a text layer, with the test picture beside it."""

    def make(folder: Path) -> Path:
        from pxr import Usd, UsdGeom

        (folder / "tex").mkdir()
        (folder / "tex" / "t.png").write_bytes(picture())
        made = Usd.Stage.CreateNew(str(folder / "in.usda"))
        UsdGeom.SetStageUpAxis(made, up)
        UsdGeom.SetStageMetersPerUnit(made, unit)
        build(made)
        made.Save()
        return folder / "in.usda"

    return make


def _mesh(made: Any, path: str = "/Box", scale: float = 1.0, **primvars: Any) -> Any:
    """The box, with its coordinates as `st` or under other names."""
    from pxr import Sdf, UsdGeom

    vertices, uv, faces = box()
    mesh = UsdGeom.Mesh.Define(made, path)
    mesh.CreatePointsAttr([tuple(v) for v in (vertices * scale).tolist()])
    mesh.CreateFaceVertexCountsAttr([3] * len(faces))
    mesh.CreateFaceVertexIndicesAttr(faces.reshape(-1).tolist())
    mesh.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    api = UsdGeom.PrimvarsAPI(mesh)
    for name, values in (primvars or {"st": uv}).items():
        primvar = api.CreatePrimvar(name, Sdf.ValueTypeNames.TexCoord2fArray, UsdGeom.Tokens.vertex)
        primvar.Set([(u, 1 - v) for u, v in np.asarray(values).tolist()])
    return mesh


def _material(
    made: Any, mesh: Any, *, varname: str = "st", file: str = "./tex/t.png", transform: dict[str, Any] | None = None,
    through: bool = False, **inputs: Any,
) -> Any:  # fmt: skip
    """A preview surface with the test picture, bound to a mesh.

    Args:
        through: the shader reads the material's own interface.
        inputs: constants of the surface; a diffuseColor stands instead of the picture.
    """
    from pxr import Sdf, UsdShade

    kinds = Sdf.ValueTypeNames
    material = UsdShade.Material.Define(made, "/Look")
    surface = UsdShade.Shader.Define(made, "/Look/surface")
    surface.CreateIdAttr(SURFACE)
    material.CreateSurfaceOutput().ConnectToSource(surface.ConnectableAPI(), "surface")
    for name, value in inputs.items():
        kind = kinds.Color3f if isinstance(value, tuple) else kinds.Float
        target = surface.CreateInput(name, kind)
        if through:
            outer = material.CreateInput(name, kind)
            outer.Set(value)
            target.ConnectToSource(outer)
        else:
            target.Set(value)
    if "diffuseColor" not in inputs:
        reader = UsdShade.Shader.Define(made, "/Look/reader")
        reader.CreateIdAttr("UsdPrimvarReader_float2")
        name = reader.CreateInput("varname", kinds.Token)
        if through:
            outer = material.CreateInput("set", kinds.Token)
            outer.Set(varname)
            name.ConnectToSource(outer)
        else:
            name.Set(varname)
        reader.CreateOutput("result", kinds.Float2)
        source = reader
        if transform is not None:
            source = UsdShade.Shader.Define(made, "/Look/transform")
            source.CreateIdAttr("UsdTransform2d")
            for key, value in transform.items():
                source.CreateInput(key, kinds.Float if key == "rotation" else kinds.Float2).Set(value)
            source.CreateInput("in", kinds.Float2).ConnectToSource(reader.ConnectableAPI(), "result")
            source.CreateOutput("result", kinds.Float2)
        texture = UsdShade.Shader.Define(made, "/Look/texture")
        texture.CreateIdAttr("UsdUVTexture")
        texture.CreateInput("file", kinds.Asset).Set(file)
        for wrap in ("wrapS", "wrapT"):
            texture.CreateInput(wrap, kinds.Token).Set("repeat")
        texture.CreateInput("st", kinds.Float2).ConnectToSource(source.ConnectableAPI(), "result")
        texture.CreateOutput("rgb", kinds.Float3)
        surface.CreateInput("diffuseColor", kinds.Color3f).ConnectToSource(texture.ConnectableAPI(), "rgb")
    UsdShade.MaterialBindingAPI.Apply(mesh.GetPrim()).Bind(material)
    return material


def _second_set(made: Any) -> None:
    _material(made, _mesh(made, st=np.full((24, 2), 0.25), lightmap=box()[1]), varname="lightmap")


def _moving(made: Any) -> None:
    """Points and place have samples in time alone."""
    from pxr import UsdGeom

    mesh = _mesh(made)
    points = mesh.GetPointsAttr()
    rest = points.Get()
    points.Clear()
    move = UsdGeom.Xformable(mesh).AddTranslateOp()
    for time in (1.0, 5.0):
        points.Set(rest, time)
        move.Set((0.0, time, 0.0), time)
    made.SetStartTimeCode(1)
    made.SetEndTimeCode(5)


def _instances(made: Any) -> None:
    """Three instances of which one is masked; the prototype stands at another place and is itself not shown."""
    from pxr import Gf, UsdGeom

    instancer = UsdGeom.PointInstancer.Define(made, "/Many")
    UsdGeom.Xformable(instancer).AddTranslateOp().Set((0.0, 1.0, 0.0))
    UsdGeom.Xform.Define(made, "/Many/Proto")
    UsdGeom.Xformable(_mesh(made, "/Many/Proto/Box")).AddTranslateOp().Set((0.0, 0.0, 2.0))
    instancer.CreatePrototypesRel().SetTargets(["/Many/Proto"])
    instancer.CreateProtoIndicesAttr([0, 0, 0])
    instancer.CreatePositionsAttr([(0, 0, 0), (3, 0, 0), (60, 0, 0)])
    instancer.CreateOrientationsAttr([Gf.Quath(1, 0, 0, 0)] * 3)
    instancer.CreateScalesAttr([(1, 1, 1), (1, 2, 1), (1, 1, 1)])
    instancer.CreateIdsAttr([0, 1, 2])
    instancer.InvisId(2, 0)


def _skin(made: Any) -> None:
    """A joint that lifts by 2 at rest; what the mesh's own node says does not count."""
    from pxr import Gf, UsdGeom, UsdSkel

    UsdSkel.Root.Define(made, "/Root")
    skeleton = UsdSkel.Skeleton.Define(made, "/Root/Skeleton")
    skeleton.CreateJointsAttr(["a"])
    skeleton.CreateBindTransformsAttr([Gf.Matrix4d(1)])
    skeleton.CreateRestTransformsAttr([Gf.Matrix4d(1).SetTranslate((0, 2, 0))])
    mesh = _mesh(made, "/Root/Box")
    UsdGeom.Xformable(mesh).AddTranslateOp().Set((9.0, 9.0, 9.0))
    binding = UsdSkel.BindingAPI.Apply(mesh.GetPrim())
    binding.CreateSkeletonRel().SetTargets(["/Root/Skeleton"])
    binding.CreateJointIndicesPrimvar(False, 1).Set([0] * 24)
    binding.CreateJointWeightsPrimvar(False, 1).Set([1.0] * 24)


def _not_drawn(made: Any) -> None:
    """Beside the box one that is invisible, a stand-in and a guide, and one under an instance that is drawn."""
    from pxr import UsdGeom

    _mesh(made)
    for number, change in enumerate(("invisible", "proxy", "guide")):
        mesh = _mesh(made, f"/Other{number}", 9.0)
        image = UsdGeom.Imageable(mesh)
        if change == "invisible":
            image.MakeInvisible()
        else:
            image.CreatePurposeAttr(change)


def _left_handed(made: Any) -> None:
    from pxr import UsdGeom

    mesh = _mesh(made)
    mesh.CreateFaceVertexIndicesAttr(box()[2][:, ::-1].reshape(-1).tolist())
    mesh.CreateOrientationAttr(UsdGeom.Tokens.leftHanded)


def _subsets(made: Any) -> None:
    """Half of the faces have a material of their own, the rest what the mesh shows."""
    from pxr import UsdGeom, UsdShade

    mesh = _mesh(made)
    _display(mesh, [tuple(srgb_to_linear(TONE))])
    material = _material(made, mesh, diffuseColor=(1.0, 0.0, 0.0))
    UsdShade.MaterialBindingAPI(mesh).UnbindAllBindings()
    subset = UsdShade.MaterialBindingAPI(mesh).CreateMaterialBindSubset("half", list(range(6)))
    UsdShade.MaterialBindingAPI.Apply(subset.GetPrim()).Bind(material)
    assert UsdGeom.Subset(subset)


def _half_red(source: Source) -> str:
    if source.color_fn is None:
        return "it has no colours"
    found, red = source.color_fn(spots()[0]), np.array([1.0, 0.0, 0.0])
    gap = np.abs(found - np.where(np.arange(24)[:, None] < 12, red, TONE)).max()
    return "" if gap < 0.02 else f"colours are off by {gap:.2f}"


def _display(mesh: Any, values: list[tuple[float, ...]], interpolation: str = "constant") -> None:
    primvar = mesh.CreateDisplayColorPrimvar(interpolation)
    primvar.Set(values)


def _painted_faces(made: Any) -> None:
    """displayColor of each face; linear light."""
    linear = srgb_to_linear(TONE)
    _display(_mesh(made), [tuple(linear)] * 12, "uniform")


def _other_surface(made: Any) -> None:
    from pxr import UsdShade

    _material(made, _mesh(made), diffuseColor=(1.0, 0.0, 0.0))
    UsdShade.Shader(made.GetPrimAtPath("/Look/surface")).CreateIdAttr("ND_standard_surface_surfaceshader")


def _spheres(made: Any) -> None:
    from pxr import UsdGeom

    _mesh(made)
    UsdGeom.Sphere.Define(made, "/Ball")


def _cage(made: Any) -> None:
    """A subdivision surface with a hole in place of its first face."""
    from pxr import UsdGeom

    mesh = _mesh(made)
    mesh.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.catmullClark)
    mesh.CreateHoleIndicesAttr([0])


def _clear(made: Any) -> None:
    _material(made, _mesh(made), diffuseColor=(1.0, 1.0, 1.0), opacity=0.25)


def _quarter_stops(source: Source) -> str:
    if source.opacity_fn is None:
        return "it stops all light"
    found = source.opacity_fn(spots()[0])
    return "" if np.abs(found - 0.25).max() < 0.02 else f"it stops {found.mean():.2f} of the light"


def usd_cases() -> list[Case]:
    """USD; none where usd-core is not installed."""
    if not usd_available():
        return []
    turned = {"rotation": 90.0, "scale": (1.0, 1.0), "translation": (1.0, 0.0)}
    moved = {"scale": (0.5, 0.5), "translation": (0.5, 0.5)}
    red: dict[str, Any] = {"diffuseColor": (1.0, 0.0, 0.0)}

    def case(
        name: str, build: Build, check: Check | None = None, expected: Any = "right", words: str = "", **frame: Any
    ) -> Case:
        return Case("USD", name, stage(build, **frame), expected, words, check)

    return [
        case("picture", lambda m: _material(m, _mesh(m)), colors()),
        case("second set of coordinates", _second_set, colors()),
        case(
            "coordinates of another name", lambda m: _material(m, _mesh(m, UVMap=box()[1]), varname="UVMap"), colors()
        ),
        case(
            "coordinates that are not there", lambda m: _material(m, _mesh(m), varname="uv2"), colors(), "noted", "uv2"
        ),
        case("values of the interface", lambda m: _material(m, _mesh(m), through=True, roughness=0.3), colors()),
        case(
            "colour of the interface",
            lambda m: _material(m, _mesh(m), through=True, **red),
            colors(np.array([1.0, 0, 0])),
        ),
        case("backslashes", lambda m: _material(m, _mesh(m), file=".\\tex\\t.png"), colors()),
        case("path of another disk", lambda m: _material(m, _mesh(m), file="t.png"), colors(), "noted", "taken to be"),
        case("picture missing", lambda m: _material(m, _mesh(m), file="./tex/gone.png"), shape(), "noted", "gone.png"),
        case("moved picture", lambda m: _material(m, _mesh(m), transform=moved), colors(np.array([0.0, 1.0, 0.0]))),
        case(
            "turned picture",
            lambda m: _material(m, _mesh(m), transform=turned),
            # Counter-clockwise with v up, then along by one: (u, v) shows what is at (1 - v, u).
            colors(lambda uv: shown_at(np.stack([uv[:, 1], 1 - uv[:, 0]], axis=1))),
        ),
        case("animation", _moving, shape(1.0, (-0.5, 0.5, -0.5), (0.5, 1.5, 0.5)), "noted", "animation"),
        case("point instances", _instances, shape(3.0, (-0.5, 0.0, 1.5), (3.5, 2.0, 2.5))),
        case("skin", _skin, shape(1.0, (-0.5, 1.5, -0.5), (0.5, 2.5, 0.5)), "noted", "skeleton"),
        case("not drawn", _not_drawn, shape()),
        case("left-handed", _left_handed, shape()),
        case("subsets", _subsets, _half_red),
        case("colours of faces", _painted_faces, colors(TONE)),
        case("centimetres, +Z up", lambda m: _mesh(m, scale=100.0), shape(), up="Z", unit=0.01),
        case("another surface", _other_surface, shape(), "noted", "no UsdPreviewSurface"),
        case("spheres", _spheres, shape(), "noted", "Sphere"),
        case("hole of a cage", _cage, shape(None, faces=11), "noted", "control cages"),
        case("see-through", _clear, _quarter_stops),
        case("nothing", lambda m: None, None, "refused", "no meshes"),
    ]
