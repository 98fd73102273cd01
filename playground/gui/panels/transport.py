"""The bar on top: play, pause, step, reset; live numbers; what may be changed while it learns."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.icons import icon
from playground.gui.lesson import is_shown
from playground.gui.paced import NUMBERS_MS, Paced
from playground.gui.panels.device_chip import DeviceChip
from playground.gui.panels.hidden_chip import HiddenChip
from playground.gui.panels.live_controls import LiveControls
from playground.gui.preset_words import shown
from playground.gui.widgets.numbers import measured, percent, plain, whole
from playground.gui.widgets.slider import LabelledSlider, Scale
from playground.gui.widgets.texts import ElidedLabel, Retranslating
from playground.i18n import tr

MIN_WIDTH = 640  # px
OPERATION = 0  # the slow end: a step is made operation by operation
OPERATIONS_S = 1.5  # a second, while it plays
SPEEDS = (
    OPERATION,
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1000,
    None,
)  # steps per second; None: as fast as it goes
METRICS = (
    "exact/test",
    "bits_per_character/test",
    "accuracy/test",
    "r2/test",
    "mae/test",
    "modes",
    "distance/test",
    "loss/test",
)  # the first there is
LOSSES = ("loss/train", "loss/generator")
GOOD = 0.9  # from this accuracy on it is green


class LiveValue(QWidget):
    """A caption above a number that is wide enough for its longest value."""

    def __init__(self, widest: str) -> None:
        super().__init__()
        self.caption, self.number = QLabel(), QLabel("–")
        self.caption.setObjectName("caption")
        self.number.setObjectName("liveValue")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.caption)
        column.addWidget(self.number)
        self._widest = widest

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance(self._widest))

    def set(self, text: str) -> None:
        """Show a number."""
        if text != self.number.text():
            self.number.setText(text)


class SpeedSlider(LabelledSlider):
    """Steps per second, on stops a person would choose; the last one is "max"."""

    def __init__(self) -> None:
        super().__init__(Scale(0, len(SPEEDS) - 1, whole=True))
        self.format = lambda stop: speed_words(SPEEDS[int(stop)])

    def set_speed(self, speed: float | None, slow: bool = False) -> None:
        """Show the stop nearest to a speed; `slow` is slow motion."""
        if slow:
            self.set_value(SPEEDS.index(OPERATION))
            return
        stops = [stop for stop, value in enumerate(SPEEDS) if value not in (None, OPERATION)]
        known = (
            SPEEDS.index(None)
            if speed is None
            else min(stops, key=lambda stop: abs(SPEEDS[stop] - speed))
        )
        self.set_value(known)


def speed_words(speed: float | None) -> str:
    """A speed as the bar shows it."""
    if speed == OPERATION:
        return tr("operation")
    return tr("max") if speed is None else tr("{n}/s", n=plain(speed))


class Transport(Retranslating, QWidget):
    """Follows the run; every control does something at once."""

    problems_wanted = Signal()
    seed_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(56)
        self.setMinimumWidth(MIN_WIDTH)
        self.play_button, self.step_button, self.reset_button = (QToolButton() for _ in range(3))
        self.play_button.setObjectName("play")
        self.step_button.setObjectName("square")
        self.reset_button.setObjectName("square")
        self.epoch, self.steps = LiveValue("0,000"), LiveValue("000,000")
        self.rate, self.loss, self.score = (
            LiveValue("00,000"),
            LiveValue("0.0000"),
            LiveValue("00.0%"),
        )
        self.speed = SpeedSlider()
        self._fast_stop = len(SPEEDS) - 1  # where it stood before slow motion
        self.live = LiveControls(context)
        self.hidden = HiddenChip(context.document)
        self.stale, self.problems = QToolButton(), QToolButton()
        self.device, self.seed, self.file = DeviceChip(context), QToolButton(), ElidedLabel()
        for widget in (self.stale, self.problems, self.device, self.seed):
            widget.setObjectName("pill")
            widget.setFixedHeight(24)
        self.stale.setProperty("kind", "accent")
        self.file.setObjectName("secondary")
        self.file.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._show_soon = Paced(self._show_numbers, NUMBERS_MS, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_icons()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # `_fit` sees to it
        row.setContentsMargins(16, 5, 16, 5)
        row.setSpacing(10)
        for widget in (self.play_button, self.step_button, self.reset_button):
            widget.setIconSize(QSize(18, 18))
            row.addWidget(widget)
        row.addSpacing(8)
        for widget in (self.epoch, self.steps, self.rate, self.loss, self.score):
            row.addWidget(widget)
            row.addSpacing(8)
        row.addWidget(self.live)
        self.speed.setFixedWidth(104)
        self.live.row.insertWidget(1, self.speed)
        row.addSpacing(6)
        for widget in (self.device, self.seed, self.hidden, self.problems, self.stale):
            row.addWidget(widget)
        row.addWidget(self.file, 1)

    def _connect(self) -> None:
        run, model = self.context.run, self.context.document
        self.play_button.clicked.connect(run.toggle)
        self.step_button.clicked.connect(run.step)
        self.reset_button.clicked.connect(run.reset)
        self.stale.clicked.connect(run.reset)
        self.live.followed.connect(self._fit)
        self.seed.clicked.connect(self.seed_wanted)
        self.problems.clicked.connect(self.problems_wanted)
        self.speed.moved.connect(self._on_speed)
        run.measured.connect(self._show_soon)
        run.state_changed.connect(self._show_state)
        run.stale_changed.connect(self._show_state)
        run.restarted.connect(self._on_restarted)
        model.report_changed.connect(self._show_state)
        self.context.doctor.changed.connect(self._show_state)
        model.file_changed.connect(self._show_file)
        model.changed.connect(self._show_file)
        self.context.theme.changed.connect(self._show_icons)

    def retranslate(self) -> None:
        self.epoch.caption.setText(tr("Epoch"))
        self.steps.caption.setText(tr("Step"))
        self.rate.caption.setText(tr("Steps / s"))
        self.speed.set_label(
            tr("Speed"),
            tr("Training steps per second at most. At the left end: one operation at a time."),
        )
        self._show_speed()
        self._name(self.reset_button, tr("Reset: a fresh network at step 0 (R)"))
        self._name(self.seed, tr("Seed of all chance: same seed, same run"))
        self.stale.setText(tr("Reset to apply"))
        self._show_state()
        self._show_file()
        self._show_numbers()

    def _name(self, button: QToolButton, text: str) -> None:
        button.setToolTip(text)
        button.setAccessibleName(text)

    def toggle_slow(self) -> None:
        """One operation of a step at a time, or as fast as before."""
        slow = self.context.run.steering.controls.slow
        self.speed.slider.setValue(self._fast_stop if slow else SPEEDS.index(OPERATION))

    def _on_speed(self, stop: float) -> None:
        speed = SPEEDS[int(stop)]
        slow = speed == OPERATION
        if not slow:
            self._fast_stop = int(stop)
        self.context.run.change(slow=slow, speed=OPERATIONS_S if slow else speed)
        self._show_speed()

    def _show_speed(self) -> None:
        """What the slider says, and what the button beside Play does."""
        controls = self.context.run.steering.controls
        self.speed.set_speed(controls.speed, controls.slow)
        what = tr("One operation of a step (S)") if controls.slow else tr("One step (S)")
        self._name(self.step_button, what)

    def _show_icons(self) -> None:
        t = self.context.theme.tokens
        active = self.context.run.state == "running"
        self.play_button.setIcon(icon("pause" if active else "play", t.panel))
        self.step_button.setIcon(icon("step", t.ink, t.secondary))
        self.reset_button.setIcon(icon("reset", t.ink, t.secondary))

    def _show_state(self, *_: object) -> None:
        run, report = self.context.run, self.context.document.report
        running, broken = run.state == "running", run.state == "broken"
        self._name(self.play_button, tr("Pause (P)") if running else tr("Play (P)"))
        self.play_button.setEnabled(not broken)
        self.step_button.setEnabled(run.state in ("ready", "running", "paused", "ended"))
        self.reset_button.setEnabled(report.ok)
        why = run.edits.reason
        self.stale.setVisible(run.stale)
        self.stale.setEnabled(report.ok)
        self._name(
            self.stale,
            tr("This run cannot go on with {reason}. Reset trains the new one.", reason=why)
            if why
            else tr("Reset starts a run with what was changed."),
        )
        findings = self.context.doctor.findings
        count = len(report.problems) + len(findings)
        self.problems.setVisible(count > 0 and bool(report.nodes))  # an empty canvas says it itself
        self.problems.setText(
            tr("{n} problem", n=count) if count == 1 else tr("{n} problems", n=count)
        )
        self._name(self.problems, tr("Show what is wrong and how to repair it"))
        grave = not report.ok or any(finding.severity == "error" for finding in findings)
        kind = "error" if grave else "warning"
        _restyle(self.problems, "kind", kind)
        self._fit()
        self._show_icons()
        if not running:
            self._show_numbers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what matters least until the rest has room: nothing is cut or overlaps."""
        offered, lets = self.live.offered(), partial(is_shown, self.context.document.document)
        wanted = {
            self.device: bool(self.device.text()) and lets("device"),
            self.seed: lets("seed"),
            self.live.optimizer: offered[self.live.optimizer] and lets("optimizer"),
            self.live.batch: offered[self.live.batch] and lets("batch_size"),
            self.epoch: True,
            self.rate: True,
            self.live.rate: offered[self.live.rate] and lets("lr"),
        }
        self.play_button.setVisible(lets("play"))
        self.step_button.setVisible(lets("step"))
        self.reset_button.setVisible(lets("reset"))
        self.speed.setVisible(lets("speed"))
        for widget, wish in wanted.items():
            widget.setVisible(wish)
        for widget in wanted:
            for layout in (self.live.row, self.layout()):
                layout.invalidate()
            if self.layout().minimumSize().width() <= self.width():
                break
            widget.hide()

    def _show_file(self, *_: object) -> None:
        model = self.context.document
        self.seed.setText(tr("seed {n}", n=model.document.train.seed))
        name = model.path.name if model.path else shown(model.document.title) or tr("Untitled")
        state = (
            tr("modified") if model.modified else tr("saved") if model.path else tr("not saved yet")
        )
        if not model.path and not model.modified:
            state = tr("preset") if model.preset else tr("new")
        self.file.setText(tr("{name} • {state}", name=name, state=state))

    def _on_restarted(self, _run: int) -> None:
        self._show_speed()
        self._show_numbers()

    def _show_numbers(self) -> None:
        newest = self.context.run.newest
        scalars = dict(newest.scalars) if newest else {}
        self.steps.set(whole(newest.step) if newest else "–")
        self.epoch.set(whole(int(scalars["epoch"])) if "epoch" in scalars else "–")
        self.rate.set(whole(scalars["rate"]) if "rate" in scalars else "–")
        name, value = self._newest(LOSSES)
        self.loss.caption.setText(metric_title(name or LOSSES[0]))
        self.loss.set("–" if value is None else measured(value))
        name, value = self._newest(METRICS)  # which there are depends on the kind of training
        self.score.caption.setText(metric_title(name))
        self.score.set("" if value is None else metric_words(name, value))
        good = value is not None and name in ("accuracy/test", "exact/test") and value >= GOOD
        _restyle(self.score.number, "good", good)

    def _newest(self, names: tuple[str, ...]) -> tuple[str, float | None]:
        """The first of these scalars that this run reports, with its newest value."""
        for name in names:
            value = self.context.run.history.last(name)
            if value is not None:
                return name, value
        return "", None


def _restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def metric_title(name: str) -> str:
    """What a metric is called in the bar."""
    return {
        "loss/train": tr("Loss"),
        "loss/generator": tr("Generator loss"),
        "exact/test": tr("Without mistake"),
        "bits_per_character/test": tr("Bits per character"),
        "accuracy/test": tr("Test accuracy"),
        "r2/test": tr("Test R²"),
        "mae/test": tr("Test error"),
        "modes": tr("Modes found"),
        "distance/test": tr("Test distance"),
        "loss/test": tr("Test loss"),
    }.get(name, name)


def metric_words(name: str, value: float) -> str:
    """A metric with the digits it deserves."""
    if name.startswith(("accuracy", "exact")):
        return percent(value)
    return whole(value) if name == "modes" else measured(value)
