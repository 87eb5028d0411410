"""Published recipes as configurations, with the papers' values as threestudio's files have them.

A recipe is turned into our terms once, here: their box of half-width r becomes our sphere of radius 1, their ranges of
distance and field of view one range of zooms, their steps parts of the run, and their guidance scales, where they count
from the conditional prediction, one more in ours. Their neural backgrounds and camera shake have no counterpart: views
have plain random backgrounds.
"""

import math
import types
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bozzetto.jobs.config.run_config import (
    STANDARD,
    CameraConfig,
    GuidanceConfig,
    LightConfig,
    NovelViewConfig,
    OptimConfig,
    Ramp,
    RegularConfig,
    RenderConfig,
    RunConfig,
    SaveConfig,
    StartConfig,
    TextConfig,
)
from bozzetto.nerf.cameras import PRIOR_DISTANCE, PRIOR_FOVY
from bozzetto.nerf.field_config import FieldConfig
from bozzetto.sds.methods import config as methods

SAMPLES_PER_RAY = 512


@dataclass(frozen=True)
class Recipe:
    """A line of `bozzetto recipes`."""

    name: str
    """What `--recipe` takes."""
    what: str
    """Paper and method, in a line."""
    config: RunConfig
    """The configuration; its prompt is a placeholder."""


def zoom_range(radius: float, distance: tuple[float, float], fovy_deg: tuple[float, float]) -> tuple[float, float]:
    """The zooms that show an object as large as cameras of another scene do.

    Args:
        radius: half-width of the other scene's box, which becomes our sphere.
        distance: range of distances there.
        fovy_deg: range of vertical fields of view there.
    """
    ours = PRIOR_DISTANCE * math.tan(PRIOR_FOVY / 2)
    near, far = (d * math.tan(math.radians(f) / 2) / radius for d, f in zip(distance, fovy_deg, strict=True))
    return ours / far, ours / near


def step_size(radius: float, samples: int = SAMPLES_PER_RAY) -> float:
    """threestudio's interval, 2 sqrt(3) radius / samples in its units, in ours; it does not depend on the radius."""
    return 2 * math.sqrt(3) / samples


def _field(radius: float) -> FieldConfig:
    """16 levels from 16 to 4096 cells over the box, and Magic3D's blob of height 10 and radius 0.5."""
    return FieldConfig(
        levels=16,
        base_resolution=16,
        max_resolution=4096,
        log2_table=19,
        hidden=64,
        hidden_layers=1,
        blob_height=10.0,
        blob_radius=0.5 / radius,
    )


def _camera(radius: float, distance: tuple[float, float], elevation_max_deg: float) -> CameraConfig:
    low, high = zoom_range(radius, distance, (40.0, 70.0))
    return CameraConfig(
        views=1, elevation_min_deg=-10.0, elevation_max_deg=elevation_max_deg, zoom_min=low, zoom_max=high
    )


# One rate for everything, level from the first step to the last.
_ADAM = OptimConfig(lr_encoding=0.01, lr_network=0.01, warmup=0, decay_from=1.0, decay_to=1.0)
_SPLIT = replace(_ADAM, lr_network=0.001)
_VIEWS = TextConfig(view_prompts="discrete")
_SAVE = SaveConfig(checkpoint_every=500, preview_every=200)
_LAMP = LightConfig(
    albedo_share=0.25,
    ambient_min=0.1,
    ambient_max=0.1,
    white_share=0.0,
    gray_share=0.0,
    placement="dreamfusion",
    albedo_until=0.2001,
    textureless_share=0.5,
)
_PLAIN = LightConfig(albedo_share=1.0, white_share=0.0, gray_share=0.0)
_SDS = GuidanceConfig(
    method=methods.SDS(),
    scale=101.0,
    t_min=0.02,
    t_max=0.98,
    t_jitter=0.0,
    anneal="random",
    clock="prior",
    reduction="images",
)
_REGULAR = RegularConfig(
    opacity_binarization=0.0,
    sparsity_root=Ramp(1.0, 1.0),
    orientation=Ramp(10.0, 1000.0, 0.0, 0.5),
)

# They begin as a ball, whatever the prior knows, which can leave floaters, and so few know a surface's normals that
# dents are filtered more.
PAPER = replace(
    STANDARD, start=StartConfig(shape="blob"), mesh=replace(STANDARD.mesh, denoise_iterations=25, keep_fraction=0.01)
)

