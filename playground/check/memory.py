"""What training a network takes of the memory, and what to do when that is more than there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from math import sqrt
from typing import Any

from playground.check import machine
from playground.check.cost import BYTES_PER_NUMBER, summarise
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.document import edits
from playground.document.model import Document
from playground.i18n import tr

TOO_LARGE = "too_large"  # kind of the problem
LITTLE = 256 << 20  # bytes that every machine has: nobody looks for less
RESERVE = 512 << 20  # bytes that stay free for the data, the views and everybody else
SLOTS = {"sgd": 0, "adagrad": 1, "rmsprop": 1, "adam": 2, "adamw": 2}  # numbers beside each weight
WITH_MOMENTUM = ("sgd", "rmsprop")  # one more of them then
WIDTHS = ("out_features", "out_channels")


@dataclass(frozen=True, slots=True)
class Needs:
    """Bytes that training takes at least.

    Parameters
    ----------
    parameters : int
        How many numbers the network learns.
    weights : int
    gradients : int
        One for each weight that is not frozen.
    optimizer : int
        What it remembers of each of these.
    activations : int
        Outputs of all blocks for one batch, and what else is kept for the way back.
    batch : int
        Samples in it.
    """

    parameters: int = 0
    weights: int = 0
    gradients: int = 0
    optimizer: int = 0
    activations: int = 0
    batch: int = 1

    @property
    def total(self) -> int:
        """All of them."""
        return self.weights + self.gradients + self.optimizer + self.activations


def needs_of(report: Report) -> Needs:
    """What training the document of a report takes; pure arithmetic."""
    cost, params = summarise(report), _params(report)
    batch = params.get("batch_size", 1)
    trained = cost.trainable * BYTES_PER_NUMBER
    return Needs(
        parameters=cost.parameters,
        weights=cost.parameter_bytes,
        gradients=trained,
        optimizer=trained * slots_of(params),
        activations=cost.activation_bytes * batch,
        batch=batch,
    )


def slots_of(params: Mapping[str, Any]) -> int:
    """How many numbers an optimiser keeps beside each weight."""
    name = params.get("optimizer", "adam")
    return SLOTS.get(name, 2) + int(name in WITH_MOMENTUM and params.get("momentum", 0.0) > 0)


def sentence(needs: Needs, free: int) -> str:
    """That a network does not fit, with all numbers."""
    return tr(
        "This network has {n:,} parameters. Training it takes at least {total} of memory: weights "
        "{weights}, gradients {gradients}, optimiser {optimizer}, activations of a batch of "
        "{batch:,} {activations}. It can have {free}.",
        n=needs.parameters,
        total=size(needs.total),
        weights=size(needs.weights),
        gradients=size(needs.gradients),
        optimizer=size(needs.optimizer),
        batch=needs.batch,
        activations=size(needs.activations),
        free=size(max(0, free)),
    )


def size(count: int) -> str:
    """Bytes as people write them: "3 MB", "1.6 GB"."""
    return f"{count / 1e9:,.1f} GB" if count >= 1e8 else f"{count / 1e6:,.0f} MB"


def hint() -> str:
    """What can be done about it."""
    return tr("Make layers or batches smaller, or take an optimiser that remembers less.")


def check_memory(report: Report) -> Iterator[Problem]:
    """The problem of a network that fits neither the memory nor a graphics card."""
    needs = needs_of(report)
    if needs.total <= LITTLE:
        return
    free = max(machine.free_bytes() - RESERVE, machine.graphics_bytes())
    if needs.total <= free:
        return
    by_batch = needs.activations > needs.total - needs.activations
    yield Problem(
        TOO_LARGE,
        sentence(needs, free),
        hint=hint(),
        node="" if by_batch else largest(report),
        place="train.params.batch_size" if by_batch else "",
        fixes=tuple(_repairs(report, needs, free)),
    )


def largest(report: Report) -> str:
    """The block with the most parameters."""
    return max(report.blocks, key=lambda id: report.blocks[id].cost.parameters)


def _repairs(report: Report, needs: Needs, free: int) -> Iterator[Fix]:
    """What may make it fit; the estimates assume no more than that sizes multiply."""
    rest = needs.total - needs.activations
    if needs.batch > 1 and needs.activations and rest < free:
        yield from _smaller_batch(needs, free - rest)
    plain = needs.weights + needs.gradients + needs.activations
    if needs.optimizer and plain <= free and "optimizer" in _params(report):
        title = tr("Use sgd without momentum, which remembers nothing")
        yield Fix(title, _use_sgd)
    share = free / needs.total
    one, all_of_them = _narrower(report, largest(report), share), _all_narrower(report, share)
    for fixes in zip_longest(one, all_of_them):
        yield from filter(None, fixes)


def _smaller_batch(needs: Needs, free: int) -> Iterator[Fix]:
    fits = free * needs.batch // needs.activations
    if fits >= 1:
        size = _power_of_two(fits)
        title = tr("Set the batch size to {n}", n=size)
        yield Fix(title, lambda doc: edits.set_train_param(doc, "batch_size", size))


def _use_sgd(doc: Document) -> Document:
    doc = edits.set_train_param(doc, "optimizer", "sgd")
    return edits.set_train_param(doc, "momentum", 0.0) if "momentum" in doc.train.params else doc


def _narrower(report: Report, id: str, share: float) -> Iterator[Fix]:
    """One layer with fewer units: what it and the layers behind it weigh goes with their number."""
    name, width = _width(report, id)
    for part in (1, 2, 8):
        fewer = _power_of_two(int(width * share / part))
        if 1 <= fewer < width:
            title = tr("Set {name} of {id} to {value}", name=name, id=id, value=fewer)
            yield Fix(title, lambda doc, n=fewer: edits.set_param(doc, id, name, n))  # type: ignore[misc]


def _all_narrower(report: Report, share: float) -> Iterator[Fix]:
    """All hidden layers: weights between two of them go with the square of their widths."""
    ids = [id for id in report.blocks if _width(report, id)[1]]
    for part in (1, 2, 4):
        times = _next_power(part / sqrt(max(share, 1e-12)))
        title = tr("Make all hidden layers {n} times narrower", n=times)
        yield Fix(title, lambda doc, n=times: _divided(report, doc, ids, n))  # type: ignore[misc]


def _divided(report: Report, doc: Document, ids: list[str], times: int) -> Document:
    for id in filter(doc.by_id.__contains__, ids):  # of repeats, an editor knows the first
        name, width = _width(report, id)
        doc = edits.set_param(doc, id, name, max(1, width // times))
    return doc


def _width(report: Report, id: str) -> tuple[str, int]:
    """The parameter that says how wide a hidden layer is, and its value; 0 for other blocks."""
    found, ends = report.blocks[id], {model.output for model in report.models.values()}
    name = next((name for name in WIDTHS if hasattr(found.block, name)), "")
    return name, getattr(found.block, name) if name and id not in ends else 0


def _params(report: Report) -> dict[str, Any]:
    """All parameters of the training, those that are not written with their defaults."""
    return report.experiment.model_dump() if report.experiment is not None else {}


def _power_of_two(n: int) -> int:
    """The largest one that is not above n; 0 for less than 1."""
    return 1 << (n.bit_length() - 1) if n >= 1 else 0


def _next_power(x: float) -> int:
    """The smallest one that is not below x, from 2 on."""
    return max(2, 1 << max(0, int(x - 1e-9)).bit_length())
