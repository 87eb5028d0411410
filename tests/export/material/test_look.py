"""Materials, states and patterns: physical values, the same for any block of points, and what words make of them."""

from dataclasses import fields

import numpy as np
import pytest

from bozzetto.export.material.bend import STEEPEST, bent_normals
from bozzetto.export.material.colours import BASIC, DISPLAY, SPELLINGS, linear_of, nearest_basic
from bozzetto.export.material.look import LAYERS, MATERIALS, Look, UnknownMaterialError, entries
from bozzetto.export.material.noise import cells, fbm, gradient_noise, scattered
from bozzetto.export.material.surface import (
    Axis,
    Points,
    Surface,
    axis_of,
    blend,
    luminance,
    mean_albedo,
    plain,
    sample_points,
)

EVERYTHING = sorted((*MATERIALS, *LAYERS))


def surface_of(*names: str, n: int = 2000) -> Surface:
    return Look.of(names).shade(sample_points(n))


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_word_gives_finite_physical_values_that_do_not_depend_on_the_block(name):
    points = sample_points(600)
    whole = Look.of([name]).shade(points)
    part = Look.of([name]).shade(Points(points.position[137:389], points.normal[137:389]))
    for field in fields(Surface):
        values, again = getattr(whole, field.name), getattr(part, field.name)
        assert values.dtype == np.float32 and values.shape[0] == 600
        assert np.isfinite(values).all(), field.name
        np.testing.assert_allclose(again, values[137:389], atol=1e-6, err_msg=field.name)
        if field.name != "height":
            assert values.min() >= 0 and values.max() <= 1 + 1e-6, field.name
    assert np.abs(whole.height).max() < 0.12, "detail is no shape"


@pytest.mark.parametrize(
    ("name", "measured", "tolerance"),
    [
        ("gold", (1.0, 0.773, 0.307), 0.02),
        ("steel", (0.669, 0.639, 0.598), 0.02),
        ("aluminium", (0.916, 0.923, 0.924), 0.02),
        ("chrome", (0.654, 0.685, 0.701), 0.02),
        ("porcelain", (0.745, 0.745, 0.723), 0.02),
        ("marble", (0.83, 0.791, 0.753), 0.12),
        ("sand", (0.44, 0.386, 0.231), 0.02),
        ("snow", (0.85, 0.85, 0.85), 0.04),
        ("rubber", (0.023, 0.023, 0.023), 0.01),
    ],
)
def test_mean_albedos_are_those_that_were_measured(name, measured, tolerance):
    np.testing.assert_allclose(mean_albedo(MATERIALS[name]), measured, atol=tolerance)


def test_only_metals_are_metallic():
    for name, material in MATERIALS.items():
        metallic = surface_of(name).metallic.mean()
        if material.family == "metal":
            assert metallic > 0.6, name
        elif name not in ("lacquer", "carbon fibre", "stained glass", "lapis lazuli"):
            assert metallic < 0.01, name


def test_no_spelling_means_two_things():
    said = [word for entry in (*MATERIALS.values(), *LAYERS.values()) for word in {entry.name, *entry.words}]
    assert len(said) == len(set(said))
    assert not set(said) & {*DISPLAY, *SPELLINGS}
    table = entries()
    assert set(table.values()) == {*DISPLAY, *MATERIALS, *LAYERS}
    assert all(word == word.lower() and "-" not in word for word in table)
    assert len(MATERIALS) >= 40


def test_a_colour_dyes_a_material_and_its_grain_stays():
    own, red = surface_of("wood"), surface_of("red", "wood")
    mean = red.albedo.mean(axis=0)
    assert mean[0] > 4 * mean[1] and mean[0] > 4 * mean[2]
    # The relative luminance of the wood's own grain, where it was not cut off.
    correlation = np.corrcoef(luminance(own.albedo), luminance(red.albedo))[0, 1]
    assert correlation > 0.95
    np.testing.assert_array_equal(own.roughness, red.roughness)


def test_mortar_is_not_dyed():
    own, blue = surface_of("brick"), surface_of("blue", "brick")
    mortar = own.dye < 0.05
    assert 0.02 < mortar.mean() < 0.5
    np.testing.assert_allclose(own.albedo[mortar], blue.albedo[mortar], atol=0.05)
    assert blue.albedo[own.dye > 0.95, 2].mean() > 2 * blue.albedo[own.dye > 0.95, 0].mean()


