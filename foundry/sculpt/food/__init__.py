"""Fruit, vegetables, dishes and sweets."""
