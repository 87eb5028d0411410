"""A radiance field and how to see it: cameras, hash-grid field, occupancy marching, volume rendering, shading."""

from nerf.backend import BackendUnavailableError, resolve_backend
from nerf.background import over, random_solid
from nerf.cameras import (
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
from nerf.field import Field, FieldConfig, FieldOutput, HashField
from nerf.occupancy import OccupancyGrid
from nerf.render import RenderOutput, render, render_image
from nerf.shading import lambertian, light_to_world
from nerf.volrend import Samples

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
