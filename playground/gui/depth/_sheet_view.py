"""A depth view that is one sheet: it names tensors, makes marks of them, and that is all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, TypeVar

import numpy as np
from PySide6.QtCore import QElapsedTimer, QRectF, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Bar, Cells, Mark, Words
from playground.gui.depth._order import first_cell
from playground.gui.depth._sheet import Sheet
from playground.gui.depth.base import DepthView, Level, Place, Reading, Snapshot
from playground.gui.graph.facts import classes_of
from playground.gui.selection import Sample

T = TypeVar("T")
Meant = tuple[int, ...] | Unit | Sample  # an index: of a unit of the block that is open

NUMBERS_MS = 200  # live numbers change five times a second: faster cannot be read


class SheetView(DepthView):
    """Abstract: overrides `draw`, which makes marks of `self.values` for the room of the sheet.

    What a mark means is told to the cursor, and outlined when any view points at it: units of this
    block or another, classes where the block ends a classifier, samples.
    """

    lights: ClassVar[frozenset[Literal["label", "sample"]]] = frozenset({"label"})  # beside units

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(context, place, parent)
        self.values: Mapping[str, np.ndarray] = {}  # of the block, without "inside/<node>/"
        self.arrays: Mapping[str, np.ndarray] = {}  # everything that was measured
        self._kept: dict[str, tuple[tuple[Any, ...], Any]] = {}  # made of what, what was made
        self.sheet = Sheet(context)
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.clicked.connect(self._on_clicked)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.resized.connect(self.redraw)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self._since = QElapsedTimer()
        self._late: Snapshot | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._draw_late)
        for kind in self.lights:
            getattr(context.cursor, f"{kind}_moved").connect(self._on_unit_moved)

    def draw(self) -> list[Mark]:
        """The marks for `self.values` in the room of the sheet."""
        raise NotImplementedError

    def needs(self) -> tuple[str, ...]:
        """Names of tensors of the block without which nothing can be drawn."""
        return ("out",)

    def full(self, name: str) -> str:
        """Name of the array of a tensor of this block."""
        return f"inside/{self.node}/{name}"

    def once(self, name: str, of: tuple[Any, ...], make: Callable[[], T]) -> T:
        """Something that is made anew only when what it is made of is another.

        Arrays are compared by identity: those of a snapshot never change.
        """
        known = self._kept.get(name)
        if known is None or not all(map(_same, known[0], of)):
            known = self._kept[name] = of, make()
        found: T = known[1]
        return found

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        values = self.tensors(snapshot)
        if any(name not in values for name in self.needs()):
            return False
        if values["out"].shape != self.shape:
            return False  # the network in training is older than the document
        self.values = {}
        self._stack.setCurrentWidget(self.body)  # gets its size before it is drawn, not after
        self.values, self.arrays = values, snapshot.arrays
        self._since.start()
        self.redraw()
        return True

    def redraw(self) -> None:
        """Make the marks anew: other numbers, another place, another size."""
        if not self.values:
            return
        self.sheet.set_marks(self.draw())
        self.sheet.setAccessibleName(self.words())
        self.on_unit(self._lit())

    def readings(self) -> list[Reading]:
        return self.sheet.readings(self, self.key)

    def on_place(self) -> None:
        self.redraw()

    def on_unit(self, index: tuple[int, ...] | None) -> None:
        cursor = self.context.cursor
        unit, sample = cursor.unit, cursor.sample if "sample" in self.lights else None
        beside = unit is not None and unit.node != self.node
        found = self.places_meant(unit) if unit is not None and beside else []
        if not found and index is not None:
            found = self.places_of(index)
        self.sheet.ring([*found, *(self.places_meant(sample) if sample is not None else ())])

    def places_of(self, index: tuple[int, ...]) -> list[QRectF]:
        """Where a unit of this block is seen."""
        return [*self.places_meant(index), *self.places_meant(Unit(self.node, index))]

    def places_meant(self, thing: Meant) -> list[QRectF]:
        """Where a unit of this block (its index), a unit of another, or a sample is seen."""
        found: list[QRectF] = []
        for mark in self.sheet.marks:
            rect = None
            if isinstance(mark, Cells) and mark.unit is not None:
                rect = _within(mark, thing)
            elif isinstance(mark, Words | Bar) and mark.index == thing:
                rect = mark.rect
            if rect is None:
                continue
            if found and not isinstance(mark, Cells) and _follows(found[-1], rect):
                found[-1] = found[-1].united(rect)  # name, number and bar of a row
            else:
                found.append(rect)
        return found

    def on_restarted(self) -> None:
        self.values, self.arrays = {}, {}

    def retheme(self) -> None:
        self.redraw()

    def retranslate(self) -> None:
        self.redraw()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        """Numbers that change all the time are drawn now and then, the last ones always."""
        wait = NUMBERS_MS - self._since.elapsed() if self._since.isValid() else 0
        if wait > 0 and self.values and snapshot is not self.context.run.past.shown:
            self._late = snapshot
            if not self._pause.isActive():
                self._pause.start(wait)
            return
        self._late = None
        super()._on_snapshot(snapshot)

    def _draw_late(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            super()._on_snapshot(late)

    def _lit(self) -> tuple[int, ...] | None:
        """The unit that is pointed at somewhere, else the one the keyboard is at."""
        unit = self.context.cursor.unit
        if unit is not None and unit.node == self.node:
            return unit.index
        label = self.context.cursor.label
        if unit is None and label is not None and label < self._num_classes():
            return (label,)
        return self.place.cell or self.place.unit or None

    def _num_classes(self) -> int:
        """How many classes the outputs of this block stand for, one each; 0 for none."""
        found, document = self.report, self.context.document
        if found is None or len(self.shape) != 1:
            return 0
        _, names = classes_of(found.node, document.document, document.report, self.shape)
        return len(names) if self.shape == (len(names),) else 0

    def _on_unit_moved(self) -> None:
        self._guard(lambda: self.on_unit(self._lit()))

    def _on_hovered(self, found: Meant | None) -> None:
        cursor = self.context.cursor
        if "sample" in self.lights:
            cursor.set_sample(found if isinstance(found, Sample) else None)
        if isinstance(found, Unit):
            cursor.set_unit(found)
        else:
            self.point(None if isinstance(found, Sample) else found)
        unit = cursor.unit
        own = unit is not None and unit.node == self.node and len(unit.index) == 1
        here = unit.index[0] if unit is not None and own else None
        cursor.set_label(here if here is not None and here < self._num_classes() else None)
        if found is None:
            self.on_unit(self._lit())

    def _on_clicked(self, found: Meant) -> None:
        if isinstance(found, Sample):
            self.context.selection.follow(found)
        elif not isinstance(found, Unit):
            place = self.place
            self.place_wanted.emit(Place(place.node, place.level, found[:1], found))

    def _on_chosen(self, found: Meant) -> None:
        """Deeper into a unit of this block; to a unit of another one, at the same level."""
        if isinstance(found, Sample):
            return  # the first of the two clicks followed it
        if isinstance(found, Unit):
            node, level, index = found.node, self.place.level, found.index
        else:
            node, index = self.place.node, found
            level = Level(min(self.place.level + 1, Level.ARITHMETIC))
        self.place_wanted.emit(Place(node, level, index[:1], index))


def _within(mark: Cells, thing: Meant) -> QRectF | None:
    """The cells of a mark that belong to a unit: one cell, or a whole map; None for none."""
    unit = mark.unit
    assert unit is not None  # only marks of units are asked
    height, width = mark.values.shape
    if not mark.values.size:
        return None
    first, last = unit(0, 0), unit(height - 1, width - 1)
    if _is_in(first, thing) and _is_in(last, thing):
        return mark.rect
    if type(first) is not type(thing):
        return None
    if isinstance(thing, Unit):
        if thing.node != first.node:
            return None
        found = first_cell((height, width), lambda r, c: unit(r, c).index, thing.index)
    else:
        found = first_cell((height, width), unit, thing)
    return None if found is None else mark.cell(*found)


def _is_in(shown: Meant, thing: Meant) -> bool:
    """Whether a number is, or is a part of, a unit."""
    if isinstance(shown, Unit) or isinstance(thing, Unit):
        both = isinstance(shown, Unit) and isinstance(thing, Unit) and shown.node == thing.node
        return both and shown.index[: len(thing.index)] == thing.index
    return shown[: len(thing)] == thing


def _follows(before: QRectF, rect: QRectF) -> bool:
    """Whether something stands behind something in its row."""
    return abs(before.center().y() - rect.center().y()) < 2 and before.right() <= rect.left() + 1


def _same(a: Any, b: Any) -> bool:
    return a is b or (not isinstance(a, np.ndarray) and bool(a == b))
