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
METAL_STAYS = 0.75
"""How much less of it a metal takes on: its specular colour is what tells it, and dark silver is lead."""
SAME = 2
"""Largest difference of 255 within a map that is written as a factor."""

TexelFn = Callable[[SurfaceTexels], Array]
"""Texels of a mesh, N -> [N] values, or [N, C]."""


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
    beside: TexelFn | None = None
    """Display colour of what it does not cover, times how sure that is, and how sure, [N, 4] in [0, 1]: along a border
    the surface's own colour has some of what is covered in it. None is the surface's own."""


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
    blocks = [slice(start, start + BLOCK) for start in range(0, n, BLOCK)]
    shares = [np.ones(n, np.float32) if coat.share is None else coat.share(texels).astype(np.float32) for coat in coats]
    tones = [None if coat.tone is None else coat.tone(texels) for coat in coats]
    besides = [None if coat.beside is None else coat.beside(texels) for coat in coats]
    means = _mean_luminances(mesh, texels, coats, shares, blocks)
    bare = np.prod([1 - share for share in shares], axis=0) if shares else np.ones(n, np.float32)
    weights, lights = [float(bare.sum()), *(float(share.sum()) for share in shares)], [optics_of(mesh)]
    lights += [coat.look.optics for coat in coats]
    optics = lights[int(np.argmax(weights))]
    strengths = [one.emissive_strength for one, weight in zip(lights, weights, strict=True) if weight > 0]
    strongest = max(strengths, default=1.0)
    step = _texel_size(mesh, texels, texture_size)
    maps = {name: _Map(np.zeros((n, width), np.uint8)) for name, width in CHANNELS.items()}
    out_normals = np.empty((n, 3), np.uint8)
    for number, part in enumerate(blocks):
        below = _own_surface(mesh, texels.faces[part], texels.bary[part])
        below = changed(below, emission=below.emission * (lights[0].emissive_strength / strongest))
        base_normals = _own_normals(mesh, texels, part)
        surface, bent = below, base_normals
        for k, coat in enumerate(coats):
            share, unmixed = shares[k][part], besides[k]
            if not share.any():
                continue
            if unmixed is not None:
                surface = changed(surface, albedo=_beside(surface.albedo, unmixed[part]))
            position = (texels.positions[part] - np.asarray(coat.offset, np.float32)) / np.float32(coat.scale)
            points = Points(position, base_normals, coat.extent, coat.seed, coat.axis)
            strength = coat.look.optics.emissive_strength / strongest
            own = below if strength == 1 else changed(below, emission=below.emission / max(strength, 1e-6))
            over, tilted = _coat(coat.look, points, own, means[k], step / coat.scale)
            if coat.keeps_colour:
                over = changed(over, albedo=surface.albedo)
            tone = None if coat.keeps_colour else tones[k]
            if tone is not None and coat.look.material is not None:
                over = toned(over, tone[part])
            if strength != 1:
                over = changed(over, emission=over.emission * strength)
            surface = blend(surface, over, share)
            bent = bent + (tilted - bent) * share[:, None]
        bent = bent / np.maximum(np.linalg.norm(bent, axis=1, keepdims=True), 1e-9)
        out_normals[part] = encode_normals(to_tangent(mesh, texels, part, bent))
        for name, one in maps.items():
            one.put(part, getattr(surface, name).reshape(len(bent), -1), name in DISPLAY_CHANNELS)
        if progress is not None:
            progress((number + 1) / len(blocks))
    return _with_maps(mesh, texels, texture_size, maps, out_normals, replace(optics, emissive_strength=strongest))


def _beside(albedo: Array, beside: Array) -> Array:
    """Linear albedo [N, 3] drawn to display colours times how sure they are, and how sure [N, 4]."""
    sure = beside[:, 3:].clip(0, 1)
    colour = srgb_to_linear((beside[:, :3] / np.maximum(beside[:, 3:], 1e-3)).clip(0, 1))
    drawn: Array = (albedo + sure * (colour - albedo)).astype(np.float32)
    return drawn


def toned(surface: Surface, tone: Array) -> Surface:
    """A material with some of an object's own shades.

    Args:
        surface: of N points.
        tone: [N] luminance of the object's own surface there beside the mean of all that the material covers.
    """
    shade = np.clip(tone**TONE_POWER, LEAST_TONE, MOST_TONE) ** (1 - METAL_STAYS * surface.metallic)
    return changed(surface, albedo=surface.albedo * shade[:, None])


