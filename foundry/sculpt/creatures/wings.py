"""Wings of feathers, of skin and of insects: in XY, from the origin along +X."""

from __future__ import annotations

import numpy as np

from bozzetto.foundry.sculpt import solids as s


def feather_wing(span: float, high: float, rng: np.random.Generator, long: float = 1.0) -> s.Solid:
    """A bird's wing of three rows of feathers, their length `long` times the usual."""
    pieces = []
    lead = s.curve([(0, 0, 0), (span * 0.35, high * 0.42, 0), (span * 0.75, high * 0.5, 0), (span, high * 0.3, 0)], 40)
    pieces.append(s.tube(lead, s.interpolate([0.06, 0.055, 0.045, 0.03], 40), 12))
    for row, (count, reach, z) in enumerate(((9, 1.0, 0.0), (8, 0.62, 0.02), (7, 0.34, 0.04))):
        for k in range(count):
            share = 0.08 + 0.9 * k / (count - 1)
            root = lead[round(share * 39)]
            angle = 190 + 62 * share**1.3 + rng.uniform(-2, 2)
            length = high * (0.5 + 0.48 * np.sin(share * np.pi * 0.72)) * reach * long + 0.05
            feather = s.ellipsoid(0.062 - 0.006 * row, length / 2, 0.022, 12).translate((0, length / 2, 0))
            pieces.append(feather.rotate((0, 0, angle)).translate((root[0], root[1], z)))
    return s.union(pieces)


def insect_wing(outline: list[tuple[float, float]], thick: float = 0.024) -> s.Solid:
    """A plate with a smooth outline in XY."""
    return s.extrude(s.curve(outline, 40, closed=True), thick, 0.006)


def bat_wing(span: float, high: float, thick: float = 0.026) -> tuple[s.Solid, s.Solid]:
    """Bones, and the skin between them."""
    wrist = np.array([span * 0.42, high * 0.95])
    tips = [np.array([span, high * 0.55]), np.array([span * 0.86, -high * 0.05]), np.array([span * 0.5, -high * 0.3])]
    outline: list[tuple[float, float]] = [(0.0, 0.0), (float(wrist[0]), float(wrist[1]))]
    for first, second in zip(tips, [*tips[1:], np.array([0.0, -high * 0.2])], strict=True):
        outline.append((float(first[0]), float(first[1])))
        middle = (first + second) / 2
        inward = middle + (wrist - middle) * 0.25
        outline += [(float(x), float(y)) for x, y in s.curve([first, inward, second], 9)[1:-1]]
    outline.append((0.0, -high * 0.2))
    skin = s.extrude(outline, thick)
    at_wrist = (float(wrist[0]), float(wrist[1]), 0.0)
    bones = [s.capsule((0, 0, 0), at_wrist, 0.045, 0.036, 12)]
    bones += [s.capsule(at_wrist, (float(x), float(y), 0.0), 0.03, 0.014, 10) for x, y in tips]
    claw = s.cone(0.09, 0.026, 10).translate(at_wrist)
    return s.union([*bones, claw]), skin
