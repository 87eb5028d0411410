"""Triangle meshes, their measures and their health.

Conventions: right-handed, +Y up, the object's front faces +Z; faces wind counter-clockwise seen from outside.
`uv` has v UP: texel row 0 (the top row of the image) is v near 1, as in OBJ; the GLB writer turns it over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from jaxtyping import Bool, Float, Float32, Float64, Int, Int32, Int64, UInt8
from numpy.typing import NDArray

# SciPy is imported where it is used: it takes a quarter of a second, and whoever reads a prompt needs none of it.
if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Array = NDArray[Any]

MIN_OPAQUE_ALPHA = 250
"""Alpha of 255 from which a texel counts as opaque."""


@dataclass(frozen=True)
class PbrMaps:
    """How a surface's material is, beside its base colour, normals and occlusion: maps, and factors that multiply them.

    Maps share the base colour's UV. A factor without a map holds everywhere. Names are glTF 2.0's and those of its
    KHR_materials extensions.
    """

    roughness_metallic: UInt8[np.ndarray, "s t 2"] | None = None
    """[S, S, 2] uint8: roughness and metallic, in place of the mesh's factors; None leaves those."""
    transmission: float = 0.0
    """Share of light that goes in, in [0, 1]."""
    transmission_map: UInt8[np.ndarray, "a b"] | None = None
    """[S, S] uint8."""
    ior: float = 1.5
    """Index of refraction, at least 1."""
    attenuation_distance: float = 0.0
    """In half diagonals of the object; 0 does not weaken light."""
    attenuation: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Linear colour of white light after that distance."""
    emissive: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Linear, in [0, 1], times `emissive_strength`."""
    emission_map: UInt8[np.ndarray, "c d 3"] | None = None
    """[S, S, 3] uint8, display (sRGB-encoded)."""
    emissive_strength: float = 1.0
    coat: float = 0.0
    """Strength of a clear coat, in [0, 1]."""
    coat_map: UInt8[np.ndarray, "e f"] | None = None
    """[S, S] uint8."""
    coat_roughness: float = 0.0
    sheen: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Linear colour."""
    sheen_map: UInt8[np.ndarray, "g h 3"] | None = None
    """[S, S, 3] uint8, display (sRGB-encoded)."""
    sheen_roughness: float = 0.0
    anisotropy: float = 0.0
    """Stretch of the highlight along the tangents, in [0, 1]."""

    def __post_init__(self) -> None:
        for name, width in (
            ("roughness_metallic", 2), ("transmission_map", None), ("emission_map", 3), ("coat_map", None),
            ("sheen_map", 3),
        ):  # fmt: skip
            value = getattr(self, name)
            if value is not None and (value.ndim != (2 if width is None else 3) or (width and value.shape[2] != width)):
                expected = "[S, S]" if width is None else f"[S, S, {width}]"
                raise ValueError(f"{name} must be {expected}, got {list(value.shape)}")
        for name in ("transmission", "coat", "coat_roughness", "sheen_roughness", "anisotropy"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must be in [0, 1], got {getattr(self, name)}")
        if self.ior < 1 or self.emissive_strength < 0 or self.attenuation_distance < 0:
            raise ValueError(
                "ior must be at least 1, emissive_strength and attenuation_distance at least 0, got "
                f"{self.ior}, {self.emissive_strength}, {self.attenuation_distance}"
            )


@dataclass(frozen=True)
class Mesh:
    """A triangle mesh; one index per corner serves position, uv and normal alike."""

    vertices: Float32[np.ndarray, "v 3"]
    """[V, 3] float32, metres."""
    faces: Int32[np.ndarray, "f 3"]
    """[F, 3] int32, counter-clockwise from outside."""
    uv: Float32[np.ndarray, "v 2"] | None = None
    """[V, 2] float32 in [0, 1], v up."""
    normals: Float32[np.ndarray, "v 3"] | None = None
    """[V, 3] float32, unit, outward."""
    texture: UInt8[np.ndarray, "s t channels"] | None = None
    """[S, S, 3] uint8, display (sRGB-encoded) base colour, row 0 on top; or [S, S, 4], with alpha (opacity)."""
    colors: UInt8[np.ndarray, "v 3"] | None = None
    """[V, 3] uint8, display (sRGB-encoded) vertex colour, for meshes without a texture."""
    tangents: Float32[np.ndarray, "v 4"] | None = None
    """[V, 4] float32: unit tangent along +u, and the sign of the bitangent (along +v) sign * cross(normal, tangent)."""
    normal_map: UInt8[np.ndarray, "a b 3"] | None = None
    """[S, S, 3] uint8, tangent-space normals n as (n + 1) / 2, +Y up (OpenGL, glTF), row 0 on top."""
    occlusion: UInt8[np.ndarray, "c d"] | None = None
    """[S, S] uint8, share of the sky that is visible, row 0 on top; may be smaller than the texture."""
    roughness: float = 0.9
    """In [0, 1]."""
    metallic: float = 0.0
    """In [0, 1]."""
    glass_roughness: float = 0.1
    """Of transparent faces, in [0, 1]; glass is smooth."""
    double_sided: bool = False
    """Whether the backs of its faces are seen too."""
    pbr: PbrMaps | None = None
    """What more is known of its material; None is a plain dielectric of the roughness above."""

    def __post_init__(self) -> None:
        n_vertices = len(self.vertices)
        if self.vertices.ndim != 2 or self.vertices.shape[1] != 3:
            raise ValueError(f"vertices must be [V, 3], got {list(self.vertices.shape)}")
        if self.faces.ndim != 2 or self.faces.shape[1] != 3:
            raise ValueError(f"faces must be [F, 3], got {list(self.faces.shape)}")
        for name, width in (("uv", 2), ("normals", 3), ("colors", 3), ("tangents", 4)):
            value = getattr(self, name)
            if value is not None and value.shape != (n_vertices, width):
                raise ValueError(f"{name} must be [{n_vertices}, {width}], got {list(value.shape)}")
        if self.texture is not None and (self.texture.ndim != 3 or self.texture.shape[2] not in (3, 4)):
            raise ValueError(f"texture must be [S, S, 3] or [S, S, 4], got {list(self.texture.shape)}")
        if self.normal_map is not None and (self.normal_map.ndim != 3 or self.normal_map.shape[2] != 3):
            raise ValueError(f"normal_map must be [S, S, 3], got {list(self.normal_map.shape)}")
        if self.occlusion is not None and self.occlusion.ndim != 2:
            raise ValueError(f"occlusion must be [S, S], got {list(self.occlusion.shape)}")
        if not all(0 <= value <= 1 for value in (self.roughness, self.metallic, self.glass_roughness)):
            raise ValueError(
                "roughness, metallic and glass_roughness must be in [0, 1], got "
                f"{self.roughness}, {self.metallic}, {self.glass_roughness}"
            )
        if len(self.faces) and (self.faces.min() < 0 or self.faces.max() >= n_vertices):
            raise ValueError(f"faces index {self.faces.min()}..{self.faces.max()}, but there are {n_vertices} vertices")

    @property
    def has_alpha(self) -> bool:
        """Whether its texture has an alpha channel: parts of it are transparent."""
        return self.texture is not None and self.texture.shape[2] == 4


@dataclass(frozen=True)
class MeshHealth:
    """What can be wrong with a closed surface, measured on positions (uv seams are welded first)."""

    n_vertices: int
    n_faces: int
    n_parts: int
    boundary_edges: int
    """Edges with one face: holes."""
    nonmanifold_edges: int
    """Edges with more than two faces."""
    flipped_edges: int
    """Edges whose two faces run along them in the same direction."""
    euler: int
    """V - E + F."""
    volume: float
    """Signed, cubic metres; positive when faces wind outward."""
    area: float
    """Square metres."""

    @property
    def watertight(self) -> bool:
        """Whether each edge has exactly two faces."""
        return self.n_faces > 0 and self.boundary_edges == 0 and self.nonmanifold_edges == 0

    @property
    def winding_outward(self) -> bool:
        """Whether neighbouring faces agree on their side and the enclosed volume is positive."""
        return self.flipped_edges == 0 and self.volume > 0

    @property
    def genus(self) -> int | None:
        """Number of handles of all parts together, or None when the surface is not closed."""
        return (2 * self.n_parts - self.euler) // 2 if self.watertight else None


def without_alpha(mesh: Mesh) -> Mesh:
    """The same mesh, its texture without alpha."""
    return mesh if mesh.texture is None else replace(mesh, texture=mesh.texture[..., :3])


def transparent_faces(mesh: Mesh) -> Bool[np.ndarray, " f"]:
    """Which faces [F] are transparent, at any of 15 places over each.

    They get a material of their own: renderers draw what is blended without depth, so that an opaque lid within would
    be seen through the jar's far side.
    """
    if not mesh.has_alpha or mesh.uv is None or mesh.texture is None:
        return np.zeros(len(mesh.faces), bool)
    height, width = mesh.texture.shape[:2]
    corners = mesh.uv[mesh.faces].astype(np.float64)
    transparent = np.zeros(len(mesh.faces), bool)
    for i in range(5):
        for j in range(5 - i):
            uv = np.array([i, j, 4 - i - j]) / 4 @ corners
            columns = np.clip((uv[:, 0] * width).astype(np.int64), 0, width - 1)
            rows = np.clip(((1 - uv[:, 1]) * height).astype(np.int64), 0, height - 1)
            transparent |= mesh.texture[rows, columns, 3] < MIN_OPAQUE_ALPHA
    return transparent


def face_normals(vertices: Float[np.ndarray, "v 3"], faces: Int[np.ndarray, "f 3"]) -> Float64[np.ndarray, "f 3"]:
    """Face normals times twice the area.

    Args:
        vertices: [V, 3], metres.
        faces: [F, 3].

    Returns:
        [F, 3] float64, not normalised.
    """
    corners = vertices[faces].astype(np.float64)
    return np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])


def face_volumes(vertices: Float[np.ndarray, "v 3"], faces: Int[np.ndarray, "f 3"]) -> Float64[np.ndarray, " f"]:
    """Signed volumes of the tetrahedra from the origin to each face; their sum is the enclosed volume.

    Args:
        vertices: [V, 3], metres.
        faces: [F, 3].

    Returns:
        [F] float64, cubic metres.
    """
    corners = vertices[faces].astype(np.float64)
    volumes: Array = np.einsum("fi,fi->f", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) / 6.0
    return volumes


def vertex_adjacency(faces: Int[np.ndarray, "f 3"], n_vertices: int) -> csr_matrix:
    """Which vertices an edge joins: [n_vertices, n_vertices], 1 where one does, float64 and symmetric.

    Args:
        faces: [F, 3].
        n_vertices: vertices.
    """
    from scipy.sparse import coo_matrix

    rows = faces[:, [0, 1, 2, 1, 2, 0]].reshape(-1)
    cols = faces[:, [1, 2, 0, 0, 1, 2]].reshape(-1)
    adjacency = coo_matrix((np.ones(len(rows)), (rows, cols)), shape=(n_vertices, n_vertices)).tocsr()
    adjacency.data[:] = 1.0
    return adjacency


def neighbour_average(faces: Int[np.ndarray, "f 3"], n_vertices: int) -> csr_matrix:
    """What takes vertices' values to the means of their neighbours': [n_vertices, n_vertices]; 0 where there are none.

    Args:
        faces: [F, 3].
        n_vertices: vertices.
    """
    from scipy.sparse import csr_matrix, diags

    adjacency = vertex_adjacency(faces, n_vertices)
    degree = np.maximum(np.asarray(adjacency.sum(axis=1)).reshape(-1), 1.0)
    return csr_matrix(diags(1.0 / degree) @ adjacency)


def vertex_normals(vertices: Float[np.ndarray, "v 3"], faces: Int[np.ndarray, "f 3"]) -> Float32[np.ndarray, "v 3"]:
    """Unit vertex normals, faces weighted by their area and by their angle at the vertex.

    With the angle alone (Thuermer and Wuethrich 1998) the slivers of marching cubes, whose normals are noise, show.

    Args:
        vertices: [V, 3], metres. Vertices at exactly the same place share a normal, so uv seams do not show.
        faces: [F, 3].

    Returns:
        [V, 3] float32, unit; +Y where no face defines one.
    """
    first, inverse = same_position(vertices)
    welded = vertices[first].astype(np.float64)
    corners = inverse[faces]
    normals = face_normals(welded, corners)
    total = np.zeros_like(welded)
    for corner in range(3):
        here = welded[corners[:, corner]]
        a = welded[corners[:, (corner + 1) % 3]] - here
        b = welded[corners[:, (corner + 2) % 3]] - here
        angle = np.arctan2(np.linalg.norm(np.cross(a, b), axis=1), np.einsum("fi,fi->f", a, b))
        for axis in range(3):
            total[:, axis] += np.bincount(corners[:, corner], angle * normals[:, axis], len(welded))
    length = np.linalg.norm(total, axis=1, keepdims=True)
    total = np.where(length > 1e-20, total / np.maximum(length, 1e-20), [0.0, 1.0, 0.0])
    unit: Float32[np.ndarray, "v 3"] = total[inverse].astype(np.float32)
    return unit


def same_position(vertices: Float[np.ndarray, "v 3"]) -> tuple[Int64[np.ndarray, " u"], Int64[np.ndarray, " v"]]:
    """Groups vertices that lie at exactly the same place.

    Args:
        vertices: [V, 3].

    Returns:
        first: [U] index of the first vertex of each group; inverse: [V] group of each vertex.
    """
    # Adding zero turns -0.0 into 0.0, which differ as bytes.
    rows = np.ascontiguousarray(vertices.astype(np.float32) + np.float32(0.0))
    keys = rows.view(np.dtype((np.void, rows.dtype.itemsize * 3))).ravel()
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    return first, inverse.reshape(-1)


def part_labels(faces: Int[np.ndarray, "f 3"], n_vertices: int) -> tuple[int, Int[np.ndarray, " f"]]:
    """Connected parts, through shared vertices.

    Args:
        faces: [F, 3].
        n_vertices: number of vertices that `faces` may index.

    Returns:
        Number of parts that have a face, and [F] the part of each face.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if len(faces) == 0:
        return 0, np.zeros(0, np.int64)
    rows = np.concatenate([faces[:, 0], faces[:, 1]])
    cols = np.concatenate([faces[:, 1], faces[:, 2]])
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, cols)), shape=(n_vertices, n_vertices))
    _, labels = connected_components(graph, directed=False)
    used, of_face = np.unique(labels[faces[:, 0]], return_inverse=True)
    return len(used), of_face.reshape(-1)


