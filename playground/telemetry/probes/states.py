"""The states of a recurrent block for one sample, and for others to compare it with."""

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


@dataclass(frozen=True)
class States(Probe):
    """Read h of the top layer of a recurrent block after each step, for the first samples too.

    Arrays; T steps, U units, those that read backwards behind the others:

    - ``states/<node>/h``: float32 (T, U), of the sample.
    - ``states/<node>/others``: float32 (N, T, U), of the first N test samples.
    - ``states/<node>/at``: int64 (3,): optimiser steps finished, 0 for train, 1 for test or 2 for
      one of one's own, and the number of the sample.

    And ``states/tokens``: int64 (T,), the tokens of the sample, where its field x has some. Nothing
    for a sample or a block that is not there, or a block that is muted.

    Parameters
    ----------
    node : str
        Id of the block.
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    limit : int
        Most of the other samples.
    """

    node: str
    sample: int = 0
    split: Split = "test"
    limit: int = 32

    @property
    def name(self) -> str:
        return "states"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        spec = bench.document.by_id.get(self.node)
        if not one or spec is None or spec.block not in KINDS or spec.muted:
            return {}
        few = {field: values[: self.limit] for field, values in bench.test.items()}
        for role, model in bench.models.items():
            module = forward.modules_of(model).get(self.node)
            if self.node not in model.meta["outputs"] or module is None:
                continue
            (source,) = sources_of(bench.document, self.node)
            found: list[torch.Tensor] = []
            with forward.untouched(model):
                for samples in (one, few):
                    inputs = forward.inputs_of(bench, role, samples, (self, len(found)))
                    x = forward.Outputs(model).collect(*inputs)[source]
                    _, layers = unroll(module, x)
                    found.append(torch.cat([torch.stack(way.h, 1) for way in layers[-1]], 2))
            return self._arrays(bench, found, one)
        return {}

    def _arrays(
        self, bench: Bench, found: list[torch.Tensor], one: dict[str, torch.Tensor]
    ) -> dict[str, np.ndarray]:
        start = f"states/{self.node}"
        arrays = {f"{start}/h": to_host(found[0][0]), f"{start}/others": to_host(found[1])}
        stamp = [bench.step, code_of(self.split), self.sample]
        arrays[f"{start}/at"] = np.array(stamp, np.int64)
        field = bench.fields.get("x")
        if field is not None and field.kind == "token" and "x" in one:
            arrays["states/tokens"] = to_host(one["x"][0])
        return arrays
