"""One model of what is pointed at: each kind tells its own listeners, and only of news."""

from __future__ import annotations

import pytest

from playground.gui.cursor import Cursor, Picked, Unit
from playground.gui.selection import Sample


@pytest.mark.parametrize(
    ("put", "name", "signal", "value"),
    [
        ("set", "step", "moved", 12.0),
        ("set_sample", "sample", "sample_moved", Sample("test", 3)),
        ("set_label", "label", "label_moved", 0),
        ("set_unit", "unit", "unit_moved", Unit("hidden", (2,))),
    ],
)
def test_each_kind_tells_its_own_listeners_once(put, name, signal, value):
    cursor, heard = Cursor(), []
    for other in ("moved", "sample_moved", "label_moved", "unit_moved", "picked_changed"):
        getattr(cursor, other).connect(lambda other=other: heard.append(other))
    getattr(cursor, put)(value)
    getattr(cursor, put)(value)
    assert getattr(cursor, name) == value
    getattr(cursor, put)(None)
    assert getattr(cursor, name) is None
    assert heard == [signal, signal]


def test_picking_the_same_again_shows_all(qapp):
    cursor = Cursor()
    cursor.pick(1, 2)
    assert cursor.picked == Picked(1, 2)
    cursor.pick(1, 2)
    assert cursor.picked == Picked()
    cursor.pick(0)
    cursor.pick()
    assert cursor.picked == Picked()
