"""Images as people have them: turned by EXIF, cropped, masked, of mixed sizes, far from the origin, of other lenses,
split by lists, and from COLMAP, each against the truth that it was made from."""

import json
import struct

import numpy as np
import pytest
import torch
from PIL import Image

from bozzetto.jobs.config.errors import ImagesError
from bozzetto.jobs.pipeline.fit import draw_pixels, fit_config
from bozzetto.jobs.train.colmap import find_model
from bozzetto.jobs.train.posed_images import PosedImages
from bozzetto.jobs.train.transforms_json import load_images
from bozzetto.nerf.cameras import orbit_c2w
from tests.jobs.posed_box import write_box

LENS = {"fl_x": 50.0, "fl_y": 48.0, "cx": 21.0, "cy": 14.0, "w": 40, "h": 30}


def cameras(n: int = 8) -> np.ndarray:
    return np.stack(
        [orbit_c2w(torch.tensor([k * 0.7]).double(), torch.tensor([0.2 * (k % 3)]).double(), 3.0)[0] for k in range(n)]
    )


@pytest.fixture
def data(tmp_path):
    """Writes eight images of 40 x 30 and their transforms; `edit` and `frame` change them."""

    def write(edit=None, frame=None, offset=(0.0, 0.0, 0.0), images=True):
        frames = []
        for k, c2w in enumerate(cameras()):
            if images:
                Image.new("RGB", (40, 30), (10 * k, 0, 0)).save(tmp_path / f"{k}.png")
            c2w[:3, 3] += offset
            frames.append({"file_path": f"{k}.png", "transform_matrix": c2w.tolist()} | (frame(k) if frame else {}))
        text = json.dumps(LENS | {"frames": frames} | (edit or {}))
        (tmp_path / "transforms.json").write_text(text)
        return tmp_path

    return write


def corner_rays(images: PosedImages, which: int = 0) -> torch.Tensor:
    place = torch.tensor([[0, 0], [0, images.width - 1], [images.height - 1, 0]])
    return images.rays(torch.full((3,), which), place[:, 0], place[:, 1]).directions


def test_images_turned_by_exif_are_turned_or_left_as_their_size_says(data, tmp_path):
    straight = load_images(data(), None)[0]
    turned = Image.new("RGB", (30, 40))
    turned.paste((200, 0, 0), (0, 0, 30, 5))
    for k in range(8):
        exif = turned.getexif()
        exif[0x0112] = 6
        turned.save(tmp_path / f"{k}.png", exif=exif)
    # As shown, 40 x 30: the upper edge of what is stored is the right one of what is seen.
    shown = load_images(data(images=False), None)[0]
    assert (shown.height, shown.width) == (30, 40) and any("EXIF" in note for note in shown.notes)
    assert int(shown.images[0, 15, 39, 0]) == 200 and int(shown.images[0, 15, 0, 0]) == 0
    assert torch.equal(corner_rays(shown), corner_rays(straight))
    stored = load_images(data({"w": 30, "h": 40, "cx": 14, "cy": 21}, images=False), None)[0]
    assert (stored.height, stored.width) == (40, 30) and int(stored.images[0, 0, 15, 0]) == 200


def test_another_shape_than_the_lens_is_for_is_refused(data):
    with pytest.raises(ImagesError, match="another shape"):
        load_images(data({"w": 40, "h": 40}), None)
    half = load_images(data({"w": 80, "h": 60, "fl_x": 100.0, "fl_y": 96.0, "cx": 42.0, "cy": 28.0}), None)[0]
    assert half.focal[0].tolist() == [50.0, 48.0] and half.center[0].tolist() == [21.0, 14.0]


def test_an_optical_axis_for_another_size_is_noticed(data):
    with pytest.raises(ImagesError, match="cx: expected a place in the image, 0 to 40, got 42"):
        load_images(data({"fl_x": 100.0, "cx": 42.0, "cy": 28.0}), None)
    half = load_images(data({"fl_x": 25.0, "cx": 10.0, "cy": 7.0}), None)[0]
    assert any("far from the middle" in note for note in half.notes)


def test_axes_of_opencv_are_noticed_by_where_the_cameras_look(data, tmp_path):
    path = data()
    tree = json.loads((tmp_path / "transforms.json").read_text())
    for frame in tree["frames"]:
        frame["transform_matrix"] = (np.array(frame["transform_matrix"]) @ np.diag([1.0, -1, -1, 1])).tolist()
    (tmp_path / "transforms.json").write_text(json.dumps(tree))
    with pytest.raises(ImagesError, match="cameras look away from where their lines of sight meet.*OpenCV"):
        load_images(path, None)
    config = fit_config(path, center=(0.0, 0.0, 0.0), radius=1.0)
    assert (config.fit.center_x, config.fit.radius) == (0.0, 1.0)


