"""``python -m bozzetto.bench materials``: sheets of every material on three objects, and scores of painting by words.

sheets     every material, state and pattern on a ball, a vase and a chair
maps       materials painted into the maps of these three, beside the solid texture itself, asked at every pixel's
           place: albedo, the four lights, roughness and metallic; seams; the geometry's bits
pairs      runs of prompts with a material and a noun (`bozzetto.bench.material_pairs`)
outside    meshes from elsewhere, painted by words (`bozzetto.bench.texturing`)
stripped   known nouns without their colours, painted again by their names (the same)
bakes      beside what Infinigen baked of its like (`bozzetto.bench.material_bakes`)

A judge that looks at pictures alone says which material they show; beside it is what it says of the true object's.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter1d

from bozzetto.atomic import write_bytes
from bozzetto.export.files.glb_parts import NamedMesh, write_parts_glb
from bozzetto.export.files.materials import linear_to_srgb
from bozzetto.export.files.validator import validate
from bozzetto.export.material.bend import bent_normals
from bozzetto.export.material.look import MATERIALS, OWN_MEAN, Look
from bozzetto.export.material.paint import Coat, mesh_axis, optics_of, painted, shade_of
from bozzetto.export.material.preview import BEHIND, LIGHTS, Framing, extent_of, framed, material_preview, pictured
from bozzetto.export.material.surface import Optics, Surface, plain
from bozzetto.export.mesh.clean import with_creases
from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.texture.compare import psnr
from bozzetto.export.texture.seams import seam_difference
from bozzetto.export.texture.uv import unwrap
from bozzetto.jobs.bake.material import MaterialEntry, material_list

SHEET_PIXELS, SHEET_COLUMNS = 128, 3
"""Of one object on a sheet, and how many materials stand in a row."""
PAIR_PIXELS, VIEWS = 96, ((0.6, 0.25), (2.7, 0.25), (4.6, 0.5))
"""Of the pictures that are compared, and their azimuths and elevations, radians."""
CLOTHED = ("worn", "scratched", "dirty", "dusty", "weathered", "burnt", "frozen", "cracked", "wet", "wrinkled")
"""States that are shown on walnut."""


def shapes() -> dict[str, Mesh]:
    """A ball, a vase and a chair within the unit ball."""
    return {"ball": _ball(), "vase": _vase(), "chair": _chair()}


def shown_look(name: str) -> Look:
    """What a name is shown as: a state or pattern that lies on anything, over something plain."""
    look = Look.of([name])
    if look.material is not None:
        return look
    return replace(
        look,
        material=MATERIALS["walnut" if name in CLOTHED else "plastic"],
        colours=() if name in CLOTHED else ("blue",),
    )


def write_sheets(out: Path, say: Callable[[str], None] = print, only: Sequence[str] = ()) -> list[Path]:
    """A sheet of each family: every material on the three objects, WebP.

    Args:
        out: folder; is made.
        only: these families; all where there is none.
        say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    views = [framed(mesh, azimuth=0.55, elevation=0.3, size=SHEET_PIXELS) for mesh in shapes().values()]
    families: dict[str, list[MaterialEntry]] = {}
    for entry in material_list():
        if not only or entry.family in only:
            families.setdefault(entry.family, []).append(entry)
    written = []
    for family, entries in families.items():
        rows = -(-len(entries) // SHEET_COLUMNS)
        width, height = SHEET_COLUMNS * len(views) * SHEET_PIXELS, rows * (SHEET_PIXELS + 16)
        sheet = Image.new("RGB", (width, height), "white")
        draw = ImageDraw.Draw(sheet)
        for k, entry in enumerate(entries):
            look = shown_look(entry.name)
            left, top = k % SHEET_COLUMNS * len(views) * SHEET_PIXELS, k // SHEET_COLUMNS * (SHEET_PIXELS + 16)
            draw.text((left + 4, top + 2), entry.name, fill="black")
            for j, view in enumerate(views):
                picture = material_preview(view, look.shade, look.optics)
                sheet.paste(Image.fromarray(picture), (left + j * SHEET_PIXELS, top + 16))
        path = out / f"materials-{family}.webp"
        sheet.save(path, quality=82, method=6)
        written.append(path)
        say(f"{path} ({path.stat().st_size // 1024} kB)")
    return written


@dataclass(frozen=True)
class PairScore:
    """One material on one object: its maps beside the material itself."""

    material: str
    object: str
    albedo_psnr: float
    relit_psnr: float
    """Mean over four lights."""
    roughness_error: float
    """Mean absolute."""
    metallic_error: float
    seam: float | None
    """Mean difference of base colour across UV seams, share of full scale."""
    same_geometry: bool
    found: str
    """The material that the judge of pictures takes it for."""
    ceiling: str
    """The one that it takes the true object's pictures for."""
    seconds: float


def measure(out: Path, pairs: int, texture_size: int, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Materials on the three objects by lot, painted into maps, and scored against the materials themselves; what
    ``materials.json`` in the folder holds is kept.

    Args:
        out: folder of materials.json and of the files.
        pairs: how many.
        texture_size: texels along a side of the maps.
        say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / "materials.json"
    rows = [PairScore(**row) for row in json.loads(path.read_text())["rows"]] if path.is_file() else []
    rng = np.random.default_rng(0)
    bodies = {name: unwrap(mesh, texture_size).mesh for name, mesh in shapes().items()}
    names = [name for name in rng.permutation(sorted(MATERIALS))][:pairs]
    judge = MaterialJudge.taught(out / "judge.npz")
    views = {kind: _views(body) for kind, body in bodies.items()}
    for k, name in enumerate(names):
        if any(row.material == name for row in rows):
            continue
        kind = sorted(bodies)[k % len(bodies)]
        row, mesh = _score(str(name), kind, bodies[kind], views[kind], texture_size, judge)
        rows.append(row)
        if k < 12:
            write_parts_glb([NamedMesh(str(name), mesh)], out / f"{name}.glb".replace(" ", "_"))
        scores = f"albedo {row.albedo_psnr:.1f} dB, relit {row.relit_psnr:.1f} dB, judged {row.found}"
        say(f"{k + 1}/{len(names)} {name} on {kind}: {scores}")
        # What is there by now, should somebody end it.
        _write(out, rows, None)
    return _write(out, rows, validate(sorted(out.glob("*.glb"))))


def _write(out: Path, rows: list[PairScore], checked: Any) -> dict[str, Any]:
    result = {"figures": _figures(rows, checked), "rows": [asdict(row) for row in rows]}
    write_bytes(out / "materials.json", json.dumps(result, indent=1).encode())
    return result


def _views(body: Mesh) -> list[Framing]:
    views = [framed(body, azimuth=azimuth, elevation=elevation, size=PAIR_PIXELS) for azimuth, elevation in VIEWS]
    return [replace(view, points=replace(view.points, seed=1)) for view in views]


def _score(
    name: str, kind: str, body: Mesh, views: list[Framing], size: int, judge: MaterialJudge
) -> tuple[PairScore, Mesh]:
    look = Look.of([name])
    start = time.perf_counter()
    made = painted(body, [Coat(look, extent=extent_of(body), seed=1, axis=mesh_axis(body))], size)
    seconds = time.perf_counter() - start
    albedo, relit, rough, metal, found, true = [], [], [], [], [], []
    shade, optics = shade_of(made), optics_of(made)
    for view in views:
        truth, normals = bent_normals(
            lambda at: look.shade(at, _own(len(at), body), OWN_MEAN), view.points, view.spacing
        )
        seen, seen_normals = shade(view.faces, view.bary)
        hit = solid_pixels(view)
        difference = linear_to_srgb(seen.albedo) - linear_to_srgb(truth.albedo)
        albedo.append(psnr(float((difference**2).mean())))
        rough.append(float(np.abs(seen.roughness - truth.roughness).mean()))
        metal.append(float(np.abs(seen.metallic - truth.metallic).mean()))
        for light in LIGHTS:
            pictures = [
                pictured(view, surface, n, o, environment=light) / 255.0
                for surface, n, o in ((truth, normals, look.optics), (seen, seen_normals, optics))
            ]
            relit.append(psnr(float(((pictures[0] - pictures[1])[hit] ** 2).mean())))
        true.append(judge.features(_judged_pictures(view, truth, normals, look.optics), hit))
        found.append(judge.features(_judged_pictures(view, seen, seen_normals, optics), hit))
    same = all(np.array_equal(getattr(made, a), getattr(body, a)) for a in ("vertices", "faces", "uv"))
    row = PairScore(
        name, kind, float(np.mean(albedo)), float(np.mean(relit)), float(np.mean(rough)), float(np.mean(metal)),
        seam_difference(made), same, judge.find(np.mean(found, 0)), judge.find(np.mean(true, 0)), round(seconds, 2),
    )  # fmt: skip
    return row, made


def _own(n: int, body: Mesh) -> Surface:
    """What an object without a texture is made of: what comes in any colour keeps it."""
    return plain(n, (OWN_MEAN,) * 3, body.roughness, metallic=body.metallic)


class MaterialJudge:
    """Tells materials by pictures: statistics of colours and gradients, by linear discriminant analysis (Fisher 1936,
    one covariance within all classes). It is taught on other bodies, pieces and sides than it is asked about."""

    SHRINK = 0.15
    """Share of the covariance's own diagonal in it: it is estimated from a few pictures a class."""

    def __init__(self, known: Array, names: Sequence[str]) -> None:
        """Statistics [materials, pictures, F] of materials of those names."""
        self.names = tuple(names)
        self.means = known.mean(1)
        apart = (known - self.means[:, None]).reshape(-1, known.shape[-1])
        covariance = apart.T @ apart / max(len(apart) - len(known), 1)
        diagonal = np.diag(np.diag(covariance)) + 1e-4 * np.diag(known.reshape(-1, known.shape[-1]).var(0)) + 1e-9
        self.inverse = np.linalg.inv((1 - self.SHRINK) * covariance + self.SHRINK * diagonal)

    @classmethod
    def taught(cls, path: Path | None = None) -> MaterialJudge:
        """A judge of all materials, from a file that one was kept in (`.npz`), or taught and kept there."""
        names = sorted(MATERIALS)
        if path is not None and path.is_file():
            with np.load(path, allow_pickle=False) as stored:
                if list(stored["names"]) == names and int(stored["version"]) == JUDGE_VERSION:
                    return cls(stored["known"], names)
        sides = np.linspace(0.2, 5.4, len(_judged_bodies()))
        views = [
            replace(view, points=replace(view.points, seed=11 + k))
            for k, (body, side) in enumerate(zip(_judged_bodies(), sides, strict=True))
            for view in (framed(body, azimuth=side, elevation=0.3, size=PAIR_PIXELS),)
        ]
        known = np.array([[cls._shown(Look.of([name]), view) for view in views] for name in names])
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            buffer = io.BytesIO()
            np.savez_compressed(buffer, known=known, names=np.array(names), version=JUDGE_VERSION)
            write_bytes(path, buffer.getvalue())
        return cls(known, names)

    @classmethod
    def _shown(cls, look: Look, view: Framing) -> Array:
        surface, normals = bent_normals(lambda at: look.shade(at, None, OWN_MEAN), view.points, view.spacing)
        return cls.features(_judged_pictures(view, surface, normals, look.optics), solid_pixels(view))

    @staticmethod
    def features(pictures: Sequence[Array], hit: Array) -> Array:
        """Of pictures [H, W, 3] in [0, 1] of one view, base colour and two lights, where `hit` [H, W]."""
        out: list[Any] = []
        for picture in pictures:
            grey = picture.mean(-1)
            pixels = picture[hit]
            out += [*np.percentile(pixels, [10, 30, 50, 70, 90], axis=0).ravel()]
            chroma = pixels - pixels.mean(-1, keepdims=True)
            out += [*chroma.mean(0), *chroma.std(0)]
            for step in (1, 2, 4, 8):
                for dx in (
                    np.abs(grey[:, step:] - grey[:, :-step])[hit[:, step:] & hit[:, :-step]],
                    np.abs(grey[step:] - grey[:-step])[hit[step:] & hit[:-step]],
                ):
                    dx = dx if len(dx) else np.zeros(1)
                    out += [np.log1p(50 * dx.mean()), np.sqrt(float((dx > 0.08).mean()))]
        return np.array(out)

    def find(self, features: Array) -> str:
        """The likeliest material."""
        apart = self.means - features
        return self.names[int(np.einsum("mf,fg,mg->m", apart, self.inverse, apart).argmin())]


JUDGE_VERSION = 4


def _judged_pictures(view: Framing, surface: Surface, normals: Array, optics: Optics) -> list[Array]:
    """Base colour on grey, and two lights."""
    image = np.full((*view.hit.shape, 3), BEHIND)
    image[view.hit] = linear_to_srgb(surface.albedo)
    flat = image.reshape(view.size, view.supersample, view.size, view.supersample, 3).mean((1, 3))
    lit = [pictured(view, surface, normals, optics, environment=light) / 255.0 for light in (LIGHTS[0], LIGHTS[-1])]
    return [flat, *lit]


def solid_pixels(view: Framing) -> Array:
    """[S, S] bool: pixels of which more than half is the object."""
    solid: Array = view.hit.reshape(view.size, view.supersample, view.size, -1).mean((1, 3)) > 0.5
    return solid


@lru_cache(maxsize=1)
def _judged_bodies() -> tuple[Mesh, ...]:
    """What the judge sees materials on: round, tall, flat, thin, angular things, none of them a noun's."""
    bodies = [
        trimesh.creation.icosphere(subdivisions=4, radius=0.7),
        trimesh.creation.torus(major_radius=0.55, minor_radius=0.2, major_sections=64, minor_sections=32),
        trimesh.creation.capsule(height=0.8, radius=0.32, count=[32, 32]),
        trimesh.creation.box((0.9, 0.9, 0.9)),
        trimesh.creation.box((1.3, 0.25, 0.9)),
        trimesh.creation.cylinder(radius=0.5, height=0.9, sections=64),
        trimesh.creation.cone(radius=0.6, height=1.1, sections=64),
        trimesh.creation.annulus(r_min=0.35, r_max=0.7, height=0.3, sections=64),
    ]
    turns = np.random.default_rng(5)
    out = []
    for body in bodies:
        body.apply_transform(trimesh.transformations.random_rotation_matrix(turns.random(3)))
        body.apply_translation(-body.bounds.mean(0))
        mesh = Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32))
        out.append(with_creases(mesh, 0.7))
    return tuple(out)


