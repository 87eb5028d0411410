"""A tiny foundry: three primitives with painted sides, really rendered, for the tests of the judge and the bench."""

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import trimesh

from bozzetto.foundry.assets import Asset, normalise, save_mesh
from bozzetto.foundry.views import TRUTH_VIEWS, render_views
from bozzetto.foundry.wavefront import Material, Wavefront
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.tint import COLOURS

NOUNS = ("barrel", "table", "lamp")


def lexicon() -> Lexicon:
    return Lexicon((*NOUNS, *COLOURS), {}, {}, frozenset(NOUNS))


def painted(body: trimesh.Trimesh, front, back) -> Wavefront:
    """A body whose faces before the middle have one colour, and those behind it another."""
    body = body.subdivide()
    none = np.full((len(body.faces), 3), -1, np.int32)
    return Wavefront(
        vertices=np.asarray(body.vertices, np.float32),
        uvs=np.zeros((0, 2), np.float32),
        normals=np.zeros((0, 3), np.float32),
        faces=np.asarray(body.faces, np.int32),
        face_uvs=none,
        face_normals=none,
        face_materials=(body.triangles_center[:, 2] < 0).astype(np.int32),
        materials=[Material("front", front), Material("back", back)],
    )


def bodies() -> dict[str, Wavefront]:
    lamp = trimesh.util.concatenate(
        [trimesh.creation.cylinder(0.1, 2.0, sections=24), trimesh.creation.icosphere(subdivisions=2, radius=0.5)]
    )
    lamp.apply_transform(trimesh.transformations.rotation_matrix(np.pi / 2, (1, 0, 0)))
    return {
        "barrel": painted(trimesh.creation.icosphere(subdivisions=3), (0.7, 0.1, 0.1), (0.1, 0.1, 0.7)),
        "table": painted(trimesh.creation.box((1.6, 0.3, 1.0)).subdivide(), (0.9, 0.8, 0.1), (0.2, 0.5, 0.2)),
        "lamp": painted(lamp, (0.9, 0.9, 0.9), (0.9, 0.9, 0.9)),
    }


def make_foundry(folder: Path) -> Path:
    """The foundry's folder: meshes, assets, lexicon, views."""
    (folder / "meshes").mkdir(parents=True)
    assets = []
    for k, (noun, mesh) in enumerate(bodies().items()):
        save_mesh(folder / "meshes" / f"{k:03d}.npz", normalise(mesh, None))
        assets.append(Asset(f"lib/{noun}", noun, (), None, True, "me", "CC0-1.0", "lib", len(mesh.faces), ()))
    (folder / "assets.json").write_text(json.dumps([asdict(a) for a in assets]))
    lexicon().save(folder / "lexicon.json")
    render_views(folder, 4 + TRUTH_VIEWS, workers=1)
    return folder
