"""Put symbols in order."""

from __future__ import annotations

import numpy as np

from playground.data._tasks import Rewriting
from playground.data.base import Dataset, Field, Samples, dataset, param


@dataset("sort", title="Sort", group="Language")
class Sort(Dataset):
    """Write symbols again in ascending order: each has to find its place among all others.

    Fields: x (2 length,) tokens, "312>123" without its last symbol; y the token after each of them;
    counts (2 length,), 1 at the steps that predict the answer. No two samples are alike.
    Source: Karpathy 2022, minGPT (demo of sorting); Graves et al. 2014, arXiv:1410.5401.
    """

    source = "Karpathy 2022, minGPT (demo of sorting); Graves et al. 2014, arXiv:1410.5401"

    length: int = param(6, ge=1, le=256, help="Symbols in a question.")
    num_symbols: int = param(10, ge=2, le=36, help="Different symbols: digits, then letters.")
    num_samples: int = param(
        5000,
        ge=50,
        le=1_000_000,
        log=True,
        help="Questions drawn, all different; fewer where there are not so many.",
    )
    mixed: bool = param(
        False, help="Questions of 1 to length symbols, filled up with ·; else all are as long."
    )

    @property
    def _task(self) -> Rewriting:
        return Rewriting(self.num_symbols, self.length, self.mixed)

    def fields(self) -> dict[str, Field]:
        return self._task.fields()

    def count(self) -> int:
        return min(self.num_samples, self._task.possible)

    def load(self, rng: np.random.Generator) -> Samples:
        return self._task.samples(self.count(), rng, lambda asked: np.sort(asked, axis=1))
