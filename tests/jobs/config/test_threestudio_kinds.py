"""threestudio's files of other systems: read where the method is here, and else what is missing is said."""

import math
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


@pytest.mark.parametrize("start", [name for name in LACKING if name not in ("tetrahedra-sdf-grid", "co3d")])
def test_a_system_that_is_not_here_says_what_it_needs(tmp_path, start):
    with pytest.raises(ConfigError, match=r"It needs .*, which is not here"):
        read_recipe(recipe(tmp_path, system=f"{start}-system"))


def test_a_geometry_that_is_not_here_says_what_it_is(tmp_path):
    with pytest.raises(
        ConfigError, match=r"\(DMTet\), .* is not here; a finished mesh is painted by: bozzetto texture"
    ):
        read_recipe(recipe(tmp_path, geometry_type="tetrahedra-sdf-grid"))


def test_textmesh_is_read_as_its_recipe(tmp_path):
    """The parts that count of threestudio's configs/textmesh-if.yaml."""
    model = "DeepFloyd/IF-I-XL-v1.0"
    path = recipe(
        tmp_path,
        "textmesh-system",
        {"camera_distance_range": [1.5, 2.0], "fovy_range": [40, 70], "elevation_range": [-10, 90]},
        geometry_type="implicit-sdf",
        geometry={
            "radius": 2.0,
            "sdf_bias": "sphere",
            "sdf_bias_params": 0.5,
            "pos_encoding_config": {
                "otype": "ProgressiveBandHashGrid",
                "per_level_scale": 1.381912879967776,
                "start_level": 8,
                "start_step": 200,
                "update_steps": 50,
            },
        },
        material={"ambient_only_steps": 200.1},
        renderer_type="neus-volume-renderer",
        renderer={"radius": "${system.geometry.radius}", "cos_anneal_end_steps": 1000, "eval_chunk_size": 8192},
        guidance_type="deep-floyd-guidance",
        guidance={"pretrained_model_name_or_path": model, "guidance_scale": 20.0},
        loss={"lambda_sds": 1.0, "lambda_eikonal": 1000.0},
        optimizer={
            "params": {
                "geometry.encoding": {"lr": 0.01},
                "geometry.sdf_network": {"lr": 0.001},
                "geometry.feature_network": {"lr": 0.001},
                "renderer": {"lr": 0.001},
            }
        },
    )
    config, messages = read_recipe(path)
    ours = RECIPES["textmesh"].config
    for key in ("camera", "light", "guidance", "text", "optim", "regular"):
        assert getattr(config, key) == getattr(ours, key), key
    assert config.field.sharpness == pytest.approx(ours.field.sharpness)
    assert replace(config.field, sharpness=1.0) == replace(ours.field, sharpness=1.0)
    assert messages == [
        "mine.yaml: its density along a ray is taken as VolSDF's (arXiv 2106.12052) in the place of NeuS'"
    ]


def test_samples_that_are_sought_out_are_as_many_as_even_ones(tmp_path):
    renderer = {"use_volsdf": True, "estimator": "importance", "num_samples_per_ray": 64}
    geometry = {"shape_init": "sphere", "shape_init_params": 0.5}
    path = recipe(tmp_path, geometry_type="implicit-sdf", renderer=renderer, geometry=geometry)
    config, messages = read_recipe(path)
    assert config.render.step_size == pytest.approx(2 * 3**0.5 / 512)
    assert config.field.geometry == "signed-distance" and config.field.blob_radius == 0.5
    assert any("its 64 samples a ray lie where a first look finds something" in message for message in messages)
    assert any("begin as a ball's" in message for message in messages)
    with pytest.raises(ConfigError, match="shape_init 'mesh:a.obj' is not supported; sphere are"):
        read_recipe(recipe(tmp_path, geometry_type="implicit-sdf", geometry={"shape_init": "mesh:a.obj"}))


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


def latents(tmp_path, system="latentnerf-system", **parts):
    parts = {"geometry": {}, "material_type": "no-material", "guidance": {}, **parts}
    parts["geometry"] = {"n_feature_dims": 4, "normal_type": None, **parts["geometry"]}
    parts["guidance"] = {"pretrained_model_name_or_path": "stabilityai/stable-diffusion-2-1-base", **parts["guidance"]}
    data = {"camera_distance_range": [1.0, 1.5], "fovy_range": [40, 70], "elevation_range": [-10, 45]}
    return recipe(tmp_path, system, data, **parts)


