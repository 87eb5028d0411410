"""Recipes by name, or from threestudio's configuration files, for those with one volume or signed distance.

Its schedules [start, v0, v1, end] become ramps or parts of the run. Every key is accounted for: used, HARMLESS, without
a counterpart here (IGNORED), or unknown; the last two are listed, so that nothing that counts is dropped in silence.
"""

import math
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.recipes import PAPER, RECIPES, ZERO123, zoom_range
from bozzetto.jobs.config.run_config import (
    CameraConfig,
    GuidanceConfig,
    HubConfig,
    LightConfig,
    NovelViewConfig,
    OptimConfig,
    Ramp,
    RegularConfig,
    RenderConfig,
    RunConfig,
    SaveConfig,
    TextConfig,
)
from bozzetto.jobs.config.yaml_file import read_yaml
from bozzetto.nerf.field_config import MAX_SHARPNESS, FieldConfig
from bozzetto.sds.methods.config import METHODS
from bozzetto.sds.pretrained.known import find_known

MAX_ZOOM = 20.0
"""Views closer than this show no object: the cameras are inside of it."""
LARGEST = 1e9
"""Greatest number that a key of a file may hold."""
SYSTEMS = (
    "dreamfusion-system", "magic3d-system", "prolificdreamer-system", "sdi-system", "zero123-system",
    "zero123-simple-system", "magic123-system", "image-condition-dreamfusion-system", "efficient-dreamfusion-system",
    "textmesh-system", "latentnerf-system", "sjc-system",
)  # fmt: skip
UNLIT = ("no-material", "sd-latent-adapter-material")
"""Materials without light."""
LATENT_SYSTEMS = ("latentnerf-system", "sjc-system")
"""Those whose field is one of latents."""
PICTURED_SYSTEMS = ("zero123-system", "zero123-simple-system", "magic123-system", "image-condition-dreamfusion-system")
"""Those that begin from a picture, with the cameras of the other views in `data.random_camera`."""
GUIDANCES = {
    "stable-diffusion-guidance": "sds",
    "deep-floyd-guidance": "sds",
    "stable-diffusion-vsd-guidance": "vsd",
    "stable-diffusion-sdi-guidance": "sdi",
    "stable-diffusion-unified-guidance": "unified",
    "zero123-guidance": "zero123",
    "stable-zero123-guidance": "zero123",
    "zero123-unified-guidance": "zero123-unified",
}
STABLE_ZERO123 = "ashawkey/stable-zero123-diffusers"
"""The weights of Stable Zero123 in the layout that is read; threestudio's own are pickled."""
UNIFIED_ZERO123 = "bennyguo/zero123-diffusers"
"""What that guidance takes where the file names none."""
LACKING = {
    "co3d": "pictures of a scene with their cameras",
    "control4d": "a field that moves and pictures of a scene",
    "fantasia3d": "a deformable tetrahedral mesh (DMTet) as geometry",
    "instructnerf2nerf": "pictures of a scene that are edited",
    "tetrahedra-sdf-grid": "a deformable tetrahedral mesh (DMTet), which this stage refines",
}
"""Beginnings of kinds of systems, geometries and data -> what such a recipe needs that is not here."""
EVEN_SAMPLES = 512
"""Along a ray, as threestudio has them by default."""
GEOMETRIES = ("implicit-volume", "implicit-sdf", "volume-grid")
ENCODINGS = ("HashGrid", "ProgressiveBandHashGrid")
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
        "data.random_camera.batch_uniform_azimuth",
        "data.random_camera.eval_batch_size",
        "data.random_camera.eval_camera_distance",
        "data.random_camera.eval_elevation_deg",
        "data.random_camera.eval_fovy_deg",
        "data.random_camera.eval_height",
        "data.random_camera.eval_width",
        "data.random_camera.light_distance_range",
        "data.random_camera.n_test_views",
        "data.random_camera.n_val_views",
        "data.requires_depth",
        "data.requires_normal",
        "data.light_distance_range",
        "data.n_test_views",
        "data.n_val_views",
        "data_type",
        "exp_root_dir",
        "name",
        "seed",
        "system.exporter.context_type",
        "system.exporter.fmt",
        "system.exporter.save_uv",
        "system.exporter_type",
        "system.geometry.isosurface_coarse_to_fine",
        "system.geometry.mlp_network_config.activation",
        "system.geometry.mlp_network_config.otype",
        "system.geometry.mlp_network_config.output_activation",
        "system.geometry.isosurface_resolution",
        "system.geometry.isosurface_threshold",
        "system.geometry.normal_type",
        "system.freq.guidance_eval",
        "system.geometry.isosurface_method",
        "system.guidance.cond_azimuth_deg",
        "system.guidance.cond_camera_distance",
        "system.guidance.cond_elevation_deg",
        "system.guidance.cond_image_path",
        "system.guidance.enable_sdi",
        "system.guidance.half_precision_weights",
        "system.guidance.pretrained_config",
        "system.guidance.return_rgb_1step_orig",
        "system.loss.center_ratio",
        "system.loss.emptiness_scale",
        "system.scheduler.interval",
        "system.subpixel_rendering",
        "system.guidance.vram_O",
        "system.guidance.vsd_use_camera_condition",
        "system.guidance_3d.cond_azimuth_deg",
        "system.guidance_3d.cond_camera_distance",
        "system.guidance_3d.cond_elevation_deg",
        "system.guidance_3d.cond_image_path",
        "system.guidance_3d.half_precision_weights",
        "system.guidance_3d.vram_O",
        "system.loggers.wandb.enable",
        "system.loggers.wandb.name",
        "system.loggers.wandb.project",
        "system.material.ambient_only_on_test",
        "system.material.color_activation",
        "system.material.n_output_dims",
        "system.material.requires_normal",
        "system.optimizer.args.eps",
        "system.renderer.eval_chunk_size",
        "system.prompt_processor.pretrained_model_name_or_path",
        "system.prompt_processor_type",
        "system.renderer.base_renderer.radius",
        "system.renderer.base_renderer_type",
        "system.renderer.radius",
        "system.renderer.return_comp_normal",
        "system.renderer.return_normal_perturb",
        "system.renderer_type",
        "system.stage",
        "system_type",
        "tag",
        "trainer.enable_progress_bar",
        "trainer.limit_val_batches",
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
        # Of the picture's own view, which has the other views' distance, field of view and size here, and is the front.
        "data.default_azimuth_deg",
        "data.default_camera_distance",
        "data.default_fovy_deg",
        "data.height",
        "data.random_camera.azimuth_range",
        "data.random_camera.camera_perturb",
        "data.random_camera.center_perturb",
        "data.random_camera.light_position_perturb",
        "data.random_camera.progressive_until",
        "data.random_camera.up_perturb",
        "data.resolution_milestones",
        "data.width",
        "data.center_perturb",
        "data.light_position_perturb",
        "data.progressive_until",
        "data.up_perturb",
        "system.background_type",
        "system.geometry.density_activation",
        "system.geometry.finite_difference_normal_eps",
        "system.guidance.pretrained_model_name_or_path_lora",
        "system.prompt_processor.view_dependent_prompt_front",
        "system.guidance.vsd_phi_model_name_or_path",
        "system.freq.n_ref",
        "system.freq.ref_only_steps",
        "system.loss.lambda_3d_normal_smooth",
        "system.loss.lambda_convex",
        "system.loss.lambda_depth",
        "system.loss.lambda_depth_rel",
        "system.loss.lambda_normal",
        "system.loss.lambda_vsd_img",
        "system.material.albedo_activation",
        "system.optimizer.args.foreach",
        "system.optimizer.args.max_grad_norm",
        "system.optimizer.args.weight_decay",
        "system.optimizer.params.background.lr",
        "system.optimizer.params.background.network.lr",
        "system.renderer.far_plane",
        "system.renderer.grid_prune",
        "system.renderer.near_plane",
        "system.renderer.num_samples_per_ray_importance",
        "system.renderer.num_samples_per_ray_proposal",
        "system.renderer.patch_size",
        "trainer.precision",
    )
)

