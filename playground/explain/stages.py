"""Blocks that work in a few steps on whole tensors: softmax, normalisations, dropout, copies.

Each step is an array with the numpy expression of tensors that it is, so that a view can show it
and a test can read it back. `origins` and `targets` say which cells belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.explain.base import Index, Ref
from playground.explain.pointwise import factors

Tensors = Mapping[str, np.ndarray]
Params = Mapping[str, Any]

_X = 't["in/0"].astype(float)'
MASK_SEED = 0  # of the example of a mask


@dataclass(frozen=True, slots=True)
class Stage:
    """A step between input and output.

    Parameters
    ----------
    name : str
        "exp", "sum", "mean", "variance", "centred", "normalised", "mask", "kept".
    values : np.ndarray
        Its numbers, float64; axes that were summed over have length 1.
    expression : str
        The numpy expression of tensors of the block, ``t["in/0"]``, that it is.
    """

    name: str
    values: np.ndarray
    expression: str


def stages(key: str, params: Params, tensors: Tensors) -> tuple[Stage, ...]:
    """The steps of a block in their order; () for one that only moves or adds numbers."""
    make = _STAGES.get(key)
    return make(params, tensors) if make is not None else ()


def _softmax(params: Params, t: Tensors) -> tuple[Stage, ...]:
    x = t["in/0"].astype(np.float64)
    axis = axis_of(params.get("dim", -1), x.ndim)
    with np.errstate(over="ignore"):
        powers = np.exp(x)
    return (
        Stage("exp", powers, f"np.exp({_X})"),
        Stage("sum", powers.sum(axis, keepdims=True), f"np.exp({_X}).sum({axis}, keepdims=True)"),
    )


def _batch_norm(params: Params, t: Tensors) -> tuple[Stage, ...]:
    shape = (-1, *(1,) * (t["in/0"].ndim - 1))
    mean = f't["buffer/running_mean"].astype(float).reshape({shape})'
    variance = f't["buffer/running_var"].astype(float).reshape({shape})'
    return _normalised(
        params,
        t,
        (t["buffer/running_mean"].astype(np.float64).reshape(shape), mean),
        (t["buffer/running_var"].astype(np.float64).reshape(shape), variance),
    )


def _layer_norm(params: Params, t: Tensors) -> tuple[Stage, ...]:
    x = t["in/0"].astype(np.float64)
    count = params.get("num_axes") or x.ndim
    return _over(params, t, tuple(range(x.ndim - count, x.ndim)))


def _instance_norm(params: Params, t: Tensors) -> tuple[Stage, ...]:
    return _over(params, t, (1, 2))


def _over(params: Params, t: Tensors, axes: tuple[int, ...]) -> tuple[Stage, ...]:
    """Mean and variance over these axes of the sample itself."""
    x = t["in/0"].astype(np.float64)
    with np.errstate(invalid="ignore"):
        mean, variance = x.mean(axes, keepdims=True), x.var(axes, keepdims=True)
    return _normalised(
        params,
        t,
        (mean, f"{_X}.mean({axes}, keepdims=True)"),
        (variance, f"{_X}.var({axes}, keepdims=True)"),
    )


def _normalised(
    params: Params, t: Tensors, mean: tuple[np.ndarray, str], variance: tuple[np.ndarray, str]
) -> tuple[Stage, ...]:
    eps = float(params.get("eps", 1e-5))
    with np.errstate(invalid="ignore"):
        centred = t["in/0"].astype(np.float64) - mean[0]
        normalised = centred / np.sqrt(variance[0] + eps)
    less = f"({_X} - {mean[1]})"
    return (
        Stage("mean", *mean),
        Stage("variance", *variance),
        Stage("centred", centred, less),
        Stage("normalised", normalised, f"({less} / np.sqrt({variance[1]} + {eps!r}))"),
    )


def _dropout(params: Params, t: Tensors) -> tuple[Stage, ...]:
    x, p = t["in/0"].astype(np.float64), float(params.get("p", 0.5))
    mask = (np.random.default_rng(MASK_SEED).random(x.shape) >= p).astype(np.float64)
    drawn = f"(np.random.default_rng({MASK_SEED}).random({x.shape}) >= {p!r}).astype(float)"
    keep = max(1.0 - p, 1e-12)
    return (
        Stage("mask", mask, drawn),
        Stage("kept", x * mask / keep, f"({_X} * {drawn} / {keep!r})"),
    )


def origins(key: str, params: Params, tensors: Tensors, cell: Index) -> tuple[Ref, ...]:
    """The numbers that arrive that a number of the output is made of, at the same level."""
    inputs = input_names(tensors)
    if key == "add":
        return tuple(Ref(name, cell) for name in inputs)
    if key == "matmul":
        pairs = factors(params, tensors, cell)
        return tuple(Ref(f"in/{n}", at) for n in range(2) for at in (pair[n] for pair in pairs))
    if key == "concat":
        axis, place = axis_of(params.get("dim", 1), len(cell)), 0
        for name in inputs:
            size = tensors[name].shape[axis]
            if cell[axis] < place + size:
                return (Ref(name, (*cell[:axis], cell[axis] - place, *cell[axis + 1 :])),)
            place += size
        return ()
    if key in ("flatten", "reshape"):
        return (Ref("in/0", _moved(cell, tensors["out"].shape, tensors["in/0"].shape)),)
    return (Ref("in/0", cell),)


def targets(key: str, params: Params, tensors: Tensors, ref: Ref) -> Index:
    """The number of the output that a number that arrives goes to first of all."""
    if key == "concat":
        axis, place = axis_of(params.get("dim", 1), len(ref.index)), 0
        for name in input_names(tensors):
            if name == ref.tensor:
                break
            place += tensors[name].shape[axis]
        at = ref.index
        return (*at[:axis], at[axis] + place, *at[axis + 1 :])
    if key in ("flatten", "reshape"):
        return _moved(ref.index, tensors["in/0"].shape, tensors["out"].shape)
    if key == "matmul":
        *heads, row, column = ref.index
        if ref.tensor == "in/0":
            return (*heads, row, 0)
        return (*heads, 0, row if params.get("transpose_other") else column)
    return ref.index


def line(key: str, params: Params, tensors: Tensors, cell: Index) -> tuple[Index, ...]:
    """The numbers that are summed up together with one: its axis, its group; () for none."""
    shape = tensors["in/0"].shape
    if key == "softmax":
        axis = axis_of(params.get("dim", -1), len(shape))
        return tuple((*cell[:axis], i, *cell[axis + 1 :]) for i in range(shape[axis]))
    if key in ("layer_norm", "instance_norm2d"):
        lead = 1 if key != "layer_norm" else len(shape) - (params.get("num_axes") or len(shape))
        return tuple((*cell[:lead], *i) for i in np.ndindex(shape[lead:]))
    return ()


def axis_of(dim: int, rank: int) -> int:
    """The axis of one sample that torch, which counts the batch as axis 0, calls `dim`."""
    return dim - 1 if dim > 0 else rank + dim


def input_names(tensors: Tensors) -> list[str]:
    """Names of what arrives, in the order of the wires."""
    return sorted((n for n in tensors if n.startswith("in/")), key=lambda n: int(n[3:]))


def _moved(cell: Index, shape: tuple[int, ...], other: tuple[int, ...]) -> Index:
    """The same place of a tensor with other axes: numbers keep their order."""
    place = int(np.ravel_multi_index(cell, shape)) if cell else 0
    return tuple(int(i) for i in np.unravel_index(place, other))


_STAGES: Mapping[str, Callable[[Params, Tensors], tuple[Stage, ...]]] = {
    "softmax": _softmax,
    "batch_norm1d": _batch_norm,
    "batch_norm2d": _batch_norm,
    "instance_norm2d": _instance_norm,
    "layer_norm": _layer_norm,
    "dropout": _dropout,
}
BLOCKS = (*_STAGES, "add", "concat", "flatten", "reshape")
PICTURED = (*BLOCKS, "matmul")  # also those of which a unit is not one of what arrives
