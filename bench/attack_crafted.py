"""Files that are made to do harm: small ones that unpack to gigabytes, claim more than they have, lead out of their
folder, or take a time that grows with the square of their size; see `bozzetto.bench.attack`."""

from __future__ import annotations

import base64
import contextlib
import functools
import json
import math
import os
import shutil
import struct
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bozzetto.bench.attack_files import CASE_SECONDS, judged
from bozzetto.bench.attack_trials import HUNG, Outcome, Row, in_child

MEMORY_MB = 1500.0
"""Beyond what the process has, for one file."""
SECONDS = 30.0
"""Of the processor, for one file; the slowest that is read takes a few."""
WALL_SECONDS = 150.0
"""For one file, on a machine with much other work."""

Make = Callable[[Path], Path]
"""Writes a file, and what lies beside it, into an empty folder: its path."""


def attack_by_crafted(out: Path) -> Iterator[Row]:
    """Reads every crafted file, each in a process of its own.

    Args:
        out: folder that is worked in.
    """
    for what, cases, read in (("meshes", meshes(), read_mesh), ("transforms.json", transforms(), read_transforms)):
        row = Row("crafted", what)
        for number, (name, make) in enumerate(cases.items()):
            folder = out / f"crafted-{what}" / str(number)
            folder.mkdir(parents=True)
            row.count(outcome_of(make, read, folder), name)
            shutil.rmtree(folder, ignore_errors=True)
        yield row


def outcome_of(make: Make, read: Callable[[Path], object], folder: Path) -> Outcome:
    """What comes of reading one file in a process of its own, with limits of time and memory; seconds of processor."""
    path = make(folder)
    begun = time.monotonic()
    # The folder that it lies in, and one for what a package is unpacked into.
    temporary = folder / "temporary"
    temporary.mkdir()

    def work() -> tuple[str, str, float, float]:
        tempfile.tempdir = str(temporary)
        started = time.process_time()
        kind, text, _, megabytes = judged(functools.partial(read, path), (path.parent, temporary), WALL_SECONDS)
        return kind, text, time.process_time() - started, megabytes

    result, ended, _ = in_child(work, WALL_SECONDS + CASE_SECONDS, int(2 * MEMORY_MB) << 20)
    if result is None:
        return Outcome(HUNG, f"ended by signal {ended}", time.monotonic() - begun)
    kind, text, seconds, megabytes = result
    if seconds > SECONDS:
        kind, text = HUNG, f"it takes {seconds:.0f} s of the processor"
    if megabytes > MEMORY_MB:
        kind, text = HUNG, f"it takes {megabytes:.0f} MB"
    return Outcome(kind, text, seconds, megabytes)


def read_mesh(path: Path) -> None:
    """As the commands do: the mesh, and its colours where it has some."""
    from bozzetto.export.files.read import read_source

    source = read_source(path)
    points = source.mesh.vertices[:50].astype(np.float64)
    for function in (source.color_fn, source.opacity_fn):
        if function is not None and not np.isfinite(function(points)).all():
            raise AssertionError("its colours are no numbers")


def read_transforms(path: Path) -> None:
    """As `fit` does."""
    from bozzetto.jobs.train.transforms_json import load_images

    load_images(path, None)


# Meshes.


def png(width: int, height: int, channels: int = 3) -> bytes:
    """A picture of zeros, which is small whatever its sides."""
    packer = zlib.compressobj(9)
    row = bytes(width * channels + 1)
    data = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    return png_of(width, height, data, channels)


def png_of(width: int, height: int, data: bytes, channels: int = 3, more: bytes = b"") -> bytes:
    """A picture file with these data, whatever its header says of them."""
    header = struct.pack(">IIBBBBB", width, height, 8, {1: 0, 3: 2, 4: 6}[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + more + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _glb(tree: dict[str, Any], body: bytes, text: bytes | None = None) -> bytes:
    text = json.dumps(tree).encode() if text is None else text
    text += b" " * (-len(text) % 4)
    body += bytes(-len(body) % 4)
    head = struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(body))
    return head + struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(body), b"BIN\0") + body


