import dataclasses
import math

import pytest
import torch

from bozzetto.sds.conditioning import Conditioning, UnknownWord, Views, concatenate_views

FIELDS = [field.name for field in dataclasses.fields(Views)]


def fields_of(views: Views) -> list[torch.Tensor]:
    return [getattr(views, name) for name in FIELDS]


def same(left: Views, right: Views) -> bool:
    return all(torch.equal(a, b) for a, b in zip(fields_of(left), fields_of(right), strict=True))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_ends_of_the_ranges_are_valid(make_views, dtype):
    views = dataclasses.replace(make_views(2, dtype), elevation=torch.tensor([-math.pi / 2, math.pi / 2], dtype=dtype))
    assert len(views) == 2


@pytest.mark.parametrize("name", FIELDS)
def test_each_field_is_checked(make_views, name):
    views = make_views(4)
    value = getattr(views, name)
    with pytest.raises(ValueError, match=name if name != "azimuth" else "shape|B"):
        dataclasses.replace(views, **{name: value[:3]})
    with pytest.raises(ValueError, match=name):
        dataclasses.replace(views, **{name: value[:, None]})
    with pytest.raises(ValueError, match=f"{name}: expected finite"):
        dataclasses.replace(views, **{name: torch.full_like(value, math.nan)})
    with pytest.raises(TypeError, match=f"{name}: expected a floating-point"):
        dataclasses.replace(views, **{name: value.long()})
    with pytest.raises(ValueError if name == "azimuth" else TypeError, match=name):
        dataclasses.replace(views, **{name: value.tolist()})


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("elevation", 1.6),
        ("elevation", -1.6),
        ("ambient", -0.1),
        ("ambient", 1.1),
        ("background", -0.1),
        ("background", 1.1),
        ("zoom", 0.0),
        ("zoom", -1.0),
        ("center", 1.1),
        ("light", 0.5),
    ],
)
def test_one_value_outside_its_range_is_refused(make_views, name, bad):
    views = make_views(4)
    value = getattr(views, name).clone()
    value.view(-1)[-1] = bad
    with pytest.raises(ValueError, match=f"{name}: expected"):
        dataclasses.replace(views, **{name: value})


def test_indexing_is_indexing_of_each_field(make_views):
    views = make_views(5)
    for index in (slice(1, 4), slice(None, None, 2), torch.tensor([3, 0, 3]), views.azimuth > 1.0):
        picked = views[index]
        assert all(torch.equal(a, b[index]) for a, b in zip(fields_of(picked), fields_of(views), strict=True))
    assert same(views[[3, 0]], views[torch.tensor([3, 0])])
    assert same(views[(3, 0)], views[torch.tensor([3, 0])])
    assert len(views[:0]) == 0


def test_an_int_index_is_refused(make_views):
    for index in (0, torch.tensor(0)):
        with pytest.raises(TypeError, match="index"):
            make_views(2)[index]


def test_concatenation_undoes_slicing(make_views):
    views = make_views(5)
    assert same(concatenate_views([views[:2], views[2:3], views[3:]]), views)
    assert same(views.to("cpu"), views)
    with pytest.raises(ValueError, match="at least one"):
        concatenate_views([])


def test_data_is_frozen(make_views):
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_views(1).zoom = torch.ones(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Conditioning(None, None, "").prompt = "x"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        UnknownWord("x", ()).word = "y"  # type: ignore[misc]


def test_conditioning_moves_both_payloads_and_keeps_the_rest():
    unknown = [UnknownWord("gryphon", ("griffin", "eagle"))]
    conditioning = Conditioning(torch.ones(2), torch.zeros(3), "a gryphon", unknown)  # type: ignore[arg-type]
    moved = conditioning.to("meta")
    assert (moved.cond.device.type, moved.uncond.device.type) == ("meta", "meta")
    assert (moved.cond.shape, moved.uncond.shape) == ((2,), (3,))
    assert (moved.prompt, moved.unknown) == ("a gryphon", tuple(unknown))
    assert Conditioning(None, None, "x").to("meta").cond is None


def test_conditioning_is_checked():
    with pytest.raises(TypeError, match="prompt"):
        Conditioning(None, None, 3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unknown"):
        Conditioning(None, None, "", ("word",))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="uncond"):
        Conditioning(None, "text", "")
