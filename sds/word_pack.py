"""Word packs: files that hold nouns for the embedded prior, each with its objects as volumes beside the frozen network.

A pack is a safetensors file. Its metadata says what it holds, in JSON:

    format    "bozzetto words"            version   "1"
    network   checksum of the network that it fits, ``network_checksum``
    edge      voxels along an edge        embedding width of word vectors
    nouns     [{name, plural, synonyms, kinds, size, like, instances: [{...}]}], see ``Noun`` and ``Instance``
    sums      {tensor: SHA-256 of its bytes}
    digest    SHA-256 of all of the above, which names the pack

Tensors, of noun K and its instance I:

    K.I.vector        float32 [E], its own word vector; without one it takes that of ``like``
    K.I.volume        uint8, and
    K.I.scale         float32 [FEATURES], as ``bozzetto.sds.volume_table.packed`` makes them
    K.I.preview       uint8, a WebP picture
    K.I.materials     uint8, zlib: of each voxel inside, the number of its material in ``Instance.materials``

A pack is opened by its header alone: nothing is unpickled, and a volume is read when a prompt asks for it. Everything
that comes from a file is bounded and checked, and what is wrong is said with the file's and the field's name.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import torch
from jaxtyping import Bool, Float, UInt8
from safetensors.torch import save
from torch import Tensor

from bozzetto.atomic import write_bytes
from bozzetto.sds.volume import inside
from bozzetto.sds.volume_kernels import FEATURES
from bozzetto.sds.volume_table import packed, solid_of, unpacked

FORMAT, VERSION = "bozzetto words", "1"
ENDING = ".safetensors"
MOST_WORDS = 4
"""Of a name: as many as prompts are searched for."""
NAME = re.compile(rf"[a-z0-9']+(?: [a-z0-9']+){{0,{MOST_WORDS - 1}}}")
"""How names, synonyms and kinds are written: as prompts are folded (``bozzetto.sds.lexicon.fold``)."""
ANCHORS = ("head", "seat", "top", "back", "hand", "inside")
"""Named points of an object, where hats, riders and things go."""
MAX_HEADER = 1 << 26
MAX_NOUNS, MAX_INSTANCES, MAX_NAMES = 20_000, 1_000, 1_000
MAX_LETTERS, MAX_TEXT = 60, 500
MAX_PREVIEW = 1 << 17
MAX_METRES = 1e5
MAX_VECTOR, MAX_SCALE = 1e3, 1e3
SUM = re.compile(r"[0-9a-f]{64}")


class PackError(ValueError):
    """A word pack is damaged, forged, or of another network; the message names the file and what is wrong in it."""


@dataclass(frozen=True)
class SurfaceMaterial:
    """What some of an object's voxels are made of."""

    name: str
    roughness: float = 0.9
    metallic: float = 0.0
    transmission: float = 0.0
    emission: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Linear light, each in [0, 1]."""
    part: str = ""
    """Which part of the object it is (handle, seat), where it is one."""


@dataclass(frozen=True)
class Instance:
    """One object that stands for a noun."""

    size: float | None = None
    """Metres across, corner to corner; None where nobody knows."""
    words: tuple[str, ...] = ()
    """What parts it from the noun's others: office, tall."""
    anchors: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    """Points of ANCHORS in the object's frame, in [-1, 1]."""
    colour: tuple[float, float, float] | None = None
    """Its main colour, display, in [0, 1]: what a colour word re-tints."""
    tintable: bool = True
    """Whether enough of it has that colour."""
    materials: tuple[SurfaceMaterial, ...] = ()
    author: str = ""
    licence: str = ""
    source: str = ""
    """Where it comes from: a file's name, a library's id."""
    source_sha256: str = ""
    has_vector: bool = False
    """Whether it has a word vector of its own."""
    about: Mapping[str, float | str] = field(default_factory=dict)
    """How it was learnt: errors, seconds, notes."""