IGNORED_GROUPS = ("system.background.", "system.renderer.prop_", "system.renderer.proposal_network_config.")
"""Beginnings of such keys."""


class _Reader:
    """A nested mapping, read by dotted key, that remembers what was read."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._flat = _interpolated(dict(_flatten(values)))
        self._read: set[str] = set()
        self._many: set[str] = set()
        self.notes: list[str] = []
        """What of it is taken otherwise than it says."""

    def get(self, key: str) -> Any:
        """The value at a key, of whatever kind; None where there is none."""
        self._read.add(key)
        return self._flat.get(key)

    def text(self, key: str, default: str) -> str:
        """Text at a key; empty where the file says null."""
        value = self.get(key)
        if key not in self._flat:
            return default
        if value is not None and not isinstance(value, str):
            raise ConfigError(f"{key}: expected text, got {value!r:.60}")
        return value or ""

    def choice(self, key: str, default: str, known: Iterable[str]) -> str:
        """One of several words at a key."""
        value = self.text(key, default)
        if value not in known:
            raise ConfigError(f"{key} {value!r:.60} is not supported; {', '.join(known)} are{_lacks(value)}")
        return value

    def flag(self, key: str) -> bool:
        """True or false at a key; by default false."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            raise ConfigError(f"{key}: expected true or false, got {value!r:.60}")
        return bool(value)

    def number(self, key: str, default: float, low: float = -LARGEST, high: float = LARGEST) -> float:
        """A number at a key; of a schedule, its first value."""
        value = self.get(key)
        value = default if value is None else value
        schedule = self.schedule(key)
        first = value[0] if isinstance(value, list) and value else value
        return self._number(key, first if schedule is None else schedule[1], low, high)

    def whole(self, key: str, default: int, low: int = 0, high: int = 1_000_000) -> int:
        """A whole number at a key."""
        value = self.number(key, default, low, high)
        if value != int(value):
            raise ConfigError(f"{key}: expected a whole number, got {value:g}")
        return int(value)

    def pair(self, key: str, default: tuple[float, float], low: float = -LARGEST) -> tuple[float, float]:
        """A range of two numbers, each at least `low`."""
        value = self.get(key)
        value = list(default) if value is None else value
        if not isinstance(value, list) or len(value) != 2:
            raise ConfigError(f"{key}: expected [low, high], got {value!r:.60}")
        first, last = (self._number(key, item, low, LARGEST) for item in value)
        return first, last

    def ramp(self, key: str, default: float, total: int) -> Ramp:
        """A number, or threestudio's [start, v0, v1, end] in steps."""
        schedule = self.schedule(key)
        if schedule is not None:
            start, first, last, end = schedule
            return Ramp(first, last, min(1.0, start / total), min(1.0, end / total))
        number = self.number(key, default, 0.0)
        return Ramp(number, number)

    def schedule(self, key: str) -> tuple[float, ...] | None:
        """threestudio's [start, v0, v1, end] in steps, also [v0, v1, end] and [start, v0, v1, end, v2, end, ...]; None
        where the key holds no such list."""
        value = self.get(key)
        if not isinstance(value, list) or not (len(value) in (3, 4) or (len(value) > 5 and len(value) % 2 == 0)):
            return None
        items = [self._number(key, item, 0.0, LARGEST) for item in ([0, *value] if len(value) == 3 else value)]
        if len(items) > 4 and key not in self._many:
            self._many.add(key)
            self.notes.append(f"{key} goes straight from {items[1]:g} to {items[-2]:g}, without the values between")
        return *items[:2], *items[-2:]

    def steps(self, key: str, default: int, low: int, high: int) -> list[int]:
        """A whole number for each resolution milestone."""
        value = self.get(key)
        items = value if isinstance(value, list) else [default if value is None else value]
        numbers = [self._number(key, item, low, high) for item in items]
        if any(number != int(number) for number in numbers):
            raise ConfigError(f"{key}: expected whole numbers, got {value!r:.60}")
        return [int(number) for number in numbers]

    def _number(self, key: str, value: Any, low: float, high: float) -> float:
        if isinstance(value, str):
            # YAML 1.1 takes 1.e-15 and 1e-4 for text.
            try:
                value = float(value)
            except ValueError:
                raise ConfigError(f"{key}: expected a number, got {value!r:.60}") from None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ConfigError(f"{key}: expected a number, got {value!r:.60}")
        if not low <= value <= high:
            raise ConfigError(f"{key}: expected a number between {low:g} and {high:g}, got {value:g}")
        return float(value)

    def left(self) -> tuple[list[str], list[str]]:
        """(known keys without a counterpart, unknown keys), of those that were not read and do count."""
        rest = [key for key in self._flat if key not in self._read and key not in HARMLESS]
        known = [key for key in rest if key in IGNORED or key.startswith(IGNORED_GROUPS)]
        return known, [key for key in rest if key not in known]


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
    if where.endswith((".yaml", ".yml")) or os.path.isfile(where):
        return read_recipe(Path(os.path.expanduser(where)))
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
    values = read_yaml(path)
    if not isinstance(values, Mapping) or "system" not in values or "system_type" not in values:
        raise ConfigError(f"{path} is no threestudio recipe: expected the keys system_type, system, data and trainer")
    if values["system_type"] not in SYSTEMS:
        raise ConfigError(
            f"{path}: system_type {values['system_type']!r:.60} is not supported; {', '.join(SYSTEMS)} are"
            + _lacks(str(values["system_type"]))
        )
    for group in ("system", "data", "trainer"):
        if not isinstance(values.get(group, {}), Mapping):
            raise ConfigError(f"{path}: {group} should hold keys, got {values[group]!r:.60}")
    reader = _Reader(values)
    try:
        config = _convert(reader, path)
    except ConfigError as error:
        raise error if str(path) in str(error) else ConfigError(f"{path}: {error}") from error
    except ValueError as error:
        # What the dataclasses of the field and the mesh check themselves.
        raise ConfigError(f"{path}: {error}") from error
    ignored, unknown = reader.left()
    messages = [f"{path.name}: {note}" for note in reader.notes]
    messages += [f"{path.name}: unknown key {key}" for key in unknown]
    if ignored:
        messages.append(f"{path.name}: no counterpart here: {', '.join(ignored)}")
    return config, messages


