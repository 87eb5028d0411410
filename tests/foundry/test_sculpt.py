"""Sculpted objects: makers against closed forms, every family against its own claims, the files that come of them."""

import os
import time
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("manifold3d", reason="sculpting needs bozzetto[foundry]")

from bozzetto.export.files.glb import glb_json
from bozzetto.export.files.read import read_scene
from bozzetto.foundry.assets import normalise
from bozzetto.foundry.sculpt import fields
from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.creatures.birds import Bird
from bozzetto.foundry.sculpt.creatures.quadrupeds import Beast
from bozzetto.foundry.sculpt.creatures.tables import read_table
from bozzetto.foundry.sculpt.files import glb_bytes, to_wavefront, write_glb
from bozzetto.foundry.sculpt.sculpture import Assembly, Family, Part, Sculpture, catalogue, sculpt, sculpture, surface
from bozzetto.foundry.sculpt.write import write_sculptures
from bozzetto.sds.word_pack import NAME

SEEDS = (0, 1)
MAX_FACES = 40_000
MAX_SECONDS = 6.0
"""Two on an idle machine; tests share theirs."""
ANCHOR_MARGIN = 0.05
"""Share of the object's size by which an anchor may lie outside of its box."""
GROUND = 0.02
"""Share of the object's size by which it may sink below, or hover over, the ground."""
FLOATING = ("planet",)


def problems(family: Family, seeds: tuple[int, ...] = SEEDS) -> list[str]:
    """What is wrong with the instances of a family."""
    found = []
    made = []
    for seed in seeds:
        start = time.process_time()
        instance = family.sculpt(seed)
        seconds = time.process_time() - start
        made.append(instance)
        low, high = instance.bounds
        size = instance.size
        if abs(low[1]) > GROUND * size and family.noun not in FLOATING:
            found.append(f"seed {seed} stands at y = {low[1]:.3f}")
        if seconds > MAX_SECONDS:
            found.append(f"seed {seed} takes {seconds:.1f} s")
        if instance.n_faces > MAX_FACES:
            found.append(f"seed {seed} has {instance.n_faces} triangles")
        if not family.size[0] <= size <= family.size[1]:
            found.append(f"seed {seed} is {size:.3f} m, not in {family.size}")
        if not (np.isfinite(low).all() and np.isfinite(high).all()):
            found.append(f"seed {seed} is not bounded")
        for part in instance.parts:
            if part.solid.is_empty() or part.solid.volume() <= 0 or part.solid.status().name != "NoError":
                found.append(f"seed {seed}: part {part.name} is no solid")
        for name, point in instance.anchors.items():
            if (np.array(point) < low - ANCHOR_MARGIN * size).any() or (
                np.array(point) > high + ANCHOR_MARGIN * size
            ).any():
                found.append(f"seed {seed}: anchor {name} at {point} lies outside")
        if "top" not in instance.anchors:
            found.append(f"seed {seed} has no anchor 'top'")
        if not set(instance.words) <= set(family.words):
            found.append(f"seed {seed} carries {instance.words}, of {family.words}")
    if len({tuple(np.round(i.bounds, 9).ravel()) for i in made}) < len(seeds):
        found.append("seeds do not differ")
    return found


NOUNS = sorted(catalogue())
EACH = 1 if os.environ.get("BOZZETTO_SLOW") else 12
"""The whole list takes minutes; set BOZZETTO_SLOW=1 for it."""


@pytest.mark.parametrize("noun", NOUNS[::EACH])
def test_a_family_keeps_its_word(noun):
    assert problems(catalogue()[noun]) == []


def test_a_family_that_breaks_its_word_is_caught():
    def bad(rng: np.random.Generator) -> Sculpture:
        a = Assembly()
        a.add("body", m.OAK, s.box(1, 1, 1).translate((0, 0.5, 0)))
        return a.build({"top": (0, 9, 0)}, ("green",))

    text = " ".join(problems(Family("bad", bad, (0.1, 0.5))))
    for expected in ("not in (0.1, 0.5)", "anchor top", "carries", "seeds do not differ", "stands at y = 0.500"):
        assert expected in text


def same(old: Sculpture, new: Sculpture) -> bool:
    """Whether two sculptures have the same parts, to the bit."""
    pairs = zip(old.parts, new.parts, strict=True)
    return all(
        a.material == b.material and all(map(np.array_equal, s.arrays(a.solid), s.arrays(b.solid))) for a, b in pairs
    )


@pytest.mark.parametrize("noun", NOUNS[:: 3 * EACH])
def test_the_same_seed_gives_the_same_object(noun):
    family = catalogue()[noun]
    assert same(family.sculpt(3), family.sculpt(3))
    assert not same(family.sculpt(3), family.sculpt(4))


