"""Where in a picture an index is: its cells are in the order of their indices, so few are asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

Index = tuple[int, ...]


def first_cell(
    shape: Sequence[int], index_of: Callable[[int, int], Index], wanted: Index
) -> tuple[int, int] | None:
    """Row and column of the first cell whose index begins with `wanted`; None for none.

    Parameters
    ----------
    shape : sequence of int
        Rows and columns.
    index_of : callable
        Row and column -> index; from left to right and from row to row it never becomes smaller.
    """
    rows, columns = shape
    least = len(wanted)
    row = bisect_left(range(rows), wanted, key=lambda row: index_of(row, columns - 1)[:least])
    if row == rows:
        return None
    column = bisect_left(range(columns), wanted, key=lambda column: index_of(row, column)[:least])
    return (row, column) if index_of(row, column)[:least] == wanted else None