def _convert(read: _Reader, path: Path) -> RunConfig:
    geometry = read.choice("system.geometry_type", "implicit-volume", GEOMETRIES)
    signed = geometry == "implicit-sdf"
    guidance_type = read.choice("system.guidance_type", "", GUIDANCES)
    total = read.whole("trainer.max_steps", 10_000, 1)
    radius = read.number("system.geometry.radius", 1.0, 1e-3)
    system = read.text("system_type", "")
    if geometry == "volume-grid" and system != "sjc-system":
        raise ConfigError("system.geometry_type 'volume-grid' is read of sjc-system alone")
    latents = _latents(read, system, geometry, total) if system in LATENT_SYSTEMS else 0.0
    if 0 < latents < 1:
        total *= 2
    pictured, magic = system in PICTURED_SYSTEMS, system == "magic123-system"
    continues = GUIDANCES[guidance_type].startswith("zero123")
    if lacking := _lacks(read.text("data_type", "")):
        raise ConfigError(f"data_type {read.text('data_type', '')!r:.60} is not supported{lacking}")
    data = "data.random_camera" if pictured else "data"
    widths, heights = read.steps(f"{data}.width", 64, 1, 2048), read.steps(f"{data}.height", 64, 1, 2048)
    if system == "efficient-dreamfusion-system":
        # As many rays are rendered, and scaled to what the prior sees.
        widths = read.steps(f"{data}.sample_width", 64, 1, 2048)
        heights = read.steps(f"{data}.sample_height", 64, 1, 2048)
        read.notes.append(f"views are rendered with its sample_width of {widths[0]} pixels, evenly spread")
    batches = read.steps(f"{data}.batch_size", 1, 1, 64)
    milestones = read.steps(f"{data}.resolution_milestones", 0, 0, 1_000_000)
    if pictured:
        if len(widths) > 2 or len(batches) > 1:
            views = (batches[1:2] or batches)[0]
            read.notes.append(f"of its sizes of views {widths} the first two are taken, with {views} views each")
        widths, heights, milestones = widths[:2], heights[:2], milestones[:1]
        batches = batches[1:2] or batches
    if not widths or not batches:
        raise ConfigError(f"{path}: data.width and data.batch_size need a value, got {widths} and {batches}")
    if widths != heights or len(widths) > 2:
        raise ConfigError(f"{path}: expected square views with at most one change of resolution, got {widths}")
    if len(widths) > 1 and not milestones:
        raise ConfigError(f"{path}: data.resolution_milestones: expected the step at which the views change")
    distances = read.pair(f"{data}.camera_distance_range", (1.0, 1.5), 1e-3)
    fovies = read.pair(f"{data}.fovy_range", (40.0, 70.0), 1.0)
    if max(fovies) > 170:
        raise ConfigError(f"{path}: data.fovy_range: expected degrees between 1 and 170, got {list(fovies)}")
    low, high = zoom_range(radius, distances, fovies)
    if high > MAX_ZOOM:
        raise ConfigError(
            f"{path}: data.camera_distance_range {list(distances)} at a radius of {radius:g}: cameras stand inside "
            "of a scene; here they look at an object from outside"
        )
    lit = _ambient(read)
    elevation = read.pair(f"{data}.elevation_range", (-10.0, 90.0))
    plain = read.text("system.material_type", "diffuse-with-point-light-material") in UNLIT
    soft = read.flag("system.material.soft_shading")
    prior = read.text("system.guidance.pretrained_model_name_or_path", "")
    if continues:
        prior = _zero123(prior, guidance_type)
    model = find_known(prior)
    prompt = read.text("system.prompt_processor.prompt", "")
    perp_neg = read.flag("system.prompt_processor.use_perp_neg")
    guide = read.text("system.guide_shape", "") if system == "latentnerf-system" else ""
    field = replace(_field(read, radius), colors="latents" if latents else "rgb")
    return replace(
        PAPER,
        prompt="a preset" if prompt in ("???", "") else prompt,
        negative=read.text("system.prompt_processor.negative_prompt", ""),
        preset=path.stem,
        prior=model.name if model else prior,
        steps=total,
        camera=CameraConfig(
            views=batches[0],
            elevation_min_deg=max(-89.0, elevation[0]),
            elevation_max_deg=min(89.0, elevation[1]),
            zoom_min=low,
            zoom_max=high,
        ),
        light=LightConfig(
            albedo_share=1.0 if plain else 1 - read.number("system.material.diffuse_prob", 0.75),
            albedo_until=min(1.0, read.number("system.material.ambient_only_steps", 1000, 0) / total),
            textureless_share=read.number("system.material.textureless_prob", 0.5),
            ambient_min=0.0 if soft else lit,
            ambient_max=1.0 if soft else lit,
            white_share=1.0 if pictured else 0.0,
            gray_share=0.0,
            placement=read.choice(f"{data}.light_sample_strategy", "dreamfusion", ("dreamfusion", "magic3d")),  # type: ignore[arg-type]
        ),
        guidance=replace(_guidance(read, GUIDANCES[guidance_type], perp_neg, total), latent_until=latents),
        novel_view=_novel_view(read) if magic else NovelViewConfig(),
        text=TextConfig(
            # A picture's prior reads no words.
            view_prompts="off" if continues else "interpolated" if perp_neg else "discrete",
            front_deg=read.number("system.prompt_processor.front_threshold", 45.0),
            back_deg=read.number("system.prompt_processor.back_threshold", 45.0),
            overhead_deg=read.number("system.prompt_processor.overhead_threshold", 60.0),
            perp_neg=perp_neg,
            debias=read.flag("system.prompt_processor.use_prompt_debiasing"),
        ),
        field=_signed(read, radius, field) if signed else field,
        render=RenderConfig(
            resolution=widths[0],
            resolution_late=widths[1] if len(widths) > 1 else 0,
            late_from=min(1.0, milestones[0] / total) if len(widths) > 1 else 1.0,
            step_size=2 * math.sqrt(3) / _samples_per_ray(read),
            normals="finite_difference",
            grid_every=16,
            grid_warmup=16,
        ),
        optim=_optim(read, total, geometry),
        regular=RegularConfig(
            opacity_binarization=0.0,
            sparsity_root=read.ramp("system.loss.lambda_sparsity", 0.0, total),
            opacity_entropy=read.ramp("system.loss.lambda_opaque", 0.0, total),
            orientation=read.ramp("system.loss.lambda_orient", 0.0, total),
            z_variance=read.ramp("system.loss.lambda_z_variance", 0.0, total),
            normal_smoothness=read.ramp(_smoothness_key(system), 0.0, total),
            guide_shape=read.ramp("system.loss.lambda_shape", 0.0, total) if guide else Ramp(),
            guide_mesh="" if guide in ("", "???") else guide,
            emptiness=read.ramp("system.loss.lambda_emptiness", 0.0, total),
            eikonal=read.ramp("system.loss.lambda_eikonal", 0.0, total) if signed else Ramp(),
            picture_color=read.ramp("system.loss.lambda_rgb", 0.0, total) if pictured else Ramp(0.0, 0.0),
            picture_mask=read.ramp("system.loss.lambda_mask", 0.0, total) if pictured else Ramp(0.0, 0.0),
        ),
        hub=_picture(read) if pictured else HubConfig(),
        save=SaveConfig(checkpoint_every=500, preview_every=max(1, read.whole("trainer.val_check_interval", 200))),
    )


