"""Lens: draw a sample, and see what the network makes of it."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from playground.data._ink import PEN, fitted, rasterise
from playground.data.base import Field
from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.lenses._drawn_hover import DrawnHover
from playground.gui.lenses._pictures import Scale
from playground.gui.lenses._readings import cells, colour_of, shifted
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading, written
from playground.gui.widgets.ink_pad import InkPad
from playground.gui.widgets.share_bars import ShareBars
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.answer import Answer
from playground.telemetry.probes.own import Own

PACE_MS = 40  # a moving pen asks for an answer so often
INK = Scale(0.0, 1.0)
SHARES = Scale(0.0, 1.0)
_NUMBERS = itertools.count(1)  # of drawings, in whichever view: another drawing, another number


@lens("drawing", title=mark("Draw a sample"))
class DrawingLens(Lens):
    """A pad; beside it the picture that the network gets, and the probability of each class.

    While something is drawn, cards and all other views follow it through the network.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.pad, self.seen, self.bars = InkPad(PEN), Tiles(framed=True, largest=240), ShareBars()
        self.seen.setMinimumSize(60, 60)
        self.clear, self.fit, self.label = QPushButton(), QCheckBox(), QuietCombo()
        self.fit.setChecked(True)
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.asked = QLabel()
        self.own: Own | None = None
        self.values: np.ndarray | None = None
        self._field: Field | None = None
        self._later = QTimer(self, singleShot=True, interval=PACE_MS)
        self._later.timeout.connect(self._send)
        self._lay_out()
        self.pad.changed.connect(self._on_pad)
        self.clear.clicked.connect(self.pad.clear)
        self.fit.toggled.connect(lambda _on: self._send())
        self.label.activated.connect(lambda _index: self._send())
        context.document.report_changed.connect(self._on_report)
        self.hover = DrawnHover(self)
        self.retranslate()
        self.retheme()
        self._on_report()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget in (self.clear, self.fit):
            tools.addWidget(widget)
        tools.addStretch()
        for widget in (self.asked, self.label):
            tools.addWidget(widget)
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.pad, 0, 0)
        grid.addWidget(self.seen, 0, 1)
        grid.addWidget(self.bars, 0, 2)
        grid.addLayout(tools, 1, 0, 1, 3)
        grid.addWidget(self.note, 2, 0, 1, 3)
        for column, stretch in enumerate((5, 2, 4)):
            grid.setColumnStretch(column, stretch)
        grid.setRowStretch(0, 1)

    # -- the base ---------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        return () if self.own is None else (Answer(self.own),)

    def waits_for(self) -> str:
        if self._field is None:
            return tr("This view needs data made of pictures, such as Handwritten digits.")
        return super().waits_for()

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        x, values = snapshot.arrays.get("answer/x"), snapshot.arrays.get("answer/values")
        if x is None or values is None or self.own is None or x.shape != self.own.shape:
            return self._field is not None  # the pad is there to be drawn on
        self.values = values
        self._draw_seen(x)
        self._draw_bars()
        return True

    def readings(self) -> list[Reading]:
        """The picture pixel by pixel; the bars and their numbers, once something is drawn."""
        if self.values is None:
            return []
        found = self._pixels()
        if self.is_blank or not self.bars.names:
            return found
        for row, number in enumerate(self.bars.rows()):
            found.append(
                Reading(
                    view=self.key,
                    where=row,
                    tensor="answer/values",
                    index=(number,),
                    text=self.bars.texts[number],
                    digits=3,
                    length=self.bars.length(number) if self.is_classes else None,
                    scale=SHARES,
                )
            )
        return found

    def on_restarted(self) -> None:
        self.values = None

    def retheme(self) -> None:
        t = self.context.theme.tokens
        self.pad.set_colours(t.sequential_high, t.sequential_low, t.secondary)
        self.bars.colour, self.bars.ground = t.accent, t.field
        self.bars.update()
        if self.own is not None:
            self._draw_seen(self.own.array())

    def retranslate(self) -> None:
        self.pad.hint = tr("Draw here")
        self.pad.setAccessibleName(tr("Pad to draw a sample on"))
        self.seen.setAccessibleName(tr("What the network gets"))
        self.seen.setToolTip(tr("What the network gets"))
        self.bars.setAccessibleName(tr("What the network answers"))
        self.clear.setText(tr("Clear"))
        self.clear.setToolTip(tr("Take all strokes away; Backspace takes the last one"))
        self.fit.setText(tr("Fit"))
        self.fit.setToolTip(
            tr("Move the drawing to the middle and scale it, as the data was prepared")
        )
        self.asked.setText(tr("It is a"))
        self.label.setToolTip(
            tr("What you mean: with it the drawing has a loss, and the chain rule can follow it")
        )
        self.label.setAccessibleName(tr("What the drawing is"))
        self._fill_labels()
        self._say_how()

    def _pixels(self) -> list[Reading]:
        found = []
        for tile, place in zip(self.seen.tiles, self.seen.rectangles(), strict=False):
            for row, column, where in cells(tile, place):
                found.append(
                    Reading(
                        view=self.key,
                        where=where,
                        formula=f't["answer/x"][:, {row}, {column}].mean()',
                        colour=colour_of(tile.rgba[row, column]),
                        scale=INK,
                    )
                )
        return shifted(found, self.seen, self)

    # -- inside -----------------------------------------------------------------------------------

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn."""
        return not self.pad.strokes

    @property
    def is_classes(self) -> bool:
        """Whether the answer is a probability of each class."""
        return bool(self._classes())

    def _classes(self) -> tuple[str, ...]:
        field = self.context.document.report.fields.get("y")
        return field.classes if field is not None else ()

    def _on_report(self, *_: Any) -> None:
        """Other data may have pictures of another size, or none."""
        field = self.context.document.report.fields.get("x")
        shape = field.shape if field is not None else ()
        found = field if len(shape) == 3 and shape[0] in (1, 3) else None
        old, self._field = self._field, found
        self._fill_labels()
        self._say_how()
        if found is None:
            self.own = self.values = None
            self.refresh_probes()
            self._wait()
        elif old is None or old.shape != found.shape:
            self._send()

    def _fill_labels(self) -> None:
        names = ("–", *(tr(name) for name in self._classes()))
        if [self.label.itemText(i) for i in range(self.label.count())] != list(names):
            chosen = max(self.label.currentIndex(), 0)
            self.label.clear()
            self.label.addItems(list(names))
            self.label.setCurrentIndex(chosen if chosen < len(names) else 0)
        for widget in (self.asked, self.label):
            widget.setVisible(self.is_classes)

    def _on_pad(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _send(self) -> None:
        """Make a sample of the strokes, and have the network look at it."""
        if self._field is None:
            return
        dataset = self.context.document.report.dataset
        channels, height, width = self._field.shape
        strokes = self.pad.strokes
        if self.fit.isChecked():
            strokes = fitted(strokes, getattr(dataset, "fills", 1.0), PEN)
        ink = rasterise(strokes, height, width, PEN, getattr(dataset, "levels", 255))
        label = self.label.currentIndex() - 1
        x = np.repeat(ink[None], channels, axis=0)
        self.own = Own.of(next(_NUMBERS), x, label if label >= 0 else None)
        if self.values is None or self.is_blank:  # else it comes with its answer
            self._draw_seen(x)
            self._draw_bars()
        self.refresh_probes()
        if not self.is_blank:
            self.context.selection.follow(Sample(self.own, self.own.number))
        elif not isinstance(self.context.selection.sample.split, str):
            self.context.selection.follow(Sample())
        self._waiting = False
        self._stack.setCurrentWidget(self.body)

    def _draw_seen(self, x: np.ndarray) -> None:
        values = x.mean(axis=0)
        rgba = INK.colours(self.context.theme, values)  # ink has no colour: all channels are alike
        self.seen.set_tiles([Tile(rgba=rgba, values=values, name="")])

    def _draw_bars(self) -> None:
        if self.is_blank or self.values is None:
            self.bars.show_shares((), np.zeros(0), ())
            return
        classes = self._classes()
        names = [tr(c) for c in classes]
        if len(classes) != len(self.values):
            names = [str(number + 1) for number in range(len(self.values))]
        texts = [written(float(value), 3) for value in self.values]
        self.bars.show_shares(names, self.values, texts)

    def _say_how(self) -> None:
        if self._field is None:
            return
        levels = getattr(self.context.document.report.dataset, "levels", 255)
        _, height, width = self._field.shape
        words = tr(
            "{width} × {height} px, ink from 0 to 1 in steps of 1/{levels}, as in the data; no "
            "noise is added",
            width=width,
            height=height,
            levels=levels,
        )
        self.note.setText(words)
