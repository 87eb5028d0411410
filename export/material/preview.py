"""Pictures of materials under an environment: what glTF viewers show, by numpy, for sheets, thumbnails and scores.

The light is a studio that a formula gives, so nothing is read from disk. Reflections are the environment filtered by
roughness times an analytic term (split sum: Karis 2013; its fit: Lazarov 2013), the diffuse light its irradiance times
ambient occlusion; sheen and coat as in KHR_materials_sheen and KHR_materials_clearcoat, in their simplest form. What
goes through is the environment behind, bent once (KHR_materials_transmission). Tones are mapped by Khronos PBR Neutral.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from jaxtyping import Float, UInt8

from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.material.bend import bent_normals
from bozzetto.export.material.paint import mesh_axis
from bozzetto.export.material.surface import Optics, Points, ShadeFn, Surface
from bozzetto.export.mesh.bvh import build_tree, visibility
from bozzetto.export.mesh.mesh import Array, Mesh, bounds_of, vertex_normals
from bozzetto.export.mesh.raster import PRIOR_DISTANCE, PRIOR_FOVY, orbit_c2w, surface_hits
from bozzetto.export.texture.maps import cosine_directions

LEVELS = (0.12, 0.25, 0.4, 0.6, 0.8, 1.0)
"""Roughnesses for which the environment is filtered; below the first it is asked as it is."""
ROWS = 40
"""Rows of a filtered environment, of as many degrees as fit; columns are twice as many."""
BEHIND = 0.86
"""Grey of what is behind the object, display."""
OCCLUSION_RAYS = 24
STRAIGHT, ASIDE = 0.75, 0.1
"""Cosines of the angle by which light is bent: within the first it comes from the backdrop, beyond the second not."""


@dataclass(frozen=True)
class Environment:
    """Light from all sides: a sky that brightens upwards, a ground, and soft boxes."""

    boxes: tuple[tuple[tuple[float, float, float], float, float], ...]
    """Direction, radiance and cosine of the half angle of each soft box."""
    sky: float = 0.85
    ground: float = 0.28
    warmth: float = 0.07
    """How much redder than grey the ground is."""

    def radiance(self, directions: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
        """Linear radiance [N, 3] from unit directions [N, 3]."""
        up = directions[:, 1]
        t = np.clip(up * 4 + 0.5, 0, 1)[:, None]
        t = t * t * (3 - 2 * t)
        floor = (
            self.ground
            * (0.55 + 0.45 * np.clip(-up, 0, 1))[:, None]
            * np.array([1 + self.warmth, 1.0, 1 - self.warmth])
        )
        wall = self.sky * (0.40 + 0.60 * np.clip(up, 0, 1))[:, None] * np.array([1.01, 1.0, 0.985])
        light = floor + (wall - floor) * t
        for direction, strength, cosine in self.boxes:
            axis = np.asarray(direction) / np.linalg.norm(direction)
            edge = np.clip((directions @ axis - cosine) / (0.06 * (1 - cosine) + 0.004), 0, 1)
            light = light + (strength * edge * edge * (3 - 2 * edge))[:, None] * np.array([1.03, 1.0, 0.94])
        radiance: Array = light
        return radiance


STUDIO = Environment((((-0.6, 0.75, 0.55), 6.0, 0.93), ((0.95, 0.30, 0.25), 2.5, 0.90), ((0.2, 0.25, -1.0), 2.0, 0.94)))
LIGHTS = (
    STUDIO,
    Environment((((0.2, 1.0, 0.2), 9.0, 0.95),), sky=0.5, ground=0.2),
    Environment((((1.0, 0.2, 0.6), 8.0, 0.94),), sky=0.35, ground=0.3),
    Environment((((-0.3, 0.4, 1.0), 5.0, 0.90), ((0.6, 0.1, -0.8), 4.0, 0.93)), sky=0.3, ground=0.15),
)
"""Four environments in which results are compared; the first is that of the sheets."""


@dataclass(frozen=True)
class Framing:
    """What a camera sees of a mesh, sample by sample: made once, shaded with many materials."""

    size: int
    """Pixels along a side of the picture."""
    supersample: int
    """Samples along a side of a pixel."""
    hit: Array
    """[S, S] bool, S = size * supersample: where the mesh is."""
    points: Points
    """[N] of those samples."""
    view: Array
    """[N, 3] unit, towards the camera."""
    occlusion: Array
    """[N] share of the sky that is open."""
    spacing: float
    """Of the samples on the surface, object units: finer detail would alias."""
    faces: Array
    """[N] int32, which face of the mesh each sample lies on."""
    bary: Array
    """[N, 3] weights of its corners."""


def framed(
    mesh: Mesh,
    *,
    azimuth: float = 0.6,
    elevation: float = 0.28,
    size: int = 192,
    supersample: int = 2,
    distance: float = PRIOR_DISTANCE,
) -> Framing:
    """Looks at a mesh.

    Args:
        mesh: within the unit ball.
        azimuth: radians; 0 looks at the front.
        elevation: radians, positive from above.
        size: pixels along a side.
        supersample: samples along a side of a pixel.
        distance: metres from the camera to the origin.
    """
    side = size * supersample
    face, bary = surface_hits(mesh, azimuth, elevation, side, distance=distance)
    hit = face >= 0
    corners, weights = mesh.faces[face[hit]], bary[hit][..., None]
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    position = (mesh.vertices[corners] * weights).sum(1).astype(np.float32)
    normal = (normals[corners] * weights).sum(1)
    normal = (normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    view = orbit_c2w(azimuth, elevation, distance)[0][:3, 3] - position
    view = view / np.linalg.norm(view, axis=1, keepdims=True)
    seen = visibility(
        build_tree(mesh), position.astype(np.float64), normal.astype(np.float64), cosine_directions(OCCLUSION_RAYS),
        offset=3e-3, reach=1.0,
    )  # fmt: skip
    spacing = float(2 * np.tan(PRIOR_FOVY / 2) * distance / side)
    points = Points(position, normal, extent_of(mesh), axis=mesh_axis(mesh))
    return Framing(size, supersample, hit, points, view, np.asarray(seen), spacing, face[hit], bary[hit])


def extent_of(mesh: Mesh) -> tuple[float, float, float]:
    """Half sizes of a mesh's box."""
    low, high = bounds_of(mesh)
    half = (high - low) / 2
    return float(half[0]), float(half[1]), float(half[2])


