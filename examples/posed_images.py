"""Posed pictures to a mesh: a transforms.json of Blender's or instant-ngp's layout.

python examples/posed_images.py lego/transforms_train.json --out lego-run
"""

from pathlib import Path

import tyro

import bozzetto
from bozzetto.jobs.config.run_config import override
from bozzetto.jobs.pipeline.fit import fit, fit_config


def main(
    images: tyro.conf.Positional[Path],
    out: Path = Path("fitted"),
    steps: int = 1000,
    faces: int = 20_000,
    settings: tuple[str, ...] = (),
) -> Path:
    """Fits a field to the pictures, says how near it came on those that were held out, and writes a GLB.

    Args:
        images: the transforms.json, or the folder that it is in.
        out: folder for the run, new or empty.
        steps: optimisation steps.
        faces: of the mesh.
        settings: as behind `bozzetto fit --set`.
    Returns:
        The GLB.
    """
    run = fit(override(fit_config(images, steps=steps), settings), out=out)
    assert run.report is not None
    print(f"held-out pictures: {run.report['fit']['held_out']['psnr_mean']:.1f} dB")
    (glb,) = bozzetto.export_mesh(run, out / "fitted.glb", faces=faces)
    print(glb)
    return glb


if __name__ == "__main__":
    tyro.cli(main)
