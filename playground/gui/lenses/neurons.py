"""Lens: a whole fully connected network at once, every neuron as the picture of its function."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QElapsedTimer, QPointF, QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.check.unit_names import unit_names
from playground.document import edits
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Mark
from playground.gui.depth._sheet import Sheet
from playground.gui.depth_model import Level, Place
from playground.gui.lenses._neuron_bar import NeuronBar
from playground.gui.lenses._neuron_columns import Column, Standing, columns_of, stand
from playground.gui.lenses._neuron_hand import NeuronHand, how_to
from playground.gui.lenses._neuron_marks import SmallMap
from playground.gui.lenses._neuron_net import Network
from playground.gui.lenses._neuron_pane import Cloud, Pane
from playground.gui.lenses._neuron_state import Choice, Shown
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.theme import class_colour
from playground.gui.truth import Reading
from playground.i18n import mark, tr
from playground.telemetry.probes.data_points import DataPoints
from playground.telemetry.probes.neurons import MOST_POINTS, Neurons, Part
from playground.telemetry.probes.plane_cut import Axes

RESOLUTION = 100
PANE_MS = 200  # the numbers of the large neuron change five times a second
WIDE = 540  # px; a wider lens shows a neuron large beside the network
PANE = 0.36  # of the width
SWATCHES = 41  # colours of targets that are numbers


@lens("neurons", title=mark("Neurons"))
class NeuronsLens(Lens):
    """TensorFlow Playground's picture of any fully connected network, all of it real tensors.

    Each neuron shows its output over a plane of inputs; lines are weights. Everything can be
    changed here while it trains; see `_neuron_hand.how_to`.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        self.columns: tuple[Column, ...] = ()
        super().__init__(context, node, parent)
        self.choice, self.axes = Choice(), self._first_axes()
        self.starts: dict[str, int] = {}  # of columns that are scrolled
        self.chosen: tuple[int, int] = (-1, 0)  # column from the right, unit
        self.second: int | None = None
        self.shown, self.standings = Shown(), ()
        self._colours: dict[str, list[str]] = {}
        self._labels: tuple[object, ...] = ()
        self._pane: list[Mark] = []
        self._since = QElapsedTimer()
        self.sheet, self.bar = Sheet(context), NeuronBar()
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.clicked.connect(self._on_clicked)
        self.sheet.chosen.connect(self._on_opened)
        self.sheet.resized.connect(self._on_resized)
        self.bar.wanted.connect(self.choose)
        self.bar.axes_wanted.connect(self.cut)
        self.hand = NeuronHand(self)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.bar)
        context.document.report_changed.connect(self._on_report)
        context.selection.sample_changed.connect(self.refresh_probes)
        context.cursor.unit_moved.connect(self._on_pointed)
        context.cursor.sample_moved.connect(self._on_pointed)
        self.retranslate()
        self._on_report()

    # -- what is asked for -----------------------------------------------------------------------

    def probes(self) -> Iterable[Probe]:
        if not self.columns:
            return ()
        standings = self._stand()
        parts = tuple(Part(s.column.drawn(self.choice.before), s.start, s.count) for s in standings)
        found = [id for c in self.columns for id in (c.layer, c.activation, c.node) if id]
        sample = self.context.selection.sample
        return (
            Neurons(
                parts=parts,
                layers=tuple(dict.fromkeys(found)),
                resolution=RESOLUTION,
                axes=self.axes,
                sample=sample.number,
                split=sample.split,
                pair=self._pair(),
            ),
            DataPoints(limit=MOST_POINTS),
        )

    def waits_for(self) -> str:
        if self.columns:
            return super().waits_for()
        return tr("This view needs a chain of fully connected layers and activations.")

    def _stand(self) -> tuple[Standing, ...]:
        self.standings = stand(self.columns, self._rooms()[0], self.starts)
        return self.standings

    def _rooms(self) -> tuple[QRectF, QRectF]:
        """Of the network, and of the large neuron; the second is empty in a narrow lens."""
        room = QRectF(self.sheet.rect()).adjusted(4, 2, -4, -2)
        if room.width() < WIDE:
            return room, QRectF()
        wide = max(PANE * room.width(), 200.0)
        wide = min(wide, 340.0)
        net = room.adjusted(0, 0, -wide - 14, 0)
        return net, QRectF(net.right() + 14, room.top(), wide, room.height())

    def _pair(self) -> tuple[str, int, int] | None:
        column, unit = self._looked_at()
        second = self._second()
        if not self.choice.warped or second is None:
            return None
        return self.columns[column].drawn(self.choice.before), unit, second

    def _second(self) -> int | None:
        column, unit = self._looked_at()
        units = self.columns[column].units
        if units < 2:
            return None
        second = self.second
        return (
            second
            if second is not None and second != unit and second < units
            else ((unit + 1) % units)
        )

    def _looked_at(self) -> tuple[int, int]:
        """Column from the left and unit: what is pointed at here, else what was chosen."""
        number = self.chosen[0] % len(self.columns)
        return number, min(self.chosen[1], self.columns[number].units - 1)

    def _first_axes(self) -> Axes:
        field = self.context.document.report.fields.get("x")
        return "pca" if field is not None and len(field.shape) > 1 else (0, 1)

    # -- what comes ------------------------------------------------------------------------------

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        shown = Shown(snapshot.arrays, self.shown._highs)
        if not self.columns or not shown.fits(self.columns, self.choice):
            return bool(self.shown.arrays)
        self.shown = shown
        self._know_labels(snapshot)
        is_past = snapshot is self.context.run.past.shown
        self._redraw(pane=is_past or not self._pane or self._since.elapsed() >= PANE_MS)
        return True

    def _know_labels(self, snapshot: Snapshot) -> None:
        """Colours of the samples, worked out when they are others."""
        names = ("data/train_y", "data/test_y", "neurons/train", "neurons/test")
        found = tuple(snapshot.arrays.get(name) for name in names)
        if any(a is not b for a, b in zip(found, self._labels or (None,) * 4, strict=True)):
            self._labels = found
            self._colours = {
                split: self._shades(y, 0 if x is None else len(x))
                for split, y, x in zip(("train", "test"), found[:2], found[2:], strict=True)
            }

    def _shades(self, y: np.ndarray | None, count: int) -> list[str]:
        theme = self.context.theme
        if y is None:
            return [theme.tokens.secondary] * count
        if y.ndim > 1 and y.shape[1] > 1:
            y = y.argmax(axis=1)
        if y.dtype.kind in "iu":
            return [class_colour(int(label)) for label in y]
        values = y.reshape(-1)
        peak = float(np.nanmax(np.abs(values), initial=1e-6))
        shares = np.nan_to_num(np.rint((SWATCHES // 2) * values / peak))
        ramp = theme.diverging(np.linspace(-1, 1, SWATCHES), 1.0)
        names = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b, _ in ramp.tolist()]
        return [names[int(share) + SWATCHES // 2] for share in shares]

    def on_restarted(self) -> None:
        self.shown, self._labels, self._pane = Shown(), (), []

    def _on_report(self, _report: object = None) -> None:
        report = self.context.document.report
        columns = columns_of(report) if report.ok else self.columns
        names = self._names(columns)
        if columns != self.columns:
            inputs = [c[0] for c in (columns, self.columns) if c]
            if len(inputs) < 2 or inputs[0] != inputs[1]:
                self.axes = self._first_axes()
            self.columns, self.second, self._pane = columns, None, []
            self.bar.show_axes(self.axes, names)
            if not columns:
                self.say(self.waits_for())
            self.refresh_probes()

    def _names(self, columns: tuple[Column, ...]) -> list[str]:
        """Of the inputs, for the choice of a plane."""
        report = self.context.document.report
        model = report.models.get("main")
        if not columns or model is None or not model.inputs:
            return []
        node = model.inputs[0]
        size = int(np.prod(report.shape(node) or (0,)))
        names = unit_names(report, node)
        return [tr(name) for name in names] if names else [f"x[{i}]" for i in range(size)]

    # -- what is drawn ---------------------------------------------------------------------------

    def _redraw(self, *, pane: bool = True) -> None:
        if not self.columns or not self.shown.fits(self.columns, self.choice):
            return
        standings, room = self._stand(), self._rooms()[1]
        network = Network(
            self.context.document.report,
            self.context.theme,
            standings,
            self.shown,
            self.choice,
            self.resize_layer,
            self.context.cursor.unit,
        )
        if pane:
            self._since.start()
            cursor, chosen = self.context.cursor, self.context.selection.sample
            cloud = Cloud(dict(self._colours), cursor.sample, chosen)
            look = Pane(network, self._looked_at(), self._second(), cloud, self.sheet.look)
            self._pane = look.marks(room) if not room.isEmpty() else []
        self.sheet.set_marks([*network.marks(), *self._pane], self._ringed())

    def _ringed(self) -> list[QRectF]:
        """The neuron that is pointed at anywhere; else the one that is shown large."""
        unit = self.context.cursor.unit
        for standing in self.standings:
            column = standing.column
            if unit is not None and unit.node in (column.node, column.layer) and unit.index:
                place = unit.index[-1] - standing.start
                return [standing.tiles[place]] if 0 <= place < standing.count else []
        column, number = self._looked_at()
        standing = self.standings[column]
        place = number - standing.start
        return [standing.tiles[place]] if 0 <= place < standing.count else []

    def readings(self) -> list[Reading]:
        if not self.shown.arrays:
            return []
        self._redraw()  # the large neuron lags behind the others: what is told is of one moment
        return self.sheet.readings(self, self.key)

    def retheme(self) -> None:
        self._labels = ()
        if self.context.run.shown is not None and self.shown.arrays:
            self._know_labels(self.context.run.shown)
        self._redraw()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.bar.show_axes(self.axes, self._names(self.columns))
        self.sheet.setAccessibleName(tr("Neurons"))
        self.sheet.setAccessibleDescription(how_to())
        self._redraw()

    # -- what is done ----------------------------------------------------------------------------

    def choose(self, choice: Choice) -> None:
        """Show it this way from now on."""
        self.choice = choice
        self.bar.show_choice(choice)
        self.refresh_probes()
        self._redraw()

    def cut(self, axes: Axes) -> None:
        """Draw another plane of the inputs."""
        self.axes = axes
        self.bar.show_axes(axes, self._names(self.columns))
        self.refresh_probes()

    def resize_layer(self, layer: str, by: int) -> None:
        """Give a layer more or fewer neurons, as an edit that can be undone."""
        column = next((c for c in self.columns if c.layer == layer), None)
        if column is not None and column.units + by > 0:
            value = column.units + by
            text = tr("{id}: {n} neurons", id=layer, n=value)
            self.context.document.push(
                text, lambda document: edits.set_param(document, layer, "out_features", value)
            )

    def scroll(self, at: QPointF, by: int) -> bool:
        """Show other neurons of the column under a point; False where all are visible."""
        for standing in self.standings:
            room = standing.tiles[0].united(standing.tiles[-1]).adjusted(-20, -40, 20, 20)
            if room.contains(at) and standing.count < standing.column.units:
                last = standing.column.units - standing.count
                start = min(max(standing.start + by, 0), last)
                self.starts[standing.column.node] = start
                self.refresh_probes()
                self._redraw()
                return True
        return False

    def walk(self, right: int, down: int) -> None:
        """Look at the next neuron."""
        if not self.columns:
            return
        column, unit = self._looked_at()
        column = min(max(column + right, 0), len(self.columns) - 1)
        unit = min(max(unit + down, 0), self.columns[column].units - 1)
        self._look_at(column, unit)
        standing = self.standings[column] if column < len(self.standings) else None
        if standing is not None and not standing.start <= unit < standing.start + standing.count:
            self.starts[standing.column.node] = max(0, unit - standing.count // 2)
            self.refresh_probes()

    def open_chosen(self) -> None:
        """Open the neuron that is shown large, in place."""
        column, unit = self._looked_at()
        node = self.columns[column].layer or self.columns[column].node
        self.context.depth.go(Place(node, Level.NEURON, (unit,), (unit,)))

    def _look_at(self, column: int, unit: int) -> None:
        before = self._looked_at()
        if before[0] == column and before[1] != unit:
            self.second = before[1]
        self.chosen = column - len(self.columns), unit
        if self.choice.warped:
            self.refresh_probes()
        self._redraw()

    def _on_clicked(self, found: object) -> None:
        place = self._place_of(found)
        if place is not None:
            self._look_at(*place)

    def _on_opened(self, found: object) -> None:
        place = self._place_of(found)
        if place is not None:
            self._look_at(*place)
            self.open_chosen()

    def _place_of(self, found: object) -> tuple[int, int] | None:
        if not isinstance(found, Unit):
            return None
        for number, column in enumerate(self.columns):
            if found.node in (column.node, column.layer):
                return number, found.index[-1]
        return None

    def _on_hovered(self, found: object) -> None:
        self.context.cursor.set_unit(found if isinstance(found, Unit) else None)

    def _on_pointed(self) -> None:
        if self.isVisible() and self.shown.arrays:
            self._redraw()

    def _on_resized(self) -> None:
        self.refresh_probes()
        self._redraw()

    @property
    def maps(self) -> list[SmallMap]:
        """The small pictures that are drawn."""
        return [m for m in self.sheet.marks if isinstance(m, SmallMap)]
