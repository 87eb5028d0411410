"""How much of a voxel is of an object's main colour: by its materials, and by its own colour between two of them."""

import torch

from bozzetto.sds.cover import cover_of
from bozzetto.sds.paint import near_main

MAIN, OTHER = torch.tensor([0.75, 0.5, 0.25]), torch.tensor([0.1, 0.08, 0.06])
EDGE = 12


def halves(
    border: float, of_main: torch.Tensor = MAIN, of_other: torch.Tensor = OTHER
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Colours, solidity and materials of a cube whose left part, up to a plane within a voxel, is of one material."""
    x = torch.arange(EDGE).float()
    share = (border - x).clamp(0, 1)[None, None, :].expand(EDGE, EDGE, EDGE)
    colours = of_other + share[..., None] * (of_main - of_other)
    return colours, torch.ones(EDGE, EDGE, EDGE, dtype=torch.bool), (share < 0.5).long()


def cover(colours: torch.Tensor, solid: torch.Tensor, material: torch.Tensor) -> torch.Tensor:
    near = near_main(colours.reshape(-1, 3), MAIN).view(colours.shape[:3])
    return cover_of(colours, near, solid, material, MAIN).share


def test_a_border_lies_where_the_voxels_colour_says():
    for border in (5.2, 5.5, 5.9):
        found = cover(*halves(border))
        torch.testing.assert_close(found.sum() / EDGE**2, torch.tensor(border), atol=0.02, rtol=0)
        assert bool((found[..., :5] == 1).all()) and bool((found[..., 6:] == 0).all())


def test_shades_within_a_material_are_all_of_it():
    colours, solid, material = halves(6.0)
    # A shadow that is further from the main colour than re-tinting reaches.
    colours = colours.clone()
    colours[2:4, :, 1:3] = 0.35 * MAIN
    assert float(near_main(colours[2, 0, 1][None], MAIN)) == 0
    assert bool((cover(colours, solid, material)[..., :6] == 1).all())


def test_a_material_of_several_colours_is_told_by_them():
    colours, solid, material = halves(6.0)
    material = torch.zeros_like(material)
    found = cover(colours, solid, material)
    assert bool((found[..., :6] == 1).all()) and bool((found[..., 6:] == 0).all())


def test_two_materials_of_the_main_colour_have_no_border():
    colours, solid, material = halves(5.5, MAIN, 0.9 * MAIN)
    assert bool((cover(colours, solid, material) == 1).all())


def test_what_is_outside_or_hidden_says_nothing():
    colours, solid, material = halves(6.0)
    solid, material = solid.clone(), material.clone()
    colours = colours.clone()
    solid[:, :, 8:] = False
    material[:, :, 10:] = -1
    colours[:, :, 8:] = MAIN
    assert bool((cover(colours, solid, material)[..., 6:10] == 0).all())


def test_beside_a_border_is_the_other_materials_own_colour():
    colours, solid, material = halves(5.4)
    near = near_main(colours.reshape(-1, 3), MAIN).view(colours.shape[:3])
    beside = cover_of(colours, near, solid, material, MAIN).beside
    mixed = beside[..., 5, :]
    assert bool((mixed[..., 3] == 1).all())
    torch.testing.assert_close(mixed[..., :3], OTHER.expand_as(mixed[..., :3]), atol=1e-4, rtol=0)
    assert float(beside[..., :3, :].abs().max()) == 0 and float(beside[..., 9:, :].abs().max()) == 0


def test_a_thing_of_a_voxels_width_has_its_purest_colour():
    colours, solid, material = halves(EDGE)
    colours, material = colours.clone(), material.clone()
    # Seeds, each of which a voxel shows half mixed, and some of them whole.
    colours[::3, ::3, ::3] = (MAIN + OTHER) / 2
    colours[::6, ::3, ::3] = OTHER
    material[::3, ::3, ::3] = 1
    near = near_main(colours.reshape(-1, 3), MAIN).view(colours.shape[:3])
    found = cover_of(colours, near, solid, material, MAIN)
    torch.testing.assert_close(found.beside[3, 0, 0, :3], OTHER, atol=1e-4, rtol=0)
    assert abs(float(found.share[3, 0, 0]) - 0.5) < 0.01 and float(found.share[0, 0, 0]) == 0
    assert float(found.share[1, 1, 1]) == 1
