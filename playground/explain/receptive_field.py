"""The receptive field: what a cell can depend on, in every earlier layer back to the data.

Walks the graph backwards. Each block says which of its input numbers a set of its output numbers
looks at; where several ways lead to a block, their sets are joined. The sets are exact: holes of a
dilation and of a stride wider than the kernel are holes in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.blocks.base import Shape, numel
from playground.check.report import NodeReport, Report
from playground.document import topology
from playground.document.model import Wire
from playground.explain import spread
from playground.explain.spread import Interval


@dataclass(frozen=True, slots=True)
class Box:
    """A range of places along each axis behind the channels: rows and columns of an image.

    Parameters
    ----------
    spans : tuple of (int, int)
        First and last place of each axis, on the layer.
    reach : tuple of (int, int)
        The same without the border: beyond it lies the padding that the cell looks at.
    """

    spans: tuple[tuple[int, int], ...]
    reach: tuple[tuple[int, int], ...]

    @property
    def size(self) -> tuple[int, ...]:
        """Places along each axis, padding included: "15 × 15 px"."""
        return tuple(last - first + 1 for first, last in self.reach)

    @property
    def clipped(self) -> tuple[int, ...]:
        """Places along each axis that are on the layer."""
        return tuple(last - first + 1 for first, last in self.spans)

    @property
    def cut(self) -> bool:
        """Whether a part of it lies in a padding."""
        return self.size != self.clipped


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """What a cell looks at in one earlier block.

    Parameters
    ----------
    mask : np.ndarray, bool
        True where it looks; broadcasts to `shape` (1 channel: the same in all).
    shape : tuple of int
        Of the block's output.
    box : Box
        The smallest box around all of it.
    exact : bool
        False when a block on the way is not known here: the cell looks at this or less.
    """

    mask: np.ndarray
    shape: Shape
    box: Box
    exact: bool = True

    def full(self) -> np.ndarray:
        """The mask in the shape of the output."""
        return np.broadcast_to(self.mask, self.shape)

    @property
    def count(self) -> int:
        """Numbers that the cell looks at."""
        return int(self.mask.sum()) * (numel(self.shape) // max(self.mask.size, 1))

    @property
    def channels(self) -> np.ndarray:
        """Numbers of the channels (or features) it looks at."""
        first = self.mask.reshape(len(self.mask), -1).any(1)
        return np.nonzero(np.broadcast_to(first, self.shape[:1]))[0]


@dataclass(slots=True)
class _Found:
    """What has arrived at a block from behind so far."""

    mask: np.ndarray
    reach: tuple[Interval, ...]
    exact: bool = True

    def join(self, other: _Found) -> None:
        self.mask = self.mask | other.mask  # broadcasts
        self.reach = tuple(
            (min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(self.reach, other.reach, strict=True)
        )
        self.exact &= other.exact


def receptive_fields(report: Report, node: str, index: Sequence[int]) -> dict[str, Field]:
    """What one number of a block's output looks at, in the block and in all before it.

    Parameters
    ----------
    report : Report
        Check of a document; its flat network is walked.
    node : str
        Path of a block whose output shape is known.
    index : sequence of int
        Which number: channel, row and column of an image.

    Returns
    -------
    dict of str to Field
        Path of a block -> field, the block itself first, inputs last.
    """
    shape = report.shape(node)
    if shape is None or len(index) != len(shape):
        raise ValueError(f"{tuple(index)} is no place in {node}, which gives {shape}")
    incoming = topology.incoming(report.flat)
    found = {node: _start(shape, index)}
    fields: dict[str, Field] = {}
    for id in reversed(list(report.blocks)):  # what feeds a block stands before it
        if id in found:
            checked = report.blocks[id]
            fields[id] = _field(found[id], checked.output)
            for source, part in _before(checked, incoming.get(id, ()), found[id]):
                if source in found:
                    found[source].join(part)
                else:
                    found[source] = part
    return fields


def _start(shape: Shape, index: Sequence[int]) -> _Found:
    mask = np.zeros(shape, bool)
    mask[tuple(index)] = True
    return _Found(mask, tuple((int(i), int(i)) for i in index[1:] or index))


def _field(found: _Found, shape: Shape | None) -> Field:
    assert shape is not None
    return Field(found.mask, shape, Box(spread.extent(found.mask, shape), found.reach), found.exact)


def _before(checked: NodeReport, wires: Sequence[Wire], found: _Found) -> list[tuple[str, _Found]]:
    """The blocks that feed one, with what of their output is looked at."""
    block = checked.block
    if block is None or any(shape is None for shape in checked.inputs):
        return []
    sources = [w.source for port in block.inputs for w in wires if w.target_port == port.name]
    shapes = [shape for shape in checked.inputs if shape is not None]
    assert checked.output is not None
    if checked.node.muted:
        return [(sources[0], _Found(found.mask, found.reach, found.exact))]
    parts = spread.inputs_of(block, shapes, checked.output, found.mask, found.reach)
    exact = found.exact and spread.is_known(block)
    return [
        (source, _Found(part.mask, part.reach, exact))
        for source, part in zip(sources, parts, strict=True)
        if part.mask.any()
    ]
