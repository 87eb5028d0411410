import subprocess
import sys

import pytest
import torch

from bozzetto.nerf.adam import Adam


def _parameters(seed: int) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [
        torch.randn(300, generator=generator).requires_grad_(),
        torch.randn(7, 5, generator=generator).requires_grad_(),
    ]


def _loss(parameters: list[torch.Tensor], step: int) -> torch.Tensor:
    used = parameters[: 1 + (step != 3)]  # once, a parameter has no gradient
    return sum(((step + 1) * p.square().sum() + p.sin().sum() for p in used), torch.zeros(()))


def test_same_bits_as_torch() -> None:
    ours, theirs = _parameters(0), _parameters(0)
    adam = Adam([(ours[:1], 0.01), (ours[1:], 0.002)], (0.9, 0.99), 1e-15)
    groups = [{"params": theirs[:1], "lr": 0.01}, {"params": theirs[1:], "lr": 0.002}]
    reference = torch.optim.Adam(groups, betas=(0.9, 0.99), eps=1e-15, fused=True)
    for step in range(12):
        adam.groups[0].rate = reference.param_groups[0]["lr"] = 0.01 / (step + 1)
        for parameters, optimizer in ((ours, adam), (theirs, reference)):
            optimizer.zero_grad()
            _loss(parameters, step).backward()
            optimizer.step()
    assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))
    state, expected = adam.state_dict()["state"], reference.state_dict()["state"]
    assert all(torch.equal(state[k][name], expected[k][name]) for k in expected for name in expected[k])


def test_goes_on_from_a_state() -> None:
    whole, halves = _parameters(1), _parameters(1)
    adam = Adam([(whole, 0.01)], (0.9, 0.999), 1e-8)
    before = Adam([(halves, 0.01)], (0.9, 0.999), 1e-8)
    after = Adam([(halves, 0.01)], (0.9, 0.999), 1e-8)
    for step in range(8):
        if step == 4:
            state = {k: {n: v.clone() for n, v in m.items()} for k, m in before.state_dict()["state"].items()}
            after.load_state_dict({"state": state, "param_groups": []})
        for parameters, optimizer in ((whole, adam), (halves, before if step < 4 else after)):
            optimizer.zero_grad()
            _loss(parameters, step).backward()
            optimizer.step()
    assert all(torch.equal(a, b) for a, b in zip(whole, halves, strict=True))


@pytest.mark.parametrize(
    "state",
    [
        {5: {"exp_avg": torch.zeros(300), "exp_avg_sq": torch.zeros(300), "step": torch.zeros(())}},
        {0: {"exp_avg": torch.zeros(3), "exp_avg_sq": torch.zeros(300), "step": torch.zeros(())}},
        {0: {"exp_avg": torch.zeros(300)}},
    ],
)
def test_refuses_the_state_of_others(state: dict[int, dict[str, torch.Tensor]]) -> None:
    with pytest.raises(ValueError, match="state of parameter"):
        Adam([(_parameters(0), 0.01)], (0.9, 0.999), 1e-8).load_state_dict({"state": state})


def test_a_run_does_not_load_the_compiler() -> None:
    code = (
        "import sys, torch, bozzetto.jobs.pipeline.generate\n"
        "from bozzetto.nerf.adam import Adam\n"
        "p = torch.zeros(3, requires_grad=True); a = Adam([([p], .1)], (.9, .99), 1e-8)\n"
        "p.sum().backward(); a.step(); a.zero_grad()\n"
        "sys.exit('torch._dynamo' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
