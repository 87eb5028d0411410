"""Teaches the embedded prior a noun: from a mesh, a run, posed pictures, one picture or pictures of four sides."""

from __future__ import annotations

import hashlib
import math
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from jaxtyping import UInt8
from torch import Tensor

from bozzetto.export.files.read import READABLE, UnreadableMeshError, refusal
from bozzetto.jobs.config.errors import RunInterrupted, TeachError
from bozzetto.jobs.config.run_config import HubConfig
from bozzetto.jobs.pipeline.fit import fit, fit_config
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.runs import Run, load_run, user_path
from bozzetto.jobs.teach import words
from bozzetto.jobs.teach.guess import LEAST_GAIN, LIFTED_BESIDE_NAMED, LIFTED_SHARE, chosen, guessed
from bozzetto.jobs.teach.learn import (
    DEFAULT_FIT,
    Learnt,
    Scores,
    as_instance,
    learn,
    lit,
    surface_of,
    turned_solids,
    word_like,
)
from bozzetto.jobs.teach.mesh_views import FRONTS, PIXELS, Model, fit_cameras, look_at_model, read_model, unseen_cameras
from bozzetto.jobs.teach.nearest import Match, search
from bozzetto.jobs.teach.pictures import PICTURES, cut_out, read_picture
from bozzetto.jobs.teach.sides import SHOWS, hull_model, lifted_model
from bozzetto.jobs.train.colmap import find_model
from bozzetto.jobs.train.priors import load_prior
from bozzetto.jobs.train.transforms_json import TRANSFORMS, is_unposed
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.volume_fit import FitConfig, TrueViews
from bozzetto.sds.word_pack import Instance, Noun, NounData, SurfaceMaterial

VIEWS, SUPERSAMPLE = 192, 2
"""That a volume is fitted to."""
UNSEEN_SUPERSAMPLE = 3
SEEN_SHARE = 0.2
"""Of one picture: how often it stands among the views that the object is fitted to, beside their number."""
FRONT_VIEWS = 48
FRONT_MARGIN = 0.06
"""By so much more must the shape be that of a known noun from another side, in intersection over union, before that
side is taken for the front."""
UNITLESS = ("obj", "ply", "stl")
"""Formats that do not say what their numbers are."""
Way = Literal["mesh", "run", "images", "lifted", "nearest noun", "sides"]
PictureFn = Callable[[str, UInt8[np.ndarray, "s s 4"]], None]
"""What a picture shows (`cut out`, `object`, `learnt`), and the picture with alpha."""


@dataclass(frozen=True)
class NewNoun:
    """What is said of a noun that is taught."""

    name: str
    also: tuple[str, ...] = ()
    """Other names of it."""
    kinds: tuple[str, ...] = ()
    """More special names that are to be read as it."""
    plural: str = ""
    size: float | None = None
    """Metres across, corner to corner; None takes what the source says."""
    like: str = ""
    """A known noun that it is like; found where it is empty."""
    words: tuple[str, ...] = ()
    """What parts this object from the noun's others: office, tall."""
    another: bool = False
    """Whether the noun was taught already, and this is one more object of it."""
    author: str = ""
    licence: str = ""

    def checked(self) -> NewNoun:
        """The same with its names as prompts are read.

        Raises:
            TeachError: a name cannot be one, or the size is none.
        """
        if self.size is not None and not 0 < self.size < 1e5:
            raise TeachError(f"the size must be between 0 and 100,000 metres, got {self.size:g}")
        return replace(
            self,
            name=words.as_name(self.name),
            also=tuple(dict.fromkeys(words.as_name(name) for name in self.also if name.strip())),
            kinds=tuple(dict.fromkeys(words.as_name(name) for name in self.kinds if name.strip())),
            plural=words.as_name(self.plural) if self.plural else "",
            like=words.as_name(self.like) if self.like else "",
            words=tuple(words.as_name(word) for word in self.words),
        )


@dataclass(frozen=True)
class Source:
    """What a noun is taught from, and how it is to be understood."""

    path: str | Path | Run = ""
    """A mesh, a run (its folder or name), posed pictures (transforms.json or its folder), or one picture."""
    front: str = "auto"
    """Of a mesh: the axis that its front faces (`+z`, `-z`, `+x`, `-x`), once +Y is up; `auto` takes +Z where no known
    noun of its shape says otherwise."""
    units: str | None = None
    up: str | None = None
    """Of a mesh file, where its format does not say them; see `bozzetto.export.files.read.read_scene`."""
    mask: str | Path | None = None
    """Of one picture: another, white where the object is."""
    shows: str = "auto"
    """What one picture shows: of `bozzetto.jobs.teach.sides.SHOWS`, or `auto`."""
    way: Literal["auto", "lift", "noun"] = "auto"
    """How one picture becomes an object: its outline lifted, or the known noun that explains it best, fitted to it;
    `auto` fits one unless ``shows`` is said."""
    sides: Mapping[str, str | Path] | None = None
    """Pictures of sides in the place of ``path``: front, back, left (from -X), right (from +X), top."""
    fit_steps: int | None = None
    """Of the reconstruction from posed pictures."""


