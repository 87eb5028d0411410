"""A radiance field and how to see it: cameras, hash-grid field, occupancy marching, volume rendering, shading."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bozzetto.nerf.backend import BackendUnavailableError, resolve_backend
    from bozzetto.nerf.background import over, random_solid
    from bozzetto.nerf.cameras import (
        PRIOR_DISTANCE,
        PRIOR_FOVY,
        Cameras,
        Rays,
        camera_rays,
        look_at,
        orbit_c2w,
        per_ray,
        project,
    )
    from bozzetto.nerf.field import Field, FieldOutput, HashField
    from bozzetto.nerf.field_config import FieldConfig
    from bozzetto.nerf.occupancy import OccupancyGrid
    from bozzetto.nerf.rendering import RenderOutput, render, render_image
    from bozzetto.nerf.shading import lambertian, light_to_world
    from bozzetto.nerf.volrend import Samples

__all__ = [
    "PRIOR_DISTANCE",
    "PRIOR_FOVY",
    "BackendUnavailableError",
    "Cameras",
    "Field",
    "FieldConfig",
    "FieldOutput",
    "HashField",
    "OccupancyGrid",
    "Rays",
    "RenderOutput",
    "Samples",
    "camera_rays",
    "lambertian",
    "light_to_world",
    "look_at",
    "orbit_c2w",
    "over",
    "per_ray",
    "project",
    "random_solid",
    "render",
    "render_image",
    "resolve_backend",
]

# Resolved on first use: a configuration needs `field_config`, and no torch.
_HOMES = {
    "bozzetto.nerf.backend": (
        "BackendUnavailableError",
        "resolve_backend",
    ),
    "bozzetto.nerf.background": (
        "over",
        "random_solid",
    ),
    "bozzetto.nerf.cameras": (
        "PRIOR_DISTANCE",
        "PRIOR_FOVY",
        "Cameras",
        "Rays",
        "camera_rays",
        "look_at",
        "orbit_c2w",
        "per_ray",
        "project",
    ),
    "bozzetto.nerf.field": (
        "Field",
        "FieldOutput",
        "HashField",
    ),
    "bozzetto.nerf.field_config": ("FieldConfig",),
    "bozzetto.nerf.occupancy": ("OccupancyGrid",),
    "bozzetto.nerf.rendering": (
        "RenderOutput",
        "render",
        "render_image",
    ),
    "bozzetto.nerf.shading": (
        "lambertian",
        "light_to_world",
    ),
    "bozzetto.nerf.volrend": ("Samples",),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
