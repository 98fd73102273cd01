"""Which blocks and wires the user has selected: one answer for canvas, inspector and lenses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from playground.document.model import Document, Wire
from playground.telemetry.probes.own import Split


class Sample(NamedTuple):
    """One sample: of the data, its split and its number there, from 0; or one of one's own."""

    split: Split = "train"
    number: int = 0


class Selection(QObject):
    """Ids of the selected blocks, in the order they were chosen, the selected wires, the sample."""

    changed = Signal()
    sample_changed = Signal()  # cards and views follow another sample through the network
    hovered = Signal(str)  # id of the block under the pointer, "" for none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: tuple[str, ...] = ()
        self.wires: tuple[Wire, ...] = ()
        self.sample = Sample()

    @property
    def node(self) -> str:
        """The block chosen last, "" when there is none."""
        return self.nodes[-1] if self.nodes else ""

    def set(self, nodes: Iterable[str] = (), wires: Iterable[Wire] = ()) -> None:
        """Select exactly these."""
        new = (tuple(dict.fromkeys(nodes)), tuple(dict.fromkeys(wires)))
        if new != (self.nodes, self.wires):
            self.nodes, self.wires = new
            self.changed.emit()

    def follow(self, sample: Sample) -> None:
        """Show in cards and views what the network makes of this sample."""
        if sample != self.sample:
            self.sample = sample
            self.sample_changed.emit()

    def keep(self, document: Document) -> None:
        """Drop what the document no longer has."""
        wires = set(document.wires) if self.wires else set()
        self.set(
            [id for id in self.nodes if id in document.by_id],
            [wire for wire in self.wires if wire in wires],
        )
