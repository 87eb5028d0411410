"""Objects cut out of pictures, lifted, cut from four sides, or taken for a changed noun."""

import numpy as np
import pytest
import torch
from PIL import Image
from scipy import ndimage

from bozzetto.jobs.config.errors import RunInterrupted, TeachError
from bozzetto.jobs.teach import words
from bozzetto.jobs.teach.guess import LEAST_GAIN, chosen, guessed
from bozzetto.jobs.teach.learn import surface_of, surface_scores
from bozzetto.jobs.teach.mesh_views import look_at_model, unseen_cameras
from bozzetto.jobs.teach.nearest import search
from bozzetto.jobs.teach.pictures import cut_out, read_picture
from bozzetto.jobs.teach.pose import PIXELS, box_of, halves_alike, posed
from bozzetto.jobs.teach.sides import hull_model, lifted_model
from bozzetto.jobs.teach.teach import NewNoun, Source, teach
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.volume import Volume, composite_cpu
from bozzetto.sds.volume_fit import FitConfig, camera_rows
from bozzetto.sds.volume_kernels import ABSENT, FEATURES
from bozzetto.sds.word_pack import WordPack

QUICK = FitConfig(steps=20, image_steps=1, image_batch=2)
SIDE = 96


def disc(radius=0.6, colour=(200, 40, 40), middle=(0.0, 0.0)):
    """A disc with alpha."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE * 2 - 1
    inside = (x - middle[0]) ** 2 + (y - middle[1]) ** 2 < radius**2
    return np.concatenate([np.full((SIDE, SIDE, 3), colour), inside[..., None] * 255], 2).astype(np.uint8)


def over(picture, ground):
    alpha = picture[..., 3:] / 255
    shown = picture[..., :3] * alpha + ground * (1 - alpha)
    return np.concatenate([shown, np.full((SIDE, SIDE, 1), 255)], 2).clip(0, 255).astype(np.uint8)


def alike(found, true):
    one, other = found[..., 3] > 127, true[..., 3] > 127
    return (one & other).sum() / (one | other).sum()


def test_alpha_mask_plain_ground_and_cut_tell_the_object_from_what_is_behind():
    true = disc(middle=(0.1, -0.1))
    rng = np.random.default_rng(0)
    plain = (
        np.full((SIDE, SIDE, 3), 230.0) - np.linspace(0, 30, SIDE)[None, :, None] + rng.normal(0, 2, (SIDE, SIDE, 3))
    )
    tiles = np.kron(rng.uniform(60, 180, (12, 12, 1)), np.ones((8, 8, 3))) * [0.7, 1, 0.8] + rng.normal(
        0, 6, (SIDE, SIDE, 3)
    )
    for picture, mask, how, least in (
        (true, None, "alpha", 0.98),
        (over(true, plain), None, "plain ground", 0.93),
        (over(true, tiles), None, "cut", 0.85),
        (over(true, tiles), over(disc(middle=(0.1, -0.1), colour=(255, 255, 255)), 0.0), "mask", 0.97),
    ):
        found = cut_out(picture, mask)
        assert found.how == how and alike(found.pixels, true) > least, (how, alike(found.pixels, true))


def test_neither_a_shadow_nor_a_place_off_the_middle_misleads_a_cut():
    true = disc(radius=0.35, middle=(0.5, -0.5))
    rng = np.random.default_rng(1)
    ground = np.kron(rng.uniform(110, 150, (12, 12, 1)), np.ones((8, 8, 3))) * [0.8, 1, 0.9]
    ground[60:80, 20:90] *= 0.65
    found = cut_out(over(true, ground + rng.normal(0, 4, (SIDE, SIDE, 3))))
    assert found.how == "cut" and alike(found.pixels, true) > 0.85


def test_the_ground_that_shows_through_an_object_is_cut_out():
    true = disc(radius=0.7)
    true[disc(radius=0.35)[..., 3] > 0, 3] = 0
    rng = np.random.default_rng(0)
    tiles = np.kron(rng.uniform(80, 160, (12, 12, 1)), np.ones((8, 8, 3))) * [0.7, 1, 0.8]
    found = cut_out(over(true, tiles + rng.normal(0, 6, (SIDE, SIDE, 3))))
    assert found.how == "cut" and alike(found.pixels, true) > 0.85 and found.pixels[SIDE // 2, SIDE // 2, 3] == 0


def test_pictures_without_an_object_are_refused(tmp_path):
    for picture in (np.full((SIDE, SIDE, 4), 255, np.uint8), disc(radius=0.01)):
        with pytest.raises(TeachError, match="--mask"):
            cut_out(picture)
    (tmp_path / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    for path in (tmp_path / "cut.png", tmp_path / "absent.png"):
        with pytest.raises(TeachError, match="cannot be read"):
            read_picture(path)


def test_large_pictures_are_reduced_and_stood_up(tmp_path):
    image = Image.new("RGB", (1200, 600), (9, 9, 9))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(tmp_path / "turned.jpg", exif=exif)
    assert read_picture(tmp_path / "turned.jpg").shape == (512, 256, 4)


def test_a_lifted_disc_is_round_and_of_its_colour():
    views = look_at_model(lifted_model(disc(), "both"), unseen_cameras(), 48)
    front, side = views.surface[0], views.surface[2]
    assert float(front[0].mean()) > 0.3 and float(side[0].mean()) > 0.2
    colour = front[4:, 24, 24] / front[0, 24, 24]
    torch.testing.assert_close(colour, torch.tensor([200, 40, 40]) / 255, atol=0.05, rtol=0)
    with pytest.raises(TeachError, match="a picture shows one of"):
        lifted_model(disc(), "inside")


def test_all_large_pieces_of_a_picture_are_lifted():
    shower, drain, speck = disc(0.4, middle=(-0.4, -0.4)), disc(0.25, middle=(0.6, 0.6)), disc(0.04, middle=(0.9, -0.9))
    views = look_at_model(lifted_model(np.maximum(np.maximum(shower, drain), speck), "both"), unseen_cameras(), 48)
    _, count = ndimage.label((views.surface[0, 0] > 0.5).numpy())
    assert count == 2


def test_four_sides_cut_a_block_in_their_colours():
    wide, narrow = np.zeros((2, SIDE, SIDE, 4), np.uint8)
    wide[20:70, 10:90] = (40, 160, 60, 255)
    narrow[20:70, 40:60] = (30, 60, 200, 255)
    model = hull_model({"front": wide, "left": narrow})
    extent = np.ptp(model.mesh.vertices, axis=0)
    np.testing.assert_allclose(extent / extent.max(), [1, 50 / 80, 20 / 80], atol=0.06)
    views = look_at_model(model, np.array([[0.0, 0.0], [-np.pi / 2, 0.0]]), 48)
    front, left = (view[4:, 24, 24] / view[0, 24, 24] for view in views.surface)
    assert front[1] > front[2] and left[2] > left[1]
    with pytest.raises(TeachError, match="give the front or the back"):
        hull_model({"front": wide})
    with pytest.raises(TeachError, match="a side must be one of"):
        hull_model({"front": wide, "inside": narrow})


@pytest.fixture(scope="module")
def prior():
    return EmbeddedPrior()


def picture_of(prior, noun, azimuth, *adjectives):
    """What a known noun looks like from a side."""
    entry = prior.vocabulary.known[noun]
    camera = torch.tensor([[azimuth, 0.1]], dtype=torch.float32)
    text = prior.word_vector(noun) + sum(prior.word_vector(word) for word in adjectives)
    view = surface_of(prior, entry.source.volume(entry.number, 0), text, camera, SIDE)[0]
    pixels = torch.cat([view[4:] / view[:1].clamp(min=0.01), view[:1]]).clamp(0, 1).permute(1, 2, 0)
    return (pixels.numpy() * 255).astype(np.uint8)


def test_a_known_noun_is_found_in_a_picture_of_it(prior):
    found = search(prior, picture_of(prior, "teapot", np.pi / 4), ("mug", "chair", "teapot", "cat", "car", "bottle"))
    assert found[0].noun == "teapot" and found[0].score > 0.75 and found[0].score > found[1].score
    assert abs(np.degrees(found[0].azimuth) - 45) < 6


def test_a_guess_is_shaped_and_coloured_as_the_picture_shows_on_all_sides(prior):
    picture = picture_of(prior, "teapot", np.pi / 4, "blue")
    matches = search(prior, picture, ("teapot", "mug", "cat"))
    choice = chosen(prior, matches, picture)
    assert choice.gain > LEAST_GAIN
    guess = guessed(prior, matches, choice.match, picture)
    assert guess.match.noun == "teapot"
    assert abs(np.degrees(guess.azimuth) - 45) < 10 and np.degrees(guess.elevation) < 25
    cameras = unseen_cameras()
    surface = look_at_model(guess.model, cameras, 48).surface
    entry = prior.vocabulary.known["teapot"]
    angles = torch.from_numpy(cameras.astype(np.float32))
    true = surface_of(prior, entry.source.volume(entry.number, 0), prior.word_vector("teapot"), angles, 48)
    one, other = surface[:, 0] > 0.5, true[:, 0] > 0.5
    iou = (one & other).sum((1, 2)) / (one | other).sum((1, 2))
    assert float(iou.mean()) > 0.75 and float(iou.min()) > 0.6, iou
    albedo = surface[:, 4:].sum((2, 3)) / surface[:, :1].sum((2, 3))
    assert bool((albedo[:, 2] > albedo[:, 0] + 0.1).all()), "blue from behind too"
    own = look_at_model(guess.model, np.array([[guess.azimuth, guess.elevation]]), 64).surface
    assert surface_scores(own, guess.seen.surface).psnr > 24


def test_one_picture_and_pictures_of_sides_become_nouns(prior, tmp_path, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("bozzetto.jobs.teach.teach.VIEWS", 64)
    Image.fromarray(picture_of(prior, "teapot", np.pi / 4, "blue")).save(tmp_path / "pot.png")
    Image.fromarray(disc()).save(tmp_path / "disc.webp", lossless=True)
    taught = teach(tmp_path / "pot.png", NewNoun("garden teapot"), fit=QUICK)
    assert taught.way == "nearest noun" and taught.like == "teapot" and taught.scores.iou > 0.85
    lifted = teach(
        Source(tmp_path / "disc.webp", shows="both"), NewNoun("red pebble", like="basketball"), prior=prior, fit=QUICK
    )
    assert lifted.way == "lifted" and lifted.scores.iou > 0.9
    sides = {side: tmp_path / "disc.webp" for side in ("front", "left")}
    hull = teach(Source(sides=sides), NewNoun("red drum thing"), prior=prior, fit=QUICK)
    assert hull.way == "sides" and len(WordPack(hull.pack).nouns[0].instances[0].source_sha256) == 64
    assert {pack.nouns[0].name for pack in words.packs()} == {"garden teapot", "red pebble", "red drum thing"}
    assert load_prior("embedded").encode_text("a red pebble").nouns[0].name == "red pebble"
    with pytest.raises(TeachError, match="one source"):
        teach(Source(tmp_path / "pot.png", sides=sides), NewNoun("thing"), fit=QUICK)
    with pytest.raises(TeachError, match="no source"):
        teach(Source(), NewNoun("thing"), fit=QUICK)


def test_posed_pictures_that_were_stopped_name_no_folder_that_is_gone(prior, tmp_path, monkeypatch):
    def stop(*arguments, **options):
        raise RunInterrupted("stopped at step 3 of 9; go on with: bozzetto resume /tmp/gone/fit", 143)

    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("bozzetto.jobs.teach.teach.fit", stop)
    monkeypatch.setattr("bozzetto.jobs.teach.teach.fit_config", lambda path, steps: None)
    (tmp_path / "transforms.json").write_text("{}")
    with pytest.raises(RunInterrupted, match="teach it again") as stopped:
        teach(tmp_path / "transforms.json", NewNoun("stopped thing"), prior=prior)
    assert stopped.value.exit_code == 143 and not (tmp_path / "home" / "words").exists()


def test_a_known_object_is_scaled_and_turned_to_an_outline():
    edge, pixels = 48, 4 * PIXELS
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    points = torch.stack([x, y, z], -1)

    def car(wide, deep):
        body = (x.abs() < 0.3 * wide) & ((y + 0.1).abs() < 0.15) & (z.abs() < 0.6 * deep)
        return body | ((x.abs() < 0.25 * wide) & ((y - 0.15).abs() < 0.12) & ((z / deep + 0.15).abs() < 0.25))

    low, high = car(1.0, 1.0), car(1.6, 0.8)
    cameras = torch.tensor([[0.5, 0.25], [-0.9, 0.3]])
    features, of = torch.zeros(1, edge, edge, edge, FEATURES), torch.zeros(2, dtype=torch.long)

    def seen(solid):
        opacity = torch.where(solid, 1.5, ABSENT)[None]
        return composite_cpu(Volume(opacity, features), camera_rows(cameras), pixels, of)[..., 0] > 0.5

    wanted, unseen = seen(high)
    assert halves_alike(torch.where(low, 1.5, ABSENT))
    small = torch.nn.functional.max_pool2d(wanted[None, None].float(), 4)[0, 0] > 0.5
    pose = posed(points[low], small.flatten(), box_of(small), 0.35, 0.02)
    assert pose.iou > 0.85 and abs(np.degrees(pose.azimuth) - 28) < 15
    assert pose.scale[0] - pose.scale[2] > 0.2, "wider and less deep"
    again = posed(points[low], small.flatten(), box_of(small), 0.35, 0.02)
    assert (again.azimuth, again.zoom) == (pose.azimuth, pose.zoom)
    # Where the viewer stood at the first camera, the second is 1.4 to its left.
    sin, cos = np.sin(0.5), np.cos(0.5)
    viewer = points @ torch.tensor([[cos, 0.0, sin], [0.0, 1.0, 0.0], [-sin, 0.0, cos]], dtype=torch.float32)
    found = torch.nn.functional.grid_sample(low[None, None].float(), pose.source(viewer)[None], align_corners=False)
    one, before = seen(found[0, 0] > 0.5)[1], seen(low)[1]
    iou, first = ((part & unseen).sum() / (part | unseen).sum() for part in (one, before))
    assert iou > 0.6 and iou > first + 0.03, "from a side that the picture does not show, too"