class _Map:
    """Texels of one map as they are stored, and their mean as it was before."""

    def __init__(self, coded: UInt8[np.ndarray, "n c"]) -> None:
        self.coded = coded
        self._sum = np.zeros(coded.shape[1])

    def put(self, part: slice, values: Array, is_display: bool) -> None:
        """Stores values [M, C] in [0, 1], linear, of some texels."""
        self._sum += values.sum(0, dtype=np.float64)
        shown = linear_to_srgb(values) if is_display else values
        self.coded[part] = (shown.clip(0, 1) * 255 + 0.5).astype(np.uint8)

    @property
    def mean(self) -> tuple[float, ...]:
        """Of each channel, linear."""
        return tuple(float(x) for x in (self._sum / max(len(self.coded), 1)).clip(0, 1))


CHANNELS = {"albedo": 3, "roughness": 1, "metallic": 1, "transmission": 1, "emission": 3, "coat": 1, "sheen": 3}
"""Fields of a Surface that become maps, and their channels."""
DISPLAY_CHANNELS = ("albedo", "emission", "sheen")
"""Those that glTF stores sRGB-encoded."""


def _coat(look: Look, points: Points, below: Surface, own_mean: float, step: float) -> tuple[Surface, Array]:
    """A look, laid over the object's own surface where it has no material of its own, and the normals that it bends."""
    return bent_normals(lambda at: look.shade(at, below, own_mean), points, step)


def blended(old: Mesh, new: Mesh, share: TexelFn, texture_size: int) -> Mesh:
    """A mesh with the maps of one where a share is 0, and of another where it is 1. Geometry and UV stay the same bits.

    Args:
        old, new: the same mesh, both with `texture`; its normal map is that of the old one.
        share: of the new one in each texel.
        texture_size: texels along a side of the maps.
    """
    texels = surface_texels(old, texture_size)
    within = share(texels).astype(np.float32)
    both = [optics_of(mesh) for mesh in (old, new)]
    strongest = max(one.emissive_strength for one in both)
    maps = {name: _Map(np.zeros((len(within), width), np.uint8)) for name, width in CHANNELS.items()}
    for start in range(0, len(within), BLOCK):
        part = slice(start, start + BLOCK)
        before, after = (
            changed(found, emission=found.emission * (one.emissive_strength / strongest))
            for one, mesh in zip(both, (old, new), strict=True)
            for found in (_own_surface(mesh, texels.faces[part], texels.bary[part]),)
        )
        surface = blend(before, after, within[part])
        for name, one in maps.items():
            one.put(part, getattr(surface, name).reshape(len(within[part]), -1), name in DISPLAY_CHANNELS)
    optics = replace(both[int(within.mean() > 0.5)], emissive_strength=strongest)
    return _with_maps(old, texels, texture_size, maps, None, optics)


def _own_albedo(mesh: Mesh, faces: Array, bary: Array) -> Float[np.ndarray, "n 3"]:
    """Linear albedo [N, 3] of a mesh's own texture or vertex colours; of something grey where it has none."""
    corners = mesh.faces[faces]
    if mesh.texture is not None and mesh.uv is not None:
        display = sample_texture(mesh.texture[..., :3], np.einsum("nk,nki->ni", bary, mesh.uv[corners]))
    elif mesh.colors is not None:
        display = np.einsum("nk,nki->ni", bary, mesh.colors[corners] / 255.0)
    else:
        return np.full((len(faces), 3), OWN_MEAN, np.float32)
    linear: Array = srgb_to_linear(display).astype(np.float32)
    return linear


def _own_surface(mesh: Mesh, faces: Array, bary: Array) -> Surface:
    """What a mesh is made of by its own maps, texture or vertex colours; emission without its strength."""
    corners, pbr = mesh.faces[faces], mesh.pbr or PbrMaps()
    uv = np.zeros((len(faces), 2)) if mesh.uv is None else np.einsum("nk,nki->ni", bary, mesh.uv[corners])
    albedo = _own_albedo(mesh, faces, bary)

    def one(image: Array | None, factor: float) -> Array | float:
        return factor if image is None else factor * sample_texture(image[..., None], uv)[:, 0]

    def rgb(image: Array | None, factor: tuple[float, float, float]) -> Array:
        light: Array = np.asarray(factor, np.float64)
        return light if image is None or not any(factor) else light * srgb_to_linear(sample_texture(image, uv))

    packed = pbr.roughness_metallic
    rough, metal = (mesh.roughness, mesh.metallic) if packed is None else sample_texture(packed, uv).T
    return plain(
        len(faces), albedo, rough, metallic=metal, transmission=one(pbr.transmission_map, pbr.transmission),
        emission=rgb(pbr.emission_map, pbr.emissive), coat=one(pbr.coat_map, pbr.coat),
        sheen=rgb(pbr.sheen_map, pbr.sheen),
    )  # fmt: skip


