"""Nouns that have no object, and the objects nearest to them in meaning: WordNet's hypernyms, as a table; and the list
of English words that no typing error is looked for in. ``python -m bozzetto.foundry meanings`` writes both anew.

Nearness is Lin's (1998): how much of what two senses say is said by their nearest common hypernym, where what a sense
says is counted by how many senses lie below it (Seco, Veale and Hayes, 2004), so that no corpus is needed.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from bozzetto.foundry.sculpt.sculpture import catalogue
from bozzetto.foundry.words import PARENTS, WORDNET
from bozzetto.sds.embedded import WEIGHTS, known_words
from bozzetto.sds.language.spelling import MEANINGS, WORDS

FILES = frozenset(["05", "06", "08", "13", "17", "18", "19", "20", "27"])
"""WordNet's files of animals, artifacts, body parts, food, things of nature, persons, phenomena, plants, substances."""
PERSON = "18"
LIVING = frozenset(["05", "20"])
SENSE_OF = {
    "alpaca": ("alpaca", 2),
    "beehive": ("beehive", 3),
    "belt": ("belt", 1),
    "black panther": ("panther", 1),
    "bolt": ("bolt", 5),
    "bow": ("bow", 3),
    "bracelet": ("bracelet", 1),
    "cake": ("cake", 2),
    "calculator": ("calculator", 1),
    "canary": ("canary", 3),
    "carousel": ("carousel", 1),
    "carriage": ("carriage", 1),
    "catapult": ("catapult", 2),
    "chain": ("chain", 2),
    "chameleon": ("chameleon", 2),
    "chariot": ("chariot", 1),
    "chess bishop": ("bishop", 2),
    "chess king": ("king", 9),
    "chess knight": ("knight", 1),
    "chess pawn": ("pawn", 2),
    "chess queen": ("queen", 7),
    "chess rook": ("chess_piece", 0),
    "clown": ("clown", 1),
    "clownfish": ("anemone_fish", 0),
    "construction crane": ("crane", 3),
    "cube": ("cube", 4),
    "domino": ("domino", 3),
    "doormat": ("doormat", 1),
    "drone": ("drone", 3),
    "drum kit": ("drum", 0),
    "dwarf": ("dwarf", 1),
    "electricity pylon": ("pylon", 1),
    "excavator": ("excavator", 1),
    "fig": ("fig", 3),
    "gargoyle": ("gargoyle", 1),
    "gauntlet": ("gauntlet", 1),
    "generator": ("generator", 1),
    "gondola": ("gondola", 1),
    "guinea pig": ("guinea_pig", 1),
    "hand plane": ("plane", 4),
    "hang glider": ("hang_glider", 1),
    "heron": ("heron", 1),
    "hot air balloon": ("hot-air_balloon", 0),
    "hut": ("hut", 1),
    "iron": ("iron", 3),
    "koi": ("carp", 1),
    "lighter": ("lighter", 1),
    "lime": ("lime", 5),
    "lute": ("lute", 1),
    "mace": ("mace", 3),
    "market stall": ("stall", 2),
    "monitor": ("monitor", 4),
    "mummy": ("mummy", 1),
    "nail": ("nail", 1),
    "nut": ("nut", 2),
    "ostrich": ("ostrich", 1),
    "palm": ("palm", 2),
    "papaya": ("papaya", 1),
    "phoenix": ("phoenix", 2),
    "pirate": ("pirate", 1),
    "plug": ("plug", 4),
    "pomegranate": ("pomegranate", 1),
    "pony": ("pony", 4),
    "power outlet": ("outlet", 1),
    "push pin": ("thumbtack", 0),
    "queen": ("queen", 1),
    "rake": ("rake", 2),
    "router": ("router", 1),
    "ruler": ("ruler", 1),
    "satellite dish": ("dish", 4),
    "screw": ("screw", 3),
    "seahorse": ("seahorse", 1),
    "skirt": ("skirt", 1),
    "sphinx": ("sphinx", 2),
    "spring": ("spring", 1),
    "steamroller": ("steamroller", 1),
    "stone arch": ("arch", 2),
    "swordfish": ("swordfish", 1),
    "t rex": ("tyrannosaurus", 0),
    "taco": ("taco", 1),
    "torpedo": ("torpedo", 5),
    "triangle": ("triangle", 4),
    "war hammer": ("hammer", 1),
    "wasp": ("wasp", 1),
    "weasel": ("weasel", 1),
    "wine glass": ("wineglass", 0),
    "zeppelin": ("zeppelin", 1),
}
"""Objects that are not their name's first sense -> (lemma, which of its senses in WordNet 3.0)."""
MISLEADING = frozenset(
    [
        "rice ball",
        "spring rider",
        "american football",
        "crystal ball",
        "thermometer",
        "bus stop",
        "cylinder",
        "disco ball",
    ]
    + ["gingerbread house", "gold bar", "hobbit hole", "jack in the box", "jet ski", "mars rover", "mushroom house"]
    + ["robot arm", "rubber duck", "snow globe", "throwing star", "traffic light", "usb stick", "venus flytrap"]
)
"""Objects whose last word, or whose place among instruments, says little of what they look like."""
LEAST = 0.6
"""Nearness below which two things have too little in common to name one for the other."""
MOST_NEAR = 6
"""More than are shown, since those that are not learnt yet are left out."""
SENSES = 2
"""Senses of a noun that are looked at."""


