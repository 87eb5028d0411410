"""Trees, flowers and what grows in pots."""
