"""Forms: what a user enters becomes an edit or a reason, and undo shows in the fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from playground.document import edits
from playground.document.model import Node
from playground.gui.inspector.fields import scale_of
from playground.parameters import ParamInfo


def select(window, node):
    window.context.selection.set([node])
    return window.inspector.block_page.form.cells


def params(window, node):
    return window.context.document.document.node(node).params


def enter(qtbot, field, text):
    field.setFocus()
    field.lineEdit().selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_typed_number_becomes_an_edit_that_undo_takes_back(qtbot, window):
    cell = select(window, "hidden")["out_features"]
    enter(qtbot, cell.field.number, "12")
    assert params(window, "hidden") == {"out_features": 12}
    window.context.document.undo_stack.undo()
    assert params(window, "hidden") == {"out_features": 4}
    assert cell.field.number.text() == "4"
    window.context.document.undo_stack.redo()
    assert cell.field.number.text() == "12"


@pytest.mark.parametrize("text", ["0", "-3", "many", "1.5", "99999999"])
def test_a_wrong_number_says_why_and_does_not_reach_the_document(qtbot, window, text):
    cell = select(window, "hidden")["out_features"]
    enter(qtbot, cell.field.number, text)
    assert params(window, "hidden") == {"out_features": 4}
    assert "out_features is" in cell.reason.text()
    assert cell.reason.isVisible()
    assert cell.field.number.property("wrong")
    enter(qtbot, cell.field.number, "6")
    assert not cell.reason.isVisible()
    assert params(window, "hidden") == {"out_features": 6}


def test_the_arrow_keys_count_and_stay_in_the_range(qtbot, window):
    cell = select(window, "hidden")["out_features"]
    cell.field.number.setFocus()
    qtbot.keyClick(cell.field.number, Qt.Key.Key_Up)
    assert params(window, "hidden") == {"out_features": 5}
    for _ in range(8):
        qtbot.keyClick(cell.field.number, Qt.Key.Key_Down)
    assert params(window, "hidden") == {"out_features": 1}


def test_a_drag_of_a_slider_is_one_undo_step(qtbot, make_window, mlp):
    window = make_window(edits.add_node(mlp, Node(id="drop", block="dropout")))
    cell = select(window, "drop")["p"]
    slider, stack = cell.field.slider, window.context.document.undo_stack
    slider.setSliderDown(True)
    for position in (10, 20, 30):
        slider.setValue(position)
    slider.setSliderDown(False)
    assert params(window, "drop")["p"] == pytest.approx(0.3)
    assert stack.count() == 1
    slider.setSliderDown(True)
    slider.setValue(40)
    slider.setSliderDown(False)
    assert stack.count() == 2


def test_a_switch_is_an_edit(qtbot, window):
    cell = select(window, "hidden")["bias"]
    cell.field.box.click()
    assert params(window, "hidden")["bias"] is False


def test_an_edit_from_elsewhere_does_not_take_what_is_being_typed(qtbot, window):
    number = select(window, "hidden")["out_features"].field.number
    number.setFocus()
    number.lineEdit().selectAll()
    qtbot.keyClicks(number, "77")
    window.context.document.push("title", lambda d: edits.set_title(d, "Another"))
    assert number.text() == "77"
    assert number.hasFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert params(window, "hidden")["out_features"] == 77


def test_a_block_is_renamed_in_the_header(qtbot, window):
    page = window.inspector.block_page
    select(window, "hidden")
    page.id_edit.setFocus()
    page.id_edit.setText("first")
    qtbot.keyClick(page.id_edit, Qt.Key.Key_Return)
    assert "first" in window.context.document.document.by_id
    assert window.context.selection.nodes == ("first",)
    page.id_edit.setText("no word")
    qtbot.keyClick(page.id_edit, Qt.Key.Key_Return)
    assert page.id_edit.text() == "first"


def test_the_training_form_edits_the_experiment(qtbot, window):
    page = window.inspector.document_page
    window.context.selection.set()
    combo = page.form.cells["optimizer"].field.combo
    combo.setCurrentIndex(combo.findText("sgd"))
    combo.activated.emit(combo.currentIndex())
    enter(qtbot, page.numbers["seed"].field.number, "11")
    document = window.context.document.document
    assert document.train.params["optimizer"] == "sgd"
    assert document.train.seed == 11
    enter(qtbot, page.numbers["steps"].field.number, "0")
    assert window.context.document.document.train.steps == 200
    assert page.numbers["steps"].reason.isVisible()


def test_selecting_nothing_shows_the_document(window):
    window.context.selection.set(["hidden"])
    assert window.inspector.stack.currentIndex() == 1
    window.context.selection.set()
    assert window.inspector.stack.currentIndex() == 0
    assert window.inspector.document_page.title.text() == "Two moons"


def info(**changes):
    fields = {
        "name": "p", "kind": "float", "default": 0.5, "help": "", "title": "P", "unit": "",
        "minimum": 0.0, "maximum": 1.0, "choices": (), "log": False, "path": "",
        "advanced": False, "optional": False,
    }  # fmt: skip
    return ParamInfo(**{**fields, **changes})


def test_only_modest_ranges_get_a_slider():
    assert scale_of(info()).stops == 100
    assert scale_of(info(kind="int", minimum=1, maximum=31)).stops == 30
    assert scale_of(info(kind="int", minimum=1, maximum=65536)) is None
    assert scale_of(info(maximum=None)) is None
    assert scale_of(info(log=True)) is None  # factors never reach 0


def test_a_logarithmic_slider_moves_in_factors():
    scale = scale_of(info(minimum=1e-4, maximum=1.0, log=True))
    assert scale.value(0) == 1e-4
    assert scale.value(scale.stops // 2) == pytest.approx(0.01)
    assert scale.value(scale.stops) == 1.0
    assert scale.position(0.01) == scale.stops // 2
