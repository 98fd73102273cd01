"""What is drawn where: a box for each number of a small network, for each block of a large one."""

from __future__ import annotations

from dataclasses import dataclass

from playground.explain.chain_rule.record import Operation, Record, index_text

LOSS = "L"  # id of the box of the loss; no block is called so: ids of boxes of blocks have a colon


@dataclass(frozen=True, slots=True)
class Box:
    """`data | grad` of one number or of one tensor.

    Parameters
    ----------
    id : str
    node : str
        Id of the block, "" for the loss.
    unit : int or None
        Place of the number in the block's output; None for all of it.
    column, row : int
        Where it stands; columns follow the data.
    title : str
    """

    id: str
    node: str
    unit: int | None
    column: int
    row: int
    title: str


@dataclass(frozen=True, slots=True)
class Edge:
    """From box to box, with the weight on it where there is one.

    Parameters
    ----------
    source, target : str
        Ids of boxes.
    weight : int or None
        Place in the weight of the target's block; in a small network's linear blocks.
    """

    source: str
    target: str
    weight: int | None = None


def box_id(node: str, unit: int | None) -> str:
    """Id of the box of a number, or of a block."""
    return f"{node}:" if unit is None else f"{node}:{unit}"


def boxes_of(record: Record) -> tuple[tuple[Box, ...], tuple[Edge, ...]]:
    """All boxes, inputs first and the loss last, and the edges between them."""
    depth = _depths(record)
    heights: dict[int, int] = {}
    boxes: list[Box] = []
    for operation in record.operations:
        column, shape = depth[operation.id], record.array(operation.id, "out").shape
        units = range(record.array(operation.id, "out").size) if record.small else (None,)
        for unit in units:
            row = heights[column] = heights.get(column, -1) + 1
            name = operation.id if unit is None else operation.id + index_text(shape, unit)
            boxes.append(Box(box_id(operation.id, unit), operation.id, unit, column, row, name))
    boxes.append(Box(LOSS, "", 0, max(depth.values()) + 1, 0, LOSS))
    return tuple(boxes), tuple(_edges(record))


def _edges(record: Record) -> list[Edge]:
    found: dict[tuple[str, str], Edge] = {}
    for operation in record.operations:
        for wire, source in enumerate(operation.sources):
            if not record.small:
                edge = Edge(box_id(source, None), box_id(operation.id, None))
                found[edge.source, edge.target] = edge
                continue
            for unit in range(record.array(operation.id, "out").size):
                for j in record.feeds(operation, wire, unit):
                    edge = Edge(
                        box_id(source, j),
                        box_id(operation.id, unit),
                        weight_place(record, operation, unit, j),
                    )
                    found[edge.source, edge.target] = edge
    units = range(record.array(record.output, "out").size) if record.small else (None,)
    return [*found.values(), *(Edge(box_id(record.output, unit), LOSS) for unit in units)]


def weight_place(record: Record, operation: Operation, unit: int, j: int) -> int | None:
    """Where in the weight of a linear block the edge from input j to this output is."""
    if operation.block != "linear" or not record.has(operation.id, "param", "weight", "value"):
        return None
    columns: int = record.array(operation.id, "param", "weight", "value").shape[1]
    return unit * columns + j


def _depths(record: Record) -> dict[str, int]:
    """Column of each block: one behind the last of those that feed it."""
    depth: dict[str, int] = {}
    for operation in record.operations:
        depth[operation.id] = max((depth[s] + 1 for s in operation.sources), default=0)
    return depth
