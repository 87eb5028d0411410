"""What a run is asked to do: one frozen dataclass per stage, presets as objects, JSON there and back.

A default stands here and nowhere else. Angles that a person sets are in degrees and say so; after this, radians.
"""

import dataclasses
import difflib
import functools
import math
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.json_file import parse_json
from bozzetto.jobs.config.prompts import check_prompt
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.language.table import check_language
from bozzetto.sds.methods.config import METHODS, X0, Method

MAX_TEXT = 4096
"""Bytes of a name or path in a configuration, as many as a path may have."""


def _in(default: Any, low: float, high: float) -> Any:
    """A number field whose value must lie in [low, high]."""
    return field(default=default, metadata={"low": low, "high": high})


@dataclass(frozen=True)
class Ramp:
    """A number that changes linearly over a part of the run: `begin` up to `start`, `end` from `until` on."""

    begin: float = _in(0.0, 0.0, 1e6)
    """Value at first."""
    end: float = _in(0.0, 0.0, 1e6)
    """Value at last."""
    start: float = _in(0.0, 0.0, 1.0)
    """Part of the run at which it begins to change."""
    until: float = _in(0.0, 0.0, 1.0)
    """Part of the run at which it has changed."""

    def at(self, progress: float) -> float:
        """The value at a part of the run that is done, in [0, 1]."""
        if progress >= self.until:
            return self.end
        if progress <= self.start:
            return self.begin
        return self.begin + (self.end - self.begin) * (progress - self.start) / (self.until - self.start)


@dataclass(frozen=True)
class CameraConfig:
    """Where the training views are taken from."""

    views: int = _in(4, 1, 64)
    """Views a step; their azimuths lie 360 / views degrees apart, turned at random together."""
    azimuth_jitter_deg: float = _in(20.0, 0.0, 180.0)
    """Each azimuth moves by up to this, either way."""
    together: int = _in(1, 1, 64)
    """Views that go round the object together at one elevation and zoom, evenly and without jitter; with one time for
    each such group. 4 is what multi-view priors were taught."""
    elevation_min_deg: float = _in(-8.0, -89.0, 89.0)
    """Lowest elevation; positive is above."""
    elevation_max_deg: float = _in(45.0, -89.0, 89.0)
    """Highest elevation."""
    crop_share: float = _in(0.0, 0.0, 1.0)
    """Share of views that are crops at twice the scale, once they begin; the embedded prior is trained on both."""
    crop_from: float = _in(0.2, 0.0, 1.0)
    """Part of the run after which close views begin."""
    zoom_min: float = _in(1.0, 0.05, 20.0)
    """Least magnification of the views, drawn anew for each, where it differs from the greatest."""
    zoom_max: float = _in(1.0, 0.05, 20.0)
    """Greatest magnification; 1 frames the object's sphere."""


@dataclass(frozen=True)
class LightConfig:
    """Light and background of the training views; the prior is conditioned on both."""

    albedo_share: float = _in(1.0, 0.0, 1.0)
    """Share of views without shading (ambient 1), which need no normals."""
    ambient_min: float = _in(0.1, 0.0, 1.0)
    """Least share of ambient light in shaded views."""
    ambient_max: float = _in(0.7, 0.0, 1.0)
    """Greatest share of ambient light in shaded views."""
    white_share: float = _in(0.2, 0.0, 1.0)
    """Share of views on a white background."""
    gray_share: float = _in(0.15, 0.0, 1.0)
    """Share of views on a gray background; the rest have a random colour."""
    placement: Literal["viewer", "dreamfusion", "magic3d"] = "viewer"
    """Where light comes from: `viewer`, as the embedded prior was taught; `dreamfusion`, the camera's direction plus a
    normal deviate; `magic3d`, within 60 degrees of the line of sight."""
    albedo_until: float = _in(0.0, 0.0, 1.0)
    """Part of the run in which no view is shaded."""
    textureless_share: float = _in(0.0, 0.0, 1.0)
    """Share of shaded steps that show the shape in white instead of its colours."""


