"""Which columns of neurons a fully connected network has, and where they stand on a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from playground.check.report import NodeReport, Report
from playground.document import topology
from playground.explain.activation import FUNCTIONS

_INPUTS = ("input", "features")
_KEEPING = ("dropout", "flatten", "batch_norm1d", "layer_norm", "softmax", *FUNCTIONS)

HEAD, FOOT = 34.0, 16.0  # px above the first and below the last neuron
ROOMY, TIGHT = 46.0, 24.0  # px from neuron to neuron: with its value below, and at least
LARGEST = 64.0  # px; a neuron gets no larger
VALUE = 13.0  # px below a neuron
BESIDE = 38.0  # px beside it, where neurons stand close


@dataclass(frozen=True, slots=True)
class Column:
    """The units between two layers: inputs, or a layer with what follows it unit by unit.

    Parameters
    ----------
    node : str
        The block whose output is drawn: the last of the column.
    layer : str
        Its fully connected layer; "" for the inputs.
    activation : str
        The block of its activation; "" for none.
    units : int
        How many.
    blocks : tuple of str
        All blocks of the column in their order; of the inputs none.
    """

    node: str
    layer: str
    activation: str
    units: int
    blocks: tuple[str, ...] = ()

    def drawn(self, before: bool) -> str:
        """The block that is drawn: before the activation it is the layer."""
        return self.layer if before and self.layer else self.node


def columns_of(report: Report) -> tuple[Column, ...]:
    """The columns of a model "main" that is a chain of fully connected layers; else ().

    Between two layers there may be activations, dropout, normalisation and Flatten; right behind
    the input a block of features.
    """
    model = report.models.get("main")
    if model is None or len(model.inputs) != 1 or model.inputs[0] not in report.blocks:
        return ()
    outgoing = topology.outgoing(report.flat)
    node, found = model.inputs[0], [_first(report.blocks[model.inputs[0]])]
    for _ in range(len(report.blocks)):
        wires = outgoing.get(node, ())
        if not wires:
            break
        if len(wires) > 1 or wires[0].target not in report.blocks:
            return ()
        node = wires[0].target
        block = report.blocks[node]
        key = "dropout" if block.node.muted else block.node.block
        if block.output is None or not block.inputs:
            return ()
        if key == "linear" and len(block.output) == 1:
            found.append(Column(node, node, "", block.output[0], (node,)))
        elif key == "features":
            found = [_first(block)]
        elif key in _KEEPING and (len(block.output) == 1 or not found[-1].layer):
            last = found[-1]
            activation = node if key in FUNCTIONS else last.activation
            blocks = (*last.blocks, node) if last.layer else ()
            found[-1] = Column(node, last.layer, activation, _size(block), blocks)
        else:
            return ()
    return tuple(found) if len(found) > 1 and all(c.units for c in found) else ()


def _first(block: NodeReport) -> Column:
    is_input = block.node.block in _INPUTS
    return Column(block.node.id, "", "", _size(block) if is_input else 0)


def _size(block: NodeReport) -> int:
    size = 1
    for n in block.output or (0,):
        size *= n
    return size


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the visible neurons of a column are.

    Parameters
    ----------
    column : Column
    start : int
        The first one that is visible.
    tiles : tuple of QRectF
        Their pictures, from the top.
    """

    column: Column
    start: int
    tiles: tuple[QRectF, ...]

    @property
    def count(self) -> int:
        """How many are visible."""
        return len(self.tiles)

    def head(self) -> QRectF:
        """The room above it."""
        x = self.tiles[0].center().x()
        return QRectF(x - 60, self.tiles[0].top() - HEAD, 120, HEAD - 4)

    def left(self, place: int) -> QPointF:
        """Where wires arrive."""
        rect = self.tiles[place]
        return QPointF(rect.left(), rect.center().y())

    def right(self, place: int) -> QPointF:
        """Where wires leave: behind the number, where that stands beside the neuron."""
        rect = self.tiles[place]
        beside = 0.0 if self.has_room_below else BESIDE
        return QPointF(rect.right() + beside, rect.center().y())

    @property
    def has_room_below(self) -> bool:
        """Whether there is room for a number below each neuron."""
        tiles = self.tiles
        return len(tiles) < 2 or tiles[1].top() - tiles[0].bottom() >= VALUE


def rows_in(height: float) -> int:
    """Neurons of a column that there is room for."""
    return max(1, int((height - HEAD - FOOT) // TIGHT))


def stand(
    columns: Sequence[Column], room: QRectF, starts: Mapping[str, int]
) -> tuple[Standing, ...]:
    """Places for the neurons of all columns: as large as fits, all of one size, centred.

    Parameters
    ----------
    columns : sequence of Column
    room : QRectF
    starts : mapping
        Node of a column -> the first unit that is visible, for columns that are scrolled.
    """
    if not columns:
        return ()
    most = rows_in(room.height())
    counts = [min(column.units, most) for column in columns]
    pitch = min((room.height() - HEAD - FOOT) / max(counts), LARGEST + VALUE + 5)
    across = room.width() / len(columns)
    below = VALUE if pitch >= ROOMY else 0.0
    side = max(10.0, min(pitch - below - 5, LARGEST, 0.62 * across))
    found = []
    for number, (column, count) in enumerate(zip(columns, counts, strict=True)):
        start = min(max(starts.get(column.node, 0), 0), column.units - count)
        top = room.top() + HEAD
        top += (room.height() - HEAD - FOOT - count * pitch) / 2
        left = room.left() + (number + 0.5) * across - side / 2
        tiles = tuple(QRectF(left, top + row * pitch, side, side) for row in range(count))
        found.append(Standing(column, start, tiles))
    return tuple(found)
