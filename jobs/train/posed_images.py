"""Posed images: pixels, lenses and cameras, and how their world becomes ours.

Where they come from is a module of its own each: `transforms_json` (Blender, instant-ngp, nerfstudio) and `colmap`.
Both give `Frame`s; here the images are opened and checked. The images' world is +Z up unless said otherwise; ours is +Y
up and as large as the unit sphere.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Bool, Float, Float64, Int64, UInt8
from PIL import Image, ImageOps
from torch import Tensor

from bozzetto.export.files.read_limits import decoded
from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.train.lenses import MISS, PROJECTIONS, K, Projection, directions, misses
from bozzetto.nerf.cameras import Rays

MAX_SIDE = 8192
MAX_PIXELS = 1 << 30
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP")
"""What Pillow may decode, of JPEG also MPO with several pictures: it knows some forty formats, and a few of them start
other programs."""
FAR_OFF = 0.2
"""Share of the image's side by which the optical axis may miss its middle before that is said."""
# Two shapes of an image are the same when their aspects differ by less.
SAME_ASPECT = 0.02
EQUIRECTANGULAR = PROJECTIONS.index("equirectangular")
ORIENTATION = 0x0112
"""EXIF's tag."""


@dataclass(frozen=True)
class PosedImages:
    """B images and where they were taken from; smaller ones are padded to one size.

    Args:
        images: straight alpha; alpha is 255 throughout where the files have none.
        c2w: our frame and scale.
        focal: fl_x and fl_y in pixels.
        center: cx and cy in pixels.
        names: of the files, B.
        has_alpha: whether the files have an alpha channel that is not opaque throughout.
        valid: which pixels count; None where all do: a mask leaves some out, and so does padding.
        projection: index into PROJECTIONS of each lens; None where all are perspective without distortion.
        distortion: of each lens, as in `lenses`.
        sizes: height and width of each image before padding; None where all have one size.
        notes: for the user.
    """

    images: UInt8[Tensor, "b h w 4"]
    c2w: Float[Tensor, "b 4 4"]
    focal: Float[Tensor, "b 2"]
    center: Float[Tensor, "b 2"]
    names: tuple[str, ...]
    has_alpha: bool
    valid: Bool[Tensor, "b h w"] | None = None
    projection: Int64[Tensor, " b"] | None = None
    distortion: Float[Tensor, "b 9"] | None = None
    sizes: Int64[Tensor, "b 2"] | None = None
    notes: tuple[str, ...] = field(default=())

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
        local = self.local_directions(image, torch.stack([column, row], -1) + 0.5)
        c2w = self.c2w[image].to(local.dtype)
        return Rays(c2w[:, :3, 3], (c2w[:, :3, :3] @ local[..., None])[..., 0])

    def local_directions(self, image: Tensor, pixel: Tensor) -> Float[Tensor, "r 3"]:
        """Unit directions in the cameras' axes through places in images.

        Args:
            image: int64 [R], which image.
            pixel: [R, 2], x and y in pixels from the upper left corner.
        """
        across = (pixel - self.center[image]) / self.focal[image]
        if self.projection is None or self.distortion is None:
            local = torch.stack([across[:, 0], -across[:, 1], -torch.ones_like(across[:, 0])], -1)
            return torch.nn.functional.normalize(local, dim=-1)
        local = torch.empty(len(image), 3, dtype=across.dtype)
        for number, projection in enumerate(PROJECTIONS):
            here = self.projection[image] == number
            if bool(here.any()):
                local[here] = directions(projection, across[here], self.distortion[image[here]])
        return local

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

    def apply(self, c2w: Float[Tensor, "b 4 4"]) -> Float[Tensor, "b 4 4"]:
        """Cameras [B, 4, 4] of the images' world in ours."""
        out = c2w.clone()
        out[:, :3, 3] = (out[:, :3, 3] - torch.tensor(self.center, dtype=c2w.dtype)) / self.radius
        if self.up == "z":
            turn = torch.tensor([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]], dtype=c2w.dtype)
            out[:, :3] = turn @ out[:, :3]
        return out


