"""Paints looks onto a mesh's maps, texel by texel, at any resolution: the solid texture is asked at each texel's place
on the surface, so that its detail is that of the material and no seam shows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from jaxtyping import Float, UInt8

from bozzetto.export.files.materials import linear_to_srgb, srgb_to_linear
from bozzetto.export.material.bend import bent_normals
from bozzetto.export.material.look import OWN_MEAN, Look
from bozzetto.export.material.surface import Axis, Optics, Points, Surface, axis_of, blend, changed, luminance, plain
from bozzetto.export.mesh.mesh import Array, Mesh, PbrMaps, diagonal_of, vertex_normals
from bozzetto.export.texture.bake import SurfaceTexels, fill_nearest, surface_texels
from bozzetto.export.texture.maps import encode_normals, to_tangent, vertex_tangents
from bozzetto.export.texture.sampling import sample_texture

BLOCK = 1 << 18
"""Texels in one call, which bounds memory."""
TONE_POWER, LEAST_TONE, MOST_TONE = 0.6, 0.6, 1.35
"""How much of an object's own shades a material takes on, and their bounds: grooves and prints stay readable, and a
material keeps its measured albedo on the whole."""
SAME = 2
"""Largest difference of 255 within a map that is written as a factor."""

TexelFn = Callable[[SurfaceTexels], Array]
"""Texels of a mesh, N -> [N] values."""


@dataclass(frozen=True)
class Coat:
    """A look on some of a surface."""

    look: Look
    share: TexelFn | None = None
    """Which share of each texel it covers, in [0, 1]; None covers all."""
    tone: TexelFn | None = None
    """Luminance of the object's own surface beside that of all that the look covers; None is even."""
    scale: float = 1.0
    """The object's own point is (x - offset) / scale."""
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    extent: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Half sizes of its box, in its own space."""
    seed: int = 0
    """Another piece of the same material."""
    axis: Axis | None = None
    """What it is round about, in its own space."""
    keeps_colour: bool = False
    """Whether what it covers keeps its own base colour, and takes on the rest alone: gloss, metal, relief."""


def painted(
    mesh: Mesh,
    coats: Sequence[Coat],
    texture_size: int,
    *,
    progress: Callable[[float], None] | None = None,
) -> Mesh:
    """A mesh with looks in its base colour, normal map and PBR maps. Geometry and UV stay the same bits.

    Where coats do not cover, the mesh's own texture, roughness and metallic stay.

    Args:
        mesh: with `uv`; its own texture, or grey.
        coats: in their order, later ones over earlier ones.
        texture_size: texels along a side of the maps.
        progress: called with the fraction done.

    Returns:
        The mesh with `texture`, `normal_map`, `tangents` and `pbr`.
    """
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    mesh = replace(mesh, normals=normals)
    mesh = replace(mesh, tangents=vertex_tangents(mesh) if mesh.tangents is None else mesh.tangents)
    texels = surface_texels(mesh, texture_size)
    n = len(texels.rows)
    own, base_normals = _own_albedo(mesh, texels), _own_normals(mesh, texels)
    finish = _own_finish(mesh, texels)
    shares = [np.ones(n, np.float32) if coat.share is None else coat.share(texels).astype(np.float32) for coat in coats]
    tones = [None if coat.tone is None else coat.tone(texels) for coat in coats]
    means = [_mean_luminance(own, share) for share in shares]
    covered = [float(share.sum()) for share in shares]
    optics = coats[int(np.argmax(covered))].look.optics if coats else Optics()
    strongest = max((coat.look.optics.emissive_strength for coat in coats), default=1.0)
    step = _texel_size(mesh, texels, texture_size)
    images = {name: np.zeros((n, width), np.float32) for name, width in CHANNELS.items()}
    out_normals = np.empty((n, 3), np.uint8)
    for start in range(0, n, BLOCK):
        part = slice(start, start + BLOCK)
        below = plain(len(own[part]), own[part], finish[part, 0], metallic=finish[part, 1])
        surface = below
        bent = base_normals[part]
        for k, coat in enumerate(coats):
            share = shares[k][part]
            if not share.any():
                continue
            position = (texels.positions[part] - np.asarray(coat.offset, np.float32)) / np.float32(coat.scale)
            points = Points(position, base_normals[part], coat.extent, coat.seed, coat.axis)
            over, tilted = _coat(coat.look, points, below, means[k], step / coat.scale)
            if coat.keeps_colour:
                over = changed(over, albedo=surface.albedo)
            tone = None if coat.keeps_colour else tones[k]
            if tone is not None and coat.look.material is not None:
                shade = np.clip(tone[part] ** TONE_POWER, LEAST_TONE, MOST_TONE)
                over = changed(over, albedo=over.albedo * shade[:, None])
            if coat.look.optics.emissive_strength != strongest:
                over = changed(over, emission=over.emission * (coat.look.optics.emissive_strength / strongest))
            surface = blend(surface, over, share)
            bent = bent + (tilted - bent) * share[:, None]
        bent = bent / np.maximum(np.linalg.norm(bent, axis=1, keepdims=True), 1e-9)
        out_normals[part] = encode_normals(to_tangent(mesh, texels, part, bent))
        for name, image in images.items():
            image[part] = getattr(surface, name).reshape(len(bent), -1)
        if progress is not None:
            progress(min(1.0, (start + BLOCK) / n))
    return _with_maps(mesh, texels, texture_size, images, out_normals, replace(optics, emissive_strength=strongest))


CHANNELS = {"albedo": 3, "roughness": 1, "metallic": 1, "transmission": 1, "emission": 3, "coat": 1, "sheen": 3}
"""Fields of a Surface that become maps, and their channels."""
DISPLAY_CHANNELS = ("albedo", "emission", "sheen")
"""Those that glTF stores sRGB-encoded."""


def _coat(look: Look, points: Points, below: Surface, own_mean: float, step: float) -> tuple[Surface, Array]:
    """A look, laid over the object's own surface where it has no material of its own, and the normals that it bends."""
    return bent_normals(lambda at: look.shade(at, below, own_mean), points, step)


