"""Paint in volumes: the part that colour words change is found, and any colour mixed into it and nothing else."""

import torch

from bozzetto.sds.paint import PALETTE, PROBES, near_main, own_colours, paint_of, painted_volume
from bozzetto.sds.volume import Volume, along_normals
from bozzetto.sds.volume_kernels import ABSENT, FEATURES

COLOURS = {
    "red": (0.8, 0.1, 0.1), "orange": (0.9, 0.45, 0.1), "yellow": (0.9, 0.8, 0.1), "green": (0.1, 0.6, 0.2),
    "blue": (0.1, 0.2, 0.8), "purple": (0.5, 0.1, 0.6), "pink": (0.95, 0.55, 0.7), "brown": (0.4, 0.25, 0.1),
    "black": (0.05, 0.05, 0.05), "white": (0.95, 0.95, 0.95), "gray": (0.5, 0.5, 0.5),
}  # fmt: skip
ALBEDO = torch.zeros(3, FEATURES)
ALBEDO[0, 0] = ALBEDO[1, 1] = ALBEDO[2, 2] = 1.0
PAINTED = 3
"""Feature that says that a place is paint; a turn adds its colour there. Feature 4 is how bright the rest is."""


def ball(edge: int = 24) -> Volume:
    """An opaque ball of radius 0.7: its upper half is paint, its lower half grey of its own."""
    axis = (torch.arange(edge) + 0.5) / edge * 2 - 1
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    apart = (x**2 + y**2 + z**2).sqrt()
    features = torch.zeros(1, edge, edge, edge, FEATURES)
    features[..., PAINTED] = (y > 0).float()
    features[..., :3] = 0.3 * (y <= 0).float()[..., None]
    # A soft edge, as training leaves it.
    return Volume(((0.7 - apart) * 40).clamp(ABSENT, 3.0)[None], features)


def turns(names: tuple[str, ...]) -> torch.Tensor:
    """Maps that add each colour where there is paint."""
    out = torch.zeros(len(names), FEATURES + 1, FEATURES)
    for k, name in enumerate(names):
        out[k, PAINTED, :3] = torch.tensor(COLOURS[name])
    return out


def surface(n: int = 400) -> torch.Tensor:
    return torch.nn.functional.normalize(torch.randn(n, 3, generator=torch.Generator().manual_seed(0)), dim=-1)


def test_paint_is_what_colour_words_change():
    normals = surface()
    paint = paint_of(ball(), turns(PROBES), ALBEDO, 0.7 * normals, normals)
    above, below = normals[:, 1] > 0.25, normals[:, 1] < -0.25
    assert float(paint.share[above].min()) > 0.95
    assert float(paint.share[below].max()) < 0.05
    # One colour throughout is one tone.
    torch.testing.assert_close(paint.tone[above], torch.ones(int(above.sum())), atol=0.08, rtol=0)


def test_any_colour_within_the_palette_is_mixed_into_the_paint_alone():
    volume = ball()._replace(turn=turns(("brown",)))

    def stripes(points: torch.Tensor, normals: torch.Tensor) -> torch.Tensor:
        first, second = torch.tensor([0.7, 0.3, 0.35]), torch.tensor([0.25, 0.35, 0.5])
        return torch.where(points[:, :1] > 0, first, second)

    out = painted_volume(volume, turns(PALETTE), ALBEDO, stripes)
    assert out.turn is None and torch.equal(out.opacity, volume.opacity)
    normals = surface()
    seen = along_normals(out, 0.7 * normals, normals)
    colours = seen[:, 1:] @ ALBEDO.T / seen[:, :1].clamp(min=0.05)
    right, left = (normals[:, 1] > 0.3) & (normals[:, 0] > 0.25), (normals[:, 1] > 0.3) & (normals[:, 0] < -0.25)
    torch.testing.assert_close(colours[right].mean(0), torch.tensor([0.7, 0.3, 0.35]), atol=0.04, rtol=0)
    torch.testing.assert_close(colours[left].mean(0), torch.tensor([0.25, 0.35, 0.5]), atol=0.04, rtol=0)
    below = normals[:, 1] < -0.3
    torch.testing.assert_close(colours[below].mean(0), torch.tensor([0.3, 0.3, 0.3]), atol=0.03, rtol=0)


def test_what_is_of_another_colour_than_the_main_one_is_no_paint():
    """Words change all of it a little, as networks do; what was a patch of its own stays one, in its own colour."""
    volume = ball()
    features = volume.features.clone()
    features[..., PAINTED] = 1.0
    # Above cream, below a brown patch.
    cream, brown = torch.tensor([0.9, 0.86, 0.8]), torch.tensor([0.45, 0.25, 0.1])
    features[..., :3] = torch.where(features[..., :1] > 0.2, brown, cream)
    bare = volume._replace(features=features)
    tinted = bare._replace(turn=turns(("green",)))
    normals = surface()
    seen = own_colours(bare, ALBEDO, 0.7 * normals, normals)
    above, below = normals[:, 1] > 0.3, normals[:, 1] < -0.3
    torch.testing.assert_close(seen[above].mean(0), cream, atol=0.03, rtol=0)
    assert float(near_main(seen[above], cream).min()) > 0.95 and float(near_main(seen[below], cream).max()) < 0.05
    jade = torch.tensor([0.2, 0.5, 0.3])
    out = painted_volume(tinted, turns(PALETTE), ALBEDO, lambda at, n: jade.expand(len(at), 3), bare, cream)
    colours = own_colours(out, ALBEDO, 0.7 * normals, normals)
    torch.testing.assert_close(colours[above].mean(0), jade, atol=0.05, rtol=0)
    torch.testing.assert_close(colours[below].mean(0), brown, atol=0.03, rtol=0)


def test_what_was_unmixed_before_is_kept_where_there_is_no_paint():
    """The plain volume may be turned already, with other features than those that words turn."""
    volume = ball()
    tinted, own = volume._replace(turn=turns(("green",))), volume.features.clone()
    own[..., :3] = torch.where(own[..., :1] > 0.2, torch.tensor([0.6, 0.2, 0.1]), own[..., :3])
    jade, normals = torch.tensor([0.2, 0.5, 0.3]), surface()
    plain = volume._replace(features=own)
    out = painted_volume(tinted, turns(PALETTE), ALBEDO, lambda at, n: jade.expand(len(at), 3), plain)
    colours = own_colours(out, ALBEDO, 0.7 * normals, normals)
    above, below = normals[:, 1] > 0.3, normals[:, 1] < -0.3
    torch.testing.assert_close(colours[above].mean(0), jade, atol=0.05, rtol=0)
    torch.testing.assert_close(colours[below].mean(0), torch.tensor([0.6, 0.2, 0.1]), atol=0.03, rtol=0)


def test_who_has_no_colours_paints_nothing():
    volume = ball()
    assert painted_volume(volume, turns(PALETTE), ALBEDO, lambda points, normals: None) is volume
