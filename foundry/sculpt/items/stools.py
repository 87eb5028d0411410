"""Stools."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Part, Sculpture, sculpture


@sculpture("stool", synonyms=("bar stool",), size=(0.45, 1.1), words=("tall",), material="wooden")
def stool(rng: np.random.Generator) -> Sculpture:
    """A round seat on splayed legs with a ring of stretchers."""
    wood = s.pick(rng, (m.OAK, m.PINE, m.WALNUT, m.MAHOGANY)).varied(rng)
    tall = s.chance(rng, 0.4)
    height = rng.uniform(0.66, 0.8) if tall else rng.uniform(0.42, 0.5)
    radius, thick = rng.uniform(0.16, 0.2), rng.uniform(0.03, 0.045)
    legs = int(rng.integers(3, 5))
    foot, hip = radius * rng.uniform(1.0, 1.25), radius * 0.62
    angles = np.radians(45 + 360 / legs * np.arange(legs))
    ends = [
        ((hip * np.sin(a), height - thick * 0.7, hip * np.cos(a)), (foot * np.sin(a), 0.0, foot * np.cos(a)))
        for a in angles
    ]
    thickness = rng.uniform(0.016, 0.022)
    solid = s.union([s.rod(top, low, thickness, thickness * 0.75) for top, low in ends]).trim_by_plane((0, 1, 0), 0)
    share = rng.uniform(0.5, 0.7)
    joints = [tuple(share * np.array(low) + (1 - share) * np.array(top)) for top, low in ends]
    rungs = s.union([s.rod(a, b, 0.011) for a, b in zip(joints, joints[1:] + joints[:1], strict=True)])
    seat = s.revolve(
        [(0, height), (radius * 0.9, height + 0.004), (radius, height - 0.008), (radius, height - thick + 0.006)]
        + [(radius - 0.008, height - thick), (0, height - thick)],
        48,
    )
    parts = (
        Part("seat", seat, wood),
        Part("legs", solid, wood.shaded(0.92)),
        Part("stretchers", rungs, wood.shaded(0.92)),
    )
    return Sculpture(parts, {"seat": (0, height, 0), "top": (0, height, 0)}, ("tall",) if tall else ())
