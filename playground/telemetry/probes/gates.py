"""What the gates of a recurrent layer do with one sequence, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.inside import sources_of
from playground.telemetry.probes.own import Split, code_of
from playground.telemetry.probes.unrolled import KINDS, unroll

if TYPE_CHECKING:
    import torch
    from torch import nn


@dataclass(frozen=True)
class Gates(Probe):
    """Unroll one layer of a recurrent block, in one direction, for one sample.

    Calculated once more from what arrives at the block and from its parameters, because the fused
    operations of torch keep no gates. Without dropout, as in a trained network.

    Arrays, float32, without a batch axis; T steps, F features, H units, G rows of all gates:

    - ``gates/<node>/x``: (T, F), what this layer reads.
    - ``gates/<node>/i``, ``/f``, ``/g``, ``/o`` of an LSTM, ``/r``, ``/z``, ``/n`` of a GRU:
      (T, H), gates by torch's names.
    - ``gates/<node>/c`` of an LSTM: (T, H), memory after each step; ``gates/<node>/h``: the state.
    - ``gates/<node>/weight_ih`` (G, F), ``/weight_hh`` (G, H), ``/bias_ih`` and ``/bias_hh`` (G,).
    - ``gates/<node>/at``: int64 (5,): optimiser steps finished, 0 for train, 1 for test or 2 for
      one of one's own, number of the sample, layer, and 1 for the one that reads backwards.

    And ``gates/tokens``: int64 (T,), the tokens of the sample, where its field x has some. Nothing
    for a sample, a block or a layer that is not there, or a block that is muted.

    Parameters
    ----------
    node : str
        Id of the block.
    layer : int
        Which layer, from 0.
    reverse : bool
        Whether the one that reads from the last step to the first.
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    node: str
    layer: int = 0
    reverse: bool = False
    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "gates"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        spec = bench.document.by_id.get(self.node)
        if not one or spec is None or spec.block not in KINDS or spec.muted:
            return {}
        for role, model in bench.models.items():
            module = forward.modules_of(model).get(self.node)
            if self.node not in model.meta["outputs"] or module is None:
                continue
            with forward.untouched(model):
                found = forward.Outputs(model).collect(*forward.inputs_of(bench, role, one, self))
            (source,) = sources_of(bench.document, self.node)
            return self._arrays(bench, found[source][:1], module, one)
        return {}

    def _arrays(
        self, bench: Bench, x: torch.Tensor, module: nn.Module, one: dict[str, torch.Tensor]
    ) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        with forward.untouched(*bench.models.values()):
            _, layers = unroll(module, x, upto=self.layer)
        if self.layer >= len(layers) or self.reverse >= len(layers[self.layer]):
            return {}
        made = layers[self.layer][self.reverse]
        states = {**made.gates, "c": made.c, "h": made.h}
        found = {name: torch.cat(steps) for name, steps in states.items() if steps}
        found = {"x": made.x[0], **found, **made.weights}
        arrays = {f"gates/{self.node}/{name}": to_host(value) for name, value in found.items()}
        stamp = [bench.step, code_of(self.split), self.sample, self.layer, int(self.reverse)]
        arrays[f"gates/{self.node}/at"] = np.array(stamp, np.int64)
        field = bench.fields.get("x")
        if field is not None and field.kind == "token" and "x" in one:
            arrays["gates/tokens"] = to_host(one["x"][0])
        return arrays
