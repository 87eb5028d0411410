"""Out of memory in the middle of a run: it goes on smaller, from its last checkpoint, and says so."""

import json
from dataclasses import replace

import pytest
import torch

from bozzetto.jobs.config.errors import BozzettoError, MemoryShortError
from bozzetto.jobs.config.run_config import CameraConfig, RenderConfig
from bozzetto.jobs.pipeline.generate import generate, resume
from bozzetto.jobs.store.runs import load_run
from bozzetto.jobs.train.distill import Distiller
from bozzetto.jobs.train.oom_retry import is_out_of_memory, lighter
from tests.jobs.known_object import box_oracle, small_config


def short_of_memory(monkeypatch, fails):
    """The prior's part raises what a device without memory raises, when `fails` says so of (call, images)."""
    real, calls = Distiller.__call__, []

    def distill(self, images, *rest):
        calls.append(tuple(images.shape))
        if fails(len(calls), images):
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.\nmore")
        return real(self, images, *rest)

    monkeypatch.setattr(Distiller, "__call__", distill)
    return calls


def test_views_are_halved_once_and_the_run_goes_on_from_its_checkpoint(tmp_path, monkeypatch):
    # Calls 1 to 8 are steps 0 to 7; the checkpoint of step 5 is the last one then.
    calls = short_of_memory(monkeypatch, lambda call, images: call == 8)
    said = []
    config = small_config(12, camera=CameraConfig(views=4))
    run = generate(
        config, out=tmp_path / "run", prior=box_oracle(24),
        progress=lambda report: said.append((report.step, report.message)),
    )  # fmt: skip
    assert [shape[0] for shape in calls] == [4] * 8 + [2] * 7
    message = next(text for _, text in said if "out of memory" in text)
    assert "camera.views 4 -> 2" in message and "checkpoint of step 5" in message
    assert message in (run.path / "log.txt").read_text()
    again = load_run(run.path)
    assert again.config.camera.views == 2 and again.state.status == "done" and again.mesh is not None
    assert [row["step"] for row in again.metrics] == sorted({row["step"] for row in again.metrics})


def test_then_the_resolution_and_then_an_error(tmp_path, monkeypatch):
    calls = short_of_memory(monkeypatch, lambda call, images: images.shape[-1] > 16 or images.shape[0] > 1)
    config = small_config(4, render=replace(small_config().render, resolution=64))
    run = generate(config, out=tmp_path / "run", prior=box_oracle(24))
    assert [(shape[0], shape[-1]) for shape in calls][:4] == [(2, 64), (1, 64), (1, 32), (1, 16)]
    assert json.loads((run.path / "config.json").read_text())["render"]["resolution"] == 16

    short_of_memory(monkeypatch, lambda call, images: True)
    with pytest.raises(MemoryShortError, match="one view of 16 pixels"):
        generate(config, out=tmp_path / "other", prior=box_oracle(24))
    other = load_run(tmp_path / "other")
    assert other.state.status == "failed" and "memory does not suffice" in other.state.reason
    monkeypatch.undo()
    assert resume(other, prior=box_oracle(24)).state.status == "done"


def test_other_errors_are_not_taken_for_it(tmp_path, monkeypatch):
    assert is_out_of_memory(RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes"))
    assert is_out_of_memory(MemoryError()) and not is_out_of_memory(RuntimeError("shapes do not match"))

    def broken(*_args, **_more):
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(Distiller, "__call__", broken)
    with pytest.raises((RuntimeError, BozzettoError), match="shapes do not match"):
        generate(small_config(2), out=tmp_path / "run", prior=box_oracle(24))


def test_what_is_halved():
    config = small_config(camera=CameraConfig(views=3))
    config, said = lighter(config, 64)
    assert config.camera.views == 1 and said == "camera.views 3 -> 1"
    config = replace(config, render=RenderConfig(resolution_late=128))
    config, said = lighter(config, 64)
    assert (config.render.resolution, config.render.resolution_late) == (32, 64) and "64 -> 32, late 128 -> 64" in said
    config = replace(config, render=RenderConfig())
    assert lighter(config, 16) is None


@pytest.mark.parametrize(
    "message",
    [
        "CUDA error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "FIND was unable to find an engine to execute this computation",
        "gpu_memory.h:459 cuMemCreate(&m_handles.back(), n_bytes_to_allocate, &prop, 0) failed: "
        "CUDA_ERROR_OUT_OF_MEMORY",
        "Could not allocate memory: gpu_memory.h:120 cudaMalloc(&rawptr, n_bytes) failed: out of memory",
        "Triton Error [CUDA]: out of memory",
    ],
)
def test_a_card_says_in_many_ways_that_its_memory_is_short(message):
    assert is_out_of_memory(getattr(torch, "AcceleratorError", RuntimeError)(message))
    assert not is_out_of_memory(ValueError(message))


def test_a_kernel_that_does_not_fit_on_the_chip_is_no_shortage_of_memory():
    # Triton's OutOfResources; half the views would need as much.
    assert not is_out_of_memory(
        RuntimeError("out of resource: shared memory, required: 262144, Hardware limit: 232448")
    )
    assert not is_out_of_memory(RuntimeError("CUDA error: an illegal memory access was encountered"))