def mesh_health(mesh: Mesh) -> MeshHealth:
    """Measures whether a mesh is closed, manifold and wound outward.

    Args:
        mesh: any mesh; vertices at exactly the same place are taken as one.

    Returns:
        Counts, signed volume and area.
    """
    first, inverse = same_position(mesh.vertices)
    vertices, faces = mesh.vertices[first], inverse[mesh.faces].astype(np.int64)
    used = np.unique(faces)
    start = faces.reshape(-1)
    end = faces[:, [1, 2, 0]].reshape(-1)
    low, high = np.minimum(start, end), np.maximum(start, end)
    key = low * np.int64(len(vertices)) + high
    unique, edge, count = np.unique(key, return_inverse=True, return_counts=True)
    balance = np.bincount(edge.reshape(-1), np.where(start < end, 1, -1), len(unique))
    n_parts, _ = part_labels(faces, len(vertices))
    return MeshHealth(
        n_vertices=len(used),
        n_faces=len(faces),
        n_parts=n_parts,
        boundary_edges=int((count == 1).sum()),
        nonmanifold_edges=int((count > 2).sum()),
        flipped_edges=int(((count == 2) & (balance != 0)).sum()),
        euler=len(used) - len(unique) + len(faces),
        volume=float(face_volumes(vertices, faces).sum()),
        area=float(np.linalg.norm(face_normals(vertices, faces), axis=1).sum() / 2),
    )


