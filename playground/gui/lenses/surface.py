"""Lens: what the network answers everywhere in the plane."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.draw_data import can_draw
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._point_layer import PointLayer
from playground.gui.lenses._point_tools import PointTools
from playground.gui.lenses._readings import colour_of, of_points
from playground.gui.lenses._sample_colours import axes_of, class_name, point_colours, unit_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.obeying import Obeying
from playground.gui.selection import Sample
from playground.gui.theme import Theme, class_colour
from playground.gui.truth import Reading
from playground.gui.widgets.colour_guide import ColourGuide
from playground.gui.widgets.colour_key import Entry
from playground.gui.widgets.dots import Dots
from playground.gui.widgets.plot_items import Pixels
from playground.gui.widgets.point_plot import PointPlot
from playground.i18n import mark, tr
from playground.telemetry.probes.data_points import DataPoints
from playground.telemetry.probes.own import Split
from playground.telemetry.probes.surface import Surface

MOST_POINTS = 2000  # of each split that are drawn
EDGE = 3.3  # of the plane while there is nothing in it
SOFT = 0.6  # of the full colours, so that the samples stand out; the scale bar shows the same


def class_colours(theme: Theme, values: np.ndarray) -> np.ndarray:
    """Colours of probabilities: each class's colour, mixed by its probability.

    Parameters
    ----------
    values : np.ndarray, shape (..., C)
        Probabilities of C classes. Two classes use the symmetric scale: orange is class 0,
        neutral is undecided, blue is class 1.

    Returns
    -------
    np.ndarray, shape (..., 4), uint8
        RGBA; transparent where a probability is no finite number: there it is hatched.
    """
    if values.shape[-1] == 2:
        return theme.diverging(SOFT * (values[..., 1] - values[..., 0]), 1.0)
    rgb = np.array([QColor(class_colour(c)).getRgb()[:3] for c in range(values.shape[-1])])
    ground = np.array(QColor(theme.tokens.zero).getRgb()[:3])
    sound = np.isfinite(values).all(-1, keepdims=True)
    values = np.where(sound, values, 0.0)
    # undecided (1/C everywhere) is neutral, certain is the full colour of its class
    certain = (values.max(-1, keepdims=True) * values.shape[-1] - 1) / (values.shape[-1] - 1)
    mixed = ground + (values @ rgb - ground) * np.clip(certain, 0.0, 1.0) * SOFT
    return np.rint(np.concatenate([mixed, 255.0 * sound], axis=-1)).astype(np.uint8)


def guide_classes(context: Context, guide: ColourGuide, count: int) -> None:
    """Say what the colours of probabilities of so many classes mean."""
    if count == 2:
        ramp = context.theme.diverging(SOFT * np.linspace(-1, 1, 64), 1.0)
        name = tr("probability of {name}", name=class_name(context, 1))
        guide.show_scale(0.0, 1.0, ramp, name)
        return
    guide.show_classes(
        [Entry(class_name(context, c), QColor(class_colour(c))) for c in range(count)]
    )


@lens("surface", title=mark("Decision surface"))
class SurfaceLens(Lens):
    """The network's answer at each point of the plane, with the samples on it.

    Filled dots are training samples, rings are test samples. With Draw they are painted, dragged
    and erased, also while the network trains.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.values: np.ndarray | None = None  # (H, W, C) behind the picture
        self.limit = 1.0
        self.image = Pixels()
        self.plot = PointPlot()
        self.plot.addItem(self.image)
        self.plot.setAspectLocked(True)
        self.train, self.test = Dots(), Dots()
        self.plot.addItem(self.train)
        self.plot.addItem(self.test)
        self.lit = halo()
        self.plot.addItem(self.lit, ignoreBounds=True)
        self.layer = PointLayer(context, self.plot, [self.train, self.test], self)
        self.guide = ColourGuide()
        self.draw, self.tools = QPushButton(), PointTools(context)
        self.draw.setObjectName("link")
        self.draw.setCheckable(True)
        self.draw.clicked.connect(lambda on: context.brush.set(active=on))
        self.tested, self.discrete = QToolButton(), QToolButton()
        for button in (self.tested, self.discrete):
            button.setObjectName("toggle")
            button.setCheckable(True)
        self.tested.setChecked(True)
        self.tested.toggled.connect(self.test.setVisible)
        self.tested.toggled.connect(lambda _on: self._light())
        self.discrete.toggled.connect(lambda _on: self.retheme())
        self._lay_out()
        switches = {"test_data": self.tested, "discretise": self.discrete}
        Obeying(context.document, switches, self)  # shown without a parent, they were windows
        self._points: tuple[np.ndarray, ...] = ()
        self._extent: np.ndarray | None = None
        context.brush.changed.connect(self._on_brush)
        context.document.report_changed.connect(self._on_brush)
        self.retheme()
        self.retranslate()
        self._on_brush()
        self._link_hover()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.guide, 1)
        foot.addWidget(self.tested)
        foot.addWidget(self.discrete)
        foot.addWidget(self.draw)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        plane = QHBoxLayout()
        plane.setSpacing(0)
        plane.addWidget(self.tools)
        plane.addWidget(self.plot, 1)
        layout.addLayout(plane, 1)
        layout.addLayout(foot)

    def _link_hover(self) -> None:
        cursor = self.context.cursor
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.plot.left.connect(lambda: cursor.set_sample(None))
        cursor.sample_moved.connect(self._light)
        cursor.label_moved.connect(self._light)

    def probes(self) -> tuple[Probe, ...]:
        return (Surface(resolution=80), DataPoints(limit=MOST_POINTS))

    def waits_for(self) -> str:
        return tr("This view needs data with two features, such as Spiral or Moons.")

    def _wait(self) -> None:
        """Nothing from the run yet: the plane is there to be drawn on all the same."""
        super()._wait()
        brush = self.context.brush
        if brush.active and brush.possible:
            edge = self.context.document.report.fields["x"].edge or EDGE
            self.plot.set_range((-edge, edge), (-edge, edge))
            self.layer.show_points()
            self._stack.setCurrentWidget(self.body)

    def _on_brush(self, *_: object) -> None:
        brush = self.context.brush
        self.draw.setVisible(can_draw(self.context))
        self.draw.setChecked(brush.active)
        self.tools.setVisible(brush.active and brush.possible)
        self.layer.follow()
        self.plot.name_axes(*axes_of(self.context))
        if self._waiting and self.isVisible():
            self._wait()

    def retranslate(self) -> None:
        self.tested.setText(tr("Test data"))
        self.tested.setToolTip(tr("Show the samples that are kept aside to test on, as rings"))
        self.discrete.setText(tr("Discretise"))
        self.discrete.setToolTip(tr("Show only what the network decides for, not how sure it is"))
        self.plot.name_axes(*axes_of(self.context))
        self.draw.setText(tr("Draw"))
        self.draw.setToolTip(tr("Paint, drag and erase points, also while the network trains"))

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        values = snapshot.arrays.get("surface/values")
        extent = snapshot.arrays.get("surface/extent")
        if values is None or extent is None:
            return self.values is not None
        self.values, self._extent = values, extent
        self._draw_values()
        names = ("train_x", "train_y", "test_x", "test_y")
        points = tuple(snapshot.arrays.get(f"data/{name}") for name in names)
        if points[0] is not None and any(
            a is not b for a, b in zip(points, self._points or (None,) * 4, strict=True)
        ):
            self._points = points
            self._draw_points()
            self.layer.arrived()
        return True

    def readings(self) -> list[Reading]:
        """Colours of the picture, numbered row by row from the lowest y, and the samples on it."""
        rgba = self.image.image
        if self.values is None or rgba is None:
            return []
        found = [
            Reading(
                view=self.key,
                where=row * rgba.shape[1] + column,
                formula=self._claim(row, column),
                colour=colour_of(rgba[row, column]),
                value=self.limit,
            )
            for row in range(rgba.shape[0])
            for column in range(rgba.shape[1])
        ]
        if self.layer.is_ahead:
            return found  # what is drawn is told once it is what the run trains on
        shown = ((self.train, "train_x"), *(((self.test, "test_x"),) * self.tested.isChecked()))
        for points, name in shown:
            formulas = (f't["data/{name}"][{{i}}, 0]', f't["data/{name}"][{{i}}, 1]')
            found += of_points(self.key, *points.getData(), formulas)
        return found

    def _claim(self, row: int, column: int) -> str:
        values = f't["surface/values"][{row}, {column}]'
        if not self.discrete.isChecked():
            return values
        if self.is_classes:
            return f"np.eye(len({values}))[{values}.argmax()]"
        return f"{self.limit!r} * np.sign({values})"

    @property
    def is_classes(self) -> bool:
        """Whether the picture shows probabilities of classes."""
        return self.values is not None and self.values.shape[-1] > 1

    def _draw_values(self) -> None:
        assert self.values is not None  # set by on_snapshot, like the extent
        assert self._extent is not None
        theme = self.context.theme
        if self.is_classes:
            rgba = class_colours(theme, self._decided(self.values))
        else:
            peak = float(np.nanmax(np.abs(self.values), initial=1e-6))
            if not 0.5 * self.limit < peak <= self.limit:
                self.limit = self.layer.limit = 1.2 * peak
            values = self._decided(self.values)[..., 0]
            rgba = theme.diverging(SOFT * values, self.limit)
            ramp = theme.diverging(SOFT * np.linspace(-1, 1, 64), 1.0)
            name = tr("predicted value") + unit_of(self.context)
            self.guide.show_scale(-self.limit, self.limit, ramp, name)
        if self.is_classes:
            guide_classes(self.context, self.guide, self.values.shape[-1])
        x0, x1, y0, y1 = (float(v) for v in self._extent)
        self.image.set_pixels(rgba, QRectF(x0, y0, x1 - x0, y1 - y0))
        if self.plot.x_range != (x0, x1) or self.plot.y_range != (y0, y1):
            self.plot.set_range((x0, x1), (y0, y1))

    def _decided(self, values: np.ndarray) -> np.ndarray:
        """What is painted: the values, or when discretised the most probable class or the sign."""
        if not self.discrete.isChecked():
            return values
        if values.shape[-1] > 1:
            sound = np.isfinite(values).all(-1, keepdims=True)
            chosen = values.argmax(axis=-1, keepdims=True) == np.arange(values.shape[-1])
            return np.where(sound, chosen, np.nan)  # what is no number decides for no class
        return self.limit * np.sign(values)

    def _draw_points(self) -> None:
        train_x, train_y, test_x, test_y = self._points
        t = self.context.theme.tokens
        for item, x, y, filled in (
            (self.train, train_x, train_y, True),
            (self.test, test_x, test_y, False),
        ):
            if x is None or x.shape[1:] != (2,):
                item.clear()
                continue
            colours = point_colours(self.context.theme, y, self.limit) or [t.secondary] * len(x)
            item.set_dots(x[:, 0], x[:, 1], colours, ground=t.panel, rings=not filled)
        self._light()

    def _clouds(self) -> Iterator[tuple[Split, np.ndarray, np.ndarray | None]]:
        """The samples that can be seen, by split: where they lie and what they are."""
        if len(self._points) == 4 and not self.layer.is_ahead:
            train_x, train_y, test_x, test_y = self._points
            seen: tuple[tuple[Split, np.ndarray, np.ndarray | None], ...] = (
                ("train", train_x, train_y),
                ("test", test_x if self.tested.isChecked() else None, test_y),
            )
            yield from (c for c in seen if c[1] is not None and c[1].shape[1:] == (2,))

    def _on_mouse(self, at: QPointF) -> None:
        clouds = list(self._clouds())
        x = np.concatenate([cloud[1] for cloud in clouds]) if clouds else np.empty((0, 2))
        dot = nearest(self.plot, at, x[:, 0], x[:, 1])
        sample = None
        if dot is not None:
            first = len(clouds[0][1])
            split, number = (clouds[0][0], dot) if dot < first else (clouds[1][0], dot - first)
            sample = Sample(split, number)
        self.context.cursor.set_sample(sample)

    def _light(self) -> None:
        """Rings around the sample that is pointed at, or around all of the class that is."""
        cursor, found = self.context.cursor, []
        if cursor.sample is None and cursor.label is None:
            self.lit.clear()
            return
        for split, x, y in self._clouds() if self.isVisible() else ():
            if cursor.sample is not None:
                here = cursor.sample.split == split
                found.append(x[cursor.sample.number : cursor.sample.number + 1] if here else x[:0])
            elif y is not None and (y.dtype.kind in "iu" or y.shape[1:] > (1,)):
                found.append(x[(y if y.ndim == 1 else y.argmax(1)) == cursor.label])
        lit = np.concatenate(found) if found else np.empty((0, 2))
        self.lit.setData(x=lit[:, 0], y=lit[:, 1])

    def on_restarted(self) -> None:
        self.values, self._points = None, ()

    def retheme(self) -> None:
        self.plot.retheme(self.context.theme.tokens)
        self.plot.showGrid(x=False, y=False)
        self.lit.setPen(pg.mkPen(self.context.theme.tokens.ink, width=2))
        self.image.hatch = self.context.theme.tokens.bad
        if self.values is not None:
            self._draw_values()
            if self._points:
                self._draw_points()
