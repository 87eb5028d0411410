"""Compressed buffer views against encoders that are written out here, one for each mode of the bitstream."""

import base64
import struct
import zlib

import numpy as np
import pytest

from bozzetto.bench.input_cases import Glb, box, shape
from bozzetto.export.files.read import UnreadableMeshError, read_source
from bozzetto.export.files.read_meshopt import DamagedStreamError, decompress

VERSION_1 = base64.b64decode(
    "oZ93sQDiUCgnL5UR61DvbWOfQaG3DRmERVVXefML0Q8T+1dP3fnFnXez/zkA0Zqfob6drocrU01TXkZQXlBOuCgsKSUsJysmKigmKCorJyYp"
    "KyQsKwBeXlIuMDAuMBoYGBgWGBj//8zMzKzMzBgYGBbMzMysAAAAAACFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYUq"
    "BGZkZmRmRmZGZkZmRmZGZkZkZmQAAAAAADg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4Mjg4MioHd3d3V3d3d3dXd3d3dXd3"
    "d3d1dwAAAAAAYoyJERLu7WMxxmTx8r69WFcYAGhnFAEAAgEAAgBEZGpESw+1RoJIRSjbSjvPpLcIOb6LmjxJ9+B1bRT4qOdO32FzrygAAAAA"
    "AAAAAACQE4A/INEwdUwAigABAAA="
)
"""40 rows of 12 bytes, a ramp of floats, two of shorts and four bytes, as meshoptimizer 1.3 wrote them."""


