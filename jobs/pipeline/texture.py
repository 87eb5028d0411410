"""New maps for somebody's mesh: materials, colours, patterns by words, and what a prior knows as it paints it.

The geometry is the file's own, bit by bit; so are its UV where they can hold a texture.
"""

import functools
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from bozzetto.export.files.glb_parts import NamedMesh, write_parts_glb
from bozzetto.export.files.images import write_png
from bozzetto.export.files.read import (
    READABLE,
    Scene,
    UnreadableMeshError,
    raised_limits,
    read_scene,
    refusal,
)
from bozzetto.export.files.read_parts import GLASS_STOPS, KeptTexture, Texture
from bozzetto.export.files.validator import validate
from bozzetto.export.material.look import Look, entries
from bozzetto.export.material.paint import Coat, TexelFn, blended, mesh_axis, painted
from bozzetto.export.mesh.bvh import build_tree, nearest_points
from bozzetto.export.mesh.mesh import Array, Mesh, vertex_normals
from bozzetto.export.mesh.raster import surface_hits
from bozzetto.export.package.own_maps import Cutout
from bozzetto.export.package.retexture import Body, Opened, named_meshes, object_space, opened
from bozzetto.export.texture.bake import SurfaceTexels, bake_texture, surface_texels
from bozzetto.export.texture.compare import ViewFn, painted_view_fn
from bozzetto.export.texture.sampling import sample_texture
from bozzetto.export.texture.seams import seam_difference, with_closed_seams
from bozzetto.export.texture.texture_fit import SurfaceValues, match_colors, match_opacity
from bozzetto.jobs.bake.align import Alignment, align, refined
from bozzetto.jobs.bake.material import FinishFn, finish_fn_of, with_finish
from bozzetto.jobs.bake.texture_distill import DistillSettings, distilled_colours, pixel_size
from bozzetto.jobs.bake.texture_refine import refined_views
from bozzetto.jobs.config.errors import ConfigError, ExportError, PriorError, PromptError
from bozzetto.jobs.config.prompts import check_prompt
from bozzetto.jobs.config.run_config import HubConfig, TextConfig
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.report import versions
from bozzetto.jobs.store.runs import disk_errors, user_path, write_json
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import load_prior, prior_errors, read_prompt
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.lexicon import FILLERS, Lexicon, fold
from bozzetto.sds.prediction import Text
from bozzetto.sds.prior import Prior
from bozzetto.sds.scene import Thing
from bozzetto.sds.volume import composite_cpu, picked
from bozzetto.sds.volume_fit import camera_rows
from bozzetto.stages import ReportFn, Stage, run_stages

NOUN_OVERLAP = 0.55
"""Overlap with what the prior knows from which a mesh is painted as that noun."""
SAME_SHAPE, ALIKE = 0.8, 0.6
"""Overlap from which the prior's own pictures are painted as they are; cosine between the normals of what a picture and
the mesh show at a pixel, below which it is not the same place."""
SMOOTHNESS = 0.04
"""Of colours fitted to such pictures."""
FIT_EDGE = 0.02
"""Longest edge of the surface on which colours are fitted, of half the object's diagonal 0.95."""
MOST_FIT_FACES = 60_000
"""Faces of that surface."""
MOST_PIXEL_FACES = 400_000
"""The same where a prior of a hub paints, whose pixels are finer."""
FRAMED = 0.9
"""Radius of the ball that a mesh fills before such a prior."""
FIT_VIEWS, FIT_PIXELS, REFINE_TIME = 16, 128, 0.35
"""Renders that the texture of a noun is fitted to, their pixels, the diffusion time at which the prior refines them."""
LIT = "shadows, highlights, reflections, dramatic lighting"
"""What such a prior is led away from: base colour has no light."""
CLEAR = 0.05
"""Least transmission of a noun's own materials at which it is asked how much light goes through in all."""
INWARD, OUTWARD, DEPTHS = 0.12, 0.06, 7
"""How far from the surface the prior's own one is looked for, world units, and at how many places."""


