"""What a depth view is: one block, opened at a level, with everything that it shows accounted for.

A family of blocks has one file here and one in `explain/`. It registers a class for each level that
it shows better than the generic view::

    @depth_view("linear-layer", blocks=("linear",), levels=(Level.LAYER,))
    class LinearLayer(DepthView):
        def probes(self): return (self.inside(),)
        def on_snapshot(self, snapshot): ...
        def readings(self): ...

A view draws into `self.body`, gets snapshots like a lens (also those of earlier steps), emits
`place_wanted` to go deeper, up or aside, and calls `point` when the pointer is on a unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from playground.blocks.base import Block, Shape
from playground.check.report import NodeReport
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth_model import Level, Place
from playground.gui.lenses.base import Lens, Probe, Snapshot
from playground.gui.truth import Reading
from playground.i18n import tr
from playground.registry import depth_views
from playground.telemetry.probes.inside import Inside
from playground.telemetry.probes.own import code_of

__all__ = ["DepthView", "Level", "Place", "Probe", "Reading", "Snapshot", "depth_view"]


class DepthView(Lens):
    """Abstract: a block at a level. The base subscribes probes while it is seen, like `Lens`.

    A subclass overrides `probes`, `on_snapshot`, `readings`, and, where units can be gone through
    with the arrow keys, `on_place`: the same view then shows another unit of the same block.
    """

    blocks: ClassVar[tuple[str, ...]] = ()  # keys of the blocks it is for
    families: ClassVar[tuple[str, ...]] = ()  # groups of blocks: "Activation"
    levels: ClassVar[tuple[Level, ...]] = ()

    place_wanted = Signal(object)  # Place: the user wants to look there

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(context, place.node, parent)
        self.place = place
        context.selection.sample_changed.connect(self.refresh_probes)
        context.cursor.unit_moved.connect(self._on_unit_moved)

    @classmethod
    def rank(cls, block: Block, level: Level) -> int:
        """How special this view is: 3 for this kind of block, 2 for its family, 1 for any block.

        0 for a block, or a level, that it does not show.
        """
        if level not in cls.levels:
            return 0
        if type(block).key in cls.blocks:
            return 3
        if type(block).group in cls.families:
            return 2
        return 0 if cls.blocks or cls.families else int(cls.suits(block, level))

    @classmethod
    def suits(cls, block: Block, level: Level) -> bool:
        """Whether a view for any block has something to say about this one."""
        return True

    # -- what a subclass may use ----------------------------------------------------------------

    @property
    def report(self) -> NodeReport | None:
        """The check of the block: its kind, shapes, parameters; None once it is deleted."""
        return self.context.document.report.blocks.get(self.node)

    @property
    def shape(self) -> Shape:
        """Shape of the output."""
        found = self.report
        return (found.output or ()) if found is not None else ()

    def inside(self, *others: str) -> Inside:
        """The probe of this block, and of others in the same reading, for the chosen sample."""
        sample = self.context.selection.sample
        nodes = (self.node, *others)
        return Inside(nodes=nodes, sample=sample.number, split=sample.split)

    def tensors(self, snapshot: Snapshot, node: str = "") -> Mapping[str, np.ndarray]:
        """The arrays of a block: "in/0", "out", "param/weight"; empty while they are not there.

        Empty too while they are of another sample than the one that is chosen.
        """
        start = f"inside/{node or self.node}/"
        found = {n[len(start) :]: a for n, a in snapshot.arrays.items() if n.startswith(start)}
        sample, stamp = self.context.selection.sample, found.get("at")
        wanted = [code_of(sample.split), sample.number]
        return found if stamp is not None and stamp[1:].tolist() == wanted else {}

    def point(self, index: tuple[int, ...] | None, node: str = "") -> None:
        """The pointer is on a unit or number of a block's output (of this one), or on none."""
        self.context.cursor.set_unit(Unit(node or self.node, index) if index is not None else None)

    # -- what a subclass overrides --------------------------------------------------------------

    def on_place(self) -> None:
        """`self.place` names another unit or number of this block: show that one."""

    def on_unit(self, index: tuple[int, ...] | None) -> None:
        """Some view points at this unit of the block, or at none: light it up."""

    def step(self, across: int, down: int, units: int) -> Place | None:
        """Where the arrow keys (and Page up, Page down: `units`) lead; None for nowhere.

        Where the block puts out one axis, all of them go from unit to unit; else arrows go from
        unit to unit at the layer level, and over the last two axes below it.
        """
        shape, here = self.shape, self.place
        if not shape:
            return None
        cell = list(here.cell or (*here.unit, *(0 for _ in shape)))[: len(shape)]
        cell += [0] * (len(shape) - len(cell))
        if len(shape) == 1 or here.level is Level.LAYER:
            cell[0] += across + down + units
        else:
            cell[-1] += across
            cell[-2 if len(shape) > 2 else 0] += down
            cell[0] += units
        index = tuple(min(max(i, 0), n - 1) for i, n in zip(cell, shape, strict=True))
        return Place(here.node, here.level, index[:1], index)

    def words(self) -> str:
        """What is shown, in a sentence, for screen readers; "" for nothing yet."""
        return ""

    # -- inside ---------------------------------------------------------------------------------

    def waits_for(self) -> str:
        return tr("This view fills as soon as the network has calculated the sample.")

    def set_place(self, place: Place) -> None:
        """Show another unit or number of the same block, at the same level."""
        if place != self.place:
            self.place = place
            self._guard(self.on_place)
            self.refresh_probes()
            if self.isVisible() and self.context.run.shown is not None:
                self._seen = {}
                self._on_snapshot(self.context.run.shown)

    def _on_unit_moved(self) -> None:
        unit = self.context.cursor.unit
        here = unit is not None and unit.node == self.node
        self._guard(lambda: self.on_unit(unit.index if unit is not None and here else None))


V = TypeVar("V", bound=type[DepthView])


def depth_view(
    key: str,
    *,
    levels: tuple[Level, ...],
    blocks: tuple[str, ...] = (),
    families: tuple[str, ...] = (),
) -> Callable[[V], V]:
    """Register a view for some blocks, or for all of a family, or (neither given) for any."""

    def register(cls: V) -> V:
        cls.key, cls.levels, cls.blocks, cls.families = key, levels, blocks, families
        depth_views.add(key, cls)
        return cls

    return register
