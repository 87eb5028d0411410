"""GLB files that glTF-Transform and gltfpack make of one scene: each is read as the scene that it was made from."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bozzetto.bench.input_cases import Glb, both, colors, shape
from bozzetto.export.files.read import read_scene, read_source
from bozzetto.export.files.read_draco import can_read_draco

SCRIPT = Path(__file__).parents[1] / "write_others.mjs"
INSTALLED = (SCRIPT.parent / "node_modules" / "@gltf-transform").is_dir() and shutil.which("node") is not None
pytestmark = pytest.mark.skipif(not INSTALLED, reason="needs node, and: npm ci --prefix tests/export")
# What each of them is there for, as its file says.
NAMES = {
    "plain": (), "joined": (), "quantized": ("KHR_mesh_quantization",), "instanced": ("EXT_mesh_gpu_instancing",),
    "sparse": (), "welded": (), "meshopt": ("EXT_meshopt_compression",), "draco": ("KHR_draco_mesh_compression",),
    "packed": ("KHR_mesh_quantization",), "compressed": ("EXT_meshopt_compression",),
    "fallback": ("EXT_meshopt_compression",), "khr": ("KHR_meshopt_compression",), "floats": (),
    "instances": ("EXT_mesh_gpu_instancing",),
}  # fmt: skip
TRUTH = both(shape(4.0, (-0.5, -1.0, -0.5), (6.5, 1.0, 0.5)), colors(tolerance=0.03))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The painted box, a red one, and that one again, mirrored and twice as high."""
    made, place = Glb(), tmp_path_factory.mktemp("others")
    picture, red = made.material({"index": made.texture()}), made.material(None, [1, 0, 0, 1])
    made.show({**made.box(), "material": picture}).show({**made.box(), "material": red}, translation=[3, 0, 0])
    again = made.add("nodes", {"mesh": 1, "translation": [6, 0, 0], "scale": [-1, 2, 1]})
    made.tree["scenes"][0]["nodes"].append(again)
    (place / "in.glb").write_bytes(made.bytes())
    done = subprocess.run(
        ["node", str(SCRIPT), str(place / "in.glb"), str(place)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return place


@pytest.mark.parametrize("name", ["in", *NAMES])
def test_each_is_the_same_scene(folder, name):
    path = folder / f"{name}.glb"
    data = path.read_bytes()
    assert all(extension.encode() in data for extension in NAMES.get(name, ()))
    if name == "sparse":
        assert b'"sparse"' in data
    if name == "draco" and not can_read_draco():
        pytest.skip("DracoPy is not installed (extra draco)")
    source = read_source(path)
    assert TRUTH(source) == "" and source.notes == ()
    assert {part.material.base_color for part in read_scene(path, keep=True).parts} == {(1, 1, 1, 1), (1, 0, 0, 1)}


def test_canary_another_scene_is_told_apart(folder):
    moved = (folder / "in.glb").read_bytes().replace(b'"translation": [3, 0, 0]', b'"translation": [4, 0, 0]')
    (folder / "moved.glb").write_bytes(moved.replace(b"[6, 0, 0]", b"[7, 0, 0]"))
    assert TRUTH(read_source(folder / "moved.glb")) != ""