@dataclass(frozen=True)
class GuidanceConfig:
    """How the prior's opinion becomes a gradient."""

    method: Method = X0()
    """The distillation method with its own settings, see sds/methods; in config.json and `--set` its name, and its
    settings beside those that follow."""
    weight: float = _in(1.0, 0.0, 1e6)
    """Weight of the prior's gradient beside the regularisers."""
    reduction: Literal["pixels", "images"] = "pixels"
    """The prior's loss is a mean over pixels, or, as published weights of regularisers assume, an image's sum."""
    clip: float = _in(0.0, 0.0, 1e6)
    """Bound on each value of the gradient; 0 is none."""
    scale: float = _in(1.0, 0.0, 200.0)
    """Classifier-free guidance, uncond + scale * (cond - uncond). What the embedded prior predicts of a prompt is right
    as it is; more widens thin parts, for where it is half sure of one, the unconditional is less so."""
    away: float = _in(1.5, 0.0, 200.0)
    """Least scale where there is a negative prompt, which at 1 has no say."""
    t_max: float = _in(0.985, 0.01, 0.999)
    """Diffusion time at the first step."""
    t_min: float = _in(0.4, 0.001, 0.999)
    """Diffusion time at the last step."""
    anneal: Literal["linear", "sqrt", "random", "spread", "dreamtime"] = "linear"
    """How the time goes from `t_max` to `t_min`; `random` draws between them, and `spread` between bounds that both
    begin at `t_max` and reach `t_min` and `t_max_late` at `t_late_from` (MVDream)."""
    clock: Literal["cosine", "prior"] = "cosine"
    """Whether times are ours or fractions of the prior's own schedule, as in published recipes."""
    texture_refine_t: float = _in(0.6, 0.0, 0.999)
    """Diffusion time at which a prior that knows crops denoises the renders that the texture is fitted to; 0
    leaves them."""
    t_max_late: float = _in(0.0, 0.0, 0.999)
    """With `random`, the greatest time in the later part of the run; 0 changes nothing."""
    t_late_from: float = _in(1.0, 0.0, 1.0)
    """Where that part begins."""
    t_jitter: float = _in(0.03, 0.0, 0.5)
    """Each view's time moves by up to this, either way."""
    latent_until: float = _in(0.0, 0.0, 1.0)
    """Share of the run in which a latent prior is shown latents that need no encoder: a field's own (`field.colors`),
    or normals and opacity in their place (Fantasia3D's coarse stage); 0 is none."""


@dataclass(frozen=True)
class NovelViewConfig:
    """A second prior beside the first, which continues `hub.image` and says how its other sides look (Magic123)."""

    prior: str = ""
    """Zero123 or ImageDream, as `prior` names one; empty for none. It takes the device, precision and picture of `hub`,
    and neither its LoRAs nor its other parts."""
    weight: float = _in(1.0, 0.0, 1e6)
    """Weight of its gradient, by SDS; `guidance.weight` is the first prior's."""
    scale: float = _in(5.0, 0.0, 200.0)
    """Its classifier-free guidance."""
    t_min: float = _in(0.2, 0.001, 0.999)
    """Least diffusion time that it is asked at."""
    t_max: float = _in(0.6, 0.01, 0.999)
    """Greatest one; they are drawn between the two."""


@dataclass(frozen=True)
class TextConfig:
    """How views are put into words for priors that read text; the embedded prior is conditioned on the camera."""

    view_prompts: Literal["off", "discrete", "interpolated"] = "off"
    """`, front view` and the like behind the prompt: by sector, or mixed by azimuth."""
    front_deg: float = _in(45.0, 0.0, 180.0)
    """Half-width of the front sector."""
    back_deg: float = _in(45.0, 0.0, 180.0)
    """Half-width of the back sector."""
    overhead_deg: float = _in(60.0, -90.0, 90.0)
    """Elevation above which a view is from above."""
    perp_neg: bool = False
    """Lead away from the wrong views' texts at right angles (Perp-Neg)."""
    debias: bool = False
    """Drop words that contradict a view, by a masked language model."""
    debias_model: str = "google-bert/bert-base-uncased"
    """Folder or hub id of that model."""
    instance: int = _in(-1, -1, 999)
    """Which object of a noun that has several, from 0; -1 lets the seed choose."""
    language: str = "auto"
    """Language of the prompt, such as `es` or `zh-TW`, for the embedded prior; `auto` takes English where all is known
    in it, else what fits best (see docs/languages.md)."""
    asked: str = ""
    """What was asked for, where a language model (`--expand`) put it into the words of the prompt."""
    packs: str = ""
    """The word packs that the prompt's nouns are of, each as file@SHA-256, found when a run begins; a run that names
    them is only made with the same ones."""


@dataclass(frozen=True)
class HubConfig:
    """How a pretrained prior is loaded; the embedded one takes its device alone."""

    device: str = "auto"
    """`auto` is the GPU where there is one."""
    precision: Literal["auto", "fp32", "fp16", "bf16"] = "auto"
    """`auto` is half precision on a GPU."""
    offline: bool = False
    """Use no network."""
    lora: str = ""
    """LoRA files, or folders or hub ids of such, separated by commas, each with `:WEIGHT` or without; or empty."""
    lora_scale: float = _in(1.0, -10.0, 10.0)
    """Its weight."""
    resolution: int = _in(0, 0, 4096)
    """Of the images that the prior sees, in pixels; 0 is what it was trained with."""
    vae: str = ""
    """Another autoencoder: a folder, a .safetensors file or a hub id; empty is the model's own."""
    base: str = ""
    """A folder or hub id in the layout of diffusers that lends a single file what it lacks: text encoders, tokenizers,
    autoencoder."""
    words: str = ""
    """Textual inversions, *.safetensors separated by commas, each with `=WORD` or without."""
    image: str = ""
    """The picture that ImageDream or Zero123 continues, and that `regular.picture_color` and `picture_mask` hold the
    field to, a file; its transparency says what is the object."""
    image_elevation_deg: float = _in(0.0, -89.0, 89.0)
    """Of the camera that saw it; its azimuth is the front's."""
    compile: Literal["off", "cuda-graphs", "default", "reduce-overhead", "max-autotune"] = "off"
    """Mode of torch.compile for the U-Net or transformer: the first step takes a minute or more, later ones less; or
    `cuda-graphs`: its launches on a GPU are replayed, and nothing is compiled."""
    checkpointing: bool = False
    """Compute the autoencoder's blocks again in the backward pass, for less memory and more time; where memory is short
    that is done in any case."""


