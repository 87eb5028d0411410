"""Parts: what every reader makes of its file. Triangles with a material, and the colour of any place on them.

Positions are in one frame, +Y up, metres, float64. `uvs` are as in glTF: v points DOWN the image, (0, 0) is the corner
of the first texel of its top row.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from jaxtyping import Float, Float64, Int, Int64, UInt8

from bozzetto.export.files.materials import linear_to_srgb, srgb_to_linear
from bozzetto.export.mesh.mesh import Array
from bozzetto.export.texture.sampling import sample_texture

Wrap = Literal["repeat", "mirror", "clamp"]
Paint = Callable[[Int[np.ndarray, " n"], Float[np.ndarray, "n 3"]], Float64[np.ndarray, "n 4"]]
"""(faces [N], weights of their corners [N, 3]) -> display colour and how much light is stopped, [N, 4] in [0, 1]."""
# Light that a wholly transmissive surface still stops, so that it is seen at all.
GLASS_STOPS = 0.2


@dataclass(frozen=True)
class Encoded:
    """A picture as it was in its file."""

    data: bytes
    mime: str


@dataclass(frozen=True)
class Texture:
    """A picture and how it lies on a part."""

    pixels: UInt8[np.ndarray, "h w channels"]
    """[H, W, 3] or [H, W, 4] uint8, row 0 on top."""
    uv_set: int = 0
    """Key of `Part.uvs`."""
    transform: tuple[float, float, float, float, float] = (0.0, 0.0, 0.0, 1.0, 1.0)
    """Offset u, v, rotation in radians, scale u, v, as KHR_texture_transform defines them."""
    wrap: tuple[Wrap, Wrap] = ("repeat", "repeat")
    """Along u and v."""
    nearest: bool = False
    """Take the nearest texel instead of blending four."""
    encoded: Encoded | None = None
    """The file, where it is to be kept."""

    def sample(self, uv: Float[np.ndarray, "n 2"]) -> Float64[np.ndarray, "n channels"]:
        """The texels, in [0, 1].

        Args:
            uv: [N, 2], v down, before the transform.

        Returns:
            [N, 3] or [N, 4] float64, encoded as the picture is.
        """
        u_offset, v_offset, rotation, u_scale, v_scale = self.transform
        c, s = math.cos(rotation), math.sin(rotation)
        scaled = uv * (u_scale, v_scale)
        # Counter-clockwise in an image whose v points down.
        placed = scaled @ np.array([[c, -s], [s, c]]) + (u_offset, v_offset)
        inside = np.stack([_wrapped(placed[:, k], self.wrap[k]) for k in (0, 1)], axis=1)
        if self.nearest:
            height, width = self.pixels.shape[:2]
            columns = np.clip((inside[:, 0] * width).astype(np.int64), 0, width - 1)
            rows = np.clip((inside[:, 1] * height).astype(np.int64), 0, height - 1)
            texels: Array = self.pixels[rows, columns] / 255.0
            return texels
        return sample_texture(self.pixels, np.stack([inside[:, 0], 1 - inside[:, 1]], axis=1))


def _wrapped(x: Array, how: Wrap) -> Array:
    """Coordinates brought into [0, 1]."""
    if how == "clamp":
        return np.clip(x, 0.0, 1.0)
    if how == "mirror":
        return 1.0 - np.abs(1.0 - np.mod(x, 2.0))
    return np.where((x >= 0) & (x <= 1), x, x - np.floor(x))


@dataclass(frozen=True)
class KeptTexture:
    """A texture that an extension of a material has, and the numbers beside it, such as a normal map's scale."""

    texture: Texture
    numbers: Mapping[str, float] = field(default_factory=dict)


Kept = Mapping[str, float | tuple[float, ...] | KeptTexture]
"""What an extension of a material says, by glTF's names."""


