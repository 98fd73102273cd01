"""Add two numbers, digit by digit."""

from __future__ import annotations

import numpy as np

from playground.data._tasks import SYMBOLS, different_rows, next_tokens, token_fields
from playground.data.base import Dataset, Field, Samples, dataset, param

PLUS, EQUALS = 10, 11


@dataset("addition", title="Addition", group="Language")
class Addition(Dataset):
    """Write the sum of two numbers, one digit after the other, with leading zeros.

    Fields: x (3 digits + 2,) tokens, "12+34=046" without its last digit; y the token after each of
    them; counts, 1 at the steps that predict the sum. No two samples are alike.
    Source: Karpathy 2020, minGPT (demo of addition), after Brown et al. 2020, arXiv:2005.14165;
    sums from the last digit on: Lee et al. 2023, arXiv:2307.03381.
    """

    source = "Karpathy 2020, minGPT (demo of addition); Lee et al. 2023. arXiv:2307.03381"

    digits: int = param(2, ge=1, le=9, help="Digits of each of the two numbers.")
    reverse_sum: bool = param(
        False, help="Write the sum from its last digit on, as on paper: carries come first."
    )
    num_samples: int = param(
        5000,
        ge=50,
        le=1_000_000,
        log=True,
        help="Questions drawn, all different; fewer where there are not so many.",
    )

    def fields(self) -> dict[str, Field]:
        return token_fields(3 * self.digits + 2, (*SYMBOLS[:10], "+", "="))

    def count(self) -> int:
        return int(min(self.num_samples, 100**self.digits))

    def load(self, rng: np.random.Generator) -> Samples:
        n, count = self.digits, self.count()
        asked = different_rows(lambda number: rng.integers(0, 10**n, (number, 2)), count, rng)
        total = _digits(asked.sum(axis=1), n + 1)
        signs = np.broadcast_to([PLUS, EQUALS], (count, 2))
        parts = (_digits(asked[:, 0], n), signs[:, :1], _digits(asked[:, 1], n), signs[:, 1:])
        whole = np.concatenate([*parts, total[:, ::-1] if self.reverse_sum else total], axis=1)
        return next_tokens(whole, np.arange(whole.shape[1]) > 2 * n + np.zeros((count, 1)) + 1)


def _digits(numbers: np.ndarray, count: int) -> np.ndarray:
    """Decimal digits (N, count) of whole numbers (N,), the highest first."""
    digits: np.ndarray = numbers[:, None] // 10 ** np.arange(count - 1, -1, -1) % 10
    return digits
