"""Size, start, device, backend and precision of a field, and the names of the backends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bozzetto.nerf.hash_layout import HashLayout

Backend = Literal["torch", "cpu", "tcnn", "triton", "tcnn-nerfacc"]
BACKENDS = ("auto", "torch", "cpu", "tcnn", "triton", "tcnn-nerfacc")
"""What a configuration may name; `auto` is resolved by `bozzetto.nerf.backend.resolve_backend`."""
MAX_SHARPNESS = 160.0
"""Greatest density of signed distances, per world unit: threestudio's 80 in a box of half-width 2."""
MIXED_PRECISION_BACKENDS = ("triton", "tcnn", "tcnn-nerfacc")


@dataclass(frozen=True)
class FieldConfig:
    """Size and start of a field; the defaults are for one object reconstructed from 32 to 64 pixel images."""

    levels: int = 8
    """Levels of the encoding."""
    features: int = 2
    """Features a level; the compiled kernels want 2."""
    base_resolution: int = 4
    """Cells a side of the coarsest level, over [-1, 1]."""
    max_resolution: int = 96
    """Cells a side of the finest level: half as many again as a 64 pixel image has pixels."""
    log2_table: int = 15
    """log2 of the most entries a level may have."""
    hidden: int = 64
    """Width of the hidden layers, a multiple of 4 for the compiled kernels."""
    hidden_layers: int = 2
    """Number of hidden layers."""
    density_scale: float = 10.0
    """Density of a unit softplus, per world unit."""
    blob_height: float = 4.0
    """Pre-activation density at the centre at the start."""
    blob_radius: float = 0.5
    """Radius where the starting pre-activation is zero; of signed distances, of the ball that they begin as."""
    geometry: Literal["density", "signed-distance"] = "density"
    """`density`: what the network says is a density; `signed-distance`: it is a distance to the surface, and density
    follows from it (VolSDF), so that there is one surface, which `regular.eikonal` keeps smooth."""
    colors: Literal["rgb", "latents"] = "rgb"
    """`latents`: the four channels of a latent prior, which need no encoder, shown as colours by a linear map that is
    learned too (Latent-NeRF); `guidance.latent_until` says how long the prior is shown them as they are."""
    sharpness: float = 40.0
    """Of signed distances: density within the surface at the start, per world unit, which is learned."""
    radius: float = 1.0
    """Density is zero outside the sphere of this radius, at most 1."""
    table_range: float = 1e-2
    """Tables start uniform in plus or minus this."""
    backend: str = "auto"
    """auto, torch, cpu, tcnn, triton or tcnn-nerfacc, see nerf/backend.py; auto is the best that passes its trial."""
    device: str = "auto"
    """auto, cpu, cuda or cuda:1; auto is a card where there is one that works, unless the backend is for the CPU."""
    mixed_precision: bool = False
    """float16 products with float32 sums, for triton; tcnn always computes so, torch and cpu never."""
    deterministic: bool = False
    """The same bits each time on the same card, for some more time and memory; triton only, as a CPU's always are."""
    cuda_graphs: bool = False
    """Replay a training step's launches on a card as CUDA graphs; triton only, and without effect on a CPU."""

    def __post_init__(self) -> None:
        if self.hidden < 1 or self.hidden_layers < 1:
            raise ValueError(f"hidden, hidden_layers: expected at least 1, got {self.hidden}, {self.hidden_layers}")
        if not (self.density_scale > 0 and self.blob_radius > 0 and self.table_range > 0):
            raise ValueError(
                "density_scale, blob_radius, table_range: expected > 0, got "
                f"{self.density_scale}, {self.blob_radius}, {self.table_range}"
            )
        if self.geometry not in ("density", "signed-distance"):
            raise ValueError(f"geometry: expected density or signed-distance, got {self.geometry!r}")
        if self.colors not in ("rgb", "latents"):
            raise ValueError(f"colors: expected rgb or latents, got {self.colors!r}")
        if self.colors == "latents" and self.geometry != "density":
            raise ValueError("colors: latents go with geometry 'density' alone")
        if self.colors == "latents" and self.cuda_graphs:
            raise ValueError("cuda_graphs: a field of latents cannot be recorded; leave it off")
        if not 0 < self.sharpness <= MAX_SHARPNESS:
            raise ValueError(f"sharpness: expected above 0 and at most {MAX_SHARPNESS:g}, got {self.sharpness}")
        if not 0 < self.radius <= 1:
            raise ValueError(f"radius: expected 0 < radius <= 1, got {self.radius}")
        if self.backend not in BACKENDS:
            raise ValueError(f"backend: expected one of {', '.join(BACKENDS)}, got {self.backend!r}")
        if not re.fullmatch(r"auto|cpu|cuda(:\d+)?", self.device):
            raise ValueError(f"device: expected auto, cpu, cuda or cuda:N, got {self.device!r}")
        if self.mixed_precision and self.backend not in MIXED_PRECISION_BACKENDS:
            raise ValueError(f"mixed_precision: expected backend 'triton' or 'tcnn' with it, got {self.backend!r}")
        if self.deterministic and self.backend in ("tcnn", "tcnn-nerfacc"):
            raise ValueError(f"deterministic: the sums of {self.backend!r} have no order; use 'triton', or a CPU")
        if self.cuda_graphs and self.backend in ("tcnn", "tcnn-nerfacc"):
            raise ValueError(f"cuda_graphs: expected backend 'triton' with it, got {self.backend!r}")
        _ = self.layout

    @property
    def layout(self) -> HashLayout:
        """The encoding's table layout."""
        return HashLayout(self.levels, self.features, self.base_resolution, self.max_resolution, self.log2_table)
