"""Which backend runs: by name, by device, by what is installed, and what is said when one cannot."""

import logging
import os
import shutil
import subprocess
from types import SimpleNamespace

import pytest
import torch

from bozzetto.nerf import BackendUnavailableError, FieldConfig, HashField, backend, cards, resolve_backend
from bozzetto.nerf.backend import place_field


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """No interpreter, answers that this test asks for itself, and no trials from before."""
    monkeypatch.delenv("TRITON_INTERPRET", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    backend.obstacle.cache_clear()
    yield
    backend.obstacle.cache_clear()


@pytest.fixture
def with_card(monkeypatch):
    """As if a CUDA device were there, and these modules installed; returns which backends were tried."""
    tried = []

    def machine(modules, difference):
        def check(name, device):
            tried.append(name)
            result = difference[name]
            if isinstance(result, Exception):
                raise result
            return result

        monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
        monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
        monkeypatch.setattr(torch.cuda, "get_device_name", lambda index=0: "a card")
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda index=0: (9, 0))
        monkeypatch.setattr(cards, "card_report", lambda: cards.CardReport(("a card",), (13, 0), "13.0", None))
        monkeypatch.setattr(backend, "card_report", cards.card_report)
        monkeypatch.setattr(backend.importlib.util, "find_spec", lambda name: object() if name in modules else None)
        monkeypatch.setattr(backend, "run_selfcheck", check)
        return tried

    return machine


def test_auto_is_the_compiled_kernels_on_a_cpu_and_the_definition_where_there_is_no_other():
    assert resolve_backend("auto", "cpu") == "cpu"
    assert resolve_backend("auto", "meta") == "torch"
    assert resolve_backend("auto", "cpu", FieldConfig(features=4)) == "torch"


def test_auto_is_a_card_with_the_first_that_passes_its_trial_and_says_why(with_card):
    with_card({"tinycudann", "triton"}, {"tcnn": 0.0, "triton": 0.0, "torch": 0.0})
    placement = place_field(FieldConfig())
    assert str(placement) == "tcnn on cuda (the best that passed its trial)"
    assert resolve_backend("auto", "cuda") == "tcnn"
    # Each level of a field of 128 hidden units needs one more in tiny-cuda-nn; triton spills in float32.
    placement = place_field(FieldConfig(hidden=128))
    assert placement.backend == "torch" and "not tcnn: the field is too large for it" in placement.reason
    assert "not triton: the field is too large for it" in placement.reason
    assert place_field(FieldConfig(hidden=128, backend="triton", mixed_precision=True)).backend == "triton"
    # tiny-cuda-nn's sums have no order.
    assert place_field(FieldConfig(deterministic=True)).backend == "triton"


def test_without_tiny_cuda_nn_auto_takes_triton_and_without_both_the_definition(with_card):
    tried = with_card({"triton"}, {"triton": 1e-6, "torch": 1e-6})
    placement = place_field(FieldConfig())
    assert placement.backend == "triton" and tried == ["triton"]
    assert "not tcnn: tinycudann is not installed" in placement.reason and "pip install" in placement.reason
    backend.obstacle.cache_clear()
    with_card(set(), {"torch": 0.0})
    assert place_field(FieldConfig()).backend == "torch"


def test_a_card_on_which_nothing_works_leaves_the_cpu_and_says_so(with_card):
    with_card(set(), {"torch": RuntimeError("no kernel image is available for execution on the device")})
    placement = place_field(FieldConfig())
    assert placement.backend == "cpu" and placement.device.type == "cpu" and "no kernel image" in placement.reason


def test_device_and_backend_are_taken_at_their_word(with_card):
    with_card({"triton"}, {"triton": 0.0, "torch": 0.0})
    assert place_field(FieldConfig(device="cpu")).backend == "cpu"
    assert place_field(FieldConfig(backend="cpu")).device.type == "cpu"
    assert place_field(FieldConfig(backend="torch")).device.type == "cuda"
    assert str(place_field(FieldConfig(backend="torch", device="cuda:0")).device) == "cuda:0"
    with pytest.raises(BackendUnavailableError, match="there is no card 3; cards 0 to 0"):
        place_field(FieldConfig(backend="torch", device="cuda:3"))
    with pytest.raises(BackendUnavailableError, match="needs tensors on a CPU, got cuda"):
        place_field(FieldConfig(backend="cpu", device="cuda"))
    with pytest.raises(ValueError, match="device: expected auto, cpu, cuda or cuda:N, got 'gpu'"):
        FieldConfig(device="gpu")


