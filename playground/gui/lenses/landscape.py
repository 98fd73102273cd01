"""Lens: the loss around the weights, and the way the run took there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._pictures import Scale
from playground.gui.lenses._readings import colour_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.contour_map import ContourMap
from playground.gui.widgets.scale_bar import ScaleBar, short
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.landscape import CANCELLED, FAILED, RUNNING, Landscape

POLL_MS = 200  # while a run stands still, it is asked how far the thread is
NEAR = 10.0  # px from a point of the path that still mean it
PLANES = {"random": mark("random"), "path": mark("path")}
UNITS = {
    "random": mark("1 = the length of each filter"),
    "path": mark("1 = a distance of 1 in weights"),
}


@lens("landscape", title=mark("Loss landscape"))
class LandscapeLens(Lens):
    """A slice of 25 x 25 points through the weights, computed beside the training.

    Its colours are the logarithm of the training loss on fixed samples. The line is the way of this
    run, seen from above; the red point is where it stands, or the earlier step that is looked at.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.losses: np.ndarray | None = None
        self.path = np.zeros((0, 4))  # step, coordinates, distance from the plane
        self.range = (0.0, 1.0)  # log10 of the loss at the ends of the colours
        self._state = np.zeros(6)
        self._ticket, self._going = 0, True
        self.map = ContourMap()
        self.map.pointed.connect(self._on_pointed)
        self.note, self.caption = ElidedLabel(), ElidedLabel()
        for label in (self.note, self.caption):
            label.setObjectName("lensLegend")
        self.scale_bar = ScaleBar()
        self.choice = QComboBox()
        for key in PLANES:
            self.choice.addItem(key, key)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(self.compute)
        self.button = QPushButton(objectName="link")
        self.button.clicked.connect(self._on_button)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.note, 1)
        head.addWidget(self.choice)
        head.addWidget(self.button)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.map, 1)
        layout.addWidget(self.scale_bar)
        layout.addWidget(self.caption)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        context.cursor.moved.connect(self._mark)
        context.run.measured.connect(self._on_measured)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        plane = self.choice.currentData() or "random"
        return (Landscape(ticket=self._ticket, plane=plane, going=self._going),)

    def waits_for(self) -> str:
        report = self.context.document.report
        if "main" not in report.models:
            return tr("This view needs a network with one loss; this experiment has several.")
        return tr("The landscape is being computed.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        if self.context.run.past.wanted is None:
            return self._take(snapshot)
        self._mark()
        return self.losses is not None

    def _on_measured(self, snapshot: Snapshot) -> None:
        """While the window looks back, the present still tells how far the thread is."""
        if self.isVisible() and self.context.run.past.wanted is not None:
            self._guard(lambda: self._take(snapshot))

    def _take(self, snapshot: Snapshot) -> bool:
        arrays = snapshot.arrays
        state, losses = arrays.get("landscape/state"), arrays.get("landscape/loss")
        if state is None or int(state[4]) != self._ticket:
            return self.losses is not None
        self._state = state
        if int(state[0]) == FAILED:
            self.say(tr("The loss of this network cannot be computed beside the training."))
            return False
        if losses is None:
            return self.losses is not None
        self.losses, self.path = losses, arrays["landscape/path"]
        self._extent = arrays["landscape/extent"]
        self._name_axes()
        self._paint_losses()
        self._mark()
        self._say()
        return True

    def _paint_losses(self) -> None:
        assert self.losses is not None  # the callers have seen it
        good = np.isfinite(self.losses) & (self.losses > 0)
        if good.any():
            logs = np.log10(self.losses[good])
            self.range = float(logs.min()), max(float(logs.max()), float(logs.min()) + 1e-6)
        self.map.set_grid(self.colours(self.losses), self._extent)
        low, high = (10.0**end for end in self.range)
        ramp = np.logspace(*self.range, 64)
        self.scale_bar.set_range(low, high, self.colours(ramp))

    def colours(self, losses: np.ndarray) -> np.ndarray:
        """Colours of losses by their logarithm; transparent, which is hatched, for no number."""
        low, high = self.range
        good = np.isfinite(losses) & (losses > 0)
        logs = np.log10(np.where(good, losses, 1.0))
        values = np.where(good, (logs - low) / (high - low), np.nan)
        return self.context.theme.sequential(np.where(losses == 0, 0.0, values), 1.0)

    def readings(self) -> list[Reading]:
        """Colours of the cells, by the logarithm of their loss, and the points of the path."""
        if self.losses is None:
            return []
        found, columns = [], self.losses.shape[1]
        logs = "np.log10(t['landscape/loss'].astype(float))"
        low = f"np.nanmin({logs})"
        span = f"max(np.nanmax({logs}) - {low}, 1e-6)"
        for row, column in np.ndindex(*self.losses.shape):
            found.append(
                Reading(
                    view=self.key,
                    where=row * columns + column,
                    formula=f"({logs}[{row}, {column}] - {low}) / {span}",
                    colour=colour_of(self.map.rgba[row, column]),
                    scale=Scale(0.0, 1.0),
                )
            )
        for i, point in enumerate(self.map.path):
            for k in (0, 1):
                formula = f"t['landscape/path'][{i}, {1 + k}]"
                found.append(
                    Reading(view=self.key, where=i, formula=formula, value=float(point[k]))
                )
        return found

    # -- the point and the path -----------------------------------------------------------------

    def _mark(self) -> None:
        """Where the run stands, or stood at the step that is looked at or pointed at."""
        marked = None
        if len(self.path):
            steps, wanted = self.path[:, 0], self.context.run.past.wanted
            step = self.context.cursor.step
            if step is None:
                step = wanted if wanted is not None else steps[-1]
            marked = int(np.abs(steps - step).argmin())
        self.map.set_path(self.path[:, 1:3], marked)
        self._say()

    def _on_pointed(self, at: QPointF | None) -> None:
        """Near the path: its step, in all views; elsewhere: the loss of the cell."""
        step = None
        if at is not None and len(self.path):
            places = np.array([self.map.place(a, b).toTuple() for a, b in self.path[:, 1:3]])
            away = np.hypot(*(places - [at.x(), at.y()]).T)
            step = float(self.path[away.argmin(), 0]) if away.min() <= NEAR else None
        self.context.cursor.set(step)
        self._say(at if step is None else None)

    def _name_axes(self) -> None:
        """What 1 means on the axes of the plane that is drawn."""
        words = tr(UNITS["path" if self._state[5] else "random"])
        if words != self.map.unit:
            self.map.unit = words
            self.map.update()

    def _say(self, at: QPointF | None = None) -> None:
        state, part = int(self._state[0]), float(self._state[1])
        cell = self.map.cell_at(at) if at is not None else None
        if cell is not None and self.losses is not None and at is not None:
            a, b = self.map.coordinates(at)
            loss = short(float(self.losses[cell]))
            words = tr("loss {loss} at ({a}, {b})", loss=loss, a=short(a), b=short(b))
        elif state == RUNNING:
            words = tr("computed {part:.0%}", part=part)
        elif state == CANCELLED:
            words = tr("cancelled at {part:.0%}", part=part)
        else:
            words = self._words_of_point()
        self.note.setText(words)
        self.button.setText(tr("Cancel") if state == RUNNING and self._going else tr("Again"))

    def _words_of_point(self) -> str:
        marked = self.map.marked
        if marked is None:
            return tr("around step {step}", step=int(self._state[2]))
        step, _, _, away = self.path[marked]
        return tr(
            "step {step}, {away} away from the plane", step=int(step), away=short(float(away))
        )

    # -- computing ------------------------------------------------------------------------------

    def compute(self, *_: object) -> None:
        """Begin anew around the weights of now."""
        self._ticket, self._going = self._ticket + 1, True
        self.losses, self._state = None, np.zeros(6)
        self.refresh_probes()
        self._say()

    def cancel(self) -> None:
        """Stop computing; what is there stays."""
        self._going = False
        self.refresh_probes()

    def _on_button(self) -> None:
        if int(self._state[0]) == RUNNING and self._going:
            self.cancel()
        else:
            self.compute()

    def _poll(self) -> None:
        if int(self._state[0]) == RUNNING and self.context.run.state != "running":
            self.context.run.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def on_restarted(self) -> None:
        self._ticket, self._going = 0, True
        self.losses, self.path, self._state = None, np.zeros((0, 4)), np.zeros(6)

    def retheme(self) -> None:
        self.map.retheme(self.context.theme.tokens)
        if self.losses is not None:
            self._paint_losses()
        else:
            self.map.set_grid(self.map.rgba[:0, :0], self.map.extent)

    def retranslate(self) -> None:
        for index, key in enumerate(PLANES):
            self.choice.setItemText(index, tr(PLANES[key]))
        self.choice.setAccessibleName(tr("Which plane"))
        self.scale_bar.set_name(tr("training loss, logarithmic"))
        self.map.setAccessibleName(tr("Loss landscape"))
        self._name_axes()
        self.caption.setText(tr("A slice can mislead: 2 of very many directions."))
        self._say()
