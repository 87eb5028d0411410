"""The command ``sculpt``: instances as files and on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bozzetto.atomic import atomic_file


def write_sculptures(
    nouns: Sequence[str],
    seeds: int,
    sheet: Path | None,
    out: Path | None,
    pixels: int,
    overview_to: Path | None,
    say: Callable[[str], None],
) -> None:
    """Makes instances of nouns (none: of all) and says what they are.

    Args:
        nouns: of the catalogue.
        seeds: instances of each, from seed 0 on.
        sheet: where their picture from six sides goes, or None. pixels: of a view in it.
        overview_to: where a grid of all nouns goes, seen from the front right, or None.
        out: folder for ``NOUN-SEED.glb``, or None.
        say: called with a line an instance.
    Raises:
        ImportError: manifold3d or embreex is not installed; the message says how to install it.
        ValueError: a noun is not in the catalogue.
    """
    # Here, so that the other commands of the foundry run without manifold3d.
    from bozzetto.foundry.sculpt.files import write_glb
    from bozzetto.foundry.sculpt.sculpture import catalogue
    from bozzetto.foundry.sculpt.sheet import contact_sheet, overview

    families = catalogue()
    for noun in nouns:
        if noun not in families:
            raise ValueError(f"nothing called {noun!r} can be sculpted; there are: {', '.join(families)}")
    if seeds < 1:
        raise ValueError(f"--seeds must be at least 1, got {seeds}")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    rows = []
    nouns_shown = []
    for noun in nouns or families:
        instances = []
        for seed in range(seeds):
            made = families[noun].sculpt(seed)
            words = f", {' '.join(made.words)}" if made.words else ""
            say(f"{noun} {seed}: {made.size:.3g} m, {len(made.parts)} parts, {made.n_faces} triangles{words}")
            if out is not None:
                write_glb(made, out / f"{noun.replace(' ', '-')}-{seed}.glb", {"noun": noun, "seed": seed})
            instances.append(made)
            if sheet is not None:
                rows.append((f"{noun} {seed}", made))
        nouns_shown.append((noun, instances))
    for path, draw in (
        (sheet, lambda: contact_sheet(rows, pixels)),
        (overview_to, lambda: overview(nouns_shown, pixels)),
    ):
        if path is not None:
            with atomic_file(path) as file:
                draw().save(file, (path.suffix or ".png").lstrip(".").upper().replace("JPG", "JPEG"), quality=80)
            say(str(path))
