"""GLB and OBJ files, written whole or not at all.

glTF's frame is ours (right-handed, +Y up, front +Z), so nothing is turned. Paths come from the caller; no text of the
metadata, such as a prompt, takes part in one.
"""

from __future__ import annotations

import io
import json
import os
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from PIL import Image

from bozzetto.atomic import atomic_file, write_bytes
from bozzetto.export.mesh.mesh import Array, Mesh, clear_faces, vertex_normals

GENERATOR = "bozzetto"
# Names of materials.
SURFACE, GLASS = "surface", "glass"
# glTF 2.0, sections 5.1.3, 5.11.5 and 5.26.
UNSIGNED_SHORT, UNSIGNED_INT, FLOAT = 5123, 5125, 5126
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
CLAMP_TO_EDGE = 33071


class BrokenFileError(ValueError):
    """A file that was written does not read back as the mesh that it should hold."""


@dataclass(frozen=True)
class GlbCheck:
    """What a GLB holds when it is read back."""

    n_vertices: int
    n_faces: int
    bounds: tuple[tuple[float, float, float], tuple[float, float, float]]
    """Lowest and highest corner, metres."""
    texture_size: tuple[int, int] | None
    """Width and height, or None without a texture."""
    has_normals: bool
    n_bytes: int
    extras: dict[str, Any]
    """`asset.extras`."""


