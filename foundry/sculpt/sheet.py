"""Contact sheets of sculptures: a row an object, six sides, lit and in its colours."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from bozzetto.foundry.assets import normalise
from bozzetto.foundry.sculpt.files import to_wavefront
from bozzetto.foundry.sculpt.sculpture import Sculpture
from bozzetto.foundry.views import Scene

SIDES = {
    "front": (0, 8),
    "three-quarter": (35, 25),
    "side": (90, 8),
    "back": (180, 8),
    "top": (0, 89),
    "below": (25, -50),
}
"""Azimuth and elevation, degrees."""
AMBIENT = 0.5
BACKGROUND = (0.93, 0.93, 0.94)


def picture(scene: Scene, azimuth_deg: float, elevation_deg: float, size: int, supersample: int = 2) -> np.ndarray:
    """A lit view uint8 [size, size, 3]: a sun over the viewer's left shoulder, and light from all around."""
    azimuth, elevation = math.radians(azimuth_deg), math.radians(elevation_deg)
    # What is centred in a ball of .9 is seen closer than the prior's cameras see it.
    albedo, normals, weights = scene.trace(azimuth, elevation, size, supersample, zoom=1.08)
    light = np.array([-0.45, 0.6, 0.66])
    lit = AMBIENT + (1 - AMBIENT) * np.maximum(normals @ (light / np.linalg.norm(light)), 0)
    colour = (albedo * lit[..., None] * weights[..., None]).sum(0)
    colour += (1 - weights.sum(0))[:, None] * np.array(BACKGROUND)
    image = colour.reshape(size, supersample, size, supersample, 3).mean((1, 3))
    return (image.clip(0, 1) * 255 + 0.5).astype(np.uint8)


def contact_sheet(rows: Sequence[tuple[str, Sculpture]], size: int = 160) -> Image.Image:
    """The sheet of labelled sculptures, `size` pixels a view."""
    sheet = np.concatenate([_row(sculpture, size) for _, sculpture in rows])
    image = Image.fromarray(sheet)
    draw = ImageDraw.Draw(image)
    for k, (label, _) in enumerate(rows):
        draw.text((4, k * size + 2), label, fill=(40, 40, 40))
    return image


def overview(objects: Sequence[tuple[str, Sequence[Sculpture]]], size: int = 96, columns: int = 4) -> Image.Image:
    """Nouns in a grid, `columns` abreast, each with its instances side by side, seen from the front right."""
    count = max(len(instances) for _, instances in objects)
    rows = -(-len(objects) // columns)
    label = 14
    ground = tuple(round(255 * channel) for channel in BACKGROUND)
    image = Image.new("RGB", (columns * count * size, rows * (size + label)), ground)
    draw = ImageDraw.Draw(image)
    for k, (noun, instances) in enumerate(objects):
        row, column = divmod(k, columns)
        left, top = column * count * size, row * (size + label)
        for j, instance in enumerate(instances):
            view = picture(Scene(normalise(to_wavefront(instance), None)), *SIDES["three-quarter"], size)
            image.paste(Image.fromarray(view), (left + j * size, top + label))
        draw.text((left + 4, top + 2), noun, fill=(40, 40, 40))
    return image


def _row(sculpture: Sculpture, size: int) -> np.ndarray:
    scene = Scene(normalise(to_wavefront(sculpture), None))
    return np.concatenate([picture(scene, *angles, size) for angles in SIDES.values()], 1)
