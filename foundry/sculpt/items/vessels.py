"""Containers of steel and iron: dumpsters, drums, fuel cans, cauldrons."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.items.street import paint
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture


@sculpture("dumpster", kinds=("skip bin", "garbage container", "waste container"), size=(2.2, 3.8))
def dumpster(rng: np.random.Generator) -> Sculpture:
    """A steel bin wider above, with ribs, side pockets, two black lids and wheels."""
    a = Assembly()
    steel = paint(s.pick(rng, ("#2f6f45", "#2f6f45", "#2f5f8a", "#4f6a3a")), "green paint").varied(rng, 0.06)
    w, d, high = rng.uniform(1.8, 2.1), rng.uniform(1.1, 1.25), rng.uniform(0.95, 1.05)
    side = [
        (-d * 0.42, 0),
        (d * 0.38, 0),
        (d / 2, high * 0.5),
        (d / 2, high * 0.86),
        (-d / 2, high * 1.12),
        (-d / 2, high * 0.3),
    ]
    y = 0.18
    body = s.extrude(side, w).rotate((0, -90, 0)).translate((0, y, 0))
    a.add("body", steel, body)
    lean = float(np.degrees(np.arctan2(high * 0.26, d)))
    for x in (-1, 1):
        lid = (
            s.box(w * 0.48, 0.07, d * 1.12, 0.02).rotate((lean, 0, 0)).translate((x * w * 0.25, y + high * 0.985, 0.02))
        )
        a.add("lids", m.PLASTIC.coloured("#2a2c2e", "lid"), lid)
        for k in (-1, 0, 1):
            rib = (
                s.box(0.05, 0.1, d * 1.0)
                .rotate((lean, 0, 0))
                .translate((x * w * 0.25 + k * w * 0.13, y + high * 0.985 + 0.01, 0.02))
            )
            a.add("lid ribs", m.PLASTIC.coloured("#3a3d40", "lid rib"), rib)
        a.add(
            "pockets", steel.shaded(0.7), s.box(0.16, 0.2, d * 0.7).translate((x * (w / 2 + 0.07), y + high * 0.5, 0))
        )
        a.add("ribs", steel.shaded(0.85), s.box(0.09, high * 0.62, 0.08).translate((x * w / 2, y + high * 0.1, 0)))
    for k in range(5):
        a.add(
            "ribs",
            steel.shaded(0.85),
            s.box(0.07, high * 0.4, 0.08).translate((w * (k - 2) * 0.22, y + high * 0.46, d / 2)),
        )
        a.add(
            "ribs",
            steel.shaded(0.85),
            s.box(0.07, high * 0.7, 0.08).translate((w * (k - 2) * 0.22, y + high * 0.34, -d / 2)),
        )
    a.add(
        "rim",
        steel.shaded(0.85),
        s.box(w * 1.04, 0.1, 0.1).translate((0, y + high * 0.78, d / 2)),
        s.box(w * 1.04, 0.1, 0.1).translate((0, y + high * 1.0, -d / 2)),
    )
    a.add("sign", m.WHITE, s.box(w * 0.3, high * 0.2, 0.06).translate((0, y + high * 0.54, d / 2 + 0.03)))
    for x in (-1, 1):
        for z in (-1, 1):
            tyre = (
                s.cylinder(0.1, 0.11, segments=20, bevel=0.02)
                .rotate((0, 0, 90))
                .translate((x * w * 0.4 + 0.05, 0.11, z * d * 0.3))
            )
            a.add("wheels", m.RUBBER, tyre)
            a.add("forks", m.DARK_STEEL, s.box(0.14, 0.1, 0.12).translate((x * w * 0.4, 0.14, z * d * 0.3)))
    return a.build({"top": (0, y + high * 1.1, 0), "inside": (0, y + 0.1, 0)})


@sculpture(
    "oil drum",
    synonyms=("oil barrel", "steel drum"),
    kinds=("metal barrel", "toxic waste barrel", "fuel drum"),
    size=(0.9, 1.4),
)
def oil_drum(rng: np.random.Generator) -> Sculpture:
    """A steel barrel with two rolled hoops, rims and bungs, and a painted mark."""
    a = Assembly()
    hue = s.pick(rng, ("#2f5f9a", "#b8382e", "#2f5f9a", "#3f6a45", "#e0a82a"))
    steel = paint(hue, "paint").varied(rng, 0.06)
    r, high = rng.uniform(0.28, 0.3), rng.uniform(0.84, 0.9)
    b = 0.02
    line = [
        (r * 0.94, 0),
        (r, b),
        (r, high * 0.32),
        (r + b, high * 0.34),
        (r, high * 0.36),
        (r, high * 0.64),
        (r + b, high * 0.66),
        (r, high * 0.68),
        (r, high - b),
        (r * 0.94, high),
    ]
    a.add("drum", steel, s.revolve([(0, 0), *line, (0, high)], 56))
    for y in (0.02, high * 0.34, high * 0.66, high - 0.02):
        a.add("hoops", steel.shaded(0.78), s.torus(r + 0.006, 0.02, 56, 10).translate((0, y, 0)))
    rim = s.cylinder(0.035, r, segments=56) - s.cylinder(0.2, r * 0.9, segments=48).translate((0, -0.05, 0))
    a.add("rim", steel.shaded(0.7), rim.translate((0, high - 0.01, 0)))
    a.add(
        "bungs",
        m.STEEL,
        s.cylinder(0.03, 0.055, segments=20).translate((r * 0.55, high - 0.005, 0)),
        s.cylinder(0.025, 0.035, segments=16).translate((-r * 0.55, high - 0.005, 0)),
    )
    mark = s.pick(rng, ("drop", "band", "hazard"))
    shell = s.cylinder(high, r + 0.007, segments=56) - s.cylinder(high * 3, r - 0.02, segments=56).translate((0, -1, 0))
    if mark == "band":
        a.add("band", m.WHITE, (shell ^ s.box(9, high * 0.2, 9).translate((0, high * 0.4, 0))))
    elif mark == "hazard":
        plate = s.extrude([(-0.15, -0.12), (0.15, -0.12), (0, 0.14)], 3).translate((0, high * 0.5, 1.5))
        a.add("mark", m.YELLOW, shell ^ plate)
        sign = s.box(0.035, 0.1, 3).translate((0, high * 0.47, 1.5)) + s.box(0.04, 0.03, 3).translate(
            (0, high * 0.42, 1.5)
        )
        a.add(
            "mark sign",
            m.BLACK,
            (
                s.cylinder(high, r + 0.012, segments=56)
                - s.cylinder(high * 3, r - 0.02, segments=56).translate((0, -1, 0))
            )
            ^ sign,
        )
    else:
        drop = s.extrude([*(s.arc(0.085, 200, 340, 14)), (0.0, 0.19)], 3).translate((0, high * 0.48, 1.5))
        a.add("mark", m.WHITE, shell ^ drop)
    return a.build({"top": (0, high + 0.02, 0)}).grounded()


@sculpture(
    "jerrycan",
    synonyms=("jerry can", "fuel can", "petrol can"),
    kinds=("gas can", "gasoline can", "fuel canister"),
    size=(0.45, 0.75),
)
def jerrycan(rng: np.random.Generator) -> Sculpture:
    """A flat steel can with a pressed cross on its sides, three bar handles and a slanted spout with a cap."""
    a = Assembly()
    steel = paint(s.pick(rng, ("#4f5f38", "#b8322c", "#4f5f38", "#b8322c", "#5b6b3f")), "paint").varied(rng, 0.06)
    w, high, d = rng.uniform(0.33, 0.36), rng.uniform(0.4, 0.43), rng.uniform(0.15, 0.17)
    outline = [
        (-w / 2, 0.02),
        (-w / 2 + 0.02, 0),
        (w / 2 - 0.02, 0),
        (w / 2, 0.02),
        (w / 2, high * 0.8),
        (w * 0.3, high),
        (-w / 2 + 0.03, high),
        (-w / 2, high - 0.03),
    ]
    a.add("body", steel, s.extrude(outline, d, 0.022))
    a.add("seam", steel.shaded(0.75), s.extrude(np.array(outline) * (1.03, 1.015) - (0, 0.003), 0.022))
    for z in (-1, 1):
        bars = [
            s.beam((-w * 0.34, high * 0.12, z * d / 2), (w * 0.34, high * 0.74, z * d / 2), 0.03, 0.03, up=(0, 0, 1)),
            s.beam((w * 0.34, high * 0.12, z * d / 2), (-w * 0.34, high * 0.74, z * d / 2), 0.03, 0.03, up=(0, 0, 1)),
        ]
        edge = s.extrude(s.rectangle(w * 0.8, high * 0.74, (0, high * 0.43), 0.03), 0.02) - s.extrude(
            s.rectangle(w * 0.68, high * 0.62, (0, high * 0.43), 0.02), 1
        )
        a.add("ribs", steel.shaded(0.82), *bars, edge.translate((0, 0, z * d / 2)))
    for z in (-1, 0, 1):
        path = s.curve(
            [
                (-w * 0.36, high - 0.01, z * d * 0.3),
                (-w * 0.33, high + 0.06, z * d * 0.3),
                (w * 0.02, high + 0.065, z * d * 0.3),
                (w * 0.12, high - 0.01, z * d * 0.3),
            ],
            20,
        )
        a.add("handles", steel.shaded(0.88), s.tube(path, 0.016, 10))
    spout = s.rod((w * 0.36, high * 0.84, 0), (w * 0.47, high * 1.02, 0), 0.045, segments=24)
    a.add("spout", steel.shaded(0.8), spout)
    a.add(
        "cap",
        m.DARK_STEEL,
        s.rod((w * 0.465, high * 1.01, 0), (w * 0.5, high * 1.075, 0), 0.052, segments=24),
        s.beam((w * 0.34, high * 0.97, 0), (w * 0.49, high * 1.09, 0), 0.03, 0.02),
    )
    return a.build({"top": (0, high + 0.08, 0), "hand": (-w * 0.15, high + 0.06, 0)}).grounded()


@sculpture(
    "cauldron",
    synonyms=("witch's cauldron", "witch cauldron"),
    kinds=("boiling pot", "magic cauldron"),
    size=(0.8, 2.2),
    tint=False,
)
def cauldron(rng: np.random.Generator) -> Sculpture:
    """A pot-bellied iron kettle on three feet with ring handles, full of a bubbling brew, on logs or a fire."""
    a = Assembly()
    iron = m.IRON.coloured(s.pick(rng, ("#2e3033", "#34363a", "#2a2b2e")), "cast iron").varied(rng, 0.05)
    r = rng.uniform(0.38, 0.44)
    low = 0.16
    line = s.profile(
        [(0, 0), (r * 0.62, r * 0.1), (r, r * 0.7), (r * 0.88, r * 1.25), (r * 0.78, r * 1.42), (r * 0.94, r * 1.55)],
        36,
    )
    a.add("pot", iron, s.lathe(line, 0.04, 56).translate((0, low, 0)), smooth=50)
    a.add("rim", iron.shaded(1.2), s.torus(r * 0.92, 0.045, 56, 12).translate((0, low + r * 1.55, 0)))
    a.add("band", iron.shaded(0.8), s.torus(r * 0.995, 0.022, 56, 8).translate((0, low + r * 0.74, 0)))
    foot = s.capsule((0, low + r * 0.3, r * 0.62), (0, 0.05, r * 0.8), 0.07, 0.05, 14)
    a.add("feet", iron, s.around(foot, 3, 60).trim_by_plane((0, 1, 0), 0))
    for x in (-1, 1):
        a.add(
            "handles",
            iron.shaded(1.3),
            s.torus(0.1, 0.026, 28, 10)
            .rotate((0, 0, 90))
            .rotate((0, 0, x * 20))
            .translate((x * (r + 0.03), low + r * 1.12, 0)),
        )
        a.add("handles", iron, s.sphere(0.05, 14).translate((x * r * 0.94, low + r * 1.24, 0)))
    hue = s.pick(rng, ("#8a3fc0", "#2fb0a0", "#5fc02f", "#5fc02f"))
    brew = m.PLASTIC.coloured(hue, "brew").lit(0.25)
    y = low + r * 1.4
    a.add("brew", brew, s.cylinder(0.08, r * 0.82, segments=44).translate((0, y - 0.04, 0)))
    for _ in range(9):
        t, u, size = rng.uniform(0, 6.28), rng.uniform(0, 0.62), rng.uniform(0.04, 0.1)
        a.add(
            "bubbles",
            brew.shaded(1.18),
            s.sphere(size, 16).translate((r * u * np.cos(t), y + 0.04, r * u * np.sin(t))),
            smooth=60,
        )
    for k in range(3):
        a.add(
            "bubbles",
            brew.shaded(1.18),
            s.sphere(0.045 - 0.008 * k, 14).translate(
                (0.08 * np.sin(2.6 * k), y + 0.19 + 0.12 * k, 0.08 * np.cos(2.1 * k))
            ),
            smooth=60,
        )
    if s.chance(rng, 0.5):
        for k in range(6):
            log = s.rod((0, 0.055, r * 0.25), (0, 0.055, r * 1.35), 0.055, segments=10).rotate((0, 60 * k + 30, 0))
            a.add("logs", m.BARK.shaded(1.2), log)
            flame = (
                s.revolve([(0, 0), *s.profile([(0.05, 0), (0.075, 0.06), (0, 0.2)], 12)], 10)
                .translate((0, 0.06, r * 0.95))
                .rotate((0, 60 * k, 0))
            )
            a.add("flames", m.FLAME, flame)
    return a.build({"top": (0, y + 0.06, 0), "inside": (0, y, 0)}).grounded()
