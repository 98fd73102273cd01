"""What the last update of a racer did, in words and in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from playground.explain.race.track import Track
from playground.explain.race.update import lines, values
from playground.gui.lenses._race_map import colour_of_kind
from playground.gui.lenses._race_table import NAMES
from playground.gui.truth import written
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr

AXES = ("x", "y")
DIGITS = 3
SETTINGS = ("lr", "mu", "alpha", "beta1", "beta2", "rest1", "rest2", "decay")
SAID = {
    "sgd": mark("Each weight moves against its slope g, as far as the slope is steep."),
    "momentum": mark(
        "Slopes add up to a velocity v that fades by μ: swings across a valley cancel, "
        "the way along it adds up."
    ),
    "nesterov": mark(
        "As momentum, but the slope is weighed as if the velocity had been followed already: "
        "it brakes earlier."
    ),
    "rmsprop": mark(
        "The slope is divided by the root of its mean square s: steep and flat directions "
        "move alike."
    ),
    "adam": mark(
        "Mean slope m over the root of the mean square s; dividing by 1 − βᵗ makes up for "
        "both having begun at 0."
    ),
    "adamw": mark(
        "As Adam; besides, each weight shrinks by lr·λ of itself, which draws the minimum "
        "a little towards 0."
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A number that stands in the caption: its name in `values`, the axis, and the text."""

    name: str
    axis: int
    text: str


def _formulas() -> QTextEdit:
    """Rich text to read, mark and copy, in the room that is left.

    A label in an area that scrolls lays it out five times at each step, to say how large it is.
    """
    text = QTextEdit(readOnly=True, undoRedoEnabled=False)
    text.setFrameShape(QFrame.Shape.NoFrame)
    text.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    text.viewport().setAutoFillBackground(False)
    text.document().setDocumentMargin(0)
    return text


class RaceWords(QWidget):
    """A sentence on the update, then each assignment with its numbers, for x and for y."""

    wanted = Signal()  # this optimiser in the network

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track: Track | None = None
        self.step = 0
        self.head, self.use = ElidedLabel(), QPushButton(objectName="link")
        self.use.clicked.connect(self.wanted)
        self.text = _formulas()
        self.said = QLabel(wordWrap=True)
        self.said.setObjectName("lensLegend")
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.text, 1)
        self.shown: list[Shown] = []

    def show_update(self, track: Track | None, step: int) -> None:
        """Tell the update that led to a step; None for no racer."""
        self.track, self.step = track, 0 if track is None else track.at(step)
        self.use.setVisible(track is not None)
        self.shown = []
        if track is None:
            self.head.setText(tr("Nobody takes part."))
            self.said.setText("")
            self._put("")
            return
        name = NAMES[track.racer.kind]
        if not self.step:
            self.head.setText(tr("{name}: before the first step", name=name))
        else:
            self.head.setText(tr("{name}: what step {step} did", name=name, step=self.step))
        style = f"color: {colour_of_kind(track.racer.kind)}; font-weight: 600;"
        if style != self.head.styleSheet():  # to style a widget takes as long as all the rest
            self.head.setStyleSheet(style)
        self.said.setText(tr(SAID[track.racer.kind]))
        self._put(self._table(track) if self.step else "")

    def _put(self, html: str) -> None:
        """Write the formulas; who has scrolled stays where he is."""
        bars = self.text.horizontalScrollBar(), self.text.verticalScrollBar()
        places = [bar.value() for bar in bars]
        self.text.setHtml(html)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def _table(self, track: Track) -> str:
        rows = []
        for axis, letter in enumerate(AXES):
            known = values(track, self.step, axis)
            for line in lines(track):
                symbol = letter if line.symbol == "w" else f"{line.symbol}<sub>{letter}</sub>"
                rule = line.rule.replace("w", letter)
                numbers = "".join(self._put_in(line.numbers, known, axis))
                result = self._number(line.result, known, axis)
                rows.append(
                    f"<tr><td>{symbol} ←&nbsp;</td><td>{rule}&nbsp;</td>"
                    f"<td>= {numbers} = <b>{result}</b></td></tr>"
                )
        return f"<table cellspacing='0' cellpadding='1'>{''.join(rows)}</table>"

    def _put_in(self, numbers: str, known: dict[str, float], axis: int) -> Iterator[str]:
        """The line with its numbers; negative ones in brackets, but at its beginning."""
        for before, name, _, _ in Formatter().parse(numbers):
            yield before
            if name:
                text = self._number(name, known, axis)
                yield f"({text})" if known[name] < 0 else text

    def _number(self, name: str, known: dict[str, float], axis: int) -> str:
        value = known[name]
        text = f"{value:.6g}" if name in SETTINGS else written(value, DIGITS)  # as it was typed
        self.shown.append(Shown(name, axis, text))
        return text
