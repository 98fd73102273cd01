"""Lens: a whole fully connected network at once, every neuron as the picture of its function."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Mark
from playground.gui.depth._sheet import Sheet
from playground.gui.depth_model import Level, Place
from playground.gui.lenses._neuron_bar import NeuronBar, first_axes, input_names
from playground.gui.lenses._neuron_columns import Column, Standing, columns_of, stand
from playground.gui.lenses._neuron_gaze import Gaze
from playground.gui.lenses._neuron_hand import NeuronHand, how_to
from playground.gui.lenses._neuron_layers import Layers
from playground.gui.lenses._neuron_net import Network
from playground.gui.lenses._neuron_pane import Cloud, Pane
from playground.gui.lenses._neuron_shades import Shades
from playground.gui.lenses._neuron_state import Choice, Shown
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.obeying import Obeying
from playground.gui.truth import Reading
from playground.i18n import mark, tr
from playground.telemetry.probes.data_points import DataPoints
from playground.telemetry.probes.neurons import MOST_POINTS, Neurons, Part
from playground.telemetry.probes.plane_cut import Axes

RESOLUTION = 100
PANE_MS = 200  # the numbers of the large neuron change five times a second
WIDE = 540  # px; a wider lens shows a neuron large beside the network
PANE = 0.36  # of the width


@lens("neurons", title=mark("Neurons"))
class NeuronsLens(Lens):
    """A whole network at once: every neuron as the picture of its function, weights as lines.

    As TensorFlow Playground draws it (Smilkov et al. 2017, arXiv:1708.03788), for any chain of
    fully connected layers; what can be done to it says `_neuron_hand.how_to`.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        self.columns: tuple[Column, ...] = ()
        super().__init__(context, node, parent)
        self.choice, self.axes = Choice(), first_axes(context.document.report)
        self.starts: dict[str, int] = {}  # of columns that are scrolled
        self.gaze, self.shades = Gaze(), Shades(context.theme)
        self.shown, self.standings = Shown(), ()
        self._pane: list[Mark] = []
        self._since = QElapsedTimer()
        self.sheet, self.bar = Sheet(context), NeuronBar()
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.clicked.connect(self._on_clicked)
        self.sheet.chosen.connect(self._on_opened)
        self.sheet.resized.connect(self._on_resized)
        self.bar.wanted.connect(self.choose)
        self.bar.axes_wanted.connect(self.cut)
        switches = {"test_data": self.bar.buttons["test"], "discretise": self.bar.buttons["sign"]}
        Obeying(context.document, switches, self.bar)
        self.layers, self.hand = Layers(self), NeuronHand(self)
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
        second = self.gaze.second
        if not self.choice.warped or second is None:
            return None
        column, unit = self.gaze.at
        return self.columns[column].drawn(self.choice.before), unit, second

    # -- what comes ------------------------------------------------------------------------------

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        shown = Shown(snapshot.arrays, self.shown._highs)
        if not self.columns or not shown.fits(self.columns, self.choice):
            return bool(self.shown.arrays)
        self.shown = shown
        self.shades.know(snapshot)
        is_past = snapshot is self.context.run.past.shown
        self._redraw(pane=is_past or not self._pane or self._since.elapsed() >= PANE_MS)
        return True

    def on_restarted(self) -> None:
        self.shown, self._pane = Shown(), []
        self.shades.forget()

    def _on_report(self, _report: object = None) -> None:
        report = self.context.document.report
        columns = columns_of(report) if report.ok else self.columns
        names = input_names(report) if columns else []
        if columns != self.columns:
            inputs = [c[0] for c in (columns, self.columns) if c]
            if len(inputs) < 2 or inputs[0] != inputs[1]:
                self.axes = first_axes(report)
            self.columns, self._pane = columns, []
            self.gaze.columns = columns
            self.bar.show_axes(self.axes, names)
            if not columns:
                self.say(self.waits_for())
            self.refresh_probes()
        self.layers.follow()
        self._redraw()  # what stands above the columns may be another

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
            self.layers,
            self.context.cursor.unit,
        )
        if pane:
            self._since.start()
            cursor, chosen = self.context.cursor, self.context.selection.sample
            cloud = Cloud(dict(self.shades.of), cursor.sample, chosen)
            look = Pane(network, self.gaze.at, self.gaze.second, cloud, self.sheet.look)
            self._pane = look.marks(room) if not room.isEmpty() else []
        self.sheet.set_marks([*network.marks(), *self._pane], self._ringed())

    def _ringed(self) -> list[QRectF]:
        """The neuron that is pointed at anywhere; else the one that is shown large."""
        column, unit = self.gaze.place_of(self.context.cursor.unit) or self.gaze.at
        standing = self.standings[column]
        place = unit - standing.start
        return [standing.tiles[place]] if 0 <= place < standing.count else []

    def readings(self) -> list[Reading]:
        if not self.shown.arrays:
            return []
        self._redraw()  # the large neuron lags behind the others: what is told is of one moment
        return self.sheet.readings(self, self.key)

    def retheme(self) -> None:
        self.shades.forget()
        if self.context.run.shown is not None and self.shown.arrays:
            self.shades.know(self.context.run.shown)
        self._redraw()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.bar.show_axes(self.axes, input_names(self.context.document.report))
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
        self.bar.show_axes(axes, input_names(self.context.document.report))
        self.refresh_probes()

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
        column, unit = self.gaze.step(right, down)
        self._look_at(column, unit)
        standing = self.standings[column] if column < len(self.standings) else None
        if standing is not None and not standing.start <= unit < standing.start + standing.count:
            self.starts[standing.column.node] = max(0, unit - standing.count // 2)
            self.refresh_probes()

    def open_chosen(self) -> None:
        """Open the neuron that is shown large, in place."""
        column, unit = self.gaze.at
        node = self.columns[column].layer or self.columns[column].node
        self.context.depth.go(Place(node, Level.NEURON, (unit,), (unit,)))

    def _look_at(self, column: int, unit: int) -> None:
        self.gaze.go(column, unit)
        if self.choice.warped:
            self.refresh_probes()
        self._redraw()

    def _on_clicked(self, found: object) -> None:
        place = self.gaze.place_of(found)
        if place is not None:
            self._look_at(*place)

    def _on_opened(self, found: object) -> None:
        place = self.gaze.place_of(found)
        if place is not None:
            self._look_at(*place)
            self.open_chosen()

    def _on_hovered(self, found: object) -> None:
        self.context.cursor.set_unit(found if isinstance(found, Unit) else None)

    def _on_pointed(self) -> None:
        if self.isVisible() and self.shown.arrays:
            self._redraw()

    def _on_resized(self) -> None:
        self.refresh_probes()
        self._redraw()
