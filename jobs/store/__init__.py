"""Run folders on disk: state, checkpoints, progress, provenance, reports, and what resources a run needs."""
