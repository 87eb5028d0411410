"""Colour words and the linear reflectances that they mean as dyes: no dye is as bright as a display's primary."""

from __future__ import annotations

import numpy as np

from bozzetto.export.files.materials import srgb_to_linear
from bozzetto.export.mesh.mesh import Array

DISPLAY: dict[str, tuple[int, int, int]] = {
    "red": (190, 24, 28), "orange": (224, 110, 24), "yellow": (228, 190, 40), "green": (40, 128, 52),
    "blue": (34, 74, 168), "purple": (108, 48, 140), "pink": (226, 130, 160), "brown": (104, 66, 38),
    "black": (26, 26, 28), "white": (226, 225, 220), "gray": (128, 128, 128),
    "azure": (20, 120, 210), "burgundy": (110, 14, 36), "cream": (228, 218, 190),
    "charcoal grey": (48, 50, 54), "emerald": (12, 124, 78), "lavender": (150, 122, 194), "lilac": (170, 116, 200),
    "mauve": (172, 110, 178), "mustard": (202, 160, 40), "sapphire": (16, 56, 150), "crimson": (156, 14, 40),
    "scarlet": (206, 32, 20), "turquoise": (44, 176, 168), "teal": (16, 112, 116), "navy": (22, 32, 84),
    "lime": (136, 196, 36), "olive": (100, 104, 36), "maroon": (98, 18, 24), "beige": (206, 190, 156),
    "magenta": (190, 26, 124), "cyan": (36, 170, 196), "indigo": (58, 36, 118), "khaki": (164, 150, 106),
    "violet": (112, 60, 160), "tan": (182, 142, 100), "salmon": (226, 128, 108), "peach": (232, 176, 138),
    "mint": (150, 210, 176), "rose": (206, 90, 110), "sky blue": (110, 170, 218), "light blue": (130, 176, 214),
    "dark blue": (20, 36, 96), "dark green": (18, 66, 34), "light green": (140, 196, 124), "dark red": (112, 12, 16),
    "dark brown": (58, 36, 22), "light brown": (156, 112, 72), "light gray": (182, 182, 182),
    "dark gray": (66, 66, 68),
}  # fmt: skip
"""Display values (sRGB) of dyes; the eleven basic terms (Berlin and Kay 1969) first."""
SPELLINGS = {
    "grey": "gray", "golden yellow": "mustard", "aqua": "cyan", "fuchsia": "magenta", "light grey": "light gray",
    "dark grey": "dark gray", "purplish": "purple", "reddish": "red", "bluish": "blue", "greenish": "green",
    "off white": "cream", "silvery": "light gray",
}  # fmt: skip
BASIC = tuple(DISPLAY)[:11]
"""The words that the embedded prior knows."""


def linear_of(name: str) -> Array:
    """Linear reflectance [3] float32 of a colour word."""
    rgb: Array = srgb_to_linear(np.asarray(DISPLAY[name], np.float32) / 255).astype(np.float32)
    return rgb


def nearest_basic(linear: Array) -> str:
    """The basic colour word nearest to a linear reflectance [3], in CIE Lab; hue says more than lightness ("dark green"
    is green)."""
    lab = _lab(np.asarray(linear, np.float64))
    weight = np.array([0.5, 1.0, 1.0])
    return min(BASIC, key=lambda name: float(np.linalg.norm(weight * (_lab(linear_of(name)) - lab))))


def _lab(linear: Array) -> Array:
    """CIE L*a*b* (D65) of linear sRGB [3]."""
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = matrix @ linear / np.array([0.9505, 1.0, 1.089])
    f = np.cbrt(np.maximum([x, y, z], 1e-6))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
