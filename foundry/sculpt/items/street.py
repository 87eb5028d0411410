"""What stands in streets and yards: traffic lights, signs, booths, pumps, flags."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.buildings import masonry
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

QUARTERS = (0.0, 90.0, 180.0, 270.0)


def paint(hue: str, name: str = "paint") -> m.Material:
    """A paint of a colour `#rrggbb` or a name of `HUES`."""
    return m.PAINT.coloured(m.HUES.get(hue, hue), name)


@sculpture(
    "traffic light",
    synonyms=("stoplight", "traffic lights", "traffic signal"),
    kinds=("semaphore",),
    size=(1.6, 3.6),
    tint=False,
)
def traffic_light(rng: np.random.Generator) -> Sculpture:
    """A box with a red, a yellow and a green lamp under hoods, on a post."""
    a = Assembly()
    case = paint(s.pick(rng, ("#2b2d30", "#2b2d30", "#e0a92a")), "housing").varied(rng, 0.04)
    post = m.DARK_STEEL.coloured("#7d8388", "post")
    r, high = rng.uniform(0.13, 0.15), rng.uniform(0.85, 1.05)
    tall, wide = r * 7.4, r * 2.9
    a.add("base", m.CONCRETE.shaded(0.8), s.cylinder(0.1, 0.24, 0.2, 24))
    a.add("post", post, s.cylinder(high + 0.1, 0.075, segments=20))
    a.add("collar", post.shaded(0.8), s.cylinder(0.14, 0.11, segments=20).translate((0, high - 0.12, 0)))
    a.add("housing", case, s.rounded_box(wide, tall, r * 1.8, r * 0.4).translate((0, high, 0)))
    a.add("cap", case.shaded(0.7), s.rounded_box(wide * 0.8, 0.08, r * 1.4, 0.03).translate((0, high + tall - 0.02, 0)))
    border = s.rounded_box(wide * 1.22, tall * 1.05, 0.05, 0.02).translate((0, high - tall * 0.025, -r * 0.3))
    a.add("back plate", m.BLACK, border)
    lit = int(s.pick(rng, (0, 1, 2)))
    for k, (hue, name) in enumerate((("#e0261f", "red"), ("#f5b81c", "yellow"), ("#1fae4a", "green"))):
        y = high + tall * (0.81 - 0.31 * k)
        lens = m.PLASTIC.coloured(hue, f"{name} lamp")
        lens = lens.lit(0.7) if k == lit else lens
        a.add(
            f"{name} lamp", lens, s.ellipsoid(r * 0.92, r * 0.92, r * 0.35, 28).translate((0, y, r * 0.88)), smooth=60
        )
        a.add("rings", m.BLACK, s.torus(r * 0.98, r * 0.12, 32, 8).rotate((90, 0, 0)).translate((0, y, r * 0.9)))
        hood = s.cylinder(r * 1.3, r * 1.12, segments=28) - s.cylinder(r * 3, r * 0.96, segments=28).translate(
            (0, -0.1, 0)
        )
        hood = hood.rotate((90, 0, 0)).trim_by_plane((0, 1, 0.0), -r * 0.2).translate((0, y, r * 0.8))
        a.add("hoods", m.BLACK, hood)
    return a.build({"top": (0, high + tall + 0.05, 0)})


@sculpture(
    "signpost",
    synonyms=("guidepost", "direction sign"),
    kinds=("fingerpost", "crossroads sign", "wooden sign"),
    size=(1.6, 3.2),
    material="wooden",
)
def signpost(rng: np.random.Generator) -> Sculpture:
    """A wooden post with arrow-shaped boards that point several ways."""
    a = Assembly()
    wood = s.pick(rng, (m.OAK, m.OLD_WOOD.shaded(1.05), m.PINE)).varied(rng, 0.06)
    high = rng.uniform(1.7, 2.1)
    a.add("post", wood.shaded(0.75), s.taper(s.box(0.15, high, 0.15, 0.015), 0.92))
    a.add("cap", wood.shaded(0.65), masonry.hip_roof(0.2, 0.14, 0.2).translate((0, high - 0.01, 0)))
    count = int(s.pick(rng, (3, 3, 2)))
    yaws = (0.0, 180.0, -28.0)
    for k in range(count):
        long, wide = rng.uniform(0.78, 0.95), rng.uniform(0.2, 0.24)
        board = s.extrude(
            [
                (-0.22, -wide / 2),
                (long - 0.17, -wide / 2),
                (long, 0),
                (long - 0.17, wide / 2),
                (-0.22, wide / 2),
                (-0.17, 0),
            ],
            0.06,
            0.012,
        )
        marks = s.union([s.box(0.09, wide * 0.3, 0.078).translate((0.0 + 0.14 * q, -wide * 0.15, 0)) for q in range(4)])
        turn = (0, yaws[k] + rng.uniform(-6, 6), rng.uniform(-4, 4))
        at = (0, high - 0.22 - k * 0.32, 0)
        z = 0.105 if abs(yaws[k]) < 90 else -0.105
        shade = wood.shaded((1.0, 1.1, 0.92)[k])
        a.add(f"board {k}", shade, board.translate((0, 0, z if z > 0 else 0.105)).rotate(turn).translate(at))
        a.add("letters", wood.shaded(0.4), marks.translate((0.04, 0, 0.105)).rotate(turn).translate(at))
    stones = [
        s.ellipsoid(0.12, 0.08, 0.1, 12).translate((0.15 * np.cos(t), 0.03, 0.15 * np.sin(t)))
        for t in np.arange(0, 6.2, 0.9)
    ]
    a.add("stones", m.STONE, s.union(stones).trim_by_plane((0, 1, 0), 0))
    a.add("grass", m.GRASS, s.cylinder(0.05, 0.36, 0.32, 24))
    return a.build({"top": (0, high + 0.12, 0)})


@sculpture("street sign", synonyms=("street name sign",), kinds=("road name sign",), size=(1.8, 3.6))
def street_sign(rng: np.random.Generator) -> Sculpture:
    """Two crossed name plates, lettered in white, on top of a post."""
    a = Assembly()
    plate = paint(s.pick(rng, ("#1f7a45", "#1f7a45", "#1f5fa8")), "plate").varied(rng, 0.04)
    high, long, wide = rng.uniform(1.3, 1.5), rng.uniform(1.2, 1.35), 0.34
    a.add("post", m.STEEL.shaded(0.8), s.cylinder(high + 0.8, 0.06, segments=18))
    a.add("base", m.CONCRETE.shaded(0.85), s.cylinder(0.08, 0.2, 0.16, 24))
    for k, yaw in enumerate((-12.0, 78.0)):
        y = high + 0.38 * k
        board = s.extrude(s.rectangle(long, wide, radius=0.04), 0.075)
        edge = s.extrude(s.rectangle(long + 0.05, wide + 0.05, radius=0.05), 0.055)
        letters = []
        x = -long * 0.4
        while x < long * 0.36:
            size = rng.uniform(0.05, 0.075)
            if not s.chance(rng, 0.14):
                letters.append(s.box(size, wide * 0.46, 0.095).translate((x + size / 2, -wide * 0.23, 0)))
            x += size + 0.034
        cut = [
            s.box(0.02, wide * 0.18, 0.2).translate((v, -wide * 0.02, 0))
            for v in np.arange(-long * 0.4, long * 0.4, 0.1)
        ]
        for name, material, solid in (
            ("edges", m.WHITE, edge),
            ("plates", plate, board),
            ("letters", m.WHITE, s.union(letters) - s.union(cut)),
        ):
            a.add(name, material, solid.rotate((0, yaw, 0)).translate((0, y + wide / 2, 0)))
    a.add("finial", m.STEEL, s.sphere(0.1, 16).translate((0, high + 0.82, 0)))
    return a.build({"top": (0, high + 0.9, 0)})


@sculpture("parking meter", kinds=("parking pay meter",), size=(1.0, 1.7))
def parking_meter(rng: np.random.Generator) -> Sculpture:
    """A rounded head with a dial window, a coin slot and a knob, on a post."""
    a = Assembly()
    body = paint(s.pick(rng, ("#7d8a94", "#5f6b75", "#3f5f8a")), "housing").varied(rng, 0.05)
    high, wide, tall = rng.uniform(0.7, 0.82), rng.uniform(0.28, 0.31), rng.uniform(0.36, 0.4)
    a.add("base", m.DARK_STEEL, s.cylinder(0.05, 0.13, 0.11, 24))
    a.add("post", m.DARK_STEEL.coloured("#6b7075"), s.cylinder(high, 0.04, segments=18))
    outline = np.concatenate(
        [
            [(-wide * 0.34, 0), (wide * 0.34, 0), (wide / 2, tall * 0.2), (wide / 2, tall * 0.72)],
            s.arc(wide / 2, 0, 180, 16) + (0, tall * 0.72),
            [(-wide / 2, tall * 0.2)],
        ]
    )
    a.add("housing", body, s.extrude(outline, 0.17, 0.025).translate((0, high - 0.02, 0)))
    a.add("collar", body.shaded(0.7), s.cylinder(0.1, 0.075, 0.09, 20).translate((0, high - 0.1, 0)))
    y = high + tall * 0.72
    for z in (-1, 1):
        window = (
            s.extrude(s.circle(wide * 0.37, 28), 0.03)
            .trim_by_plane((0, 1, 0), -wide * 0.1)
            .translate((0, y, z * 0.085))
        )
        a.add("dial", m.WHITE.coloured("#f3eed8", "dial"), window)
        red = s.extrude([(0, 0), *s.arc(wide * 0.34, 15, 80, 8)], 0.036).translate((0, y, z * 0.085))
        a.add("expired", m.RED, red)
        a.add(
            "needle",
            m.BLACK,
            s.box(0.016, wide * 0.33, 0.045).rotate((0, 0, rng.uniform(10, 50))).translate((0, y, z * 0.085)),
        )
    front = 0.085
    a.add(
        "slot plate", m.STEEL, s.box(wide * 0.5, tall * 0.24, 0.03).translate((-wide * 0.02, high + tall * 0.2, front))
    )
    a.add("slot", m.BLACK, s.box(0.016, tall * 0.16, 0.05).translate((-wide * 0.14, high + tall * 0.24, front)))
    a.add(
        "knob",
        m.STEEL,
        s.cylinder(0.06, 0.034, segments=18).rotate((90, 0, 0)).translate((wide * 0.12, high + tall * 0.3, front)),
        s.box(0.014, 0.075, 0.03).translate((wide * 0.12, high + tall * 0.3 - 0.037, front + 0.055)),
    )
    a.add(
        "lock",
        m.BRASS,
        s.cylinder(0.02, 0.02, segments=14).rotate((90, 0, 0)).translate((0, high + tall * 0.08, front - 0.005)),
    )
    return a.build({"top": (0, high + tall * 0.72 + wide / 2, 0)})


@sculpture(
    "telephone booth",
    synonyms=("phone booth", "telephone box", "phone box"),
    kinds=("call box", "police box"),
    size=(2.3, 3.2),
)
def telephone_booth(rng: np.random.Generator) -> Sculpture:
    """A red kiosk of small panes with a shallow dome and a lit sign on each side."""
    a = Assembly()
    red = paint(s.pick(rng, ("#c5221f", "#b81f1c", "#cc2a22")), "red paint").varied(rng, 0.03)
    glass = m.GLASS.coloured("#b9d3d8", "glass")
    w, high = rng.uniform(0.88, 0.96), rng.uniform(2.0, 2.15)
    a.add("plinth", m.BLACK.coloured("#3a3a3c", "plinth"), s.box(w * 1.1, 0.12, w * 1.1))
    a.add("glass", glass, s.box(w * 0.9, high, w * 0.9).translate((0, 0.1, 0)))
    t = 0.1
    for x in (-1.0, 1.0):
        for z in (-1, 1):
            a.add("frame", red, s.box(t, high, t).translate((x * (w - t) / 2, 0.1, z * (w - t) / 2)))
    for yaw in QUARTERS:
        back = yaw == 180.0
        a.add(
            "frame",
            red,
            masonry.set_in(s.box(w, 0.3, 0.09), w / 2 - 0.045, 0.1, yaw),
            masonry.set_in(s.box(w, 0.14, 0.09), w / 2 - 0.045, high - 0.02, yaw),
        )
        if back:
            a.add("back", red, masonry.set_in(s.box(w * 0.9, high, 0.07), w / 2 - 0.05, 0.1, yaw))
        inner = w - 2 * t
        for k in range(1, 8):
            y = 0.4 + (high - 0.42) * k / 8
            a.add("bars", red, masonry.set_in(s.box(inner, 0.045, 0.06), w / 2 - 0.03, y, yaw))
        for x in (-0.3, 0.3):
            a.add("bars", red, masonry.set_in(s.box(0.045, high - 0.4, 0.06), w / 2 - 0.03, 0.35, yaw, x * inner))
        a.add("head", red, masonry.set_in(s.box(w, 0.24, 0.1), w / 2 - 0.05, high + 0.1, yaw))
        a.add(
            "signs",
            m.WHITE.coloured("#f7f2e2", "sign"),
            masonry.set_in(s.box(w * 0.74, 0.13, 0.05), w / 2 - 0.005, high + 0.155, yaw),
        )
        a.add(
            "letters",
            m.BLACK,
            masonry.set_in(s.row(s.box(0.05, 0.06, 0.05), 7, (0.078, 0, 0)), w / 2 + 0.004, high + 0.19, yaw),
        )
    a.add(
        "head",
        red,
        s.box(w * 0.96, 0.24, w * 0.96).translate((0, high + 0.1, 0)),
        s.box(w * 1.08, 0.07, w * 1.08).translate((0, high + 0.32, 0)),
    )
    dome = s.ellipsoid(w * 0.74, 0.26, w * 0.74, 40).trim_by_plane((0, 1, 0), 0) ^ s.box(w * 0.98, 3, w * 0.98)
    a.add("roof", red, dome.translate((0, high + 0.38, 0)), smooth=50)
    a.add("handle", m.BRASS, s.box(0.04, 0.2, 0.05).translate((w * 0.32, 1.05, w / 2 + 0.02)))
    a.add("telephone", m.BLACK, s.box(0.3, 0.5, 0.16).translate((0, 1.0, -w * 0.36)))
    return a.build({"top": (0, high + 0.64, 0), "inside": (0, 0.12, 0)})


@sculpture("bus stop", synonyms=("bus shelter",), kinds=("bus station", "tram stop"), size=(3, 6.5))
def bus_stop(rng: np.random.Generator) -> Sculpture:
    """A glass shelter with a roof and a bench, an advertisement at its end, and a round sign on a post."""
    a = Assembly()
    frame = paint(s.pick(rng, ("#3a4650", "#2f5f8a", "#3f6a4a")), "frame").varied(rng, 0.05)
    glass = m.GLASS.coloured("#b4d6de", "glass")
    w, d, high = rng.uniform(2.9, 3.3), rng.uniform(1.2, 1.4), rng.uniform(2.2, 2.35)
    t = 0.1
    a.add("pavement", m.CONCRETE, s.box(w + 1.5, 0.12, d + 0.7).translate((0.35, 0, 0.1)))
    y = 0.1
    for x in (-1, 0, 1):
        a.add("posts", frame, s.box(t, high, t).translate((x * w / 2, y, -d / 2)))
    a.add(
        "posts",
        frame,
        s.box(t, high, t).translate((-w / 2, y, d / 2 - t)),
        s.box(t, high, t).translate((w / 2, y, d / 2 - t)),
    )
    a.add(
        "glass",
        glass,
        s.box(w, high * 0.82, 0.05).translate((0, y + 0.22, -d / 2)),
        s.box(0.05, high * 0.82, d - t).translate((w / 2, y + 0.22, -t / 2)),
    )
    a.add("rails", frame, *[s.box(w, 0.07, 0.09).translate((0, y + v, -d / 2)) for v in (0.2, high * 0.9)])
    a.add("roof", frame, s.box(w + 0.5, 0.14, d + 0.5, 0.04).translate((0, high + 0.06, 0.05)))
    a.add("roof edge", paint("#e8b52c", "yellow"), s.box(w + 0.54, 0.1, 0.06).translate((0, high + 0.08, d / 2 + 0.3)))
    a.add("advertisement", frame, s.box(0.16, high * 0.86, d * 0.86).translate((-w / 2, y + 0.12, -0.02)))
    poster = m.PAPER.coloured(s.pick(rng, ("#e0563f", "#3f8fd0", "#e8c03a")), "poster")
    a.add("poster", poster, s.box(0.2, high * 0.7, d * 0.7).translate((-w / 2, y + 0.28, -0.02)))
    a.add(
        "poster mark",
        m.WHITE,
        s.cylinder(0.23, d * 0.2, segments=24).rotate((0, 0, 90)).translate((-w / 2 + 0.115, y + high * 0.62, -0.02)),
    )
    wood = m.OAK.varied(rng)
    for k in range(3):
        a.add("bench", wood, s.box(w * 0.6, 0.06, 0.13).translate((0.15, 0.52, -d * 0.3 + 0.16 * k)))
    a.add(
        "bench legs",
        frame,
        *[s.box(0.08, 0.44, 0.34).translate((0.15 + x * w * 0.22, y, -d * 0.3 + 0.16)) for x in (-1, 1)],
    )
    px = w / 2 + 0.65
    a.add("sign post", m.STEEL.shaded(0.8), s.cylinder(high + 0.55, 0.06, segments=16).translate((px, 0.1, d * 0.3)))
    disc = s.cylinder(0.09, 0.34, segments=32).rotate((90, 0, 0)).translate((px, high + 0.55, d * 0.3 - 0.045))
    a.add("sign", paint("#1f5fb0", "sign blue") if s.chance(rng, 0.7) else paint("#e8c02a", "sign"), disc)
    bus = s.rounded_box(0.34, 0.24, 0.13, 0.04).translate((px, high + 0.45, d * 0.3)) - s.box(0.26, 0.08, 1).translate(
        (px, high + 0.55, d * 0.3)
    )
    a.add(
        "sign bus",
        m.WHITE,
        bus,
        *[
            s.cylinder(0.13, 0.045, segments=12)
            .rotate((90, 0, 0))
            .translate((px + x * 0.1, high + 0.44, d * 0.3 + 0.065))
            for x in (-1, 1)
        ],
    )
    a.add("timetable", m.WHITE, s.box(0.26, 0.4, 0.1).translate((px, 1.3, d * 0.3 + 0.03)))
    return a.build({"top": (0, high + 0.2, 0), "seat": (0.15, 0.58, -d * 0.15)})


@sculpture("gas pump", synonyms=("petrol pump", "fuel pump"), kinds=("filling station pump",), size=(1.6, 2.8))
def gas_pump(rng: np.random.Generator) -> Sculpture:
    """A fuel pump with a dial or display, a hose and a nozzle; old ones have a lit globe on top."""
    a = Assembly()
    old = s.chance(rng, 0.65)
    body = paint(s.pick(rng, ("red", "#e0a82a", "#2f6f4a", "red", "#2f5fae")), "paint").varied(rng, 0.05)
    cream = m.WHITE.coloured("#f4eedd", "cream")
    w, d, high = rng.uniform(0.58, 0.64), rng.uniform(0.42, 0.48), rng.uniform(1.4, 1.55)
    a.add("base", m.CONCRETE, s.box(w * 1.5, 0.12, d * 1.6, 0.02))
    a.add("foot", m.STEEL.shaded(0.8), s.box(w * 1.06, 0.12, d * 1.06).translate((0, 0.11, 0)))
    low = high * 0.6
    a.add("cabinet", body, s.rounded_box(w, low, d, 0.05).translate((0, 0.2, 0)))
    outline = (
        np.concatenate(
            [
                [(-w * 0.5, 0), (w * 0.5, 0), (w * 0.5, high * 0.26)],
                s.arc(w * 0.5, 0, 180, 20) * (1, 0.5) + (0, high * 0.26),
            ]
        )
        if old
        else s.rectangle(w, high * 0.42, (0, high * 0.21), 0.04)
    )
    a.add("head", body if old else cream, s.extrude(outline, d * 0.96, 0.03).translate((0, 0.2 + low - 0.01, 0)))
    y = 0.2 + low + high * 0.2
    for z in (-1, 1):
        if old:
            disc = s.cylinder(0.05, w * 0.35, segments=36).rotate((90, 0, 0)).translate((0, y, z * d * 0.5 - 0.025))
            a.add("dial", cream, disc)
            a.add("dial rim", m.STEEL, s.torus(w * 0.36, 0.03, 36, 8).rotate((90, 0, 0)).translate((0, y, z * d * 0.5)))
            a.add(
                "needle",
                m.BLACK,
                s.box(0.035, w * 0.3, 0.08).rotate((0, 0, -50)).translate((0, y, z * d * 0.5)),
                *[
                    s.box(0.025, 0.05, 0.075)
                    .translate((0, w * 0.25, 0))
                    .rotate((0, 0, 30 * k))
                    .translate((0, y, z * d * 0.5))
                    for k in range(12)
                ],
            )
        else:
            a.add(
                "display",
                m.BLACK.coloured("#20302c", "display"),
                s.box(w * 0.72, high * 0.2, 0.04).translate((0, y - high * 0.06, z * d * 0.49)),
            )
            a.add(
                "digits",
                m.GREEN.coloured("#8fe06a", "digits").lit(0.6),
                *[
                    s.box(w * 0.09, high * 0.06, 0.06).translate(
                        (w * 0.13 * (q - 2), y - high * 0.05 + v * high * 0.09, z * d * 0.49)
                    )
                    for q in range(5)
                    for v in (0, 1)
                ],
            )
            a.add("cabinet stripe", cream, s.box(w * 0.99, 0.09, d * 1.02).translate((0, 0.2 + low * 0.75, 0)))
        panel = s.rounded_box(w * 0.7, low * 0.5, 0.04, 0.015).translate((0, 0.2 + low * 0.16, z * (d * 0.5)))
        a.add("panel", cream if old else body.shaded(0.8), panel)
        star = s.extrude(s.star(5, 0.12, 0.05), 0.075).translate((0, 0.2 + low * 0.42, z * d * 0.5))
        a.add("badge", body.shaded(0.85) if old else cream, star)
    top = 0.2 + low + (high * 0.26 + w * 0.25 if old else high * 0.42)
    if old:
        a.add("neck", m.STEEL, s.cylinder(0.1, 0.1, segments=20).translate((0, top - 0.02, 0)))
        globe = s.cylinder(0.16, 0.2, segments=36, bevel=0.03).rotate((90, 0, 0)).translate((0, top + 0.25, 0.08))
        a.add("globe", m.LAMP_GLOW.coloured("#fdf6e0", "globe"), globe)
        a.add("globe mark", body, s.cylinder(0.2, 0.12, segments=28).rotate((90, 0, 0)).translate((0, top + 0.25, 0.1)))
        top += 0.45
    x = w / 2
    hose = s.curve(
        [
            (x, 0.2 + low * 1.1, 0),
            (x + 0.2, 0.2 + low * 1.05, 0),
            (x + 0.26, 0.2 + low * 0.5, 0),
            (x + 0.18, 0.42, 0.02),
            (x + 0.1, 0.2 + low * 0.4, 0.04),
            (x + 0.085, 0.2 + low * 0.66, 0.05),
        ],
        36,
    )
    a.add("hose", m.RUBBER, s.tube(hose, 0.038, 10))
    a.add("holster", m.DARK_STEEL, s.box(0.08, 0.24, 0.2).translate((x + 0.03, 0.2 + low * 0.62, 0.05)))
    grip = s.capsule((x + 0.085, 0.2 + low * 0.62, 0.05), (x + 0.085, 0.2 + low * 0.9, 0.05), 0.05, 0.05, 14)
    spout = s.rod((x + 0.085, 0.2 + low * 0.9, 0.05), (x + 0.05, 0.2 + low * 1.0, 0.2), 0.036, 0.03, 12)
    a.add(
        "nozzle",
        m.DARK_STEEL.coloured("#4a4d52"),
        grip,
        s.torus(0.06, 0.022, 20, 8).rotate((0, 0, 90)).translate((x + 0.085, 0.2 + low * 0.8, 0.13)),
    )
    a.add("spout", m.STEEL, spout)
    return a.build({"top": (0, top, 0)})


@sculpture("birdhouse", synonyms=("nest box", "bird house"), kinds=("nesting box", "bird box"), size=(0.4, 2.6))
def birdhouse(rng: np.random.Generator) -> Sculpture:
    """A small gabled wooden house with a round hole and a perch, hanging by nothing or on a post."""
    a = Assembly()
    hue = s.pick(rng, ("oak", "#c8443a", "#4f8fb8", "#e0b83a", "#7fa86a"))
    wall = (m.PINE if hue == "oak" else paint(hue, "paint")).varied(rng, 0.05)
    roof = m.WALNUT.varied(rng, 0.06) if s.chance(rng, 0.6) else paint("#7a3a2e", "roof")
    w, high, d = rng.uniform(0.2, 0.23), rng.uniform(0.21, 0.25), rng.uniform(0.2, 0.23)
    post = s.chance(rng, 0.6)
    low = rng.uniform(0.5, 0.7) if post else 0.0
    rise = w * rng.uniform(0.5, 0.62)
    t = 0.018
    outline = [(-w / 2, 0), (w / 2, 0), (w / 2, high), (0, high + rise), (-w / 2, high)]
    a.add("walls", wall, s.extrude(outline, d).translate((0, low + t, 0)))
    hole = s.cylinder(0.012, w * 0.18, segments=28).rotate((90, 0, 0))
    a.add("hole", m.BLACK.coloured("#1f1814", "dark"), hole.translate((0, low + t + high * 0.72, d / 2 - 0.005)))
    a.add(
        "rim",
        wall.shaded(0.7),
        s.torus(w * 0.185, 0.012, 32, 8).rotate((90, 0, 0)).translate((0, low + t + high * 0.72, d / 2)),
    )
    a.add(
        "perch",
        m.OAK.shaded(0.7),
        s.rod((0, low + t + high * 0.4, d / 2 - 0.01), (0, low + t + high * 0.4, d / 2 + 0.075), 0.014, segments=12),
    )
    a.add("floor", roof, s.box(w * 1.16, t * 1.2, d * 1.2).translate((0, low, 0)))
    slope = rise / (w / 2)
    reach = w / 2 + 0.055
    slab = s.extrude(
        [
            (-reach, high - slope * 0.055),
            (0, high + rise),
            (reach, high - slope * 0.055),
            (reach, high - slope * 0.055 + 0.036),
            (0, high + rise + 0.045),
            (-reach, high - slope * 0.055 + 0.036),
        ],
        d * 1.4,
    )
    a.add("roof", roof, slab.translate((0, low + t, 0)))
    top = low + t + high + rise + 0.045
    if post:
        a.add("post", m.OAK.shaded(0.8), s.box(0.06, low + 0.01, 0.06))
        a.add(
            "brace",
            m.OAK.shaded(0.8),
            *[s.beam((x * 0.02, low - 0.12, 0), (x * w * 0.42, low, 0), 0.03, 0.03) for x in (-1, 1)],
        )
        a.add("grass", m.GRASS, s.cylinder(0.03, 0.16, 0.13, 24))
    else:
        a.add("hanger", m.IRON, s.torus(0.035, 0.01, 24, 8).rotate((90, 0, 0)).translate((0, top + 0.025, 0)))
        top += 0.06
    return a.build({"top": (0, top, 0), "inside": (0, low + 0.05, 0)})


@sculpture("flag", synonyms=("waving flag", "flag on a pole"), kinds=("pennant flag", "national flag"), size=(1.6, 9))
def flag(rng: np.random.Generator) -> Sculpture:
    """A waving cloth on a pole with a ball on top, plain, or of two or three stripes."""
    a = Assembly()
    high = rng.uniform(2.4, 3.6)
    wide, tall = high * rng.uniform(0.58, 0.64), high * rng.uniform(0.38, 0.42)
    t = high * 0.014
    a.add("pole", m.STEEL.shaded(0.9) if s.chance(rng, 0.5) else m.OAK, s.cylinder(high, t * 1.15, segments=20))
    a.add("ball", m.GOLD, s.sphere(t * 2.2, 20).translate((0, high + t * 1.2, 0)))
    a.add(
        "base",
        m.STONE,
        s.cylinder(high * 0.03, high * 0.1, high * 0.085, 32),
        s.cylinder(high * 0.06, high * 0.045, segments=24),
    )
    main = m.CLOTH.coloured(m.HUES[s.pick(rng, ("blue", "green", "red", "red"))], "flag").varied(rng, 0.05)
    style = s.pick(rng, ("plain", "plain", "stripes"))
    phase = rng.uniform(-0.5, 0.5)
    amount = high * 0.06

    def waved(p: np.ndarray) -> np.ndarray:
        u = p[:, 0] / wide
        return np.stack(
            [
                p[:, 0] * (1 - 0.06 * u),
                p[:, 1] - 0.05 * tall * u**2,
                p[:, 2] + amount * np.sin(6.5 * u + phase) * np.minimum(u * 2.5, 1),
            ],
            1,
        )

    bands = 1 if style == "plain" else 3
    second = m.CLOTH.coloured(m.HUES["white"], "white cloth")
    for k in range(bands):
        cloth = s.box(wide, tall / bands, t * 1.5).translate((wide / 2, high * 0.97 - tall * (k + 1) / bands, 0))
        a.add(f"cloth {k % 2}", second if k == 1 else main, s.warp(cloth, waved, high * 0.03), smooth=60)
    for y in (high * 0.96, high * 0.97 - tall):
        a.add("rings", m.DARK_STEEL, s.torus(t * 1.5, t * 0.5, 20, 6).translate((0, y, 0)))
    return a.build({"top": (0, high + t * 3, 0), "hand": (0, high * 0.4, 0)}).grounded()


@sculpture(
    "banner",
    synonyms=("hanging banner", "heraldic banner"),
    kinds=("gonfalon", "standard banner", "wall banner"),
    size=(1.5, 4.5),
)
def banner(rng: np.random.Generator) -> Sculpture:
    """A long swallow-tailed cloth with an emblem and a golden hem, from a cross bar on a pole."""
    a = Assembly()
    hue = s.pick(rng, ("blue", "purple", "green", "red", "red"))
    cloth = m.VELVET.coloured(m.HUES[hue], "banner cloth").varied(rng, 0.05)
    w, high = rng.uniform(0.78, 0.92), rng.uniform(2.2, 2.6)
    long = high * rng.uniform(0.6, 0.68)
    y = high - 0.12
    z = 0.09
    a.add("pole", m.OAK.shaded(0.8), s.cylinder(high, 0.04, segments=18))
    a.add("foot", m.IRON, s.cylinder(0.06, 0.3, 0.26, 28), s.cylinder(0.16, 0.07, segments=20))
    bar = s.rod((-w * 0.6, y, z * 0.6), (w * 0.6, y, z * 0.6), 0.035, segments=16)
    a.add("bar", m.OAK.shaded(0.8), bar)
    a.add(
        "knobs",
        m.GOLD,
        *[s.sphere(0.06, 18).translate((x * w * 0.62, y, z * 0.6)) for x in (-1, 1)],
        s.cone(0.2, 0.055, 16).translate((0, high + 0.02, 0)),
        s.sphere(0.06, 18).translate((0, high, 0)),
    )
    tail = s.pick(rng, ("swallow", "point"))

    def outline(inner: float) -> np.ndarray:
        h = w / 2 - inner
        end = (
            [(h, -long + inner * 2), (0, -long * 0.8), (-h, -long + inner * 2)]
            if tail == "swallow"
            else [(h, -long * 0.8), (0, -long + inner), (-h, -long * 0.8)]
        )
        return np.array([(-h, -inner), *end[::-1], (h, -inner)])

    def hung(p: np.ndarray) -> np.ndarray:
        u = -p[:, 1] / long
        return np.stack([p[:, 0], p[:, 1], p[:, 2] + 0.05 * np.sin(p[:, 0] / w * 9.0) * u], 1)

    place = (0, y, z)
    a.add(
        "hem",
        m.GOLD.coloured("#dcae3a", "gold thread"),
        s.warp(s.extrude(outline(0.0), 0.05), hung, 0.09).translate(place),
    )
    a.add("cloth", cloth, s.warp(s.extrude(outline(0.055), 0.075), hung, 0.09).translate(place))
    kind = s.pick(rng, ("cross", "star", "shield"))
    if kind == "cross":
        emblem = s.box(0.12, 0.56, 0.1).translate((0, -0.28, 0)) + s.box(0.44, 0.12, 0.1).translate((0, 0.02, 0))
    elif kind == "star":
        emblem = s.extrude(s.star(8, 0.26, 0.12), 0.1)
    else:
        shape = np.array([(-0.2, 0.24), (-0.2, -0.05), (0, -0.3), (0.2, -0.05), (0.2, 0.24)])
        emblem = s.extrude(shape, 0.1)
    a.add("emblem", m.GOLD, s.warp(emblem.translate((0, -long * 0.4, 0)), hung, 0.08).translate(place))
    return a.build({"top": (0, high + 0.2, 0), "hand": (0, high * 0.3, 0)}).grounded()
