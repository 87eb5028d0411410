"""Whole commands: generate, fit, estimate, compare."""
