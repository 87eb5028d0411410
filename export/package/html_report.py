"""The export's report for people: one HTML page that holds its pictures, without scripts or references to anywhere."""

from __future__ import annotations

import base64
import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import numpy as np
from PIL import Image

from bozzetto.export.mesh.mesh import Array, Mesh
from bozzetto.export.mesh.raster import flat_shaded, rasterize
from bozzetto.export.texture.compare import ViewScores

LIGHT = (0.4, 0.6, 0.7)
SIZE = 224
STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid #ddd}
table{border-collapse:collapse;margin:.5rem 0}th,td{padding:.15rem .8rem .15rem 0;text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left}th{font-weight:600;border-bottom:1px solid #ccc}
figure{display:inline-block;margin:0 .6rem .6rem 0;vertical-align:top}figcaption{font-size:.85rem;color:#555}
img{display:block;border:1px solid #eee;max-width:100%}.bad{color:#b00020;font-weight:600}.good{color:#1b6e2e}
code{font-size:.9em}
"""


def to_json(report: Mapping[str, Any]) -> bytes:
    """The report as indented JSON; infinite and missing numbers become null.

    Args:
        report: JSON values, in which floats may be NaN or infinite.
    """
    return (json.dumps(_finite(report), indent=2, allow_nan=False) + "\n").encode()


def report_page(
    report: Mapping[str, Any],
    *,
    levels: Sequence[Mesh],
    high_poly: Mesh | None = None,
    hull: Mesh | None = None,
    quads: Mesh | None = None,
    scores: ViewScores | None = None,
) -> bytes:
    """One self-contained HTML page.

    Args:
        report: what report.json holds.
        levels: the meshes, in a frame in which they fit the ball of radius 1 about the origin.
        high_poly: the surface before simplification.
        hull: for collisions.
        quads: the quad-dominant version, its quads split.
        scores: renders of level 0 and of what it was made from.

    Returns:
        The bytes of the file.
    """
    source = report.get("source", {})
    title = str(source.get("prompt") or source.get("file") or "mesh")
    parts = [f"<h1>Export report: {escape(title)}</h1>", _summary(report)]
    first = levels[0]
    parts += ["<h2>Object</h2>", *_around(first)]
    parts += ["<h2>Geometry</h2>"]
    parts += [
        _figure(_view(_plain(first)), f"level 0, {len(first.faces):,} faces"),
        _figure(_normals(first), "normals"),
    ]
    parts += [_figure(_view(flat_shaded(_plain(first))), "faces")]
    if high_poly is not None:
        parts += [_figure(_view(_plain(high_poly)), f"before simplification, {len(high_poly.faces):,} faces")]
    if hull is not None:
        parts += [_figure(_view(flat_shaded(_plain(hull))), f"collision hull, {len(hull.faces):,} faces")]
    if quads is not None:
        row = report["quads"]
        apart = row["deviation_percent"]
        caption = f"{row['quads']:,} quads and {row['triangles']:,} triangles, off by {apart['mean']:.3f} % on average"
        parts += [_figure(_view(flat_shaded(quads)), caption)]
    parts += [_levels_table(report)]
    if len(levels) > 1:
        parts += ["<h2>Levels of detail</h2>"]
        parts += [_figure(_view(mesh), f"level {k}, {len(mesh.faces):,} faces") for k, mesh in enumerate(levels)]
        parts += [_figure(_view(flat_shaded(_plain(mesh))), f"level {k}, faces") for k, mesh in enumerate(levels)]
    if first.uv is not None:
        parts += ["<h2>Atlas</h2>", _figure(_layout(first), "layout")]
        for name, image in (
            ("base colour", first.texture), ("normals, tangent space", first.normal_map), ("occlusion", first.occlusion)
        ):  # fmt: skip
            if image is not None:
                parts.append(_figure(_thumbnail(image), f"{name}, {image.shape[1]} x {image.shape[0]}"))
        parts += [_uv_table(report)]
    if scores is not None:
        parts += ["<h2>Compared with the source</h2>", _views_table(report)]
        for k in range(0, len(scores.made), max(1, len(scores.made) // 4)):
            difference = np.abs(scores.made[k] - scores.truth[k]) * 4
            strip = np.concatenate([scores.truth[k], scores.made[k], 1 - np.clip(difference, 0, 1)], axis=1)
            parts.append(_figure(_bytes_of(strip), f"view {k}: source, mesh, difference x 4"))
    parts += ["<h2>glTF validator</h2>", _validator_table(report)]
    parts += ["<h2>Files</h2>", _table(("file", "bytes"), [(k, f"{v:,}") for k, v in report.get("files", {}).items()])]
    parts += ["<h2>Time</h2>"]
    parts += [_table(("part", "seconds"), [(k, f"{v:.2f}") for k, v in report.get("seconds", {}).items()])]
    parts += ["<h2>Provenance</h2>", _table(("", ""), [(k, str(v)) for k, v in source.items()])]
    body = "\n".join(parts)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'.encode()


def _summary(report: Mapping[str, Any]) -> str:
    level = report["levels"][0]
    health, size = level["health"], report["size_m"]
    closed = health["watertight"] and health["winding_outward"]
    rows = [
        ("size", " x ".join(f"{x:.4g}" for x in size) + " m"),
        ("preset", report.get("preset") or "none"),
        ("surface", _mark(closed, "closed, manifold, wound outward", _faults(health))),
        (
            "Hausdorff distance from the high-poly surface",
            f"{level['deviation_percent']['hausdorff']:.3f} % of the diagonal",
        ),
    ]
    if level["uv"] is not None:
        good = level["uv"]["overlap"] < 1e-3
        rows.append(("overlap in the UV atlas", _mark(good, "none", f"{100 * level['uv']['overlap']:.2f} %")))
    if report.get("views"):
        rows.append(
            (
                "similarity to the source",
                f"PSNR {report['views']['psnr']:.1f} dB, silhouettes IoU {report['views']['iou']:.3f}",
            )
        )
    validator = report.get("validator")
    if validator:
        errors = sum(r["errors"] for r in validator.values())
        warnings = sum(r["warnings"] for r in validator.values())
        found = f"{errors} errors, {warnings} warnings"
        rows.append(("glTF validator", _mark(not errors + warnings, found, found)))
    notes = [("note", escape(str(note))) for note in report.get("notes", [])]
    cells = "".join(f"<tr><td>{escape(a)}</td><td style='text-align:left'>{b}</td></tr>" for a, b in [*rows, *notes])
    return f"<table>{cells}</table>"


def _faults(health: Mapping[str, Any]) -> str:
    found = [
        (health["boundary_edges"], "open edges"),
        (health["nonmanifold_edges"], "non-manifold edges"),
        (health["flipped_edges"], "edges whose faces disagree"),
    ]
    return ", ".join(f"{count:,} {what}" for count, what in found if count) or "wound inward"


def _mark(good: bool, yes: str, no: str) -> str:
    return f'<span class="{"good" if good else "bad"}">{escape(yes if good else no)}</span>'


def _levels_table(report: Mapping[str, Any]) -> str:
    rows = []
    for level in report["levels"]:
        apart, health = level["deviation_percent"], level["health"]
        rows.append(
            (
                level["name"], f"{level['faces']:,}", f"{level['vertices']:,}", health["n_parts"],
                "-" if health["genus"] is None else health["genus"], health["boundary_edges"],
                health["nonmanifold_edges"], f"{apart['hausdorff']:.3f}", f"{apart['mean']:.4f}",
            )
        )  # fmt: skip
    head = ("level", "faces", "vertices", "parts", "handles", "open", "non-manifold", "Hausdorff %", "mean %")
    return _table(head, rows)


def _uv_table(report: Mapping[str, Any]) -> str:
    rows = []
    for level in report["levels"]:
        uv = level["uv"]
        if uv is not None:
            rows.append(
                (
                    level["name"], uv["method"], uv["charts"], level["texture"], f"{100 * uv['utilisation']:.1f}",
                    f"{100 * uv['overlap']:.3f}", f"{uv['stretch']:.3f}", f"{uv['stretch_worst']:.2f}",
                    f"{uv['texels_per_metre']:.0f}", f"{uv['density_spread']:.2f}", uv["flat_faces"],
                )
            )  # fmt: skip
    head = (
        "level",
        "method",
        "charts",
        "texels",
        "used %",
        "overlap %",
        "stretch",
        "worst",
        "texels/m",
        "evenness",
        "flat",
    )
    return _table(head, rows)


def _views_table(report: Mapping[str, Any]) -> str:
    views = report["views"]
    keys = ("psnr", "psnr_worst", "psnr_surface", "psnr_rim", "psnr_limit")
    row = (views["n"], *("-" if views[key] is None else f"{views[key]:.2f}" for key in keys), f"{views['iou']:.4f}")
    head = ("views", "PSNR dB", "worst", "inside", "at the rim", "limit of an opaque surface", "IoU of silhouettes")
    return _table(head, [row])


def _validator_table(report: Mapping[str, Any]) -> str:
    found = report.get("validator")
    if not found:
        return "<p>Not run: no glTF validator was found, or no GLB was written.</p>"
    rows = [(name, r["errors"], r["warnings"], r["infos"], r["hints"]) for name, r in found.items()]
    messages = [f"<li>{escape(name)}: {escape(text)}</li>" for name, r in found.items() for text in r["messages"]]
    version = next(iter(found.values()))["validator"]
    table = _table(("file", "errors", "warnings", "infos", "hints"), rows)
    return f"<p>Khronos glTF Validator {escape(version)}</p>{table}<ul>{''.join(messages)}</ul>"


def _table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{body}</table>"


def _figure(data: bytes, caption: str) -> str:
    text = base64.b64encode(data).decode()
    return (
        f'<figure><img alt="{escape(caption)}" src="data:image/webp;base64,{text}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _bytes_of(image: Array) -> bytes:
    """A picture in [0, 1] or uint8 as WebP."""
    if image.dtype != np.uint8:
        image = (np.clip(image, 0, 1) * 255 + 0.5).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(image).convert("RGB").save(buffer, "WEBP", quality=88, method=2)
    return buffer.getvalue()


def _around(mesh: Mesh) -> list[str]:
    azimuth = np.arange(4) * math.pi / 2
    images = rasterize(mesh, azimuth, math.radians(15), SIZE, SIZE, light=LIGHT, ambient=0.55).over(1.0)
    return [
        _figure(_bytes_of(image), side) for side, image in zip(("front", "right", "back", "left"), images, strict=True)
    ]


def _view(mesh: Mesh) -> bytes:
    image = rasterize(mesh, math.radians(30), math.radians(20), SIZE, SIZE, light=LIGHT, ambient=0.35)
    return _bytes_of(image.over(1.0)[0])


def _normals(mesh: Mesh) -> bytes:
    image = rasterize(mesh, math.radians(30), math.radians(20), SIZE, SIZE)
    alpha = image.alpha[0][..., None]
    return _bytes_of((image.normal[0] + alpha) / 2 + (1 - alpha))


def _plain(mesh: Mesh) -> Mesh:
    return replace(mesh, texture=None, colors=None)


def _thumbnail(image: Array, size: int = 320) -> bytes:
    picture = Image.fromarray(image).convert("RGB")
    picture.thumbnail((size, size), Image.Resampling.LANCZOS)
    return _bytes_of(np.asarray(picture))


def _layout(mesh: Mesh, size: int = 320) -> bytes:
    """The atlas's faces, each with a colour of its own, drawn as a mesh in the plane of the picture."""
    assert mesh.uv is not None
    corners = mesh.uv[mesh.faces].reshape(-1, 2)
    # The camera's focal plane: one unit is half the picture at the prior's distance.
    flat = np.concatenate([(corners * 2 - 1), np.zeros((len(corners), 1))], axis=1).astype(np.float32)
    shades = np.random.default_rng(0).integers(70, 235, (len(mesh.faces), 3)).astype(np.uint8)
    sheet = Mesh(flat, np.arange(len(flat), dtype=np.int32).reshape(-1, 3), colors=np.repeat(shades, 3, axis=0))
    image = rasterize(sheet, 0.0, 0.0, size, size, distance=10.0, fovy=2 * math.atan(0.1))
    return _bytes_of(image.over(1.0)[0])


def _finite(value: Any) -> Any:
    """NaN and infinity as None, at any depth."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {str(key): _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return value
