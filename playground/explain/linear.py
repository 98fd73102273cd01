"""Fully connected layers: the sum of one neuron, and how much of it is whose."""

from __future__ import annotations

import numpy as np

from playground.explain.base import Index, Sum, Term, largest, number, shares


def neuron(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None,
    out: np.ndarray,
    cell: Index,
    most: int = 12,
) -> Sum:
    """One output number as weights times inputs plus bias.

    Parameters
    ----------
    x : np.ndarray, shape (..., in_features)
        What arrives ("in/0").
    weight, bias : np.ndarray, shapes (out_features, in_features) and (out_features,)
        What the layer knows; `bias` is None for a layer without.
    out : np.ndarray, shape (..., out_features)
        What the layer put out.
    cell : tuple of int
        Which number of `out`; its last axis is the neuron.
    most : int
        Products that are shown, the largest; the others are summed up.
    """
    *lead, unit = cell
    inputs = x[tuple(lead)]
    products = weight[unit].astype(np.float64) * inputs
    shown = largest(products, most)
    terms = [
        Term((number("param/weight", weight, (unit, i)), number("in/0", x, (*lead, i))))
        for i in shown
    ]
    if bias is not None:
        terms.append(Term((number("param/bias", bias, (unit,)),)))
    rest = np.delete(products, shown)
    total = number("out", out, cell)
    return Sum(tuple(terms), total, left_out=len(rest), rest=float(rest.sum()))


def incoming(x: np.ndarray, weight: np.ndarray, cell: Index) -> np.ndarray:
    """Share of each input in the sum of a neuron, (in_features,): |w x| by the sum of all |w x|."""
    *lead, unit = cell
    return shares(weight[unit].astype(np.float64) * x[tuple(lead)])


def outgoing(next_weight: np.ndarray, unit: int) -> np.ndarray:
    """How much each neuron of the next layer listens to a unit, (next out_features,).

    Its |weight| by the sum of the |weights| of that neuron. An activation between them is passed
    over: it mixes no units.
    """
    sizes = np.abs(next_weight.astype(np.float64))
    whole = sizes.sum(axis=1)
    found: np.ndarray = np.divide(sizes[:, unit], whole, out=np.zeros(len(sizes)), where=whole != 0)
    return found
