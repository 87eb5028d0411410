"""The optimisation of a field by a prior: the loop, its state, its schedules and its terms."""
