"""Pooling, all of it: each map that arrives beside the smaller one that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.blocks.base import Shape
from playground.explain import pool
from playground.gui.context import Context
from playground.gui.depth import _pool_maps as maps
from playground.gui.depth._marks import Cells, Mark
from playground.gui.depth._tried import Tried
from playground.gui.depth._window_view import WindowView
from playground.gui.depth._windows import (
    GAP,
    LINE,
    fitted,
    frame,
    grid,
    legend,
    number,
    plane,
    thumb,
    words,
)
from playground.gui.depth.base import Level, Place, Probe, depth_view
from playground.gui.lenses._pictures import Scale
from playground.gui.truth import written
from playground.i18n import tr
from playground.telemetry.probes.backprop import Backprop
from playground.telemetry.probes.own import name_of

_LEAST, _MOST = 40.0, 170.0  # px; side of a map
_ARROW = 20.0  # px between a map and what becomes of it
_ARROWS = {"←": (0, -1), "↑": (-1, 0), "↓": (1, 0), "→": (0, 1)}


class Pair(NamedTuple):
    """What arrives and what leaves of one channel, in the picture that is shown."""

    source: np.ndarray
    target: np.ndarray
    scales: tuple[Scale, Scale]
    moved: maps.Moved | None = None


class PoolView(WindowView):
    """Abstract: what the views of a pooling know of their block.

    Its pictures are made of a pair of maps a channel: input and output; the input moved by a pixel
    and what would become of it; the gradient that comes back and the one that arrives.
    """

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.by = (0, 1)  # pixels down and to the right that the input is moved
        super().__init__(context, place, parent)
        row = cast(QHBoxLayout, self.bar.layout())
        self.arrows: dict[str, QPushButton] = {}
        for sign, by in _ARROWS.items():
            button = QPushButton(sign, autoDefault=False)
            button.setObjectName("depthLevel")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, by=by: self.shift(by))
            button.setFixedWidth(30)
            button.hide()
            self.arrows[sign] = button
            row.insertWidget(row.count() - 1, button)
        self._label_arrows()

    # -- the block -------------------------------------------------------------------------------

    @property
    def kind(self) -> pool.Kind:
        """What becomes of a window."""
        return "max" if type(self.block).key.startswith("max") else "avg"

    @property
    def padded(self) -> bool:
        """Whether an average counts the zeros of its padding."""
        return getattr(self.block, "count_include_pad", True)

    def feeding(self, unit: int) -> range:
        return range(unit, unit + 1)  # pooling never mixes maps

    def fits(self, shape: Shape) -> bool:
        muted = self.report is not None and self.report.node.muted
        return not muted and super().fits(shape)

    def modes(self) -> dict[str, tuple[str, str]]:
        moved = tr("Move the input by a pixel and see which numbers of the output stay as they are")
        back = tr("The gradient of the loss that arrives, and to whom it is handed back")
        return {
            **super().modes(),
            "shift": (tr("Shift by a pixel"), moved),
            "gradient": (tr("Gradient"), back),
        }

    def pictures(self) -> dict[str, Callable[[], list[Mark]]]:
        return {**super().pictures(), "shift": self.picture, "gradient": self._draw_gradient}

    def tried_map(self, block: Any, axes: Sequence[Any]) -> tuple[Tried | None, str]:
        """The map that the tried pooling would make of what arrives now."""
        unit = self.tried_unit()
        padded = getattr(block, "count_include_pad", True)
        still = maps.Moved(self.x[unit], self.y[unit], axes, self.kind, padded, (0, 0))
        return Tried(still.pooled(), still.output_claim(self.full("in/0"), unit)), ""

    def probes(self) -> Iterable[Probe]:
        found = tuple(super().probes())
        if self.mode != "gradient":
            return found
        sample = self.context.selection.sample
        return (*found, Backprop(sample=sample.number, split=sample.split))

    def on_mode(self) -> None:
        for button in self.arrows.values():
            button.setVisible(self.mode == "shift")

    def shift(self, by: tuple[int, int]) -> None:
        """Move the shown input by one pixel more; it stays in sight."""
        limits = self.x.shape[1:] if self.values else (1, 1)
        self.by = cast(
            tuple[int, int],
            tuple(min(max(a + b, -n), n) for a, b, n in zip(self.by, by, limits, strict=True)),
        )
        self.redraw()

    # -- a channel -------------------------------------------------------------------------------

    def gradients(self) -> tuple[np.ndarray, np.ndarray] | None:
        """Of the loss by the input and by the output of this block; None while not measured."""
        sample = self.context.selection.sample
        split = name_of(sample.split)
        found = maps.gradients(self.arrays, self.node, sample.number, split)
        if found is None or (found[0].shape, found[1].shape) != (self.x.shape, self.y.shape):
            return None
        return found

    def _draw_gradient(self) -> list[Mark]:
        if self.gradients() is None:
            room = QRectF(self.sheet.rect()).adjusted(2, 0, -2, 0)
            text = tr("The gradient is being measured: it needs a target and a loss.")
            return [words(QRectF(room.left(), room.top(), room.width(), LINE), text)]
        return self.picture()

    def pair(self, channel: int) -> Pair:
        """Both maps of a channel in the picture that is shown."""
        if self.mode == "gradient":
            found = self.gradients()
            assert found is not None  # it has been looked at before
            both = Scale.signed(np.concatenate([found[0].ravel(), found[1].ravel()]))
            return Pair(found[0][channel], found[1][channel], (both, both))
        scales = self.scale("in/0"), self.scale("out")
        x, y = self.x[channel], self.y[channel]
        if self.mode == "shift":
            moved = maps.Moved(x, y, self.axes, self.kind, self.padded, self.by)
            return Pair(moved.shifted(), moved.pooled(), scales, moved)
        return Pair(x, y, scales)

    def tensors_shown(self) -> tuple[str, str]:
        """Names of the tensors of the two sides."""
        if self.mode == "gradient":
            return f"backprop/{self.node}/in/0/grad", f"backprop/{self.node}/grad"
        return self.full("in/0"), self.full("out")

    def source_cells(self, rect: QRectF, channel: int, pair: Pair) -> Cells:
        """The map on the left."""
        if pair.moved is not None:
            claim = pair.moved.input_claim(self.full("in/0"), channel)
            name = tr("moved input")
            return maps.calculated(rect, pair.source, pair.scales[0], claim, "in", channel, name)
        if self.mode != "gradient":
            return self.input_map(rect, channel)
        tensor, name = self.tensors_shown()[0], self.source
        return plane(rect, pair.source, pair.scales[0], tensor, (channel,), "in", name)

    def target_cells(self, rect: QRectF, channel: int, pair: Pair) -> Cells:
        """The map on the right."""
        if pair.moved is not None:
            claim = pair.moved.output_claim(self.full("in/0"), channel)
            name = tr("output of the moved input")
            return maps.calculated(rect, pair.target, pair.scales[1], claim, "out", channel, name)
        if self.mode != "gradient":
            return self.output_map(rect, channel)
        tensor, name = self.tensors_shown()[1], self.node
        return plane(rect, pair.target, pair.scales[1], tensor, (channel,), "out", name)

    def sides(self, left: QRectF, right: QRectF, channel: int, pair: Pair) -> list[Mark]:
        """Both maps with what is to be seen on them: winners, and what keeps its value."""
        source = self.source_cells(left, channel, pair)
        target = self.target_cells(right, channel, pair)
        marks: list[Mark] = [source, target, frame(left, "line", 1), frame(right, "line", 1)]
        if self.kind == "max":
            winning = self.x[channel] if pair.moved is None else pair.source
            places = maps.winner_places(winning, self.axes)
            marks += maps.dots(source, places, self.x.shape[1:])
        if pair.moved is not None:
            marks += maps.ticks(target, pool.survives(pair.moved.y, pair.target))
        return marks

    def titles(self) -> tuple[str, str]:
        """What stands above the two sides."""
        if self.mode == "gradient":
            return tr("gradient handed back"), tr("gradient that arrives")
        if self.mode == "shift":
            down, right = self.by
            moved = tr("input moved {right} right, {down} down", right=right, down=down)
            return moved, tr("output: framed numbers stay")
        return tr("input from {id}", id=self.source), tr("output")

    def kept(self, rect: QRectF, channel: int, moved: maps.Moved, target: np.ndarray) -> list[Mark]:
        """How much survives of the map, and how little of the input itself."""
        claims = moved.kept_claim(self.full("in/0"), self.full("out"), channel)
        stays = int(pool.survives(moved.y, target).sum())
        raw = int(pool.survives(moved.x, moved.shifted()).sum())
        first = tr("of {all} numbers of the output stay as they are;", all=moved.y.size)
        second = tr("of {all} of the input do", all=moved.x.size)
        marks: list[Mark] = []
        x = rect.left()
        for value, claim, text in ((stays, claims[0], first), (raw, claims[1], second)):
            wide = self.sheet.look.width(self.sheet.look.small, text) + 10
            look = self.sheet.look
            room = look.width(look.small_number, written(value, 0)) + 6
            place = QRectF(x, rect.top(), room, LINE)
            marks.append(number(place, value, claim, 0, label=text, ink="ink"))
            marks.append(words(QRectF(x + room, rect.top(), wide, LINE), text))
            x += room + wide
        return marks

    def retranslate(self) -> None:
        super().retranslate()
        self._label_arrows()

    def _label_arrows(self) -> None:
        texts = (tr("One left"), tr("One up"), tr("One down"), tr("One right"))
        for button, text in zip(self.arrows.values(), texts, strict=True):
            button.setToolTip(text)
            button.setAccessibleName(text)


@depth_view("pool-layer", blocks=("max_pool2d", "avg_pool2d"), levels=(Level.LAYER,))
class PoolLayer(PoolView):
    """A pair of maps a channel; a point marks each number that wins a window."""

    def picture(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -8, -2)
        below = room.adjusted(0, 2 * LINE + 4, 0, 0)
        left, right = self._size(below)
        wide = left.width() + _ARROW + right.width()
        high = max(left.height(), right.height())
        found = grid(below, len(self.y), (wide, high + LINE), self.rows["out"])
        self.rows["out"] = found.first // found.columns
        self.rooms["out"] = below if found.rows > found.shown_rows else QRectF()
        marks: list[Mark] = [*self._heads(room), *thumb(room, found)]
        for channel, rect in enumerate(found.rects, start=found.first):
            marks += self._channel(channel, rect, left, right)
        return marks

    def _heads(self, room: QRectF) -> list[Mark]:
        half = QRectF(room.left(), room.top(), min(room.width() / 2 - GAP, 330.0), LINE)
        theme, scales = self.context.theme, self.pair(0).scales
        other = half.translated(half.width() + 2 * GAP, 0)
        first, second = self.titles()
        return [
            *legend(half, first, scales[0], theme, below=True),
            *legend(other, second, scales[1], theme, below=True),
        ]

    def _size(self, room: QRectF) -> tuple[QRectF, QRectF]:
        """Of the two maps of a channel, so that all channels fit; at the origin."""
        side = max(_MOST, min(room.width() * 0.5, room.height() - LINE)) if len(self.y) == 1 else 0
        side = max(side, _MOST)
        while True:
            left = fitted(QRectF(0, 0, side, side), self.x.shape[1:])
            right = self._target_room(left)
            high = max(left.height(), right.height())
            size = (left.width() + _ARROW + right.width(), high + LINE)
            found = grid(room, len(self.y), size, 0)
            fits = found.rows <= found.shown_rows and size[0] <= room.width()
            if side <= _LEAST or (fits and size[1] <= room.height()):
                return left, right
            side = max(side - 4, _LEAST)

    def _target_room(self, left: QRectF) -> QRectF:
        """The output in the scale of the input, but not too small to be read."""
        h, w = left.height(), left.width()
        share = max(self.y.shape[1] / self.x.shape[1], self.y.shape[2] / self.x.shape[2])
        share = min(max(share, 0.6), 1.0)
        return fitted(QRectF(0, 0, w * share, h * share), self.y.shape[1:])

    def _channel(self, channel: int, rect: QRectF, left: QRectF, right: QRectF) -> list[Mark]:
        head = QRectF(rect.left(), rect.top(), rect.width(), LINE)
        pair = self.pair(channel)
        lower = max(right.height() - left.height(), 0.0) / 2
        source = left.translated(rect.left(), head.bottom() + lower)
        target = right.translated(source.right() + _ARROW, source.top())
        target.moveTop(source.center().y() - target.height() / 2)
        between = QRectF(source.right(), source.center().y() - 9, _ARROW, 18)
        marks = [words(QRectF(head.left(), head.top(), 30, LINE), str(channel))]
        if pair.moved is not None:
            marks += self._kept_short(head, channel, pair)
        return [
            *marks,
            *self.sides(source, target, channel, pair),
            words(between.adjusted(4, 0, 0, 0), "←" if self.mode == "gradient" else "→"),
        ]

    def _kept_short(self, head: QRectF, channel: int, pair: Pair) -> list[Any]:
        """Beside the number of a channel: how many numbers of its map stay."""
        assert pair.moved is not None  # asked for moved maps only
        claim = pair.moved.kept_claim(self.full("in/0"), self.full("out"), channel)[0]
        stays = int(pool.survives(pair.moved.y, pair.target).sum())
        look = self.sheet.look
        wide = look.width(look.small_number, written(stays, 0)) + 5
        at = QRectF(head.left() + 30, head.top(), wide, LINE)
        told = tr("numbers of this map that stay as they are")
        text = tr("of {all} stay", all=pair.moved.y.size)
        rest = QRectF(at.right(), head.top(), head.right() - at.right(), LINE)
        return [number(at, stays, claim, 0, label=told, ink="ink"), words(rest, text)]
