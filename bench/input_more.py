"""More files of the kinds that people have: what goes wrong beside the plain case of each, made from the same truth."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.bench.input_cases import (
    QUARTERS,
    Case,
    Glb,
    Maker,
    box,
    colors,
    file,
    glb,
    obj,
    obj_text,
    picture,
    ply,
    shape,
    stl_bytes,
    stl_text,
    textured,
)
from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.files.read import Source

TONE = np.array([200, 100, 50]) / 255
DDS = b"DDS \x7c\0\0\0" + bytes(120)
"""A picture of a format that is not read."""
RED, WHITE = np.array([1.0, 0.0, 0.0]), np.ones(3)


def _painted(made: Glb, data: bytes | None = None, **more: Any) -> Glb:
    material = made.material({"index": made.texture(data)}, **more)
    return made.show({**made.box(), "material": material})


def _sparse_alone(made: Glb) -> None:
    """All positions are sparse ones, over zeros."""
    vertices, _, faces = box()
    position = made.add("accessors", {"componentType": 5126, "count": 24, "type": "VEC3"})
    made.tree["accessors"][position]["sparse"] = {
        "count": 24,
        "indices": {"bufferView": made.view(np.arange(24, dtype="<u1").tobytes()), "componentType": 5121},
        "values": {"bufferView": made.view(vertices.astype("<f4").tobytes())},
    }
    made.show({"attributes": {"POSITION": position}, "indices": made.accessor(faces.reshape(-1), "SCALAR", 5125)})


def _bytes_as_positions(made: Glb) -> None:
    """Signed bytes that are not normalised, in rows of four, under a node that makes them small."""
    vertices, _, faces = box()
    rows = np.zeros((24, 4), "<i1")
    rows[:, :3] = np.round(vertices * 100)
    where = made.view(rows.tobytes(), byteStride=4)
    position = made.add("accessors", {"bufferView": where, "componentType": 5120, "count": 24, "type": "VEC3"})
    made.show(
        {"attributes": {"POSITION": position}, "indices": made.accessor(faces.reshape(-1), "SCALAR", 5121)},
        scale=[0.01, 0.01, 0.01],
    ).used("KHR_mesh_quantization", required=True)


def _interleaved(made: Glb) -> None:
    vertices, uv, faces = box()
    rows = np.concatenate([vertices, uv], axis=1).astype("<f4")
    where = made.view(rows.tobytes(), byteStride=20)
    shared = {"bufferView": where, "componentType": 5126, "count": 24}
    attributes = {
        "POSITION": made.add("accessors", {**shared, "type": "VEC3"}),
        "TEXCOORD_0": made.add("accessors", {**shared, "type": "VEC2", "byteOffset": 12}),
    }
    material = made.material({"index": made.texture()})
    made.show(
        {"attributes": attributes, "indices": made.accessor(faces.reshape(-1), "SCALAR", 5123), "material": material}
    )


def _other_set(made: Glb) -> None:
    """The transform names another set of coordinates than the texture does."""
    corner = made.accessor(np.full((24, 2), 0.25), "VEC2")
    primitive = made.box(TEXCOORD_0=corner, TEXCOORD_1=made.accessor(box()[1], "VEC2"))
    info = {"index": made.texture(), "texCoord": 0, "extensions": {"KHR_texture_transform": {"texCoord": 1}}}
    made.show({**primitive, "material": made.material(info)}).used("KHR_texture_transform")


def _byte_colors(made: Glb) -> None:
    """Bytes of linear light, whose alpha means nothing to an opaque material."""
    rows = np.tile([255, 51, 0, 10], (24, 1))
    made.show({**made.box(COLOR_0=made.accessor(rows, "VEC4", 5121, normalized=True)), "material": made.material(None)})


def _two_joints(made: Glb) -> None:
    """Two joints without inverse matrices, each with half a vertex."""
    joints, weights = np.tile([0.0, 1, 0, 0], (24, 1)), np.tile([0.5, 0.5, 0, 0], (24, 1))
    primitive = made.box(JOINTS_0=made.accessor(joints, "VEC4", 5123), WEIGHTS_0=made.accessor(weights, "VEC4"))
    made.show(primitive, skin=0, scale=[9, 9, 9])
    nodes = [made.add("nodes", {"translation": [0, y, 0]}) for y in (1, 3)]
    made.tree["scenes"][0]["nodes"] += nodes
    made.add("skins", {"joints": nodes})


def _weights_of_node(made: Glb) -> None:
    vertices, _, _ = box()
    up = np.where(vertices[:, 1:2] > 0, [0.0, 2.0, 0.0], 0.0)
    made.show(made.box() | {"targets": [{"POSITION": made.accessor(up, "VEC3")}]}, weights=[0.5])
    made.tree["meshes"][0]["weights"] = [0.0]


def _matrix_below(made: Glb) -> None:
    """A matrix (columns first) below a quarter of a turn."""
    made.show(made.box(), matrix=[2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 3, 0, 0, 1])
    parent = made.add("nodes", {"children": [0], "rotation": [0, np.sqrt(0.5), 0, np.sqrt(0.5)]})
    made.tree["scenes"][0]["nodes"] = [parent]


def _turned_instances(made: Glb) -> None:
    half = np.sqrt(0.5)
    places = {
        "TRANSLATION": made.accessor(np.array([[0.0, 0, 0], [0, 5, 0]]), "VEC3"),
        "ROTATION": made.accessor(np.array([[0.0, 0, 0, 1], [0, 0, half, half]]), "VEC4"),
        "SCALE": made.accessor(np.array([[1.0, 1, 1], [-1, 3, 1]]), "VEC3"),
    }
    made.show(made.box(), extensions={"EXT_mesh_gpu_instancing": {"attributes": places}})
    made.used("EXT_mesh_gpu_instancing", required=True)


def _palette(made: Glb) -> None:
    """A PNG with a palette and one transparent entry, cut out."""
    from PIL import Image

    image = Image.fromarray((np.arange(1024).reshape(32, 32) // 512).astype(np.uint8), "P")
    image.putpalette([255, 0, 0, 0, 255, 0])
    buffer = io.BytesIO()
    image.save(buffer, "PNG", transparency=1)
    _painted(made, buffer.getvalue(), alphaMode="MASK")


def _upper_half(source: Source) -> str:
    points = np.array([[0.5, 0.1, -0.3], [0.5, 0.1, 0.3]])
    if source.opacity_fn is None or source.color_fn is None:
        return "it is not cut out"
    stops, shown = source.opacity_fn(points)[:, 0], source.color_fn(points[:1])
    return (
        "" if np.abs(stops - (1, 0)).max() < 0.02 and np.abs(shown - RED).max() < 0.02 else f"it stops {stops.tolist()}"
    )


def _metal_by_specular(made: Glb) -> None:
    """Black by its diffuse colour; what shows is its specular one."""
    entry = {"diffuseFactor": [0, 0, 0, 1], "specularGlossinessTexture": {"index": made.texture()}}
    material = made.add("materials", {"extensions": {"KHR_materials_pbrSpecularGlossiness": entry}})
    made.show({**made.box(), "material": material}).used("KHR_materials_pbrSpecularGlossiness")


def _hidden(made: Glb) -> None:
    made.show(made.box()).show(
        made.box(), translation=[9, 0, 0], extensions={"KHR_node_visibility": {"visible": False}}
    )
    made.used("KHR_node_visibility")


def _only_webp(made: Glb) -> None:
    _painted(made, picture("WEBP", lossless=True)).used("EXT_texture_webp", required=True)
    made.tree["textures"][0] = {"extensions": {"EXT_texture_webp": {"source": 0}}}


def _gltf_beside(buffer: str, image: str, names: tuple[str, str]) -> Maker:
    """A .gltf whose buffer and picture have URIs."""

    def make(folder: Path) -> Path:
        made = _painted(Glb())
        (folder / names[0]).write_bytes(made.body)
        (folder / names[1]).write_bytes(picture())
        tree = made.tree | {"buffers": [{"byteLength": len(made.body), "uri": buffer}], "images": [{"uri": image}]}
        (folder / "in.gltf").write_text(json.dumps(tree))
        return folder / "in.gltf"

    return make


def _strange_chunk(folder: Path) -> Path:
    """A chunk that nobody knows between those that everybody does."""
    data = _painted(Glb()).bytes()
    at = 20 + struct.unpack("<I", data[12:16])[0]
    data = data[:at] + struct.pack("<I4s4s", 4, b"ACME", b"xxxx") + data[at:]
    (folder / "in.glb").write_bytes(data[:8] + struct.pack("<I", len(data)) + data[12:])
    return folder / "in.glb"


def _flat_node(made: Glb) -> None:
    """A node that is flattened to nothing beside one that is there."""
    made.show(made.box()).show(made.box(), scale=[0, 0, 0])


def more_gltf() -> list[Case]:
    """glTF 2.0."""
    light = linear_to_srgb(np.array([1.0, 0.2, 0.0]))

    def case(name: str, build: Any, check: Any = None, expected: Any = "right", words: str = "") -> Case:
        make = build if build.__name__ in ("make", "_strange_chunk") else glb(build)
        return Case("glTF", name, make, expected, words, check)

    return [
        case("sparse without a base", _sparse_alone, shape()),
        case("bytes as positions", _bytes_as_positions, shape()),
        case("interleaved", _interleaved, colors()),
        case("set of the transform", _other_set, colors()),
        case("vertex colours in bytes", _byte_colors, colors(light)),
        case(
            "two joints, no inverse", _two_joints, shape(1.0, (-0.5, 1.5, -0.5), (0.5, 2.5, 0.5)), "noted", "skeleton"
        ),
        case(
            "morph weights of the node", _weights_of_node, shape(2.0, -0.5, (0.5, 1.5, 0.5)), "noted", "morph targets"
        ),
        case("matrix below a rotation", _matrix_below, shape(2.0, (-0.5, -0.5, -4), (0.5, 0.5, -2))),
        case("turned, mirrored instances", _turned_instances, shape(4.0, (-1.5, -0.5, -0.5), (1.5, 5.5, 0.5))),
        case("palette, cut out", _palette, _upper_half),
        case("metal by its specular texture", _metal_by_specular, colors(), "noted", "specularGlossinessTexture"),
        case("hidden node", _hidden, shape(), "noted", "hidden"),
        case("WebP only", _only_webp, colors()),
        case("CMYK JPEG", lambda m: _painted(m, _cmyk()), colors(tolerance=0.15)),
        case(
            "picture of another format", lambda m: _painted(m, DDS), colors(WHITE), "noted", "format that is not read"
        ),
        case(
            "unlit",
            lambda m: _painted(m, extensions={"KHR_materials_unlit": {}}).used("KHR_materials_unlit", required=True),
            colors(),
        ),
        case("spaces in URIs", _gltf_beside("a%20b.bin", "c d.png", ("a b.bin", "c d.png")), colors()),
        case("letters in URIs", _gltf_beside("%C3%A4.bin", " ö  x.png", ("ä.bin", " ö  x.png")), colors()),
        case("buffer missing", _gltf_beside("b.bin", "t.png", ("other.bin", "t.png")), None, "refused", "no such file"),
        case(
            "picture missing", _gltf_beside("b.bin", "gone.png", ("b.bin", "t.png")), colors(WHITE), "noted", "gone.png"
        ),
        case("unknown chunk", _strange_chunk, colors()),
        case("node without extent", _flat_node, shape(faces=24)),
        case("light left out", lambda m: m.show(m.box()).used("KHR_lights_punctual"), shape(), "noted", "lights"),
        case("clamped, not repeated", textured(uv=lambda uv: uv - 1, wrapS=33071, wrapT=33071), colors(RED)),
        case(
            "glTF 1",
            _bare({"asset": {"version": "1.0"}, "meshes": {}}),
            None,
            "refused",
            "expected 2.0",
        ),
    ]


def _bare(tree: dict[str, Any]) -> Maker:
    def make(folder: Path) -> Path:
        (folder / "in.gltf").write_text(json.dumps(tree))
        return folder / "in.gltf"

    return make


def _cmyk() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(np.repeat(np.repeat(QUARTERS, 16, 0), 16, 1)).convert("CMYK").save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def _with_mtl(text: str, mtl: str, name: str = "in.mtl", **others: bytes) -> Maker:
    """An OBJ, its library and files beside it."""

    def make(folder: Path) -> Path:
        (folder / name).write_text(mtl)
        (folder / "t.png").write_bytes(picture())
        for key, data in others.items():
            (folder / key.replace("_", ".")).write_bytes(data)
        (folder / "in.obj").write_bytes(text.encode())
        return folder / "in.obj"

    return make


def more_obj() -> list[Case]:
    """OBJ and MTL."""
    lib, skin = "mtllib in.mtl\n" + obj_text(), "newmtl m\nmap_Kd {}\n"
    red = "newmtl m\nKd 1 0 0\n"

    def case(name: str, make: Any, check: Any = None, expected: Any = "right", words: str = "") -> Case:
        return Case("OBJ", name, make, expected, words, check)

    two = lib.replace("mtllib in.mtl", "mtllib other.mtl in.mtl")
    faces = [line + " # face" if line.startswith("f ") else line for line in obj_text().splitlines()]
    bent = obj_text().replace("f 1/1 2/2 3/3", "f 1/1 \\\n 2/2 3/3")
    return [
        case("carriage returns alone", obj(obj_text().replace("\n", "\r")), shape()),
        case("tabs and Windows lines", obj(obj_text().replace(" ", "\t").replace("\n", "\r\n")), shape()),
        case("comments after faces", obj("\n".join(faces) + "\n"), shape(faces=12)),
        case("lines carried on", obj(bent), shape(faces=12)),
        case(
            "library in quotes",
            _with_mtl(lib.replace("in.mtl", '"my in.mtl"'), skin.format("t.png"), "my in.mtl"),
            colors(),
        ),
        case("several libraries in a line", _with_mtl(two, skin.format("t.png")), colors(), "noted", "other.mtl"),
        case(
            "library renamed with its OBJ",
            _with_mtl(lib.replace("in.mtl", "old.mtl"), red),
            colors(RED),
            "noted",
            "beside the OBJ",
        ),
        case("library not named", _with_mtl(obj_text(), red), colors(RED), "noted", "beside the OBJ"),
        case(
            "white vertex colours beside Kd", _with_mtl("mtllib in.mtl\n" + obj_text(after=" 1 1 1"), red), colors(RED)
        ),
        case("colour beside a picture", _with_mtl(lib, red + "map_Kd t.png\n"), colors(), "noted", "takes its place"),
        case(
            "picture of another format",
            _with_mtl(lib, "newmtl m\nKd 1 0 0\nmap_Kd t.dds\n", t_dds=DDS),
            colors(RED),
            "noted",
            "format that is not read",
        ),
        case("Tr beside d", _with_mtl(lib, red + "d 1.0\nTr 1.0\n"), colors(RED)),
        case("transparent", _with_mtl(lib, red + "d 0.5\n"), colors(RED), "noted", "transparency"),
        case(
            "some vertices coloured",
            obj(obj_text(after=" 1 0 0").replace(" 1 0 0", "", 1)),
            shape(),
            "noted",
            "have no colour",
        ),
        case("weights instead of colours", obj(obj_text(after=" 1.0")), shape()),
        case(
            "another unit than metres",
            obj(obj_text().replace("v 0.5", "v 90.").replace("v -0.5", "v -90.")),
            shape(180.0, (-90, -0.5, -0.5), (90, 0.5, 0.5)),
            "noted",
            "180 m long",
        ),
        case("no numbers", obj(obj_text().replace("v 0.5", "v x", 1)), None, "refused", "not numbers"),
        case("vertex zero", obj(obj_text("{0}").replace("f 1 2 3", "f 0 1 2")), None, "refused", "count from 1"),
        case("binary", file("in.obj", b"v 0 0 0\0\1\2"), None, "refused", "binary"),
    ]


def _binary_ply(
    vertex: list[tuple[str, str]], rows: np.ndarray, face: str, tail: bytes, newline: bytes = b"\n"
) -> bytes:
    head = ["ply", "format binary_little_endian 1.0", f"element vertex {len(rows)}"]
    head += [f"property {kind} {name}" for name, kind in vertex] + ["element face 12", face, "end_header"]
    return newline.join(line.encode() for line in head) + newline + rows.tobytes() + tail


def _two_pictures(folder: Path) -> Path:
    """MeshLab's way: coordinates at the corners of faces, and two pictures of one colour each."""
    vertices, uv, faces = box()
    rows = [" ".join(map(str, v)) for v in vertices]
    for number, face in enumerate(faces):
        places = " ".join(f"{u} {1 - v}" for u, v in uv[face])
        rows.append(f"3 {face[0]} {face[1]} {face[2]} 6 {places} {number % 2}")
    head = "ply\nformat ascii 1.0\ncomment TextureFile a.png\ncomment TextureFile b.png\nelement vertex 24\n"
    head += "property float x\nproperty float y\nproperty float z\nelement face 12\n"
    head += "property list uchar int vertex_indices\nproperty list uchar float texcoord\n"
    head += "property int texnumber\nend_header\n"
    (folder / "a.png").write_bytes(picture())
    (folder / "b.png").write_bytes(picture(pixels=np.full((4, 4, 3), (9, 9, 9), np.uint8)))
    (folder / "in.ply").write_text(head + "\n".join(rows) + "\n")
    return folder / "in.ply"


