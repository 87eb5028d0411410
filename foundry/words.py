"""The lexicon of the prior: nouns, synonyms, colours, materials from the assets; kinds of them from WordNet (Debian
``wordnet-base``).

A kind is a hyponym: "spaniel" is read as "dog". The sense of each noun that PARENTS names is walked down, and a name is
taken where that is what it usually means: "toy" is a dog too, and "coffee" a tree, but not to people who write prompts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
from PIL import ImageColor

from bozzetto.foundry.assets import Asset
from bozzetto.foundry.batches import colour_word
from bozzetto.sds.lexicon import Lexicon
from bozzetto.sds.tint import COLOURS

WORDNET = Path("/usr/share/wordnet")

COLOUR_ALIASES = {
    "grey": "gray",
    "violet": "purple",
    "crimson": "red",
    "scarlet": "red",
    "golden": "yellow",
    "tan": "brown",
}
MATERIAL_ALIASES = {
    "wood": "wooden",
    "oak": "wooden",
    "timber": "wooden",
    "metallic": "metal",
    "steel": "metal",
    "fluffy": "plush",
}
SHADES = {
    name: ImageColor.getrgb(name)
    for name in ("aqua", "aquamarine", "beige", "cyan", "fuchsia", "gold", "indigo", "ivory", "khaki", "magenta")
    + ("maroon", "navy", "sienna", "silver", "teal", "turquoise")
} | {
    "amber": (255, 191, 0),
    "azure": (0, 127, 255),
    "bronze": (140, 88, 40),
    "burgundy": (128, 0, 32),
    "charcoal": (40, 42, 46),
    "copper": (184, 100, 51),
    "cream": (255, 250, 235),
    "emerald": (0, 155, 90),
    "lavender": (150, 120, 200),
    "lilac": (170, 110, 200),
    "mauve": (180, 110, 190),
    "mustard": (220, 180, 40),
    "ruby": (155, 17, 40),
    "rust": (140, 65, 20),
    "sapphire": (15, 60, 160),
}
"""Names of shades and their display colours (CSS Color 4 where it means the same), read as the nearest colour word."""
MAX_DEPTH = 4

PARENTS = {
    "dog": ("dog", 0),
    "cat": ("cat", 0),
    "horse": ("horse", 0),
    "rabbit": ("rabbit", 0),
    "chicken": ("hen", 0),
    "deer": ("deer", 0),
    "car": ("car", 0),
    "truck": ("truck", 0),
    "bus": ("bus", 0),
    "bicycle": ("bicycle", 0),
    "motorcycle": ("motorcycle", 0),
    "biplane": ("airplane", 0),
    "rowboat": ("boat", 0),
    "chair": ("chair", 0),
    "table": ("table", 1),
    "sofa": ("sofa", 0),
    "bed": ("bed", 0),
    "lamp": ("lamp", 0),
    "stool": ("stool", 0),
    "desk": ("desk", 0),
    "armchair": ("armchair", 0),
    "hat": ("hat", 0),
    "boot": ("boot", 0),
    "cap": ("cap", 0),
    "helmet": ("helmet", 1),
    "cactus": ("cactus", 0),
    "basket": ("basket", 0),
    "vase": ("vase", 0),
    "tent": ("tent", 0),
    "watch": ("watch", 0),
    "camera": ("camera", 0),
    "radio": ("radio_receiver", 0),
    "laptop": ("laptop", 0),
    "umbrella": ("umbrella", 0),
    "suitcase": ("bag", 5),
    "palm tree": ("palm", 2),
    "grand piano": ("piano", 0),
    "electric guitar": ("guitar", 0),
    "wine bottle": ("bottle", 0),
    "sneakers": ("shoe", 0),
    "toilet": ("toilet", 1),
    "van": ("van", 4),
    "bench": ("bench", 0),
    "barrel": ("barrel", 1),
    "fountain": ("fountain", 2),
    "handbag": ("bag", 3),
    "tree": ("tree", 0),
    "potted plant": ("houseplant", 0),
    "wall clock": ("clock", 0),
    "book": ("book", 0),
    "rock": ("rock", 0),
    "bread": ("bread", 0),
    "glove": ("glove", 1),
    "telephone": ("telephone", 0),
    "bathtub": ("bathtub", 0),
    "door": ("door", 0),
    "wardrobe": ("wardrobe", 0),
    "bowl": ("bowl", 2),
    "plate": ("plate", 3),
    "hammer": ("hammer", 1),
    "saw": ("saw", 1),
    "fence": ("fence", 0),
    "dress shoes": ("oxford", 0),
    "trunk": ("trunk", 1),
    "drinking glass": ("glass", 1),
    "sports car": ("sports_car", 0),
    "bird": ("bird", 0),
    "fish": ("fish", 0),
    "monkey": ("monkey", 0),
    "snake": ("snake", 0),
    "lizard": ("lizard", 0),
    "turtle": ("turtle", 1),
    "spider": ("spider", 0),
    "butterfly": ("butterfly", 0),
    "beetle": ("beetle", 0),
    "bee": ("bee", 0),
    "whale": ("whale", 1),
    "shark": ("shark", 0),
    "owl": ("owl", 0),
    "parrot": ("parrot", 0),
    "duck": ("duck", 0),
    "cow": ("cow", 0),
    "sheep": ("sheep", 0),
    "frog": ("frog", 0),
    "crab": ("crab", 0),
    "mushroom": ("mushroom", 0),
    "daisy": ("flower", 0),
    "house": ("house", 0),
    "ship": ("ship", 0),
    "sailboat": ("sailboat", 0),
    "helicopter": ("helicopter", 0),
    "cheese": ("cheese", 0),
    "cookie": ("cookie", 0),
    "sandwich": ("sandwich", 0),
    "pizza": ("pizza", 0),
    "dress": ("dress", 0),
    "t shirt": ("shirt", 0),
    "drum": ("drum", 0),
    "mountain": ("mountain", 0),
    "tractor": ("tractor", 0),
}
"""Canonical noun -> (WordNet lemma, sense) whose hyponyms are read as it."""

ANIMAL, ARTIFACT, FOOD, PLANT, SUBSTANCE = "05", "06", "13", "20", "27"
"""WordNet's lexicographer files of nouns."""
EATEN_OR_CUT = {ANIMAL: {ANIMAL, FOOD}, PLANT: {PLANT, SUBSTANCE}}
"""A trout that is food first is a fish all the same, and birch a tree; but a fig or coffee is no tree."""
MIN_TAG_COUNT = 2
"""Of several senses of the same file, the third is still thought of."""
PICTURED = frozenset(
    ["adder", "afghan", "albatross", "alsatian", "bird_of_paradise", "black_sheep", "boa", "bowler", "boxer"]
    + ["brownie", "brownstone", "bullfinch", "bunting", "cabin", "canary", "cardinal", "chameleon", "cheddar"]
    + ["chihuahua", "chow", "clutch", "cuckoo", "dalmatian", "drake", "emu", "ewe", "fawn", "fez", "flip-flop"]
    + ["flute", "gauntlet", "gladstone", "gondola", "griffon", "hacienda", "hammerhead", "hard_hat", "harrier"]
    + ["heron", "howler", "humpback", "jay", "jersey", "killer_bee", "liner", "loafer", "lodge", "loon", "lynx"]
    + ["maltese", "mansion", "manta", "manx", "mongrel", "mother_hen", "nighthawk", "ostrich", "ottoman", "panama"]
    + ["panther", "puss", "pussycat", "quetzal", "racer", "revolving_door", "roan", "samoyed", "setter", "snapper"]
    + ["sombrero", "spotlight", "steamer", "swallow", "tandem", "thoroughbred", "thrush", "trilby", "tug", "villa"]
    + ["vis-a-vis", "warbler", "warhorse", "watchdog", "wellington", "whaler", "white_house", "wildcat", "wren"]
    + ["yearling"]
)
"""Names that usually mean something else, and of which people want a picture in this sense."""