@dataclass(frozen=True)
class Taught:
    """A noun that was learnt and kept."""

    name: str
    pack: Path
    way: Way
    like: str
    """The known noun that it began with."""
    front: str
    """The axis of the source that was taken for its front; empty for pictures."""
    scores: Scores
    """Beside views of the source that it was not fitted to; of pictures, beside the picture."""
    seconds: float
    notes: tuple[str, ...] = ()
    """What whoever taught it should know."""
    seen_from: tuple[float, float] | None = None
    """Of one picture that known nouns were changed to: azimuth and elevation, radians, from where the two are alike."""
    match: Match | None = None
    """The noun that is most like it, as it was found."""


@dataclass(frozen=True)
class _Seen:
    """An object as it is to be learnt."""

    way: Way
    views: TrueViews
    unseen: TrueViews
    name: str
    """Of the source."""
    digest: str
    materials: tuple[SurfaceMaterial, ...] = ()
    metres: float | None = None
    like: str = ""
    front: str = ""
    notes: tuple[str, ...] = ()
    seen_from: tuple[float, float] | None = None
    match: Match | None = None


def teach(
    source: str | Path | Run | Source,
    noun: NewNoun,
    *,
    take_over: bool = False,
    prior: EmbeddedPrior | None = None,
    fit: FitConfig = DEFAULT_FIT,
    progress: ProgressFn = no_progress,
    show: PictureFn = lambda what, picture: None,
) -> Taught:
    """Learns an object and keeps it as a word pack in the home folder, where every later run finds it.

    Args:
        source: what shows the object; a path or a run stands for `Source(path)`.
        noun: what it is called.
        take_over: take over names that mean something already.
        prior: the embedded prior, where it is at hand.
        fit: how the volume is fitted.
        progress: is told of each step. show: is given pictures of the object and of what was learnt.
    Raises:
        BozzettoError: the source or a name cannot be used, or the pack cannot be written; nothing half is left.
    """
    begin = time.perf_counter()
    source = source if isinstance(source, Source) else Source(source)
    noun = noun.checked()
    # Before anything is spent.
    if noun.another:
        words.find(noun.name)
    else:
        words.check_names([Noun(noun.name, (), noun.plural, noun.also)], take_over)
    network = prior or _embedded()
    if noun.like and noun.like not in network.vocabulary.known:
        raise TeachError(f"{noun.like!r} is no known noun that another may be like; see: bozzetto priors --words")

    def told(stage: str) -> Callable[[int, int], None]:
        return lambda done, total: progress(Progress(stage, done, total))

    seen = _seen(network, source, noun, told, progress, show)
    show("object", lit(seen.unseen.surface[:1], seen.unseen.cameras[:1])[0])
    like = noun.like or seen.like or word_like(network, noun.name, seen.views)
    learnt = learn(network, seen.views, seen.unseen, like, fit, told("learning"))
    side = seen.unseen.cameras[:1]
    show("learnt", lit(surface_of(network, learnt.row, learnt.vector, side, 2 * PIXELS), side)[0])
    pack = _kept(network, noun, seen, learnt, take_over)
    seconds = time.perf_counter() - begin
    return Taught(
        noun.name,
        pack,
        seen.way,
        like,
        seen.front,
        learnt.scores,
        seconds,
        seen.notes,
        seen.seen_from,
        seen.match,
    )


def _kept(prior: EmbeddedPrior, noun: NewNoun, seen: _Seen, learnt: Learnt, take_over: bool) -> Path:
    """The noun as a pack of its own."""
    size = noun.size if noun.size is not None else seen.metres
    about = Instance(
        size=None if size is None else round(size, 4),
        words=noun.words,
        author=noun.author,
        licence=noun.licence,
        source=seen.name,
        source_sha256=seen.digest,
        about={"way": seen.way, **({"front": seen.front} if seen.front else {})},
    )
    instance, data = as_instance(prior, learnt, about, seen.materials)
    whole = NounData(Noun(noun.name, (instance,), noun.plural, noun.also, noun.kinds, like=learnt.like), (data,))
    fits = {"edge": prior.config.volume, "embedding": prior.config.embedding}
    if noun.another:
        return words.install_another(whole, network=prior.vocabulary.network, **fits)
    return words.install(whole, network=prior.vocabulary.network, take_over=take_over, **fits)


