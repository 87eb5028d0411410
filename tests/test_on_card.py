"""A run on a card that is not there: where tensors are, how often the host waits, and what a card would refuse."""

import contextlib
import os
from unittest import mock

import numpy as np
import pytest
import safetensors.torch
import torch
import trimesh

from bozzetto.bench.pretend_card import CardTensor, MixedDevicesError, PretendCard
from bozzetto.cuda_graphs import ReplayedModule
from bozzetto.export.mesh.mesh import Mesh
from bozzetto.jobs.bake.field_images import PictureOptions, render_run
from bozzetto.jobs.bake.texture_distill import DistillSettings, distilled_colours
from bozzetto.jobs.bake.texture_refine import refined_views
from bozzetto.jobs.config.errors import BozzettoError, RunInterrupted
from bozzetto.jobs.config.run_config import HubConfig, make_config, override
from bozzetto.jobs.pipeline.fit import fit, fit_config
from bozzetto.jobs.store.runs import create_run, load_run
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.jobs.train.priors import load_prior
from bozzetto.nerf import HashField, cameras, occupancy, rendering
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.pretrained.errors import LayoutError
from bozzetto.transfer import upload
from tests.jobs.known_object import box_oracle, train_with
from tests.jobs.posed_box import write_box
from tests.nerf import fake_tinycudann

SETTINGS = (
    "steps=4", "render.resolution=8", "camera.views=2", "start.shape=blob", "render.grid_resolution=8",
    "field.levels=3", "field.log2_table=8", "field.hidden=16", "field.max_resolution=16", "save.preview_every=4",
    "save.checkpoint_every=2", "save.preview_resolution=8", "render.grid_every=2", "render.step_size=0.2",
)  # fmt: skip
STEADY = ("steps=6", "save.preview_every=1000", "save.checkpoint_every=1000", "render.grid_every=1000")


def counted(tmp_path, *settings, prior=None):
    """Trains a small run on the pretended card; the run's result, and the card."""
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, *settings))
    with PretendCard() as card:
        run = create_run(config, tmp_path / f"run{len(list(tmp_path.iterdir()))}")
        trained = train_with(run, prior() if callable(prior) else prior or box_oracle(8))
    return trained, card


def assert_on_cpu_and_trained(trained):
    assert not isinstance(trained.field.table, CardTensor) and trained.field.table.device.type == "cpu"
    assert bool(trained.field.table.isfinite().all())


def test_a_run_with_its_checkpoints_and_previews_is_the_same_on_the_card_as_on_the_cpu(tmp_path):
    on_card, card = counted(tmp_path, "field.backend=torch")
    assert_on_cpu_and_trained(on_card)
    assert card.totals()["operations"] > 1000
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, "field.backend=torch"))
    on_cpu = train_with(create_run(config, tmp_path / "plain"), box_oracle(8))
    for one, other in zip(on_card.field.parameters(), on_cpu.field.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def test_auto_takes_the_card_and_says_so(tmp_path):
    messages = []
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, "field.hidden=256", "steps=1"))
    with PretendCard():
        train_with(create_run(config, tmp_path / "run"), box_oracle(8), progress=lambda r: messages.append(r.message))
    line = next(message for message in messages if message.startswith("the field runs by"))
    assert "torch on cuda" in line and "not triton: the field is too large for it" in line


SLOW = pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="seconds; opt-in: set BOZZETTO_SLOW=1")
SMALL = ("camera.views=1", "render.resolution=4", "field.levels=2", "field.log2_table=6", "render.step_size=0.5",
         "regular.smoothness_points=16", "field.backend=triton")  # fmt: skip


@pytest.mark.parametrize("replayed", [False, pytest.param(True, marks=SLOW)])
def test_a_steady_step_keeps_its_budget_of_waits_and_operations(tmp_path, replayed):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    first = 4 if replayed else 2  # the recording comes before
    more = ("steps=7", f"field.cuda_graphs={str(replayed).lower()}")
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, *STEADY, *SMALL, *more))

    def stop_after_two_steady_steps(step):
        if step == first:
            card.reset()
        if step == first + 2:
            totals.update(card.totals())
        return step == first + 2

    totals = {}
    with PretendCard() as card, pytest.raises(RunInterrupted):
        run = create_run(config, tmp_path / "run")
        train_with(run, box_oracle(8), should_stop=stop_after_two_steady_steps)
    assert 0 < totals["waits"] <= 8 * 2, card.waits.most_common(9)
    assert 0 < totals["operations"] <= 350 * 2, card.operations.most_common(20)
    assert (card.replays > 0) is replayed


