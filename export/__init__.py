"""From a density and a colour callable to a clean, textured mesh on disk.

Start at `export.field_to_mesh.export_mesh`. Conventions are stated in `export.mesh` and `export.raster`.
"""
