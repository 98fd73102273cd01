"""What views of convolution and pooling share: their axes, a pointer on either side, scrolling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._field import FieldPicture
from playground.gui.depth._marks import Mark
from playground.gui.depth._trial import WindowTrial
from playground.gui.depth._window_base import WindowBase
from playground.gui.depth._windows import Spot
from playground.gui.depth.base import Level, Place, Probe
from playground.i18n import tr


class WindowView(WindowBase):
    """Abstract: a block whose windows slide over images (C, H, W).

    Pointing at a cell of the output lights what it looks at, pointing at one of the input what
    looks at it. `modes` are further pictures that a button shows in the place of the first.
    """

    lights = frozenset()  # its numbers are neither classes nor samples

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
        self.trial = self._new_trial(column)
        self._label()
        self.sheet.installEventFilter(self)

    def modes(self) -> dict[str, tuple[str, str]]:
        """Mode -> words of its button and what it is good for, in the user's language."""
        help = tr("What a cell looks at in every layer before it, and what of it it uses")
        found = {"field": (tr("Receptive field"), help)}
        if self.place.level is Level.LAYER:
            help = tr("Try kernel size, stride, padding and dilation, and see where windows stand")
            found["window"] = (tr("Try a window"), help)
        return found

    def _new_trial(self, column: QVBoxLayout) -> WindowTrial | None:
        """The fields to try a window with, where the whole block is shown."""
        if "window" not in self.buttons:
            return None
        trial = WindowTrial(self)
        trial.changed.connect(self.redraw)
        trial.hide()
        column.insertWidget(1, trial)
        return trial

    def draw(self) -> list[Mark]:
        self.rooms = {}
        pictures = {"": self.picture, **self.pictures()}
        return pictures[self.mode]()

    def picture(self) -> list[Mark]:
        """The first picture."""
        raise NotImplementedError

    def pictures(self) -> dict[str, Callable[[], list[Mark]]]:
        """Mode -> what draws it."""
        return {"field": self._draw_field, "window": self._draw_window}

    def _draw_window(self) -> list[Mark]:
        assert self.trial is not None  # its button is there
        return self.trial.draw(QRectF(self.sheet.rect()).adjusted(2, 0, -2, -2))

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
        if self.trial is not None:
            self.trial.setVisible(mode == "window")
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

    # -- pointer and wheel -------------------------------------------------------------------------

    def _on_hovered(self, spot: Any) -> None:
        if self.mode == "window" and self.trial is not None:
            self.trial.picture.hover(spot)  # of a block that does not exist yet
            real = spot is not None and spot.kind == "in" and len(spot.index) == 3  # its input does
            self.point(spot.index if real else None, self.source)
            return
        if isinstance(spot, Unit):  # of a layer before, in the picture of the field
            self.spot = None
            self.context.cursor.set_unit(spot)
            return
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
        if self.mode == "window" and self.trial is not None:
            self.sheet.ring(self.trial.picture.lit())
            return
        spot = self.spot or self._pointed_elsewhere()
        unit = self.context.cursor.unit
        beside = self.places_meant(unit) if unit is not None else []  # in the picture of the field
        self.sheet.ring([*(self.lit(spot) if spot is not None else ()), *beside])

    def _pointed_elsewhere(self) -> Spot | None:
        unit = self.context.cursor.unit
        kinds: dict[str, tuple[Any, np.ndarray]] = {}
        if self.values:
            kinds = {self.source: ("in", self.x), self.node: ("out", self.y)}
        if unit is not None and unit.node in kinds and len(unit.index) in (1, 3):
            kind, values = kinds[unit.node]
            if all(0 <= i < n for i, n in zip(unit.index, values.shape, strict=False)):
                return Spot(kind, unit.index)
        return None

    def on_unit(self, index: tuple[int, ...] | None) -> None:
        self.relight()

    def _on_unit_moved(self) -> None:
        self._guard(self.relight)

    def _on_clicked(self, spot: Any) -> None:
        if isinstance(spot, Unit):
            return
        if spot.kind == "out" and self.mode != "window":
            self._go(self.place.level, spot.index)

    def _on_chosen(self, spot: Any) -> None:
        if self.mode == "window":
            return
        if isinstance(spot, Unit):
            super()._on_chosen(spot)
            return
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
        if self.trial is not None:
            self.trial.retranslate()

    def words(self) -> str:
        if "out" not in self.values:
            return ""
        return tr(
            "{id}: {arriving} maps arrive, {leaving} maps leave.",
            id=self.node,
            arriving=len(self.x),
            leaving=len(self.y),
        )


__all__ = ["Spot", "Unit", "WindowView"]