def test_a_second_card_is_used_whatever_card_is_current(tmp_path):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, *SMALL, "steps=1", "field.device=cuda:1"))
    with PretendCard(index=1) as card:
        trained = train_with(create_run(config, tmp_path / "run"), box_oracle(8))
        assert card.totals()["operations"] > 100
        field = HashField(config.field)
        assert str(field.table.device) == "cuda:1"
        with (
            mock.patch.object(torch.cuda, "device", lambda device: contextlib.nullcontext()),
            pytest.raises(MixedDevicesError, match="launched on cuda:0, and its tensors are on cuda:1"),
        ):
            field(torch.zeros(1, 3, device="cuda:1"))
        with pytest.raises(MixedDevicesError, match="goes to cuda"):
            torch.zeros(1, device="cuda")
    assert_on_cpu_and_trained(trained)


def test_tiny_cuda_nn_trains_with_our_kernels_around_it(tmp_path):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    small = ("camera.views=1", "render.resolution=2", "field.levels=2", "field.log2_table=6", "steps=1")
    with fake_tinycudann.installed():
        trained, _ = counted(tmp_path, "field.backend=tcnn", *small)
    assert_on_cpu_and_trained(trained)


@pytest.mark.parametrize("normals", ["analytic", "finite_difference"])
def test_shading_and_every_regulariser_stay_on_their_device(tmp_path, normals):
    ramps = [f"regular.{name}.end=1" for name in ("z_variance", "opacity_entropy", "sparsity_root")]
    ramps += [f"regular.{name}.begin=1" for name in ("z_variance",)]
    if normals == "finite_difference":
        ramps += ["regular.orientation.begin=1", "regular.orientation.end=1"]
    more = ("light.albedo_share=0", "light.textureless_share=0.5", "regular.smoothness=0.1", "steps=2")
    trained, _ = counted(
        tmp_path, "field.backend=torch", f"render.normals={normals}", "regular.smoothness_points=16", *more, *ramps
    )
    assert_on_cpu_and_trained(trained)


def test_the_embedded_prior_runs_on_the_card(tmp_path):
    trained, card = counted(tmp_path, "field.backend=torch", "steps=1", prior=lambda: EmbeddedPrior(device="cuda"))
    assert_on_cpu_and_trained(trained)
    assert any(line.startswith("sds/") for line in card.operations)


@pytest.mark.parametrize("what", ["rgb", "depth", "normal", "opacity", "occupancy"])
def test_pictures_are_rendered_on_the_card(tmp_path, what):
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, "steps=1"))
    run = create_run(config, tmp_path / "run")
    train_with(run, box_oracle(8))
    with PretendCard() as card:
        render_run(run, tmp_path / "picture.png", PictureOptions(width=8, height=8, what=what, backend="torch"))
    assert (tmp_path / "picture.png").stat().st_size > 0 and card.totals()["operations"] > 0


def hub_prior(folder):
    """A tiny Stable Diffusion whose networks are on the card; its text encoder has done its work on the CPU."""
    from bozzetto.sds.pretrained.load import load_pretrained

    plain = load_pretrained(str(folder), device="cpu", precision="fp32")
    text = plain.encode_text("a chair")
    networks = {name: plain._networks._part(name) for name in plain._networks._folder.parts if "text" not in name}
    prior = load_pretrained(str(folder), device="cuda", precision="fp32")
    prior.encode_text = lambda prompt, negative="": text
    for name, network in networks.items():
        prior._networks._loaded[name] = network.to("cuda")
    return prior


