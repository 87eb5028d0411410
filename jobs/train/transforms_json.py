"""Posed images from a transforms.json of Blender's or instant-ngp's layout, untrusted.

    {"camera_angle_x": radians, or "fl_x", "fl_y", "cx", "cy" in pixels, "w", "h",
     "frames": [{"file_path": "./train/r_0", "transform_matrix": 4 x 4 camera to world, OpenGL axes}, ...]}

Intrinsics may stand in a frame too. The world is Blender's, +Z up, unless said otherwise; ours is +Y up and as large as
the unit sphere. Of a folder with transforms_train.json the held-out images are those of transforms_test.json (or
transforms_val.json); of a single file they are every eighth frame.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image, UnidentifiedImageError
from torch import Tensor

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.nerf.cameras import Rays

MAX_JSON = 64 << 20
MAX_FRAMES = 20_000
MAX_SIDE = 8192
MAX_PIXELS = 1 << 30
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
HELD_OUT_EVERY = 8
DISTORTION = ("k1", "k2", "k3", "k4", "p1", "p2")


@dataclass(frozen=True)
class PosedImages:
    """B images of one size, and where they were taken from.

    Args:
        images: uint8 [B, H, W, 4], straight alpha; alpha is 255 throughout where the files have none.
        c2w: float32 [B, 4, 4], our frame and scale.
        focal: float32 [B, 2], fl_x and fl_y in pixels.
        center: float32 [B, 2], cx and cy in pixels.
        names: of the files, B.
        has_alpha: whether the files have an alpha channel that is not opaque throughout.
    """

    images: Tensor
    c2w: Tensor
    focal: Tensor
    center: Tensor
    names: tuple[str, ...]
    has_alpha: bool

    def __len__(self) -> int:
        return self.images.shape[0]

    @property
    def height(self) -> int:
        """H."""
        return self.images.shape[1]

    @property
    def width(self) -> int:
        """W."""
        return self.images.shape[2]

    def rays(self, image: Tensor, row: Tensor, column: Tensor) -> Rays:
        """Rays through the centres of pixels.

        Args:
            image: int64 [R], which image.
            row: int64 [R].
            column: int64 [R].
        """
        pixel = torch.stack([column, row], -1) + 0.5
        across = (pixel - self.center[image]) / self.focal[image]
        local = torch.stack([across[:, 0], -across[:, 1], -torch.ones_like(across[:, 0])], -1)
        local = torch.nn.functional.normalize(local, dim=-1)
        c2w = self.c2w[image]
        return Rays(c2w[:, :3, 3], (c2w[:, :3, :3] @ local[..., None])[..., 0])

    def colours(self, image: Tensor, row: Tensor, column: Tensor, background: Tensor | float) -> Tensor:
        """What the images show over a background, [R, 3] in [0, 1]."""
        rgba = self.images[image, row, column].float() / 255
        return rgba[:, :3] * rgba[:, 3:] + (1 - rgba[:, 3:]) * background


@dataclass(frozen=True)
class Placement:
    """How the world of the images becomes ours: turned so that +Y is up, moved and scaled into the unit sphere."""

    center: tuple[float, float, float]
    """Of the object, in the images' world."""
    radius: float
    """Of the object, in the images' world."""
    up: str
    """`z` or `y`: which axis of the images' world is up."""

    def apply(self, c2w: Tensor) -> Tensor:
        """Cameras [B, 4, 4] of the images' world in ours."""
        out = c2w.clone()
        out[:, :3, 3] = (out[:, :3, 3] - torch.tensor(self.center, dtype=c2w.dtype)) / self.radius
        if self.up == "z":
            turn = torch.tensor([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]], dtype=c2w.dtype)
            out[:, :3] = turn @ out[:, :3]
        return out


@dataclass(frozen=True)
class _Frame:
    path: Path
    c2w: np.ndarray
    intrinsics: dict[str, float]


def find_transforms(where: Path) -> tuple[Path, Path | None]:
    """The file of the images to learn from, and that of the held-out ones where there is one of its own.

    Args:
        where: a transforms file, or the folder that it is in.

    Raises:
        ImagesError: there is none.
    """
    where = Path(where).expanduser()
    if "\0" in str(where):
        raise ImagesError("a path holds a null character")
    if where.is_dir():
        found = [where / name for name in ("transforms_train.json", "transforms.json") if (where / name).is_file()]
        if not found:
            raise ImagesError(f"{where} holds neither transforms.json nor transforms_train.json")
        where = found[0]
    if not where.is_file():
        raise ImagesError(f"there is no file {where}; give a transforms.json, or the folder that it is in")
    held_out = None
    if where.name == "transforms_train.json":
        others = [where.with_name(f"transforms_{split}.json") for split in ("test", "val")]
        held_out = next((path for path in others if path.is_file()), None)
    return where.resolve(), held_out