def _picture(read: _Reader) -> HubConfig:
    """The picture that Zero123 continues; `???` is one that is still to be given."""
    image = read.text("data.image_path", "")
    elevation = read.number("data.default_elevation_deg", 0.0, -89.0, 89.0)
    return HubConfig(image="" if image == "???" else image, image_elevation_deg=elevation)


def _ambient(read: _Reader) -> float:
    """The share of ambient light in shaded views; colours of lights are gray here."""
    ambient, lamp = (read.get(f"system.material.{kind}_light_color") for kind in ("ambient", "diffuse"))
    if ambient is None and lamp is None:
        return 0.1
    numbers = [value for values in (ambient, lamp) if isinstance(values, list) for value in values]
    if len(numbers) != 6 or not all(isinstance(value, int | float) and 0 <= value <= 1 for value in numbers):
        raise ConfigError("system.material: expected ambient_light_color and diffuse_light_color, each [r, g, b] to 1")
    share = float(sum(numbers[:3]) / 3)
    if any(value != share for value in numbers[:3]) or any(abs(value - 1 + share) > 1e-6 for value in numbers[3:]):
        read.notes.append(f"its light is taken as {share:.0%} gray ambient light and the rest a gray lamp")
    return share


def _smoothness_key(system: str) -> str:
    """The weight of the smoothness of rendered normals, which systems call otherwise."""
    two = ("zero123-simple-system", "magic123-system")
    return f"system.loss.lambda_normal_smooth{'ness_2d' if system in two else ''}"


