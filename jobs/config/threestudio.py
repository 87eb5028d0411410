"""Recipes by name, or from threestudio's configuration files, for those with one implicit volume.

Its schedules [start, v0, v1, end] become ramps or parts of the run. Every key is accounted for: used, HARMLESS, without
a counterpart here (IGNORED), or unknown; the last two are listed, so that nothing that counts is dropped in silence.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import PAPER, RECIPES, zoom_range
from bozzetto.jobs.config.run_config import (
    CameraConfig,
    GuidanceConfig,
    LightConfig,
    OptimConfig,
    Ramp,
    RegularConfig,
    RenderConfig,
    RunConfig,
    SaveConfig,
    TextConfig,
)
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.pretrained.known import find_known

SYSTEMS = ("dreamfusion-system", "magic3d-system", "prolificdreamer-system", "sdi-system")
GUIDANCES = {
    "stable-diffusion-guidance": "sds",
    "deep-floyd-guidance": "sds",
    "stable-diffusion-vsd-guidance": "vsd",
    "stable-diffusion-sdi-guidance": "sdi",
}
# Known, and without effect on what is learned.
HARMLESS = frozenset(
    (
        "checkpoint.every_n_train_steps",
        "checkpoint.save_last",
        "checkpoint.save_top_k",
        "data.batch_uniform_azimuth",
        "data.eval_batch_size",
        "data.eval_camera_distance",
        "data.eval_elevation_deg",
        "data.eval_fovy_deg",
        "data.eval_height",
        "data.eval_width",
        "data.light_distance_range",
        "data.n_test_views",
        "data.n_val_views",
        "data_type",
        "exp_root_dir",
        "name",
        "seed",
        "system.geometry.isosurface_coarse_to_fine",
        "system.geometry.isosurface_resolution",
        "system.geometry.isosurface_threshold",
        "system.geometry.normal_type",
        "system.guidance.enable_sdi",
        "system.guidance.half_precision_weights",
        "system.loggers.wandb.enable",
        "system.loggers.wandb.name",
        "system.loggers.wandb.project",
        "system.material.ambient_only_on_test",
        "system.material.color_activation",
        "system.material.n_output_dims",
        "system.optimizer.args.eps",
        "system.optimizer.name",
        "system.prompt_processor.pretrained_model_name_or_path",
        "system.prompt_processor_type",
        "system.renderer.radius",
        "system.renderer.return_comp_normal",
        "system.renderer_type",
        "system.stage",
        "system_type",
        "tag",
        "trainer.enable_progress_bar",
        "trainer.log_every_n_steps",
        "trainer.num_sanity_val_steps",
        "trial_name",
        "use_timestamp",
    )
)
# Known, with an effect there that has no counterpart here.
IGNORED = frozenset(
    (
        "data.azimuth_range",
        "data.camera_perturb",
        "data.center_perturb",
        "data.light_position_perturb",
        "data.progressive_until",
        "data.up_perturb",
        "system.background.color_activation",
        "system.background.random_aug",
        "system.background.random_aug_prob",
        "system.background_type",
        "system.geometry.density_activation",
        "system.geometry.density_bias",
        "system.guidance.pretrained_model_name_or_path_lora",
        "system.loss.lambda_convex",
        "system.material.albedo_activation",
        "system.optimizer.params.background.lr",
        "trainer.precision",
    )
)


class _Reader:
    """A nested mapping, read by dotted key, that remembers what was read."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._flat = dict(_flatten(values))
        self._read: set[str] = set()

    def get(self, key: str, default: Any) -> Any:
        """The value at a key, or the default, which is threestudio's own."""
        self._read.add(key)
        value = self._flat.get(key, default)
        if isinstance(value, str) and isinstance(default, int | float) and not isinstance(default, bool):
            # YAML 1.1 takes 1.e-15 and 1e-4 for text.
            try:
                return float(value)
            except ValueError:
                raise ConfigError(f"{key}: expected a number, got {value!r}") from None
        return value

    def number(self, key: str, default: float) -> float:
        """A number at a key; of a schedule, its first value."""
        value = self.get(key, default)
        first = value[1] if isinstance(value, list) and len(value) == 4 else value
        first = first[0] if isinstance(first, list) and first else first
        if isinstance(first, bool) or not isinstance(first, int | float):
            raise ConfigError(f"{key}: expected a number, got {value!r}")
        return float(first)

    def pair(self, key: str, default: tuple[float, float]) -> tuple[float, float]:
        """A range of two numbers."""
        value = self.get(key, list(default))
        if not isinstance(value, list | tuple) or len(value) != 2 or not all(isinstance(v, int | float) for v in value):
            raise ConfigError(f"{key}: expected [low, high], got {value!r}")
        return float(value[0]), float(value[1])

    def ramp(self, key: str, default: float, total: int) -> Ramp:
        """A number, or threestudio's [start, v0, v1, end] in steps."""
        value = self.get(key, default)
        if isinstance(value, list) and len(value) == 4 and all(isinstance(v, int | float) for v in value):
            start, first, last, end = value
            return Ramp(float(first), float(last), min(1.0, start / total), min(1.0, end / total))
        number = self.number(key, default)
        return Ramp(number, number)

    def steps(self, key: str, default: int) -> list[Any]:
        """A value for each resolution milestone."""
        value = self.get(key, default)
        return list(value) if isinstance(value, list | tuple) else [value]

    def left(self) -> tuple[list[str], list[str]]:
        """(known keys without a counterpart, unknown keys), of those that were not read and do count."""
        rest = [key for key in self._flat if key not in self._read and key not in HARMLESS]
        return [key for key in rest if key in IGNORED], [key for key in rest if key not in IGNORED]