@pytest.mark.parametrize("method", ["sds", "vsd"])
def test_a_hub_model_on_the_card_distils_into_a_field_on_the_card(tmp_path, method):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from tests.sds import tiny_models

    folder = tiny_models.build("sd", tmp_path / "model")
    trained, card = counted(
        tmp_path, "field.backend=torch", f"guidance.method={method}", "steps=2", prior=lambda: hub_prior(folder)
    )
    assert_on_cpu_and_trained(trained)
    assert any("pretrained" in line for line in card.operations)


@SLOW
def test_hub_compile_names_cuda_graphs_and_needs_a_card_for_them(tmp_path):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from bozzetto.sds.pretrained.load import load_pretrained
    from tests.sds import tiny_models

    folder = tiny_models.build("sd", tmp_path / "model")
    with pytest.raises(LayoutError, match="hub.compile=cuda-graphs needs the prior on a GPU"):
        load_pretrained(str(folder), device="cpu", compiled="cuda-graphs")
    with PretendCard():
        prior = load_pretrained(str(folder), device="cuda", compiled="cuda-graphs")
        prior._networks.device = torch.device("cpu")  # where its weights are read
        assert isinstance(prior.denoiser._compiled_call_impl, ReplayedModule)
    assert override(make_config("a chair", "draft"), ("hub.compile=cuda-graphs",)).hub.compile == "cuda-graphs"


def test_a_run_stopped_and_resumed_on_the_card_is_the_run_that_was_not(tmp_path):
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, "field.backend=torch"))
    with PretendCard():
        whole = train_with(create_run(config, tmp_path / "whole"), box_oracle(8))
        run = create_run(config, tmp_path / "stopped")
        with pytest.raises(RunInterrupted):
            train_with(run, box_oracle(8), should_stop=lambda step: step == 2)
        assert run.state.step == 2
        resumed = train_with(run, box_oracle(8))
    for one, other in zip(whole.field.parameters(), resumed.field.parameters(), strict=True):
        assert torch.equal(one, other)


def test_fit_trains_on_the_card(tmp_path):
    write_box(tmp_path / "images", views=4, size=8, held_out=1)
    config = fit_config(tmp_path / "images", steps=3, threads=1, backend="torch")
    small = ("field.levels=2", "field.log2_table=6", "field.hidden=16", "field.max_resolution=8", "mesh.resolution=16",
             "render.grid_resolution=8", "save.preview_resolution=8", "mesh.texture_size=64", "pictures.resolution=16",
             "pictures.turntable_frames=0", "mesh.max_faces=100", "field.device=cuda")  # fmt: skip
    with PretendCard() as card, contextlib.suppress(BozzettoError):  # so short a run need not have a surface
        fit(override(config, small), out=tmp_path / "run")
    run = load_run(tmp_path / "run")
    assert run.state.step == 3 and any(line.startswith("nerf/") for line in card.operations)
    tables = [t for path in run.checkpoints for t in safetensors.torch.load_file(path).values()]
    assert all(bool(t.isfinite().all()) for t in tables if t.is_floating_point())


def test_the_embedded_prior_by_name_takes_the_card():
    with PretendCard():
        assert load_prior("embedded").device.type == "cuda"
        assert load_prior("embedded", HubConfig(device="cpu")).device == torch.device("cpu")
    assert load_prior("embedded").device == torch.device("cpu")


def test_what_the_embedded_prior_knows_reaches_a_run_from_the_card(tmp_path):
    more = ("field.backend=torch", "steps=2", "start.shape=prior", "start.steps=2", "start.points=64",
            "camera.crop_share=0.5", "camera.views=1")  # fmt: skip
    trained, card = counted(tmp_path, *more, prior=lambda: load_prior("embedded"))
    assert_on_cpu_and_trained(trained)


@SLOW
def test_a_hub_model_s_network_is_replayed_and_the_learned_score_s_changes_are_seen(tmp_path):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from tests.sds import tiny_models

    folder, tables = tiny_models.build("sd", tmp_path / "model"), []
    for replayed in (False, True):

        def prior(replayed=replayed):
            one = hub_prior(folder)
            if replayed:
                ReplayedModule.install(one.denoiser)
            return one

        more = ("field.backend=torch", "guidance.method=vsd", "steps=3", "camera.views=1", "render.resolution=4")
        trained, card = counted(tmp_path, *more, prior=prior)
        tables.append(trained.field.table.detach())
        assert (card.replays > 0) is replayed
    assert torch.allclose(*tables, atol=1e-5)


