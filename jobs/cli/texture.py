"""The commands about materials: `bozzetto texture` and `bozzetto materials`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import tyro

from bozzetto.jobs.cli.output import print_lines
from bozzetto.jobs.store.progress import ProgressFn

ShownFn = Callable[[bool], AbstractContextManager[ProgressFn]]


@dataclass(frozen=True)
class Texture:
    """Paint a mesh anew by words, and leave its vertices, faces and UV as they are."""

    mesh: Annotated[Path, tyro.conf.Positional]
    """The mesh: glb, gltf, vrm, obj, ply, stl, 3mf, usd, usda, usdc, usdz."""
    prompt: Annotated[str, tyro.conf.Positional]
    """What it is made of, and what it is, for example "a rusty iron robot" or "polished walnut"."""
    out: Path | None = None
    """A folder, or a .glb file; by default a folder of the mesh's name in the working folder."""
    parts: str = ""
    """Words for parts alone, as "0: oak; handle: gold; c2: red plastic": a number is a part of the file as the report
    lists them, a name any part whose object or material has it in its name, c and a number a connected part, the
    largest first."""
    mask: Path | None = None
    """A grey picture in the mesh's UV: what is white in it is painted."""
    keep_uv: bool = False
    """Refuse a mesh whose UV cannot hold a texture of its own, in place of making new ones."""
    keep_materials: bool = False
    """Each material of the file stays one of its own, with maps of its own; else there is one for all."""
    texture: int = 1024
    """Texels along a side of the maps, 64 to 4096."""
    seed: int = 0
    """Another piece of the same materials."""
    prior: str = "embedded"
    """Who paints what the prompt says: embedded, or a pretrained prior as `bozzetto generate` takes it: a short name of
    `bozzetto priors`, an id of the hub, a folder."""
    steps: int = 100
    """Steps of distillation by a pretrained prior, before its rounds of refinement."""
    set: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """How a pretrained prior is loaded, such as hub.resolution=512; may be given several times."""
    image: Literal["png", "webp"] = "png"
    """Pictures in the GLB."""
    units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of the mesh file's numbers; by default what its format says."""
    up: Literal["y", "z"] | None = None
    """Which axis of the mesh file points up; by default what its format says."""
    limit: Annotated[tuple[str, ...], tyro.conf.UseAppendAction] = ()
    """What a mesh file may ask of this machine, such as max_faces=20000000; may be given several times."""
    quiet: bool = False
    """Print nothing but errors and the paths of the files."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class Materials:
    """List the materials, states and patterns that prompts may name, with their other names."""

    debug: bool = False
    """Show the traceback of an error."""


def run_texture(command: Texture, shown: ShownFn) -> int:
    """Carries out `bozzetto texture`."""
    from bozzetto.jobs.config.run_config import make_config, override
    from bozzetto.jobs.pipeline.texture import TextureOptions, texture_mesh

    hub = override(make_config(command.prompt), command.set).hub
    options = TextureOptions(
        parts=command.parts, mask=command.mask, keep_uv=command.keep_uv, keep_materials=command.keep_materials,
        texture=command.texture, seed=command.seed, prior=command.prior, steps=command.steps, hub=hub,
        image=command.image, units=command.units, up=command.up, limits=command.limit,
    )  # fmt: skip
    with shown(command.quiet) as progress:
        made = texture_mesh(command.mesh, command.prompt, command.out, options, progress=progress)
    print_lines([str(path) for path in made.files])
    return 0


def run_materials(command: Materials) -> int:
    """Carries out `bozzetto materials`."""
    from bozzetto.jobs.bake.material import material_list

    family = ""
    for entry in material_list():
        if entry.family != family:
            family = entry.family
            print_lines(["", family])
        print_lines(["  " + ", ".join(dict.fromkeys((entry.name, *entry.words)))])
    return 0
