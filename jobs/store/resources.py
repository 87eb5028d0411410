"""Whether a run has room: what it needs of disk and memory, by its configuration alone, against what there is; and how
much memory this process has taken."""

import contextlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.jobs.config.errors import DiskFullError, MemoryShortError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.store.runs import METRICS_LINES, PREVIEWS, home, spaced
from bozzetto.jobs.store.units import format_bytes
from bozzetto.sds.pretrained.memory import group_memory, machine_memory

# Measured on runs of the three presets; what varies with the content of images is taken at twice what was seen.
PREVIEW_BYTES = 1.3
"""A pixel of a preview, as PNG."""
TEXTURE_BYTES = 3.0
"""A texel, in a GLB and again beside the OBJ."""
FACE_BYTES = 240
"""A face, in a GLB and as text of an OBJ."""
FRAME_BYTES = 0.15
"""A pixel of a turntable, as WebP."""
STILL_BYTES = 1.0
"""A pixel of a still, as PNG."""
METRICS_BYTES = 260
"""A line of metrics.jsonl."""
FIXED_BYTES = 600_000
"""Report, log (twice its limit), state, configuration."""
TRAINING_MEMORY = 200 << 20
"""Activations of a step, compiled kernels, their stacks."""
TEXEL_MEMORY = 100
"""Bytes a texel while the texture is baked; 78 were measured."""
CELL_MEMORY = 10
"""Bytes a cell of the density grid, through to the surface."""


@dataclass(frozen=True)
class Resources:
    """Bytes of each kind, needed or free."""

    disk: int
    """On the disk of the run folder."""
    memory: int
    """Of main memory, beyond what the process holds already."""


def resources_needed(config: RunConfig) -> Resources:
    """What a run needs at most, found without doing anything."""
    field, mesh, pictures, save = config.field, config.mesh, config.pictures, config.save
    weights = field.layout.n_entries * field.features + field.hidden * (
        field.levels * field.features + field.hidden * field.hidden_layers + 8
    )
    # Weights and Adam's two moments, and the occupancy grid's density and mask; two generations and one being written.
    checkpoint = 3 * 4 * weights + 8 * config.render.grid_resolution**3 + 32_768
    previews = config.steps // spaced(save.preview_every, config.steps, PREVIEWS) + 1
    disk = 3 * checkpoint + previews * int(PREVIEW_BYTES * 4 * save.preview_resolution**2)
    disk += (config.steps // spaced(save.metrics_every, config.steps, METRICS_LINES) + 1) * METRICS_BYTES + FIXED_BYTES
    disk += int(TEXTURE_BYTES * mesh.texture_size**2) + FACE_BYTES * mesh.max_faces
    disk += int(FRAME_BYTES * pictures.turntable_frames * pictures.resolution**2)
    disk += int(STILL_BYTES * 4 * pictures.resolution**2)
    # Weights, gradients, moments, and the copies of a checkpoint: once as tensors, once as bytes.
    training = 4 * 4 * weights + 2 * checkpoint + TRAINING_MEMORY
    export = export_memory(mesh)
    export += 3 * 4 * pictures.turntable_frames * pictures.resolution**2
    return Resources(disk, training + export)


def export_memory(mesh: ExportSettings) -> int:
    """Bytes that the export of a field takes beyond what is there before it."""
    return TEXEL_MEMORY * mesh.texture_size**2 + CELL_MEMORY * round(mesh.refinement * mesh.resolution) ** 3


def resources_free(folder: str | os.PathLike[str] | None = None) -> Resources:
    """What there is: on the disk of a folder that need not exist yet, and of memory within this process's limits.

    Args:
        folder: of the run; by default the home folder.
    """
    path = Path(folder) if folder is not None else home()
    path = Path(os.path.abspath(os.path.expanduser(path)))
    existing = next((place for place in (path, *path.parents) if place.is_dir()), Path("/"))
    disk = shutil.disk_usage(existing)
    # A file system without blocks, such as /proc, has no room to speak of; writing there says what is wrong with it.
    free = disk.free if disk.total else sys.maxsize
    return Resources(free, min(machine_memory(), group_memory()))


def check_room(config: RunConfig, folder: str | os.PathLike[str] | None = None) -> None:
    """An error, before anything is spent, when a run has no room.

    Raises:
        DiskFullError, MemoryShortError: with what is needed and what there is.
    """
    needed, free = resources_needed(config), resources_free(folder)
    if needed.disk > free.disk:
        raise DiskFullError(
            f"the run needs up to {format_bytes(needed.disk)} of disk and {format_bytes(free.disk)} are free at "
            f"{folder or home()}; free some space, or set BOZZETTO_HOME to another disk"
        )
    if needed.memory > free.memory:
        raise MemoryShortError(
            f"the run needs up to {format_bytes(needed.memory)} of memory and {format_bytes(free.memory)} are free; "
            "close something, or lower field.log2_table, mesh.texture_size or mesh.resolution"
        )


def forget_peak() -> None:
    """Lets the system count the peak of this process's memory anew, where it can."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def process_memory() -> tuple[int, int]:
    """Peak and present size of this process in bytes; 0 where the system does not say."""
    sizes = {"VmHWM:": 0, "VmRSS:": 0}
    with contextlib.suppress(OSError, ValueError):
        for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
            name = line.partition("\t")[0]
            if name in sizes:
                sizes[name] = int(line.split()[1]) * 1024
    return sizes["VmHWM:"], sizes["VmRSS:"]
