"""Training steps replayed as CUDA graphs on a card that is not there: the same bits, no waits, and when not."""

import dataclasses
import logging
import os
from unittest import mock

import pytest
import torch

pytest.importorskip("triton", reason="Triton has wheels for Linux only: pip install 'bozzetto[triton]'")

from bozzetto import cuda_graphs
from bozzetto.bench.pretend_card import PretendCard, RecordingError
from bozzetto.cuda_graphs import Recordings, ReplayedModule
from bozzetto.nerf import FieldConfig, HashField, OccupancyGrid, graphs, network, render
from bozzetto.nerf.cameras import PRIOR_FOVY, Cameras, camera_rays, orbit_c2w
from bozzetto.nerf.volrend import Samples

SLOW = pytest.mark.skipif(not os.environ.get("BOZZETTO_SLOW"), reason="seconds each; opt-in: set BOZZETTO_SLOW=1")
CONFIG = FieldConfig(
    levels=2, log2_table=6, max_resolution=8, hidden=16, hidden_layers=1, table_range=0.3, backend="triton",
    device="cuda", cuda_graphs=True,
)  # fmt: skip


def scene(side=3):
    azimuth = torch.tensor([0.3])
    cameras = Cameras(orbit_c2w(azimuth, azimuth / 6), torch.full((1,), PRIOR_FOVY), side, side)
    return camera_rays(cameras).to("cuda"), OccupancyGrid(resolution=4).to("cuda")


def loss_of(field, rays, grid, seed, **more):
    out = render(field, grid, rays, step_size=0.4, generator=torch.Generator().manual_seed(seed), **more)
    loss = out.rgb.square().sum() + out.opacity.sum() + (out.weights * out.samples.t_mids).sum() * 0.1
    return loss + out.depth.mean(), out


def gradients(field, loss):
    field.zero_grad(set_to_none=True)
    loss.backward()
    return [parameter.grad.clone() for parameter in field.parameters()]


def train(field, steps=3):
    """Some steps of gradient descent; the gradients of each."""
    rays, grid = scene()
    kept = []
    for step in range(steps):
        kept.append(gradients(field, loss_of(field, rays, grid, step)[0]))
        with torch.no_grad():
            for parameter, gradient in zip(field.parameters(), kept[-1], strict=True):
                parameter -= 0.01 * gradient
    return kept


@pytest.mark.parametrize("mixed", [False, pytest.param(True, marks=SLOW)])
def test_replayed_steps_have_the_bits_of_those_that_are_not(mixed):
    config = dataclasses.replace(CONFIG, mixed_precision=mixed)
    with PretendCard() as card:
        replayed = HashField(config)
        got = train(replayed)
        # The first call is made as it is written, the second recorded, and that and the rest replayed.
        assert replayed.graphs.replays == 2 and card.replays == 4 and not replayed.graphs.failed
        with mock.patch.object(Recordings, "get", lambda self, key, make: None):
            expected = train(HashField(config))
        plain = train(HashField(dataclasses.replace(config, cuda_graphs=False)))
    for ours, theirs, unpadded in zip(got, expected, plain, strict=True):
        assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))
        for a, b in zip(ours, unpadded, strict=True):
            assert float((a - b).norm() / b.norm()) < (1e-2 if mixed else 1e-5)
    assert not torch.equal(got[1][0], got[2][0]), "every step has other samples"


@SLOW
def test_a_replayed_step_waits_once_and_launches_little():
    with PretendCard() as card:
        field, (rays, grid) = HashField(CONFIG), scene()
        counts = []
        for step in range(4):
            loss = loss_of(field, rays, grid, step)[0]
            card.reset()
            field.zero_grad(set_to_none=True)
            loss.backward()
            counts.append(card.totals()["operations"])
            waits = card.totals()["waits"]
        card.reset()
        render(field, grid, rays, step_size=0.4, generator=torch.Generator().manual_seed(9))
        forward = card.totals()
    # The march waits for its number of samples; the gradients for nothing.
    assert forward["waits"] == 1 and waits == 0
    assert counts[-1] < 0.7 * counts[0], counts