def pictured(
    framing: Framing,
    surface: Surface,
    normals: Array,
    optics: Optics,
    *,
    environment: Environment = STUDIO,
    behind: float = BEHIND,
) -> UInt8[np.ndarray, "h w 3"]:
    """A picture of what a camera sees, of given surfaces.

    Args:
        framing: what is seen.
        surface: of its N samples.
        normals: [N, 3] unit, as a material's detail bends them.
        optics: of the material.
        environment: the light.
        behind: grey of the background, display, in [0, 1].

    Returns:
        [size, size, 3] display colours.
    """
    size, step = framing.size, framing.supersample
    grey = ((behind + 0.055) / 1.055) ** 2.4
    image = np.full((size * step, size * step, 3), grey)
    image[framing.hit] = tone_mapped(
        shaded(surface, optics, normals, framing.view, framing.occlusion, environment, grey)
    )
    image = image.reshape(size, step, size, step, 3).mean(axis=(1, 3))
    picture: Array = (linear_to_srgb(np.clip(image, 0, 1)) * 255 + 0.5).astype(np.uint8)
    return picture


def material_preview(
    framing: Framing,
    shade: ShadeFn,
    optics: Optics,
    *,
    environment: Environment = STUDIO,
    behind: float = BEHIND,
) -> UInt8[np.ndarray, "h w 3"]:
    """A picture of a mesh made of one material throughout.

    Args:
        framing: what is seen of the mesh.
        shade: the material, in the mesh's own space.
        optics: of the material.
        environment: the light.
        behind: grey of the background, display, in [0, 1].

    Returns:
        [size, size, 3] display colours.
    """
    surface, bent = bent_normals(shade, framing.points, framing.spacing)
    return pictured(framing, surface, bent, optics, environment=environment, behind=behind)


