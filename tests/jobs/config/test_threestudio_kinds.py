"""threestudio's files of other systems: read where the method is here, and else what is missing is said."""

import pytest
import yaml

from bozzetto.jobs.config.errors import ConfigError
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
