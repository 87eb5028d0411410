"""Named materials of sculptures: metallic-roughness, with colours as displays show them (sRGB), in [0, 1]."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Material:
    """What a part is made of.

    Args:
        name: of the material in files.
        base_colour: sRGB-encoded, each in [0, 1] (glTF wants it linear: the GLB writer turns it).
        roughness, metallic: glTF's, in [0, 1].
        transmission: share of light that goes through, in [0, 1]; 0 is opaque.
        emission: sRGB-encoded light of its own, each in [0, 1].
        word: the adjective of prompts for it ("wooden", "golden"); "" for none.
    """

    name: str
    base_colour: Colour
    roughness: float = 0.8
    metallic: float = 0.0
    transmission: float = 0.0
    emission: Colour = (0.0, 0.0, 0.0)
    word: str = ""

    def __post_init__(self) -> None:
        for name in ("roughness", "metallic", "transmission"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} of the material {self.name!r} must be in [0, 1], got {getattr(self, name)}")
        for name in ("base_colour", "emission"):
            value = getattr(self, name)
            if len(value) != 3 or not all(0 <= channel <= 1 for channel in value):
                raise ValueError(f"{name} of the material {self.name!r} must be three numbers in [0, 1], got {value}")

    def coloured(self, colour: Colour | str, name: str = "") -> Material:
        """The same surface in another colour: sRGB in [0, 1], or `#rrggbb`."""
        return replace(self, base_colour=srgb(colour), name=name or self.name)

    def shaded(self, factor: float, name: str = "") -> Material:
        """Darker (factor < 1) or lighter; what would pass 1 stays there."""
        r, g, b = (min(1.0, max(0.0, channel * factor)) for channel in self.base_colour)
        return replace(self, base_colour=(r, g, b), name=name or self.name)

    def lit(self, share: float) -> Material:
        """Glowing in its own colour: `share` of the colour, as it is encoded, is its emission."""
        r, g, b = (channel * share for channel in self.base_colour)
        return replace(self, emission=(r, g, b))

    def varied(self, rng: np.random.Generator, amount: float = 0.08) -> Material:
        """A neighbour of this colour: its lightness is changed by at most `amount` (a share), its hue by a third."""
        light = 1 + rng.uniform(-amount, amount)
        tint = 1 + rng.uniform(-amount / 3, amount / 3, 3)
        r, g, b = (float(min(1.0, channel * light * t)) for channel, t in zip(self.base_colour, tint, strict=True))
        return replace(self, base_colour=(r, g, b))


def srgb(colour: Colour | str) -> Colour:
    """A colour as three numbers in [0, 1].

    Raises:
        ValueError: it is text, but not `#rrggbb`.
    """
    if isinstance(colour, str):
        if len(colour) != 7 or colour[0] != "#":
            raise ValueError(f"a colour is three numbers in [0, 1] or #rrggbb, got {colour!r}")
        return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255
    r, g, b = (float(channel) for channel in colour)
    return r, g, b


def _of(name: str, colour: str, roughness: float, metallic: float = 0.0, word: str = "", glow: str = "") -> Material:
    emission = srgb(glow) if glow else (0.0, 0.0, 0.0)
    return Material(name, srgb(colour), roughness, metallic, emission=emission, word=word)


# Woods.
OAK = _of("oak", "#9c6b3c", 0.65, word="wooden")
PINE = _of("pine", "#c99a5b", 0.65, word="wooden")
WALNUT = _of("walnut", "#5d3c24", 0.55, word="wooden")
MAHOGANY = _of("mahogany", "#6b2c1c", 0.45, word="wooden")
EBONY = _of("ebony", "#2a211d", 0.45, word="wooden")
BIRCH = _of("birch", "#dcc39a", 0.6, word="wooden")
OLD_WOOD = _of("old wood", "#7d6a55", 0.85, word="wooden")
BARK = _of("bark", "#5b4330", 0.95)
BIRCH_BARK = _of("birch bark", "#e4e0d6", 0.85)
# Metals.
IRON = _of("iron", "#55575b", 0.5, 1.0, "iron")
STEEL = _of("steel", "#b4b8bd", 0.3, 1.0, "steel")
DARK_STEEL = _of("dark steel", "#70757c", 0.4, 1.0, "steel")
GOLD = _of("gold", "#e6b422", 0.28, 1.0, "golden")
SILVER = _of("silver", "#d2d4d8", 0.25, 1.0, "silver")
BRONZE = _of("bronze", "#9a6a35", 0.4, 1.0, "bronze")
BRASS = _of("brass", "#c9a24a", 0.3, 1.0, "brass")
COPPER = _of("copper", "#c0703f", 0.35, 1.0, "copper")
RUST = _of("rust", "#8a4a26", 0.9, 0.2, "rusty")
LEAD = _of("lead", "#66707a", 0.6, 0.6)
# Stone, earth, building materials.
STONE = _of("stone", "#9b978e", 0.9, word="stone")
DARK_STONE = _of("dark stone", "#6c6a68", 0.9, word="stone")
SANDSTONE = _of("sandstone", "#cdae7a", 0.92, word="stone")
LIMESTONE = _of("limestone", "#d9d2bf", 0.88, word="stone")
MARBLE = _of("marble", "#ecebe6", 0.35, word="marble")
GRANITE = _of("granite", "#7e7b7d", 0.6, word="stone")
SLATE = _of("slate", "#4c5661", 0.75)
BRICK = _of("brick", "#a04f38", 0.9, word="brick")
MORTAR = _of("mortar", "#bcb3a4", 0.95)
CONCRETE = _of("concrete", "#a8a7a3", 0.9, word="concrete")
PLASTER = _of("plaster", "#ece4d2", 0.92)
ROOF_TILE = _of("roof tile", "#b4573a", 0.85)
THATCH = _of("thatch", "#c2a05a", 0.98)
EARTH = _of("earth", "#6b4a30", 0.98)
SAND = _of("sand", "#d9c08a", 0.98)
GRASS = _of("grass", "#6b9a3e", 0.95)
SNOW = _of("snow", "#f2f5f8", 0.8)
ICE = Material("ice", srgb("#cfe6f2"), 0.15, transmission=0.3)
WATER = Material("water", srgb("#4f9cc4"), 0.08, transmission=0.35)
CLAY = _of("clay", "#b8714a", 0.85, word="clay")
CERAMIC = _of("ceramic", "#f0ede4", 0.2, word="ceramic")
PORCELAIN = _of("porcelain", "#f6f5f1", 0.12, word="porcelain")
# Glass and light.
GLASS = Material("glass", srgb("#dbeaec"), 0.06, transmission=0.85, word="glass")
WINDOW = Material("window", srgb("#4d6a80"), 0.1)
LIT_WINDOW = _of("lit window", "#ffd77a", 0.3, glow="#ffc860")
FLAME = _of("flame", "#ffb02e", 0.6, glow="#ff9a1e")
EMBER = _of("ember", "#ff6a1a", 0.7, glow="#ff4a0a")
LAMP_GLOW = _of("lamp glow", "#fff0c2", 0.5, glow="#ffe7a6")
# Soft and made things.
LEATHER = _of("leather", "#7a4a2a", 0.6, word="leather")
DARK_LEATHER = _of("dark leather", "#463024", 0.6, word="leather")
CLOTH = _of("cloth", "#b8ad98", 0.95)
VELVET = _of("velvet", "#8a1f2f", 0.9)
CANVAS = _of("canvas", "#d8c9a3", 0.95)
ROPE = _of("rope", "#b3935f", 0.95)
WOOL = _of("wool", "#ece6d8", 1.0)
PAPER = _of("paper", "#f1e6c8", 0.9, word="paper")
PARCHMENT = _of("parchment", "#e2cc98", 0.9)
RUBBER = _of("rubber", "#26262a", 0.85, word="rubber")
PLASTIC = _of("plastic", "#d0443c", 0.35, word="plastic")
PAINT = _of("paint", "#b53a32", 0.4)
WAX = _of("wax", "#f0e4c4", 0.5)
BONE = _of("bone", "#e6dcc2", 0.6, word="bone")
IVORY = _of("ivory", "#efe6d0", 0.4)
# Living things.
LEAF = _of("leaf", "#4f8f3a", 0.75)
DARK_LEAF = _of("dark leaf", "#2f6233", 0.8)
NEEDLES = _of("needles", "#2c5a3c", 0.85)
STEM = _of("stem", "#6a9a48", 0.7)
SKIN = _of("skin", "#e0ab87", 0.6)
DARK_SKIN = _of("dark skin", "#7a4b32", 0.6)
FUR = _of("fur", "#a06a3c", 1.0)
FEATHER = _of("feather", "#8c7a66", 0.9)
SCALES = _of("scales", "#4c8a4a", 0.5)
HORN = _of("horn", "#d8c8a2", 0.5)
CLAW = _of("claw", "#3a3430", 0.45)
EYE_WHITE = _of("eye white", "#f7f5ee", 0.15)
EYE_BLACK = _of("eye black", "#141416", 0.1)
# Plain paints.
BLACK = _of("black", "#1d1d20", 0.5)
WHITE = _of("white", "#f2f2ee", 0.5)
RED = _of("red", "#c4302b", 0.5)
GREEN = _of("green", "#3d8a41", 0.5)
BLUE = _of("blue", "#2f5bb0", 0.5)
YELLOW = _of("yellow", "#efc32f", 0.5)

HUES: dict[str, Colour] = {
    "red": srgb("#b8322c"),
    "orange": srgb("#dd7a24"),
    "yellow": srgb("#e6c038"),
    "green": srgb("#3f8a45"),
    "teal": srgb("#2d8a86"),
    "blue": srgb("#2f5fae"),
    "purple": srgb("#6c3d92"),
    "pink": srgb("#e08aa6"),
    "brown": srgb("#6f4527"),
    "black": srgb("#222226"),
    "white": srgb("#efefea"),
    "gray": srgb("#8b8c8f"),
}
"""Paints and cloths to draw from."""
