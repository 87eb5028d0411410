"""Compiles every Triton kernel for a GPU that need not be there, and reports registers, spills and memory.

    python -m bozzetto.nerf.kernels.triton_compile [--arch 80 90 120] [--only network]
    python -m bozzetto.nerf.kernels.triton_compile --table docs/hub-models.md

A spill is a value that did not fit into a thread's registers and goes through memory. Triton's own `ptxas` says so. The
table has all architectures and the fields that the presets, the recipes and `fit` have.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import triton
from triton.backends.compiler import GPUTarget
from triton.backends.nvidia.compiler import get_ptxas
from triton.compiler import ASTSource

from bozzetto.atomic import atomic_file
from bozzetto.nerf.kernels import triton_compositing, triton_encoding, triton_marching, triton_network
from bozzetto.nerf.kernels.triton_launch import interpreted, next_power_of_2
from bozzetto.nerf.volrend import MAX_OPTICAL_DEPTH

POINTERS = {
    "mask": "i32", "n": "i32", "n_rays": "i32", "tiles": "i32", "resolution": "i32", "step": "fp32",
    "half_step": "fp32", "levels": "*i32", "offsets": "*i64", "counts": "*i64", "ray_indices": "*i64",
    "n_steps": "*i64", "occupied": "*u8", "floor": "*i32", "stop": "i32",
}  # fmt: skip
"""Types of arguments that are not pointers to float32."""
ENCODING = {"LEVELS": 16, "FEATURES": 2, "C": 32}
NETWORK = {**ENCODING, "H": 64, "DEEP": 1, "OUT": 4, "OUT_PADDED": 16, "TILE": triton_network.TILE}
PACKED: dict[str, float] = {"RAYS": triton_compositing.RAYS, "CHUNK": triton_compositing.CHUNK}


ARCHITECTURES = (75, 80, 86, 89, 90, 100, 120)
"""Of the table: Turing, Ampere (A100; RTX 30), Ada, Hopper, Blackwell (B200; RTX 50)."""
FIELDS = {
    "presets: 8 levels, 2 layers": {"LEVELS": 8},
    "`fit`: 10 levels, 2 layers": {"LEVELS": 10},
    "recipes: 16 levels, 1 layer": {"DEEP": 0},
    "recipes: 16 levels, 2 layers": {},
}
"""Of the table: constants of the network's kernels where they differ from NETWORK."""
TABLE = "<!-- registers: made by python -m bozzetto.nerf.kernels.triton_compile --table -->"
TABLE_END = "<!-- registers end -->"

SHARED_KIB = {75: 64, 80: 163, 86: 99, 87: 163, 89: 99, 90: 227, 100: 227, 103: 227, 120: 99, 121: 99}
"""Most shared memory of one program, by architecture (CUDA C++ Programming Guide, table of compute capabilities)."""


@dataclass(frozen=True)
class Resources:
    """What one kernel takes of a multiprocessor."""

    kernel: str
    """Its name, and its variant."""
    registers: int
    """A thread."""
    spill_bytes: int
    """A thread, stores and loads."""
    shared_bytes: int
    """A program."""
    wide: int
    """Places in its code that read, or add to, two numbers of global memory or more at once."""


@dataclass(frozen=True)
class Failure:
    """A kernel that does not compile for an architecture."""

    kernel: str
    """Its name, and its variant."""
    reason: str
    """What the compiler said."""