@SLOW
def test_a_second_render_before_the_first_one_s_gradient_leaves_its_activations_alone():
    with PretendCard():
        field, (rays, grid) = HashField(CONFIG), scene()
        train(field, 2)
        replays = field.graphs.replays
        one, two = loss_of(field, rays, grid, 5)[0], loss_of(field, rays, grid, 6)[0]
        assert field.graphs.replays == replays + 1
        both = gradients(field, one + two)
        apart = [gradients(field, loss_of(field, rays, grid, seed)[0]) for seed in (5, 6)]
    for total, first, second in zip(both, *apart, strict=True):
        assert torch.allclose(total, first + second, atol=1e-6)


@SLOW
def test_a_gradient_that_is_never_asked_for_keeps_no_step_waiting():
    with PretendCard():
        field, (rays, grid) = HashField(CONFIG), scene()
        train(field, 2)
        for seed in range(3):
            loss_of(field, rays, grid, seed)
        replays = field.graphs.replays
        loss = loss_of(field, rays, grid, 0)[0]
        assert field.graphs.replays == replays + 1
        loss.backward(retain_graph=True)
        loss_of(field, rays, grid, 1)
        with pytest.raises(RuntimeError, match="replayed for another one since"):
            loss.backward()


@SLOW
def test_normals_and_a_field_that_was_moved():
    with PretendCard():
        field, (rays, grid) = HashField(CONFIG), scene()
        train(field, 2)
        _, out = loss_of(field, rays, grid, 0, normals="analytic")
        _, plain = loss_of(HashField(dataclasses.replace(CONFIG, cuda_graphs=False)), rays, grid, 0, normals="analytic")
        assert out.normal.shape == plain.normal.shape and len(out.samples) == len(out.weights) == out.n_samples
        field.table.data = field.table.data.clone()
        again = gradients(field, loss_of(field, rays, grid, 1)[0])
        with mock.patch.object(Recordings, "get", lambda self, key, make: None):
            expected = gradients(field, loss_of(field, rays, grid, 1)[0])
    assert all(torch.equal(a, b) for a, b in zip(again, expected, strict=True))


@SLOW
@pytest.mark.parametrize("planted", ["the host waits", "the host copies"])
def test_canary_a_wait_or_a_copy_inside_a_recording_is_noticed_and_steps_go_on_without(planted, caplog):
    plain = network.density_of

    def waiting(h, x, config):
        return plain(h, x, config) * float(h.detach().isfinite().all())

    def copying(h, x, config):
        return plain(h, x, config) * torch.ones(1).to(h.device)

    wrong = waiting if planted == "the host waits" else copying
    with PretendCard(), mock.patch.object(network, "density_of", wrong), caplog.at_level(logging.WARNING):
        field = HashField(CONFIG)
        got = train(field)
        assert planted in field.graphs.failed and field.graphs.replays == 0
    assert "cannot be recorded as a CUDA graph" in caplog.text and len(caplog.records) == 1
    with PretendCard():
        expected = train(HashField(CONFIG))
    assert all(torch.equal(a, b) for a, b in zip(got[-1], expected[-1], strict=True))


def test_canary_memory_that_nobody_has_written_is_no_number_and_frozen_numbers_stay():
    with PretendCard() as card:
        assert bool(torch.empty(3, device="cuda").isnan().all())
        x, graph, kept = torch.ones(2, device="cuda"), torch.cuda.CUDAGraph(), []
        with torch.cuda.graph(graph):
            y = x * 2
            frozen = x * len(kept)
            z = y[:1] + 1
        x.fill_(5)
        kept.append(0)
        graph.replay()
        assert y.tolist() == [10, 10] and z.tolist() == [11] and frozen.tolist() == [0, 0]
        with pytest.raises(RecordingError, match="the host waits"), torch.cuda.graph(torch.cuda.CUDAGraph()):
            float(x.sum())
        assert card.recording is None


