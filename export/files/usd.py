"""USD and USDZ files by usd-core, an optional extra: one mesh with a UsdPreviewSurface, or two where some is glass."""

from __future__ import annotations

import importlib.util
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.export.files.axes_units import Frame, in_frame
from bozzetto.export.files.images import png_bytes, write_png
from bozzetto.export.files.materials import (
    CLEAREST,
    GENERATOR,
    GLASS,
    SURFACE,
    blended_opacity,
    check_has_faces,
    metadata_json,
    orm_picture,
    srgb_to_linear,
    vertex_colors,
)
from bozzetto.export.mesh.mesh import Array, Mesh, PbrMaps, transparent_faces, vertex_normals


class UsdMissingError(ImportError):
    """usd-core is not installed."""


def usd_available() -> bool:
    """Whether usd-core is installed."""
    return importlib.util.find_spec("pxr") is not None


def write_usd(
    mesh: Mesh,
    path: str | os.PathLike[str],
    metadata: Mapping[str, Any] | None = None,
    *,
    frame: Frame | None = None,
) -> tuple[Path, ...]:
    """Writes a USD layer, text where the path ends in .usda and else binary, and the textures as PNG beside it.

    Args:
        mesh: in our frame.
        path: of the file; its folder must exist.
        metadata: goes to the layer's custom data, as JSON text.
        frame: of the stage; None is +Y up, metres.

    Returns:
        The paths written, the layer first.

    Raises:
        UsdMissingError: usd-core is not installed.
        OSError: one cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    path = Path(path)
    # Spaces and other letters are legal in asset paths, and break readers all the same.
    stem = re.sub(r"[^A-Za-z0-9._-]", "_", path.stem)
    names = {key: f"{stem}_{key}.png" for key in _pictures(mesh)}
    with tempfile.TemporaryDirectory(prefix="usd-") as folder:
        layer = Path(folder, "object.usda" if path.suffix.lower() == ".usda" else "object.usdc")
        _write_layer(mesh, layer, names, metadata, frame or Frame())
        data = layer.read_bytes()
    written = [write_png(picture, path.with_name(names[key])) for key, picture in _pictures(mesh).items()]
    write_bytes(path, data)
    return (path, *written)


def write_usdz(
    mesh: Mesh,
    path: str | os.PathLike[str],
    metadata: Mapping[str, Any] | None = None,
    *,
    frame: Frame | None = None,
) -> Path:
    """Writes a USDZ package as ARKit wants it: a binary layer first, everything inside, uncompressed and aligned.

    Args:
        mesh: in our frame.
        path: of the file; its folder must exist.
        metadata: goes to the layer's custom data, as JSON text.
        frame: of the stage; None is +Y up, metres.

    Returns:
        The path.

    Raises:
        UsdMissingError: usd-core is not installed.
        OSError: it cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    names = {key: f"{key}.png" for key in _pictures(mesh)}
    with tempfile.TemporaryDirectory(prefix="usdz-") as folder:
        layer, package = Path(folder, "object.usdc"), Path(folder, "object.usdz")
        _write_layer(mesh, layer, names, metadata, frame or Frame())
        from pxr import Sdf

        # Not `UsdUtils.CreateNewUsdzPackage`: it renames the pictures, and warns that it does not find them.
        with Sdf.ZipFileWriter.CreateNew(str(package)) as archive:
            members = {layer.name: layer.read_bytes()}
            members |= {names[key]: png_bytes(picture) for key, picture in _pictures(mesh).items()}
            for name, content in members.items():
                Path(folder, name).write_bytes(content)
                if not archive.AddFile(str(Path(folder, name)), name):
                    raise ValueError(f"usd-core could not put {name} into the package; its messages above say why")
        data = package.read_bytes()
    write_bytes(path, data)
    return Path(path)


def _pictures(mesh: Mesh) -> dict[str, Array]:
    """The textures that the material needs, by name."""
    if mesh.texture is None or mesh.uv is None:
        return {}
    pictures = {"color": mesh.texture}
    if mesh.normal_map is not None:
        pictures["normal"] = mesh.normal_map
    packed = orm_picture(mesh)
    if packed is not None:
        pictures["orm"] = packed
    elif mesh.occlusion is not None:
        pictures["occlusion"] = mesh.occlusion
    if mesh.pbr is not None and mesh.pbr.emission_map is not None:
        pictures["emission"] = mesh.pbr.emission_map
    if mesh.pbr is not None and mesh.pbr.transmission_map is not None:
        pictures["clear"] = blended_opacity(mesh.pbr)
    return pictures