@dataclass(frozen=True)
class Frame:
    """One image as its data set describes it; nothing is opened yet."""

    path: Path
    c2w: Float64[np.ndarray, "4 4"]
    """The images' world, OpenGL axes."""
    where: str
    """For errors."""
    projection: Projection = "perspective"
    size: tuple[float, float] | None = None
    """Width and height that the intrinsics are for; None takes the image's."""
    fl: tuple[float | None, float | None] = (None, None)
    """fl_x and fl_y in pixels of `size`."""
    angle: tuple[float | None, float | None] = (None, None)
    """Fields of view instead, radians."""
    middle: tuple[float | None, float | None] = (None, None)
    """cx and cy in pixels of `size`; None is the middle."""
    distortion: tuple[float, ...] = (0.0,) * K
    mask: Path | None = None
    """Black where pixels do not count."""
    as_stored: bool = False
    """The camera was found on the pixels as the file stores them, whatever its EXIF data say of their orientation."""


def path_inside(folder: Path, name: str, where: str) -> Path:
    """The file or folder that a data set names, whether it is there or not.

    Args:
        folder: of the data set.
        name: relative to it, with slashes of either kind.
        where: for errors.

    Raises:
        ImagesError: it is outside of the folder, also by a link, or no name that this system has.
    """
    try:
        path = (folder / name.replace("\\", "/")).resolve()
        path.exists()
    except (OSError, ValueError, RuntimeError) as error:  # the last of a link that leads to itself
        raise ImagesError(f"{where}: {name[:80]!r} is no name of a file: {str(error)[:80]}") from error
    if not path.is_relative_to(folder.resolve()):
        raise ImagesError(
            f"{where}: {name[:200]!r} is outside of {folder}; images must lie beside or below what names them"
        )
    return path


def load_frames(frames: Sequence[Frame]) -> PosedImages:
    """Opens the images of frames; cameras stay in the images' world, in float64.

    Raises:
        ImagesError: one is missing, damaged or too large, or its shape is not the one that its lens is for.
    """
    notes: dict[str, None] = {}
    stored = [read_size(frame.path) for frame in frames]
    turned = [_is_turned(frame, *size, notes) for frame, size in zip(frames, stored, strict=True)]
    sizes = [
        (height, width) if turn and orientation >= 5 else (width, height)
        for (width, height, orientation), turn in zip(stored, turned, strict=True)
    ]
    for frame, size in zip(frames, sizes, strict=True):
        if frame.size is None and not _same_aspect(size, sizes[0]):
            raise ImagesError(
                f"{frame.path}: expected {sizes[0][0]} x {sizes[0][1]} pixels as {frames[0].path.name} has, "
                f"got {size[0]} x {size[1]}; images of several shapes need w, h and a lens each"
            )
    width, height = max(size[0] for size in sizes), max(size[1] for size in sizes)
    if width * height * len(frames) > MAX_PIXELS:
        raise ImagesError(
            f"{len(frames)} images of {width} x {height}: expected at most {MAX_PIXELS >> 20} million pixels in all; "
            "scale them down"
        )
    mixed = any(size != (width, height) for size in sizes)
    masked = any(frame.mask is not None for frame in frames)
    images = torch.zeros(len(frames), height, width, 4, dtype=torch.uint8)
    valid = torch.zeros(len(frames), height, width, dtype=torch.bool) if mixed or masked else None
    has_alpha = False
    for i, (frame, size, turn) in enumerate(zip(frames, sizes, turned, strict=True)):
        pixels = _pixels(frame.path, turn)
        h, w = pixels.shape[:2]
        if (w, h) != tuple(size):
            raise ImagesError(f"{frame.path}: its header says {size[0]} x {size[1]} pixels, it has {w} x {h}")
        images[i, :h, :w] = torch.from_numpy(np.array(pixels))
        has_alpha = has_alpha or bool((pixels[..., 3] < 255).any())
        if valid is not None:
            valid[i, :h, :w] = True if frame.mask is None else torch.from_numpy(_mask(frame, size, turn))
    if valid is not None and not bool(valid.any()):
        raise ImagesError("the masks leave out every pixel; where they are black, pixels do not count")
    if mixed:
        notes.setdefault("the images have several sizes")
    if masked and valid is not None:
        notes.setdefault(f"masks leave out {100 * (1 - float(valid.float().mean())):.0f} % of the pixels")
    lens = [_lens(frame, *size, notes) for frame, size in zip(frames, sizes, strict=True)]
    plain = all(frame.projection == "perspective" and not any(frame.distortion) for frame in frames)
    found = PosedImages(
        images,
        torch.from_numpy(np.stack([frame.c2w for frame in frames])),
        torch.tensor([(fl_x, fl_y) for fl_x, fl_y, _, _ in lens]),
        torch.tensor([(cx, cy) for _, _, cx, cy in lens]),
        tuple(frame.path.name for frame in frames),
        has_alpha,
        valid,
        None if plain else torch.tensor([PROJECTIONS.index(frame.projection) for frame in frames]),
        None if plain else torch.tensor([frame.distortion for frame in frames], dtype=torch.float32),
        torch.tensor([(h, w) for w, h in sizes]) if mixed else None,
        tuple(notes),
    )
    if not plain:
        _check_lenses(found, frames, sizes)
    return found