@dataclass(frozen=True)
class Material:
    """What a surface is made of (glTF 2.0, section 3.9)."""

    name: str = ""
    base_color: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    """Linear light, and alpha; multiplies the texture."""
    base_texture: Texture | None = None
    emission: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Linear light; multiplies the texture."""
    emission_texture: Texture | None = None
    roughness: float = 0.9
    metallic: float = 0.0
    alpha_mode: Literal["OPAQUE", "MASK", "BLEND"] = "OPAQUE"
    alpha_cutoff: float = 0.5
    transmission: float = 0.0
    """Share of light that goes through, in [0, 1]."""
    transmission_texture: Texture | None = None
    """Its red multiplies `transmission`; read where materials are not kept, else it is in `kept`."""
    double_sided: bool = False
    extra: Mapping[str, tuple[Texture, float]] = field(default_factory=dict)
    """Further textures by glTF's names (normalTexture, occlusionTexture, metallicRoughnessTexture) and their strength;
    read where materials are kept."""
    factors: tuple[float, float] | None = None
    """metallicFactor and roughnessFactor beside a metallicRoughnessTexture, where materials are kept."""
    unlit: bool = False
    kept: Mapping[str, Kept] = field(default_factory=dict)
    """Extensions of glTF that go through as they are, by name; read where materials are kept."""

    @property
    def is_clear(self) -> bool:
        """Whether light may go through it."""
        return self.alpha_mode != "OPAQUE" or self.transmission > 0

    @property
    def is_plain(self) -> bool:
        """Whether it is white and stops all light: as good as none."""
        no_texture = self.base_texture is None and self.emission_texture is None
        return no_texture and self.base_color[:3] == (1, 1, 1) and not any(self.emission) and not self.is_clear


@dataclass(frozen=True)
class Part:
    """Triangles of one material."""

    vertices: Float64[np.ndarray, "v 3"]
    """[V, 3] float64, metres, +Y up."""
    faces: Int64[np.ndarray, "f 3"]
    """[F, 3] int64, counter-clockwise from outside as far as the file says."""
    material: Material = field(default_factory=Material)
    uvs: Mapping[int, Float[np.ndarray, "v 2"]] = field(default_factory=dict)
    """[V, 2] by number of the set, v down."""
    colors: Float[np.ndarray, "v 4"] | None = None
    """[V, 4] in [0, 1]; multiply the base colour."""
    colors_are_linear: bool = True
    """glTF's are linear light, everybody else's are as displayed."""
    normals: Float[np.ndarray, "v 3"] | None = None
    """[V, 3], as authored; any length, zero or NaN where there is none."""
    name: str = ""
    """Of the node or object."""
    tangents: Float[np.ndarray, "v 4"] | None = None
    """[V, 4] direction of u and the sign of that of v, as glTF has them; read where materials are kept."""

    @property
    def is_plain(self) -> bool:
        """Whether nothing says what colour it is."""
        return self.material.is_plain and self.colors is None


def paint_of(part: Part) -> Paint:
    """The colour of any place on a part.

    Base colour texture x factor x vertex colour are multiplied in linear light (glTF 2.0, section 3.9.2). Light that
    the surface sends out is shown where it is brighter than what it reflects: files without a place for emission keep
    what a picture on a black base showed.
    """
    material = part.material
    base, glow, glass = material.base_texture, material.emission_texture, material.transmission_texture
    base_uv = None if base is None else part.uvs.get(base.uv_set)
    glow_uv = None if glow is None else part.uvs.get(glow.uv_set)
    glass_uv = None if glass is None else part.uvs.get(glass.uv_set)
    factor, emission = np.array(material.base_color, np.float64), np.array(material.emission, np.float64)
    colors = part.colors
    # Without any product the encoded values stay as they are: decoding and encoding would only round them.
    only_texture = base_uv is not None and colors is None and bool((factor[:3] == 1).all()) and not emission.any()
    only_colors = (
        base_uv is None and colors is not None and bool((factor[:3] == 1).all())
        and not emission.any() and not part.colors_are_linear
    )  # fmt: skip

    def paint(face: Int[np.ndarray, " n"], bary: Float[np.ndarray, "n 3"]) -> Float64[np.ndarray, "n 4"]:
        corners = part.faces[face]

        def at(values: Array) -> Array:
            between: Array = np.einsum("nk,nki->ni", bary, np.asarray(values, np.float64)[corners])
            return between

        out = np.ones((len(face), 4))
        shade = np.ones((len(face), 3))
        alpha = np.full(len(face), factor[3])
        texels = None
        if base is not None and base_uv is not None:
            texels = base.sample(at(np.nan_to_num(base_uv)))
            if texels.shape[1] == 4:
                alpha *= texels[:, 3]
        vertex = None if colors is None else np.clip(at(colors), 0.0, 1.0)
        if vertex is not None:
            alpha *= vertex[:, 3]
        if only_texture and texels is not None:
            out[:, :3] = texels[:, :3]
        elif only_colors and vertex is not None:
            out[:, :3] = vertex[:, :3]
        else:
            shade *= factor[:3]
            if texels is not None:
                shade *= srgb_to_linear(texels[:, :3])
            if vertex is not None:
                shade *= vertex[:, :3] if part.colors_are_linear else srgb_to_linear(vertex[:, :3])
            if emission.any():
                sent = np.broadcast_to(emission, shade.shape)
                if glow is not None and glow_uv is not None:
                    sent = sent * srgb_to_linear(glow.sample(at(np.nan_to_num(glow_uv)))[:, :3])
                shade = np.maximum(shade, sent)
            out[:, :3] = linear_to_srgb(np.clip(shade, 0.0, 1.0))
        through = np.full(len(face), material.transmission * (1 - material.metallic))
        if glass is not None and glass_uv is not None:
            through *= glass.sample(at(np.nan_to_num(glass_uv)))[:, 0]
        out[:, 3] = _stopped(alpha, material, through)
        return out

    return paint


def _stopped(alpha: Array, material: Material, through: Array) -> Array:
    """How much light is stopped (glTF 2.0, section 3.9.4; KHR_materials_transmission) of what a share goes through."""
    if material.alpha_mode == "MASK":
        stopped = (alpha >= material.alpha_cutoff).astype(np.float64)
    elif material.alpha_mode == "BLEND":
        stopped = np.clip(alpha, 0.0, 1.0)
    else:
        stopped = np.ones_like(alpha)
    return stopped * (1 - through * (1 - GLASS_STOPS))
