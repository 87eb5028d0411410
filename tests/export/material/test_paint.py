"""Looks on a mesh's maps: geometry untouched, no seams, the same at any size, blended by their shares."""

from dataclasses import replace

import numpy as np
import pytest
import trimesh

from bozzetto.export.files.materials import srgb_to_linear
from bozzetto.export.material.look import MATERIALS, Look
from bozzetto.export.material.paint import Coat, blended, optics_of, painted, shade_of
from bozzetto.export.material.preview import LIGHTS, framed, material_preview, pictured, tone_mapped
from bozzetto.export.material.surface import Points
from bozzetto.export.mesh.mesh import Mesh, vertex_normals
from bozzetto.export.texture.bake import surface_texels
from bozzetto.export.texture.uv import unwrap_box


@pytest.fixture(scope="module")
def ball() -> Mesh:
    body = trimesh.creation.icosphere(subdivisions=3, radius=0.8)
    mesh = Mesh(np.asarray(body.vertices, np.float32), np.asarray(body.faces, np.int32))
    mesh = unwrap_box(replace(mesh, normals=vertex_normals(mesh.vertices, mesh.faces)), 256).mesh
    texture = np.full((256, 256, 3), 200, np.uint8)
    return replace(mesh, texture=texture)


def look(*names: str) -> Look:
    return Look.of(names)


def test_geometry_and_uv_stay_the_same_bits(ball):
    out = painted(ball, [Coat(look("rusty", "iron"))], 128)
    for name in ("vertices", "faces", "uv", "normals"):
        assert np.array_equal(getattr(out, name), getattr(ball, name)), name
    assert out.texture.shape == (128, 128, 3) and out.pbr.roughness_metallic.shape == (128, 128, 2)


def test_texels_have_what_the_material_has_at_their_place(ball):
    out = painted(ball, [Coat(look("marble"))], 256)
    texels = surface_texels(ball, 256)
    expected = MATERIALS["marble"].shade(Points(texels.positions, texels.normals))
    albedo = srgb_to_linear(out.texture[texels.rows, texels.columns] / 255.0)
    assert np.abs(albedo - expected.albedo).mean() < 0.02
    roughness = out.pbr.roughness_metallic[texels.rows, texels.columns, 0] / 255.0
    assert np.abs(roughness - expected.roughness).mean() < 0.005
    assert (out.pbr.roughness_metallic[texels.rows, texels.columns, 1] == 0).all()


def test_a_seam_has_the_same_colour_on_both_sides(ball):
    out = painted(ball, [Coat(look("red", "striped", "sandstone"))], 512)
    # Vertices at one place that lie in two charts, well inside the surface.
    keys: dict[bytes, list[int]] = {}
    for k, vertex in enumerate(out.vertices):
        keys.setdefault(vertex.tobytes(), []).append(k)
    pairs = np.array([group[:2] for group in keys.values() if len(group) > 1])
    assert len(pairs) > 50
    face_of = np.zeros(len(out.vertices), np.int64)
    corner_of = np.zeros(len(out.vertices), np.int64)
    for corner in range(3):
        face_of[out.faces[:, corner]], corner_of[out.faces[:, corner]] = np.arange(len(out.faces)), corner
    surfaces = []
    for side in (0, 1):
        vertex = pairs[:, side]
        surface, _ = shade_of(out)(face_of[vertex], np.eye(3)[corner_of[vertex]])
        surfaces.append(surface.albedo)
    assert np.abs(surfaces[0] - surfaces[1]).mean() < 0.02


def test_shares_blend_and_where_there_is_none_the_mesh_stays(ball):
    own = replace(ball, roughness=0.7)
    out = painted(own, [Coat(look("gold"), share=lambda texels: (texels.positions[:, 1] > 0).astype(np.float32))], 128)
    texels = surface_texels(own, 128)
    metallic = out.pbr.roughness_metallic[texels.rows, texels.columns, 1]
    above = texels.positions[:, 1] > 0
    assert (metallic[above] == 255).all() and (metallic[~above] == 0).all()
    assert np.abs(out.texture[texels.rows, texels.columns][~above].astype(int) - 200).max() <= 1
    assert np.abs(out.pbr.roughness_metallic[texels.rows, texels.columns, 0][~above] - 0.7 * 255).max() <= 1


def test_tone_keeps_an_objects_own_shades(ball):
    even = painted(ball, [Coat(look("plaster"))], 64)
    toned = painted(ball, [Coat(look("plaster"), tone=lambda t: np.where(t.positions[:, 0] > 0, 0.2, 1.0))], 64)
    texels = surface_texels(ball, 64)
    right = texels.positions[:, 0] > 0
    before, after = (srgb_to_linear(m.texture[texels.rows, texels.columns] / 255.0).mean(1) for m in (even, toned))
    np.testing.assert_allclose(after[right] / before[right], 0.6, atol=0.02)
    np.testing.assert_allclose(after[~right], before[~right], atol=1e-6)


def test_what_lies_beside_is_unmixed_along_a_border(ball):
    def right(texels):
        return (texels.positions[:, 0] > 0).astype(np.float32)

    def beside(texels):
        sure = (np.abs(texels.positions[:, 0]) < 0.1).astype(np.float32)[:, None]
        return np.concatenate([sure * [0.9, 0.1, 0.1], sure], axis=1)

    out = painted(ball, [Coat(look("gold"), right, beside=beside)], 128)
    texels = surface_texels(ball, 128)
    shown, x = out.texture[texels.rows, texels.columns], texels.positions[:, 0]
    assert np.abs(shown[(x < 0) & (x > -0.1)].astype(int) - [230, 26, 26]).max() <= 1
    assert np.abs(shown[x < -0.1].astype(int) - 200).max() <= 1
    gold = painted(ball, [Coat(look("gold"), right)], 128).texture[texels.rows, texels.columns]
    assert np.array_equal(shown[x > 0], gold[x > 0])


