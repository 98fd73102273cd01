"""What the network says about samples it was not trained on, beside the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class Predictions(Probe):
    """Let the network judge samples, always the same ones in the same order.

    Only for a model "main" that predicts a field of the data; nothing otherwise, nor for tokens at
    each step or a split without samples. Arrays:

    - ``predictions/probabilities``: float32 (N, C), for cross_entropy and bce_with_logits (one
      output gives C = 2); rows sum to 1 but for several outputs under bce_with_logits.
    - ``predictions/values``: float32 (N, D), in units of the target; for every other loss.
    - ``predictions/targets``: int64 (N,) class labels (one-hot targets, too), or float32 (N,), for
      D > 1 (N, D).
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
        from playground.telemetry.probes import forward

        samples = forward.split_of(bench, self.split)
        target = forward.target_of(bench.document)
        if "main" not in bench.models or target not in samples or not forward.num_samples(samples):
            return {}
        if bench.fields[target].kind == "token":
            return {}  # an answer at each step, none for the sample
        if self not in bench.memory:
            few = {field: values[: self.limit] for field, values in samples.items()}
            arguments = forward.inputs_of(bench, "main", few, (self, "latents"))
            targets, inputs = to_host(few[target]), to_host(arguments[0])
            if bench.fields[target].classes and targets.ndim == 2:  # one-hot
                targets = targets.argmax(axis=1)
            elif targets.shape[1:] == (1,):
                targets = targets[:, 0]
            targets.flags.writeable = inputs.flags.writeable = False
            bench.memory[self] = arguments, targets, inputs, forward.loss_of(bench.document)
        arguments, targets, inputs, loss = bench.memory[self]
        model = bench.models["main"]
        with forward.untouched(model):
            outputs = forward.meaning(model(*arguments).flatten(1), loss)
        kind = "probabilities" if loss in {"cross_entropy", "bce_with_logits"} else "values"
        return {
            f"predictions/{kind}": to_host(outputs),
            "predictions/targets": targets,
            "predictions/inputs": inputs,
        }
