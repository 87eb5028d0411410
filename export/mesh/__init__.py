"""Triangle meshes: cleaning, simplification, levels of detail, nearest points, rasterisation, normals."""
