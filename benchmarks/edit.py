"""How long an edit keeps a running network waiting: `playground bench edit --json`.

For every preset a session trains some steps, then takes over edits between two of them: a wider
layer, an activation in between, another learning rate, another optimiser, a step back. A line says
the median and the longest pause of the training in milliseconds; wanted are at most 50. The check
of the document is part of it. Before it stand the sizes of the network.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import islice
from statistics import median

import torch

from playground.check.check import check
from playground.document import edits
from playground.document.library import load
from playground.document.model import Document, Node
from playground.resources import preset_paths
from playground.train.cadence import StepCadence
from playground.train.controls import Steering
from playground.train.session import Session

REPEATS = 5
WANTED_MS = 50.0
WIDTHS = {"linear": "out_features", "conv2d": "out_channels"}


def cases() -> Iterator[dict[str, object]]:
    """A line for each preset and kind of edit."""
    torch.set_num_threads(1)
    for name in preset_paths():
        yield from of_preset(name)


def of_preset(name: str) -> Iterator[dict[str, object]]:
    """Measure all edits of one preset."""
    document = load(name)
    for kind, edit in EDITS.items():
        changed = edit(document)
        if changed == document:
            continue
        pauses = [pause for _ in range(REPEATS) for pause in there_and_back(document, changed)]
        yield {
            "case": f"{name}/{kind}",
            "median_ms": round(1000 * median(pauses), 2),
            "longest_ms": round(1000 * max(pauses), 2),
            "ok": 1000 * median(pauses) <= WANTED_MS,
            "cores": os.cpu_count(),
        }


def there_and_back(document: Document, changed: Document) -> Iterator[float]:
    """Seconds that training waits for an edit, and for its undo."""
    steering = Steering()
    session = Session(document, device="cpu", steering=steering, cadence=StepCadence(10**9))
    steps = session.steps()
    list(islice(steps, 6))
    for wish, back in ((changed, False), (document, True)):
        steering.go_on_with(wish, back=back)
        start = time.perf_counter()
        session.act()
        next(steps)  # the experiment and its optimiser start anew with this step
        both = time.perf_counter()
        next(steps)
        yield max(0.0, (both - start) - (time.perf_counter() - both))
    refused = [event.text for event in session.run.looks.events if event.kind != "edited"]
    assert not refused, refused
    steps.close()


def wider(document: Document) -> Document:
    """The first layer for which that is possible gets twice as many units."""
    ends = {spec.output for spec in document.train.models.values()}
    for node in document.nodes:
        width = WIDTHS.get(node.block)
        if width and node.id not in ends:
            changed = edits.set_param(document, node.id, width, 2 * node.params.get(width, 8))
            if check(changed).ok:
                return changed
    return document


def with_activation(document: Document) -> Document:
    """Another activation on the last wire."""
    wire = document.wires[-1]
    node = Node(id="bench_tanh", block="tanh")
    return edits.insert_on_wire(document, wire, node)


def other_rate(document: Document) -> Document:
    """Another learning rate."""
    name = "lr" if document.train.experiment == "supervised" else "lr_generator"
    return edits.set_train_param(document, name, 0.00123)


def other_optimizer(document: Document) -> Document:
    """Another optimiser."""
    return edits.set_train_param(document, "optimizer", "rmsprop")


EDITS: dict[str, Callable[[Document], Document]] = {
    "wider": wider,
    "activation": with_activation,
    "rate": other_rate,
    "optimizer": other_optimizer,
}
