"""A forecast that feeds on itself: how far ahead a network sees in the test part of a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    from torch import Tensor, fx

NUMBERS = ("mse", "l1", "smooth_l1")  # losses of networks that predict numbers
ROLLS = 32  # starts that the errors by horizon are measured from


@dataclass(frozen=True)
class Forecast(Probe):
    """Predict each next value of the test series, and from a start on a whole horizon.

    Rolling, the network gets its own prediction as the newest value of its window; other columns
    keep their true values. Only for a network that predicts one number which is the next value of
    a column of its windows, where windows follow each other; else ``forecast/fits`` is 0.

    Arrays; N test samples in the order of time, H steps ahead:

    - ``forecast/fits``: int64 (), 1 where all that is said here is there.
    - ``forecast/true``, ``forecast/one_step``: float32 (N,), in units of the target.
    - ``forecast/follows``: int64 (N,), 1 where the sample comes right after the one before it.
    - ``forecast/rolled``: float32 (H,), for the samples start, start + 1, ...
    - ``forecast/rmse``: float32 (H,), root mean square error by horizon, of rolls from many starts;
      ``forecast/naive``: likewise, of saying that the last known value stays.
    - ``forecast/at``: int64 (4,): optimiser steps finished, start, first sample of the series that
      the start lies in, number of rolls.

    H is shorter where the series ends earlier. Nothing where no field of numbers is predicted or
    there are no test samples.

    Parameters
    ----------
    start : int
        Number of the first test sample that is predicted ahead.
    horizon : int
        Steps ahead.
    limit : int
        Most test samples: the first ones.
    """

    start: int = 0
    horizon: int = 50
    limit: int = 1000

    @property
    def name(self) -> str:
        return "forecast"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        target = forward.target_of(bench.document)
        if "main" not in bench.models or target not in bench.test or "x" not in bench.test:
            return {}
        if not len(bench.test[target]) or forward.loss_of(bench.document) not in NUMBERS:
            return {}
        x, y = bench.test["x"][: self.limit], bench.test[target][: self.limit]
        model = bench.models["main"]
        names = bench.fields[target].names
        fed = len(bench.document.train.models["main"].inputs) == 1 and _fed(x, y)
        column = column_of(x, y, bench.fields["x"].names, names) if fed else None
        if column is None:
            return {"forecast/fits": np.array(0)}
        with forward.untouched(model):
            one_step = model(x)
            if one_step.shape != y.shape:
                return {"forecast/fits": np.array(0)}
            arrays = self._rolled(model, x, y, column)
        return {
            "forecast/fits": np.array(1),
            "forecast/true": to_host(y[:, 0]),
            "forecast/one_step": to_host(one_step[:, 0]),
            "forecast/follows": follows(x),
            **arrays,
            "forecast/at": np.array([bench.step, *arrays["forecast/at"]], np.int64),
        }

    def _rolled(
        self, model: fx.GraphModule, x: Tensor, y: Tensor, column: Column
    ) -> dict[str, np.ndarray]:
        import torch

        start = min(max(self.start, 0), len(x) - 1)
        ends = [*np.flatnonzero(follows(x) == 0).tolist(), len(x)]
        low = max(end for end in ends if end <= start)
        high = min(end for end in ends if end > start)
        steps = min(self.horizon, high - start)
        spread = np.linspace(low, high - steps, min(ROLLS, high - steps - low + 1))
        starts = torch.tensor([start, *spread.astype(int).tolist()], device=x.device)
        rolled = roll(model, x, starts, steps, column)  # (1 + rolls, steps)
        ahead = starts[1:, None] + torch.arange(steps, device=x.device)
        true = y[ahead, 0]
        last = (x[starts[1:], -1, column.index] - column.shift) / column.scale
        return {
            "forecast/rolled": to_host(rolled[0]),
            "forecast/rmse": to_host((rolled[1:] - true).square().mean(0).sqrt()),
            "forecast/naive": to_host((last[:, None] - true).square().mean(0).sqrt()),
            "forecast/at": np.array([start, low, len(spread)]),
        }


@dataclass(frozen=True, slots=True)
class Column:
    """Which column of the windows is predicted: value there = scale * prediction + shift.

    Both parts of a field are standardised on their own, so the two may differ a little.
    """

    index: int
    scale: float = 1.0
    shift: float = 0.0


def _fed(x: Tensor, y: Tensor) -> bool:
    """Whether x are windows of numbers (N, T, F) and y one number each."""
    return x.ndim == 3 and x.is_floating_point() and tuple(y.shape[1:]) == (1,)


def follows(x: Tensor) -> np.ndarray:
    """1 for each window (N, T, F) that is the one before it, a step later; int64 (N,)."""
    found = np.zeros(len(x), np.int64)
    if x.shape[1] > 1:
        found[1:] = to_host((x[1:, :-1] == x[:-1, 1:]).flatten(1).all(1))
    else:
        found[1:] = 1  # of windows of one step nothing overlaps
    return found


def column_of(
    x: Tensor, y: Tensor, names: tuple[str, ...], targets: tuple[str, ...]
) -> Column | None:
    """The column whose next value is predicted; None where there is none."""
    later = np.flatnonzero(follows(x))
    if len(later) < 2:
        return None
    said = to_host(y[later - 1, 0]).astype(np.float64)
    known = range(x.shape[2])
    if targets and targets[0] in names:
        known = range(names.index(targets[0]), names.index(targets[0]) + 1)
    spread = said - said.mean()
    if not spread.any():
        return None
    for index in known:
        values = to_host(x[later, -1, index]).astype(np.float64)
        scale = float(spread @ (values - values.mean()) / (spread @ spread))
        shift = float(values.mean() - scale * said.mean())
        if scale and np.abs(scale * said + shift - values).max() <= 1e-4 * np.ptp(values):
            return Column(index, scale, shift)
    return None


def roll(model: fx.GraphModule, x: Tensor, starts: Tensor, steps: int, column: Column) -> Tensor:
    """Predictions (len(starts), steps): each one is the newest value of the next window."""
    import torch

    windows, said = x[starts], []
    for ahead in range(steps):
        said.append(model(windows)[:, 0])
        if ahead + 1 < steps:
            newest = x[starts + ahead + 1, -1].clone()
            newest[:, column.index] = column.scale * said[-1] + column.shift
            windows = torch.cat([windows[:, 1:], newest[:, None]], 1)
    return torch.stack(said, 1)
