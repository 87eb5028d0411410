"""Trains the embedded prior: captioned meshes -> multi-view buffers -> training -> weights in sds/."""
