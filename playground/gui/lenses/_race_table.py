"""Who races: settings one may change, and how far each one is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from playground.explain.race.track import FIRST, RACERS, SECOND, TOLERANCE, Racer
from playground.gui.lenses._race_map import colour_of_kind
from playground.gui.truth import written
from playground.gui.widgets.number_field import NumberField
from playground.i18n import mark, tr

NAMES = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "nesterov": "Nesterov",
    "rmsprop": "RMSprop",
    "adam": "Adam",
    "adamw": "AdamW",
}
HEADS = (
    "",
    mark("rate"),
    "μ, β₁",
    "α, β₂",
    mark("loss"),
    mark("distance"),
    mark("arrived"),
)
HELP = (
    mark("Who takes part"),
    mark("Learning rate: size of each step"),
    mark("How long former steps are remembered: momentum μ, or β₁ of Adam"),
    mark("How long squared gradients are remembered: α of RMSprop, β₂ of Adam"),
    mark("Loss where it stands now"),
    mark("From where it stands now to the nearest minimum"),
    mark("Steps until the loss was at most {tolerance}"),
)
LIMITS = {"lr": (1e-6, 10.0), "first": (0.0, 0.9999), "second": (0.0, 0.999999)}
LACKING = {
    (racer.kind, name)
    for racer in RACERS
    for name, those in (("first", FIRST), ("second", SECOND))
    if racer.kind not in those
}
DIGITS = 3


class Figure(QLabel):
    """A number of the table; hatched for who has diverged."""

    def __init__(self) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hatched = False
        self.setMinimumWidth(48)

    def show_text(self, text: str, hatched: bool = False) -> None:
        """Write a number, or words on a hatched ground."""
        self.setText(text)
        if hatched != self.hatched:
            self.hatched = hatched
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hatched:
            painter = QPainter(self)
            ink = QColor(self.palette().mid().color())
            painter.fillRect(QRectF(self.rect()), QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.end()
        super().paintEvent(event)


class RaceTable(QWidget):
    """A row a racer: on or off, settings, loss, distance, steps to the tolerance."""

    edited = Signal(object)  # the Racer as the user wants it
    pointed_at = Signal(str)  # kind, "" when the pointer leaves
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.racers: dict[str, Racer] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.fields: dict[tuple[str, str], NumberField] = {}
        self.figures: dict[tuple[str, str], Figure] = {}
        self.heads = [QLabel() for _ in HEADS]
        self._kinds: dict[QObject, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(1)
        for column, label in enumerate(self.heads):
            label.setObjectName("lensLegend")
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, 0, column, side)
        for row, racer in enumerate(RACERS, 1):
            self._add_row(row, racer.kind)
        self._grid.setRowStretch(len(RACERS) + 1, 1)
        self._grid.setColumnStretch(0, 1)
        self.retranslate()

    def _add_row(self, row: int, kind: str) -> None:
        box = self.boxes[kind] = QCheckBox(NAMES[kind])
        box.setStyleSheet(f"QCheckBox {{ color: {colour_of_kind(kind)}; font-weight: 600; }}")
        box.setMinimumWidth(box.sizeHint().width())
        box.toggled.connect(lambda on: self._edit(kind, "on", on))
        self._put(box, row, 0, kind)
        for column, name in enumerate(("lr", "first", "second"), 1):
            if (kind, name) in LACKING:
                continue
            low, high = LIMITS[name]
            field = NumberField(whole=False, minimum=low, maximum=high, log=name == "lr")
            field.setFixedWidth(62)
            field.edited.connect(lambda value, n=name: self._edit(kind, n, value))
            self.fields[kind, name] = field
            self._put(field, row, column, kind)
        for column, name in enumerate(("loss", "distance", "arrived"), 4):
            figure = self.figures[kind, name] = Figure()
            self._put(figure, row, column, kind)

    def _put(self, widget: QWidget, row: int, column: int, kind: str) -> None:
        self._grid.addWidget(widget, row, column)
        self._kinds[widget] = kind
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed_at.emit(self._kinds.get(watched, ""))
        return super().eventFilter(watched, event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit("")

    def show_racers(self, racers: tuple[Racer, ...]) -> None:
        """Show these settings."""
        self.racers = {racer.kind: racer for racer in racers}
        for kind, racer in self.racers.items():
            box = self.boxes[kind]
            box.blockSignals(True)  # told by us, not by the user
            box.setChecked(racer.on)
            box.blockSignals(False)
            for name in ("lr", "first", "second"):
                field = self.fields.get((kind, name))
                if field is not None:
                    field.set_value(getattr(racer, self._setting(kind, name)))
                    field.setEnabled(racer.on)

    def show_figures(self, kind: str, figures: tuple[float, float, int | None] | None) -> None:
        """Loss, distance and steps to the tolerance of a racer; None for who is not there."""
        texts = ("", "", "")
        if figures is not None:
            loss, distance, arrived = figures
            when = "–" if arrived is None else str(arrived)
            texts = (written(loss, DIGITS), written(distance, DIGITS), when)
        self._write(kind, texts)

    def show_diverged(self, kind: str, step: int) -> None:
        """Say that a racer is gone since a step."""
        self._write(kind, (tr("diverged"), tr("at {step}", step=step), "–"), hatched=True)

    def _write(self, kind: str, texts: tuple[str, str, str], hatched: bool = False) -> None:
        for name, text in zip(("loss", "distance", "arrived"), texts, strict=True):
            self.figures[kind, name].show_text(text, hatched)

    @staticmethod
    def _setting(kind: str, name: str) -> str:
        return {"first": FIRST, "second": SECOND}[name][kind] if name != "lr" else "lr"

    def _edit(self, kind: str, name: str, value: object) -> None:
        racer = self.racers[kind]
        if name == "on":
            self.edited.emit(replace(racer, on=bool(value)))
            return
        low, high = LIMITS[name]
        if isinstance(value, int | float) and low <= value <= high:
            self.edited.emit(replace(racer, **{self._setting(kind, name): float(value)}))
            return
        self.fields[kind, name].set_value(None)
        self.fields[kind, name].set_value(getattr(racer, self._setting(kind, name)))
        self.refused.emit(
            tr("{value} is no number from {low} to {high}.", value=value, low=low, high=high)
        )

    def retranslate(self) -> None:
        """Set every text again."""
        for label, head, words in zip(self.heads, HEADS, HELP, strict=True):
            label.setText(tr(head) if head else "")
            label.setToolTip(tr(words, tolerance=TOLERANCE))
        for (kind, name), field in self.fields.items():
            column = 1 + ("lr", "first", "second").index(name)
            words = tr(HELP[column])
            field.setAccessibleName(f"{NAMES[kind]}: {words}")
            field.setToolTip(words)
        for kind, box in self.boxes.items():
            box.setToolTip(tr("{name} takes part", name=NAMES[kind]))
