"""Camera poses of plain photos, by COLMAP (Schoenberger and Frahm 2016) through pycolmap, the extra `photos`.

COLMAP runs in a process of its own: it decodes pictures and may need much memory. Its model is kept beside the photos
as `sparse/0`, in COLMAP's own layout, so that it is made once and other programs read it too.
"""

import importlib.util
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.store.processes import module_command
from bozzetto.jobs.store.progress import Progress, ProgressFn, no_progress
from bozzetto.jobs.store.runs import disk_errors
from bozzetto.jobs.train.posed_images import read_size

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")
OTHERS = (".heic", ".heif", ".avif", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".mov", ".mp4", ".avi", ".webm")
"""What cameras leave beside photos and is not read: pictures of other formats, and films."""
FEWEST, MOST = 8, 2000
EXHAUSTIVE = 100
"""Photos up to which each is matched with each; beyond, with its neighbours by name."""
SHARE = 0.5
"""Of the photos that must get a pose."""
STEPS = ("features", "matches", "poses")


def find_photos(folder: Path) -> list[str]:
    """Names of the photos in a folder, or in its folder `images`, relative to that one.

    Args:
        folder: of the photos; one that cannot be listed has none.
    """
    try:
        items = list(photo_folder(folder).iterdir())
    except OSError:
        return []
    return sorted(item.name for item in items if item.suffix.lower() in ENDINGS and item.is_file())


def unread_photos(folder: Path) -> str:
    """What lies in a folder of photos and is not read, as a sentence; empty where there is nothing."""
    try:
        kinds = [item.suffix.lower() for item in photo_folder(folder).iterdir() if item.suffix.lower() in OTHERS]
    except OSError:
        return ""
    if not kinds:
        return ""
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds)))
    return f"{counts} in {photo_folder(folder)} cannot be read: make JPEG or PNG of them (of films, of single frames)"


def photo_folder(folder: Path) -> Path:
    """Where a data set's photos lie: in its folder `images`, where there is one."""
    return folder / "images" if (folder / "images").is_dir() else folder


def solve_poses(folder: Path, progress: ProgressFn = no_progress) -> None:
    """Finds where photos were taken from; writes `sparse/0` into their folder.

    Args:
        folder: of the photos, 8 to 2000 of one thing that does not move.
        progress: is called with a message at each part.

    Raises:
        ImagesError: pycolmap is not installed, a photo cannot be read, or most of them get no pose.
        DiskError: the model cannot be written.
    """
    names, unread = find_photos(folder), unread_photos(folder)
    if not FEWEST <= len(names) <= MOST:
        raise ImagesError(f"{folder}: expected {FEWEST} to {MOST} photos, got {len(names)}{unread and '; ' + unread}")
    if unread:
        progress(Progress("training", 0, 1, message=unread))
    if importlib.util.find_spec("pycolmap") is None:
        raise ImagesError(
            f"{folder} holds {len(names)} photos without camera poses; finding them needs pycolmap: "
            "pip install 'bozzetto[photos]', or run COLMAP on them yourself"
        )
    # COLMAP decodes more formats than are read here.
    sizes = {read_size(photo_folder(folder) / name)[:2] for name in names}
    work = folder / f".colmap-{secrets.token_hex(6)}.part"
    with disk_errors(f"make the folder {work}"):
        work.mkdir()
    try:
        progress(Progress("training", 0, 1, message=f"finding the camera poses of {len(names)} photos by COLMAP"))
        _run(folder, work, len(sizes) == 1, progress)
        if not (work / "best").is_dir():
            raise ImagesError(
                f"COLMAP finds no camera poses of the photos in {folder}: take more, sharper ones that overlap by "
                "two thirds, of something with texture that stands still"
            )
        n_posed = int((work / "posed.txt").read_text())
        if n_posed < max(FEWEST, SHARE * len(names)):
            raise ImagesError(
                f"COLMAP finds the camera poses of {n_posed} of the {len(names)} photos in {folder}, expected half of "
                "them at least: take more that overlap by two thirds"
            )
        with disk_errors(f"write {folder / 'sparse'}"):
            (folder / "sparse").mkdir(exist_ok=True)
            os.replace(work / "best", folder / "sparse" / "0")
        progress(Progress("training", 0, 1, message=f"{n_posed} of {len(names)} photos have a pose (sparse/0)"))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _run(folder: Path, work: Path, single_camera: bool, progress: ProgressFn) -> None:
    """COLMAP in a process of its own, which says a line for each part; ends with this one."""
    command = module_command(
        "bozzetto.jobs.train.photos", str(photo_folder(folder)), str(work), "single" if single_camera else "auto"
    )
    with open(work / "log.txt", "wb") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() in STEPS:
                progress(Progress("training", 0, 1, message=f"COLMAP: {line.strip()}"))
        code = process.wait()
    finally:
        process.kill()
        process.wait()
    if code != 0:
        last = (work / "log.txt").read_text(errors="replace").strip().splitlines()[-1:]
        raise ImagesError(f"COLMAP failed on {folder} (exit code {code}): {''.join(last)[:300]}")


def main(images: str, work: str, camera: str) -> None:
    """The process that runs COLMAP: features, matches, poses; the largest model goes to `best`."""
    import pycolmap

    database, names = Path(work, "database.db"), find_photos(Path(images))
    print("features", flush=True)
    mode = pycolmap.CameraMode.SINGLE if camera == "single" else pycolmap.CameraMode.AUTO
    reader = pycolmap.ImageReaderOptions(camera_model="SIMPLE_RADIAL")
    pycolmap.extract_features(database, images, image_names=names, camera_mode=mode, reader_options=reader)
    print("matches", flush=True)
    (pycolmap.match_exhaustive if len(names) <= EXHAUSTIVE else pycolmap.match_sequential)(database)
    print("poses", flush=True)
    models = Path(work, "models")
    models.mkdir()
    found = pycolmap.incremental_mapping(database, images, models)
    if found:
        best = max(found, key=lambda number: found[number].num_reg_images())
        Path(work, "posed.txt").write_text(str(found[best].num_reg_images()))
        os.replace(models / str(best), Path(work, "best"))


if __name__ == "__main__":
    main(*sys.argv[1:])
