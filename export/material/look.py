"""Words into appearance: colours, patterns and states over a material, in any combination."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bozzetto.export.material import ceramic, fabric, metal, organic, patterns, plastic, states, stone, wood
from bozzetto.export.material.colours import BASIC, DISPLAY, SPELLINGS, linear_of, nearest_basic
from bozzetto.export.material.layers import Ink
from bozzetto.export.material.surface import (
    BRIGHTEST,
    DARKEST,
    Layer,
    Material,
    Optics,
    Points,
    Surface,
    changed,
    dyed,
    luminance,
    mean_albedo,
    plain,
    sample_points,
)
from bozzetto.export.mesh.mesh import Array

FAMILIES = (wood, metal, stone, ceramic, fabric, plastic, organic)
MATERIALS: dict[str, Material] = {m.name: m for family in FAMILIES for m in family.MATERIALS}
LAYERS: dict[str, Layer] = {layer.name: layer for family in (states, patterns) for layer in family.LAYERS}
OWN_MEAN = 0.3
"""Luminance of an object's own surface, where nobody says."""


class UnknownMaterialError(ValueError):
    """A word names no colour, material, state or pattern."""


def entries() -> dict[str, str]:
    """Every spelling of a colour, material, state or pattern, lower case without hyphens -> its canonical name."""
    table = {name: name for name in DISPLAY} | dict(SPELLINGS)
    words = [(name, layer.words) for name, layer in LAYERS.items()]
    words += [(name, material.words) for name, material in MATERIALS.items()]
    for name, spellings in words:
        table |= dict.fromkeys((name, *spellings), name)
    return table


@dataclass(frozen=True)
class Look:
    """What words make of a surface. Layers are applied from the last to the first, as they are said: "rusty painted
    metal" is rust over paint over metal."""

    colours: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    material: Material | None = None

    @classmethod
    def of(cls, names: Sequence[str]) -> Look:
        """The look of canonical names, in the order in which they were said.

        Raises:
            UnknownMaterialError: a name is none of ours.
        """
        colours, layers, material = [], [], None
        for name in names:
            if name in DISPLAY:
                colours.append(name)
            elif name in LAYERS:
                layers.append(LAYERS[name])
            elif name in MATERIALS:
                if material is not None and material.name != name:
                    # "Gold leather", "ivory silk": the first is the colour of the second.
                    colours.append(material.name)
                material = MATERIALS[name]
            else:
                raise UnknownMaterialError(f"{name!r} is no colour, material, state or pattern")
        if material is None and (under := next((layer.under for layer in layers if layer.under), "")):
            material = MATERIALS[under]
        return cls(tuple(colours), tuple(dict.fromkeys(layers)), material)

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical names: colours, layers, material."""
        return (*self.colours, *(layer.name for layer in self.layers), *([self.material.name] if self.material else []))

    @property
    def is_plain(self) -> bool:
        """Whether it is colours alone, which say nothing of a material."""
        return not self.layers and self.material is None

    @property
    def optics(self) -> Optics:
        """What is one for the whole material."""
        optics = self.material.optics if self.material else Optics()
        for layer in reversed(self.layers):
            optics = layer.optics(optics)
        if self.colours and optics.attenuation_distance:
            r, g, b = (float(x) for x in np.sqrt(dye_of(self.colours[0])))
            optics = replace(optics, attenuation=(r, g, b))
        return optics

    def shade(self, points: Points, own: Surface | None = None, own_mean: float = OWN_MEAN) -> Surface:
        """Appearance at points.

        Args:
            points: N of them.
            own: what the object has there itself: what a pattern or a state without a material is laid over.
            own_mean: mean luminance of that.
        """
        dyes = tuple(dye_of(name) for name in self.colours)
        if self.material is not None:
            below, mean = (
                self.material.shade(points),
                float(luminance(np.asarray(mean_albedo(self.material), np.float32))),
            )
        else:
            below = own if own is not None else plain(len(points), (OWN_MEAN,) * 3, 0.6)
            mean = own_mean if own is not None else OWN_MEAN
        if self.material is not None and self.material.any_colour and not dyes and own is not None:
            tone = np.clip(luminance(below.albedo) / max(mean, 1e-3), DARKEST, BRIGHTEST)
            kept = np.clip(own.albedo * tone[:, None], 0, 1)
            below = changed(below, albedo=below.albedo + (kept - below.albedo) * below.dye[:, None])
            mean = own_mean
        takes = not any(layer.name in ("painted", "glowing", "camouflage") for layer in self.layers)
        if dyes and (takes or self.material is None):
            below, mean = dyed(below, _as_filter(dyes[0], below), mean), float(luminance(dyes[0]))
        for layer in reversed(self.layers):
            below = layer.apply(points, below, Ink(dyes, mean))
        return below

    def mean_colour(self) -> Array:
        """Linear albedo [3], or of what glows its light, averaged over a ball."""
        surface = self.shade(sample_points(2048))
        mean: Array = (surface.albedo + surface.emission).clip(0, 1).mean(axis=0)
        return mean

    def near(self) -> tuple[str, ...]:
        """The embedded prior's words for it: basic colours, or one of the materials that it was trained on."""
        over = next((layer.near for layer in self.layers if layer.near), "")
        if over:
            return (over,)
        if self.colours:
            # "Light blue" is blue, whatever its reflectance is nearest to.
            last = self.colours[0].split()[-1]
            return (last if last in BASIC else nearest_basic(dye_of(self.colours[0])),)
        if self.material is None or (self.material.any_colour and self.material.near in BASIC):
            return ()
        return (self.material.near,)


