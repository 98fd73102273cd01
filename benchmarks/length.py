"""What a longer sequence costs: `playground bench length --json`.

One layer of attention, an LSTM and a GRU as wide, each trained a step (forward and backward) on one
sequence of 64 to 1024 steps, on one core. "ratio" is the core's time against that of half the
length: 2 where costs grow as the length, 4 where they grow as its square. Attention comes closer to
4 the longer the sequence, because its linear layers cost as the length. "flops" are those that the
inspector shows, for the forward pass; "flops_ratio" compares them in the same way.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import Document

LENGTHS = (64, 128, 256, 512, 1024)
WIDTH, ROWS, TURNS = 32, 60, 7
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "attention": ("multihead_attention", {"num_heads": 4, "causal": True}),
    "lstm": ("lstm", {"hidden_size": WIDTH}),
    "gru": ("gru", {"hidden_size": WIDTH}),
}


def network(kind: str, length: int) -> Document:
    """Embedding, the block, and scores."""
    key, params = KINDS[kind]
    nodes = [
        ("x", "input", {}),
        ("embed", "embedding", {"num_embeddings": ROWS, "embedding_dim": WIDTH}),
        ("block", key, params),
        ("out", "linear", {"out_features": ROWS}),
    ]
    wires = []
    for (before, _, _), (id, block, _) in pairwise(nodes):
        ports = ("query", "key", "value") if block == "multihead_attention" else ("in",)
        wires += [[f"{before}.out", f"{id}.{port}"] for port in ports]
    data = {"length": length, "stride": 4 * length, "max_vocabulary": ROWS}
    return Document.model_validate(
        {
            "data": {"dataset": "text", "params": data},
            "nodes": [{"id": i, "block": b, "params": p} for i, b, p in nodes],
            "wires": wires,
            "train": {
                "experiment": "language_model",
                "models": {"main": {"input": "x", "output": "out"}},
            },
        }
    )


def cases() -> Iterator[dict[str, Any]]:
    """A row for each kind and length."""
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    for kind in KINDS:
        before: tuple[float, int] | None = None
        for length in LENGTHS:
            report = check(network(kind, length))
            model = build(report.document, report)["main"]
            seconds, flops = _seconds(model, length), report.nodes["block"].cost.flops
            yield {
                "case": f"{kind} {length}",
                "length": length,
                "milliseconds": round(1000 * seconds, 3),
                "flops": flops,
                "ratio": seconds / before[0] if before else None,
                "flops_ratio": flops / before[1] if before else None,
            }
            before = seconds, flops
    torch.set_num_threads(cores)


def _seconds(model: Any, length: int) -> float:
    """Of a pass forward and back, the median."""
    x, times = torch.randint(0, ROWS, (1, length)), []
    for _ in range(TURNS + 1):
        start = time.process_time()
        model(x).sum().backward()
        times.append(time.process_time() - start)
    return median(times[1:])
