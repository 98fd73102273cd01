"""Supervised learning: classification and regression."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, Literal

from playground.experiments._fit import find_problems
from playground.experiments.base import Experiment, Problem, Report, Snapshot, experiment, param
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor

    from playground.train.run import Run
    from playground.train.schedules import Schedule

CHUNK = 2048  # samples evaluated at once: bounds the memory of large networks


@experiment("supervised", title="Supervised learning")
class Supervised(Experiment):
    """Show the network examples with their answers; after each batch, change the weights a little.

    The model reads the fields of its input blocks and gives what the loss compares with the target.
    Source: Goodfellow, Bengio and Courville 2016, Deep Learning, chapters 5, 7 and 8.
    """

    suggested_lenses = ("loss", "metrics")

    loss: Literal["cross_entropy", "bce_with_logits", "mse", "l1", "smooth_l1"] = param(
        "cross_entropy",
        help="How the distance between the network's answer and the truth is measured.",
    )
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
    class_weight: Literal["none", "balanced"] = param(
        "none",
        advanced=True,
        help="Balanced: a sample of a rare class counts more, so that each class counts the same.",
    )
    schedule: Literal["constant", "step", "cosine", "one_cycle", "warmup"] = param(
        "constant", help="How the learning rate changes over the run."
    )
    step_size: int = param(
        500, ge=1, advanced=True, help="Schedule step: steps between two reductions."
    )
    gamma: float = param(
        0.5, gt=0.0, le=1.0, advanced=True, help="Schedule step: factor of each reduction."
    )
    warmup_steps: int = param(
        100, ge=1, advanced=True, help="Schedule warmup: steps until the full learning rate."
    )
    early_stopping: int = param(
        0, ge=0, help="Stop after this many epochs without a better test loss; 0 = never."
    )
    target: str = param(
        "y", advanced=True, help="Field of the data that the network has to predict."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """A loss that does not fit the output, a batch larger than the data, and the like."""
        return find_problems(self, report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Predict, measure the loss, go back through the network, take a step."""
        from torch import nn

        from playground.train.optimizers import set_lr
        from playground.train.penalties import added_l1

        model, loss_of = run.models["main"], self._loss(run)
        optimizer = run.optimizer(
            "main",
            self.optimizer,
            lr=self.lr,
            momentum=self.momentum,
            weight_decay=self.weight_decay,
        )
        penalised = added_l1(run, "main", self.l1)
        schedule = self._schedule(run.document.train.steps)
        patience = _Patience(self.early_stopping, self.loss, run)

        batches = run.batches(
            *run.inputs(), self._targets(run, "train"), batch_size=self.batch_size
        )
        while not patience.is_over():
            *inputs, target = next(batches)
            lr = run.lr(self.lr) * schedule(run.step)
            set_lr(optimizer, lr)

            loss = loss_of(model(*inputs), target)
            run.expect_finite("loss/train", loss)
            objective = penalised(loss)
            optimizer.zero_grad()
            if objective.requires_grad:  # not when all blocks are frozen
                objective.backward()  # type: ignore[no-untyped-call]
            if self.clip_grad_norm:
                nn.utils.clip_grad_norm_(model.parameters(), self.clip_grad_norm)
            optimizer.step()

            yield run.report({"loss/train": loss, "lr": lr})
        return tr("The test loss has not improved for {n} epochs.", n=self.early_stopping)

    def evaluate(self, run: Run) -> dict[str, float]:
        """Loss and accuracy, or mean absolute error and R², on the test samples.

        Of tokens the accuracy counts steps, and "exact" the samples with all steps right.
        "accuracy/train" is taken from the first training samples, as many as there are to test on.
        """
        scalars: dict[str, float] = {}
        if len(run.test[self.target]):
            outputs = self._outputs(run, "test")
            scalars.update(self._scores(run, outputs, "test"))
        if self._chooses(run):
            limit = len(run.test[self.target]) or CHUNK
            outputs = self._outputs(run, "train", limit)
            scalars["accuracy/train"] = self._share(self._right(run, outputs, "train"))
        return scalars

    def _scores(self, run: Run, outputs: Tensor, split: str) -> dict[str, float]:
        from playground.train.losses import FUNCTIONS

        targets = self._targets(run, split)
        scalars = {f"loss/{split}": FUNCTIONS[self.loss](outputs, targets).item()}
        if self._chooses(run):
            right = self._right(run, outputs, split)
            scalars[f"accuracy/{split}"] = self._share(right)
            if right.ndim > 1:
                scalars[f"exact/{split}"] = self._share(right.all(1))
            return scalars
        scalars[f"mae/{split}"] = (outputs - targets).abs().mean().item()
        spread = ((targets - targets.mean(0)) ** 2).sum().item()
        if spread > 0:
            scalars[f"r2/{split}"] = 1.0 - ((outputs - targets) ** 2).sum().item() / spread
        return scalars

    def _chooses(self, run: Run) -> bool:
        """Whether the answer is one of several: a class, or a token at each step."""
        field = run.fields[self.target]
        return bool(field.classes) or field.kind == "token"

    def _right(self, run: Run, outputs: Tensor, split: str) -> Tensor:
        """Which answers are right: bool (N,), or (N, T) of tokens."""
        from playground.train.losses import decide, labels_of

        labels = labels_of(_split(run, split)[self.target])[: len(outputs)]
        return decide(self.loss, outputs) == labels

    @staticmethod
    def _share(right: Tensor) -> float:
        return int(right.sum()) / right.numel()

    def _outputs(self, run: Run, split: str, limit: int | None = None) -> Tensor:
        """The network's outputs for the first `limit` samples, in chunks."""
        import torch

        model, data = run.models["main"], _split(run, split)
        inputs = [data[name][:limit] for name in run.inputs()]
        starts = range(0, len(inputs[0]), CHUNK)
        return torch.cat([model(*(x[i : i + CHUNK] for x in inputs)) for i in starts])

    def _targets(self, run: Run, split: str) -> Tensor:
        """The targets in the form that the loss takes; made once, kept in the run's memory."""
        from playground.train.losses import targets_for

        key = ("supervised", "targets", split)
        if key not in run.memory:
            y = _split(run, split)[self.target]
            run.memory[key] = targets_for(self.loss, y, run.outputs["main"])
        targets: Tensor = run.memory[key]
        return targets

    def _loss(self, run: Run) -> Callable[[Tensor, Tensor], Tensor]:
        """The loss to train with; the test loss counts every sample alike."""
        from playground.train.losses import FUNCTIONS, balanced, labels_of, weighted

        classes = run.fields[self.target].classes
        if self.class_weight == "none" or not classes:
            return FUNCTIONS[self.loss]
        labels = labels_of(run.train[self.target])
        return weighted(self.loss, balanced(labels, len(classes)))

    def _schedule(self, total: int) -> Schedule:
        from playground.train import schedules

        if self.schedule == "step":
            return schedules.step_decay(self.step_size, self.gamma)
        if self.schedule == "cosine":
            return schedules.cosine(total)
        if self.schedule == "one_cycle":
            return schedules.one_cycle(total)
        return (
            schedules.warmup(self.warmup_steps) if self.schedule == "warmup" else schedules.constant
        )


class _Patience:
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


def _split(run: Run, split: str) -> dict[str, Tensor]:
    return dict(run.train if split == "train" else run.test)