@dataclass(frozen=True)
class TextureOptions:
    """What `bozzetto texture` can be asked for."""

    parts: str = ""
    """Words for parts alone: "0: oak; handle: gold; c2: red plastic". A number is a part of the file as the report
    lists them, a name any part whose object or material has it in its name, c and a number a connected part, the
    largest first."""
    mask: Path | None = None
    """A grey picture in the mesh's UV: where it is white it is painted."""
    keep_uv: bool = False
    """Refuse a mesh whose UV cannot hold a texture of its own, in place of making new ones."""
    keep_materials: bool = False
    """Each material of the file stays one of its own, under its name, with its own maps; else there is one for all."""
    texture: int = 1024
    """Texels along a side of the maps, 64 to 4096."""
    seed: int = 0
    """Another piece of the same materials."""
    prior: str = "embedded"
    """Who paints what the prompt says: `embedded`, or a prior of a hub or a folder, as `bozzetto generate` takes it."""
    steps: int = 100
    """Of distillation by such a prior, before the rounds of refinement."""
    hub: HubConfig = HubConfig()
    """How such a prior is loaded."""
    image: str = "png"
    """Pictures in the GLB: `png` or `webp`."""
    units: str | None = None
    up: str | None = None
    limits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 64 <= self.texture <= 4096:
            raise ExportError(f"texture must be 64 to 4096 texels, got {self.texture}")
        if self.seed < 0:
            raise ExportError(f"seed must be 0 or more, got {self.seed}")
        if not 0 <= self.steps <= 100_000:
            raise ExportError(f"steps must be 0 to 100000, got {self.steps}")


@dataclass(frozen=True)
class Textured:
    """What `texture_mesh` made."""

    files: tuple[Path, ...]
    """The GLB first, then the report, then the pictures that the mesh had before."""
    report: dict[str, Any]
    meshes: tuple[Mesh, ...]
    """With their maps, in the file's own frame."""


def texture_mesh(
    where: str | os.PathLike[str],
    prompt: str,
    out: str | os.PathLike[str] | None = None,
    options: TextureOptions | None = None,
    *,
    prior: Prior | None = None,
    progress: ProgressFn = no_progress,
) -> Textured:
    """Paints a mesh from a file and leaves its geometry as it is.

    Args:
        where: a mesh file with an ending of `bozzetto.export.files.read.READABLE`.
        prompt: what it shall be made of, and what it is: "a rusty iron robot", "polished walnut".
        out: a folder, or a .glb file; by default a folder of the mesh's name in the working folder.
        options: what else is asked for.
        prior: an object in the place of the prior that the options name.
        progress: is called at each part.

    Raises:
        BozzettoError: no such file, one that cannot be read or written, or a prompt that says nothing to paint.
    """
    options, source = options or TextureOptions(), user_path(where)
    prompt = check_prompt(prompt)
    if source.suffix.lower().lstrip(".") not in READABLE or not source.is_file():
        raise ExportError(refusal(source) or f"there is no mesh file {source} of the kinds .{', .'.join(READABLE)}")
    stages = texture_stages(source, prompt, out, options, prior)

    def report(stage: Stage, fraction: float) -> None:
        done = stages.index(stage) + (fraction >= 1)
        progress(Progress("texture", done, len(stages), part=stage.name))

    with disk_errors(f"texture {source}"):
        try:
            made: Textured = run_stages(stages, ("textured",), report=report)["textured"]
        except (ValueError, TypeError, ImportError) as error:
            raise (
                error if isinstance(error, ExportError | PromptError | PriorError) else ExportError(str(error))
            ) from error
    for note in made.report["notes"]:
        progress(Progress("texture", len(stages), len(stages), message=f"note: {note}"))
    return made


def texture_stages(
    source: Path,
    prompt: str,
    out: str | os.PathLike[str] | None,
    options: TextureOptions,
    prior: Prior | None = None,
) -> list[Stage]:
    """The stages from a mesh file to `textured`.

    Args:
        source: the file. prompt, out, options, prior: as of `texture_mesh`.
    """
    given = {"path": source, "prompt": prompt, "options": options, "out": out, "given_prior": prior}
    return [
        Stage("read", read_words_and_mesh, ("scene", "looks", "part_looks", "noun", "notes"), given),
        Stage("uv", open_mesh, ("mesh", "notes"), given),
        Stage("align", align_noun, ("alignment", "knowledge", "looks", "notes"), given),
        Stage("noun", paint_noun, ("mesh",), given),
        Stage("prior", paint_by_prior, ("mesh",), given),
        Stage("materials", paint_looks, ("mesh", "painted_rows"), given),
        Stage("files", write_textured, ("textured",), given),
    ]


