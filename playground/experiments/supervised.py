"""Supervised learning: classification and regression."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, Literal

from playground.experiments._descent import Descent
from playground.experiments._fit import find_problems
from playground.experiments.base import Problem, Report, Snapshot, experiment, param

if TYPE_CHECKING:
    from torch import Tensor

    from playground.train.run import Run

CHUNK = 2048  # samples evaluated at once: bounds the memory of large networks


@experiment("supervised", title="Supervised learning")
class Supervised(Descent):
    """Show the network examples with their answers; after each batch, change the weights a little.

    The model reads the fields of its input blocks and gives what the loss compares with the target.
    Source: Goodfellow, Bengio and Courville 2016, Deep Learning, chapters 5, 7 and 8.
    """

    suggested_lenses = ("loss", "metrics")
    first = ("loss",)

    loss: Literal["cross_entropy", "bce_with_logits", "mse", "l1", "smooth_l1"] = param(
        "cross_entropy",
        help="How the distance between the network's answer and the truth is measured.",
    )
    class_weight: Literal["none", "balanced"] = param(
        "none",
        advanced=True,
        help="Balanced: a sample of a rare class counts more, so that each class counts the same.",
    )
    target: str = param(
        "y", advanced=True, help="Field of the data that the network has to predict."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """A loss that does not fit the output, a batch larger than the data, and the like."""
        return find_problems(self, report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Predict, measure the loss, go back through the network, take a step."""
        model, loss_of = run.models["main"], self._loss(run)
        batches = run.batches(
            *run.inputs(), self._targets(run, "train"), batch_size=self.batch_size
        )

        def loss(batch: list[Tensor]) -> Tensor:
            *inputs, target = batch
            return loss_of(model(*inputs), target)

        return (yield from self.descend(run, batches, loss, self.loss))

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


def _split(run: Run, split: str) -> dict[str, Tensor]:
    return dict(run.train if split == "train" else run.test)