def find_recipe(where: str) -> tuple[RunConfig, list[str]]:
    """A recipe by name, or from a threestudio configuration file.

    Args:
        where: a name of RECIPES, or the path of a .yaml file.
    Returns:
        The configuration, and messages about what of the file was not used.
    Raises:
        ConfigError: no such recipe or file, or a file that is no recipe.
    """
    if where in RECIPES:
        return RECIPES[where].config, []
    if where.endswith((".yaml", ".yml")) or Path(where).is_file():
        return read_recipe(Path(where).expanduser())
    raise ConfigError(
        f"unknown recipe {where!r}; known are {', '.join(RECIPES)}, and threestudio's configuration files (*.yaml)"
    )


def read_recipe(path: Path) -> tuple[RunConfig, list[str]]:
    """A threestudio configuration file as a configuration.

    Args:
        path: the file.
    Returns:
        The configuration, with the file's prompt or a placeholder, and messages: keys that are not known, and keys
        that have no counterpart here.
    Raises:
        ConfigError: it cannot be read, is no threestudio recipe, or is one of another kind of scene or guidance.
    """
    try:
        import yaml
    except ImportError as error:
        raise ConfigError("recipe files need PyYAML; install it with: pip install pyyaml") from error
    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"the recipe {path} cannot be read: {error}") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"the recipe {path} is no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(values, Mapping) or "system" not in values or "system_type" not in values:
        raise ConfigError(f"{path} is no threestudio recipe: expected the keys system_type, system, data and trainer")
    if values["system_type"] not in SYSTEMS:
        raise ConfigError(f"{path}: system_type {values['system_type']!r} is not supported; {', '.join(SYSTEMS)} are")
    reader = _Reader(values)
    config = _convert(reader, path)
    ignored, unknown = reader.left()
    messages = [f"{path.name}: unknown key {key}" for key in unknown]
    if ignored:
        messages.append(f"{path.name}: no counterpart here: {', '.join(ignored)}")
    return config, messages


