"""Predict the next token, and so learn to write."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, ClassVar

from playground.experiments._descent import Descent
from playground.experiments._fit import find_problems
from playground.experiments._language import (
    IGNORED,
    check_causal,
    check_tokens_to_predict,
    judge,
    refuse_leaks,
    spread,
)
from playground.experiments.base import Problem, Report, Snapshot, experiment, param

if TYPE_CHECKING:
    from torch import Tensor

    from playground.train.run import Run


@experiment("language_model", title="Language model")
class LanguageModel(Descent):
    """At each step, say how likely each token is to come next; what comes is the answer.

    The model reads tokens (T,) and gives scores (T, vocabulary); no step may see a later one. Where
    the data has a field `counts`, only the steps with a 1 are trained and judged.
    Source: Bengio, Ducharme, Vincent & Jauvin 2003, A neural probabilistic language model; Radford
    et al. 2018, Improving language understanding by generative pre-training.
    """

    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "writer", "metrics")
    loss: ClassVar[str] = "cross_entropy"

    lr: float = param(
        0.001, gt=0.0, le=100.0, log=True, title="Learning rate", help="Size of each step downhill."
    )
    target: str = param(
        "y", advanced=True, help="Field of the data with the token that comes after each step."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """Data without tokens, an output that does not fit, a network that looks ahead."""
        found = tuple(check_tokens_to_predict(report, self.target))
        yield from found
        if not found:
            yield from find_problems(self, report)
            yield from check_causal(report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Predict the next token at every step that counts."""
        from torch.nn import functional as F

        model, target = run.models["main"], self._targets(run, "train")
        refuse_leaks(run, target)
        batches = run.batches(*run.inputs(), target, batch_size=self.batch_size)

        def loss(batch: list[Tensor]) -> Tensor:
            *inputs, answers = batch
            scores = model(*inputs).flatten(0, 1)
            return F.cross_entropy(scores, answers.flatten(), ignore_index=IGNORED)

        return (yield from self.descend(run, batches, loss, "cross_entropy"))

    def evaluate(self, run: Run) -> dict[str, float]:
        """Loss in nats a token, perplexity and accuracy on the test samples.

        Also bits per character of texts, and "exact", the share of samples with all answers right,
        where not every step counts. At most 8,192 tokens are judged, always the same.
        """
        if not len(run.test[self.target]):
            return {}
        target = self._targets(run, "test")
        rows = spread(*target.shape).to(target.device)
        inputs = [run.test[name][rows] for name in run.inputs()]
        field, whole = run.fields[self.target], "counts" in run.fields
        found = judge(run.models["main"], inputs, target[rows], field, whole)
        return {f"{name}/test": value for name, value in found.items()}

    def _targets(self, run: Run, split: str) -> Tensor:
        """Tokens int64 (N, T), IGNORED where they do not count; kept in the run's memory."""
        import torch

        key = ("language_model", "targets", split)
        if key not in run.memory:
            data = run.train if split == "train" else run.test
            target = data[self.target]
            if "counts" in data:
                target = torch.where(data["counts"] > 0, target, IGNORED)
            run.memory[key] = target
        targets: Tensor = run.memory[key]
        return targets
