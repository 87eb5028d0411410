"""What a family makes, and the catalogue of families.

A family is a function of a random generator, under a noun:

    @sculpture("stool", synonyms=("bar stool",), size=(0.5, 1.0), words=("tall",))
    def stool(rng: np.random.Generator) -> Sculpture: ...

It stands in a module of one of the folders FAMILIES; `catalogue` imports them all. Frame: metres, +Y up, +Z the front.
"""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bozzetto.foundry.sculpt.materials import Material
from bozzetto.foundry.sculpt.solids import Solid, arrays, union

Array = NDArray[np.float64]
Point = tuple[float, float, float]

FAMILIES = ("buildings", "creatures", "food", "items", "plants", "vehicles")
"""Folders beside this module whose modules hold families; those that are not there have none."""
CREASE = 35.0
"""Degrees between neighbouring faces beyond which their edge is sharp."""


@dataclass(frozen=True)
class Part:
    """A named piece of one material.

    Args:
        name: of the part, such as "handle"; several parts may share it.
        solid: closed.
        material: what it is made of.
        smooth: degrees between neighbouring faces up to which they are shaded as one surface; 0 shades each face flat,
            180 all as one.
        paint: points [N, 3] (metres) -> sRGB colours [N, 3] in [0, 1], which then stand for the material's colour. It
            is evaluated per vertex, so the solid must be as fine as the pattern (`refine_to_length`).
    """

    name: str
    solid: Solid
    material: Material
    smooth: float = CREASE
    paint: Callable[[Array], Array] | None = None


@dataclass(frozen=True)
class Sculpture:
    """An object: parts in one frame, standing on y = 0 unless it hangs or floats.

    Args:
        parts: what it consists of.
        anchors: named points [3], metres: where something rests or is held, such as "top", "seat", "head", "hand".
        words: of the words that its family declares, those that are true of this one.
    """

    parts: tuple[Part, ...]
    anchors: Mapping[str, Point] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[Array, Array]:
        """Lowest and highest corner [3]."""
        boxes = np.array([part.solid.bounding_box() for part in self.parts])
        return boxes[:, :3].min(0), boxes[:, 3:].max(0)

    @property
    def size(self) -> float:
        """Metres from corner to corner of its box."""
        low, high = self.bounds
        return float(np.linalg.norm(high - low))

    @property
    def n_faces(self) -> int:
        """Triangles of all parts."""
        return sum(part.solid.num_tri() for part in self.parts)

    def moved(self, offset: Point) -> Sculpture:
        """Shifted, anchors and paint too."""
        shift = np.array(offset)
        return self._placed(lambda solid: solid.translate(offset), np.eye(3), shift)

    def grounded(self) -> Sculpture:
        """Shifted so that its lowest point is on y = 0."""
        return self.moved((0.0, -float(self.bounds[0][1]), 0.0))

    def turned(self, degrees: float) -> Sculpture:
        """Turned about the Y axis, from +Z towards +X, anchors and paint too."""
        cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        turn = np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]])
        return self._placed(lambda solid: solid.rotate((0, degrees, 0)), turn, np.zeros(3))

    def scaled(self, factor: float) -> Sculpture:
        """Larger or smaller about the origin, anchors and paint too."""
        return self._placed(lambda solid: solid.scale((factor,) * 3), factor * np.eye(3), np.zeros(3))

    def _placed(self, place: Callable[[Solid], Solid], matrix: Array, shift: Array) -> Sculpture:
        """The parts placed, and anchors and paint carried along by x -> matrix x + shift."""
        back = np.linalg.inv(matrix).T

        def carried(paint: Callable[[Array], Array] | None) -> Callable[[Array], Array] | None:
            return None if paint is None else lambda points: paint((points - shift) @ back)

        parts = tuple(replace(part, solid=place(part.solid), paint=carried(part.paint)) for part in self.parts)
        anchors = {name: at(matrix @ np.array(where) + shift) for name, where in self.anchors.items()}
        return replace(self, parts=parts, anchors=anchors)


def at(values: Array | tuple[float, ...]) -> Point:
    """Three floats."""
    x, y, z = (float(value) for value in values)
    return x, y, z


def finished(parts: Sequence[Part], size: float, anchors: Mapping[str, Point] | None = None) -> Sculpture:
    """Parts made in units of their own, put on the ground, `size` metres a unit; with an anchor `top` in any case."""
    done = Sculpture(tuple(parts), anchors or {}).grounded().scaled(size)
    return replace(done, anchors={"top": (0.0, float(done.bounds[1][1]), 0.0), **done.anchors})


class Assembly:
    """A sculpture as it grows: solids of one name and material become one part."""

    def __init__(self) -> None:
        self._solids: dict[tuple[str, Material, float], list[Solid]] = {}

    def add(self, name: str, material: Material, *solids: Solid, smooth: float = CREASE) -> None:
        """Adds solids to the part of this name, material and smoothness."""
        self._solids.setdefault((name, material, smooth), []).extend(s for s in solids if not s.is_empty())

    def build(self, anchors: Mapping[str, Point] | None = None, words: tuple[str, ...] = ()) -> Sculpture:
        """The sculpture; overlapping solids of a part are united."""
        parts = tuple(
            Part(name, solids[0] if len(solids) == 1 else union(solids), material, smooth)
            for (name, material, smooth), solids in self._solids.items()
            if solids
        )
        return Sculpture(parts, anchors or {}, words)


