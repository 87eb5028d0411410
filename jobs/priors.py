"""Image priors by name. The exact ones (`sds.oracle`, `sds.gaussian`) hold Python objects and are passed as such."""

import importlib.util
from dataclasses import dataclass

from jobs.errors import PriorError, PromptError
from sds.conditioning import Conditioning
from sds.prior import Prior


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


def load_prior(name: str) -> Prior:
    """The prior of that name, ready to use.

    Raises:
        PriorError: unknown, not usable by name, or its weights are missing or damaged.
    """
    if name == "embedded":
        return _load_embedded()
    known = {info.name: info for info in list_priors()}
    if name in known:
        raise PriorError(f"the prior {name!r} cannot be used by name here: {known[name].why_not}")
    raise PriorError(f"unknown prior {name!r}; known are {', '.join(known)}")


def read_prompt(prior: Prior, prompt: str, negative: str) -> Conditioning:
    """What the prior makes of a prompt.

    Raises:
        PromptError: the prior can make nothing of it.
    """
    try:
        return prior.encode_text(prompt, negative)
    except ValueError as error:
        raise PromptError(str(error)) from error


def list_priors() -> list[PriorInfo]:
    """Every prior, and whether it can be used here."""
    embedded = _embedded_problem()
    exact = "it is made in Python from a known answer: bozzetto.generate(..., prior=...)"
    return [
        PriorInfo("embedded", "the small diffusion model that is shipped with bozzetto", not embedded, embedded),
        PriorInfo("oracle", "the exact denoiser for renders of a known object, for measurements", False, exact),
        PriorInfo("gaussian", "the exact denoiser for Gaussian images, for tests", False, exact),
    ]


def word_lines() -> list[str]:
    """The embedded prior's words: a line an object with its other names, then colours and materials.

    Raises:
        PriorError: its word list is missing or damaged.
    """
    from sds.embedded import known_words

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


def _embedded_problem() -> str:
    """Why the embedded prior cannot be loaded, or an empty string."""
    if importlib.util.find_spec("sds.embedded") is None:
        return "this build has no embedded prior"
    try:
        _load_embedded()
    except PriorError as error:
        return str(error)
    return ""


def _load_embedded() -> Prior:
    """The shipped network, or a PriorError that says what is wrong with its weights."""
    try:
        from sds.embedded import EmbeddedPrior
    except ModuleNotFoundError as error:
        raise PriorError(f"the embedded prior cannot be loaded: {error}; reinstall bozzetto") from error
    try:
        return EmbeddedPrior()
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        mend = "" if "reinstall" in str(error) else "; reinstall bozzetto"
        raise PriorError(f"the embedded prior cannot be loaded: {error}{mend}") from error
