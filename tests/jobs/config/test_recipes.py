"""Recipes: what they say, and threestudio's own files, of which these are the parts that count."""

from dataclasses import replace

import numpy as np
import pytest

from bozzetto.export.package.field_to_mesh import FieldFunctions, field_to_model
from bozzetto.jobs.cli.main import main
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import RECIPES, zoom_range
from bozzetto.jobs.config.run_config import config_from_dict, config_to_dict, make_config
from bozzetto.jobs.config.threestudio import find_recipe, read_recipe

BASE = """
name: "some recipe"
system_type: "{system}"
data_type: "random-camera-datamodule"
data:
  batch_size: {batch}
  width: {width}
  height: {width}
  resolution_milestones: {milestones}
  camera_distance_range: {distance}
  fovy_range: [40, 70]
  elevation_range: [-10, {top}]
  light_sample_strategy: "{light}"
  eval_fovy_deg: 70.
system:
  geometry_type: "implicit-volume"
  geometry:
    radius: {radius}
    density_blob_scale: 10.
    density_blob_std: 0.5
    pos_encoding_config:
      otype: {grid}
      n_levels: 16
      n_features_per_level: 2
      log2_hashmap_size: 19
      base_resolution: 16
      per_level_scale: 1.447269237440378
{progressive}
  material_type: "{material}"
  material:
{lamp}
  renderer:
    radius: ${{system.geometry.radius}}
    num_samples_per_ray: 512
  prompt_processor_type: "stable-diffusion-prompt-processor"
  prompt_processor:
    pretrained_model_name_or_path: "{model}"
    prompt: ???
{prompts}
  guidance_type: "{guidance}"
  guidance:
    pretrained_model_name_or_path: "{model}"
{options}
  loss:
{loss}
  optimizer:
    name: Adam
    args:
      lr: 0.01
      betas: [0.9, 0.99]
      eps: 1.e-15
    params:
{rates}
trainer:
  max_steps: {steps}
  val_check_interval: {every}
  precision: 16-mixed
"""
PROGRESSIVE = "      start_level: 8\n      start_step: 2000\n      update_steps: 500"
SD21 = "stabilityai/stable-diffusion-2-1-base"
DREAMFUSION = {
    "system": "dreamfusion-system", "batch": 1, "width": 64, "milestones": "[]", "distance": "[1.5, 2.0]", "top": 45,
    "light": "dreamfusion", "radius": 2.0, "grid": "ProgressiveBandHashGrid", "progressive": PROGRESSIVE,
    "material": "diffuse-with-point-light-material", "lamp": "    ambient_only_steps: 2001", "model": SD21,
    "prompts": "", "guidance": "stable-diffusion-guidance",
    "options": "    guidance_scale: 100.\n    weighting_strategy: sds\n    min_step_percent: 0.02\n"
               "    max_step_percent: 0.98",
    "loss": "    lambda_sds: 1.\n    lambda_orient: [0, 10., 1000., 5000]\n    lambda_sparsity: 1.\n"
            "    lambda_opaque: 0.0",
    "rates": "      geometry:\n        lr: 0.01", "steps": 10000, "every": 200,
}  # fmt: skip
SPLIT = (
    "      geometry.encoding:\n        lr: 0.01\n      geometry.density_network:\n        lr: 0.001\n"
    "      geometry.feature_network:\n        lr: 0.001\n      guidance:\n        lr: 0.0001"
)
PLAIN = {"radius": 1.0, "distance": "[1.0, 1.5]", "material": "no-material", "lamp": "    n_output_dims: 3",
         "grid": "HashGrid", "progressive": "", "rates": SPLIT, "steps": 25000}  # fmt: skip
