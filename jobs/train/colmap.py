"""COLMAP's models, binary or text: cameras, poses and images of a folder as its users have it.

    sparse/0/cameras.bin, images.bin (or .txt), images/*.jpg (or *.jpg), and masks/*.jpg.png where there are masks

COLMAP's world has no up of its own: it is turned so that the cameras' mean up is +Z. The layouts are those of COLMAP's
documentation, "Output Format", and of `ReadCamerasBinary` and `ReadImagesBinary` in its sources.
"""

import math
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.train.lenses import MODELS
from bozzetto.jobs.train.photos import find_photos, photo_folder
from bozzetto.jobs.train.posed_images import Frame, path_inside

MAX_BYTES = 4 << 30
# Name and number of parameters of each model, by its number in binary files.
NUMBERED = {
    0: ("SIMPLE_PINHOLE", 3), 1: ("PINHOLE", 4), 2: ("SIMPLE_RADIAL", 4), 3: ("RADIAL", 5), 4: ("OPENCV", 8),
    5: ("OPENCV_FISHEYE", 8), 6: ("FULL_OPENCV", 12), 7: ("FOV", 5), 8: ("SIMPLE_RADIAL_FISHEYE", 4),
    9: ("RADIAL_FISHEYE", 5), 10: ("THIN_PRISM_FISHEYE", 12),
}  # fmt: skip
PLACES = ("sparse/*", "sparse", "colmap/sparse/*", "dense/sparse", ".")
"""Where models lie in a folder; a star stands for their numbers."""


def find_model(folder: Path) -> Path | None:
    """The images.bin or images.txt of a COLMAP folder; None where it is none.

    COLMAP makes several models of pictures that do not hang together; the one that sees most of them is taken.

    Args:
        folder: of the data set, or of the model itself.
    """
    for place in PLACES:
        found = []
        for number in _models_at(folder, place):
            for ending in (".bin", ".txt"):
                if all((number / f"{name}{ending}").is_file() for name in ("cameras", "images")):
                    found.append(number / f"images{ending}")
                    break
        if found:
            return max(found, key=lambda model: model.stat().st_size).resolve()
    return None


def _models_at(folder: Path, place: str) -> list[Path]:
    above, star, _ = place.partition("/*")
    if not star:
        return [folder / place]
    try:
        return sorted((path for path in (folder / above).iterdir() if path.name.isdigit()), key=lambda p: int(p.name))
    except OSError:
        return []


def dataset_folder(model: Path) -> Path:
    """The folder that a model's images lie in or below.

    Args:
        model: of `find_model`.

    Raises:
        ImagesError: there is none.
    """
    for folder in list(model.parents)[:4]:
        if (folder / "images").is_dir():
            return folder
    # Photos beside their model, as `photos` leaves them.
    for folder in list(model.parents)[:4]:
        if folder.name not in ("0", "sparse") and find_photos(folder):
            return folder
    raise ImagesError(f"{model.parent}: there is no folder `images` beside or above the COLMAP model")


def read_colmap(model: Path) -> list[Frame]:
    """The frames of a COLMAP model, by name; no image is opened.

    Args:
        model: of `find_model`.

    Raises:
        ImagesError: a file is damaged, an image is missing, or a camera model is not known.
    """
    folder = dataset_folder(model)
    cameras_file = model.with_name(f"cameras{model.suffix}")
    for path in (model, cameras_file):
        if path.stat().st_size > MAX_BYTES:
            raise ImagesError(f"{path}: expected at most {MAX_BYTES >> 30} GiB")
    try:
        if model.suffix == ".bin":
            cameras, poses = _binary_cameras(cameras_file.read_bytes()), _binary_images(model.read_bytes())
        else:
            cameras = _text_cameras(cameras_file.read_text(encoding="utf-8-sig"))
            poses = _text_images(model.read_text(encoding="utf-8-sig"))
    except (struct.error, ValueError, IndexError, KeyError, UnicodeDecodeError, OverflowError) as error:
        raise ImagesError(f"{model.parent} holds no COLMAP model, or a damaged one: {error}") from error
    if not poses:
        raise ImagesError(f"{model}: it holds no images")
    frames = []
    for name, quaternion, translation, camera in sorted(poses, key=lambda pose: pose[0]):
        where = f"{model}, image {name[:80]!r}"
        if camera not in cameras:
            raise ImagesError(f"{where}: there is no camera {camera}")
        path = path_inside(photo_folder(folder), name, where)
        if not path.is_file():
            raise ImagesError(f"{where}: there is no image {path}")
        mask = path_inside(folder, f"masks/{name}.png", where)
        lens = _lens(*cameras[camera], where)
        frames.append(
            replace(
                lens, path=path, c2w=_c2w(quaternion, translation, where), mask=mask if mask.is_file() else None,
                as_stored=True,
            )
        )  # fmt: skip
    return _upright(frames)


