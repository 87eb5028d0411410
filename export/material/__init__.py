"""What things are made of, as solid textures: material, state and pattern words as functions of space."""
