"""The menu of a layer: its activation, regularisation and dropout, its neurons, its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from playground.document.model import Penalty
from playground.gui import penalty_choice as penalties
from playground.gui.lenses import _neuron_edits as layers
from playground.gui.lenses._neuron_columns import Column
from playground.gui.lenses._neuron_layers import Layers
from playground.gui.lesson import is_shown
from playground.gui.widgets.numbers import plain
from playground.i18n import tr
from playground.registry import blocks

SHARES = (0.0, 0.1, 0.2, 0.3, 0.5)  # of neurons that dropout leaves out


class LayerMenu(QMenu):
    """Made for one column when it opens; what cannot be done now is left out."""

    def __init__(self, hand: Layers, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hand, self.column = hand, column
        is_open = layers.is_open(hand.document, column)
        self.activation = self._activation() if is_open and self._lets("activation") else None
        self.penalty = self._penalty() if column.layer else None
        is_hidden = column in layers.hidden(hand.columns)
        self.dropout = self._dropout() if is_hidden and is_open else None
        if not (is_open and hand.may_change):
            return
        self.addSeparator()
        if is_hidden:
            self._neurons()
        if column != hand.columns[-1]:
            self.addAction(tr("Add a hidden layer behind it"), partial(hand.add, column))
        if is_hidden:
            self.addAction(tr("Remove this layer"), partial(hand.remove, column))

    def _lets(self, key: str) -> bool:
        return bool(self.column.layer) and is_shown(self.hand.document, key)

    def _choices(self, title: str) -> tuple[QMenu, QActionGroup]:
        menu = self.addMenu(title)
        return menu, QActionGroup(menu)

    def _choice(
        self, menu: QMenu, group: QActionGroup, text: str, on: bool, act: Callable[[], object]
    ) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on: act())
        group.addAction(action)
        return action

    def _activation(self) -> QMenu:
        menu, group = self._choices(tr("Activation"))
        now = layers.activation_of(self.hand.document, self.column)
        for key in ("", *layers.activations()):
            title = tr(blocks.get(key).title) if key else tr("none")
            self._choice(menu, group, title, key == now, partial(self._set_activation, key, title))
        return menu

    def _set_activation(self, key: str, title: str) -> None:
        column = self.column
        if key != layers.activation_of(self.hand.document, column):
            text = tr("{id}: activation {name}", id=column.layer, name=title)
            self.hand.push(text, lambda doc: layers.set_activation(doc, column, key))

    def _penalty(self) -> QMenu | None:
        document, path = self.hand.document, self.column.layer
        if not is_shown(document, "regularisation"):
            return None
        menu, group = self._choices(tr("Regularisation"))
        own, model = penalties.own_penalty(document, path), self.hand.context.document
        for kind in penalties.KINDS:
            title = tr(penalties.TITLES[kind])
            if kind == "training":
                title = penalties.words_around(document, path)
            act = partial(penalties.choose, model, [path], kind)
            self._choice(menu, group, title, kind == penalties.kind_of(own), act)
        if own is not None and own.kind != "none":
            menu.addSeparator()
            rates, group = sorted({*penalties.RATES, own.rate}), QActionGroup(menu)
            for rate in rates:
                wanted = Penalty(kind=own.kind, rate=rate)
                act = partial(penalties.set_penalty, model, path, wanted)
                text = tr("Rate {rate}", rate=plain(rate))
                self._choice(menu, group, text, rate == own.rate, act)
        return menu

    def _dropout(self) -> QMenu:
        menu, group = self._choices(tr("Dropout"))
        now = layers.dropout_of(self.hand.document, self.column)
        for share in sorted({*SHARES, now}):
            title = f"p = {plain(share)}" if share else tr("none")
            self._choice(menu, group, title, share == now, partial(self._set_dropout, share))
        return menu

    def _set_dropout(self, share: float) -> None:
        column = self.column
        text = tr("{id}: dropout {p}", id=column.layer, p=plain(share))
        self.hand.push(text, lambda doc: layers.set_dropout(doc, column, share))

    def _neurons(self) -> None:
        layer, resize = self.column.layer, self.hand.resize
        self.addAction(tr("One neuron more in {id}", id=layer), partial(resize, layer, 1))
        fewer = self.addAction(tr("One neuron less in {id}", id=layer), partial(resize, layer, -1))
        fewer.setEnabled(self.column.units > 1)
