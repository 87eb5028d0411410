"""Posed images from a transforms.json of Blender's, instant-ngp's or nerfstudio's layout, untrusted.

    {"camera_angle_x": radians, or "fl_x", "fl_y", "cx", "cy" in pixels, "w", "h", "camera_model", "k1", ... "p2",
     "frames": [{"file_path": "./train/r_0", "transform_matrix": 4 x 4 camera to world, OpenGL axes,
                 "mask_path": "masks/r_0.png"}, ...],
     "train_filenames": [...], "val_filenames": [...], "test_filenames": [...]}

Intrinsics may stand in a frame too. Of a folder with transforms_train.json the held-out images are those of
transforms_test.json (or transforms_val.json); of a file with lists they are those of the test list (or the val list);
else they are every eighth frame. A folder without transforms may hold a COLMAP model (`colmap`).
"""

import json
import math
import os
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.train.colmap import find_model, read_colmap
from bozzetto.jobs.train.lenses import MODELS
from bozzetto.jobs.train.photos import find_photos, unread_photos
from bozzetto.jobs.train.posed_images import (
    Frame,
    Placement,
    PosedImages,
    find_placement,
    load_frames,
    path_inside,
    placed,
)

MAX_JSON = 64 << 20
MAX_FRAMES = 20_000
FARTHEST = 1e8
"""Units from the origin that a camera may stand."""
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".PNG", ".JPG", ".JPEG")
HELD_OUT_EVERY = 8
TRANSFORMS = ("transforms_train.json", "transforms.json")
NUMBERS = (
    "camera_angle_x", "camera_angle_y", "fl_x", "fl_y", "cx", "cy", "w", "h", "k1", "k2", "k3", "k4", "k5", "k6", "p1",
    "p2",
)  # fmt: skip
# Switches and lenses of instant-ngp that are refused by name.
REFUSED = {
    "orthographic": "an orthographic camera",
    "equirectangular": "instant-ngp's equirectangular lens; nerfstudio's `camera_model: EQUIRECTANGULAR` is read",
    "latlong": "a latitude-longitude lens; nerfstudio's `camera_model: EQUIRECTANGULAR` is read",
    "ftheta_p0": "an f-theta lens",
    "rolling_shutter": "a rolling shutter",
}


def is_unposed(where: Path) -> bool:
    """Whether a folder holds photos, and nothing that says where they were taken from."""
    if not where.is_dir() or any((where / name).is_file() for name in TRANSFORMS):
        return False
    return find_model(where) is None and bool(find_photos(where))


def find_transforms(where: Path) -> tuple[Path, Path | None]:
    """The file of the images to learn from, and that of the held-out ones where there is one of its own.

    Args:
        where: a transforms file, the folder that it is in, or a folder with a COLMAP model.

    Raises:
        ImagesError: there is none.
    """
    where = Path(os.path.expanduser(where))
    if "\0" in str(where):
        raise ImagesError("a path holds a null character")
    if where.is_dir():
        found = [where / name for name in TRANSFORMS if (where / name).is_file()]
        if not found:
            model = find_model(where)
            if model is None:
                unread = unread_photos(where)
                raise ImagesError(
                    f"{where} holds neither transforms.json nor transforms_train.json, nor a COLMAP model "
                    f"(sparse/0/cameras.bin, images.bin), nor photos{unread and '; ' + unread}"
                )
            return model, None
        where = found[0]
    if not where.is_file():
        raise ImagesError(f"there is no file {where}; give a transforms.json, or the folder that it is in")
    if where.name in ("cameras.bin", "cameras.txt", "images.bin", "images.txt"):
        model = find_model(where.parent)
        if model is None:
            raise ImagesError(f"{where.parent} holds no whole COLMAP model")
        return model, None
    held_out = None
    if where.name == "transforms_train.json":
        others = [where.with_name(f"transforms_{split}.json") for split in ("test", "val")]
        held_out = next((path for path in others if path.is_file()), None)
    return where.resolve(), held_out