CORNERS = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], "<f4").tobytes()
PLACES = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], "<f4").tobytes()
FACES = ((0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3))


def _tree(extra: bytes = b"", **changes: Any) -> tuple[dict[str, Any], bytes]:
    """A glTF of a tetrahedron, and its buffer; `extra` is bufferView 3."""
    body = CORNERS + PLACES + np.array(FACES, "<u4").tobytes() + extra
    views = [(0, 48), (48, 32), (80, 48), *([(128, len(extra))] if extra else [])]
    tree: dict[str, Any] = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "indices": 2, "material": 0}]}],
        "materials": [{}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "type": "VEC3", "count": 4},
            {"bufferView": 1, "componentType": 5126, "type": "VEC2", "count": 4},
            {"bufferView": 2, "componentType": 5125, "type": "SCALAR", "count": 12},
        ],
        "bufferViews": [{"buffer": 0, "byteOffset": at, "byteLength": size} for at, size in views],
        "buffers": [{"byteLength": len(body)}],
    }
    return tree | changes, body


def _pictured(image: dict[str, Any], data: bytes = b"") -> tuple[dict[str, Any], bytes]:
    material = {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}
    return _tree(data, images=[image], textures=[{"source": 0}], materials=[material])


def _embedded(data: bytes) -> tuple[dict[str, Any], bytes]:
    return _pictured({"bufferView": 3, "mimeType": "image/png"}, data)


def _changed(change: Callable[[dict[str, Any]], Any], extra: bytes = b"") -> Callable[[], tuple[dict[str, Any], bytes]]:
    def build() -> tuple[dict[str, Any], bytes]:
        tree, body = _tree(extra)
        change(tree)
        return tree, body

    return build


def _chain(count: int, everywhere: bool) -> tuple[dict[str, Any], bytes]:
    nodes = [{"children": [n + 1], **({"mesh": 0, "translation": [0.01, 0, 0]} if everywhere else {})}
             for n in range(count - 1)]  # fmt: skip
    return _tree(nodes=[*nodes, {"mesh": 0}])


def _many_instances(count: int) -> tuple[dict[str, Any], bytes]:
    tree, body = _embedded(png(8192, 8192))
    tree["nodes"] = [{"mesh": 0, "translation": [2 * n, 0, 0]} for n in range(count)]
    tree["scenes"] = [{"nodes": list(range(count))}]
    return tree, body


def _many_images(count: int) -> tuple[dict[str, Any], bytes]:
    tree, body = _many_instances(count)
    tree["images"] *= count
    tree["textures"] = [{"source": n} for n in range(count)]
    tree["materials"] = [{"pbrMetallicRoughness": {"baseColorTexture": {"index": n}}} for n in range(count)]
    (primitive,) = tree["meshes"][0]["primitives"]
    tree["meshes"] = [{"primitives": [{**primitive, "material": n}]} for n in range(count)]
    for number, node in enumerate(tree["nodes"]):
        node["mesh"] = number
    return tree, body


def _zeros(kind: str, count: int, component: int = 5126) -> dict[str, Any]:
    """An accessor without a buffer, whose values are zeros."""
    return {"componentType": component, "type": kind, "count": count}