def variants(hidden: int = 64, arch: int = 90) -> list[tuple[str, Any, dict[str, float]]]:
    """Name, kernel and constants of all that is compiled: 16 levels of 2 features, a network of two such layers."""
    wide: dict[str, float] = {**NETWORK, "H": hidden, "TILE": triton_network.forward_tile(hidden, arch)}
    encoding: dict[str, float] = {**ENCODING, "TILE": triton_encoding.TILE}
    march = {"TILE": triton_marching.TILE}
    out: list[tuple[str, Any, dict[str, float]]] = [
        ("encode_forward", triton_encoding.encode_forward, encoding),
        ("encode_backward_table", triton_encoding.encode_backward_table, {**encoding, "WHOLE": False}),
        ("encode_backward_table whole", triton_encoding.encode_backward_table, {**encoding, "WHOLE": True}),
        ("encode_backward_x", triton_encoding.encode_backward_x, encoding),
        ("march count", triton_marching.march_kernel, {**march, "FILL": False}),
        ("march fill", triton_marching.march_kernel, {**march, "FILL": True}),
        ("weights_forward", triton_compositing.weights_forward, {**PACKED, "MOST": MAX_OPTICAL_DEPTH}),
        ("weights_backward", triton_compositing.weights_backward, PACKED),
        ("accumulate_forward", triton_compositing.accumulate_forward, {**PACKED, "CHANNELS": 5}),
        (
            "accumulate_backward",
            triton_compositing.accumulate_backward,
            {"CHANNELS": 5, "TILE": triton_compositing.TILE},
        ),
    ]
    for half in (False, True):
        name = "mixed" if half else "float32"
        out.append((f"network forward {name}", triton_network.forward_kernel, {**wide, "KEEP": True, "HALF": half}))
        backward = {**wide, "HALF": half, "TILE": triton_network.backward_tile(half, hidden, arch)}
        for scatter, kind in ((True, name), (False, f"{name} ordered")):
            out.append((f"network backward {kind}", triton_network.backward_kernel, {**backward, "SCATTER": scatter}))
    # A number that is 1 becomes a constant of the kernel, and a network of one hidden layer has no inner product.
    one = {**wide, "n": 1, "DEEP": 0, "HALF": True}
    out.append(("network forward one sample", triton_network.forward_kernel, {**one, "KEEP": True}))
    one |= {"tiles": 1, "TILE": triton_network.backward_tile(True, hidden, arch), "SCATTER": True}
    out.append(("network backward one sample", triton_network.backward_kernel, one))
    return out


def table_rows(arch: int) -> Iterator[tuple[str, str, Any, dict[str, float]]]:
    """Row of the table, name of the kernel, kernel and constants: the fields' networks, then all else once."""
    kernels = {name: (kernel, constants) for name, kernel, constants in variants(arch=arch)}
    for passes in ("forward", "backward"):
        for precision in ("mixed", "float32"):
            name = f"network {passes} {precision}"
            kernel, constants = kernels[name]
            for field, differ in FIELDS.items():
                of_field = {**constants, **differ}
                of_field["C"] = network_columns(
                    int(of_field["LEVELS"]), int(of_field["FEATURES"]), precision == "mixed"
                )
                yield f"network {passes}, {precision}, {field}", name, kernel, of_field
    for name, (kernel, constants) in kernels.items():
        if not name.startswith("network"):
            yield name.replace("_", " "), name, kernel, constants


def markdown_table(architectures: Sequence[int] = ARCHITECTURES) -> list[str]:
    """Registers a thread of each kernel on each architecture, and the bytes that spill, as lines of Markdown."""
    cells: dict[str, dict[int, str]] = {}
    for arch in architectures:
        for row, name, kernel, constants in table_rows(arch):
            found = compile_kernel(name, kernel, constants, arch)
            spilled = f" + {found.spill_bytes} bytes" if found.spill_bytes else ""
            cells.setdefault(row, {})[arch] = f"{found.registers}{spilled}"
            print(f"sm_{arch} {row}: {cells[row][arch]}", file=sys.stderr, flush=True)
    lines = [
        "| kernel | " + " | ".join(f"`sm_{arch}`" for arch in architectures) + " |",
        "|---" * (1 + len(architectures)) + "|",
    ]
    return [*lines, *(f"| {row} | " + " | ".join(of.values()) + " |" for row, of in cells.items())]


def write_table(page: Path, architectures: Sequence[int] = ARCHITECTURES) -> None:
    """Puts the table between the marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(TABLE)
    _, mark, after = rest.partition(TABLE_END)
    if not mark:
        raise ValueError(f"{page}: expected {TABLE} and {TABLE_END}")
    table = "\n".join([TABLE, "", *markdown_table(architectures), "", TABLE_END])
    with atomic_file(page) as file:
        file.write((before + table + after).encode())


def network_columns(levels: int, features: int, half: bool) -> int:
    """Columns of the encoding's tile in the network's kernels."""
    return triton_network.columns_of(max(16, next_power_of_2(levels * features)), half)


def warps_of(name: str) -> int:
    """Warps of a program, as the launch has them; 4 is Triton's default."""
    if name.startswith("network"):
        return triton_network.WARPS
    return triton_encoding.WARPS if name.startswith("encode") else 4


