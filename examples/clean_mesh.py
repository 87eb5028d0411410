"""Somebody's mesh, made ready for a game: repaired, lighter, one texture, levels of detail, a hull to collide with.

python examples/clean_mesh.py chair.obj --out chair --faces 4000
"""

import json
from pathlib import Path

import tyro

import bozzetto


def main(
    mesh: tyro.conf.Positional[Path], out: Path = Path("cleaned"), faces: int = 4000, texture: int = 1024, lods: int = 2
) -> dict[str, object]:
    """Cleans a mesh and writes it as Unity expects it.

    Args:
        mesh: a .glb, .gltf, .obj, .ply or .stl file.
        out: folder for the files.
        faces: of the finest level.
        texture: texels along a side.
        lods: further levels, each of half the faces of the one before.
    Returns:
        The report that is written beside the files.
    """
    files = bozzetto.export_mesh(mesh, out, preset="unity", faces=faces, texture=texture, lods=lods)
    print(*files, sep="\n")
    return json.loads(next(file for file in files if file.suffix == ".json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    tyro.cli(main)
