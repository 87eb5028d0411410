"""Pictures lifted into solids: shapes whose depth is known, sides whose colours are known, and the table itself."""

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

import bozzetto.foundry.assets
from bozzetto.foundry.assets import normalise
from bozzetto.foundry.emoji import lift, read_picture, read_table
from bozzetto.foundry.views import Scene
from bozzetto.jobs.teach.lift import SIDES

RED, BLUE, GREEN = (220, 30, 30), (30, 30, 220), (30, 200, 30)


def picture(inside, colour=RED, size=200):
    """A picture of the points (x, y) in [-1, 1]^2, y up, for which ``inside`` holds."""
    y, x = np.mgrid[0:size, 0:size]
    x, y = (x + 0.5) / size * 2 - 1, 1 - (y + 0.5) / size * 2
    out = np.zeros((size, size, 4), np.uint8)
    out[inside(x, y)] = (*colour, 255)
    return out, x, y


def solid(mesh):
    return trimesh.Trimesh(mesh.vertices, mesh.faces, process=False)


@pytest.mark.parametrize("side", ["both", "round"])
def test_a_disc_becomes_a_closed_ball(side):
    disc, _, _ = picture(lambda x, y: x**2 + y**2 < 0.8**2)
    ball = solid(lift(disc, SIDES[side]))
    assert ball.is_watertight and ball.is_winding_consistent
    width, height, depth = ball.extents
    assert height == pytest.approx(width, rel=0.02)
    # Inflated by a Laplacian of -3 a disc is an ellipsoid of sqrt(3 / 4) its width; turned, it is a ball.
    thick = math.sqrt(3 / 4) if side == "both" else 1.0
    assert depth == pytest.approx(thick * width, rel=0.03)
    assert ball.volume == pytest.approx(math.pi / 6 * thick * width**3, rel=0.04)


def test_what_is_turned_has_circular_sections_and_what_is_thin_is_as_thin_as_it_was_told():
    bar, _, _ = picture(lambda x, y: (abs(x) < 0.3) & (abs(y) < 0.9))
    turned = solid(lift(bar, SIDES["round"]))
    width, height, depth = turned.extents
    assert depth == pytest.approx(width, rel=0.05) and height == pytest.approx(3 * width, rel=0.05)
    assert turned.volume == pytest.approx(math.pi / 4 * width**2 * height, rel=0.06)
    disc, _, _ = picture(lambda x, y: x**2 + y**2 < 0.8**2)
    for wanted in (0.1, 0.3):
        width, _, depth = solid(lift(disc, SIDES["both"], depth=wanted)).extents
        assert depth / width == pytest.approx(wanted, rel=0.05)


def test_a_ring_keeps_its_hole():
    ring, _, _ = picture(lambda x, y: (x**2 + y**2 < 0.8) & (x**2 + y**2 > 0.2))
    mesh = solid(lift(ring, SIDES["both"]))
    assert mesh.is_watertight and mesh.euler_number == 0


def colour_at(mesh, azimuth, elevation=0.0, at=(0.5, 0.5)):
    """The albedo that a camera sees at a point of its frame, from the top left."""
    view = Scene(normalise(mesh, None)).buffers(math.radians(azimuth), math.radians(elevation), np.zeros(3, np.float32))
    pixel = view[int(at[1] * 64), int(at[0] * 64)]
    assert pixel[6] > 200, "the camera sees the object there"
    return pixel[:3].astype(int)


def like(seen, colour):
    return np.abs(seen - np.array(colour)).max() < 40


def test_a_profile_that_looks_left_has_its_head_in_front():
    profile, x, _ = picture(lambda x, y: x**2 + y**2 < 0.8**2)
    profile[(x < 0) & (profile[..., 3] > 0), :3] = BLUE  # the head
    for side, tail in (("left", RED), ("right", BLUE)):
        head = BLUE if tail == RED else RED
        mesh = lift(profile, SIDES[side])
        assert like(colour_at(mesh, 0), head) and like(colour_at(mesh, 180), tail)
        # Both of its flanks show the picture, one of them mirrored; from +X the front is on the left.
        assert like(colour_at(mesh, 90, at=(0.35, 0.5)), head) and like(colour_at(mesh, 270, at=(0.65, 0.5)), head)


def test_the_back_has_the_colours_of_the_rim_or_is_the_picture_again():
    face, x, y = picture(lambda x, y: x**2 + y**2 < 0.8**2)
    face[x**2 + y**2 < 0.4**2, :3] = BLUE
    for side, back in (("front", RED), ("round with a front", RED), ("both", BLUE), ("round", BLUE)):
        mesh = lift(face, SIDES[side])
        assert like(colour_at(mesh, 0), BLUE) and like(colour_at(mesh, 180), back), side
    above = lift(face, SIDES["top"])
    assert like(colour_at(above, 0, 89), BLUE) and like(colour_at(above, 0, -89), RED)


def test_seen_from_above_the_head_is_in_front():
    animal, _, y = picture(lambda x, y: (x / 0.4) ** 2 + (y / 0.8) ** 2 < 1)
    animal[(y > 0) & (animal[..., 3] > 0), :3] = GREEN
    mesh = lift(animal, SIDES["top"])
    assert like(colour_at(mesh, 0), GREEN) and like(colour_at(mesh, 180), RED)


def test_a_picture_is_turned_until_its_object_stands_and_loose_pieces_are_left_out():
    slanted, _, _ = picture(lambda x, y: (abs(x - y) < 0.3) & (abs(x + y) < 1.4))
    width, height, _ = solid(lift(slanted, SIDES["both"], turn=45)).extents
    assert height > 3 * width
    loose, _, _ = picture(lambda x, y: (x**2 + y**2 < 0.5**2) | ((x - 0.8) ** 2 + (y - 0.8) ** 2 < 0.1**2))
    mesh = solid(lift(loose, SIDES["both"]))
    assert len(mesh.split()) == 1 and mesh.extents[0] == pytest.approx(mesh.extents[1], rel=0.02)


def test_an_empty_picture_is_refused():
    with pytest.raises(ValueError, match="the picture is empty"):
        lift(np.zeros((16, 16, 4), np.uint8), SIDES["both"])


def test_pictures_are_found_by_their_code_and_an_absent_one_says_how_to_get_it(tmp_path):
    Image.new("RGBA", (8, 8), (1, 2, 3, 255)).save(tmp_path / "2764-fe0f.webp", lossless=True)
    assert tuple(read_picture(tmp_path, "2764")[0, 0]) == (1, 2, 3, 255)
    with pytest.raises(FileNotFoundError, match=r"no picture of emoji 1f427: run 'npm install .*--emoji None"):
        read_picture(tmp_path, "1f427")


def test_the_table_names_each_thing_once_and_nothing_that_a_mesh_stands_for():
    table = read_table()
    meshes = json.loads((Path(bozzetto.foundry.assets.__file__).parent / "objects.json").read_text())
    names = [name for o in meshes for name in (o["noun"], *o["synonyms"])]
    names += [name for e in table for name in (e.noun, *e.synonyms, *e.kinds)]
    assert sorted(names) == sorted(set(names))
    assert len({e.code for e in table}) == len(table) > 250
    for e in table:
        assert e.side in SIDES and re.fullmatch(r"[0-9a-f]{4,5}", e.code)
        assert 0 < e.depth <= 1 and -180 < e.turn <= 180
        assert all(re.fullmatch(r"[a-z]+( [a-z]+){0,3}", name) for name in (e.noun, *e.synonyms, *e.kinds)), e
