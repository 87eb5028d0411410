"""threestudio's files of other systems: read where the method is here, and else what is missing is said."""

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


@pytest.mark.parametrize("start", [name for name in LACKING if name not in ("tetrahedra-sdf-grid", "implicit-sdf")])
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
            "lambda_normal_smooth": 8.0,
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
    assert "no counterpart here: data.height, data.width, system.loss.lambda_normal_smooth" in rest


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