def shaded(
    surface: Surface, optics: Optics, normals: Array, view: Array, occlusion: Array, light: Environment, behind: float
) -> Float[np.ndarray, "n 3"]:
    """Linear radiance [N, 3] towards the viewer.

    Args:
        surface, optics: what is there.
        normals: [N, 3] unit, bent by the material's detail.
        view: [N, 3] unit, towards the viewer.
        occlusion: [N] share of the sky that is open.
        light: the environment.
        behind: linear grey of the background, which is seen through what is clear.
    """
    facing = np.clip((normals * view).sum(1), 1e-3, 1.0)
    mirror = 2 * (normals * view).sum(1, keepdims=True) * normals - view
    rough = surface.roughness
    albedo, metal = surface.albedo.astype(np.float64), surface.metallic[:, None]
    dielectric = ((optics.ior - 1) / (optics.ior + 1)) ** 2
    f0 = dielectric * (1 - metal) + albedo * metal
    scale, bias = _split_sum(facing, rough)
    open_share = np.clip((facing + occlusion) ** (2 ** (-16 * rough - 1)) - 1 + occlusion, 0, 1)[:, None]
    specular = f0 * scale[:, None] + bias[:, None]
    diffuse = (
        albedo * (1 - metal) * (1 - surface.transmission[:, None]) * _irradiance(light, normals) * occlusion[:, None]
    )
    energy = 1 - np.minimum(specular.max(1, keepdims=True), 1)
    out = diffuse * energy + specular * _reflected(light, mirror, rough) * open_share
    through = surface.transmission[:, None] * (1 - metal)
    if through.max() > 0:
        bend = _refracted(_refracted(-view, normals, 1 / optics.ior), normals, 1 / optics.ior)
        seen = _reflected(light, bend, np.minimum(rough + 0.02, 1))
        # The backdrop fills the picture: it is seen wherever light is bent by less than it reaches to, and the
        # environment at rims, where it is bent by more.
        straight = -(bend * view).sum(1, keepdims=True)
        away = np.clip((STRAIGHT - straight) / (STRAIGHT - ASIDE), 0, 1)
        out += through * albedo * (behind * (1 - away) + seen * away) * energy
    if surface.sheen.max() > 0:
        grazing = (1 - facing) ** (1 + 3 * (1 - optics.sheen_roughness))
        out += surface.sheen * grazing[:, None] * _irradiance(light, normals) * occlusion[:, None] * 0.8
    out += surface.emission * optics.emissive_strength
    if surface.coat.max() > 0:
        scale, bias = _split_sum(facing, np.full_like(rough, optics.coat_roughness))
        coat = surface.coat[:, None] * (0.04 * scale + bias)[:, None]
        out = (
            out * (1 - coat) + coat * _reflected(light, mirror, np.full_like(rough, optics.coat_roughness)) * open_share
        )
    radiance: Array = out
    return radiance


