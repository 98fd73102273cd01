"""What an experiment sees of a run: data, networks, controls, and somebody to report to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import torch
from torch import Tensor, fx

from playground.data.base import Field
from playground.document.composites.expand import expand
from playground.document.model import Document
from playground.errors import TrainError
from playground.i18n import tr
from playground.registry import blocks
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import Cadence
from playground.train.clock import Clock
from playground.train.controls import Controls, Steering
from playground.train.diagnose import non_finite
from playground.train.dice import Dice
from playground.train.looks import Looks
from playground.train.meter import Meters
from playground.train.optimizers import OptimizerState, adopt, make_optimizer, state_of
from playground.train.order import Order
from playground.train.penalties import decays


class Witness(Protocol):
    """Sees what a step does, operation by operation."""

    def see_loss(self, name: str, loss: Tensor) -> None:
        """The loss has been computed."""

    def watch_optimizer(self, role: str, optimizer: torch.optim.Optimizer) -> None:
        """An optimiser has been made in the middle of the step."""


class Run:
    """One training run as its experiment sees it.

    Parameters
    ----------
    document : Document
    models : mapping
        Role -> network, on the device.
    outputs : mapping
        Role -> shape of the network's output for one sample.
    fields : mapping
        Field of the data -> its description.
    train, test : mapping
        Field -> tensor on the device, all samples of the split in their fixed order.
    device : torch.device
    steering : Steering
        Wishes of the user.
    number : int
        Number of the run, for its snapshots.
    cadence : Cadence
        When a snapshot is due.
    """

    def __init__(
        self,
        document: Document,
        *,
        models: Mapping[str, fx.GraphModule],
        outputs: Mapping[str, tuple[int, ...]],
        fields: Mapping[str, Field],
        train: Mapping[str, Tensor],
        test: Mapping[str, Tensor],
        device: torch.device,
        steering: Steering,
        number: int,
        cadence: Cadence,
    ) -> None:
        self.document, self.models, self.device = document, models, device
        self.flat = expand(document)  # without composites: the ids of all blocks are paths
        self.outputs = outputs
        self.fields, self.train, self.test = fields, train, test
        self.step = 0  # optimiser steps finished
        self.epoch = 0.0  # samples seen / samples there are
        seed = document.train.seed
        self.generator = torch.Generator(device).manual_seed(seed)  # for noise on the device
        self.dice = Dice(seed, device)  # what dropout and its like draw from
        self.clock = Clock()
        self.orders: dict[str, Order] = {}  # in which the samples come
        self.optimizers: dict[str, torch.optim.Optimizer] = {}  # role -> the one at work
        self.carried: dict[str, OptimizerState] = {}  # role -> where the next one goes on
        self.kept: dict[str, dict[str, Any]] = {}  # what an experiment remembers: plain JSON values
        self.number = number
        self._steering, self._cadence, self._due = steering, cadence, cadence.due
        self.meters = Meters()
        self.witness: Witness | None = None  # of a step in slow motion
        self.memory: dict[Any, Any] = {}  # what experiments and probes can make again at any time
        self.looks = Looks(self, steering, cadence)

    # -- what an experiment calls ---------------------------------------------------------------

    @property
    def controls(self) -> Controls:
        """The newest wishes of the user."""
        return self._steering.controls

    def lr(self, default: float) -> float:
        """The learning rate the user set in the run, else `default`, the document's."""
        wish = self._steering.controls.lr
        return default if wish is None else wish

    def inputs(self, role: str = "main") -> tuple[str, ...]:
        """The fields that a model reads, in the order of its arguments; "" where it is no field."""
        nodes = [self.flat.node(id) for id in self.flat.train.models[role].inputs]
        return tuple(getattr(blocks.get(n.block).make(n.params, n.id), "field", "") for n in nodes)

    def optimizer(self, role: str, name: str, **options: Any) -> torch.optim.Optimizer:
        """The optimiser of a model, which belongs to the run; it goes on where the last one ended.

        Parameters
        ----------
        role : str
            Which model.
        name : str
            "sgd", "adam", ...; the user may take another one while the run goes on.
        **options
            As for `make_optimizer`.
        """
        parameters = dict(self.models[role].named_parameters())
        options["weight_decay"] = decays(self.flat, parameters, options.get("weight_decay", 0.0))
        made = make_optimizer(name, parameters.values(), **options)
        if role in self.carried:
            adopt(made, parameters, self.carried.pop(role))
        self.optimizers[role] = made
        if self.witness is not None:
            self.witness.watch_optimizer(role, made)
        return made

    def batches(
        self, *fields: str | Tensor, batch_size: int = 32, order: str = "train"
    ) -> Iterator[list[Tensor]]:
        """Shuffled batches of the training samples, for ever; every sample once an epoch.

        The order depends on the document's seed only. The last batch of an epoch is smaller where
        the sizes do not divide; a last batch of one sample is left out, because batch normalisation
        cannot take it. Called again in the same run, it goes on where it was left.

        Parameters
        ----------
        *fields : str or Tensor
            Names of fields of `train`, or tensors with one row a training sample.
        batch_size : int
            Samples a batch, unless the user sets another in the run.
        order : str
            Name of the order; an experiment that shows the samples twice at a time needs two.

        Raises
        ------
        TrainError
            There are fewer samples than `batch_size`, or no such field.
        """
        sources = [self._source(field) for field in fields]
        total = len(sources[0])
        if batch_size > total:
            raise TrainError(
                tr("A batch takes {b} samples, but there are {n}.", b=batch_size, n=total),
                hint=tr("Set the batch size to at most {n}.", n=total),
                node="train.params.batch_size",
            )
        rows_of = self.orders.setdefault(order, Order(self.document.train.seed, self.device))
        while True:
            rows = rows_of.take(total, self._steering.controls.batch_size or batch_size)
            self.epoch = rows_of.epoch + rows_of.taken / total
            yield [source.index_select(0, rows) for source in sources]

    def expect_finite(self, name: str, loss: Tensor) -> None:
        """Refuse a loss that is NaN or infinite while the weights that gave it are still there.

        Called before the optimiser's step, it costs nothing on a CPU. On a GPU it does not look,
        because a look would wait for the device: there `report` notices it later.

        Raises
        ------
        NonFiniteError
            It names the first block whose numbers are not finite.
        """
        if loss.is_cpu and not math.isfinite(loss.item()):
            raise non_finite(self, name, self.step + 1)
        if self.witness is not None:
            self.witness.see_loss(name, loss)

    def report(self, scalars: Mapping[str, Tensor | float]) -> Snapshot | None:
        """Say that an optimiser step is done. A snapshot when one is due, else None.

        Parameters
        ----------
        scalars : mapping
            "loss/train" -> tensor of one number, averaged over the steps since the last snapshot;
            or -> plain number, of which the newest counts. A tensor is not read back before it is
            needed.

        Raises
        ------
        NonFiniteError
            A tensor is NaN or infinite. On a GPU that is noticed with the next snapshot, or 256
            steps later.
        """
        self.step += 1
        if self.looks.next_step:
            self.looks.follow()
        bad = self.meters.add(scalars)
        if bad is not None:
            raise non_finite(self, bad, self.step - self.meters.age(bad))
        if self.step >= self.looks.checkup_due:
            self.looks.check_up()
        return self.looks.take(forced=False) if self._due(self.step) else None

    def metrics(self) -> dict[str, float]:
        """The test metrics of this very step, whoever looks on; not subject to a budget."""
        return self.looks.evaluator.scalars(self.step, forced=True) or {}

    # -- what the session calls -----------------------------------------------------------------

    @property
    def awaits_step(self) -> bool:
        """Whether a probe wants to see the very next step."""
        return bool(self.looks.next_step)

    @property
    def unseen(self) -> int:
        """How many steps may be made before the next that is looked at."""
        before = self.looks.checkup_due - self.step - 1
        return int(min(self._cadence.unseen(self.step), max(before, 0)))

    def look(self) -> Snapshot:
        """A snapshot of this very step, with all metrics and all probes."""
        return self.looks.take(forced=True)

    def forget(self) -> None:
        """Drop what was measured or derived: weights, data or the loss have been replaced."""
        self.looks.forget()
        self.memory.clear()

    def go_on_with(
        self,
        document: Document,
        *,
        models: Mapping[str, fx.GraphModule],
        outputs: Mapping[str, tuple[int, ...]],
        fields: Mapping[str, Field],
        train: Mapping[str, Tensor],
        test: Mapping[str, Tensor],
    ) -> None:
        """Train other networks, or with other data, from the next step on."""
        self.document, self.models, self.outputs = document, models, outputs
        self.flat = expand(document)
        self.fields, self.train, self.test = fields, train, test
        self.forget()

    def leave(self) -> None:
        """The experiment's generator is closed; the next one goes on with its optimisers."""
        for role, optimizer in self.optimizers.items():
            self.carried[role] = state_of(optimizer, dict(self.models[role].named_parameters()))
        self.optimizers.clear()

    # -- inside -----------------------------------------------------------------------------------

    def _source(self, field: str | Tensor) -> Tensor:
        if isinstance(field, Tensor):
            return field
        if field not in self.train:
            names = ", ".join(self.train)
            raise TrainError(
                tr('The data has no field "{field}"; it has: {fields}.', field=field, fields=names)
            )
        return self.train[field]