FILES = {
    "dreamfusion-sd": DREAMFUSION,
    "dreamfusion-if": DREAMFUSION | {
        "top": 90, "model": "DeepFloyd/IF-I-XL-v1.0", "guidance": "deep-floyd-guidance",
        "options": "    guidance_scale: 20.\n    weighting_strategy: sds",
    },
    "magic3d-coarse": DREAMFUSION | {
        "system": "magic3d-system", "light": "magic3d", "grid": "HashGrid", "progressive": "",
        "lamp": "    ambient_only_steps: 2001\n    soft_shading: true",
        "options": "    guidance_scale: 100.\n    weighting_strategy: uniform",
    },
    "prolificdreamer": DREAMFUSION | PLAIN | {
        "system": "prolificdreamer-system", "batch": "[1, 1]", "width": "[64, 512]", "milestones": "[5000]",
        "prompts": "    front_threshold: 30.\n    back_threshold: 30.", "guidance": "stable-diffusion-vsd-guidance",
        "options": "    guidance_scale: 7.5\n    max_step_percent: [5000, 0.98, 0.5, 5001]",
        "loss": "    lambda_vsd: 1.\n    lambda_lora: 1.\n    lambda_orient: 0.\n    lambda_sparsity: 10.\n"
                "    lambda_opaque: [10000, 0.0, 1000.0, 10001]\n    lambda_z_variance: 0.",
    },
    "hifa": DREAMFUSION | PLAIN | {
        "width": 512,
        "options": "    guidance_scale: 100.\n    min_step_percent: 0.3\n    sqrt_anneal: true\n    use_img_loss: true",
        "loss": "    lambda_sds: 1.\n    lambda_sds_img: 0.01\n    lambda_sparsity: 1.\n    lambda_z_variance: 100",
    },
    "sdi": DREAMFUSION | {
        "system": "sdi-system", "width": 512, "every": 200, "prompts": "    use_perp_neg: true",
        "lamp": "    ambient_only_steps: 1000\n    diffuse_prob: 0.3\n    textureless_prob: 0.75",
        "guidance": "stable-diffusion-sdi-guidance",
        "options": "    guidance_scale: 7.5\n    min_step_percent: 0.25\n    inversion_guidance_scale: -7.5\n"
                   "    inversion_n_steps: 10\n    inversion_eta: 0.3\n    t_anneal: true",
        "loss": "    lambda_sdi: 1.\n    lambda_orient: 0.1\n    lambda_sparsity: [0,0.15,0.,3000]\n"
                "    lambda_opaque: 0.1\n    lambda_convex: [0,1.,0.1,4000]\n    lambda_z_variance: 1.",
    },
}  # fmt: skip
# What a method or a scene without shading does not read.
UNUSED = {
    "guidance.inversion_scale", "light.placement", "light.albedo_until", "light.textureless_share", "light.ambient_max",
    "render.normals", "optim.level_from", "optim.level_every",
}  # fmt: skip


def flat(values, start=""):
    for key, value in values.items():
        if isinstance(value, dict):
            yield from flat(value, f"{start}{key}.")
        else:
            yield f"{start}{key}", value


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_file_of_a_recipe_is_the_recipe(tmp_path, name):
    path = tmp_path / f"{name}.yaml"
    path.write_text(BASE.format(**FILES[name]))
    config, messages = read_recipe(path)
    ours, theirs = (dict(flat(config_to_dict(c))) for c in (RECIPES[name].config, config))
    skipped = UNUSED if name in ("prolificdreamer", "hifa", "magic3d-coarse") else {"guidance.inversion_scale"}
    assert ours.keys() == theirs.keys()
    for key, value in ours.items():
        if key not in skipped:
            assert (
                theirs[key] == pytest.approx(value, abs=1e-4) if isinstance(value, float) else theirs[key] == value
            ), key
    assert not any("unknown" in message for message in messages), messages
    assert ("system.loss.lambda_convex" in " ".join(messages)) == (name == "sdi")


def test_every_recipe_is_a_configuration_that_comes_back():
    for recipe in RECIPES.values():
        config = make_config("a chair", recipe.config)
        assert config_from_dict(config_to_dict(config)) == config and config.preset == recipe.name


