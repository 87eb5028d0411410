"""What a USD stage shows: meshes with UsdPreviewSurface materials, skins and instances, at its first moment.

After OpenUSD's documentation of UsdGeom, UsdShade and UsdSkel, and the UsdPreviewSurface specification 2.6. Matrices
are for row vectors, as USD's are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, printable, too_many
from bozzetto.export.files.read_parts import Encoded, Material, Part, Texture, Wrap
from bozzetto.export.files.read_polygons import triangulate
from bozzetto.export.mesh.mesh import Array

WRAPS: dict[str, Wrap] = {"repeat": "repeat", "mirror": "mirror", "clamp": "clamp", "black": "clamp"}
DISPLAY = "\0display"
"""Name of a material whose colour is that of the vertices."""
# Where no reader of a primvar names the texture coordinates.
UV_NAMES = ("st", "UVMap", "map1")


def first_moment(reading: Reading, stage: Any, layers: Sequence[Any]) -> Any:
    """The time code that a stage is read at: its start, where anything of it changes in time.

    Args:
        reading: is told that animation is left out.
        stage: a Usd.Stage.
        layers: of which it is composed.
    """
    from pxr import Usd

    times = sorted({time for layer in layers for time in layer.ListAllTimeSamples()})
    if not times:
        return Usd.TimeCode.Default()
    if len(times) > 1:
        reading.note("animation is left out: the object is read as it is at first")
    return Usd.TimeCode(stage.GetStartTimeCode() if stage.HasAuthoredTimeCodeRange() else times[0])


def bake_skins(stage: Any, moment: Any) -> bool | None:
    """Moves the points of skinned meshes to where their joints put them, on the session layer.

    Args:
        stage: a Usd.Stage.
        moment: of `first_moment`.

    Returns:
        Whether it could be done; None where there are no skins.
    """
    from pxr import Gf, Usd, UsdSkel

    predicate = Usd.TraverseInstanceProxies(Usd.PrimDefaultPredicate)
    if not any(prim.IsA(UsdSkel.Root) for prim in stage.Traverse(predicate)):
        return None
    time = 0.0 if moment.IsDefault() else moment.GetValue()
    stage.SetEditTarget(stage.GetSessionLayer())
    return bool(UsdSkel.BakeSkinning(Usd.PrimRange(stage.GetPseudoRoot()), Gf.Interval(time, time)))


def read_stage(reading: Reading, stage: Any, layers: Sequence[Any], home: Path, keep: bool) -> list[Part]:
    """The parts that a stage shows, in its own frame.

    Args:
        reading: limits and notes.
        stage: a Usd.Stage; its session layer is written to.
        layers: of which it is composed.
        home: the folder that pictures lie in.
        keep: keep pictures as they are encoded.

    Raises:
        UnreadableMeshError: it is damaged or too large.
    """
    from pxr import Usd, UsdGeom

    moment = first_moment(reading, stage, layers)
    baked = bake_skins(stage, moment)
    if baked is not None:
        reading.note("the skeleton is left out: the skin is read as its joints stand")
    if baked is False:
        reading.note("a skin cannot be laid over its joints: it is read as it was modelled")
    reader = _Stage(reading, keep, home, moment)
    prims = iter(Usd.PrimRange(stage.GetPseudoRoot(), Usd.TraverseInstanceProxies(Usd.PrimDefaultPredicate)))
    for seen, prim in enumerate(prims):
        if seen >= 10 * reading.limits.max_nodes:
            raise too_many("prims", seen + 1, 10 * reading.limits.max_nodes)
        reading.check_time()
        if prim.IsA(UsdGeom.PointInstancer):
            if reader.is_shown(prim):
                reader.add_instances(UsdGeom.PointInstancer(prim))
            # What lies below is shown by its instances alone.
            prims.PruneChildren()
        elif prim.IsA(UsdGeom.Mesh):
            if reader.is_shown(prim):
                reader.add(UsdGeom.Mesh(prim), reader.place_of(prim))
        elif prim.IsA(UsdGeom.Gprim) and reader.is_shown(prim):
            reading.note(f"{prim.GetTypeName()} prims are left out: only meshes are read")
    return reader.parts


class _Stage:
    """Parts so far, and what they count up to."""

    def __init__(self, reading: Reading, keep: bool, home: Path, moment: Any) -> None:
        from pxr import UsdGeom

        self._reading, self._keep, self._home, self._moment = reading, keep, home, moment
        self._places = UsdGeom.XformCache(moment)
        self.parts: list[Part] = []
        self._faces = self._vertices = 0
        self._materials: dict[tuple[str, bool], tuple[Material, str]] = {}
        """By path and whether its backs are seen; and which primvar its texture takes its coordinates from."""
        self._pictures: dict[Path, tuple[Array, Encoded]] = {}

    def is_shown(self, prim: Any) -> bool:
        """Whether a viewer draws a prim: it is visible, and no stand-in or guide."""
        from pxr import UsdGeom

        image = UsdGeom.Imageable(prim)
        return not image or (
            image.ComputeVisibility(self._moment) != UsdGeom.Tokens.invisible
            and image.ComputePurpose() not in (UsdGeom.Tokens.proxy, UsdGeom.Tokens.guide)
        )

    def place_of(self, prim: Any) -> Array:
        """[4, 4] of a prim."""
        place: Array = np.array(self._places.GetLocalToWorldTransform(prim))
        return place

    def add_instances(self, instancer: Any) -> None:
        """The meshes of a point instancer's prototypes, at each of its instances that is not masked."""
        from pxr import Usd, UsdGeom

        reading, prim, moment = self._reading, instancer.GetPrim(), self._moment
        which = np.array(self._at(instancer.GetProtoIndicesAttr()), np.int64)
        time = Usd.TimeCode(0) if moment.IsDefault() else moment
        places = instancer.ComputeInstanceTransformsAtTime(
            time, time, UsdGeom.PointInstancer.IncludeProtoXform, UsdGeom.PointInstancer.IgnoreMask
        )
        stage = prim.GetStage()
        prototypes = [stage.GetPrimAtPath(path) for path in instancer.GetPrototypesRel().GetForwardedTargets()]
        fits = places is not None and len(places) == len(which)
        if not fits or (len(which) and not 0 <= which.min() <= which.max() < len(prototypes)):
            reading.note(f"the instances of {printable(str(prim.GetPath()), 60)} do not fit it, and are left out")
            return
        mask = instancer.ComputeMaskAtTime(moment)
        shown = np.array(mask, bool) if mask is not None and len(mask) == len(which) else np.ones(len(which), bool)
        here, predicate = self.place_of(prim), Usd.TraverseInstanceProxies(Usd.PrimDefaultPredicate)
        for number, prototype in enumerate(prototypes):
            mine = np.flatnonzero(shown & (which == number))
            for below in Usd.PrimRange(prototype, predicate) if prototype and len(mine) else ():
                if below.IsA(UsdGeom.PointInstancer):
                    reading.note("instances of instances are left out")
                elif below.IsA(UsdGeom.Mesh) and self.is_shown(below):
                    inner = np.array(self._places.ComputeRelativeTransform(below, prototype)[0])
                    for instance in mine.tolist():
                        reading.check_time()
                        self.add(UsdGeom.Mesh(below), inner @ np.array(places[instance]) @ here)

    def _at(self, attribute: Any) -> Any:
        """An attribute's list at the moment; empty where it has none."""
        found = attribute.Get(self._moment) if attribute else None
        return [] if found is None else found

    def add(self, mesh: Any, place: Array) -> None:
        """A mesh, split by material."""
        from pxr import UsdGeom

        reading = self._reading
        points = np.array(self._at(mesh.GetPointsAttr()), np.float64).reshape(-1, 3)
        sizes = np.array(self._at(mesh.GetFaceVertexCountsAttr()), np.int64)
        corners = np.array(self._at(mesh.GetFaceVertexIndicesAttr()), np.int64)
        if len(sizes) == 0 or len(points) == 0:
            return
        if sizes.min() < 0 or sizes.sum() != len(corners) or corners.min() < 0 or corners.max() >= len(points):
            raise UnreadableMeshError(f"{reading.path}: the faces of {mesh.GetPath()} do not fit its points")
        is_cage = mesh.GetSubdivisionSchemeAttr().Get() not in (None, UsdGeom.Tokens.none)
        if is_cage:
            reading.note("subdivision surfaces are read as their control cages")
        self._faces += int(np.maximum(sizes - 2, 0).sum())
        self._vertices += len(points)
        reading.check_counts(self._faces, self._vertices)
        triangles, polygon = triangulate(points, corners, sizes, reading)
        if is_cage:
            holes = np.isin(polygon, np.array(self._at(mesh.GetHoleIndicesAttr()), np.int64))
            triangles, polygon = triangles[~holes], polygon[~holes]
        linear = place[:3, :3]
        mirrored = (np.linalg.det(linear) < 0) != (mesh.GetOrientationAttr().Get() == UsdGeom.Tokens.leftHanded)
        if mirrored:
            triangles = triangles[:, ::-1]
        flat = triangles.reshape(-1)
        vertices = points @ linear + place[3, :3]
        api = UsdGeom.PrimvarsAPI(mesh)
        # A primvar of that name comes before the attribute.
        normals = self._primvar(api.GetPrimvar("normals"), corners, flat, polygon)
        if normals is None:
            given = mesh.GetNormalsAttr().Get(self._moment)
            normals = self._values(given, mesh.GetNormalsInterpolation(), corners, flat, polygon)
        if normals is not None:
            normals = normals @ np.linalg.pinv(linear).T
        colors = self._primvar(api.GetPrimvar("displayColor"), corners, flat, polygon)
        stopped = self._primvar(api.GetPrimvar("displayOpacity"), corners, flat, polygon)
        if stopped is not None and float(stopped.min()) < 1:
            reading.note("the displayOpacity of a mesh is not carried over")
        for which, (material, uv_name) in self._bound(mesh, len(sizes)):
            keep = which[polygon]
            if not keep.any():
                continue
            rows = np.repeat(keep, 3)
            uvs = {}
            if material.base_texture is not None or material.emission_texture is not None:
                st = self._st(api, uv_name, corners, flat, polygon)
                if st is not None:
                    uvs = {0: st[rows] * (1, -1) + (0, 1)}
                else:
                    reading.note("a material has a picture, and its mesh no texture coordinates: it shows one colour")
            shown = None
            if colors is not None and material.name in ("", DISPLAY) and colors.shape[1] == 3:
                shown = np.concatenate([np.clip(colors[rows], 0, 1), np.ones((int(rows.sum()), 1))], axis=1)
            if len(self.parts) >= reading.limits.max_nodes:
                raise too_many("parts", len(self.parts) + 1, reading.limits.max_nodes)
            self.parts.append(
                Part(
                    vertices[corners[flat[rows]]], np.arange(int(rows.sum())).reshape(-1, 3), material, uvs, shown,
                    True, None if normals is None else normals[rows], str(mesh.GetPath().name),
                )
            )  # fmt: skip

    def _st(self, api: Any, name: str, corners: Array, flat: Array, polygon: Array) -> Array | None:
        """Texture coordinates by the name that the material reads, else the first there are."""
        if name and (found := self._primvar(api.GetPrimvar(name), corners, flat, polygon)) is not None:
            return found
        given = [primvar for primvar in api.GetPrimvars() if primvar.HasValue()]
        given.sort(key=lambda primvar: primvar.GetPrimvarName() != "st")
        for primvar in given:
            if "texcoord2" in str(primvar.GetTypeName()).lower() or primvar.GetPrimvarName() in UV_NAMES:
                if name:
                    self._reading.note(
                        f"a material takes its texture coordinates from {printable(name, 40)}, which its mesh does not "
                        f"have: {printable(primvar.GetPrimvarName(), 40)} are taken"
                    )
                return self._primvar(primvar, corners, flat, polygon)
        return None

    def _primvar(self, primvar: Any, corners: Array, flat: Array, polygon: Array) -> Array | None:
        if not primvar or not primvar.HasValue():
            return None
        given = primvar.ComputeFlattened(self._moment)
        return self._values(given, primvar.GetInterpolation(), corners, flat, polygon)

    def _values(self, given: Any, interpolation: str, corners: Array, flat: Array, polygon: Array) -> Array | None:
        """A value of each corner of the triangles, however it is given."""
        if given is None or len(given) == 0 or len(flat) == 0:
            return None
        values = np.array(given, np.float64).reshape(len(given), -1)
        index = {
            "constant": np.zeros(len(flat), np.int64),
            "uniform": np.repeat(polygon, 3),
            "faceVarying": flat,
        }.get(str(interpolation), corners[flat])
        if index.max() >= len(values):
            self._reading.note("a primvar has fewer values than its mesh needs, and is left out")
            return None
        of_corners: Array = values[index]
        return of_corners

    def _bound(self, mesh: Any, n_faces: int) -> list[tuple[Array, tuple[Material, str]]]:
        """Which faces have which material."""
        from pxr import UsdShade

        binding = UsdShade.MaterialBindingAPI(mesh)
        rest = np.ones(n_faces, bool)
        out = []
        for subset in binding.GetMaterialBindSubsets():
            index = np.array(self._at(subset.GetIndicesAttr()), np.int64)
            which = np.zeros(n_faces, bool)
            which[index[(index >= 0) & (index < n_faces)]] = True
            bound = UsdShade.MaterialBindingAPI(subset.GetPrim()).ComputeBoundMaterial()[0]
            out.append((which & rest, self._material(bound, mesh)))
            rest &= ~which
        if rest.any():
            out.append((rest, self._material(binding.ComputeBoundMaterial()[0], mesh)))
        return out

    def _material(self, bound: Any, mesh: Any) -> tuple[Material, str]:
        """A material and the name of its texture coordinates; one object for all its meshes."""
        key = (str(bound.GetPath()) if bound else "", bool(mesh.GetDoubleSidedAttr().Get(self._moment)))
        if key not in self._materials:
            material, uv_name = self._preview(bound) if bound else (Material(), "")
            self._materials[key] = replace(material, double_sided=key[1]), uv_name
        return self._materials[key]

    def _preview(self, bound: Any) -> tuple[Material, str]:
        """A UsdPreviewSurface (its proposal, version 2.6)."""
        name = bound.GetPrim().GetName()
        shader, _, _ = bound.ComputeSurfaceSource()
        if not shader or shader.GetIdAttr().Get() != "UsdPreviewSurface":
            self._reading.note(f"the material {printable(name, 60)} is no UsdPreviewSurface: it is white")
            return Material(name=name), ""
        base, base_texture, display = self._input(shader, "diffuseColor", (0.18, 0.18, 0.18))
        glow, glow_texture, _ = self._input(shader, "emissiveColor", (0.0, 0.0, 0.0))
        if any(glow):
            self._reading.note(
                "emission is shown as colour where it is brighter than it: it does not glow in the files"
            )
        opacity, opacity_texture, _ = self._input(shader, "opacity", (1.0,))
        threshold, _, _ = self._input(shader, "opacityThreshold", (0.0,))
        roughness, rough_texture, _ = self._input(shader, "roughness", (0.5,))
        metallic, metal_texture, _ = self._input(shader, "metallic", (0.0,))
        for what, texture in (("roughness", rough_texture), ("metallic", metal_texture)):
            if texture is not None:
                self._reading.note(f"the {what} texture of the source is not carried over")
        for what in ("normal", "occlusion", "displacement", "clearcoat"):
            found = shader.GetInput(what)
            if found and found.HasConnectedSource():
                self._reading.note(f"the {what} texture of the source is not carried over")
        clear = opacity[0] < 1 or opacity_texture is not None
        if (
            opacity_texture is not None
            and base_texture is not None
            and opacity_texture.pixels is not base_texture.pixels
        ):
            self._reading.note("an opacity texture of its own is not carried over")
            clear = opacity[0] < 1
        if opacity_texture is None and base_texture is not None and base_texture.pixels.shape[2] == 4:
            base_texture = Texture(
                base_texture.pixels[..., :3], 0, base_texture.transform, base_texture.wrap, False, base_texture.encoded
            )
        material = Material(
            name=DISPLAY if display else name,
            base_color=(*base, opacity[0]),  # type: ignore[arg-type]
            base_texture=base_texture,
            emission=glow,  # type: ignore[arg-type]
            emission_texture=glow_texture,
            roughness=min(max(roughness[0], 0.0), 1.0),
            metallic=min(max(metallic[0], 0.0), 1.0),
            alpha_mode="OPAQUE" if not clear else "MASK" if threshold[0] > 0 else "BLEND",
            alpha_cutoff=threshold[0] or 0.5,
        )
        return material, self._uv_set(shader)

    def _source(self, given: Any) -> tuple[Any, Any]:
        """What gives an input its value, through the interfaces of materials and graphs: a constant, or a shader."""
        from pxr import UsdShade

        if not given:
            return None, None
        found = given.GetValueProducingAttributes()
        if not found:
            return None, None
        if UsdShade.Utils.GetType(found[0].GetName()) == UsdShade.AttributeType.Output:
            return None, UsdShade.Shader(found[0].GetPrim())
        return found[0].Get(self._moment), None

    def _constant(self, shader: Any, name: str, default: Any) -> Any:
        value, _ = self._source(shader.GetInput(name))
        return default if value is None else value

    def _input(
        self, shader: Any, name: str, default: tuple[float, ...]
    ) -> tuple[tuple[float, ...], Texture | None, bool]:
        """A constant, or a texture with what multiplies it; True where it comes from the vertices."""
        value, source = self._source(shader.GetInput(name))
        if source is None:
            return (default if value is None else _numbers(value, len(default))), None, False
        kind = str(source.GetIdAttr().Get()) if source else "None"
        if kind == "UsdUVTexture":
            texture = self._texture(source, name)
            if texture is None:
                fallback = self._constant(source, "fallback", None)
                return (default if fallback is None else _numbers(fallback, len(default))), None, False
            if any(_numbers(self._constant(source, "bias", (0.0,)), len(default))):
                self._reading.note(f"the bias of a texture of {name} is left out")
            return _numbers(self._constant(source, "scale", (1.0,) * 4), len(default)), texture, False
        if kind.startswith("UsdPrimvarReader"):
            primvar = str(self._constant(source, "varname", ""))
            if primvar and primvar != "displayColor" and len(default) == 3:
                self._reading.note(f"colours come from the primvar {printable(primvar, 40)}: displayColor is read")
            return (1.0,) * len(default), None, True
        self._reading.note(f"what {name} is computed by is not understood ({printable(kind, 40)})")
        return default, None, False

    def _uv_set(self, shader: Any) -> str:
        """The primvar that a material's base colour texture takes its coordinates from; empty where none says so."""
        for name in ("diffuseColor", "emissiveColor"):
            _, texture = self._source(shader.GetInput(name))
            _, node = self._source(texture.GetInput("st")) if texture else (None, None)
            if node and node.GetIdAttr().Get() == "UsdTransform2d":
                _, node = self._source(node.GetInput("in"))
            if node and str(node.GetIdAttr().Get()).startswith("UsdPrimvarReader"):
                return str(self._constant(node, "varname", ""))
        return ""

    def _texture(self, source: Any, what: str) -> Texture | None:
        reading = self._reading
        asset = self._constant(source, "file", None)
        name = str(getattr(asset, "resolvedPath", "") or getattr(asset, "path", ""))
        # Programs on Windows write backslashes, which USD takes for letters.
        path = (self._home / name.replace("\\", "/")).resolve() if name else None
        if path is None or not path.is_file() or not path.is_relative_to(self._home):
            if name and self._home == reading.path.parent.resolve():
                path = reading.find_noted(name, "the picture")
            else:
                reading.note(f"the picture {printable(name)} is not in the file's package, and is left out")
                path = None
            if path is None:
                return None
        if path not in self._pictures:
            content = reading.read(path)
            if not reading.is_picture(content, path.name):
                return None
            mime = "image/png" if content[:4] == b"\x89PNG" else "image/jpeg" if content[:2] == b"\xff\xd8" else ""
            self._pictures[path] = reading.picture(content, path.name), Encoded(content, mime)
        pixels, encoded = self._pictures[path]
        kept = encoded if self._keep else None
        if what in ("diffuseColor", "emissiveColor") and self._constant(source, "sourceColorSpace", "auto") == "raw":
            # Its numbers are light, and textures here are as displayed.
            shown = np.round(linear_to_srgb(np.arange(256) / 255.0) * 255).astype(np.uint8)
            pixels, kept = np.concatenate([shown[pixels[..., :3]], pixels[..., 3:]], axis=2), None
        wraps = [WRAPS.get(str(self._constant(source, key, "")), "repeat") for key in ("wrapS", "wrapT")]
        return Texture(pixels, 0, self._transform(source), (wraps[0], wraps[1]), False, kept)

    def _transform(self, source: Any) -> tuple[float, float, float, float, float]:
        """A UsdTransform2d before the texture, as KHR_texture_transform has it, with v down."""
        _, node = self._source(source.GetInput("st"))
        if not node or node.GetIdAttr().Get() != "UsdTransform2d":
            return 0.0, 0.0, 0.0, 1.0, 1.0
        scale, offset = self._constant(node, "scale", (1, 1)), self._constant(node, "translation", (0, 0))
        turn = math.radians(float(self._constant(node, "rotation", 0.0)))
        s, t = float(scale[0]), float(scale[1])
        # v up: R(turn) S uv + offset, with v_up = 1 - v. What S and the turn make of that 1 goes to the offset.
        u = float(offset[0]) - math.sin(turn) * t
        v = 1 - float(offset[1]) - math.cos(turn) * t
        return u, v, turn, s, t


def _numbers(value: Any, n: int) -> tuple[float, ...]:
    """So many numbers of a constant; one stands for all."""
    given = (float(value),) if isinstance(value, int | float) else tuple(float(x) for x in value)
    return given * n if len(given) == 1 else given[:n]