def test_names_of_families_do_not_collide():
    families = catalogue()
    names = Counter(name for f in families.values() for name in {f.noun, *f.synonyms, *f.kinds})
    assert [name for name, count in names.items() if count > 1] == []
    assert [name for name in names if not NAME.fullmatch(name)] == [], "word packs refuse them"
    assert len(NOUNS) >= 339
    for noun, family in families.items():
        assert noun == family.noun == noun.lower().strip()
        assert family.size[0] < family.size[1]


def test_a_noun_has_one_family():
    with pytest.raises(ValueError, match="'castle' is sculpted by"):
        sculpture("castle", size=(1, 2))(lambda rng: Sculpture(()))
    with pytest.raises(ValueError, match="nothing called 'moon cheese'"):
        sculpt("moon cheese")


def test_solids_have_the_volumes_of_their_formulas():
    assert s.box(1, 2, 3).volume() == pytest.approx(6)
    b = 0.1
    # A chamfer takes a prism off each of the twelve edges, and at each corner three of them share two thirds of b^3.
    assert s.box(1, 2, 3, b).volume() == pytest.approx(6 - 4 * (1 + 2 + 3) * b * b / 2 + 8 * (2 / 3) * b**3, rel=1e-3)
    assert s.cylinder(2, 0.5, segments=256).volume() == pytest.approx(np.pi / 2, rel=1e-3)
    assert s.cone(3, 1, 256).volume() == pytest.approx(np.pi, rel=1e-3)
    assert s.sphere(1, 256).volume() == pytest.approx(4 / 3 * np.pi, rel=2e-3)
    assert s.torus(2, 0.3, 256, 128).volume() == pytest.approx(2 * np.pi**2 * 2 * 0.09, rel=2e-3)
    ring = np.concatenate([s.circle(1, 256), np.zeros((256, 1))], 1)
    assert s.tube(ring, 0.2, 64, closed=True).volume() == pytest.approx(2 * np.pi**2 * 0.04, rel=5e-3)
    assert s.tube([(0, 0, 0), (1, 2, 2)], 0.2, 128).volume() == pytest.approx(3 * np.pi * 0.04, rel=2e-3)
    square = s.rectangle(2, 2)
    assert s.extrude(square, 0.5, 0.1).volume() == pytest.approx(
        0.3 * 4 + 2 * 0.1 * (4 + 1.8**2 + 2 * 1.8) / 3, rel=1e-9
    )
    assert s.extrude(square[::-1], 0.5, holes=[s.rectangle(1, 1)]).volume() == pytest.approx(1.5)
    assert s.lathe([(0, 0), (1, 0), (1, 1)], 0.1, 256).volume() == pytest.approx(np.pi * (1 - 0.9**3), rel=0.02)


def test_solids_stand_where_they_are_said_to():
    for solid in (s.box(1, 2, 3), s.cylinder(2, 1), s.cone(2, 1), s.prism(2, 1, 6), s.dome(1, 2), s.box(1, 2, 3, 0.2)):
        low, high = s.bounds(solid)
        assert (low[1], high[1]) == pytest.approx((0, 2), abs=1e-9)
        assert low[[0, 2]] == pytest.approx(-high[[0, 2]], abs=1e-6)
    low, high = s.bounds(s.beam((1, 1, 1), (1, 5, 1), 0.2, 0.4))
    assert (high - low)[1] == pytest.approx(4)
    rod = s.rod((0, 0, 0), (3, 4, 0), 0.1)
    assert s.bounds(rod)[1][0] == pytest.approx(3.08, abs=0.01)
    assert s.bounds(s.aim(s.cone(2, 0.1), (0, -1, 0)))[0][1] == pytest.approx(-2)
    assert s.bounds(s.bend(s.box(0.01, 1, 0.01), 90, 0.02))[1] == pytest.approx((2 / np.pi, 2 / np.pi, 0.005), abs=0.01)
    points, normals = s.scattered(s.sphere(1, 128), np.random.default_rng(0), 40, 0.2)
    assert np.linalg.norm(points, axis=1) == pytest.approx(1, abs=0.01)
    assert (points * normals).sum(1) == pytest.approx(1, abs=0.01)
    gaps = np.linalg.norm(points[:, None] - points[None], axis=2) + np.eye(len(points))
    assert gaps.min() >= 0.2


def test_a_mesh_with_a_hole_is_no_solid():
    vertices, faces = s.arrays(s.box(1, 1, 1))
    assert s.from_mesh(vertices, faces).volume() == pytest.approx(1)
    with pytest.raises(ValueError, match="no solid"):
        s.from_mesh(vertices, faces[1:])


