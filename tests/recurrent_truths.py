"""What RNN, LSTM and GRU come to on the tasks of the race, worked out with torch alone.

Written down again from torch's own modules and formulas; nothing of the race is used.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from playground.registry import datasets

HIDDEN, BATCH, SAMPLES, WATCHED = 16, 32, 4096, 16
CELLS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


def data(task, lag, seed):
    """All sequences (N, lag + 1, F), and what they ask for."""
    size = {"length": lag + 1} if task == "adding_problem" else {"lag": lag}
    made = datasets.get(task)(num_samples=SAMPLES, **size)
    arrays = made.load(np.random.default_rng(seed)).arrays
    return torch.tensor(arrays["x"]), torch.tensor(arrays["y"])


def loss_of(y):
    return F.mse_loss if y.is_floating_point() else F.cross_entropy


def constant(task, lag, seed):
    """The loss of one and the same answer to all: the mean, or the shares of the classes."""
    y = data(task, lag, seed)[1]
    if y.is_floating_point():
        return float(((y - y.mean()) ** 2).mean())
    logits = torch.bincount(y).float().log().expand(len(y), -1)
    return float(F.cross_entropy(logits, y))


def trained(kind, task, lag, seed, rate, steps):
    """The layer and the one behind it after some steps, and the loss of each batch."""
    x, y = data(task, lag, seed)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        cell = CELLS[kind](x.shape[2], HIDDEN, batch_first=True)
        head = nn.Linear(HIDDEN, 1 if y.is_floating_point() else int(y.max()) + 1)
    luck = torch.Generator().manual_seed(seed)
    adam = torch.optim.Adam([*cell.parameters(), *head.parameters()], rate)
    found = []
    for _ in range(steps):
        rows = torch.randint(len(x), (BATCH,), generator=luck)
        adam.zero_grad()
        loss = loss_of(y)(head(cell(x[rows])[0][:, -1]), y[rows])
        loss.backward()
        adam.step()
        found.append(loss.item())
    return cell, head, found


def losses(kind, task, lag, seed, rate, steps):
    """The loss of each batch."""
    return trained(kind, task, lag, seed, rate, steps)[2]


def gradients(kind, task, lag, seed, rate, steps):
    """State -> mean length of the loss's gradient by it, lag by lag.

    To each state something is added that is 0, after what gave it and before what reads it: the
    loss's gradient by that is its gradient by the state. c acts on h of the same step, too.
    """
    cell, head, _ = trained(kind, task, lag, seed, rate, steps)
    x, y = data(task, lag, seed)
    x, y = x[:WATCHED], y[:WATCHED]
    names = ("h", "c") if kind == "lstm" else ("h",)
    now = {name: torch.zeros(1, WATCHED, HIDDEN) for name in names}
    zeros, through = {name: [] for name in names}, []
    for t in range(x.shape[1]):
        given = (now["h"], now["c"]) if kind == "lstm" else now["h"]
        if kind == "lstm":
            through.append(_c_to_h(cell, x[:, t], given))
        _, state = cell(x[:, t : t + 1], given)
        for name, value in zip(names, state if kind == "lstm" else (state,), strict=True):
            zeros[name].append(torch.zeros_like(value, requires_grad=True))
            now[name] = value + zeros[name][-1]
    loss = loss_of(y)(head(now["h"][0]), y)
    pulls = {
        name: torch.autograd.grad(loss, zeros[name], retain_graph=True, allow_unused=True)
        for name in names
    }
    found = {}
    for name in names:
        every = [torch.zeros(WATCHED, HIDDEN) if g is None else g[0] for g in pulls[name]]
        if name == "c":
            every = [g + p[0] * k for g, p, k in zip(every, pulls["h"], through, strict=True)]
        sizes = [float((g * WATCHED).double().norm(dim=1).mean()) for g in every]
        found[name] = sizes[::-1]
    return found


def _c_to_h(cell, x, state):
    """d h / d c of the next step of an LSTM: its output gate times the slope of tanh."""
    h, c = (part[0] for part in state)
    with torch.no_grad():
        gates = F.linear(x, cell.weight_ih_l0, cell.bias_ih_l0)
        gates = gates + F.linear(h, cell.weight_hh_l0, cell.bias_hh_l0)
        i, f, g, o = gates.chunk(4, 1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * (1 - c.tanh() ** 2)