@dataclass(frozen=True)
class RenderConfig:
    """Marching through the field."""

    resolution: int = _in(0, 0, 2048)
    """Of the training views, in pixels; 0 is what the prior sees, else they are scaled to that."""
    resolution_late: int = _in(0, 0, 2048)
    """The same in the later part of the run; 0 changes nothing."""
    late_from: float = _in(1.0, 0.0, 1.0)
    """Where that part begins."""

    step_size: float = _in(1 / 24, 1 / 2048, 0.5)
    """Length of a sample's interval, in world units; the object's sphere has radius 1."""
    normals: Literal["analytic", "finite_difference"] = "analytic"
    """How normals of shaded views are found; see nerf/render.py."""
    grid_resolution: int = _in(32, 8, 256)
    """Cells of the occupancy grid along an edge."""
    grid_open: float = _in(0.0, 0.0, 1.0)
    """Part of a run from a ball in which no cell is skipped, so that what lies far from the ball can grow."""
    grid_every: int = _in(5, 1, 10_000)
    """Steps between updates of the occupancy grid."""
    grid_warmup: int = _in(1_000_000, 0, 1_000_000)
    """Updates that look at every cell, before later ones look at a quarter."""
    grid_threshold: float = _in(0.3, 0.0, 1000.0)
    """Density above which a cell counts as occupied, per world unit."""
    grid_decay: float = _in(0.95, 0.01, 1.0)
    """What is left of a cell's running maximum at each look."""


@dataclass(frozen=True)
class StartConfig:
    """What the field begins as."""

    shape: Literal["auto", "prior", "blob"] = "auto"
    """`prior`: the shape that the prior knows; `blob`: a soft ball; `auto`: the first where the prior knows shapes, as
    the embedded one does."""
    steps: int = _in(60, 1, 10_000)
    """Steps in which the field is fitted to that shape."""
    points: int = _in(8192, 64, 1 << 20)
    """Points a step."""
    t_max: float = _in(0.8, 0.01, 0.999)
    """Greatest diffusion time of a run that begins so: above it the prior only says again what the shape says."""
    crop_share: float = _in(0.8, 0.0, 1.0)
    """Least share of close views in a run that begins so, all along, where it has any: the large shape stands, and what
    is thinner than a pixel of a whole view, the prior would wipe out there."""


@dataclass(frozen=True)
class OptimConfig:
    """Adam and its rates."""

    lr_encoding: float = _in(0.03, 1e-7, 10.0)
    """Rate of the hash tables."""
    lr_network: float = _in(0.006, 1e-7, 10.0)
    """Rate of the small network behind them."""
    warmup: int = _in(10, 0, 100000)
    """Steps in which the rates grow from a tenth."""
    decay_from: float = _in(0.6, 0.0, 1.0)
    """Part of the run after which the rates fall."""
    decay_to: float = _in(0.1, 0.0, 1.0)
    """What is left of the rates at the end."""
    beta1: float = _in(0.9, 0.0, 0.99999)
    """Decay of Adam's first moment."""
    beta2: float = _in(0.99, 0.0, 0.99999)
    """Decay of Adam's second moment."""
    max_rollbacks: int = _in(3, 0, 100)
    """Roll-backs after a NaN loss, and new beginnings after a collapse, before the run gives up."""
    start_level: int = _in(0, 0, 32)
    """Levels of the encoding that learn at first, coarsest first; 0 is all."""
    level_from: float = _in(0.2, 0.0, 1.0)
    """Part of the run after which a further one learns."""
    level_every: float = _in(0.05, 1e-6, 1.0)
    """Part of the run between further ones."""


