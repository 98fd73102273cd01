"""What the gates of a recurrent layer do with one sequence, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.inside import sources_of
from playground.telemetry.probes.own import Split, code_of
from playground.telemetry.probes.unrolled import KINDS, SHARES, Unrolled, unroll, unrolled_calls

if TYPE_CHECKING:
    import torch
    from torch import fx, nn


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

    With gates that are held, in all units and at all steps, the network is calculated again:

    - ``gates/<node>/held``: float32 (gates,), what each gate is held at, NaN where it is not.
    - ``gates/<node>/held/<gate>``, ``/c`` and ``/h``: as above, with those gates held, and
      ``gates/<node>/held/x``: what then arrives at this layer.
    - ``gates/<node>/answer`` and ``/held/answer``: (C,) or (T, C), what the network says without
      and with them: shares where it predicts classes or tokens, else the numbers themselves.
      Not there for an output with more axes.

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
    held : tuple of (str, float)
        Gates that are held, and at what, in this layer and direction; shares only: i, f, o, r, z.
    """

    node: str
    layer: int = 0
    reverse: bool = False
    sample: int = 0
    split: Split = "train"
    held: tuple[tuple[str, float], ...] = ()

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
            arrays = self._arrays(bench, found[source][:1], module, one)
            if arrays and self.held:
                with forward.untouched(model):
                    arrays.update(self._what_if(bench, role, model, one))
            return arrays
        return {}

    def _arrays(
        self, bench: Bench, x: torch.Tensor, module: nn.Module, one: dict[str, torch.Tensor]
    ) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        with forward.untouched(*bench.models.values()):
            _, layers = unroll(module, x, upto=self.layer)
        if self.layer >= len(layers) or self.reverse >= len(layers[self.layer]):
            return {}
        made = layers[self.layer][self.reverse]
        found = {**_states(made), **made.weights}
        arrays = {f"gates/{self.node}/{name}": to_host(value) for name, value in found.items()}
        stamp = [bench.step, code_of(self.split), self.sample, self.layer, int(self.reverse)]
        arrays[f"gates/{self.node}/at"] = np.array(stamp, np.int64)
        kinds = [name for name in made.gates if name in SHARES]
        values = [dict(self.held).get(name, np.nan) for name in kinds]
        arrays[f"gates/{self.node}/held"] = np.array(values, np.float32)
        field = bench.fields.get("x")
        if field is not None and field.kind == "token" and "x" in one:
            arrays["gates/tokens"] = to_host(one["x"][0])
        return arrays

    def _what_if(
        self, bench: Bench, role: str, model: fx.GraphModule, one: dict[str, torch.Tensor]
    ) -> dict[str, np.ndarray]:
        """States of this layer and what the network says, with the gates held."""
        from playground.telemetry.probes import forward
        from playground.telemetry.probes.said import said

        inputs = forward.inputs_of(bench, role, one, self)
        held = {self.node: {(self.layer, self.reverse): dict(self.held)}}
        calls, output = unrolled_calls(model, inputs, held)
        made = dict(calls)[self.node][self.layer][self.reverse]
        start = f"gates/{self.node}"
        arrays = {f"{start}/held/{name}": to_host(v) for name, v in _states(made).items()}
        for name, told in ((f"{start}/answer", model(*inputs)), (f"{start}/held/answer", output)):
            if told[0].ndim in (1, 2):
                arrays[name] = to_host(said(bench, role, told)[0])
        return arrays


def _states(made: Unrolled) -> dict[str, torch.Tensor]:
    """Name -> (T, H) of the only sample: what the layer reads, its gates and its states."""
    import torch

    states = {**made.gates, "c": made.c, "h": made.h}
    return {"x": made.x[0], **{name: torch.cat(steps) for name, steps in states.items() if steps}}
