"""What there is to be predicted, and how well one can do without looking."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from playground.registry import experiments
from playground.telemetry.probes.base import Bench, Probe

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Targets(Probe):
    """Sum up the answers of the training samples; they are read once and never change.

    Nothing where the experiment predicts no field. Arrays, float64:

    - ``targets/baseline``: (1,), the loss of the best answer that is the same for every sample, in
      the unit of the document's loss; a network that does no better has learned nothing.
    - ``targets/counts``: (C,), samples of each class; only where there are classes.
    - ``targets/range``: (2,), smallest and largest number; only where there are none,
      and the answers are no tokens.
    """

    sparing: ClassVar[bool] = True

    @property
    def name(self) -> str:
        return "targets"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        if self not in bench.memory:
            found = _sum_up(bench)
            for array in found.values():
                array.flags.writeable = False
            bench.memory[self] = found
        arrays: dict[str, np.ndarray] = bench.memory[self]
        return arrays


def _sum_up(bench: Bench) -> dict[str, np.ndarray]:
    from playground.telemetry.probes import forward

    target, loss = forward.target_of(bench.document), forward.loss_of(bench.document)
    if target not in bench.train or not len(bench.train[target]):
        return {}
    y, classes = bench.train[target], bench.fields[target].classes
    if classes:
        labels = y.argmax(1) if y.ndim == 2 else y
        counts = labels.bincount(minlength=len(classes)).double().cpu().numpy()
        with forward.untouched(bench.models["main"]):
            one = {name: values[:1] for name, values in bench.train.items()}
            output = bench.models["main"](*forward.inputs_of(bench, "main", one, "targets"))
        single = output.shape[1:] == (1,)
        experiment = experiments.get(bench.document.train.experiment).make(
            bench.document.train.params
        )
        balanced = getattr(experiment, "class_weight", "none") == "balanced"
        weighed = np.sign(counts) if balanced else counts
        return {
            "targets/baseline": np.array([baseline_of_classes(weighed, loss, single)]),
            "targets/counts": counts,
        }
    if bench.fields[target].kind == "token":
        each = y.flatten().bincount(minlength=len(bench.fields[target].vocabulary))
        frequent = each.double().cpu().numpy()
        return {"targets/baseline": np.array([baseline_of_classes(frequent, loss, single=False)])}
    values = y.double().flatten(1)
    return {
        "targets/baseline": np.array([baseline_of_numbers(values, loss)]),
        "targets/range": np.array([float(values.min()), float(values.max())]),
    }


def baseline_of_classes(counts: np.ndarray, loss: str, single: bool) -> float:
    """Loss of always answering with how frequent the classes are.

    Parameters
    ----------
    counts : array
        Samples of each class (C,).
    loss : str
        "cross_entropy", "bce_with_logits", "mse", "l1" or "smooth_l1".
    single : bool
        One output says yes or no; else there is one output a class, and one-hot targets.
    """
    shares = counts / counts.sum()
    if loss == "cross_entropy":
        return float(-(shares * np.log(np.maximum(shares, 1e-12))).sum())
    columns = shares[1:] if single else shares  # of ones
    zeros = 1.0 - columns
    if loss == "bce_with_logits":
        logs = columns * np.log(np.maximum(columns, 1e-12)) + zeros * np.log(
            np.maximum(zeros, 1e-12)
        )
        return float(-logs.mean())
    if loss == "l1":
        return float(np.minimum(columns, zeros).mean())
    # on numbers from 0 to 1, smooth_l1 is half of the squared error
    variance = float((columns * zeros).mean())
    return variance / 2 if loss == "smooth_l1" else variance


def baseline_of_numbers(values: torch.Tensor, loss: str) -> float:
    """Loss of always answering with the mean (mse), or with the median (l1, smooth_l1).

    `values` is float64 (N, D). For smooth_l1 the median is nearly, not quite, the best answer.
    """
    from torch.nn import functional as F

    if loss == "mse":
        return float(values.var(0, correction=0).mean())
    middle = values.median(0).values.expand_as(values)
    if loss == "l1":
        return float(F.l1_loss(middle, values))
    return float(F.smooth_l1_loss(middle, values)) if loss == "smooth_l1" else math.nan