def _own_normals(mesh: Mesh, texels: SurfaceTexels, part: slice = slice(None)) -> Float[np.ndarray, "n 3"]:
    """World normals [N, 3] of the mesh as its normal map shows them."""
    smooth = texels.normals[part]
    if mesh.normal_map is None or mesh.uv is None or mesh.tangents is None:
        return smooth
    corners, bary = mesh.faces[texels.faces[part]], texels.bary[part]
    local = sample_texture(mesh.normal_map, np.einsum("nk,nki->ni", bary, mesh.uv[corners])) * 2 - 1
    tangent = np.einsum("nk,nki->ni", bary, mesh.tangents[corners, :3])
    tangent -= smooth * np.einsum("ni,ni->n", tangent, smooth)[:, None]
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    bitangent = np.cross(smooth, tangent) * mesh.tangents[corners[:, 0], 3:4]
    world = local[:, :1] * tangent + local[:, 1:2] * bitangent + local[:, 2:] * smooth
    world /= np.maximum(np.linalg.norm(world, axis=1, keepdims=True), 1e-12)
    unit: Array = world.astype(np.float32)
    return unit


def _mean_luminances(
    mesh: Mesh, texels: SurfaceTexels, coats: Sequence[Coat], shares: Sequence[Array], blocks: Sequence[slice]
) -> list[float]:
    """Of the mesh's own colours, where each coat covers it that shows any of them."""
    asked = [coat.look.material is None or coat.look.material.any_colour for coat in coats]
    light = np.zeros(len(coats))
    for part in blocks if any(asked) else ():
        bright = luminance(_own_albedo(mesh, texels.faces[part], texels.bary[part]))
        light += [float((bright * share[part]).sum(dtype=np.float64)) for share in shares]
    weights = [float(share.sum(dtype=np.float64)) if ask else 0.0 for share, ask in zip(shares, asked, strict=True)]
    return [float(total / weight) if weight > 0 else OWN_MEAN for total, weight in zip(light, weights, strict=True)]


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
    mesh: Mesh, texels: SurfaceTexels, size: int, maps: dict[str, _Map], normals: Array | None, optics: Optics
) -> Mesh:
    empty = np.ones((size, size), bool)
    empty[texels.rows, texels.columns] = False

    def picture(values: Array) -> Array:
        image = np.zeros((size, size, values.shape[1]), np.uint8)
        image[texels.rows, texels.columns] = values
        return fill_nearest(image, empty)

    def factor(name: str) -> tuple[tuple[float, ...], UInt8[np.ndarray, "s t c"] | None]:
        """One value for all and no map where all are the same; else 1, or 0 where there is nothing, and the map."""
        coded = maps[name].coded
        low, high = coded.min(0), coded.max(0)
        width = len(low)
        if int(high.max()) <= SAME:
            return (0.0,) * width, None
        if int((high.astype(int) - low).max()) <= SAME:
            return maps[name].mean, None
        return (1.0,) * width, picture(coded)

    (transmission,), transmission_map = factor("transmission")
    emissive, emission_map = factor("emission")
    (coat,), coat_map = factor("coat")
    sheen, sheen_map = factor("sheen")
    packed = picture(np.concatenate([maps["roughness"].coded, maps["metallic"].coded], axis=1))

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
    made = replace(mesh, texture=picture(maps["albedo"].coded), pbr=pbr)
    return made if normals is None else replace(made, normal_map=picture(normals))


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
    smooth = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)

    def shade(faces: Array, bary: Array) -> tuple[Surface, Array]:
        normal = np.einsum("nk,nki->ni", bary, smooth[mesh.faces[faces]])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
        none = np.zeros(len(faces), np.int64)
        texels = SurfaceTexels(none, none, none, normal.astype(np.float32), faces, bary.astype(np.float32))
        return _own_surface(mesh, faces, bary), _own_normals(mesh, texels)

    return shade


def optics_of(mesh: Mesh) -> Optics:
    """What a mesh's maps do not say of its material."""
    names = {field.name for field in fields(Optics)}
    pbr = mesh.pbr or PbrMaps()
    return Optics(**{name: getattr(pbr, name) for name in names})