def load_images(where: Path, placement: Placement | None, up: str = "z") -> tuple[PosedImages, PosedImages, Placement]:
    """Images to learn from, held-out images, and how their world became ours.

    Args:
        where: a transforms file, or its folder.
        placement: how; None finds it from the cameras: the centre is what they look at, the radius what they see.
        up: which axis is up when it is found.

    Raises:
        ImagesError: a file is missing, damaged, too large, outside of the folder, or says something impossible.
    """
    train_file, held_out_file = find_transforms(where)
    frames = _read_frames(train_file)
    if held_out_file is not None:
        held_out = _read_frames(held_out_file)
    elif len(frames) >= 4:
        held_out = frames[::HELD_OUT_EVERY]
        frames = [frame for i, frame in enumerate(frames) if i % HELD_OUT_EVERY]
    else:
        raise ImagesError(f"{train_file}: expected at least 4 frames, got {len(frames)}")
    train, test = _load(frames), _load(held_out)
    if placement is None:
        placement = find_placement(train, up)
    return _placed(train, placement), _placed(test, placement), placement


def find_placement(images: PosedImages, up: str = "z") -> Placement:
    """The point that the cameras look at, and the largest sphere round it that one of them sees whole.

    Raises:
        ImagesError: the cameras look past each other, or from one place.
    """
    position, forward = images.c2w[:, :3, 3].double(), -images.c2w[:, :3, 2].double()
    # The point nearest to all lines of sight, by least squares.
    across = torch.eye(3, dtype=torch.float64) - forward[:, :, None] * forward[:, None]
    system = across.sum(0)
    if float(torch.linalg.eigvalsh(system)[0]) < 1e-4 * len(images):
        raise ImagesError("the cameras all look the same way, so nothing says where the object is; give --center")
    center = torch.linalg.solve(system, (across @ position[:, :, None]).sum(0))[:, 0]
    distance = (position - center).norm(dim=-1)
    half = torch.atan(0.5 * torch.tensor([images.width, images.height]) / images.focal).amax(1).double()
    radius = float((distance * half.sin()).max())
    if not math.isfinite(radius) or radius <= 1e-6:
        raise ImagesError(f"the cameras stand in one place (radius {radius:g}); give --radius")
    return Placement((float(center[0]), float(center[1]), float(center[2])), radius, up)


def _placed(images: PosedImages, placement: Placement) -> PosedImages:
    c2w = placement.apply(images.c2w)
    return PosedImages(images.images, c2w, images.focal, images.center, images.names, images.has_alpha)


