"""The published recipe that suits a prior, in the place of what a preset has for the embedded one.

The presets' guidance, views and regularisers are those of the embedded prior. A prior that names a recipe of its own
(`bozzetto.sds.pretrained.sides.Sides.recipe`) gets that one where a run begins as a preset; what was set otherwise than
in the preset stays as it was set.
"""

from dataclasses import fields, replace
from typing import Any

from bozzetto.jobs.config.recipes import RECIPES
from bozzetto.jobs.config.run_config import PRESETS, STANDARD, RunConfig
from bozzetto.sds.methods.config import Method
from bozzetto.sds.prior import Prior

STEPS_SHARE = {"draft": 0.1, "standard": 1.0, "fine": 1.5}
"""Of a recipe's steps, by preset."""
SECTIONS = ("camera", "light", "guidance", "text", "field", "render", "start", "optim", "regular", "save")
"""What a recipe says beside the steps; mesh and pictures are the preset's."""


def with_prior_recipe(config: RunConfig, prior: Prior) -> tuple[RunConfig, str]:
    """The settings that suit a prior.

    Args:
        config: a preset with changes, or a recipe, which is left as it is.
        prior: the prior that it names, ready to use.

    Returns:
        The settings, and what was chosen in a sentence; empty where nothing was.
    """
    name = getattr(prior, "recipe", "")
    preset = PRESETS.get(config.preset)
    if not name or preset is None or config.recipe == "off" or config.fit.images:
        return config, ""
    recipe = RECIPES[name].config
    sections = {key: _merged(getattr(config, key), getattr(preset, key), getattr(recipe, key)) for key in SECTIONS}
    steps = config.steps if config.steps != preset.steps else round(recipe.steps * STEPS_SHARE[config.preset])
    # Of the mesh, only what a recipe has otherwise than the standard preset.
    mesh = {
        f.name: getattr(recipe.mesh, f.name)
        for f in fields(recipe.mesh)
        if getattr(recipe.mesh, f.name) != getattr(STANDARD.mesh, f.name)
        and getattr(config.mesh, f.name) == getattr(preset.mesh, f.name)
    }
    label = name if config.preset == "standard" else f"{name}-{config.preset}"
    chosen = replace(config, preset=label, steps=steps, mesh=replace(config.mesh, **mesh), **sections)
    guidance = chosen.guidance
    return chosen, (
        f"{prior.name}: recipe {label} ({guidance.method.name}, guidance {guidance.scale:g}, {steps} steps); others by "
        "--recipe, the preset as it is by --set recipe=off"
    )


def _merged(value: Any, preset: Any, recipe: Any) -> Any:
    """The recipe's section with the fields that differ from the preset's."""
    changed = {
        f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != getattr(preset, f.name)
    }
    if "method" in changed:
        changed["method"] = _merged_method(changed["method"], recipe.method)
    return replace(recipe, **changed)


def _merged_method(chosen: Method, recipe: Method) -> Method:
    """A method that was chosen, with the recipe's values for what is as it is by default and both methods have."""
    shared = [f for f in fields(chosen) if hasattr(recipe, f.name) and getattr(chosen, f.name) == f.default]
    return replace(chosen, **{f.name: getattr(recipe, f.name) for f in shared})
