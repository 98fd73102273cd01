"""Layers down, steps across: the likeliest token of each, and below or beside it the next ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.gui.depth._marks import Bar, Cells, Claim, Index, Mark, Words, figure
from playground.gui.graph.style import Look, ink_on
from playground.gui.lenses._attention_rows import NUMBER, ROW, Rows
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme
from playground.gui.truth import Reading, written
from playground.i18n import tr
from playground.telemetry.probes.writing import unpacked

SHARES = Scale(0.0, 1.0)
_WIDE, _SIDE = 560.0, 230.0  # px from which the list stands beside the cells, and its width
_LINE, _GAP = 15.0, 12.0
_LABEL = 120.0  # px, the widest name of a layer
_WIDEST, _TALLEST = 84.0, 56.0  # px of a cell
_LETTER = (9.0, 12.0)  # px; smaller cells have no room for a token
_TOKEN = 84.0  # px of a name in the list


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What a snapshot says; shapes as the probe `LogitLens` tells them.

    Parameters
    ----------
    layers, left_out, head : sequence of str
        Ids of blocks.
    top, shares : np.ndarray, shape (L, T, K)
        The likeliest tokens or classes, and how likely they are.
    each : bool
        Whether there is an answer at each step.
    tokens : np.ndarray or None
        What is read at each step.
    """

    layers: Sequence[str]
    left_out: Sequence[str]
    head: Sequence[str]
    top: np.ndarray
    shares: np.ndarray
    each: bool
    tokens: np.ndarray | None


def read_in(arrays: Mapping[str, np.ndarray]) -> Read | None:
    """What the snapshot has of it, None where it has nothing."""
    names = ("top", "shares", "layers", "left_out", "head", "at")
    found = {name: arrays.get(f"logit_lens/{name}") for name in names}
    if any(value is None for value in found.values()) or not found["top"].size:
        return None
    each = bool(found["at"][3])
    return Read(
        *(unpacked(found[name]) for name in ("layers", "left_out", "head")),
        top=found["top"],
        shares=found["shares"],
        each=each,
        tokens=arrays.get("logit_lens/tokens") if each else None,
    )


@dataclass(frozen=True, slots=True)
class Names:
    """What tokens or classes are called, and the steps."""

    targets: Sequence[str]
    steps: Sequence[str]

    def of(self, number: int) -> str:
        """A token or class."""
        return self.targets[number] if number < len(self.targets) else str(number)


