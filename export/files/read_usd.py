"""USD, USDA, USDC and USDZ by usd-core, an optional extra: meshes with UsdPreviewSurface materials, at rest."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.export.files import usd_layers
from bozzetto.export.files.axes_units import Frame
from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, printable, too_many
from bozzetto.export.files.read_parts import Encoded, Material, Part, Texture, Wrap
from bozzetto.export.files.read_polygons import triangulate
from bozzetto.export.files.usd import usd_available
from bozzetto.export.files.usd_layers import LAYERS, OutsideError, open_layers
from bozzetto.export.mesh.mesh import Array

WRAPS: dict[str, Wrap] = {"repeat": "repeat", "mirror": "mirror", "clamp": "clamp", "black": "clamp"}
MAX_PROBE_BYTES = 3 << 30


def read_usd(reading: Reading, data: bytes, *, keep: bool = False) -> tuple[list[Part], Frame]:
    """The meshes of a stage, and the frame that it says it is in.

    Args:
        reading: limits and notes.
        data: the file.
        keep: keep pictures as they are encoded.

    Raises:
        UnreadableMeshError: usd-core is missing, it is damaged, too large, names layers of other folders, or holds
            no mesh.
    """
    if not usd_available():
        raise UnreadableMeshError(f"{reading.path.name}: reading USD needs usd-core: pip install 'bozzetto[usd]'")
    with tempfile.TemporaryDirectory(prefix="usd-") as folder:
        if data[:4] == b"PK\3\4":
            root = _unpacked(reading, data, Path(folder))
        elif reading.path.suffix.lower() == ".usdz":
            raise UnreadableMeshError(f"{reading.path} is no USDZ: it is no zip archive")
        else:
            root = reading.path
        home = (Path(folder) if root != reading.path else root.parent).resolve()
        _probe(reading, root, home)
        return _read_stage(reading, root, home, keep)


# Without the working folder among those that modules are looked for in.
PROBE = "import runpy, sys; sys.path.pop(0); runpy.run_path(sys.argv.pop(1), run_name='__main__')"


def _probe(reading: Reading, root: Path, home: Path) -> None:
    """Opens a stage in a process of its own, within limits, before this one does."""
    arguments = [usd_layers.__file__, str(root), str(home), str(MAX_PROBE_BYTES)]
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROBE, *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=reading.limits.max_seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UnreadableMeshError(f"{reading.path} takes longer to open than {error.timeout:g} s") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        if done.returncode == usd_layers.OUTSIDE and lines:
            raise UnreadableMeshError(f"{reading.path}: {lines[-1]}")
        why = printable(lines[-1]) if lines else f"it ends the reader with status {done.returncode}"
        raise UnreadableMeshError(f"{reading.path} cannot be read as USD: {why}")


def _unpacked(reading: Reading, data: bytes, folder: Path) -> Path:
    """The files of a package, in a folder of their own; its first file is the root layer."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > reading.limits.max_bytes or len(infos) > 10_000:
                raise too_many("bytes in its package", sum(i.file_size for i in infos), reading.limits.max_bytes)
            for info in infos:
                target = (folder / info.filename).resolve()
                if not target.is_relative_to(folder.resolve()):
                    raise UnreadableMeshError(f"{reading.path}: its package names {printable(info.filename)}")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
    except UnreadableMeshError:
        raise
    except Exception as error:
        raise UnreadableMeshError(f"{reading.path} is a damaged package: {type(error).__name__}: {error}") from error
    if not infos or Path(infos[0].filename).suffix.lower() not in LAYERS:
        raise UnreadableMeshError(f"{reading.path}: the first file of its package is no USD layer")
    return folder / infos[0].filename


