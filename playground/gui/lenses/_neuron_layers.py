"""What is done to the layers of the network that a lens shows: each is an edit, with undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from playground.document import edits
from playground.document.model import Document
from playground.gui.lenses import _neuron_edits as layers
from playground.gui.lenses._neuron_columns import Column
from playground.gui.lesson import is_shown
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.lenses._neuron_menu import LayerMenu
    from playground.gui.lenses.neurons import NeuronsLens

LESSON = "layers"  # the key by which a document hides all this


class Layers(QObject):
    """More or fewer neurons and hidden layers; opens the menu of a layer."""

    def __init__(self, lens: NeuronsLens) -> None:
        super().__init__(lens)
        self._lens, self.context = lens, lens.context
        self.menu: LayerMenu | None = None
        lens.bar.layers.wanted.connect(self.change)
        self.context.document.changed.connect(self._on_changed)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.context.document.document

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of the network that is shown."""
        return self._lens.columns

    def follow(self) -> None:
        """Show how many there are, and what can be done."""
        inner = layers.hidden(self.columns)
        self._lens.bar.layers.show_count(
            len(inner),
            more=bool(self.columns) and self._is_open(self._last()),
            fewer=bool(inner) and self._is_open(inner[-1]),
        )
        self._lens.bar.show_layers(bool(self.columns) and self.may_change)

    def _on_changed(self, old: Document, new: Document) -> None:
        if old.view.hidden != new.view.hidden:  # nothing is checked again: no report comes
            self.follow()
            self._lens._redraw()

    @property
    def may_change(self) -> bool:
        """Whether the document lets a learner change the layers."""
        return is_shown(self.document, LESSON)

    def can_resize(self, column: Column) -> bool:
        """Whether a layer can get more or fewer neurons: those of the output are of the data."""
        return column in layers.hidden(self.columns) and self.may_change and self._is_open(column)

    def resize(self, layer: str, by: int) -> None:
        """Give a layer more or fewer neurons."""
        column = next((c for c in self.columns if c.layer == layer), None)
        if column is not None and column.units + by > 0:
            value = column.units + by
            text = tr("{id}: {n} neurons", id=layer, n=value)
            self.push(text, lambda doc: edits.set_param(doc, layer, "out_features", value))

    def change(self, by: int) -> None:
        """One hidden layer more in front of the output, or the last one away."""
        inner = layers.hidden(self.columns)
        if by > 0 and self.columns:
            self.add(self._last())
        elif by < 0 and inner:
            self.remove(inner[-1])

    def add(self, behind: Column) -> None:
        """Put a hidden layer behind a column."""
        if self._is_open(behind):
            text, columns = tr("Add a hidden layer"), self.columns
            self.push(text, lambda doc: layers.add_layer(doc, columns, behind))

    def remove(self, column: Column) -> None:
        """Take a hidden layer out."""
        if self._is_open(column):
            text = tr("Remove the layer {id}", id=column.layer)
            self.push(text, lambda doc: layers.remove_layer(doc, column))

    def push(self, text: str, edit: Callable[[Document], Document]) -> None:
        """Do an edit; one that cannot be is refused by the document, with a notice."""
        self.context.document.push(text, edit)

    def open_menu(self, number: int) -> None:
        """Show what can be done to a column, below its head."""
        from playground.gui.lenses._neuron_menu import LayerMenu  # it knows this class

        if not 0 <= number < len(self._lens.standings):
            return
        corner = self._lens.standings[number].head().bottomLeft()
        self.menu = LayerMenu(self, self.columns[number], self._lens)
        place = QPointF(corner.x(), corner.y() - 14).toPoint()
        self.menu.popup(self._lens.sheet.mapToGlobal(place))

    def _last(self) -> Column:
        return self.columns[-2]

    def _is_open(self, column: Column) -> bool:
        return layers.is_open(self.document, column)
