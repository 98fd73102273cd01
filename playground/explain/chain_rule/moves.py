"""One press of Next: a piece of arithmetic, and what lights up with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from playground.i18n import tr

Phase = Literal["forward", "backward", "update"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it comes from.

    Parameters
    ----------
    value : float
    ref : str
        A numpy expression in which ``t["backprop/out/grad"]`` is a tensor.
    """

    value: float
    ref: str

    def __neg__(self) -> Number:
        return Number(-self.value, f"-({self.ref})")

    def __add__(self, other: Number) -> Number:
        return Number(self.value + other.value, f"({self.ref}) + ({other.ref})")

    def __mul__(self, other: Number) -> Number:
        return Number(self.value * other.value, f"({self.ref}) * ({other.ref})")


Token = str | Number


@dataclass(frozen=True, slots=True)
class Line:
    """``symbols = tokens = result``.

    Parameters
    ----------
    left : str
        What is calculated, "∂L/∂hidden.weight[2, 0]".
    symbols : str
        How, in names; "" where there are only numbers.
    tokens : tuple of str or Number
        How, in numbers; () where only the result is known.
    result : Number
    """

    left: str
    symbols: str
    tokens: tuple[Token, ...]
    result: Number


@dataclass(frozen=True, slots=True)
class Move:
    """One piece of arithmetic.

    Parameters
    ----------
    phase : str
        "forward": a value; "backward": a gradient; "update": a weight's step.
    box : str
        Id of the box that it fills in, see `Box`.
    lines : tuple of Line
        The last one is what the move is about.
    edge : tuple of str or None
        Ids of the boxes of the edge that lights up, in the direction of the data.
    node : str
        Id of the block at work.
    path : tuple of int or None
        At a fork: this is the i-th of n paths, from 1.
    so_far : Number or None
        At a fork: the sum of the paths up to this one.
    step : tuple of Number or None
        Of an update: the weight before and after.
    tensors : tuple of str
        Arrays to be shown beside the formula: a weight and its gradient.
    """

    phase: Phase
    box: str
    lines: tuple[Line, ...]
    edge: tuple[str, str] | None = None
    node: str = ""
    path: tuple[int, int] | None = None
    so_far: Number | None = None
    step: tuple[Number, Number] | None = None
    tensors: tuple[str, ...] = ()

    @property
    def result(self) -> Number:
        """What the move is about."""
        return self.lines[-1].result


def product(factors: Sequence[Number]) -> tuple[Token, ...]:
    """``0.31 × 0.84 × 1.50``."""
    tokens: list[Token] = []
    for factor in factors:
        tokens += [" × ", factor] if tokens else [factor]
    return tuple(tokens)


def total(terms: Sequence[Sequence[Number]], most: int = 3) -> tuple[tuple[Token, ...], list[int]]:
    """A sum of products; of a long one the largest terms, and all others in one number.

    Returns
    -------
    tuple
        The tokens, and which terms are written out, in their order.
    """
    sizes = [abs(_value(term)) for term in terms]
    order = sorted(range(len(terms)), key=lambda i: -sizes[i] if sizes[i] == sizes[i] else 0.0)
    shown = sorted(order[:most] if len(terms) > most + 1 else order)
    rest = [i for i in range(len(terms)) if i not in set(shown)]
    tokens: list[Token] = []
    for i in shown:
        tokens += [*([" + "] if tokens else []), *product(terms[i])]
    if rest:
        refs = " + ".join("*".join(f"({n.ref})" for n in terms[i]) for i in rest)
        tokens += [
            " + ",
            tr("{n} others:", n=len(rest)) + " ",
            Number(sum(_value(terms[i]) for i in rest), refs),
        ]
    return tuple(tokens), shown


def _value(term: Sequence[Number]) -> float:
    value = 1.0
    for factor in term:
        value *= factor.value
    return value
