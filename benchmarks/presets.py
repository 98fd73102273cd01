"""What every preset reaches beside what it states: `playground bench presets --json`.

Each is trained whole, as `playground train` does, with its own seed on one core: about an hour for
all on a slow machine. A row for each stated value: "reached" and "stated"; "ratio" is 1.0 where the
statement holds and 0.0 where it does not.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import torch

import playground
from benchmarks._stated import COMPARISONS, RESULTS


def cases() -> Iterator[dict[str, Any]]:
    """One row a stated value; a preset takes from seconds to some minutes."""
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        for name in RESULTS:
            yield from _of(name)
    finally:
        torch.set_num_threads(cores)


def _of(name: str) -> Iterator[dict[str, Any]]:
    document = playground.load(name)
    start = time.perf_counter()
    result = playground.train(document, device="cpu")
    seconds = time.perf_counter() - start
    weights = sum(p.numel() for model in result.models.values() for p in model.parameters())
    for scalar, comparison, stated in RESULTS[name]:
        reached = float(result.metrics[scalar])
        yield {
            "case": f"{name}, {scalar}",
            "ratio": float(COMPARISONS[comparison](reached, stated)),
            "reached": round(reached, 4),
            "stated": f"{comparison} {stated:g}",
            "experiment": document.train.experiment,
            "parameters": weights,
            "steps": result.steps,
            "seconds": round(seconds, 1),
        }