def test_rust_takes_the_metal_away_and_is_over_what_is_said_after_it():
    iron, rusty = surface_of("iron"), surface_of("rusty", "iron")
    rust = rusty.metallic < 0.05
    assert 0.25 < rust.mean() < 0.85
    assert rusty.roughness[rust].mean() > 0.85 > iron.roughness.mean()
    assert surface_of("rusty").albedo.tobytes() == rusty.albedo.tobytes(), "rust alone is that of iron"
    over = surface_of("rusty", "blue", "painted", "steel")
    film = (over.metallic < 0.05) & (over.albedo[:, 2] > 2 * over.albedo[:, 0])
    assert 0.1 < film.mean() < 0.7 and over.metallic.max() > 0.9, "rust over paint over steel"


def test_a_pattern_has_both_colours_and_the_grain_of_what_is_below():
    surface = surface_of("blue", "striped", "ceramic")
    white = luminance(surface.albedo) > 0.4
    assert 0.3 < white.mean() < 0.7
    assert surface.coat.min() == 1.0
    named = surface_of("red", "yellow", "checkered")
    reds = named.albedo[:, 1] < 0.3 * named.albedo[:, 0]
    assert 0.3 < reds.mean() < 0.7 and named.albedo[~reds, 1].mean() > 0.3


def test_an_objects_own_surface_is_what_a_state_without_material_lies_on():
    points = sample_points(500)
    own = plain(500, (0.1, 0.5, 0.2), 0.7)
    worn = Look.of(["worn"]).shade(points, own, 0.4)
    assert np.median(np.abs(worn.albedo - own.albedo)) < 0.1
    assert Look.of(["worn"]).material is None and Look.of(["rusty"]).material is MATERIALS["iron"]


def test_what_is_no_material_is_refused_by_name():
    with pytest.raises(UnknownMaterialError, match="'unobtainium'"):
        Look.of(["unobtainium"])


def test_of_two_materials_the_first_is_the_colour_of_the_second():
    look = Look.of(["gold", "leather"])
    assert (look.material, look.colours) == (MATERIALS["leather"], ("gold",))
    surface = look.shade(sample_points(500))
    assert surface.metallic.max() == 0
    mean = surface.albedo.mean(axis=0)
    assert mean[0] > mean[1] > 2 * mean[2]


def test_glowing_sends_its_own_light():
    glow = Look.of(["green", "glowing"])
    assert glow.optics.emissive_strength > 1
    mean = glow.shade(sample_points(500)).emission.mean(axis=0)
    assert mean[1] > 2 * mean[0] and mean[1] > 0.5


def test_basic_colours_are_nearest_to_themselves():
    assert [nearest_basic(linear_of(name)) for name in BASIC] == list(BASIC)
    assert nearest_basic(linear_of("navy")) == "blue"
    assert Look.of(["marble"]).near() == ("white",) and Look.of(["rusty", "iron"]).near() == ("brown",)
    assert Look.of(["red", "ceramic"]).near() == ("red",) and Look.of(["worn"]).near() == ()


def test_noise_is_continuous_bounded_and_even():
    points = np.random.default_rng(0).uniform(-9, 9, (20_000, 3)).astype(np.float32)
    noise = gradient_noise(points)
    assert np.abs(noise).max() <= 1.1 and abs(float(noise.mean())) < 0.02
    near = gradient_noise(points + np.float32(1e-3))
    assert np.abs(near - noise).max() < 0.02
    lattice = np.array([[3.0, -2.0, 5.0]], np.float32) - np.array([0.37, -0.37, 0.74], np.float32)
    assert abs(gradient_noise(lattice)[0]) < 1e-5, "zero on its lattice"
    assert np.abs(fbm(points, 4) - fbm(points, 4, seed=9)).mean() > 0.1
    first, second, tone = cells(points)
    assert (first <= second).all() and 0.4 < tone.mean() < 0.6
    # Brute force: feature points are where the distance is nearly zero; all lie in cells of their own.
    assert first.max() < np.sqrt(3) and second.min() > 0.05


def _revolved(height: np.ndarray, radius: np.ndarray, n: int = 6000) -> tuple[np.ndarray, np.ndarray]:
    """Points of a body of revolution about x = .1, z = -.05, and its normals."""
    rng = np.random.default_rng(0)
    y, angle = rng.uniform(height[0], height[-1], n), rng.uniform(0, 2 * np.pi, n)
    r, slope = np.interp(y, height, radius), np.interp(y, height, np.gradient(radius, height))
    normal = np.stack([np.sin(angle), -slope, np.cos(angle)], 1)
    point = np.stack([0.1 + r * np.sin(angle), y, -0.05 + r * np.cos(angle)], 1)
    return point.astype(np.float32), (normal / np.linalg.norm(normal, axis=1, keepdims=True)).astype(np.float32)


