"""Layers changed from the picture of the network: menus, keys, buttons; each is one edit."""

from __future__ import annotations

import pytest
from live_run import Live
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from playground.document import edits
from playground.document.composites import group
from playground.document.composites.penalty import set_penalty_at
from playground.document.format import writes
from playground.document.library import load
from playground.document.model import Penalty
from playground.gui.lenses._neuron_head import Heading
from playground.gui.lenses._neuron_net import Button
from playground.gui.lesson import HIDEABLE, toggle
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot
from playground.train.session import LOOK

LEFT = Qt.MouseButton.LeftButton


class Shown:
    """The lens on a training that was stopped, and what is done to it."""

    def __init__(self, qtbot, context, document):
        self.qtbot, self.context = qtbot, context
        context.document.load(document)
        qtbot.waitUntil(lambda: context.document.report.ok)
        self.lens = lenses.get("neurons")(context)
        qtbot.addWidget(self.lens)
        self.lens.resize(1000, 560)
        with qtbot.waitExposed(self.lens):
            self.lens.show()
        self.look()

    def look(self):
        live = Live(self.document, steps=1)
        live.steering.probes = frozenset(self.lens.probes())
        arrays = live.generator.send(LOOK).arrays
        self.context.run.snapshot.emit(
            Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays)
        )

    @property
    def document(self):
        return self.context.document.document

    def marks(self, kind):
        return [mark for mark in self.lens.sheet.marks if isinstance(mark, kind)]

    def menu(self, number):
        """Press the head of a column."""
        at = self.marks(Heading)[number].rect.center().toPoint()
        self.qtbot.mouseClick(self.lens.sheet, LEFT, pos=at)
        menu = self.lens.layers.menu
        self.qtbot.waitUntil(menu.isVisible)
        return menu

    def pick(self, menu, *words):
        """Click an entry of a menu, or of the menu in it."""
        for word in words:
            action = next(a for a in menu.actions() if a.text() == word)
            place = menu.actionGeometry(action).center()
            self.qtbot.mouseClick(menu, LEFT, pos=place)
            menu = action.menu()
            if menu is not None:
                self.qtbot.waitUntil(menu.isVisible)
        self.qtbot.waitUntil(lambda: self.context.document.report.ok)

    def chain(self):
        """Kind of each block, from the input on."""
        after = {wire.source: wire.target for wire in self.document.wires}
        id = next(node.id for node in self.document.nodes if node.block == "input")
        found = []
        while id:
            found.append(self.document.node(id).block)
            id = after.get(id, "")
        return found


@pytest.fixture
def xor(qtbot, context):
    shown = Shown(qtbot, context, load("xor-mlp"))
    yield shown
    menu = shown.lens.layers.menu
    if menu is not None and isValid(menu):
        menu.close()


