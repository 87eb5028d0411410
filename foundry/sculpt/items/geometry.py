"""Geometric solids, exact and of one colour."""

import numpy as np

from bozzetto.foundry.sculpt import materials as m
from bozzetto.foundry.sculpt import solids as s
from bozzetto.foundry.sculpt.sculpture import Assembly, Sculpture, sculpture

GOLDEN = (1 + 5**0.5) / 2


def _plain(rng: np.random.Generator, solid: s.Solid, smooth: float = 35.0) -> Sculpture:
    """A solid of unit size, of some decimetres, on the ground."""
    a = Assembly()
    grey = m.PLASTIC.coloured("#7f95b0", "plastic").varied(rng, 0.06)
    a.add("solid", grey, solid.scale((float(rng.uniform(0.3, 0.5)),) * 3), smooth=smooth)
    done = a.build().grounded()
    return Sculpture(done.parts, {"top": (0.0, float(done.bounds[1][1]), 0.0)})


def _on_a_face(points: np.ndarray) -> s.Solid:
    """The convex hull of corners [N, 3], turned so that a face lies below and an edge of it, or a corner, in front."""
    solid = s.Solid.hull_points(np.ascontiguousarray(points, float))
    vertices, faces = s.arrays(solid)
    corners = vertices[faces[0]]
    normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    normal /= np.linalg.norm(normal)
    # The turn that brings this normal down, by Rodrigues' formula.
    axis = np.cross(normal, (0.0, -1.0, 0.0))
    sine, cosine = float(np.linalg.norm(axis)), float(-normal[1])
    if sine > 1e-9:
        x, y, z = axis / sine
        cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
        turn = np.eye(3) + sine * cross + (1 - cosine) * cross @ cross
        vertices = vertices @ turn.T
    vertices -= vertices.mean(0)
    low = vertices[vertices[:, 1] < vertices[:, 1].min() + 1e-6]
    yaw = np.arctan2(low[0, 0], low[0, 2])
    cos, sin = np.cos(-yaw), np.sin(-yaw)
    vertices = vertices @ np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]]).T
    return s.Solid.hull_points(np.ascontiguousarray(vertices))


@sculpture("cube", kinds=("geometric cube", "solid cube"), size=(0.5, 0.9))
def cube(rng: np.random.Generator) -> Sculpture:
    """A cube."""
    return _plain(rng, s.box(1, 1, 1))


@sculpture("sphere", kinds=("geometric sphere",), size=(0.5, 0.9))
def sphere(rng: np.random.Generator) -> Sculpture:
    """A sphere."""
    return _plain(rng, s.sphere(0.5, 96), 60)


@sculpture("cylinder", kinds=("geometric cylinder",), size=(0.4, 0.9))
def cylinder(rng: np.random.Generator) -> Sculpture:
    """An upright circular cylinder."""
    return _plain(rng, s.cylinder(1, float(rng.uniform(0.32, 0.42)), segments=96))


@sculpture("cone", kinds=("geometric cone",), size=(0.4, 0.9))
def cone(rng: np.random.Generator) -> Sculpture:
    """An upright circular cone."""
    return _plain(rng, s.cone(1, float(rng.uniform(0.4, 0.5)), 96))


@sculpture("torus", plural="tori", kinds=("geometric torus",), size=(0.4, 0.9))
def torus(rng: np.random.Generator) -> Sculpture:
    """A ring of circular section, lying."""
    minor = float(rng.uniform(0.13, 0.17))
    return _plain(rng, s.torus(0.5 - minor / 2, minor, 96, 48), 60)


@sculpture("prism", synonyms=("triangular prism",), kinds=("geometric prism",), size=(0.4, 0.9))
def prism(rng: np.random.Generator) -> Sculpture:
    """A prism over an equilateral triangle, on one of its sides."""
    half = 0.5
    return _plain(rng, s.extrude([(-half, 0), (half, 0), (0, half * 3**0.5)], float(rng.uniform(1.1, 1.4))))


@sculpture("hexagonal prism", kinds=("hexagonal column",), size=(0.4, 0.9))
def hexagonal_prism(rng: np.random.Generator) -> Sculpture:
    """An upright prism over a regular hexagon."""
    return _plain(rng, s.prism(1, float(rng.uniform(0.42, 0.5)), 6))


@sculpture("tetrahedron", plural="tetrahedra", synonyms=("triangular pyramid",), size=(0.3, 1.0))
def tetrahedron(rng: np.random.Generator) -> Sculpture:
    """A regular tetrahedron."""
    return _plain(rng, _on_a_face(np.array([(1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1)]) * 0.42))


@sculpture("octahedron", plural="octahedra", size=(0.4, 1.0))
def octahedron(rng: np.random.Generator) -> Sculpture:
    """A regular octahedron, standing on a corner."""
    corners = np.concatenate([np.eye(3), -np.eye(3)]) * 0.55
    return _plain(rng, s.Solid.hull_points(np.ascontiguousarray(corners)).rotate((0, 45, 0)))


@sculpture("dodecahedron", plural="dodecahedra", size=(0.4, 1.1))
def dodecahedron(rng: np.random.Generator) -> Sculpture:
    """A regular dodecahedron, on a face."""
    corners = [(x, y, z) for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)]
    for p in (-1 / GOLDEN, 1 / GOLDEN):
        for q in (-GOLDEN, GOLDEN):
            corners += [(0, p, q), (p, q, 0), (q, 0, p)]
    return _plain(rng, _on_a_face(np.array(corners) * 0.31))


@sculpture("icosahedron", plural="icosahedra", size=(0.4, 1.1))
def icosahedron(rng: np.random.Generator) -> Sculpture:
    """A regular icosahedron, on a face."""
    corners = [c for p in (-1, 1) for q in (-GOLDEN, GOLDEN) for c in ((0, p, q), (p, q, 0), (q, 0, p))]
    return _plain(rng, _on_a_face(np.array(corners) * 0.29))


@sculpture("hemisphere", synonyms=("half sphere",), size=(0.4, 0.9))
def hemisphere(rng: np.random.Generator) -> Sculpture:
    """Half a ball on its flat side."""
    return _plain(rng, s.sphere(0.55, 96).trim_by_plane((0, 1, 0), 0), 35)
