"""Compiled CPU kernels (numba, float32), with the names and signatures of the torch definitions.

Nothing is compiled at import. The first call of each kernel compiles it and keeps the code beside this file, or under
`NUMBA_CACHE_DIR` when that is set; later processes load it. All kernels release the interpreter lock, use as many
threads as torch, and add in an order that does not depend on the number of threads.
"""

from bozzetto.nerf.kernels.activation import activate
from bozzetto.nerf.kernels.compositing import accumulate, composite, positions, weights_from_density
from bozzetto.nerf.kernels.encoding import encode
from bozzetto.nerf.kernels.fused import network, network_gradient
from bozzetto.nerf.kernels.marching import march

__all__ = [
    "accumulate",
    "activate",
    "composite",
    "encode",
    "march",
    "network",
    "network_gradient",
    "positions",
    "weights_from_density",
]