def test_a_build_that_fails_is_tried_once_explained_once_and_passed_over_only_by_auto(with_card, caplog):
    failure = OSError("Could not find compatible tinycudann extension for compute capability 90.")
    tried = with_card({"tinycudann", "triton"}, {"tcnn": failure, "triton": 0.0})
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert resolve_backend("auto", "cuda") == "triton"
        with pytest.raises(BackendUnavailableError, match=r"compute capability 90.*; build it again .*pip install"):
            resolve_backend("tcnn", "cuda")
    assert tried == ["tcnn", "triton"]
    assert len([record for record in caplog.records if "tcnn" in record.message]) == 1


def test_a_trial_that_passed_is_remembered_for_other_processes_and_one_that_failed_is_not(with_card):
    tried = with_card({"triton"}, {"triton": 0.5})
    for _ in range(2):
        backend.obstacle.cache_clear()
        assert "differ from the definition by 0.5" in str(backend.obstacle("triton", "cuda:0"))
    with_card({"triton"}, {"triton": 1e-6})
    for _ in range(2):
        backend.obstacle.cache_clear()
        assert backend.obstacle("triton", "cuda:0") is None
    assert tried == ["triton", "triton", "triton"]


@pytest.mark.parametrize("difference", [0.5, float("nan"), float("inf")])
def test_a_backend_that_computes_something_else_is_not_used(with_card, difference):
    with_card({"triton"}, {"triton": difference})
    with pytest.raises(BackendUnavailableError, match="differ from the definition"):
        resolve_backend("triton", "cuda")


def test_a_trial_runs_in_a_process_of_its_own_and_outlives_its_death(monkeypatch):
    assert backend.run_selfcheck("torch", "cpu") == 0
    with pytest.raises(RuntimeError, match="ValueError: backend 'triton': expected tensors on CUDA, got cpu"):
        backend.run_selfcheck("triton", "cpu")
    dying = "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    run = subprocess.run
    monkeypatch.setattr(backend.subprocess, "run", lambda command, **more: run([command[0], *dying], **more))
    with pytest.raises(RuntimeError, match="died of SIGSEGV"):
        backend.run_selfcheck("torch", "cpu")


@pytest.mark.parametrize(
    ("modules", "name", "message"),
    [
        (set(), "triton", r'Triton is not installed; pip install "bozzetto\[triton\]"'),
        ({"nerfacc"}, "tcnn", "tinycudann is not installed.*; pip install ninja .*--no-build-isolation .*tiny-cuda-nn"),
        ({"tinycudann"}, "tcnn", r'triton is not installed; pip install "bozzetto\[triton\]"'),
        ({"tinycudann"}, "tcnn-nerfacc", r'nerfacc is not installed.*; pip install "bozzetto\[cuda\]".*std=c\+\+17'),
    ],
)
def test_what_is_absent_is_named_with_the_command_that_installs_it(with_card, modules, name, message):
    with_card(modules, {})
    with pytest.raises(BackendUnavailableError, match=message):
        resolve_backend(name, "cuda")


@pytest.mark.skipif(torch.cuda.is_available(), reason="says what is said without a CUDA device")
@pytest.mark.parametrize("name", ["tcnn", "triton"])
def test_without_a_card_a_named_cuda_backend_is_an_error_and_no_fallback(name):
    with pytest.raises(BackendUnavailableError, match=f"backend '{name}' cannot run: .*"):
        resolve_backend(name, "cuda")
    with pytest.raises(BackendUnavailableError, match=name):
        HashField(FieldConfig(backend=name))
    with pytest.raises(BackendUnavailableError, match="no CUDA device"):
        HashField(FieldConfig(backend="torch", device="cuda"))


DRIVERS = [
    (None, None, "torch was built without CUDA", "NVIDIA card and its driver"),
    (None, (13, 0), "torch was built without CUDA, though there is a driver", "CUDA build of torch"),
    ("13.0", None, "there is no NVIDIA driver", "NVIDIA card and its driver"),
    ("13.0", (12, 4), "driver is too old: it runs CUDA 12.4, and torch was built for 13.0", "update NVIDIA's driver"),
    ("13.0", (13, 0), "no card is visible to torch", "CUDA_VISIBLE_DEVICES"),
]


@pytest.mark.parametrize(("built_for", "driver", "problem", "fix"), DRIVERS)
def test_why_there_is_no_card_is_said_apart(monkeypatch, built_for, driver, problem, fix):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.version, "cuda", built_for)
    monkeypatch.setattr(cards, "driver_cuda", lambda: driver)
    report = cards.card_report()
    assert problem in report.problem and fix in report.fix
    assert any("nvcc" in line for line in report.lines())