def _convert(read: _Reader, path: Path) -> RunConfig:
    geometry = read.get("system.geometry_type", "implicit-volume")
    guidance_type = read.get("system.guidance_type", "")
    if geometry != "implicit-volume":
        raise ConfigError(f"{path}: geometry {geometry!r} is not supported; implicit-volume is")
    if guidance_type not in GUIDANCES:
        raise ConfigError(f"{path}: guidance {guidance_type!r} is not supported; {', '.join(GUIDANCES)} are")
    total = int(read.number("trainer.max_steps", 10_000))
    radius = read.number("system.geometry.radius", 1.0)
    widths, heights = read.steps("data.width", 64), read.steps("data.height", 64)
    batches, milestones = read.steps("data.batch_size", 1), read.steps("data.resolution_milestones", 0)
    if widths != heights or len(widths) > 2:
        raise ConfigError(f"{path}: expected square views with at most one change of resolution, got {widths}")
    low, high = zoom_range(
        radius, read.pair("data.camera_distance_range", (1.0, 1.5)), read.pair("data.fovy_range", (40.0, 70.0))
    )
    elevation = read.pair("data.elevation_range", (-10.0, 90.0))
    plain = read.get("system.material_type", "diffuse-with-point-light-material") == "no-material"
    soft = bool(read.get("system.material.soft_shading", False))
    prior = str(read.get("system.guidance.pretrained_model_name_or_path", ""))
    model = find_known(prior)
    prompt = read.get("system.prompt_processor.prompt", "???")
    perp_neg = bool(read.get("system.prompt_processor.use_perp_neg", False))
    return replace(
        PAPER,
        prompt="a preset" if prompt in ("???", None) else str(prompt),
        negative=str(read.get("system.prompt_processor.negative_prompt", "") or ""),
        preset=path.stem,
        prior=model.name if model else prior,
        steps=total,
        camera=CameraConfig(
            views=int(batches[0]),
            elevation_min_deg=max(-89.0, elevation[0]),
            elevation_max_deg=min(89.0, elevation[1]),
            zoom_min=low,
            zoom_max=high,
        ),
        light=LightConfig(
            albedo_share=1.0 if plain else 1 - read.number("system.material.diffuse_prob", 0.75),
            albedo_until=min(1.0, read.number("system.material.ambient_only_steps", 1000) / total),
            textureless_share=read.number("system.material.textureless_prob", 0.5),
            ambient_min=0.0 if soft else 0.1,
            ambient_max=1.0 if soft else 0.1,
            white_share=0.0,
            gray_share=0.0,
            placement=read.get("data.light_sample_strategy", "dreamfusion"),
        ),
        guidance=_guidance(read, GUIDANCES[guidance_type], perp_neg, total),
        text=TextConfig(
            view_prompts="interpolated" if perp_neg else "discrete",
            front_deg=read.number("system.prompt_processor.front_threshold", 45.0),
            back_deg=read.number("system.prompt_processor.back_threshold", 45.0),
            overhead_deg=read.number("system.prompt_processor.overhead_threshold", 60.0),
            perp_neg=perp_neg,
            debias=bool(read.get("system.prompt_processor.use_prompt_debiasing", False)),
        ),
        field=_field(read, radius),
        render=RenderConfig(
            resolution=int(widths[0]),
            resolution_late=int(widths[1]) if len(widths) > 1 else 0,
            late_from=min(1.0, milestones[0] / total) if len(widths) > 1 else 1.0,
            step_size=2 * math.sqrt(3) / read.number("system.renderer.num_samples_per_ray", 512),
            normals="finite_difference",
            grid_every=16,
            grid_warmup=16,
        ),
        optim=_optim(read, total),
        regular=RegularConfig(
            opacity_binarization=0.0,
            sparsity_root=read.ramp("system.loss.lambda_sparsity", 0.0, total),
            opacity_entropy=read.ramp("system.loss.lambda_opaque", 0.0, total),
            orientation=read.ramp("system.loss.lambda_orient", 0.0, total),
            z_variance=read.ramp("system.loss.lambda_z_variance", 0.0, total),
        ),
        save=SaveConfig(
            checkpoint_every=500, preview_every=max(1, int(read.number("trainer.val_check_interval", 200)))
        ),
    )


