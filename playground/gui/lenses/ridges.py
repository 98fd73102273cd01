"""Lens: how weights, gradients and outputs of a block are spread, over the whole run."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._block_lens import Following
from playground.gui.lenses.base import Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.ridge_plot import RidgePlot
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.distributions import KINDS, Distributions
from playground.telemetry.ridges import Histogram, Ridges

TITLES = {"weights": mark("weights"), "gradients": mark("gradients"), "outputs": mark("outputs")}
NARROW = 330  # px; below it one of the three is shown at a time


@lens("ridges", title=mark("Distributions over training"))
class RidgesLens(Following):
    """Each ridge is a histogram at one step, the newest in front; follows the selected block.

    Each is as high as its counts beside its own fullest bin. Looked back from an earlier step, that
    step stands out.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.histories: dict[str, Ridges] = {}  # "weights/hidden" -> its ridges
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.choice = QComboBox()
        self.choice.addItems(KINDS)
        self.choice.activated.connect(self._arrange)
        self.plots = {kind: RidgePlot() for kind in KINDS}
        row = QHBoxLayout()
        row.setSpacing(8)
        for plot in self.plots.values():
            plot.pointed.connect(self.context.cursor.set)
            row.addWidget(plot, 1)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.choice)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(row, 1)
        context.cursor.moved.connect(self._show_cursor)
        context.run.measured.connect(self._on_measured)
        self._shown_step: int | None = None  # of the earlier step that is looked at
        self._told: dict[str, int] = {}  # array of the newest snapshot -> its step
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Distributions(),)

    def waits_for(self) -> str:
        return tr("Press Play: histograms of weights, gradients and outputs gather here.")

    def fits(self, node: str) -> bool:
        found = self.context.document.report.nodes.get(node)
        if found is None or found.output is None:
            return False
        chosen = (self.shown, *self.context.selection.nodes)
        return found.cost.parameters > 0 or any(
            node == other or node.startswith(f"{other}.") for other in chosen
        )

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        self._gather(snapshot)
        self._told = {n: int(a[0]) for n, a in snapshot.arrays.items() if n.startswith("distr")}
        looks_back = self.context.run.past.wanted is not None
        self._shown_step = snapshot.step if looks_back else None
        return self._draw_ridges()

    def readings(self) -> list[Reading]:
        """Corners of the ridges of the step that came last, read back from their outlines."""
        found: list[Reading] = []
        for kind, plot in self.plots.items():
            name = f"distributions/{kind}/{self.shown}"
            steps = [h.step for h in plot.histograms]
            if self._told.get(name) not in steps:
                continue
            index = steps.index(self._told[name])
            outline, base = plot.outline(index), plot.base_of(index)
            array, bins = f't["{name}"]', len(plot.histograms[index].counts)
            if plot.histograms[index].low == plot.histograms[index].high:
                continue  # a needle
            for i in range(bins):
                corner = outline.at(2 * i + 1)
                edge = f"{array}[1] + ({array}[2] - {array}[1]) * {i} / {bins}"
                high = f"{array}[{5 + i}] / {array}[5:].max()"
                for value, formula in (
                    (plot.value_at(corner.x()), edge),
                    ((base - corner.y()) / plot.tallest, high),
                ):
                    found.append(Reading(view=self.key, where=i, formula=formula, value=value))
        return found

    def _on_measured(self, snapshot: Snapshot) -> None:
        """While the window looks back, the run goes on: its histograms belong here, too."""
        if self.isVisible() and self.context.run.past.wanted is not None:
            self._guard(lambda: self._gather(snapshot))

    def _gather(self, snapshot: Snapshot) -> None:
        for name, array in snapshot.arrays.items():
            probe, _, rest = name.partition("/")
            if probe == "distributions":
                history = self.histories.setdefault(rest, Ridges())
                if not history.kept or history.kept[-1].step != int(array[0]):
                    history.add(Histogram.from_array(array))

    def _draw_ridges(self) -> bool:
        drawn = False
        for kind, plot in self.plots.items():
            history = self.histories.get(f"{kind}/{self.shown}")
            plot.set_ridges(history.kept if history else (), self._shown_step)
            drawn = drawn or bool(history and history.kept)
        self._arrange()
        self._show_cursor()
        return drawn

    def _arrange(self) -> None:
        """All three side by side, or one where there is no room for them."""
        there = [kind for kind in KINDS if f"{kind}/{self.shown}" in self.histories]
        narrow = self.width() < NARROW and len(there) > 1
        chosen = KINDS[max(self.choice.currentIndex(), 0)]
        if chosen not in there and there:
            chosen = there[0]
        self.choice.setVisible(narrow)
        for kind, plot in self.plots.items():
            plot.setVisible(kind == chosen if narrow else kind in there)

    def _show_cursor(self) -> None:
        step = self.context.cursor.step
        for plot in self.plots.values():
            plot.mark(step)
        self.note.setText(self._words())

    def _words(self) -> str:
        """What is drawn, or, while a step is pointed at, what lies there."""
        marked = (plot.marked for plot in self.plots.values())
        step = next((step for step in marked if step is not None), self._shown_step)
        if step is None:
            return tr("{id}: each ridge is a step, the newest in front", id=self.shown)
        words = [tr("step {step}", step=step)]
        for kind in KINDS:
            history = self.histories.get(f"{kind}/{self.shown}")
            found = next((h for h in history.kept if h.step == step), None) if history else None
            if found is None:
                continue
            low, high, name = short(found.low), short(found.high), tr(TITLES[kind])
            words.append(tr("{name} {low} … {high}", name=name, low=low, high=high))
            if found.missing:
                words.append(tr("{n} not finite", n=found.missing))
        return "   ".join(words)

    def forget(self) -> None:
        for plot in self.plots.values():
            plot.forget()

    def on_restarted(self) -> None:
        branched = self.context.run.parent_run
        if branched is None:
            self.histories.clear()
        for history in self.histories.values():
            history.until(branched[1] if branched else 0)
        self.forget()
        self._follow()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def retheme(self) -> None:
        for plot in self.plots.values():
            plot.retheme(self.context.theme.tokens)

    def retranslate(self) -> None:
        for index, kind in enumerate(KINDS):
            self.plots[kind].title = tr(TITLES[kind])
            self.plots[kind].setAccessibleName(tr(TITLES[kind]))
            self.choice.setItemText(index, tr(TITLES[kind]))
        self.choice.setAccessibleName(tr("Which numbers"))
        self.note.setText(self._words())
