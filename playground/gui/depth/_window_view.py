"""What views of convolution and pooling share: their axes, a pointer on either side, scrolling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.blocks.base import Shape
from playground.explain.windows import Axis, axes_of
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._field import FieldPicture
from playground.gui.depth._marks import Cells, Mark
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth._windows import Spot, window
from playground.gui.depth.base import Level, Place, Probe
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr
from playground.telemetry.probes.inside import sources_of


class WindowView(SheetView):
    """Abstract: a block whose windows slide over images (C, H, W).

    Pointing at a cell of the output lights what it looks at, pointing at one of the input what
    looks at it. `modes` are further pictures that a button shows in the place of the first.
    """

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.spot: Spot | None = None
        self.rows: dict[str, int] = {"in": 0, "out": 0}  # first row that is seen
        self.rooms: dict[str, QRectF] = {}  # what scrolls, and where it is
        self.mode = ""
        self.looked: tuple[int, int, int] | None = None  # cell whose field is shown
        self.field = FieldPicture(self)
        super().__init__(context, place, parent)
        self.buttons: dict[str, QPushButton] = {}
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        for mode in self.modes():
            button = QPushButton(checkable=True, autoDefault=False)
            button.setObjectName("depthLevel")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda on, mode=mode: self.set_mode(mode if on else ""))
            self.buttons[mode] = button
            row.addWidget(button)
        row.addStretch(1)
        column = cast(QVBoxLayout, self.body.layout())
        column.insertWidget(0, self.bar)
        column.setStretchFactor(self.sheet, 1)
        self.bar.setVisible(bool(self.buttons))
        self._label()
        self.sheet.installEventFilter(self)

    def modes(self) -> dict[str, tuple[str, str]]:
        """Mode -> words of its button and what it is good for, in the user's language."""
        help = tr("What a cell looks at in every layer before it, and what of it it uses")
        return {"field": (tr("Receptive field"), help)}

    def draw(self) -> list[Mark]:
        self.rooms = {}
        pictures = {"": self.picture, **self.pictures()}
        return pictures[self.mode]()

    def picture(self) -> list[Mark]:
        """The first picture."""
        raise NotImplementedError

    def pictures(self) -> dict[str, Callable[[], list[Mark]]]:
        """Mode -> what draws it."""
        return {"field": self._draw_field}

    def _draw_field(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -2, -2)
        return self.field.draw(room, self.cell_index())

    def cell_index(self) -> tuple[int, int, int]:
        """The output cell that is looked at: the one of the keyboard, else one in the middle."""
        if self.looked is not None:
            return self.looked
        if len(self.place.cell) == 3:
            return cast(tuple[int, int, int], self.place.cell)
        unit = self.place.unit[0] if self.place.unit else 0
        return unit, self.shape[1] // 2, self.shape[2] // 2

    def set_mode(self, mode: str) -> None:
        """Show another picture; "" is the first one."""
        self.mode, self.spot = mode, None
        for name, button in self.buttons.items():
            button.setChecked(name == mode)
        self.on_mode()
        self.refresh_probes()
        self.redraw()

    def on_mode(self) -> None:
        """Another mode begins."""

    def on_place(self) -> None:
        self.looked = None
        super().on_place()

    def probes(self) -> Iterable[Probe]:
        if self.mode == "field" and len(self.shape) == 3:
            return (self.inside(), *self.field.probes(self.cell_index()))
        return (self.inside(),)

    def needs(self) -> tuple[str, ...]:
        return ("in/0", "out")

    # -- the block -------------------------------------------------------------------------------

    @property
    def block(self) -> Any:
        """The block of the document."""
        assert self.report is not None and self.report.block is not None  # noqa: PT018
        return self.report.block

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
        """How the windows slide down and across."""
        return axes_of(self.block, self.x.shape, self.y.shape)

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
        return [
            rect
            for mark in self.sheet.marks
            if isinstance(mark, Cells) and (rect := self.lit_in(mark, spot)) is not None
        ]

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

    # -- pointer and wheel -------------------------------------------------------------------------

    def _on_hovered(self, spot: Any) -> None:
        self.spot = spot
        if spot is None:
            self.point(None)
        elif spot.kind == "out":
            self.point(spot.index)
        elif spot.kind == "in" and self.source:
            self.point(spot.index, self.source)
        else:
            self.point(spot.index[:1])
        self.relight()
        self.on_spot()

    def on_spot(self) -> None:
        """The pointer is on something else."""
        if self.mode == "field" and self.spot is not None and self.spot.kind == "out":
            self.look_from(cast(tuple[int, int, int], self.spot.index))

    def look_from(self, index: tuple[int, int, int]) -> None:
        """Show the receptive field of this cell."""
        if index != self.looked:
            self.looked = index
            self.refresh_probes()
            self.redraw()

    def relight(self) -> None:
        """Light up what belongs to the pointer, to another view's, or to the keyboard."""
        spot = self.spot or self._pointed_elsewhere()
        self.sheet.ring(list(self.lit(spot)) if spot is not None else ())

    def _pointed_elsewhere(self) -> Spot | None:
        unit = self.context.cursor.unit
        kinds: dict[str, tuple[Any, np.ndarray]] = {}
        if self.values:
            kinds = {self.source: ("in", self.x), self.node: ("out", self.y)}
        if unit is not None and unit.node in kinds and len(unit.index) == 3:
            kind, values = kinds[unit.node]
            if all(0 <= i < n for i, n in zip(unit.index, values.shape, strict=True)):
                return Spot(kind, unit.index)
        return None

    def on_unit(self, index: tuple[int, ...] | None) -> None:
        self.relight()

    def _on_unit_moved(self) -> None:
        self._guard(self.relight)

    def _on_clicked(self, spot: Any) -> None:
        if spot.kind == "out":
            self._go(self.place.level, spot.index)

    def _on_chosen(self, spot: Any) -> None:
        index = spot.index
        if spot.kind == "in":
            spans = self.seen_by(index[1], index[2])
            unit = self.place.unit[0] if self.place.unit else 0
            index = (unit, spans[0][0], spans[1][0]) if spans is not None else ()
        elif spot.kind == "weight":
            index = (index[0],)
        if index:
            self._go(Level(min(self.place.level + 1, Level.ARITHMETIC)), index)

    def _go(self, level: Level, index: tuple[int, ...]) -> None:
        cell = index if len(index) == len(self.shape) else ()
        self.place_wanted.emit(Place(self.node, level, index[:1], cell))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and watched is self.sheet:
            return self._on_wheel(cast(QWheelEvent, event))
        return bool(super().eventFilter(watched, event))

    def _on_wheel(self, event: QWheelEvent) -> bool:
        """Scroll the maps under the pointer; where all are seen the wheel zooms, as ever."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        for name, room in self.rooms.items():
            if room.contains(event.position()):
                event.accept()
                self.scroll(name, -1 if event.angleDelta().y() > 0 else 1)
                return True
        return False

    def scroll(self, name: str, rows: int) -> None:
        """Show later or earlier maps."""
        self.rows[name] = max(0, self.rows[name] + rows)
        self.redraw()

    # -- texts -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._label()
        super().retranslate()

    def _label(self) -> None:
        for mode, (text, help) in self.modes().items():
            self.buttons[mode].setText(text)
            self.buttons[mode].setToolTip(help)

    def words(self) -> str:
        if "out" not in self.values:
            return ""
        return tr(
            "{id}: {arriving} maps arrive, {leaving} maps leave.",
            id=self.node,
            arriving=len(self.x),
            leaving=len(self.y),
        )

    def scale(self, name: str) -> Scale:
        """The scale of a tensor: weights symmetric, others from 0 if they are never negative."""
        values = self.values[name]
        return Scale.signed(values) if name.startswith("param/") else Scale.of(values)


__all__ = ["Spot", "Unit", "WindowView"]
