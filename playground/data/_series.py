"""What datasets of sequences share: number, length and draw; windows of a series over time."""

from __future__ import annotations

import numpy as np

from playground.data._split import num_train
from playground.data.base import Dataset, Field, Samples, param


class Drawn(Dataset):
    """Sequences made from random numbers, as many as wanted."""

    num_samples: int = param(5000, ge=20, le=200_000, log=True, help="Number of sequences drawn.")
    draw: int = param(
        0,
        ge=0,
        le=999_999,
        advanced=True,
        help="Which random draw of the data this is; Regenerate takes the next one.",
    )

    def count(self) -> int:
        return self.num_samples


class Chronological(Dataset):
    """Samples in the order of time: the latest ones are kept for the test, none from between.

    A window that lies between two training windows shares most of its numbers with them; a test on
    it would be no forecast.
    """

    def order(self, samples: Samples, rng: np.random.Generator) -> np.ndarray:
        total = len(samples)
        kept = num_train(total, (), self.test_share)
        return np.concatenate([np.arange(kept, total), np.arange(kept)])


class Forecast(Chronological, Drawn):
    """Windows of one long series of numbers; what follows each of them is to be predicted."""

    num_samples: int = param(
        2000, ge=20, le=200_000, log=True, help="Number of windows; each starts a step later."
    )
    length: int = param(50, ge=1, le=2000, help="Steps that the network sees.")

    def fields(self) -> dict[str, Field]:
        return {"x": Field((self.length, 1)), "y": Field((1,))}

    def values(self, rng: np.random.Generator, count: int) -> np.ndarray:
        """So many numbers of the series, one a step: (count,)."""
        raise NotImplementedError

    def load(self, rng: np.random.Generator) -> Samples:
        series = self.values(rng, self.num_samples + self.length).astype(np.float32)
        seen = np.lib.stride_tricks.sliding_window_view(series[:-1], self.length)
        x = np.ascontiguousarray(seen[:, :, None])
        return Samples({"x": x, "y": series[self.length :, None].copy()})
