"""How fast a language model writes: `playground bench generation --json`.

The same GPT of four layers, written by hand in PyTorch with caches of keys and values that have
their full length from the start, and the writer of this program, take turns in one process on one
core; both draw with the same temperature, and write up to the end of the context. "ratio" is the
writer's tokens a second of the core against the loop's, the median over all turns. Wanted: 0.8.
Before, their scores are compared with those of the full pass. "whole" is a full pass for each
token, where nothing is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import Document
from playground.telemetry.writing.sampling import Choice
from playground.telemetry.writing.stepper import Stepper
from playground.telemetry.writing.writer import Wish, field_to_write, write

TURNS = 7
LENGTH, ROWS, WIDTH, HEADS, LAYERS = 256, 90, 64, 4, 4
TEMPERATURE = 0.8


def gpt(length: int = LENGTH, width: int = WIDTH, layers: int = LAYERS) -> Document:
    """A GPT for characters."""
    layer = {"nhead": HEADS, "dim_feedforward": 4 * width, "dropout": 0.0, "causal": True}
    embed = {"num_embeddings": ROWS, "embedding_dim": width}
    nodes: list[tuple[str, str, dict[str, Any]]] = [
        ("x", "input", {}),
        ("embed", "embedding", embed),
        ("place", "positional_encoding", {"kind": "learned"}),
        *((f"layer{n}", "transformer_encoder_layer", layer) for n in range(layers)),
        ("norm", "layer_norm", {}),
        ("out", "linear", {"out_features": ROWS}),
    ]
    ids = [id for id, _, _ in nodes]
    data = {"length": length, "stride": 4 * length, "max_vocabulary": ROWS}
    return Document.model_validate(
        {
            "data": {"dataset": "text", "params": data},
            "nodes": [{"id": i, "block": b, "params": p} for i, b, p in nodes],
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)],
            "train": {
                "experiment": "language_model",
                "models": {"main": {"input": "x", "output": "out"}},
            },
        }
    )


class ByHand:
    """What a student would write: one token at a time, keys and values kept."""

    def __init__(self, model: nn.Module) -> None:
        parts = dict(model.named_children())
        self.embed, self.norm, self.out = parts["embed"], parts["norm"], parts["out"]
        self.place = parts["place"]
        self.layers: list[Any] = [parts[f"layer{n}"] for n in range(LAYERS)]
        self.cache = torch.zeros(LAYERS, 2, 1, HEADS, LENGTH, WIDTH // HEADS)

    def step(self, token: Tensor, t: int) -> Tensor:
        """Scores (1, ROWS) after token number t, (1,)."""
        x = self.embed(token) + self.place.weight[t]
        for cache, layer in zip(self.cache, self.layers, strict=True):
            attention = layer.self_attn
            qkv = F.linear(layer.norm1(x), attention.in_proj_weight, attention.in_proj_bias)
            q, k, v = (part.view(1, HEADS, 1, -1) for part in qkv.chunk(3, -1))
            cache[0, :, :, t : t + 1], cache[1, :, :, t : t + 1] = k, v
            mixed = F.scaled_dot_product_attention(
                q, cache[0, :, :, : t + 1], cache[1, :, :, : t + 1]
            )
            x = x + attention.out_proj(mixed.reshape(1, -1))
            x = x + layer.linear2(F.relu(layer.linear1(layer.norm2(x))))
        return self.out(self.norm(x))

    def write(self, count: int) -> None:
        """Write `count` tokens from the first one of the vocabulary."""
        token = torch.zeros(1, dtype=torch.int64)
        for t in range(count):
            chances = (self.step(token, t) / TEMPERATURE).softmax(-1)
            token = torch.multinomial(chances, 1).view(1)


def cases() -> Iterator[dict[str, Any]]:
    """One row: tokens a second of both, and of the full pass for each token."""
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    with torch.inference_mode():
        yield _case()
    torch.set_num_threads(cores)


def _case() -> dict[str, Any]:
    document = gpt()
    report = check(document)
    model = build(document, report)["main"].eval()
    field, hand = field_to_write(report.flat, report.fields), ByHand(model)
    off = _compare(report.flat, model, hand)
    wish = Wish("", LENGTH - 1, Choice(TEMPERATURE))
    writers: dict[str, Callable[[], object]] = {
        "writer": lambda: write(report.flat, model, field, wish),
        "by_hand": lambda: hand.write(LENGTH - 1),
    }
    speeds: dict[str, list[float]] = {name: [] for name in writers}
    for turn in range(TURNS + 1):
        for name, run in writers.items():
            start = time.process_time()
            run()
            if turn:  # the first one warms up
                speeds[name].append((LENGTH - 1) / (time.process_time() - start))
    pairs = zip(speeds["writer"], speeds["by_hand"], strict=True)
    return {
        "case": f"GPT, {LAYERS} layers of {WIDTH}, {LENGTH} tokens",
        "ratio": median(ours / theirs for ours, theirs in pairs),
        "wanted": 0.8,
        **{f"{name}_tokens_s": round(median(found)) for name, found in speeds.items()},
        "whole_tokens_s": round(_whole_speed(model)),
        "largest_difference": off,
    }


def _compare(document: Document, model: Any, hand: ByHand) -> float:
    """The largest difference of scores from those of the full pass, of both."""
    tokens = np.random.default_rng(0).integers(0, ROWS, LENGTH).tolist()
    full = model(torch.tensor([tokens]))[0]
    stepper = Stepper(document, model, LENGTH)
    found = 0.0
    for t, token in enumerate(tokens):
        for scores in (stepper.feed([token]), hand.step(torch.tensor([token]), t)[0]):
            found = max(found, float((scores - full[t]).abs().max()))
    return found


def _whole_speed(model: Any) -> float:
    """Tokens a second where each costs a pass of the full window."""
    x = torch.zeros(1, LENGTH, dtype=torch.int64)
    times = []
    for _ in range(5):
        start = time.process_time()
        model(x)
        times.append(time.process_time() - start)
    return 1.0 / median(times)