def load_images(where: Path, placement: Placement | None, up: str = "z") -> tuple[PosedImages, PosedImages, Placement]:
    """Images to learn from, held-out images, and how their world became ours.

    Args:
        where: a transforms file, its folder, or a folder with a COLMAP model.
        placement: how; None finds it from the cameras: the centre is what they look at, the radius what they see.
        up: which axis is up when it is found.

    Raises:
        ImagesError: a file is missing, damaged, too large, outside of the folder, or says something impossible.
    """
    train_file, held_out_file = find_transforms(where)
    splits: dict[str, set[str]] = {}
    if train_file.name in ("images.bin", "images.txt"):
        frames = read_colmap(train_file)
    else:
        frames, splits = _read_frames(train_file)
    if held_out_file is not None:
        held_out = _read_frames(held_out_file)[0]
    else:
        frames, held_out = _split(frames, splits, train_file)
    train, test = load_frames(frames), load_frames(held_out)
    if placement is None:
        placement = find_placement(train, up)
    return placed(train, placement), placed(test, placement), placement


def _split(frames: list[Frame], splits: dict[str, set[str]], path: Path) -> tuple[list[Frame], list[Frame]]:
    """To learn from, and held out: as the file's lists say, else every eighth."""
    listed = next((splits[name] for name in ("test", "val") if name in splits), None)
    if listed is not None:
        held_out = [frame for frame in frames if frame.where in listed]
        chosen = splits.get("train")
        train = [f for f in frames if (f.where not in listed if chosen is None else f.where in chosen)]
        if not train or not held_out:
            raise ImagesError(f"{path}: its lists of files leave none to learn from, or none to hold out")
        return train, held_out
    if "train" in splits:
        frames = [frame for frame in frames if frame.where in splits["train"]]
    if len(frames) < 4:
        raise ImagesError(f"{path}: expected at least 4 frames, got {len(frames)}")
    return [f for i, f in enumerate(frames) if i % HELD_OUT_EVERY], frames[::HELD_OUT_EVERY]


