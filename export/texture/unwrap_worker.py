"""Runs xatlas in a process of its own: it cannot be interrupted, and a crash in it must not take the export along.

Called by `bozzetto.export.texture.uv` as a script: unwrap_worker.py INPUT.npz OUTPUT.npz. It imports nothing of this
package.
"""

import sys

if __name__ == "__main__":
    # The script's own folder comes first on the path, and its modules must not be taken for others of the same name.
    sys.path.pop(0)

import numpy as np  # noqa: E402
import xatlas  # noqa: E402

PIECE_FACES = 5000
"""xatlas grows the charts of a connected surface one after another, each over all of its faces. Cut into pieces of at
most so many it takes .3 to .5 of the time at 20,000 faces, on both cores, with about as many charts and as full a
texture; smaller pieces save little more and have longer seams."""


def pieces(vertices: np.ndarray, faces: np.ndarray) -> list[np.ndarray]:
    """Faces [F, 3] cut across their longest sides into halves, until each has at most PIECE_FACES; indices of each."""
    centres = vertices[faces].mean(1)
    done, left = [], [np.arange(len(faces))]
    while left:
        piece = left.pop()
        if len(piece) <= PIECE_FACES:
            done.append(piece)
            continue
        here = centres[piece]
        order = np.argsort(here[:, np.ptp(here, axis=0).argmax()], kind="stable")
        half = len(piece) // 2
        left += [np.sort(piece[order[:half]]), np.sort(piece[order[half:]])]
    return done


def main(source: str, target: str) -> None:
    """Unwraps vertices and faces of one .npz into another."""
    with np.load(source) as data:
        vertices, faces, normals = data["vertices"], data["faces"], data["normals"]
        resolution, padding = int(data["resolution"]), int(data["padding"])
    charts = xatlas.ChartOptions()
    charts.max_iterations = 1
    # Measured at 20,000 faces: half the time of the default 2, as many charts and as full a texture.
    charts.max_cost = 1.0
    pack = xatlas.PackOptions()
    pack.resolution = resolution
    pack.padding = padding
    pack.bilinear = True
    pack.bruteForce = False
    pack.create_image = False
    atlas = xatlas.Atlas()
    cut = pieces(vertices, faces)
    used = []
    for piece in cut:
        own, index = np.unique(faces[piece], return_inverse=True)
        atlas.add_mesh(vertices[own], index.reshape(-1, 3).astype(np.uint32), normals[own])
        used.append(own)
    atlas.generate(charts, pack)
    mappings, uvs, corners, first = [], [], np.empty_like(faces), 0
    for k, piece in enumerate(cut):
        mapping, own_corners, uv = atlas[k]
        mappings.append(used[k][mapping])
        uvs.append(uv)
        # Checked before they are told apart by their order.
        if len(own_corners) != len(piece):
            raise RuntimeError(f"{len(own_corners)} of {len(piece)} faces")
        corners[piece] = own_corners + first
        first += len(mapping)
    mapping, uv = np.concatenate(mappings), np.concatenate(uvs)
    np.savez(
        target, mapping=mapping, faces=corners, uv=uv, n_charts=atlas.chart_count, utilisation=atlas.utilization,
        width=atlas.width, height=atlas.height, n_atlases=atlas.atlas_count,
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
