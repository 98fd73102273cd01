"""What the last blocks would say if the stream of a residual network ended after each layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.own import Split, code_of
from playground.telemetry.probes.writing import packed

if TYPE_CHECKING:
    import torch

    from playground.document.model import Document

TOP = 5  # tokens or classes that are told of a cell
ADDING = ("add", "transformer_encoder_layer")  # blocks that add to the stream
_NO_LAYERS = ("input", "dropout")  # what is read is no layer; dropout is off


@dataclass(frozen=True, slots=True)
class Stack:
    """A residual stack in a flat document.

    Parameters
    ----------
    layers : tuple of str
        Blocks through which all of the stream passes, in their order; the last one ends the stack.
    head : tuple of str
        Those that come after it, up to the output: final norm and output layer.
    """

    layers: tuple[str, ...]
    head: tuple[str, ...]


def stack_of(document: Document) -> Stack | None:
    """The residual stack of the model "main", None where it has none with a head behind it."""
    spec = document.train.models.get("main")
    if spec is None or spec.output not in document.by_id:
        return None
    through = _passes(document, spec.output)
    adding = [
        n for n, id in enumerate(through) if _adds(document, id) and not document.by_id[id].muted
    ]
    if not adding or adding[-1] == len(through) - 1:
        return None
    layers = [
        id
        for id in through[: adding[-1] + 1]
        if document.by_id[id].block not in _NO_LAYERS and not document.by_id[id].muted
    ]
    return Stack(tuple(layers), tuple(through[adding[-1] + 1 :]))


def _adds(document: Document, id: str) -> bool:
    return document.by_id[id].block in ADDING


def _passes(document: Document, output: str) -> list[str]:
    """Blocks without which nothing of what is read would reach the output, in their order."""
    before: dict[str, list[str]] = {}
    for wire in document.wires:
        before.setdefault(wire.target, []).append(wire.source)
    order = _upstream(before, output)
    starts = {id for id in order if not before.get(id)}

    def all_pass(id: str) -> bool:
        return not (starts - {id}) & set(_upstream(before, output, without=id))

    return [id for id in order if id == output or all_pass(id)]


def _upstream(before: Mapping[str, list[str]], output: str, without: str = "") -> list[str]:
    """A block and all that feed it, each behind those that feed it; as if one was not there."""
    order: list[str] = []
    seen = {without}
    waits: list[tuple[str, bool]] = [(output, False)]
    while waits:
        id, done = waits.pop()
        if done:
            order.append(id)
        elif id not in seen:
            seen.add(id)
            waits.append((id, True))
            waits += [(source, False) for source in before.get(id, ())]
    return order


@dataclass(frozen=True)
class LogitLens(Probe):
    """Read the stream of a residual stack after each layer with the network's own last blocks.

    Only for a model "main" that predicts classes or tokens from a residual stack (`stack_of`); else
    nothing. Layers whose output has another shape than the end of the stack do not fit the last
    blocks: they are left out. Dropout is off. Source: nostalgebraist 2020, interpreting GPT: the
    logit lens.

    Arrays; L layers that fit, T steps, 1 where the sample has one answer, K tokens or classes:

    - ``logit_lens/top``: int64 (L, T, K), the likeliest after each layer, the likeliest first.
    - ``logit_lens/shares``: float32 (L, T, K), how likely they are.
    - ``logit_lens/layers``, ``/left_out``, ``/head``: ids of blocks, UTF-8, uint8, each closed by a
      zero byte. The last row of the layers is what the network says.
    - ``logit_lens/at``: int64 (4,): optimiser steps finished, 0 for train, 1 for test or 2 for one
      of one's own, number of the sample, and 1 where there is an answer at each step.
    - ``logit_lens/tokens``: int64 (T,), the tokens of the sample, where its field x has some.

    Parameters
    ----------
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "logit_lens"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward
        from playground.telemetry.probes.said import are_shares, said

        one = forward.one_of(bench, self.split, self.sample)
        stack = self._stack(bench)
        if not one or stack is None or not are_shares(bench, "main"):
            return {}
        model = bench.models["main"]
        fitting: list[str] = []

        def read(
            node: str, result: torch.Tensor, found: Mapping[str, torch.Tensor]
        ) -> torch.Tensor:
            """At the end of the stack, all layers go on side by side as a batch."""
            import torch

            if node != stack.layers[-1]:
                return result
            outputs = {id: result if id == node else found[id] for id in stack.layers}
            fitting.extend(id for id, x in outputs.items() if x.shape == result.shape)
            return torch.cat([outputs[id] for id in fitting])

        with forward.untouched(model):
            inputs = forward.inputs_of(bench, "main", one, self.name)
            outputs = forward.Outputs(model, read).run(*inputs)
            if outputs.ndim not in (2, 3) or len(outputs) != len(fitting):
                return {}
            shares = said(bench, "main", outputs)
        each = shares.ndim == 3
        best = (shares if each else shares[:, None]).topk(min(TOP, shares.shape[-1]), dim=-1)
        stamp = (bench.step, code_of(self.split), self.sample, int(each))
        arrays = {
            "logit_lens/top": to_host(best.indices),
            "logit_lens/shares": to_host(best.values),
            "logit_lens/layers": packed(tuple(fitting)),
            "logit_lens/left_out": packed(_others(stack.layers, fitting)),
            "logit_lens/head": packed(stack.head),
            "logit_lens/at": np.array(stamp, np.int64),
        }
        if each and bench.fields["x"].kind == "token":
            arrays["logit_lens/tokens"] = to_host(one["x"][0])
        return arrays

    def _stack(self, bench: Bench) -> Stack | None:
        """The stack of the document, looked for once."""
        kept = bench.memory.get((self.name, "stack"))
        if kept is None or kept[0] is not bench.document:
            kept = bench.memory[self.name, "stack"] = (bench.document, stack_of(bench.document))
        found: Stack | None = kept[1]
        return found


def _others(layers: Iterable[str], fitting: list[str]) -> tuple[str, ...]:
    return tuple(id for id in layers if id not in fitting)
