"""A picture of some samples: images, points of the plane, sequences, or rows of a table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.data.base import Field
from playground.gui.panels._sequences import paint_lines, paint_tokens
from playground.gui.theme import Theme, class_colour
from playground.i18n import tr

IMAGE_COLUMNS, IMAGE_ROWS = 6, 4
TABLE_ROWS = 7
COLUMN = 60  # px of a column of a table


class Preview(QWidget):
    """Draws what `show_samples` was given last; a sentence while there is nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._fields: dict[str, Field] = {}
        self._arrays: dict[str, np.ndarray] = {}
        self._message = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, 124)

    def show_samples(self, fields: dict[str, Field], arrays: dict[str, np.ndarray]) -> None:
        """Draw these samples; `arrays` are as `fields` says, in the data's own units."""
        self._fields, self._arrays, self._message = fields, arrays, ""
        self.setToolTip(", ".join(fields["x"].names) if "x" in fields else "")
        self.update()

    def say(self, message: str) -> None:
        """Show a sentence instead."""
        self._fields, self._arrays, self._message = {}, {}, message
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = self._arrays.get("x")
        if x is None or not len(x):
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._message)
        elif x.ndim == 4:
            self._paint_images(painter, x)
        elif self._fields["x"].kind == "token":
            ink = self.palette().color(QPalette.ColorRole.WindowText)
            paint_tokens(painter, QRectF(self.rect()), x, self._fields["x"].vocabulary, ink)
        elif x.ndim == 3:
            paint_lines(painter, QRectF(self.rect()), x, self._fields["x"].names, self.theme)
        elif x.ndim == 2 and x.shape[1] == 2:
            self._paint_points(painter, x)
        else:
            self._paint_table(painter, x.reshape(len(x), -1))

    def _paint_images(self, painter: QPainter, x: np.ndarray) -> None:
        gap = 5
        side = min(
            (self.width() - gap * (IMAGE_COLUMNS - 1)) / IMAGE_COLUMNS,
            (self.height() - gap * (IMAGE_ROWS - 1)) / IMAGE_ROWS,
        )
        side = max(int(side), 8)
        columns = min(max((self.width() + gap) // (side + gap), 1), 12)
        rows = max((self.height() + gap) // (side + gap), 1)
        left = (self.width() - columns * (side + gap) + gap) / 2
        for index, image in enumerate(x[: columns * rows]):
            row, column = divmod(index, columns)
            place = QRectF(left + column * (side + gap), row * (side + gap), side, side)
            painter.drawImage(place, self._image(image))

    def _image(self, image: np.ndarray) -> QImage:
        if image.shape[0] == 3:
            pixels = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8).transpose(1, 2, 0)
            pixels = np.ascontiguousarray(pixels)
            height, width = pixels.shape[:2]
            kind = QImage.Format.Format_RGB888
            return QImage(pixels.data, width, height, 3 * width, kind).copy()
        pixels = np.ascontiguousarray(self.theme.sequential(image[0], 1.0))
        height, width = pixels.shape[:2]
        kind = QImage.Format.Format_RGBA8888
        return QImage(pixels.data, width, height, 4 * width, kind).copy()

    def _paint_points(self, painter: QPainter, x: np.ndarray) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.tokens.line), 1))
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        limit = max(float(np.abs(x).max()), 1e-9) * 1.08
        scale = min(self.width(), self.height()) / 2 / limit
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._point_colours(len(x))
        for (px, py), colour in zip(x, colours, strict=True):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(middle.x() + px * scale, middle.y() - py * scale), 2.3, 2.3)

    def _point_colours(self, count: int) -> list[QColor | str]:
        y = self._arrays.get("y")
        if y is None:
            return [self.theme.tokens.accent] * count
        if y.ndim == 1 and self._fields["y"].classes:  # one-hot only after the split
            return [class_colour(int(label)) for label in y]
        values = y.reshape(count, -1)
        if values.shape[1] > 1:
            return [class_colour(int(label)) for label in values.argmax(axis=1)]
        limit = float(np.abs(values).max()) or 1.0
        return [QColor(*map(int, rgba)) for rgba in self.theme.diverging(values[:, 0], limit)]

    def _paint_table(self, painter: QPainter, x: np.ndarray) -> None:
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        field, height = self._fields["x"], QFontMetricsF(font).height() + 4
        classes = self._class_names(len(x))
        columns = max(min(int(self.width() // COLUMN) - bool(classes), x.shape[1]), 1)
        width = self.width() / (columns + bool(classes))
        rows = max(min(TABLE_ROWS, int(self.height() // height) - 1), 1)
        for column in range(columns):
            named = column < len(field.names)
            name = field.names[column] if named else tr("x{n}", n=column + 1)
            cells = [f"{value:.4g}" for value in x[:rows, column]]
            self._paint_column(painter, QRectF(column * width, 0, width - 6, height), name, cells)
        if classes:
            place = QRectF(columns * width, 0, width - 2, height)
            self._paint_column(painter, place, tr("class"), classes[:rows])
        painter.setPen(QPen(QColor(self.theme.tokens.line), 1))
        painter.drawLine(QPointF(0, height - 2), QPointF(self.width(), height - 2))

    def _paint_column(self, painter: QPainter, top: QRectF, name: str, cells: list[str]) -> None:
        metrics, left = painter.fontMetrics(), Qt.AlignmentFlag.AlignLeft
        roles = QPalette.ColorRole
        for row, text in enumerate([name, *cells]):
            painter.setPen(self.palette().color(roles.WindowText if row else roles.PlaceholderText))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(top.width()))
            painter.drawText(top.translated(0, row * top.height()), left, shown)

    def _class_names(self, count: int) -> list[str]:
        """The class of each sample in words; empty for data without classes."""
        y, field = self._arrays.get("y"), self._fields.get("y")
        if y is None or field is None or not field.classes:
            return []
        labels = y if y.ndim == 1 else y.reshape(count, -1).argmax(axis=1)
        return [tr(field.classes[int(label)]) for label in labels]