def _embedded() -> EmbeddedPrior:
    # Half a minute of one core: a card is not worth its start.
    prior = load_prior("embedded", HubConfig(device="cpu"))
    assert isinstance(prior, EmbeddedPrior)
    return prior


def _seen(
    prior: EmbeddedPrior,
    source: Source,
    noun: NewNoun,
    told: Callable[[str], Callable[[int, int], None]],
    progress: ProgressFn,
    show: PictureFn,
) -> _Seen:
    """What a source shows, by its kind."""
    if source.front != "auto" and source.front not in FRONTS:
        raise TeachError(f"front must be auto or one of {', '.join(FRONTS)}, got {source.front!r}")
    if source.shows != "auto" and source.shows not in SHOWS:
        raise TeachError(f"a picture shows auto or one of {', '.join(SHOWS)}, got {source.shows!r}")
    if source.sides:
        if source.path:
            raise TeachError("give one source: a file, or pictures of sides")
        return _from_sides(source.sides, told, show)
    if isinstance(source.path, Run):
        return _from_run(prior, source, source.path, "run", told)
    if not str(source.path):
        raise TeachError("there is no source: give a mesh, a run, posed pictures, a picture, or pictures of sides")
    path = user_path(source.path)
    kind = path.suffix.lower().lstrip(".")
    if kind in PICTURES:
        return _from_picture(prior, source, path, noun, told, show)
    if _shows_posed(path):
        with tempfile.TemporaryDirectory(prefix="bozzetto-teach-") as folder:
            try:
                run = fit(fit_config(path, steps=source.fit_steps), out=Path(folder) / "fit", progress=progress)
            except RunInterrupted as stopped:
                # Its run is no place to go on from: the folder goes.
                message = "stopped while the pictures were fitted; nothing was taught, teach it again"
                raise RunInterrupted(message, stopped.exit_code) from stopped
            seen = _from_run(prior, source, run, "images", told)
        return replace(seen, name=path.parent.name if path.is_file() else path.name)
    if path.is_file() or kind in READABLE:
        if refused := refusal(path):
            raise TeachError(refused)
        return _from_mesh(prior, source, path, "mesh", told)
    return _from_run(prior, source, load_run(source.path), "run", told)


def _shows_posed(path: Path) -> bool:
    """Whether `bozzetto fit` takes it: posed pictures, a COLMAP model, or a folder of photos, which no run is."""
    if path.suffix.lower() == ".json":
        return True
    if not path.is_dir() or (path / "config.json").is_file():
        return False
    return any((path / name).is_file() for name in TRANSFORMS) or find_model(path) is not None or is_unposed(path)


def _from_run(
    prior: EmbeddedPrior, source: Source, run: Run, way: Way, told: Callable[[str], Callable[[int, int], None]]
) -> _Seen:
    """The mesh of a run; a run from a prompt has its front at +Z and no size of its own."""
    if run.mesh is None:
        raise TeachError(f"{run.path} has no mesh yet; finish it with: bozzetto resume {run.path}")
    front = "+z" if source.front == "auto" and way == "run" else source.front
    seen = _from_mesh(prior, replace(source, front=front), run.mesh, way, told)
    return replace(seen, name=f"run {run.path.name}", metres=None)


def _from_mesh(
    prior: EmbeddedPrior, source: Source, path: Path, way: Way, told: Callable[[str], Callable[[int, int], None]]
) -> _Seen:
    notes: list[str] = []
    front = source.front
    try:
        model = read_model(path, front="+z" if front == "auto" else front, units=source.units, up=source.up)
        if front == "auto":
            front = _front_of(prior, model)
            if front != "+z":
                notes.append(f"its front seems to face {front} of the file; say --front to take another")
                model = read_model(path, front=front, units=source.units, up=source.up)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except (UnreadableMeshError, OSError) as error:
        raise TeachError(f"cannot be taught from {path}: {error}") from error
    knows_size = path.suffix.lower().lstrip(".") not in UNITLESS or source.units is not None
    seen = _from_model(model, way, path.name, digest, told)
    return replace(
        seen, front=front, metres=model.metres if knows_size else None, notes=(*notes, *seen.notes, *model.notes)
    )


def _from_model(
    model: Model, way: Way, name: str, digest: str, told: Callable[[str], Callable[[int, int], None]]
) -> _Seen:
    views = look_at_model(model, fit_cameras(VIEWS), PIXELS, SUPERSAMPLE, told("views"))
    if not bool((views.surface[:, 0] > 0.5).any()):
        raise TeachError(f"cannot be taught from {name}: there is nothing to see from outside")
    unseen = look_at_model(model, unseen_cameras(), PIXELS, UNSEEN_SUPERSAMPLE)
    return _Seen(way, views, unseen, name, digest, model.materials)


