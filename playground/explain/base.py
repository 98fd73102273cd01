"""The parts of a shown calculation: where each number is from, terms, sums, functions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Index = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A place in a tensor of a block.

    Parameters
    ----------
    tensor : str
        Name as the probe `Inside` gives it, without the block: "in/0", "out", "param/weight".
    index : tuple of int
        Where in it.
    """

    tensor: str
    index: Index = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a calculation, and where it is from; None for one that is no tensor's (a 2)."""

    value: float
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A product that is added to others: weight times input; or a single number, a bias."""

    factors: tuple[Number, ...]

    @property
    def value(self) -> float:
        """The product."""
        return math.prod(factor.value for factor in self.factors)


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms that add up to a number of a tensor.

    Parameters
    ----------
    terms : tuple of Term
        Those that are shown, in the order in which they are shown.
    total : Number
        The sum of all, as the network calculated it.
    left_out : int
        How many terms more there are.
    rest : float
        What those add up to.
    """

    terms: tuple[Term, ...]
    total: Number
    left_out: int = 0
    rest: float = 0.0


@dataclass(frozen=True, slots=True)
class Applied:
    """A function of one number: tanh(0.51) = 0.47."""

    function: str
    argument: Number
    result: Number


def number(tensor: str, values: np.ndarray, index: Iterable[int]) -> Number:
    """The number at a place of a tensor."""
    at = tuple(int(i) for i in index)
    return Number(float(values[at]), Ref(tensor, at))


def shares(terms: np.ndarray) -> np.ndarray:
    """How much each term has in a sum: its size by the sum of all sizes; zeros if that is 0.

    NaN and infinite terms have no share: all shares are NaN then.
    """
    sizes = np.abs(terms.astype(np.float64))
    whole = sizes.sum()
    with np.errstate(invalid="ignore"):
        return sizes / whole if whole else np.zeros_like(sizes)


def largest(values: np.ndarray, most: int) -> list[int]:
    """Indices of the numbers that are largest in size, in their own order; NaN counts as large."""
    if len(values) <= most:
        return list(range(len(values)))
    sizes = np.where(np.isnan(values), np.inf, np.abs(values))
    chosen = np.argpartition(-sizes, most - 1)[:most]
    return sorted(int(i) for i in chosen)


def shortened(terms: Sequence[Term], total: Number, most: int, keep: Sequence[Term] = ()) -> Sum:
    """A sum that shows its largest terms and says what the others add up to.

    Parameters
    ----------
    terms : sequence of Term
        All of them, but those of `keep`.
    total : Number
        What they add up to.
    most : int
        How many of `terms` are shown.
    keep : sequence of Term
        Shown after them in any case, such as a bias.
    """
    values = np.array([term.value for term in terms], dtype=np.float64)
    shown = largest(values, most)
    rest = np.delete(values, shown)
    return Sum(
        terms=(*(terms[i] for i in shown), *keep),
        total=total,
        left_out=len(rest),
        rest=float(rest.sum()),
    )


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that stands in no tensor, and the numpy expression of tensors that it is.

    In `formula` ``t["in/0"]`` is a tensor of the block.
    """

    value: float
    formula: str
