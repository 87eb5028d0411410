"""Which backend runs: by name, by device, by what is installed, and what is said when one cannot."""

import logging

import pytest
import torch

from bozzetto.nerf import BackendUnavailableError, FieldConfig, HashField, backend, resolve_backend, selfcheck


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """No interpreter, and answers that this test asks for itself."""
    monkeypatch.delenv("TRITON_INTERPRET", raising=False)
    backend.obstacle.cache_clear()
    yield
    backend.obstacle.cache_clear()


@pytest.fixture
def with_card(monkeypatch):
    """As if a CUDA device were there, and these modules installed; returns what was asked for."""
    tried = []

    def machine(modules, difference):
        def trial(name, device):
            tried.append(name)
            found = difference[name]
            if isinstance(found, Exception):
                raise found
            return found

        monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
        monkeypatch.setattr(backend.importlib.util, "find_spec", lambda name: object() if name in modules else None)
        monkeypatch.setattr(selfcheck, "largest_difference", trial)
        return tried

    return machine


def test_auto_is_the_compiled_kernels_on_a_cpu_and_the_definition_where_there_is_no_other():
    assert resolve_backend("auto", "cpu") == "cpu"
    assert resolve_backend("auto", "meta") == "torch"


def test_auto_on_cuda_takes_the_first_that_works(with_card):
    with_card({"tinycudann", "nerfacc", "triton"}, {"tcnn": 0.0, "triton": 0.0})
    assert resolve_backend("auto", "cuda") == "tcnn"


def test_without_tiny_cuda_nn_auto_takes_triton_and_without_both_the_definition(with_card):
    tried = with_card({"triton"}, {"triton": 1e-6})
    assert resolve_backend("auto", "cuda") == "triton" and tried == ["triton"]
    backend.obstacle.cache_clear()
    with_card(set(), {})
    assert resolve_backend("auto", "cuda") == "torch"


def test_a_build_that_fails_is_tried_once_explained_once_and_passed_over_only_by_auto(with_card, caplog):
    failure = OSError("Could not find compatible tinycudann extension for compute capability 90.")
    tried = with_card({"tinycudann", "nerfacc", "triton"}, {"tcnn": failure, "triton": 0.0})
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert resolve_backend("auto", "cuda") == "triton"
        with pytest.raises(BackendUnavailableError, match=r"compute capability 90.*; build it again .*pip install"):
            resolve_backend("tcnn", "cuda")
    assert tried == ["tcnn", "triton"]
    assert len([record for record in caplog.records if "tcnn" in record.message]) == 1


@pytest.mark.parametrize("difference", [0.5, float("nan"), float("inf")])
def test_a_backend_that_computes_something_else_is_not_used(with_card, difference):
    with_card({"triton"}, {"triton": difference})
    with pytest.raises(BackendUnavailableError, match="differ from the definition"):
        resolve_backend("triton", "cuda")


@pytest.mark.parametrize(
    ("modules", "name", "message"),
    [
        (set(), "triton", r'Triton is not installed; pip install "bozzetto\[triton\]"'),
        ({"nerfacc"}, "tcnn", "tinycudann is not installed; pip install ninja .*tiny-cuda-nn"),
        ({"tinycudann"}, "tcnn", r'nerfacc is not installed; pip install "bozzetto\[cuda\]"'),
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
    assert backend.device_of("auto").type == backend.device_of("cpu").type == backend.device_of("torch").type == "cpu"
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