def write_glb(
    mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None, *, image: str = "png"
) -> Path:
    """Writes a binary glTF 2.0 with a metallic-roughness material, and another for what is of glass.

    Args:
        mesh: with a texture and uv (a normal map and an occlusion map go along), or vertex colours, or neither.
        path: of the file; its folder must exist.
        metadata: goes to `asset.extras`; values must be JSON.
        image: `png`, or `webp` (lossless, extension EXT_texture_webp, which not every reader knows).

    Returns:
        The path.

    Raises:
        OSError: it cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    data = glb_bytes(mesh, metadata, image=image)
    write_bytes(path, data)
    return Path(path)


def glb_bytes(mesh: Mesh, metadata: Mapping[str, Any] | None = None, *, image: str = "png") -> bytes:
    """The bytes of `write_glb`.

    Args:
        mesh: with a texture and uv, or vertex colours, or neither.
        metadata: goes to `asset.extras`; values must be JSON.
        image: `png`, or `webp` (lossless, extension EXT_texture_webp, which not every reader knows).

    Returns:
        A whole GLB.
    """
    if len(mesh.faces) == 0:
        raise ValueError("cannot write a mesh without faces")
    if image not in ("png", "webp"):
        raise ValueError(f"image must be png or webp, got {image!r}")
    extras = json.loads(json.dumps(dict(metadata or {}), allow_nan=False))
    texture = mesh.texture if mesh.uv is not None else None
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    chunks: list[bytes] = []
    views: list[dict[str, Any]] = []
    accessors: list[dict[str, Any]] = []

    def view(data: bytes, target: int | None = None) -> int:
        views.append({"buffer": 0, "byteOffset": sum(map(len, chunks)), "byteLength": len(data)})
        if target is not None:
            views[-1]["target"] = target
        # glTF 2.0, section 3.6.2.4: accessors start at multiples of their component's size.
        chunks.append(data + b"\0" * (-len(data) % 4))
        return len(views) - 1

    def accessor(values: Array, kind: str, component: int, target: int, **more: Any) -> int:
        where = view(np.ascontiguousarray(values).tobytes(), target)
        count = values.size if kind == "SCALAR" else len(values)
        accessors.append({"bufferView": where, "componentType": component, "count": count, "type": kind, **more})
        return len(accessors) - 1

    groups = by_material(mesh)
    indices = {
        name: accessor(faces.astype("<u4"), "SCALAR", UNSIGNED_INT, ELEMENT_ARRAY_BUFFER)
        for name, faces in groups.items()
    }
    positions = mesh.vertices.astype("<f4")
    low, high = positions.min(axis=0).tolist(), positions.max(axis=0).tolist()
    attributes = {
        "POSITION": accessor(positions, "VEC3", FLOAT, ARRAY_BUFFER, min=low, max=high),
        "NORMAL": accessor(normals.astype("<f4"), "VEC3", FLOAT, ARRAY_BUFFER),
    }
    tree: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": GENERATOR, "extras": extras},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"name": "object", "mesh": 0}],
    }
    surface: dict[str, Any] = {}
    maps: dict[str, Any] = {}
    images: list[dict[str, Any]] = []

    def reference(picture: Array, name: str) -> dict[str, int]:
        mime = f"image/{image}"
        images.append({"name": name, "mimeType": mime, "bufferView": view(image_bytes(picture, image))})
        return {"index": len(images) - 1}

    if texture is not None and mesh.uv is not None:
        # glTF's v points down the image, ours up.
        flipped = (mesh.uv * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)).astype("<f4")
        attributes["TEXCOORD_0"] = accessor(flipped, "VEC2", FLOAT, ARRAY_BUFFER)
        surface["baseColorTexture"] = reference(texture, "base color")
        if mesh.normal_map is not None:
            if mesh.tangents is None:
                raise ValueError("a normal map needs the tangents that it was baked with")
            attributes["TANGENT"] = accessor(mesh.tangents.astype("<f4"), "VEC4", FLOAT, ARRAY_BUFFER)
            maps["normalTexture"] = reference(mesh.normal_map, "normal")
        if mesh.occlusion is not None:
            maps["occlusionTexture"] = reference(mesh.occlusion, "occlusion")
    elif mesh.colors is not None:
        # Vertex colours of glTF are linear light; 16 bits, for 8 would show steps in the dark.
        linear = np.concatenate([to_linear(mesh.colors / 255.0), np.ones((len(mesh.colors), 1))], axis=1)
        values = np.round(linear * 65535).astype("<u2")
        attributes["COLOR_0"] = accessor(values, "VEC4", UNSIGNED_SHORT, ARRAY_BUFFER, normalized=True)
    tree["meshes"] = [
        {
            "name": "object",
            "primitives": [
                {"attributes": attributes, "indices": indices[name], "material": k} for k, name in enumerate(groups)
            ],
        }
    ]
    tree["materials"] = []
    for name in groups:
        rough = mesh.clear_roughness if name == GLASS else mesh.roughness
        factors = {"metallicFactor": float(mesh.metallic), "roughnessFactor": float(rough)}
        material = {"name": name, "pbrMetallicRoughness": {**surface, **factors}, **maps}
        tree["materials"].append({**material, "alphaMode": "BLEND"} if name == GLASS else material)
    tree["accessors"], tree["bufferViews"] = accessors, views
    if images:
        tree["images"] = images
        tree["samplers"] = [{"magFilter": 9729, "minFilter": 9987, "wrapS": CLAMP_TO_EDGE, "wrapT": CLAMP_TO_EDGE}]
        if image == "webp":
            tree["textures"] = [
                {"sampler": 0, "extensions": {"EXT_texture_webp": {"source": k}}} for k in range(len(images))
            ]
            tree["extensionsUsed"] = tree["extensionsRequired"] = ["EXT_texture_webp"]
        else:
            tree["textures"] = [{"sampler": 0, "source": k} for k in range(len(images))]
    body = b"".join(chunks)
    tree["buffers"] = [{"byteLength": len(body)}]
    text = json.dumps(tree, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    length = 12 + 8 + len(text) + 8 + len(body)
    if length >= 1 << 32:
        raise ValueError(f"a GLB holds at most 4 GiB, this mesh needs {length} bytes: choose fewer faces or texels")
    header = struct.pack("<4sII", b"glTF", 2, length)
    return header + struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(body), b"BIN\0") + body


def by_material(mesh: Mesh) -> dict[str, Array]:
    """Faces [F, 3] by the name of their material: SURFACE, and GLASS for those that light goes through; no empty ones.

    Args:
        mesh: with at least one face.
    """
    clear = clear_faces(mesh)
    return {name: mesh.faces[which] for name, which in ((SURFACE, ~clear), (GLASS, clear)) if which.any()}


def to_linear(display: Array) -> Array:
    """sRGB-encoded values as linear light (IEC 61966-2-1).

    Args:
        display: any shape, in [0, 1].

    Returns:
        The same shape, in [0, 1].
    """
    return np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)


def to_display(linear: Array) -> Array:
    """Linear light as sRGB-encoded values, the inverse of `to_linear`.

    Args:
        linear: any shape, in [0, 1].

    Returns:
        The same shape, in [0, 1].
    """
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055)


def verify_glb(path: str | os.PathLike[str], mesh: Mesh | None = None) -> GlbCheck:
    """Reads a GLB back with trimesh.

    Args:
        path: of the file.
        mesh: what it should hold; counts, bounds and the texture's size are compared.

    Returns:
        What it holds.

    Raises:
        BrokenFileError: it cannot be read, or holds something else.
        OSError: it cannot be opened.
    """
    data = Path(path).read_bytes()
    bodies = _bodies(path, data)
    body = bodies[0]
    tree = glb_json(data)
    image = getattr(getattr(body.visual, "material", None), "baseColorTexture", None)
    bounds = np.min([b.bounds[0] for b in bodies], axis=0), np.max([b.bounds[1] for b in bodies], axis=0)
    low, high = (tuple(float(x) for x in corner) for corner in bounds)
    check = GlbCheck(
        n_vertices=len(body.vertices),
        n_faces=sum(len(b.faces) for b in bodies),
        bounds=((low[0], low[1], low[2]), (high[0], high[1], high[2])),
        texture_size=None if image is None else image.size,
        has_normals="NORMAL" in tree["meshes"][0]["primitives"][0]["attributes"],
        n_bytes=len(data),
        extras=tree["asset"].get("extras", {}),
    )
    if mesh is not None:
        expected: dict[str, Any] = {"n_vertices": len(mesh.vertices), "n_faces": len(mesh.faces), "texture_size": None}
        if mesh.texture is not None and mesh.uv is not None:
            expected["texture_size"] = (mesh.texture.shape[1], mesh.texture.shape[0])
        for name, value in expected.items():
            if getattr(check, name) != value:
                raise BrokenFileError(f"{path}: {name} is {getattr(check, name)}, expected {value}")
        used = mesh.vertices[mesh.faces.reshape(-1)]
        if not np.allclose(bounds, [used.min(axis=0), used.max(axis=0)], atol=1e-6):
            raise BrokenFileError(f"{path}: bounds are {check.bounds}, not the mesh's")
    return check


def read_glb(path: str | os.PathLike[str]) -> Mesh:
    """Reads the one mesh of a GLB, with its base colour.

    Args:
        path: of a file that `write_glb` wrote.

    Returns:
        The mesh, the faces that light goes through last; `uv` and `texture` are None where the file has none.

    Raises:
        BrokenFileError: it cannot be read, or does not hold exactly one mesh.
        OSError: it cannot be opened.
    """
    bodies = _bodies(path, Path(path).read_bytes())
    body = bodies[0]
    image = getattr(getattr(body.visual, "material", None), "baseColorTexture", None)
    clear = any(getattr(getattr(b.visual, "material", None), "alphaMode", None) == "BLEND" for b in bodies)
    uv = getattr(body.visual, "uv", None)
    return Mesh(
        vertices=np.asarray(body.vertices, np.float32),
        faces=np.concatenate([b.faces for b in bodies]).astype(np.int32),
        uv=None if uv is None or image is None else np.asarray(uv, np.float32),
        normals=np.asarray(body.vertex_normals, np.float32),
        texture=None if image is None else np.asarray(image.convert("RGBA" if clear else "RGB"), np.uint8),
    )


def _bodies(path: str | os.PathLike[str], data: bytes) -> list[trimesh.Trimesh]:
    """The one mesh of a GLB by material, all with the vertices of the whole."""
    try:
        scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    except Exception as error:  # trimesh raises whatever its parsers meet in a broken file
        raise BrokenFileError(f"{path} does not read back: {type(error).__name__}: {error}") from error
    bodies = [g for g in scene.geometry.values() if isinstance(g, trimesh.Trimesh)]
    shared = all(np.array_equal(body.vertices, bodies[0].vertices) for body in bodies)
    if not bodies or len(bodies) > 2 or not shared:
        raise BrokenFileError(f"{path} holds {len(bodies)} meshes, expected 1")
    return bodies


def glb_json(data: bytes) -> dict[str, Any]:
    """The JSON chunk of a GLB.

    Args:
        data: a whole GLB.

    Returns:
        The glTF tree.

    Raises:
        ValueError: it is no GLB.
    """
    if data[:4] != b"glTF" or data[16:20] != b"JSON":
        raise ValueError("not a binary glTF 2.0 file")
    length = int.from_bytes(data[12:16], "little")
    return json.loads(data[20 : 20 + length])


def write_obj(mesh: Mesh, path: str | os.PathLike[str], metadata: Mapping[str, Any] | None = None) -> tuple[Path, ...]:
    """Writes an OBJ, and beside it an MTL and PNGs when the mesh has a texture.

    Each file is written whole or not at all; the OBJ comes last, so it never names a file that is not there.

    Args:
        mesh: vertex colours, when there is no texture, follow the positions as most readers take them.
        path: of the OBJ; its folder must exist. The MTL and the PNG take its stem.
        metadata: goes to a comment, as JSON.

    Returns:
        The paths written, the OBJ first.

    Raises:
        OSError: one cannot be written.
        TypeError, ValueError: the mesh has no faces, or the metadata is not JSON.
    """
    if len(mesh.faces) == 0:
        raise ValueError("cannot write a mesh without faces")
    path = Path(path)
    # The statements of an OBJ are split at spaces.
    stem = re.sub(r"[^A-Za-z0-9._-]", "_", path.stem)
    image = mesh.texture if mesh.uv is not None else None
    textured = image is not None
    groups = by_material(mesh)
    written = [path]
    lines = [f"# {GENERATOR} {json.dumps(dict(metadata or {}), allow_nan=False)}"]
    if image is not None:
        texture, material = path.with_name(f"{stem}.png"), path.with_name(f"{stem}.mtl")
        write_png(image[..., :3], texture)
        maps: dict[str, Path] = {}
        if mesh.normal_map is not None:
            maps["norm"] = write_png(mesh.normal_map, path.with_name(f"{stem}_normal.png"))
        if mesh.occlusion is not None:
            # No statement of an MTL means occlusion: the picture lies beside, for who wants to wire it.
            written.append(write_png(mesh.occlusion, path.with_name(f"{stem}_occlusion.png")))
        clearness = path.with_name(f"{stem}_opacity.png")
        if GLASS in groups:
            written.append(write_png(image[..., 3], clearness))
        with atomic_file(material) as file:
            statements = []
            for name in groups:
                statements += [f"newmtl {name}", "Ka 0 0 0", "Kd 1 1 1", "Ks 0 0 0", "illum 1"]
                # The PBR extension that Blender, Maya and trimesh know.
                rough = mesh.clear_roughness if name == GLASS else mesh.roughness
                statements += [f"Pr {rough:.4g}", f"Pm {mesh.metallic:.4g}"]
                statements += [f"{key} {extra.name}" for key, extra in maps.items()]
                if name == GLASS:
                    statements.append(f"map_d {clearness.name}")
                statements.append(f"map_Kd {texture.name}")
            file.write("\n".join([*statements, ""]).encode())
        written += [material, texture, *maps.values()]
        lines += [f"mtllib {material.name}", "o object"]
    else:
        lines.append("o object")
    if mesh.colors is not None and not textured:
        lines += [
            "v {:.7g} {:.7g} {:.7g} {:.4g} {:.4g} {:.4g}".format(*position, *color)
            for position, color in zip(mesh.vertices.tolist(), (mesh.colors / 255.0).tolist(), strict=True)
        ]
    else:
        lines += ["v {:.7g} {:.7g} {:.7g}".format(*position) for position in mesh.vertices.tolist()]
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    if textured and mesh.uv is not None:
        lines += ["vt {:.7g} {:.7g}".format(*uv) for uv in mesh.uv.tolist()]
    lines += ["vn {:.5g} {:.5g} {:.5g}".format(*normal) for normal in normals.tolist()]
    corner = "{0}/{0}/{0}" if textured else "{0}//{0}"
    for name, faces in groups.items():
        if textured:
            lines.append(f"usemtl {name}")
        lines += ["f " + " ".join(corner.format(i) for i in face) for face in (faces + 1).tolist()]
    write_bytes(path, ("\n".join(lines) + "\n").encode())
    return tuple(written)


def png_bytes(image: Array) -> bytes:
    """Encodes a PNG.

    Args:
        image: [H, W, 3], [H, W, 4] or [H, W] uint8.

    Returns:
        The bytes of the file.
    """
    return image_bytes(image, "png")


def image_bytes(image: Array, kind: str) -> bytes:
    """Encodes a picture without loss.

    Args:
        image: [H, W, 3], [H, W, 4] or [H, W] uint8.
        kind: `png` or `webp`.

    Returns:
        The bytes of the file.
    """
    buffer = io.BytesIO()
    if kind == "webp":
        # `exact` keeps colours; method 2 is a quarter of the default's time for some percent more bytes.
        shown = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
        Image.fromarray(shown).save(buffer, "WEBP", lossless=True, exact=True, method=2)
    else:
        Image.fromarray(image).save(buffer, "PNG")
    return buffer.getvalue()


def write_png(image: Array, path: str | os.PathLike[str]) -> Path:
    """Writes a PNG, whole or not at all.

    Args:
        image: [H, W, 3], [H, W, 4] or [H, W] uint8.
        path: of the file; its folder must exist.

    Returns:
        The path.
    """
    data = png_bytes(image)
    write_bytes(path, data)
    return Path(path)
