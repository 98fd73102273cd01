"""Lines of which some points, or all, are no number."""

import numpy as np
import pyqtgraph as pg
import pytest

from playground.gui.widgets.gaps import draw_line, points_of
from playground.gui.widgets.plot import Plot

NAN, INF = np.nan, np.inf


@pytest.mark.parametrize(
    "y",
    [[1.0], [NAN], [INF], [NAN, NAN], [NAN, 2.0], [1.0, -INF, 3.0], [1.0, 2.0, NAN], []],
    ids=str,
)
def test_only_finite_points_are_drawn(qtbot, y):
    plot, line = Plot(), pg.PlotDataItem()
    qtbot.addWidget(plot)
    plot.addItem(line)
    before, values = np.array([0.5]), np.array(y)
    draw_line(line, np.zeros(1), before)  # a dot, that the next points take the place of
    plot.grab()
    draw_line(line, np.arange(len(y), dtype=float), values)
    plot.grab()  # Qt dies of a dot at NaN
    good = np.flatnonzero(np.isfinite(values))
    x, shown = points_of(line)
    assert x.tolist() == good.tolist()
    assert shown.tolist() == values[good].tolist()
    assert line.scatter.isVisible() == (len(good) == 1)


def test_neither_a_gap_nor_the_end_of_a_series_is_joined(qtbot):
    line = pg.PlotDataItem()
    y, joined = np.array([1.0, 2.0, NAN, 4.0, 5.0, 6.0]), np.array([1, 1, 1, 1, 0, 1])
    draw_line(line, np.arange(6.0), y, joined)
    assert line.opts["connect"].tolist() == [1, 0, 0, 1, 0, 0]