def _read_frames(path: Path) -> tuple[list[Frame], dict[str, set[str]]]:
    """The frames of a file, checked, and the `where` of those in each of its lists; no image is opened."""
    try:
        if path.stat().st_size > MAX_JSON:
            raise ImagesError(f"{path}: expected at most {MAX_JSON >> 20} MiB, got {path.stat().st_size >> 20} MiB")
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise ImagesError(f"{path} cannot be read: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("frames"), list) or not data["frames"]:
        raise ImagesError(f"{path}: expected a JSON object with a list `frames` that is not empty")
    if len(data["frames"]) > MAX_FRAMES:
        raise ImagesError(f"{path}: expected at most {MAX_FRAMES} frames, got {len(data['frames'])}")
    folder = path.resolve().parent
    common = {key: value for key, value in data.items() if key != "frames"}
    lists = {split: names for split in ("train", "val", "test") if (names := _listed(data, split, path))}
    frames = []
    splits: dict[str, set[str]] = {split: set() for split in lists}
    for number, frame in enumerate(data["frames"]):
        where = f"{path}, frame {number}"
        if not isinstance(frame, dict):
            raise ImagesError(f"{where}: expected an object, got {type(frame).__name__}")
        found = _frame({**common, **frame}, frame, folder, where)
        frames.append(found)
        name = _plain(str(frame.get("file_path")))
        for split, names in lists.items():
            if name in names:
                splits[split].add(where)
    return frames, splits


def _plain(name: str) -> str:
    return str(Path(name.replace("\\", "/")))


def _listed(data: dict[str, Any], split: str, path: Path) -> set[str]:
    names = data.get(f"{split}_filenames")
    if names is None:
        return set()
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ImagesError(f"{path}: {split}_filenames: expected a list of names")
    return {_plain(name) for name in names}


def _frame(settings: dict[str, Any], frame: dict[str, Any], folder: Path, where: str) -> Frame:
    """One frame with what its file says of all of them."""
    path, c2w = _file(frame.get("file_path"), folder, where), _matrix(frame, where)
    for name, what in REFUSED.items():
        given = settings.get(name)
        if given is True or (name in ("ftheta_p0", "rolling_shutter") and _is_set(given)):
            raise ImagesError(f"{where}: {name}: {what} is not supported")
    model = settings.get("camera_model")
    if model is None:
        model = "OPENCV_FISHEYE" if settings.get("is_fisheye") is True else "OPENCV"
    if not isinstance(model, str) or model.upper() not in MODELS:
        raise ImagesError(f"{where}: camera_model {str(model)[:40]!r} is not supported, only {', '.join(MODELS)}")
    projection, given = MODELS[model.upper()], _numbers(settings, where)
    if settings.get("is_fisheye") is True:
        projection = "fisheye"
    k = [given.get(f"k{i}", 0.0) for i in range(1, 7)]
    if projection == "fisheye":
        distortion = (*k[:4], 0.0, 0.0, 0.0, 0.0, 0.0)
    elif model.upper() == "FULL_OPENCV":
        distortion = (k[0], k[1], k[2], 0.0, given.get("p1", 0.0), given.get("p2", 0.0), k[3], k[4], k[5])
    else:
        distortion = (*k[:4], given.get("p1", 0.0), given.get("p2", 0.0), 0.0, 0.0, 0.0)
    if projection == "equirectangular":
        distortion = (0.0,) * 9
    size = (given["w"], given["h"]) if "w" in given and "h" in given else None
    mask = frame.get("mask_path")
    return Frame(
        path, c2w, where, projection, size,
        (given.get("fl_x"), given.get("fl_y")),
        (given.get("camera_angle_x"), given.get("camera_angle_y")),
        (given.get("cx"), given.get("cy")),
        tuple(0.0 if abs(x) <= 1e-12 else x for x in distortion),
        None if mask is None else _file(mask, folder, f"{where}, mask_path"),
    )  # fmt: skip


def _is_set(value: Any) -> bool:
    return any(x not in (0, 0.0, None) for x in value) if isinstance(value, list) else value not in (None, 0, False)


def _file(name: Any, folder: Path, where: str) -> Path:
    """The image that a frame names, inside of the folder."""
    if not isinstance(name, str) or not name or "\0" in name:
        raise ImagesError(f"{where}: expected a file_path, got {name!r:.80}")
    path = path_inside(folder, name, where)
    # Blender's exporter leaves the ending out.
    for candidate in (path, *(path.with_name(path.name + ending) for ending in ENDINGS)):
        if os.path.isfile(candidate):
            if not candidate.resolve().is_relative_to(folder):
                raise ImagesError(f"{where}: {name!r} leads outside of {folder}")
            return candidate
    raise ImagesError(f"{where}: there is no image {str(path)[:400]} (nor with {', '.join(ENDINGS[:4])} added)")


def _matrix(frame: dict[str, Any], where: str) -> np.ndarray:
    """The camera-to-world matrix [4, 4] of a frame: a rotation and a position."""
    try:
        matrix = np.asarray(frame.get("transform_matrix"), dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        matrix = np.zeros(0)
    if matrix.shape == (3, 4):
        matrix = np.concatenate([matrix, [[0, 0, 0, 1]]])
    if matrix.shape != (4, 4):
        raise ImagesError(f"{where}: transform_matrix: expected 4 x 4 numbers")
    if not np.isfinite(matrix).all() or np.abs(matrix).max() > FARTHEST:
        raise ImagesError(f"{where}: transform_matrix: expected finite numbers up to {FARTHEST:g}")
    rotation = matrix[:3, :3]
    if np.abs(rotation.T @ rotation - np.eye(3)).max() > 1e-2 or np.linalg.det(rotation) < 0:
        raise ImagesError(f"{where}: transform_matrix: expected a rotation in its upper left, without scale or mirror")
    left, _, right = np.linalg.svd(rotation)
    matrix[:3, :3], matrix[3] = left @ right, (0, 0, 0, 1)
    return matrix


def _numbers(settings: dict[str, Any], where: str) -> dict[str, float]:
    """The numbers of a frame, or of its file, that describe the lens; some programs write them as text."""
    found = {}
    for name in NUMBERS:
        value = settings.get(name)
        if value is None:
            continue
        try:
            number = math.nan if isinstance(value, bool) else float(value)
        except (TypeError, ValueError, OverflowError):
            number = math.nan
        if not math.isfinite(number):
            raise ImagesError(f"{where}: {name}: expected a finite number, got {str(value)[:40]!r}")
        found[name] = number
    if min(found.get("w", 1.0), found.get("h", 1.0)) < 1:
        raise ImagesError(f"{where}: w, h: expected at least 1 pixel, got {found.get('w')}, {found.get('h')}")
    return found
