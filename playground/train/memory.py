"""Says before it allocates when a network is too large for where it is to be trained.

The check of a document has looked at the memory of the machine. What is left is what only a run
knows: its device, and the network that it has there already.
"""

from __future__ import annotations

import torch

from playground.check import machine
from playground.check.cost import BYTES_PER_NUMBER
from playground.check.memory import RESERVE, largest, needs_of, sentence, size, slots_of
from playground.check.report import Report
from playground.errors import TrainError
from playground.i18n import tr


def refuse_too_large(report: Report, device: torch.device) -> None:
    """Raise unless a network fits where it is to be trained.

    Raises
    ------
    TrainError
        With the numbers.
    """
    needs = needs_of(report)
    if needs.total <= RESERVE:  # asking takes some milliseconds
        return
    free = free_on(device)
    if needs.total > free:
        node = largest(report)
        raise TrainError(
            sentence(needs, free),
            hint=tr(
                'Most weights are in "{node}": make it or the layer before it smaller.', node=node
            ),
            node=node,
        )


def refuse_exchange(old: Report, new: Report, device: torch.device) -> None:
    """Raise unless a network fits beside the one in training, until that one is gone.

    Blocks that stay as they are keep their tensors, the others are there twice for a moment.

    Raises
    ------
    TrainError
        With the numbers.
    """
    needed = exchange_bytes(old, new)
    if needed <= RESERVE:
        return
    free = available_on(device)
    if needed > free:
        raise TrainError(
            tr(
                "To exchange the network takes {needed} beside the one in training, and {free} "
                "are free.",
                needed=size(needed),
                free=size(free),
            ),
            hint=tr("A reset needs less: it gives the old network away first."),
        )


def exchange_bytes(old: Report, new: Report) -> int:
    """Weights, and what the optimiser remembers of them, of all blocks that are not as before."""
    before, after = old.inner or old, new.inner or new
    slots = slots_of(new.experiment.model_dump()) if new.experiment is not None else 0
    numbers = sum(
        found.cost.parameters
        for id, found in after.nodes.items()
        if id not in before.nodes
        or (found.block, found.inputs) != (before.nodes[id].block, before.nodes[id].inputs)
    )
    return numbers * BYTES_PER_NUMBER * (1 + slots)


def free_on(device: torch.device) -> int:
    """Bytes that a network may have there; those that this program uses now are among them."""
    if device.type != "cuda":
        return machine.free_bytes() - RESERVE
    return graphics_free(torch.cuda.mem_get_info(device)[0], torch.cuda.memory_reserved(device))


def available_on(device: torch.device) -> int:
    """Bytes that are free there now."""
    if device.type != "cuda":
        return machine.available_bytes()
    return graphics_free(
        torch.cuda.mem_get_info(device)[0],
        torch.cuda.memory_reserved(device),
        torch.cuda.memory_allocated(device),
    )


def graphics_free(free: int, reserved: int, kept: int = 0) -> int:
    """What the driver has left, and what torch holds of the card without what is to be kept."""
    return free + reserved - kept
