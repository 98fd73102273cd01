"""An index is found in a picture by asking few of its cells."""

import numpy as np
import pytest

from playground.gui.depth._order import first_cell


def slowly(shape, index_of, wanted):
    """The first cell from the top whose index begins with what is wanted."""
    for row, column in np.ndindex(shape):
        if index_of(row, column)[: len(wanted)] == wanted:
            return row, column
    return None


ORDERS = {
    "pixels of a map": lambda row, column: (3, row, column),
    "every third number of a map": lambda row, column: (3, 3 * row, 3 * column),
    "a row is a unit": lambda row, column: (0, row + 2),
    "a column is a unit": lambda row, column: (column,),
    "numbers in rows": lambda row, column: (row * 5 + column,),
}


@pytest.mark.parametrize("shape", [(4, 5), (1, 5), (1, 1), (4, 1)])
@pytest.mark.parametrize("order", ORDERS)
def test_the_first_cell_of_an_index_is_found(order, shape):
    index_of = ORDERS[order]
    if order == "a column is a unit":
        shape = (1, shape[1])
    wanted = {(), (7,), (0,), (3,), (9, 9), (3, 7), (0, 2), (3, 0, 0), (3, 9, 9), (3, 2, 0, 0)}
    cells = {index_of(row, column) for row, column in np.ndindex(shape)}
    for one in wanted | cells | {cell[:2] for cell in cells}:
        assert first_cell(shape, index_of, one) == slowly(shape, index_of, one), one