def _upright(frames: list[Frame]) -> list[Frame]:
    """The frames in a world whose +Z is the cameras' mean up."""
    up = np.mean([frame.c2w[:3, 1] for frame in frames], axis=0)
    length = float(np.linalg.norm(up))
    if length < 1e-3:
        return frames
    up /= length
    side = np.cross(up, [1.0, 0.0, 0.0] if abs(up[0]) < 0.9 else [0.0, 1.0, 0.0])
    side /= np.linalg.norm(side)
    turn = np.eye(4)
    turn[:3, :3] = np.stack([side, np.cross(up, side), up])
    return [replace(frame, c2w=turn @ frame.c2w) for frame in frames]


def _c2w(quaternion: tuple[float, ...], translation: tuple[float, ...], where: str) -> np.ndarray:
    """Camera to world with OpenGL axes, of COLMAP's world to camera with +Y down and +Z forward."""
    length = math.hypot(*quaternion)
    if not (1e-6 < length < 1e6 and all(abs(value) <= 1e9 for value in translation)):
        raise ImagesError(f"{where}: expected a rotation and a position of finite numbers")
    w, x, y, z = np.array(quaternion) / length
    rotation = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    )
    c2w = np.eye(4)
    c2w[:3, :3] = rotation.T @ np.diag([1.0, -1.0, -1.0])
    c2w[:3, 3] = -rotation.T @ np.array(translation)
    return c2w


def _lens(model: str, width: float, height: float, given: tuple[float, ...], where: str) -> Frame:
    """A camera's numbers in their places."""
    if model not in MODELS or model == "EQUIRECTANGULAR":
        raise ImagesError(f"{where}: the camera model {model} is not supported, only {', '.join(MODELS)}")
    if model in ("SIMPLE_PINHOLE", "SIMPLE_RADIAL", "RADIAL", "SIMPLE_RADIAL_FISHEYE", "RADIAL_FISHEYE"):
        given = (given[0], *given)
    fl, middle, rest = given[0:2], given[2:4], given[4:]
    k = list(rest) + [0.0] * 8
    if MODELS[model] == "fisheye" or model in ("SIMPLE_RADIAL", "RADIAL"):
        n = {"OPENCV_FISHEYE": 4, "SIMPLE_RADIAL": 1, "SIMPLE_RADIAL_FISHEYE": 1}.get(model, 2)
        distortion = (*k[:n], *(0.0,) * (9 - n))
    elif model == "FULL_OPENCV":
        # k1 k2 p1 p2 k3 k4 k5 k6
        distortion = (k[0], k[1], k[4], 0.0, k[2], k[3], k[5], k[6], k[7])
    else:
        distortion = (k[0], k[1], 0.0, 0.0, k[2], k[3], 0.0, 0.0, 0.0)
    return Frame(
        Path(), np.eye(4), where, MODELS[model], (width, height), (fl[0], fl[1]), middle=(middle[0], middle[1]),
        distortion=tuple(float(x) for x in distortion),
    )  # fmt: skip


Cameras = dict[int, tuple[str, float, float, tuple[float, ...]]]
Poses = list[tuple[str, tuple[float, ...], tuple[float, ...], int]]


def _binary_cameras(data: bytes) -> Cameras:
    at, cameras = 8, {}
    for _ in range(_count(data, 24)):
        number, model, width, height = struct.unpack_from("<IiQQ", data, at)
        if model not in NUMBERED:
            raise ValueError(f"camera {number} has the unknown model {model}")
        name, n = NUMBERED[model]
        cameras[number] = (name, float(width), float(height), struct.unpack_from(f"<{n}d", data, at + 24))
        at += 24 + 8 * n
    return cameras


def _binary_images(data: bytes) -> Poses:
    at, poses = 8, []
    for _ in range(_count(data, 73)):
        _, *pose, camera = struct.unpack_from("<I7dI", data, at)
        end = data.index(b"\0", at + 64)
        name = data[at + 64 : end].decode()
        (points,) = struct.unpack_from("<Q", data, end + 1)
        at = end + 9 + 24 * points
        if at > len(data):
            raise ValueError(f"image {name!r} ends after the file does")
        poses.append((name, tuple(pose[:4]), tuple(pose[4:]), camera))
    return poses


def _count(data: bytes, least: int) -> int:
    """How many entries a file says that it has, each of `least` bytes at least."""
    n: int = struct.unpack_from("<Q", data, 0)[0]
    if n * least > len(data):
        raise ValueError(f"it claims {n} entries and has {len(data)} bytes")
    return n


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]


def _text_cameras(text: str) -> Cameras:
    cameras: dict[int, Any] = {}
    for line in _lines(text):
        words = line.split()
        if not words:
            continue
        needed = dict(NUMBERED.values()).get(words[1], 0)
        given = tuple(float(word) for word in words[4:])
        if len(given) < needed:
            raise ValueError(f"camera {words[0]} of model {words[1]} has {len(given)} parameters, expected {needed}")
        cameras[int(words[0])] = (words[1], float(words[2]), float(words[3]), given)
    return cameras


def _text_images(text: str) -> Poses:
    """Two lines an image; the second, of its points, may be empty."""
    lines = _lines(text)
    while lines and not lines[0]:
        lines.pop(0)
    poses = []
    for line in lines[::2]:
        words = line.split(None, 9)
        if not words:
            continue
        pose = [float(word) for word in words[1:8]]
        poses.append((words[9], tuple(pose[:4]), tuple(pose[4:]), int(words[8])))
    return poses