def spread(values: Sequence[float]) -> dict[str, float]:
    """Mean, worst (the least) and best."""
    ordered = np.sort(np.asarray(values))
    return {
        "mean": round(float(ordered.mean()), 3),
        "worst": round(float(ordered[0]), 3),
        "best": round(float(ordered[-1]), 3),
    }


def _figures(rows: list[PairScore], checked: Any) -> dict[str, Any]:
    seams = [row.seam for row in rows if row.seam is not None]
    return {
        "pairs": len(rows),
        "albedo_psnr": spread([row.albedo_psnr for row in rows]),
        "relit_psnr": spread([row.relit_psnr for row in rows]),
        "roughness_error": round(float(np.mean([row.roughness_error for row in rows])), 4),
        "metallic_error": round(float(np.mean([row.metallic_error for row in rows])), 4),
        "seam_difference": round(float(np.mean(seams)), 5) if seams else None,
        "worst_seam": round(float(np.max(seams)), 5) if seams else None,
        "same_geometry": all(row.same_geometry for row in rows),
        "judge_finds": round(float(np.mean([row.found == row.material for row in rows])), 3),
        "judge_ceiling": round(float(np.mean([row.ceiling == row.material for row in rows])), 3),
        "validator": None
        if checked is None
        else {
            "errors": sum(c.errors for c in checked),
            "warnings": sum(c.warnings for c in checked),
            "files": len(checked),
        },
        "seconds": spread([row.seconds for row in rows]),
        "worst": [f"{row.material} on {row.object}" for row in sorted(rows, key=lambda row: row.albedo_psnr)[:5]],
    }