def test_a_metal_keeps_its_specular_colour_in_dark_places(ball):
    even, dark = (painted(ball, [Coat(look("silver"), tone=tone)], 64) for tone in (None, lambda t: 0.2 * t.rows**0))
    texels = surface_texels(ball, 64)
    before, after = (srgb_to_linear(m.texture[texels.rows, texels.columns] / 255.0).mean() for m in (even, dark))
    assert 0.85 < after / before < 0.95, "silver, not lead"


def test_glass_coat_light_and_sheen_become_factors_or_maps(ball):
    glass = painted(ball, [Coat(look("glass"))], 64).pbr
    assert glass.transmission == pytest.approx(1.0) and glass.transmission_map is None and glass.ior == 1.52
    half = painted(ball, [Coat(look("glass"), share=lambda t: (t.positions[:, 0] > 0).astype(np.float32))], 64).pbr
    assert half.transmission == 1.0 and half.transmission_map is not None
    assert painted(ball, [Coat(look("porcelain"))], 64).pbr.coat == pytest.approx(1.0)
    velvet = painted(ball, [Coat(look("velvet"))], 64).pbr
    assert max(velvet.sheen) > 0.5 and velvet.sheen_roughness == 0.3
    lava = painted(ball, [Coat(look("lava"))], 64).pbr
    assert lava.emissive == (1.0, 1.0, 1.0) and lava.emission_map is not None and lava.emissive_strength == 3.0
    wood = painted(ball, [Coat(look("wood"))], 64).pbr
    assert (wood.transmission, wood.coat, max(wood.sheen), max(wood.emissive)) == (0, 0, 0, 0)


def test_normals_are_bent_where_there_is_relief_and_straight_where_there_is_none(ball):
    flat = painted(ball, [Coat(look("porcelain"))], 128)
    relief = painted(ball, [Coat(look("cobblestone"))], 128)
    texels = surface_texels(ball, 128)
    tilt = [1 - (m.normal_map[texels.rows, texels.columns, 2] / 127.5 - 1).clip(-1, 1) for m in (flat, relief)]
    assert tilt[0].mean() < 0.01 < 0.02 < tilt[1].mean()


def test_pictures_of_a_painted_mesh_are_those_of_its_material(ball):
    frame = framed(ball, size=64)
    out = painted(ball, [Coat(look("ceramic"))], 256)
    assert optics_of(out).coat_roughness == look("ceramic").optics.coat_roughness
    direct = material_preview(frame, look("ceramic").shade, look("ceramic").optics).astype(float)
    surface, normals = shade_of(out)(frame.faces, frame.bary)
    through_maps = pictured(frame, surface, normals, optics_of(out)).astype(float)
    error = ((direct - through_maps) ** 2).mean() / 255**2
    assert 10 * np.log10(1 / error) > 34
    other = pictured(frame, surface, normals, optics_of(out), environment=LIGHTS[2]).astype(float)
    assert np.abs(other - through_maps).mean() > 5


def test_tones_below_the_shoulder_are_kept():
    linear = np.array([[0.2, 0.3, 0.4], [0.5, 0.5, 0.5], [20.0, 20.0, 18.0]])
    mapped = tone_mapped(linear)
    np.testing.assert_allclose(mapped[:2], linear[:2] - 0.04, atol=1e-9)
    assert (mapped[2] > 0.9).all() and (mapped <= 1).all()


def test_what_no_coat_covers_keeps_its_own_maps(ball):
    own = painted(ball, [Coat(look("red", "glowing", "plastic"))], 256)
    assert own.pbr.emissive_strength > 1 and own.pbr.emission_map is not None or any(own.pbr.emissive)
    left = painted(own, [Coat(look("gold"), lambda texels: (texels.positions[:, 0] > 0) * 1.0)], 256)
    texels = surface_texels(ball, 256)
    faces, gilt = texels.faces, texels.positions[:, 0] > 0
    before, after = (shade_of(mesh)(faces, texels.bary)[0] for mesh in (own, left))
    strengths = [mesh.pbr.emissive_strength for mesh in (own, left)]
    sent = [surface.emission * strength for surface, strength in zip((before, after), strengths, strict=True)]
    deep = np.abs(texels.positions[:, 0]) > 0.05
    np.testing.assert_allclose(sent[0][~gilt & deep], sent[1][~gilt & deep], atol=0.05)
    assert np.abs(after.albedo - before.albedo)[~gilt & deep].mean() < 0.01
    assert after.metallic[gilt & deep].min() > 0.9 and sent[1][gilt & deep].max() < 0.02
    # A state laid over it leaves its light.
    dirty = shade_of(painted(own, [Coat(look("dusty"))], 256))(faces, texels.bary)[0]
    assert dirty.emission.mean() > 0.3 * before.emission.mean() > 0


def test_maps_are_blended_by_a_share(ball):
    one, other = (painted(ball, [Coat(look(name))], 128) for name in ("gold", "marble"))
    both = blended(one, other, lambda texels: (texels.positions[:, 1] > 0) * 1.0, 128)
    texels = surface_texels(ball, 128)
    at, above = (texels.rows, texels.columns), texels.positions[:, 1] > 0
    for mesh, which in ((other, above), (one, ~above)):
        assert np.abs(both.texture[at][which].astype(int) - mesh.texture[at][which]).mean() < 3
        finish = [made.pbr.roughness_metallic[at][which].astype(int) for made in (both, mesh)]
        assert np.abs(finish[0] - finish[1]).mean() < 3
    assert both.normal_map is one.normal_map and np.array_equal(both.uv, ball.uv)
