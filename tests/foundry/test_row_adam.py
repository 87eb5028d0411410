"""RowAdam is torch's SparseAdam."""

import torch

from bozzetto.foundry.row_adam import RowAdam


def test_it_is_sparse_adam():
    generator = torch.Generator().manual_seed(0)
    start = torch.randn(7, 33, generator=generator)
    tables = [start.clone().requires_grad_() for _ in range(2)]
    ours = RowAdam(tables[:1], 0.1, betas=(0.9, 0.99), eps=1e-10)
    theirs = torch.optim.SparseAdam(tables[1:], 0.1, betas=(0.9, 0.99), eps=1e-10)
    for step in range(5):
        places = torch.randint(0, 6, (4,), generator=generator)
        target = torch.randn(4, 33, generator=generator)
        for table, optimiser in zip(tables, (ours, theirs), strict=True):
            optimiser.zero_grad()
            rows = torch.nn.functional.embedding(places, table, sparse=True)
            (rows - target).square().sum().backward()
            optimiser.step()
        if step == 2:  # what a checkpoint does
            ours.load_state_dict(ours.state_dict())
    torch.testing.assert_close(tables[0], tables[1], atol=1e-5, rtol=1e-5)
    for key in ("exp_avg", "exp_avg_sq"):
        torch.testing.assert_close(ours.state[tables[0]][key], theirs.state[tables[1]][key], atol=1e-5, rtol=1e-4)
    assert torch.equal(tables[0][6], start[6]) and not torch.allclose(tables[0][:6], start[:6])
