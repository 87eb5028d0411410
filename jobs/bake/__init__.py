"""From a trained field to meshes and pictures in a run folder."""
