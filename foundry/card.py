"""Step 6, ``card``: the model card beside the weights, written from what is stored and measured, never by hand."""

from __future__ import annotations

import io
import json
import math
from pathlib import Path

from PIL import Image, ImageDraw

from bozzetto.atomic import atomic_file
from bozzetto.foundry.ablation import OBJECT_STRIDE, RESULT, load, table
from bozzetto.foundry.assets import EMOJI_SET
from bozzetto.foundry.batches import ViewData
from bozzetto.foundry.evaluate import NOISE_TIMES, errors_by_object, x0_errors
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.word_pack import WordPack

TRIED = (
    (
        "half of the times above 0.75, plain albedo in 85 % of the images",
        "x0 error at t = .95: .071 at 264 thousand images; before, .1125 at 170 thousand",
    ),
    ("attention spelled out instead of the fused CPU kernel", "18 % of a step saved"),
    ("Muon in the place of AdamW", "no gain at equal time"),
    (
        "a volume inside the network that the words draw",
        "at t = .95: .051 without (756 thousand images), .016 with it after 122 thousand more, .005 after 675 thousand",
    ),
    ("the volumes' basis stored as int8, a scale a row", "predictions move by a mean square of 9e-7"),
    (
        "353 objects: every matrix of the network stored as int8, a scale a row, not the basis alone",
        "x0 error at t = .95: .00555 as before; 11 MB less, which pays for what follows",
    ),
    (
        "353 objects: basis volumes",
        "of the variance of the true surfaces' occupancy (40 voxels an edge) 256 leave 5 %, 320 1 %, 352 nothing",
    ),
    (
        "353 objects: opacity 40 voxels wide beside features 20 wide, told by windows alone",
        "squared error of held-out windows' opacity: .0080 before, .0044 after 6 minutes; of whole views .0056, .0045",
    ),
    (
        "colour words as one affine map of the volume's features, in the place of a part in mixing the basis volumes",
        "squared albedo error of held-out views before: own colours .0034, taught re-tints .0070, pairs never taught"
        " .0083; after: .0033, .0036, .0042",
    ),
    (
        "640 objects: 512 basis volumes for 384",
        "of the variance of the true surfaces' occupancy (20 voxels an edge) 384 leave 3.2 %, 512 0.9 %",
    ),
    (
        "the basis stored in 6 bits a number, for 8",
        "x0 error at t = .95: .00428 for .00428 (modelled objects, a third of the views), .00227 for .00225 (lifted)",
    ),
    (
        "287 objects lifted from pictures beside the 353 modelled ones",
        "x0 error at t = .95 of the modelled: whole .0037 as before, windows .0056 (before .0055), pairs never taught"
        " .0048 (.0056)",
    ),
    (
        "a volume of 48 voxels for each noun (opacity and features) in the place of 512 basis volumes of 40 and 20",
        "x0 error at t = .95, before and after 50 minutes: windows .0056, .0045 (lifted .0023, .0015), whole .0037,"
        " .0034 (.0019, .0017), pairs never taught .0048, .0044 (.0044, .0039)",
    ),
    (
        "learning rate of a volume's numbers, .02, .05 and .1, 320 windows an object of 24",
        "squared error of held-out windows before .0054 (opacity), .029 (normals), .012 (albedo); after .0049, .022,"
        " .0095; .0049, .021, .0090; .0050, .020, .0089",
    ),
    (
        "not told the light of pictures that are all lit (8 minutes of one core from these weights, 32 objects)",
        "results relit beside the true objects: 27.9 dB, told 30.5 (16 objects; -1.2 to +7.7)",
    ),
    (
        "bfloat16 or float32, whichever multiplies faster on the machine",
        "on a Xeon without AMX float32 trains 1.7 times as many images a second",
    ),
)
"""Changes that were compared while the recipe was found, one training each, and what came of them."""


def _curve(log: Path, rows: int = 16) -> list[str]:
    entries = [json.loads(line) for line in log.read_text().splitlines()]
    picked = [entries[round(k * (len(entries) - 1) / (rows - 1))] for k in range(rows)] if entries else []
    lines = ["| images | steps | loss (mean of 400 steps) | rate |", "|---|---|---|---|"]
    return lines + [f"| {e['images']:,} | {e['step']:,} | {e['loss']:.4f} | {e['rate']:.5f} |" for e in picked]


def compared(noted: Path) -> list[str]:
    """The section on variants at equal compute, from what ``foundry ablate`` has noted; nothing where it has not."""
    outcomes = load(noted)
    if not outcomes:
        return []
    return [
        "## Variants at equal compute",
        f"Each trained from nothing on every {OBJECT_STRIDE}th object at the same cost on one core, that of"
        f" {outcomes[0].images:,} images by the recipe, in one thing otherwise (`python -m bozzetto.foundry ablate`,"
        " `foundry/ablation.py`). x0 error on held-out views, the mean of modelled and lifted objects; of variants its"
        " distance from the mean of the recipe's seeds. So short a training favours what learns fast: that narrow"
        " networks and weights that are not averaged do best in it says little of a long one.",
        "",
        *table(outcomes),
        "",
    ]