def _text(name: str, text: bytes | str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return make


def _built(build: Callable[[], tuple[dict[str, Any], bytes]], beside: Callable[[Path], object] | None = None) -> Make:
    def make(folder: Path) -> Path:
        if beside is not None:
            beside(folder)
        return _text("a.glb", _glb(*build()))(folder)

    return make


def _rewritten(change: Callable[[str], str]) -> Make:
    """A GLB whose JSON is changed as text."""
    tree, body = _tree()
    return _text("a.glb", _glb({}, body, change(json.dumps(tree)).encode()))


def _as_json(build: Callable[[], tuple[dict[str, Any], bytes]]) -> Make:
    return lambda folder: _text("a.gltf", json.dumps(build()[0]))(folder)


def _refers_to(uri: str, image: bool) -> Make:
    if image:
        return _built(lambda: _pictured({"uri": uri}), _neighbours)
    return _as_json(_changed(lambda tree: tree["buffers"][0].update(uri=uri)))


def _neighbours(folder: Path) -> None:
    """What names may lead to: a folder, pipes, links out, to a device and to itself."""
    (folder / "folder").mkdir()
    for name in ("pipe.png", "pipe.mtl"):
        os.mkfifo(folder / name)
    for name, target in (("passwd.png", "/etc/passwd"), ("zero.png", "/dev/zero"), ("itself.png", "itself.png")):
        (folder / name).symlink_to(target)


NAMES = {
    "upwards": "../../../../../../etc/passwd", "a file address": "file:///etc/passwd", "another host": "http://127.0.0.1:9/x",
    "a share": "\\\\host\\share\\x", "a share of slashes": "//host/share/x", "absolute": "/etc/passwd",
    "escaped": "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "escaped twice": "%252e%252e/%252e%252e/etc/passwd", "null": "a\0b",
    "5000 letters": "a" * 5000, "a folder": "folder", "nothing": "", "a drive": "C:\\x", "a home": "~/x",
    "a process": "/proc/self/environ", "a link out": "passwd.png", "a link to a device": "zero.png",
    "a link to itself": "itself.png", "a pipe": "pipe.png",
}  # fmt: skip


def _ply(vertices: int | str, faces: int | str, comment: str = "") -> bytes:
    return (
        f"ply\nformat ascii 1.0\n{comment}element vertex {vertices}\nproperty float x\nproperty float y\n"
        f"property float z\nelement face {faces}\nproperty list uchar int vertex_indices\nend_header\n"
    ).encode()


def _binary_ply(vertices: int | str, faces: int | str, comment: str = "") -> bytes:
    return _ply(vertices, faces, comment).replace(b"ascii", b"binary_little_endian")


PLY_ROWS = b"0 0 0\n1 0 0\n0 1 0\n0 0 1\n3 0 2 1\n3 0 1 3\n3 0 3 2\n3 1 2 3\n"
PLY_BYTES = CORNERS + b"".join(struct.pack("<B3i", 3, *face) for face in FACES)
OBJ = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n"


def _obj(text: bytes, mtl: bytes | None = None) -> Make:
    def make(folder: Path) -> Path:
        _neighbours(folder)
        if mtl is not None:
            (folder / "a.mtl").write_bytes(mtl)
        return _text("a.obj", (b"mtllib a.mtl\nusemtl a\n" if mtl is not None else b"") + text)(folder)

    return make


def meshes() -> dict[str, Make]:
    """Meshes by what is wrong with them."""
    cases: dict[str, Make] = {
        "a picture of 8192 x 8192": _built(lambda: _many_instances(1)),
        "that picture on 24 instances": _built(lambda: _many_instances(24)),
        "24 such pictures": _built(lambda: _many_images(24)),
        "a chain of 200 nodes with a mesh each": _built(lambda: _chain(200, True)),
        "a chain of 1000": _built(lambda: _chain(1000, True)),
        "a chain of 3000": _built(lambda: _chain(3000, True)),
        "a chain of 20000 to one mesh": _built(lambda: _chain(20_000, False)),
        "nodes in a circle": _built(lambda: _tree(nodes=[{"mesh": 0, "children": [1]}, {"children": [0]}])),
        "a node 100000 times": _built(lambda: _tree(scenes=[{"nodes": [0] * 100_000}])),
        "a node that is missing": _built(lambda: _tree(scenes=[{"nodes": [99]}])),
        "a scene that is missing": _built(lambda: _tree(scene=5)),
        "40 accessors of a gigabyte each": _built(
            _changed(lambda tree: tree["accessors"].extend([_zeros("MAT4", 15_000_000)] * 40))
        ),
        "40 unused meshes of zeros": _built(
            _changed(
                lambda tree: (
                    tree["accessors"].append(_zeros("VEC3", 15_000_000)),
                    tree["meshes"].extend([{"primitives": [{"attributes": {"POSITION": 3}}]}] * 40),
                )
            )
        ),
        "a mesh of 9 million zeros": _built(
            _changed(
                lambda tree: (
                    tree["accessors"].append(_zeros("VEC3", 9_000_000)),
                    tree.update(meshes=[{"primitives": [{"attributes": {"POSITION": 3}, "material": 0}]}]),
                )
            )
        ),
        "5 million faces of zeros": _built(
            _changed(
                lambda tree: (
                    tree["accessors"].append(_zeros("SCALAR", 14_999_997, 5125)),
                    tree["meshes"][0]["primitives"][0].update(indices=3),
                )
            )
        ),
        "a thousand million corners": _built(_changed(lambda tree: tree["accessors"][0].update(count=10**9))),
        "a thousand million zeros": _built(
            _changed(
                lambda tree: (
                    tree["accessors"].append(_zeros("VEC3", 10**9)),
                    tree["meshes"][0]["primitives"][0]["attributes"].update(POSITION=3),
                )
            )
        ),
        "a sparse accessor": _built(
            _changed(
                lambda tree: tree["accessors"][0].update(
                    sparse={
                        "count": 4,
                        "indices": {"bufferView": 2, "componentType": 5125},
                        "values": {"bufferView": 0},
                    }
                )
            )
        ),
        "a stride of 1": _built(_changed(lambda tree: tree["bufferViews"][0].update(byteStride=1))),
        "a stride of 0": _built(
            _changed(
                lambda tree: (
                    tree["bufferViews"].append({"buffer": 0, "byteLength": 48, "byteStride": 0}),
                    tree["accessors"].append({"bufferView": 3, **_zeros("VEC3", 15_000_000)}),
                    tree["meshes"][0]["primitives"][0]["attributes"].update(POSITION=3),
                )
            )
        ),
        "90000 brackets": _rewritten(lambda text: f'{text[:-1]}, "extras": {"[" * 90_000}{"]" * 90_000}}}'),
        "a count of 5000 digits": _rewritten(lambda text: text.replace('"count": 4', '"count": ' + "9" * 5000)),
        "a data address of 60 MB": _as_json(
            _changed(lambda tree: tree["buffers"][0].update(uri=_data_address(45_000_000)))
        ),
        "a data address of 200 MB": _as_json(
            _changed(lambda tree: tree["buffers"][0].update(uri=_data_address(150_000_000)))
        ),
        "a picture that says 30000 x 30000": _built(
            lambda: _embedded(png_of(30_000, 30_000, zlib.compress(bytes(64 * 193))))
        ),
        "a picture of 67 million x 1": _built(lambda: _embedded(png(67_000_000, 1, 1))),
        "a text of 400 MB in a picture": _built(lambda: _embedded(_with_bomb(b"zTXt"))),
        "a profile of 400 MB in a picture": _built(lambda: _embedded(_with_bomb(b"iCCP"))),
    }  # fmt: skip
    for name, uri in NAMES.items():
        cases[f"a picture: {name}"] = _refers_to(uri, True)
        cases[f"a buffer: {name}"] = _refers_to(uri, False)
    hides, hides_faces = "comment element vertex 4\n", "comment element face 4\n"
    more = b"element foo 1000000000\nproperty float q\nelement vertex"
    cases |= {
        "a PLY": _text("a.ply", _ply(4, 4) + PLY_ROWS),
        "a comment hides a count of corners": _text("a.ply", _ply(10**9, 4, hides) + PLY_ROWS),
        "a comment hides a count of faces": _text("a.ply", _ply(4, 10**9, hides_faces) + PLY_ROWS),
        "a binary PLY": _text("a.ply", _binary_ply(4, 4) + PLY_BYTES),
        "binary, a comment hides corners": _text("a.ply", _binary_ply(10**9, 4, hides) + PLY_BYTES),
        "binary, a comment hides faces": _text("a.ply", _binary_ply(4, 10**9, hides_faces) + PLY_BYTES),
        "binary, a comment hides 10^12 faces": _text("a.ply", _binary_ply(4, 10**12, hides_faces) + PLY_BYTES),
        "another element": _text("a.ply", _ply(4, 4).replace(b"element vertex", more) + PLY_ROWS),
        "binary, another element of nothing": _text(
            "a.ply", _binary_ply(4, 4).replace(b"element face", b"element foo 1000000000\nelement face") + PLY_BYTES
        ),
        "a list that is cut": _text("a.ply", _binary_ply(4, 1) + CORNERS + b"\xff\0\0\0\0"),
        "a list of 2^31": _text(
            "a.ply", _binary_ply(4, 1).replace(b"uchar int", b"int int") + CORNERS + struct.pack("<i12x", 2**31 - 1)
        ),
        "a list of -5": _text(
            "a.ply", _binary_ply(4, 1).replace(b"uchar int", b"int int") + CORNERS + struct.pack("<i12x", -5)
        ),
        "a count of 19 digits": _text("a.ply", _ply("9" * 19, 4) + PLY_ROWS),
        "a count below nothing": _text("a.ply", _ply(-4, 4) + PLY_ROWS),
        "an STL of 2^32 faces": _text("a.stl", bytes(80) + struct.pack("<I50x", 2**32 - 1)),
        "an STL that begins as text": _text("a.stl", b"facet" + bytes(75) + struct.pack("<I50x", 2**32 - 1)),
        "a polygon of 600000 corners": _obj(OBJ + b"f " + b"1 2 3 " * 200_000 + b"\n"),
        "a polygon of 2 million corners": _obj(OBJ + b"f " + b"1 2 3 " * 700_000 + b"\nf 1 2 4\n"),
        "a polygon of 12 million corners": _obj(OBJ + b"f " + b"1 2 3 " * 4_000_000 + b"\n"),
        "polygons of every size": _obj(OBJ + b"".join(b"f " + b"1 2 3 " * n + b"\n" for n in range(1, 2001))),
        "100000 groups and materials": _obj(
            OBJ + b"".join(b"o g%d\nusemtl m%d\nf 1 2 3\n" % (n, n) for n in range(100_000))
        ),
        "3 million lines of an old Mac": _obj(b"v 0 0 0\r" * 3_000_000 + OBJ + b"f 1 2 3\n"),
        "corner 999999999999": _obj(OBJ + b"f 999999999999 1 2\n"),
        "corner -999": _obj(OBJ + b"f -1 -2 -3\nf -999 1 2\n"),
        "one number a texture coordinate": _obj(
            OBJ + b"vt 0.1\nvt 0.5\nvt 0.9\nf 1/1 2/2 3/3\nf 1/1 2/2 4/3\n", b"newmtl a\n"
        ),
        "far away": _obj(OBJ.replace(b"1 ", b"1e300 ") + b"f 1 2 3\n"),
        "too small for a number": _obj(b"v 0 0 0\nv 1e-310 0 0\nv 0 1e-310 0\nf 1 2 3\n"),
    }  # fmt: skip
    for name, target in (
        ("a pipe", "pipe.mtl"),
        ("a device", "/dev/zero"),
        ("a folder", "folder"),
        ("itself", "a.obj"),
    ):
        cases[f"materials: {name}"] = _obj(b"mtllib " + target.encode() + b"\nusemtl a\n" + OBJ + b"f 1 2 3\n")
    for name, mtl in {
        "leads upwards": b"map_Kd ../../../../etc/passwd\n", "a pipe": b"map_Kd pipe.png\n", "blank": b"map_Kd   \t\n",
        "odd": b"map_Kd -s 1 1 1 /etc/passwd\nmap_Kd\nKd\nKd x y z\nillum\nd\nTr a\n",
    }.items():  # fmt: skip
        cases[f"a material's picture: {name}"] = _obj(OBJ + b"f 1 2 3\n", b"newmtl a\n" + mtl)
    return cases | _stages()


def _data_address(size: int) -> str:
    return "data:application/octet-stream;base64," + base64.b64encode(bytes(size)).decode()


def _with_bomb(kind: bytes) -> bytes:
    return png_of(8, 8, zlib.compress(bytes(8 * 25)), 3, _chunk(kind, b"x\0\0" + zlib.compress(bytes(400_000_000), 9)))


USD_MESH = (
    'def Mesh "m" {\n int[] faceVertexCounts = [3]\n int[] faceVertexIndices = [0, 1, 2]\n'
    " point3f[] points = [(0, 0, 0), (1, 0, 0), (0, 1, 0)]\n}\n"
)


def _stages() -> dict[str, Make]:
    """USD files that bring others along, which usd-core would open wherever they lie."""
    prims = {
        "refers upwards": 'def "r" (references = @../outside.usda@</m>) {}\n',
        "loads what is absolute": 'def "r" (payload = @{outside}@</m>) {}\n',
        "a variant refers upwards": (
            'def "r" (\n variants = {string a = "x"}\n prepend variantSets = "a"\n) {\n variantSet "a" = {\n'
            '  "x" (\n references = @../outside.usda@</m>\n) {\n}\n}\n}\n'
        ),
        "an expression": 'def "r" (references = @`"../outside.usda"`@</m>) {}\n',
        "another host": 'def "r" (references = @http://127.0.0.1:9/a.usda@</m>) {}\n',
        "arguments of a format": 'def "r" (references = @../outside.usda:SDF_FORMAT_ARGS:a=b@</m>) {}\n',
        "a package upwards": 'def "r" (references = @../outside.usdz[a.usda]@</m>) {}\n',
        "itself": 'def "r" (references = @./a.usda@</m>) {}\n',
        "what is not there": 'def "r" (references = @./none.usda@</m>) {}\n',
        "a name without a folder": 'def "r" (references = @outside.usda@</m>) {}\n',
        "a link out": 'def "r" (references = @./link.usda@</m>) {}\n',
        "clips from outside": (
            'def "r" (clips = {\n dictionary default = {\n asset[] assetPaths = [@../outside.usda@]\n'
            " asset manifestAssetPath = @../outside.usda@\n string primPath = \"/m\"\n double2[] active = [(0, 0)]\n"
            " double2[] times = [(0, 0)]\n}\n}) {\n float q.timeSamples = {0: 1}\n}\n"
        ),
    }  # fmt: skip

    def stage(text: str) -> Make:
        def make(folder: Path) -> Path:
            own = folder / "own"
            own.mkdir()
            (folder / "outside.usda").write_text("#usda 1.0\n" + USD_MESH)
            (own / "link.usda").symlink_to(folder / "outside.usda")
            return _text("a.usda", text.replace("{outside}", str(folder / "outside.usda")))(own)

        return make

    cases = {f"a stage: {name}": stage("#usda 1.0\n" + USD_MESH + prim) for name, prim in prims.items()}
    cases["a stage: a layer below from outside"] = stage("#usda 1.0\n(subLayers = [@../outside.usda@])\n" + USD_MESH)
    return cases


# Posed pictures.


def _frames(count: int = 8, name: str = "a.png") -> list[dict[str, Any]]:
    frames = []
    for number in range(count):
        c, s = math.cos(2 * math.pi * number / count), math.sin(2 * math.pi * number / count)
        frames.append(
            {"file_path": name, "transform_matrix": [[-s, 0, c, 3 * c], [c, 0, s, 3 * s], [0, 1, 0, 0], [0, 0, 0, 1]]}
        )
    return frames


def transforms() -> dict[str, Make]:
    """transforms.json by what is wrong with them."""

    def posed(text: str | dict[str, Any], picture: bytes | None = None) -> Make:
        def make(folder: Path) -> Path:
            _neighbours(folder)
            Image.new("RGBA", (16, 16), (200, 10, 10, 255)).save(folder / "a.png")
            (folder / "round").symlink_to("round")
            if picture is not None:
                (folder / "b.png").write_bytes(picture)
            return _text("transforms.json", text if isinstance(text, str) else json.dumps(text))(folder)

        return make

    def changed(**changes: Any) -> dict[str, Any]:
        return {"camera_angle_x": 0.8, "frames": _frames(), **changes}

    def first(**changes: Any) -> dict[str, Any]:
        made = changed()
        made["frames"][0].update(changes)
        return made

    matrix: list[Any] = [[10**400, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    cases = {
        "as it should be": posed(changed()),
        "a focal length of 10^400": posed(changed(fl_x=10**400)),
        "a width of 10^309": posed(changed(w=10**309)),
        "a matrix of 10^400": posed(first(transform_matrix=matrix)),
        "a number of 5000 digits": posed(json.dumps(changed()).replace("0.8", "9" * 5000, 1)),
        "a name of 300 letters": posed(first(file_path="a" * 300 + ".png")),
        "a path of 6000 letters": posed(first(file_path="a/" * 3000 + ".png")),
        "a link round a folder": posed(first(file_path="round/a.png")),
        "an unpaired surrogate": posed(first(file_path="\ud800.png")),
        "the folder itself": posed(first(file_path=".")),
        "a null": posed(first(file_path="a.png\0")),
        "a matrix of no numbers": posed(json.dumps(first(transform_matrix=[[math.nan] * 4] * 4))),
        "a matrix of objects": posed(first(transform_matrix={})),
        "a matrix of matrices": posed(first(transform_matrix=[[[1] * 4] * 4] * 4)),
        "a matrix of texts": posed(first(transform_matrix=[["1"] * 4] * 4)),
        "a million frames": posed('{"camera_angle_x": 0.8, "frames": [' + ",".join(["{}"] * 1_000_000) + "]}"),
        "20000 frames": posed(changed(frames=_frames(20_000))),
        "one camera eight times": posed(changed(frames=_frames()[:1] * 8)),
        "100000 brackets": posed('{"frames": ' + "[" * 100_000 + "]" * 100_000 + "}"),
        "100000 objects": posed('{"x":' * 100_000 + "1" + "}" * 100_000),
        "a PNG that is cut": posed(changed(frames=_frames(8, "b.png")), png(16, 16, 4)[:40]),
        "PostScript": posed(changed(frames=_frames(8, "b.png")), b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
    }  # fmt: skip
    for name, uri in NAMES.items():
        with contextlib.suppress(ValueError):
            cases[f"a picture: {name}"] = posed(first(file_path=uri))
    for side in ((20_000, 20_000), (8192, 8192), (0, 0), (1, 1), (2**31 - 1, 2**31 - 1)):
        picture = png_of(*side, zlib.compress(b"\0"), 4)
        cases[f"pictures that say {side[0]} x {side[1]}"] = posed(changed(frames=_frames(8, "b.png")), picture)
    for key in ("camera_angle_x", "fl_x", "cx", "cy", "w", "h", "k1"):
        for value in (1e-320, 1e308, -1, 0, math.nan, "7", True, [1], None):
            cases[f"{key} = {value!r}"] = posed(json.dumps(changed(**{key: value})))
    return cases
