"""Which neuron of a network is shown large, and which other one with it."""

from __future__ import annotations

from playground.gui.cursor import Unit
from playground.gui.lenses._neuron_columns import Column


class Gaze:
    """Goes from neuron to neuron of some columns; counts from the output, so that it stays there.

    Attributes
    ----------
    columns : tuple of Column
        What there is to look at; not empty when something is asked.
    """

    def __init__(self) -> None:
        self.columns: tuple[Column, ...] = ()
        self._from_right, self._unit = -1, 0
        self._second: int | None = None

    @property
    def at(self) -> tuple[int, int]:
        """Number of the column from the left, and of the unit."""
        number = self._from_right % len(self.columns)
        return number, min(self._unit, self.columns[number].units - 1)

    @property
    def second(self) -> int | None:
        """The unit of the same column that was looked at before, or the next one; None: alone."""
        number, unit = self.at
        units = self.columns[number].units
        if units < 2:
            return None
        if self._second is None or self._second == unit or self._second >= units:
            return (unit + 1) % units
        return self._second

    def go(self, column: int, unit: int) -> None:
        """Look there."""
        before = self.at
        if before[0] == column and before[1] != unit:
            self._second = before[1]
        self._from_right, self._unit = column - len(self.columns), unit

    def step(self, right: int, down: int) -> tuple[int, int]:
        """The neighbour in some direction, or the same at an end."""
        column, unit = self.at
        column = min(max(column + right, 0), len(self.columns) - 1)
        return column, min(max(unit + down, 0), self.columns[column].units - 1)

    def place_of(self, found: object) -> tuple[int, int] | None:
        """Column and unit of what is pointed at anywhere; None when it is not here."""
        if isinstance(found, Unit) and found.index:
            for number, column in enumerate(self.columns):
                if found.node in (column.node, column.layer):
                    return number, found.index[-1]
        return None