def read_words_and_mesh(
    path: Path, prompt: str, options: TextureOptions, given_prior: Prior | None
) -> tuple[Scene, tuple[str, ...], dict[str, tuple[str, ...]], str, list[str]]:
    """What the file has, the looks of the whole and of parts, the noun that the prior knows, what was not understood.

    Raises:
        PromptError: nothing in the prompt says what to paint.
    """
    notes: list[str] = []
    part_looks: dict[str, tuple[str, ...]] = {}
    for entry in filter(None, (piece.strip() for piece in re.split(r"[;\n]", options.parts))):
        name, colon, words = entry.partition(":")
        looks, unknown = looks_in(words)
        if not colon or not looks:
            raise PromptError(
                f'--parts: {entry!r} names no material; expected NAME: WORDS, such as "handle: polished oak"'
            )
        part_looks[name.strip().lower()] = looks
        notes += [f"--parts: {word!r} is not understood" for word in unknown]
    looks, _ = looks_in(prompt)
    noun = ""
    if _reads_all(options, given_prior):
        return _read(path, options), looks, part_looks, noun, notes
    prior = load_prior("embedded")
    try:
        reading = read_prompt(prior, prompt, "")
        assert isinstance(reading, Conditioning)  # the embedded prior's
        scene_read = reading.cond.scene
        if isinstance(scene_read, Thing) and isinstance(prior, EmbeddedPrior):
            noun = scene_read.noun
            # Other languages' words are known to the prior's reader alone.
            looks = looks_in(without_name(prompt, noun, prior.lexicon))[0] or scene_read.looks
        notes += [f"{u.word!r} is not understood" for u in reading.unknown]
        if not noun:
            notes.append("several objects are named: a mesh is painted as one; only the words for materials count")
    except PromptError:
        notes += [f"{word!r} is not understood" for word in looks_in(prompt)[1]]
    if not looks and not noun and not part_looks:
        raise PromptError(
            f"{prompt!r} says nothing to paint: name a material, a colour or a pattern (bozzetto materials), or an "
            "object that the prior knows (bozzetto priors --words)"
        )
    return _read(path, options), looks, part_looks, noun, notes


def _read(path: Path, options: TextureOptions) -> Scene:
    """The file with all of its maps; without those that colours do not need where one of them cannot be read."""
    limits = raised_limits(options.limits)
    try:
        return read_scene(path, limits, units=options.units, up=options.up, keep=True)
    except UnreadableMeshError as error:
        scene = read_scene(path, limits, units=options.units, up=options.up)
        return replace(scene, notes=(*scene.notes, f"maps other than colours are left out: {error}"))


def _reads_all(options: TextureOptions, given_prior: Prior | None) -> bool:
    """Whether a prior paints that reads any prompt."""
    return options.prior != "embedded" or given_prior is not None


def without_name(prompt: str, noun: str, lexicon: Lexicon) -> str:
    """A prompt without the words that name a noun: a magnifying glass is not made of glass, and a rubber duck no more
    than its name says."""
    tokens = re.findall(r"[a-z0-9']+", fold(prompt).replace("-", " "))
    for length in (4, 3, 2, 1):
        for at in range(len(tokens) - length + 1):
            phrase = " ".join(tokens[at : at + length])
            if noun in (lexicon.lookup(phrase), lexicon.kinds.get(phrase)):
                return " ".join([*tokens[:at], *tokens[at + length :]])
    return prompt


