"""UV unwrapping, texture fitting and baked maps."""
