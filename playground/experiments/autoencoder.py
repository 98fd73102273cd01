"""Learn what matters by giving the input back through a narrow place."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from playground.experiments._descent import Descent
from playground.experiments._fit import check_batch, check_last_block, check_weights
from playground.experiments._given_back import (
    check_gives_back,
    check_reads_one,
    data_shape,
    refuse_other_than_shares,
)
from playground.experiments.base import Problem, Report, Snapshot, experiment, param

if TYPE_CHECKING:
    from torch import Tensor

    from playground.train.run import Run

CHUNK = 2048  # samples evaluated at once: bounds the memory of large networks


@experiment("autoencoder", title="Autoencoder")
class Autoencoder(Descent):
    """Give each sample back; a narrow layer on the way makes the network find what matters.

    Models: main, sample (*shape) -> reconstruction (*shape), with bce_with_logits its logits.
    Source: Hinton & Salakhutdinov 2006, Reducing the dimensionality of data with neural networks,
    Science 313; Goodfellow, Bengio & Courville 2016, Deep Learning, chapter 14.
    """

    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "reconstructions")
    first: ClassVar[tuple[str, ...]] = ("loss",)

    loss: Literal["mse", "bce_with_logits"] = param(
        "mse",
        help="How input and reconstruction are compared: squared error, or as probabilities 0..1.",
    )
    lr: float = param(
        0.001, gt=0.0, le=100.0, log=True, title="Learning rate", help="Size of each step downhill."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """An output of another shape than the data, labels instead of numbers, and the like."""
        spec = report.models.get("main")
        if spec is None or spec.output not in report.nodes:
            return  # the check itself says so
        yield from check_reads_one(report, spec, "main")
        yield from check_gives_back(report, spec.output, data_shape(report, spec))
        yield from check_last_block(self.loss, report, spec.output)
        yield from check_batch(self.batch_size, report)
        yield from check_weights(report, spec.output)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Give back, compare, take a step."""
        model, compare, (field,) = run.models["main"], self._compare(), run.inputs()
        if self.loss == "bce_with_logits":
            refuse_other_than_shares(run.train[field])
        batches = run.batches(field, batch_size=self.batch_size)

        def loss(batch: list[Tensor]) -> Tensor:
            (x,) = batch
            return compare(model(x), x)

        return (yield from self.descend(run, batches, loss, self.loss))

    def evaluate(self, run: Run) -> dict[str, float]:
        """The loss on the test samples, a mean over all their numbers."""
        (field,) = run.inputs()
        x, model, compare = run.test[field], run.models["main"], self._compare()
        if not len(x):
            return {}
        parts = [x[start : start + CHUNK] for start in range(0, len(x), CHUNK)]
        total = sum(len(part) * compare(model(part), part).item() for part in parts)
        return {"loss/test": total / len(x)}

    def _compare(self) -> Callable[..., Tensor]:
        from playground.train.losses import FUNCTIONS

        return FUNCTIONS[self.loss]
