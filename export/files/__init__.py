"""Reading and writing mesh files, axes and units, validation."""