@dataclass(frozen=True)
class Nouns:
    """WordNet's nouns.

    Args:
        senses: lemma -> synsets, the most usual first. lemmas: synset -> lemmas. children: synset -> hyponym synsets.
        files: synset -> lexicographer file.
    """

    senses: dict[str, list[str]]
    lemmas: dict[str, list[str]]
    children: dict[str, list[str]]
    files: dict[str, str]

    def usually(self, lemma: str, synset: str) -> bool:
        """Whether people who write this lemma are likely to mean this sense of it."""
        # Senses that the index does not list under this spelling ("Cocker_spaniel") are the only ones.
        senses = self.senses.get(lemma, [synset])
        if synset == senses[0] or synset not in senses or lemma in PICTURED:
            return True
        first, this = self.files[senses[0]], self.files[synset]
        if this in EATEN_OR_CUT:
            return first in EATEN_OR_CUT[this]
        return first == this and senses.index(synset) <= MIN_TAG_COUNT


def _read_nouns(folder: Path) -> Nouns:
    senses: dict[str, list[str]] = {}
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        parts = line.split()
        count = int(parts[2])
        senses[parts[0]] = parts[-count:]
    lemmas: dict[str, list[str]] = {}
    children: dict[str, list[str]] = defaultdict(list)
    files: dict[str, str] = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        parts = line.split(" | ")[0].split()
        count = int(parts[3], 16)
        files[parts[0]] = parts[1]
        lemmas[parts[0]] = [parts[4 + 2 * k].lower() for k in range(count)]
        pointers = parts[4 + 2 * count + 1 :]
        for k in range(0, len(pointers) - 3, 4):
            if pointers[k] in ("~", "~i") and pointers[k + 2] == "n":
                children[parts[0]].append(pointers[k + 1])
    return Nouns(senses, lemmas, children, files)


