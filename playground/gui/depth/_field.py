"""The receptive field: what one cell looks at in every layer before it, and what of it it uses."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QRectF

from playground.blocks.base import format_shape
from playground.explain.receptive_field import Field, receptive_fields
from playground.gui.cursor import Unit
from playground.gui.depth._claims import Computed
from playground.gui.depth._marks import Claim, Mark
from playground.gui.depth._windows import (
    GAP,
    LINE,
    fitted,
    frame,
    legend,
    number,
    plane,
    window,
    words,
)
from playground.gui.field_words import size_of
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.sensitivity import Sensitivity

if TYPE_CHECKING:
    from playground.gui.depth._window_view import WindowView

_SILENT = ("dropout", "relu", "leaky_relu", "gelu", "silu", "sigmoid", "tanh", "batch_norm2d")


class FieldPicture:
    """Draws the field of the cell `index` of a view's block; one is kept by each view."""

    def __init__(self, view: WindowView) -> None:
        self._view = view
        self._known: tuple[Any, dict[str, Field]] = (None, {})

    def probes(self, index: tuple[int, ...]) -> tuple[Activations, Sensitivity]:
        """What has to be measured for it."""
        sample = self._view.context.selection.sample
        return (
            Activations(sample=sample.number, split=sample.split),
            Sensitivity(self._view.node, index, sample=sample.number, split=sample.split),
        )

    def fields(self, index: tuple[int, ...]) -> dict[str, Field]:
        """Block -> what the cell looks at; worked out once for each cell."""
        report = self._view.context.document.report
        key = (id(report), self._view.node, index)
        if self._known[0] != key:
            self._known = key, receptive_fields(report, self._view.node, index)
        return self._known[1]

    def draw(self, room: QRectF, index: tuple[int, ...]) -> list[Mark]:
        """The cell's map, the layers before it up to the image, and the effective field."""
        arrays = self._view.arrays
        fields = self.fields(index)
        layers = self._layers(fields, arrays)
        if not layers:
            return [words(room.adjusted(0, 0, 0, LINE - room.height()), _waiting())]
        pulls = self._pulls(arrays, index)
        effective = [id for id in layers[-1:] if id in pulls]
        count = len(layers) + 1  # its place is kept while it is measured: nothing jumps
        columns, rows = _arranged(room, count)
        wide, high = room.width() / columns, room.height() / rows
        marks: list[Mark] = []
        for i, id in enumerate([*layers, *effective]):
            row, column = divmod(i, columns)
            place = QRectF(
                room.left() + column * wide, room.top() + row * high, wide - 2 * GAP, high - GAP
            )
            if i >= len(layers):
                marks += self._effective(place, id, pulls[id], fields[id])
            else:
                marks += self._layer(place, id, arrays, fields[id], pulls.get(id), index)
        if not effective:
            foot = QRectF(room.left(), room.bottom() - LINE, room.width(), LINE)
            marks.append(words(foot, _waiting()))
        return marks

    def _layers(self, fields: Mapping[str, Field], arrays: Mapping[str, np.ndarray]) -> list[str]:
        """The block itself, then those before it that are images; the last is the nearest to data.

        Blocks that look at a single place each stand for the block before them, if there are many.
        """
        found = [
            id
            for id, field in fields.items()
            if len(field.shape) == 3 and arrays.get(f"activations/{id}", _NONE).shape == field.shape
        ]
        if len(found) > 7:
            blocks = self._view.context.document.report.blocks
            kinds = {id: blocks[id].node.block for id in found}
            found = [id for i, id in enumerate(found) if not i or kinds[id] not in _SILENT]
        return [*found[:7], *found[-1:]] if len(found) > 8 else found

    def _pulls(
        self, arrays: Mapping[str, np.ndarray], index: tuple[int, ...]
    ) -> dict[str, np.ndarray]:
        """Block -> d cell / d its output; empty while what is there is of another cell."""
        of = arrays.get(f"sensitivity/{self._view.node}/of")
        if of is None or tuple(of.tolist()) != index:
            return {}
        start = "sensitivity/"
        return {n[len(start) :]: a for n, a in arrays.items() if n.startswith(start)}

    def _layer(
        self,
        room: QRectF,
        id: str,
        arrays: Mapping[str, np.ndarray],
        field: Field,
        pull: np.ndarray | None,
        index: tuple[int, ...],
    ) -> list[Mark]:
        """A map of a layer with the box in it: of all its maps the one the cell depends on most."""
        values, own = arrays[f"activations/{id}"], id == self._view.node
        channel = index[0] if own else _strongest(pull, field)
        scale = Scale.of(values)
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        title = tr("{id} {shape}", id=id, shape=format_shape(field.shape))
        into = fitted(room.adjusted(6, 2 * LINE + 8, -6, -LINE - 8), field.shape[1:])
        tensor, kind = f"activations/{id}", "out" if own else None
        spans = field.box.spans
        box = window(into, field.shape[1:], spans, cut=True)
        reach = window(into, field.shape[1:], field.box.reach)
        foot = QRectF(room.left(), into.bottom() + 6, room.width(), LINE)
        cells = plane(into, values[channel], scale, tensor, (channel,), kind, id)  # type: ignore[arg-type]
        if not own:  # a layer before: its numbers are units of that one
            at = cells.place
            cells = replace(cells, unit=lambda row, column: Unit(id, at(row, column)))
        marks: list[Mark] = [
            *legend(head, title, scale, self._view.context.theme, below=True),
            cells,
            frame(into, "line", 1),
            words(foot, size_of(field), "ink"),
        ]
        if reach != box:
            room_around = reach.intersected(into.adjusted(-5, -5, 5, 5))
            marks.append(frame(room_around, "secondary", 1.0, dashed=True))
        return [*marks, frame(box, "warning" if not own else "accent", 2.0)]

    def _effective(self, room: QRectF, id: str, pull: np.ndarray, field: Field) -> list[Mark]:
        """|d cell / d input|, added over the channels, with the theoretical box around."""
        sizes = np.abs(pull.astype(np.float64)).sum(0)
        scale = Scale.of(sizes)
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        into = fitted(room.adjusted(6, 2 * LINE + 8, -6, -LINE - 8), sizes.shape)
        name = f"sensitivity/{id}"

        def formula(row: int, column: int) -> str:
            return f'np.abs(t["{name}"][:, {row}, {column}].astype(np.float64)).sum()'

        plain = plane(into, sizes, scale, "", (), None, tr("|d cell / d input|"))
        cells = Computed(into, plain.values, scale, "", plain.place, plain.name, formula=formula)
        seen = int((sizes > 0.05 * scale.high).sum())
        total = f'np.abs(t["{name}"].astype(np.float64)).sum(0)'
        claim = Claim(formula=f"({total} > 0.05 * np.nanmax({total})).sum()")
        foot = QRectF(room.left(), into.bottom() + 6, room.width(), LINE)
        told = tr("pixels above 5 % of the strongest; {n} are in the field", n=int(_pixels(field)))
        some = QRectF(foot.left(), foot.top(), 40, LINE)
        rest = foot.adjusted(40, 0, 0, 0)
        title = tr("effective field over {id}", id=id)
        return [
            *legend(head, title, scale, self._view.context.theme, below=True),
            cells,
            frame(into, "line", 1),
            frame(window(into, sizes.shape, field.box.spans, cut=True), "warning", 2.0),
            number(some, seen, claim, 0, label=told, ink="ink"),
            words(rest, tr("px really count"), "ink"),
        ]


_NONE = np.zeros(0)


def _waiting() -> str:
    return tr("The effective field is being measured…")


def _arranged(room: QRectF, count: int) -> tuple[int, int]:
    """Columns and rows so that the pictures get as large as can be."""
    best, found = 0.0, (1, count)
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        side = min(room.width() / columns - 2 * GAP, room.height() / rows - 3 * LINE - 3 * GAP)
        if side > best:
            best, found = side, (columns, rows)
    return found


def _strongest(pull: np.ndarray | None, field: Field) -> int:
    """The map that the cell depends on most, of those that it looks at."""
    channels = field.channels
    if pull is None or pull.shape != field.shape or not len(channels):
        return int(channels[0]) if len(channels) else 0
    sizes = np.nan_to_num(np.abs(pull)).reshape(len(pull), -1).sum(1)
    return int(sizes.argmax())


def _pixels(field: Field) -> int:
    return int(field.mask.any(0).sum())