def _read_stage(reading: Reading, root: Path, home: Path, keep: bool) -> tuple[list[Part], Frame]:
    from pxr import Tf, Usd, UsdGeom, UsdShade

    try:
        layers, notes = open_layers(str(root), str(home))
        for note in notes:
            reading.note(note)
        stage = Usd.Stage.Open(layers[0])
        if stage is None:
            raise UnreadableMeshError(f"{reading.path} is no USD stage")
        frame = Frame(
            "z" if UsdGeom.GetStageUpAxis(stage) == UsdGeom.Tokens.z else "y",
            float(UsdGeom.GetStageMetersPerUnit(stage)),
        )
        reader = _Stage(reading, keep, home)
        cache = UsdGeom.XformCache()
        seen = 0
        for prim in stage.Traverse(Usd.TraverseInstanceProxies(Usd.PrimDefaultPredicate)):
            seen += 1
            if seen > 10 * reading.limits.max_nodes:
                raise too_many("prims", seen, 10 * reading.limits.max_nodes)
            reading.check_time()
            image = UsdGeom.Imageable(prim)
            if image and (
                image.ComputeVisibility() == UsdGeom.Tokens.invisible
                or image.ComputePurpose() in (UsdGeom.Tokens.proxy, UsdGeom.Tokens.guide)
            ):
                continue
            if prim.IsA(UsdGeom.Mesh):
                reader.add(UsdGeom.Mesh(prim), np.array(cache.GetLocalToWorldTransform(prim)))
            elif prim.IsA(UsdGeom.Gprim) or prim.IsA(UsdGeom.PointInstancer):
                reading.note(f"{prim.GetTypeName()} prims are left out: only meshes are read")
        if any(layer.HasTimeSamples() if hasattr(layer, "HasTimeSamples") else False for layer in layers):
            reading.note("animation is left out: the object is read at rest")
    except OutsideError as error:
        raise UnreadableMeshError(f"{reading.path}: {error}") from error
    except Tf.ErrorException as error:
        raise UnreadableMeshError(
            f"{reading.path} cannot be read as USD: {str(error).splitlines()[0][:200]}"
        ) from error
    if not reader.parts:
        raise UnreadableMeshError(f"{reading.path} holds no meshes")
    _ = UsdShade
    return reader.parts, frame