def _front_of(prior: EmbeddedPrior, model: Model) -> str:
    """The axis that the front seems to face: +z unless a known noun's shape is there from another side."""
    views = look_at_model(model, fit_cameras(FRONT_VIEWS), PIXELS, 1)
    solids = turned_solids(views, prior.config.volume, 4)
    best = prior.vocabulary.nearest_shapes(solids)[0]
    as_it_is = prior.vocabulary.nearest_shapes(solids[:1])[0]
    fronts = ("+z", "+x", "-z", "-x")
    return fronts[best[1]] if best[2] > as_it_is[2] + FRONT_MARGIN else "+z"


def _from_sides(
    sides: Mapping[str, str | Path], told: Callable[[str], Callable[[int, int], None]], show: PictureFn
) -> _Seen:
    cut, whole = {}, hashlib.sha256()
    for side, path in sides.items():
        found = cut_out(read_picture(path))
        show("cut out", found.pixels)
        whole.update(user_path(path).read_bytes())
        cut[side] = found.pixels
    seen = _from_model(hull_model(cut), "sides", ", ".join(Path(path).name for path in sides.values()), "", told)
    note = "what no picture shows is guessed: hollows that all outlines hide are filled"
    return replace(seen, digest=whole.hexdigest(), materials=(), notes=(note,))


def _from_picture(
    prior: EmbeddedPrior,
    source: Source,
    path: Path,
    noun: NewNoun,
    told: Callable[[str], Callable[[int, int], None]],
    show: PictureFn,
) -> _Seen:
    """A lifted outline, or the known noun that explains it best, fitted to it."""
    found = cut_out(read_picture(path), None if source.mask is None else read_picture(source.mask))
    show("cut out", found.pixels)
    digest, said = hashlib.sha256(path.read_bytes()).hexdigest(), f"the object was told from its ground by {found.how}"
    lifted_share, choice = LIFTED_SHARE, None
    # Saying what the picture shows is meant for lifting it.
    if source.way != "lift" and (source.way == "noun" or source.shows == "auto"):
        named = _named_like(prior, noun)
        lifted_share = LIFTED_BESIDE_NAMED if named else LIFTED_SHARE
        matches = search(prior, found.pixels, (named,) if named else (), told("nearest noun"))
        choice = chosen(prior, matches, found.pixels, lifted_share) if matches else None
        if choice is not None and choice.gain < LEAST_GAIN and not named and source.way == "auto":
            said, choice = f"{said}; no known noun says more of its shape than its outline does", None
    if choice is None:
        shows = "front" if source.shows == "auto" else source.shows
        seen = _from_model(lifted_model(found.pixels, shows), "lifted", path.name, digest, told)
        note = f"lifted from its outline as a thing that is seen from its {shows}; its back is guessed"
        return replace(seen, materials=(), notes=(said, note))
    guess = guessed(prior, matches, choice.match, found.pixels, lifted_share)
    seen = _from_model(guess.model, "nearest noun", path.name, digest, told)
    note = (
        f"shaped as {guess.match.noun!r}, scaled along its axes, seen from {math.degrees(guess.azimuth):.0f} degrees "
        "and fitted to the outline; what the picture does not show is guessed"
    )
    return replace(
        seen,
        views=_with_many(seen.views, guess.seen),
        unseen=guess.seen,
        materials=(),
        like=guess.match.noun,
        notes=(said, note),
        seen_from=(guess.azimuth, guess.elevation),
        match=guess.match,
    )


def _with_many(views: TrueViews, seen: TrueViews) -> TrueViews:
    """Views, and the picture's own among them many times."""
    count = round(SEEN_SHARE * len(views.cameras))

    def joined(one: Tensor, other: Tensor) -> Tensor:
        return torch.cat([one, other.expand(count, *other.shape[1:])])

    return replace(
        views,
        surface=joined(views.surface, seen.surface),
        paint=joined(views.paint, seen.paint),
        depth=joined(views.depth, seen.depth),
        cameras=joined(views.cameras, seen.cameras),
        material=None,
    )


def _named_like(prior: EmbeddedPrior, noun: NewNoun) -> str:
    """The shipped noun that a name says it is like: what was told, or what its name ends in."""
    if noun.like:
        return noun.like
    parts = noun.name.split()
    for begin in range(1, len(parts)):
        known = prior.lexicon.lookup(" ".join(parts[begin:]))
        if known in prior.vocabulary.known:
            return str(known)
    return ""


__all__ = ["NewNoun", "PictureFn", "Scores", "Source", "Taught", "Way", "teach"]
