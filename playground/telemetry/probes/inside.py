"""Everything that one block does with one sample: what enters, what it knows, what leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.registry import blocks
from playground.telemetry.probes.base import Bench, Probe, numbers
from playground.telemetry.probes.own import Split, code_of

if TYPE_CHECKING:
    import torch

    from playground.document.model import Document


@dataclass(frozen=True)
class Inside(Probe):
    """Open some blocks for one sample. All numbers of one reading belong together.

    Arrays, without a batch axis, for every block asked for:

    - ``inside/<node>/in/<k>``: float32, what arrives at its k-th wire, in the order of its ports.
    - ``inside/<node>/out``: float32, what it puts out.
    - ``inside/<node>/param/<name>``: each parameter in torch's own shape and under torch's name
      (``weight``, ``bias``); ``inside/<node>/buffer/<name>``: each buffer (``running_mean``).
    - ``inside/<node>/at``: int64 (3,): optimiser steps finished, 0 for train, 1 for test or 2
      for one of one's own, number
      of the sample. Two blocks whose stamps are the same were read together.

    Nothing while the split has no sample of that number.

    Parameters
    ----------
    nodes : tuple of str
        Ids of the blocks.
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    nodes: tuple[str, ...]
    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "inside"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        if not one:
            return {}
        stamp = np.array([bench.step, code_of(self.split), self.sample], dtype=np.int64)
        arrays: dict[str, np.ndarray] = {}
        with forward.untouched(*bench.models.values()):
            for role, model in bench.models.items():
                wanted = [node for node in self.nodes if node in model.meta["outputs"]]
                if not wanted:
                    continue
                found = forward.Outputs(model).collect(*forward.inputs_of(bench, role, one, self))
                modules = forward.modules_of(model)
                for node in wanted:
                    for name, value in _of(node, bench.document, found, modules.get(node)):
                        arrays[f"inside/{node}/{name}"] = numbers(value)
                    arrays[f"inside/{node}/at"] = stamp
        return arrays


def _of(
    node: str,
    document: Document,
    outputs: dict[str, torch.Tensor],
    module: torch.nn.Module | None,
) -> list[tuple[str, torch.Tensor]]:
    """Names and tensors of one block; a muted block has no module, and hands its input on."""
    found = [
        (f"in/{k}", outputs[source][0])
        for k, source in enumerate(sources_of(document, node))
        if source in outputs
    ]
    found.append(("out", outputs[node][0]))
    if module is not None:
        found += [(f"param/{name}", value) for name, value in module.named_parameters()]
        found += [(f"buffer/{name}", value) for name, value in module.named_buffers()]
    return found


def sources_of(document: Document, node: str) -> list[str]:
    """Ids of the blocks that feed a block of a flat document: by port, then in the file's order."""
    ports = [port.name for port in blocks.get(document.by_id[node].block).inputs]
    wires = [wire for wire in document.wires if wire.target == node]
    return [wire.source for port in ports for wire in wires if wire.target_port == port]
