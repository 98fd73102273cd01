"""Many small pictures, laid out to fill the room: feature maps, kernels, samples, predictions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """One picture with the numbers behind it.

    Parameters
    ----------
    rgba : np.ndarray, shape (H, W, 4), uint8
        What is painted, one cell a number.
    values : np.ndarray, shape (H, W)
        What the colours stand for; shown under the pointer.
    caption : str
        Short text below; "" for none.
    colour : str
        Colour of the caption as #rrggbb; "" for the palette's text colour.
    name : str
        What it is, for the tooltip.
    """

    rgba: np.ndarray
    values: np.ndarray
    caption: str = ""
    colour: str = ""
    name: str = ""
    image: QImage = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "image", to_image(self.rgba))


def to_image(rgba: np.ndarray) -> QImage:
    """A QImage of an (H, W, 4) uint8 array that owns its pixels.

    In the format that Qt's painter scales thirty times as fast as the others.
    """
    pixels = np.ascontiguousarray(rgba)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class Spot(NamedTuple):
    """A cell of a tile, or a whole row of it."""

    tile: int
    row: int
    column: int | None = None


class Tiles(QWidget):
    """Paints tiles in rows, as large as fits, pixels square; one may fill the room."""

    hovered = Signal(int, int, int)  # tile, row, column; -1, -1, -1 when the pointer leaves
    clicked = Signal(int)  # tile

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 6,
        largest: int = 160,
        framed: bool = False,
        columns: int = 0,
        foot: bool = False,
    ) -> None:
        super().__init__(parent)
        self.tiles: tuple[Tile, ...] = ()
        self._gap, self._largest, self._fill = gap, largest, False
        self._framed = framed  # where the lowest colour is that of the ground
        self.foot = foot  # captions stand below the last row alone
        self.columns = columns  # in each row; 0: as many as make the tiles largest
        self.lit: frozenset[int] = frozenset()  # tiles that stand out
        self.spot: Spot | None = None  # the row or cell of a tile that stands out
        self.setMouseTracking(True)
        self.setMinimumSize(60, 60)

    def set_tiles(self, tiles: Sequence[Tile], fill: bool = False) -> None:
        """Show these from now on; with `fill`, a single tile may have cells that are not square."""
        self.tiles, self._fill = tuple(tiles), fill
        self.update()

    def light(self, tiles: Iterable[int]) -> None:
        """Let these tiles stand out, and no others."""
        lit = frozenset(tiles)
        if lit != self.lit:
            self.lit = lit
            self.update()

    def point_out(self, spot: Spot | None) -> None:
        """Let this cell or row stand out, and no other; only where it was and is, is painted."""
        if spot != self.spot:
            old, self.spot = self.spot, spot
            for place in (old, spot):
                rect = self.outline(place)
                if rect is not None:
                    self.update(rect.adjusted(-3, -3, 3, 3).toAlignedRect())

    def outline(self, spot: Spot | None) -> QRectF | None:
        """Where a cell or row is painted; None where it is not."""
        rects = self.rectangles() if spot is not None else []
        if spot is None or not spot.tile < len(rects):
            return None
        rect, (rows, columns) = rects[spot.tile], self.tiles[spot.tile].values.shape[:2]
        if not (spot.row < rows and (spot.column is None or spot.column < columns)):
            return None
        high, wide = rect.height() / rows, rect.width() / columns
        top = rect.top() + spot.row * high
        if spot.column is None:
            return QRectF(rect.left(), top, rect.width(), high)
        return QRectF(rect.left() + spot.column * wide, top, wide, high)

    def sizeHint(self) -> QSize:
        return QSize(260, 180)

    def rectangles(self) -> list[QRectF]:
        """Where each picture is painted; as many as there is room for."""
        if not self.tiles:
            return []
        if len(self.tiles) == 1 and self._fill:
            return [self._alone()]
        caption = 0.0 if self.foot else self._caption_height()
        aspect = max(t.rgba.shape[0] / max(t.rgba.shape[1], 1) for t in self.tiles)
        columns, side = self._best(len(self.tiles), aspect, caption)
        cell_h = side * aspect + caption
        # never paint beyond the widget: what does not fit is left out, not drawn over neighbours
        room = (self._high + self._gap) / (cell_h + self._gap)
        rows = max(1, int(room + 1e-6))  # the cells were made to fit: rounding takes no row
        found = []
        for index, tile in enumerate(self.tiles[: rows * columns]):
            row, column = divmod(index, columns)
            height, width = tile.rgba.shape[:2]
            scale = min(side / width, side * aspect / height)
            x, y = column * (side + self._gap), row * (cell_h + self._gap)
            found.append(QRectF(x, y, width * scale, height * scale))
        return found

    @property
    def _high(self) -> float:
        """Px for the rows."""
        return self.height() - (self._caption_height() if self.foot else 0.0)

    def _alone(self) -> QRectF:
        rows, columns = self.tiles[0].values.shape[:2]
        cell = 40.0  # px; a few numbers do not become a wall of colour
        return QRectF(0, 0, min(self.width(), cell * columns), min(self.height(), cell * rows))

    def _caption_height(self) -> float:
        if not any(t.caption for t in self.tiles):
            return 0.0
        return QFontMetricsF(self._caption_font()).height() + 2

    def _caption_width(self) -> float:
        metrics = QFontMetricsF(self._caption_font())
        captions = {tile.caption for tile in self.tiles}
        return min(max(metrics.horizontalAdvance(caption) for caption in captions), 90.0)

    def _caption_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setBold(True)
        return font

    def _best(self, count: int, aspect: float, caption: float) -> tuple[int, float]:
        smallest = self._caption_width() if caption else 8.0  # px
        best = (1, smallest)
        for columns in (self.columns,) if self.columns else range(1, count + 1):
            rows = math.ceil(count / columns)
            wide = (self.width() - (columns - 1) * self._gap) / columns
            high = ((self._high - (rows - 1) * self._gap) / rows - caption) / aspect
            side = min(wide, high, float(self._largest))
            if side > best[1]:
                best = (columns, side)
        if best == (1, smallest) and self.columns:
            return self.columns, 1.0
        if best == (1, smallest):  # too many: smallest tiles, as many as fit
            columns = max(1, int((self.width() + self._gap) // (smallest + self._gap)))
            return columns, smallest
        return best

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._caption_font())
        text, gap = self.palette().text().color(), self._caption_height()
        metrics, fitting = QFontMetricsF(painter.font()), {}
        for index, (tile, rect) in enumerate(zip(self.tiles, self.rectangles(), strict=False)):
            painter.drawImage(rect, tile.image)
            if index in self.lit:
                painter.setPen(QPen(self.palette().highlight().color(), 2))
                painter.drawRect(rect.adjusted(-1, -1, 1, 1))
            if self._framed:
                painter.setPen(self.palette().mid().color())
                painter.drawRect(rect.adjusted(0, 0, -1, -1))  # the pen lies right and below
            if tile.caption:
                painter.setPen(QColor(tile.colour) if tile.colour else text)
                below = QRectF(rect.left(), rect.bottom(), rect.width(), gap)
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
                fit = tile.caption, rect.width()  # many say the same
                words = fitting.get(fit)
                if words is None:
                    words = metrics.elidedText(fit[0], Qt.TextElideMode.ElideRight, fit[1])
                    fitting[fit] = words
                painter.drawText(below, flags, words)
        spot = self.outline(self.spot)
        if spot is not None:
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(spot)
        painter.end()

    def find(self, at: QPointF) -> tuple[int, int, int]:
        """Tile, row and column under a point; (-1, -1, -1) for none."""
        for index, rect in enumerate(self.rectangles()):
            if rect.contains(at):
                height, width = self.tiles[index].values.shape[:2]
                row = min(int((at.y() - rect.top()) / rect.height() * height), height - 1)
                column = min(int((at.x() - rect.left()) / rect.width() * width), width - 1)
                return index, row, column
        return -1, -1, -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.find(event.position())
        self.hovered.emit(*place)
        index, row, column = place
        if index >= 0:
            tile = self.tiles[index]
            at = f"[{row}, {column}]" if tile.values.size > 1 else ""
            value = f"{float(tile.values[row, column]):.4g}"
            QToolTip.showText(event.globalPosition().toPoint(), f"{tile.name}{at} = {value}", self)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.find(event.position())[0]
        if index >= 0:
            self.clicked.emit(index)

    def leaveEvent(self, event: QHelpEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1, -1, -1)

    def tile_at(self, point: QPoint) -> int:
        """Index of the tile under a point, -1 for none."""
        return self.find(QPointF(point))[0]
