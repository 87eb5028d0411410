"""What a USD file brings along is read from its own folder alone; what lies elsewhere is not even opened."""

import os

import pytest

from bozzetto.export.files.read import read_source
from bozzetto.export.files.read_limits import ReadLimits, UnreadableMeshError

pytest.importorskip("pxr", reason="usd-core is not installed")

MESH = (
    'def Mesh "m" {\n int[] faceVertexCounts = [3]\n int[] faceVertexIndices = [0, 1, 2]\n'
    " point3f[] points = [(0, 0, 0), (1, 0, 0), (0, 1, 0)]\n}\n"
)
OUTSIDE = "lies outside its folder"
REFUSED = {
    "reference": ('def "r" (references = @../outside.usda@</m>) {}', OUTSIDE),
    "payload": ('def "r" (payload = @/proc/self/cwd/x.usda@</m>) {}', OUTSIDE),
    "variant": (
        'def "r" (\n variants = {string a = "x"}\n prepend variantSets = "a"\n) {\n variantSet "a" = {\n "x" (\n'
        " references = @../outside.usda@</m>\n) {\n}\n}\n}",
        OUTSIDE,
    ),
    "by another": ('def "r" (references = @./names_outside.usda@</m>) {}', OUTSIDE),
    "link": ('def "r" (references = @./link.usda@</m>) {}', OUTSIDE),
    "arguments": ('def "r" (references = @../outside.usda:SDF_FORMAT_ARGS:a=b@</m>) {}', OUTSIDE),
    "package": ('def "r" (references = @../outside.usdz[a.usda]@</m>) {}', OUTSIDE),
    "expression": ('def "r" (references = @`"../outside.usda"`@</m>) {}', "only files in its own folder"),
    "address": ('def "r" (references = @http://127.0.0.1:9/a.usda@</m>) {}', "only files in its own folder"),
}


@pytest.fixture
def folder(tmp_path):
    """A folder whose neighbour would block whoever opens it: a pipe that nobody writes to."""
    own = tmp_path / "own"
    own.mkdir()
    os.mkfifo(tmp_path / "outside.usda")
    (own / "link.usda").symlink_to(tmp_path / "outside.usda")
    (own / "beside.usda").write_text(f'#usda 1.0\n(defaultPrim = "m")\n{MESH}')
    (own / "names_outside.usda").write_text(f'#usda 1.0\n{MESH}def "r" (references = @../outside.usda@</m>) {{}}\n')
    return own


def stage(folder, text, head=""):
    path = folder / "a.usda"
    path.write_text(f"#usda 1.0\n{head}{MESH}{text}\n")
    return path


def test_what_lies_elsewhere_is_refused_unopened(folder):
    text, message = REFUSED["by another"]
    with pytest.raises(UnreadableMeshError, match=message):
        read_source(stage(folder, text), ReadLimits(max_seconds=20))


@pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="ten processes; opt-in: set BOZZETTO_SLOW=1")
@pytest.mark.parametrize("name", REFUSED)
def test_each_way_out_is_refused_unopened(folder, name):
    text, message = REFUSED[name]
    with pytest.raises(UnreadableMeshError, match=message):
        read_source(stage(folder, text), ReadLimits(max_seconds=20))


def test_what_is_beside_it_is_read_and_what_is_not_there_is_said(folder, monkeypatch):
    # Without `./` USD would look in the working folder too.
    monkeypatch.chdir(folder.parent)
    os.rename("outside.usda", "elsewhere.usda")
    text = (
        'def "r" (references = @./beside.usda@</m>) {}\ndef "s" (references = @beside.usda@) {}\n'
        'def "t" (references = @elsewhere.usda@</m>) {}\n'
        'def "u" (clips = {\n dictionary default = {\n asset[] assetPaths = [@../elsewhere.usda@]\n'
        ' string primPath = "/m"\n double2[] active = [(0, 0)]\n double2[] times = [(0, 0)]\n}\n}) {\n'
        " float q.timeSamples = {0: 1}\n}"
    )
    source = read_source(stage(folder, text), ReadLimits(max_seconds=20))
    assert len(source.mesh.faces) == 3
    assert "'elsewhere.usda' is not beside the file, and is left out" in source.notes
    assert "animation is left out: the object is read at rest" in source.notes
