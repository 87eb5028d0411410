"""threestudio's files of other systems: read where the method is here, and else what is missing is said."""

from dataclasses import replace

import pytest
import yaml

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import Ramp
from bozzetto.jobs.config.threestudio import LACKING, read_recipe


def recipe(tmp_path, system="dreamfusion-system", data=None, **parts):
    values = {
        "system_type": system,
        "data": {"width": 64, "height": 64, **(data or {})},
        "system": {"geometry_type": "implicit-volume", "guidance_type": "stable-diffusion-guidance", **parts},
        "trainer": {"max_steps": 1000},
    }
    path = tmp_path / "mine.yaml"
    path.write_text(yaml.safe_dump(values))
    return path


@pytest.mark.parametrize(
    ("given", "method", "scale", "image_weight"),
    [("sds", "sds", 100.0, None), ("sds-images", "hifa", 100.0, 0.02), ("vsd", "vsd", 100.0, None)],
)
def test_the_unified_guidance_is_read(tmp_path, given, method, scale, image_weight):
    kind, images = given.split("-")[0], given.endswith("images")
    path = recipe(
        tmp_path,
        guidance_type="stable-diffusion-unified-guidance",
        guidance={
            "guidance_type": kind,
            "weighting_strategy": "dreamfusion",
            "use_img_loss": images,
            "sqrt_anneal": True,
        },
        loss={"lambda_sd": 2.0, "lambda_sd_img": 0.02, "lambda_train_phi": 1.0},
        exporter_type="mesh-exporter",
        exporter={"fmt": "obj", "save_uv": False, "context_type": "cuda"},
    )
    config, messages = read_recipe(path)
    guidance = config.guidance
    # This guidance counts from the unconditional prediction, as is done here: one is not added.
    assert (guidance.method.name, guidance.scale, guidance.weight) == (method, scale, 2.0)
    assert guidance.anneal == "sqrt" and guidance.method.weighting == "sds"
    assert image_weight is None or guidance.method.image_weight == image_weight
    assert messages == []


def test_a_value_may_be_another_key_s(tmp_path):
    path = recipe(
        tmp_path,
        geometry={"radius": 2.0},
        loss={"lambda_opaque": [0, 0.0, 10.0, "${trainer.max_steps}"], "lambda_sparsity": "${system.geometry.radius}"},
        renderer={"radius": "${system.geometry.radius}"},
    )
    config, _ = read_recipe(path)
    assert config.regular.sparsity_root.begin == 2.0
    assert config.regular.opacity_entropy == Ramp(0.0, 10.0, 0.0, 1.0)


@pytest.mark.parametrize(
    "start", [name for name in LACKING if name not in ("tetrahedra-sdf-grid", "implicit-sdf", "co3d")]
)
def test_a_system_that_is_not_here_says_what_it_needs(tmp_path, start):
    with pytest.raises(ConfigError, match=r"It needs .*, which is not here"):
        read_recipe(recipe(tmp_path, system=f"{start}-system"))


@pytest.mark.parametrize(("geometry", "needs"), [("tetrahedra-sdf-grid", "DMTet"), ("implicit-sdf", "signed distance")])
def test_a_geometry_that_is_not_here_says_what_it_is(tmp_path, geometry, needs):
    with pytest.raises(ConfigError, match=needs):
        read_recipe(recipe(tmp_path, geometry_type=geometry))


def test_cameras_inside_of_a_scene_are_refused(tmp_path):
    with pytest.raises(ConfigError, match="cameras stand inside of a scene"):
        read_recipe(recipe(tmp_path, data={"camera_distance_range": [0.1, 2.3]}, geometry={"radius": 5.0}))