def _own_albedo(mesh: Mesh, texels: SurfaceTexels) -> Float[np.ndarray, "n 3"]:
    """Linear albedo [N, 3] of the mesh's own texture or vertex colours at texels."""
    corners = mesh.faces[texels.faces]
    if mesh.texture is not None and mesh.uv is not None:
        uv = np.einsum("nk,nki->ni", texels.bary, mesh.uv[corners])
        display = sample_texture(mesh.texture[..., :3], uv)
    elif mesh.colors is not None:
        display = np.einsum("nk,nki->ni", texels.bary, mesh.colors[corners] / 255.0)
    else:
        return np.full((len(corners), 3), OWN_MEAN, np.float32)
    linear: Array = srgb_to_linear(display).astype(np.float32)
    return linear


def _own_finish(mesh: Mesh, texels: SurfaceTexels) -> Float[np.ndarray, "n 2"]:
    """Roughness and metallic [N, 2] of the mesh's own map, or its factors."""
    if mesh.pbr is None or mesh.pbr.roughness_metallic is None or mesh.uv is None:
        return np.tile(np.array([mesh.roughness, mesh.metallic], np.float32), (len(texels.faces), 1))
    uv = np.einsum("nk,nki->ni", texels.bary, mesh.uv[mesh.faces[texels.faces]])
    finish: Array = sample_texture(mesh.pbr.roughness_metallic, uv).astype(np.float32)
    return finish


def _own_normals(mesh: Mesh, texels: SurfaceTexels) -> Float[np.ndarray, "n 3"]:
    """World normals [N, 3] of the mesh as its normal map shows them."""
    if mesh.normal_map is None or mesh.uv is None or mesh.tangents is None:
        return texels.normals
    corners, bary = mesh.faces[texels.faces], texels.bary
    local = sample_texture(mesh.normal_map, np.einsum("nk,nki->ni", bary, mesh.uv[corners])) * 2 - 1
    tangent = np.einsum("nk,nki->ni", bary, mesh.tangents[corners, :3])
    tangent -= texels.normals * np.einsum("ni,ni->n", tangent, texels.normals)[:, None]
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    bitangent = np.cross(texels.normals, tangent) * mesh.tangents[corners[:, 0], 3:4]
    world = local[:, :1] * tangent + local[:, 1:2] * bitangent + local[:, 2:] * texels.normals
    world /= np.maximum(np.linalg.norm(world, axis=1, keepdims=True), 1e-12)
    unit: Array = world.astype(np.float32)
    return unit


def _mean_luminance(albedo: Array, share: Array) -> float:
    weight = float(share.sum())
    return float((luminance(albedo) * share).sum() / weight) if weight > 0 else OWN_MEAN


def _texel_size(mesh: Mesh, texels: SurfaceTexels, texture_size: int) -> float:
    """Metres along a texel, the median over the surface's faces."""
    assert mesh.uv is not None
    corners = mesh.vertices[mesh.faces].astype(np.float64)
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    uv = mesh.uv[mesh.faces].astype(np.float64) * texture_size
    d1, d2 = uv[:, 1] - uv[:, 0], uv[:, 2] - uv[:, 0]
    flat = np.abs(d1[:, 0] * d2[:, 1] - d1[:, 1] * d2[:, 0])
    good = (area > 0) & (flat > 0)
    if not good.any():
        return diagonal_of(mesh) / texture_size
    return float(np.sqrt(np.median((area[good] / flat[good])[texels.faces[: 1 << 16] % good.sum()])))