@dataclass(frozen=True)
class Noun:
    """A noun of a pack, without its volumes."""

    name: str
    instances: tuple[Instance, ...]
    plural: str = ""
    """Where it is not the name with an s."""
    synonyms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """More special words that are read as this one, and said so."""
    size: float | None = None
    """Metres across; of the first instance that knows its own where it is None."""
    like: str = ""
    """The known noun whose word vector stands beside the volumes that have none of their own."""

    @property
    def names(self) -> tuple[str, ...]:
        """Itself and what means the same."""
        return (self.name, *([self.plural] if self.plural else []), *self.synonyms)

    @property
    def metres(self) -> float | None:
        """Metres across."""
        return self.size if self.size is not None else next((i.size for i in self.instances if i.size), None)


@dataclass(frozen=True, eq=False)
class InstanceData:
    """The arrays of one instance."""

    row: Float[Tensor, " values"]
    """Its volume, [voxels inside * (1 + FEATURES)]."""
    preview: bytes = b""
    materials: UInt8[np.ndarray, " voxels"] | None = None
    vector: Float[Tensor, " e"] | None = None
    stored: tuple[bytes, Float[Tensor, " channels"]] | None = None
    """The volume as it lies on disk (``bozzetto.sds.volume_table.packed``), which loses nothing more; None packs it."""


@dataclass(frozen=True, eq=False)
class NounData:
    """The arrays of one noun, as ``write_pack`` takes them."""

    noun: Noun
    instances: tuple[InstanceData, ...]


