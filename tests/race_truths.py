"""The race of optimisers once more, with torch and autograd alone; see `truths.py`."""

from __future__ import annotations

import functools

import numpy as np
import torch

LOSSES = {
    "bowl": lambda x, y: x * x + y * y,
    "ravine": lambda x, y: x * x / 2 + 10 * y * y,
    "saddle": lambda x, y: x * x / 2 + (y * y - 1) * (y * y - 1) / 4,
    "rosenbrock": lambda x, y: (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x),
}
MINIMA = {
    "bowl": [(0, 0)],
    "ravine": [(0, 0)],
    "saddle": [(0, 1), (0, -1)],
    "rosenbrock": [(1, 1)],
}
STEPS = 1000


def optimizer(weight, kind, lr, momentum, beta1, beta2, alpha, weight_decay):
    one, betas = [weight], (beta1, beta2)
    if kind in ("sgd", "momentum", "nesterov"):
        part = 0.0 if kind == "sgd" else momentum
        ahead = kind == "nesterov" and part > 0
        return torch.optim.SGD(one, lr=lr, momentum=part, nesterov=ahead)
    if kind == "rmsprop":
        return torch.optim.RMSprop(one, lr=lr, alpha=alpha, momentum=momentum)
    if kind == "adam":
        return torch.optim.Adam(one, lr=lr, betas=betas)
    return torch.optim.AdamW(one, lr=lr, betas=betas, weight_decay=weight_decay)


@functools.lru_cache
def race_run(surface, start, settings):
    """Points, gradients, losses and what the optimiser remembers, by step."""
    weight = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    rule = optimizer(weight, *settings)
    rows = {"points": [], "gradients": [], "losses": []}
    slots = []
    for step in range(STEPS + 1):
        rule.zero_grad()
        loss = LOSSES[surface](weight[0], weight[1])
        loss.backward()
        rows["points"].append(weight.detach().numpy().copy())
        rows["gradients"].append(weight.grad.numpy().copy())
        rows["losses"].append(loss.item())
        state = rule.state.get(weight, {})
        slots.append({n: t.numpy().copy() for n, t in state.items() if t is not None and t.ndim})
        point = rows["points"][-1]
        if step == STEPS or not np.isfinite(point).all() or np.abs(point).max() > 1e6:
            break
        rule.step()
    found = {name: np.array(values) for name, values in rows.items()}
    return {**found, "slots": slots, "settings": settings}


def race_gone(run):
    """The step at which it was gone; None for who never was."""
    point = run["points"][-1]
    gone = not np.isfinite(point).all() or np.abs(point).max() > 1e6
    return len(run["points"]) - 1 if gone else None


def race_distance(surface, point):
    return min(float(np.hypot(*(point - np.array(other)))) for other in MINIMA[surface])


def race_arrived(run, steps):
    """As it is written, where so many steps are calculated."""
    there = np.flatnonzero(run["losses"][: steps + 1] <= 1e-4)
    return str(int(there[0])) if len(there) else "–"


def race_band(surface, x, y, highest):
    """Place on the colour scale: bands of half a decade from 0.001 on."""
    log = np.log10(max(LOSSES[surface](x, y), 1e-3))
    return (np.floor(2 * log + 1e-9) / 2 + 3) / (highest + 3)


def race_number(run, step, axis, name):
    """A number of the update that led to a step: where torch keeps it, from there."""
    kind, lr, momentum, beta1, beta2, alpha, decay = run["settings"]
    before, after = run["slots"][step - 1], run["slots"][step]
    squares = "square_avg" if kind == "rmsprop" else "exp_avg_sq"
    kept = {"v": "momentum_buffer", "m": "exp_avg", "s": squares}
    if name in kept:
        return after[kept[name]][axis]
    if name[0] in kept and name[1:] == "0":
        return before[kept[name[0]]][axis] if before else 0.0
    if name == "g":
        return run["gradients"][step - 1][axis]
    x0 = run["points"][step - 1][axis]
    rest = {"alpha": alpha, "beta2": beta2}["alpha" if kind == "rmsprop" else "beta2"]
    fix1, fix2 = 1 - beta1**step, 1 - beta2**step
    plain = {"x0": x0, "x": run["points"][step][axis], "xd": x0}
    plain |= {"lr": lr, "mu": momentum, "alpha": alpha, "beta1": beta1, "beta2": beta2}
    plain |= {"rest1": 1 - beta1, "rest2": 1 - rest, "decay": decay, "fix1": fix1, "fix2": fix2}
    if kind == "adamw":
        plain["xd"] = x0 * (1 - lr * decay)
    if squares in after:
        square = after[squares][axis] / (1.0 if kind == "rmsprop" else fix2)
        plain |= {"sh": square, "root": np.sqrt(square) + 1e-8}
    if "exp_avg" in after:
        plain["mh"] = after["exp_avg"][axis] / fix1
    return plain[name]


def setting(value):
    return f"{value:.6g}"


NAMES = {
    function.__name__: function
    for function in (
        race_run,
        race_gone,
        race_distance,
        race_arrived,
        race_band,
        race_number,
        setting,
    )
}