def bounds_of(mesh: Mesh) -> tuple[Float64[np.ndarray, " 3"], Float64[np.ndarray, " 3"]]:
    """The box around the vertices that faces use.

    Args:
        mesh: with at least one face.

    Returns:
        Lowest and highest corner, [3] float64 each, metres.
    """
    if len(mesh.faces) == 0:
        raise ValueError("a mesh without faces has no bounds")
    used = mesh.vertices[np.unique(mesh.faces)].astype(np.float64)
    return used.min(axis=0), used.max(axis=0)


def diagonal_of(mesh: Mesh) -> float:
    """Length of the bounding box's diagonal, metres."""
    low, high = bounds_of(mesh)
    return float(np.linalg.norm(high - low))


def select_faces(mesh: Mesh, keep: Bool[np.ndarray, " f"]) -> Mesh:
    """Keeps some faces and the vertices that they use.

    Args:
        mesh: any mesh.
        keep: [F] bool.

    Returns:
        The smaller mesh, with its attributes.
    """
    faces = mesh.faces[keep]
    used = np.zeros(len(mesh.vertices), bool)
    used[faces.reshape(-1)] = True
    renumber = np.cumsum(used) - 1

    def rows(value: Array | None) -> Array | None:
        return None if value is None else value[used]

    return replace(
        mesh,
        vertices=mesh.vertices[used],
        faces=renumber[faces].astype(np.int32),
        uv=rows(mesh.uv),
        normals=rows(mesh.normals),
        colors=rows(mesh.colors),
        tangents=rows(mesh.tangents),
    )
