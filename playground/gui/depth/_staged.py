"""What views of blocks that work in steps share: their steps, and which cells belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import QRectF

from playground.explain import stages
from playground.explain.base import Ref
from playground.gui.cursor import Unit
from playground.gui.depth._around import sources
from playground.gui.depth._calculated import NAME, calculated
from playground.gui.depth._marks import Cells, Index, Mark
from playground.gui.depth._order import first_cell
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth.base import DepthView, Probe
from playground.i18n import mark, tr

TITLES = {
    "exp": mark("exp of it"),
    "sum": mark("sum of all exp"),
    "mean": mark("mean"),
    "variance": mark("variance"),
    "centred": mark("input − mean"),
    "normalised": mark("÷ √(variance + ε)"),
    "mask": mark("example of a mask"),
    "kept": mark("input × mask ÷ kept"),
}


class Staged(DepthView):
    """Mixed into a sheet view: tensors of the steps, and where each number comes from."""

    values: dict[str, np.ndarray]

    @property
    def kind(self) -> str:
        """Key of the block; "muted" for one that hands its input on, "" once it is deleted."""
        found = self.report
        return "" if found is None else "muted" if found.node.muted else found.node.block

    @property
    def params(self) -> dict[str, object]:
        """Parameters of the block, those that are not written down too."""
        found = self.report
        return found.block.model_dump() if found is not None and found.block is not None else {}

    def stages(self) -> tuple[stages.Stage, ...]:
        """The steps for the numbers that are shown."""
        return stages.stages(self.kind, self.params, self.values)

    def expression(self, stage: stages.Stage, *part: int) -> str:
        """What a step, or a part of it, claims to be."""
        full = stage.expression.replace('t["', f't["inside/{self.node}/')
        return f"({full}){''.join(f'[{i}]' for i in part)}"

    def source(self, name: str) -> str:
        """Id of the block that feeds an input, "in/1"."""
        found, number = sources(self.context.document.report, self.node), int(name[3:])
        return found[number] if number < len(found) else ""

    def kin(self, unit: Unit) -> list[tuple[str, Index]]:
        """The numbers on the sheet that belong to one: itself, what it is made of, where it goes.

        Pairs of a tensor of the block and an index in it.
        """
        if unit.node == self.node:
            return self._made_of(unit.index)
        found = []
        for name in stages.input_names(self.values):
            shape = self.values[name].shape
            if self.source(name) == unit.node and _fits(unit.index, shape):
                ref = Ref(name, unit.index)
                found += [
                    (name, unit.index),
                    ("out", stages.targets(self.kind, self.params, self.values, ref)),
                ]
        return found

    def _made_of(self, index: Index) -> list[tuple[str, Index]]:
        if not _fits(index, self.values["out"].shape):
            return [("out", index)]  # a whole map
        refs = stages.origins(self.kind, self.params, self.values, index)
        return [("out", index), *((ref.tensor, ref.index) for ref in refs)]


class StagedSheet(Staged, SheetView):
    """Abstract: a sheet on which cells that belong together light up together."""

    def needs(self) -> tuple[str, ...]:
        return ("out", "in/0")

    def probes(self) -> Iterable[Probe]:
        return (self.inside(),)

    def on_unit(self, index: tuple[int, ...] | None) -> None:
        """Light up the cell that is pointed at in any view, with what it is made of."""
        unit = self.context.cursor.unit
        if unit is None and index is not None:
            unit = Unit(self.node, index)
        kin = self.kin(unit) if unit is not None and self.values else []
        super().on_unit(index)  # numbers of a formula, bars of samples
        found = [*self._places(kin), *self.sheet.ringed]
        self.sheet.ring([rect for i, rect in enumerate(found) if rect not in found[:i]])

    def _places(self, kin: list[tuple[str, Index]]) -> Iterator[QRectF]:
        for name, index in kin:
            full = self.full(name)
            for cells in self.sheet.marks:
                if isinstance(cells, Cells) and cells.tensor == full:
                    rect = cell_of(cells, index)
                    if rect is not None:
                        yield rect

    def calculated(self, marks: list[Mark], stage: stages.Stage, *part: int) -> list[Mark]:
        """Marks made for the tensor `NAME`, claiming a step."""
        return list(calculated(marks, self.expression(stage, *part)))

    def title(self, stage: stages.Stage) -> str:
        """What a step is called."""
        return tr(TITLES[stage.name])


def cell_of(cells: Cells, index: Index) -> QRectF | None:
    """Where a number, or all of a map, is painted; None where it is not."""
    height, width = cells.values.shape
    if not cells.values.size:
        return None
    first, last = cells.place(0, 0), cells.place(height - 1, width - 1)
    if first[: len(index)] == index == last[: len(index)]:
        return cells.rect
    found = first_cell((height, width), cells.place, index) if len(index) == len(first) else None
    return None if found is None else cells.cell(*found)


def _fits(index: Index, shape: tuple[int, ...]) -> bool:
    return len(index) == len(shape) and all(i < n for i, n in zip(index, shape, strict=True))


__all__ = ["NAME", "Staged", "StagedSheet", "cell_of"]
