"""The compiled function at work on the very tensors of a session."""

from __future__ import annotations

import math
from time import perf_counter
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from playground.train.diagnose import non_finite
from playground.train.turbo.helper import Compiled
from playground.train.turbo.plan import Plan, fields_of
from playground.train.turbo.program import slots_of

if TYPE_CHECKING:
    from playground.train.session import Session

REHEARSALS = 5
NAME = "loss/train"


class Flight:
    """Makes some steps at once; in between, the ordinary step may be taken at any time.

    Parameters
    ----------
    session : Session
        Its optimiser has made a step, so that all slots are there.
    plan : Plan
        Of this session as it is.
    compiled : Compiled
    """

    def __init__(self, session: Session, plan: Plan, compiled: Compiled) -> None:
        self.steps = compiled.steps
        self._library, self._plan = compiled.library, plan
        self._run, self._experiment = session.run, session.experiment
        run, size = self._run, plan.batch_size
        model, self._optimizer = run.models["main"], run.optimizers["main"]
        parameters = dict(model.named_parameters())
        moved = [parameters[name] for name in plan.trainable]
        states = [self._optimizer.state[p] for p in moved]
        self._counts = [s["step"] for s in states if "step" in s]
        self._sources = fields_of(session)
        self._state: list[Tensor] = [
            *moved,
            *(state[slot] for slot in slots_of(plan) for state in states),
            *model.buffers(),
            *(p for name, p in parameters.items() if name not in set(plan.trainable)),
        ]
        self._state = [tensor.detach() for tensor in self._state]
        self._schedule = self._experiment._schedule(run.document.train.steps)
        self._total = len(self._sources[0])
        self._full = torch.full((self.steps, size), 1.0 / size)
        self._has_norm = any(
            isinstance(m, nn.modules.batchnorm._BatchNorm) and m.training for m in model.modules()
        )

    @staticmethod
    def possible(session: Session, plan: Plan) -> bool:
        """Whether the optimiser has everything that a flight starts with."""
        optimizer = session.run.optimizers["main"]
        parameters = dict(session.run.models["main"].named_parameters())
        states = [optimizer.state.get(parameters[name], {}) for name in plan.trainable]
        counts = {float(s["step"]) for s in states if "step" in s}
        return len(counts) < 2 and all(slot in s for slot in slots_of(plan) for s in states)

    def rehearse(self) -> float:
        """Seconds a step, batches and all, tried on copies."""
        size = self._plan.batch_size
        if self._total < size:
            return math.inf
        rows = torch.arange(self.steps * size) % self._total
        state = [tensor.clone() for tensor in self._state]
        numbers = torch.tensor([[0.0, 0.0, 1.0]] * self.steps)
        times = []
        for _ in range(REHEARSALS):
            start = perf_counter()
            self._library.run([*state, *self._batches(rows), self._full, numbers])
            times.append(perf_counter() - start)
        return min(times) / self.steps

    def go(self) -> bool:
        """Make the steps. False: not with these batches; take the ordinary step.

        Raises
        ------
        NonFiniteError
            A loss is NaN or infinite.
        """
        run, order, size = self._run, self._run.orders["train"], self._plan.batch_size
        whole = (self._total - order.taken) // size
        if whole >= self.steps:
            rows, shares = order.take(self._total, size * self.steps), self._full
        elif self._has_norm and self._total % size:
            return False  # samples that only fill up a batch would count in its statistics
        else:
            rows, shares = self._across_epochs()
        run.epoch = order.epoch + order.taken / self._total
        inputs = [*self._state, *self._batches(rows), shares, self._numbers()]
        losses = self._library.run(inputs)[0]
        if self._counts:
            torch._foreach_add_(self._counts, self.steps)
        run.step += self.steps
        if not run.meters.extend(NAME, losses.tolist()):
            raise non_finite(run, NAME, run.step - run.meters.age(NAME))
        return True

    def _batches(self, rows: Tensor) -> list[Tensor]:
        """Those samples of each field (steps, batch size, *sample)."""
        shape = (self.steps, self._plan.batch_size)
        return [t.index_select(0, rows).view(*shape, *t.shape[1:]) for t in self._sources]

    def _across_epochs(self) -> tuple[Tensor, Tensor]:
        """Rows and shares of batches of which some are smaller: filled up with shares of 0."""
        order, size = self._run.orders["train"], self._plan.batch_size
        rows = torch.zeros(self.steps, size, dtype=torch.int64)
        shares = torch.zeros(self.steps, size)
        for k in range(self.steps):
            found = order.take(self._total, size)
            rows[k, : len(found)] = found
            shares[k, : len(found)] = 1.0 / len(found)
        return rows.view(-1), shares

    def _numbers(self) -> Tensor:
        """Learning rate and Adam's corrections of each step (K, 3)."""
        run, schedule = self._run, self._schedule
        base = run.lr(self._experiment.lr)
        rates = [base * schedule(run.step + k) for k in range(self.steps)]
        run.meters.numbers["lr"] = rates[-1]
        if "betas" not in self._plan.options:
            return torch.tensor([(rate, rate, 1.0) for rate in rates])
        beta1, beta2 = self._plan.options["betas"]
        made = float(self._counts[0])
        return torch.tensor(
            [
                (rate, rate / (1.0 - beta1**t), math.sqrt(1.0 - beta2**t))
                for t, rate in enumerate(rates, start=int(made) + 1)
            ]
        )
