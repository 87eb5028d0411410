"""``python -m bozzetto.foundry STEP``: assets, render, train, ship, sample, evaluate, ablate, card; long ones resume.

``pack``, ``unpack``, ``split`` and ``join`` carry the objects and weights to a faster machine, and back. ``sculpt``
makes objects by code.
"""

from __future__ import annotations

import functools
import json
import logging
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import numpy as np
import torch
import tyro
from PIL import Image
from tqdm import tqdm

from bozzetto.foundry.ablation import RESULT, VARIANTS, load, object_subset, save, table, try_variant
from bozzetto.foundry.assets import MODELS_FOLDER, gather_assets
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.card import pack_sheet, write_card, write_pack_card
from bozzetto.foundry.emoji import PICTURES
from bozzetto.foundry.evaluate import NOISE_TIMES, x0_errors
from bozzetto.foundry.meaning import all_objects, dictionary, meanings, write_meanings, write_words
from bozzetto.foundry.nouns import furniture, join_packs, learn_objects, read_objects, sculpted
from bozzetto.foundry.packing import join_weights, pack_objects, split_weights, unpack_objects
from bozzetto.foundry.sampling import ddim, four_sides
from bozzetto.foundry.sculpt.write import write_sculptures
from bozzetto.foundry.training import Progress, TrainConfig, ship, train
from bozzetto.foundry.views import render_views
from bozzetto.foundry.words import build_lexicon
from bozzetto.sds.embedded import WEIGHTS, EmbeddedPrior
from bozzetto.sds.language.spelling import MEANINGS, WORDS
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.unet import UNetConfig
from bozzetto.sds.volume_fit import FitConfig
from bozzetto.sds.word_pack import WordPack

DATA = Path.home() / ".cache" / "bozzetto" / "foundry"