def _zero123(prior: str, guidance_type: str) -> str:
    """The weights of a guidance by Zero123, in a layout that is read."""
    if not prior and guidance_type == "zero123-unified-guidance":
        return UNIFIED_ZERO123
    if not prior or prior.endswith(".ckpt"):
        return STABLE_ZERO123 if guidance_type.startswith("stable") else ZERO123.prior
    return prior


def _novel_view(read: _Reader) -> NovelViewConfig:
    """The second guidance of Magic123."""
    guidance = "system.guidance_3d"
    kinds = tuple(kind for kind, method in GUIDANCES.items() if method.startswith("zero123"))
    kind = read.choice(f"{guidance}_type", "", kinds)
    unified = GUIDANCES[kind].endswith("unified")
    if unified:
        read.choice(f"{guidance}.guidance_type", "sds", ("sds",))
    read.choice(f"{guidance}.weighting_strategy", "dreamfusion", ("dreamfusion",))
    return NovelViewConfig(
        prior=_zero123(read.text(f"{guidance}.pretrained_model_name_or_path", ""), kind),
        weight=read.number(f"system.loss.lambda_3d_{'sd' if unified else 'sds'}", 1.0, 0.0),
        scale=read.number(f"{guidance}.guidance_scale", 5.0 if unified else 3.0),
        t_min=read.number(f"{guidance}.min_step_percent", 0.02),
        t_max=read.number(f"{guidance}.max_step_percent", 0.98),
    )