def find_placement(images: PosedImages, up: str = "z") -> Placement:
    """The point that the cameras look at, and the largest sphere round it that one of them sees whole.

    Args:
        images: in their own world.
        up: which axis of it is up.

    Raises:
        ImagesError: the cameras look past each other, or from one place.
    """
    position, forward = images.c2w[:, :3, 3].double(), -images.c2w[:, :3, 2].double()
    # Far from the origin the squares below would lose the last metres.
    home = position.mean(0)
    # The point nearest to all lines of sight, by least squares.
    across = torch.eye(3, dtype=torch.float64) - forward[:, :, None] * forward[:, None]
    system = across.sum(0)
    if float(torch.linalg.eigvalsh(system)[0]) < 1e-4 * len(images):
        raise ImagesError("the cameras all look the same way, so nothing says where the object is; give --center")
    center = torch.linalg.solve(system, (across @ (position - home)[:, :, None]).sum(0))[:, 0] + home
    distance = (position - center).norm(dim=-1)
    radius = float((distance * _half_angles(images).double().sin()).max())
    if not math.isfinite(radius) or radius <= 1e-6:
        raise ImagesError(f"the cameras stand in one place (radius {radius:g}); give --radius")
    all_round = images.projection is not None and bool((images.projection == EQUIRECTANGULAR).all())
    behind = ((center - position) * forward).sum(-1) < 0
    if float(behind.double().mean()) > 0.5 and not all_round:
        raise ImagesError(
            f"{int(behind.sum())} of {len(images)} cameras look away from where their lines of sight meet: matrices "
            "with OpenCV's axes (+Y down, +Z forward) need the second and third column negated; cameras that look "
            "outward, such as in a room, need --center and --radius"
        )
    return Placement((float(center[0]), float(center[1]), float(center[2])), radius, up)


def placed(images: PosedImages, placement: Placement) -> PosedImages:
    """The images with their cameras in our world, float32."""
    return replace(images, c2w=placement.apply(images.c2w.double()).float())


