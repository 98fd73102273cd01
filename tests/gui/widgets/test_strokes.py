"""Where lines and dots lie on the screen, also where their numbers are out of all bounds."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from playground.gui.theme import LIGHT
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.plot_items import Line
from playground.gui.widgets.strokes import in_px, pieces

POINTS = np.array([[0.0, 0.0], [3.5, -2.0], [1e6, 1e-6]])


@pytest.mark.parametrize(
    "transform",
    [
        QTransform(),
        QTransform(40.0, 0.0, 0.0, -300.0, 50.0, 280.0),
        QTransform().rotate(30.0).scale(2.0, 3.0).translate(1.0, -4.0),
    ],
)
def test_a_point_lies_where_qt_would_draw_it(transform):
    mapped = [transform.map(QPointF(*point)).toTuple() for point in POINTS.tolist()]
    assert in_px(POINTS, transform) == pytest.approx(np.array(mapped))


def test_what_is_no_number_stays_none_and_is_a_gap():
    points = np.array([[0.0, 1.0], [1.0, np.inf], [2.0, np.nan], [3.0, 1.0], [4.0, 1.0]])
    places = in_px(points, QTransform(2.0, 0.0, 0.0, -3.0, 10.0, 20.0))
    assert np.isfinite(places).all(axis=1).tolist() == [True, False, False, True, True]
    assert len(pieces(places)) == 1


def test_a_curve_that_runs_away_is_painted_without_a_fault(qtbot):
    plot = Plot(smooth=True)
    qtbot.addWidget(plot)
    plot.retheme(LIGHT)
    plot.resize(400, 300)
    line = Line(pg.mkPen("#ff0000", width=2))
    plot.addItem(line)
    plot.show()
    qtbot.waitExposed(plot)
    for values in ([0.1, 1e30, 1e308, np.inf], [np.nan, -np.inf, 1.0, 2.0], [1e38, -1e38, 1e3, 0]):
        line.setData(np.arange(4.0), np.array(values))
        plot.set_range((0.0, 4.0), (0.0, 1.0))
        plot.grab()  # a fault in a painting would end the test
