"""Teaching the embedded prior new nouns, from meshes, runs and pictures."""