def write_pack_card(pack: WordPack, path: Path) -> Path:
    """Writes what a pack that is shipped beside the network holds: each object with its author, licence and scores.

    Args:
        pack: it. path: of the card, Markdown.
    """
    objects = [(noun, one) for noun in pack.nouns for one in noun.instances]
    learnt = [one for _, one in objects if "iou" in one.about]
    iou, psnr = (sorted(float(one.about[key]) for one in learnt) for key in ("iou", "psnr"))
    several = [noun for noun in pack.nouns if len(noun.instances) > 1]
    rows = [
        f"| {noun.name} | {', '.join(one.words)} | {one.author} | {one.source} | {one.licence} | "
        + (f"{one.about['iou']} | {one.about['psnr']} |" if "iou" in one.about else "trained | |")
        for noun, one in objects
    ]
    lines = [
        "# Nouns beside the network",
        "",
        "Written by `python -m bozzetto.foundry join-nouns` from the pack; do not edit.",
        "",
        f"{len(pack.nouns)} nouns with {len(objects)} objects ({pack.path.stat().st_size / 1e6:.1f} MB), of which"
        f" {len(several)} have more than one: the seed chooses, `--set text.instance=K` fixes it. They take the place"
        " of the network's own objects that were lifted from a picture; where it was trained with a model, that one is"
        " the first.",
        "",
        "Each was learnt from its mesh with the network frozen (`bozzetto teach`). Scores are of the stored volume on"
        " views that it was not fitted to: IoU of silhouettes and PSNR of albedo at 64 x 64 pixels, the mean of black"
        f" and white grounds. IoU: median {_middle(iou):.3f}, lowest {iou[0]:.3f}, a tenth below"
        f" {iou[len(iou) // 10]:.3f}; PSNR: median {_middle(psnr):.1f} dB, lowest {psnr[0]:.1f}, a tenth below"
        f" {psnr[len(psnr) // 10]:.1f}.",
        "",
        "Objects by bozzetto are sculptures by code (`foundry/sculpt`); the others are models of Debian's package"
        " `sweethome3d-furniture` (Sweet Home 3D furniture libraries), credited here to their authors; changes:"
        " rescaled, re-lit, re-tinted, rendered at 64 x 64 pixels.",
        "",
        "| noun | words | author | source | licence | IoU | PSNR, dB |",
        "|---|---|---|---|---|---|---|",
        *rows,
        "",
    ]
    with atomic_file(path) as file:
        file.write("\n".join(lines).encode())
    return path


def pack_sheet(pack: WordPack, columns: int = 16, side: int = 96) -> Image.Image:
    """Pictures of all objects of a pack with their names, on white."""
    objects = [(k, i, noun.name) for k, noun in enumerate(pack.nouns) for i in range(len(noun.instances))]
    label = 13
    sheet = Image.new("RGB", (columns * side, math.ceil(len(objects) / columns) * (side + label)), "white")
    draw = ImageDraw.Draw(sheet)
    for place, (k, i, name) in enumerate(sorted(objects, key=lambda row: (row[2], row[1]))):
        x, y = place % columns * side, place // columns * (side + label)
        with Image.open(io.BytesIO(pack.preview(k, i)), formats=["WEBP"]) as picture:
            whole = picture.convert("RGBA").resize((side, side))
        sheet.paste(whole, (x, y), whole)
        draw.text((x + 2, y + side), name if not i else f"{name} {i}", fill="black")
    return sheet


