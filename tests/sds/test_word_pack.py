"""Word packs: what is written is read back; what is damaged or forged is refused, by file and field."""

import hashlib
import json
import zlib

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file

from bozzetto.sds.volume_kernels import ABSENT, FEATURES
from bozzetto.sds.volume_table import packed, unpacked
from bozzetto.sds.word_pack import (
    Instance,
    InstanceData,
    Noun,
    NounData,
    PackError,
    SurfaceMaterial,
    WordPack,
    copy_nouns,
    network_checksum,
    voxels_inside,
    write_pack,
)

EDGE, NETWORK, WIDTH = 6, "ab" * 32, 5
VOXELS = voxels_inside(EDGE)
OWN = {"network": NETWORK, "edge": EDGE, "embedding": WIDTH}


def a_row(seed=0):
    generator = torch.Generator().manual_seed(seed)
    opacity = torch.where(torch.rand(VOXELS, generator=generator) < 0.5, ABSENT, 2.0)
    return torch.cat([opacity, torch.randn(VOXELS * FEATURES, generator=generator)])


FULL = Noun(
    "hover bike",
    (
        Instance(
            size=2.1,
            words=("old", "tall"),
            anchors={"seat": (0.0, 0.25, -0.5)},
            colour=(0.5, 0.25, 1.0),
            materials=(SurfaceMaterial("steel", 0.25, 1.0, part="frame"), SurfaceMaterial("glass", transmission=1.0)),
            author="Ann O'Nymous",
            licence="CC0-1.0",
            source="bike.glb",
            source_sha256="0" * 64,
            has_vector=True,
            about={"iou": 0.97, "way": "mesh"},
        ),
        Instance(size=1.5, tintable=False),
    ),
    plural="hover bikes",
    synonyms=("flying bike",),
    kinds=("air scooter",),
    size=2.0,
    like="bicycle",
)


def full_data():
    index = (np.arange(VOXELS) % 2).astype(np.uint8)
    first = InstanceData(a_row(), b"a picture", index, torch.arange(WIDTH).float())
    return NounData(FULL, (first, InstanceData(a_row(1))))


@pytest.fixture
def path(tmp_path):
    plain = NounData(Noun("cup", (Instance(),), like="mug"), (InstanceData(a_row(2)),))
    return write_pack(tmp_path / "two.safetensors", [full_data(), plain], **OWN)


def test_what_is_written_is_read_back(path):
    pack = WordPack(path)
    assert (pack.network, pack.edge, pack.embedding) == (NETWORK, EDGE, WIDTH)
    assert pack.nouns[0] == FULL and pack.nouns[1].name == "cup"
    blob, scale = packed(a_row(1), EDGE)
    assert torch.equal(pack.volume(0, 1), unpacked(blob, scale, VOXELS))
    assert torch.equal(pack.vector(0, 0), torch.arange(WIDTH).float()) and pack.vector(0, 1) is None
    assert pack.preview(0, 0) == b"a picture" and pack.preview(1, 0) == b""
    assert pack.material_index(0, 0).tolist() == [k % 2 for k in range(VOXELS)] and pack.material_index(0, 1) is None


def test_a_pack_says_what_it_is_without_its_data_being_read(path, tmp_path):
    cut = tmp_path / "cut.safetensors"
    data = path.read_bytes()
    spoilt = bytearray(data)
    spoilt[-1] ^= 1
    cut.write_bytes(bytes(spoilt))
    pack = WordPack(cut)
    assert pack.digest == WordPack(path).digest
    with pytest.raises(PackError, match=r"cut.safetensors: .*SHA-256"):
        for k, noun in enumerate(pack.nouns):
            pack.data(k) and noun


def test_nouns_are_copied_renamed_and_keep_their_bytes(path, tmp_path):
    pack = WordPack(path)
    renamed = Noun(**{**FULL.__dict__, "name": "sky bike"})
    copy = WordPack(copy_nouns(tmp_path / "one.safetensors", [(pack, 0, renamed)]))
    assert [noun.name for noun in copy.nouns] == ["sky bike"] and copy.digest != pack.digest
    for i in range(2):
        assert torch.equal(copy.volume(0, i), pack.volume(0, i))
    assert copy.preview(0, 0) == pack.preview(0, 0) and torch.equal(copy.vector(0, 0), pack.vector(0, 0))
    other = write_pack(tmp_path / "other.safetensors", [full_data()], **{**OWN, "network": "cd" * 32})
    with pytest.raises(PackError, match="network: is not that of"):
        copy_nouns(tmp_path / "mixed.safetensors", [(pack, 0, FULL), (WordPack(other), 0, FULL)])
    assert not (tmp_path / "mixed.safetensors").exists()


def forged(path, tmp_path, tensors=None, **changes):
    """The pack with other metadata and tensors, all its checksums made to fit again."""
    from safetensors import safe_open

    with safe_open(path, "pt") as file:
        about = dict(file.metadata())
    tensors = load_file(path) if tensors is None else tensors
    about |= changes
    if "sums" not in changes:
        raw = {name: t.flatten().view(torch.uint8).numpy().tobytes() for name, t in tensors.items()}
        about["sums"] = json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in raw.items()})
    if "digest" not in changes:
        keys = ("format", "version", "network", "edge", "embedding", "nouns", "sums")
        about["digest"] = hashlib.sha256("".join(f"{k}={about.get(k)}\n" for k in keys).encode()).hexdigest()
    made = tmp_path / "forged.safetensors"
    save_file(tensors, made, metadata=about)
    return made


