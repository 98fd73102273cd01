"""What a network would say if heads of attention looked elsewhere, or were silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.telemetry.probes.attention import (
    attends,
    block_of,
    heads_of,
    parts_of,
    scores_of,
)
from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.drawn_attention import drawn_head
from playground.telemetry.probes.inside import sources_of
from playground.telemetry.probes.own import Split, code_of

if TYPE_CHECKING:
    import torch
    from torch import nn

    from playground.document.model import Document

    Parts = dict[str, torch.Tensor]

Change = tuple[int, int, int, float]  # head, query, key, score
SHOWN = ("weights", "q", "k", "v")


@dataclass(frozen=True)
class AttentionWhatIf(Probe):
    """Send one sample through the network with some scores set by hand and some heads muted.

    A muted head gives zeros in place of its mix. The network itself stays as it is. All blocks
    behind a change are those of the network; a block that is changed puts out what its own modules
    make of the other mix. Dropout is off. A score that a causal mask hides stays hidden, and
    changes that do not fit the network are left out.

    Arrays, without a batch axis, for each block that attends and is not muted; H heads, T queries,
    S keys:

    - ``attention_what_if/<node>/weights``, ``/q``, ``/k``, ``/v``, ``/causal``: as `Attention` has
      them, after the changes; of a muted head, those it would have.
    - ``attention_what_if/<node>/scores``: float64 (changes, 4): head, query, key and score.
    - ``attention_what_if/<node>/muted``: int64 (changes,), heads.

    And ``attention_what_if/at``: int64 (3,): optimiser steps finished, 0 for train, 1 for test or 2
    for one of one's own, number of the sample.

    And of the model "main", unless its output has more axes:

    - ``attention_what_if/before`` and ``/after``: float32 (C,) or (T, C), what it says without and
      with the changes.
    - ``attention_what_if/shares``: int64 (), 1 where that are shares of classes or tokens.

    Parameters
    ----------
    scores : tuple of (str, int, int, int, float)
        Block, head, query, key and the score that takes the place of query times key by sqrt(d).
    muted : tuple of (str, int)
        Block and head.
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    scores: tuple[tuple[str, int, int, int, float], ...] = ()
    muted: tuple[tuple[str, int], ...] = ()
    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "attention_what_if"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward
        from playground.telemetry.probes.said import are_shares, said

        one = forward.one_of(bench, self.split, self.sample)
        if not one:
            return {}
        arrays: dict[str, np.ndarray] = {}
        with forward.untouched(*bench.models.values()):
            for role, model in bench.models.items():
                if not any(attends(bench.document, node) for node in model.meta["outputs"]):
                    continue
                # the key holds no changes: each of a long drag would keep noise of its own
                inputs = forward.inputs_of(bench, role, one, self.name)
                changes = _Changes(self, bench.document, forward.modules_of(model))
                after = forward.Outputs(model, changes.put_out).run(*inputs)
                arrays.update(changes.arrays)
                stamp = (bench.step, code_of(self.split), self.sample)
                arrays[f"{self.name}/at"] = np.array(stamp, np.int64)
                if role == "main" and after[0].ndim in (1, 2):
                    before = said(bench, role, model(*inputs))
                    arrays[f"{self.name}/before"] = to_host(before[0])
                    arrays[f"{self.name}/after"] = to_host(said(bench, role, after)[0])
                    arrays[f"{self.name}/shares"] = np.array(int(are_shares(bench, role)))
        return arrays

    def scores_in(self, node: str, scores: torch.Tensor) -> list[Change]:
        """The changes of a block that fit its scores (H, T, S), and are not hidden."""
        heads, queries, keys = scores.shape
        found = []
        for name, head, query, key, value in self.scores:
            fits = 0 <= head < heads and 0 <= query < queries and 0 <= key < keys
            if name == node and fits and scores[head, query, key] != -float("inf"):
                found.append((head, query, key, value))
        return found

    def muted_in(self, node: str, heads: int) -> list[int]:
        """Its heads that are muted."""
        return [head for name, head in self.muted if name == node and 0 <= head < heads]


