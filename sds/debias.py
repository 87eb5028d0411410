"""Prompt debiasing (Hong et al. 2023, arXiv 2303.15413): drop the words of a prompt that contradict a view.

"a smiling dog, back view" asks for a face at the back. A masked language model says how likely each view is with and
without a word; words that make a view unlikely are left out of that view's text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bozzetto.sds.view_prompts import SIDES

ViewProbability = Callable[[str], Sequence[float]]
"""A prompt -> how likely each of SIDES is in "This image is depicting a [MASK] view of PROMPT"; adds up to 1."""
THRESHOLD = 0.95


def debias(prompt: str, probability: ViewProbability, threshold: float = THRESHOLD) -> tuple[str, str, str, str]:
    """The prompt for each side, without the words that are against it.

    A word u is dropped for a view v when the pointwise mutual information p(v | prompt) / p(v) is below a
    threshold; p(v) is taken, as threestudio takes it, as the mean of the probability with and without the word.

    Args:
        prompt: words, separated by spaces.
        probability: of the views, see `view_probability`.
        threshold: below 1; the lower, the more words are kept.

    Returns:
        A prompt for each of SIDES; one that would lose all words keeps them.
    """
    words = prompt.split()
    full = probability(prompt)
    kept = [list(words) for _ in SIDES]
    for i in range(len(words)):
        without = probability(" ".join(words[:i] + words[i + 1 :]))
        for side in range(len(SIDES)):
            if full[side] / ((full[side] + without[side]) / 2) < threshold:
                kept[side][i] = ""
    texts = [" ".join(word for word in side if word) or prompt for side in kept]
    return texts[0], texts[1], texts[2], texts[3]


def view_probability(where: str, *, offline: bool = False) -> ViewProbability:
    """How a masked language model of the BERT kind sees views.

    Args:
        where: folder or hub id; the paper has bert-base-uncased.
        offline: use no network.

    Raises:
        LayoutError: it is not there, or its tokenizer does not know the names of the sides as single words.
        MissingPackageError: `transformers` is not installed.
    """
    import torch

    from bozzetto.sds.pretrained.errors import LayoutError
    from bozzetto.sds.pretrained.packages import diffusers

    diffusers()
    import transformers

    try:
        options = {"local_files_only": offline}
        tokenizer = transformers.AutoTokenizer.from_pretrained(where, trust_remote_code=False, **options)
        model = transformers.AutoModelForMaskedLM.from_pretrained(
            where, trust_remote_code=False, use_safetensors=True, **options
        ).eval()
    except (OSError, ValueError) as error:
        raise LayoutError(
            f"the masked language model {where!r} cannot be loaded ({str(error).splitlines()[0]}); fetch it with: "
            f"hf download {where}, or set text.debias_model to its folder"
        ) from error
    ids = [tokenizer.convert_tokens_to_ids(side) for side in SIDES]
    if tokenizer.unk_token_id in ids or tokenizer.mask_token is None:
        raise LayoutError(f"{where!r} does not know the words {', '.join(SIDES)} or has no mask; use bert-base-uncased")

    @torch.no_grad()
    def probability(prompt: str) -> list[float]:
        text = f"This image is depicting a {tokenizer.mask_token} view of {prompt}"
        tokens = tokenizer(text, return_tensors="pt", truncation=True)
        place = int((tokens.input_ids[0] == tokenizer.mask_token_id).nonzero()[0])
        chances = model(**tokens).logits[0, place].softmax(-1)[ids]
        shares: list[float] = (chances / chances.sum()).tolist()
        return shares

    return probability
