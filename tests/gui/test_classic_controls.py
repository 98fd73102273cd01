"""Every control of TensorFlow Playground (arXiv:1708.03788) has its equal in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from playground.blocks.features import FEATURES
from playground.document import edits
from playground.document.library import load
from playground.gui.inspector.fields import NumberParamField
from playground.gui.lenses.neurons import NeuronsLens
from playground.train.engine.base import make_engine

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(make_window, qtbot):
    """As it is before Play is pressed."""
    window = make_window(edits.set_lenses(load("spiral-mlp"), ("neurons",)), steps=None)
    run = window.context.run
    run.engine = make_engine("thread")
    run.begin()
    qtbot.waitUntil(lambda: run.state == "ready")
    return window


@pytest.fixture
def neurons(window, qtbot):
    qtbot.waitUntil(lambda: window.lenses.findChild(NeuronsLens) is not None)
    lens = window.lenses.findChild(NeuronsLens)
    qtbot.waitUntil(lens.bar.isVisible)
    return lens


def document(window):
    return window.context.document.document


def reach(widget: QWidget) -> QWidget:
    """The widget, scrolled to where it can be seen; it must be there without opening anything."""
    assert widget.isVisible()
    assert widget.isEnabled()
    return widget


def type_into(qtbot, cell, text):
    """A number typed into a field of a form."""
    field = cell.field
    assert isinstance(field, NumberParamField)
    number = reach(field.number)
    number.setFocus()
    number.lineEdit().selectAll()
    qtbot.keyClicks(number, text)
    qtbot.keyClick(number, Qt.Key.Key_Return)


def test_play_step_reset_and_the_numbers_of_a_step(window, qtbot):
    bar = window.transport
    for button in (bar.play_button, bar.step_button, bar.reset_button):
        reach(button)
    reach(bar.live.batch.combo)
    assert {"1", "10"} <= {bar.live.batch.combo.itemText(i) for i in range(10)}
    reach(bar.live.rate.slider).setFocus()
    before = document(window).train.params["lr"]
    qtbot.keyClick(bar.live.rate.slider, Qt.Key.Key_Right)
    assert document(window).train.params["lr"] > before


def test_data_noise_split_and_another_draw(window, qtbot):
    data = window.data
    reach(data.chooser)
    type_into(qtbot, data.form.cells["noise"], "0.25")
    type_into(qtbot, data.form.cells["test_share"], "0.4")
    qtbot.mouseClick(reach(data.regenerate), LEFT)
    params = document(window).data.params
    assert (params["noise"], params["test_share"], params["draw"]) == (0.25, 0.4, 1)


def test_all_seven_features(window, qtbot):
    buttons = window.data.features.buttons
    assert [f.symbol for f in FEATURES] == ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"]
    for button in buttons.values():
        if not button.isChecked():
            qtbot.mouseClick(reach(button), LEFT)
    qtbot.waitUntil(lambda: window.context.document.report.shape("features") == (7,))


def test_regularisation_of_the_whole_network(window, qtbot):
    window.context.selection.set(())
    form = window.inspector.document_page.form
    type_into(qtbot, form.cells["weight_decay"], "0.03")
    type_into(qtbot, form.cells["l1"], "0.001")
    params = document(window).train.params
    assert (params["weight_decay"], params["l1"]) == (0.03, 0.001)


def test_layers_neurons_activation_and_regularisation_of_a_layer(neurons, window, qtbot):
    qtbot.mouseClick(reach(neurons.bar.layers.more), LEFT)
    qtbot.waitUntil(lambda: len(neurons.columns) == 5)
    neurons.layers.resize(neurons.columns[2].layer, 1)
    neurons.layers.open_menu(2)
    menu = neurons.layers.menu
    assert menu.activation is not None
    assert menu.penalty is not None
    menu.close()
    assert document(window).node(neurons.columns[2].layer).params["out_features"] == 17


def test_test_data_and_discretise(neurons, qtbot):
    for name in ("test", "sign"):
        qtbot.mouseClick(reach(neurons.bar.buttons[name]), LEFT)
    assert neurons.choice.test
    assert neurons.choice.sign


def test_each_of_them_can_be_hidden_for_a_lesson(window):
    wanted = (
        "play step reset lr activation regularisation dataset noise test_share batch_size layers "
        "features regenerate test_data discretise"
    )
    for key in wanted.split():
        window.actions_model.run(f"view.hide.{key}")
    assert set(document(window).view.hidden) == set(wanted.split())
    assert not window.transport.play_button.isVisible()