class WordPack:
    """A pack on disk.

    Args:
        path: of the file.
    Raises:
        PackError: it is no pack, or its header is damaged or forged. OSError: it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tensors, about, self._start = _read_header(path)
        check = _Checker(path)
        if about.get("format") != FORMAT:
            check.fail("format", f"expected {FORMAT!r}, got {about.get('format')!r}: it is no word pack")
        if about.get("version") != VERSION:
            check.fail("version", f"expected {VERSION!r}, got {about.get('version')!r}: another bozzetto wrote it")
        self.network = check.checksum("network", about.get("network"))
        self.edge = check.whole("edge", about.get("edge"), 2, 256)
        self.embedding = check.whole("embedding", about.get("embedding"), 1, 1 << 14)
        nouns, sums = (check.json(name, about.get(name)) for name in ("nouns", "sums"))
        self.digest = check.checksum("digest", about.get("digest"))
        if self.digest != _digest(about):
            check.fail("digest", "does not fit the rest of the header: the file is damaged or was changed by hand")
        self._sums = {str(k): check.checksum(f"sums.{k}", v) for k, v in check.mapping("sums", sums).items()}
        self.nouns = tuple(
            check.noun(f"nouns[{k}]", noun) for k, noun in enumerate(check.array("nouns", nouns, MAX_NOUNS))
        )
        if not self.nouns:
            check.fail("nouns", "is empty")
        names = [noun.name for noun in self.nouns]
        if len(set(names)) < len(names):
            check.fail("nouns", f"the name {next(n for n in names if names.count(n) > 1)!r} is there twice")
        self._check_tensors(check)

    def _check_tensors(self, check: _Checker) -> None:
        voxels = voxels_inside(self.edge)
        largest = voxels * (2 + FEATURES) + 4096
        expected: dict[str, tuple[str, int | None, int]] = {}
        for k, noun in enumerate(self.nouns):
            for i, instance in enumerate(noun.instances):
                if instance.has_vector:
                    expected[f"{k}.{i}.vector"] = ("F32", self.embedding, self.embedding)
                expected[f"{k}.{i}.volume"] = ("U8", None, largest)
                expected[f"{k}.{i}.scale"] = ("F32", FEATURES, FEATURES)
                if f"{k}.{i}.preview" in self._tensors:
                    expected[f"{k}.{i}.preview"] = ("U8", None, MAX_PREVIEW)
                if instance.materials:
                    expected[f"{k}.{i}.materials"] = ("U8", None, largest)
        for name in (*self._tensors, *expected):
            if name not in expected:
                check.fail(name, "a tensor that no noun has")
            if name not in self._tensors:
                check.fail(name, "the tensor is missing")
        for name, (kind, length, most) in expected.items():
            tensor = self._tensors[name]
            if tensor.kind != kind or (length is not None and tensor.length != length) or tensor.length > most:
                check.fail(
                    name, f"expected {kind} of {length or f'at most {most}'}, got {tensor.kind} of {tensor.length}"
                )
            if name not in self._sums:
                check.fail(f"sums.{name}", "is missing")

    def same_as(self, other: WordPack) -> bool:
        """Whether another pack holds the same nouns, byte for byte."""
        return (self.network, self.nouns, self._sums) == (other.network, other.nouns, other._sums)

    def vector(self, k: int, i: int) -> Float[Tensor, " e"] | None:
        """The word vector of an instance of noun k, where it has one."""
        if not self.nouns[k].instances[i].has_vector:
            return None
        return self._floats(f"{k}.{i}.vector", MAX_VECTOR)

    def volume(self, k: int, i: int) -> Float[Tensor, " values"]:
        """The row of an instance of noun k; see ``bozzetto.sds.volume.place``.

        Raises:
            PackError: its bytes are damaged. OSError: the file is gone.
        """
        name = f"{k}.{i}.volume"
        try:
            return unpacked(*self.stored(k, i), voxels_inside(self.edge))
        except PackError:
            raise
        except ValueError as error:
            raise PackError(f"{self.path}: {name}: {error}") from error

    def solid(self, k: int, i: int) -> Bool[Tensor, " voxels"]:
        """Which voxels inside an instance of noun k are more solid than not.

        Raises:
            PackError: its bytes are damaged. OSError: the file is gone.
        """
        try:
            return solid_of(self._bytes(f"{k}.{i}.volume"), voxels_inside(self.edge))
        except PackError:
            raise
        except ValueError as error:
            raise PackError(f"{self.path}: {k}.{i}.volume: {error}") from error

    def preview(self, k: int, i: int) -> bytes:
        """A WebP picture of an instance; empty without one."""
        name = f"{k}.{i}.preview"
        return self._bytes(name) if name in self._tensors else b""

    def material_index(self, k: int, i: int) -> UInt8[np.ndarray, " voxels"] | None:
        """Of each voxel inside, the number of its material; None for an instance without materials."""
        count = len(self.nouns[k].instances[i].materials)
        if not count:
            return None
        name, voxels = f"{k}.{i}.materials", voxels_inside(self.edge)
        try:
            stream = zlib.decompressobj()
            data = stream.decompress(self._bytes(name), voxels + 1)
        except zlib.error as error:
            raise PackError(f"{self.path}: {name}: is damaged ({error})") from error
        index = np.frombuffer(data, np.uint8)
        if len(index) != voxels or not stream.eof or int(index.max(initial=0)) >= count:
            raise PackError(f"{self.path}: {name}: expected {voxels} numbers below {count}")
        return index

    def stored(self, k: int, i: int) -> tuple[bytes, Float[Tensor, " channels"]]:
        """The volume of an instance of noun k as it lies on disk; see ``bozzetto.sds.volume_table.packed``."""
        return self._bytes(f"{k}.{i}.volume"), self._floats(f"{k}.{i}.scale", MAX_SCALE)

    def data(self, k: int) -> NounData:
        """All of noun k."""
        instances = [
            InstanceData(
                self.volume(k, i),
                self.preview(k, i),
                self.material_index(k, i),
                self.vector(k, i),
                self.stored(k, i),
            )
            for i in range(len(self.nouns[k].instances))
        ]
        return NounData(self.nouns[k], tuple(instances))

    def _floats(self, name: str, most: float) -> Tensor:
        values = torch.frombuffer(bytearray(self._bytes(name)), dtype=torch.float32)
        if not bool(values.isfinite().all()) or float(values.abs().max()) > most:
            raise PackError(f"{self.path}: {name}: expected finite numbers up to {most:g}")
        return values

    def _bytes(self, name: str) -> bytes:
        tensor = self._tensors[name]
        with self.path.open("rb") as file:
            file.seek(self._start + tensor.begin)
            data = file.read(tensor.end - tensor.begin)
        if hashlib.sha256(data).hexdigest() != self._sums[name]:
            raise PackError(f"{self.path}: {name}: its bytes do not fit their SHA-256: the file is damaged")
        return data


def voxels_inside(edge: int) -> int:
    """How many voxels of a grid hold anything; see ``bozzetto.sds.volume.inside``."""
    if edge not in _VOXELS:
        _VOXELS[edge] = len(inside(edge))
    return _VOXELS[edge]


_VOXELS: dict[int, int] = {}


def network_checksum(tensors: Mapping[str, Tensor]) -> str:
    """SHA-256 of a network's weights as they lie on disk, without what belongs to words: those may come and go."""
    whole = hashlib.sha256()
    for key in sorted(tensors):
        if key.partition(".")[0] in ("volumes", "words"):
            continue
        value = tensors[key].contiguous()
        whole.update(f"{key} {value.dtype} {tuple(value.shape)}\n".encode())
        whole.update(_raw(value))
    return whole.hexdigest()