@dataclass(frozen=True)
class Family:
    """A noun that can be sculpted.

    Args:
        noun: what it is called.
        make: generator -> Sculpture.
        size: least and greatest metres from corner to corner.
        synonyms: other names of it. kinds: nearly the same things, which are read as this one. plural: where it is
            irregular, else None.
        words: adjectives that an instance may carry. material: the adjective of its usual material, or None.
        tint: whether a colour word may re-colour its main colour.
    """

    noun: str
    make: Callable[[np.random.Generator], Sculpture]
    size: tuple[float, float]
    synonyms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    plural: str | None = None
    words: tuple[str, ...] = ()
    material: str | None = None
    tint: bool = True

    def sculpt(self, seed: int) -> Sculpture:
        """The instance of a seed, always the same."""
        return self.make(np.random.default_rng([zlib.crc32(self.noun.encode()), seed]))


_FOUND: dict[str, Family] = {}


def sculpture(
    noun: str,
    *,
    size: tuple[float, float],
    synonyms: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    plural: str | None = None,
    words: tuple[str, ...] = (),
    material: str | None = None,
    tint: bool = True,
) -> Callable[[Callable[[np.random.Generator], Sculpture]], Callable[[np.random.Generator], Sculpture]]:
    """Puts the function below it into the catalogue; arguments as of `Family`.

    Raises:
        ValueError: another family has this noun.
    """

    def enter(make: Callable[[np.random.Generator], Sculpture]) -> Callable[[np.random.Generator], Sculpture]:
        found = _FOUND.get(noun)
        if found is not None and found.make.__module__ != make.__module__:
            raise ValueError(f"{noun!r} is sculpted by {found.make.__module__} and by {make.__module__}")
        _FOUND[noun] = Family(noun, make, size, synonyms, kinds, plural, words, material, tint)
        return make

    return enter


@cache
def catalogue() -> Mapping[str, Family]:
    """All families by noun, in order of their nouns.

    Raises:
        ImportError: manifold3d is not installed; the message says how to install it.
    """
    home = __name__.rpartition(".")[0]
    package = importlib.import_module(home)
    for folder in pkgutil.iter_modules(package.__path__):
        if folder.name in FAMILIES:
            inner = importlib.import_module(f"{home}.{folder.name}")
            for module in pkgutil.iter_modules(inner.__path__):
                importlib.import_module(f"{home}.{folder.name}.{module.name}")
    return dict(sorted(_FOUND.items()))


def sculpt(noun: str, seed: int = 0) -> Sculpture:
    """An instance of a noun.

    Raises:
        ValueError: no family has this noun.
    """
    families = catalogue()
    if noun not in families:
        raise ValueError(f"nothing called {noun!r} can be sculpted; there are: {', '.join(families)}")
    return families[noun].sculpt(seed)


@dataclass(frozen=True)
class Surface:
    """Triangles of a part, with vertices shared only where they are smooth.

    Args:
        vertices, normals: [V, 3]. faces: [F, 3]. colours: [V, 3] sRGB in [0, 1], or None where the material's is meant.
    """

    vertices: Array
    normals: Array
    faces: NDArray[np.int64]
    colours: Array | None


def surface(part: Part) -> Surface:
    """The part's triangles with normals: at each corner the mean, by angle, of the faces about it within `smooth`."""
    points, faces = arrays(part.solid)
    corners = points[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(cross, axis=1, keepdims=True)
    flat = cross / np.maximum(length, 1e-20)
    normal = np.repeat(flat, 3, 0)
    if part.smooth > 0:
        ahead = np.roll(corners, -1, 1) - corners
        ahead /= np.maximum(np.linalg.norm(ahead, axis=2, keepdims=True), 1e-20)
        angle = np.arccos(np.clip(-(ahead * np.roll(ahead, 1, 1)).sum(2), -1, 1)).reshape(-1)
        first, second = _pairs_at_vertices(faces.reshape(-1), len(points))
        near = (normal[first] * normal[second]).sum(1) >= np.cos(np.radians(part.smooth)) - 1e-9
        first, second = first[near], second[near]
        total = np.zeros_like(normal)
        for axis in range(3):
            weight = normal[second, axis] * angle[second]
            total[:, axis] = np.bincount(first, weight, minlength=len(normal))
        norm = np.linalg.norm(total, axis=1, keepdims=True)
        normal = np.where(norm > 1e-12, total / np.maximum(norm, 1e-12), normal)
    # Corners at the same vertex with the same normal are one.
    key = np.concatenate([faces.reshape(-1, 1), np.round(normal * 2048).astype(np.int64)], 1)
    _, kept, index = np.unique(key, axis=0, return_index=True, return_inverse=True)
    vertices = points[faces.reshape(-1)[kept]]
    colours = None if part.paint is None else np.clip(np.asarray(part.paint(vertices), float), 0, 1)
    return Surface(vertices, normal[kept], index.reshape(-1, 3), colours)


def _pairs_at_vertices(vertex: NDArray[np.int64], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All pairs (i, j), i = j included, of corners at the same vertex."""
    order = np.argsort(vertex, kind="stable")
    number = np.bincount(vertex, minlength=count)
    start = np.concatenate([[0], np.cumsum(number)[:-1]])
    per_corner = number[vertex]
    first = np.repeat(np.arange(len(vertex)), per_corner)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(per_corner) - per_corner, per_corner)
    second = order[np.repeat(start[vertex], per_corner) + offset]
    return first, second
