"""Pictures that become objects: Fluent emoji (Microsoft, MIT licence), each drawn from one side, are lifted into 3D.

The furniture libraries have no penguin, no rocket and no strawberry. A Fluent emoji is a picture of a soft solid, and
is lifted into one (``bozzetto.jobs.teach.lift``). ``emoji.json`` beside this file says, for each, from which side it is
drawn; it was made by eye. These are guesses of the unseen, and are listed as such in the model card.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bozzetto.foundry.wavefront import Material, Wavefront
from bozzetto.jobs.teach.lift import Side
from bozzetto.jobs.teach.lift import lift as lifted

PACKAGE = "@lobehub/fluent-emoji-3d@1.1.0"
"""The npm package of the pictures: 256 x 256 WebP with alpha, named by their code points."""
PICTURES = "node_modules/@lobehub/fluent-emoji-3d/assets"
"""Where npm puts them."""


@dataclass(frozen=True)
class Emoji:
    """One line of the table.

    Args:
        code: the code point in hexadecimal, as the files are named.
        noun, synonyms: what it is called. kinds: nearly the same things, which are read as this one, and said so.
        side: a key of SIDES.
        turn: degrees, counterclockwise, by which the picture is turned so that the object stands.
        depth: the greatest depth, as a share of the greatest extent; 1 sets no limit, what is thin has its own.
        size: metres across, about, corner to corner; None for what has no size (a heart, a cloud).
    """

    code: str
    noun: str
    side: str
    synonyms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    turn: float = 0.0
    depth: float = 1.0
    size: float | None = None


def read_table(path: Path = Path(__file__).parent / "emoji.json") -> list[Emoji]:
    """The table, in its order, which is the order of the prior's nouns."""
    return [Emoji(**with_tuples(row)) for row in json.loads(path.read_text(encoding="utf-8"))]


def with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    """A JSON object whose lists are tuples, as frozen dataclasses want them."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def read_picture(folder: Path, code: str) -> np.ndarray:
    """The picture uint8 [H, W, 4] of a code point.

    Raises:
        FileNotFoundError: it is not in the folder; the message says how to get the pictures.
    """
    for name in (f"{code}.webp", f"{code}-fe0f.webp"):
        if (folder / name).is_file():
            return np.asarray(Image.open(folder / name).convert("RGBA"))
    raise FileNotFoundError(
        f"{folder} has no picture of emoji {code}: run 'npm install --prefix FOLDER {PACKAGE}' and give"
        f" --emoji FOLDER/{PICTURES}, or leave them out with --emoji None"
    )


def lift(picture: np.ndarray, side: Side, turn: float = 0.0, depth: float = 1.0) -> Wavefront:
    """The solid of ``bozzetto.jobs.teach.lift.lift``, with its arguments."""
    made = lifted(picture, side, turn, depth)
    return Wavefront(
        vertices=made.vertices,
        uvs=made.uvs,
        normals=made.normals,
        faces=made.faces,
        face_uvs=made.face_uvs,
        face_normals=made.faces,
        face_materials=np.zeros(len(made.faces), np.int32),
        materials=[Material("picture", texture=made.texture)],
    )
