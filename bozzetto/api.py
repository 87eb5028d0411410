"""The functions behind `import bozzetto`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bozzetto.jobs.config.run_config import PRESETS, RunConfig, make_config, override
from bozzetto.jobs.pipeline import generate as pipeline
from bozzetto.jobs.store.progress import ProgressFn, no_progress
from bozzetto.jobs.store.runs import Run, list_runs, load_run
from bozzetto.sds.prior import Prior

# What a run does not need is imported where it is asked for.
if TYPE_CHECKING:
    from bozzetto.jobs.pipeline.texture import Textured
    from bozzetto.jobs.teach.teach import PictureFn, Source, Taught

presets = PRESETS
"""The presets by name: `draft`, `standard`, `fine`."""


def generate(
    prompt: str,
    *,
    preset: str | RunConfig = "standard",
    seed: int | None = None,
    out: str | os.PathLike[str] | None = None,
    steps: int | None = None,
    negative: str | None = None,
    prior: str | Prior = "embedded",
    threads: int | None = None,
    settings: tuple[str, ...] = (),
    progress: ProgressFn | None = None,
) -> Run:
    """Makes a textured mesh of what the prompt says.

    Args:
        prompt: what to make, at most 500 characters.
        preset: `draft`, `standard`, `fine`, or a RunConfig to start from.
        seed: seed of every random choice, 0 or more.
        out: folder for the run, new or empty; by default a new one under $BOZZETTO_HOME/runs or ~/.bozzetto/runs.
        steps: optimisation steps; by default the preset's.
        negative: what to stay away from.
        prior: name of an image prior, or an object that keeps to `bozzetto.sds.prior.Prior`.
        threads: CPU threads; by default as many as have a core to themselves when the run begins.
        settings: further settings as "group.name=value", for example "guidance.scale=7".
        progress: is called with a Progress at each step.
    Returns:
        The finished run: `run.path`, `run.mesh`, `run.report`.
    Raises:
        BozzettoError: with a message for people; what was computed is kept and can be taken up by `resume`.
    """
    name = prior if isinstance(prior, str) else prior.name
    config = make_config(prompt, preset, seed=seed, steps=steps, negative=negative, prior=name, threads=threads)
    config = override(config, settings)
    given = None if isinstance(prior, str) else prior
    return pipeline.generate(config, prior=given, out=out, progress=progress or no_progress)


def resume(run: Run | str | os.PathLike[str], *, prior: Prior | None = None, progress: ProgressFn | None = None) -> Run:
    """Carries a stopped run on to its mesh, with the result that it would have had.

    Args:
        run: the run, its folder or its name.
        prior: the object that it was begun with, when that was no named prior.
        progress: is called with a Progress at each step.
    """
    return pipeline.resume(_as_run(run), prior=prior, progress=progress or no_progress)


def texture(
    mesh: str | os.PathLike[str],
    prompt: str,
    out: str | os.PathLike[str] | None = None,
    *,
    progress: ProgressFn | None = None,
    **options: Any,
) -> Textured:
    """Paints a mesh from a file anew by words; its vertices, faces and UV stay as they are.

    Args:
        mesh: a file of any kind that `export_mesh` reads.
        prompt: what it is made of, and what it is: "a rusty iron robot", "polished walnut".
        out: a folder, or a .glb file; by default a folder of the mesh's name in the working folder.
        progress: is told of each part.
        options: fields of `bozzetto.jobs.pipeline.texture.TextureOptions`, such as `parts`, `mask`, `keep_uv`.
    Returns:
        The files, the report, and the meshes with their maps.
    Raises:
        BozzettoError: no such file, one that cannot be read or written, or a prompt that says nothing to paint.
    """
    from bozzetto.jobs.pipeline.texture import TextureOptions, texture_mesh

    return texture_mesh(mesh, prompt, out, TextureOptions(**options), progress=progress or no_progress)


def export_mesh(
    what: Run | str | os.PathLike[str],
    path: str | os.PathLike[str] | None = None,
    *,
    progress: ProgressFn | None = None,
    **options: Any,
) -> list[Path]:
    """Exports a run's field as it stands at its last checkpoint, or cleans and exports a mesh from a file.

    Args:
        what: a run, its folder or its name, or a .glb, .gltf, .obj, .ply or .stl file.
        path: a file whose ending chooses the format, or a folder.
        progress: is told of each part.
        options: fields of `bozzetto.jobs.bake.run_export.ExportOptions`, such as `formats`, `faces`, `texture`,
            `preset`, `size`, `lods`.
    Returns:
        The files that were written.
    """
    from bozzetto.jobs.bake.run_export import ExportOptions, export_anything

    where = what.path if isinstance(what, Run) else what
    return export_anything(where, path, ExportOptions(**options), progress=progress or no_progress)


def teach(
    source: str | os.PathLike[str] | Run | Source,
    name: str,
    *,
    also: Sequence[str] = (),
    size: float | None = None,
    like: str = "",
    author: str = "",
    licence: str = "",
    replace: bool = False,
    progress: ProgressFn | None = None,
    show: PictureFn | None = None,
) -> Taught:
    """Teaches the embedded prior a noun, which every later prompt may name; kept as a word pack in the home folder.

    Args:
        source: a mesh file, a run, posed pictures (transforms.json or its folder), a picture, or a
            `bozzetto.jobs.teach.teach.Source`, which says more of how it is to be understood.
        name: what it is called, up to four words.
        also: other names of it.
        size: metres across, corner to corner, for scenes; by default what the file says.
        like: a known noun that it is like; by default the nearest.
        author: who made it. licence: under which licence; both stand in the files of every result.
        replace: take over names that mean something already.
        progress: is called with a Progress at each step.
        show: is called with what a picture shows and the picture, uint8 [S, S, 4].
    Returns:
        What was learnt: `taught.pack`, `taught.scores`, `taught.notes`.
    Raises:
        BozzettoError: the source or a name cannot be used; nothing half is left.
    """
    from bozzetto.jobs.teach.teach import NewNoun, Source
    from bozzetto.jobs.teach.teach import teach as teach_noun

    noun = NewNoun(name, also=tuple(also), size=size, like=like, author=author, licence=licence)
    given = source if isinstance(source, Run | Source) else Source(os.fspath(source))
    return teach_noun(
        given,
        noun,
        take_over=replace,
        progress=progress or no_progress,
        show=show or (lambda what, picture: None),
    )


def load(path: str | os.PathLike[str]) -> Run:
    """A run from its folder, its name or the start of its name; `latest` is the newest."""
    return load_run(path)


def runs() -> list[Run]:
    """The runs in the home folder, oldest first."""
    return list_runs()


def _as_run(run: Run | str | os.PathLike[str]) -> Run:
    return run if isinstance(run, Run) else load_run(run)