def _guidance(read: _Reader, method: str, perp_neg: bool, total: int) -> GuidanceConfig:
    pictured, unified = method.startswith("zero123"), method.endswith("unified")
    if pictured and not unified:
        method = "sds"
    if unified:
        method = read.choice("system.guidance.guidance_type", "sds", ("sds", "vsd"))
        read.get("system.loss.lambda_train_phi")  # as lambda_lora below
    usual = 3.0 if pictured else 100.0 if unified else {"sds": 100.0, "vsd": 7.5, "sdi": 7.5}[method]
    scale = read.number("system.guidance.guidance_scale", usual)
    inversion = read.number("system.guidance.inversion_guidance_scale", -7.5)
    if method != "vsd" and not perp_neg and not unified and not pictured:
        # There threestudio counts from the conditional prediction, here it is from the unconditional one.
        scale, inversion = scale + 1, inversion + 1
    late = read.schedule("system.guidance.max_step_percent")
    t_max = read.number("system.guidance.max_step_percent", 0.98)
    earliest = read.schedule("system.guidance.min_step_percent") if pictured else None
    images = read.flag("system.guidance.use_img_loss")
    loss = "sd" if unified else method
    weight = read.number(f"system.loss.lambda_{loss}", 1.0)
    lora = read.number("system.optimizer.params.guidance.lr", 1e-4)
    read.get("system.loss.lambda_lora")  # its optimiser is one of its own here, and Adam does not see the factor
    anneal = "linear" if read.flag("system.guidance.t_anneal") else "random"
    anneal = "sqrt" if read.flag("system.guidance.sqrt_anneal") else anneal
    # All are read, so that none counts as unknown; a method takes its own.
    weightings = ("dreamfusion", "uniform", "fantasia3d") if unified else ("sds", "uniform", "fantasia3d")
    weighting = read.choice("system.guidance.weighting_strategy", weightings[0], weightings)
    if read.flag("system.guidance.use_sjc"):
        # -(D - y) / sigma of y = latents, D = y + sigma (eps - eps_hat): SDS of weight 1 (arXiv 2212.00774).
        weighting = "uniform"
    settings: dict[str, Any] = {
        "weighting": "sds" if weighting == "dreamfusion" else weighting,
        "image_weight": read.number(f"system.loss.lambda_{'sd' if unified else 'sds'}_img", 0.01),
        "inversion_scale": inversion,
        "inversion_steps": read.whole("system.guidance.inversion_n_steps", 10, 1),
        "inversion_eta": read.number("system.guidance.inversion_eta", 0.3),
        "lora_lr": lora,
    }
    kind = METHODS["hifa" if images and method == "sds" else method]
    return GuidanceConfig(
        method=kind(**{f.name: settings[f.name] for f in fields(kind) if f.name in settings}),
        scale=scale,
        weight=weight / 16384 if method == "sdi" else weight,
        reduction="images",
        clip=read.number("system.guidance.grad_clip", 0.0),
        # What has a schedule of its own there ends at its last value.
        t_min=earliest[2] if earliest is not None else read.number("system.guidance.min_step_percent", 0.02),
        t_max=t_max,
        t_jitter=0.0,
        t_max_late=late[2] if late is not None else 0.0,
        t_late_from=min(1.0, late[3] / total) if late is not None else 1.0,
        anneal=anneal,  # type: ignore[arg-type]
        clock="prior",
    )


