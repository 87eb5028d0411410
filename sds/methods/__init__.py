"""Relatives of score distillation sampling, one file each, all written on predictions of x0 (see
`bozzetto.sds.distillation`).

With eps_hat = (x_t - alpha x0_hat) / sigma, a difference of two noise predictions is -(alpha / sigma) times that of the
predictions of x0. Every function takes what `bozzetto.sds.distillation.sds_gradient` takes, and returns its
`Distillation`.
"""
