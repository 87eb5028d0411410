"""Families of buildings."""