@pytest.mark.parametrize("kind", ["tiff", "bmp", "webp", "jpeg"])
def test_every_format_that_is_named_is_read(data, tmp_path, kind):
    path = data()
    tree = json.loads((tmp_path / "transforms.json").read_text())
    for k, frame in enumerate(tree["frames"]):
        Image.new("RGB", (40, 30), (10 * k, 0, 0)).save(tmp_path / f"{k}.{kind}")
        frame["file_path"] = f"{k}.{kind}"
    (tmp_path / "transforms.json").write_text(json.dumps(tree))
    train, _, _ = load_images(path, None)
    assert len(train) == 7 and abs(int(train.images[0, 15, 20, 0]) - 10) < 4


def test_masked_pixels_are_never_drawn(data, tmp_path):
    mask = Image.new("L", (40, 30), 0)
    mask.paste(255, (10, 5, 20, 25))
    mask.save(tmp_path / "mask.png")
    train, held_out, _ = load_images(data(frame=lambda k: {"mask_path": "mask.png"}), None)
    assert int(train.valid[0].sum()) == 200 and any("masks leave out 83 %" in note for note in train.notes)
    image, row, column = draw_pixels(train, 3000, torch.Generator().manual_seed(0))
    assert len(image) == 3000 and len(torch.unique(torch.stack([row, column], -1), dim=0)) == 200
    assert int(row.min()) >= 5 and int(row.max()) < 25 and int(column.min()) >= 10 and int(column.max()) < 20
    mask.resize((20, 30)).save(tmp_path / "mask.png")
    with pytest.raises(ImagesError, match="expected the shape of its image"):
        load_images(data(frame=lambda k: {"mask_path": "mask.png"}), None)


def test_images_of_several_sizes_with_a_lens_each(data, tmp_path):
    path = data(frame=lambda k: {"w": 20, "h": 30, "cx": 11.0} if k == 3 else {})
    Image.new("RGB", (20, 30), (99, 0, 0)).save(tmp_path / "3.png")
    train = load_images(path, None)[0]
    assert train.images.shape[1:] == (30, 40, 4) and train.sizes[2].tolist() == [30, 20]
    assert int(train.valid[2].sum()) == 600 and bool(train.valid[2][:, :20].all())
    ray = train.rays(torch.tensor([2]), torch.tensor([14]), torch.tensor([11])).directions
    assert torch.allclose(ray[0], -train.c2w[2][:3, 2], atol=0.02)


def test_far_from_the_origin_nothing_is_lost(data):
    near, _, _ = load_images(data(), None, "y")
    far, _, placement = load_images(data(offset=(450_000.0, 812_000.0, 5_300_000.0)), None, "y")
    assert np.allclose(placement.center, (450_000, 812_000, 5_300_000), atol=1e-6)
    assert torch.allclose(far.c2w, near.c2w, atol=1e-6)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ({"camera_model": "ORTHOPHOTO"}, "camera_model 'ORTHOPHOTO' is not supported"),
        ({"camera_model": "FISHEYE624"}, "not supported"),
        ({"camera_model": 3}, "not supported"),
        ({"orthographic": True}, "an orthographic camera is not supported"),
        ({"ftheta_p0": 0.1}, "f-theta"),
        ({"rolling_shutter": [0, 0, 0.1]}, "rolling shutter"),
        ({"k1": "wide"}, "k1: expected a finite number, got 'wide'"),
        ({"test_filenames": [1]}, "expected a list of names"),
        ({"test_filenames": ["nowhere.png"]}, "leave none"),
    ],
)
def test_what_is_not_modelled_is_refused_by_name(data, edit, message):
    with pytest.raises(ImagesError, match=message):
        load_images(data(edit), None)


