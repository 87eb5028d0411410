"""The `bozzetto` command."""