def _each_its_picture(source: Source) -> str:
    if source.color_fn is None:
        return "it has no colours"
    corners = source.mesh.vertices[source.mesh.faces]
    # Of each face a place near its corners, where the first picture is red, green, blue or yellow.
    places = np.einsum("fki,k->fi", corners, [0.8, 0.1, 0.1])
    dark = source.color_fn(places).max(axis=1) < 0.1
    return "" if dark.sum() == 6 else f"{int(dark.sum())} faces of 12 have the second picture, not 6"


def more_ply() -> list[Case]:
    """PLY."""
    vertices, uv, faces = box()
    xyz = "property float x\nproperty float y\nproperty float z"
    plain = [" ".join(map(str, v)) for v in vertices]
    threes = [f"3 {a} {b} {c}" for a, b, c in faces]
    of_faces = f"element face {len(faces)}\nproperty list uchar int vertex_indices"
    rgb = "\nproperty uchar red\nproperty uchar green\nproperty uchar blue"
    tail = b"".join(struct.pack("<B3i", 3, *face) for face in faces.tolist())
    listed = "property list uchar int vertex_index"
    deep = np.zeros(24, np.dtype([(k, "<f8") for k in "xyz"] + [(k, "<u2") for k in ("red", "green", "blue")]))
    for k, axis in enumerate("xyz"):
        deep[axis] = vertices[:, k]
    for name, value in zip(("red", "green", "blue"), (200, 100, 50), strict=True):
        deep[name] = value * 257
    names = [(k, "double") for k in "xyz"] + [(k, "ushort") for k in ("red", "green", "blue")]
    double = _binary_ply(names, deep, listed, tail)
    long_rows = [t + " 9 1 1 1 1 1 1 1 1 1" for t in threes]
    splat = xyz + "".join(f"\nproperty float {name}" for name in ("f_dc_0", "rot_0", "opacity"))

    def case(name: str, make: Any, check: Any = None, expected: Any = "right", words: str = "") -> Case:
        return Case("PLY", name, make, expected, words, check)

    return [
        case("doubles and colours of 16 bits", file("in.ply", double), colors(TONE)),
        case(
            "Windows lines before binary", file("in.ply", _binary_ply(names, deep, listed, tail, b"\r\n")), colors(TONE)
        ),
        case("bytes after the end", file("in.ply", double + b"more"), colors(TONE), "noted", "4 bytes after"),
        case(
            "rows longer than the header says", ply(xyz, plain, of_faces, long_rows), shape(), "noted", "more numbers"
        ),
        case(
            "rows longer, of another kind",
            ply(xyz + rgb, [p + " 200 100 50" for p in plain], of_faces + rgb, long_rows),
            colors(TONE),
            "noted",
            "more numbers",
        ),
        case(
            "colours of vertices and faces",
            ply(xyz + rgb, [p + " 200 100 50" for p in plain], of_faces + rgb, [t + " 1 2 3" for t in threes]),
            colors(TONE),
            "noted",
            "those of the vertices",
        ),
        case("two pictures", _two_pictures, _each_its_picture),
        case(
            "a line nobody knows in the header",
            ply(xyz + "\nCreated by somebody", plain, of_faces, threes),
            shape(),
            "noted",
            "Created by",
        ),
        case(
            "transparent colours",
            ply(xyz + rgb + "\nproperty uchar alpha", [p + " 200 100 50 9" for p in plain], of_faces, threes),
            colors(TONE),
            "noted",
            "transparency",
        ),
        case(
            "no list of vertices",
            ply(xyz, plain, "element face 12\nproperty int a", ["1"] * 12),
            None,
            "refused",
            "no list",
        ),
        case("splats", ply(splat, [p + " 0 0 0" for p in plain], of_faces, threes), None, "refused", "splats"),
    ]