def _write_layer(
    mesh: Mesh, path: Path, names: Mapping[str, str], metadata: Mapping[str, Any] | None, frame: Frame
) -> None:
    """One stage: /object (Xform), /object/mesh, and /object/materials, surface or glass or both."""
    if not usd_available():
        raise UsdMissingError("USD and USDZ need usd-core: pip install 'bozzetto[usd]' (or choose glb)")
    check_has_faces(mesh)
    from pxr import Gf, Kind, Sdf, Usd, UsdGeom, UsdShade, Vt

    text = metadata_json(metadata)
    turned = in_frame(mesh, frame)
    stage = Usd.Stage.CreateNew(str(path))
    UsdGeom.SetStageUpAxis(stage, UsdGeom.Tokens.z if frame.up == "z" else UsdGeom.Tokens.y)
    UsdGeom.SetStageMetersPerUnit(stage, frame.unit)
    layer = stage.GetRootLayer()
    layer.customLayerData = {"generator": GENERATOR, "bozzetto": text}
    root = UsdGeom.Xform.Define(stage, "/object")
    Usd.ModelAPI(root).SetKind(Kind.Tokens.component)
    stage.SetDefaultPrim(root.GetPrim())

    body = UsdGeom.Mesh.Define(stage, "/object/mesh")
    vertices = np.ascontiguousarray(turned.vertices, np.float32)
    normals = turned.normals
    normals = vertex_normals(vertices, turned.faces) if normals is None else np.ascontiguousarray(normals, np.float32)
    body.CreatePointsAttr(Vt.Vec3fArray.FromNumpy(vertices))
    body.CreateFaceVertexCountsAttr(Vt.IntArray.FromNumpy(np.full(len(turned.faces), 3, np.int32)))
    body.CreateFaceVertexIndicesAttr(Vt.IntArray.FromNumpy(turned.faces.astype(np.int32).reshape(-1)))
    body.CreateNormalsAttr(Vt.Vec3fArray.FromNumpy(normals))
    body.SetNormalsInterpolation(UsdGeom.Tokens.vertex)
    body.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    body.CreateDoubleSidedAttr(mesh.double_sided)
    extent = np.stack([vertices.min(axis=0), vertices.max(axis=0)])
    body.CreateExtentAttr(Vt.Vec3fArray.FromNumpy(extent))

    primvars = UsdGeom.PrimvarsAPI(body)
    textured = bool(names) and turned.uv is not None
    if textured:
        st = primvars.CreatePrimvar("st", Sdf.ValueTypeNames.TexCoord2fArray, UsdGeom.Tokens.vertex)
        st.Set(Vt.Vec2fArray.FromNumpy(np.ascontiguousarray(turned.uv, np.float32)))
    colors = None if textured else vertex_colors(turned)
    if colors is not None:
        shown = primvars.CreatePrimvar("displayColor", Sdf.ValueTypeNames.Color3fArray, UsdGeom.Tokens.vertex)
        shown.Set(Vt.Vec3fArray.FromNumpy(srgb_to_linear(colors / 255.0).astype(np.float32)))

    def make_material(name: str) -> UsdShade.Material:
        """/object/materials/NAME, a UsdPreviewSurface."""
        place = f"/object/materials/{name}"
        material = UsdShade.Material.Define(stage, place)
        shader = UsdShade.Shader.Define(stage, f"{place}/preview")
        shader.CreateIdAttr("UsdPreviewSurface")
        rough = turned.glass_roughness if name == GLASS else turned.roughness
        shader.CreateInput("roughness", Sdf.ValueTypeNames.Float).Set(float(rough))
        shader.CreateInput("metallic", Sdf.ValueTypeNames.Float).Set(float(turned.metallic))
        pbr = turned.pbr or PbrMaps()
        if pbr.coat:
            shader.CreateInput("clearcoat", Sdf.ValueTypeNames.Float).Set(float(pbr.coat))
            shader.CreateInput("clearcoatRoughness", Sdf.ValueTypeNames.Float).Set(float(pbr.coat_roughness))
        if pbr.transmission or pbr.ior != 1.5:
            shader.CreateInput("ior", Sdf.ValueTypeNames.Float).Set(float(pbr.ior))
        if pbr.transmission and name != GLASS and "clear" not in names:
            # UsdPreviewSurface has no transmission: what lets light through is blended, its reflections kept.
            shader.CreateInput("opacity", Sdf.ValueTypeNames.Float).Set(1.0 - CLEAREST * float(pbr.transmission))
        if any(pbr.emissive) and "emission" not in names:
            light = Gf.Vec3f(*(float(x * pbr.emissive_strength) for x in pbr.emissive))
            shader.CreateInput("emissiveColor", Sdf.ValueTypeNames.Color3f).Set(light)
        material.CreateSurfaceOutput().ConnectToSource(shader.ConnectableAPI(), "surface")
        if colors is not None:
            reader = UsdShade.Shader.Define(stage, f"{place}/display")
            reader.CreateIdAttr("UsdPrimvarReader_float3")
            reader.CreateInput("varname", Sdf.ValueTypeNames.String).Set("displayColor")
            output = reader.CreateOutput("result", Sdf.ValueTypeNames.Float3)
            shader.CreateInput("diffuseColor", Sdf.ValueTypeNames.Color3f).ConnectToSource(output)
        if not textured:
            return material
        reader = UsdShade.Shader.Define(stage, f"{place}/st")
        reader.CreateIdAttr("UsdPrimvarReader_float2")
        reader.CreateInput("varname", Sdf.ValueTypeNames.String).Set("st")
        coordinates = reader.CreateOutput("result", Sdf.ValueTypeNames.Float2)

        def texture(key: str, space: str) -> UsdShade.Shader:
            node = UsdShade.Shader.Define(stage, f"{place}/{key}")
            node.CreateIdAttr("UsdUVTexture")
            node.CreateInput("file", Sdf.ValueTypeNames.Asset).Set(Sdf.AssetPath(f"./{names[key]}"))
            node.CreateInput("sourceColorSpace", Sdf.ValueTypeNames.Token).Set(space)
            node.CreateInput("wrapS", Sdf.ValueTypeNames.Token).Set("clamp")
            node.CreateInput("wrapT", Sdf.ValueTypeNames.Token).Set("clamp")
            node.CreateInput("st", Sdf.ValueTypeNames.Float2).ConnectToSource(coordinates)
            return node

        node = texture("color", "sRGB")
        color = node.CreateOutput("rgb", Sdf.ValueTypeNames.Float3)
        shader.CreateInput("diffuseColor", Sdf.ValueTypeNames.Color3f).ConnectToSource(color)
        if name == GLASS:
            stopped = node.CreateOutput("a", Sdf.ValueTypeNames.Float)
            shader.CreateInput("opacity", Sdf.ValueTypeNames.Float).ConnectToSource(stopped)
        elif "clear" in names:
            stopped = texture("clear", "raw").CreateOutput("r", Sdf.ValueTypeNames.Float)
            shader.CreateInput("opacity", Sdf.ValueTypeNames.Float).ConnectToSource(stopped)
        if "normal" in names:
            node = texture("normal", "raw")
            # Normals are stored as (n + 1) / 2.
            node.CreateInput("scale", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(2, 2, 2, 1))
            node.CreateInput("bias", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(-1, -1, -1, 0))
            output = node.CreateOutput("rgb", Sdf.ValueTypeNames.Float3)
            shader.CreateInput("normal", Sdf.ValueTypeNames.Normal3f).ConnectToSource(output)
        if "emission" in names:
            node = texture("emission", "sRGB")
            light = Gf.Vec4f(*(float(x * pbr.emissive_strength) for x in pbr.emissive), 1.0)
            node.CreateInput("scale", Sdf.ValueTypeNames.Float4).Set(light)
            output = node.CreateOutput("rgb", Sdf.ValueTypeNames.Float3)
            shader.CreateInput("emissiveColor", Sdf.ValueTypeNames.Color3f).ConnectToSource(output)
        if "orm" in names:
            node = texture("orm", "raw")
            for channel, wanted in (("r", "occlusion"), ("g", "roughness"), ("b", "metallic")):
                output = node.CreateOutput(channel, Sdf.ValueTypeNames.Float)
                shader.CreateInput(wanted, Sdf.ValueTypeNames.Float).ConnectToSource(output)
        if "occlusion" in names:
            output = texture("occlusion", "raw").CreateOutput("r", Sdf.ValueTypeNames.Float)
            shader.CreateInput("occlusion", Sdf.ValueTypeNames.Float).ConnectToSource(output)
        return material

    clear = transparent_faces(turned)
    whole = GLASS if clear.all() else SURFACE
    UsdShade.MaterialBindingAPI.Apply(body.GetPrim()).Bind(make_material(whole))
    if clear.any() and not clear.all():
        for name, which in ((SURFACE, ~clear), (GLASS, clear)):
            index = Vt.IntArray.FromNumpy(np.flatnonzero(which).astype(np.int32))
            part = UsdGeom.Subset.CreateGeomSubset(
                body, name, UsdGeom.Tokens.face, index, UsdShade.Tokens.materialBind, UsdGeom.Tokens.partition
            )
            material = UsdShade.Material(stage.GetPrimAtPath(f"/object/materials/{name}"))
            UsdShade.MaterialBindingAPI.Apply(part.GetPrim()).Bind(material or make_material(name))
    layer.Save()
