"""Attention: query times key, scale, mask, softmax of a row, mix of the values.

Shape suffixes: h heads, t queries, s keys and values, d features of a head, e features of a value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from playground.explain.base import Number, Sum, Term, number, shortened


@dataclass(frozen=True, slots=True)
class Heads:
    """Queries, keys and values of all heads: (H, T, d), (H, S, d) and (H, S, e)."""

    q_htd: np.ndarray
    k_hsd: np.ndarray
    v_hse: np.ndarray


def heads(
    x_query: np.ndarray,
    x_key: np.ndarray,
    x_value: np.ndarray,
    in_proj_weight: np.ndarray,
    in_proj_bias: np.ndarray | None,
    num_heads: int,
) -> Heads:
    """What nn.MultiheadAttention projects of what arrives, dealt out to the heads.

    Parameters
    ----------
    x_query, x_key, x_value : np.ndarray, shapes (T, F), (S, F) and (S, F)
        What arrives.
    in_proj_weight, in_proj_bias : np.ndarray, shapes (3 F, F) and (3 F,)
        Queries first, then keys, then values; the bias is None for a block without.
    num_heads : int
        Divides F.
    """
    weights = np.split(in_proj_weight, 3)
    biases = np.split(in_proj_bias, 3) if in_proj_bias is not None else [0.0] * 3
    xs = (x_query, x_key, x_value)
    projected = [x @ w.T + b for x, w, b in zip(xs, weights, biases, strict=True)]
    return Heads(*(dealt(x, num_heads) for x in projected))


def dealt(x: np.ndarray, num_heads: int) -> np.ndarray:
    """(steps, F) -> (H, steps, F / H): neighbouring features go to the same head."""
    found: np.ndarray = x.reshape(len(x), num_heads, -1).swapaxes(0, 1)
    return found


def scores(q_htd: np.ndarray, k_hsd: np.ndarray, causal: bool = False) -> np.ndarray:
    """Products of all queries and keys by sqrt(d), (H, T, S); minus infinity for later keys."""
    found = q_htd.astype(np.float64) @ k_hsd.swapaxes(1, 2) / math.sqrt(q_htd.shape[2])
    later = np.triu(np.ones(found.shape[1:], dtype=bool), 1)
    return np.where(later, -np.inf, found) if causal else found


def softmax(scores_hts: np.ndarray) -> np.ndarray:
    """Shares along the last axis. A row of which all is hidden has none: zeros, never NaN."""
    peak = scores_hts.max(-1, keepdims=True)
    powers = np.exp(scores_hts - np.where(np.isinf(peak), 0.0, peak))
    whole = powers.sum(-1, keepdims=True)
    found: np.ndarray = np.divide(powers, whole, out=np.zeros_like(powers), where=whole > 0)
    return found


def head_weights(
    in_proj_weight: np.ndarray,
    in_proj_bias: np.ndarray | None,
    x_query: np.ndarray,
    x_key: np.ndarray | None = None,
    *,
    num_heads: int,
    causal: bool = False,
) -> np.ndarray:
    """Share of each key for each query, all heads (H, T, S).

    The keys are those of the same sequence unless others are given. Agrees with
    ``nn.MultiheadAttention`` with ``average_attn_weights=False``.
    """
    x_key = x_query if x_key is None else x_key
    made = heads(x_query, x_key, x_key, in_proj_weight, in_proj_bias, num_heads)
    return softmax(scores(made.q_htd, made.k_hsd, causal))


def product(q_htd: np.ndarray, k_hsd: np.ndarray, head: int, i: int, j: int, most: int = 12) -> Sum:
    """Query i times key j of one head, feature by feature, before it is divided by sqrt(d).

    Factors stand in "q" and "k"; `total` stands in no tensor.
    """
    width = q_htd.shape[2]
    terms = [
        Term((number("q", q_htd, (head, i, c)), number("k", k_hsd, (head, j, c))))
        for c in range(width)
    ]
    total = float(q_htd[head, i].astype(np.float64) @ k_hsd[head, j])
    return shortened(terms, Number(total), most)


def mixed(
    weights_hts: np.ndarray, v_hse: np.ndarray, head: int, i: int, feature: int, most: int = 12
) -> Sum:
    """One feature of what query i gets: each value by its share, added up.

    Factors stand in "weights" and "v".
    """
    terms = [
        Term((number("weights", weights_hts, (head, i, s)), number("v", v_hse, (head, s, feature))))
        for s in range(v_hse.shape[1])
    ]
    total = float(weights_hts[head, i].astype(np.float64) @ v_hse[head, :, feature])
    return shortened(terms, Number(total), most)


def outputs(weights_hts: np.ndarray, v_hse: np.ndarray) -> np.ndarray:
    """What all heads give, side by side as the last projection takes it: (T, H e)."""
    each = weights_hts.astype(np.float64) @ v_hse
    found: np.ndarray = each.swapaxes(0, 1).reshape(each.shape[1], -1)
    return found


def entropy(weights_hts: np.ndarray) -> np.ndarray:
    """Bits by which each row is spread (H, T): 0 for one key alone, log2(S) for all alike.

    2 to this power is the number of keys that a query looks at, so to speak.
    """
    w = weights_hts.astype(np.float64)
    logs = np.log2(w, out=np.zeros_like(w), where=w > 0)
    bits: np.ndarray = np.abs((w * logs).sum(-1))  # a logarithm of a share is never above 0
    return bits
