"""How a field becomes a mesh: the settings of `bozzetto.export.package.field_to_mesh`."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class ExportSettings:
    """How a field becomes a mesh."""

    resolution: int = 128
    """Grid nodes along a side of the cube."""
    coarse_resolution: int = 96
    """Nodes of the grid on which the iso level is first searched and empty space is found; the fine grid's where that
    has fewer. The level is then searched anew on the fine grid: thin parts are thinner on a grid of fewer nodes, and
    the level that makes up for it is too low."""
    refinement: float = 1.0
    """Up to so many times `resolution` where there is little surface: a pole that is thinner than a cell comes out in
    pieces, and what is thin has few faces. Not more than a bulky object has; 1 never."""
    line_length: float = 0.0
    """Metres along which thin parts are made even and gaps in them closed, see export/surface/thin_structures.py; 0
    leaves them."""
    isolevel: float | None = None
    """Density per metre of the surface; None finds it from the volume render's silhouettes."""
    isolevel_views: int = 6
    """Volume renders to compare with."""
    isolevel_pixels: int = 96
    """Their pixels along a side."""
    keep_fraction: float = 0.01
    """Parts below this fraction of the largest part's volume and area are dropped."""
    fill_cavities: bool = True
    """Drop the walls of closed voids inside."""
    surface: Literal["dual", "marching"] = "marching"
    """`marching`: vertices on the grid's edges; `dual`: where tangent planes meet, which keeps edges sharp. On known
    solids the second is better by every measure; on the soft fields trained so far it is only slower (by 0.5 s)."""
    smooth_iterations: int = 4
    """Taubin iterations, before and after a fit to normals; 0 leaves the surface as sampled."""
    denoise_iterations: int = 25
    """Rounds of bilateral normal filtering on a grid of 128, more on finer ones; 0 leaves dents as they are."""
    normal_length: float = 2.0
    """Metres: shorter features follow the normals that are known from elsewhere, longer ones the field; 0 ignores
    them."""
    max_faces: int = 20_000
    """Budget of the simplification."""
    texture_size: int = 1024
    """Texels along a side, 64 to 4096."""
    uv_padding: int = 3
    """Texels between charts."""
    uv_time_limit: float = 30.0
    """Seconds for xatlas before box projection takes over."""
    match_views: int = 16
    """Renders of the field that the texture is fitted to; 0 bakes the field's colour at the surface as it is."""
    match_pixels: int = 128
    """Their pixels along a side."""
    inset: float = 0.0
    """Metres inside the surface at which the colour is asked for."""
    block: int = 1 << 17
    """Points in one call of a field, which bounds memory."""
    stage_time_limit: float = 600.0
    """Seconds for the sampling of the grid, the texture, and each further map; a map that takes longer is left out."""
    normal_map: bool = False
    """Bake the normals of the surface before simplification."""
    occlusion: bool = False
    """Bake ambient occlusion."""

    def __post_init__(self) -> None:
        if min(self.coarse_resolution, self.resolution) < 8:
            raise ValueError(
                "resolution and coarse_resolution must be at least 8, "
                f"got {self.resolution} and {self.coarse_resolution}"
            )
        if not 1 <= self.refinement <= 4:
            raise ValueError(f"refinement must be in [1, 4], got {self.refinement}")
        if not 0 <= self.line_length <= 0.5:
            raise ValueError(f"line_length must be in [0, 0.5] metres, got {self.line_length}")
        if self.surface not in ("dual", "marching"):
            raise ValueError(f"surface must be dual or marching, got {self.surface!r}")
        if self.max_faces < 4:
            raise ValueError(f"max_faces must be at least 4, got {self.max_faces}")
        if not 64 <= self.texture_size <= 4096:
            raise ValueError(f"texture_size must be in [64, 4096], got {self.texture_size}")
        if not (0 <= self.match_views <= 256 and 8 <= self.match_pixels <= 1024):
            raise ValueError(
                f"match_views must be in [0, 256] and match_pixels in [8, 1024], got {self.match_views}, "
                f"{self.match_pixels}"
            )
        if not self.stage_time_limit > 0:
            raise ValueError(f"stage_time_limit must be positive seconds, got {self.stage_time_limit}")
        if self.isolevel is not None and not self.isolevel > 0:
            raise ValueError(f"isolevel must be positive, got {self.isolevel}")
