"""What is pointed at, in whichever view: every other view lights up the same thing."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from playground.gui.selection import Sample


class Unit(NamedTuple):
    """One number, neuron or map that a block puts out: the block's id, and where in its output."""

    node: str
    index: tuple[int, ...] = ()


class Picked(NamedTuple):
    """Which predictions views show: those of a true and of a predicted class; None is any."""

    true: int | None = None
    predicted: int | None = None


class Cursor(QObject):
    """One model for linked hover: a view sets what its pointer is on and shows what others set.

    A view that is left sets None. Each kind has its own signal, so a view hears only of what it
    draws; setting the same thing twice tells nobody.

    Attributes
    ----------
    step : float or None
        Optimiser step; plots over steps show it.
    sample : Sample or None
        Split and number of a sample of the data.
    label : int or None
        Number of a class.
    unit : Unit or None
        A neuron, a map or one of its cells.
    place : int or None
        Step of a sequence, from 0: of the sample that is followed.
    picked : Picked
        Not pointed at but clicked: it stays until it is clicked again.
    """

    moved = Signal()  # the step
    sample_moved = Signal()
    label_moved = Signal()
    unit_moved = Signal()
    place_moved = Signal()
    picked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.step: float | None = None
        self.sample: Sample | None = None
        self.label: int | None = None
        self.unit: Unit | None = None
        self.place: int | None = None
        self.picked = Picked()

    def set(self, step: float | None) -> None:
        """Point at a step, or at none."""
        if step != self.step:
            self.step = step
            self.moved.emit()

    def set_sample(self, sample: Sample | None) -> None:
        """Point at a sample, or at none."""
        if sample != self.sample:
            self.sample = sample
            self.sample_moved.emit()

    def set_label(self, label: int | None) -> None:
        """Point at a class, or at none."""
        if label != self.label:
            self.label = label
            self.label_moved.emit()

    def set_unit(self, unit: Unit | None) -> None:
        """Point at a unit, or at none."""
        if unit != self.unit:
            self.unit = unit
            self.unit_moved.emit()

    def set_place(self, place: int | None) -> None:
        """Point at a step of a sequence, or at none."""
        if place != self.place:
            self.place = place
            self.place_moved.emit()

    def clear(self) -> None:
        """Point at nothing: the view under the pointer is gone. What is picked stays."""
        self.set(None)
        self.set_sample(None)
        self.set_label(None)
        self.set_unit(None)
        self.set_place(None)

    def pick(self, true: int | None = None, predicted: int | None = None) -> None:
        """Show only such predictions; the same ones again, or none: all of them."""
        wanted = Picked(true, predicted)
        self.picked = Picked() if wanted == self.picked else wanted
        self.picked_changed.emit()
