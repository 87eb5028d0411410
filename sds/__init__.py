"""A frozen image prior and the score-distillation gradient that it gives.

Conventions of the room: images are channel-first `[B, 3, H, W]` in [-1, 1]; the diffusion time `t` is continuous in
(0, 1), 0 is clean; priors predict the clean image x0; angles are radians; randomness enters as a `torch.Generator`.
"""
