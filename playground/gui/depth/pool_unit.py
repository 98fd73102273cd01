"""One map of a pooling: the window slides, the largest number wins or all have an equal share."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRectF

from playground.explain import pool
from playground.explain.base import largest
from playground.explain.windows import OUTSIDE
from playground.gui.depth import _pool_maps as maps
from playground.gui.depth._claims import Computed, at
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Cells, Claim, Mark
from playground.gui.depth._sliding_view import SlidingView
from playground.gui.depth._windows import GAP, LINE, fitted, frame, glow, legend, words
from playground.gui.depth.base import Level, Probe, depth_view
from playground.gui.depth.pool_layer import Pair, PoolView
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr
from playground.telemetry.probes.sensitivity import Sensitivity

_MOST_TERMS = 16  # of a formula
_FOOT = 84.0  # px; room of the formula


class SlidingPool(SlidingView, PoolView):
    """Abstract: a pooling whose output cell `at` is looked at."""

    def taken(self, pair: Pair) -> pool.Pooled:
        """The output cell, taken apart; of the moved input where that is shown."""
        values = pair.source if pair.moved is not None else self.x[self.unit]
        return pool.pooled(values, self.axes, self.at, self.kind, self.padded)

    def term(self, cell: pool.Pooled, pair: Pair, row: int, column: int) -> str:
        """What a number of the window is, as an expression."""
        places = [int(p[i]) for p, i in zip(cell.places, (row, column), strict=True)]
        if OUTSIDE in places:
            return "0.0" if self.kind == "avg" else "-np.inf"
        if pair.moved is not None:
            return pair.moved.input_claim(self.full("in/0"), self.unit)(*places)
        return at(self.full("in/0"), self.unit, *places)

    def patch(self, rect: QRectF, cell: pool.Pooled, pair: Pair) -> list[Mark]:
        """What the window holds; the winner glows, what lies in a padding is empty."""
        if not cell.values.size:
            return []
        into = fitted(rect, cell.values.shape, 64.0)
        if self.mode == "gradient":
            return self._returned(into, cell, pair)
        cells = Computed(
            into,
            cell.values,
            pair.scales[0],
            "",
            lambda row, column: (row, column),
            tr("window"),
            formula=lambda row, column: self.term(cell, pair, row, column),
        )
        return [cells, frame(into, "line", 1), *self._signs(cells, cell)]

    def _signs(self, cells: Cells, cell: pool.Pooled) -> list[Mark]:
        marks: list[Mark] = []
        if self.kind == "max" or not self.padded:
            marks += maps.blanks(cells, cell.inside)
        if cell.winner is not None:
            marks.append(glow(cells.cell(*cell.winner)))
        return marks

    def _returned(self, rect: QRectF, cell: pool.Pooled, pair: Pair) -> list[Mark]:
        """What of the gradient of this output cell goes back to each number of the window."""
        arriving = float(pair.target[self.at])
        tensor = self.tensors_shown()[1]
        values = np.where(cell.share != 0, arriving * cell.share, 0.0)

        def formula(row: int, column: int) -> str:
            share = float(cell.share[row, column])
            return f"{at(tensor, self.unit, *self.at)} * {share!r}" if share else "0.0"

        def place(row: int, column: int) -> tuple[int, int]:
            return row, column

        name = tr("part of the gradient")
        cells = Computed(rect, values, pair.scales[1], "", place, name, formula=formula)
        return [cells, frame(rect, "line", 1), *self._signs(cells, cell)]

    def formula(self, rect: QRectF, cell: pool.Pooled, pair: Pair) -> list[Mark]:
        """The rule with the numbers in it."""
        text = Formula(rect, self.sheet.look, lambda _: Claim(), lambda _: "", lambda _: None)
        inside = [tuple(map(int, i)) for i in np.argwhere(cell.inside)]
        if self.kind == "avg" and cell.values.size <= _MOST_TERMS and self.padded:
            inside = list(np.ndindex(*cell.values.shape))  # type: ignore[arg-type]
        sizes = np.array([float(cell.values[i]) for i in inside])
        order = sizes if self.kind == "avg" else sizes - np.nanmin(sizes, initial=0.0)
        shown = sorted(largest(order, _MOST_TERMS))
        if self.kind == "max":
            self._maximum(text, cell, pair, [inside[k] for k in shown], len(inside))
        else:
            self._average(text, cell, pair, [inside[k] for k in shown], inside)
        return text.marks

    def _maximum(
        self,
        text: Formula,
        cell: pool.Pooled,
        pair: Pair,
        shown: list[tuple[int, ...]],
        count: int,
    ) -> None:
        if cell.winner is not None and cell.winner not in shown:
            shown[-1] = cell.winner
        text.sign("max(")
        for place, tap in enumerate(shown):
            if place:
                text.sign(",")
            value = float(cell.values[tap])
            text.derived(value, self.term(cell, pair, tap[0], tap[1]))
            if tap == cell.winner:
                text.marks.append(glow(text.marks[-1].rect.adjusted(-3, 1, 3, -1)))
        if count > len(shown):
            text.sign(tr(", {n} smaller", n=count - len(shown)))
        text.sign(") =")
        self._result(text, cell, pair)

    def _average(
        self,
        text: Formula,
        cell: pool.Pooled,
        pair: Pair,
        shown: list[tuple[int, ...]],
        inside: list[tuple[int, ...]],
    ) -> None:
        text.sign("(")
        for place, tap in enumerate(shown):
            if place:
                text.sign("+")
            text.derived(float(cell.values[tap]), self.term(cell, pair, tap[0], tap[1]))
        rest = [tap for tap in inside if tap not in set(shown)]
        if rest:
            terms = " + ".join(f"float({self.term(cell, pair, r, c)})" for r, c in rest)
            value = float(sum(cell.values[tap] for tap in rest))
            text.sign("+").derived(value, terms, tr("the other {n}", n=len(rest)))
        text.sign(f") / {cell.divisor} =")
        self._result(text, cell, pair)

    def _result(self, text: Formula, cell: pool.Pooled, pair: Pair) -> None:
        if pair.moved is not None:
            claim = pair.moved.output_claim(self.full("in/0"), self.unit)
            text.derived(float(pair.target[self.at]), claim(*self.at))
        else:
            value = float(self.y[(self.unit, *self.at)])
            text.derived(value, at(self.full("out"), self.unit, *self.at))

    def rule(self, cell: pool.Pooled) -> str:
        """Who gets the gradient, in words."""
        if cell.winner is None:
            return tr("The gradient goes back in {n} equal parts.", n=cell.divisor)
        winning = cell.values[cell.winner]
        ties = int((cell.values[cell.inside] == winning).sum())
        if ties > 1:
            return tr("{n} are equal: the first wins, and gets all of the gradient.", n=ties)
        return tr("The winner gets all of the gradient, the others nothing.")


@depth_view("pool-unit", blocks=("max_pool2d", "avg_pool2d"), levels=(Level.NEURON,))
class PoolUnit(SlidingPool):
    """The map that arrives, the window with its winner, the map that leaves, and the rule."""

    left_share = 0.56  # of the room of both maps

    def picture(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -6, -6)
        pair = self.pair(self.unit)
        cell = self.taken(pair)
        rooms = self._rooms(room.adjusted(0, 2 * LINE + 6, 0, -_FOOT))
        left = fitted(rooms[0], self.x.shape[1:])
        right = fitted(rooms[2], self.y.shape[1:])
        marks = self.sides(left, right, self.unit, pair)
        source, target = marks[0], marks[1]
        first, second = self.titles()
        heads = ((rooms[0], first, pair.scales[0]), (rooms[2], second, pair.scales[1]))
        for place, title, scale in heads:
            head = QRectF(place.left(), room.top(), place.width(), LINE)
            marks += legend(head, title, scale, self.context.theme, below=True)
        head = QRectF(rooms[1].left(), room.top(), rooms[1].width(), LINE)
        marks.append(words(head, self._window_title()))
        marks += self.tied(source, target)
        if cell.winner is not None:
            marks += self._winner(source, cell)
        patch = self.patch(rooms[1], cell, pair)
        bottom = max(left.bottom(), right.bottom(), rooms[1].top() + 60)
        foot = QRectF(room.left(), min(bottom + GAP, room.bottom() - _FOOT), room.width(), _FOOT)
        return [*marks, *patch, *self._foot(foot, cell, pair)]

    def _rooms(self, room: QRectF) -> list[QRectF]:
        """For input, window and output."""
        window = min(max(room.width() * 0.2, 80.0), 200.0)
        rest = room.width() - window - 4 * GAP
        wide = (rest * self.left_share, window, rest * (1 - self.left_share))
        lefts = (room.left(), room.left() + wide[0] + 2 * GAP)
        lefts = (*lefts, lefts[1] + window + 2 * GAP)
        return [QRectF(x, room.top(), w, room.height()) for x, w in zip(lefts, wide, strict=True)]

    def _window_title(self) -> str:
        if self.mode == "gradient":
            return tr("handed back")
        return tr("window")

    def _winner(self, source: Mark, cell: pool.Pooled) -> list[Mark]:
        """The winner in the map that arrives."""
        found = cell.source()
        assert found is not None  # a maximum has one
        spans = ((found[0],) * 2, (found[1],) * 2)
        rect = self.part(source, spans)  # type: ignore[arg-type]
        return [glow(rect)]

    def _foot(self, room: QRectF, cell: pool.Pooled, pair: Pair) -> list[Mark]:
        last = QRectF(room.left(), room.bottom() - LINE, room.width(), LINE)
        marks = self.formula(room.adjusted(0, 0, 0, -LINE), cell, pair)
        if pair.moved is not None:
            return [*marks, *self.kept(last, self.unit, pair.moved, pair.target)]
        return [*marks, words(last, self.rule(cell))]


@depth_view("pool-cell", blocks=("max_pool2d", "avg_pool2d"), levels=(Level.ARITHMETIC,))
class PoolCell(SlidingPool):
    """One number of a map: what its window holds, the rule, and d number / d each of them."""

    def probes(self) -> Iterable[Probe]:
        sample = self.context.selection.sample
        found = tuple(super().probes())
        if any(isinstance(probe, Sensitivity) for probe in found):
            return found
        pull = Sensitivity(
            self.node, (self.unit, *self.at), sample=sample.number, split=sample.split
        )
        return (*found, pull)

    def picture(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -6, -6)
        pair = self.pair(self.unit)
        cell = self.taken(pair)
        below = room.adjusted(0, 2 * LINE + 6, 0, -_FOOT)
        small = min(below.width() * 0.26, 220.0)
        half = (below.width() - small - 4 * GAP) / 2
        into = fitted(QRectF(below.left(), below.top(), small, below.height()), self.x.shape[1:])
        source = self.source_cells(into, self.unit, pair)
        rooms = [
            QRectF(below.left() + small + 2 * GAP + i * (half + 2 * GAP), below.top(), half, 0)
            for i in range(2)
        ]
        rooms = [QRectF(r.left(), r.top(), r.width(), below.height()) for r in rooms]
        heads = [
            (below.left(), small, self.titles()[0], pair.scales[0]),
            (rooms[0].left(), half, self._patch_title(), pair.scales[self.mode == "gradient"]),
        ]
        marks: list[Mark] = [source, frame(into, "line", 1), self._looked(source)]
        if pair.moved is None:  # of a moved input nothing was measured
            heads.append((rooms[1].left(), half, tr("d output / d each"), Scale(0.0, 1.0)))
            marks += self._slopes(rooms[1], cell)
        for x, wide, title, scale in heads:
            head = QRectF(x, room.top(), wide, LINE)
            marks += legend(head, title, scale, self.context.theme, below=True)
        marks += self.patch(rooms[0], cell, pair)
        foot = QRectF(room.left(), room.bottom() - _FOOT, room.width(), _FOOT)
        marks += self.formula(foot.adjusted(0, 0, 0, -LINE), cell, pair)
        last = QRectF(foot.left(), foot.bottom() - LINE, foot.width(), LINE)
        if pair.moved is not None:
            return [*marks, *self.kept(last, self.unit, pair.moved, pair.target)]
        return [*marks, words(last, self.rule(cell))]

    def _patch_title(self) -> str:
        if self.mode == "gradient":
            return tr("handed back")
        return tr("window")

    def _looked(self, source: Cells) -> Mark:
        return frame(self.part(source, self.looks_at(*self.at)), "accent", 2.0)

    def _slopes(self, room: QRectF, cell: pool.Pooled) -> list[Mark]:
        """The derivative that was measured, at the places of the window."""
        pull = self.arrays.get(f"sensitivity/{self.source}")
        of = self.arrays.get(f"sensitivity/{self.node}/of")
        wanted = [self.unit, *self.at]
        if pull is None or of is None or of.tolist() != wanted or pull.shape != self.x.shape:
            return [words(room.adjusted(0, 0, 0, LINE - room.height()), tr("Being measured…"))]
        tensor = f"sensitivity/{self.source}"
        grid = np.ix_(*(np.where(p == OUTSIDE, 0, p) for p in cell.places))
        values = np.where(cell.inside, pull[self.unit][grid], 0.0)

        def formula(row: int, column: int) -> str:
            places = [int(p[i]) for p, i in zip(cell.places, (row, column), strict=True)]
            return "0.0" if OUTSIDE in places else at(tensor, self.unit, *places)

        def place(row: int, column: int) -> tuple[int, int]:
            return row, column

        into = fitted(room, values.shape, 64.0)
        scale = Scale(0.0, 1.0)
        cells = Computed(into, values, scale, "", place, tr("derivative"), formula=formula)
        return [cells, frame(into, "line", 1), *self._signs(cells, cell)]


__all__ = ["PoolCell", "PoolUnit", "SlidingPool"]
