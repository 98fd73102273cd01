"""What the picture of a whole network is made of: small maps of neurons, and lines for weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from playground.gui.cursor import Unit
from playground.gui.depth._marks import Index, Mark, hatch
from playground.gui.graph.style import Look, mix
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Mode, Theme, Tokens
from playground.gui.truth import Reading, written

STEPS = 255  # colours of the symmetric scale, as the theme has them
MISSING = 255  # the index of what is no finite number: transparent, and hatched below
STRIDE = 9  # cells of a small map from one that is read back to the next
WIDEST, THINNEST = 6.0, 0.4  # px of the line of the largest weight, and of 0
LEVELS = 24  # widths that are told apart: a quarter of a px
_NEAR = 4.0  # px from a line that still mean it


def indices(maps: np.ndarray, high: float) -> np.ndarray:
    """Numbers as places in the table of `palette`: uint8 of the same shape.

    The same rounding as `Theme.diverging`, for millions of numbers a second.
    """
    with np.errstate(invalid="ignore"):
        places = np.multiply(maps, np.float32((STEPS // 2) / high), dtype=np.float32)
        np.maximum(places, -(STEPS // 2), out=places)
        np.minimum(places, STEPS // 2, out=places)
        places += STEPS // 2
        np.rint(places, out=places)
        bad = ~np.isfinite(maps) if not np.isfinite(maps.sum()) else None
        if bad is not None:
            places[bad] = MISSING
        found: np.ndarray = places.astype(np.uint8)
    return found


def palette(theme: Theme) -> np.ndarray:
    """ARGB of each place in the table, premultiplied: uint32 (256,)."""
    return _palette(theme.mode)


@lru_cache(maxsize=2)
def _palette(mode: Mode) -> np.ndarray:
    rgba = Theme(mode).diverging(np.linspace(-1.0, 1.0, STEPS), 1.0)
    colours = [QColor(*(int(c) for c in row)).rgba() for row in rgba]
    return np.array([*colours, QColor(0, 0, 0, 0).rgba()], dtype=np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class SmallMap(Mark):
    """The function of a neuron as a small picture.

    Parameters
    ----------
    rect : QRectF
    places : np.ndarray, shape (H, W), uint8
        Of `indices`, the highest row first.
    table : np.ndarray, shape (256,), uint32
        Of `palette`.
    scale : Scale
    tensor : str
    number : int
        Which map of the tensor.
    unit : Unit
    told : str
    sign : bool
        Whether only the sign is shown.
    """

    rect: QRectF
    places: np.ndarray
    table: np.ndarray
    scale: Scale
    tensor: str
    number: int
    unit: Unit
    told: str
    sign: bool = False

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        height, width = self.places.shape
        if self.places.max(initial=0) == MISSING:
            hatch(painter, self.rect, look)
        pixels = self.table[self.places]  # an image with a table of its own takes thrice as long
        image = QImage(
            pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
        )
        painter.drawImage(self.rect, image)
        painter.setPen(_frame(look.tokens))
        painter.drawRect(self.rect)

    def hit(self, at: QPointF) -> Unit | None:
        return self.unit if self.rect.contains(at) else None

    def tip(self, at: QPointF) -> str:
        return self.told if self.rect.contains(at) else ""

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        """Each ninth cell both ways: all go through one table."""
        height, width = self.places.shape
        for row in range(STRIDE // 2, height, STRIDE):
            for column in range(STRIDE // 2, width, STRIDE):
                colour = QColor.fromRgba(int(self.table[self.places[row, column]]))
                at = f't["{self.tensor}"][{self.number}, {height - 1 - row}, {column}]'
                yield Reading(
                    view=view,
                    where=row * width + column,
                    formula=f"{self.scale.high!r} * np.sign({at})" if self.sign else at,
                    colour=colour.getRgb()[:3] if colour.alpha() else (),
                    scale=self.scale,
                )


@lru_cache(maxsize=4)
def _frame(tokens: Tokens) -> QPen:
    return QPen(QColor(tokens.line), 1)


@lru_cache(maxsize=64)
def _pens(tokens: Tokens, widest: float) -> dict[int, QPen]:
    """The pen of each level of width and sign."""
    found = {}
    for level in range(-LEVELS, LEVELS + 1):
        over = tokens.negative if level < 0 else tokens.positive if level else tokens.line
        # mixed, not transparent: where lines cross, that would take the painter twenty times longer
        colour = mix(tokens.panel, over, 0.25 + 0.75 * abs(level) / LEVELS)
        found[level] = QPen(colour, max(THINNEST, widest * abs(level) / LEVELS))
    return found


def _ranked(shares: np.ndarray) -> tuple[list[int], np.ndarray]:
    """Levels of flat shares, and where they stand: large ones last, so that they lie on top.

    Without what is no finite number.
    """
    order = np.flatnonzero(np.isfinite(shares))
    levels = np.rint(LEVELS * shares[order]).astype(int)
    rank = np.argsort(4 * np.abs(levels) + (levels > 0), kind="stable")
    return levels[rank].tolist(), order[rank]


@dataclass(frozen=True, slots=True)
class Weight:
    """A number of a layer that the pointer is on."""

    node: str
    name: str  # "weight" or "bias"
    index: Index
    value: float

    def __str__(self) -> str:
        at = ", ".join(map(str, self.index))
        return f"{self.node}.{self.name}[{at}] = {written(self.value, 4)}"


@dataclass(frozen=True, slots=True, eq=False)
class Edges(Mark):
    """The weights between two columns as lines: as wide as |w|, coloured by the sign.

    Parameters
    ----------
    rect : QRectF
    starts : np.ndarray, shape (inputs, 2)
        Where lines leave, px.
    ends : np.ndarray, shape (outputs, 2)
        Where they arrive.
    weight : np.ndarray, shape (outputs, inputs)
        Of what is visible.
    first : tuple of int
        Output and input of its first number in the whole tensor.
    node : str
        The layer.
    tensor : str
    scale : Scale
        Of the whole layer.
    lit : tuple of (int, int), optional
        Lines that are lit: output, input.
    """

    rect: QRectF
    starts: np.ndarray
    ends: np.ndarray
    weight: np.ndarray
    first: tuple[int, int]
    node: str
    tensor: str
    scale: Scale
    lit: Callable[[int, int], bool] | None = field(default=None)

    def shares(self) -> np.ndarray:
        """Signed parts of the largest width; NaN for what is no finite number."""
        found: np.ndarray = np.clip(self.weight / self.scale.high, -1.0, 1.0)
        found[~np.isfinite(self.weight)] = np.nan
        return found

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        shares = self.shares().ravel()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pens, (levels, order) = _pens(look.tokens, self.widest), _ranked(shares)
        rows, columns = np.divmod(order, len(self.starts))
        ends = np.hstack([self.starts[columns], self.ends[rows]]).tolist()
        lines = [QLineF(*line) for line in ends]
        at = 0
        for level, same in groupby(levels):
            painter.setPen(pens[level])
            upto = at + sum(1 for _ in same)
            painter.drawLines(lines[at:upto])
            at = upto
        if len(order) < len(shares):
            self._paint_missing(painter, look, shares.reshape(self.weight.shape))
        self._paint_lit(painter, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    @property
    def widest(self) -> float:
        """Px of the largest weight: less where the neurons stand close."""
        ends = np.concatenate([self.starts[:, 1], self.ends[:, 1]])
        pitch = np.ptp(ends) / max(len(self.starts), len(self.ends), 2)
        return float(np.clip(0.12 * pitch, 2.5, WIDEST))

    def _paint_missing(self, painter: QPainter, look: Look, shares: np.ndarray) -> None:
        """What is no finite number: dotted, in no colour of the scale."""
        pen = QPen(QColor(look.tokens.secondary), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for row, column in np.argwhere(~np.isfinite(shares)).tolist():
            painter.drawLine(QLineF(*self.starts[column].tolist(), *self.ends[row].tolist()))

    def _paint_lit(self, painter: QPainter, look: Look) -> None:
        if self.lit is None:
            return
        painter.setPen(QPen(QColor(look.tokens.accent), 1.4))
        for row in range(len(self.ends)):
            for column in range(len(self.starts)):
                if self.lit(row + self.first[0], column + self.first[1]):
                    start, end = self.starts[column].tolist(), self.ends[row].tolist()
                    painter.drawLine(QLineF(*start, *end))

    def near(self, at: QPointF) -> Weight | None:
        """The weight whose line runs under a point, the nearest one."""
        if not self.rect.contains(at) or not self.weight.size:
            return None
        away = self._away(np.array([at.x(), at.y()]))
        row, column = np.unravel_index(int(away.argmin()), away.shape)
        reach = max(_NEAR, self.widest * abs(float(np.nan_to_num(self.shares()[row, column]))) / 2)
        if away[row, column] > reach:
            return None
        index = (int(row) + self.first[0], int(column) + self.first[1])
        return Weight(self.node, "weight", index, float(self.weight[row, column]))

    def _away(self, point: np.ndarray) -> np.ndarray:
        """Px from a point to each line, (outputs, inputs)."""
        start, end = self.starts[None], self.ends[:, None]
        along = end - start
        share = ((point - start) * along).sum(-1) / np.maximum((along**2).sum(-1), 1e-9)
        foot = start + np.clip(share, 0, 1)[..., None] * along
        found: np.ndarray = np.hypot(*np.moveaxis(point - foot, -1, 0))
        return found

    def tip(self, at: QPointF) -> str:
        found = self.near(at)
        return str(found) if found is not None else ""

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        for (row, column), share in np.ndenumerate(self.shares()):
            finite = bool(np.isfinite(share))
            yield Reading(
                view=view,
                where=row * len(self.starts) + column,
                tensor=self.tensor,
                index=(row + self.first[0], column + self.first[1]),
                scale=self.scale,
                length=float(share) if finite else None,
                colour=None if finite else (),
            )


@dataclass(frozen=True, slots=True, eq=False)
class BiasDot(Mark):
    """The bias of a neuron, as a square at its lower left corner, in the colours of the weights."""

    rect: QRectF
    value: float
    scale: Scale
    tensor: str
    node: str
    unit: int

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        rgba = self._colour(theme)
        if rgba[3]:
            painter.fillRect(self.rect, QColor(*(int(c) for c in rgba)))
        else:
            hatch(painter, self.rect, look)
        painter.setPen(QPen(QColor(look.tokens.panel), 1))
        painter.drawRect(self.rect)

    def _colour(self, theme: Theme) -> np.ndarray:
        value = self.value if np.isfinite(self.value) else np.nan
        found: np.ndarray = self.scale.colours(theme, np.array([value]))[0]
        return found

    def near(self, at: QPointF) -> Weight | None:
        """The bias, where the pointer is on it."""
        if not self.rect.adjusted(-2, -2, 2, 2).contains(at):
            return None
        return Weight(self.node, "bias", (self.unit,), self.value)

    def tip(self, at: QPointF) -> str:
        found = self.near(at)
        return str(found) if found is not None else ""

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        rgba, middle = self._colour(theme), self.rect.center().toPoint()
        yield Reading(
            view=view,
            where=QRect(middle, middle),
            tensor=self.tensor,
            index=(self.unit,),
            colour=tuple(int(c) for c in rgba[:3]) if rgba[3] else (),
            scale=self.scale,
        )