def test_zero123_is_read_with_its_picture_and_its_own_cameras(tmp_path):
    """The parts that count of threestudio's configs/zero123.yaml."""
    cameras = {
        "height": [64, 128, 256], "width": [64, 128, 256], "batch_size": [12, 4, 2],
        "resolution_milestones": [200, 300],
        "elevation_range": [-10, 80], "camera_distance_range": [3.8, 3.8], "fovy_range": [20.0, 20.0],
    }  # fmt: skip
    path = recipe(
        tmp_path,
        "zero123-system",
        {
            "image_path": "./hamburger_rgba.png", "default_elevation_deg": 5.0, "width": [128, 256, 512],
            "height": [128, 256, 512], "random_camera": cameras,
        },
        guidance_type="zero123-guidance",
        guidance={
            "pretrained_model_name_or_path": "./load/zero123/zero123-xl.ckpt", "guidance_scale": 3.0,
            "min_step_percent": [0, 0.4, 0.2, 200], "max_step_percent": [0, 0.85, 0.5, 200],
            "cond_elevation_deg": "${data.default_elevation_deg}",
        },
        geometry={"radius": 2.0, "mlp_network_config": {"otype": "VanillaMLP", "n_neurons": 64, "n_hidden_layers": 2}},
        material={"ambient_only_steps": 100000},
        loss={
            "lambda_sds": 0.1, "lambda_rgb": [100, 500.0, 1000.0, 400], "lambda_mask": 50.0,
            "lambda_normal_smooth": 8.0, "lambda_3d_normal_smooth": 2.0,
        },
    )  # fmt: skip
    config, messages = read_recipe(path)
    ours, guidance = RECIPES["zero123"].config, config.guidance
    assert config.prior == ours.prior and config.camera == ours.camera
    assert config.light.albedo_until == 1.0 and config.light.white_share == 1.0
    assert (config.hub.image, config.hub.image_elevation_deg) == ("./hamburger_rgba.png", 5.0)
    # This guidance counts from the unconditional prediction, as is done here.
    times = guidance.t_min, guidance.t_max, guidance.t_max_late
    assert (guidance.scale, guidance.weight, *times) == (3.0, 0.1, 0.2, 0.85, 0.5)
    regular = config.regular
    assert regular.picture_color == Ramp(500.0, 1000.0, 0.1, 0.4) and regular.picture_mask == Ramp(50.0, 50.0)
    assert config.field.hidden_layers == 2 and config.text.view_prompts == "off"
    assert (config.render.resolution, config.render.resolution_late, config.render.late_from) == (64, 128, 0.2)
    sizes, rest = messages
    assert "[64, 128, 256] the first two are taken, with 4 views each" in sizes
    assert "no counterpart here: data.height, data.width, system.loss.lambda_3d_normal_smooth" in rest
    assert regular.normal_smoothness == Ramp(8.0, 8.0)


def test_stable_zero123_and_the_simple_system_name_their_priors(tmp_path):
    data = {"random_camera": {"width": 64, "height": 64}, "image_path": "???"}
    stable = recipe(tmp_path, "zero123-system", data, guidance_type="stable-zero123-guidance",
                    guidance={"pretrained_model_name_or_path": "./load/zero123/stable_zero123.ckpt"})  # fmt: skip
    config, _ = read_recipe(stable)
    # The name decides how the prior is told the camera.
    assert "stable-zero123" in config.prior and config.hub.image == ""
    guidance = {
        "guidance_type": "sds", "pretrained_model_name_or_path": "bennyguo/zero123-diffusers", "guidance_scale": 5.0,
    }  # fmt: skip
    unified = "zero123-unified-guidance"
    simple = recipe(
        tmp_path, "zero123-simple-system", data, guidance_type=unified, guidance=guidance, loss={"lambda_sd": 2.0}
    )
    config, _ = read_recipe(simple)
    assert (config.prior, config.guidance.scale, config.guidance.weight) == ("bennyguo/zero123-diffusers", 5.0, 2.0)
    assert config.guidance.method.name == "sds"


@pytest.mark.parametrize(
    ("given", "weight"),
    [([0.0, 4.0, 500], Ramp(0.0, 4.0, 0.0, 0.5)), ([100, 7.0, 5.0, 150, 10.0, 200], Ramp(7.0, 10.0, 0.1, 0.2))],
)
def test_schedules_of_three_and_of_many_values(tmp_path, given, weight):
    config, messages = read_recipe(recipe(tmp_path, loss={"lambda_opaque": given}))
    assert config.regular.opacity_entropy == weight
    many = ["mine.yaml: system.loss.lambda_opaque goes straight from 7 to 10, without the values between"]
    assert messages == (many if len(given) > 4 else [])


