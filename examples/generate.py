"""From a prompt to a file for AR and a GLB for the web.

python examples/generate.py "a red teddy bear" --out teddy
"""

from pathlib import Path

import tyro

import bozzetto


def main(
    prompt: str = "a red teddy bear",
    /,
    preset: str = "draft",
    out: Path = Path("teddy"),
    settings: tuple[str, ...] = (),
) -> list[Path]:
    """Makes the mesh of a prompt and writes it twice.

    Args:
        prompt: what to make.
        preset: `draft`, `standard` or `fine`.
        out: folder for the run and the files, new or empty.
        settings: as behind `bozzetto generate --set`, for example guidance.scale=2.
    Returns:
        The files.
    """

    def show(progress: bozzetto.Progress) -> None:
        if progress.step % 20 == 0:
            print(f"{progress.stage} {progress.step} of {progress.total} {progress.message}")

    run = bozzetto.generate(prompt, preset=preset, out=out / "run", settings=settings, progress=show)
    unknown = [word["word"] for word in run.report["unknown_words"]] if run.report else []
    print(f"{run.mesh}; not known to the prior: {', '.join(unknown) or 'nothing'}")
    files = bozzetto.export_mesh(run, out / "ar", formats=("usdz", "glb"), size=0.3, faces=3000)
    print(*files, sep="\n")
    return files


if __name__ == "__main__":
    tyro.cli(main)
