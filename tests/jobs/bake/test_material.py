"""A run's words for materials: read by the prior, painted into its volume and onto its mesh."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import trimesh

from bozzetto.export.files.materials import srgb_to_linear
from bozzetto.export.mesh.mesh import Mesh, vertex_normals
from bozzetto.export.package.export_settings import ExportSettings
from bozzetto.export.package.levels import first_level
from bozzetto.export.texture.bake import surface_texels
from bozzetto.export.texture.uv import unwrap_box
from bozzetto.jobs.bake.material import finish_fn_of, paint_levels, with_finish
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.looks import colours_of
from bozzetto.jobs.train.priors import load_prior
from bozzetto.sds.paint import Paint
from bozzetto.sds.scene import things


@pytest.fixture(scope="module")
def prior():  # type: ignore[no-untyped-def]
    return load_prior("embedded")


def test_the_prior_reads_them_and_knows_what_they_paint(prior):
    text = prior.encode_text("a marble vase and a red chair")
    vase, chair = things(text.cond.scene)
    assert (vase.looks, vase.adjectives) == (("marble",), ("white",))
    assert (chair.looks, chair.adjectives) == ((), ("red",))
    assert prior.looks_of(text) == (("marble",), ())
    alone = prior.encode_text("a marble vase")
    normals = torch.nn.functional.normalize(torch.randn(300, 3, generator=torch.Generator().manual_seed(0)), dim=1)
    (paint,) = prior.paint_at(0.5 * normals, normals, alone)
    assert paint.looks == ("marble",) and 0.2 < float(paint.share.mean()) <= 1
    assert prior.paint_at(0.5 * normals, normals, prior.encode_text("a vase")) == []


def test_its_volume_takes_the_materials_colours_and_keeps_its_shape(prior):
    plain, painted = prior.encode_text("a vase"), prior.encode_text("a brick vase")
    axis = torch.linspace(-0.8, 0.8, 24)
    points = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    sigmas, before = prior.shape_at(points, plain)
    again, after = prior.shape_at(points, painted)
    assert torch.equal(sigmas, again)
    solid = sigmas > 20
    # What is no paint, such as a band, keeps its colours.
    made = after[solid & ((after - before).abs().sum(1) > 0.15)]
    assert len(made) > 0.3 * int(solid.sum())
    assert float(made[:, 0].mean()) > float(made[:, 2].mean()) + 0.1, "bricks are red"


def test_what_takes_no_colours_is_made_of_the_material_throughout(prior):
    """Words of the network change such an object here and there; it is neither spotted nor shaded by them."""
    noun = "dwarf"
    assert not prior.vocabulary[noun].noun.instances[0].tintable
    plain, gold = (prior.encode_text(text, instance=0) for text in (f"a {noun}", f"a golden {noun}"))
    axis = torch.linspace(-0.8, 0.8, 32)
    points = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    sigmas, before = prior.shape_at(points, plain)
    again, after = prior.shape_at(points, gold)
    assert torch.equal(sigmas, again)
    shell = (sigmas > 5) & (sigmas < 40)
    assert float(before[shell].std(0).max()) > 0.2 > 0.1 > float(after[shell].std(0).max()), "one metal"
    normals = torch.nn.functional.normalize(points[shell], dim=1)
    (paint,) = prior.paint_at(points[shell], normals, gold)
    assert bool((paint.share == 1).all()) and bool((paint.tone == 1).all())


def test_small_things_of_another_colour_stay_whole(prior):
    text = prior.encode_text("a metal cookie", instance=0)
    entry = prior.vocabulary["cookie"]
    parts = [material.part for material in entry.noun.instances[0].materials]
    index = torch.from_numpy(entry.source.material_index(entry.number, 0).astype(np.int64))
    edge, inside = prior.config.volume, prior.net.object.inside
    cell = torch.stack([inside % edge, inside // edge % edge, inside // edge**2], 1)
    points = (cell + 0.5) / edge * 2 - 1
    sigmas, _ = prior.shape_at(points, text)
    normals = torch.tensor([[0.0, 1.0, 0.0]]).expand(len(points), 3)
    (paint,) = prior.paint_at(points, normals, text)
    solid = sigmas > 5
    chips, dough = (solid & (index == parts.index(part)) for part in ("chips", "dough"))
    assert float(paint.share[chips].mean()) < 0.25 and float(paint.share[dough].mean()) > 0.9


def test_objects_keep_the_gloss_and_metal_of_their_own_materials(prior):
    noun = "chainsaw"
    text = prior.encode_text(f"a {noun}")
    known = {(m.roughness, m.metallic) for m in prior.vocabulary[noun].noun.instances[0].materials}
    assert {metallic for _, metallic in known} == {0.0, 1.0}
    finish = finish_fn_of(PriorKnowledge(prior, text))
    axis = np.linspace(-0.6, 0.6, 20)
    points = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    sigmas, _ = prior.shape_at(torch.from_numpy(points.astype(np.float32)), text)
    values = finish(points[sigmas.numpy() > 20])
    assert values.shape[1] == 6 and values[:, 1].min() < 0.1 and values[:, 1].max() > 0.9
    assert min(r for r, _ in known) - 1e-3 <= values[:, 0].min() and values[:, 0].max() <= 0.901
    # In a scene each object has its own; what nothing is known of stays as it was.
    both = prior.finish_at(torch.from_numpy(points.astype(np.float32)), prior.encode_text(f"a {noun} beside a chair"))
    assert (
        both is not None
        and bool((both[:, :2] == torch.tensor([0.9, 0.0])).all(1).any())
        and float(both[:, 1].max()) > 0.9
    )
    assert finish_fn_of(PriorKnowledge(prior, prior.encode_text("a cat"))) is None


def test_objects_keep_the_glass_and_the_light_of_their_own_materials(prior):
    axis = np.linspace(-0.9, 0.9, 32, dtype=np.float32)
    points = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    for noun, column in (("wine glass", 2), ("lightsaber", 3)):
        materials = prior.vocabulary[noun].noun.instances[0].materials
        most = max((m.transmission, *m.emission)[column - 2] for m in materials)
        finish = finish_fn_of(PriorKnowledge(prior, prior.encode_text(f"a {noun}")))
        assert most > 0.5 and finish(points)[:, column].max() > 0.6 * most, noun


def test_what_lies_over_an_objects_own_colours_paints_none():
    points = torch.zeros(4, 3)
    assert colours_of(("striped",), points, points) is None
    assert colours_of(("knit",), points, points) is None
    assert colours_of(("blue", "knit"), points, points + 0.5).shape == (4, 3)


def test_levels_are_painted_where_the_prior_says_and_reported():
    body = trimesh.creation.icosphere(subdivisions=3, radius=0.8)
    ball = Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32))
    ball = replace(ball, normals=vertex_normals(ball.vertices, ball.faces))
    made = replace(unwrap_box(ball, 128).mesh, texture=np.full((128, 128, 3), 90, np.uint8))
    level = first_level(made, ball, 128, measured=False)

    def paint(points: torch.Tensor, normals: torch.Tensor) -> list[Paint]:
        return [Paint((points[:, 1] > 0).float(), torch.ones(len(points)), ("gold",))]

    settings = ExportSettings(texture_size=128)
    levels, facts = paint_levels((level, level), ball, paint, None, settings, 0, lambda fraction: None, {"field": 1})
    assert facts["field"] == 1 and facts["materials"][0]["looks"] == ["gold"]
    assert 0.3 < facts["materials"][0]["share"] < 0.7
    for one in levels:
        texels = surface_texels(one.mesh, 128)
        metallic = one.mesh.pbr.roughness_metallic[texels.rows, texels.columns, 1] / 255
        assert metallic[texels.positions[:, 1] > 0.2].min() > 0.9
        assert metallic[texels.positions[:, 1] < -0.2].max() < 0.1

    def nowhere(points: torch.Tensor, normals: torch.Tensor) -> list[Paint]:
        return [Paint(torch.zeros(len(points)), torch.ones(len(points)), ("gold",))]

    def finish(points: np.ndarray) -> np.ndarray:
        right = points[:, 0] > 0
        off = np.zeros(len(points))
        return np.stack([np.full(len(points), 0.3), right, off, off, off, right * 0.5], axis=1)

    (own,), facts = paint_levels((level,), ball, None, finish, settings, 0, lambda fraction: None)
    texels = surface_texels(own.mesh, 128)
    rough, metallic = own.mesh.pbr.roughness_metallic[texels.rows, texels.columns].T / 255
    assert np.allclose(rough, 0.3, atol=0.01) and ((metallic > 0.5) == (texels.positions[:, 0] > 0)).mean() > 0.99
    assert own.mesh.texture is level.mesh.texture and own.mesh.normal_map is level.mesh.normal_map
    # What glows does so there alone, and nothing lets light through.
    blue = srgb_to_linear(own.mesh.pbr.emission_map[texels.rows, texels.columns, 2] / 255)
    assert np.allclose(blue, (metallic > 0.5) * 0.5, atol=0.01) and own.mesh.pbr.transmission == 0
    assert "materials" not in facts
    (both,), _ = paint_levels((level,), ball, paint, finish, settings, 0, lambda fraction: None)
    rough, metallic = both.mesh.pbr.roughness_metallic[texels.rows, texels.columns].T / 255
    low = texels.positions[:, 1] < -0.2
    assert np.allclose(rough[low], 0.3, atol=0.02), "what the words leave alone keeps its own"
    assert metallic[(texels.positions[:, 1] > 0.2) & (texels.positions[:, 0] < -0.1)].min() > 0.9
    even = with_finish(level.mesh, lambda points: np.tile([0.25, 1.0, 0.0, 0.0, 0.0, 0.0], (len(points), 1)), 128)
    assert (even.roughness, even.metallic, even.pbr) == (0.251, 1.0, None)

    levels, facts = paint_levels((level,), ball, nowhere, None, settings, 0, lambda fraction: None)
    assert "all of it" in facts["materials"][0]["note"]
    assert levels[0].mesh.pbr.roughness_metallic[..., 1].min() > 230