def test_numbers_as_text_a_byte_order_mark_and_a_vertical_angle(data, tmp_path):
    text = json.loads((data() / "transforms.json").read_text())
    text |= {"fl_x": "50.0", "w": "40"}
    (tmp_path / "transforms.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(text).encode())
    assert load_images(tmp_path, None)[0].focal[0].tolist() == [50.0, 48.0]
    for name in ("fl_x", "fl_y", "w", "h"):
        text.pop(name)
    (tmp_path / "transforms.json").write_text(json.dumps(text | {"camera_angle_y": 0.6}))
    focal = load_images(tmp_path, None)[0].focal[0].tolist()
    assert focal == pytest.approx([15 / np.tan(0.3)] * 2)


def test_lists_say_what_is_held_out(data):
    lists = {"train_filenames": ["./0.png", "1.png", "2.png"], "test_filenames": ["7.png", "./5.png"]}
    train, held_out, _ = load_images(data(lists), None)
    assert train.names == ("0.png", "1.png", "2.png") and held_out.names == ("5.png", "7.png")


def test_a_fisheye_sees_what_its_model_says(data):
    k = {"camera_model": "OPENCV_FISHEYE", "k1": 0.05, "k2": -0.01}
    train = load_images(data(k), None, "y")[0]
    row, column = torch.tensor([3]), torch.tensor([33])
    local = train.c2w[0][:3, :3].T @ train.rays(torch.tensor([0]), row, column).directions[0]
    theta = torch.acos(-local[2])
    bent = theta * (1 + 0.05 * theta**2 - 0.01 * theta**4)
    seen = torch.stack([local[0], -local[1]]) / local[:2].norm() * bent
    assert torch.allclose(
        seen * torch.tensor([50.0, 48.0]) + torch.tensor([21.0, 14.0]), torch.tensor([33.5, 3.5]), atol=1e-3
    )


def test_16_bit_images_are_scaled_not_clipped(data, tmp_path):
    path = data()
    Image.fromarray(np.full((30, 40), 0x8080, np.uint16)).save(tmp_path / "1.png")
    assert load_images(path, None)[0].images[0, 0, 0].tolist() == [128, 128, 128, 255]


def test_only_the_formats_that_are_read_reach_pillow(data, tmp_path):
    path = data()
    (tmp_path / "1.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 40 30\nshowpage\n")
    with pytest.raises(ImagesError, match="cannot be read as an image"):
        load_images(path, None)


# COLMAP


def as_colmap(folder, binary: bool, model: str = "PINHOLE", lens=(50.0, 48.0, 21.0, 14.0)) -> None:
    """The data's cameras as a COLMAP model, in a world that is turned and moved."""
    (folder / "images").mkdir(parents=True, exist_ok=True)
    (folder / "sparse" / "0").mkdir(parents=True, exist_ok=True)
    number = {"PINHOLE": 1, "SIMPLE_RADIAL": 2, "OPENCV": 4, "FOV": 7}[model]
    lines, binary_images = ["# comment"], [struct.pack("<Q", 8)]
    for k, c2w in enumerate(cameras()):
        Image.new("RGB", (40, 30), (10 * k, 0, 0)).save(folder / "images" / f"{k}.png")
        r = (c2w[:3, :3] @ np.diag([1.0, -1, -1])).T
        t = -r @ c2w[:3, 3]
        w = np.sqrt(max(0.0, 1 + np.trace(r))) / 2
        if w > 0.1:
            q = (w, (r[2, 1] - r[1, 2]) / (4 * w), (r[0, 2] - r[2, 0]) / (4 * w), (r[1, 0] - r[0, 1]) / (4 * w))
        else:
            values, vectors = np.linalg.eigh(
                np.array(
                    [
                        [r[0, 0] - r[1, 1] - r[2, 2], 0, 0, 0],
                        [r[0, 1] + r[1, 0], r[1, 1] - r[0, 0] - r[2, 2], 0, 0],
                        [r[0, 2] + r[2, 0], r[1, 2] + r[2, 1], r[2, 2] - r[0, 0] - r[1, 1], 0],
                        [r[2, 1] - r[1, 2], r[0, 2] - r[2, 0], r[1, 0] - r[0, 1], np.trace(r)],
                    ]
                )
            )
            q = tuple(vectors[[3, 0, 1, 2], values.argmax()])
        lines += [f"{k + 1} {' '.join(map(repr, map(float, (*q, *t))))} 1 {k}.png", "1.0 2.0 -1" if k else ""]
        binary_images.append(struct.pack("<I7dI", k + 1, *q, *t, 1) + f"{k}.png".encode() + b"\0")
        binary_images.append(struct.pack("<Q", 1) + struct.pack("<2dq", 1.0, 2.0, -1))
    place = folder / "sparse" / "0"
    if binary:
        camera = struct.pack("<QIiQQ", 1, 1, number, 40, 30) + struct.pack(f"<{len(lens)}d", *lens)
        (place / "cameras.bin").write_bytes(camera)
        (place / "images.bin").write_bytes(b"".join(binary_images))
    else:
        (place / "cameras.txt").write_text(f"# comment\n1 {model} 40 30 {' '.join(map(str, lens))}\n")
        (place / "images.txt").write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize("binary", [True, False])
def test_colmap_gives_the_same_rays_as_transforms(data, tmp_path, binary):
    truth, _, _ = load_images(data(), None, "y")
    as_colmap(tmp_path / "colmap", binary)
    found, held_out, placement = load_images(tmp_path / "colmap", None)
    assert found.names == truth.names and held_out.names == ("0.png",)
    # The same but for a turn round the vertical, which nothing fixes.
    turn = found.c2w[0, :3, :3] @ truth.c2w[0, :3, :3].T
    assert torch.allclose(turn[1], torch.tensor([0.0, 1.0, 0.0]), atol=0.2)
    for which in range(len(truth)):
        for a, b in ((found, truth),):
            assert torch.allclose(corner_rays(a, which), corner_rays(b, which) @ turn.T, atol=1e-5)
            assert torch.allclose(a.c2w[which, :3, 3], turn @ b.c2w[which, :3, 3], atol=1e-5)
    config = fit_config(tmp_path / "colmap")
    assert config.fit.images.endswith(f"images.{'bin' if binary else 'txt'}") and config.prompt == "images of colmap"
    again, _, _ = load_images(tmp_path / "colmap" / "sparse" / "0" / f"cameras.{'bin' if binary else 'txt'}", placement)
    assert torch.equal(again.c2w, found.c2w)


def test_colmap_sees_pixels_as_they_are_stored(data, tmp_path):
    """Phones that were held the other way round store photos upside down, and say so in EXIF."""
    data()
    as_colmap(tmp_path / "colmap", True)
    before = load_images(tmp_path / "colmap", None)[0]
    for path in sorted((tmp_path / "colmap" / "images").iterdir()):
        with Image.open(path) as image:
            exif = image.getexif()
            exif[0x0112] = 3
            image.copy().save(path, exif=exif)
    found = load_images(tmp_path / "colmap", None)[0]
    assert torch.equal(found.images, before.images) and any("left as stored" in note for note in found.notes)


def test_of_several_colmap_models_the_largest_is_taken(data, tmp_path):
    data()
    as_colmap(tmp_path / "colmap", True)
    sparse = tmp_path / "colmap" / "sparse"
    (sparse / "0").rename(sparse / "1")
    for name in ("cameras.bin", "images.bin"):
        (sparse / "0").mkdir(exist_ok=True)
        (sparse / "0" / name).write_bytes((sparse / "1" / name).read_bytes()[:8])
    train, held_out, _ = load_images(tmp_path / "colmap", None)
    assert len(train) + len(held_out) == 8


def test_colmap_lenses_and_masks(data, tmp_path):
    folder = tmp_path / "colmap"
    as_colmap(folder, True, "SIMPLE_RADIAL", (50.0, 21.0, 14.0, -0.1))
    (folder / "masks").mkdir()
    for k in range(8):
        Image.new("L", (40, 30), 0 if k == 3 else 255).save(folder / "masks" / f"{k}.png.png")
    train, held_out, _ = load_images(folder, load_images(data({"fl_y": 50.0, "k1": -0.1}), None)[2])[0:3]
    same = load_images(data({"fl_y": 50.0, "k1": -0.1}), None)[0]
    place = torch.tensor([[21.5, 14.5], [39.0, 2.0]])
    which = torch.zeros(2, dtype=torch.int64)
    assert torch.allclose(train.local_directions(which, place), same.local_directions(which, place), atol=1e-6)
    assert train.valid.flatten(1).all(1).tolist() == [k != 3 for k in range(1, 8)]


def rename(place, name: bytes) -> None:
    """Another name for an image of the model."""
    path = place / "images.bin"
    path.write_bytes(path.read_bytes().replace(b"3.png", name))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda p: (p / "images.bin").write_bytes((p / "images.bin").read_bytes()[:-30]), "damaged"),
        (lambda p: (p / "images.bin").write_bytes(struct.pack("<Q", 10**15)), "claims 1000000000000000 entries"),
        (lambda p: (p / "cameras.bin").write_bytes(b"\1" + b"\0" * 7), "damaged"),
        (lambda p: (p.parents[1] / "images" / "3.png").unlink(), "there is no image"),
        (lambda p: rename(p, b"9" * 300), "is no name of a file"),
        (lambda p: rename(p, b"../../../etc/passwd"), "outside of"),
    ],
)
def test_a_damaged_model_is_refused(tmp_path, damage, message):
    as_colmap(tmp_path, True)
    damage(tmp_path / "sparse" / "0")
    with pytest.raises(ImagesError, match=message):
        load_images(tmp_path, None)


def test_camera_models_that_are_not_known_are_refused(tmp_path):
    as_colmap(tmp_path, True, "FOV", (50.0, 48.0, 21.0, 14.0, 0.5))
    with pytest.raises(ImagesError, match="the camera model FOV is not supported"):
        load_images(tmp_path, None)
    assert find_model(tmp_path / "images") is None


def test_the_box_has_no_lens_of_its_own(tmp_path):
    train = load_images(write_box(tmp_path, views=5, size=8), None)[0]
    assert train.valid is None and train.projection is None and train.sizes is None and train.notes == ()
