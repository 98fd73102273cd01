"""What depends on what where windows slide over images: the block, its axes, what lights up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from playground.blocks.base import Block, Shape
from playground.explain.windows import Axis, axes_of, size_formula
from playground.gui.context import Context
from playground.gui.depth._marks import Cells
from playground.gui.depth._paints import Atlas
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth._tried import Tried
from playground.gui.depth._windows import Spot, plane, window
from playground.gui.depth.base import Place
from playground.gui.lenses._pictures import Scale
from playground.telemetry.probes.inside import sources_of

_TALL = 4096  # px; a picture that Qt scales without rounding errors
_MOST_AT_ONCE = 100_000  # numbers; of more, most are not in sight


class WindowBase(SheetView):
    """Abstract: a block whose windows slide over images (C, H, W)."""

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self._checked: tuple[Any, Any] = (None, None)  # a check of the document, the block in it
        self._slid: tuple[Any, ...] = (None, (), ())  # a block, the shapes around it, its axes
        super().__init__(context, place, parent)

    def scale(self, name: str) -> Scale:
        """The scale of a tensor: weights symmetric, others from 0 if they are never negative."""
        values = self.values[name]  # millions of weights: once a reading
        make = Scale.signed if name.startswith("param/") else Scale.of
        return self.once(f"scale of {name}", (values,), lambda: make(values))

    def atlas(self, name: str) -> Atlas | None:
        """All maps (C, H, W) of a tensor as one picture; None where they are too many for that."""
        values = self.values[name]
        return self.atlas_of(name, (values,), values, self.scale(name))

    def atlas_of(
        self, name: str, of: tuple[Any, ...], maps: np.ndarray, scale: Scale
    ) -> Atlas | None:
        """The same for maps that are made of something, see `once`."""
        if len(maps) * maps.shape[1] > _TALL or maps.size > _MOST_AT_ONCE:
            return None
        return self.once(f"atlas of {name}", of, lambda: Atlas(maps, scale))

    # -- the block -------------------------------------------------------------------------------

    @property
    def block(self) -> Any:
        """The block of the document; looked up once a check: kernels ask for it by hundreds.

        Of one that is gone, the last: what is drawn still is of that one, and may be pointed at.
        """
        whole, found = self.context.document.report, self.report
        if self._checked[0] is not whole and found is not None and found.block is not None:
            self._checked = whole, found.block
        return self._checked[1]

    @property
    def source(self) -> str:
        """The block that feeds this one."""
        return next(iter(sources_of(self.context.document.report.flat, self.node)), "")

    @property
    def x(self) -> np.ndarray:
        """What arrives, (C, H, W)."""
        return self.values["in/0"]

    @property
    def y(self) -> np.ndarray:
        """What leaves, (C', H', W')."""
        return self.values["out"]

    @property
    def axes(self) -> tuple[Axis, ...]:
        """How the windows slide down and across; the same objects as long as nothing changes."""
        block, shapes = self.block, (self.x.shape, self.y.shape)
        if self._slid[0] is not block or self._slid[1] != shapes:
            self._slid = block, shapes, self.axes_of(block, *shapes)
        found: tuple[Axis, ...] = self._slid[2]
        return found

    def axes_of(self, block: Any, x: Shape, y: Shape) -> tuple[Any, ...]:
        """How the windows of a block slide from an input of shape `x` to an output of `y`."""
        return axes_of(block, x, y)

    def tried(self, block: Block, x: Shape, y: Shape) -> tuple[tuple[Axis, ...], list[str]]:
        """What slides where in another block of this kind, and the sums that give its size."""
        axes, ceil = axes_of(block, x, y), bool(getattr(block, "ceil_mode", False))
        return axes, [size_formula(axis, ceil) for axis in axes]

    def tried_unit(self) -> int:
        """The output map that a tried window is shown with."""
        return self.place.unit[0] if self.place.unit else 0

    def tried_channel(self) -> int:
        """The input map that a tried window is shown on."""
        return self.feeding(self.tried_unit())[0]

    def tried_map(self, block: Any, axes: Sequence[Any]) -> tuple[Tried | None, str]:
        """What a tried window would give, or why nobody knows that yet; "": nothing to say."""
        return None, ""

    @property
    def channels_in(self) -> int:
        """How many maps arrive."""
        return len(self.x)

    def fits(self, shape: Shape) -> bool:
        """Whether what was measured belongs to the block as it is."""
        return self.report is not None and shape == self.report.inputs[0]

    def on_snapshot(self, snapshot: Any) -> bool:
        x = self.tensors(snapshot).get("in/0")
        return x is not None and self.fits(x.shape) and super().on_snapshot(snapshot)

    def redraw(self) -> None:
        """As ever; what was drawn stays while the block is gone or makes no sense."""
        if self.report is not None and self.report.block is not None:
            super().redraw()

    def input_map(self, rect: QRectF, channel: int) -> Cells:
        """One map that arrives."""
        x, scale, atlas = self.x[channel], self.scale("in/0"), self.atlas("in/0")
        tensor, name, lead = self.full("in/0"), self.source, (channel,)
        return plane(rect, x, scale, tensor, lead, "in", name, atlas=atlas, number=channel)

    def output_map(self, rect: QRectF, unit: int) -> Cells:
        """One map that leaves."""
        y, scale, atlas = self.y[unit], self.scale("out"), self.atlas("out")
        tensor, name, lead = self.full("out"), self.node, (unit,)
        return plane(rect, y, scale, tensor, lead, "out", name, atlas=atlas, number=unit)

    # -- what depends on what ----------------------------------------------------------------------

    def looks_at(self, row: int, column: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Rows and columns of the input of one window, the padding too."""
        spans = [axis.unclipped(at) for axis, at in zip(self.axes, (row, column), strict=True)]
        return tuple((int(span[0]), int(span[-1])) for span in spans)  # type: ignore[return-value]

    def seen_by(self, row: int, column: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Rows and columns of the output that look at a cell of the input; None: nobody."""
        found = [axis.windows_on(at) for axis, at in zip(self.axes, (row, column), strict=True)]
        if not all(len(at) for at in found):
            return None
        return tuple((int(at[0]), int(at[-1])) for at in found)  # type: ignore[return-value]

    def lit(self, spot: Spot) -> Sequence[QRectF]:
        """The places that light up for what is pointed at."""
        if len(spot.index) < 3:
            return [mark.rect for mark in self.spotted() if self._is_of(mark, spot)]
        return [
            rect
            for mark in self.spotted()
            if (rect := self.lit_in(mark, spot)) is not None and not rect.isNull()
        ]

    def spotted(self) -> Iterator[Cells]:
        """The pictures whose cells are spots of this block's input, kernels or output."""
        for mark in self.sheet.marks:
            shows = isinstance(mark, Cells) and mark.unit is not None and mark.values.size
            if shows and isinstance(cast(Any, mark).unit(0, 0), Spot):
                yield cast(Cells, mark)

    def _is_of(self, mark: Cells, spot: Spot) -> bool:
        """Whether a picture is a map that is pointed at as a whole, or one of its kernels."""
        shown = cast(Spot, cast(Any, mark.unit)(0, 0))
        if shown.kind == spot.kind and len(spot.index) == 1:
            return shown.index[:1] == spot.index
        return shown.kind == "weight" and spot.kind == "out" and shown.index[:1] == spot.index

    def lit_in(self, mark: Cells, spot: Spot) -> QRectF | None:
        """The part of one picture that lights up; None for nothing."""
        if mark.unit is None or not mark.values.size:
            return None
        shown = cast(Spot, mark.unit(0, 0))
        lead, at = shown.index[:-2], spot.index
        if spot.kind == shown.kind and (*lead, *at[-2:]) == at:
            return self.part(mark, ((at[-2],) * 2, (at[-1],) * 2))
        if spot.kind == "out" and shown.kind == "in" and lead[0] in self.feeding(at[0]):
            return self.part(mark, self.looks_at(at[1], at[2]))
        if spot.kind == "in" and shown.kind == "out" and at[0] in self.feeding(lead[0]):
            spans = self.seen_by(at[1], at[2])
            return self.part(mark, spans) if spans is not None else None
        if shown.kind == "weight":
            same = lead[0] == at[0] if spot.kind == "out" else self.source_of(lead) == at[0]
            return mark.rect if same else None
        if spot.kind == "weight":
            wanted = at[0] if shown.kind == "out" else self.source_of(at)
            return mark.rect if lead[0] == wanted else None
        return None

    def part(self, mark: Cells, spans: Sequence[tuple[int, int]]) -> QRectF:
        """Rows and columns of a picture that may show every n-th number only."""
        whole = self.x.shape[1:] if cast(Any, mark.unit)(0, 0).kind == "in" else self.y.shape[1:]
        if cast(Any, mark.unit)(0, 0).kind == "weight":
            whole = mark.values.shape
        return window(mark.rect, whole, spans, cut=True)

    def feeding(self, unit: int) -> range:
        """The input maps that an output map looks at."""
        return range(self.channels_in)

    def source_of(self, weight: Sequence[int]) -> int:
        """The input map that a kernel multiplies: of output map weight[0], number weight[1]."""
        return self.feeding(weight[0])[weight[1]]