def write_pack(path: Path, nouns: Sequence[NounData], *, network: str, edge: int, embedding: int) -> Path:
    """Writes a pack, whole or not at all.

    Args:
        path: of the file; its folder must exist.
        nouns: what goes in.
        network: checksum of the network that they fit. edge, embedding: of that network.
    Raises:
        ValueError: something would not be read back; the message names it. OSError: it cannot be written.
    """
    tensors: dict[str, Tensor] = {}
    for k, data in enumerate(nouns):
        has = [(one.has_vector, bool(one.materials)) for one in data.noun.instances]
        if has != [(one.vector is not None, one.materials is not None) for one in data.instances]:
            raise ValueError(f"the noun {data.noun.name!r} does not fit its arrays")
        for i, one in enumerate(data.instances):
            if one.vector is not None:
                tensors[f"{k}.{i}.vector"] = one.vector.detach().float().contiguous()
            blob, scale = packed(one.row, edge) if one.stored is None else one.stored
            tensors[f"{k}.{i}.volume"] = _bytes_tensor(blob)
            tensors[f"{k}.{i}.scale"] = scale.float().contiguous()
            if one.preview:
                tensors[f"{k}.{i}.preview"] = _bytes_tensor(one.preview)
            if one.materials is not None:
                tensors[f"{k}.{i}.materials"] = _bytes_tensor(zlib.compress(one.materials.tobytes(), 9))
    return _write(path, [data.noun for data in nouns], tensors, network, edge, embedding)


def copy_nouns(path: Path, chosen: Iterable[tuple[WordPack, int, Noun]]) -> Path:
    """Writes nouns of other packs, as they lie there, into one.

    Args:
        path: of the file; its folder must exist.
        chosen: a pack, the number of a noun in it, and that noun as it is to be described from now on.
    Raises:
        PackError: the packs are of different networks, or damaged. ValueError: nothing was chosen.
    """
    tensors: dict[str, Tensor] = {}
    nouns: list[Noun] = []
    packs: list[WordPack] = []
    for number, (pack, k, noun) in enumerate(chosen):
        if packs and (pack.network, pack.edge) != (packs[0].network, packs[0].edge):
            raise PackError(f"{pack.path}: network: is not that of {packs[0].path}, so they cannot lie in one file")
        packs.append(pack)
        nouns.append(noun)
        for name, tensor in pack._tensors.items():
            owner, _, rest = name.partition(".")
            if owner == str(k):
                kind = torch.uint8 if tensor.kind == "U8" else torch.float32
                data = bytearray(pack._bytes(name))
                tensors[f"{number}.{rest}"] = torch.frombuffer(data, dtype=kind)
    if not packs:
        raise ValueError("no noun was chosen")
    return _write(path, nouns, tensors, packs[0].network, packs[0].edge, packs[0].embedding)