def _middle(values: list[float]) -> float:
    return values[len(values) // 2]


def write_card(data: ViewData, folder: Path, train_log: Path, weights: Path) -> Path:
    """Writes ``MODEL_CARD.md`` into the weights' folder.

    Args:
        data: the views that the prior was trained on. folder: the foundry's folder, for what was dropped.
        train_log: the training's ``log.jsonl``. weights: the folder of the shipped weights.
    Returns:
        the card's path.
    """
    prior = EmbeddedPrior(weights)
    about = json.loads((weights / "embedded.json").read_text())
    dropped = json.loads((folder / "dropped.json").read_text())
    errors = x0_errors(prior.net, data)
    worst = errors_by_object(prior.net, data)
    size = (weights / "embedded.safetensors").stat().st_size
    parameters = sum(p.numel() for p in prior.net.parameters())
    reasons: dict[str, int] = {}
    for entry in dropped:
        reasons[entry["reason"]] = reasons.get(entry["reason"], 0) + 1
    adjectives = [w for w in prior.lexicon.words if w not in prior.lexicon.objects]
    held = [f"{c} {a.noun}" for k, a in enumerate(data.assets) for c in data.held_out(k)]
    error_rows = [f"| {name} | " + " | ".join(f"{e:.4f}" for e in row) + " |" for name, row in errors.items()]
    lifted = [a.noun for a in data.assets if a.library == EMOJI_SET]
    credit = [f"| {a.noun} | {a.creator} | {a.library} | {a.licence} |" for a in data.assets if a.library != EMOJI_SET]
    lines = [
        "# The embedded prior",
        "",
        "Written by `python -m bozzetto.foundry card` from the stored data; do not edit.",
        "",
        "## What it is",
        f"A diffusion model of {parameters / 1e6:.1f} million parameters (its matrices int8 on disk) and a volume of"
        f" {prior.config.volume} voxels an edge for each noun ({size / 1e6:.1f} MB in all) that predicts"
        f" the clean {prior.resolution} x {prior.resolution} image of one object from a noisy one, told the words, the"
        " camera, the light, the background and the window. It exists for score distillation, not for pictures to look"
        " at. Every view looks at the noun's volume (`sds/volume.py`, `sds/volume_table.py`), so that all views are of"
        " one object.",
        "",
        f"Trained for {about['training_hours']} hours on two CPU cores: {about['steps']:,} steps,"
        f" {about['images']:,} images. Network and noise schedule: `sds/unet.py`, `sds/schedule.py`; recipe:"
        " `foundry/training.py`. " + about["notes"],
        "",
        "## What it knows",
        f"{len(data.assets)} objects, one mesh each; what lies beside the network is in NOUNS.md. Of"
        f" {len(data.assets) - len(lifted)} somebody made the"
        " mesh: " + ", ".join(sorted(a.noun for a in data.assets if a.library != EMOJI_SET)) + ".",
        "",
        f"Of {len(lifted)} there was only a picture from one side, which `foundry/emoji.py` lifted into a soft solid;"
        " what that side does not show (depth, the back, one leg behind another) is a guess: "
        + ", ".join(sorted(lifted))
        + ".",
        "",
        "With these words: " + ", ".join(adjectives) + ". A colour re-tints the object's main colour, for the"
        f" {int(data.tintable.sum())} objects that have one. {len(prior.lexicon.aliases)} other names are read as these"
        f" words, and {len(prior.lexicon.kinds):,} kinds of them (a spaniel is read as a dog, from WordNet;"
        " navy as blue).",
        "",
        "## What it does not know",
        "Everything else: other instances of these objects, poses, styles, parts in different colours. Of several"
        " objects in one prompt it was shown no picture: their volumes are placed by rules (sds/layout.py) and it"
        " is told all their words. A word outside the list is named before a run starts. Detail finer than a 32nd"
        " of the frame (a 64th in close views) is not in its pictures.",
        "",
        "## Held-out error",
        "Mean squared error of the predicted clean image (values in [-1, 1], no guidance) on cameras that training"
        " never saw. `windows` are quarters of those images at twice the scale. `recombined` are"
        " colour + object pairs that training never saw together; `colour unsaid` is the same"
        " images without the colour word. The objects that were lifted from pictures are counted apart.",
        "",
        "| set | " + " | ".join(f"t = {t}" for t in NOISE_TIMES) + " |",
        "|---|" + "---|" * len(NOISE_TIMES),
        *error_rows,
        "",
        f"At t = {NOISE_TIMES[0]} half of the objects are below {worst[len(worst) // 2][1]:.4f}; the worst: "
        + ", ".join(f"{noun} {error:.3f}" for noun, error in worst[:20])
        + ".",
        "",
        "## What was tried",
        "One training each, on the first 132 objects where nothing else is said:",
        "",
        "| change | measured |",
        "|---|---|",
        *(f"| {change} | {measured} |" for change, measured in TRIED),
        "",
        *compared(RESULT),
        "## Training curve",
        *_curve(train_log),
        "",
        "## Data, authors, licences",
        "Meshes of Debian's package `sweethome3d-furniture` (Sweet Home 3D furniture libraries), normalised,"
        " rendered and"
        " re-tinted by `foundry/`. CC-BY 3.0 models are credited here to their authors; changes: rescaled, re-lit,"
        " re-tinted, rendered at 64 x 64 pixels. The lifted pictures are Microsoft's Fluent emoji (MIT licence,"
        " copyright Microsoft Corporation), from npm's `@lobehub/fluent-emoji-3d`; changes: lifted into 3D, and the"
        " same. The weights are published under Apache-2.0 with this attribution."
        " Kinds of words come from WordNet 3.0 (Princeton University, WordNet licence).",
        "",
        f"{len(dropped)} models of the catalogue were left out: "
        + "; ".join(f"{n} {reason}" for reason, n in sorted(reasons.items(), key=lambda r: -r[1]))
        + ".",
        "",
        "| object | author | library | licence |",
        "|---|---|---|---|",
        *credit,
        "",
        "## Pairs held out of training",
        ", ".join(held) + ".",
        "",
    ]
    path = weights / "MODEL_CARD.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
