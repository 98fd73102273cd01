"""Lens: RNN, LSTM and GRU learn the same task of long memory; their gradients by the lag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from playground.explain.slopes import slope_of
from playground.gui.context import Context
from playground.gui.lenses._recurrent_bar import RecurrentBar
from playground.gui.lenses._recurrent_plots import (
    GRADIENTS,
    LOSSES,
    PREFIX,
    RecurrentPlots,
    direction,
)
from playground.gui.lenses._recurrent_table import COLUMNS, LAST, NAMES, RecurrentTable
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading, written
from playground.gui.widgets.gaps import points_of
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.recurrent_race import FAILED, Kind, RecurrentRace

POLL_MS = 200  # while a run stands still, it is asked how far the race is
LATER_MS = 250  # after the last move of the slider: a drag is many
CONSTANT_DIGITS = 3
STATE = f"{PREFIX}/state"


@lens("recurrent_race", title=mark("RNN, LSTM, GRU"))
class RecurrentRaceLens(Lens):
    """Three networks of torch that differ in nothing but their recurrent layer, beside any run.

    Left their losses, with a dashed line at that of who always answers the mean. Right the length
    of the loss's gradient by each earlier state: a straight falling line vanishes, a rising one
    explodes. They stand still while nobody looks.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        start = RecurrentRace()
        self.task: Kind = start.task
        self.lag, self.rate, self.going = start.lag, start.rate, start.going
        self.arrays: dict[str, np.ndarray] = {}
        self._ticket = start.ticket
        self._said: list[tuple[str, str, int, int]] = []
        self.bar, self.table, self.plots = RecurrentBar(), RecurrentTable(), RecurrentPlots()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.head.setSpacing(10)
        self.head.addWidget(self.bar, 1)
        self.head.addWidget(self.table, 1)
        layout.addLayout(self.head)
        layout.addWidget(self.plots, 1)
        self._poll_timer = QTimer(self, interval=POLL_MS)
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._poll_timer.timeout.connect(self._poll)
        self._later.timeout.connect(self.restart)
        self.bar.task_chosen.connect(self.choose)
        self.bar.lag_moved.connect(self._on_lag)
        self.bar.rate_edited.connect(self.set_rate)
        self.bar.play_wanted.connect(self.toggle)
        self.bar.restart_wanted.connect(self.restart)
        self.bar.refused.connect(context.notices.refuse)
        context.run.measured.connect(self._on_measured)
        self.retheme()
        self.retranslate()

    # -- what the user does ---------------------------------------------------------------------

    def choose(self, task: str) -> None:
        """Race on another task, from the start."""
        self.task = next(known for known in get_args(Kind) if known == task)
        self.restart()

    def _on_lag(self, lag: int) -> None:
        self.lag = lag
        self._later.start()

    def set_rate(self, rate: float) -> None:
        """Go on with another learning rate."""
        self.rate = rate
        self._ask()

    def toggle(self) -> None:
        """Pause or go on."""
        self.going = not self.going
        self._ask()

    def restart(self) -> None:
        """Begin anew with these settings; what is shown stays until there is something new."""
        self._later.stop()
        self._ticket, self.going = self._ticket + 1, True
        self._ask()

    def _ask(self) -> None:
        self.bar.show_settings(self.task, self.lag, self.rate, self.going)
        if not self._later.isActive():  # else the lag is not settled yet
            self.refresh_probes()

    # -- what comes -----------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        return (RecurrentRace(self._ticket, self.task, self.lag, self.rate, self.going),)

    def waits_for(self) -> str:
        return tr("The race of RNN, LSTM and GRU is being prepared.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        if self.context.run.past.wanted is None:
            return self._take(snapshot)
        return bool(self.arrays)

    def _on_measured(self, snapshot: Snapshot) -> None:
        """While the window looks back, the present still tells how far the race is."""
        if self.isVisible() and self.context.run.past.wanted is not None:
            self._draw(lambda: self._take(snapshot))

    def _take(self, snapshot: Snapshot) -> bool:
        state = snapshot.arrays.get(STATE)
        if state is None or int(state[6]) != self._ticket:
            return bool(self.arrays)
        if int(state[0]) == FAILED:
            self.say(tr("The race of RNN, LSTM and GRU failed; the log says why."))
            return False
        if GRADIENTS["rnn/h"] not in snapshot.arrays:  # it is being prepared
            return bool(self.arrays)
        mine = {n: a for n, a in snapshot.arrays.items() if n.partition("/")[0] == PREFIX}
        if any(array is not self.arrays.get(name) for name, array in mine.items()):
            self.arrays = mine
            self._show()
        return True

    def _show(self) -> None:
        self._show_words()
        self.plots.show_losses(self.arrays, float(self.arrays[STATE][5]))
        self.plots.show_gradients(self.arrays, int(self.arrays[STATE][3]))

    def _show_words(self) -> None:
        self._said = self._words()
        for label, (words, _, _, _) in zip(self._labels(), self._said, strict=True):
            if words != label.full_text():
                label.setText(words)
        texts = {}
        for number, kind in enumerate(NAMES):
            values = {
                "loss": self.arrays.get(LOSSES[kind], np.full((2, 1), np.nan))[1, -1],
                "speed": self.arrays[f"{PREFIX}/speed"][number],
            }
            lengths = self.arrays[GRADIENTS[f"{kind}/h"]]
            slope = slope_of(np.arange(len(lengths)), lengths)
            values["factor"] = 10.0**slope.per_place if slope is not None else np.nan
            for name, (_, digits) in COLUMNS.items():
                good = np.isfinite(values[name])
                texts[kind, name] = written(float(values[name]), digits) if good else "–"
        self.table.show_texts(texts)

    def _labels(self) -> tuple[ElidedLabel, ...]:
        return self.bar.step, self.plots.gradient_words, self.plots.loss_words

    def _words(self) -> list[tuple[str, str, int, int]]:
        """What stands in each label; its number, digits, and where in the state that is found."""
        _, step, looked, _, _, constant, _ = self.arrays[STATE]
        at, back = written(step, 0), written(looked, 0)
        mean = written(constant, CONSTANT_DIGITS)
        words = tr("gradient at step {step}; dashed: memory c of the LSTM", step=back)
        return [
            (tr("step {step}", step=at), at, 0, 1),
            (words, back, 0, 2),
            (tr("loss; dashed: always the mean, {loss}", loss=mean), mean, CONSTANT_DIGITS, 5),
        ]

    # -- what it claims -------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """Every point of every line, and every number."""
        if not self.arrays:
            return []
        found = list(self._lines())
        for kind in NAMES:
            for name, (_, digits) in COLUMNS.items():
                text = self.table.texts[kind, name]
                if text != "–":
                    formula = _formula(kind, name)
                    found.append(self._number(formula, text, digits))
        for label, (words, number, digits, index) in zip(self._labels(), self._said, strict=True):
            text = number if label.full_text() == words else label.full_text()
            found.append(self._number(f't["{STATE}"][{index}]', text, digits))
        level = float(self.plots.constant.value())
        return [*found, self._point(0, f'log10(t["{STATE}"][5])', level)]

    def _number(self, formula: str, text: str, digits: int) -> Reading:
        return Reading(view=self.key, where=0, formula=formula, text=text, digits=digits)

    def _lines(self) -> Iterator[Reading]:
        for kind, line in self.plots.loss_lines.items():
            steps, logs = line.getData()
            for at in np.flatnonzero(np.isfinite(logs)).tolist():
                formula = f't["{LOSSES[kind]}"]'
                yield self._point(at, f"{formula}[0, {at}]", steps[at])
                yield self._point(at, f"np.log10({formula}[1, {at}])", logs[at])
        for key, line in self.plots.gradient_lines.items():
            for lag, value in zip(*points_of(line), strict=True):
                formula = f't["{GRADIENTS[key]}"][{int(lag)}]'
                yield self._point(int(lag), f"np.log10({formula})", value)

    def _point(self, where: int, formula: str, value: float) -> Reading:
        return Reading(view=self.key, where=where, formula=formula, value=float(value))

    # -- the base -------------------------------------------------------------------------------

    def _poll(self) -> None:
        settled = not self.going and len(self.arrays) and bool(self.arrays[STATE][0])
        if self.context.run.state != "running" and not settled:
            self.context.run.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._poll_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._poll_timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.setDirection(direction(event.size().width()))

    def on_restarted(self) -> None:
        self.arrays = {}
        self.table.show_texts({})
        self.plots.forget()

    def retheme(self) -> None:
        self.plots.retheme(self.context.theme.tokens)
        self.table.update()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.bar.show_settings(self.task, self.lag, self.rate, self.going)
        self.plots.losses.name_axes(bottom=tr("step"), left=tr("training loss"))
        self.plots.gradients.name_axes(bottom=tr("lag, steps back"), left=tr("|d loss / d state|"))
        self.plots.losses.setToolTip(
            tr("Mean loss of the batches of the last {n} steps, logarithmic", n=LAST)
        )
        self.plots.gradients.setToolTip(
            tr(
                "Length of the gradient of the last step's loss by each earlier state, mean over "
                "16 sequences. A straight falling line is vanishing, a rising one exploding."
            )
        )
        self.table.setToolTip(
            tr(
                "Loss: mean of the last {n} batches. Steps/s: what each would do alone. Gradient: "
                "by which factor it changes with each step back, from a straight line through its "
                "logarithms.",
                n=LAST,
            )
        )
        self.table.update()
        if self.arrays:
            self._show()


def _formula(kind: str, name: str) -> str:
    """What a number of the table is."""
    if name == "loss":
        return f't["{LOSSES[kind]}"][1, -1]'
    if name == "speed":
        return f't["{PREFIX}/speed"][{list(NAMES).index(kind)}]'
    lengths = f't["{GRADIENTS[f"{kind}/h"]}"]'
    there = f"{lengths} > 0"
    logs = f"np.log10({lengths}[{there}])"
    return f"10.0 ** np.polyfit(np.flatnonzero({there}), {logs}, 1)[0]"