class _Stage:
    """Parts so far, and what they count up to."""

    def __init__(self, reading: Reading, keep: bool, home: Path) -> None:
        self._reading, self._keep, self._home = reading, keep, home
        self.parts: list[Part] = []
        self._faces = self._vertices = 0
        self._materials: dict[str, Material] = {}
        self._pictures: dict[Path, tuple[Array, Encoded] | None] = {}

    def add(self, mesh: Any, place: Array) -> None:
        """A mesh, split by material."""
        from pxr import UsdGeom

        reading = self._reading
        points = np.array(mesh.GetPointsAttr().Get() or [], np.float64).reshape(-1, 3)
        sizes = np.array(mesh.GetFaceVertexCountsAttr().Get() or [], np.int64)
        corners = np.array(mesh.GetFaceVertexIndicesAttr().Get() or [], np.int64)
        if len(sizes) == 0 or len(points) == 0:
            return
        if sizes.min() < 0 or sizes.sum() != len(corners) or corners.min() < 0 or corners.max() >= len(points):
            raise UnreadableMeshError(f"{reading.path}: the faces of {mesh.GetPath()} do not fit its points")
        if mesh.GetSubdivisionSchemeAttr().Get() not in (None, UsdGeom.Tokens.none):
            reading.note("subdivision surfaces are read as their control cages")
        self._faces += int(np.maximum(sizes - 2, 0).sum())
        self._vertices += len(points)
        reading.check_counts(self._faces, self._vertices)
        triangles, polygon = triangulate(points, corners, sizes, reading)
        linear = place[:3, :3]
        mirrored = (np.linalg.det(linear) < 0) != (mesh.GetOrientationAttr().Get() == UsdGeom.Tokens.leftHanded)
        if mirrored:
            triangles = triangles[:, ::-1]
        flat = triangles.reshape(-1)
        vertices = points @ linear + place[3, :3]
        normals = self._values(
            mesh.GetNormalsAttr().Get(), mesh.GetNormalsInterpolation(), corners, sizes, flat, polygon
        )
        if normals is not None:
            normals = normals @ np.linalg.pinv(linear).T
        api = UsdGeom.PrimvarsAPI(mesh)
        colors = self._primvar(api.GetPrimvar("displayColor"), corners, sizes, flat, polygon)
        for which, material in self._bound(mesh, len(sizes)):
            keep = which[polygon]
            if not keep.any():
                continue
            rows = np.repeat(keep, 3)
            uvs = {}
            if material.base_texture is not None or material.emission_texture is not None:
                st = self._st(api, corners, sizes, flat, polygon)
                if st is not None:
                    uvs = {0: st[rows] * (1, -1) + (0, 1)}
                else:
                    reading.note("a material has a picture, and its mesh no texture coordinates: it shows one colour")
            shown = None
            if colors is not None and (material.name == "" or material.name == DISPLAY) and colors.shape[1] == 3:
                shown = np.concatenate([np.clip(colors[rows], 0, 1), np.ones((int(rows.sum()), 1))], axis=1)
            if len(self.parts) >= reading.limits.max_nodes:
                raise too_many("parts", len(self.parts) + 1, reading.limits.max_nodes)
            self.parts.append(
                Part(
                    vertices[corners[flat[rows]]], np.arange(int(rows.sum())).reshape(-1, 3), material, uvs, shown,
                    True, None if normals is None else normals[rows], str(mesh.GetPath().name),
                )
            )  # fmt: skip

    def _st(self, api: Any, corners: Array, sizes: Array, flat: Array, polygon: Array) -> Array | None:
        for primvar in (api.GetPrimvar("st"), *api.GetPrimvars()):
            if (
                primvar
                and primvar.HasValue()
                and "TexCoord2" in str(primvar.GetTypeName())
                or (primvar and primvar.HasValue() and primvar.GetPrimvarName() in ("st", "UVMap", "map1"))
            ):
                return self._primvar(primvar, corners, sizes, flat, polygon)
        return None

    def _primvar(self, primvar: Any, corners: Array, sizes: Array, flat: Array, polygon: Array) -> Array | None:
        if not primvar or not primvar.HasValue():
            return None
        return self._values(primvar.ComputeFlattened(), primvar.GetInterpolation(), corners, sizes, flat, polygon)

    def _values(
        self, given: Any, interpolation: str, corners: Array, sizes: Array, flat: Array, polygon: Array
    ) -> Array | None:
        """A value of each corner of the triangles, however it is given."""
        if given is None or len(given) == 0:
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

    def _bound(self, mesh: Any, n_faces: int) -> list[tuple[Array, Material]]:
        """Which faces have which material."""
        from pxr import UsdShade

        binding = UsdShade.MaterialBindingAPI(mesh)
        rest = np.ones(n_faces, bool)
        out = []
        for subset in binding.GetMaterialBindSubsets():
            index = np.array(subset.GetIndicesAttr().Get() or [], np.int64)
            which = np.zeros(n_faces, bool)
            which[index[(index >= 0) & (index < n_faces)]] = True
            bound = UsdShade.MaterialBindingAPI(subset.GetPrim()).ComputeBoundMaterial()[0]
            out.append((which & rest, self._material(bound, mesh)))
            rest &= ~which
        if rest.any():
            out.append((rest, self._material(binding.ComputeBoundMaterial()[0], mesh)))
        return out

    def _material(self, bound: Any, mesh: Any) -> Material:
        from dataclasses import replace

        double = bool(mesh.GetDoubleSidedAttr().Get())
        if not bound:
            return Material(double_sided=double)
        key = str(bound.GetPath())
        if key not in self._materials:
            self._materials[key] = self._preview(bound)
        return replace(self._materials[key], double_sided=double)

    def _preview(self, bound: Any) -> Material:
        """A UsdPreviewSurface (its proposal, version 2.6)."""
        name = bound.GetPrim().GetName()
        shader, _, _ = bound.ComputeSurfaceSource()
        if not shader or shader.GetIdAttr().Get() != "UsdPreviewSurface":
            self._reading.note(f"the material {printable(name, 60)} is no UsdPreviewSurface: it is white")
            return Material(name=name)
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
        return Material(
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

    def _input(
        self, shader: Any, name: str, default: tuple[float, ...]
    ) -> tuple[tuple[float, ...], Texture | None, bool]:
        """A constant, or a texture with what multiplies it; True where it comes from the vertices."""
        given = shader.GetInput(name)
        if not given:
            return default, None, False
        if given.HasConnectedSource():
            from pxr import UsdShade

            source = UsdShade.Shader(given.GetConnectedSources()[0][0].source.GetPrim())
            kind = source.GetIdAttr().Get() if source else None
            if kind == "UsdUVTexture":
                texture = self._texture(source)
                scale = source.GetInput("scale").Get() if source.GetInput("scale") else None
                factor = tuple(float(x) for x in scale)[: len(default)] if scale is not None else (1.0,) * len(default)
                if texture is not None:
                    return factor, texture, False
                fallback = source.GetInput("fallback").Get() if source.GetInput("fallback") else None
                return (
                    (tuple(float(x) for x in fallback)[: len(default)] if fallback is not None else default),
                    None,
                    False,
                )
            if kind and str(kind).startswith("UsdPrimvarReader"):
                return (1.0,) * len(default), None, True
            self._reading.note(f"what {name} is computed by is not understood ({printable(str(kind), 40)})")
            return default, None, False
        value = given.Get()
        if value is None:
            return default, None, False
        if isinstance(value, int | float):
            return (float(value),), None, False
        return tuple(float(x) for x in value)[: len(default)], None, False

    def _texture(self, source: Any) -> Texture | None:
        reading, given = self._reading, source.GetInput("file")
        asset = given.Get() if given else None
        name = str(asset.resolvedPath or asset.path) if asset is not None else ""
        path = Path(name).resolve() if name else None
        if path is None or not path.is_file() or not path.is_relative_to(self._home):
            reading.note(f"the picture {printable(name)} is not in the file's folder, and is left out")
            return None
        if path not in self._pictures:
            content = reading.read(path)
            mime = "image/png" if content[:4] == b"\x89PNG" else "image/jpeg" if content[:2] == b"\xff\xd8" else ""
            self._pictures[path] = reading.picture(content, path.name), Encoded(content, mime)
        found = self._pictures[path]
        assert found is not None
        wraps = [source.GetInput(key).Get() if source.GetInput(key) else None for key in ("wrapS", "wrapT")]
        kinds = tuple(WRAPS.get(str(wrap), "repeat") for wrap in wraps)
        return Texture(
            found[0], 0, self._transform(source), (kinds[0], kinds[1]), False, found[1] if self._keep else None
        )

    def _transform(self, source: Any) -> tuple[float, float, float, float, float]:
        """A UsdTransform2d before the texture, with v down."""
        from pxr import UsdShade

        given = source.GetInput("st")
        if given and given.HasConnectedSource():
            node = UsdShade.Shader(given.GetConnectedSources()[0][0].source.GetPrim())
            if node and node.GetIdAttr().Get() == "UsdTransform2d":

                def value(key: str, default: Any) -> Any:
                    found = node.GetInput(key).Get() if node.GetInput(key) else None
                    return default if found is None else found

                scale, offset, turn = value("scale", (1, 1)), value("translation", (0, 0)), value("rotation", 0.0)
                if abs(float(turn)) > 1e-6:
                    self._reading.note("a texture is turned by a UsdTransform2d, which is not carried over")
                s, t = float(scale[1]), float(offset[1])
                return float(offset[0]), 1 - s - t, 0.0, float(scale[0]), s
        return 0.0, 0.0, 0.0, 1.0, 1.0


DISPLAY = "\0display"
"""Name of a material whose colour is that of the vertices."""