def _bar(what: str) -> Callable[[int, int], None]:
    bar = tqdm(desc=what, total=0, unit="object")

    def advance(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return advance


def _lexicon(data: Path) -> Lexicon:
    path = data / "lexicon.json"
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: run 'python -m bozzetto.foundry assets' first, or unpack")
    return Lexicon.load(path)


def assets(data: Path = DATA, source: Path = MODELS_FOLDER, emoji: Path | None = DATA / PICTURES) -> None:
    """Read, normalise, caption and credit the objects; list what was dropped and why.

    Args:
        data: the foundry's folder. source: of the furniture libraries. emoji: of the pictures that are lifted; None
            leaves them out.
    """
    assets = gather_assets(data, source, emoji, _bar("assets"))
    build_lexicon(assets).save(data / "lexicon.json")
    dropped = json.loads((data / "dropped.json").read_text())
    print(f"{len(assets)} objects in {data}; {len(dropped)} others left out, see {data / 'dropped.json'}")


def render(data: Path = DATA, views: int = 136, seed: int = 0, workers: int = 2) -> None:
    """Render every object from many cameras into buffers of albedo, normal, alpha and paint."""
    render_views(data, views, seed, workers, _bar("render"))
    print(f"views in {data / 'views.npy'}")


def train_prior(
    minutes: float,
    data: Path = DATA,
    out: Path = DATA / "train",
    start: Path | None = None,
    rate: float = TrainConfig.rate,
    volume_rate: float = TrainConfig.volume_rate,
    batch: int = 32,
    zoomed: float = 0.3,
    cooldown: float = 0.0,
    device: str = "cpu",
    threads: int = 2,
    compiled: bool = True,
    volume_only: bool = False,
    seed: int = 0,
) -> None:
    """Train for some minutes, from the last checkpoint if there is one; the last call wants --cooldown 1.

    --volume-only trains the words' volumes alone, several times faster an image: a good beginning for new objects.
    --zoomed is the share of windows at twice the scale; with --volume-only 1 is best, as they show the finest detail.
    --start FOLDER begins from shipped weights where there is no checkpoint, for example sds/weights.
    """
    torch.set_num_threads(threads)
    lexicon = _lexicon(data)
    network = UNetConfig(len(lexicon.words), len(lexicon.objects))
    config = TrainConfig(network, batch=batch, rate=rate, volume_rate=volume_rate, zoomed=zoomed, seed=seed)
    bar = tqdm(total=round(minutes * 60), unit="s", bar_format="{desc} {bar} {n}/{total} s, left {remaining}")

    def report(p: Progress) -> None:
        bar.update(round(minutes * 60 - p.seconds_left) - bar.n)
        speed = f"{p.images / 1e3:.0f} k images, {p.images_per_second:.0f}/s"
        bar.set_description(f"step {p.step}, {speed}, loss {p.loss:.4f}")

    path = train(
        ViewData(data, lexicon),
        out,
        config,
        minutes,
        start=start,
        cooldown=cooldown,
        device=device,
        compiled=compiled,
        volume_only=volume_only,
        report=report,
    )
    print(f"checkpoint in {path}")


def ship_weights(
    data: Path = DATA, out: Path = DATA / "train", to: Path = WEIGHTS, notes: str = "", apart: bool = False
) -> None:
    """Write the averaged weights and the volumes where the package looks for them; --apart puts the nouns into a word
    pack beside the network.
    """
    path = ship(out / "checkpoint.safetensors", _lexicon(data), to, notes, _bar("pack volumes"), apart)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def sample(
    prompts: tyro.conf.Positional[tuple[str, ...]],
    to: Path = Path("samples.png"),
    scale: float = 3.0,
    steps: int = 20,
    weights: Path = WEIGHTS,
) -> None:
    """Draw each prompt from four sides, a row a prompt."""
    prior = EmbeddedPrior(weights)
    rows = []
    for prompt in tqdm(prompts, unit="prompt"):
        images = (ddim(prior, prompt, four_sides(), steps, scale) + 1) / 2
        rows.append(torch.cat(list(images.permute(0, 2, 3, 1)), 1))
    sheet = (torch.cat(rows).clamp(0, 1).numpy() * 255).astype(np.uint8)
    Image.fromarray(sheet).resize((sheet.shape[1] * 3, sheet.shape[0] * 3), Image.Resampling.NEAREST).save(to)
    print(to)


def evaluate(data: Path = DATA, weights: Path = WEIGHTS) -> None:
    """Print the x0 error on held-out views, by noise level, and what colour words are worth."""
    prior = EmbeddedPrior(weights)
    print("x0 error at t =", *NOISE_TIMES)
    for name, errors in x0_errors(prior.net, ViewData(data, prior.lexicon)).items():
        print(f"{name:28s}", *errors)


def ablate(
    variants: tyro.conf.Positional[tuple[str, ...]] = (),
    steps: int = 750,
    to: Path = RESULT,
    data: Path = DATA,
) -> None:
    """Train variants of the prior at equal compute and note their held-out error for the card; what is noted is kept.

    Args:
        variants: by name; all of them by default. steps: of the recipe (five minutes of a core); variants get as many
            as cost the same. to: where the figures are noted.
        data: the foundry's folder.
    """
    torch.set_num_threads(1)
    objects = object_subset(data)
    for name in tqdm(variants or tuple(VARIANTS), unit="variant"):
        if not any(o.name == name for o in load(to)):
            with tempfile.TemporaryDirectory() as folder:
                outcome = try_variant(objects, name, steps, Path(folder))
            save([*load(to), outcome], to)
    print("\n".join(table(load(to))))


def card(data: Path = DATA, out: Path = DATA / "train", weights: Path = WEIGHTS) -> None:
    """Write the model card: data, authors and licences, curve, held-out error, what it knows and what it does not."""
    lexicon = EmbeddedPrior(weights).lexicon
    print(write_card(ViewData(data, lexicon), data, out / "log.jsonl", weights))


def pack(to: tyro.conf.Positional[Path], data: Path = DATA) -> None:
    """Write the objects and their words into one small file, to be rendered and learnt on another machine."""
    path = pack_objects(data, to, _bar("pack"))
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def unpack(source: tyro.conf.Positional[Path], data: Path = DATA) -> None:
    """Restore what pack wrote, in the place of the step assets."""
    print(f"{unpack_objects(source, data, _bar('unpack'))} objects in {data}")


def split_shipped(to: tyro.conf.Positional[Path], weights: Path = WEIGHTS) -> None:
    """Cut what ship wrote into parts of at most 15 MB; train --start goes on from it."""
    print(f"{len(split_weights(weights, to))} files in {to}")


def join_shipped(source: tyro.conf.Positional[Path], weights: Path = WEIGHTS) -> None:
    """Put the parts of weights together again."""
    print(join_weights(source, weights))


def sculpt(
    nouns: tyro.conf.Positional[tuple[str, ...]] = (),
    seeds: int = 3,
    sheet: Path | None = None,
    out: Path | None = None,
    pixels: int = 160,
    overview: Path | None = None,
) -> None:
    """Sculpt objects by code: list them, write them as GLB, draw them from six sides.

    Args:
        nouns: all that there are by default.
        seeds: instances of each, from seed 0 on.
        sheet: a picture of all of them from six sides, a row an instance. pixels: of a view in it.
        overview: a picture of all of them from the front right, a field a noun.
        out: folder for NOUN-SEED.glb, which is made.
    """
    write_sculptures(nouns, seeds, sheet, out, pixels, overview, print)


def nouns(
    names: tyro.conf.Positional[tuple[str, ...]] = (),
    source: Literal["sculpted", "furniture"] = "sculpted",
    table: Path | None = None,
    seeds: int = 1,
    out: Path = DATA / "nouns",
    steps: int = FitConfig.steps,
    image_steps: int = FitConfig.image_steps,
    weights: Path = WEIGHTS,
) -> None:
    """Learn objects as nouns of the shipped network, a word pack each; what is there already is not made again.

    Args:
        names: nouns of the source; all of them by default.
        source: sculptures, or the furniture libraries' models of foundry/instances.json.
        table: JSON of other objects instead, see foundry/nouns.py.
        seeds: instances of each sculpture, from seed 0 on.
        out: folder for the packs, and of the meshes in `meshes`.
        steps, image_steps: of the fit, on surfaces and through the network.
        weights: of the network.
    """
    torch.set_num_threads(1)
    meshes = out / "meshes" if table is None else table.parent
    if table is None:
        meshes.mkdir(parents=True, exist_ok=True)
        jobs = sculpted(names, seeds, meshes) if source == "sculpted" else furniture(names, meshes)
    else:
        rows = read_objects(table)
        jobs = iter((f"{Path(row.file).stem}", functools.partial(lambda row: row, row)) for row in rows)
    fit = FitConfig(steps=steps, image_steps=image_steps)
    wrong = learn_objects(jobs, meshes, out, EmbeddedPrior(weights), fit, lambda line: print(line, flush=True))
    if wrong:
        raise ValueError(f"{len(wrong)} objects could not be learnt")


def join_nouns(
    to: tyro.conf.Positional[Path],
    source: Path = DATA / "nouns",
    weights: Path = WEIGHTS,
    sheet: Path | None = None,
) -> None:
    """Put packs together, to be shipped beside the network: what has one noun becomes its instances.

    Args:
        to: the pack, with a card NOUNS.md beside it. source: folder of packs. weights: of the network.
        sheet: of pictures of all objects.
    """
    path, count, objects = join_packs(
        sorted(source.glob("*.safetensors")), to, EmbeddedPrior(weights), Lexicon.load(weights / "lexicon.json")
    )
    pack = WordPack(path)
    card = write_pack_card(pack, path.with_name("NOUNS.md"))
    print(f"{path}: {count} nouns, {objects} objects, {path.stat().st_size / 1e6:.1f} MB; {card}")
    if sheet is not None:
        pack_sheet(pack).save(sheet, quality=80)


def write_nearest(weights: Path = WEIGHTS) -> None:
    """Write anew which objects are nearest to English nouns without one, and which words are no typing errors.

    Both come from WordNet. Objects are those of the shipped nouns, and those that can be sculpted, learnt or not.

    Args:
        weights: folder of the network, whose lexicon and packs say which nouns are shipped.
    """
    table, words = meanings(all_objects(weights)), dictionary()
    write_meanings(table)
    write_words(words)
    print(f"{MEANINGS}: {len(table):,} nouns; {WORDS}: {len(words):,} words")


def main() -> None:
    """The command line."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    commands: dict[str, Callable] = {
        "assets": assets,
        "render": render,
        "train": train_prior,
        "ship": ship_weights,
        "sample": sample,
        "evaluate": evaluate,
        "ablate": ablate,
        "card": card,
        "pack": pack,
        "unpack": unpack,
        "split": split_shipped,
        "join": join_shipped,
        "sculpt": sculpt,
        "nouns": nouns,
        "join-nouns": join_nouns,
        "meanings": write_nearest,
    }
    try:
        tyro.extras.subcommand_cli_from_dict(commands, prog="python -m bozzetto.foundry", description=__doc__)
    except (FileNotFoundError, ImportError, ValueError, FloatingPointError) as error:
        sys.exit(f"foundry: {error}")


if __name__ == "__main__":
    main()
