"""Pairs that come back: after A there was B, so after A comes B again."""

from __future__ import annotations

import numpy as np

from playground.data._tasks import SYMBOLS, different_rows, next_tokens, token_fields
from playground.data.base import Dataset, Field, Samples, dataset, param
from playground.errors import DataError
from playground.i18n import tr


@dataset("induction", title="Induction", group="Language")
class Induction(Dataset):
    """Random pairs of symbols, then the same pairs in another order: A B ... A, so B comes next.

    Nothing can be learned by heart, for every sample has pairs of its own. What solves it looks for
    the last A and copies what stood behind it: an induction head.
    Fields: x (4 pairs - 1,) tokens; y the token after each of them; counts, 1 at the first symbol
    of a pair that comes back. No two samples are alike.
    Source: Olsson et al. 2022, In-context learning and induction heads, arXiv:2209.11895.
    """

    source = "Olsson et al. 2022, In-context learning and induction heads. arXiv:2209.11895"

    pairs: int = param(4, ge=1, le=18, help="Pairs in a sample; each comes twice.")
    num_symbols: int = param(16, ge=2, le=36, help="Different symbols: digits, then letters.")
    num_samples: int = param(
        5000,
        ge=50,
        le=1_000_000,
        log=True,
        help="Samples drawn, all different; fewer where there are not so many.",
    )

    def fields(self) -> dict[str, Field]:
        if 2 * self.pairs > self.num_symbols:
            raise DataError(
                tr(
                    "{pairs} pairs need {n} different symbols, but there are {symbols}.",
                    pairs=self.pairs,
                    n=2 * self.pairs,
                    symbols=self.num_symbols,
                ),
                hint=tr("Use fewer pairs or more symbols."),
                node="data.params.num_symbols",
            )
        return token_fields(4 * self.pairs - 1, SYMBOLS[: self.num_symbols])

    def count(self) -> int:
        possible = 1
        for n in range(2 * self.pairs):
            possible *= max(self.num_symbols - n, 0)  # which symbols stand in the first half
        for n in range(1, self.pairs + 1):
            possible *= n  # in which order the pairs come back
        return min(self.num_samples, possible)

    def load(self, rng: np.random.Generator) -> Samples:
        self.fields()

        def draw(number: int) -> np.ndarray:
            symbols = np.broadcast_to(np.arange(self.num_symbols), (number, self.num_symbols))
            first = rng.permuted(symbols, axis=1)[:, : 2 * self.pairs]
            order = rng.permuted(
                np.broadcast_to(np.arange(self.pairs), (number, self.pairs)), axis=1
            )
            places = np.stack([2 * order, 2 * order + 1], axis=2).reshape(number, -1)
            return np.concatenate([first, np.take_along_axis(first, places, axis=1)], axis=1)

        whole = different_rows(draw, self.count(), rng)
        answers = np.arange(4 * self.pairs) % 2 * (np.arange(4 * self.pairs) >= 2 * self.pairs)
        return next_tokens(whole, np.broadcast_to(answers == 1, whole.shape))
