"""Nails, screws, springs, chains, ropes and pulleys."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright


def _link(long: float, wide: float, wire: float) -> s.Solid:
    """A link about the origin, upright, in XY."""
    half = wide / 2 - wire
    angle = np.radians(np.linspace(0, 180, 14))
    top = np.stack([half * np.cos(angle), long / 2 - wire - half + half * np.sin(angle), 0 * angle], 1)
    return s.tube(np.concatenate([top, top * (-1, -1, 1)]), wire, 12, closed=True)


def _thread(r: float, low: float, high: float, pitch: float, depth: float, tip: float = 0.0) -> s.Solid:
    """A ridge that winds up about the Y axis; over `tip` metres from below it widens from nothing."""
    turns = (high - low) / pitch
    count = int(turns * 26)
    path = s.helix(1.0, high - low, turns, count)
    grow = np.clip((path[:, 1] + 1e-6) / max(tip, 1e-6), 0.08, 1)
    path[:, [0, 2]] *= (r * grow)[:, None]
    return s.tube(path + (0, low, 0), depth * (0.4 + 0.6 * grow), 6)


@sculpture(
    "nail",
    synonyms=("iron nail", "steel nail", "carpentry nail"),
    kinds=("wire nail", "brad", "spike nail"),
    size=(0.05, 0.13),
    tint=False,
)
def nail(rng: np.random.Generator) -> Sculpture:
    """A nail on its tip: round with a flat head, or hand-forged and square."""
    a = Assembly()
    high = rng.uniform(0.06, 0.09)
    r = high * rng.uniform(0.04, 0.047)
    steel = s.pick(rng, (m.STEEL, m.DARK_STEEL, m.STEEL, m.RUST)).varied(rng)
    if s.chance(rng, 0.75):
        a.add("shank", steel, s.revolve([(0, 0), (r * 0.3, r * 0.9), (r, r * 3.6), (r, high), (0, high)], 28))
        a.add(
            "grooves",
            steel.shaded(0.7, "grooves"),
            *[s.torus(r * 0.96, r * 0.13, 28, 6).translate((0, high * q, 0)) for q in (0.8, 0.84, 0.88, 0.92)],
        )
        a.add(
            "head",
            steel.shaded(0.92, "head"),
            s.revolve(
                [(0, -r * 1.1), (r, -r * 1.1), (r * 2.6, -r * 0.35), (r * 2.7, 0), (r * 2.6, r * 0.45), (0, r * 0.5)],
                40,
            ).translate((0, high, 0)),
        )
    else:
        a.add(
            "shank",
            steel,
            s.hull([s.box(r * 0.4, 0.001, r * 0.4), s.box(r * 2.3, 0.001, r * 2.3).translate((0, high, 0))]),
        )
        a.add(
            "head",
            steel.shaded(0.85, "head"),
            s.hull(
                [
                    s.box(r * 4.6, r * 0.6, r * 4.6).translate((0, high - r * 0.2, 0)),
                    s.box(r * 1.2, r * 0.4, r * 1.2).translate((0, high + r * 1.2, 0)),
                ]
            ),
        )
    return a.build({"top": (0, high + r, 0)}).grounded()


@sculpture(
    "screw",
    synonyms=("wood screw",),
    kinds=("metal screw", "phillips screw", "sheet metal screw"),
    size=(0.04, 0.09),
    tint=False,
)
def screw(rng: np.random.Generator) -> Sculpture:
    """A wood screw on its tip: a thread, a smooth neck, a countersunk head with a cross or a slot."""
    a = Assembly()
    high = rng.uniform(0.045, 0.06)
    r = high * rng.uniform(0.072, 0.085)
    metal = s.pick(rng, (m.STEEL, m.BRASS, m.DARK_STEEL)).varied(rng, 0.05)
    a.add(
        "core",
        metal.shaded(0.8, "core"),
        s.revolve(
            [
                (0, 0),
                (r * 0.75, high * 0.2),
                (r * 0.78, high * 0.66),
                (r, high * 0.7),
                (r, high * 0.9),
                (0, high * 0.9),
            ],
            28,
        ),
    )
    a.add("thread", metal, _thread(r * 0.95, high * 0.03, high * 0.68, r * 1.25, r * 0.36, high * 0.2), smooth=60)
    q = r * rng.uniform(2.3, 2.6)
    head = s.revolve(
        [(0, high * 0.84), (r, high * 0.84), (q, high * 0.965), (q, high * 0.985), (q * 0.9, high), (0, high * 1.012)],
        44,
    )
    deep = r * 0.8
    slot = s.box(q * 1.5, deep, q * 0.3).translate((0, high * 1.012 - deep, 0))
    cross = s.chance(rng, 0.6)
    cut = (
        slot + slot.rotate((0, 90, 0)) if cross else s.box(q * 3, deep, q * 0.34).translate((0, high * 1.012 - deep, 0))
    )
    a.add("head", metal, head - cut)
    a.add("slot", m.BLACK.shaded(1.8, "slot"), (cut ^ head).trim_by_plane((0, -1, 0), -(high * 1.012 - deep * 0.55)))
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "bolt",
    synonyms=("hex bolt", "metal bolt"),
    kinds=("machine bolt", "carriage bolt", "nut and bolt"),
    size=(0.05, 0.12),
    tint=False,
)
def bolt(rng: np.random.Generator) -> Sculpture:
    """A hexagonal head over a threaded shank, which it stands on; a nut is on it in half of the cases."""
    a = Assembly()
    high = rng.uniform(0.055, 0.075)
    r = high * rng.uniform(0.105, 0.125)
    metal = s.pick(rng, (m.DARK_STEEL, m.BRASS, m.STEEL, m.STEEL)).varied(rng, 0.05)
    q = r * rng.uniform(1.95, 2.1)
    cap = r * 1.3
    a.add("shank", metal.shaded(0.82, "core"), s.cylinder(high, r * 0.94, segments=32, bevel=r * 0.2))
    a.add("thread", metal, _thread(r * 0.95, r * 0.3, high * 0.66, r * 0.62, r * 0.19), smooth=60)
    a.add("neck", metal, s.cylinder(high * 0.34, r * 1.06, segments=32).translate((0, high * 0.66, 0)))
    six = s.prism(cap, q, 6) ^ s.revolve([(0, 0), (q * 1.1, 0), (q * 1.1, cap * 0.72), (q * 0.82, cap), (0, cap)], 48)
    a.add("head", metal, six.translate((0, high, 0)))
    if s.chance(rng, 0.5):
        ring = s.prism(r * 1.5, q, 6) ^ s.revolve(
            [(0, 0), (q * 0.85, 0), (q * 1.02, r * 0.25), (q * 1.02, r * 1.25), (q * 0.85, r * 1.5), (0, r * 1.5)], 48
        )
        a.add("nut", metal.shaded(0.9, "nut"), ring.translate((0, high * 0.2, 0)))
    return a.build({"top": (0, high + cap, 0)}).grounded()


@sculpture(
    "nut",
    synonyms=("hex nut", "metal nut"),
    kinds=("hexagon nut", "wing nut", "lock nut"),
    size=(0.02, 0.05),
    tint=False,
)
def nut(rng: np.random.Generator) -> Sculpture:
    """A hexagonal nut upright on one of its sides, its threaded hole to the front."""
    a = Assembly()
    q = rng.uniform(0.012, 0.014)
    thick = q * rng.uniform(0.78, 0.92)
    r = q * rng.uniform(0.5, 0.56)
    metal = s.pick(rng, (m.DARK_STEEL, m.BRASS, m.STEEL, m.STEEL)).varied(rng, 0.05)
    body = s.prism(thick, q, 6) ^ s.revolve(
        [(0, 0), (q * 0.86, 0), (q * 1.02, thick * 0.16), (q * 1.02, thick * 0.84), (q * 0.86, thick), (0, thick)], 52
    )
    body -= s.revolve(
        [
            (0, -0.001),
            (r * 1.2, -0.001),
            (r, thick * 0.12),
            (r, thick * 0.88),
            (r * 1.2, thick + 0.001),
            (0, thick + 0.001),
        ],
        44,
    )
    y = q * np.cos(np.pi / 6)
    place = lambda solid: solid.translate((0, -thick / 2, 0)).rotate((90, 0, 0)).translate((0, y, 0))  # noqa: E731
    a.add("nut", metal, place(body))
    a.add(
        "thread",
        metal.shaded(0.6, "thread"),
        place(
            s.union([s.torus(r, r * 0.13, 40, 8).translate((0, thick * t, 0)) for t in (0.14, 0.32, 0.5, 0.68, 0.86)])
        ),
    )
    return a.build({"top": (0, 2 * y, 0)}).grounded()


@sculpture(
    "spring",
    synonyms=("coil spring", "metal spring", "steel spring"),
    kinds=("helical spring", "compression spring", "slinky"),
    size=(0.05, 0.16),
)
def spring(rng: np.random.Generator) -> Sculpture:
    """A coil of thick wire, upright, closed at both ends."""
    a = Assembly()
    high = rng.uniform(0.075, 0.1)
    r = high * rng.uniform(0.26, 0.32)
    wire = high * rng.uniform(0.036, 0.044)
    turns = rng.uniform(5.5, 7)
    angle = np.linspace(0, (turns + 2) * 2 * np.pi, int((turns + 2) * 36))
    pitch = np.interp(
        angle / (2 * np.pi), [0, 1, turns + 1, turns + 2], [0, wire * 1.6, high - wire * 3.6, high - wire * 2]
    )
    path = np.stack([r * np.sin(angle), pitch + wire, r * np.cos(angle)], 1)
    metal = s.pick(rng, (bright(rng, ("red", "blue", "yellow")), m.DARK_STEEL, m.STEEL)).varied(rng, 0.05)
    a.add("coil", metal, s.tube(path, wire, 10), smooth=60)
    return a.build({"top": (0, high, 0)}).grounded()


@sculpture(
    "chain",
    synonyms=("iron chain", "steel chain", "metal chain"),
    kinds=("chain link", "anchor chain", "link chain"),
    size=(0.25, 0.6),
    tint=False,
)
def chain(rng: np.random.Generator) -> Sculpture:
    """Interlocked links, hanging straight."""
    a = Assembly()
    wire = rng.uniform(0.0115, 0.0135)
    long, wide = wire * rng.uniform(7.0, 7.6), wire * 5.2
    count = int(rng.integers(5, 7))
    metal = s.pick(rng, (m.DARK_STEEL, m.STEEL, m.IRON, m.DARK_STEEL)).varied(rng)
    step = long - 2 * wire * 1.04
    for k in range(count):
        link = _link(long, wide, wire).rotate((0, 30 + 90 * (k % 2), 0)).translate((0, long / 2 + k * step, 0))
        a.add(
            "links" if k % 2 else "links across",
            metal if k % 2 else metal.shaded(1.12, "links across"),
            link,
            smooth=60,
        )
    high = (count - 1) * step + long
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.9, 0)}).grounded()


@sculpture("rope", synonyms=("coil of rope", "coiled rope"), kinds=("cord", "hawser", "hemp rope"), size=(0.35, 0.75))
def rope(rng: np.random.Generator) -> Sculpture:
    """A coil of laid rope on the ground, its end stretched out at the front."""
    a = Assembly()
    r, wire = rng.uniform(0.15, 0.18), rng.uniform(0.02, 0.024)
    hemp = m.ROPE.coloured(s.pick(rng, ("#b3935f", "#c3a36c", "#9f7f4e")), "hemp").varied(rng)
    turns = int(rng.integers(3, 5))
    angle = np.linspace(0, turns * 2 * np.pi, turns * 40)
    q = r + 0.003 * np.sin(angle * 1.7 + rng.uniform(0, 6))
    path = np.stack([q * np.sin(angle), wire + wire * 1.75 * angle / (2 * np.pi), q * np.cos(angle)], 1)
    start = s.curve(
        [(-r * 0.1, wire, r * 1.9), (-r * 0.75, wire, r * 1.6), (-r * 0.6, wire, r * 1.15), tuple(path[0])], 20
    )[:-1]
    path = np.concatenate([start, path])
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    count = 260
    line = np.stack([np.interp(np.linspace(0, length[-1], count), length, path[:, d]) for d in range(3)], 1)
    tangent = np.gradient(line, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    side = np.cross(tangent, (0, 1, 0))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(side, tangent)
    lay = np.linspace(0, length[-1], count) / (wire * 5.2) * 2 * np.pi
    for k in range(3):
        t = lay + 2 * np.pi * k / 3
        strand = line + wire * 0.5 * (np.cos(t)[:, None] * side + np.sin(t)[:, None] * up)
        a.add(f"strand {k}", hemp.shaded((1.0, 0.8, 1.14)[k], f"hemp {k}"), s.tube(strand, wire * 0.56, 8), smooth=60)
    a.add(
        "whipping",
        m.RED if s.chance(rng, 0.5) else hemp.shaded(0.55, "whipping"),
        s.rod(line[0] - tangent[0] * 0.01, line[9], wire * 1.08),
    )
    made = a.build().grounded()
    top = float(made.bounds[1][1])
    return Sculpture(made.parts, {"top": (r, top, 0), "inside": (0, 0.02, 0)})


@sculpture(
    "pulley",
    synonyms=("pulley block",),
    kinds=("block and tackle", "rope pulley", "tackle block"),
    size=(0.3, 0.75),
    tint=False,
)
def pulley(rng: np.random.Generator) -> Sculpture:
    """A grooved wheel in a block under a hook, a rope over it with both ends hanging down."""
    a = Assembly()
    r = rng.uniform(0.075, 0.085)
    drop = rng.uniform(0.17, 0.2)
    y = drop
    metal = s.pick(rng, (m.IRON, m.DARK_STEEL)).varied(rng)
    wheel = (
        s.revolve(
            [(0, -0.016), (r, -0.016), (r * 1.02, -0.014), (r * 0.86, 0), (r * 1.02, 0.014), (r, 0.016), (0, 0.016)], 52
        )
        .rotate((90, 0, 0))
        .translate((0, y, 0))
    )
    a.add("wheel", s.pick(rng, (m.OAK, m.BRASS, m.STEEL)).varied(rng), wheel)
    cheek = s.hull(
        [
            s.rod((0, y, -0.006), (0, y, 0.006), r * 0.42, segments=32),
            s.rod((0, y + r * 1.32, -0.006), (0, y + r * 1.32, 0.006), 0.028, segments=28),
        ]
    )
    a.add("cheeks", metal, *[cheek.translate((0, 0, z * 0.026)) for z in (-1, 1)])
    a.add("axle", m.STEEL, s.rod((0, y, -0.038), (0, y, 0.038), 0.016))
    a.add(
        "yoke",
        metal,
        s.rounded_box(0.056, 0.042, 0.07, 0.01).translate((0, y + r * 1.22, 0)),
        s.rod((0, y + r * 1.3, 0), (0, y + r * 1.85, 0), 0.0115),
    )
    top = y + r * 1.8
    hook = s.curve(
        [
            (0, top, 0),
            (0.034, top + 0.024, 0),
            (0.04, top + 0.06, 0),
            (0, top + 0.09, 0),
            (-0.036, top + 0.066, 0),
            (-0.032, top + 0.04, 0),
        ],
        34,
    )
    a.add("hook", metal, s.tube(hook, s.interpolate((0.011, 0.013, 0.0125, 0.007), 34), 12))
    q = r * 0.98
    angle = np.radians(np.linspace(0, 180, 30))
    over = np.stack([q * np.cos(angle), y + q * np.sin(angle), 0 * angle], 1)
    path = np.concatenate(
        [[(q, 0.0, 0), (q, y * 0.5, 0)], over, [(-q, y * 0.5, 0), (-q, y * rng.uniform(0.1, 0.3), 0)]]
    )
    a.add("rope", m.ROPE, s.tube(path, 0.0125, 10), smooth=60)
    return a.build({"top": (0, top + 0.1, 0)}).grounded()
