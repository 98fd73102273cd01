"""What every training by gradient descent on one loss shares: the rule, its rate, its end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import reduce
from typing import TYPE_CHECKING, ClassVar, Literal

from playground.experiments.base import Experiment, Snapshot, param
from playground.i18n import tr
from playground.parameters import ParamInfo

if TYPE_CHECKING:
    from torch import Tensor
    from torch.optim import Optimizer

    from playground.train.run import Run
    from playground.train.schedules import Schedule


class Descent(Experiment):
    """Batch after batch, take a step downhill on one loss. A subclass says which loss.

    Source: Goodfellow, Bengio and Courville 2016, Deep Learning, chapter 8.
    """

    first: ClassVar[tuple[str, ...]] = ()  # parameters that a form begins with

    optimizer: Literal["sgd", "adam", "adamw", "rmsprop", "adagrad"] = param(
        "adam", help="The rule by which gradients change the weights."
    )
    lr: float = param(
        0.01, gt=0.0, le=100.0, log=True, title="Learning rate", help="Size of each step downhill."
    )
    batch_size: int = param(
        32, ge=1, le=65536, log=True, help="Samples per step: more make it slower, but less noisy."
    )
    momentum: float = param(
        0.0, ge=0.0, lt=1.0, help="Part of the last step that is added to the next (sgd, rmsprop)."
    )
    weight_decay: float = param(
        0.0,
        ge=0.0,
        le=10.0,
        log=True,
        help="L2 regularisation: pulls all weights towards 0. A block can have its own.",
    )
    l1: float = param(
        0.0,
        ge=0.0,
        le=10.0,
        log=True,
        title="L1",
        help="L1 regularisation: makes weak weights 0. A block can have its own.",
    )
    clip_grad_norm: float = param(
        0.0, ge=0.0, le=1e6, help="Gradients longer than this are shortened to it; 0 = never."
    )
    schedule: Literal["constant", "step", "cosine", "one_cycle", "warmup", "warmup_cosine"] = param(
        "constant", help="How the learning rate changes over the run."
    )
    step_size: int = param(
        500, ge=1, advanced=True, help="Schedule step: steps between two reductions."
    )
    gamma: float = param(
        0.5, gt=0.0, le=1.0, advanced=True, help="Schedule step: factor of each reduction."
    )
    warmup_steps: int = param(
        100,
        ge=1,
        advanced=True,
        help="Schedules warmup and warmup_cosine: steps until the full learning rate.",
    )
    early_stopping: int = param(
        0, ge=0, help="Stop after this many epochs without a better test loss; 0 = never."
    )

    @classmethod
    def infos(cls) -> tuple[ParamInfo, ...]:
        """The declared parameters, those of `first` before all others."""
        found = super().infos()
        return tuple(sorted(found, key=lambda info: info.name not in cls.first))

    def descend(
        self,
        run: Run,
        batches: Iterator[list[Tensor]],
        loss_of: Callable[[list[Tensor]], Tensor],
        kind: str,
        roles: tuple[str, ...] = ("main",),
    ) -> Generator[Snapshot | None, None, str]:
        """Measure the loss of each batch, go back through the networks, take a step with each.

        Parameters
        ----------
        run : Run
        batches : iterator
            Endless.
        loss_of : callable
            The loss of a batch, without penalties.
        kind : str
            Names the loss: values of two kinds are not compared when the run watches for its end.
        roles : tuple of str
            The networks that learn from this one loss.
        """
        from torch import nn

        from playground.train.optimizers import set_lr
        from playground.train.penalties import added_l1

        optimizers = self._optimizers(run, roles)
        penalties = [added_l1(run, role, self.l1) for role in roles]
        weights = [p for role in roles for p in run.models[role].parameters()]
        schedule = self._schedule(run.document.train.steps)
        patience = Patience(self.early_stopping, kind, run)

        while not patience.is_over():
            batch = next(batches)
            lr = run.lr(self.lr) * schedule(run.step)
            for optimizer in optimizers:
                set_lr(optimizer, lr)

            loss = loss_of(batch)
            run.expect_finite("loss/train", loss)
            objective = reduce(lambda sum, penalised: penalised(sum), penalties, loss)
            for optimizer in optimizers:
                optimizer.zero_grad()
            if objective.requires_grad:  # not when all blocks are frozen
                objective.backward()  # type: ignore[no-untyped-call]
            if self.clip_grad_norm:
                nn.utils.clip_grad_norm_(weights, self.clip_grad_norm)
            for optimizer in optimizers:
                optimizer.step()

            yield run.report({"loss/train": loss, "lr": lr})
        return tr("The test loss has not improved for {n} epochs.", n=self.early_stopping)

    def _optimizers(self, run: Run, roles: tuple[str, ...]) -> list[Optimizer]:
        options = {"momentum": self.momentum, "weight_decay": self.weight_decay}
        return [run.optimizer(role, self.optimizer, lr=self.lr, **options) for role in roles]

    def _schedule(self, total: int) -> Schedule:
        from playground.train import schedules

        if self.schedule == "step":
            return schedules.step_decay(self.step_size, self.gamma)
        if self.schedule == "cosine":
            return schedules.cosine(total)
        if self.schedule == "one_cycle":
            return schedules.one_cycle(total)
        if self.schedule == "warmup_cosine":
            return schedules.warmup_cosine(self.warmup_steps, total)
        return (
            schedules.warmup(self.warmup_steps) if self.schedule == "warmup" else schedules.constant
        )


class Patience:
    """Counts the epochs without a better test loss; what it knows is kept by the run.

    Source: Prechelt 1998, Early stopping - but when?
    """

    def __init__(self, epochs: int, loss: str, run: Run) -> None:
        self._epochs, self._run = epochs, run
        fresh = {"loss": loss, "epoch": int(run.epoch), "best": None, "best_epoch": int(run.epoch)}
        kept = run.kept.setdefault("early_stopping", fresh)
        if kept["loss"] != loss:  # values of two losses cannot be compared
            kept.update(fresh)
        self._kept = kept

    def is_over(self) -> bool:
        """Evaluates at the end of each epoch, whoever looks on: the same end for the same seed."""
        if not self._epochs:
            return False
        kept, epoch = self._kept, int(self._run.epoch)
        if epoch != kept["epoch"]:
            kept["epoch"] = epoch
            loss = self._run.metrics().get("loss/test")
            if loss is not None and (kept["best"] is None or loss < kept["best"]):
                kept["best"], kept["best_epoch"] = loss, epoch
        return bool(epoch - kept["best_epoch"] >= self._epochs)
