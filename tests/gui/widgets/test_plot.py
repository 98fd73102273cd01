"""What a plot shows lies where its axes say, and a frame needs little Python."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from playground.gui.theme import LIGHT
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.plot_items import Line, Pixels

RED = "#ff0000"


@pytest.fixture
def plot(qtbot):
    made = Plot(smooth=True)
    qtbot.addWidget(made)
    made.retheme(LIGHT)
    made.showGrid(x=False, y=False)  # it lies over the curves
    made.resize(400, 300)
    made.set_range((0.0, 10.0), (0.0, 1.0))
    with qtbot.waitExposed(made):
        made.show()
    return made


def colour_at(plot, x, y):
    at = plot.getViewBox().mapViewToScene(QPointF(x, y))
    return plot.grab().toImage().pixelColor(round(at.x()), round(at.y()))


@pytest.mark.parametrize("change", ["nothing", "range", "size"])
def test_a_line_is_drawn_where_its_points_are(plot, qtbot, change):
    line = Line(pg.mkPen(RED, width=4))
    plot.addItem(line)
    line.setData(np.array([0.0, 10.0]), np.array([0.5, 0.5]))
    if change == "range":
        plot.set_range((0.0, 20.0), (0.0, 2.0))
    elif change == "size":
        plot.resize(250, 200)
    assert colour_at(plot, 5.0, 0.5) == QColor(RED)
    assert colour_at(plot, 5.0, 0.8) != QColor(RED)


def test_a_point_that_is_not_finite_is_a_gap(plot):
    line = Line(pg.mkPen(RED, width=4))
    plot.addItem(line)
    values = np.array([0.5, 0.5, np.nan, 0.5, 0.5])
    line.setData(np.array([0.0, 3.0, 5.0, 7.0, 10.0]), values)
    assert colour_at(plot, 1.5, 0.5) == QColor(RED)
    assert colour_at(plot, 5.0, 0.5) != QColor(RED)
    assert colour_at(plot, 8.5, 0.5) == QColor(RED)
    assert np.array_equal(line.getData()[1], values, equal_nan=True)


def test_points_can_be_taken_away(plot):
    line = Line(pg.mkPen(RED, width=4))
    plot.addItem(line)
    line.setData(np.array([0.0, 10.0]), np.array([0.5, 0.5]))
    line.setData(np.empty(0), np.empty(0))
    assert colour_at(plot, 5.0, 0.5) != QColor(RED)


def test_pixels_fill_their_rectangle_first_row_below(plot):
    pixels = Pixels()
    plot.addItem(pixels)
    rgba = np.full((2, 2, 4), 255, np.uint8)
    rgba[0, 1] = (255, 0, 0, 255)  # low, right
    pixels.set_pixels(rgba, QRectF(2.0, 0.2, 6.0, 0.6))
    assert colour_at(plot, 6.5, 0.35) == QColor(RED)
    for x, y in ((3.5, 0.35), (6.5, 0.65), (6.5, 0.1)):
        assert colour_at(plot, x, y) != QColor(RED)


def test_axes_are_painted_anew_only_when_they_change(plot, qtbot, monkeypatch):
    painted = []
    paint = pg.AxisItem.paint
    monkeypatch.setattr(
        pg.AxisItem, "paint", lambda axis, *args: (painted.append(axis), paint(axis, *args))
    )
    line = Line(pg.mkPen(RED, width=2))
    plot.addItem(line)
    plot.set_range((0.0, 30.0), (0.0, 1.0))
    plot.grab()
    assert painted
    painted.clear()
    for count in range(2, 6):
        line.setData(np.arange(count, dtype=float), np.full(count, 0.5))
        plot.grab()
    assert not painted