def looks_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the looks in a text, the longest spelling first, and the words that are none and no fillers."""
    table = entries()
    tokens = re.findall(r"[a-z0-9']+", fold(text).replace("-", " "))
    names: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(tokens):
        for length in (4, 3, 2, 1):
            phrase = " ".join(tokens[at : at + length])
            if at + length <= len(tokens) and phrase in table:
                names.append(table[phrase])
                at += length
                break
        else:
            unknown += [tokens[at]] * (tokens[at] not in FILLERS)
            at += 1
    return tuple(names), tuple(unknown)


def open_mesh(
    path: Path, scene: Scene, options: TextureOptions, notes: list[str], report: ReportFn
) -> tuple[Opened, list[str]]:
    """The mesh with UV, and its own colours in them."""
    mesh = opened(
        scene, path, options.texture, keep_uv=options.keep_uv, keep_slots=options.keep_materials, progress=report
    )
    return mesh, [*notes, *mesh.notes]


def align_noun(
    mesh: Opened, noun: str, prompt: str, looks: tuple[str, ...], notes: list[str]
) -> tuple[Alignment | None, PriorKnowledge | None, tuple[str, ...], list[str]]:
    """How the mesh stands as the prior knows the noun, None where it names none, where it looks otherwise, or where a
    material covers all of it; and the looks, of which the noun's name is one where the mesh is no such thing."""
    material = Look.of(looks).material if looks else None
    if not noun or (material is not None and not material.any_colour):
        return None, None, looks, notes
    prior = load_prior("embedded")
    knowledge = PriorKnowledge(prior, read_prompt(prior, prompt, ""))
    assert knowledge.shape_fn is not None  # the embedded prior's
    found = align(mesh.source.mesh, knowledge.shape_fn)
    alignment = found if found.overlap < NOUN_OVERLAP else refined(mesh.source.mesh, found, knowledge.shape_fn)
    said = f"{noun!r}: shape and silhouettes overlap {alignment.overlap:.0%} with what the prior knows"
    if alignment.overlap < NOUN_OVERLAP:
        if noun in entries():
            # A chair of cheese, in place of a cheese.
            looks = looks_in(prompt)[0]
        return None, None, looks, [*notes, f"{said}, too little to paint it as one: only the words for materials count"]
    return alignment, knowledge, looks, [*notes, f"{said}: it is painted as one"]


def paint_noun(
    mesh: Opened,
    alignment: Alignment | None,
    knowledge: PriorKnowledge | None,
    options: TextureOptions,
) -> Opened:
    """The mesh painted as the prior knows its noun: fitted to its pictures from all sides, free of light."""
    if alignment is None or knowledge is None:
        return mesh
    fit = _fit_surface(mesh.source.mesh, alignment)
    values = _noun_colours(fit, knowledge, options.seed, alignment.overlap < SAME_SHAPE)
    looked_up = SurfaceValues(fit, build_tree(fit), values)

    def colour(points: Array) -> Array:
        found: Array = looked_up(alignment.points(points).astype(np.float64)).clip(0, 1)
        return found

    finish = _finish(fit, knowledge)
    mask = None if options.mask is None else _mask(options.mask)
    bodies = []
    for body in mesh.bodies:
        made = replace(bake_texture(body.mesh, colour, options.texture), roughness=0.9, metallic=0.0, pbr=None)
        if finish is not None:
            made = with_finish(made, lambda points: finish(alignment.points(points)), options.texture)
        bodies.append(replace(body, mesh=_within(mask, made, body.mesh, options.texture)))
    return replace(mesh, bodies=tuple(bodies))


def paint_by_prior(
    mesh: Opened,
    prompt: str,
    options: TextureOptions,
    given_prior: Prior | None,
    report: ReportFn,
) -> Opened:
    """The mesh painted by a prior that reads the prompt itself; its own colours are what it begins with.

    Raises:
        PriorError: it cannot be used, or fails at work.
    """
    if not _reads_all(options, given_prior):
        return mesh
    prior = given_prior or load_prior(options.prior, options.hub)
    with prior_errors():
        knowledge = PriorKnowledge(prior, _read_by_sides(prior, prompt))
        middle, radius = _ball(mesh.source.mesh)
        upright = Alignment(np.eye(3), FRAMED / radius, middle, np.zeros(3), 1.0)
        fit = _fit_surface(mesh.source.mesh, upright, pixel_size(knowledge), MOST_PIXEL_FACES)
        start = _own_colours(mesh, fit, upright)
        settings = DistillSettings(steps=options.steps)
        values = distilled_colours(fit, knowledge, start, options.seed, settings, report)
    looked_up = SurfaceValues(fit, build_tree(fit), values)

    def colour(points: Array) -> Array:
        found: Array = looked_up(upright.points(points).astype(np.float64)).clip(0, 1)
        return found

    mask = None if options.mask is None else _mask(options.mask)
    bodies = []
    for body in mesh.bodies:
        made = bake_texture(body.mesh, colour, options.texture)
        if made.pbr is not None:
            # What glowed is painted over.
            made = replace(made, pbr=replace(made.pbr, emissive=(0.0, 0.0, 0.0), emission_map=None))
        bodies.append(replace(body, mesh=_within(mask, made, body.mesh, options.texture)))
    return replace(mesh, bodies=tuple(bodies))


