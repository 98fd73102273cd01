"""Sequences in the preview of the data: numbers as lines over the steps, tokens as text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QPainter, QPen, QPolygonF

from playground.gui.theme import Theme, class_colour
from playground.gui.token_words import words_of
from playground.i18n import tr

MOST_LINES = 6  # features drawn of each sample
COLUMNS, ROWS = 3, 2  # samples drawn
_GAP = 8.0  # px
_NAMES = 14.0  # px of height, for the names of the features
_DOT = 1.4  # px, of a sequence of one step


def paint_lines(
    painter: QPainter, rect: QRectF, x: np.ndarray, names: Sequence[str], theme: Theme
) -> None:
    """Some samples (N, steps, features) side by side, all in one scale; a line a feature."""
    count, features = min(len(x), COLUMNS * ROWS), min(x.shape[2], MOST_LINES)
    shown = x[:count, :, :features].astype(np.float64)
    finite = shown[np.isfinite(shown)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    middle, half = (low + high) / 2, (high - low) / 2 or 1.0
    head = QRectF(rect.left(), rect.top(), rect.width(), _NAMES)
    _legend(painter, head, [tr(name) for name in names[:features]], x.shape[2], theme)
    room = rect.adjusted(0, _NAMES, 0, 0)
    columns = min(count, COLUMNS)
    rows = -(-count // columns)
    wide = (room.width() - (columns - 1) * _GAP) / columns
    tall = (room.height() - (rows - 1) * _GAP) / rows
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, sample in enumerate(shown):
        row, column = divmod(number, columns)
        box = QRectF(
            room.left() + column * (wide + _GAP), room.top() + row * (tall + _GAP), wide, tall
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.tokens.line), 1))
        painter.drawRect(box)
        for feature in reversed(range(features)):  # the first one on top
            _line(painter, box, (sample[:, feature] - middle) / half, QColor(class_colour(feature)))


def _line(painter: QPainter, box: QRectF, values: np.ndarray, colour: QColor) -> None:
    """One feature; `values` from -1 to 1 fill the box."""
    height = (box.height() - 6) / 2
    across = np.linspace(box.left() + 2, box.right() - 2, len(values))
    if len(values) == 1:
        across = np.array([box.center().x()])
    points = [
        QPointF(place, box.center().y() - height * value)
        for place, value in zip(across, values, strict=True)
        if np.isfinite(value)
    ]
    painter.setPen(QPen(colour, 1.2))
    if not points:
        return
    if len(points) == 1:
        painter.setBrush(colour)
        painter.drawEllipse(points[0], _DOT, _DOT)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _legend(
    painter: QPainter, head: QRectF, names: Sequence[str], features: int, theme: Theme
) -> None:
    font = painter.font()
    font.setPixelSize(10)
    painter.setFont(font)
    metrics, left = QFontMetricsF(font), head.left()
    shown = list(names) or [tr("x{n}", n=n + 1) for n in range(min(features, MOST_LINES))]
    if features > len(shown):
        shown.append("…")
    for number, name in enumerate(shown):
        colour = QColor(class_colour(number)) if name != "…" else QColor(theme.tokens.secondary)
        painter.setPen(colour)
        place = QRectF(left, head.top(), head.right() - left, head.height())
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        left += metrics.horizontalAdvance(text) + _GAP


def paint_tokens(
    painter: QPainter,
    rect: QRectF,
    x: np.ndarray,
    vocabulary: Sequence[str],
    ink: QColor,
) -> None:
    """Some samples (N, steps), a line of text each; what does not fit is left out at the end."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(ink)
    metrics = QFontMetricsF(font)
    height = metrics.height() + 3
    gap = "" if all(len(word) <= 1 for word in vocabulary) else " "
    for row in range(min(len(x), max(1, int(rect.height() // height)))):
        place = QRectF(rect.left(), rect.top() + row * height, rect.width(), height)
        text = gap.join(words_of(x[row], vocabulary))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