def more_others() -> list[Case]:
    """STL and 3MF."""
    note = "nothing about units"
    quad = stl_text().replace("endloop", "vertex 0 0 0\nendloop")

    def case(
        kind: str, name: str, make: Any, check: Any = None, expected: Any = "right", words: str = "", **o: Any
    ) -> Case:
        return Case(kind, name, make, expected, words, check, o or None)

    return [
        case(
            "STL",
            "carriage returns alone",
            file("in.stl", stl_text().replace("\n", "\r").encode()),
            shape(),
            "noted",
            note,
        ),
        case(
            "STL",
            "keywords as a name",
            file("in.stl", stl_text().replace("solid part", "solid outer vertex facet").encode()),
            shape(),
            "noted",
            note,
        ),
        case(
            "STL", "binary that begins with solid", file("in.stl", stl_bytes(head=b"solid x")), shape(), "noted", note
        ),
        case("STL", "no triangles", file("in.stl", b"x".ljust(84, b"\0")), None, "refused", "no triangles"),
        case("STL", "quadrangles", file("in.stl", quad.encode()), None, "refused", "no triangles"),
        case("STL", "UTF-16", file("in.stl", stl_text().encode("utf-16")), None, "refused", "UTF-16"),
        case("STL", "millimetres", file("in.stl", stl_bytes()), shape(1e-9, -0.0005, 0.0005), units="mm"),
        case("3MF", "picture", _3mf(_pictured()), colors()),
        case(
            "3MF",
            "picture missing",
            _3mf(_pictured(), with_picture=False),
            colors(WHITE),
            "noted",
            "not in the package",
        ),
        case("3MF", "colours of corners", _3mf(_colored("#C8643280")), colors(TONE), "noted", "transparency"),
        case(
            "3MF",
            "painted in a slicer",
            _3mf(_colored("#C86432", ' paint_color="8"')),
            colors(TONE),
            "noted",
            "painted",
        ),
        case("3MF", "mirrored", _3mf(_colored("#C86432"), transform="-1 0 0 0 1 0 0 0 1 0 0 0"), shape()),
        case("3MF", "nothing built", _3mf(_colored("#C86432"), transform=None), shape(), "noted", "builds nothing"),
        case("3MF", "unknown unit", _3mf(_colored("#C86432"), unit="mile"), None, "refused", "no unit"),
    ]