@dataclass(frozen=True, slots=True, eq=False)
class Answers(Cells):
    """The share of the likeliest as colour, and what it is."""

    read: Read | None = None
    names: Names | None = None

    @property
    def lettered(self) -> bool:
        return False  # what stands in a cell is no number

    @property
    def named(self) -> bool:
        """Whether there is room for the tokens."""
        cell = self.cell(0, 0)
        return cell.width() >= _LETTER[0] and cell.height() >= _LETTER[1]

    def hit(self, at: QPointF) -> Index | None:
        return self.at(at)

    def tip(self, at: QPointF) -> str:
        found = self.at(at)
        if found is None or self.read is None or self.names is None:
            return ""
        row, column = found
        best = ", ".join(
            f"{self.names.of(int(number))} {written(float(share), 3)}"
            for number, share in zip(
                self.read.top[row, column], self.read.shares[row, column], strict=True
            )
        )
        return f"{place_words(self.read, self.names, row, column)}: {best}"

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        Cells.paint(self, painter, look, theme, clip)
        if not self.named:
            return
        painter.setFont(look.small)
        metrics = painter.fontMetrics()
        for row, column, name in self._texts():
            cell, colour = self.cell(row, column), self._colours(theme)[row, column]
            painter.setPen(QColor(ink_on(f"#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}")))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(cell.width()) - 1)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        cell = self.cell(0, 0)
        if min(cell.width(), cell.height()) < 3:  # smaller ones share their pixels
            return
        yield from Cells.readings(self, view, theme, look)
        for row, column, name in self._texts() if self.named else ():
            assert self.read is not None  # there is a text
            number = int(self.read.top[row, column, 0])
            formula = f'{{{number}: {name!r}}}.get(int(t["logit_lens/top"][{row}, {column}, 0]))'
            where = self.cell(row, column).toRect()
            yield Reading(view=view, where=where, formula=formula, words=name)

    def _texts(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and token of all cells that are numbers."""
        if self.read is None or self.names is None:
            return
        for row, column in np.argwhere(np.isfinite(self.values)).tolist():
            yield row, column, self.names.of(int(self.read.top[row, column, 0]))


def place_words(read: Read, names: Names, layer: int, step: int) -> str:
    """What a cell is about."""
    if not read.each:
        return tr("after {layer}", layer=read.layers[layer])
    token = names.steps[step]
    return tr("after {layer}, step {i} ({token})", layer=read.layers[layer], i=step, token=token)


class Board:
    """Sets the marks into a rectangle.

    Attributes
    ----------
    marks : list of Mark
    cells : Answers
        The matrix.
    """

    def __init__(
        self, rect: QRectF, look: Look, read: Read, spot: tuple[int, int], names: Names
    ) -> None:
        self.look, self.read, self.spot, self.names = look, read, spot, names
        self.marks: list[Mark] = []
        listed = (read.top.shape[2] + 1) * ROW + _GAP
        left, beside = QRectF(rect), QRectF(rect)
        if rect.width() >= _WIDE:
            left.setRight(rect.right() - _SIDE - _GAP)
            beside.setLeft(rect.right() - _SIDE)
        else:
            left.setBottom(max(rect.bottom() - listed, rect.top() + _LINE + 8))
        self.cells = self._grid(left)
        if rect.width() < _WIDE:
            beside.setTop(self.cells.rect.bottom() + _GAP)
        self._list(beside)

    def _grid(self, rect: QRectF) -> Answers:
        """Cells of whole pixels where there is room for that."""
        layers, steps = self.read.top.shape[:2]
        label = min(max(self._width(name) for name in self.read.layers) + 8, _LABEL)
        label = min(label, rect.width() / 3)
        over = _LINE if self.read.each else 0.0
        width = min((rect.width() - label) / steps, _WIDEST)
        height = min((rect.height() - over) / layers, _TALLEST)
        width, height = (float(int(n)) if n >= 1 else n for n in (width, height))
        corner = QPointF(round(rect.left() + label), round(rect.top() + over))
        cells = Answers(
            QRectF(corner.x(), corner.y(), width * steps, height * layers),
            self.read.shares[..., 0],
            SHARES,
            "logit_lens/shares",
            lambda row, column: (row, column, 0),
            read=self.read,
            names=self.names,
        )
        self.marks.append(cells)
        self._labels(cells, label)
        return cells

    def _labels(self, cells: Answers, label: float) -> None:
        """Names of layers and of steps, as many as can be read."""
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
        cell = cells.cell(0, 0)
        for row in _every(len(self.read.layers), cell.height(), _LETTER[1]):
            name, center = self.read.layers[row], cells.cell(row, 0).center().y()
            where = QRectF(cells.rect.left() - label, center - 8, label - 5, 16)
            ink = "accent" if row == self.spot[0] else "secondary"
            self.marks.append(Words(where, name, ink=ink, font="small", align=right, told=name))
        if not self.read.each:
            return
        for column in _every(len(self.names.steps), cell.width(), _LETTER[0]):
            where = QRectF(cells.cell(0, column))
            where.setBottom(where.top() - 1)
            where.setTop(where.bottom() - _LINE)
            name = self.names.steps[column]
            ink = "accent" if column == self.spot[1] else "secondary"
            told = f"{name} [{column}]"
            self.marks.append(Words(where, name, ink=ink, font="small", align=middle, told=told))

    def _list(self, rect: QRectF) -> None:
        """What the chosen cell says, the likeliest first, as bars."""
        layer, step = self.spot
        rows = Rows(rect)
        rows.line(place_words(self.read, self.names, layer, step))
        for k, number in enumerate(self.read.top[layer, step].tolist()):
            value, index = float(self.read.shares[layer, step, k]), (layer, step, k)
            if rows.bottom + ROW > rect.bottom() + 1:
                break
            name = QRectF(rect.left(), rows.bottom, _TOKEN, ROW)
            figures = QRectF(name.right() + 4, rows.bottom, NUMBER, ROW)
            bar = QRectF(figures.right() + 6, rows.bottom, 10, ROW)
            bar.setRight(max(rect.right(), bar.left() + 10))
            claim, token = Claim("logit_lens/shares", index), self.names.of(number)
            self.marks += [
                Words(name, token, ink="secondary", font="small", told=token),
                figure(figures, value, claim, 3),
                Bar(rows.bar_in(bar), value, SHARES, claim, colour="accent"),
            ]
            rows.bottom += ROW
        self.marks += rows.marks

    def _width(self, text: str) -> float:
        return self.look.width(self.look.small, text)


def _every(count: int, size: float, least: float) -> range:
    """Numbers of rows, so few that their names do not overlap."""
    return range(0, count, max(1, int(-(-least // max(size, 0.1)))))
