"""Pictures of the quality bench's results: a page of every run, contact sheets of the sets, a gallery of the best."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.atomic import write_bytes
from bozzetto.bench.page import (
    GALLERY_COLUMNS,
    GALLERY_SIDE,
    SHEET_SIDE,
    Exhibit,
    Tile,
    contact_sheet,
    gallery,
    quality_page,
)
from bozzetto.bench.quality import Bench, line_of, table_of
from bozzetto.bench.truth import Case, Pictures, mesh_views, relit_views
from bozzetto.export.files.glb import read_glb
from bozzetto.export.package.turntable import KEY_LIGHT
from bozzetto.jobs.store.runs import Run

GALLERY_SIZE = GALLERY_COLUMNS
"""Results of each set in the gallery: a row."""
BEST_OF = 3
"""It shows some of the best one in so many."""

SHEET_VIEWS = (1, 4)
"""Of the eight held-out ones, on the contact sheets: from the front right and above, and from behind."""


def write_page(result: dict[str, Any], out: Path) -> Path:
    """``quality.html`` in ``out``: every picture, worst first."""
    tiles = []
    for row in sorted((r for r in result["runs"] if r["known"]), key=badness):
        picture = out / "pictures" / f"{row['name']}.webp"
        tiles.append(Tile(line_of(row), picture.read_bytes() if picture.is_file() else None))
    unknown = [row["prompt"] for row in result["runs"] if not row["known"]]
    path = out / "quality.html"
    write_bytes(path, quality_page(result["about"], table_of(result), tiles, unknown))
    return path


def write_sheets(bench: Bench, result: dict[str, Any]) -> list[Path]:
    """A contact sheet of each set, ``SET.webp`` in the bench's folder: object and result in the same light, best first.

    Runs without a mesh are in it, as an empty picture.
    """
    written = []
    for name in result["sets"]:
        rows = [row for row in result["runs"] if row["set"] == name and "iou" in row]
        exhibits = []
        for row in sorted(rows, key=lambda row: -row["iou"]):
            case = Case(row["prompt"], bench.objects[row["noun"]], row["colour"])
            run = Run(bench.out / row["name"])
            if run.mesh is None:
                truth = bench.data.truth(case.object, case.colour)[0].numpy()
                drawn = np.ones((len(truth), SHEET_SIDE, SHEET_SIDE, 3))
            else:
                drawn, truth = (views.white for views in relit_views(run, bench.data, case, SHEET_SIDE))
            caption = f"{row['prompt'][:38]}  IoU {row['iou']:.2f}"
            exhibits.append(Exhibit(caption, truth[list(SHEET_VIEWS)], drawn[list(SHEET_VIEWS)]))
        if exhibits:
            written.append(bench.out / f"{name}.webp")
            write_bytes(written[-1], contact_sheet(exhibits))
    return written


def write_gallery(bench: Bench, result: dict[str, Any]) -> Path | None:
    """The most colourful of each set's best, a row of GALLERY, in soft light: ``gallery.webp``.

    Best is by the product of IoU, F-score and PSNR. No object is shown twice, in whatever set. None where no run has a
    mesh.
    """
    camera, light = np.radians([[35.0, 20.0]]), np.array([KEY_LIGHT])
    pictures: list[tuple[str, np.ndarray]] = []
    shown: set[str] = set()
    for name in result["sets"]:
        own = [row for row in result["runs"] if row["set"] == name and row.get("f_score") is not None]
        own.sort(key=lambda row: -row["iou"] * row["f_score"] * row["psnr"])
        views: dict[str, tuple[dict[str, Any], Pictures]] = {}
        for row in own[: max(GALLERY_SIZE, len(own) // BEST_OF)]:
            if row["noun"] not in shown and row["noun"] not in views:
                run = Run(bench.out / row["name"])
                assert run.mesh is not None
                views[row["noun"]] = row, mesh_views(read_glb(run.mesh), camera, GALLERY_SIDE, light, 0.55)
        chosen = sorted(views.values(), key=lambda one: -colourfulness(one[1]))[:GALLERY_SIZE]
        shown |= {row["noun"] for row, _ in chosen}
        pictures += [(row["prompt"], picture.white[0]) for row, picture in chosen]
    if not pictures:
        return None
    write_bytes(bench.out / "gallery.webp", gallery(pictures))
    return bench.out / "gallery.webp"


def colourfulness(views: Pictures) -> float:
    """How colourful the object in the first of some pictures is (Hasler and Suesstrunk 2003, the metric M3, of values
    in [0, 1]).
    """
    rgb = views.white[0][views.alpha[0] > 0.5]
    if not len(rgb):
        return 0.0
    opponent = np.stack([rgb[:, 0] - rgb[:, 1], (rgb[:, 0] + rgb[:, 1]) / 2 - rgb[:, 2]])
    return float(np.linalg.norm(opponent.std(1)) + 0.3 * np.linalg.norm(opponent.mean(1)))


def badness(row: dict[str, Any]) -> tuple[bool, bool, float]:
    """Sorts the worst first: diverged, then two-faced, then by IoU."""
    return not row.get("diverged"), not row.get("janus"), row.get("iou", 0.0)
