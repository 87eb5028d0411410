"""What a run does, written down before it begins: settings that depend on the machine, the prompt or the prior."""

from dataclasses import replace

from bozzetto.jobs.config.errors import ConfigError
from bozzetto.jobs.config.run_config import RunConfig
from bozzetto.jobs.train.glass import GLASS_SHARE
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.picture_view import holds_to_picture
from bozzetto.jobs.train.priors import packs_of
from bozzetto.threads import free_threads, kernel_threads

MAX_SCENE_SCALE = 2.0
"""Beyond it, time and noise cost more than detail gives."""


def resolve(config: RunConfig, knowledge: PriorKnowledge) -> RunConfig:
    """The configuration that a run is made with; nothing later changes it but `bozzetto.jobs.train.oom_retry`.

    A resolved configuration stays as it is, so that a run is repeated from its config.json alone.

    Args:
        config: what was asked for.
        knowledge: what the prior knows of its prompt.
    Returns:
        The same with threads, scene scale, start, guidance scale and glass decided, and with what follows from them.
    Raises:
        ConfigError: it asks for what the prior cannot do.
    """
    _check_picture(config, knowledge)
    config = _with_views_together(replace(config, threads=config.threads or default_threads(config)), knowledge)
    config = _with_negative(_with_start(_with_scene_scale(config, knowledge), knowledge))
    config = replace(config, text=replace(config.text, packs=packs_of(knowledge.text)))
    return _with_glass(config, knowledge)


def _check_picture(config: RunConfig, knowledge: PriorKnowledge) -> None:
    """ConfigError where a run has a picture that nothing looks at."""
    if not config.hub.image or holds_to_picture(config.regular):
        return
    if not any(getattr(prior, "continues_picture", False) for prior in (knowledge.prior, knowledge.second_prior)):
        raise ConfigError(
            f"hub.image={config.hub.image}: {knowledge.prior.name} takes no picture; ImageDream and Zero123 do, and "
            "--recipe magic123 takes one beside a prior that reads text"
        )


def default_threads(config: RunConfig) -> int:
    """Threads where none are asked for: those that have a core to themselves now. The embedded prior's runs have the
    same bits with any number; sums of a hub prior round differently, so that such a run has all of them."""
    return free_threads() if config.prior == "embedded" else kernel_threads()


def _with_views_together(config: RunConfig, knowledge: PriorKnowledge) -> RunConfig:
    """Views in the groups that the prior looks at together."""
    together = config.camera.together
    if together == 1 and knowledge.views_at_once > 1:
        together = knowledge.views_at_once
        config = replace(config, camera=replace(config.camera, together=together))
    if config.camera.views % together:
        raise ConfigError(
            f"camera.views={config.camera.views}: expected a multiple of {together}, the views that go round the "
            "object together"
        )
    return config


def scene_scale_of(knowledge: PriorKnowledge) -> float:
    """How many times finer than for one object the field must be, so that each object of a scene gets its own detail:
    1 to MAX_SCENE_SCALE."""
    if knowledge.scene_parts is None:
        return 1.0
    return min(MAX_SCENE_SCALE, max(1.0, float(1 / knowledge.scene_parts[:, 3].min())))


def _with_scene_scale(config: RunConfig, knowledge: PriorKnowledge) -> RunConfig:
    """Cells and samples for what the prompt holds.

    Twice the scale is half the size of cells and samples, four times the table's rows, eight times the steps of the
    first fit, and half the rate, for each cell is in fewer views.
    """
    if config.scene_scale > 0:
        return config
    times = scene_scale_of(knowledge)
    if times == 1:
        return replace(config, scene_scale=1.0)
    field = replace(
        config.field,
        max_resolution=min(round(times * config.field.max_resolution), 4096),
        log2_table=min(config.field.log2_table + round(2 * (times - 1)), 24),
    )
    return replace(
        config,
        scene_scale=round(times, 3),
        field=field,
        render=replace(config.render, step_size=config.render.step_size / times),
        start=replace(config.start, steps=min(round(config.start.steps * times**3), 10_000)),
        optim=replace(config.optim, lr_encoding=config.optim.lr_encoding / times),
        mesh=replace(
            config.mesh,
            resolution=min(round(config.mesh.resolution * (times + 1) / 2), 512),
            # A small thing is no speck, and its features are as small as it is.
            keep_fraction=config.mesh.keep_fraction / times**3,
            normal_length=config.mesh.normal_length / times,
            line_length=config.mesh.line_length / times,
            match_pixels=min(round(config.mesh.match_pixels * times), 1024),
        ),
    )


def _with_start(config: RunConfig, knowledge: PriorKnowledge) -> RunConfig:
    """From the prior's shape where it knows one: then diffusion times begin no higher than `start.t_max`, and close
    views, where there are any, from the first step on."""
    shape = config.start.shape
    if shape == "prior" and knowledge.shape_fn is None:
        raise ConfigError(f"start.shape=prior: the prior {knowledge.prior.name!r} knows no shapes; set it to auto")
    if shape == "auto":
        shape = "blob" if knowledge.shape_fn is None else "prior"
    config = replace(config, start=replace(config.start, shape=shape))
    if shape == "blob":
        return config
    guidance, camera = config.guidance, config.camera
    guidance = replace(guidance, t_max=max(min(guidance.t_max, config.start.t_max), guidance.t_min))
    if camera.crop_share > 0:
        camera = replace(camera, crop_share=max(camera.crop_share, config.start.crop_share), crop_from=0.0)
    return replace(config, guidance=guidance, camera=camera)


def _with_negative(config: RunConfig) -> RunConfig:
    """Guidance at which a negative prompt has an effect."""
    if not config.negative:
        return config
    guidance = config.guidance
    return replace(config, guidance=replace(guidance, scale=max(guidance.scale, guidance.away)))


def _with_glass(config: RunConfig, knowledge: PriorKnowledge) -> RunConfig:
    """Glass is left as transparent as the prior sees it."""
    if not is_glass(config, knowledge):
        return replace(config, glass="no")
    return replace(config, glass="yes", regular=replace(config.regular, opacity_binarization=0.0))


def is_glass(config: RunConfig, knowledge: PriorKnowledge | None) -> bool:
    """Whether light goes through most of what a run makes; where textures are not refined, all is opaque.

    Args:
        config: the run's, resolved or not.
        knowledge: of its prior; None where that is not at hand.
    """
    if config.glass != "auto":
        return config.glass == "yes"
    if knowledge is None or config.guidance.texture_refine_t == 0:
        return False
    share = knowledge.transparent_share(config.seed)
    return share is not None and share >= GLASS_SHARE
