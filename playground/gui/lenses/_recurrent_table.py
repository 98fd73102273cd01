"""What is known of each of the three: loss, speed, and how its gradient fares on the way back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.gui.theme import class_colour
from playground.gui.widgets.colour_key import small_font
from playground.i18n import mark, tr

NAMES = {"rnn": "RNN", "lstm": "LSTM", "gru": "GRU"}
COLUMNS = {  # name -> head and digits
    "loss": (mark("loss, last {n}"), 3),
    "speed": (mark("steps/s alone"), 1),
    "factor": (mark("gradient, a step back"), 3),
}
LAST = 20  # steps that the loss is the mean of
ROW = 15  # px
NAME_WIDTH, MARK, GAP = 44.0, 8.0, 6.0


def colour_of_kind(kind: str) -> QColor:
    """The colour of a network in everything that is drawn of it."""
    return QColor(class_colour(list(NAMES).index(kind)))


class RecurrentTable(QWidget):
    """Painted at once: so many labels would be laid out anew ten times a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: dict[tuple[str, str], str] = {}  # kind, column -> number
        self.setFixedHeight(ROW * (1 + len(NAMES)) + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def show_texts(self, texts: Mapping[tuple[str, str], str]) -> None:
        """Show these numbers from now on."""
        if texts != self.texts:
            self.texts = dict(texts)
            self.update()

    def full_text(self) -> str:
        """All of it, as words."""
        rows = []
        for kind, name in NAMES.items():
            cells = [
                f"{tr(head, n=LAST)} {self.texts.get((kind, column), '–')}"
                for column, (head, _) in COLUMNS.items()
            ]
            rows.append(f"{name}: {', '.join(cells)}")
        return "; ".join(rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small_font(self))
        quiet, ink = self.palette().placeholderText().color(), self.palette().text().color()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        places = self._columns(painter.fontMetrics())
        painter.setPen(quiet)
        for name, (head, _) in COLUMNS.items():
            x, wide = places[name]
            words = painter.fontMetrics().elidedText(
                tr(head, n=LAST), Qt.TextElideMode.ElideRight, int(wide)
            )
            painter.drawText(QRectF(x, 0, wide, ROW), right, words)
        for row, (kind, name) in enumerate(NAMES.items(), 1):
            top = row * ROW
            painter.fillRect(QRectF(0, top + 6, MARK, 3), colour_of_kind(kind))
            painter.setPen(ink)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(MARK + 4, top, NAME_WIDTH, ROW), left, name)
            for column, (x, wide) in places.items():
                text = self.texts.get((kind, column), "–")
                painter.drawText(QRectF(x, top, wide, ROW), right, text)
        painter.end()

    def _columns(self, metrics: QFontMetrics) -> dict[str, tuple[float, float]]:
        """Left edge and width in px of each column: as its head needs, or less of each alike."""
        needs = {n: metrics.horizontalAdvance(tr(h, n=LAST)) + GAP for n, (h, _) in COLUMNS.items()}
        share = min(1.0, (self.width() - NAME_WIDTH) / sum(needs.values()))
        found, x = {}, NAME_WIDTH
        for name, need in needs.items():
            found[name] = x + share * GAP, share * (need - GAP)
            x += share * need
        return found