def test_scattered_blades_cover_a_surface_and_lie_along_it():
    points = sample_points(4000)
    high, along, across, number = scattered(8 * points.position, points.normal, 3, (0.95, 0.42))
    there = high > -1
    assert 0.85 < there.mean() <= 1
    assert np.abs(along[there]).max() < 1 and np.abs(across[there]).max() < 1
    assert len(np.unique(number[there])) > 200, "many blades"
    # A step along the surface stays on the same blade, mostly; so does nothing of a step as long as a blade.
    near, far = (scattered(8 * points.position + step, points.normal, 3, (0.95, 0.42))[3] for step in (0.02, 1.5))
    assert (near == number).mean() > 0.8 > 0.1 > (far == number).mean()


def test_what_is_round_about_an_axis_is_found_and_patterns_close_around_it():
    height = np.linspace(-0.8, 0.8, 60)
    point, normal = _revolved(height, 0.4 + 0.15 * np.sin(4 * height))
    rng = np.random.default_rng(1)
    handle = np.stack([0.7 + 0.2 * rng.random(700), rng.random(700), 0.05 * rng.random(700)], 1)
    sideways = np.tile(np.array([[0.0, 0.0, 1.0]]), (700, 1))
    axis = axis_of(np.concatenate([point, handle]), np.concatenate([normal, sideways]))
    assert axis is not None
    assert (axis.x, axis.z) == pytest.approx((0.1, -0.05), abs=0.02) and axis.radius == pytest.approx(0.41, abs=0.05)
    box = rng.uniform(-0.5, 0.5, (6000, 3))
    side = rng.integers(0, 2, 6000)
    box[np.arange(6000), 2 * side] = 0.5 * np.sign(rng.normal(size=6000))
    facing = np.zeros((6000, 3))
    facing[np.arange(6000), 2 * side] = np.sign(box[np.arange(6000), 2 * side])
    assert axis_of(box, facing) is None
    # Just before and just behind the seam at the back a pattern is the same.
    ring = np.array([[-1e-4, 0.3, -1.0], [1e-4, 0.3, -1.0], [-1e-4, -0.11, -1.0], [1e-4, -0.11, -1.0]], np.float32)
    back = np.tile(np.array([[0.0, 0.0, -1.0]], np.float32), (4, 1))
    for name in ("checkered", "polka dot", "plaid", "zigzag", "argyle", "honeycomb", "starry", "brick", "tiles"):
        for radius in (0.21, 0.4, 0.77):
            points = Points(ring, back, axis=Axis(0.0, 0.0, radius))
            seen = Look.of(["blue", name] if name in LAYERS else [name]).shade(points)
            np.testing.assert_allclose(seen.height[0::2], seen.height[1::2], atol=2e-3, err_msg=name)
            if name not in ("brick", "tiles"):
                np.testing.assert_allclose(seen.albedo[0::2], seen.albedo[1::2], atol=0.03, err_msg=name)


def test_normals_bend_against_a_slope():
    n = 64
    normal = np.tile(np.array([0.0, 1.0, 0.0], np.float32), (n, 1))
    points = Points(np.random.default_rng(1).uniform(-1, 1, (n, 3)).astype(np.float32), normal)

    def ramp(at: Points) -> Surface:
        return plain(len(at), 0.5, 0.5, height=0.4 * at.position[:, 0])

    _, bent = bent_normals(ramp, points, 0.01)
    expected = np.array([-0.4, 1.0, 0.0]) / np.hypot(0.4, 1.0)
    np.testing.assert_allclose(bent, np.tile(expected, (n, 1)), atol=1e-4)

    def cliff(at: Points) -> Surface:
        return plain(len(at), 0.5, 0.5, height=40.0 * at.position[:, 0])

    _, steep = bent_normals(cliff, points, 0.01)
    np.testing.assert_allclose(steep[:, 1], 1 / np.hypot(1, STEEPEST), atol=1e-4)


def test_blending_is_linear():
    a, b = plain(3, 0.0, 0.2), plain(3, 1.0, 0.6, metallic=1.0)
    half = blend(a, b, np.array([0.0, 0.5, 1.0], np.float32))
    np.testing.assert_allclose(half.metallic, [0, 0.5, 1])
    np.testing.assert_allclose(half.roughness, [0.2, 0.4, 0.6], atol=1e-6)