def _half_angles(images: PosedImages) -> Tensor:
    """Half the wider field of view of each image, radians, at most a quarter turn."""
    size = torch.tensor([[images.width, images.height]]).expand(len(images), 2)
    if images.sizes is not None:
        size = images.sizes.flip(-1)
    if images.projection is None:
        return torch.atan(0.5 * size / images.focal).amax(1)
    found = torch.zeros(len(images))
    which = torch.arange(len(images))
    for x, y in ((0.0, 0.5), (1.0, 0.5), (0.5, 0.0), (0.5, 1.0)):
        local = images.local_directions(which, size * torch.tensor([x, y]))
        found = torch.maximum(found, torch.acos((-local[:, 2]).clamp(-1, 1)))
    return found.clamp(max=math.pi / 2)


def _same_aspect(a: Sequence[float], b: Sequence[float]) -> bool:
    return abs(a[0] * b[1] / (a[1] * b[0]) - 1) < SAME_ASPECT


def read_size(path: Path) -> tuple[int, int, int]:
    """Width, height and EXIF orientation, from the header alone."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            width, height = image.size
            orientation = image.getexif().get(ORIENTATION, 1)
    except Exception as error:  # Pillow raises whatever its decoders meet in a broken file
        raise ImagesError(f"{path} cannot be read as an image: {error}") from error
    if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE):
        raise ImagesError(f"{path}: expected sides of 1 to {MAX_SIDE} pixels, got {width} x {height}")
    return width, height, orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1


def _is_turned(frame: Frame, width: int, height: int, orientation: int, notes: dict[str, None]) -> bool:
    """Whether an image is to be turned as its EXIF data say, which viewers do and COLMAP does not.

    Raises:
        ImagesError: the image has neither way the shape that its lens is for.
    """
    upright = (height, width) if orientation >= 5 else (width, height)
    as_stored = frame.size is None or _same_aspect(frame.size, (width, height))
    as_shown = frame.size is None or _same_aspect(frame.size, upright)
    if not as_stored and not as_shown:
        assert frame.size is not None
        raise ImagesError(
            f"{frame.path}: w, h say {frame.size[0]:g} x {frame.size[1]:g} and the image has {width} x {height} pixels,"
            " which is another shape: was it cropped or turned after its camera was found?"
        )
    if orientation == 1:
        return False
    if frame.as_stored and as_stored:
        notes.setdefault("images are left as stored, not turned as EXIF says: so COLMAP sees them")
        return False
    if as_shown:
        notes.setdefault("images are turned as their EXIF orientation says")
    else:
        notes.setdefault("images are left as stored, not turned as EXIF says: so their w and h say")
    return as_shown


def _pixels(path: Path, turn: bool) -> UInt8[np.ndarray, "h w 4"]:
    try:
        with Image.open(path, formats=FORMATS) as image:
            pixels = decoded(image if not turn else ImageOps.exif_transpose(image))
    except Exception as error:  # Pillow raises whatever its decoders meet in a broken file
        raise ImagesError(f"{path} cannot be read as an image: {error}") from error
    if pixels.shape[2] == 4:
        return pixels
    return np.concatenate([pixels, np.full((*pixels.shape[:2], 1), 255, np.uint8)], axis=2)


def _mask(frame: Frame, size: Sequence[int], turn: bool) -> Bool[np.ndarray, "h w"]:
    """Where pixels count: where the mask is not black."""
    path = frame.mask
    assert path is not None
    width, height, orientation = read_size(path)
    try:
        with Image.open(path, formats=FORMATS) as image:
            shown = ImageOps.exif_transpose(image) if turn and orientation != 1 else image
            gray = shown.convert("RGBA" if "A" in shown.getbands() else "L")
            if "A" in gray.getbands():
                # Some keep the mask in the alpha channel.
                alpha = gray.getchannel("A")
                gray = alpha if int(np.asarray(alpha).min()) < 255 else gray.convert("L")
            if gray.size != tuple(size):
                if not _same_aspect(gray.size, size):
                    raise ImagesError(
                        f"{path}: expected the shape of its image, {size[0]} x {size[1]}, got {width} x {height} pixels"
                    )
                gray = gray.resize((size[0], size[1]), Image.Resampling.NEAREST)
            # Masks of zeros and ones are meant as black and white.
            values = np.asarray(gray)
            return values > (127 if int(values.max()) > 1 else 0)
    except ImagesError:
        raise
    except Exception as error:
        raise ImagesError(f"{path} cannot be read as a mask: {error}") from error


def _lens(frame: Frame, width: int, height: int, notes: dict[str, None]) -> tuple[float, float, float, float]:
    """fl_x, fl_y, cx and cy in pixels of the image as it is; of an equirectangular one, in pixels of a radian."""
    if frame.projection == "equirectangular":
        return width / (2 * math.pi), height / math.pi, 0.5 * width, 0.5 * height
    # Intrinsics are in pixels of the size that the file names, which a downscaled image no longer has.
    sx, sy = (width / frame.size[0], height / frame.size[1]) if frame.size else (1.0, 1.0)

    def focal(which: int, side: int, scale: float) -> float | None:
        given, angle = frame.fl[which], frame.angle[which]
        if given is not None:
            return given * scale
        if angle is None or not 0 < angle < math.pi:
            return None
        # Equidistant fisheyes grow with the angle, not with its tangent.
        return 0.5 * side / (math.tan(0.5 * angle) if frame.projection == "perspective" else 0.5 * angle)

    fl_x, fl_y = focal(0, width, sx), focal(1, height, sy)
    fl_x, fl_y = (fl_y if fl_x is None else fl_x), (fl_x if fl_y is None else fl_y)
    if fl_x is None or fl_y is None:
        raise ImagesError(f"{frame.where}: expected camera_angle_x in (0, pi) or fl_x, got neither")
    for name, value in (("fl_x", fl_x), ("fl_y", fl_y)):
        if not 1e-2 * width <= value <= 1e3 * width:
            raise ImagesError(
                f"{frame.where}: {name}: expected {1e-2 * width:g} to {1e3 * width:g} pixels, got {value:g}"
            )
    cx, cy = frame.middle
    middle = 0.5 * width if cx is None else cx * sx, 0.5 * height if cy is None else cy * sy
    for name, value, side in (("cx", middle[0], width), ("cy", middle[1], height)):
        if not 0 <= value < side:
            raise ImagesError(
                f"{frame.where}: {name}: expected a place in the image, 0 to {side:g}, got {value:g}; are its numbers "
                "for another size? then w and h must say which"
            )
        if abs(value / side - 0.5) > FAR_OFF:
            notes.setdefault(f"{name} lies far from the middle of the images: are w and h of another size?")
    return fl_x, fl_y, *middle


def _check_lenses(images: PosedImages, frames: Sequence[Frame], sizes: Sequence[Sequence[int]]) -> None:
    """Refuses distortion that folds the image over itself somewhere: there no direction belongs to a pixel."""
    assert images.distortion is not None
    done = set()
    for i, (frame, (width, height)) in enumerate(zip(frames, sizes, strict=True)):
        key = (frame.projection, frame.distortion, width, height, tuple(images.focal[i].tolist()))
        if key in done:
            continue
        done.add(key)
        x, y = torch.meshgrid(torch.linspace(0, width, 17), torch.linspace(0, height, 17), indexing="ij")
        across = (torch.stack([x.reshape(-1), y.reshape(-1)], -1) - images.center[i]) / images.focal[i]
        far = misses(frame.projection, across.double(), images.distortion[i].double().expand(len(across), K))
        seen = far * float(images.focal[i].max()) <= MISS
        if not bool(seen.all()):
            lost = 100 - 100 * float(seen.float().mean())
            raise ImagesError(
                f"{frame.where}: its distortion cannot be undone in {lost:.0f} % of the image; check its numbers, or "
                "undistort the images first, for example with COLMAP's image_undistorter"
            )