@dataclass(frozen=True)
class RegularConfig:
    """What is asked of the field beside what the prior says; weights of terms whose data term is a mean over pixels."""

    opacity_binarization: float = _in(0.14, 0.0, 100.0)
    """Weight of `bozzetto.jobs.train.regularisers.opacity_binarization` at the end of its ramp: a ray is stopped, or it
    is not."""
    opacity_binarization_ramp: float = _in(1.0, 0.0, 1.0)
    """Part of the run over which that weight grows from 0, with the cube of the steps."""
    sparsity: float = _in(0.0, 0.0, 100.0)
    """Weight of the mean opacity: no floaters."""
    smoothness: float = _in(0.0, 0.0, 100.0)
    """Weight of the mean change of opacity and albedo between neighbouring points of the sphere."""
    smoothness_points: int = _in(2048, 1, 1_000_000)
    """Pairs of points that the smoothness is measured at."""
    sparsity_root: Ramp = Ramp()
    """Weight of the mean of sqrt(opacity^2 + 0.01), DreamFusion's sparsity."""
    opacity_entropy: Ramp = Ramp()
    """Weight of the opacity's binary entropy."""
    orientation: Ramp = Ramp()
    """Weight of normals that look away from the camera where they are seen (Ref-NeRF); `render.normals` must be
    `finite_difference`."""
    z_variance: Ramp = Ramp()
    """Weight of the variance of depth along the rays (HiFA)."""
    normal_smoothness: Ramp = Ramp()
    """Weight of the squared difference between the normals of neighbouring pixels (Magic123); `render.normals` must be
    `finite_difference`."""
    guide_shape: Ramp = Ramp()
    """Weight of what holds the density to `guide_mesh`, but near its surface, summed over a step's samples
    (SketchShape)."""
    guide_mesh: str = ""
    """A rough mesh, of any format that `export` reads, its front towards +Z; it is centred and fills the middle of the
    field."""
    guide_points: int = _in(8192, 1, 1_000_000)
    """Samples of a step that are held to it."""
    emptiness: Ramp = Ramp()
    """Weight of the mean of log(1 + 10 w) over the samples' weights w: little haze (SJC)."""
    eikonal: Ramp = Ramp()
    """Weight of (|gradient of the signed distance| - 1)^2, which makes it a distance; `field.geometry` must be
    `signed-distance`."""
    eikonal_points: int = _in(4096, 2, 1_000_000)
    """Points that it is measured at: half anywhere, half about what the step's rays hit."""
    picture_color: Ramp = Ramp()
    """Weight of the squared difference in colour from `hub.image`, seen from its camera."""
    picture_mask: Ramp = Ramp()
    """Weight of the squared difference between opacity and that picture's mask."""


@dataclass(frozen=True)
class SaveConfig:
    """What is kept while the run goes on."""

    checkpoint_every: int = _in(50, 1, 1_000_000)
    """Steps between checkpoints."""
    preview_every: int = _in(50, 1, 1_000_000)
    """Steps between previews."""
    preview_resolution: int = _in(96, 8, 1024)
    """Edge of each of a preview's four views, in pixels."""
    metrics_every: int = _in(5, 1, 1_000_000)
    """Steps between lines of metrics.jsonl."""


@dataclass(frozen=True)
class PictureConfig:
    """Pictures of the finished mesh."""

    resolution: int = _in(384, 16, 4096)
    """Edge of the still views and of the turntable, in pixels."""
    turntable_frames: int = _in(36, 0, 720)
    """Frames of the turntable; 0 makes none."""
    elevation_deg: float = _in(15.0, -89.0, 89.0)
    """Elevation that they are taken from."""


@dataclass(frozen=True)
class FitConfig:
    """Reconstruction from posed images instead of a prompt (`bozzetto fit`)."""

    images: str = ""
    """The transforms.json that is fitted, or images.bin or images.txt of a COLMAP model; empty for a run from a
    prompt."""
    rays: int = _in(4096, 64, 1 << 20)
    """Pixels a step, drawn from all images."""
    center_x: float = _in(0.0, -1e8, 1e8)
    """Centre of the object, in the images' world."""
    center_y: float = _in(0.0, -1e8, 1e8)
    """The same, y."""
    center_z: float = _in(0.0, -1e8, 1e8)
    """The same, z."""
    radius: float = _in(1.0, 1e-6, 1e6)
    """Radius of the object, in the images' world; what is farther out is not reconstructed."""
    up: Literal["z", "y"] = "z"
    """Which axis of the images' world is up."""
    background: Literal["white", "black"] = "white"
    """What is behind the object in images without transparency; those with it get a new colour each time."""