def test_scales_are_counted_as_ours_are():
    """threestudio's `text + s (text - uncond)` is scale s + 1 here; with Perp-Neg and for VSD it counts as we do."""
    assert (
        RECIPES["dreamfusion-sd"].config.guidance.scale == 101 and RECIPES["dreamfusion-if"].config.guidance.scale == 21
    )
    assert RECIPES["sdi"].config.guidance.scale == 7.5 and RECIPES["prolificdreamer"].config.guidance.scale == 7.5


def test_zooms_show_the_same_share_of_the_scene():
    low, high = zoom_range(2.0, (1.5, 2.0), (40.0, 70.0))
    # Half the height of the view at the origin, in units of the box: theirs 2 tan(35) / 2, ours 1.0642 / zoom.
    assert 1.0642 / low == pytest.approx(0.7002, rel=1e-3) and 1.0642 / high == pytest.approx(0.2730, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, 2", "is no YAML"),
        ("a: 1", "is no threestudio recipe"),
        (BASE.format(**DREAMFUSION | {"system": "fantasia3d-system"}), "'fantasia3d-system' is not supported"),
        (
            BASE.format(**DREAMFUSION | {"guidance": "instructpix2pix-guidance"}),
            "'instructpix2pix-guidance' is not supported",
        ),
        (BASE.format(**DREAMFUSION | {"distance": "[1.5]"}), r"camera_distance_range: expected \[low, high\]"),
        (BASE.format(**DREAMFUSION | {"radius": "big"}), "system.geometry.radius: expected a number, got 'big'"),
        (BASE.format(**DREAMFUSION | {"width": "[64, 128, 256]"}), "at most one change of resolution"),
        ("a: !!python/object/apply:os.system ['true']", "the tag 'tag:yaml.org,2002:python/object"),
    ],
)
def test_files_that_are_no_recipes_are_refused(tmp_path, text, message):
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        read_recipe(path)


def test_unknown_keys_are_listed_and_the_command_knows_recipes(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("BOZZETTO_HOME", str(tmp_path / "home"))
    path = tmp_path / "mine.yaml"
    path.write_text(BASE.format(**DREAMFUSION | {"prompts": "    spin: 3"}) + "extra:\n  thing: 1\n")
    config, messages = find_recipe(str(path))
    assert [m for m in messages if "unknown" in m] == [
        "mine.yaml: unknown key system.prompt_processor.spin",
        "mine.yaml: unknown key extra.thing",
    ]
    assert config.prior == "sd21-base"  # the id that was taken off the hub
    assert main(["recipes"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in RECIPES)
    assert main(["generate", "a chair", "--recipe", "dreamfuzion"]) == 1
    assert "known are dreamfusion-sd" in capsys.readouterr().err
    assert main(["generate", "a chair", "--recipe", str(path), "--offline", "--out", str(tmp_path / "run")]) == 1
    err = capsys.readouterr().err
    assert "unknown key extra.thing" in err and ("--offline" in err or "pip install" in err)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(("preset", "kinds"), [("standard", []), (RECIPES["dreamfusion-sd"].config, ["floater"])])
def test_what_hangs_free_is_kept_where_the_start_is_the_priors_volume(preset, kinds):
    """A crystal of a chandelier; beside a field that began as a ball it is a floater."""

    def density(x):
        crystal = np.linalg.norm(x - [0.0, 0.0, 0.85], axis=1) - 0.045
        return 80 / (1 + np.exp(np.minimum(np.linalg.norm(x, axis=1) - 0.6, crystal) / 0.01))

    settings = replace(
        make_config("a chandelier", preset).mesh,
        isolevel=20.0, resolution=64, max_faces=2000, texture_size=64, uv_time_limit=0.0, match_views=0,
    )  # fmt: skip
    model = field_to_model(FieldFunctions(density, lambda x: np.full((len(x), 3), 0.5, np.float32)), settings)
    mesh, report = model.mesh, model.report
    assert [part.kind for part in report.dropped] == kinds
    assert (float(mesh.vertices[:, 2].max()) > 0.8) == (not kinds)
