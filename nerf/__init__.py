"""A radiance field and how to see it: cameras, hash-grid field, occupancy marching, volume rendering, shading."""

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
from bozzetto.nerf.field import Field, FieldConfig, FieldOutput, HashField
from bozzetto.nerf.occupancy import OccupancyGrid
from bozzetto.nerf.render import RenderOutput, render, render_image
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
