"""Pretrained text-to-image models as priors: Stable Diffusion 1.5, 2.1 and XL, DeepFloyd IF, Stable Diffusion 3, FLUX.

They come as folders in the layout of `diffusers`, from the disk or from the hub. Only safetensors are read, nothing is
unpickled, no code that comes with a model is run. `diffusers` and `transformers` are an optional extra, imported when a
prior is loaded.

Every prior here speaks the room's language: x_t = alpha(t) x0 + sigma(t) eps of the cosine schedule, and predictions of
x0. A model's own time is found by its noise level, see `levels`.
"""