def test_a_recording_is_made_on_the_card_that_is_current_and_canary_torchs_own_stream_is_of_the_first(monkeypatch):
    with PretendCard(index=1) as card, torch.cuda.device(1):
        x = torch.ones(2, device="cuda:1")
        graph, out = cuda_graphs.record(lambda: x + 1)
        x += 1
        graph.replay()
        assert card.replays == 1 and out.tolist() == [3, 3]
        monkeypatch.setattr(cuda_graphs, "_stream_of", lambda card: None)
        with pytest.raises(RecordingError, match="by a stream of another card"):
            cuda_graphs.record(lambda: x + 1)


def test_samples_are_padded_by_an_eighth_at_most():
    for n in (1, 63, 64, 65, 1000, 4097, 123_456, 1_000_000):
        budget = graphs.budget_of(n)
        assert n <= budget <= max(64 * -(-n // 64), n * 1.125) and budget % 64 == 0
    assert len({graphs.budget_of(n) for n in range(65_536, 131_072)}) == graphs.SIZES_AN_OCTAVE + 1
    samples = Samples(torch.zeros(3, dtype=torch.int64), torch.ones(3), torch.ones(3) * 2, torch.tensor([0, 3]))
    more = graphs.padded(samples, 64)
    assert len(more) == 64 and more.n_rays == 1 and float((more.t_ends - more.t_starts).sum()) == 3
    same = graphs.padded(samples, 3)
    same.t_starts.zero_()
    assert samples.t_starts.sum() == 3, "a copy, whatever the budget"


def test_where_there_is_nothing_to_record_it_says_so_or_does_without():
    assert HashField(dataclasses.replace(CONFIG, backend="cpu", device="cpu", hidden=16)).graphs is None
    with pytest.raises(ValueError, match="cuda_graphs: expected backend 'triton'"):
        FieldConfig(backend="tcnn", cuda_graphs=True)
    with PretendCard():
        with pytest.raises(ValueError, match="cuda_graphs: the steps of 'torch' cannot be recorded"):
            HashField(dataclasses.replace(CONFIG, backend="torch"))
        field, (rays, grid) = HashField(CONFIG), scene()
        grid.occupied.zero_()
        assert loss_of(field, rays, grid, 0)[1].n_samples == 0


class Network(torch.nn.Module):
    """Two layers, of which a hook changes one."""

    def __init__(self):
        super().__init__()
        self.first, self.second = torch.nn.Linear(4, 4), torch.nn.Linear(4, 4)

    def forward(self, x, scale=1.0, extra=None):
        return {"out": self.second(self.first(x).relu() * scale), "extra": extra}


def test_a_frozen_network_is_replayed_by_shapes_and_arguments_and_hooks_are_seen():
    x = torch.randn(3, 4)
    with PretendCard() as card:
        net = Network().requires_grad_(False).to("cuda")
        replayed = ReplayedModule.install(net)
        with torch.no_grad():
            for k in range(4):
                given = (x + k).to("cuda")
                assert torch.equal(net(given)["out"], net._call_impl(given)["out"])
            assert card.replays == 3 and len(replayed._recordings) == 1
            first, second = net(x.to("cuda"))["out"], net((x * 2).to("cuda"))["out"]
            assert not torch.equal(first, second), "what a call gave is not changed by the next"
            for _ in range(2):
                assert torch.equal(net(x.to("cuda"), scale=2.0)["out"], net._call_impl(x.to("cuda"), scale=2.0)["out"])
            net.double()
            assert net(x.double().to("cuda"))["out"].dtype == torch.float64
        before = card.replays
        assert net(x.double().to("cuda").requires_grad_())["out"].requires_grad and card.replays == before


def test_a_network_whose_output_a_replay_would_change_behind_ones_back_is_not_recorded(caplog):
    class Box:
        def __init__(self, value):
            self.value = value

    class Boxed(Network):
        def forward(self, x):
            return Box(self.first(x))

    with PretendCard() as card, torch.no_grad():
        net = Boxed().to("cuda")
        replayed = ReplayedModule.install(net)
        kept = [net(torch.full((1, 4), float(k)).to("cuda")).value for k in range(4)]
        assert card.replays == 0 and "its output holds Box" in replayed._recordings.failed
        assert not torch.equal(kept[0], kept[3])
