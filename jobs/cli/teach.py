"""The command `bozzetto teach`: a new noun from an object of one's own."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import tyro

from bozzetto.jobs.cli.output import print_lines
from bozzetto.jobs.store.progress import ProgressFn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ShownFn = Callable[[bool], AbstractContextManager[ProgressFn]]


@dataclass(frozen=True)
class Teach:
    """Teach the embedded prior a noun, from a mesh, a run or pictures; prompts know it from then on."""

    source: Annotated[str, tyro.conf.Positional] = ""
    """A mesh (glb, gltf, obj, ply, stl, 3mf, usd, usdz); a run: its folder, its name, or `latest`; posed pictures: a
    transforms.json or its folder; or one picture (png, webp, jpg). Without it, pictures of sides."""
    name: str = tyro.MISSING
    """What it is called in prompts, such as "hover bike"."""
    also: str = ""
    """Other names of it, separated by commas."""
    kinds: str = ""
    """More special names that are to be read as it, separated by commas."""
    plural: str = ""
    """Its plural, where that is not the name with an s."""
    size: float | None = None
    """Metres across, corner to corner, for scenes; by default what the file says."""
    front: Literal["auto", "+z", "-z", "+x", "-x"] = "auto"
    """The axis of the file that its front faces."""
    like: str = ""
    """A known noun that it is like; by default the nearest."""
    another: bool = False
    """It is one more object of a noun that was taught before: the seed chooses among them, or words do."""
    words: str = ""
    """What parts it from the noun's other objects, separated by commas, such as "office": the word chooses it."""
    author: str = ""
    """Who made it; stands in the files of every result."""
    licence: str = ""
    """Under which licence, such as CC-BY-4.0; stands in the files of every result."""
    units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of a mesh file's numbers, where its format does not say."""
    up: Literal["y", "z"] | None = None
    """Which axis of a mesh file points up, where its format does not say."""
    mask: Path | None = None
    """Of one picture: another, white where the object is; by default its alpha, or what stands out from the ground."""
    shows: Literal["auto", "front", "both", "round", "round front", "profile left", "profile right", "top"] = "auto"
    """What one picture shows: the front; a thing alike from both sides; one made on a lathe, without and with a front;
    a profile that looks to the left or right; from above. Saying so lifts its outline."""
    way: Literal["auto", "lift", "noun"] = "auto"
    """How one picture becomes an object: its outline lifted, or the known noun that explains it best, fitted to it; by
    default that, unless it is said what the picture shows."""
    front_picture: Path | None = None
    """Pictures of sides in the place of a source: this from +Z, where the front faces,"""
    back_picture: Path | None = None
    """this from behind,"""
    left_picture: Path | None = None
    """this from -X, the viewer's left of its front,"""
    right_picture: Path | None = None
    """this from +X,"""
    top_picture: Path | None = None
    """and this from above, the front below."""
    cutout: Path | None = None
    """Write the picture without its ground here, a PNG, to be looked at or mended and given as a source."""
    replace: bool = False
    """Take over names that mean something already."""
    quiet: bool = False
    """Print nothing but errors and the path of the word pack."""
    debug: bool = False
    """Show the traceback of an error."""


def run_teach(command: Teach, shown: ShownFn) -> int:
    """Teaches; the exit code."""
    from PIL import Image

    from bozzetto.atomic import atomic_file
    from bozzetto.jobs.config.prompts import article
    from bozzetto.jobs.store.runs import disk_errors
    from bozzetto.jobs.teach.teach import NewNoun, Source, teach

    noun = NewNoun(
        command.name,
        also=tuple(name for name in command.also.split(",") if name.strip()),
        kinds=tuple(name for name in command.kinds.split(",") if name.strip()),
        plural=command.plural,
        size=command.size,
        like=command.like,
        words=tuple(word for word in command.words.split(",") if word.strip()),
        another=command.another,
        author=command.author,
        licence=command.licence,
    )
    pictures = {
        "front": command.front_picture,
        "back": command.back_picture,
        "left": command.left_picture,
        "right": command.right_picture,
        "top": command.top_picture,
    }
    source = Source(
        command.source,
        front=command.front,
        units=command.units,
        up=command.up,
        mask=command.mask,
        shows=command.shows,
        way=command.way,
        sides={side: path for side, path in pictures.items() if path is not None} or None,
    )

    def keep(what: str, picture: "NDArray[np.uint8]") -> None:
        if what == "cut out" and command.cutout is not None:
            with disk_errors(f"write {command.cutout}"), atomic_file(command.cutout) as file:
                Image.fromarray(picture).save(file, "PNG")

    with shown(command.quiet) as progress:
        taught = teach(source, noun, take_over=command.replace, progress=progress, show=keep)
    if command.quiet:
        print_lines([str(taught.pack)])
        return 0
    beside = "in views that it was not taught" if taught.front else "beside the pictures' object"
    scores = f"silhouettes {100 * taught.scores.iou:.0f} % alike, colours {taught.scores.psnr:.1f} dB"
    print_lines(
        [
            *taught.notes,
            f"Learnt {taught.name!r} in {taught.seconds:.0f} s: {scores} {beside}; begun as {taught.like!r}",
            f"Kept in {taught.pack}",
            f'Try it: bozzetto generate "{article(taught.name)} {taught.name}"',
        ]
    )
    return 0