@dataclass(frozen=True)
class RunConfig:
    """Everything that a run is asked to do; on one machine, with the same versions, it gives the same result again."""

    prompt: str
    """What to make."""
    negative: str = ""
    """What to stay away from."""
    prior: str = "embedded"
    """Name of the image prior."""
    preset: str = "standard"
    """Name of the preset that this began as."""
    recipe: Literal["auto", "off"] = "auto"
    """`auto`: a run that begins as a preset takes the recipe that suits its prior; `off`: the preset as it is."""
    seed: int = _in(0, 0, 2**63 - 1)
    """Seed of every random choice."""
    steps: int = _in(300, 1, 1_000_000)
    """Optimisation steps."""
    threads: int = _in(0, 0, 1024)
    """CPU threads; 0 takes those that have a core to themselves when the run begins, and of a hub prior all."""
    scene_scale: float = _in(0.0, 0.0, 8.0)
    """How much finer than for one object field and steps are; 0 finds it from the prompt, and changes the settings of
    field, render, start, optim and mesh that go with it. Written down, so that it is done once."""
    glass: Literal["auto", "yes", "no"] = "auto"
    """Whether most of the object is glass, which is left transparent; `auto` asks the prior."""
    camera: CameraConfig = dataclasses.field(default_factory=CameraConfig)
    """Where the views are taken from."""
    light: LightConfig = dataclasses.field(default_factory=LightConfig)
    """Light and background."""
    guidance: GuidanceConfig = dataclasses.field(default_factory=GuidanceConfig)
    """How the prior guides."""
    novel_view: NovelViewConfig = dataclasses.field(default_factory=NovelViewConfig)
    """A second prior."""
    text: TextConfig = dataclasses.field(default_factory=TextConfig)
    """Text conditioning beside the prompt."""
    hub: HubConfig = dataclasses.field(default_factory=HubConfig)
    """How a pretrained prior is loaded."""
    # A ball with a sharper border than the field's own default: 0.35 dB better on the oracle, fewer samples.
    field: FieldConfig = dataclasses.field(default_factory=lambda: FieldConfig(blob_height=6.0, blob_radius=0.45))
    """The radiance field."""
    render: RenderConfig = dataclasses.field(default_factory=RenderConfig)
    """Marching."""
    start: StartConfig = dataclasses.field(default_factory=StartConfig)
    """What the field begins as."""
    optim: OptimConfig = dataclasses.field(default_factory=OptimConfig)
    """The optimiser."""
    regular: RegularConfig = dataclasses.field(default_factory=RegularConfig)
    """Regularisers."""
    save: SaveConfig = dataclasses.field(default_factory=SaveConfig)
    """Checkpoints, previews, metrics."""
    mesh: ExportSettings = dataclasses.field(default_factory=ExportSettings)
    """From the field to a mesh."""
    pictures: PictureConfig = dataclasses.field(default_factory=PictureConfig)
    """Stills and turntable of the mesh."""
    fit: FitConfig = dataclasses.field(default_factory=FitConfig)
    """Posed images that are fitted instead."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "prompt", check_prompt(self.prompt))
        object.__setattr__(self, "negative", check_prompt(self.negative, "negative prompt", allow_empty=True))
        _check(self, "")
        if self.camera.elevation_min_deg > self.camera.elevation_max_deg:
            raise ConfigError("camera.elevation_min_deg must not exceed camera.elevation_max_deg")
        if self.light.ambient_min > self.light.ambient_max:
            raise ConfigError("light.ambient_min must not exceed light.ambient_max")
        if self.guidance.t_min > self.guidance.t_max:
            raise ConfigError("guidance.t_min must not exceed guidance.t_max")
        if self.camera.zoom_min > self.camera.zoom_max:
            raise ConfigError("camera.zoom_min must not exceed camera.zoom_max")
        try:
            object.__setattr__(self, "text", replace(self.text, language=check_language(self.text.language)))
        except ValueError as error:
            raise ConfigError(f"text.language: {error}") from error
        if self.text.perp_neg and self.text.view_prompts == "off":
            raise ConfigError("text.perp_neg needs text.view_prompts; set it to interpolated")
        if self.novel_view.t_min > self.novel_view.t_max:
            raise ConfigError("novel_view.t_min must not exceed novel_view.t_max")
        for name in ("orientation", "normal_smoothness"):
            ramp: Ramp = getattr(self.regular, name)
            if max(ramp.begin, ramp.end) > 0 and self.render.normals != "finite_difference":
                raise ConfigError(f"regular.{name} needs normals with a gradient; set render.normals=finite_difference")
        if self.field.colors == "latents" and self.guidance.latent_until == 0:
            raise ConfigError(
                "field.colors=latents: no step shows the prior latents; set guidance.latent_until, to 1 for all steps"
            )
        eikonal = self.regular.eikonal
        if max(eikonal.begin, eikonal.end) > 0 and self.field.geometry != "signed-distance":
            raise ConfigError("regular.eikonal is of distances; set field.geometry=signed-distance")
        if self.light.white_share + self.light.gray_share > 1:
            raise ConfigError("light.white_share and light.gray_share must not exceed 1 together")


# What the other rooms' settings leave open: beyond these a run would not fit a machine, or not end.
LIMITS: Mapping[str, tuple[float, float]] = types.MappingProxyType(
    {
        "field.levels": (1, 32),
        "field.features": (1, 8),
        "field.log2_table": (4, 24),
        "field.base_resolution": (1, 4096),
        "field.max_resolution": (1, 4096),
        "field.hidden": (1, 1024),
        "field.hidden_layers": (1, 16),
        "field.density_scale": (1e-3, 1e6),
        "field.blob_height": (-1e3, 1e3),
        "field.blob_radius": (1e-6, 1e6),
        "field.sharpness": (1e-3, 160.0),
        "field.radius": (1e-3, 1.0),
        "field.table_range": (1e-9, 10.0),
        "mesh.resolution": (8, 1024),
        "mesh.refinement": (1.0, 4.0),
        "mesh.coarse_resolution": (8, 512),
        "mesh.line_length": (0.0, 0.5),
        "mesh.isolevel": (1e-6, 1e9),
        "mesh.isolevel_views": (1, 256),
        "mesh.isolevel_pixels": (8, 1024),
        "mesh.keep_fraction": (0.0, 1.0),
        "mesh.smooth_iterations": (0, 1000),
        "mesh.normal_length": (0.0, 10.0),
        "mesh.denoise_iterations": (0, 1000),
        "mesh.max_faces": (4, 5_000_000),
        "mesh.texture_size": (64, 4096),
        "mesh.uv_padding": (0, 64),
        "mesh.uv_time_limit": (0.0, 86_400.0),
        "mesh.match_views": (0, 256),
        "mesh.match_pixels": (8, 1024),
        "mesh.inset": (-1.0, 1.0),
        "mesh.block": (1024, 1 << 24),
        "mesh.stage_time_limit": (0.01, 86_400.0),
    }
)


RENAMED: Mapping[str, str] = types.MappingProxyType(
    {
        "detail": "scene_scale",
        "camera.close_from": "camera.crop_from",
        "camera.close_share": "camera.crop_share",
        "guidance.repaint": "guidance.texture_refine_t",
        "regular.entropy": "regular.opacity_binarization",
        "regular.entropy_ramp": "regular.opacity_binarization_ramp",
        "regular.opaque": "regular.opacity_entropy",
        "start.close_share": "start.crop_share",
    }
)
"""Keys of earlier versions, in configuration files and `--set`, and what they are called now."""


def make_config(prompt: str, preset: str | RunConfig = "standard", **changes: Any) -> RunConfig:
    """The configuration of a prompt: a preset with changes.

    Args:
        prompt: what to make.
        preset: `draft`, `standard`, `fine`, or a configuration to start from.
        changes: fields of RunConfig; those that are None are left as the preset has them.
    Raises:
        PromptError: the prompt cannot be used.
        ConfigError: no such preset or field, or a value out of range.
    """
    if isinstance(preset, str):
        if preset not in PRESETS:
            raise ConfigError(f"unknown preset {preset!r}; {nearest(preset, list(PRESETS))}")
        preset = PRESETS[preset]
    given = {key: value for key, value in changes.items() if value is not None}
    names = [f.name for f in dataclasses.fields(RunConfig)]
    for key in given:
        if key not in names:
            raise ConfigError(f"unknown setting {key!r}; {nearest(key, names)}")
    return replace(preset, prompt=prompt, **given)


def config_to_dict(config: RunConfig) -> dict[str, Any]:
    """The configuration as JSON values; of the distillation method its name, and its settings beside the guidance's."""
    values = dataclasses.asdict(config)
    method = values["guidance"].pop("method")
    values["guidance"] = {"method": config.guidance.method.name} | method | values["guidance"]
    return values


