"""Torch's own optimisers on a surface of two weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.explain.race.surfaces import Surface
from playground.explain.race.track import EPS, Racer, Track, is_gone

if TYPE_CHECKING:
    from torch import Tensor
    from torch.optim import Optimizer

CHUNK = 50  # steps between two results


def make(racer: Racer, weight: Tensor) -> Optimizer:
    """The optimiser of torch.optim that a racer names."""
    from torch import optim

    from playground.plain_step import plain

    kinds: dict[str, tuple[Any, dict[str, Any]]] = {
        "sgd": (optim.SGD, {}),
        "momentum": (optim.SGD, {"momentum": racer.momentum}),
        "nesterov": (optim.SGD, {"momentum": racer.momentum, "nesterov": racer.momentum > 0}),
        "rmsprop": (
            optim.RMSprop,
            {"alpha": racer.alpha, "momentum": racer.momentum, "eps": EPS},
        ),
        "adam": (optim.Adam, {"betas": (racer.beta1, racer.beta2), "eps": EPS}),
        "adamw": (
            optim.AdamW,
            {
                "betas": (racer.beta1, racer.beta2),
                "eps": EPS,
                "weight_decay": racer.weight_decay,
            },
        ),
    }
    kind, options = kinds[racer.kind]
    maker: Any = plain(kind)  # whose methods do not load the compiler
    made: Optimizer = maker([weight], lr=racer.lr, foreach=False, **options)
    return made


class _Lane:
    """One racer on its way."""

    def __init__(self, surface: Surface, racer: Racer, start: tuple[float, float]) -> None:
        import torch

        self.surface, self.racer = surface, racer
        self.weight = torch.tensor(start, dtype=torch.float64, requires_grad=True)
        self.optimizer = make(racer, self.weight)
        self.points: list[np.ndarray] = []
        self.gradients: list[np.ndarray] = []
        self.slots: dict[str, list[np.ndarray]] = {name: [] for name in _remembers(racer)}
        self.diverged: int | None = None
        self._look()

    def _look(self) -> None:
        """Note where it stands and what it remembers."""
        point = self.weight.detach().numpy().copy()
        state = self.optimizer.state.get(self.weight, {})
        with np.errstate(over="ignore", invalid="ignore"):
            self.gradients.append(np.array(self.surface.slope(*point)))
        self.points.append(point)
        for name, rows in self.slots.items():
            kept = state.get(name)
            rows.append(np.zeros(2) if kept is None else kept.numpy().copy())

    def step(self) -> None:
        """One update, unless it is gone."""
        import torch

        if self.diverged is not None:
            return
        self.weight.grad = torch.from_numpy(self.gradients[-1])
        self.optimizer.step()
        self._look()
        if is_gone(self.points[-1]):
            self.diverged = len(self.points) - 1

    def track(self) -> Track:
        """Its way so far."""
        points = np.array(self.points)
        with np.errstate(over="ignore", invalid="ignore"):
            losses = np.asarray(self.surface.loss(points[:, 0], points[:, 1]))
        slots = {name: np.array(rows) for name, rows in self.slots.items()}
        gradients = np.array(self.gradients)
        return Track(self.racer, points, gradients, losses, slots, self.diverged)


def race(
    surface: Surface, racers: Sequence[Racer], start: tuple[float, float], steps: int
) -> Iterator[tuple[Track, ...]]:
    """Let every racer that is on take its steps; yields all tracks so far, now and then.

    The gradients are the surface's own formulas, in float64; the updates are torch's.
    """
    lanes = [_Lane(surface, racer, start) for racer in racers if racer.on]
    for done in range(1, steps + 1):
        for lane in lanes:
            lane.step()
        if done % CHUNK == 0 or done == steps:
            yield tuple(lane.track() for lane in lanes)


def _remembers(racer: Racer) -> tuple[str, ...]:
    """Torch's names of what the optimiser keeps."""
    return {
        "momentum": ("momentum_buffer",),
        "nesterov": ("momentum_buffer",),
        "rmsprop": ("square_avg",),
        "rmsprop+momentum": ("square_avg", "momentum_buffer"),
        "adam": ("exp_avg", "exp_avg_sq"),
        "adamw": ("exp_avg", "exp_avg_sq"),
    }.get(racer.rule, ())
