"""From a density to triangles: iso level, marching, dual contouring, thin structures."""
