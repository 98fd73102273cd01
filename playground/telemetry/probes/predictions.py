"""What the network says about samples it was not trained on, beside the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class Predictions(Probe):
    """Let the network judge samples, always the same ones in the same order.

    Only for a model "main" on data with a y; nothing otherwise, nor for a split without samples.
    Arrays:

    - ``predictions/probabilities``: float32 (N, C), for cross_entropy and bce_with_logits (one
      output gives C = 2); rows sum to 1 but for several outputs under bce_with_logits.
    - ``predictions/values``: float32 (N, D), in units of the target; for every other loss.
    - ``predictions/targets``: int64 (N,) class labels, or float32 (N,), (N, D) for D > 1.
    - ``predictions/inputs``: float32 (N, *features), what the model's first input got.

    Targets and inputs are read once and never change.

    Parameters
    ----------
    split : str
        "test" or "train".
    limit : int
        Most samples judged: the first ones of the split.
    """

    split: Literal["train", "test"] = "test"
    limit: int = 500

    @property
    def name(self) -> str:
        return "predictions"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes.forward import (
            inputs_of,
            loss_of,
            meaning,
            num_samples,
            split_of,
            untouched,
        )

        samples = split_of(bench, self.split)
        if "main" not in bench.models or "y" not in samples or not num_samples(samples):
            return {}
        if self not in bench.memory:
            few = {field: values[: self.limit] for field, values in samples.items()}
            arguments = inputs_of(bench, "main", few, (self, "latents"))
            targets, inputs = to_host(few["y"]), to_host(arguments[0])
            if targets.shape[1:] == (1,):
                targets = targets[:, 0]
            targets.flags.writeable = inputs.flags.writeable = False
            bench.memory[self] = arguments, targets, inputs, loss_of(bench.document)
        arguments, targets, inputs, loss = bench.memory[self]
        model = bench.models["main"]
        with untouched(model):
            outputs = meaning(model(*arguments).flatten(1), loss)
        kind = "probabilities" if loss in {"cross_entropy", "bce_with_logits"} else "values"
        return {
            f"predictions/{kind}": to_host(outputs),
            "predictions/targets": targets,
            "predictions/inputs": inputs,
        }
