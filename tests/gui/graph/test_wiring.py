"""Wires are drawn and cut from the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.model import Document, Wire
from playground.gui.graph import wiring
from playground.gui.widgets.choice_popup import ChoicePopup

FORK = {
    "data": {"dataset": "moons"},
    "nodes": [
        {"id": "x", "block": "input", "at": [0, 0]},
        {"id": "a", "block": "linear", "params": {"out_features": 4}, "at": [220, 0]},
        {"id": "b", "block": "linear", "params": {"out_features": 4}, "at": [220, 200]},
        {"id": "sum", "block": "add", "at": [440, 0]},
        {"id": "conv", "block": "conv2d", "at": [440, 300]},
    ],
    "wires": [["x.out", "a.in"], ["a.out", "sum.in"]],
}


@pytest.fixture
def forked(make_window):
    return make_window(Document(**FORK))


def popup(window) -> ChoicePopup:
    return window.graph.findChildren(ChoicePopup)[-1]


def test_only_wires_that_fit_are_offered_and_open_inputs_come_first(forked):
    model = forked.context.document
    wires = wiring.possible(model.document, model.report, "x")
    ends = [wire.target for wire in wires]
    assert ends[0] == "b"
    assert "conv" not in ends
    assert "a" not in ends  # connected already


def test_no_wire_that_closes_a_circle_is_offered(forked):
    model = forked.context.document
    wires = wiring.possible(model.document, model.report, "sum")
    assert not [wire for wire in wires if (wire.source, wire.target) == ("sum", "a")]


def test_a_wire_that_replaces_another_says_so(forked):
    document = forked.context.document.document
    wire = Wire(source="b", source_port="out", target="a", target_port="in")
    assert wiring.words(document, wire) == "b → a, replaces x"


def test_a_wire_is_drawn_with_keys_only_and_can_be_undone(forked):
    before = forked.context.document.document
    forked.context.selection.set(("b",))
    QTest.keyClick(forked.graph, Qt.Key.Key_C)
    field = popup(forked).field
    QTest.keyClicks(field, "b sum")
    assert "b → sum" in field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Return)
    new = set(forked.context.document.document.wires) - set(before.wires)
    assert [(wire.source, wire.target) for wire in new] == [("b", "sum")]
    forked.context.document.undo_stack.undo()
    assert forked.context.document.document == before


def test_escape_draws_nothing(forked):
    before = forked.context.document.document
    forked.context.selection.set(("b",))
    QTest.keyClick(forked.graph, Qt.Key.Key_C)
    QTest.keyClick(popup(forked).field, Qt.Key.Key_Down)
    QTest.keyClick(popup(forked).field, Qt.Key.Key_Escape)
    assert forked.context.document.document == before


def test_without_a_selection_it_says_what_to_do(forked, qtbot):
    with qtbot.waitSignal(forked.context.notices.posted) as told:
        QTest.keyClick(forked.graph, Qt.Key.Key_C)
    assert told.args[0].startswith("Select a block first")


def test_a_wire_is_cut_with_keys_only(forked):
    forked.context.selection.set(("a",))
    forked.actions_model.run("edit.disconnect")
    QTest.keyClicks(popup(forked).field, "sum")
    QTest.keyClick(popup(forked).field, Qt.Key.Key_Return)
    wires = forked.context.document.document.wires
    assert [(wire.source, wire.target) for wire in wires] == [("x", "a")]


def test_a_block_without_wires_says_so(forked, qtbot):
    forked.context.selection.set(("conv",))
    with qtbot.waitSignal(forked.context.notices.posted) as told:
        forked.actions_model.run("edit.disconnect")
    assert told.args[0] == "The selected block has no wires."
