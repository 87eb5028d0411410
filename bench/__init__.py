"""Measures: quality against known truth. Reads the foundry's objects; never used by a run."""