def test_a_texture_is_distilled_by_a_hub_model_on_the_card(tmp_path):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from tests.sds import tiny_models

    folder, ball = tiny_models.build("sd", tmp_path / "model"), trimesh.creation.icosphere(subdivisions=2, radius=0.7)
    fit = Mesh(np.asarray(ball.vertices, np.float32), np.asarray(ball.faces, np.int32))
    settings = DistillSettings(steps=1, views=2, rounds=(0.6,), denoise_steps=2)
    start = np.full((len(fit.vertices), 3), 0.5)
    with PretendCard() as card:
        prior = hub_prior(folder)
        colours = distilled_colours(fit, PriorKnowledge(prior, prior.encode_text("a chair")), start, 0, settings)
    assert colours.shape == start.shape and np.isfinite(colours).all() and np.abs(colours - start).max() > 0.01
    assert any("pretrained" in line for line in card.operations)


@SLOW
def test_a_texture_is_refined_by_the_embedded_prior_on_the_card():
    painted = []
    for device in ("cpu", "cuda"):
        with PretendCard() as card:
            prior = EmbeddedPrior(device=device)
            knowledge, side = PriorKnowledge(prior, prior.encode_text("an exit sign")), prior.resolution
            render = np.full((side, side, 3), 0.4, np.float32), np.ones((side, side), np.float32)
            refined = refined_views(lambda *place, of=render: of, knowledge.crops, 0.6, 0)
            painted.append(refined(0.3, 0.2, side)[0])
    assert any(line.startswith("sds/") for line in card.operations)
    # The CPU's is the compiled one, with an exponential of its own.
    np.testing.assert_allclose(*painted, atol=2e-3)


def march_setup_on_the_cpu(rays, grid, step, generator, plain=occupancy.march_setup):
    near, _, n_steps = plain(rays, grid, step, None)
    return near, torch.rand(len(rays), generator=generator), n_steps


PLANTED = {
    "rays stay on the CPU": lambda: mock.patch.object(cameras.Rays, "to", lambda self, device: self),
    "the grid is not moved": lambda: mock.patch.object(occupancy.OccupancyGrid, "to", lambda self, device: self),
    "renders do not come back": lambda: mock.patch.object(rendering.RenderOutput, "to", lambda self, device: self),
    "jitter stays on the CPU": lambda: mock.patch.object(occupancy, "march_setup", march_setup_on_the_cpu),
}


@pytest.mark.parametrize("mistake", PLANTED)
def test_canary_a_planted_mistake_is_refused(tmp_path, mistake):
    with PLANTED[mistake](), pytest.raises((MixedDevicesError, TypeError)):
        counted(tmp_path, "field.backend=torch", "steps=1")


def test_the_pretended_card_refuses_what_a_card_refuses():
    with PretendCard() as card:
        x = torch.ones(3, device="cuda")
        assert x.device == torch.device("cuda:0") and x.is_cuda and (x + 1).sum().item() == 6
        with pytest.raises(MixedDevicesError, match="at least two devices"):
            x + torch.ones(3)
        with pytest.raises(MixedDevicesError, match="indices on the card"):
            torch.ones(3)[torch.tensor([0], device="cuda")]
        with pytest.raises(MixedDevicesError, match="generator"):
            torch.rand(3, generator=torch.Generator(), device="cuda")
        with pytest.raises(TypeError, match="numpy"):
            x.numpy()
        card.reset()
        float(x.sum())
        x.to("cpu"), torch.zeros(2).to("cuda"), x[x > 0.5]
        # A copy to the card is waited for as well, unless it is asked not to be and comes from page-locked memory.
        assert card.totals() == {"operations": 4, "waits": 4, "copies": 1, "copied_bytes": 8}
        upload(torch.zeros(2), "cuda")
        assert card.totals() == {"operations": 5, "waits": 4, "copies": 2, "copied_bytes": 16}
    assert not torch.cuda.is_available() or torch.zeros(1).is_cuda is False
