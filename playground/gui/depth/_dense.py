"""What the three views of a fully connected layer share: what stands before and after it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtWidgets import QWidget

from playground.explain import linear
from playground.explain.base import Ref, Sum
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._around import activation_after, linear_after, sources
from playground.gui.depth._marks import Claim
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth.base import Place, Probe, Snapshot
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

_NONE = np.zeros(0)


class Dense(SheetView):
    """Abstract: a view of a fully connected layer, with the activation that follows it."""

    others = False  # whether the layer after the next is read as well

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.source = self.after = self.next = ""
        super().__init__(context, place, parent)
        self._look_around()
        context.document.report_changed.connect(self._look_around)

    def probes(self) -> Iterable[Probe]:
        others = (self.after, self.next if self.others else "")
        return (self.inside(*(node for node in others if node)),)

    def needs(self) -> tuple[str, ...]:
        return ("out", "in/0", "param/weight")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        weight = self.tensors(snapshot).get("param/weight")
        if weight is None or weight.ndim != 2:
            return False
        return super().on_snapshot(snapshot)

    @property
    def lead(self) -> tuple[int, ...]:
        """Which row of the output, where the layer works on several (a sequence)."""
        axes = self.values["out"].ndim
        return self.place.cell[:-1] if len(self.place.cell) == axes else (0,) * (axes - 1)

    @property
    def cell(self) -> tuple[int, ...]:
        """The number that is looked at."""
        axes = self.values["out"].ndim
        return self.place.cell if len(self.place.cell) == axes else (0,) * axes

    @property
    def function(self) -> str:
        """What the activation that follows is called, "" where none does."""
        found = self.context.document.report.blocks.get(self.after)
        return tr(found.block.title) if found is not None and found.block is not None else ""

    def beside(self, node: str, name: str) -> np.ndarray | None:
        """A tensor of another block, where it was read together with this one."""
        found = self.arrays.get(f"inside/{node}/{name}")
        stamp, own = self.arrays.get(f"inside/{node}/at"), self.values.get("at")
        if found is None or stamp is None or own is None or not np.array_equal(stamp, own):
            return None
        return found

    def after_values(self) -> np.ndarray | None:
        """What the activation behind makes of the outputs."""
        found = self.beside(self.after, "out")
        return found if found is not None and found.shape == self.values["out"].shape else None

    def sum(self, most: int) -> Sum:
        """The neuron that is looked at, as a sum."""
        v = self.values
        bias = v.get("param/bias")
        return linear.neuron(v["in/0"], v["param/weight"], bias, v["out"], self.cell, most)

    def claim(self, ref: Ref) -> Claim:
        """What a number of a calculation is."""
        return Claim(self.full(ref.tensor), ref.index)

    def told(self, ref: Ref) -> str:
        """Where a number of a calculation is from, for the pointer."""
        index = ", ".join(str(i) for i in ref.index)
        if ref.tensor == "in/0":
            return tr("output [{index}] of {id}", index=index, id=self.source)
        name = ref.tensor.rpartition("/")[2]
        return f"{self.node}.{name}[{index}]" if name != "out" else f"{self.node}[{index}]"

    def unit_of(self, ref: Ref) -> Unit | None:
        """The unit that lights up everywhere when the pointer is on a number."""
        if ref.tensor == "in/0":
            return Unit(self.source, ref.index)
        return Unit(self.node, ref.index) if ref.tensor == "out" else None

    def weights_scale(self) -> Scale:
        """One scale for weights and biases."""
        parts = self.values["param/weight"], self.values.get("param/bias", _NONE)
        make = lambda: Scale.signed(np.concatenate([part.ravel() for part in parts]))  # noqa: E731
        return self.once("scale of weights", parts, make)

    def _look_around(self, _report: object = None) -> None:
        report = self.context.document.report
        self.source = next(iter(sources(report, self.node)), "")
        around = activation_after(report, self.node), linear_after(report, self.node)
        if around != (self.after, self.next):
            self.after, self.next = around
            self.refresh_probes()
