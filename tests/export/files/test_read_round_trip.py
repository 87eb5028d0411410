"""Random scenes through each writer and back: the same triangles, colours and materials."""

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bozzetto.bench.input_cases import Glb
from bozzetto.export.files import read_usd
from bozzetto.export.files.axes_units import Frame, in_frame
from bozzetto.export.files.glb import write_glb
from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.files.obj import write_obj
from bozzetto.export.files.ply import write_ply
from bozzetto.export.files.read import read_scene, read_source
from bozzetto.export.files.stl import write_stl
from bozzetto.export.files.threemf import write_3mf
from bozzetto.export.files.usd import usd_available, write_usd, write_usdz
from bozzetto.export.mesh.mesh import Mesh

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
numbers = st.floats(-2, 2, width=32).map(lambda x: round(x, 3))
shares = st.integers(0, 8).map(lambda k: k / 8)


@st.composite
def tetrahedra(draw):
    """A tetrahedron that is wound outward: [4, 3] vertices, [4, 3] faces."""
    base = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32)
    jitter = np.array(draw(st.lists(st.integers(-6, 6).map(lambda k: k / 32), min_size=12, max_size=12)), np.float32)
    return base + jitter.reshape(4, 3), np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]], np.int32)


@st.composite
def scene_graphs(draw):
    """Nodes, each with a parent or none, a translation, a turn, a scale (mirrored or not), a shape and a colour."""
    nodes = []
    for k in range(draw(st.integers(1, 5))):
        nodes.append(
            {
                "parent": draw(st.integers(-1, k - 1)),
                "translation": [draw(numbers) for _ in range(3)],
                "rotation": [draw(numbers) for _ in range(4)],
                "scale": [draw(st.sampled_from([-1.5, 0.5, 1.0, 2.0])) for _ in range(3)],
                "shape": draw(tetrahedra()),
                "color": [draw(shares) for _ in range(3)],
                "metallic": draw(shares),
                "roughness": draw(shares),
            }
        )
    return nodes


def local_of(node) -> np.ndarray:
    """A node's matrix, by a formula of its own (Rodrigues)."""
    q = np.array(node["rotation"], float)
    q = q / np.linalg.norm(q) if np.linalg.norm(q) > 1e-6 else np.array([0, 0, 0, 1.0])
    axis, angle = q[:3], 2 * np.arctan2(np.linalg.norm(q[:3]), q[3])
    axis = axis / np.linalg.norm(axis) if np.linalg.norm(axis) > 1e-12 else np.array([1.0, 0, 0])
    cross = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    out = np.eye(4)
    out[:3, :3] = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    out[:3, :3] *= node["scale"]
    out[:3, 3] = node["translation"]
    return out


def sorted_triangles(corners: np.ndarray) -> np.ndarray:
    """Triangles [F, 3, 3] with the smallest corner first, in a fixed order, whatever order they came in."""
    rounded = np.round(corners.astype(np.float64), 3) + 0.0
    rows = []
    for triangle in rounded:
        first = min(range(3), key=lambda k: tuple(triangle[k]))
        rows.append(np.roll(triangle, -first, axis=0).reshape(-1))
    return np.array(sorted(map(tuple, rows)))


@SLOW
@given(scene_graphs())
def test_a_scene_graph_as_gltf(nodes):
    made, world, truth, materials = Glb(), [], [], []
    made.tree["nodes"], made.tree["meshes"] = [], []
    for k, node in enumerate(nodes):
        vertices, faces = node["shape"]
        up = np.eye(4) if node["parent"] < 0 else world[node["parent"]]
        world.append(up @ local_of(node))
        material = made.add(
            "materials",
            {
                "pbrMetallicRoughness": {
                    "baseColorFactor": [*node["color"], 1],
                    "metallicFactor": node["metallic"],
                    "roughnessFactor": node["roughness"],
                }
            },
        )
        primitive = {
            "attributes": {"POSITION": made.accessor(vertices, "VEC3")},
            "indices": made.accessor(faces.reshape(-1), "SCALAR", 5121 if k % 2 else 5125),
            "material": material,
        }
        made.tree["meshes"].append({"primitives": [primitive]})
        entry = {key: node[key] for key in ("translation", "scale")} | {"mesh": k}
        q = np.array(node["rotation"], float)
        entry["rotation"] = (q / np.linalg.norm(q)).tolist() if np.linalg.norm(q) > 1e-6 else [0, 0, 0, 1]
        made.tree["nodes"].append(entry)
        if node["parent"] >= 0:
            made.tree["nodes"][node["parent"]].setdefault("children", []).append(k)
        moved = vertices.astype(float) @ world[-1][:3, :3].T + world[-1][:3, 3]
        corners = moved[faces]
        truth.append(corners[:, ::-1] if np.linalg.det(world[-1][:3, :3]) < 0 else corners)
        materials.append((tuple(node["color"]), node["metallic"], node["roughness"]))
    made.tree["scenes"] = [{"nodes": [k for k, node in enumerate(nodes) if node["parent"] < 0]}]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "in.glb")
        path.write_bytes(made.bytes())
        parts = read_scene(path).parts
    found = np.concatenate([part.vertices[part.faces] for part in parts])
    assert np.allclose(sorted_triangles(found), sorted_triangles(np.concatenate(truth)), atol=2e-3)
    read = [(part.material.base_color[:3], part.material.metallic, part.material.roughness) for part in parts]
    assert sorted(read) == sorted(materials)