def config_from_dict(values: Mapping[str, Any]) -> RunConfig:
    """The configuration that `config_to_dict` wrote; keys that are absent take their defaults.

    Raises:
        ConfigError: an unknown key (the nearest valid one is named), a wrong type or a number out of range.
    """
    if not isinstance(values, Mapping) or "prompt" not in values:
        raise ConfigError("a configuration is a JSON object with at least a `prompt`")
    config: RunConfig = _from_dict(RunConfig, values, "")
    return config


def config_from_json(text: bytes | str) -> RunConfig:
    """The configuration in a JSON text.

    Raises:
        DataError: it is no JSON, or not what the bounded reader of JSON takes.
        ConfigError: as `config_from_dict`.
    """
    return config_from_dict(parse_json(text))


def override(config: RunConfig, settings: Sequence[str]) -> RunConfig:
    """A configuration with settings such as `guidance.scale=7` or `steps=50` changed.

    Raises:
        ConfigError: not of the form KEY=VALUE, unknown key, wrong type or number out of range.
    """
    values = config_to_dict(config)
    pairs = []
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals:
            raise ConfigError(f"expected KEY=VALUE such as guidance.scale=7, got {setting!r}")
        pairs.append((RENAMED.get(key.strip(), key.strip()), text.strip()))
    # First of all the method, which decides what settings there are.
    for _, name in [pair for pair in pairs if pair[0] == "guidance.method"]:
        values["guidance"] = _with_method(values["guidance"], name)
    for key, text in pairs:
        if (methods := _methods_with(key)) and key.removeprefix("guidance.") not in values["guidance"]:
            raise ConfigError(
                f"{key} is a setting of the method {' and '.join(methods)}, and the method is "
                f"{values['guidance']['method']}; set guidance.method too"
            )
        node, path = values, key.split(".")
        for depth, part in enumerate(path):
            if not isinstance(node, dict) or part not in node:
                here = ".".join(path[:depth])
                names = [f"{here}.{name}" if here else name for name in node] if isinstance(node, dict) else []
                raise ConfigError(f"unknown setting {key!r}; {nearest(key, names)}")
            if depth < len(path) - 1:
                node = node[part]
        node[path[-1]] = _parse(text, node[path[-1]], key)
    return config_from_dict(values)


