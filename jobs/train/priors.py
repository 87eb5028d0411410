"""Image priors by name. The exact ones (`bozzetto.sds.oracle`, `bozzetto.sds.gaussian`) hold Python objects and are
passed as such."""

import contextlib
import importlib.util
import logging
import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from bozzetto.card_kernels import missing_kernels
from bozzetto.jobs.config.errors import ConfigError, PriorError, PromptError
from bozzetto.jobs.config.run_config import HubConfig, RunConfig, TextConfig
from bozzetto.jobs.store.runs import home
from bozzetto.sds.conditioning import Conditioning
from bozzetto.sds.debias import debias, view_probability
from bozzetto.sds.prediction import Text
from bozzetto.sds.pretrained.errors import PretrainedError
from bozzetto.sds.pretrained.known import KNOWN, KnownModel, find_known, nearest_known
from bozzetto.sds.pretrained.packages import INSTALL
from bozzetto.sds.prior import Capabilities, Prior
from bozzetto.sds.view_prompts import ViewPrompts, encode_views

EXACT = ("oracle", "gaussian")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PriorInfo:
    """A line of `bozzetto priors`."""

    name: str
    """What `--prior` takes."""
    what: str
    """One sentence."""
    available: bool
    """Whether it can be used here by name."""
    why_not: str = ""
    """What is missing, and what to do."""


def load_prior(name: str, hub: HubConfig | None = None, notify: Callable[[str], None] = log.warning) -> Prior:
    """The prior of that name, ready to use.

    Args:
        name: `embedded`, or of a pretrained one: a known short name, an id of the hub, or a folder.
        hub: how a pretrained one is loaded.
        notify: is called with what is fetched, in a sentence.
    Raises:
        PriorError: unknown, not usable by name, its weights are missing or damaged, it cannot be fetched, or it does
            not fit into memory; the message has the next step.
    """
    if name == "embedded":
        return _load_embedded(_card_or_cpu("auto" if hub is None else hub.device))
    known = {info.name: info for info in list_priors()}
    if name in EXACT:
        raise PriorError(f"the prior {name!r} cannot be used by name here: {known[name].why_not}")
    if "/" not in name and not find_known(name.partition("@")[0]) and not os.path.exists(os.path.expanduser(name)):
        raise PriorError(
            f"unknown prior {name!r}; {nearest_known(name)}; or embedded, or a folder, a file or an id of the hub"
        )
    return _load_pretrained(name, hub or HubConfig(), notify)


def load_novel_view(config: RunConfig, first: Prior, notify: Callable[[str], None] = log.warning) -> Prior:
    """The second prior of a run, `config.novel_view`, with the memory of both planned.

    Args:
        config: the run's.
        first: the first prior, before its networks are read.
        notify: is called with what is fetched, in a sentence.
    Raises:
        ConfigError: it continues no picture.
        PriorError: as `load_prior`, or both together do not fit into memory.
    """
    hub = replace(config.hub, lora="", vae="", base="", words="", resolution=0)
    prior = load_prior(config.novel_view.prior, hub, notify)
    if not getattr(prior, "continues_picture", False):
        raise ConfigError(f"novel_view.prior: {prior.name} continues no picture; Zero123 and ImageDream do")
    try:
        share_memory_of(first, prior, notify)
    except PretrainedError as error:
        raise PriorError(str(error)) from error
    return prior


def share_memory_of(first: Prior, second: Prior, notify: Callable[[str], None]) -> None:
    """Plans the steps of two pretrained priors for the memory that both have; others have no plan."""
    from bozzetto.sds.pretrained.load import share_memory
    from bozzetto.sds.pretrained.sides import Sides

    if isinstance(first, Sides) and isinstance(second, Sides):
        share_memory(first, second, say=notify)


def read_prompt(prior: Prior, prompt: str, negative: str, text: TextConfig | None = None, seed: int = 0) -> Text:
    """What the prior makes of a prompt.

    Args:
        prior: the prior.
        prompt: what to make.
        negative: what to stay away from.
        text: how views are put into words; by default not at all.
        seed: chooses among a noun's objects.
    Raises:
        PromptError: the prior can make nothing of it.
        ConfigError: views are to be put into words for a prior that is conditioned on the camera.
        PriorError: a text encoder or the language model of debiasing cannot be used.
    """
    try:
        if text is None or text.view_prompts == "off":
            able = Capabilities(prior).instances
            if able is None:
                return prior.encode_text(prompt, negative)
            instance = None if text is None or text.instance < 0 else text.instance
            language = "auto" if text is None else text.language
            read = able.encode_text(prompt, negative, instance=instance, seed=seed, language=language)
            return _with_packs(read, text)
        options = ViewPrompts(
            mode=text.view_prompts,
            front=math.radians(text.front_deg),
            back=math.radians(text.back_deg),
            overhead=math.radians(text.overhead_deg),
            perp_neg=text.perp_neg,
        )
        # Only what is on this machine: its absence is an error that says how to fetch it.
        sides = debias(prompt, view_probability(text.debias_model, offline=True)) if text.debias else None
        return encode_views(prior, prompt, negative, options, sides)
    except TypeError as error:
        raise ConfigError(f"{error}; set text.view_prompts=off") from error
    except PretrainedError as error:
        raise PriorError(str(error)) from error
    except ValueError as error:
        raise PromptError(str(error)) from error


def packs_of(text: Text) -> str:
    """The word packs of a prompt's nouns, as `text.packs` has them."""
    nouns = text.nouns if isinstance(text, Conditioning) else ()
    return ", ".join(sorted({f"{noun.pack}@{noun.digest}" for noun in nouns if noun.pack}))