def _read_by_sides(prior: Prior, prompt: str) -> Text:
    """The prompt with its sides in words, so that no front is painted on the back; as it is for a prior that is told
    views otherwise."""
    try:
        return read_prompt(prior, prompt, LIT, TextConfig(view_prompts="interpolated"))
    except ConfigError:
        return read_prompt(prior, prompt, LIT)


def _within(mask: Array | None, new: Mesh, old: Mesh, size: int) -> Mesh:
    """The new maps where a mask is white, the old ones where it is black; the new ones without a mask."""
    share = _shares(mask, None, size)
    return new if share is None else blended(old, new, share, size)


def _ball(mesh: Mesh) -> tuple[Array, float]:
    """Middle of the mesh's box, and the radius of the ball about it."""
    used = mesh.vertices[np.unique(mesh.faces)].astype(np.float64)
    middle = (used.min(0) + used.max(0)) / 2
    return middle, float(np.linalg.norm(used - middle, axis=1).max())


def _own_colours(mesh: Opened, fit: Mesh, alignment: Alignment) -> Array:
    """Display colours [V, 3] that the mesh has at the fit surface's vertices; grey where it has none."""
    out = np.full((len(fit.vertices), 3), 0.5)
    nearest = np.full(len(fit.vertices), np.inf)
    for body in mesh.bodies:
        own = body.mesh
        if own.texture is None or own.uv is None:
            continue
        placed = Mesh(alignment.points(own.vertices), own.faces)
        found = nearest_points(build_tree(placed), fit.vertices.astype(np.float64))
        points = np.einsum("nk,nki->ni", found.bary, placed.vertices[own.faces[found.faces]])
        away = np.linalg.norm(points - fit.vertices, axis=1)
        uv = np.einsum("nk,nki->ni", found.bary, own.uv[own.faces[found.faces]])
        colours = sample_texture(own.texture[..., :3], uv.astype(np.float64))
        out[away < nearest] = colours[away < nearest]
        nearest = np.minimum(nearest, away)
    return out


def _fit_surface(mesh: Mesh, alignment: Alignment, longest: float = FIT_EDGE, most_faces: int = MOST_FIT_FACES) -> Mesh:
    """The surface in the prior's frame, with faces as fine as its colours are."""
    import trimesh  # not for a run, which imports this module's neighbours

    points = alignment.points(mesh.vertices)
    area = float(trimesh.Trimesh(points, mesh.faces, process=False).area)
    if area / (longest**2 / 2) > most_faces:
        longest = float(np.sqrt(2 * area / most_faces))
    vertices, faces = trimesh.remesh.subdivide_to_size(points, mesh.faces, max_edge=longest, max_iter=24)
    merged = trimesh.Trimesh(vertices, faces, process=False)
    merged.merge_vertices(merge_norm=True, merge_tex=True)
    return Mesh(np.asarray(merged.vertices, np.float32), np.asarray(merged.faces, np.int32))