def test_fields_melt_and_cut_as_their_distances_say():
    ball = fields.sphere((0.1, 0.2, 0.3), 0.5)
    solid = ball.solid(64)
    assert solid.volume() == pytest.approx(4 / 3 * np.pi * 0.125, rel=5e-3)
    assert s.bounds(solid)[0] == pytest.approx((-0.4, -0.3, -0.2), abs=2e-3)
    two = fields.sphere((-0.4, 0, 0), 0.5), fields.sphere((0.4, 0, 0), 0.5)
    sharp, soft = (two[0] | two[1]).solid(72), two[0].blend(two[1], 0.3).solid(72)
    assert soft.volume() > sharp.volume() * 1.01
    assert fields.sphere((0, 0, 0), 0.5).cut(fields.sphere((0, 0, 0), 0.25)).solid(72).volume() == pytest.approx(
        4 / 3 * np.pi * (0.125 - 0.015625), rel=0.01
    )
    turned = fields.capsule((0, 0, 0), (0, 1, 0), 0.1).rotate((0, 0, -90))
    assert s.bounds(turned.solid(64))[1][0] == pytest.approx(1.1, abs=0.01)
    twins = fields.sphere((0.5, 0, 0), 0.2).both_sides().solid(64)
    assert len(twins.decompose()) == 2
    with pytest.raises(ValueError, match="no inside"):
        fields.sphere((0, 0, 0), 0.2).cut(fields.sphere((0, 0, 0), 1)).solid(32)


def test_blocks_that_are_skipped_hold_no_surface():
    """The sparse sampling gives the same mesh as sampling everywhere."""
    body = fields.melt(
        0.2,
        fields.ellipsoid((0, 0, 0), (0.9, 0.25, 0.5)),
        fields.limb([(0, 0, 0), (0, 1, 0), (0.6, 1.2, 0)], [0.2, 0.1, 0.05]),
    )
    # Where no distance is large, no block is skipped.
    everywhere = fields.Field(lambda p: 0.1 * body.distance(p), body.low, body.high).solid(48)
    sparse = body.solid(48)
    assert sparse.volume() == pytest.approx(everywhere.volume(), rel=1e-5)
    assert (sparse - everywhere).volume() + (everywhere - sparse).volume() < 1e-4 * sparse.volume()
    assert len(sparse.decompose()) == 1


def test_normals_are_sharp_at_creases_and_smooth_elsewhere():
    flat = surface(Part("box", s.box(1, 1, 1), m.OAK))
    assert len(flat.vertices) == 24
    round_one = surface(Part("ball", s.sphere(1, 48), m.OAK, 180))
    assert (round_one.normals * round_one.vertices).sum(1).min() > 0.999
    assert len(round_one.vertices) == s.sphere(1, 48).num_vert()
    faceted = surface(Part("ball", s.sphere(1, 16), m.OAK, 0))
    assert len(faceted.vertices) == 3 * len(faceted.faces)


def painted_pair() -> Sculpture:
    paint = lambda p: np.where(p[:, 1:2] > 0.5, (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))  # noqa: E731
    top = Part("top", s.box(1, 1, 1).refine(4), m.OAK, 0, paint)
    return Sculpture((Part("foot", s.cylinder(0.5, 0.3), m.GLASS), top), {"seat": (0, 1, 0)})


def test_a_sculpture_is_moved_with_its_anchors_and_its_paint():
    made = painted_pair()
    there = made.scaled(2).turned(90).moved((1, 2, 3))
    assert there.anchors["seat"] == pytest.approx((1, 4, 3))
    assert made.turned(90).moved((0, -5, 0)).grounded().bounds[0][1] == pytest.approx(0)
    assert there.size == pytest.approx(2 * made.size)
    before, after = surface(made.parts[1]), surface(there.parts[1])
    assert Counter(map(tuple, before.colours)) == Counter(map(tuple, after.colours))
    assert (after.colours[after.vertices[:, 1] > 3.01] == (1, 0, 0)).all()
    front = Sculpture((Part("nose", s.box(0.1, 0.1, 1).translate((0, 0, 0.5)), m.OAK),), {"tip": (0, 0, 1)})
    assert front.turned(90).anchors["tip"] == pytest.approx((1, 0, 0))
    assert front.turned(90).bounds[1][0] == pytest.approx(1)


