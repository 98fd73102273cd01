"""Keys of colours and scale bars: every name that fits, and how many are left out."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from playground.gui.widgets.colour_guide import ColourGuide
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.scale_bar import LEAST, ScaleBar

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")


def colours_in(widget):
    """Every colour that is painted, and how many px wide the first has it in the middle row."""
    image = widget.grab().toImage()
    return [QColor(image.pixel(x, image.height() // 2)).name() for x in range(image.width())]


def test_a_key_paints_each_colour_and_tells_all_names(qtbot):
    key = ColourKey()
    qtbot.addWidget(key)
    key.resize(200, 16)
    key.set_entries([Entry("one", RED), Entry("two", BLUE)], "step 3")
    painted = colours_in(key)
    assert painted.index(RED.name()) < painted.index(BLUE.name())
    assert key.full_text() == key.toolTip() == "step 3, one, two"


def test_a_narrow_key_leaves_entries_out(qtbot):
    key = ColourKey()
    qtbot.addWidget(key)
    key.resize(90, 16)
    key.set_entries([Entry("a long name", RED), Entry("another long name", BLUE)])
    painted = colours_in(key)
    assert RED.name() in painted
    assert BLUE.name() not in painted
    assert "another long name" in key.toolTip()


@pytest.mark.parametrize("width", [60, 120, 400])
def test_the_name_of_a_scale_leaves_room_for_its_colours(qtbot, width):
    bar = ScaleBar()
    qtbot.addWidget(bar)
    bar.resize(width, 16)
    bar.set_range(0.0, 1.0, np.tile(np.array([255, 0, 0, 255], np.uint8), (64, 1)))
    bar.set_name("a name that is rather long for a scale")
    wide = colours_in(bar).count(RED.name())
    assert wide >= min(LEAST, width - 30) - 2
    assert bar.toolTip() == "a name that is rather long for a scale"


def test_a_guide_shows_what_was_told_last(qtbot):
    guide = ColourGuide()
    qtbot.addWidget(guide)
    guide.show_scale(-1.0, 1.0, np.full((64, 4), 255, np.uint8), "value")
    assert guide.currentWidget() is guide.bar
    assert (guide.bar.low, guide.bar.high, guide.bar.name) == (-1.0, 1.0, "value")
    guide.show_classes([Entry("one", RED)])
    assert guide.currentWidget() is guide.key