def _read_frames(path: Path) -> list[_Frame]:
    """The frames of a file, checked; no image is opened."""
    try:
        if path.stat().st_size > MAX_JSON:
            raise ImagesError(f"{path}: expected at most {MAX_JSON >> 20} MiB, got {path.stat().st_size >> 20} MiB")
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ImagesError(f"{path} cannot be read: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("frames"), list) or not data["frames"]:
        raise ImagesError(f"{path}: expected a JSON object with a list `frames` that is not empty")
    if len(data["frames"]) > MAX_FRAMES:
        raise ImagesError(f"{path}: expected at most {MAX_FRAMES} frames, got {len(data['frames'])}")
    folder = path.resolve().parent
    frames = []
    for number, frame in enumerate(data["frames"]):
        where = f"{path}, frame {number}"
        if not isinstance(frame, dict):
            raise ImagesError(f"{where}: expected an object, got {type(frame).__name__}")
        settings = {**{k: v for k, v in data.items() if k != "frames"}, **frame}
        frames.append(
            _Frame(_file(frame.get("file_path"), folder, where), _matrix(frame, where), _numbers(settings, where))
        )
    return frames


def _file(name: Any, folder: Path, where: str) -> Path:
    """The image that a frame names, inside of the folder."""
    if not isinstance(name, str) or not name or "\0" in name:
        raise ImagesError(f"{where}: expected a file_path, got {name!r}")
    path = (folder / name.replace("\\", "/")).resolve()
    if not path.is_relative_to(folder):
        raise ImagesError(f"{where}: {name!r} is outside of {folder}; images must lie beside or below their transforms")
    # Blender's exporter leaves the ending out.
    for candidate in (path, *(path.with_name(path.name + ending) for ending in ENDINGS)):
        if candidate.is_file():
            if not candidate.resolve().is_relative_to(folder):
                raise ImagesError(f"{where}: {name!r} leads outside of {folder}")
            return candidate
    raise ImagesError(f"{where}: there is no image {path} (nor with {', '.join(ENDINGS)} added)")


def _matrix(frame: dict[str, Any], where: str) -> np.ndarray:
    """The camera-to-world matrix [4, 4] of a frame: a rotation and a position."""
    try:
        matrix = np.asarray(frame.get("transform_matrix"), dtype=np.float64)
    except (TypeError, ValueError):
        matrix = np.zeros(0)
    if matrix.shape == (3, 4):
        matrix = np.concatenate([matrix, [[0, 0, 0, 1]]])
    if matrix.shape != (4, 4):
        raise ImagesError(f"{where}: transform_matrix: expected 4 x 4 numbers")
    if not np.isfinite(matrix).all() or np.abs(matrix).max() > 1e6:
        raise ImagesError(f"{where}: transform_matrix: expected finite numbers up to 1e6")
    rotation = matrix[:3, :3]
    if np.abs(rotation.T @ rotation - np.eye(3)).max() > 1e-2 or np.linalg.det(rotation) < 0:
        raise ImagesError(f"{where}: transform_matrix: expected a rotation in its upper left, without scale or mirror")
    left, _, right = np.linalg.svd(rotation)
    matrix[:3, :3], matrix[3] = left @ right, (0, 0, 0, 1)
    return matrix


def _numbers(settings: dict[str, Any], where: str) -> dict[str, float]:
    """The numbers of a frame, or of its file, that describe the lens."""
    found = {}
    for name in ("camera_angle_x", "camera_angle_y", "fl_x", "fl_y", "cx", "cy", "w", "h", *DISTORTION):
        value = settings.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise ImagesError(f"{where}: {name}: expected a finite number, got {value!r}")
        found[name] = float(value)
    if min(found.get("w", 1.0), found.get("h", 1.0)) < 1:
        raise ImagesError(f"{where}: w, h: expected at least 1 pixel, got {found.get('w')}, {found.get('h')}")
    for name in DISTORTION:
        if abs(found.get(name, 0.0)) > 1e-6:
            raise ImagesError(
                f"{where}: {name} = {found[name]:g}: lens distortion is not modelled; undistort the images first, for "
                "example with COLMAP's image_undistorter"
            )
    return found


def _load(frames: list[_Frame]) -> PosedImages:
    """Opens the images of frames, all of one size."""
    sizes = [_size(frame.path) for frame in frames]
    width, height = sizes[0]
    for frame, size in zip(frames, sizes, strict=True):
        if size != (width, height):
            raise ImagesError(
                f"{frame.path}: expected {width} x {height} pixels as {frames[0].path.name} has, "
                f"got {size[0]} x {size[1]}"
            )
    if width * height * len(frames) > MAX_PIXELS:
        raise ImagesError(
            f"{len(frames)} images of {width} x {height}: expected at most {MAX_PIXELS >> 20} million pixels in all; "
            "scale them down"
        )
    images = torch.empty(len(frames), height, width, 4, dtype=torch.uint8)
    for i, frame in enumerate(frames):
        try:
            with Image.open(frame.path) as image:
                images[i] = torch.from_numpy(np.array(image.convert("RGBA")))
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise ImagesError(f"{frame.path} cannot be read as an image: {error}") from error
    lens = [_lens(frame, width, height) for frame in frames]
    return PosedImages(
        images,
        torch.from_numpy(np.stack([frame.c2w for frame in frames])).float(),
        torch.tensor([(fl_x, fl_y) for fl_x, fl_y, _, _ in lens]),
        torch.tensor([(cx, cy) for _, _, cx, cy in lens]),
        tuple(frame.path.name for frame in frames),
        bool((images[..., 3] < 255).any()),
    )


def _size(path: Path) -> tuple[int, int]:
    """Width and height, from the header alone."""
    try:
        with Image.open(path) as image:
            width, height = image.size
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError) as error:
        raise ImagesError(f"{path} cannot be read as an image: {error}") from error
    if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE):
        raise ImagesError(f"{path}: expected sides of 1 to {MAX_SIDE} pixels, got {width} x {height}")
    return width, height


def _lens(frame: _Frame, width: int, height: int) -> tuple[float, float, float, float]:
    """fl_x, fl_y, cx and cy in pixels of the image as it is."""
    given = frame.intrinsics
    # Intrinsics are in pixels of the size that the file names, which a downscaled image no longer has.
    sx, sy = width / given.get("w", width), height / given.get("h", height)
    if "fl_x" in given:
        fl_x = given["fl_x"] * sx
    elif "camera_angle_x" in given and 0 < given["camera_angle_x"] < math.pi:
        fl_x = 0.5 * width / math.tan(0.5 * given["camera_angle_x"])
    else:
        raise ImagesError(f"{frame.path}: expected camera_angle_x in (0, pi) or fl_x, got neither")
    if "fl_y" in given:
        fl_y = given["fl_y"] * sy
    elif "camera_angle_y" in given and 0 < given["camera_angle_y"] < math.pi:
        fl_y = 0.5 * height / math.tan(0.5 * given["camera_angle_y"])
    else:
        fl_y = fl_x
    for name, value in (("fl_x", fl_x), ("fl_y", fl_y)):
        if not 1e-2 * width <= value <= 1e3 * width:
            raise ImagesError(
                f"{frame.path}: {name}: expected {1e-2 * width:g} to {1e3 * width:g} pixels, got {value:g}"
            )
    return fl_x, fl_y, given.get("cx", 0.5 * width / sx) * sx, given.get("cy", 0.5 * height / sy) * sy
