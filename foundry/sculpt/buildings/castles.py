"""Castles and towers."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

STONES = (m.STONE, m.LIMESTONE, m.SANDSTONE, m.DARK_STONE, m.STONE.coloured("#aaa6a6"))
ROOFS = (
    m.SLATE,
    m.ROOF_TILE,
    m.SLATE.coloured("#3d5a80"),
    m.ROOF_TILE.coloured("#7a2e2e"),
    m.SLATE.coloured("#4a6b57"),
)
SLIT = m.BLACK.coloured("#24211f", "dark")


def round_tower(
    a: Assembly,
    rng: np.random.Generator,
    stone: Material,
    roof: Material | None,
    place: tuple[float, float],
    radius: float,
    height: float,
    out: float,
    banner: Material | None = None,
) -> float:
    """A round tower with slits that look outwards (`out` degrees), battlements, or a pointed roof; returns its top."""
    x, z = place
    at = (x, 0, z)
    crown = radius * 1.18
    shaft = s.cylinder(height, radius * 1.06, radius, 28)
    corbel = s.cylinder(radius * 0.35, radius, crown, 28).translate((0, height - radius * 0.35, 0))
    head = s.cylinder(radius * 0.35, crown, segments=28).translate((0, height - 0.001, 0))
    a.add("tower", stone, shaft.translate(at), (corbel + head).translate(at))
    rough = masonry.round_stones(rng, radius * 1.06, height * 0.93, radius * 0.42, 34, radius * 0.035, radius)
    a.add("stones", stone.shaded(0.9), rough.translate(at))
    base = s.cylinder(height * 0.07, radius * 1.22, radius * 1.1, 28)
    a.add("plinth", stone.shaded(0.82), base.translate(at))
    y = height + radius * 0.35
    parapet = masonry.battlement_ring(crown, radius * 0.2, radius * 0.6, 9, 36)
    for level, share in enumerate((0.32, 0.62, 0.86)):
        for yaw in (out - 50 + 25 * level, out + 40 - 20 * level, out + 170):
            opening = s.extrude(s.arch_outline(radius * 0.2, radius * 0.62), radius * 0.3)
            a.add("slits", SLIT, masonry.set_in(opening, radius * 0.93, height * share - radius * 0.3, yaw, 0, x, z))
    if roof is None:
        a.add("battlement", stone.shaded(1.05), parapet.translate((x, y - 0.01, z)))
        top = y + radius * 0.6
    else:
        rise = radius * rng.uniform(2.1, 2.9)
        spire = s.revolve(
            [(0, 0), (crown * 1.16, 0), (crown * 1.16, crown * 0.05), (crown * 0.62, rise * 0.42), (0, rise)], 28
        )
        a.add("roof", roof, spire.translate((x, y, z)))
        ball = s.sphere(radius * 0.1, 14).translate((x, y + rise, z))
        a.add("finial", m.GOLD, ball, s.cone(radius * 0.45, radius * 0.05, 10).translate((x, y + rise, z)))
        top = y + rise
    if banner is not None:
        foot = top - radius * (0.6 if roof is None else 0.05)
        mast, cloth = masonry.flag(rng, radius * 1.5, radius * 1.1, 0.24)
        a.add("flagpole", m.OLD_WOOD, mast.translate((x, foot, z)))
        a.add("flag", banner, cloth.translate((x, foot, z)))
        top = foot + radius * 1.5
    return top


def gatehouse(a: Assembly, rng: np.random.Generator, stone: Material, z: float, width: float, height: float) -> None:
    """A block with a gate, its front at z."""
    depth = width * 0.6
    gate_w, gate_h = width * 0.42, height * 0.55
    hole = s.extrude(s.arch_outline(gate_w, gate_h), depth * 2)
    block = s.box(width, height, depth) - hole
    top = masonry.battlement_row(width, width * 0.1, height * 0.16, width * 0.09)
    a.add("gatehouse", stone, block.translate((0, 0, z - depth / 2)))
    for side in (width * 0.05, depth - width * 0.05):
        a.add("battlement", stone.shaded(1.05), top.translate((0, height - 0.01, z - side)))
    surround = s.extrude(s.arch_outline(gate_w * 1.3, gate_h * 1.1), width * 0.08) - hole
    a.add("arch", stone.shaded(0.8), surround.translate((0, 0, z)))
    doors = s.extrude(s.arch_outline(gate_w, gate_h), width * 0.06)
    grooves = s.row(s.box(gate_w * 0.02, gate_h * 2, 0.2), 7, (gate_w / 8, 0, 0)).translate((0, -0.1, width * 0.06))
    a.add("gate", m.OAK.shaded(0.7), (doors - grooves).translate((0, 0, z - width * 0.14)))
    bars = [s.box(width * 0.02, gate_h, width * 0.02).translate((gate_w * (k / 5 - 0.5), 0, 0)) for k in range(1, 5)]
    bars += [s.box(gate_w, width * 0.02, width * 0.02).translate((0, gate_h * k / 5, 0)) for k in range(1, 5)]
    grid = s.union(bars) ^ s.extrude(s.arch_outline(gate_w, gate_h), 1.0)
    a.add("portcullis", m.IRON, grid.translate((0, 0, z - width * 0.06)))
    bridge = s.box(gate_w * 1.05, width * 0.05, width * 0.55, 0.02).translate((0, 0, z + width * 0.27))
    a.add("drawbridge", m.OAK, bridge)
    chain = s.rod((0, 0, 0), (0, gate_h * 0.85, -width * 0.5), width * 0.014, segments=8)
    for x in (-1, 1):
        a.add("chains", m.IRON, chain.translate((x * gate_w * 0.55, width * 0.05, z + width * 0.5)))


@sculpture(
    "castle",
    synonyms=("fortress", "citadel"),
    kinds=("stronghold", "chateau", "fairytale castle", "medieval castle", "fort"),
    size=(24, 75),
    words=("tall", "wide"),
)
def castle(rng: np.random.Generator) -> Sculpture:
    """Four or six round towers, walls with battlements, a gatehouse with a drawbridge, and a keep."""
    a = Assembly()
    stone = s.pick(rng, STONES).varied(rng, 0.05)
    roof = s.pick(rng, ROOFS)
    banner = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "blue", "yellow", "purple", "green"))], "banner")
    tall = s.chance(rng, 0.5)
    w, d = rng.uniform(18, 24), rng.uniform(17, 22)
    wall, high = 1.6, rng.uniform(5.5, 7)
    radius = rng.uniform(2.2, 2.8)
    corners = [(x * w / 2, z * d / 2, np.degrees(np.arctan2(x, z))) for x in (-1, 1) for z in (-1, 1)]
    roofed = s.pick(rng, (True, False), (0.7, 0.3))
    for x, z, yaw in corners:
        tower_high = high * rng.uniform(1.35, 1.5) * (1.2 if tall else 1.0)
        round_tower(a, rng, stone, roof if roofed else None, (x, z), radius, tower_high, yaw, banner)
    for yaw, length, reach in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
        side = s.box(length, high, wall).translate((0, 0, reach / 2))
        walk = masonry.battlement_row(length, 0.4, 1.1, 0.55).translate((0, high - 0.01, reach / 2 + wall / 2 - 0.2))
        a.add("walls", stone, side.rotate((0, yaw, 0)))
        a.add("battlement", stone.shaded(1.05), walk.rotate((0, yaw, 0)))
        blocks = masonry.wall_stones(rng, length - 2 * radius, high * 0.95, 1.0, 26, 0.07)
        a.add("stones", stone.shaded(0.9), masonry.set_in(blocks, reach / 2 + wall / 2, 0, yaw))
    a.add("courtyard", m.EARTH.coloured("#a08f6c"), s.box(w, 0.35, d))
    gatehouse(a, rng, stone, d / 2 + wall * 1.2, rng.uniform(5.5, 6.5), high * 1.3)
    keep_w, keep_d = w * rng.uniform(0.36, 0.44), d * rng.uniform(0.36, 0.44)
    keep_h = high * rng.uniform(2.0, 2.4) * (1.25 if tall else 1.0)
    centre = -d * rng.uniform(0.08, 0.14)
    a.add("keep", stone.shaded(1.06), s.box(keep_w, keep_h, keep_d).translate((0, 0, centre)))
    for yaw, length, reach in ((0, keep_w, keep_d), (90, keep_d, keep_w), (180, keep_w, keep_d), (270, keep_d, keep_w)):
        for level in (0.5, 0.76):
            for along in (-0.25, 0.25):
                frame, pane = masonry.arched(0.9, 2.0, 0.2)
                for name, material, solid in (("window frames", stone.shaded(0.8), frame), ("windows", m.WINDOW, pane)):
                    a.add(
                        name, material, masonry.set_in(solid, reach / 2, keep_h * level, yaw, along * length, 0, centre)
                    )
        top = masonry.battlement_row(length, 0.4, 1.2, 0.5).translate((0, keep_h - 0.01, reach / 2 - 0.2))
        a.add("battlement", stone.shaded(1.05), top.rotate((0, yaw, 0)).translate((0, 0, centre)))
    if s.chance(rng, 0.75):
        cap = masonry.hip_roof(keep_w - 1.0, keep_w * 0.55, keep_d - 1.0, keep_w * 0.3)
        a.add("roof", roof, cap.translate((0, keep_h - 0.05, centre)))
    top = 0.0
    for x in (-1, 1):
        top = round_tower(
            a, rng, stone, roof, (x * keep_w / 2, centre + keep_d / 2), radius * 0.62, keep_h * 1.18, x * 20, banner
        )
    words = ("tall",) if tall else ("wide",)
    return a.build({"top": (keep_w / 2, top, centre + keep_d / 2), "gate": (0, 0.3, d / 2 + wall * 1.2)}, words)


@sculpture(
    "tower",
    synonyms=("castle tower",),
    kinds=("turret", "keep", "wizard tower", "guard tower"),
    size=(9, 30),
    words=("tall",),
)
def tower(rng: np.random.Generator) -> Sculpture:
    """A lone round or square tower with a door, windows, and battlements or a roof."""
    a = Assembly()
    stone = s.pick(rng, STONES).varied(rng, 0.05)
    roof = s.pick(rng, ROOFS)
    radius = rng.uniform(2.3, 3.0)
    tall = s.chance(rng, 0.5)
    height = radius * (rng.uniform(4.6, 5.4) if tall else rng.uniform(3.0, 3.8))
    roofed = s.chance(rng, 0.55)
    banner = m.CLOTH.coloured(m.HUES[s.pick(rng, ("red", "blue", "yellow", "green"))], "banner")
    if s.chance(rng, 0.65):
        top = round_tower(a, rng, stone, roof if roofed else None, (0, 0), radius, height, 0, banner)
        face = radius * 1.04
    else:
        side = radius * 1.8
        face = side / 2
        body = s.taper(s.box(side, height, side, 0.12), 0.94)
        corner = s.box(0.7, height, 0.7, 0.05)
        a.add("tower", stone, body)
        quoins = [corner.translate((x * face * 0.97, 0, z * face * 0.97)) for x in (-1, 1) for z in (-1, 1)]
        a.add("quoins", stone.shaded(0.84), s.taper(s.union(quoins), 0.94))
        for k in range(4):
            blocks = masonry.wall_stones(rng, side * 0.7, height * 0.95, 0.9, 12, 0.16)
            a.add("stones", stone.shaded(0.9), masonry.set_in(blocks, face * 0.965, 0, 90 * k))
            for level in (0.45, 0.72):
                frame, pane = masonry.arched(0.5, 1.3, 0.16)
                reach = face * (1 - 0.06 * level) + 0.02
                a.add("window frames", stone.shaded(0.75), masonry.set_in(frame, reach, height * level, 90 * k))
                a.add("windows", SLIT, masonry.set_in(pane, reach, height * level, 90 * k))
        crown = side * 1.14
        corbel = s.taper(s.box(side * 0.94, radius * 0.3, side * 0.94), crown / side / 0.94)
        a.add(
            "tower",
            stone,
            corbel.translate((0, height - radius * 0.3, 0)),
            s.box(crown, 0.5, crown).translate((0, height - 0.01, 0)),
        )
        parapet = masonry.battlement_square(crown, 0.4, 1.2, 0.5).translate((0, height + 0.48, 0))
        top = height + 1.68
        if roofed:
            rise = side * rng.uniform(0.8, 1.2)
            a.add("roof", roof, masonry.hip_roof(crown * 1.12, rise, crown * 1.12).translate((0, height + 0.48, 0)))
            top = height + 0.48 + rise
        else:
            a.add("battlement", stone.shaded(1.05), parapet)
        mast, cloth = masonry.flag(rng, 3.0, 2.0)
        foot = top - (0.2 if roofed else 1.3)
        a.add("flagpole", m.OLD_WOOD, mast.translate((0, foot, 0)))
        a.add("flag", banner, cloth.translate((0, foot, 0)))
        top = foot + 3.0
    surround, leaf, iron = masonry.plank_door(1.3, 2.4, 0.24, True)
    a.add("door frame", stone.shaded(0.75), surround.translate((0, 0, face)))
    a.add("door", m.OAK.shaded(0.8), leaf.translate((0, 0, face)))
    a.add("hinges", m.IRON, iron.translate((0, 0, face)))
    a.add("steps", stone.shaded(0.8), s.box(2.4, 0.3, 1.6, 0.04).translate((0, 0, face + 0.6)))
    return a.build({"top": (0, top, 0), "door": (0, 0.3, face + 0.3)}, ("tall",) if tall else ())
