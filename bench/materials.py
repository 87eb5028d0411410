"""``python -m bozzetto.bench materials``: sheets of every material on three objects, and scores of painting by words.

Truth is the object with the solid texture itself, asked at every pixel's place. The figures are of what a mesh's maps
show of it: albedo, the four lights, roughness and metallic;
seams; the geometry's bits; and whether a judge that looks at pictures alone finds the right material.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
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
from bozzetto.export.material.paint import Coat, optics_of, painted, shade_of
from bozzetto.export.material.preview import LIGHTS, Framing, extent_of, framed, material_preview, pictured
from bozzetto.export.material.surface import Surface, plain
from bozzetto.export.mesh.clean import with_creases
from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.package.retexture import seam_difference
from bozzetto.export.texture.compare import psnr
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


def write_sheets(out: Path, say: Callable[[str], None] = print) -> list[Path]:
    """A sheet of each family: every material on the three objects, WebP.

    Args:
        out: folder; is made.
        say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    views = [framed(mesh, azimuth=0.55, elevation=0.3, size=SHEET_PIXELS) for mesh in shapes().values()]
    families: dict[str, list[MaterialEntry]] = {}
    for entry in material_list():
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
    """Materials on objects by lot, painted into maps, and scored against the materials themselves.

    Args:
        out: folder of materials.json and of the files.
        pairs: how many.
        texture_size: texels along a side of the maps.
        say: is told of each.
    """
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    bodies = {name: unwrap(mesh, texture_size).mesh for name, mesh in shapes().items()}
    names = [name for name in rng.permutation(sorted(MATERIALS))][:pairs]
    judge = Judge()
    rows: list[PairScore] = []
    views = {kind: _views(body) for kind, body in bodies.items()}
    for k, name in enumerate(names):
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


def _score(name: str, kind: str, body: Mesh, views: list[Framing], size: int, judge: Judge) -> tuple[PairScore, Mesh]:
    look = Look.of([name])
    start = time.perf_counter()
    made = painted(body, [Coat(look, extent=extent_of(body), seed=1)], size)
    seconds = time.perf_counter() - start
    albedo, relit, rough, metal, found, true = [], [], [], [], [], []
    shade, optics = shade_of(made), optics_of(made)
    for view in views:
        truth, normals = bent_normals(
            lambda at: look.shade(at, _own(len(at), body), OWN_MEAN), view.points, view.spacing
        )
        seen, seen_normals = shade(view.faces, view.bary)
        difference = linear_to_srgb(seen.albedo) - linear_to_srgb(truth.albedo)
        albedo.append(psnr(float((difference**2).mean())))
        rough.append(float(np.abs(seen.roughness - truth.roughness).mean()))
        metal.append(float(np.abs(seen.metallic - truth.metallic).mean()))
        for light in LIGHTS:
            pictures = [
                pictured(view, surface, n, o, environment=light) / 255.0
                for surface, n, o in ((truth, normals, look.optics), (seen, seen_normals, optics))
            ]
            hit = np.asarray(view.hit.reshape(PAIR_PIXELS, view.supersample, PAIR_PIXELS, -1).mean((1, 3)) > 0.5)
            relit.append(psnr(float(((pictures[0] - pictures[1])[hit] ** 2).mean())))
            if light is LIGHTS[0]:
                true.append(judge.features(pictures[0], hit))
                found.append(judge.features(pictures[1], hit))
    same = all(np.array_equal(getattr(made, a), getattr(body, a)) for a in ("vertices", "faces", "uv"))
    row = PairScore(
        name, kind, float(np.mean(albedo)), float(np.mean(relit)), float(np.mean(rough)), float(np.mean(metal)),
        seam_difference(made), same, judge.find(np.mean(found, 0)), judge.find(np.mean(true, 0)), round(seconds, 2),
    )  # fmt: skip
    return row, made


def _own(n: int, body: Mesh) -> Surface:
    """What an object without a texture is made of: what comes in any colour keeps it."""
    return plain(n, (OWN_MEAN,) * 3, body.roughness, metallic=body.metallic)


class Judge:
    """Tells materials by pictures: colour and gradient statistics of a ball of each, of other pieces and from other
    sides; the nearest in units of their spread. It has never seen the objects that it is asked about."""

    def __init__(self, per_material: int = 4) -> None:
        ball = _ball()
        views = [framed(ball, azimuth=a, elevation=0.2, size=PAIR_PIXELS) for a in np.linspace(0.2, 5.2, per_material)]
        self.names = sorted(MATERIALS)
        rows = []
        for name in self.names:
            look = Look.of([name])
            of = []
            for k, view in enumerate(views):
                moved = replace(view, points=replace(view.points, seed=11 + k))
                picture = material_preview(moved, look.shade, look.optics, environment=LIGHTS[0]) / 255.0
                hit = view.hit.reshape(PAIR_PIXELS, view.supersample, PAIR_PIXELS, -1).mean((1, 3)) > 0.5
                of.append(self.features(picture, hit))
            rows.append(of)
        known: Array = np.array(rows)
        self.means = known.mean(1)
        within = (known - self.means[:, None]).std((0, 1))
        self.scale = np.maximum(within, 0.02 * known.std((0, 1)) + 1e-6)

    def features(self, picture: Array, hit: Array) -> Array:
        """Of a picture [H, W, 3] in [0, 1] where `hit` [H, W]."""
        grey = picture.mean(-1)
        pixels = picture[hit]
        out = [*np.percentile(pixels, [10, 30, 50, 70, 90], axis=0).ravel()]
        chroma = pixels - pixels.mean(-1, keepdims=True)
        out += [*chroma.mean(0), *chroma.std(0)]
        for step in (1, 2, 4, 8):
            dx = np.abs(grey[:, step:] - grey[:, :-step])[hit[:, step:] & hit[:, :-step]]
            dy = np.abs(grey[step:] - grey[:-step])[hit[step:] & hit[:-step]]
            out += [
                np.log1p(50 * dx.mean()),
                np.log1p(50 * dy.mean()),
                float((dx > 0.08).mean()),
                float((dy > 0.08).mean()),
            ]
        return np.array(out)

    def find(self, features: Array) -> str:
        """The nearest material."""
        apart = np.abs((self.means - features) / self.scale)
        return self.names[int(np.minimum(apart, 6).sum(1).argmin())]


def _figures(rows: list[PairScore], checked: Any) -> dict[str, Any]:
    def spread(values: list[float]) -> dict[str, float]:
        ordered = np.sort(np.asarray(values))
        return {
            "mean": round(float(ordered.mean()), 3),
            "worst": round(float(ordered[0]), 3),
            "best": round(float(ordered[-1]), 3),
        }

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
