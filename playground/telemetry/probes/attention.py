"""Who looks at whom: the attention of every head for one sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.registry import blocks
from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.drawn_attention import drawn_head
from playground.telemetry.probes.inside import sources_of
from playground.telemetry.probes.own import Split

if TYPE_CHECKING:
    import torch
    from torch import nn

    from playground.document.model import Document
    from playground.telemetry.probes.drawn_attention import Drawn

    Heads = tuple[torch.Tensor, torch.Tensor, torch.Tensor]

KINDS = ("multihead_attention", "transformer_encoder_layer", "scaled_dot_product_attention")


@dataclass(frozen=True)
class Attention(Probe):
    """Open the heads of every block of attention for one sample.

    Calculated once more from what arrives at the block and from its parameters, because the fused
    operations of torch keep no weights. Without dropout, as in a trained network. Heads drawn from
    matrix products are read from their softmax, which gives them their name.

    Arrays, without a batch axis, for each block that attends and is not muted; H heads, T queries,
    S keys:

    - ``attention/<node>/weights``: float32 (H, T, S), share of each value in what a query gets.
    - ``attention/<node>/q``, ``/k``, ``/v``: float32 (H, T, d), (H, S, d) and (H, S, e).
    - ``attention/<node>/causal``: int64 (), 1 where later keys are hidden.
    - ``attention/<node>/entropy``: float32 (H,), mean over the queries, in bits.
    - ``attention/<node>/at``: int64 (), optimiser steps finished.

    And ``attention/tokens``: int64 (T,), the tokens of the sample, where its field x has some.
    Nothing while the split has no sample of that number.

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
        return "attention"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        if not one:
            return {}
        arrays: dict[str, np.ndarray] = {}
        with forward.untouched(*bench.models.values()):
            for role, model in bench.models.items():
                wanted = [node for node in model.meta["outputs"] if attends(bench.document, node)]
                if not wanted:
                    continue
                found = forward.Outputs(model).collect(*forward.inputs_of(bench, role, one, self))
                modules = forward.modules_of(model)
                for node in wanted:
                    made = drawn_head(bench.document, node)
                    if made is None:
                        made = block_of(bench.document, node)
                        xs = [found[source][:1] for source in sources_of(bench.document, node)]
                        parts = opened(made, modules.get(node), xs)
                    else:
                        parts = read_off(made, node, found)
                    for name, value in parts.items():
                        arrays[f"attention/{node}/{name}"] = to_host(value)
                    arrays[f"attention/{node}/causal"] = np.array(int(made.causal))
                    arrays[f"attention/{node}/at"] = np.array(bench.step)
        field = bench.fields.get("x")
        if arrays and field is not None and field.kind == "token":
            arrays["attention/tokens"] = to_host(one["x"][0])
        return arrays


def attends(document: Document, node: str) -> bool:
    """Whether a block of a flat document has heads of attention, and is not muted.

    The softmax of a head that is drawn from single blocks counts, too.
    """
    found = document.by_id.get(node)
    if found is None or found.muted:
        return False
    return found.block in KINDS or drawn_head(document, node) is not None


def block_of(document: Document, node: str) -> Any:
    """The block, with its parameters."""
    found = document.by_id[node]
    return blocks.get(found.block).make(found.params)


def opened(block: Any, module: nn.Module | None, xs: list[torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights, queries, keys, values and entropies of one block for a batch of one."""
    q, k, v = (x[0] for x in heads_of(block, module, xs))
    return parts_of(scores_of(q, k, block.causal).softmax(-1), q, k, v)


def scores_of(q: torch.Tensor, k: torch.Tensor, causal: bool) -> torch.Tensor:
    """Scores (H, T, S) of queries and keys (H, ..., d); minus infinity where a key is hidden."""
    scores: torch.Tensor = q @ k.transpose(1, 2) / q.shape[2] ** 0.5
    if causal:
        hidden = scores.new_ones(scores.shape[1:]).triu(1).bool()
        scores = scores.masked_fill(hidden, -float("inf"))
    return scores


def read_off(drawn: Drawn, node: str, found: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The same of a head whose parts are outputs of blocks (N, T, d), or (N, H, T, d) of heads."""
    ids = (node, drawn.query, drawn.key, drawn.value)
    return parts_of(*(x if x.dim() == 3 else x[None] for x in (found[id][0] for id in ids)))


def parts_of(
    weights: torch.Tensor, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor
) -> dict[str, torch.Tensor]:
    """What is told of heads (H, ...), with their entropies in bits."""
    bits = -(weights * weights.clamp(min=1e-38).log2()).sum(-1)
    return {"weights": weights, "q": q, "k": k, "v": v, "entropy": bits.mean(-1)}


def heads_of(block: Any, module: Any, xs: list[torch.Tensor]) -> Heads:
    """Queries, keys and values (N, H, steps, features of a head)."""
    from torch.nn.functional import linear

    if module is None:  # no projections of its own
        q, k, v = xs
    else:
        if block.key == "transformer_encoder_layer":
            xs = [module.norm1(xs[0]) if block.norm_first else xs[0]] * 3
            module = module.self_attn
        weights = (
            module.in_proj_weight.chunk(3)
            if module.in_proj_weight is not None
            else (module.q_proj_weight, module.k_proj_weight, module.v_proj_weight)
        )
        biases = module.in_proj_bias.chunk(3) if module.in_proj_bias is not None else (None,) * 3
        q, k, v = (linear(x, w, b) for x, w, b in zip(xs, weights, biases, strict=True))
    count = block.num_heads
    q, k, v = (
        x.reshape(len(x), x.shape[1], count, x.shape[2] // count).transpose(1, 2) for x in (q, k, v)
    )
    return q, k, v
