"""Jobs on disk, the workers that run them, and sweeps over seeds."""
