"""The inspector of a composite: repeats, links, exposed parameters; pins at the blocks inside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from playground.document import edits
from playground.document.composites import (
    expose,
    exposed_of,
    find,
    group,
    is_linked,
    read_instance,
    set_exposed,
)
from playground.document.format import writes
from playground.document.model import Node
from playground.gui.inspector.inspector import Inspector

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def context(make_context, mlp):
    return make_context(group(mlp, ["hidden", "act"], "Part")[0])


@pytest.fixture
def inspector(qtbot, context):
    inspector = Inspector(context)
    qtbot.addWidget(inspector)
    inspector.resize(360, 700)
    with qtbot.waitExposed(inspector):
        inspector.show()
    return inspector


@pytest.fixture
def page(inspector, context):
    context.selection.set(("part",))
    assert inspector.stack.currentIndex() == 2
    return inspector.composite_page


def instance(context):
    return read_instance(find(context.document.document, "part"))


def test_repeat_and_shared_weights_are_one_step_each(qtbot, context, page):
    before = writes(context.document.document)
    assert page.share.isHidden()
    page.repeat.edited.emit(3)
    assert instance(context).repeat == 3
    assert not page.share.isHidden()
    page.share.click()
    assert instance(context).share_weights
    assert context.document.undo_stack.count() == 2
    context.document.undo_stack.setIndex(0)
    assert writes(context.document.document) == before
    assert page.repeat.text() == "1"


def test_a_pin_exposes_a_parameter_and_each_instance_sets_its_own(qtbot, context, inspector):
    context.level.enter("part")
    context.selection.set(("part.hidden",))
    pin = inspector.block_page.form.cells["out_features"].pin
    assert pin.accessibleName() == "Expose Out features"
    qtbot.mouseClick(pin, LEFT)
    assert pin.isChecked()
    context.level.enter("")
    context.selection.set(("part",))
    form = inspector.composite_page.exposed.form
    assert form.isVisible()
    form.cells["out_features"].field.edited.emit(9, False)
    (one,) = exposed_of(context.document.document, "part")
    assert (one.value, one.own) == (9, True)
    assert context.document.report.nodes["part.hidden"].output == (9,)
    assert find(context.document.document, "part.hidden").params["out_features"] == 4
    form.cells["out_features"].field.edited.emit(-1, False)
    assert form.cells["out_features"].reason.text()  # why it was refused
    qtbot.mouseClick(form.cells["out_features"].pin, LEFT)
    assert not exposed_of(context.document.document, "part")
    assert inspector.composite_page.exposed.form.isHidden()


def test_blocks_outside_of_composites_have_no_pins(context, inspector):
    context.selection.set(("out",))
    assert all(cell.pin is None for cell in inspector.block_page.form.cells.values())


def test_linked_ones_can_be_detached(qtbot, context, page):
    assert page.detach.isHidden()
    params = {"definition": "part"}
    context.document.push(
        "", lambda d: edits.add_node(d, Node(id="other", block="composite", params=params))
    )
    assert not page.detach.isHidden()
    assert "2 are linked" in page.linked.text()
    qtbot.mouseClick(page.detach, LEFT)
    assert not is_linked(context.document.document, "part")
    assert page.detach.isHidden()


def test_names_of_composite_and_instance_are_written_in_the_head(qtbot, context, page):
    page.title.setText("Stem")
    page.title.editingFinished.emit()
    assert context.document.document.composites[0].title == "Stem"
    page.id_edit.setText("first")
    page.id_edit.editingFinished.emit()
    assert context.selection.nodes == ("first",)
    assert "first" in context.document.document.by_id
    assert page.node == "first"


def test_the_buttons_open_and_unpack(qtbot, context, page):
    qtbot.mouseClick(page.open, LEFT)
    assert context.level.inside == "part"
    context.level.enter("")
    context.selection.set(("part",))
    qtbot.mouseClick(page.in_place, LEFT)
    assert context.level.is_open("part")
    context.level.close("part")
    context.selection.set(("part",))
    qtbot.mouseClick(page.unpack, LEFT)
    assert set(context.document.document.by_id) == {"x", "hidden", "act", "out"}


def test_a_block_inside_is_renamed_within_its_composite(context, inspector):
    context.level.enter("part")
    context.selection.set(("part.hidden",))
    page = inspector.block_page
    assert page.id_edit.text() == "hidden"
    page.id_edit.setText("first")
    page.id_edit.editingFinished.emit()
    assert context.selection.nodes == ("part.first",)
    assert find(context.document.document, "part.first").block == "linear"


def test_an_exposed_parameter_is_renamed_and_keeps_its_value(qtbot, context, inspector):
    context.level.base.push("expose", lambda d: expose(d, "part.hidden", "out_features"))
    context.level.base.push("set", lambda d: set_exposed(d, "part", "out_features", 9))
    context.selection.set(("part",))
    form = inspector.composite_page.exposed
    assert form.form.cells["out_features"].pin.rename.isVisible()
    dialog = form.ask_name("out_features")
    dialog.setTextValue(" width ")
    dialog.accept()
    (one,) = exposed_of(context.document.document, "part")
    assert (one.name, one.value) == ("width", 9)
    with qtbot.waitSignal(context.document.refused) as refused:
        form.rename("width", "no word")
    assert "no word" in str(refused.args[0])
    context.document.undo_stack.undo()
    assert exposed_of(context.document.document, "part")[0].name == "out_features"