def _3mf(
    resources: tuple[str, str], *, transform: str | None = "", unit: str = "meter", with_picture: bool = True
) -> Maker:
    """A package of the box, +Z up.

    Args:
        resources: before the object; and what its triangles have, `{0}` for the first corner and so on.
        transform: of the build's item; None builds nothing.
    """
    vertices, _, faces = box()
    up = np.stack([vertices[:, 0], -vertices[:, 2], vertices[:, 1]], axis=1)
    head = f'<model unit="{unit}" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" '
    head += 'xmlns:m="http://schemas.microsoft.com/3dmanufacturing/material/2015/02"><resources>'
    mesh = '<object id="1"><mesh><vertices>' + "".join('<vertex x="{}" y="{}" z="{}"/>'.format(*v) for v in up)
    mesh += "</vertices><triangles>"
    mesh += "".join(
        '<triangle v1="{}" v2="{}" v3="{}"'.format(*face) + resources[1].format(*face) + "/>" for face in faces
    )
    mesh += "</triangles></mesh></object></resources><build>"
    if transform is not None:
        mesh += '<item objectid="1"' + (f' transform="{transform}"' if transform else "") + "/>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("3D/3dmodel.model", head + resources[0] + mesh + "</build></model>")
        if with_picture:
            archive.writestr("3D/Textures/t.png", picture())
    return file("in.3mf", buffer.getvalue())


def _pictured() -> tuple[str, str]:
    _, uv, _ = box()
    group = '<m:texture2d id="5" path="/3D/Textures/t.png" contenttype="image/png"/><m:texture2dgroup id="6" texid="5">'
    group += "".join(f'<m:tex2coord u="{u}" v="{1 - v}"/>' for u, v in uv) + "</m:texture2dgroup>"
    return group, ' pid="6" p1="{0}" p2="{1}" p3="{2}"'


def _colored(color: str, more: str = "") -> tuple[str, str]:
    group = f'<m:colorgroup id="6"><m:color color="{color}"/></m:colorgroup>'
    return group, ' pid="6" p1="0"' + more


def more_cases() -> list[Case]:
    """All of these."""
    return [*more_gltf(), *more_obj(), *more_ply(), *more_others()]