SCHEDULER = {
    "name": "SequentialLR",
    "interval": "step",
    "warmup_steps": 100,
    "milestones": ["${system.scheduler.warmup_steps}"],
    "schedulers": [
        {"name": "LinearLR", "args": {"start_factor": 0.1}},
        {"name": "ExponentialLR", "args": {"gamma": "${calc_exp_lr_decay_rate:0.1,900}"}},
    ],
}


def test_latent_nerf_s_two_files_are_its_recipe(tmp_path):
    """The parts that count of threestudio's configs/latentnerf.yaml and latentnerf-refine.yaml."""
    ours, parts = RECIPES["latent-nerf"].config, {"loss": {"lambda_sparsity": 5e-4}, "scheduler": SCHEDULER}
    first, messages = read_recipe(latents(tmp_path, **parts))
    assert first.field.colors == "latents" and first.guidance.latent_until == 1.0 and first.steps == 1000
    assert messages == ["mine.yaml: its learning rates fall to a tenth along a cosine, not exponentially"]
    both, messages = read_recipe(
        latents(tmp_path, refinement=True, weights="???", material_type="sd-latent-adapter-material", **parts)
    )
    assert both.steps == 2000 and "is made before it, by 1000 steps in latents" in messages[0]
    for key in ("camera", "guidance", "regular", "field"):
        assert getattr(both, key) == getattr(ours, key), key
    assert both.light.albedo_share == ours.light.albedo_share == 1.0
    assert both.optim.decay_from == 0.05, "after the steps in which the rates grow"
    levels = {"level_from": ours.optim.level_from, "level_every": ours.optim.level_every}  # of no level that waits
    assert replace(both.optim, decay_from=0.005, **levels) == ours.optim


def test_a_gaussian_ball_becomes_a_cone_to_where_it_has_fallen_to_one(tmp_path):
    ball = {"density_bias": "blob_dreamfusion", "density_blob_scale": 5.0, "density_blob_std": 0.2, "radius": 2.0}
    config, messages = read_recipe(latents(tmp_path, geometry=ball))
    reach = config.field.blob_radius * 2.0
    assert 5.0 * math.exp(-0.5 * (reach / 0.2) ** 2) == pytest.approx(1.0)
    assert "its Gaussian ball begins as a cone of 0.359" in messages[0]


def test_sjc_is_sds_of_weight_one_in_a_hash_grid_of_latents(tmp_path):
    sjc = {"use_sjc": True, "var_red": True, "guidance_scale": 100.0, "min_step_percent": 0.01}
    grid = {"grid_size": [100, 100, 100], "density_bias": -1.0}
    loss = {"lambda_sds": 1.0, "center_ratio": 0.78, "lambda_emptiness": [500, 1e4, 2e5, 501], "emptiness_scale": 10}
    parts = {"geometry_type": "volume-grid", "geometry": grid, "loss": loss}
    config, messages = read_recipe(
        latents(tmp_path, "sjc-system", guidance=sjc, optimizer={"params": {"geometry": {"lr": 0.05}}}, **parts)
    )
    assert config.guidance.method.weighting == "uniform" and config.guidance.scale == 101.0
    assert config.guidance.latent_until == 1.0 and config.field.colors == "latents"
    assert config.regular.emptiness == Ramp(1e4, 2e5, 0.5, 0.501) and config.optim.lr_encoding == 0.01
    assert messages == ["mine.yaml: its voxel grid is a hash grid with a small network here, with Latent-NeRF's rates"]
    with pytest.raises(ConfigError, match="expected use_sjc and var_red"):
        read_recipe(latents(tmp_path, "sjc-system", guidance={**sjc, "var_red": False}, **parts))
    with pytest.raises(ConfigError, match="volume-grid' is read of sjc-system alone"):
        read_recipe(recipe(tmp_path, geometry_type="volume-grid"))


@pytest.mark.parametrize(("given", "mesh"), [("load/shapes/teddy.obj", "load/shapes/teddy.obj"), ("???", "")])
def test_sketchshape_is_latent_nerf_held_to_a_mesh(tmp_path, given, mesh):
    config, messages = read_recipe(latents(tmp_path, guide_shape=given, loss={"lambda_shape": 1.0}))
    assert config.regular.guide_shape == Ramp(1.0, 1.0) and config.regular.guide_mesh == mesh
    assert config.field.colors == "latents" and messages == []


def test_latents_that_are_not_read_say_why(tmp_path):
    with pytest.raises(ConfigError, match="n_feature_dims: expected 4"):
        read_recipe(latents(tmp_path, geometry={"n_feature_dims": 16}))