def titles(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_heads_name_layer_activation_and_own_regularisation(xor):
    look = xor.lens.sheet.look
    assert [mark.text(look) for mark in xor.marks(Heading)] == ["x ▾", "hidden · Tanh ▾", "out ▾"]
    costly = Penalty(kind="l1", rate=0.03)
    xor.context.document.push("", lambda d: set_penalty_at(d, ["hidden"], costly))
    assert xor.marks(Heading)[1].text(look) == "hidden · Tanh · L1 0.03 ▾"
    xor.context.document.push("", lambda d: set_penalty_at(d, ["hidden"], Penalty()))
    assert xor.marks(Heading)[1].text(look) == "hidden · Tanh · L∅ ▾"
    assert "Tanh" in xor.marks(Heading)[1].tip(xor.marks(Heading)[1].rect.center())


def test_a_narrow_head_says_less(xor):
    mark, look = xor.marks(Heading)[1], xor.lens.sheet.look
    for wide in (200, 70, 30):
        mark.rect.setWidth(wide)
        assert look.width(look.small, mark.text(look)) <= max(wide, 24)
        assert mark.rect.contains(mark.box(look))
    assert mark.text(look).endswith("… ▾")


def test_the_activation_is_exchanged_and_taken_away_and_put_back(xor):
    before = writes(xor.document)
    xor.pick(xor.menu(1), "Activation", "ReLU")
    assert xor.chain() == ["input", "linear", "relu", "linear"]
    assert xor.document.node("act").block == "relu"  # the block keeps its name and place
    xor.look()
    assert xor.marks(Heading)[1].parts[1] == "ReLU"
    xor.pick(xor.menu(1), "Activation", "none")
    assert xor.chain() == ["input", "linear", "linear"]
    xor.look()
    xor.pick(xor.menu(1), "Activation", "GELU")
    assert xor.chain() == ["input", "linear", "gelu", "linear"]
    assert xor.context.document.undo_stack.count() == 3
    xor.context.document.undo_stack.setIndex(0)
    assert writes(xor.document) == before


def test_the_same_activation_again_is_no_edit(xor):
    menu = xor.menu(1)
    assert [a.text() for a in menu.activation.actions() if a.isChecked()] == ["Tanh"]
    xor.pick(menu, "Activation", "Tanh")
    assert xor.context.document.undo_stack.count() == 0


def test_the_output_can_be_given_an_activation_at_which_the_model_ends(xor):
    menu = xor.menu(2)
    assert menu.dropout is None
    assert titles(menu) == ["Activation", "Regularisation"]
    xor.pick(menu, "Activation", "Sigmoid")
    assert xor.document.train.models["main"].output == "sigmoid"


def test_the_regularisation_of_a_layer_is_chosen_in_its_menu(xor):
    xor.pick(xor.menu(1), "Regularisation", "L2")
    assert xor.document.node("hidden").penalty == Penalty(kind="l2", rate=0.001)
    xor.pick(xor.menu(1), "Regularisation", "Rate 0.3")
    assert xor.document.node("hidden").penalty == Penalty(kind="l2", rate=0.3)
    menu = xor.menu(1)
    on = [a.text() for a in menu.penalty.actions() if a.isChecked()]
    assert on == ["L2", "Rate 0.3"]
    xor.pick(menu, "Regularisation", "As the training: none")
    assert xor.document.node("hidden").penalty is None
    assert xor.context.document.undo_stack.count() == 3


def test_dropout_stands_behind_the_activation(xor):
    xor.pick(xor.menu(1), "Dropout", "p = 0.2")
    assert xor.chain() == ["input", "linear", "tanh", "dropout", "linear"]
    assert xor.document.node("dropout").params["p"] == 0.2
    xor.look()
    xor.pick(xor.menu(1), "Dropout", "p = 0.5")
    assert xor.document.node("dropout").params.get("p", 0.5) == 0.5
    xor.look()
    xor.pick(xor.menu(1), "Dropout", "none")
    assert xor.chain() == ["input", "linear", "tanh", "linear"]


def test_hidden_layers_are_added_and_removed_by_the_count(xor, qtbot):
    count = xor.lens.bar.layers
    assert count.label.text() == "1 hidden layer"
    qtbot.mouseClick(count.more, LEFT)
    assert xor.chain() == ["input", "linear", "tanh", "linear", "tanh", "linear"]
    assert xor.document.node("linear").params["out_features"] == 6  # as wide as the one before
    qtbot.waitUntil(lambda: count.label.text() == "2 hidden layers")
    for left in (1, 0):
        qtbot.mouseClick(count.fewer, LEFT)
        qtbot.waitUntil(lambda left=left: len(xor.lens.columns) == left + 2)
    assert xor.chain() == ["input", "linear"]
    assert not count.fewer.isEnabled()
    qtbot.mouseClick(count.more, LEFT)
    assert xor.chain() == ["input", "linear", "relu", "linear"]
    assert xor.context.document.undo_stack.count() == 4


def test_the_count_is_worked_by_keys(xor, qtbot):
    count = xor.lens.bar.layers
    count.more.setFocus()
    qtbot.keyClick(count.more, Qt.Key.Key_Space)
    assert xor.chain().count("linear") == 3
    assert count.more.accessibleName() == "Add a hidden layer before the output"


def test_a_layer_is_put_in_and_taken_out_where_the_menu_was_opened(xor):
    menu = xor.menu(0)
    assert titles(menu) == ["Add a hidden layer behind it"]
    xor.pick(menu, "Add a hidden layer behind it")
    assert xor.chain() == ["input", "linear", "tanh", "linear", "tanh", "linear"]
    after = {wire.source: wire.target for wire in xor.document.wires}
    assert after["x"] == "linear"
    xor.look()
    xor.pick(xor.menu(2), "Remove this layer")
    assert "hidden" not in xor.document.by_id
    assert xor.chain() == ["input", "linear", "tanh", "linear"]


def test_new_layers_follow_the_flow_of_the_canvas(qtbot, context):
    document = edits.set_flow(load("xor-mlp"), "down")
    places = {n.id: (n.at[1], n.at[0]) for n in document.nodes}
    shown = Shown(qtbot, context, edits.move_nodes(document, places))
    qtbot.mouseClick(shown.lens.bar.layers.more, LEFT)
    at = {n.id: n.at for n in shown.document.nodes}
    assert at["act"][1] < at["linear"][1] < at["tanh"][1] < at["out"][1]
    assert at["linear"][0] == at["act"][0]


def test_neurons_are_in_the_menu_too(xor):
    xor.pick(xor.menu(1), "One neuron more in hidden")
    assert xor.document.node("hidden").params["out_features"] == 7
    xor.look()
    xor.pick(xor.menu(1), "One neuron less in hidden")
    assert xor.document.node("hidden").params["out_features"] == 6


def test_keys_open_the_menu_of_the_layer_that_is_looked_at(xor, qtbot):
    sheet = xor.lens.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Left)  # from the output to the hidden layer
    reason = QContextMenuEvent.Reason.Keyboard  # the menu key, or Shift+F10
    QApplication.sendEvent(sheet, QContextMenuEvent(reason, QPoint(), QPoint()))
    menu = xor.lens.layers.menu
    assert menu.column.layer == "hidden"
    down, take = Qt.Key.Key_Down, Qt.Key.Key_Return
    while menu.activeAction() is None or menu.activeAction().text() != "Remove this layer":
        qtbot.keyClick(menu, down)
    qtbot.keyClick(menu, take)
    assert xor.chain() == ["input", "linear"]


