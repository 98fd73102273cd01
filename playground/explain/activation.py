"""Functions that change each number by itself: tanh(0.51) = 0.47."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from playground.explain.base import Applied, Index, number

Function = Callable[[np.ndarray, Mapping[str, Any]], np.ndarray]


def _erf(x: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.vectorize(math.erf, otypes=[float])(x)
    return found


def _sigmoid(x: np.ndarray) -> np.ndarray:
    found: np.ndarray = 0.5 * (1.0 + np.tanh(0.5 * x))  # no overflow, however large x is
    return found


def _gelu(x: np.ndarray, p: Mapping[str, Any]) -> np.ndarray:
    if p.get("approximate", "none") == "tanh":
        inner: np.ndarray = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
        found: np.ndarray = 0.5 * x * (1.0 + np.tanh(inner))
        return found
    found = 0.5 * x * (1.0 + _erf(x / math.sqrt(2)))
    return found


# Block key -> the function on float64 arrays and the block's parameters; checked against torch.
FUNCTIONS: Mapping[str, Function] = {
    "relu": lambda x, p: np.maximum(x, 0.0),
    "leaky_relu": lambda x, p: np.where(x >= 0, x, p.get("negative_slope", 0.01) * x),
    "tanh": lambda x, p: np.tanh(x),
    "sigmoid": lambda x, p: _sigmoid(x),
    "silu": lambda x, p: x * _sigmoid(x),
    "gelu": _gelu,
}


def applied(key: str, x: np.ndarray, out: np.ndarray, cell: Index) -> Applied:
    """One number before and after the function, as the network calculated it."""
    return Applied(key, number("in/0", x, cell), number("out", out, cell))


def curve(
    key: str, params: Mapping[str, Any], low: float, high: float, points: int = 200
) -> np.ndarray:
    """The function between two arguments: (points, 2), argument and value."""
    x = np.linspace(low, high, points)
    return np.stack([x, FUNCTIONS[key](x, params)], axis=1)


def slope(key: str, params: Mapping[str, Any], at: float, step: float = 1e-5) -> float:
    """How much of a gradient it lets through at an argument: its derivative (central difference).

    At a corner (ReLU at 0) that is the mean of both sides.
    """
    x = np.array([at - step, at + step])
    low, high = FUNCTIONS[key](x, params)
    return float((high - low) / (2 * step))
