"""Which numbers of its inputs a block looks at, for a given set of numbers of its output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.blocks.base import Block, Shape
from playground.explain.windows import Axis, axes_of

Interval = tuple[int, int]  # first and last place, also beyond the border of a layer


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A set of numbers of one input.

    Parameters
    ----------
    mask : np.ndarray, bool
        Broadcasts to the input's shape.
    reach : tuple of (int, int)
        Range along each axis behind the channels, with the padding beyond the border.
    """

    mask: np.ndarray
    reach: tuple[Interval, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The question: these numbers of the output of this block."""

    block: Any  # a Block: its parameters are those of its class
    inputs: Sequence[Shape]
    output: Shape
    mask: np.ndarray  # one channel (the same in all) or all of them; other axes whole
    reach: tuple[Interval, ...]


def inputs_of(
    block: Block,
    inputs: Sequence[Shape],
    output: Shape,
    mask: np.ndarray,
    reach: Sequence[Interval],
) -> list[Part]:
    """One set of numbers an input, in the order of the block's ports and wires.

    Parameters
    ----------
    block : Block
        One that `is_known`; every other looks at all of its inputs.
    inputs, output : shapes
    mask : np.ndarray, bool
        The numbers of the output; broadcasts to its shape.
    reach : sequence of (int, int)
        Their range, as in `Part`.
    """
    whole = np.broadcast_to(mask, (*mask.shape[:1], *output[1:]))
    rule = _RULES.get(block.key, _everything)
    return rule(_Asked(block, inputs, output, whole, tuple(reach)))


def is_known(block: Block) -> bool:
    """Whether there is a rule for this kind of block."""
    return block.key in _RULES


def _same(asked: _Asked) -> list[Part]:
    return [Part(asked.mask, asked.reach) for _ in asked.inputs]


def _everything(asked: _Asked) -> list[Part]:
    return [Part(np.ones((1,) * len(x), bool), _all_of(x)) for x in asked.inputs]


def _all_of(x: Shape) -> tuple[Interval, ...]:
    return tuple((0, n - 1) for n in x[1:] or x)


def _convolved(asked: _Asked) -> list[Part]:
    axes = axes_of(asked.block, asked.inputs[0], asked.output)
    mask = _through(_mixed(asked), [axis.links for axis in axes])
    return [Part(_spread_out(mask, asked), _back(axes, asked.reach))]


def _pooled(asked: _Asked) -> list[Part]:
    axes = axes_of(asked.block, asked.inputs[0], asked.output)
    return [Part(_through(asked.mask, [axis.links for axis in axes]), _back(axes, asked.reach))]


def _back(axes: Sequence[Axis], reach: Sequence[Interval]) -> tuple[Interval, ...]:
    return tuple(
        (int(axis.unclipped(first)[0]), int(axis.unclipped(last)[-1]))
        for axis, (first, last) in zip(axes, reach, strict=True)
    )


def _transposed(asked: _Asked) -> list[Part]:
    axes = axes_of(asked.block, asked.output, asked.inputs[0])  # a convolution the other way round
    mask = _through(_mixed(asked), [axis.links.T for axis in axes])
    reach = tuple(
        _painters(axis, first, last) for axis, (first, last) in zip(axes, asked.reach, strict=True)
    )
    return [Part(_spread_out(mask, asked), reach)]


def _painters(axis: Axis, first: int, last: int) -> Interval:
    """The windows that reach from `first` to `last`."""
    span = axis.dilation * (axis.kernel - 1)
    low = -(-(first + axis.padding - span) // axis.stride)
    return low, max(low, (last + axis.padding) // axis.stride)


def _mixed(asked: _Asked) -> np.ndarray:
    """The mask of the maps of each group, joined: (groups or 1, *size)."""
    groups, mask = asked.block.groups, asked.mask
    if len(mask) > 1 and groups > 1:
        return np.asarray(mask.reshape(groups, -1, *mask.shape[1:]).any(1))
    return np.asarray(mask.any(0, keepdims=True))


def _spread_out(mask: np.ndarray, asked: _Asked) -> np.ndarray:
    """From groups to the channels that arrive; one for all stays one."""
    return mask if len(mask) == 1 else np.repeat(mask, asked.inputs[0][0] // len(mask), axis=0)


def _enlarged(asked: _Asked) -> list[Part]:
    factor, sizes = asked.block.scale_factor, asked.inputs[0][1:]
    blend = asked.block.mode == "bilinear"
    links = []
    for size in sizes:
        found = np.zeros((size * factor, size), bool)
        for pixel in range(size * factor):
            first, last = _blended(pixel, factor) if blend else (pixel // factor,) * 2
            first = max(first, 0)
            found[pixel, [first, max(first, min(last, size - 1))]] = True
        links.append(found)
    reach = tuple(
        (_blended(first, factor)[0], _blended(last, factor)[1])
        if blend
        else (first // factor, last // factor)
        for first, last in asked.reach
    )
    return [Part(_through(asked.mask, links), reach)]


def _blended(pixel: int, factor: int) -> Interval:
    """The pixels between which a bilinear one lies; twice the same where it lies on one."""
    first, between = divmod(2 * pixel + 1 - factor, 2 * factor)
    return first, first + (between > 0)


def _reshaped(asked: _Asked) -> list[Part]:
    x = asked.inputs[0]
    if asked.mask.all():
        return _everything(asked)
    mask = np.broadcast_to(asked.mask, asked.output).reshape(x)
    return [Part(mask, extent(mask, x))]


def _joined(asked: _Asked) -> list[Part]:
    rank = len(asked.output)
    axis = asked.block.dim - 1 if asked.block.dim >= 0 else rank + asked.block.dim
    parts, start = [], 0
    for x in asked.inputs:
        mask, reach = asked.mask, asked.reach
        if axis > 0 or len(mask) > 1:
            mask = np.take(mask, np.arange(start, start + x[axis]), axis=axis)
            reach = reach if axis == 0 and rank > 1 else extent(mask, x)
        parts.append(Part(mask, reach if rank > 1 else extent(mask, x)))
        start += x[axis]
    return parts


def _modulated(asked: _Asked) -> list[Part]:
    """Each channel looks at itself, and at its scale and its shift in the condition."""
    channels = asked.mask.any(tuple(range(1, asked.mask.ndim)))
    wanted = np.tile(np.broadcast_to(channels, asked.inputs[0][:1]), 2)
    condition = Part(wanted, extent(wanted, asked.inputs[1]))
    return [Part(asked.mask, asked.reach), condition]


def _layer_normed(asked: _Asked) -> list[Part]:
    x = asked.inputs[0]
    return _mixing(asked, range(len(x) - len(asked.block.normalized_shape(x)), len(x)))


def _instance_normed(asked: _Asked) -> list[Part]:
    return _mixing(asked, [1, 2])  # all pixels of its own channel


def _softmax(asked: _Asked) -> list[Part]:
    dim = asked.block.dim
    return _mixing(asked, [dim - 1 if dim >= 0 else len(asked.output) + dim])


def _mixing(asked: _Asked, axes: Sequence[int]) -> list[Part]:
    """Every number looks at all that lie along these axes."""
    x = asked.inputs[0]
    mask = asked.mask.any(tuple(axes), keepdims=True)
    rest = tuple(asked.reach)
    reach = tuple(
        whole if (i + (len(x) > 1)) in axes else rest[i] for i, whole in enumerate(_all_of(x))
    )
    whole = np.broadcast_to(mask, (*mask.shape[:1], *x[1:]))
    return [Part(whole, reach)]


def _through(mask: np.ndarray, links: Sequence[np.ndarray]) -> np.ndarray:
    """Each channel of a mask (channels, *output size), taken back to (channels, *input size)."""
    found = np.zeros((len(mask), *(link.shape[1] for link in links)), bool)
    for channel in np.nonzero(mask.reshape(len(mask), -1).any(1))[0]:
        found[channel] = _plane(mask[channel], links)
    return found


def _plane(mask: np.ndarray, links: Sequence[np.ndarray]) -> np.ndarray:
    rank = mask.ndim
    lines = [mask.any(tuple(i for i in range(rank) if i != axis)) for axis in range(rank)]
    if mask.sum() == np.prod([line.sum() for line in lines]):  # all combinations: axis by axis
        return outer(np.asarray(link[line].any(0)) for line, link in zip(lines, links, strict=True))
    seen = mask[np.ix_(*lines)].astype(np.float32)
    for axis, (line, link) in enumerate(zip(lines, links, strict=True)):
        seen = np.moveaxis(np.tensordot(seen, link[line].astype(np.float32), (axis, 0)), -1, axis)
    found: np.ndarray = seen > 0
    return found


def outer(lines: Iterable[np.ndarray]) -> np.ndarray:
    """True where all lines are: bool, one axis a line."""
    plane = np.ones((), bool)
    for line in lines:
        plane = np.asarray(plane[..., None] & line)
    return plane


def extent(mask: np.ndarray, shape: Shape) -> tuple[Interval, ...]:
    """First and last True along each axis behind the channels (of a vector: along its only one)."""
    spans = []
    for axis in range(1 if len(shape) > 1 else 0, len(shape)):
        line = mask.any(tuple(i for i in range(len(shape)) if i != axis))
        at = np.nonzero(np.broadcast_to(line, shape[axis : axis + 1]))[0]
        spans.append((int(at[0]), int(at[-1])) if len(at) else (0, -1))
    return tuple(spans)


_RULES: dict[str, Callable[[_Asked], list[Part]]] = {
    **dict.fromkeys(
        ("relu", "leaky_relu", "gelu", "silu", "sigmoid", "tanh", "dropout", "add"), _same
    ),
    **dict.fromkeys(("batch_norm1d", "batch_norm2d"), _same),  # outside of training
    **dict.fromkeys(("conv1d", "conv2d"), _convolved),
    **dict.fromkeys(("max_pool1d", "max_pool2d", "avg_pool1d", "avg_pool2d"), _pooled),
    **dict.fromkeys(("flatten", "reshape"), _reshaped),
    "conv_transpose2d": _transposed,
    "upsample": _enlarged,
    "concat": _joined,
    "film": _modulated,
    "instance_norm2d": _instance_normed,
    "layer_norm": _layer_normed,
    "softmax": _softmax,
    "linear": _everything,
    "input": _same,
    "noise": _same,
    "time_embedding": _same,
}