def _noun_colours(fit: Mesh, knowledge: PriorKnowledge, seed: int, other_shape: bool) -> Array:
    """Display colours [V, 3] of the surface's vertices: fitted to the prior's own pictures of its noun, where they show
    a surface that faces as this one does.

    Args:
        fit: the surface, in the prior's frame. knowledge: of the prompt. seed: of the noise.
        other_shape: whether the two shapes differ so much that renders of the result are refined by the prior.
    """
    shape_fn, crops = knowledge.shape_fn, knowledge.crops
    assert shape_fn is not None and crops is not None  # the embedded prior's
    normals = vertex_normals(fit.vertices, fit.faces)
    depths = np.linspace(-INWARD, OUTWARD, DEPTHS, dtype=np.float32)
    places = fit.vertices[:, None] + depths[None, :, None] * normals[:, None]
    sigmas, albedo = shape_fn(torch.from_numpy(places.reshape(-1, 3)))
    # Where the prior's own surface is nearest: the two shapes are alike, not the same.
    weight = sigmas.numpy().reshape(-1, DEPTHS) / (0.02 + np.abs(depths))
    best = weight.argmax(1)
    base = albedo.numpy().reshape(-1, DEPTHS, 3)[np.arange(len(best)), best].astype(np.float64)
    start = SurfaceValues(fit, build_tree(fit), base)

    def colour(points: Array) -> Array:
        found: Array = start(points.astype(np.float64)).clip(0, 1)
        return found

    own = _own_pictures(fit, normals, knowledge)
    offsets = match_colors(fit, colour, own, n_views=FIT_VIEWS, resolution=FIT_PIXELS, smoothness=SMOOTHNESS)
    fitted: Array = base + offsets.values
    if other_shape:
        start = SurfaceValues(fit, build_tree(fit), fitted)
        denoised = refined_views(painted_view_fn(fit, colour), crops, REFINE_TIME, seed)
        fitted = fitted + match_colors(fit, colour, denoised, n_views=FIT_VIEWS, resolution=FIT_PIXELS).values
    return fitted


def _finish(fit: Mesh, knowledge: PriorKnowledge) -> FinishFn | None:
    """What the prior knows of its noun's own materials, on the surface of a mesh; None where it knows nothing.

    A voxel says what lies outermost in it, which is the glass where a liquid touches it: light goes through no more of
    the mesh's layers than the prior's own pictures let through.

    Args:
        fit: the surface, in the prior's frame. knowledge: of the prompt.
    """
    finish = finish_fn_of(knowledge)
    if finish is None or float(finish(fit.vertices)[:, 2].max()) < CLEAR:
        return finish
    shown = _shown_fn(knowledge)
    opacity = match_opacity(fit, lambda *view: shown(*view)[0].clip(0, 1).astype(np.float64))

    def at(points: Array) -> Array:
        found = finish(points)
        through = (1 - opacity(points.astype(np.float64))[:, 0]) / (1 - GLASS_STOPS)
        found[:, 2] = np.minimum(found[:, 2], through.clip(0, 1))
        return found

    return at


def _shown_fn(knowledge: PriorKnowledge) -> Callable[[float, float, int], Array]:
    """(azimuth, elevation, resolution) -> what the embedded prior shows of a noun, [7, H, W]: opacity, then normals and
    display albedo, both times opacity."""
    prior, text = knowledge.prior, knowledge.text
    assert isinstance(prior, EmbeddedPrior) and isinstance(text, Conditioning)
    volume = picked(prior.volumes(text).volumes, slice(1))

    def shown(azimuth: float, elevation: float, resolution: int) -> Array:
        camera = torch.tensor([[azimuth, elevation]], dtype=torch.float32)
        with torch.no_grad():
            maps = composite_cpu(volume, camera_rows(camera), resolution, torch.zeros(1, dtype=torch.long))
            values: Array = prior.net.object.surface(maps.permute(0, 3, 1, 2))[0].numpy().astype(np.float64)
        return values

    return shown


def _own_pictures(fit: Mesh, normals: Array, knowledge: PriorKnowledge) -> ViewFn:
    """What the embedded prior shows of a noun from any side, where a surface with these normals at its vertices faces
    as its own does; opacity is 0 elsewhere."""
    shown_fn = _shown_fn(knowledge)

    def view(azimuth: float, elevation: float, resolution: int) -> tuple[Array, Array]:
        shown = shown_fn(azimuth, elevation, resolution)
        face, bary = surface_hits(fit, azimuth, elevation, resolution)
        facing = np.einsum("hwk,hwki->hwi", bary, normals[fit.faces[face]])
        facing /= np.maximum(np.linalg.norm(facing, axis=-1, keepdims=True), 1e-9)
        theirs = shown[1:4].transpose(1, 2, 0)
        theirs = theirs / np.maximum(np.linalg.norm(theirs, axis=-1, keepdims=True), 1e-9)
        alike = (face >= 0) & ((facing * theirs).sum(-1) > ALIKE)
        return shown[4:].transpose(1, 2, 0).clip(0, 1), shown[0].clip(0, 1) * alike

    return view