def zigzag(x: int) -> int:
    return (x << 1) ^ (x >> 63)


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def encode_attributes(rows: np.ndarray) -> bytes:
    """[N, stride] bytes; each group of sixteen in the smallest of the four widths."""
    count, stride = rows.shape
    most = min((8192 // stride) & ~15, 256)
    base = rows[0].copy()
    out, last = b"\xa0", base.copy()
    for start in range(0, count, most):
        block = rows[start : start + most]
        for k in range(stride):
            deltas = []
            for value in block[:, k].tolist():
                d = (value - int(last[k]) + 128) % 256 - 128
                deltas.append(zigzag(d) & 255)
                last[k] = value
            deltas += [0] * (-len(deltas) % 16)
            modes, body = [], b""
            for g in range(0, len(deltas), 16):
                group = deltas[g : g + 16]
                options = []
                for mode, width in ((1, 2), (2, 4)):
                    top = (1 << width) - 1
                    small = [min(x, top) for x in group]
                    per = 8 // width
                    packed = bytes(
                        sum(small[i + j] << (8 - width - width * j) for j in range(per)) for i in range(0, 16, per)
                    )
                    options.append((mode, packed + bytes(x for x in group if x >= top)))
                options.append((3, bytes(group)))
                mode, packed = (0, b"") if not any(group) else min(options, key=lambda o: len(o[1]))
                modes.append(mode)
                body += packed
            modes += [0] * (-len(modes) % 4)
            head = bytes(sum(modes[i + j] << (2 * j) for j in range(4)) for i in range(0, len(modes), 4))
            out += head + body
    return out + b"\0" * (max(stride, 32) - stride) + base.tobytes()


def encode_indices(values: list[int]) -> bytes:
    out, last = b"\xd1", [0, 0]
    for k, value in enumerate(values):
        which = k % 2
        out += varint(zigzag(value - last[which]) << 1 | which)
        last[which] = value
    return out + b"\0" * 4


def encode_triangles(faces: np.ndarray) -> bytes:
    """Every corner by itself: code 0xff, all three as differences."""
    data, last = b"", 0
    for face in faces.tolist():
        data += b"\xff"
        for corner in face:
            data, last = data + varint(zigzag(corner - last)), corner
    return b"\xe1" + b"\xff" * len(faces) + data + b"\0" * 16


@pytest.mark.parametrize("stride", [4, 12, 16])
@pytest.mark.parametrize("count", [1, 16, 300, 777])
def test_attributes(count, stride):
    rng = np.random.default_rng(count)
    # Still, slow, faster and wild bytes: all four widths.
    steps = np.stack([rng.integers(0, 1 + top, count) for top in ([0, 1, 6, 255] * 4)[:stride]], axis=1)
    rows = (np.cumsum(steps, axis=0) % 256).astype(np.uint8)
    assert decompress(encode_attributes(rows), count, stride, "ATTRIBUTES", "NONE") == rows.tobytes()


def test_attributes_of_version_1():
    found = decompress(VERSION_1, 40, 12, "ATTRIBUTES", "NONE")
    assert zlib.crc32(found) == 1630121214
    shorts = np.frombuffer(found, "<i2").reshape(40, 6)
    assert (shorts[:, 2] == np.arange(40) * 701 - 12000).all()
    with pytest.raises(DamagedStreamError):
        decompress(VERSION_1[:-1] + b"\x03", 40, 12, "ATTRIBUTES", "NONE")


@pytest.mark.parametrize("turn", [0, 1, 13, 15])
@pytest.mark.parametrize("count", [1, 40, 700])
def test_exclusive_ors_of_version_1(turn, count):
    """Literal deltas: what differs from the row before, turned to the left."""
    rng = np.random.default_rng(turn)
    values = rng.integers(0, 1 << 32, count, np.uint64).astype("<u4")
    differs = [int(a) ^ int(b) for a, b in zip(values, [values[0], *values], strict=False)]
    stored = np.array([((x << turn) | (x >> (32 - turn))) & 0xFFFFFFFF for x in differs]).astype("<u4")
    most = 256
    out = b"\xa1"
    for start in range(0, count, most):
        block = stored[start : start + most].view(np.uint8).reshape(-1, 4)
        out += b"\xff" + block.T.tobytes()
    out += b"\0" * (24 - 5) + values[:1].tobytes() + bytes([2 | turn << 4])
    assert decompress(out, count, 4, "ATTRIBUTES", "NONE") == values.tobytes()


def test_the_color_filter():
    # As meshoptimizer 1.3 filters red, a half-clear colour, nothing and white, at 8 and at 12 bits.
    eight = bytes([64, 127, 193, 255, 102, 205, 0, 192, 0, 0, 0, 128, 255, 0, 0, 255])
    twelve = bytes([0, 4, 255, 7, 1, 252, 255, 15, 102, 6, 205, 252, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 8])
    twelve += bytes([255, 15, 0, 0, 0, 0, 255, 15])
    truth = np.array([[1, 0, 0, 1], [0.2, 0.4, 0.6, 0.5], [0, 0, 0, 0], [1, 1, 1, 1]])
    for stored, stride, kind, most in ((eight, 4, "u1", 255), (twelve, 8, "<u2", 65535)):
        rows = np.frombuffer(stored, np.uint8).reshape(4, stride)
        found = np.frombuffer(decompress(encode_attributes(rows), 4, stride, "ATTRIBUTES", "COLOR"), kind)
        assert np.abs(found.reshape(4, 4) / most - truth).max() < 0.005


def test_indices_and_triangles():
    values = [0, 5, 2, 70_000, 3, 69_999]
    assert np.frombuffer(decompress(encode_indices(values), 6, 4, "INDICES", "NONE"), "<u4").tolist() == values
    faces = np.array([[0, 1, 2], [2, 1, 3], [300, 7, 2]])
    found = np.frombuffer(decompress(encode_triangles(faces), 9, 2, "TRIANGLES", "NONE"), "<u2")
    assert found.reshape(3, 3).tolist() == faces.tolist()


def test_filters():
    # The octahedron's face +x +y +z, and below it.
    stored = np.array([[0, 0, 127, 0], [127, 0, 127, 9], [100, 100, 127, 0]], np.int8)
    found = decompress(encode_attributes(stored.view(np.uint8)), 3, 4, "ATTRIBUTES", "OCTAHEDRAL")
    found = np.frombuffer(found, np.int8)
    truth = np.array([[0, 0, 1], [1, 0, 0], [27, 27, -73]], float)
    truth = np.round(127 * truth / np.linalg.norm(truth, axis=1, keepdims=True))
    assert found.reshape(3, 4)[:, :3].tolist() == truth.tolist() and found[7] == 9
    packed = np.array([[(-3 << 24) | 12, (2 << 24) | (-5 & 0xFFFFFF)]], np.int64).astype(np.uint32).astype("<u4")
    found = decompress(encode_attributes(packed.view(np.uint8)), 1, 8, "ATTRIBUTES", "EXPONENTIAL")
    assert np.frombuffer(found, "<f4").tolist() == [1.5, -20.0]
    # Half a turn about an axis between x and y: w is smallest, the largest is left out.
    quaternion = np.array([0.6, 0.0, 0.0, 0.8])
    scale = 32767 * np.sqrt(2)
    row = np.array([[*np.round(quaternion[:3] * scale), 32767 & ~3 | 3]]).astype("<i2")
    found = decompress(encode_attributes(row.view(np.uint8)), 1, 8, "ATTRIBUTES", "QUATERNION")
    found = np.frombuffer(found, "<i2")
    assert np.abs(found / 32767 - quaternion).max() < 1e-3


def compressed_box(damage=lambda data: data) -> bytes:
    vertices, _, faces = box()
    made = Glb()
    rows = vertices.astype("<f4").view(np.uint8).reshape(len(vertices), 12)
    streams = (damage(encode_attributes(rows)), encode_triangles(faces))
    for stream, count, stride, mode in ((streams[0], 24, 12, "ATTRIBUTES"), (streams[1], 36, 4, "TRIANGLES")):
        made.body += b"\0" * (-len(made.body) % 4)
        entry = {"buffer": 0, "byteOffset": len(made.body), "byteLength": len(stream), "byteStride": stride}
        entry |= {"count": count, "mode": mode}
        made.body += stream
        view = {"buffer": 1, "byteLength": count * stride, "extensions": {"EXT_meshopt_compression": entry}}
        made.add("bufferViews", view)
    made.add("accessors", {"bufferView": 0, "componentType": 5126, "count": 24, "type": "VEC3"})
    made.add("accessors", {"bufferView": 1, "componentType": 5125, "count": 36, "type": "SCALAR"})
    made.show({"attributes": {"POSITION": 0}, "indices": 1}).used("EXT_meshopt_compression", required=True)
    data = made.bytes()
    length = struct.unpack("<I", data[12:16])[0]
    text = data[20 : 20 + length]
    fallback = b', {"byteLength": 432, "extensions": {"EXT_meshopt_compression": {"fallback": true}}}]'
    at = text.index(b"]", text.index(b'"buffers": ['))
    text = text[:at] + fallback + text[at + 1 :]
    text += b" " * (-len(text) % 4)
    rest = data[20 + length :]
    return struct.pack("<4sIII4s", b"glTF", 2, 20 + len(text) + len(rest), len(text), b"JSON") + text + rest


def test_a_compressed_glb(tmp_path):
    (tmp_path / "in.glb").write_bytes(compressed_box())
    assert shape()(read_source(tmp_path / "in.glb")) == ""
    # Khronos' own name for it; the JSON has the same length.
    (tmp_path / "in.glb").write_bytes(compressed_box().replace(b"EXT_meshopt", b"KHR_meshopt"))
    assert shape()(read_source(tmp_path / "in.glb")) == ""
    (tmp_path / "in.glb").write_bytes(compressed_box(lambda data: b"\xa5" + data[1:]))
    with pytest.raises(UnreadableMeshError, match="EXT_meshopt_compression is damaged: no attribute stream"):
        read_source(tmp_path / "in.glb")


@pytest.mark.parametrize(
    ("data", "count", "stride", "mode"),
    [
        (b"", 3, 4, "ATTRIBUTES"),
        (b"\xa0" + b"\xff" * 33, 300, 4, "ATTRIBUTES"),
        (b"\xa0" + b"\0" * 40, 3, 6, "ATTRIBUTES"),
        (b"\xe1" + b"\xff" * 20, 9, 4, "TRIANGLES"),
        (b"\xe1" + b"\0" * 40, 10, 4, "TRIANGLES"),
        (b"\xd1" + b"\x80" * 8, 3, 4, "INDICES"),
        (b"\xd1" + b"\0" * 8, 3, 4, "OTHER"),
    ],
)
def test_damaged_streams_are_refused(data, count, stride, mode):
    with pytest.raises(DamagedStreamError):
        decompress(data, count, stride, mode, "NONE")