def test_a_right_click_on_a_neuron_opens_the_menu_of_its_layer(xor):
    sheet, at = xor.lens.sheet, xor.lens.standings[1].tiles[2].center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, sheet.mapToGlobal(at))
    QApplication.sendEvent(sheet, event)
    assert xor.lens.layers.menu.column.layer == "hidden"


def test_a_lesson_hides_what_changes_layers(xor):
    by_key = {found.key: found for found in HIDEABLE}
    assert xor.marks(Button)
    toggle(xor.context.document, by_key["layers"])
    assert xor.lens.bar.layers.isHidden()
    assert not xor.marks(Button)
    menu = xor.menu(1)
    assert titles(menu) == ["Activation", "Regularisation", "Dropout"]
    menu.close()
    toggle(xor.context.document, by_key["activation"])
    toggle(xor.context.document, by_key["regularisation"])
    menu = xor.menu(1)
    assert (menu.activation, menu.penalty) == (None, None)
    menu.close()
    xor.context.document.undo_stack.setIndex(0)
    assert not xor.lens.bar.layers.isHidden()
    assert xor.marks(Button)


def test_layers_inside_of_a_composite_can_be_regularised_but_not_removed(qtbot, context):
    document = group(load("xor-mlp"), ["hidden", "act"], "Part")[0]
    shown = Shown(qtbot, context, document)
    assert not shown.lens.bar.layers.more.isEnabled()
    menu = shown.menu(1)
    assert titles(menu) == ["Regularisation"]
    shown.pick(menu, "Regularisation", "L1")
    assert shown.document.composites[0].by_id["hidden"].penalty.kind == "l1"


def test_a_narrow_lens_leaves_out_the_count(xor):
    xor.lens.resize(xor.lens.bar.minimumSizeHint().width() + 20, 400)
    assert xor.lens.bar.layers.isHidden()
    xor.lens.resize(1000, 560)
    assert not xor.lens.bar.layers.isHidden()
