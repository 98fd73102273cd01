"""One number of a softmax or a normalisation: its statement, and all that are summed up with it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF

from playground.explain import stages
from playground.explain.base import Ref
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Bar, Claim, Index, Mark, Words, figure
from playground.gui.depth._panels import LINE, tensor_panel
from playground.gui.depth._staged import StagedSheet
from playground.gui.depth.base import Level, depth_view
from playground.gui.depth.pointwise import PointwiseView
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

_ROW, _NAME, _NUMBER, _GAP = 20.0, 84.0, 62.0, 12.0  # px


@depth_view("steps-arithmetic", blocks=stages.PICTURED, levels=(Level.ARITHMETIC,))
class StepsArithmetic(StagedSheet, PointwiseView):
    """The formula with its numbers; below it every step, and each number of the sum."""

    def needs(self) -> tuple[str, ...]:
        return ("out", "in/0")

    def _notes(self, rect: QRectF) -> list[Mark]:
        marks = super()._notes(rect)
        if marks:
            rect = rect.adjusted(0, LINE + 8, 0, 0)
        steps = self.stages()
        if not steps:
            return [*marks, *self._pictures(rect)]
        left = QRectF(rect.left(), rect.top(), min(rect.width() * 0.45, 300.0), rect.height())
        marks += self._steps(left, steps)
        group = stages.line(self.kind, self.params, self.values, self.place.cell)
        right = QRectF(left.right() + 2 * _GAP, rect.top(), 0, rect.height())
        right.setRight(rect.right())
        rows = len(steps)
        if group and right.width() > _NAME + _NUMBER:
            marks += self._group(right, group, steps)
            rows = max(rows, len(group) + 1)
        rest = QRectF(rect)
        rest.setTop(rect.top() + rows * _ROW + 12)
        return [*marks, *self._pictures(rest)]

    def _steps(self, rect: QRectF, steps: Sequence[stages.Stage]) -> list[Mark]:
        """One row a step: its name and what it makes of this number."""
        marks: list[Mark] = []
        for number, stage in enumerate(steps):
            top = rect.top() + number * _ROW
            if top + _ROW > rect.bottom():
                break
            at = _broadcast(self.place.cell, stage.values.shape)
            name = QRectF(rect.left(), top, rect.width() - _NUMBER - 4, _ROW)
            claim = Claim(formula=f"{self.expression(stage)}[{at!r}]")
            place = QRectF(rect.right() - _NUMBER, top, _NUMBER, _ROW)
            value = float(stage.values[at])
            title = self.title(stage)
            marks += [Words(name, title, ink="secondary", told=title), figure(place, value, claim)]
        return marks

    def _group(
        self, rect: QRectF, group: tuple[Index, ...], steps: Sequence[stages.Stage]
    ) -> list[Mark]:
        """All numbers of the axis: what arrives, and what share of the sum it has."""
        soft = self.kind == "softmax"
        name = "out" if soft else "in/0"
        values = np.array([self.values[name][index] for index in group], dtype=np.float64)
        fits = max(1, int(rect.height() // _ROW) - 1)
        here = group.index(self.place.cell)
        start = min(max(here - fits // 2, 0), max(len(group) - fits, 0))
        said = tr("share of the sum") if soft else tr("all numbers of the mean")
        head = QRectF(rect.left(), rect.top(), rect.width(), _ROW)
        if len(group) > fits:
            said = tr("{title}: {n} of {count}", title=said, n=fits, count=len(group))
        marks: list[Mark] = [Words(head, said, ink="secondary", font="small")]
        scale = Scale.of(values)
        for row, place in enumerate(range(start, min(start + fits, len(group)))):
            index, top = group[place], rect.top() + (row + 1) * _ROW
            marks += self._member(QRectF(rect.left(), top, rect.width(), _ROW), name, index, scale)
        return marks

    def _member(self, rect: QRectF, name: str, index: Index, scale: Scale) -> list[Mark]:
        """One number of the axis: where it is, how large, and a bar."""
        ref = Ref(name, index)
        claim, told, unit = self._claim(ref), self._told(ref), self._unit(ref)
        value, here = float(self.values[name][index]), index == self.place.cell
        at = QRectF(rect.left(), rect.top(), _NAME, rect.height())
        text = "[{}]".format(", ".join(map(str, index)))
        ink, font = ("ink", "bold_number") if here else ("secondary", "number")
        place = QRectF(at.right(), rect.top(), _NUMBER, rect.height())
        bar = QRectF(place.right() + _GAP, rect.top() + 4, 0, rect.height() - 8)
        bar.setRight(min(rect.right(), bar.left() + 240.0))
        marks: list[Mark] = [
            Words(at, text, ink=ink, font="small_number", index=unit, told=told),
            figure(place, value, claim, font=font, told=told, index=unit),
        ]
        if bar.width() > 16:
            marks.append(Bar(bar, value, scale, claim, told=told, index=unit))
        return marks

    def _pictures(self, rect: QRectF) -> list[Mark]:
        """Where the number comes from, ringed in what arrives and in what leaves."""
        names = [*stages.input_names(self.values), "out"]
        if rect.height() < 5 * LINE + 80:
            return []
        wide = (rect.width() - (len(names) - 1) * _GAP) / len(names)
        marks: list[Mark] = []
        for number, name in enumerate(names):
            place = QRectF(rect.left() + number * (wide + _GAP), rect.top(), wide, rect.height())
            node = self.node if name == "out" else self.source(name)
            title = tr("output") if name == "out" else tr("input from {id}", id=node)
            unit = lambda index, node=node: Unit(node, index)  # noqa: E731
            made = tensor_panel(place, title, self.values[name], self.full(name), node, None, unit)
            marks += made
        return marks


def _broadcast(cell: Index, shape: tuple[int, ...]) -> Index:
    """A place in a tensor whose axes that were summed over have length 1."""
    return tuple(min(i, n - 1) for i, n in zip(cell, shape, strict=True))