@dataclass(frozen=True, eq=False)
class _Changes:
    """Makes the changes while a network is run, and keeps what it sees of the heads."""

    probe: AttentionWhatIf
    document: Document
    modules: dict[str, nn.Module]
    arrays: dict[str, np.ndarray] = field(default_factory=dict)

    def put_out(
        self, node: str, result: torch.Tensor, found: Mapping[str, torch.Tensor]
    ) -> torch.Tensor:
        """What a block puts out with its changes; as `forward.Outputs` takes it."""
        if not attends(self.document, node):
            return result
        made = self._heads(node, found)
        scores = self.probe.scores_in(node, made.scores)
        muted = self.probe.muted_in(node, len(made.scores))
        parts = made.change(scores)
        start = f"{self.probe.name}/{node}"
        for name in SHOWN:
            self.arrays[f"{start}/{name}"] = to_host(parts[name])
        self.arrays[f"{start}/causal"] = np.array(int(made.causal))
        self.arrays[f"{start}/scores"] = np.array(scores, np.float64).reshape(-1, 4)
        self.arrays[f"{start}/muted"] = np.array(muted, np.int64)
        return made.out(parts, muted) if scores or muted else result

    def _heads(self, node: str, found: Mapping[str, torch.Tensor]) -> _Heads:
        xs = [found[source] for source in sources_of(self.document, node)]
        drawn = drawn_head(self.document, node)
        if drawn is not None:
            qkv = (found[id] for id in (drawn.query, drawn.key, drawn.value))
            return _Drawn(drawn.causal, xs[0], *qkv)
        return _Block(block_of(self.document, node), self.modules.get(node), xs)


class _Heads:
    """Abstract: the heads of one block for a batch of one."""

    causal: bool
    scores: torch.Tensor  # (H, T, S), minus infinity where hidden
    qkv: tuple[torch.Tensor, ...]

    def change(self, scores: Sequence[Change]) -> Parts:
        """Shares with these scores in their places, with queries, keys and values."""
        changed = self.scores.clone()
        for head, query, key, value in scores:
            changed[head, query, key] = value
        return parts_of(changed.softmax(-1), *self.qkv)

    def out(self, parts: Parts, muted: list[int]) -> torch.Tensor:
        """What the block puts out with these shares."""
        raise NotImplementedError


class _Block(_Heads):
    """Of a block that holds its heads."""

    def __init__(self, block: Any, module: nn.Module | None, xs: list[torch.Tensor]) -> None:
        self.block, self.module, self.x = block, module, xs[0]
        self.causal = block.causal
        q, k, v = (x[0] for x in heads_of(block, module, xs))
        self.qkv, self.scores = (q, k, v), scores_of(q, k, block.causal)

    def out(self, parts: Parts, muted: list[int]) -> torch.Tensor:
        mixed = parts["weights"] @ parts["v"]
        mixed[muted] = 0.0
        return _put_out(self.block, self.module, self.x, mixed.transpose(0, 1).flatten(1)[None])


class _Drawn(_Heads):
    """Of a softmax that was drawn, (N, T, S) or (N, H, T, S): its shares are what it puts out."""

    def __init__(self, causal: bool, scores: torch.Tensor, *qkv: torch.Tensor) -> None:
        self.causal, self.shape = causal, scores.shape
        self.scores, *rest = (
            x if x.dim() == 3 else x[None] for x in (part[0] for part in (scores, *qkv))
        )
        self.qkv = tuple(rest)

    def out(self, parts: Parts, muted: list[int]) -> torch.Tensor:
        weights = parts["weights"].clone()
        weights[muted] = 0.0
        return weights.reshape(self.shape)


def _put_out(block: Any, module: Any, x: torch.Tensor, mixed: torch.Tensor) -> torch.Tensor:
    """What comes after the heads (1, T, features side by side), by the block's own modules."""
    if module is None:
        return mixed
    if block.key != "transformer_encoder_layer":
        out: torch.Tensor = module.out_proj(mixed)
        return out
    told: torch.Tensor = x + module.self_attn.out_proj(mixed)
    z = told if block.norm_first else module.norm1(told)
    inner = module.linear1(module.norm2(z) if block.norm_first else z)
    whole: torch.Tensor = z + module.linear2(module.activation(inner))
    return whole if block.norm_first else module.norm2(whole)