def compile_kernel(name: str, kernel: Any, constants: dict[str, float], arch: int) -> Resources:
    """One kernel, compiled; a kernel that does not compile raises what Triton raises."""
    half = bool(constants.get("HALF"))
    kept = {"encoded": "*fp16", "hidden": "*fp16"} if half else {}
    kept |= {"grad_table": "*i64"} if constants.get("WHOLE") else {}
    signature = {
        argument: "constexpr" if argument in constants else (kept | POINTERS).get(argument, "*fp32")
        for argument in kernel.arg_names
    }
    # Torch allocates by 256 bytes, which lets the compiler load several numbers at once.
    aligned = {
        (i,): [["tt.divisibility", 16]]
        for i, argument in enumerate(kernel.arg_names)
        if signature[argument].startswith("*")
    }
    source = ASTSource(kernel, signature, constexprs=constants, attrs=aligned)
    compiled = triton.compile(source, target=GPUTarget("cuda", arch, 32), options={"num_warps": warps_of(name)})
    text = _ptxas_report(compiled.asm["ptx"], arch)
    registers = re.search(r"Used (\d+) registers", text)
    if registers is None:
        raise RuntimeError(f"{name}: ptxas reports no registers: {text}")
    spilled = sum(int(n) for n in re.findall(r"(\d+) bytes spill", text))
    wide = len(re.findall(r"\b(?:ld|atom|red)\.global\S*\.v[248]\.", compiled.asm["ptx"]))
    return Resources(name, int(registers[1]), spilled, compiled.metadata.shared, wide)


def _ptxas_report(ptx: str, capability: int) -> str:
    """What the architecture's own ptxas says of a kernel's text."""
    arch = re.search(r"\.target (sm_\w+)", ptx)
    assert arch is not None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "kernel.ptx"
        source.write_text(ptx)
        command = [get_ptxas(capability).path, "-v", f"--gpu-name={arch[1]}", str(source), "-o", f"{source}.cubin"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stderr


def compile_all(arch: int = 90, only: str = "", hidden: int = 64) -> Iterator[Resources | Failure]:
    """The kernels, one after the other, compiled for one architecture.

    Args:
        arch: compute capability times ten (90: H100, H200).
        only: beginning of the names of the kernels that are compiled; by default all.
        hidden: width of the network's layers, a power of two.

    Raises:
        RuntimeError: Triton was imported with TRITON_INTERPRET=1, which leaves nothing to compile.
    """
    if interpreted():
        raise RuntimeError("TRITON_INTERPRET is set: the interpreter compiles nothing; unset it and start again")
    for name, kernel, constants in variants(hidden, arch):
        if name.startswith(only):
            try:
                yield compile_kernel(name, kernel, constants, arch)
            except Exception as error:  # the compiler's passes fail with errors of any kind
                yield Failure(name, f"{type(error).__name__}: {error}".splitlines()[0])


def main() -> None:
    """Prints a table for each architecture; ends with 1 where a kernel does not compile, or would not be launched."""
    parser = argparse.ArgumentParser(description="Compile the Triton kernels and report what they take.")
    parser.add_argument("--arch", type=int, nargs="+", help="compute capabilities times ten; by default 90")
    parser.add_argument("--only", default="", help="beginning of the names of the kernels that are compiled")
    parser.add_argument("--hidden", type=int, default=64, help="width of the network's hidden layers, a power of two")
    parser.add_argument("--table", type=Path, help="page whose table of all architectures is made anew")
    arguments, failed = parser.parse_args(), False
    if arguments.table is not None:
        write_table(arguments.table, arguments.arch or ARCHITECTURES)
        return
    for arch in arguments.arch or (90,):
        columns = f"{'kernel':34} {'registers':>9} {'spilled':>8} {'shared':>8} {'wide':>5}"
        print(f"{columns}   (sm_{arch}; bytes, accesses of two numbers or more; never run there yet)")
        for row in compile_all(arch, arguments.only, arguments.hidden):
            if isinstance(row, Failure):
                failed = True
                print(f"{row.kernel:34} does not compile: {row.reason}", flush=True)
            else:
                figures = f"{row.registers:9} {row.spill_bytes:8} {row.shared_bytes:8} {row.wide:5}"
                beyond = row.shared_bytes > 1024 * SHARED_KIB.get(arch, 227)
                failed |= beyond
                note = f"  more shared memory than sm_{arch} has" if beyond else ""
                print(f"{row.kernel:34} {figures}{note}", flush=True)
    sys.exit(int(failed))


if __name__ == "__main__":
    main()