def _guidance(read: _Reader, method: str, perp_neg: bool, total: int) -> GuidanceConfig:
    scale = read.number("system.guidance.guidance_scale", {"sds": 100.0, "vsd": 7.5, "sdi": 7.5}[method])
    inversion = read.number("system.guidance.inversion_guidance_scale", -7.5)
    if method != "vsd" and not perp_neg:
        # There threestudio counts from the conditional prediction, here it is from the unconditional one.
        scale, inversion = scale + 1, inversion + 1
    late = read.get("system.guidance.max_step_percent", 0.98)
    t_max = read.number("system.guidance.max_step_percent", 0.98)
    changes = isinstance(late, list) and len(late) == 4
    images = bool(read.get("system.guidance.use_img_loss", False))
    weight = read.number(f"system.loss.lambda_{method}", 1.0)
    lora = read.number("system.optimizer.params.guidance.lr", 1e-4)
    read.get("system.loss.lambda_lora", 1.0)  # its optimiser is one of its own here, and Adam does not see the factor
    anneal = "linear" if read.get("system.guidance.t_anneal", False) else "random"
    anneal = "sqrt" if read.get("system.guidance.sqrt_anneal", False) else anneal
    return GuidanceConfig(
        method="hifa" if images and method == "sds" else method,  # type: ignore[arg-type]
        scale=scale,
        weighting=read.get("system.guidance.weighting_strategy", "sds"),
        weight=weight / 16384 if method == "sdi" else weight,
        reduction="images",
        clip=read.number("system.guidance.grad_clip", 0.0),
        t_min=read.number("system.guidance.min_step_percent", 0.02),
        t_max=t_max,
        t_jitter=0.0,
        t_max_late=float(late[2]) if changes else 0.0,
        t_late_from=min(1.0, late[3] / total) if changes else 1.0,
        anneal=anneal,  # type: ignore[arg-type]
        clock="prior",
        image_weight=read.number("system.loss.lambda_sds_img", 0.01),
        inversion_scale=inversion,
        inversion_steps=int(read.number("system.guidance.inversion_n_steps", 10)),
        inversion_eta=read.number("system.guidance.inversion_eta", 0.3),
        lora_lr=lora,
    )


def _field(read: _Reader, radius: float) -> FieldConfig:
    encoding = "system.geometry.pos_encoding_config"
    kind = read.get(f"{encoding}.otype", "HashGrid")
    if kind not in ("HashGrid", "ProgressiveBandHashGrid"):
        raise ConfigError(f"{encoding}.otype {kind!r} is not supported; HashGrid and ProgressiveBandHashGrid are")
    levels = int(read.number(f"{encoding}.n_levels", 16))
    base = int(read.number(f"{encoding}.base_resolution", 16))
    growth = read.number(f"{encoding}.per_level_scale", 1.447269237440378)
    return FieldConfig(
        levels=levels,
        features=int(read.number(f"{encoding}.n_features_per_level", 2)),
        base_resolution=base,
        max_resolution=min(4096, max(base, round(base * growth ** (levels - 1)))),
        log2_table=int(read.number(f"{encoding}.log2_hashmap_size", 19)),
        hidden=64,
        hidden_layers=1,
        blob_height=read.number("system.geometry.density_blob_scale", 10.0),
        blob_radius=read.number("system.geometry.density_blob_std", 0.5) / radius,
    )


def _optim(read: _Reader, total: int) -> OptimConfig:
    base = read.number("system.optimizer.args.lr", 0.01)
    geometry = read.number("system.optimizer.params.geometry.lr", base)
    encoding = "system.geometry.pos_encoding_config"
    progressive = read.get(f"{encoding}.otype", "HashGrid") == "ProgressiveBandHashGrid"
    betas = read.pair("system.optimizer.args.betas", (0.9, 0.99))
    network = read.number("system.optimizer.params.geometry.density_network.lr", geometry)
    read.get("system.optimizer.params.geometry.feature_network.lr", network)  # one network here
    return OptimConfig(
        lr_encoding=read.number("system.optimizer.params.geometry.encoding.lr", geometry),
        lr_network=network,
        warmup=0,
        decay_from=1.0,
        decay_to=1.0,
        beta1=betas[0],
        beta2=betas[1],
        start_level=int(read.number(f"{encoding}.start_level", 0)) if progressive else 0,
        level_from=min(1.0, read.number(f"{encoding}.start_step", 0) / total),
        level_every=max(1e-6, min(1.0, read.number(f"{encoding}.update_steps", 500) / total)),
    )


def _flatten(values: Mapping[str, Any], start: str = "") -> list[tuple[str, Any]]:
    """Dotted keys and leaves."""
    flat: list[tuple[str, Any]] = []
    for key, value in values.items():
        name = f"{start}{key}"
        if isinstance(value, Mapping):
            flat += _flatten(value, f"{name}.")
        else:
            flat.append((name, value))
    return flat
