"""What a result can be the start of: again, variations, a finer one, another colour; more steps, or to its end."""

import re
from dataclasses import replace

from bozzetto.jobs.config.prompts import with_article_for
from bozzetto.jobs.config.run_config import PRESETS, RunConfig, make_config
from bozzetto.jobs.store.runs import Run
from bozzetto.viewer.store import Store, StoreError
from bozzetto.viewer.vocabulary import Vocabulary

NEXT_PRESET = {"draft": "standard", "standard": "fine"}
N_VARIATIONS = 4
MAX_SEED = 2**53 - 1


def again(store: Store, run: Run, count: int = 1) -> list[RunConfig]:
    """The same settings with the next seeds that no run of the prompt has had.

    Raises:
        RunFolderError: the run's configuration cannot be read.
    """
    config = run.config
    taken = store.seeds(config.prompt, config.preset)
    seeds: list[int] = []
    seed = config.seed
    while len(seeds) < count:
        seed = seed + 1 if seed < MAX_SEED else 0
        if seed not in taken:
            seeds.append(seed)
    return [replace(config, seed=seed) for seed in seeds]


def refined(run: Run) -> RunConfig:
    """The same prompt and seed with the next finer preset.

    Raises:
        StoreError: there is none.
        RunFolderError: the run's configuration cannot be read.
    """
    config = run.config
    if config.preset not in NEXT_PRESET:
        raise StoreError(f"{run.path.name} is {config.preset} already; there is no finer preset")
    return make_config(
        config.prompt,
        NEXT_PRESET[config.preset],
        negative=config.negative,
        prior=config.prior,
        seed=config.seed,
        threads=config.threads,
    )


def recoloured(run: Run, words: Vocabulary | None, colour: str) -> RunConfig:
    """The same settings for the prompt with another colour or material.

    Raises:
        StoreError: it is none that the prior knows.
        RunFolderError: the run's configuration cannot be read.
    """
    if words is None or colour not in words.adjectives:
        raise StoreError(f"expected a colour or material that the model knows, got {colour!r:.60}")
    config = run.config
    prompt = recoloured_prompt(config.prompt, words, colour)
    preset = PRESETS.get(config.preset, PRESETS["standard"])
    changes = {"negative": config.negative, "prior": config.prior, "seed": config.seed, "threads": config.threads}
    return make_config(prompt, preset, steps=config.steps, **changes)


def recoloured_prompt(prompt: str, words: Vocabulary, colour: str) -> str:
    """A prompt whose first colour or material is another one; without any, the new one comes before its first object.

    "a red teddy bear" -> "a blue teddy bear"; "a cat on a chair" -> "a blue cat on a chair".
    """
    adjectives = sorted(words.adjectives, key=len, reverse=True)
    found = re.search(rf"\b({'|'.join(map(re.escape, adjectives))})\b", prompt, re.IGNORECASE)
    if found:
        before, after = prompt[: found.start()], prompt[found.end() :]
        return with_article_for(before, colour) + colour + after
    names = sorted((name for word in words.objects for name in (word.name, *word.aliases)), key=len, reverse=True)
    places = [(m.start(), -len(m[0])) for name in names if (m := re.search(rf"\b{re.escape(name)}", prompt, re.I))]
    start = min(places)[0] if places else 0
    return f"{with_article_for(prompt[:start], colour)}{colour} {prompt[start:]}"