def _with_method(guidance: Mapping[str, Any], name: object) -> dict[str, Any]:
    """The guidance's JSON values with another method; what both methods have stays as it is set."""
    kind = METHODS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise ConfigError(f"guidance.method must be one of {', '.join(METHODS)}, got {name!r}")
    names = {f.name for method in METHODS.values() for f in dataclasses.fields(method)}
    own = {f.name: guidance.get(f.name, f.default) for f in dataclasses.fields(kind)}
    return {"method": name} | own | {key: value for key, value in guidance.items() if key not in {"method", *names}}


def _methods_with(key: str) -> list[str]:
    """Names of the methods that have a setting, by its dotted key; none for any other setting."""
    group, _, name = key.partition(".")
    if group != "guidance":
        return []
    return [method.name for method in METHODS.values() if name in {f.name for f in dataclasses.fields(method)}]


def _parse(text: str, old: Any, key: str) -> Any:
    """A command line's text as a value of the old value's type; `none` clears what may be empty."""
    if old is None or text.lower() == "none":
        try:
            return None if text.lower() == "none" else float(text)
        except ValueError:
            return text
    if isinstance(old, dict):
        raise ConfigError(f"{key} is a group; set one of {', '.join(f'{key}.{name}' for name in old)}")
    if isinstance(old, bool):
        if text.lower() in ("true", "false"):
            return text.lower() == "true"
        raise ConfigError(f"{key} must be true or false, got {text!r}")
    for kind in (int, float):
        if isinstance(old, int | float):
            try:
                return kind(text)
            except ValueError:
                continue
    if isinstance(old, int | float):
        raise ConfigError(f"{key} must be a number, got {text!r}")
    return text


def _from_dict(kind: type, values: Mapping[str, Any], path: str) -> Any:
    """A dataclass from nested mappings."""
    if kind is GuidanceConfig:
        return _guidance_from_dict(values, path)
    return _dataclass_from_dict(kind, values, path)


def _guidance_from_dict(values: Mapping[str, Any], path: str) -> GuidanceConfig:
    """The guidance from JSON values in which the method's settings stand beside its own.

    Earlier versions wrote the settings of all methods; those of others than the one that is chosen have no effect.
    """
    name = values.get("method", GuidanceConfig().method.name)
    chosen = _with_method({}, name)
    settings = {key: value for key, value in values.items() if key in chosen and key != "method"}
    others = {key for key in values if _methods_with(f"guidance.{key}")}
    method = _dataclass_from_dict(METHODS[name], settings, path)
    rest = {key: value for key, value in values.items() if key not in {"method", *others}}
    known = [f.name for f in dataclasses.fields(GuidanceConfig)] + list(chosen)
    guidance: GuidanceConfig = _dataclass_from_dict(GuidanceConfig, rest, path, known)
    return replace(guidance, method=method)


