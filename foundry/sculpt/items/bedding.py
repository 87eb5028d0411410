"""Pillows, blankets, mattresses and mats."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Array, Assembly, Sculpture, sculpture

LETTERS = {
    "H": ("101", "101", "111", "101", "101"),
    "E": ("111", "100", "110", "100", "111"),
    "L": ("100", "100", "100", "100", "111"),
    "O": ("111", "101", "101", "101", "111"),
    "I": ("1", "1", "1", "1", "1"),
}
"""Block letters, rows from the top."""


def _cushion(w: float, high: float, d: float, pinch: float) -> s.Solid:
    """A pillow about the origin: full in the middle, thin at the hem, its sides drawn in between the corners."""
    block = s.box(w, 2, d).translate((0, -1, 0))
    cut = s.warp(block, lambda p: p * (1, 0.02, 1)).refine_to_length(w / 36)

    def puffed(p: Array) -> Array:
        u, v = np.clip(2 * p[:, 0] / w, -1, 1), np.clip(2 * p[:, 2] / d, -1, 1)
        full = np.maximum((1 - u**4) * (1 - v**4), 0) ** 0.55
        thick = np.sign(p[:, 1]) * (0.04 * high + 0.46 * high * full) * (np.abs(p[:, 1]) > 1e-9)
        x = p[:, 0] * (1 - pinch * (1 - v**2) * np.abs(u) ** 3)
        z = p[:, 2] * (1 - pinch * (1 - u**2) * np.abs(v) ** 3)
        return np.stack([x, thick, z], 1)

    return s.warp(cut, puffed)


@sculpture("pillow", synonyms=("bed pillow",), kinds=("cushion", "throw pillow", "head pillow"), size=(0.45, 0.95))
def pillow(rng: np.random.Generator) -> Sculpture:
    """A plump white one with a piped hem, or a square coloured one with a button."""
    a = Assembly()
    square = s.chance(rng, 0.3)
    w = rng.uniform(0.42, 0.48) if square else rng.uniform(0.58, 0.66)
    d = w if square else rng.uniform(0.4, 0.45)
    high = rng.uniform(0.19, 0.22)
    tone = s.pick(rng, ("red", "blue", "teal", "orange", "purple"))
    cloth = (
        m.CLOTH.coloured(m.HUES[tone], tone).varied(rng)
        if square
        else m.CLOTH.coloured(s.pick(rng, ("#f4f1ea", "#eef1f4")), "linen")
    )
    a.add("pillow", cloth, _cushion(w, high, d, 0.09), smooth=60)
    if square:
        a.add(
            "button",
            cloth.shaded(0.6, "button"),
            s.mirrored(s.ellipsoid(0.024, 0.012, 0.024).translate((0, high * 0.49, 0)), "y"),
        )
    else:
        u = np.linspace(-1, 1, 24)[:-1]
        rim = np.concatenate(
            [
                np.stack([u, -np.ones(23)], 1),
                np.stack([np.ones(23), u], 1),
                np.stack([-u, np.ones(23)], 1),
                np.stack([-np.ones(23), -u], 1),
            ]
        )
        x = w / 2 * rim[:, 0] * (1 - 0.09 * (1 - rim[:, 1] ** 2) * np.abs(rim[:, 0]) ** 3)
        z = d / 2 * rim[:, 1] * (1 - 0.09 * (1 - rim[:, 0] ** 2) * np.abs(rim[:, 1]) ** 3)
        a.add(
            "piping",
            m.CLOTH.coloured(s.pick(rng, ("#9fb2c8", "#c9b9a0", "#b9c4b0")), "piping"),
            s.tube(np.stack([x, 0 * x, z], 1), 0.0095, 8, closed=True),
        )
    return a.build({"top": (0, high / 2, 0), "seat": (0, high / 2, 0)}).grounded()


@sculpture(
    "blanket",
    synonyms=("folded blanket",),
    kinds=("quilt", "duvet", "bedspread", "comforter", "throw blanket"),
    size=(0.4, 0.75),
)
def blanket(rng: np.random.Generator) -> Sculpture:
    """A folded woollen one: layers with round folds to the front, stripes, and a fringe at the right."""
    a = Assembly()
    w, d = rng.uniform(0.42, 0.5), rng.uniform(0.3, 0.36)
    layers, thick = int(rng.integers(3, 5)), rng.uniform(0.045, 0.055)
    tone = s.pick(rng, ("red", "blue", "teal", "green"))
    wool = m.WOOL.coloured(m.HUES[tone], tone).varied(rng)
    other = m.WOOL if s.chance(rng, 0.6) else wool.shaded(0.6, "stripe")
    for k in range(layers):
        q = rng.uniform(0.97, 1.0)
        fold = s.extrude(
            s.rectangle(d * q, thick * 1.02, (0, thick * (k + 0.5)), thick * 0.5), w * rng.uniform(0.975, 1.0), 0.008
        ).rotate((0, 90, 0))
        fold = s.roughened(fold, rng, 0.004, 0.25, 0.03)
        a.add(
            "wool" if k % 2 == 0 else "wool in shade",
            wool if k % 2 == 0 else wool.shaded(0.9, f"{tone} wool"),
            fold,
            smooth=50,
        )
        for x in (-0.3, -0.22, 0.22, 0.3):
            band = s.extrude(
                s.rectangle(d * q + 0.012, thick * 1.02 + 0.01, (0, thick * (k + 0.5)), thick * 0.55), w * 0.045
            ).rotate((0, 90, 0))
            a.add("stripes", other, band.translate((x * w, 0, 0)))
    tassels = [
        s.capsule((w * 0.49, thick * (k + 0.5), z), (w * 0.56, thick * (k + 0.2), z), 0.009, 0.011, 10)
        for k in (layers - 1, layers - 2)
        for z in np.linspace(-d * 0.4, d * 0.4, 9)
    ]
    a.add("fringe", other, s.group(tassels))
    return a.build({"top": (0, layers * thick, 0), "seat": (0, layers * thick, 0)}).grounded()


@sculpture(
    "mattress",
    synonyms=("bed mattress",),
    kinds=("spring mattress", "foam mattress"),
    plural="mattresses",
    size=(1.9, 3.1),
)
def mattress(rng: np.random.Generator) -> Sculpture:
    """A thick quilted slab with piped edges, tufted on top."""
    a = Assembly()
    long, wide, high = rng.uniform(1.9, 2.05), rng.uniform(1.2, 1.6), rng.uniform(0.24, 0.3)
    ticking = m.CLOTH.coloured(s.pick(rng, ("#f3f1ea", "#ece8dd", "#e9eef3")), "ticking")
    side = m.CLOTH.coloured(s.pick(rng, ("#8fa6c0", "#a9b0b8", "#b8a98f", "#7f8ea8")), "border").varied(rng)
    a.add("border", side, s.rounded_box(wide, high, long, 0.06), smooth=45)
    for y in (0.0, high):
        panel = s.rounded_box(wide * 0.985, 0.07, long * 0.985, 0.034)
        a.add("top" if y else "bottom", ticking, panel.translate((0, y - (0.05 if y else 0.018), 0)), smooth=45)
    edge = s.rectangle(wide * 0.995, long * 0.995, radius=0.07)
    path = np.stack([edge[:, 0], 0 * edge[:, 0], edge[:, 1]], 1)
    for y in (0.03, high - 0.03):
        a.add("piping", m.WHITE, s.tube(path, 0.02, 10, closed=True).translate((0, y, 0)))
    nx, nz = 4, 6
    tufts = [
        s.ellipsoid(0.03, 0.014, 0.03, 16).translate(
            (wide * ((i + 0.5) / nx - 0.5) * 0.95, high + 0.019, long * ((j + 0.5) / nz - 0.5) * 0.95)
        )
        for i in range(nx)
        for j in range(nz)
    ]
    a.add("tufts", side, s.group(tufts))
    seams = [
        s.box(wide * 0.94, 0.006, 0.014).translate((0, high + 0.0165, long * (j / nz - 0.5) * 0.95))
        for j in range(1, nz)
    ]
    seams += [
        s.box(0.014, 0.006, long * 0.94).translate((wide * (i / nx - 0.5) * 0.95, high + 0.0165, 0))
        for i in range(1, nx)
    ]
    a.add("seams", ticking.shaded(0.84, "seam"), s.union(seams))
    return a.build({"top": (0, high + 0.02, 0), "seat": (0, high + 0.02, 0)}).grounded()


@sculpture("doormat", synonyms=("door mat", "welcome mat"), kinds=("entrance mat", "coir mat"), size=(0.7, 1.05))
def doormat(rng: np.random.Generator) -> Sculpture:
    """A thick mat of coir with a dark border and a greeting that is read from the front."""
    a = Assembly()
    w, d, high = rng.uniform(0.68, 0.78), rng.uniform(0.42, 0.48), rng.uniform(0.03, 0.036)
    coir = m.ROPE.coloured(s.pick(rng, ("#b08a52", "#a57c46", "#b7935c")), "coir").varied(rng)
    ink = s.pick(rng, (m.BLACK, m.BLACK, m.RED.shaded(0.75, "dark red"), m.BLUE.shaded(0.6, "navy")))
    a.add("mat", coir, s.box(w, high, d, 0.006))
    frame = s.box(w * 0.95, 0.01, d * 0.92) - s.box(w * 0.95 - 0.09, 1, d * 0.92 - 0.09).translate((0, -0.5, 0))
    a.add("border", ink, frame.translate((0, high - 0.006, 0)))
    word = s.pick(rng, ("HELLO", "HELLO", "HI"))
    columns = sum(len(LETTERS[c][0]) + 1 for c in word) - 1
    unit = min(0.042, (w * 0.95 - 0.13) / columns)
    at = -columns / 2
    blocks = []
    for letter in word:
        for j, line in enumerate(LETTERS[letter]):
            for i, bit in enumerate(line):
                if bit == "1":
                    blocks.append(
                        s.box(unit * 1.01, 0.01, unit * 1.01).translate(
                            ((at + i + 0.5) * unit, high - 0.005, (j - 2) * unit)
                        )
                    )
        at += len(LETTERS[letter][0]) + 1
    a.add("greeting", ink, s.union(blocks))
    return a.build({"top": (0, high, 0), "seat": (0, high, 0)}).grounded()