def _with_packs(read: Conditioning, text: TextConfig | None) -> Conditioning:
    """What was read, where its nouns are of the packs that the configuration names."""
    wanted, found = "" if text is None else text.packs, packs_of(read)
    if wanted and wanted != found:
        raise PriorError(
            f"the run names the word packs {wanted}; of its nouns are here: {found or 'none'}. Install the packs that "
            "it was made with (bozzetto words add FILE), or begin a new run without text.packs"
        )
    return read


@contextlib.contextmanager
def prior_errors() -> Iterator[None]:
    """What a pretrained prior raises once it is at work, as errors of a run, each with the next step."""
    try:
        yield
    except PretrainedError as error:
        raise PriorError(str(error)) from error
    except torch.OutOfMemoryError as error:
        raise PriorError(
            f"out of memory ({str(error).splitlines()[0]}); the last checkpoint is kept. Begin again with fewer views "
            "(--set camera.views=1) or smaller ones (--set render.resolution=64, --set hub.resolution=256)"
        ) from error


def list_priors() -> list[PriorInfo]:
    """Every prior, and whether it can be used here."""
    embedded = _embedded_problem()
    absent = _absent_packages()
    exact = "it is made in Python from a known answer: bozzetto.generate(..., prior=...)"
    return [
        PriorInfo("embedded", "the small diffusion model that is shipped with bozzetto", not embedded, embedded),
        *(PriorInfo(model.name, _line(model), not absent, absent) for model in KNOWN),
        PriorInfo("oracle", "the exact denoiser for renders of a known object, for measurements", False, exact),
        PriorInfo("gaussian", "the exact denoiser for Gaussian images, for tests", False, exact),
    ]


def word_lines() -> list[str]:
    """The embedded prior's words: a line an object with its other names, then colours and materials.

    Raises:
        PriorError: its word list is missing or damaged.
    """
    from bozzetto.sds.embedded import known_words

    try:
        lexicon = known_words()
    except (OSError, ValueError, KeyError) as error:
        raise PriorError(f"the word list of the embedded prior cannot be read ({error}); reinstall bozzetto") from error
    others: dict[str, list[str]] = {}
    for name, word in lexicon.aliases.items():
        others.setdefault(word, []).append(name)
    lines = [", ".join([word, *sorted(others.get(word, []))]) for word in sorted(lexicon.objects)]
    adjectives = [word for word in lexicon.words if word not in lexicon.objects]
    return [*lines, "", "with: " + ", ".join(adjectives)]


def words_folder() -> Path:
    """Where the word packs that were taught or added lie."""
    return home() / "words"


def _line(model: KnownModel) -> str:
    """A known model in a sentence."""
    gate = "gated: needs an account and consent" if model.gated else "no account needed"
    return (
        f"{model.what}; {model.download_gb:g} GB to fetch, about {model.memory_gb:g} GB of GPU memory; "
        f"{model.license}; {gate}; {model.hub_id}"
    )


def _absent_packages() -> str:
    """What pretrained priors lack here, or an empty string."""
    missing = [name for name in ("diffusers", "transformers") if importlib.util.find_spec(name) is None]
    return f"it needs {' and '.join(missing)}; install with: {INSTALL}" if missing else ""


def _load_pretrained(name: str, hub: HubConfig, notify: Callable[[str], None]) -> Prior:
    """A model of the hub or a folder, or a PriorError with the next step."""
    from bozzetto.sds.pretrained.load import load_pretrained
    from bozzetto.sds.pretrained.lora import parse_loras
    from bozzetto.sds.pretrained.textual_inversion import parse_inversions

    try:
        return load_pretrained(
            name,
            device=hub.device,
            precision=hub.precision,
            offline=hub.offline,
            loras=parse_loras(hub.lora, hub.lora_scale, offline=hub.offline),
            resolution=hub.resolution or None,
            checkpointing=hub.checkpointing,
            compiled=None if hub.compile == "off" else hub.compile,
            cache=home() / "cache" / "text",
            models=home() / "cache" / "models",
            vae=hub.vae or None,
            base=hub.base or None,
            words=parse_inversions(hub.words),
            image=Path(hub.image) if hub.image else None,
            image_elevation=math.radians(hub.image_elevation_deg),
            say=notify,
        )
    except PretrainedError as error:
        raise PriorError(str(error)) from error
    except RuntimeError as error:
        raise PriorError(f"the prior {name!r} cannot be loaded: {error}; see hub.device and hub.precision") from error


def _embedded_problem() -> str:
    """Why the embedded prior cannot be loaded, or an empty string."""
    if importlib.util.find_spec("bozzetto.sds.embedded") is None:
        return "this build has no embedded prior"
    try:
        _load_embedded()
    except PriorError as error:
        return str(error)
    return ""


def _card_or_cpu(device: str) -> str:
    """The device that `hub.device` names for the embedded prior; the CPU where there is no card."""
    if device == "cpu" or not torch.cuda.is_available() or (device == "auto" and missing_kernels()[0]):
        return "cpu"
    return "cuda" if device == "auto" else device


def _load_embedded(device: str = "cpu") -> Prior:
    """The shipped network, or a PriorError that says what is wrong with its weights."""
    try:
        from bozzetto.jobs.train.looks import teach_looks
        from bozzetto.sds.embedded import EmbeddedPrior
        from bozzetto.sds.vocabulary import installed_packs
    except ModuleNotFoundError as error:
        raise PriorError(f"the embedded prior cannot be loaded: {error}; reinstall bozzetto") from error
    try:
        return teach_looks(EmbeddedPrior(device=device, packs=installed_packs(words_folder())))
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        mend = "" if "reinstall" in str(error) else "; reinstall bozzetto"
        raise PriorError(f"the embedded prior cannot be loaded: {error}{mend}") from error
