"""The command ``nouns``: objects become nouns of the shipped network, a word pack each; ``join-nouns`` joins them.

An object is learnt from its mesh as ``bozzetto teach`` does it (``bozzetto.jobs.teach``): half a minute of one core. A
pack that is there already is not made again, so an interrupted call goes on where it stopped, and several calls may
share the work.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bozzetto.foundry.assets import LICENCES, MODELS_FOLDER, CatalogueEntry, read_catalogue, unpack_model
from bozzetto.foundry.emoji import with_tuples
from bozzetto.foundry.sculpt.files import write_glb
from bozzetto.foundry.sculpt.sculpture import catalogue
from bozzetto.jobs.teach.learn import Learnt, as_instance, learn, pictures, webp, word_like
from bozzetto.jobs.teach.mesh_views import Model, fit_cameras, look_at_model, read_model, unseen_cameras
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.volume_fit import FitConfig
from bozzetto.sds.word_pack import ANCHORS, ENDING, Instance, InstanceData, Noun, NounData, WordPack, write_pack

VIEWS, PIXELS = 192, 64
"""That an object is fitted to."""
INSTANCES = Path(__file__).parent / "instances.json"
"""Of the furniture libraries, chosen by eye."""
LICENCE_OF_SCULPTURES = "Apache-2.0"
ABANDONED = 1800.0


@dataclass(frozen=True)
class NewObject:
    """One line of a table of objects.

    Args:
        file: of the mesh, beside the table.
        noun: what it is called; several objects may share one, and become its instances.
        synonyms, kinds, plural, like: of the noun; what its first object says counts.
        size: metres across, corner to corner; None takes the file's.
        words: what parts it from the noun's others.
        anchors: named points, in the file's units.
        front: the axis that its front faces; see ``bozzetto.jobs.teach.mesh_views.FRONTS``.
        units: of the file's numbers. tint: whether a colour word may re-tint it.
        author, licence, source: who made it, under which licence, where it comes from.
    """

    file: str
    noun: str
    synonyms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    plural: str = ""
    like: str = ""
    size: float | None = None
    words: tuple[str, ...] = ()
    anchors: dict[str, tuple[float, float, float]] | None = None
    front: str = "+z"
    units: str | None = None
    tint: bool = True
    author: str = ""
    licence: str = ""
    source: str = ""


def read_objects(table: Path) -> list[NewObject]:
    """A table of objects: JSON, a list of what ``NewObject`` has.

    Raises:
        ValueError: it is none; the message names the line. FileNotFoundError: a file that it names is not there.
    """
    rows = json.loads(table.read_text(encoding="utf-8"))
    objects = []
    for k, row in enumerate(rows):
        try:
            objects.append(NewObject(**with_tuples(row)))
        except TypeError as error:
            raise ValueError(f"{table}, object {k}: {error}") from error
        if not (table.parent / objects[-1].file).is_file():
            raise FileNotFoundError(f"{table}, object {k}: {table.parent / objects[-1].file} is missing")
    return objects


def sculpted(nouns: Sequence[str], seeds: int, folder: Path) -> Iterator[tuple[str, Callable[[], NewObject]]]:
    """Sculptures as objects: names of their packs, and what writes their mesh into a folder and describes it."""
    families = catalogue()
    if strange := [noun for noun in nouns if noun not in families]:
        raise ValueError(f"nothing called {strange[0]!r} can be sculpted; there are: {', '.join(families)}")
    for noun in nouns or families:
        for seed in range(seeds):
            name = f"{noun.replace(' ', '-')}-{seed}"

            def made(noun: str = noun, seed: int = seed, name: str = name) -> NewObject:
                family, sculpture = families[noun], families[noun].sculpt(seed)
                write_glb(sculpture, folder / f"{name}.glb", {"noun": noun, "seed": seed})
                return NewObject(
                    file=f"{name}.glb",
                    noun=noun,
                    synonyms=family.synonyms,
                    kinds=family.kinds,
                    plural=family.plural or "",
                    size=sculpture.size,
                    words=sculpture.words,
                    anchors={key: (float(p[0]), float(p[1]), float(p[2])) for key, p in sculpture.anchors.items()},
                    tint=family.tint,
                    author="bozzetto",
                    licence=LICENCE_OF_SCULPTURES,
                    source=f"sculpted: {noun}, seed {seed}",
                )

            yield name, made


def furniture(
    nouns: Sequence[str], folder: Path, table: Path = INSTANCES, source: Path = MODELS_FOLDER
) -> Iterator[tuple[str, Callable[[], NewObject]]]:
    """Models of the furniture libraries that the network was not trained with: further objects of its nouns, and new
    nouns; as ``sculpted``.

    Args:
        nouns: of the table; none means all. folder: into which their files go.
        table: JSON, a list of {id, noun, words, synonyms, plural}. source: of the libraries.
    """
    models = {entry.id: entry for entry in read_catalogue(source)}
    rows = json.loads(table.read_text(encoding="utf-8"))
    if strange := set(nouns) - {row["noun"] for row in rows}:
        raise ValueError(f"{table.name} has no {sorted(strange)[0]!r}")
    for row in rows:
        if nouns and row["noun"] not in nouns:
            continue
        entry = models[row["id"]]

        def made(row: dict[str, Any] = row, entry: CatalogueEntry = entry) -> NewObject:
            about = {key: value for key, value in row.items() if key != "id"}
            return NewObject(
                **with_tuples(about),
                file=str(unpack_model(entry, folder, source).relative_to(folder)),
                size=entry.size,
                front=_front(entry),
                author=entry.creator,
                licence=LICENCES[entry.library],
                source=entry.id,
            )

        library, _, model = entry.id.split("/")
        yield f"{row['noun'].replace(' ', '-')}-{library.lower()}-{model}", made


def _front(entry: CatalogueEntry) -> str:
    """The axis of a model's file that the catalogue's rotation brings to +Z."""
    if entry.rotation is None:
        return "+z"
    x, _, z = entry.rotation[6:]
    return ("+x" if x > 0 else "-x") if abs(x) > abs(z) else ("+z" if z > 0 else "-z")


def model_of(source: str, folder: Path) -> Model:
    """The mesh that a shipped object was learnt from.

    Args:
        source: as its ``Instance.source`` says it. folder: for its files.
    """
    if made := re.fullmatch(r"sculpted: (.+), seed (\d+)", source):
        path = folder / f"{made[1].replace(' ', '-')}-{made[2]}.glb"
        write_glb(catalogue()[made[1]].sculpt(int(made[2])), path, {})
        return read_model(path)
    entry = next((entry for entry in read_catalogue() if entry.id == source), None)
    if entry is None:
        raise ValueError(f"nothing is known of where {source!r} comes from")
    return read_model(unpack_model(entry, folder), front=_front(entry))


def learn_object(prior: EmbeddedPrior, one: NewObject, folder: Path, out: Path, fit: FitConfig) -> Learnt:
    """Learns one object and writes its pack.

    Args:
        folder: in which its file lies. out: the pack.
    """
    path = folder / one.file
    model = read_model(path, front=one.front, units=one.units)
    views = look_at_model(model, fit_cameras(VIEWS), PIXELS)
    unseen = look_at_model(model, unseen_cameras(), PIXELS, 3)
    like = one.like or word_like(prior, one.noun, views)
    learnt = learn(prior, views, unseen, like, fit)
    about = Instance(
        size=round(one.size if one.size is not None else model.metres, 4),
        words=one.words,
        anchors={name: model.placed(point) for name, point in (one.anchors or {}).items() if name in ANCHORS},
        tintable=one.tint,
        author=one.author,
        licence=one.licence,
        source=one.source or one.file,
        source_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        about={"way": "mesh"},
    )
    instance, data = as_instance(prior, learnt, about, model.materials)
    noun = Noun(one.noun, (instance,), one.plural, one.synonyms, one.kinds, like=like)
    write_pack(
        out,
        [NounData(noun, (data,))],
        network=prior.vocabulary.network,
        edge=prior.config.volume,
        embedding=prior.config.embedding,
    )
    return learnt


def learn_objects(
    jobs: Iterable[tuple[str, Callable[[], NewObject]]],
    folder: Path,
    out: Path,
    prior: EmbeddedPrior,
    fit: FitConfig,
    say: Callable[[str], None],
) -> list[str]:
    """Learns objects whose pack is not there yet, at low priority.

    Args:
        jobs: names of packs, and what describes their objects. folder: of the meshes. out: of the packs, which is made.
        say: called with a line an object.
    Returns:
        what went wrong, a line an object.
    """
    os.nice(10)
    out.mkdir(parents=True, exist_ok=True)
    wrong = []
    for name, describe in jobs:
        path, mark = out / f"{name}{ENDING}", out / f".{name}.at-work"
        if path.is_file() or not _claimed(mark):
            continue
        try:
            learnt = learn_object(prior, describe(), folder, path, fit)
        except (OSError, ValueError) as error:
            wrong.append(f"{name}: {error}")
            say(wrong[-1])
        else:
            scores = f"IoU {learnt.scores.iou:.3f}, PSNR {learnt.scores.psnr:.1f} dB"
            say(f"{name}: {scores}, {learnt.seconds:.0f} s, like {learnt.like}")
        finally:
            mark.unlink(missing_ok=True)
    return wrong


def _claimed(mark: Path) -> bool:
    """Whether nobody else is at work here; what a killed call left is taken over after ABANDONED seconds."""
    for _ in range(2):
        try:
            mark.open("x").close()
            return True
        except FileExistsError:
            if time.time() - mark.stat().st_mtime < ABANDONED:
                return False
            mark.unlink(missing_ok=True)
    return False


def join_packs(packs: Sequence[Path], out: Path, prior: EmbeddedPrior, lexicon: Lexicon) -> tuple[Path, int, int]:
    """One pack of many, to be shipped beside the network, in which the objects of a noun are its instances.

    A noun that the network was trained with keeps its own object, as the first, where that is a model; one that was
    lifted from a picture is replaced. Names that mean another noun are left out.

    Args:
        packs: to join. out: the pack. prior: whose network they are for. lexicon: of the network's own words.
    Returns:
        the pack, its nouns, its objects.
    """
    found: dict[str, list[NounData]] = {}
    for path in packs:
        pack = WordPack(path)
        if pack.network != prior.vocabulary.network:
            raise ValueError(f"{path} was made for another network")
        for k, noun in enumerate(pack.nouns):
            found.setdefault(noun.name, []).append(pack.data(k))
    if not found:
        raise ValueError("there is no pack to join")
    modelled = _modelled()
    words, taken = _names(), set(lexicon.words) | set(found)
    nouns = []
    for name, parts in found.items():
        data = ([_own_object(prior, name, modelled[name])] if name in modelled else []) + parts
        plural, synonyms, kinds = words.get(name, ("", (), ()))
        synonyms = tuple(word for word in synonyms if word not in taken)
        taken.update(synonyms)
        kinds = tuple(word for word in kinds if word not in taken and word not in lexicon.aliases)
        taken.update(kinds)
        instances = tuple(one for part in data for one in part.noun.instances)
        noun = replace(data[0].noun, instances=instances, plural=plural, synonyms=synonyms, kinds=kinds)
        nouns.append(NounData(noun, tuple(one for part in data for one in part.instances)))
    edge, embedding = prior.config.volume, prior.config.embedding
    write_pack(out, nouns, network=prior.vocabulary.network, edge=edge, embedding=embedding)
    return out, len(nouns), sum(len(noun.noun.instances) for noun in nouns)


def _modelled() -> dict[str, str]:
    """The nouns that the network was trained with from a model, and the model's id."""
    rows = json.loads((Path(__file__).parent / "objects.json").read_text(encoding="utf-8"))
    return {row["noun"]: row["id"] for row in rows}


def _names() -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Plural, synonyms and kinds of the nouns, as the tables have them now."""
    names: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {}
    for row in json.loads(INSTANCES.read_text(encoding="utf-8")):
        names.setdefault(row["noun"], (row.get("plural", ""), tuple(row.get("synonyms", ())), ()))
    for noun, family in catalogue().items():
        names[noun] = (family.plural or "", family.synonyms, family.kinds)
    return names


def _own_object(prior: EmbeddedPrior, name: str, source: str) -> NounData:
    """A noun of the network's own as a pack's: its volume as it is stored, its word the network's."""
    shipped = prior.vocabulary.shipped
    number = next(k for k, noun in enumerate(shipped.nouns) if noun.name == name)
    row = shipped.volume(number, 0)
    models = {one.id: one for one in read_catalogue()}
    one = Instance(
        size=shipped.nouns[number].metres,
        author=models[source].creator,
        licence=LICENCES[models[source].library],
        source=source,
        about={"way": "trained"},
    )
    picture = webp(pictures(prior, row, prior.word_vector(name))[0])
    return NounData(Noun(name, (one,), like=name), (InstanceData(row, picture, stored=shipped.stored(number)),))
