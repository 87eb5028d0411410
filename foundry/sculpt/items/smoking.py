"""Lighters, matches, cigars and pipes."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture
from bozzetto.foundry.sculpt.shapes import bright

CHROME = m.STEEL.coloured("#c6cace", "chrome")


@sculpture(
    "lighter",
    synonyms=("cigarette lighter", "pocket lighter"),
    kinds=("gas lighter", "petrol lighter", "igniter"),
    size=(0.07, 0.15),
)
def lighter(rng: np.random.Generator) -> Sculpture:
    """A lighter that burns: a coloured one of plastic, or one of steel with a hinged lid."""
    a = Assembly()
    flame_at: tuple[float, float]
    if not s.chance(rng, 0.45):
        high, w, d = rng.uniform(0.054, 0.06), rng.uniform(0.0235, 0.026), 0.0135
        coat = bright(rng, ("blue", "green", "red", "orange", "red"))
        a.add(
            "body",
            coat,
            s.extrude(s.rectangle(w, d, radius=d * 0.48), high).rotate((-90, 0, 0)).translate((0, high / 2, 0)),
            smooth=45,
        )
        a.add(
            "collar",
            CHROME,
            s.extrude(s.rectangle(w * 0.98, d * 0.98, radius=d * 0.47), 0.008)
            .rotate((-90, 0, 0))
            .translate((0, high + 0.0035, 0)),
        )
        hood = s.box(w * 0.48, 0.0165, d * 0.86, 0.001).translate((-w * 0.2, high + 0.006, 0))
        a.add("hood", CHROME, hood)
        a.add(
            "holes",
            m.BLACK,
            *[
                s.rod(
                    (-w * 0.2 + x, high + 0.015, -d * 0.45), (-w * 0.2 + x, high + 0.015, d * 0.45), 0.0016, segments=10
                )
                for x in (-0.003, 0.003)
            ],
        )
        a.add(
            "wheel",
            m.DARK_STEEL,
            s.rod((w * 0.2, high + 0.0125, -d * 0.34), (w * 0.2, high + 0.0125, d * 0.34), 0.0058, segments=18),
        )
        a.add(
            "lever",
            coat.shaded(0.7, "lever"),
            s.box(w * 0.3, 0.0068, d * 0.7, 0.0015).translate((w * 0.34, high + 0.0045, 0)),
        )
        flame_at = (-w * 0.2, high + 0.02)
        scale = 1.0
    else:
        high, w, d = rng.uniform(0.036, 0.04), rng.uniform(0.036, 0.039), 0.0145
        steel = s.pick(rng, (CHROME, m.BRASS, m.BLACK.shaded(1.3, "black steel")))
        a.add("body", steel, s.extrude(s.rectangle(w, high, (0, high / 2), 0.003), d, 0.0018))
        lid = s.extrude(s.rectangle(w, 0.019, (0, 0.0095), 0.003), d, 0.0018)
        a.add("lid", steel, lid.rotate((0, 0, -104)).translate((w / 2 + 0.004, high + 0.018, 0)))
        a.add("hinge", m.DARK_STEEL, s.rod((w / 2 + 0.001, high, -d * 0.3), (w / 2 + 0.001, high, d * 0.3), 0.0024))
        a.add(
            "insert",
            CHROME.shaded(0.85, "insert"),
            s.box(w * 0.92, 0.003, d * 0.86).translate((0, high - 0.001, 0)),
            s.box(w * 0.46, 0.0165, d * 0.72, 0.001).translate((-w * 0.06, high, 0)),
        )
        a.add(
            "holes",
            m.BLACK,
            *[
                s.rod((-w * 0.06 + x, high + y, -d * 0.375), (-w * 0.06 + x, high + y, d * 0.375), 0.0017, segments=10)
                for x in (-0.0045, 0.0, 0.0045)
                for y in (0.006, 0.0115)
            ],
        )
        a.add(
            "wheel",
            m.DARK_STEEL,
            s.rod((w * 0.26, high + 0.012, -d * 0.28), (w * 0.26, high + 0.012, d * 0.28), 0.0062, segments=18),
        )
        flame_at = (-w * 0.06, high + 0.014)
        scale = 1.0
    x, y = flame_at
    burn = (
        s.profile([(0, 0), (0.0042, 0.004), (0.0058, 0.0105), (0.0036, 0.021), (0.0008, 0.031), (0, 0.0315)], 28)
        * scale
    )
    core = s.profile([(0, 0), (0.003, 0.003), (0.0036, 0.0075), (0.0018, 0.0135), (0, 0.016)], 20) * scale
    a.add("flame", m.FLAME, s.revolve(burn, 28).translate((x, y, 0)), smooth=60)
    a.add(
        "flame core",
        m.FLAME.coloured("#fff0a8", "flame core").lit(0.9),
        s.revolve(core * (1.0, 1.0), 24).scale((1, 1, 1.75)).translate((x, y, 0)),
        smooth=60,
    )
    return a.build({"top": (x, y + 0.031, 0), "hand": (0, high * 0.5, 0)}).grounded()


@sculpture(
    "match",
    synonyms=("matchstick", "burning match"),
    kinds=("safety match", "lit match"),
    plural="matches",
    size=(0.045, 0.08),
    tint=False,
)
def match(rng: np.random.Generator) -> Sculpture:
    """A wooden stick, upright, its red head up; it burns in half of the cases."""
    a = Assembly()
    high = rng.uniform(0.046, 0.052)
    t = rng.uniform(0.0028, 0.0032)
    lit = not s.chance(rng, 0.5)
    a.add("stick", m.PINE.coloured("#e2c48f", "aspen").varied(rng, 0.05), s.box(t, high * 0.9, t, 0.0002))
    head = s.revolve(
        s.profile(
            [(0, high * 0.84), (t * 0.68, high * 0.85), (t * 0.98, high * 0.93), (t * 0.85, high * 0.985), (0, high)],
            24,
        ),
        28,
    )
    red = m.PAINT.coloured(s.pick(rng, ("#c22a24", "#b8281f", "#c9332a")), "match head")
    a.add("head", red if not lit else m.BLACK.coloured("#4a1f18", "burning head"), head, smooth=60)
    top = high
    if lit:
        burn = s.profile(
            [
                (0, high * 0.82),
                (t * 1.5, high * 0.88),
                (t * 2.1, high * 1.0),
                (t * 1.4, high * 1.2),
                (t * 0.3, high * 1.42),
                (0, high * 1.43),
            ],
            30,
        )
        shell = s.revolve(burn, 32)
        a.add("flame", Material("match flame", m.srgb("#ff9a1e"), 0.5, transmission=0.35).lit(0.9), shell, smooth=60)
        core = s.profile([(0, high * 0.98), (t * 1.0, high * 1.0), (t * 0.9, high * 1.1), (0, high * 1.24)], 20)
        a.add("flame core", m.FLAME.coloured("#fff0a8", "flame core").lit(0.9), s.revolve(core, 24), smooth=60)
        top = high * 1.43
    return a.build({"top": (0, top, 0), "hand": (0, high * 0.3, 0)}).grounded()


@sculpture("cigar", kinds=("cheroot", "havana cigar", "stogie"), size=(0.12, 0.22), tint=False)
def cigar(rng: np.random.Generator) -> Sculpture:
    """A rolled leaf along X with a golden band, glowing under its ash at -X."""
    a = Assembly()
    long, r = rng.uniform(0.135, 0.155), rng.uniform(0.0095, 0.011)
    tobacco = m.BARK.coloured(s.pick(rng, ("#6b4224", "#5a3820", "#7a4e2b")), "tobacco leaf").varied(rng)
    shape = s.profile(
        [
            (0, 0),
            (r * 0.9, 0),
            (r, long * 0.1),
            (r * 1.04, long * 0.5),
            (r * 0.98, long * 0.86),
            (r * 0.72, long * 0.955),
            (r * 0.25, long * 0.995),
            (0, long),
        ],
        40,
    )
    turn = lambda solid: solid.rotate((0, 0, -90)).translate((-long / 2, r * 1.04, 0))  # noqa: E731
    a.add("leaf", tobacco, turn(s.revolve(shape, 36)), smooth=50)
    wrap = s.helix(1.0, long * 0.8, 3.2, 120)
    q = np.interp(wrap[:, 1], shape[:, 1], shape[:, 0])
    path = np.stack([wrap[:, 0] * q, wrap[:, 1], wrap[:, 2] * q], 1)
    a.add("seam", tobacco.shaded(0.72, "seam"), turn(s.tube(path[8:], r * 0.06, 6)))
    at = long * rng.uniform(0.62, 0.7)
    a.add("band", m.GOLD, turn(s.cylinder(0.02, r * 1.08, segments=36).translate((0, at, 0))))
    a.add(
        "band middle",
        m.RED.shaded(0.85, "band"),
        turn(s.cylinder(0.011, r * 1.11, segments=36).translate((0, at + 0.0045, 0))),
    )
    a.add(
        "seal",
        m.GOLD,
        s.rod((-long / 2 + at + 0.01, r * 1.04, r), (-long / 2 + at + 0.01, r * 1.04, r * 1.2), 0.0055, segments=20),
    )
    a.add("ember", m.EMBER, turn(s.cylinder(0.006, r * 0.98, segments=32).translate((0, -0.0055, 0))))
    ash = s.roughened(s.cylinder(0.017, r * 0.82, r * 0.96, 32), rng, 0.0009, 0.006, 0.003)
    a.add("ash", m.STONE.coloured("#a9a8a6", "ash"), turn(ash.translate((0, -0.022, 0))))
    return a.build({"top": (0, 2 * r, 0), "hand": (long * 0.3, r, 0)}).grounded()


@sculpture(
    "pipe",
    synonyms=("smoking pipe", "tobacco pipe"),
    kinds=("briar pipe", "corncob pipe", "calabash pipe"),
    size=(0.12, 0.25),
    tint=False,
)
def pipe(rng: np.random.Generator) -> Sculpture:
    """A bowl of briar with embers, and a bent stem to +X with a black mouthpiece."""
    a = Assembly()
    r, high = rng.uniform(0.0185, 0.021), rng.uniform(0.044, 0.05)
    briar = s.pick(rng, (m.MAHOGANY, m.WALNUT, m.OAK.shaded(0.85, "briar"))).varied(rng)
    shape = s.profile(
        [
            (0, 0),
            (r * 0.62, 0.002),
            (r * 0.95, high * 0.24),
            (r, high * 0.5),
            (r * 0.93, high * 0.95),
            (r * 0.88, high),
            (0, high),
        ],
        36,
    )
    bowl = s.revolve(shape, 44) - s.cylinder(1, r * 0.62, segments=36).translate((0, high * 0.55, 0))
    path = s.curve(
        [
            (r * 0.3, high * 0.26, 0),
            (r * 2.0, high * 0.36, 0),
            (r * 3.4, high * 0.82, 0),
            (r * 5.0, high * 1.22, 0),
            (r * 6.6, high * 1.27, 0),
        ],
        44,
    )
    shank = s.tube(path[:17], s.interpolate((r * 0.5, r * 0.44, r * 0.42), 17), 20)
    a.add(
        "bowl", briar, bowl + (shank - s.cylinder(1, r * 0.62, segments=36).translate((0, high * 0.55, 0))), smooth=60
    )
    a.add("rim", briar.shaded(0.6, "rim"), s.torus(r * 0.76, r * 0.12, 40, 10).translate((0, high, 0)))
    a.add(
        "tobacco",
        m.EARTH.coloured("#4a3020", "tobacco"),
        s.cylinder(high * 0.3, r * 0.63, segments=32).translate((0, high * 0.54, 0)),
    )
    a.add(
        "embers",
        m.EMBER,
        *[
            s.sphere(r * q, 12).translate((x * r, high * 0.845, z * r))
            for x, z, q in ((0.2, 0.1, 0.2), (-0.25, 0.2, 0.16), (0.0, -0.3, 0.18))
        ],
    )
    a.add("ring", m.SILVER, s.tube(path[15:19], r * 0.47, 20))
    flat = np.stack(
        [
            s.interpolate((r * 0.4, r * 0.34, r * 0.24, r * 0.22), 27),
            s.interpolate((r * 0.4, r * 0.38, r * 0.42, r * 0.5), 27),
        ],
        1,
    )
    a.add("stem", m.BLACK, s.tube(path[17:], flat, 18, up=(0, 1, 0)), smooth=60)
    return a.build({"top": (0, high, 0), "hand": (0, high * 0.4, 0)}).grounded()
