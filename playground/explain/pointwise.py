"""One output number of a block that mixes little: activations, sums, copies, normalisations.

A statement is a row of pieces, signs and numbers, that reads "tanh ( 0.51 ) = 0.47".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from playground.explain.activation import FUNCTIONS
from playground.explain.base import Derived, Index, Number, number

Piece = str | Number | Derived
Tensors = Mapping[str, np.ndarray]
Params = Mapping[str, Any]

_TERMS = 16  # of a matrix product that are written out


def statement(key: str, params: Params, tensors: Tensors, cell: Index) -> tuple[Piece, ...]:
    """How one number of the output comes about; () for a block that has no such statement.

    Parameters
    ----------
    key : str
        Of the block; "muted" for a block that hands its input on.
    params : mapping
        Of the block.
    tensors : mapping
        "in/0", "out", "param/weight", "buffer/running_mean": of the block, for one sample.
    cell : tuple of int
        Which number of "out".
    """
    say = _STATEMENTS.get(key)
    result = number("out", tensors["out"], cell)
    return (*say(key, params, tensors, cell), "=", result) if say is not None else ()


def _function(key: str, _params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    return key, "(", number("in/0", t["in/0"], cell), ")"


def _copy(_key: str, _params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    """The numbers keep their order, whatever their axes become."""
    place = int(np.ravel_multi_index(cell, t["out"].shape)) if cell else 0
    before = tuple(int(i) for i in np.unravel_index(place, t["in/0"].shape))
    return (number("in/0", t["in/0"], before),)


def _add(_key: str, _params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for name in _inputs(t):
        pieces += ["+", number(name, t[name], cell)]
    return tuple(pieces[1:])


def _concat(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    dim = params.get("dim", 1)
    axis = dim - 1 if dim > 0 else len(cell) + dim  # torch counts the batch as axis 0
    place = cell[axis]
    for name in _inputs(t):
        size = t[name].shape[axis]
        if place < size:
            return (number(name, t[name], (*cell[:axis], place, *cell[axis + 1 :])),)
        place -= size
    return ()


def _softmax(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    dim = params.get("dim", -1)
    axis = dim - 1 if dim > 0 else len(cell) + dim
    x = t["in/0"].astype(np.float64)
    line: tuple[int | slice, ...] = (*cell[:axis], slice(None), *cell[axis + 1 :])
    with np.errstate(over="ignore"):
        whole = float(np.exp(x[line]).sum())
    at = ", ".join(":" if isinstance(i, slice) else str(i) for i in line)
    formula = f'np.exp(t["in/0"].astype(float)[{at}]).sum()'
    return "exp", "(", number("in/0", t["in/0"], cell), ")", "/", Derived(whole, formula)


def _matmul(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    """The products of a row and a column; of long ones the first, and the sum of all others."""
    pieces: list[Piece] = []
    pairs = factors(params, t, cell)
    for first, second in pairs[:_TERMS]:
        pieces += ["+", number("in/0", t["in/0"], first), "·", number("in/1", t["in/1"], second)]
    pieces = pieces[1:]
    if len(pairs) > _TERMS:
        rest = sum(float(t["in/0"][a]) * float(t["in/1"][b]) for a, b in pairs[_TERMS:])
        rows = (f't["in/{which}"].astype(float)[{_along(pairs, which)}]' for which in range(2))
        pieces += ["+", Derived(rest, "({} @ {})".format(*rows))]
    if not params.get("scale"):
        return tuple(pieces)
    return ("(", *pieces, ")", "/", Derived(len(pairs) ** 0.5, f"{len(pairs)} ** 0.5"))


def factors(params: Params, t: Tensors, cell: Index) -> tuple[tuple[Index, Index], ...]:
    """Places in both inputs of a matrix product whose products add up to a number."""
    *heads, row, column = cell
    turned = params.get("transpose_other")
    return tuple(
        ((*heads, row, i), (*heads, column, i) if turned else (*heads, i, column))
        for i in range(t["in/0"].shape[-1])
    )


def _along(pairs: tuple[tuple[Index, Index], ...], which: int) -> str:
    """The rest of a row, or column, as a place in an array."""
    first, second = pairs[0][which], pairs[1][which]
    parts = [str(a) if a == b else f"{_TERMS}:" for a, b in zip(first, second, strict=True)]
    return ", ".join(parts)


def _batch_norm(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    mean = number("buffer/running_mean", t["buffer/running_mean"], cell[:1])
    variance = number("buffer/running_var", t["buffer/running_var"], cell[:1])
    return _normalised(params, t, cell, mean, variance, cell[:1])


def _layer_norm(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    rank = t["in/0"].ndim
    count = params.get("num_axes") or rank
    return _of_part(params, t, cell, cell[: rank - count], cell[rank - count :])


def _instance_norm(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    return _of_part(params, t, cell, cell[:1], cell[:1])


def _of_part(params: Params, t: Tensors, cell: Index, lead: Index, own: Index) -> tuple[Piece, ...]:
    """Normalised over all numbers that begin with `lead`; `own` is its place in the weights."""
    x = t["in/0"]
    part = f'np.var(t["in/0"].astype(float){"".join(f"[{i}]" for i in lead)})'
    values = x[lead].astype(np.float64)
    mean = Derived(float(values.mean()), part.replace("np.var", "np.mean"))
    variance = Derived(float(values.var()), part)
    return _normalised(params, t, cell, mean, variance, own)


def _normalised(
    params: Params, t: Tensors, cell: Index, mean: Piece, variance: Piece, own: Index
) -> tuple[Piece, ...]:
    eps = float(params.get("eps", 1e-5))
    pieces: list[Piece] = ["(", number("in/0", t["in/0"], cell), "−", mean, ")", "/"]
    pieces += ["√", "(", variance, "+", Derived(eps, repr(eps)), ")"]
    if "param/weight" in t:
        pieces += ["·", number("param/weight", t["param/weight"], own)]
    if "param/bias" in t:
        pieces += ["+", number("param/bias", t["param/bias"], own)]
    return tuple(pieces)


_FEATURES: Mapping[str, tuple[str, ...]] = {  # in the order in which they come out
    "x1": ("0",),
    "x2": ("1",),
    "x1_squared": ("0", "²"),
    "x2_squared": ("1", "²"),
    "x1_times_x2": ("0", "·", "1"),
    "sin_x1": ("sin", "(", "0", ")"),
    "sin_x2": ("sin", "(", "1", ")"),
}


def _features(_key: str, params: Params, t: Tensors, cell: Index) -> tuple[Piece, ...]:
    """A digit stands for a coordinate."""
    chosen = [signs for name, signs in _FEATURES.items() if params.get(name)]
    x = t["in/0"]
    return tuple(
        number("in/0", x, (int(sign),)) if sign.isdecimal() else sign for sign in chosen[cell[0]]
    )


def _inputs(t: Tensors) -> list[str]:
    """Names of what arrives, in the order of the wires."""
    return sorted((n for n in t if n.startswith("in/")), key=lambda n: int(n[3:]))


_STATEMENTS: Mapping[str, Callable[[str, Params, Tensors, Index], tuple[Piece, ...]]] = {
    **dict.fromkeys(FUNCTIONS, _function),
    **dict.fromkeys(("flatten", "reshape", "dropout", "muted"), _copy),
    "add": _add,
    "concat": _concat,
    "softmax": _softmax,
    "matmul": _matmul,
    "batch_norm1d": _batch_norm,
    "batch_norm2d": _batch_norm,
    "instance_norm2d": _instance_norm,
    "layer_norm": _layer_norm,
    "features": _features,
}
BLOCKS = frozenset(_STATEMENTS)
