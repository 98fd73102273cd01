"""A sample that is in no dataset: what the user has drawn, as a network gets it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np


@dataclass(frozen=True, slots=True)
class Own:
    """One sample of one's own. Frozen, hashable and small: it travels inside of probes.

    Parameters
    ----------
    number : int
        Ascending: another drawing has another number.
    shape : tuple of int
        Of the field "x" that it stands for.
    values : bytes
        float32 of that shape, in the scale of the data as the network gets them.
    label : int or None
        The class that the user says it is; without one there is no loss and no gradient of it.
    """

    number: int
    shape: tuple[int, ...]
    values: bytes = field(repr=False)
    label: int | None = None

    @classmethod
    def of(cls, number: int, x: np.ndarray, label: int | None = None) -> Own:
        """From an array."""
        return cls(number, x.shape, np.ascontiguousarray(x, np.float32).tobytes(), label)

    def array(self) -> np.ndarray:
        """The sample, float32, one's own copy."""
        return np.frombuffer(self.values, np.float32).reshape(self.shape).copy()


Split = Literal["train", "test"] | Own


def name_of(split: Split) -> str:
    """The split as a word: "train", "test" or "own"."""
    return split if isinstance(split, str) else "own"


def code_of(split: Split) -> int:
    """The split as a number of a stamp: 0 is train, 1 is test, 2 a sample of one's own."""
    return ("train", "test", "own").index(name_of(split))
