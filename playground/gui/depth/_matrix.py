"""A weight matrix between its inputs and its outputs: the layout of y = W x + b."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

LABEL = 30.0  # px left of the rows, for their numbers
TOP = 20.0  # px above the inputs, for their title
GAP = 16.0  # px between the matrix and what stands beside it
SIDE = 48.0  # px; width of a column of outputs or biases, with room for a number
_LEAST, _WIDEST, _HIGHEST = 5.0, 56.0, 28.0  # px of a cell
INPUT = 20.0  # px; height of the row of inputs


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a matrix that is seen, and where.

    Parameters
    ----------
    row, column : int
        The first that are seen.
    rows, columns : int
        How many.
    cell : tuple of float
        Width and height of a cell in px.
    origin : tuple of float
        Left and top of the matrix in px.
    """

    row: int
    column: int
    rows: int
    columns: int
    cell: tuple[float, float]
    origin: tuple[float, float]

    @classmethod
    def fit(
        cls, room: QRectF, shape: tuple[int, int], sides: int, wanted: tuple[int, int]
    ) -> Window:
        """The largest cells with which everything is seen, else the smallest around `wanted`.

        Parameters
        ----------
        room : QRectF
            What there is, with labels, inputs and outputs.
        shape : tuple of int
            Rows and columns of the matrix.
        sides : int
            Columns of numbers right of it.
        wanted : tuple of int
            Row and column that must be seen.
        """
        height, width = shape
        left, top = room.left() + LABEL, room.top() + TOP + INPUT + GAP
        across = room.width() - LABEL - sides * (SIDE + GAP)
        down = room.height() - TOP - INPUT - GAP
        w = min(max(across / width, _LEAST), _WIDEST)
        h = min(max(down / height, _LEAST), _HIGHEST)
        columns, rows = max(1, min(width, int(across / w))), max(1, min(height, int(down / h)))
        row = min(max(wanted[0] - rows // 2, 0), height - rows)
        column = min(max(wanted[1] - columns // 2, 0), width - columns)
        return cls(row, column, rows, columns, (w, h), (left, top))

    @property
    def matrix(self) -> QRectF:
        """Where the matrix is painted."""
        w, h = self.cell
        return QRectF(*self.origin, self.columns * w, self.rows * h)

    @property
    def inputs(self) -> QRectF:
        """Where the row of inputs is painted, above the matrix."""
        matrix = self.matrix
        return QRectF(matrix.left(), matrix.top() - GAP - INPUT, matrix.width(), INPUT)

    def side(self, number: int) -> QRectF:
        """Where a column of numbers is painted, right of the matrix; 0 is next to it."""
        matrix = self.matrix
        left = matrix.right() + GAP + number * (SIDE + GAP)
        return QRectF(left, matrix.top(), SIDE, matrix.height())

    def row_rect(self, row: int) -> QRectF:
        """The cells of a row of the matrix; empty when it is not seen."""
        if not self.row <= row < self.row + self.rows:
            return QRectF()
        matrix, h = self.matrix, self.cell[1]
        return QRectF(matrix.left(), matrix.top() + (row - self.row) * h, matrix.width(), h)

    def column_rect(self, column: int) -> QRectF:
        """The cells of a column of the matrix; empty when it is not seen."""
        if not self.column <= column < self.column + self.columns:
            return QRectF()
        matrix, w = self.matrix, self.cell[0]
        left = matrix.left() + (column - self.column) * w
        return QRectF(left, matrix.top(), w, matrix.height())
