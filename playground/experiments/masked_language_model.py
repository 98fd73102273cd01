"""Guess the tokens that are hidden, from those on both sides."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, ClassVar

from playground.data._vocabulary import MASK
from playground.experiments._descent import Descent
from playground.experiments._fit import find_problems
from playground.experiments._language import (
    IGNORED,
    check_mask,
    check_tokens_to_predict,
    judge,
    spread,
)
from playground.experiments.base import Problem, Report, Snapshot, experiment, param

if TYPE_CHECKING:
    from torch import Generator as Dice
    from torch import Tensor

    from playground.train.run import Run

RANDOM, KEPT = 0.1, 0.1  # of the chosen tokens: replaced by any other, left as they are


@experiment("masked_language_model", title="Masked language model")
class MaskedLanguageModel(Descent):
    """Some tokens are hidden, and the network says what they were; it may look to both sides.

    The model reads tokens (T,) and gives scores (T, vocabulary). Of each sample a share is chosen
    anew in every batch, one token at least; of these 80 % become [MASK], 10 % a random token, 10 %
    stay, so that the network has to know all of them. Only chosen tokens are trained and judged.
    Source: Devlin et al. 2018, BERT, arXiv:1810.04805, section 3.1.
    """

    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "metrics")
    loss: ClassVar[str] = "cross_entropy"
    target: ClassVar[str] = "x"

    lr: float = param(
        0.001, gt=0.0, le=100.0, log=True, title="Learning rate", help="Size of each step downhill."
    )
    mask_share: float = param(
        0.15, gt=0.0, le=0.9, help="Share of the tokens that are chosen to be guessed."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """Data without tokens or without [MASK], an output that does not fit."""
        found = tuple(check_tokens_to_predict(report, self.target))
        yield from found
        if not found:
            yield from check_mask(report, self.target)
            yield from find_problems(self, report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Hide tokens, and guess them."""
        from torch.nn import functional as F

        model = run.models["main"]
        batches = run.batches(self.target, batch_size=self.batch_size)

        def loss(batch: list[Tensor]) -> Tensor:
            hidden, answers = self.hide(run, batch[0], run.generator)
            scores = model(hidden).flatten(0, 1)
            return F.cross_entropy(scores, answers.flatten(), ignore_index=IGNORED)

        return (yield from self.descend(run, batches, loss, "cross_entropy"))

    def evaluate(self, run: Run) -> dict[str, float]:
        """Loss in nats a hidden token, perplexity and accuracy on the test samples.

        The same tokens are hidden at every reading; at most 8,192 tokens are looked at.
        """
        import torch

        tokens = run.test[self.target]
        if not len(tokens):
            return {}
        tokens = tokens[spread(*tokens.shape).to(tokens.device)]
        dice = torch.Generator(tokens.device).manual_seed(run.document.train.seed)
        hidden, answers = self.hide(run, tokens, dice)
        field = run.fields[self.target]
        found = judge(run.models["main"], [hidden], answers, field, whole=False)
        return {f"{name}/test": value for name, value in found.items()}

    def hide(self, run: Run, tokens: Tensor, dice: Dice) -> tuple[Tensor, Tensor]:
        """Tokens (N, T) with some hidden, and these; IGNORED where nothing is to guess."""
        import torch

        vocabulary = run.fields[self.target].vocabulary
        mask = vocabulary.index(MASK)
        on = tokens.device
        draw = torch.rand(tokens.shape, generator=dice, device=on)
        chosen = draw < self.mask_share
        chosen |= draw == draw.min(1, keepdim=True).values  # a batch without any has no loss
        fate = torch.rand(tokens.shape, generator=dice, device=on)
        others = torch.randint(len(vocabulary) - 1, tokens.shape, generator=dice, device=on)
        others = others + (others >= mask)
        hidden = torch.where(chosen & (fate < 1.0 - RANDOM - KEPT), mask, tokens)
        swapped = chosen & (fate >= 1.0 - RANDOM - KEPT) & (fate < 1.0 - KEPT)
        return torch.where(swapped, others, hidden), torch.where(chosen, tokens, IGNORED)