def _dataclass_from_dict(kind: type, values: Mapping[str, Any], path: str, known: Sequence[str] = ()) -> Any:
    """A dataclass of one kind from a mapping; `known` are the keys that an unknown one is compared with."""
    hints = _hints(kind)
    names = [f.name for f in dataclasses.fields(kind)]
    arguments = {}
    for key, value in values.items():
        renamed = RENAMED.get(f"{path}{key}")
        if renamed is not None:
            key = renamed.removeprefix(path)
            if key in values:
                raise ConfigError(f"{renamed} is given twice, once by its former name")
        if key not in names:
            dotted = [path + name for name in names]
            raise ConfigError(f"unknown setting {path + str(key)!r}; {nearest(path + str(key), dotted)}")
        if dataclasses.is_dataclass(hints[key]):
            if not isinstance(value, Mapping):
                raise ConfigError(f"{path}{key} must be an object, got {type(value).__name__}")
            value = _from_dict(typing.cast(type, hints[key]), value, f"{path}{key}.")
        elif isinstance(value, list):
            value = tuple(value)
        elif hints[key] is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        arguments[key] = value
    try:
        return kind(**arguments)
    except (TypeError, ValueError) as error:
        if isinstance(error, ConfigError) or kind is RunConfig:
            raise
        raise ConfigError(f"{path.rstrip('.')}: {error}") from error


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields; finding them takes longer than all that is checked by them."""
    return typing.get_type_hints(kind)


def _check(config: Any, path: str) -> None:
    """Types and ranges of a dataclass's fields, and of those inside it."""
    kind: type = type(config)
    hints = _hints(kind)
    for f in dataclasses.fields(config):
        name, value, hint = f"{path}{f.name}", getattr(config, f.name), hints[f.name]
        optional = [kind for kind in typing.get_args(hint) if kind is not type(None)]
        if isinstance(hint, types.UnionType) and len(optional) == 1:
            if value is None:
                continue
            hint = optional[0]
        if hint == Method:
            if type(value) not in METHODS.values():
                raise ConfigError(f"{name} must be one of {', '.join(METHODS)}, got {value!r}")
            _check(value, path)
        elif dataclasses.is_dataclass(hint):
            if not isinstance(value, typing.cast(type, hint)):
                raise ConfigError(f"{name} must be a {getattr(hint, '__name__', hint)}, got {type(value).__name__}")
            _check(value, f"{name}.")
        elif typing.get_origin(hint) is Literal:
            if value not in typing.get_args(hint):
                raise ConfigError(f"{name} must be one of {', '.join(map(str, typing.get_args(hint)))}, got {value!r}")
        elif hint in (int, float, str, bool):
            # bool is an int to Python, and no number here.
            kinds = (int, float) if hint is float else (hint,)
            if not isinstance(value, kinds) or (isinstance(value, bool) and hint is not bool):
                raise ConfigError(f"{name} must be {hint.__name__}, got {value!r:.60}")
            if isinstance(value, str) and not _is_text(value):
                raise ConfigError(f"{name} must be valid text of at most {MAX_TEXT} characters, got {value!r:.60}")
            if hint in (int, float) and not math.isfinite(value):
                raise ConfigError(f"{name} must be a finite number, got {value!r}")
            low, high = LIMITS.get(name, (f.metadata.get("low", -math.inf), f.metadata.get("high", math.inf)))
            if hint in (int, float) and not low <= value <= high:
                raise ConfigError(f"{name} must be between {low:g} and {high:g}, got {value:g}")


def _is_text(value: str) -> bool:
    try:
        return len(value.encode("utf-8")) <= MAX_TEXT and "\0" not in value
    except UnicodeEncodeError:
        return False


def nearest(word: str, names: Sequence[str]) -> str:
    """`did you mean ...?`, always with a name."""
    best = difflib.get_close_matches(word, names, n=1, cutoff=0.0)
    return f"did you mean {best[0]!r}?" if best else "it has no settings inside"


# The prompt of a preset is a placeholder: `make_config` puts the user's in.
# The embedded prior sees 32 x 32 pixels: half of the later views, or most of all where the field begins as the prior's
# volume (`start.crop_share`), are crops at twice the scale. Where intervals are longer than a crop's pixel, a pole
# is hit by chance, and the encoding's cells that are finer than that fill with it (1 / 24 with 96 cells: no better than
# with 64; 1 / 36: 0.3 dB on thin objects). In the second half four rays make a pixel: one ray against a pixel's mean is
# least wrong with an edge as wide as the pixel, and a mesh has none.
STANDARD = RunConfig(
    "a preset",
    preset="standard",
    steps=200,
    camera=CameraConfig(crop_share=0.5),
    field=FieldConfig(blob_height=6.0, blob_radius=0.45),
    render=RenderConfig(grid_open=0.15, resolution_late=64, late_from=0.5, step_size=1 / 36),
    regular=RegularConfig(smoothness=0.03),
    # The prior's normals straighten walls; filtering dents further eats thin parts (25 rounds: 0.8 dB, on three). What
    # hangs free is more often a piece of a pole than a floater (53 runs: F-score up in 33, down in 5; 14 from a ball:
    # 0.817 in the mean, with a hundredth 0.812).
    mesh=ExportSettings(
        refinement=1.5, smooth_iterations=12, denoise_iterations=4, keep_fraction=0.001, line_length=0.036
    ),
)
DRAFT = replace(
    STANDARD,
    preset="draft",
    steps=120,
    # One ray a pixel is a fifth less time, long intervals a tenth; then a smoother field costs nothing.
    render=replace(STANDARD.render, resolution_late=0, late_from=1.0, step_size=1 / 24),
    regular=RegularConfig(smoothness=0.06),
    mesh=replace(
        STANDARD.mesh,
        resolution=96,
        max_faces=8_000,
        texture_size=512,
        uv_time_limit=8.0,
        match_views=8,
        match_pixels=96,
    ),
    pictures=PictureConfig(resolution=256, turntable_frames=24),
)
FINE = replace(
    STANDARD,
    preset="fine",
    steps=600,  # with 1,000 the colours are worse; see "Steps of `fine`" in docs/lab-notes.md
    mesh=replace(STANDARD.mesh, resolution=192, max_faces=50_000, texture_size=2048, uv_time_limit=120.0),
    pictures=PictureConfig(resolution=512, turntable_frames=72),
)
PRESETS: Mapping[str, RunConfig] = types.MappingProxyType({"draft": DRAFT, "standard": STANDARD, "fine": FINE})