def _with_maps(
    mesh: Mesh, texels: SurfaceTexels, size: int, images: dict[str, Array], normals: Array, optics: Optics
) -> Mesh:
    empty = np.ones((size, size), bool)
    empty[texels.rows, texels.columns] = False

    def picture(values: Array) -> Array:
        image = np.zeros((size, size, values.shape[1]), np.uint8)
        image[texels.rows, texels.columns] = values
        return fill_nearest(image, empty)

    coded = {
        name: ((linear_to_srgb(values) if name in DISPLAY_CHANNELS else values).clip(0, 1) * 255 + 0.5).astype(np.uint8)
        for name, values in images.items()
    }

    def factor(name: str) -> tuple[tuple[float, ...], UInt8[np.ndarray, "s t c"] | None]:
        """One value for all and no map where all are the same; else 1, or 0 where there is nothing, and the map."""
        low, high = coded[name].min(0), coded[name].max(0)
        width = len(low)
        if int(high.max()) <= SAME:
            return (0.0,) * width, None
        if int((high.astype(int) - low).max()) <= SAME:
            return tuple(float(x) for x in images[name].mean(0).clip(0, 1)), None
        return (1.0,) * width, picture(coded[name])

    (transmission,), transmission_map = factor("transmission")
    emissive, emission_map = factor("emission")
    (coat,), coat_map = factor("coat")
    sheen, sheen_map = factor("sheen")
    packed = picture(np.concatenate([coded["roughness"], coded["metallic"]], axis=1))

    def grey(image: Array | None) -> Array | None:
        return None if image is None else image[..., 0]

    pbr = PbrMaps(
        roughness_metallic=packed,
        transmission=transmission, transmission_map=grey(transmission_map), ior=optics.ior,
        attenuation_distance=optics.attenuation_distance if transmission else 0.0,
        attenuation=optics.attenuation,
        emissive=(emissive[0], emissive[1], emissive[2]), emission_map=emission_map,
        emissive_strength=optics.emissive_strength if any(emissive) else 1.0,
        coat=coat, coat_map=grey(coat_map), coat_roughness=optics.coat_roughness if coat else 0.0,
        sheen=(sheen[0], sheen[1], sheen[2]), sheen_map=sheen_map,
        sheen_roughness=optics.sheen_roughness if any(sheen) else 0.0, anisotropy=optics.anisotropy,
    )  # fmt: skip
    return replace(mesh, texture=picture(coded["albedo"]), normal_map=picture(normals), pbr=pbr)


def mesh_axis(mesh: Mesh, scale: float = 1.0, offset: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Axis | None:
    """What a mesh is round about, in the space of its own points (x - offset) / scale; None where it is not.

    Args:
        mesh: with or without normals.
    """
    corners = mesh.vertices[mesh.faces].astype(np.float64)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normals, axis=1)
    if not area.sum() > 0:
        return None
    rng = np.random.default_rng(0)
    face = rng.choice(len(area), 8192, p=area / area.sum())
    u, v = rng.random((2, len(face)))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    weights = np.stack([1 - u - v, u, v], 1)
    points = np.einsum("nk,nki->ni", weights, corners[face])
    return axis_of((points - np.asarray(offset)) / scale, normals[face] / area[face, None])


def shade_of(mesh: Mesh) -> Callable[[Array, Array], tuple[Surface, Array]]:
    """A painted mesh's maps as a surface: what a renderer sees of them.

    Args:
        mesh: with `uv`, `texture` and, where it was painted, `pbr`, `normal_map` and `tangents`.

    Returns:
        (faces [N], weights of their corners [N, 3]) -> the surface there, and unit normals [N, 3].
    """
    assert mesh.uv is not None and mesh.texture is not None
    uv_of, texture, pbr = mesh.uv, mesh.texture, mesh.pbr or PbrMaps()
    smooth = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)

    def shade(faces: Array, bary: Array) -> tuple[Surface, Array]:
        corners = mesh.faces[faces]
        uv = np.einsum("nk,nki->ni", bary, uv_of[corners])
        normal = np.einsum("nk,nki->ni", bary, smooth[corners])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
        none = np.zeros(len(faces), np.int64)
        texels = SurfaceTexels(none, none, none, normal.astype(np.float32), faces, bary.astype(np.float32))

        def one(image: Array | None, factor: float) -> Array | float:
            return factor if image is None else factor * sample_texture(image[..., None], uv)[:, 0]

        def rgb(image: Array | None, factor: tuple[float, float, float]) -> Array:
            light = np.ones((len(uv), 3)) if image is None else srgb_to_linear(sample_texture(image, uv))
            scaled: Array = light * np.asarray(factor)
            return scaled

        maps = pbr.roughness_metallic
        rough, metal = (mesh.roughness, mesh.metallic) if maps is None else sample_texture(maps, uv).T
        surface = plain(
            len(faces), srgb_to_linear(sample_texture(texture[..., :3], uv)), rough, metallic=metal,
            transmission=one(pbr.transmission_map, pbr.transmission), emission=rgb(pbr.emission_map, pbr.emissive),
            coat=one(pbr.coat_map, pbr.coat), sheen=rgb(pbr.sheen_map, pbr.sheen),
        )  # fmt: skip
        return surface, _own_normals(mesh, texels)

    return shade


def optics_of(mesh: Mesh) -> Optics:
    """What a mesh's maps do not say of its material."""
    names = {field.name for field in fields(Optics)}
    pbr = mesh.pbr or PbrMaps()
    return Optics(**{name: getattr(pbr, name) for name in names})