def tone_mapped(linear: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """Khronos PBR Neutral (2024): colours stay as they are below 0.8, highlights roll off and lose saturation."""
    offset = np.where(linear.min(1) < 0.08, linear.min(1) - 6.25 * linear.min(1) ** 2, 0.04)
    colour = linear - offset[:, None]
    peak = colour.max(1)
    start, d = 0.8 - 0.04, 1 - (0.8 - 0.04)
    new = 1 - d * d / (np.maximum(peak, start) + d - start)
    squeezed = colour * (new / np.maximum(peak, 1e-9))[:, None]
    g = (1 - 1 / (0.15 * (peak - new) + 1))[:, None]
    squeezed = squeezed * (1 - g) + new[:, None] * g
    out: Array = np.where((peak < start)[:, None], colour, squeezed)
    return out


def _split_sum(facing: Array, rough: Array) -> tuple[Array, Array]:
    """Scale and bias of F0 (Lazarov 2013, as by Karis 2014 for mobile)."""
    r = rough[:, None] * np.array([-1.0, -0.0275, -0.572, 0.022]) + np.array([1.0, 0.0425, 1.04, -0.04])
    a = np.minimum(r[:, 0] ** 2, 2 ** (-9.28 * facing)) * r[:, 0] + r[:, 1]
    return -1.04 * a + r[:, 2], 1.04 * a + r[:, 3]


def _refracted(incident: Array, normals: Array, ratio: float) -> Array:
    cosine = -(incident * normals).sum(1)
    k = np.maximum(1 - ratio**2 * (1 - cosine**2), 0)
    bent = ratio * incident + (ratio * cosine - np.sqrt(k))[:, None] * normals
    unit: Array = bent / np.maximum(np.linalg.norm(bent, axis=1, keepdims=True), 1e-9)
    return unit


def _directions() -> tuple[Array, Array]:
    """Of the pixels of a filtered environment [R * 2 R, 3], and their solid angles."""
    theta = (np.arange(ROWS) + 0.5) / ROWS * np.pi
    phi = (np.arange(2 * ROWS) + 0.5) / (2 * ROWS) * 2 * np.pi
    t, p = np.meshgrid(theta, phi, indexing="ij")
    d = np.stack([np.sin(t) * np.cos(p), np.cos(t), np.sin(t) * np.sin(p)], -1).reshape(-1, 3)
    return d, (np.sin(t) * (np.pi / ROWS) ** 2).reshape(-1)


@lru_cache(maxsize=8)
def _filtered(light: Environment) -> Array:
    """[levels + 1, R, 2 R, 3]: the environment as a lobe of each roughness sees it, and its irradiance over pi last."""
    d, area = _directions()
    radiance = light.radiance(d)
    cosine = np.clip(d @ d.T, 0, 1).astype(np.float32)
    out = []
    for rough in LEVELS:
        # GGX about the mirror direction, seen along it: the half vector's cosine is that of half the angle.
        half = (1 + cosine) / 2
        alpha2 = rough**4
        weight = cosine / (half * (alpha2 - 1) + 1) ** 2 * (cosine > 0) * area.astype(np.float32)
        out.append(weight @ radiance / weight.sum(1, keepdims=True))
    weight = cosine * area.astype(np.float32)
    out.append(weight @ radiance / np.pi)
    return np.stack(out).reshape(len(LEVELS) + 1, ROWS, 2 * ROWS, 3)


def _sampled(images: Array, level: Array, directions: Array) -> Array:
    """Bilinear samples [N, 3] of filtered environments at fractional levels [N]."""
    phi = np.arctan2(directions[:, 2], directions[:, 0]) % (2 * np.pi)
    x = phi / (2 * np.pi) * 2 * ROWS - 0.5
    y = np.clip(np.arccos(np.clip(directions[:, 1], -1, 1)) / np.pi * ROWS - 0.5, 0, ROWS - 1)
    x0, y0 = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    x0, x1, y1 = x0 % (2 * ROWS), (x0 + 1) % (2 * ROWS), np.minimum(y0 + 1, ROWS - 1)

    def one(k: Array) -> Array:
        top = images[k, y0, x0] * (1 - fx) + images[k, y0, x1] * fx
        low = images[k, y1, x0] * (1 - fx) + images[k, y1, x1] * fx
        sampled: Array = top * (1 - fy) + low * fy
        return sampled

    k0 = np.floor(level).astype(int)
    f = (level - k0)[:, None]
    mixed: Array = one(k0) * (1 - f) + one(np.minimum(k0 + 1, len(images) - 1)) * f
    return mixed


def _irradiance(light: Environment, normals: Array) -> Array:
    """Over pi: what a white surface sends back."""
    images = _filtered(light)
    return _sampled(images, np.full(len(normals), len(LEVELS), np.float64), normals)


def _reflected(light: Environment, directions: Array, rough: Array) -> Array:
    """The environment in directions [N, 3], as lobes of roughness [N] see it."""
    level = np.interp(rough, LEVELS, np.arange(len(LEVELS)))
    soft = _sampled(_filtered(light)[: len(LEVELS)], level, directions)
    sharp = np.clip((LEVELS[0] - rough) / LEVELS[0], 0, 1)[:, None]
    return soft * (1 - sharp) + light.radiance(directions) * sharp if sharp.max() > 0 else soft