def test_the_renderers_mesh_has_the_materials_and_the_paint():
    mesh = to_wavefront(painted_pair())
    assert [x.name for x in mesh.materials] == ["foot", "top"]
    assert mesh.materials[0].opacity == pytest.approx(1 - 0.8 * m.GLASS.transmission)
    assert mesh.materials[0].diffuse == m.GLASS.base_colour
    chosen = np.flatnonzero(mesh.face_materials == 1)
    texture = mesh.materials[1].texture
    u, v = mesh.uvs[mesh.face_uvs[chosen, 0]].T
    colours = texture[((1 - v) * len(texture)).astype(int), (u * 256).astype(int), :3]
    heights = mesh.vertices[mesh.faces[chosen], 1]
    assert (colours[heights.min(1) > 0.5] == (255, 0, 0)).all()
    assert (colours[heights.max(1) <= 0.5] == (0, 0, 255)).all()
    whole = normalise(mesh, None)
    assert np.linalg.norm(whole.vertices, axis=1).max() == pytest.approx(0.9, abs=1e-4)


def test_a_glb_reads_back_with_parts_materials_and_anchors(tmp_path):
    made = painted_pair()
    path = write_glb(made, tmp_path / "pair.glb", {"noun": "pair", "seed": 3})
    tree = glb_json(path.read_bytes())
    assert tree["asset"]["extras"] == {"noun": "pair", "seed": 3}
    assert [n["name"] for n in tree["nodes"]] == ["foot", "top", "anchor:seat"]
    assert tree["nodes"][2]["translation"] == [0, 1, 0]
    assert tree["materials"][0]["extensions"]["KHR_materials_transmission"]["transmissionFactor"] == 0.85
    parts = read_scene(path, keep=True).parts
    assert [len(p.faces) for p in parts] == [p.solid.num_tri() for p in made.parts]
    assert parts[0].material.transmission == pytest.approx(0.85)
    assert glb_bytes(made) == glb_bytes(made)


def test_the_command_writes_a_file_an_instance_and_a_sheet(tmp_path):
    pytest.importorskip("embreex", reason="drawing sheets needs bozzetto[foundry]")
    lines: list[str] = []
    write_sculptures(
        ("stool", "dice"), 2, tmp_path / "sheet.png", tmp_path / "out", 48, tmp_path / "all.webp", lines.append
    )
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        f"{n}-{k}.glb" for n in ("dice", "stool") for k in (0, 1)
    ]
    assert lines[0].startswith("stool 0: ") and "triangles" in lines[0]
    from PIL import Image

    assert Image.open(tmp_path / "sheet.png").size == (6 * 48, 4 * 48)
    assert Image.open(tmp_path / "all.webp").size == (4 * 2 * 48, 48 + 14)
    with pytest.raises(ValueError, match="nothing called 'nowt'"):
        write_sculptures(("nowt",), 1, None, None, 48, None, lines.append)
    with pytest.raises(ValueError, match="--seeds must be at least 1"):
        write_sculptures((), 0, None, None, 48, None, lines.append)


def test_colours_of_materials_are_checked():
    assert m.OAK.coloured("#ff8000").base_colour == pytest.approx((1, 128 / 255, 0))
    assert max(m.WHITE.shaded(3).base_colour) == 1
    with pytest.raises(ValueError, match="three numbers in"):
        m.OAK.coloured((2.0, 0.0, 0.0))
    with pytest.raises(ValueError, match="#rrggbb"):
        m.OAK.coloured("red")


def test_the_family_of_the_documentation_keeps_its_word():
    text = (Path(__file__).parents[2] / "docs" / "sculpt.md").read_text()
    names: dict[str, object] = {"__name__": "page"}
    exec(text.split("```python\n")[1].split("```")[0], names)
    assert problems(Family("bollard", names["bollard"], (0.5, 1.2), words=("tall",)), (0, 1, 2)) == []


def test_a_table_says_nothing_that_is_not_drawn(tmp_path):
    table = tmp_path / "beasts.yaml"
    cat = "cat: {height: [0.2, 0.3], coat: {base: '#888888'}, tail: thin}"
    table.write_text(f"{cat}\ntiger: {{like: cat, ears: round}}\n")
    (first, _), (second, _) = read_table(table, Beast).values()
    assert (first.ears, second.ears, second.height) == ("pointed", "round", (0.2, 0.3))
    for row, message in (
        ("wings: 2", "'tiger' has wings, which no Beast has"),
        ("tail: fluffy", "no tail is called 'fluffy'; there are: .*bushy"),
        ("patches: [mask, monocle]", "no further mark is called 'monocle'"),
        ("mane: curls", "no mane is called 'curls'"),
        ("like: puma", "'tiger' is like 'puma', which is not above it"),
    ):
        table.write_text(f"tiger: {{height: [0.2, 0.3], coat: {{base: '#888888'}}, {row}}}\n")
        with pytest.raises(ValueError, match=message):
            read_table(table, Beast)
    with pytest.raises(ValueError, match="no beak is called 'trunk'"):
        Bird((0.1, 0.2), "#888888", beak="trunk")