@lru_cache(maxsize=1)
def _ball() -> Mesh:
    ball = trimesh.creation.icosphere(subdivisions=5, radius=0.8)
    return with_creases(Mesh(np.asarray(ball.vertices, np.float32), np.asarray(ball.faces, np.int32)), 1.0)


@lru_cache(maxsize=1)
def _vase() -> Mesh:
    height = np.linspace(0, 1, 120)
    radius = np.interp(
        height, [0, 0.08, 0.35, 0.6, 0.78, 0.88, 0.95, 1], [0.30, 0.36, 0.58, 0.50, 0.24, 0.22, 0.30, 0.33]
    )
    radius, y = gaussian_filter1d(radius, 4, mode="nearest"), 1.64 * height - 0.82
    inner = [(r - 0.06, h) for r, h in zip(radius[60:-2], y[60:-2], strict=True)][::-1]
    line = [(0.0, y[0]), *zip(radius, y, strict=True), (radius[-1] - 0.05, y[-1] - 0.01), *inner, (0.0, y[60])]
    body = trimesh.creation.revolve(np.array(line), sections=128)
    vertices = np.asarray(body.vertices)[:, [0, 2, 1]].astype(np.float32)
    return with_creases(Mesh(vertices, np.ascontiguousarray(np.asarray(body.faces)[:, ::-1], np.int32)), 0.8)


@lru_cache(maxsize=1)
def _chair() -> Mesh:
    boxes: list[tuple[tuple[float, float, float], tuple[float, float, float]]] = [
        ((0, -0.08, 0), (0.9, 0.12, 0.9)),
        ((0, 0.58, -0.36), (0.62, 0.36, 0.06)),
        ((0, 0.2, -0.36), (0.62, 0.12, 0.06)),
    ]
    for x in (-0.36, 0.36):
        boxes += [((x, -0.45, 0.36), (0.11, 0.66, 0.11)), ((x, -0.01, -0.36), (0.11, 1.54, 0.11))]
    parts = []
    for middle, size in boxes:
        box = trimesh.creation.box(size)
        box.apply_translation(middle)
        parts.append(box)
    body = trimesh.util.concatenate(parts)
    assert isinstance(body, trimesh.Trimesh)
    return with_creases(Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32)), 0.6)
