"""YAML that means harm, or is odd: a configuration or one sentence, never a fault, a hang or a process of its own."""

import copy
import math
import os
import resource

import pytest
import yaml

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.threestudio import GUIDANCES, SYSTEMS, read_recipe
from bozzetto.jobs.config.yaml_file import MAX_BYTES, read_yaml

BASE = {
    "system_type": SYSTEMS[0],
    "data": {},
    "trainer": {"max_steps": 100},
    "system": {"guidance_type": next(iter(GUIDANCES)), "geometry_type": "implicit-volume"},
}
HEAD = yaml.safe_dump(BASE)
MAPS = "a0: &a0 {x: 1, y: 2}\n" + "".join(
    f"a{i}: &a{i} {{{', '.join(f'k{j}: *a{i - 1}' for j in range(9))}}}\n" for i in range(1, 9)
)
LISTS = "a0: &a0 [x, y]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 9))
MERGES = "b0: &b0 {x: 1}\n" + "".join(f"b{i}: &b{i}\n  <<: [{', '.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 9))
HOSTILE = {
    "aliases of maps": (HEAD + MAPS, "once its aliases are followed"),
    "aliases of lists": (HEAD + LISTS, "once its aliases are followed"),
    "aliases in the prompt": (LISTS + HEAD.replace("data: {}", "data: *a8"), "once its aliases are followed"),
    "merge keys": (HEAD + MERGES, "merge keys"),
    "itself": (HEAD + "z: &z {q: *z}\n", "nested more than"),
    "python object": (HEAD + 'z: !!python/object/apply:os.system ["touch PWNED"]\n', "tag"),
    "deep list": (HEAD + "z: " + "[" * 5000 + "]" * 5000, "nested more than"),
    "deep map": (HEAD + "z: " + "{a: " * 3000 + "1" + "}" * 3000, "nested more than"),
    "list as key": (HEAD + "? [a]\n: 1\n", "key must be text"),
    "map as key": (HEAD + "? {a: 1}\n: 1\n", "key must be text"),
    "5000 digits": (HEAD + "z: " + "9" * 5000 + "\n", "5000 digits"),
    "null character": (HEAD + 'z: "\0"\n', "is no YAML"),
    "binary": (HEAD + 'z: !!binary "@@@"\n', "tag"),
    "set": (HEAD + "z: !!set [a]\n", "tag"),
    "no int": (HEAD + "z: !!int x\n", "is no int"),
    "no float": (HEAD + "z: !!float x\n", "is no float"),
    "no bool": (HEAD + "z: !!bool x\n", "is no bool"),
    "too large": (HEAD + "#" * MAX_BYTES, "larger than"),
    "two documents": (HEAD + "---\n" + HEAD, "is no YAML"),
    "empty": ("", "no threestudio recipe"),
}
HARMLESS = {
    "an impossible date": "z: 2001-99-99\n",
    "half a binary number": "z: 0b\n",
    "sexagesimal": "z: 1:99999999999:1\n",
    "a number as key": "1.5: 2\n",
    "a timestamp": '? !!timestamp "x"\n: 1\n',
}
KEYS = (
    *("system_type", "system", "data", "trainer", "trainer.max_steps", "data.width", "data.height"),
    *("data.batch_size", "data.resolution_milestones", "data.camera_distance_range", "data.fovy_range"),
    *("data.elevation_range", "data.light_sample_strategy", "trainer.val_check_interval"),
    *("system.geometry_type", "system.guidance_type", "system.geometry.radius", "system.material_type"),
    *("system.guidance.pretrained_model_name_or_path", "system.prompt_processor.prompt"),
    *("system.prompt_processor.negative_prompt", "system.prompt_processor.use_perp_neg"),
    *("system.material.diffuse_prob", "system.material.ambient_only_steps", "system.material.soft_shading"),
    *("system.renderer.num_samples_per_ray", "system.geometry.pos_encoding_config.n_levels"),
    *("system.geometry.pos_encoding_config.per_level_scale", "system.geometry.pos_encoding_config.base_resolution"),
    *("system.geometry.pos_encoding_config.otype", "system.geometry.pos_encoding_config.log2_hashmap_size"),
    *("system.guidance.guidance_scale", "system.guidance.max_step_percent", "system.guidance.min_step_percent"),
    *("system.guidance.weighting_strategy", "system.guidance.inversion_n_steps", "system.guidance.t_anneal"),
    *("system.loss.lambda_sparsity", "system.loss.lambda_orient", "system.optimizer.args.betas"),
    *("system.optimizer.args.lr", "system.geometry.density_blob_std", "system.geometry.density_blob_scale"),
)
NOT_A_NUMBER = math.nan
VALUES = (
    *(10**9, 10**400, -1, 0, 0.5, 1e308, NOT_A_NUMBER, math.inf, -math.inf, "x", "", [], [1], [1, 2], [[1], [2]]),
    *([0, "a", "b", 1], {}, None, True, "1e999", [0, 1, 2, 0], [NOT_A_NUMBER] * 4, [None] * 2, [64, 128]),
)


@pytest.fixture(autouse=True)
def memory_limit():
    """What takes more than some gigabytes fails here, and not in somebody's session."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (24 << 30, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_means_harm_is_refused_in_a_sentence(tmp_path, name):
    text, message = HOSTILE[name]
    path = tmp_path / "recipe.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message) as refusal:
        read_recipe(path)
    assert "\n" not in str(refusal.value) and len(str(refusal.value)) < 1000 and str(path) in str(refusal.value)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_only_odd_is_listed_as_an_unknown_key(tmp_path, name):
    path = tmp_path / "recipe.yaml"
    path.write_text(HEAD + HARMLESS[name])
    (message,) = read_recipe(path)[1]
    assert message.startswith("recipe.yaml: unknown key ")


@pytest.mark.parametrize("key", KEYS)
def test_every_odd_value_of_every_key_is_used_or_refused_by_name(tmp_path, key):
    *groups, last = key.split(".")
    path, used = tmp_path / "recipe.yaml", 0
    for value in VALUES:
        recipe = copy.deepcopy(BASE)
        node = recipe
        for group in groups:
            node = node.setdefault(group, {})
        node[last] = value
        path.write_text(yaml.safe_dump(recipe))
        try:
            read_recipe(path)
            used += 1
        except ConfigError as error:
            assert "\n" not in str(error) and len(str(error)) < 600 and str(path) in str(error), (key, value)
    assert used < len(VALUES), "one of them at least is nonsense here"


def test_plain_values_come_as_they_are(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: [1, -2.5, 1e-4, 1.e-15, 'x', yes, ~, 0x10, .inf, 1_000, 2001-01-01]\nb: {c: &c [d], e: *c}\n")
    values = read_yaml(path)
    assert values["a"] == [1, -2.5, "1e-4", 1e-15, "x", True, None, "0x10", math.inf, 1000, "2001-01-01"]
    assert values["b"] == {"c": ["d"], "e": ["d"]}


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(ConfigError, match="no regular file"):
        read_recipe(tmp_path / "a.yaml")
    with pytest.raises(ConfigError, match="no such file"):
        read_recipe(tmp_path / "b.yaml")