def test_a_card_that_torchs_build_has_no_kernels_for_is_named(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index=0: "an old card")
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda index: SimpleNamespace(total_memory=8 << 30))
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: ["sm_75", "sm_80", "sm_90", "sm_100", "sm_120"])
    for capability, missing in (((6, 1), True), ((7, 5), False), ((8, 9), False), ((9, 0), False), ((12, 1), False)):
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda index=0, capability=capability: capability)
        report = cards.card_report()
        assert bool(report.problem) is missing, capability
        assert report.cards == (f"an old card, sm_{capability[0]}{capability[1]}, 8 GiB",)


def test_what_is_printed_builds_with_what_is_released():
    # setuptools 82 has no pkg_resources, torch's headers are the environment's, and nerfacc's lerp is C++20's too.
    assert '"setuptools<82"' in backend.FIX_TCNN and "--no-build-isolation" in backend.FIX_TCNN
    assert "NVCC_APPEND_FLAGS=-std=c++17" in backend.FIX_NERFACC


@pytest.mark.skipif(
    not os.environ.get("BOZZETTO_SLOW") or shutil.which("nvcc") is None,
    reason="seconds, and needs nvcc; opt-in: set BOZZETTO_SLOW=1",
)
def test_with_the_flag_that_is_printed_nvcc_takes_nerfaccs_lerp_and_canary_not_without(tmp_path):
    source = tmp_path / "lerp.cu"  # nerfacc 0.5.3, include/utils_math.cuh; torch 2.13 asks for C++20
    source.write_text(
        "#include <cmath>\n"
        "inline __device__ __host__ float lerp(float a, float b, float t) { return a + t * (b - a); }\n"
    )
    name, _, value = next(word for word in backend.FIX_NERFACC.split() if "NVCC" in word).partition("=")
    for flags, works in (({}, False), ({name: value}, True)):
        done = subprocess.run(
            ["nvcc", "-std=c++20", "-c", str(source), "-o", str(tmp_path / "lerp.o")],
            env={**os.environ, **flags},
            capture_output=True,
        )
        assert (done.returncode == 0) is works, done.stderr[-500:]


def test_names_and_devices_that_do_not_fit_are_refused():
    with pytest.raises(BackendUnavailableError, match="needs tensors on a CPU, got meta; use 'torch'"):
        resolve_backend("cpu", "meta")
    with pytest.raises(ValueError, match="expected one of auto, torch"):
        resolve_backend("cuda", "cpu")
    with pytest.raises(ValueError, match="expected one of auto, torch"):
        FieldConfig(backend="cuda")
    with pytest.raises(ValueError, match="mixed_precision: expected backend 'triton'"):
        FieldConfig(backend="cpu", mixed_precision=True)


def test_a_card_backend_refuses_tensors_that_are_elsewhere(with_card):
    with_card({"triton"}, {"triton": 0.0})
    with pytest.raises(BackendUnavailableError, match="needs tensors on CUDA, got cpu"):
        resolve_backend("triton", "cpu")


def test_a_field_begins_where_its_backend_runs(monkeypatch):
    assert backend.device_of("cpu").type == backend.device_of("torch").type == "cpu"
    assert backend.device_of("tcnn").type == backend.device_of("triton").type == "cuda"
    pytest.importorskip("triton")
    monkeypatch.setenv("TRITON_INTERPRET", "1")
    assert backend.device_of("triton").type == "cpu"


def test_a_table_that_does_not_fit_into_memory_is_refused_before_it_is_made(monkeypatch):
    monkeypatch.setattr(backend.os, "sysconf", lambda name: 1 << 12 if name == "SC_PAGE_SIZE" else 1 << 10)
    with pytest.raises(ValueError, match="need 0.0 GiB with gradient .* and cpu has 0.0 GiB; lower log2_table"):
        HashField(FieldConfig(log2_table=16, max_resolution=256))
    monkeypatch.setattr(backend.torch.cuda, "mem_get_info", lambda device: (1 << 30, 1 << 34))
    backend.check_memory(1 << 26, "cuda")
    with pytest.raises(ValueError, match="need 2.0 GiB .* cuda has 1.0 GiB"):
        backend.check_memory(1 << 27, "cuda")


def test_a_resolution_whose_cells_overflow_an_index_is_refused():
    with pytest.raises(ValueError, match="max_resolution <= 4096, got 4, 1048576"):
        FieldConfig(max_resolution=1 << 20)