def paint_looks(
    mesh: Opened,
    looks: tuple[str, ...],
    part_looks: dict[str, tuple[str, ...]],
    alignment: Alignment | None,
    options: TextureOptions,
    given_prior: Prior | None,
    report: ReportFn,
) -> tuple[Opened, list[dict[str, Any]]]:
    """The mesh with its materials, and what the report says of them.

    Raises:
        PromptError: a part is named that the file has not.
    """
    scale, offset = object_space(mesh.source.mesh)
    half = np.ptp(mesh.source.mesh.vertices, axis=0) / 2 / scale
    extent = (float(half[0]), float(half[1]), float(half[2]))
    axis = mesh_axis(mesh.source.mesh, scale, offset)
    mask = None if options.mask is None else _mask(options.mask)
    rows: list[dict[str, Any]] = []
    look = Look.of(looks) if looks else None
    if look is not None and look.is_plain and alignment is not None:
        # Mere colours are what the prior has painted already.
        look = None
    bodies = []
    for k, body in enumerate(mesh.bodies):
        coats = []
        if look is not None:
            share = _shares(mask, None, options.texture)
            coats.append(
                Coat(look, share, None, scale, offset, extent, options.seed, axis, _reads_all(options, given_prior))
            )
        for name, words in part_looks.items():
            faces = _faces_of(name, body, mesh)
            if faces.any():
                share = _shares(mask, _on_faces(faces), options.texture)
                coats.append(Coat(Look.of(words), share, None, scale, offset, extent, options.seed, axis))
        made = body.mesh
        if coats:
            done = functools.partial(_report_part, report, k, len(mesh.bodies))
            made = painted(made, coats, options.texture, progress=done)
        bodies.append(replace(body, mesh=made, cutout=_covered(body, coats, options.texture)))
    if look is not None:
        rows.append({"part": "", "looks": list(looks)})
    for name, words in part_looks.items():
        faces_of = sum(int(_faces_of(name, body, mesh).sum()) for body in mesh.bodies)
        if faces_of == 0:
            there = ", ".join(f"{k}: {slot}" for k, slot in enumerate(mesh.slots[:12]))
            components = max(int(body.component_of_face.max()) for body in mesh.bodies) + 1
            raise PromptError(
                f"--parts: there is no part {name!r}; the file has {there}, and connected parts c0 to c{components - 1}"
            )
        rows.append({"part": name, "looks": list(words), "faces": faces_of})
    return replace(mesh, bodies=tuple(bodies)), rows


def _covered(body: Body, coats: list[Coat], size: int) -> Cutout | None:
    """Where light goes through a body still: what was blended and is of a material now stops it, a mask stays."""
    cutout = body.cutout
    if cutout is None or cutout.mode == "MASK":
        return cutout
    texels, alpha = surface_texels(body.mesh, size), cutout.alpha.copy()
    for coat in coats:
        if coat.look.material is not None and not coat.keeps_colour:
            share = np.ones(len(texels.rows)) if coat.share is None else coat.share(texels)
            over = (share * 255 + 0.5).astype(np.uint8)
            alpha[texels.rows, texels.columns] = np.maximum(alpha[texels.rows, texels.columns], over)
    stays = bool((alpha[texels.rows, texels.columns] < 255).any())
    return replace(cutout, alpha=alpha) if stays else None


def _report_part(report: ReportFn, k: int, count: int, fraction: float) -> None:
    report((k + fraction) / count)


def _faces_of(name: str, body: Body, mesh: Opened) -> Array:
    """[F] bool: the faces that a part's name means."""
    if re.fullmatch(r"c\d+", name):
        meant: Array = body.component_of_face == int(name[1:])
    elif name.isdigit():
        meant = body.slot_of_face == int(name)
    else:
        meant = np.isin(body.slot_of_face, [k for k, slot in enumerate(mesh.slots) if name in slot.lower()])
    return meant


