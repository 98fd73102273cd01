"""How many samples of each class are recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from playground.telemetry.probes.base import Bench, Probe


@dataclass(frozen=True)
class Recall(Probe):
    """Count the right answers class by class: the accuracy of all samples hides a rare class.

    Nothing where no class is predicted. Array, float64 (C,):

    - ``recall/train``: share of some training samples of each class that are recognised; NaN for a
      class without samples.

    Parameters
    ----------
    limit : int
        Most samples of a class, the first ones.
    """

    limit: int = 16
    sparing: ClassVar[bool] = True

    @property
    def name(self) -> str:
        return "recall"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        target = forward.target_of(bench.document)
        if target not in bench.train or not bench.fields[target].classes:
            return {}
        if self not in bench.memory:
            y = bench.train[target]
            labels = y.argmax(1) if y.ndim == 2 else y
            classes = range(len(bench.fields[target].classes))
            rows = torch.cat([(labels == c).nonzero()[: self.limit, 0] for c in classes])
            some = {name: values[rows] for name, values in bench.train.items()}
            arguments = forward.inputs_of(bench, "main", some, (self, "latents"))
            bench.memory[self] = arguments, labels[rows], forward.loss_of(bench.document)
        arguments, labels, loss = bench.memory[self]
        model = bench.models["main"]
        with forward.untouched(model):
            outputs = forward.meaning(model(*arguments).flatten(1), loss)
        chosen = outputs.argmax(1) if outputs.shape[1] > 1 else (outputs[:, 0] > 0.5).long()
        count = len(bench.fields[target].classes)
        right = labels[chosen == labels].bincount(minlength=count).cpu().numpy()
        total = labels.bincount(minlength=count).cpu().numpy()
        recall = np.full(count, np.nan)
        np.divide(right, total, out=recall, where=total > 0)
        return {"recall/train": recall}