def _field(read: _Reader, radius: float) -> FieldConfig:
    encoding = "system.geometry.pos_encoding_config"
    read.choice(f"{encoding}.otype", "HashGrid", ENCODINGS)
    levels = read.whole(f"{encoding}.n_levels", 16, 1, 32)
    base = read.whole(f"{encoding}.base_resolution", 16, 1, 4096)
    growth = read.number(f"{encoding}.per_level_scale", 1.447269237440378, 1.0, 16.0)
    height = read.number("system.geometry.density_blob_scale", 10.0)
    deviation = read.number("system.geometry.density_blob_std", 0.5, 1e-3)
    if read.get("system.geometry.density_bias") == "blob_dreamfusion":
        reach = math.sqrt(2 * math.log(max(height, math.e)))
        read.notes.append(f"its Gaussian ball begins as a cone of {reach * deviation:.3g}, where it has fallen to 1")
        deviation *= reach
    return FieldConfig(
        levels=levels,
        features=read.whole(f"{encoding}.n_features_per_level", 2, 1, 8),
        base_resolution=base,
        max_resolution=min(4096, max(base, round(base * growth ** (levels - 1)))),
        log2_table=read.whole(f"{encoding}.log2_hashmap_size", 19, 4, 24),
        hidden=read.whole("system.geometry.mlp_network_config.n_neurons", 64, 1, 256),
        hidden_layers=read.whole("system.geometry.mlp_network_config.n_hidden_layers", 1, 1, 8),
        blob_height=height,
        blob_radius=deviation / radius,
    )


def _latents(read: _Reader, system: str, geometry: str, total: int) -> float:
    """The share of the steps in which the prior is shown a field's latents as they are."""
    if read.whole("system.geometry.n_feature_dims", 4) != 4:
        raise ConfigError("system.geometry.n_feature_dims: expected 4, the channels of Stable Diffusion's latents")
    if system == "sjc-system":
        if geometry == "volume-grid":
            for key in ("geometry.grid_size", "geometry.density_bias", "optimizer.params.geometry.lr"):
                read.get(f"system.{key}")
            read.notes.append("its voxel grid is a hash grid with a small network here, with Latent-NeRF's rates")
        if not (read.flag("system.guidance.use_sjc") and read.flag("system.guidance.var_red")):
            raise ConfigError("system.guidance: expected use_sjc and var_red, the form in which SJC is SDS of weight 1")
        return 1.0
    if not read.flag("system.refinement"):
        return 1.0
    read.get("system.weights")
    read.get("system.weights_ignore_modules")
    read.notes.append(f"the stage whose weights it goes on from is made before it, by {total} steps in latents")
    return 0.5


def _signed(read: _Reader, radius: float, config: FieldConfig) -> FieldConfig:
    """A field of signed distances, which begins as a ball."""
    geometry = "system.geometry"
    kind = "sdf_bias" if read.get(f"{geometry}.sdf_bias") not in (None, 0.0) else "shape_init"
    if read.choice(f"{geometry}.{kind}", "sphere", ("sphere",)) and kind == "shape_init":
        read.get(f"{geometry}.force_shape_init")
        read.notes.append("its distances begin as a ball's by what is added to them, without steps of a fit")
    ball = read.number(f"{geometry}.{kind}_params", 0.5, 1e-3)
    # The standard deviation of NeuS and VolSDF alike is exp(-10 x).
    sharpness = math.exp(10 * read.number("system.renderer.learned_variance_init", 0.3, -1.0, 1.0)) * radius
    read.get("system.renderer.cos_anneal_end_steps")
    if not read.flag("system.renderer.use_volsdf"):
        read.notes.append("its density along a ray is taken as VolSDF's (arXiv 2106.12052) in the place of NeuS'")
    return replace(
        config, geometry="signed-distance", blob_radius=ball / radius, sharpness=min(sharpness, MAX_SHARPNESS)
    )


