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
from bozzetto.jobs.config.run_config import make_config, override
from bozzetto.jobs.pipeline.fit import fit, fit_config
from bozzetto.jobs.store.runs import create_run, load_run
from bozzetto.jobs.train import priors
from bozzetto.jobs.train.distill import Distiller
from bozzetto.jobs.train.knowledge import PriorKnowledge
from bozzetto.nerf import HashField, cameras, occupancy, rendering
from bozzetto.sds.embedded import EmbeddedPrior
from bozzetto.sds.pretrained.errors import LayoutError
from bozzetto.sds.pretrained.load import find_device
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


NETWORKS = (
    "sds/pretrained/", "sds/unet.py", "sds/embedded.py", "sds/volume.py", "sds/low_rank.py", "sds/particles.py",
    "sds/schedule.py", "jobs/train/distill.py",
)  # fmt: skip
"""Where a prior's own networks are called and taught, its times become noise levels, and its encoder's gradient is
taken."""
MOST_WAITS, MOST_OPERATIONS = 8, 350
"""Of a step: times that the host waits for the card, the prior's too; and operations beside the prior's networks."""


def steady_step(tmp_path, *settings, prior, first=1):
    """What one step of a small run does on the card: times that the host waits and operations, by line; and the card.

    Args:
        prior: makes the prior.
        first: the step; those before fill what is kept.
    """
    config = override(make_config("a red teddy bear", "draft"), (*SETTINGS, *STEADY, *SMALL, "steps=7", *settings))
    waits, operations = {}, {}

    def stop_after_it(step):
        if step == first:
            card.reset()
        if step == first + 1:
            waits.update(card.waits)
            operations.update(card.operations)
        return step == first + 1

    with PretendCard() as card, pytest.raises(RunInterrupted):
        train_with(create_run(config, tmp_path / "run"), prior(), should_stop=stop_after_it)
    return waits, {line: n for line, n in operations.items() if not line.startswith(NETWORKS)}, card


def assert_within_budget(waits, operations):
    assert 0 < sum(waits.values()) <= MOST_WAITS, waits
    assert 0 < sum(operations.values()) <= MOST_OPERATIONS, sorted(operations.items(), key=lambda item: -item[1])[:20]


@pytest.mark.parametrize("replayed", [False, pytest.param(True, marks=SLOW)])
def test_a_steady_step_keeps_its_budget_of_waits_and_operations(tmp_path, replayed):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    first = 4 if replayed else 1  # the recording comes before
    graphs = f"field.cuda_graphs={str(replayed).lower()}"
    waits, operations, card = steady_step(tmp_path, graphs, prior=lambda: box_oracle(8), first=first)
    assert_within_budget(waits, operations)
    assert (card.replays > 0) is replayed


def sd_prior(tmp_path):
    pytest.importorskip("diffusers", reason="hub models are in the extra `diffusers`")
    from tests.sds import tiny_models

    return hub_prior(tiny_models.build("sd", tmp_path / "model"))


ON_CARD = {
    "the embedded prior": ((), lambda folder: EmbeddedPrior(device="cuda")),
    "a hub model, shaded": (
        ("guidance.method=sds", "light.albedo_share=0", "regular.z_variance.end=1", "regular.smoothness=0"), sd_prior,
    ),
    "a hub model, VSD": (("guidance.method=vsd", "regular.smoothness=0"), sd_prior),
}  # fmt: skip
"""With the regularisers of published recipes, and of a preset with the embedded prior."""


@pytest.mark.parametrize("which", ON_CARD)
def test_images_stay_on_the_card_of_field_and_prior(tmp_path, which):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    settings, prior = ON_CARD[which]
    waits, operations, card = steady_step(tmp_path, *settings, prior=lambda: prior(tmp_path))
    assert_within_budget(waits, operations)
    assert any(line.startswith(NETWORKS) for line in card.operations)
    # No image, gradient, noise, text or time goes either way by a copy that is waited for.
    assert [line for line in waits if line.endswith("copy")] == []


def test_canary_images_that_leave_the_card_are_noticed(tmp_path):
    pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")
    leave = mock.patch.object(Distiller, "sees_on", lambda self, device: torch.device("cpu"))
    with leave:
        waits, _, _ = steady_step(tmp_path, prior=lambda: EmbeddedPrior(device="cuda"))
    assert {line.partition(":")[0] for line in waits if line.endswith("copy")} >= {"bozzetto/transfer.py"}


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


def test_a_prior_takes_the_card_unless_torch_has_no_kernels_for_it():
    with PretendCard():
        for device, chosen in (("auto", "cuda"), ("cpu", "cpu"), ("cuda:0", "cuda:0")):
            assert priors._card_or_cpu(device) == chosen and find_device(device) == torch.device(chosen)
        with mock.patch.object(torch.cuda, "get_device_capability", lambda *card: (7, 0)):
            assert priors._card_or_cpu("auto") == "cpu" and find_device("auto") == torch.device("cpu")
            with pytest.raises(LayoutError, match="hub.device=cuda: torch .* has no kernels for sm_70; install"):
                find_device("cuda")
    assert priors._card_or_cpu("cuda") == "cpu" and find_device("auto") == torch.device("cpu")


def test_what_the_embedded_prior_knows_reaches_a_run_from_the_card(tmp_path):
    more = ("field.backend=torch", "steps=2", "start.shape=prior", "start.steps=2", "start.points=64",
            "camera.crop_share=0.5", "camera.views=1")  # fmt: skip
    devices = []

    def prior():
        devices.append((one := priors.load_prior("embedded")).device.type)
        return one

    trained, card = counted(tmp_path, *more, prior=prior)
    assert_on_cpu_and_trained(trained)
    assert devices == ["cuda"]


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
    settings = DistillSettings(steps=2, views=2, rounds=(0.6,), denoise_steps=2)
    start, waits, operations = np.full((len(fit.vertices), 3), 0.5), [], set()

    def seen(fraction):
        waits.append(dict(card.waits))
        operations.update(card.operations)
        card.reset()

    with PretendCard() as card:
        prior = hub_prior(folder)
        knowledge = PriorKnowledge(prior, prior.encode_text("a chair"))
        colours = distilled_colours(fit, knowledge, start, 0, settings, seen)
    _, step, *views = waits
    assert sum(step.values()) == 1, step  # whether the gradient is finite
    # Of a view: the same of its prediction, and the picture, from which the mesh is painted on the CPU; of the first
    # one the colours that were distilled, too.
    assert all(sum(view.values()) <= 2 + (view is views[0]) for view in views), views
    assert colours.shape == start.shape and np.isfinite(colours).all() and np.abs(colours - start).max() > 0.01
    assert any("pretrained" in line for line in operations)


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
        with pytest.raises(RuntimeError, match="an expanded tensor is to be page-locked"):
            torch.ones(1).expand(2).pin_memory()
        assert upload(torch.ones(1).expand(2), "cuda").tolist() == [1, 1]
    assert not torch.cuda.is_available() or torch.zeros(1).is_cuda is False