def all_objects(weights: Path = WEIGHTS) -> list[str]:
    """The nouns that are shipped, and those that can be sculpted and may be shipped next."""
    return sorted(known_words(weights).objects | set(catalogue()))


def meanings(objects: Iterable[str], wordnet: Path = WORDNET) -> dict[str, tuple[str, ...]]:
    """Noun -> the objects nearest to it in meaning, best first; nouns of one word with nothing near are left out.

    Args:
        objects: names of the objects.
    Raises:
        FileNotFoundError: WordNet is not there.
    """
    senses: dict[str, list[str]] = {}
    for line in (wordnet / "index.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            senses[parts[0]] = parts[-int(parts[2]) :]
    parents: dict[str, list[str]] = {}
    files: dict[str, str] = {}
    common: set[str] = set()
    for line in (wordnet / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        parts = line.split(" | ")[0].split()
        count = int(parts[3], 16)
        files[parts[0]] = parts[1]
        common |= {parts[4 + 2 * k] for k in range(count)}
        pointers = parts[5 + 2 * count :]
        parents[parts[0]] = [pointers[k + 1] for k in range(0, len(pointers) - 3, 4) if pointers[k] in ("@", "@i")]

    above: dict[str, frozenset[str]] = {}

    def ancestors(synset: str) -> frozenset[str]:
        if synset not in above:
            above[synset] = frozenset([synset]).union(*(ancestors(parent) for parent in parents[synset]))
        return above[synset]

    below: dict[str, int] = defaultdict(int)
    for synset in parents:
        for higher in ancestors(synset):
            below[higher] += 1
    content = {synset: 1 - math.log(below[synset]) / math.log(len(parents)) for synset in parents}
    own: dict[str, str] = {}
    for name in sorted(set(objects) - MISLEADING):
        lemma, sense = SENSE_OF.get(name) or PARENTS.get(name, ("", 0))
        for tried in (lemma, name.replace(" ", "_"), name.rstrip("s").replace(" ", "_"), name.split()[-1]):
            concrete = [s for s in senses.get(tried, []) if files[s] in FILES]
            if tried and concrete:
                own[name] = senses[tried][sense] if tried == lemma else concrete[0]
                break
    held: dict[str, list[str]] = defaultdict(list)
    for name, synset in own.items():
        for higher in ancestors(synset):
            held[higher].append(name)
    table: dict[str, tuple[str, ...]] = {}
    for lemma, found in senses.items():
        concrete = [s for s in found[:SENSES] if files[s] in FILES]
        if not concrete or not re.fullmatch("[a-z]{3,}", lemma) or lemma not in common:
            continue
        scores: dict[str, float] = {}
        # An ostrich is a bird before it is somebody who does not look.
        thing = next((s for s in concrete if files[s] in LIVING), concrete[0])
        for synset in (thing,):
            for higher in ancestors(synset):
                if content[higher] < LEAST / 2 or len(held[higher]) > 150:
                    continue
                for name in held[higher]:
                    near = 2 * content[higher] / max(content[synset] + content[own[name]], 1e-9)
                    scores[name] = max(scores.get(name, 0.0), near)
        if files[thing] == PERSON and not any(near >= LEAST for near in scores.values()):
            scores = dict.fromkeys((name for name in ("man", "woman") if name in own), LEAST)
        best = sorted((-near, name) for name, near in scores.items() if near >= LEAST)[:MOST_NEAR]
        if best:
            table[lemma] = tuple(name for _, name in best)
    return table


def write_meanings(table: dict[str, tuple[str, ...]], path: Path = MEANINGS) -> None:
    """Writes the table as gzipped lines ``noun: object, object``, the same bytes for the same table."""
    lines = "\n".join(f"{noun}: {', '.join(near)}" for noun, near in sorted(table.items()))
    path.write_bytes(gzip.compress(lines.encode("ascii"), 9, mtime=0))


NOT_IN_WORDNET = """
a against among an and any are at because been beside but by during for from he her his how i if in into is it its me
my no nor not of on onto or our out over she since than that the their them then these they this those though through
to toward towards under unless until upon us we were what when where which while who whom whose why with within
without you your
anime bichon boba boho chibi cyberpunk emo emoji fi frise hoodie kawaii latte lowpoly manga pixel poly ramen sci
selfie steampunk vape voxel
"""
"""Words that WordNet lacks, since they are no nouns, verbs, adjectives or adverbs, or are too new."""


def dictionary(wordnet: Path = WORDNET) -> list[str]:
    """The words of English that a word of a prompt is not taken for a misspelling of another if it is among, sorted.

    Names of persons and places are left out, but for adjectives ("spanish").

    Raises:
        FileNotFoundError: WordNet is not there.
    """
    words = set(NOT_IN_WORDNET.split())
    for part in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            parts = line.split(" | ")[0].split()
            for k in range(int(parts[3], 16)):
                word = re.sub(r"\(.*\)", "", parts[4 + 2 * k])
                if re.fullmatch("[a-z]{2,}", word) or (part == "adj" and re.fullmatch("[A-Z][a-z]+", word)):
                    words.add(word.lower())
        irregular = [line.split()[0] for line in (wordnet / f"{part}.exc").read_text(encoding="utf-8").splitlines()]
        words |= {word for word in irregular if re.fullmatch("[a-z]{2,}", word)}
    return sorted(words)


def write_words(words: Iterable[str], path: Path = WORDS) -> None:
    """Writes a list of words, gzipped, the same bytes for the same list."""
    path.write_bytes(gzip.compress("\n".join(words).encode("ascii"), 9, mtime=0))
