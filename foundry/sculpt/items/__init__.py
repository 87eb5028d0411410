"""Families of things that are carried, worn, played and lived with."""