@st.composite
def meshes(draw):
    """A coloured mesh of one to four tetrahedra that do not touch."""
    shapes = [draw(tetrahedra()) for _ in range(draw(st.integers(1, 4)))]
    vertices = np.concatenate([v + (3 * k, 0, 0) for k, (v, _) in enumerate(shapes)]).astype(np.float32)
    faces = np.concatenate([f + 4 * k for k, (_, f) in enumerate(shapes)]).astype(np.int32)
    tones = [[draw(st.integers(0, 255)) for _ in range(3)] for _ in shapes]
    return Mesh(vertices, faces, colors=np.repeat(np.array(tones, np.uint8), 4, axis=0))


WRITERS = {
    "glb": lambda mesh, path: write_glb(mesh, path),
    "obj": lambda mesh, path: write_obj(mesh, path),
    "ply": lambda mesh, path: write_ply(mesh, path),
    "stl": lambda mesh, path: write_stl(in_frame(mesh, Frame("z", 0.001)), path),
    "3mf": lambda mesh, path: write_3mf(in_frame(mesh, Frame("z", 0.001)), path),
    "usd": lambda mesh, path: write_usd(mesh, path, frame=Frame("z", 0.01)),
    "usdz": lambda mesh, path: write_usdz(mesh, path),
}


@pytest.mark.parametrize("kind", WRITERS)
@settings(SLOW, max_examples=8)
@given(mesh=meshes())
def test_each_writer_and_back(kind, mesh):
    if kind.startswith("usd") and not usd_available():
        pytest.skip("usd-core is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"in.{kind}")
        WRITERS[kind](mesh, path)
        with pytest.MonkeyPatch.context() as patch:
            # Opening a stage beforehand, in a process of its own, takes most of a second.
            patch.setattr(read_usd, "_probe", lambda *_: None)
            source = read_source(path)
    corners, found = mesh.vertices[mesh.faces], source.mesh.vertices[source.mesh.faces]
    assert np.allclose(sorted_triangles(found), sorted_triangles(corners), atol=2e-3)
    if kind in ("stl", "3mf"):
        return
    middles = corners.mean(axis=1)
    tones = mesh.colors[mesh.faces[:, 0]] / 255
    shown = np.ones_like(tones) if source.color_fn is None else source.color_fn(middles)
    assert np.abs(shown - tones).max() < 0.01


def test_what_a_file_says_of_its_frame_is_read_back(tmp_path):
    vertices = np.array([[0, 0, 0], [1, 0, 0], [0, 2, 0], [0, 0, 3]], np.float32)
    mesh = Mesh(vertices, np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]], np.int32))
    said = {"frame": {"up": "z", "unit": 0.01}}
    for kind, write in (("stl", write_stl), ("ply", write_ply), ("obj", write_obj)):
        write(in_frame(mesh, Frame("z", 0.01)), tmp_path / f"in.{kind}", said)
        source = read_source(tmp_path / f"in.{kind}")
        assert np.allclose(np.ptp(source.mesh.vertices, axis=0), (1, 2, 3), atol=1e-5), kind


def test_canary_another_colour_is_found(tmp_path):
    mesh = Mesh(np.eye(3, dtype=np.float32), np.array([[0, 1, 2]], np.int32), colors=np.full((3, 3), 100, np.uint8))
    write_glb(replace(mesh, colors=np.full((3, 3), 120, np.uint8)), tmp_path / "in.glb")
    shown = read_source(tmp_path / "in.glb").color_fn(mesh.vertices.mean(0, keepdims=True))
    assert abs(shown[0, 0] - 120 / 255) < 0.005 < abs(shown[0, 0] - 100 / 255)
    assert linear_to_srgb(np.array([1.0]))[0] == pytest.approx(1.0)