def noun_json(path, **changes):
    from safetensors import safe_open

    with safe_open(path, "pt") as file:
        nouns = json.loads(file.metadata()["nouns"])
    nouns[0] |= changes
    return json.dumps(nouns)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "../etc/passwd"}, r"nouns\[0\].name: expected one to 4 words"),
        ({"name": "a\nb"}, r"nouns\[0\].name"),
        ({"name": "x" * 61}, r"nouns\[0\].name"),
        ({"name": "cup"}, r"nouns: the name 'cup' is there twice"),
        ({"name": None}, r"nouns\[0\].name"),
        ({"synonyms": ["ok", "/dev/null"]}, r"nouns\[0\].synonyms\[1\]"),
        ({"size": -1}, r"nouns\[0\].size: expected a number from"),
        ({"size": "2"}, r"nouns\[0\].size"),
        ({"instances": []}, r"nouns\[0\].instances: is empty"),
        ({"instances": [{"author": "a\x1b[31mb"}]}, r"instances\[0\].author: expected a line"),
        ({"instances": [{"anchors": {"seat": [0, 0, 9]}}]}, r"anchors.seat\[2\]: expected a number from -1 to 1"),
        ({"instances": [{"anchors": {"nose": [0, 0, 0]}}]}, r"anchors.nose: a field that"),
        ({"instances": [{"colour": [0.5, 0.5]}]}, r"colour: expected 3 numbers"),
        ({"instances": [{"source_sha256": "xyz"}]}, r"source_sha256: expected a SHA-256"),
        ({"instances": [{"materials": [{"name": "m", "roughness": 2}]}]}, r"materials\[0\].roughness"),
        ({"script": "x"}, r"nouns\[0\].script: a field that this bozzetto does not know"),
        ({"like": ""}, r"nouns\[0\].like: expected a known noun"),
    ],
)
def test_forged_nouns_are_refused_by_field(path, tmp_path, changes, message):
    made = forged(path, tmp_path, nouns=noun_json(path, **changes))
    with pytest.raises(PackError, match=rf"forged.safetensors: .*{message}"):
        WordPack(made)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": "pickle"}, "it is no word pack"),
        ({"version": "2"}, "another bozzetto wrote it"),
        ({"network": "../x"}, "network: expected a SHA-256"),
        ({"edge": "100000"}, "edge: expected a number"),
        ({"nouns": "[NaN"}, "nouns: "),
        ({"nouns": "[" * 100_000}, "nouns: is not JSON"),
        ({"nouns": '[{"name": "a", "size": Infinity}]'}, "Infinity is no number"),
        ({"digest": "0" * 64}, "digest: does not fit"),
        ({"sums": "{}"}, "sums.*: is missing"),
    ],
)
def test_forged_headers_are_refused_by_field(path, tmp_path, changes, message):
    made = forged(path, tmp_path, **changes)
    with pytest.raises(PackError, match=message):
        WordPack(made)


def test_forged_arrays_are_refused_when_they_are_read(path, tmp_path):
    tensors = load_file(path)
    spoilt = {
        "0.0.vector": torch.full((WIDTH,), float("nan")),
        "0.0.scale": torch.full((FEATURES,), float("inf")),
        "0.0.volume": torch.frombuffer(bytearray(zlib.compress(bytes(1 << 26))), dtype=torch.uint8),
        "0.0.materials": torch.frombuffer(bytearray(zlib.compress(bytes([9] * VOXELS))), dtype=torch.uint8),
    }
    for name, value in spoilt.items():
        try:
            pack = WordPack(forged(path, tmp_path, {**tensors, name: value}))
        except PackError as error:
            assert name in str(error)
            continue
        with pytest.raises(PackError, match=name):
            pack.data(0)
    for wrong in (
        {**tensors, "9.0.volume": tensors["0.0.volume"].clone()},
        {k: v for k, v in tensors.items() if k != "1.0.scale"},
    ):
        with pytest.raises(PackError, match=r"9.0.volume: a tensor that no noun has|1.0.scale: the tensor is missing"):
            WordPack(forged(path, tmp_path, wrong))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 1 << 20), flips=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), max_size=3))
def test_any_damage_is_refused_or_harmless(path, tmp_path, cut, flips):
    data = bytearray(path.read_bytes())
    whole = WordPack(path).data(0)
    for at, bits in flips:
        data[at % len(data)] ^= bits
    del data[max(0, len(data) - cut % 400) :]
    damaged = tmp_path / "damaged.safetensors"
    damaged.write_bytes(bytes(data))
    try:
        found = WordPack(damaged).data(0)
    except PackError as error:
        assert "damaged.safetensors" in str(error)
    else:
        assert torch.equal(found.instances[0].row, whole.instances[0].row) and found.noun == whole.noun


def test_the_checksum_of_a_network_leaves_words_out():
    tensors = {"inlet.weight": torch.ones(2, 2), "words.int8": torch.zeros(3), "volumes.data": torch.zeros(1)}
    same = {"inlet.weight": torch.ones(2, 2), "words": torch.ones(9)}
    assert network_checksum(tensors) == network_checksum(same)
    assert network_checksum(tensors) != network_checksum({"inlet.weight": torch.ones(4, 1)})
    assert network_checksum(tensors) != network_checksum({"inlet.weight": torch.zeros(2, 2)})