def _on_faces(faces: Array) -> TexelFn:
    return lambda texels: faces[texels.faces].astype(np.float32)


def _mask(path: Path) -> Array:
    """[H, W] uint8."""
    try:
        with Image.open(user_path(path)) as picture:
            return np.asarray(picture.convert("L"))
    except (OSError, ValueError) as error:
        raise ExportError(f"--mask: {path} cannot be read as a picture ({error})") from error


def _shares(mask: Array | None, share: TexelFn | None, size: int) -> TexelFn | None:
    """A share within a mask, a picture in the UV of maps of `size` texels along a side."""
    if mask is None:
        return share

    def masked(texels: SurfaceTexels) -> Array:
        uv = np.stack([(texels.columns + 0.5) / size, 1 - (texels.rows + 0.5) / size], axis=1)
        within: Array = sample_texture(mask[..., None], uv)[:, 0]
        return within if share is None else within * share(texels)

    return masked


def write_textured(
    path: Path,
    out: str | os.PathLike[str] | None,
    prompt: str,
    scene: Scene,
    mesh: Opened,
    painted_rows: list[dict[str, Any]],
    alignment: Alignment | None,
    options: TextureOptions,
    given_prior: Prior | None,
    notes: list[str],
) -> Textured:
    """The GLB, the report, and beside them the pictures that the mesh had before."""
    folder = Path(f"{path.stem}_texture") if out is None else user_path(out)
    name = f"{path.stem}.glb"
    if folder.suffix.lower() == ".glb":
        folder, name = folder.parent, folder.name
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    if target.exists() and path.exists() and target.samefile(path):
        raise ExportError(f"{target} is the mesh itself, which stays as it is: choose another --out")
    metadata = {"version": versions()["bozzetto"], "prompt": prompt, "parts": options.parts, "file": path.name}
    mesh = replace(mesh, bodies=tuple(replace(body, mesh=with_closed_seams(body.mesh)) for body in mesh.bodies))
    meshes: list[NamedMesh] = named_meshes(mesh.bodies)
    files = [write_parts_glb(meshes, target, metadata, image=options.image)]
    checked = validate(files)
    seams = [seam_difference(body.mesh) for body in mesh.bodies]
    found = [seam for seam in seams if seam is not None]
    report = {
        "prompt": prompt,
        "file": path.name,
        "prior": options.prior if given_prior is None else given_prior.name,
        "materials": painted_rows,
        "parts": list(mesh.slots),
        "kept_uv": mesh.kept_uv,
        "faces": sum(len(body.mesh.faces) for body in mesh.bodies),
        "texture": options.texture,
        "overlap_with_noun": None if alignment is None else round(alignment.overlap, 4),
        "seam_difference": round(float(np.mean(found)), 5) if found else None,
        "validator": None if checked is None else {"errors": checked[0].errors, "warnings": checked[0].warnings},
        "notes": notes,
        "versions": versions(),
    }
    stem = target.stem
    write_json(folder / f"{stem}_report.json", report)
    files.append(folder / f"{stem}_report.json")
    for k, (name, texture) in enumerate(old_pictures(scene)):
        files.append(write_png(texture.pixels, folder / f"{stem}_before_{k}_{name}.png"))
    return Textured(tuple(files), report, tuple(body.mesh for body in mesh.bodies))


def old_pictures(scene: Scene) -> list[tuple[str, Texture]]:
    """Names and pictures of all maps that a file has, each once."""
    found: dict[int, tuple[str, Texture]] = {}
    for part in scene.parts:
        material = part.material
        named: list[tuple[str, Texture | None]] = [
            ("base_color", material.base_texture),
            ("emission", material.emission_texture),
            *((name.removesuffix("Texture"), texture) for name, (texture, _) in material.extra.items()),
        ]
        for entry in material.kept.values():
            named += [(n.removesuffix("Texture"), v.texture) for n, v in entry.items() if isinstance(v, KeptTexture)]
        for name, texture in named:
            if texture is not None:
                found.setdefault(id(texture.pixels), (re.sub(r"\W", "_", name), texture))
    return list(found.values())