DREAMFUSION_SD = replace(
    PAPER,
    preset="dreamfusion-sd",
    prior="sd21-base",
    steps=10_000,
    camera=_camera(2.0, (1.5, 2.0), 45.0),
    light=_LAMP,
    guidance=_SDS,
    text=_VIEWS,
    field=_field(2.0),
    render=RenderConfig(
        resolution=64, step_size=step_size(2.0), normals="finite_difference", grid_every=16, grid_warmup=16
    ),
    optim=replace(_ADAM, start_level=8, level_from=0.2, level_every=0.05),
    regular=_REGULAR,
    save=_SAVE,
)
DREAMFUSION_IF = replace(
    DREAMFUSION_SD,
    preset="dreamfusion-if",
    prior="if-xl",
    camera=_camera(2.0, (1.5, 2.0), 89.0),
    guidance=replace(_SDS, scale=21.0),
)
# Its gradient of distances, at every sample there, is looked at in a part of them.
TEXTMESH = replace(
    DREAMFUSION_IF,
    preset="textmesh",
    field=replace(
        _field(2.0), max_resolution=2048, geometry="signed-distance", blob_radius=0.25, sharpness=2 * math.exp(3.0)
    ),
    optim=replace(_SPLIT, start_level=8, level_from=0.2, level_every=0.05),
    regular=RegularConfig(opacity_binarization=0.0, eikonal=Ramp(1000.0, 1000.0)),
)
MAGIC3D_COARSE = replace(
    DREAMFUSION_SD,
    preset="magic3d-coarse",
    light=replace(_LAMP, placement="magic3d", ambient_min=0.0, ambient_max=1.0),
    guidance=replace(_SDS, method=methods.SDS(weighting="uniform")),
    optim=_ADAM,
)
PROLIFICDREAMER = replace(
    PAPER,
    preset="prolificdreamer",
    prior="sd21-base",
    steps=25_000,
    camera=_camera(1.0, (1.0, 1.5), 45.0),
    light=_PLAIN,
    guidance=replace(
        _SDS, method=methods.VSD(lora_rank=4, lora_lr=1e-4), scale=7.5, t_max_late=0.5, t_late_from=5000 / 25_000
    ),
    text=replace(_VIEWS, front_deg=30.0, back_deg=30.0),
    field=_field(1.0),
    render=RenderConfig(
        resolution=64,
        resolution_late=512,
        late_from=5000 / 25_000,
        step_size=step_size(1.0),
        grid_every=16,
        grid_warmup=16,
    ),
    optim=_SPLIT,
    regular=RegularConfig(
        opacity_binarization=0.0,
        sparsity_root=Ramp(10.0, 10.0),
        opacity_entropy=Ramp(0.0, 1000.0, 10_000 / 25_000, 10_001 / 25_000),
    ),
    save=_SAVE,
)
SDI = replace(
    DREAMFUSION_SD,
    preset="sdi",
    light=replace(_LAMP, albedo_share=0.7, albedo_until=0.1, textureless_share=0.75),
    # threestudio's SDI loss is a mean over latents, and again over the batch: 1 / 16384 of a sum.
    guidance=replace(
        _SDS, method=methods.SDI(inversion_scale=-7.5), scale=7.5, t_min=0.25, anneal="linear", weight=1 / 16384
    ),
    text=replace(_VIEWS, view_prompts="interpolated", perp_neg=True),
    render=replace(DREAMFUSION_SD.render, resolution=512),
    regular=RegularConfig(
        opacity_binarization=0.0,
        sparsity_root=Ramp(0.15, 0.0, 0.0, 0.3),
        opacity_entropy=Ramp(0.1, 0.1),
        orientation=Ramp(0.1, 0.1),
        z_variance=Ramp(1.0, 1.0),
    ),
)
HIFA = replace(
    PROLIFICDREAMER,
    preset="hifa",
    guidance=replace(_SDS, method=methods.HiFA(image_weight=0.01), t_min=0.3, anneal="sqrt"),
    text=_VIEWS,
    render=replace(PROLIFICDREAMER.render, resolution=512, resolution_late=0, late_from=1.0),
    regular=RegularConfig(opacity_binarization=0.0, sparsity_root=Ramp(1.0, 1.0), z_variance=Ramp(100.0, 100.0)),
)
# No paper has one for these priors: DreamFusion's, with the weights of the loss that they are trained with.
RECTIFIED_FLOW = replace(
    DREAMFUSION_SD,
    preset="rectified-flow",
    prior="sd3-medium",
    guidance=replace(_SDS, method=methods.SDS(weighting="velocity"), scale=8.0),
)
# The first of its two sizes of a batch is halved. Its pictures have random backgrounds by a network; ours are plain.
MVDREAM = replace(
    PAPER,
    preset="mvdream",
    prior="ashawkey/mvdream-sd2.1-diffusers",
    negative=(
        "ugly, bad anatomy, blurry, pixelated obscure, unnatural colors, poor lighting, dull, and unclear, cropped, "
        "lowres, low quality, artifacts, duplicate, morbid, mutilated, poorly drawn face, deformed, dehydrated, bad "
        "proportions"
    ),
    steps=10_000,
    camera=CameraConfig(
        views=4,
        together=4,
        elevation_min_deg=0.0,
        elevation_max_deg=30.0,
        # Its distances are shares of that at which the box fills the view.
        zoom_min=PRIOR_DISTANCE * math.tan(PRIOR_FOVY / 2) / 1.0,
        zoom_max=PRIOR_DISTANCE * math.tan(PRIOR_FOVY / 2) / 0.8,
    ),
    light=_PLAIN,
    guidance=replace(
        _SDS, method=methods.X0(rescale=0.5, clamp=False), scale=50.0, anneal="spread", t_max_late=0.5, t_late_from=0.8
    ),
    field=_field(1.0),
    render=RenderConfig(
        resolution=64, resolution_late=256, late_from=0.5, step_size=step_size(1.0), grid_every=16, grid_warmup=16
    ),
    optim=_SPLIT,
    regular=RegularConfig(opacity_binarization=0.0),
    save=_SAVE,
)
# Its two files one after the other: latents, then the colours that they are shown in through the encoder. Backgrounds
# are a network's there, and plain colours' latents here.
LATENT_NERF = replace(
    PAPER,
    preset="latent-nerf",
    prior="sd21-base",
    steps=20_000,
    camera=_camera(1.0, (1.0, 1.5), 45.0),
    light=_PLAIN,
    guidance=replace(_SDS, latent_until=0.5),
    text=_VIEWS,
    field=replace(_field(1.0), colors="latents"),
    render=RenderConfig(resolution=64, step_size=step_size(1.0), grid_every=16, grid_warmup=16),
    optim=replace(_ADAM, warmup=100, decay_from=0.005, decay_to=0.1),
    regular=RegularConfig(opacity_binarization=0.0, sparsity_root=Ramp(5e-4, 5e-4)),
    save=_SAVE,
)
_SEEN = zoom_range(2.0, (3.8, 3.8), (20.0, 20.0))
# Without its smoothness of normals in space, and with fewer views: 12, 4 and 2 there, as their sides grow.
ZERO123 = replace(
    PAPER,
    preset="zero123",
    prior="kxic/zero123-xl",
    steps=600,
    camera=CameraConfig(views=4, elevation_min_deg=-10.0, elevation_max_deg=80.0, zoom_min=_SEEN[0], zoom_max=_SEEN[1]),
    light=LightConfig(albedo_share=1.0, white_share=1.0, gray_share=0.0),
    guidance=replace(_SDS, scale=3.0, weight=0.1, t_min=0.2, t_max=0.85, t_max_late=0.5, t_late_from=200 / 600),
    field=_field(2.0),
    render=RenderConfig(
        resolution=64,
        resolution_late=128,
        late_from=200 / 600,
        step_size=step_size(2.0),
        normals="finite_difference",
        grid_every=16,
        grid_warmup=16,
    ),
    optim=_ADAM,
    regular=RegularConfig(
        opacity_binarization=0.0,
        sparsity_root=Ramp(0.1, 0.1),
        opacity_entropy=Ramp(0.1, 0.1),
        orientation=Ramp(1.0, 1.0),
        normal_smoothness=Ramp(8.0, 8.0),
        picture_color=Ramp(500.0, 500.0),
        picture_mask=Ramp(50.0, 50.0),
    ),
    save=replace(_SAVE, checkpoint_every=100, preview_every=50),
)
# Its monocular depth and its textual inversion of the picture have no counterpart; the prompt names the object.
_FACED = zoom_range(1.0, (2.5, 2.5), (40.0, 40.0))
MAGIC123 = replace(
    PAPER,
    preset="magic123",
    prior="sd15",
    steps=10_000,
    camera=CameraConfig(
        views=1, elevation_min_deg=-45.0, elevation_max_deg=45.0, zoom_min=_FACED[0], zoom_max=_FACED[1]
    ),
    light=LightConfig(albedo_share=1.0, white_share=1.0, gray_share=0.0),
    guidance=replace(_SDS, scale=100.0, weight=0.025, t_min=0.2, t_max=0.6),
    novel_view=NovelViewConfig(prior=ZERO123.prior, weight=1.0, scale=5.0, t_min=0.2, t_max=0.6),
    text=_VIEWS,
    field=replace(_field(1.0), hidden_layers=2),
    render=RenderConfig(
        resolution=128, step_size=step_size(1.0, 256), normals="finite_difference", grid_every=16, grid_warmup=16
    ),
    optim=replace(_SPLIT, start_level=8, level_from=0.2, level_every=0.03),
    regular=RegularConfig(
        opacity_binarization=0.0,
        normal_smoothness=Ramp(1000.0, 1000.0),
        picture_color=Ramp(1000.0, 1000.0),
        picture_mask=Ramp(100.0, 100.0),
    ),
    save=_SAVE,
)
# Its loss of transmittance is DreamFusion's sparsity here, and its backgrounds of noise and chequers are plain colours.
DREAMFIELDS = replace(
    DREAMFUSION_SD,
    preset="dreamfields",
    prior="openai/clip-vit-base-patch32",
    light=_PLAIN,
    guidance=replace(_SDS, method=methods.Similarity(cutouts=8), clock="cosine"),
    text=TextConfig(view_prompts="off"),
    render=replace(DREAMFUSION_SD.render, resolution=112),
    regular=RegularConfig(opacity_binarization=0.0, sparsity_root=Ramp(0.0, 0.5, 0.0, 0.1)),
)
RECIPES: Mapping[str, Recipe] = types.MappingProxyType(
    {
        recipe.name: recipe
        for recipe in (
            Recipe(
                "dreamfusion-sd", "DreamFusion (2209.14988) on Stable Diffusion 2.1: SDS, guidance 100", DREAMFUSION_SD
            ),
            Recipe("dreamfusion-if", "DreamFusion on DeepFloyd IF, in pixels: SDS, guidance 20", DREAMFUSION_IF),
            Recipe(
                "textmesh",
                "TextMesh (2304.12439) on DeepFloyd IF: SDS of a signed distance, guidance 20",
                TEXTMESH,
            ),
            Recipe(
                "magic3d-coarse", "Magic3D (2211.10440), first stage: SDS, uniform weights, soft light", MAGIC3D_COARSE
            ),
            Recipe("prolificdreamer", "ProlificDreamer (2305.16213), first stage: VSD, guidance 7.5", PROLIFICDREAMER),
            Recipe("sdi", "Score distillation via inversion (2405.15891): DDIM inversion, Perp-Neg", SDI),
            Recipe(
                "rectified-flow",
                "DreamFusion on Stable Diffusion 3 and FLUX: SDS of velocities, guidance 7",
                RECTIFIED_FLOW,
            ),
            Recipe(
                "latent-nerf",
                "Latent-NeRF (2211.07600): SDS of a field of latents, then of its colours, guidance 100",
                LATENT_NERF,
            ),
            Recipe("mvdream", "MVDream (2308.16512): four views at once, distance to x0, guidance 50", MVDREAM),
            Recipe("zero123", "Zero-1-to-3 (2303.11328) from a picture (--image): SDS, guidance 3", ZERO123),
            Recipe(
                "magic123",
                "Magic123 (2306.17843), first stage, from a picture (--image) and a prompt: SDS of both priors",
                MAGIC123,
            ),
            Recipe(
                "dreamfields", "DreamFields (2112.01455): up a CLIP model's similarity (--prior FOLDER)", DREAMFIELDS
            ),
            Recipe("hifa", "HiFA (2305.18766): residual in the image, square-root annealing, z-variance", HIFA),
        )
    }
)


def recipe_lines() -> list[str]:
    """What `bozzetto recipes` prints."""
    return [
        f"{recipe.name:16} {recipe.what}; prior {recipe.config.prior}, {recipe.config.steps} steps"
        for recipe in RECIPES.values()
    ]