def _write(
    path: Path, nouns: Sequence[Noun], tensors: dict[str, Tensor], network: str, edge: int, embedding: int
) -> Path:
    check = _Checker(path)
    rows = [_plain(noun) for noun in nouns]
    for k, row in enumerate(rows):
        check.noun(f"nouns[{k}]", json.loads(json.dumps(row)))
    sums = {name: hashlib.sha256(_raw(tensor)).hexdigest() for name, tensor in tensors.items()}
    about = {
        "format": FORMAT,
        "version": VERSION,
        "network": network,
        "edge": str(edge),
        "embedding": str(embedding),
        "nouns": json.dumps(rows, ensure_ascii=False, separators=(",", ":")),
        "sums": json.dumps(sums, separators=(",", ":"), sort_keys=True),
    }
    about["digest"] = _digest(about)
    return write_bytes(path, save(tensors, metadata=about))


def _plain(noun: Noun) -> dict[str, Any]:
    """A noun as JSON, without what is as it is by default."""
    row = _without_defaults(asdict(noun), asdict(Noun("", ())))
    row["instances"] = [_without_defaults(asdict(one), asdict(Instance())) for one in noun.instances]
    for one in row["instances"]:
        if "materials" in one:
            plain = asdict(SurfaceMaterial(""))
            one["materials"] = [_without_defaults(material, plain) for material in one["materials"]]
    return row


def _without_defaults(row: dict[str, Any], plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value != plain[key]}


def _digest(about: Mapping[str, str]) -> str:
    parts = [
        f"{key}={about.get(key)}\n" for key in ("format", "version", "network", "edge", "embedding", "nouns", "sums")
    ]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def _raw(tensor: Tensor) -> bytes:
    """A tensor's bytes as they lie in a file."""
    return tensor.contiguous().flatten().view(torch.uint8).numpy().tobytes() if tensor.numel() else b""


def _bytes_tensor(data: bytes) -> Tensor:
    return torch.frombuffer(bytearray(data), dtype=torch.uint8)


@dataclass(frozen=True)
class _Stored:
    """Where a tensor of one dimension lies."""

    kind: str
    length: int
    begin: int
    end: int


def _read_header(path: Path) -> tuple[dict[str, _Stored], dict[str, str], int]:
    """A safetensors file's tensors and metadata, and where its data begin; only the header is read."""
    check = _Checker(path)
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        length = int.from_bytes(file.read(8), "little")
        if size < 8 or length > min(MAX_HEADER, size - 8):
            check.fail(
                "header", f"expected at most {min(MAX_HEADER, max(size - 8, 0))} bytes, got {length}: no pack, or cut"
            )
        header = file.read(length)
    table = check.mapping("header", check.json("header", header))
    about = check.mapping("__metadata__", table.pop("__metadata__", {}))
    if not all(isinstance(value, str) for value in about.values()):
        check.fail("__metadata__", "expected texts")
    tensors, data, reached = {}, size - 8 - length, 0
    for name, entry in table.items():
        entry = check.mapping(name, entry)
        kind, shape, offsets = entry.get("dtype"), entry.get("shape"), entry.get("data_offsets")
        if kind not in ("U8", "F32"):
            check.fail(f"{name}.dtype", f"expected U8 or F32, got {str(kind)[:20]!r}")
        if not (isinstance(shape, list) and len(shape) == 1 and _is_whole(shape[0])):
            check.fail(f"{name}.shape", "expected one number")
        if not (isinstance(offsets, list) and len(offsets) == 2 and all(_is_whole(o) for o in offsets)):
            check.fail(f"{name}.data_offsets", "expected two numbers")
        begin, end = offsets
        if not begin <= end <= data or end - begin != shape[0] * (1 if kind == "U8" else 4):
            check.fail(
                f"{name}.data_offsets", f"{begin} to {end} of {data} bytes does not fit its shape: cut or damaged"
            )
        tensors[name] = _Stored(kind, shape[0], begin, end)
        reached = max(reached, end)
    if reached != data:
        check.fail("data", f"expected {reached} bytes, got {data}: cut or damaged")
    return tensors, about, 8 + length


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 50


