"""A language model, fed token by token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, fx, nn

from playground.document import topology
from playground.document.model import Document
from playground.registry import blocks
from playground.telemetry.writing.stages import Each, Kept, Stage, Unsteppable, stage_of

Line = tuple[Stage, tuple[str, ...], str]  # a block, what it reads, and its id


class Stepper:
    """Scores of the next token, for a sequence that grows.

    What earlier tokens left in attention (keys and values) and in recurrent networks (states) is
    kept, so that a new token costs one step. Where a block needs all steps at once, the whole
    window is worked out anew. Either way the scores are those of the network for the whole window,
    up to rounding. Use it with gradients off and the model in eval mode.

    Parameters
    ----------
    document : Document
        Without composites, as the model was built from it.
    model : fx.GraphModule
        From tokens (B, T) to scores (B, T, vocabulary), no step looking ahead.
    length : int
        Steps of the samples it was trained on.

    Attributes
    ----------
    context : int or None
        Most tokens that it can look back on; None for a recurrent network, which has no end.
    kept : bool
        Whether it works step by step.
    """

    def __init__(self, document: Document, model: fx.GraphModule, length: int) -> None:
        self._model, self._length = model, length
        self._device = next((p.device for p in model.parameters()), torch.device("cpu"))
        self._output = document.train.models["main"].output
        self._inputs = document.train.models["main"].inputs
        self._window: list[int] = []
        self._place = 0  # of the next token
        try:
            self._lines = _plan(document, model)
        except Unsteppable:
            self._lines = []
        self.kept = bool(self._lines)
        # where nothing knows the place or looks back on all steps, only states go on
        endless = self.kept and all(type(stage) in {Each, Kept} for stage, _, _ in self._lines)
        self.context = None if endless else length

    def reset(self) -> None:
        """Begin a new sequence."""
        self._window, self._place = [], 0
        for stage, _, _ in self._lines:
            stage.reset()

    @property
    def is_full(self) -> bool:
        """Whether the next token will push out the first, so that all is worked out anew."""
        return self.context is not None and len(self._window) >= self.context

    def feed(self, tokens: Sequence[int]) -> Tensor:
        """Append tokens, at least one; scores (vocabulary,) of what comes after the last.

        Those that the context has no room for go, the oldest first.
        """
        self._window += tokens
        if self.context is not None and len(self._window) > self.context:
            window = self._window[-self.context :]
            self.reset()
            self._window, tokens = window, window
        if self.kept:
            return self._step(tokens)
        return self._whole()

    def _step(self, tokens: Sequence[int]) -> Tensor:
        x = torch.tensor([tokens], device=self._device)
        values = dict.fromkeys(self._inputs, x)
        place = self._place
        for stage, sources, id in self._lines:
            values[id] = stage(place, *[values[source] for source in sources])
        self._place = place + len(tokens)
        return values[self._output][0, -1]

    def _whole(self) -> Tensor:
        """Filled up behind, which a network that looks back does not see."""
        x = torch.zeros(1, self._length, dtype=torch.int64, device=self._device)
        count = len(self._window)
        x[0, :count] = torch.tensor(self._window, device=self._device)
        return cast(Tensor, self._model(*[x] * len(self._inputs))[0, count - 1])


def _plan(document: Document, model: fx.GraphModule) -> list[Line]:
    """The blocks between tokens and scores, in order."""
    spec, arriving = document.train.models["main"], topology.incoming(document)
    names = model.meta.get("modules", {})
    lines: list[Line] = []
    for id in topology.subgraph(document, spec):
        if id in spec.inputs:
            continue
        node = document.by_id[id]
        block = blocks.get(node.block).make(node.params, id)
        ports = [port.name for port in block.inputs]
        wires = sorted(arriving.get(id, ()), key=lambda wire: ports.index(wire.target_port))
        sources = tuple(wire.source for wire in wires)
        if node.muted:
            lines.append((Each(lambda *xs: xs[0]), sources, id))
            continue
        module: nn.Module | None = model.get_submodule(names[id]) if id in names else None
        lines.append((stage_of(block, module), sources, id))
    return lines