def test_magic123_is_read_with_both_of_its_priors(tmp_path):
    """The parts that count of threestudio's configs/magic123-coarse-sd.yaml."""
    cameras = {
        "batch_size": 1, "height": 128, "width": 128, "elevation_range": [-45, 45],
        "camera_distance_range": [2.5, 2.5], "fovy_range": [40.0, 40.0],
    }  # fmt: skip
    stable = {"pretrained_model_name_or_path": "runwayml/stable-diffusion-v1-5"}
    path = recipe(
        tmp_path,
        "magic123-system",
        {"image_path": "./hamburger_rgba.png", "width": 128, "height": 128, "random_camera": cameras},
        guidance_type="stable-diffusion-unified-guidance",
        guidance={
            "guidance_type": "sds", "guidance_scale": 100.0, "min_step_percent": 0.2, "max_step_percent": 0.6, **stable,
        },
        guidance_3d_type="zero123-unified-guidance",
        guidance_3d={
            "guidance_type": "sds", "guidance_scale": 5.0, "min_step_percent": 0.2, "max_step_percent": 0.6,
            "cond_image_path": "${data.image_path}", "cond_elevation_deg": 0.0,
        },
        geometry={"radius": 1.0, "mlp_network_config": {"n_neurons": 64, "n_hidden_layers": 2}},
        material_type="no-material",
        renderer={"num_samples_per_ray": 256, "estimator": "occgrid"},
        loss={
            "lambda_rgb": 1000.0, "lambda_mask": 100.0, "lambda_sd": 0.025, "lambda_3d_sd": 1.0, "lambda_sd_img": 0.0,
            "lambda_normal_smoothness_2d": 1000.0,
        },
    )  # fmt: skip
    config, messages = read_recipe(path)
    ours = RECIPES["magic123"].config
    assert config.novel_view == replace(ours.novel_view, prior="bennyguo/zero123-diffusers")
    assert (config.prior, config.camera, config.regular) == (ours.prior, ours.camera, ours.regular)
    assert config.guidance == ours.guidance and config.text == ours.text
    assert config.hub.image == "./hamburger_rgba.png" and config.render == ours.render
    assert messages == ["mine.yaml: no counterpart here: data.height, data.width"]


def test_a_picture_beside_a_prior_of_text_and_views_of_fewer_rays_are_read(tmp_path):
    data = {"image_path": "a.png", "random_camera": {"batch_size": 4}}
    light = {"ambient_light_color": [1.0, 1.0, 1.0], "diffuse_light_color": [0.0, 0.0, 0.0]}
    config, messages = read_recipe(
        recipe(
            tmp_path, "image-condition-dreamfusion-system", data, loss={"lambda_sds": 0.1, "lambda_rgb": 10.0},
            material=light, optimizer={"name": "Adan"},
        )
    )  # fmt: skip
    assert config.regular.picture_color == Ramp(10.0, 10.0) and config.hub.image == "a.png" and config.camera.views == 4
    assert (config.light.ambient_min, config.light.ambient_max, config.text.view_prompts) == (1.0, 1.0, "discrete")
    assert messages == [
        "mine.yaml: its optimiser is Adan; Adam takes its place",
        "mine.yaml: no counterpart here: data.height, data.width",
    ]
    with pytest.raises(ConfigError, match="each \\[r, g, b\\] to 1"):
        read_recipe(recipe(tmp_path, material={"ambient_light_color": [2.0, 1.0]}))
    size = {"width": 128, "height": 128, "sample_width": 32, "sample_height": 32}
    config, messages = read_recipe(recipe(tmp_path, "efficient-dreamfusion-system", size))
    assert config.render.resolution == 32 and "sample_width of 32 pixels" in messages[0]
    values = yaml.safe_load(recipe(tmp_path).read_text()) | {"data_type": "co3d-datamodule"}
    (tmp_path / "mine.yaml").write_text(yaml.safe_dump(values))
    with pytest.raises(ConfigError, match="pictures of a scene with their cameras"):
        read_recipe(tmp_path / "mine.yaml")
