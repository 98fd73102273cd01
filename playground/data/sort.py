"""Put symbols in order."""

from __future__ import annotations

import numpy as np

from playground.data._tasks import Rewritten
from playground.data.base import dataset


@dataset("sort", title="Sort", group="Language")
class Sort(Rewritten):
    """Write symbols again in ascending order: each has to find its place among all others.

    Fields: x (2 length,) tokens, "312>123" without its last symbol; y the token after each of them;
    counts (2 length,), 1 at the steps that predict the answer. No two samples are alike.
    Source: Karpathy 2022, minGPT (demo of sorting); Graves et al. 2014, arXiv:1410.5401.
    """

    source = "Karpathy 2022, minGPT (demo of sorting); Graves et al. 2014, arXiv:1410.5401"

    def answer(self, asked: np.ndarray) -> np.ndarray:
        return np.sort(asked, axis=1)
