"""Where a network puts samples before its last layer decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch
    from torch import fx

DIMENSIONS = 50  # directions kept of each vector: those in which the samples differ most


@dataclass(frozen=True)
class Embedding(Probe):
    """What the last block with weights gets for some test samples (training ones without a split).

    Arrays, for the model "main":

    - ``embedding/vectors/<node>``: float32 (N, K), what block <node> puts out, which is what the
      last block with weights takes; its first K principal components, strongest first, centred.
      The first two are the picture of PCA.
    - ``embedding/share``: float32 (K,), part of the variance that each of them explains.
    - ``embedding/targets``: int64 (N,) labels or float32 (N, ...); only where there is a target,
      and not for tokens at each step.
    - ``embedding/inputs``: float32 (N, *features).
    - ``embedding/split``: int64 (), 1 for test samples, 0 for training samples.

    Targets and inputs are read once and never change.
    """

    limit: int = 400

    @property
    def name(self) -> str:
        return "embedding"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        model = bench.models.get("main")
        node = before_last(bench, model) if model is not None else ""
        split = bench.test if forward.num_samples(bench.test) else bench.train
        if model is None or not node or not forward.num_samples(split):
            return {}
        if self not in bench.memory:
            bench.memory[self] = self._prepare(bench, split)
        arguments, fixed = bench.memory[self]
        with forward.untouched(model):
            output = forward.Outputs(model).collect(*arguments)[node]
        vectors, share = components(to_host(output.flatten(1).double()))
        return {
            f"embedding/vectors/{node}": vectors.astype(np.float32),
            "embedding/share": share.astype(np.float32),
            **fixed,
        }

    def _prepare(
        self, bench: Bench, split: Mapping[str, torch.Tensor]
    ) -> tuple[list[torch.Tensor], dict[str, np.ndarray]]:
        from playground.telemetry.probes import forward

        few = {name: values[: self.limit] for name, values in split.items()}
        arguments = forward.inputs_of(bench, "main", few, (self, "latents"))
        fixed = {
            "embedding/inputs": to_host(arguments[0]),
            "embedding/split": np.array(int(split is bench.test)),
        }
        target = forward.target_of(bench.document)
        if target in few and bench.fields[target].kind != "token":
            values = to_host(few[target])
            one_hot = bool(bench.fields[target].classes) and values.ndim == 2
            fixed["embedding/targets"] = values.argmax(1) if one_hot else values
        for array in fixed.values():
            array.flags.writeable = False
        return arguments, fixed


def before_last(bench: Bench, model: fx.GraphModule) -> str:
    """The block whose output the last block with weights takes; "" without any."""
    from playground.telemetry.probes import forward

    order = {name: i for i, name in enumerate(n.name for n in model.graph.nodes)}
    outputs = model.meta["outputs"]
    learned = [
        node
        for node, module in forward.modules_of(model).items()
        if any(True for _ in module.parameters())
    ]
    if not learned:
        return ""
    last = max(learned, key=lambda node: order.get(outputs.get(node, ""), -1))
    return next((wire.source for wire in bench.document.wires if wire.target == last), "")


def components(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Principal components of samples: coordinates (N, K) and the share of the variance of each.

    Each direction is turned so that its longest coordinate is positive, so that the picture does
    not flip from one reading to the next. Samples that are not finite are NaN.

    Source: Pearson 1901, On Lines and Planes of Closest Fit to Systems of Points in Space.
    """
    sound = np.isfinite(x).all(1)
    count = min(DIMENSIONS, x.shape[1], max(int(sound.sum()), 1))
    coordinates = np.full((len(x), max(count, 2)), np.nan)
    share = np.zeros(max(count, 2))
    if not sound.any():
        return coordinates, share
    centred = x[sound] - x[sound].mean(0)
    if centred.shape[1] <= len(centred):
        values, axes = np.linalg.eigh(centred.T @ centred)
        found = centred @ axes[:, ::-1][:, :count]
    else:  # fewer samples than numbers: the smaller matrix has the same values
        values, axes = np.linalg.eigh(centred @ centred.T)
        found = axes[:, ::-1][:, :count] * np.sqrt(np.maximum(values[::-1][:count], 0.0))
    longest = found[np.abs(found).argmax(0), np.arange(count)]
    found = found * np.where(longest < 0, -1.0, 1.0)
    coordinates[sound] = 0.0
    coordinates[np.flatnonzero(sound)[:, None], np.arange(count)] = found
    total = float(np.maximum(values, 0.0).sum())
    share[:count] = np.maximum(values[::-1][:count], 0.0) / total if total else 0.0
    return coordinates, share