def _samples_per_ray(read: _Reader) -> int:
    """Evenly spaced samples along a ray."""
    base = read.text("system.renderer.base_renderer_type", "")  # of one that renders patches finer
    renderer = f"system.renderer{'.base_renderer' if base else ''}"
    key = f"{renderer}.num_samples_per_ray"
    if read.choice(f"{renderer}.estimator", "occgrid", ("occgrid", "importance", "proposal")) == "occgrid":
        return read.whole(key, EVEN_SAMPLES, 8, 7000)
    few = read.whole(key, EVEN_SAMPLES, 8, 7000)
    read.notes.append(
        f"its {few} samples a ray lie where a first look finds something; here they are {EVEN_SAMPLES}, evenly spaced, "
        "less those in empty cells"
    )
    return EVEN_SAMPLES


def _optim(read: _Reader, total: int, geometry: str) -> OptimConfig:
    name = read.text("system.optimizer.name", "Adam")
    if name not in ("Adam", "AdamW"):
        read.notes.append(f"its optimiser is {name}; Adam takes its place")
    base = read.number("system.optimizer.args.lr", 0.01)
    # A voxel grid's rate is no network's.
    rate = 0.01 if geometry == "volume-grid" else read.number("system.optimizer.params.geometry.lr", base)
    encoding = "system.geometry.pos_encoding_config"
    progressive = read.text(f"{encoding}.otype", "HashGrid") == "ProgressiveBandHashGrid"
    betas = read.pair("system.optimizer.args.betas", (0.9, 0.99))
    signed = read.get("system.optimizer.params.geometry.sdf_network.lr") is not None
    name = "sdf_network" if signed else "density_network"
    network = read.number(f"system.optimizer.params.geometry.{name}.lr", rate)
    if signed and read.number("system.optimizer.params.renderer.lr", network) != network:
        read.notes.append("the sharpness of its surface has the network's learning rate")
    read.get("system.optimizer.params.geometry.feature_network.lr")  # one network here
    warmup, falls = _rates_over_time(read)
    return OptimConfig(
        lr_encoding=read.number("system.optimizer.params.geometry.encoding.lr", rate),
        lr_network=network,
        warmup=warmup,
        decay_from=warmup / total if falls else 1.0,
        decay_to=0.1 if falls else 1.0,
        beta1=betas[0],
        beta2=betas[1],
        start_level=read.whole(f"{encoding}.start_level", 0, 0, 32) if progressive else 0,
        level_from=min(1.0, read.number(f"{encoding}.start_step", 0, 0) / total),
        level_every=max(1e-6, min(1.0, read.number(f"{encoding}.update_steps", 500, 0) / total)),
    )


def _rates_over_time(read: _Reader) -> tuple[int, bool]:
    """Steps in which the rates grow, and whether they then fall to a tenth."""
    schedulers = read.get("system.scheduler.schedulers")
    if read.text("system.scheduler.name", "") != "SequentialLR" or not isinstance(schedulers, list):
        return 0, False
    names = [one.get("name") for one in schedulers if isinstance(one, Mapping)]
    if names != ["LinearLR", "ExponentialLR"]:
        return 0, False
    for key in ("milestones", "warmup_steps"):
        read.get(f"system.scheduler.{key}")
    read.notes.append("its learning rates fall to a tenth along a cosine, not exponentially")
    return read.whole("system.scheduler.warmup_steps", 100), True


def _lacks(kind: str) -> str:
    """What is missing for a kind of system or geometry, as the end of a sentence; empty where that is not known."""
    what = next((what for start, what in LACKING.items() if kind.startswith(start)), "")
    if not what:
        return ""
    instead = "; a finished mesh is painted by: bozzetto texture FILE PROMPT --prior NAME" if "DMTet" in what else ""
    return f". It needs {what}, which is not here{instead}"


def _interpolated(flat: dict[str, Any]) -> dict[str, Any]:
    """Values that are another key's, `${trainer.max_steps}`, as that key's; what is computed otherwise stays text."""

    def resolved(value: Any, left: int = 8) -> Any:  # one may lead to another
        if isinstance(value, list):
            return [resolved(item, left) for item in value]
        match = re.fullmatch(r"\$\{([\w.]+)\}", value) if isinstance(value, str) and left else None
        return value if match is None or match[1] not in flat else resolved(flat[match[1]], left - 1)

    return {key: resolved(value) for key, value in flat.items()}


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