def dye_of(name: str) -> Array:
    """Linear colour [3] of a colour word, or of a material that gives another its colour."""
    return np.asarray(mean_albedo(MATERIALS[name]), np.float32) if name in MATERIALS else linear_of(name)


AFTERWARDS = {
    f"covered {how} {what}": layer
    for how in ("in", "with", "by")
    for what, layer in (
        ("moss", "mossy"), ("snow", "snowy"), ("rust", "rusty"), ("dust", "dusty"), ("dirt", "dirty"), ("mud", "dirty"),
        ("ice", "frozen"), ("frost", "frozen"), ("glitter", "glittery"), ("paint", "splattered"), ("ivy", "mossy"),
        ("scratches", "scratched"), ("cracks", "cracked"), ("soot", "burnt"), ("cobwebs", "cobwebbed"),
        ("flowers", "floral"), ("stripes", "striped"), ("polka dots", "polka dot"), ("spots", "spotted"),
    )
} | {
    f"with {what}": layer
    for what, layer in (
        ("stripes", "striped"), ("polka dots", "polka dot"), ("floral patterns", "floral"),
        ("a floral pattern", "floral"),
        ("ornate details", "ornate"), ("ornate detailing", "ornate"), ("intricate carvings", "ornate"),
        ("carvings", "ornate"), ("scratches", "scratched"), ("cracks", "cracked"), ("cobwebs", "cobwebbed"),
        ("an abstract design", "abstract"), ("abstract design", "abstract"), ("abstract patterns", "abstract"),
        ("embroidery", "embroidered"), ("gold embroidery", "gold embroidered"), ("studs", "studded"),
    )
} | {
    f"with {metal} {what}": f"{layer} trimmed"
    for metal, layer in (("gold", "gold"), ("golden", "gold"), ("silver", "silver"))
    for what in ("details", "detailing", "accents", "trim", "trimmings", "inlay", "inlays", "filigree")
} | {
    f"{how} {metal} {what}": "gold embroidered"
    for how in ("stitched with", "embroidered with", "embroidered in", "stitched in", "with")
    for metal in ("gold", "golden")
    for what in ("thread", "threads", "stitching")
}  # fmt: skip
"""What is said after an object."""


def _as_filter(dye: Array, below: Surface) -> Array:
    """Of what light goes through a dye colours the light once on each side, and looks deeper on an opaque thing."""
    clear = float(below.transmission.mean()) > 0.5
    return np.sqrt(dye) if clear else dye
