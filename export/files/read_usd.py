"""USD, USDA, USDC and USDZ by usd-core, an optional extra: meshes with UsdPreviewSurface materials, at rest."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bozzetto.export.files import usd_layers
from bozzetto.export.files.axes_units import Frame
from bozzetto.export.files.read_limits import Reading, UnreadableMeshError, printable, too_many
from bozzetto.export.files.read_parts import Part
from bozzetto.export.files.read_usd_stage import read_stage
from bozzetto.export.files.usd import usd_available
from bozzetto.export.files.usd_layers import LAYERS, OutsideError, open_layers

MAX_PROBE_BYTES = 3 << 30


def read_usd(reading: Reading, data: bytes, *, keep: bool = False) -> tuple[list[Part], Frame]:
    """The meshes of a stage, and the frame that it says it is in.

    Args:
        reading: limits and notes.
        data: the file.
        keep: keep pictures as they are encoded.

    Raises:
        UnreadableMeshError: usd-core is missing, it is damaged, too large, names layers of other folders, or holds
            no mesh.
    """
    if not usd_available():
        raise UnreadableMeshError(f"{reading.path.name}: reading USD needs usd-core: pip install 'bozzetto[usd]'")
    if data[:4] != b"PK\3\4":
        if reading.path.suffix.lower() == ".usdz":
            raise UnreadableMeshError(f"{reading.path} is no USDZ: it is no zip archive")
        return _read(reading, reading.path, reading.path.parent.resolve(), keep)
    with tempfile.TemporaryDirectory(prefix="usd-") as folder:
        return _read(reading, _unpacked(reading, data, Path(folder)), Path(folder).resolve(), keep)


def _read(reading: Reading, root: Path, home: Path, keep: bool) -> tuple[list[Part], Frame]:
    """The meshes of a layer, all of whose files lie in a folder."""
    _probe(reading, root, home)
    return _read_stage(reading, root, home, keep)


# Without the working folder among those that modules are looked for in.
PROBE = "import runpy, sys; sys.path.pop(0); runpy.run_path(sys.argv.pop(1), run_name='__main__')"


def _probe(reading: Reading, root: Path, home: Path) -> None:
    """Opens a stage in a process of its own, within limits, before this one does."""
    arguments = [usd_layers.__file__, str(root), str(home), str(MAX_PROBE_BYTES)]
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROBE, *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=reading.limits.max_seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UnreadableMeshError(f"{reading.path} takes longer to open than {error.timeout:g} s") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        if done.returncode == usd_layers.OUTSIDE and lines:
            raise UnreadableMeshError(f"{reading.path}: {lines[-1]}")
        why = printable(lines[-1]) if lines else f"it ends the reader with status {done.returncode}"
        raise UnreadableMeshError(f"{reading.path} cannot be read as USD: {why}")


def _unpacked(reading: Reading, data: bytes, folder: Path) -> Path:
    """The files of a package, in a folder of their own; its first file is the root layer."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > reading.limits.max_bytes or len(infos) > 10_000:
                raise too_many("bytes in its package", sum(i.file_size for i in infos), reading.limits.max_bytes)
            for info in infos:
                target = (folder / info.filename).resolve()
                if not target.is_relative_to(folder.resolve()):
                    raise UnreadableMeshError(f"{reading.path}: its package names {printable(info.filename)}")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
    except UnreadableMeshError:
        raise
    except Exception as error:
        raise UnreadableMeshError(f"{reading.path} is a damaged package: {type(error).__name__}: {error}") from error
    if not infos or Path(infos[0].filename).suffix.lower() not in LAYERS:
        raise UnreadableMeshError(f"{reading.path}: the first file of its package is no USD layer")
    return folder / infos[0].filename


def _read_stage(reading: Reading, root: Path, home: Path, keep: bool) -> tuple[list[Part], Frame]:
    from pxr import Tf, Usd, UsdGeom

    try:
        layers, notes = open_layers(str(root), str(home))
        for note in notes:
            reading.note(note)
        stage = Usd.Stage.Open(layers[0])
        if stage is None:
            raise UnreadableMeshError(f"{reading.path} is no USD stage")
        frame = Frame(
            "z" if UsdGeom.GetStageUpAxis(stage) == UsdGeom.Tokens.z else "y",
            # UsdGeom's own function takes no number but a double, and there are files with others.
            float(stage.GetMetadata(UsdGeom.Tokens.metersPerUnit)),
        )
        parts = read_stage(reading, stage, layers, home, keep)
    except OutsideError as error:
        raise UnreadableMeshError(f"{reading.path}: {error}") from error
    except Tf.ErrorException as error:
        raise UnreadableMeshError(f"{reading.path} cannot be read as USD: {str(error).strip()[:200]}") from error
    if not parts:
        raise UnreadableMeshError(f"{reading.path} holds no meshes")
    if not 0 < frame.unit < 1e9:
        raise UnreadableMeshError(f"{reading.path} counts in units of {frame.unit} m")
    return parts, frame
