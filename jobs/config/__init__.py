"""What a run is asked to do: settings, presets, recipes, prompts, and the errors that people read."""