class _Checker:
    """Checks what a file says, and names the file and the field where it cannot be so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._materials: dict[bytes, SurfaceMaterial] = {}

    def fail(self, where: str, what: str) -> NoReturn:
        raise PackError(f"{self.path}: {printable(where)}: {what}")

    def json(self, where: str, text: str | bytes | None) -> Any:
        try:
            return json.loads(text or b"", parse_constant=lambda name: self.fail(where, f"{name} is no number"))
        except PackError:
            raise
        except (ValueError, RecursionError) as error:
            self.fail(where, f"is not JSON ({type(error).__name__})")

    def mapping(self, where: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.fail(where, f"expected an object, got {type(value).__name__}")
        return value

    def array(self, where: str, value: Any, most: int) -> list[Any]:
        if not isinstance(value, list) or len(value) > most:
            self.fail(where, f"expected a list of at most {most}, got {type(value).__name__}")
        return value

    def checksum(self, where: str, value: Any) -> str:
        if not isinstance(value, str) or not SUM.fullmatch(value):
            self.fail(where, "expected a SHA-256 in hexadecimal")
        return value

    def whole(self, where: str, value: Any, least: int, most: int) -> int:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
            self.fail(where, f"expected a number from {least} to {most}, got {str(value)[:20]!r}")
        return int(value)

    def number(self, where: str, value: Any, least: float, most: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.fail(where, f"expected a number from {least:g} to {most:g}, got {str(value)[:20]!r}")
        return float(value)

    def name(self, where: str, value: Any) -> str:
        if not isinstance(value, str) or len(value) > MAX_LETTERS or not NAME.fullmatch(value):
            self.fail(
                where,
                f"expected one to {MOST_WORDS} words of small letters a to z and digits, up to {MAX_LETTERS} letters, "
                f"got {printable(str(value)[:40])!r}",
            )
        return value

    def text(self, where: str, value: Any) -> str:
        if not isinstance(value, str) or len(value) > MAX_TEXT or value != printable(value):
            self.fail(where, f"expected a line of up to {MAX_TEXT} printable letters")
        return value

    def names(self, where: str, value: Any) -> tuple[str, ...]:
        return tuple(self.name(f"{where}[{k}]", name) for k, name in enumerate(self.array(where, value, MAX_NAMES)))

    def triple(self, where: str, value: Any, least: float, most: float) -> tuple[float, float, float]:
        x, y, z = (self.number(f"{where}[{k}]", v, least, most) for k, v in enumerate(self.sized(where, value, 3)))
        return x, y, z

    def sized(self, where: str, value: Any, length: int) -> list[Any]:
        if len(self.array(where, value, length)) != length:
            self.fail(where, f"expected {length} numbers, got {len(value)}")
        return list(value)

    def size(self, where: str, value: Any) -> float | None:
        return None if value is None else self.number(where, value, 1e-6, MAX_METRES)

    def known(self, where: str, row: dict[str, Any], names: Iterable[str]) -> None:
        if strange := sorted(set(row) - set(names)):
            self.fail(f"{where}.{strange[0][:40]}", "a field that this bozzetto does not know")

    def noun(self, where: str, value: Any) -> Noun:
        row = self.mapping(where, value)
        self.known(where, row, Noun.__dataclass_fields__)
        instances = self.array(f"{where}.instances", row.get("instances"), MAX_INSTANCES)
        if not instances:
            self.fail(f"{where}.instances", "is empty")
        like = row.get("like", "")
        objects = tuple(self.instance(f"{where}.instances[{k}]", one) for k, one in enumerate(instances))
        if not like and not all(one.has_vector for one in objects):
            self.fail(f"{where}.like", "expected a known noun, since not all of its objects have a word vector")
        return Noun(
            name=self.name(f"{where}.name", row.get("name")),
            instances=objects,
            plural=self.name(f"{where}.plural", row["plural"]) if row.get("plural") else "",
            synonyms=self.names(f"{where}.synonyms", row.get("synonyms", [])),
            kinds=self.names(f"{where}.kinds", row.get("kinds", [])),
            size=self.size(f"{where}.size", row.get("size")),
            like=self.name(f"{where}.like", like) if like else "",
        )

    def instance(self, where: str, value: Any) -> Instance:
        row = self.mapping(where, value)
        self.known(where, row, Instance.__dataclass_fields__)
        anchors = self.mapping(f"{where}.anchors", row.get("anchors", {}))
        self.known(f"{where}.anchors", anchors, ANCHORS)
        tintable, has_vector = row.get("tintable", True), row.get("has_vector", False)
        for name, flag in (("tintable", tintable), ("has_vector", has_vector)):
            if not isinstance(flag, bool):
                self.fail(f"{where}.{name}", "expected true or false")
        about = self.mapping(f"{where}.about", row.get("about", {}))
        if len(about) > 50:
            self.fail(f"{where}.about", "expected at most 50 fields")
        colour, materials = row.get("colour"), self.array(f"{where}.materials", row.get("materials", []), 255)
        return Instance(
            size=self.size(f"{where}.size", row.get("size")),
            words=self.names(f"{where}.words", row.get("words", [])),
            anchors={name: self.triple(f"{where}.anchors.{name}", at, -1, 1) for name, at in anchors.items()},
            colour=None if colour is None else self.triple(f"{where}.colour", colour, 0, 1),
            tintable=tintable,
            has_vector=has_vector,
            materials=tuple(self.material(f"{where}.materials[{k}]", one) for k, one in enumerate(materials)),
            author=self.text(f"{where}.author", row.get("author", "")),
            licence=self.text(f"{where}.licence", row.get("licence", "")),
            source=self.text(f"{where}.source", row.get("source", "")),
            source_sha256=self.checksum(f"{where}.source_sha256", row["source_sha256"])
            if row.get("source_sha256")
            else "",
            about={
                self.text(f"{where}.about", key): self.fact(f"{where}.about.{key}", fact) for key, fact in about.items()
            },
        )

    def fact(self, where: str, value: Any) -> float | str:
        return self.text(where, value) if isinstance(value, str) else self.number(where, value, -1e12, 1e12)

    def material(self, where: str, value: Any) -> SurfaceMaterial:
        # Hundreds of objects share a few materials: each is checked once. The key is only compared with others.
        key = marshal.dumps(value, 2)
        if key not in self._materials:
            self._materials[key] = self._material(where, value)
        return self._materials[key]

    def _material(self, where: str, value: Any) -> SurfaceMaterial:
        row = self.mapping(where, value)
        self.known(where, row, SurfaceMaterial.__dataclass_fields__)
        shares = {
            name: self.number(f"{where}.{name}", row[name], 0, 1)
            for name in ("roughness", "metallic", "transmission")
            if name in row
        }
        emission = self.triple(f"{where}.emission", row["emission"], 0, 1) if "emission" in row else (0.0, 0.0, 0.0)
        return SurfaceMaterial(
            self.text(f"{where}.name", row.get("name", "")),
            emission=emission,
            part=self.text(f"{where}.part", row.get("part", "")),
            **shares,
        )


def printable(text: str) -> str:
    """The text without control characters, line breaks and marks that turn the direction of writing."""
    return text if text.isprintable() else "".join(c for c in text if c.isprintable())