def build_lexicon(assets: list[Asset], wordnet: Path = WORDNET) -> Lexicon:
    """The lexicon of a list of assets; canonical words are nouns (in order), colours, materials.

    Raises:
        FileNotFoundError: WordNet is not there; the message says how to install it.
    """
    if not (wordnet / "data.noun").is_file():
        raise FileNotFoundError(f"{wordnet}/data.noun is missing: install it with 'apt-get install wordnet-base'")
    nouns = [a.noun for a in assets]
    materials = sorted({a.material for a in assets if a.material})
    words = (*nouns, *COLOURS, *materials)
    aliases = {s: a.noun for a in assets for s in a.synonyms}
    for table in (COLOUR_ALIASES, MATERIAL_ALIASES):
        aliases.update({k: v for k, v in table.items() if v in words})
    wn = _read_nouns(wordnet)
    kinds = {name: a.noun for a in assets for name in a.kinds if name not in words and name not in aliases}
    depth_of = dict.fromkeys(kinds, 0)
    for noun, (lemma, sense) in PARENTS.items():
        if noun not in words or sense >= len(wn.senses.get(lemma, [])):
            continue
        level = [wn.senses[lemma][sense]]
        for depth in range(1, MAX_DEPTH + 1):
            level = [c for s in level for c in wn.children[s]]
            for synset in level:
                for written in wn.lemmas[synset]:
                    name = written.replace("_", " ").replace("-", " ")
                    skip = name in words or name in aliases or not name.replace(" ", "").isalpha() or len(name) < 3
                    skip |= not wn.usually(written, synset)
                    if not skip and len(name.split()) <= 3 and depth < depth_of.get(name, 99):
                        kinds[name], depth_of[name] = noun, depth
    # A teal vase is no duck, nor a copper one a butterfly.
    shades = {name: colour_word(torch.tensor(rgb) / 255) for name, rgb in SHADES.items()}
    kinds |= {name: word for name, word in shades.items() if name not in words and name not in aliases}
    sizes = {a.noun: a.size for a in assets if a.size is not None}
    return Lexicon(words, aliases, kinds, frozenset(nouns), sizes)
