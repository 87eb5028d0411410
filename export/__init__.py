"""From a density and a colour callable to a clean, textured mesh on disk.

Start at `bozzetto.export.package.field_to_mesh.field_to_model`. Conventions are stated in `bozzetto.export.mesh.mesh`
and `bozzetto.export.mesh.raster`.
"""
