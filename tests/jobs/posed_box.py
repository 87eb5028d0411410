"""Posed images of a known object in Blender's layout: a box with a painted checker, rendered in closed form."""

import json
import math
import struct
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from scipy.ndimage import map_coordinates
from scipy.spatial.transform import Rotation

from bozzetto.nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from tests.jobs.known_object import FACES, HALF_SIZE

# Ours is +Y up, Blender's +Z: x stays, our y is its z.
TO_BLENDER = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
SCALE, OFFSET = 2.5, np.array([0.3, -1.0, 2.0])
"""The images' world is larger than ours and lies elsewhere, so that the placement has something to find."""


def rgba_of_box(azimuth: float, elevation: float, size: int, supersample: int = 3) -> np.ndarray:
    """One view [size, size, 4], uint8, straight alpha."""
    n = size * supersample
    cameras = Cameras(orbit_c2w(torch.tensor([azimuth]), torch.tensor([elevation])), torch.tensor([PRIOR_FOVY]), n, n)
    rays = camera_rays(cameras)
    first, second = (-HALF_SIZE - rays.origins) / rays.directions, (HALF_SIZE - rays.origins) / rays.directions
    near, far = torch.minimum(first, second), torch.maximum(first, second).amin(-1)
    enter, axis = near.max(-1)
    hit = enter < far
    point = rays.origins + enter[:, None] * rays.directions
    negative = (rays.directions.gather(1, axis[:, None])[:, 0] > 0).long()
    # Squares of 0.3, of the other two coordinates on each face.
    square = torch.floor(point / 0.3 + 0.5)
    square[torch.arange(len(point)), axis] = 0
    tone = torch.where(square.sum(-1) % 2 == 0, 1.0, 0.55)
    colour = FACES[axis, negative] * tone[:, None] * hit[:, None]
    rgb = colour.reshape(size, supersample, size, supersample, 3).mean((1, 3))
    alpha = hit.float().reshape(size, supersample, size, supersample).mean((1, 3))[..., None]
    return (torch.cat([rgb / alpha.clamp(min=1e-6), alpha], -1).clamp(0, 1) * 255).round().byte().numpy()


def write_box(folder: Path, views: int = 24, size: int = 32, held_out: int = 4, alpha: bool = True) -> Path:
    """A data set of the box in a folder; returns the path of its transforms_train.json."""
    for split, n, turn in (("train", views, 0.0), ("test", held_out, 0.4)):
        (folder / split).mkdir(parents=True)
        frames = []
        for k in range(n):
            azimuth = (turn + 2 * math.pi * 0.618 * k) % (2 * math.pi)
            elevation = math.radians(-20 + 70 * (k + 0.5) / n)
            image = Image.fromarray(rgba_of_box(azimuth, elevation, size))
            if not alpha:
                white = Image.new("RGBA", image.size, "white")
                image = Image.alpha_composite(white, image).convert("RGB")
            image.save(folder / split / f"r_{k}.png")
            c2w = orbit_c2w(torch.tensor([azimuth]).double(), torch.tensor([elevation]).double(), PRIOR_DISTANCE)
            matrix = c2w[0].numpy().copy()
            matrix[:3, :3] = TO_BLENDER @ matrix[:3, :3]
            matrix[:3, 3] = TO_BLENDER @ matrix[:3, 3] * SCALE + OFFSET
            frames.append({"file_path": f"./{split}/r_{k}", "transform_matrix": matrix.tolist()})
        path = folder / f"transforms_{split}.json"
        path.write_text(json.dumps({"camera_angle_x": PRIOR_FOVY, "frames": frames}))
    return folder / "transforms_train.json"


def write_colmap_box(folder: Path, views: int = 24, size: int = 32, k1: float = 0.0) -> Path:
    """The box as COLMAP has it: a binary model in a world that is turned and moved, and images without transparency.

    Args:
        folder: is made.
        views: images on a white ground.
        size: their pixels along a side.
        k1: radial distortion of the lens (the model SIMPLE_RADIAL): images are taken through it.
    """
    (folder / "images").mkdir(parents=True)
    (folder / "sparse" / "0").mkdir(parents=True)
    focal = size / 2 / math.tan(PRIOR_FOVY / 2)
    world = Rotation.from_euler("xyz", [0.4, -0.9, 1.7]).as_matrix()
    images = struct.pack("<Q", views)
    for k in range(views):
        azimuth, elevation = (2 * math.pi * 0.618 * k) % (2 * math.pi), math.radians(-20 + 70 * (k + 0.5) / views)
        pixels = Image.fromarray(rgba_of_box(azimuth, elevation, 2 * size))
        pixels = Image.alpha_composite(Image.new("RGBA", pixels.size, "white"), pixels).convert("RGB")
        Image.fromarray(_through_lens(np.asarray(pixels), size, focal, k1)).save(folder / "images" / f"{k:03}.png")
        c2w = orbit_c2w(torch.tensor([azimuth]).double(), torch.tensor([elevation]).double(), PRIOR_DISTANCE)[0].numpy()
        rotation = (world @ c2w[:3, :3] @ np.diag([1.0, -1.0, -1.0])).T
        position = world @ c2w[:3, 3] * SCALE + OFFSET
        x, y, z, w = Rotation.from_matrix(rotation).as_quat()
        images += struct.pack("<I7dI", k + 1, w, x, y, z, *(-rotation @ position), 1) + f"{k:03}.png".encode() + b"\0"
        images += struct.pack("<Q", 0)
    (folder / "sparse" / "0" / "images.bin").write_bytes(images)
    camera = struct.pack("<QIiQQ4d", 1, 1, 2, size, size, focal, size / 2, size / 2, k1)
    (folder / "sparse" / "0" / "cameras.bin").write_bytes(camera)
    return folder


def _through_lens(pixels: np.ndarray, size: int, focal: float, k1: float) -> np.ndarray:
    """A picture without distortion, twice as large, as a lens with it takes it: [size, size, 3]."""
    around = (np.arange(2 * size) + 0.5) / 2 - size / 2
    row, column = np.meshgrid(around, around, indexing="ij")
    radius = np.hypot(row, column) / focal
    plain = radius.copy()
    for _ in range(50):
        plain = radius / (1 + k1 * plain**2)
    scale = np.divide(plain, radius, out=np.ones_like(radius), where=radius > 0)
    places = [(axis * scale + size / 2) * 2 - 0.5 for axis in (row, column)]
    taken = [map_coordinates(pixels[..., c].astype(float), places, order=1, mode="nearest") for c in range(3)]
    fine = np.stack(taken, -1).reshape(size, 2, size, 2, 3).mean((1, 3))
    return fine.round().astype(np.uint8)
