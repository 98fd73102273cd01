"""How far back the loss reaches: its gradient by the state of every earlier step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.registry import blocks
from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.losses import LOSSES, as_target
from playground.telemetry.probes.unrolled import KINDS, Unrolled, unrolled_calls

if TYPE_CHECKING:
    from torch import Tensor

EXPERIMENTS = ("supervised", "language_model")  # that predict a field from another one
LAST = -1  # the last step that counts


@dataclass(frozen=True)
class Memory(Probe):
    """Differentiate the loss of some test samples by the states of all recurrent blocks.

    The fused operations of torch hand out no gradients of states, so each block is unrolled once
    more. In eval mode: dropout is off, batch norm uses its running statistics. Where a token is
    predicted at each step, the loss is that of one step. Classes are not weighed.

    Arrays for each recurrent block that is not muted; L layers, D directions, T steps:

    - ``memory/<node>/h``: float32 (L, D, T), the length of d loss / d h_t, mean over the samples.
    - ``memory/<node>/c``: likewise of the memory of an LSTM, all ways to the loss together.
    - ``memory/<node>/at``: int64 (4,): optimiser steps finished, the step from which lags count
      forwards, the same backwards, number of samples.

    And ``memory/answer``: int64 (2,): the step whose loss it is, -1 where the sample has one loss,
    and how many steps have an answer, 0 likewise. Nothing without test samples, without a recurrent
    block, or where the experiment predicts no field.

    Parameters
    ----------
    step : int
        Of the answer, where there is one at each step; `LAST` for the last one that counts.
    limit : int
        Most samples: the first ones of the test split.
    """

    step: int = LAST
    limit: int = 16

    @property
    def name(self) -> str:
        return "memory"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        few = {field: values[: self.limit] for field, values in bench.test.items()}
        return reach(bench, self, few, self.step)


def reach(
    bench: Bench, probe: Probe, few: Mapping[str, Tensor], step: int
) -> dict[str, np.ndarray]:
    """How far the loss of some samples reaches back: the arrays of `Memory`, by the probe's name.

    Parameters
    ----------
    probe : Probe
        Who asks; its name is the first part of the names.
    few : mapping
        Field -> samples.
    step : int
        Of the answer, as in `Memory`.
    """
    import torch

    from playground.telemetry.probes import forward

    target = forward.target_of(bench.document)
    there = "main" in bench.models and target in few and len(few[target])
    if not there or bench.document.train.experiment not in EXPERIMENTS:
        return {}
    if not any(spec.block in KINDS and not spec.muted for spec in bench.document.nodes):
        return {}
    tokens = bench.fields[target].kind == "token"
    model = bench.models["main"]
    with forward.untouched(model), torch.enable_grad():
        inputs = forward.inputs_of(bench, "main", few, (probe, "latents"))
        calls, output = unrolled_calls(model, inputs)
        answer, rows = _answer(few, target, step) if tokens else (-1, slice(None))
        if tokens:
            losses = LOSSES["cross_entropy"](output[rows, answer], few[target][rows, answer])
        else:
            loss = forward.loss_of(bench.document)
            losses = LOSSES[loss](output, as_target(few[target], loss, output))
        count = len(few[target][rows])
        arrays: dict[str, np.ndarray] = {}
        for node, layers in calls:
            start = f"{probe.name}/{node}"
            found = _lengths(layers, losses * count, rows)
            arrays.update({f"{start}/{name}": lengths for name, lengths in found.items()})
            ends = _ends(bench, node, layers, answer)
            arrays[f"{start}/at"] = np.array([bench.step, *ends, count], np.int64)
    if arrays:
        steps = few[target].shape[1] if tokens else 0
        arrays[f"{probe.name}/answer"] = np.array([answer, steps], np.int64)
    return arrays


def _answer(few: Mapping[str, Tensor], target: str, step: int) -> tuple[int, Any]:
    """Which step's loss it is, and the samples in which that step counts."""
    steps = few[target].shape[1]
    counts = few.get("counts")
    if counts is None:
        return (step if 0 <= step < steps else steps - 1), slice(None)
    known = (counts > 0).any(0).nonzero().flatten().tolist()
    step = step if step in known else known[-1] if known else steps - 1
    rows = (counts[:, step] > 0).nonzero().flatten()
    return step, rows if len(rows) else slice(None)


def _lengths(layers: list[list[Unrolled]], total: Tensor, rows: Any) -> dict[str, np.ndarray]:
    """Length of the gradient by each state, mean over the samples."""
    import torch

    found = {}
    for name in ("h", "c"):
        states = [state for layer in layers for one in layer for state in getattr(one, name)]
        if not states:
            continue
        pulls = torch.autograd.grad(total, states, retain_graph=True, allow_unused=True)
        sizes = [_length(p, s)[rows].mean() for p, s in zip(pulls, states, strict=True)]
        shape = (len(layers), len(layers[0]), -1)
        found[name] = to_host(torch.stack(sizes).reshape(shape))
    return found


def _length(pull: Tensor | None, state: Tensor) -> Tensor:
    if pull is None:
        return state.new_zeros(len(state))
    length: Tensor = pull.double().norm(dim=1)  # the squares of 1e-23 would be 0
    return length.to(pull.dtype)


def _ends(bench: Bench, node: str, layers: list[list[Unrolled]], answer: int) -> tuple[int, int]:
    """From which step lags count, forwards and backwards."""
    steps = len(layers[0][0].h)
    if 0 <= answer < steps:
        return answer, answer
    spec = bench.document.by_id[node]
    whole = getattr(blocks.get(spec.block).make(spec.params), "output", "") == "sequence"
    return steps - 1, steps - 1 if whole else 0
