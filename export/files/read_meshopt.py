"""KHR_meshopt_compression, and EXT_meshopt_compression before it: buffer views of attributes (versions 0 and 1),
triangles and indices, and their filters.

After the extensions' specifications, appendices A (bitstream) and B (filters).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bozzetto.export.mesh.mesh import Array
from bozzetto.kernels import kernel

ATTRIBUTES, TRIANGLES, INDICES = "ATTRIBUTES", "TRIANGLES", "INDICES"
FILTERS = ("NONE", "OCTAHEDRAL", "QUATERNION", "EXPONENTIAL", "COLOR")


class DamagedStreamError(ValueError):
    """A compressed buffer view does not hold what it should."""


def decompress(data: bytes, count: int, stride: int, mode: str, filtering: str) -> bytes:
    """A buffer view as it was before its compression.

    Args:
        data: the compressed bytes.
        count: elements.
        stride: bytes of each; 1 to 256 and a multiple of 4 for attributes, 2 or 4 for triangles and indices.
        mode: ATTRIBUTES, TRIANGLES or INDICES.
        filtering: of FILTERS, for attributes.

    Returns:
        count * stride bytes.

    Raises:
        DamagedStreamError: the stream is none of this mode, ends early, or has another shape.
    """
    stream = np.frombuffer(data, np.uint8)
    if mode == ATTRIBUTES:
        if stride % 4 or not 0 < stride <= 256 or filtering not in FILTERS:
            raise DamagedStreamError(f"attributes of {stride} bytes with the filter {filtering[:20]!r}")
        version = int(stream[0]) - 0xA0 if len(stream) else -1
        if version not in (0, 1) or len(stream) < 1 + (max(stride + stride // 4, 24) if version else max(stride, 32)):
            raise DamagedStreamError("no attribute stream of version 0 or 1")
        out = np.zeros(count * stride, np.uint8)
        if not _attributes(stream, count, stride, version, out):
            raise DamagedStreamError("an attribute stream ends early, or has an unknown channel")
        return _unfiltered(out.reshape(count, stride), filtering).tobytes()
    if mode not in (TRIANGLES, INDICES) or stride not in (2, 4):
        raise DamagedStreamError(f"mode {mode[:20]!r} with elements of {stride} bytes")
    indices = np.zeros(count, np.uint32)
    # Signed, for the arithmetic of what was unsigned is floating point when compiled.
    stream = stream.astype(np.int32)
    if mode == TRIANGLES:
        if count % 3 or len(stream) < 17 + count // 3 or stream[0] & 0xF0 != 0xE0 or stream[0] & 15 > 1:
            raise DamagedStreamError("no triangle stream of version 0 or 1")
        whole = _triangles(stream, count, indices)
    else:
        if len(stream) < 5 or stream[0] & 0xF0 != 0xD0 or stream[0] & 15 > 1:
            raise DamagedStreamError("no index stream of version 0 or 1")
        whole = _indices(stream, count, indices)
    if not whole:
        raise DamagedStreamError("an index stream ends early")
    return indices.astype("<u2" if stride == 2 else "<u4").tobytes()


@kernel()
def _attributes(stream: Any, count: Any, stride: Any, version: Any, out: Any) -> Any:
    """Deltas of each byte of the elements, in blocks of groups of sixteen."""
    most = min((8192 // stride) & ~15, 256)
    n_channels = stride // 4
    tail = stride if version == 0 else stride + n_channels
    end = len(stream) - max(tail, 32 if version == 0 else 24)
    start_of_tail = len(stream) - tail
    last = stream[start_of_tail : start_of_tail + stride].copy()
    channels = np.zeros(n_channels, np.int64)
    if version == 1:
        for c in range(n_channels):
            channels[c] = stream[start_of_tail + stride + c]
            if channels[c] & 15 > 2 or (channels[c] & 15 < 2 and channels[c] >> 4 > 0):
                return False
    deltas = np.zeros((4, most), np.uint8)
    at, start = 1, 0
    while start < count:
        n = min(most, count - start)
        control = at
        if version == 1:
            at += n_channels
            if at > end:
                return False
        for c in range(n_channels):
            for j in range(4):
                how = 4 if version == 0 else (stream[control + c] >> (2 * j)) & 3
                if how == 2:
                    deltas[j] = 0
                elif how == 3:
                    if at + n > end:
                        return False
                    deltas[j, :n] = stream[at : at + n]
                    at += n
                else:
                    at = _bytes(stream, at, end, how, n, deltas[j])
                    if at < 0:
                        return False
            _undo_deltas(deltas, n, channels[c], last[4 * c : 4 * c + 4], out, start * stride + 4 * c, stride)
        start += n
    return True


@kernel()
def _bytes(stream: Any, at: Any, end: Any, how: Any, n: Any, deltas: Any) -> Any:
    """The deltas of one byte of n elements, and where the next ones start; -1 where the stream ends.

    `how`: 0 and 1 are the control modes of version 1, 4 is version 0.
    """
    groups = (n + 15) // 16
    head = at
    at += (groups + 3) // 4
    if at > end:
        return -1
    for g in range(groups):
        mode = (stream[head + g // 4] >> (2 * (g % 4))) & 3
        width = 1 << mode if how == 1 else 0 if mode == 0 else 1 << (mode - 1) if how == 0 else 1 << mode
        first = 16 * g
        if width == 0:
            deltas[first : first + 16] = 0
        elif width == 8:
            if at + 16 > end:
                return -1
            deltas[first : first + 16] = stream[at : at + 16]
            at += 16
        else:
            extra = at + 2 * width
            if extra > end:
                return -1
            sentinel = (1 << width) - 1
            per_byte = 8 // width
            for i in range(16):
                place = i % per_byte
                # Single bits start at the lowest, wider ones at the highest.
                shift = place if width == 1 else 8 - width - width * place
                value = (stream[at + i // per_byte] >> shift) & sentinel
                if value == sentinel:
                    if extra >= end:
                        return -1
                    value = stream[extra]
                    extra += 1
                deltas[first + i] = value
            at = extra
    return at


@kernel()
def _undo_deltas(deltas: Any, n: Any, channel: Any, last: Any, out: Any, place: Any, stride: Any) -> None:
    """Four bytes of n elements: differences of bytes or of pairs of bytes, or exclusive ors of all four."""
    mode, turn = channel & 15, channel >> 4
    for i in range(n):
        at = place + i * stride
        if mode == 0:
            for j in range(4):
                delta = int(deltas[j, i])
                delta = (delta >> 1) ^ (255 if delta & 1 else 0)
                last[j] = np.uint8((int(last[j]) + delta) & 255)
        elif mode == 1:
            for j in range(0, 4, 2):
                delta = int(deltas[j, i]) | int(deltas[j + 1, i]) << 8
                delta = (delta >> 1) ^ (65535 if delta & 1 else 0)
                value = ((int(last[j]) | int(last[j + 1]) << 8) + delta) & 65535
                last[j], last[j + 1] = np.uint8(value & 255), np.uint8(value >> 8)
        else:
            delta = 0
            for j in range(4):
                delta |= int(deltas[j, i]) << (8 * j)
            # Back by as much as it was turned to the right.
            delta = ((delta << (32 - turn) % 32) | (delta >> turn)) & 0xFFFFFFFF if turn else delta
            for j in range(4):
                last[j] = np.uint8(int(last[j]) ^ ((delta >> (8 * j)) & 255))
        for j in range(4):
            out[at + j] = last[j]


@kernel()
def _varint(stream: Any, at: Any, end: Any) -> Any:
    """A number of seven bits a byte, and where the next one starts; -1 where the stream ends."""
    value, shift = 0, 0
    while at < end and shift < 35:
        byte = int(stream[at])
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
    return 0, -1


@kernel()
def _unzigzag(value: Any) -> Any:
    return (value >> 1) ^ -(value & 1)


@kernel()
def _indices(stream: Any, count: Any, out: Any) -> Any:
    at, end = 1, len(stream) - 4
    last = np.zeros(2, np.int64)
    for i in range(count):
        value, at = _varint(stream, at, end)
        if at < 0:
            return False
        which = value & 1
        last[which] += _unzigzag(value >> 1)
        out[i] = np.uint32(last[which] & 0xFFFFFFFF)
    return True


@kernel()
def _triangles(stream: Any, count: Any, out: Any) -> Any:
    n = count // 3
    common = 13 if stream[0] & 15 >= 1 else 15
    at, end = 1 + n, len(stream) - 16
    edges = np.zeros((16, 2), np.int64)
    recent = np.zeros(16, np.int64)
    n_edges, n_recent, following, last = 0, 0, 0, 0
    for t in range(n):
        code = int(stream[1 + t])
        if code < 0xF0:
            a, b = edges[(n_edges - 1 - (code >> 4)) & 15]
            which = code & 15
            fresh = which == 0 or which >= common
            if which == 0:
                c = following
                following += 1
            elif which < common:
                c = recent[(n_recent - 1 - which) & 15]
            elif which != 15:
                c = last = last + (which - (which ^ 3))
            else:
                value, at = _varint(stream, at, end)
                if at < 0:
                    return False
                c = last = last + _unzigzag(value)
            if fresh:
                recent[n_recent & 15] = c
                n_recent += 1
        else:
            if code < 0xFE:
                pair, first = int(stream[end + (code & 15)]), 0
            else:
                if at >= end:
                    return False
                pair, first = int(stream[at]), 0 if code == 0xFE else 15
                at += 1
                if pair == 0:
                    following = 0
            second, third = pair >> 4, pair & 15
            a = b = c = 0
            if first == 0:
                a = following
                following += 1
            if second == 0:
                b = following
                following += 1
            elif code < 0xFE or second != 15:
                b = recent[(n_recent - second) & 15]
            if third == 0:
                c = following
                following += 1
            elif code < 0xFE or third != 15:
                c = recent[(n_recent - third) & 15]
            if code >= 0xFE and first == 15:
                value, at = _varint(stream, at, end)
                if at < 0:
                    return False
                a = last = last + _unzigzag(value)
            if code >= 0xFE and second == 15:
                value, at = _varint(stream, at, end)
                if at < 0:
                    return False
                b = last = last + _unzigzag(value)
            if code >= 0xFE and third == 15:
                value, at = _varint(stream, at, end)
                if at < 0:
                    return False
                c = last = last + _unzigzag(value)
            recent[n_recent & 15] = a
            n_recent += 1
            if second == 0 or (code >= 0xFE and second == 15):
                recent[n_recent & 15] = b
                n_recent += 1
            if third == 0 or (code >= 0xFE and third == 15):
                recent[n_recent & 15] = c
                n_recent += 1
            edges[n_edges & 15, 0], edges[n_edges & 15, 1] = b, a
            n_edges += 1
        edges[n_edges & 15, 0], edges[n_edges & 15, 1] = c, b
        edges[(n_edges + 1) & 15, 0], edges[(n_edges + 1) & 15, 1] = a, c
        n_edges += 2
        out[3 * t], out[3 * t + 1], out[3 * t + 2] = (
            np.uint32(a & 0xFFFFFFFF),
            np.uint32(b & 0xFFFFFFFF),
            np.uint32(c & 0xFFFFFFFF),
        )
    return True


def _unfiltered(rows: Array, filtering: str) -> Array:
    """Appendix B."""
    stride = rows.shape[1]
    if filtering == "NONE":
        return rows
    if filtering == "EXPONENTIAL":
        values = np.ascontiguousarray(rows).view("<i4").astype(np.int64)
        mantissa, exponent = ((values & 0xFFFFFF) ^ 0x800000) - 0x800000, values >> 24
        with np.errstate(over="ignore"):
            return np.ldexp(mantissa.astype(np.float64), exponent.astype(np.int32)).astype("<f4")
    if filtering == "OCTAHEDRAL":
        if stride not in (4, 8):
            raise DamagedStreamError(f"an octahedral filter on elements of {stride} bytes")
        kind, most = ("i1", 127.0) if stride == 4 else ("<i2", 32767.0)
        stored = np.ascontiguousarray(rows).view(kind)
        x, y, one = (stored[:, k].astype(np.float64) for k in range(3))
        z = one - np.abs(x) - np.abs(y)
        under = np.minimum(z, 0.0)
        x, y = x + np.where(x >= 0, under, -under), y + np.where(y >= 0, under, -under)
        length = np.maximum(np.sqrt(x * x + y * y + z * z), 1e-12)
        out = stored.copy()
        out[:, :3] = _rounded(np.stack([x, y, z], axis=1) * (most / length)[:, None])
        return out
    if filtering == "COLOR":
        return _colors(rows)
    if stride != 8:
        raise DamagedStreamError(f"a quaternion filter on elements of {stride} bytes")
    stored = np.ascontiguousarray(rows).view("<i2")
    scale = np.sqrt(0.5) / np.maximum((stored[:, 3] | 3).astype(np.float64), 1.0)
    x, y, z = (stored[:, k].astype(np.float64) * scale for k in range(3))
    w = np.sqrt(np.maximum(1 - x * x - y * y - z * z, 0.0))
    place = (stored[:, 3] & 3).astype(np.int64)
    out = np.zeros_like(stored)
    for step, value in enumerate((w, x, y, z)):
        out[np.arange(len(out)), (place + step) & 3] = _rounded(value * 32767)
    return out


def _colors(rows: Array) -> Array:
    """Luma and chroma as red, green, blue and alpha."""
    stride = rows.shape[1]
    if stride not in (4, 8):
        raise DamagedStreamError(f"a colour filter on elements of {stride} bytes")
    signed, unsigned, most = ("i1", "u1", 255.0) if stride == 4 else ("<i2", "<u2", 65535.0)
    plain = np.ascontiguousarray(rows)
    y, alpha = (plain.view(unsigned)[:, k].astype(np.int64) for k in (0, 3))
    co, cg = (plain.view(signed)[:, k].astype(np.int64) for k in (1, 2))
    # The highest bit of alpha says how many bits the colours have.
    scale = (1 << np.frexp(np.maximum(alpha, 1).astype(np.float64))[1].astype(np.int64)) - 1
    stopped = alpha & (scale >> 1)
    stopped = (stopped << 1) | (stopped & 1)
    found = np.stack([y + co - cg, y + cg, y - co - cg, stopped], axis=1) * (most / scale)[:, None]
    return np.clip(_rounded(found), 0, most).astype(unsigned)


def _rounded(values: Array) -> Array:
    whole: Array = np.trunc(values + np.where(values >= 0, 0.5, -0.5)).astype(np.int64)
    return whole
