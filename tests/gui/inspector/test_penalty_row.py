"""Regularisation of single blocks from the window: the row of the inspector, menu, card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from playground.document import edits
from playground.document.composites import expand, find, group
from playground.document.composites.penalty import set_penalty_at
from playground.document.format import writes
from playground.document.model import Node, Penalty
from playground.gui.inspector.inspector import Inspector
from playground.gui.penalty_choice import RATES

LEFT = Qt.MouseButton.LeftButton
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
L1, L2 = Penalty(kind="l1", rate=0.03), Penalty(kind="l2", rate=0.3)


@pytest.fixture
def inspect(qtbot, make_context):
    def make(document):
        context = make_context(document)
        inspector = Inspector(context)
        qtbot.addWidget(inspector)
        inspector.resize(360, 700)
        with qtbot.waitExposed(inspector):
            inspector.show()
        return context, inspector

    return make


@pytest.fixture
def opened(inspect, mlp):
    context, inspector = inspect(mlp)
    context.selection.set(("hidden",))
    yield context, inspector.block_page.penalty
    inspector.hide()  # it lives as long as the test


def own(context, id="hidden"):
    return find(context.document.document, id).penalty


def pick(qtbot, combo, row):
    """Choose an entry with the mouse, in the list that opens."""
    combo.showPopup()
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    middle = view.visualRect(combo.model().index(row, 0)).center()
    QTest.mouseMove(view.viewport(), middle)
    qtbot.mouseClick(view.viewport(), LEFT, pos=middle)
    qtbot.waitUntil(lambda: not view.isVisible())


def test_a_block_that_learns_nothing_has_no_row(opened, inspect):
    context, row = opened
    assert row.isVisible()
    assert not row.rate.isVisible()
    context.selection.set(("act",))
    assert row.isHidden()
    context.selection.set(("out",))
    assert row.isVisible()


def test_kind_and_rate_are_one_step_each(qtbot, opened):
    context, row = opened
    before = writes(context.document.document)
    pick(qtbot, row.kind, 2)
    assert own(context) == Penalty(kind="l1", rate=0.001)
    assert row.rate.isVisible()
    assert row.rate.currentText() == "0.001"
    pick(qtbot, row.rate, RATES.index(0.3))
    assert own(context) == Penalty(kind="l1", rate=0.3)
    pick(qtbot, row.kind, 3)
    assert own(context) == L2  # the rate stays
    pick(qtbot, row.kind, 1)
    assert own(context) == Penalty()
    assert not row.rate.isVisible()
    stack = context.document.undo_stack
    assert [stack.text(i) for i in range(stack.count())] == [
        "Regularisation of hidden: L1 0.001",
        "Regularisation of hidden: L1 0.3",
        "Regularisation of hidden: L2 0.3",
        "Regularisation of hidden: none",
    ]
    stack.setIndex(0)
    assert writes(context.document.document) == before
    assert row.kind.currentIndex() == 0


def test_keys_choose_and_any_rate_can_be_typed(qtbot, opened):
    context, row = opened
    row.kind.setFocus()
    qtbot.keyClick(row.kind, Qt.Key.Key_End)
    assert own(context) == Penalty(kind="l2", rate=0.001)
    row.rate.setFocus()
    row.rate.lineEdit().selectAll()
    qtbot.keyClicks(row.rate.lineEdit(), "0.0425")
    assert own(context).rate == 0.001  # not while it is typed
    qtbot.keyClick(row.rate.lineEdit(), Qt.Key.Key_Return)
    assert own(context) == Penalty(kind="l2", rate=0.0425)
    assert context.document.undo_stack.count() == 2


@pytest.mark.parametrize("typed", ["-1", "11", "much", "nan", ""])
def test_a_rate_that_cannot_be_is_refused_with_a_reason(qtbot, opened, typed):
    context, row = opened
    pick(qtbot, row.kind, 2)
    row.rate.setFocus()
    row.rate.lineEdit().selectAll()
    qtbot.keyClick(row.rate.lineEdit(), Qt.Key.Key_Delete)
    qtbot.keyClicks(row.rate.lineEdit(), typed)
    qtbot.keyClick(row.rate.lineEdit(), Qt.Key.Key_Return)
    assert own(context) == Penalty(kind="l1", rate=0.001)
    assert row.reason.text() == "A number from 0 to 10."
    qtbot.keyClick(row.rate.lineEdit(), Qt.Key.Key_Escape)
    assert row.rate.currentText() == "0.001"
    context.selection.set(("out",))
    assert row.reason.isHidden()


def test_the_first_choice_says_what_the_training_asks_for(opened):
    context, row = opened
    assert row.kind.itemText(0) == "As the training: none"
    context.document.push("", lambda d: edits.set_train_param(d, "l1", 0.01))
    context.document.push("", lambda d: edits.set_train_param(d, "weight_decay", 0.1))
    assert row.kind.currentText() == "As the training: L1 0.01, L2 0.1"


def test_a_kind_begins_with_the_rate_of_the_training(qtbot, opened):
    context, row = opened
    context.document.push("", lambda d: edits.set_train_param(d, "weight_decay", 0.25))
    pick(qtbot, row.kind, 3)
    assert own(context) == Penalty(kind="l2", rate=0.25)


def test_a_lesson_hides_the_row(opened):
    context, row = opened
    context.document.push("", lambda d: edits.set_hidden(d, ("regularisation",)))
    assert row.isHidden()
    context.document.push("", lambda d: edits.set_hidden(d, ()))
    assert row.isVisible()


def test_a_composite_says_it_for_its_inside(qtbot, inspect, mlp):
    context, inspector = inspect(group(mlp, ["hidden", "act"], "Part")[0])
    context.selection.set(("part",))
    pick(qtbot, inspector.composite_page.penalty.kind, 2)
    assert own(context, "part") == Penalty(kind="l1", rate=0.001)
    assert expand(context.document.document).node("part.hidden").penalty == own(context, "part")
    assert own(context, "part.hidden") is None
    context.level.enter("part")
    context.selection.set(("part.hidden",))
    row = inspector.block_page.penalty
    assert row.kind.currentText() == "As the composite: L1 0.001"
    pick(qtbot, row.kind, 3)
    assert own(context, "part.hidden") == Penalty(kind="l2", rate=0.001)
    assert own(context, "part").kind == "l1"


def test_inside_of_an_opened_composite_the_block_itself_is_meant(qtbot, inspect, mlp):
    document = set_penalty_at(group(mlp, ["hidden", "act"], "Part")[0], ["part"], L1)
    context, inspector = inspect(document)
    context.level.open("part")
    context.selection.set(("part.hidden",))
    row = inspector.block_page.penalty
    assert row.kind.currentText() == "As the composite: L1 0.03"
    pick(qtbot, row.kind, 2)  # the same as the composite says, but of its own
    assert own(context, "part.hidden") == L1
    context.document.push("", lambda d: set_penalty_at(d, ["part"], None))
    assert expand(context.document.document).node("part.hidden").penalty == L1


def test_linked_composites_follow(mlp):
    document = group(mlp, ["hidden", "act"], "Part")[0]
    other = Node(id="other", block="composite", params={"definition": "part", "repeat": 2})
    document = set_penalty_at(edits.add_node(document, other), ["other.1.hidden"], L1)
    flat = expand(document)
    assert {flat.node(f"{at}.hidden").penalty for at in ("part", "other.0", "other.1")} == {L1}


# --- menu and card --------------------------------------------------------------------------------


def test_the_menu_sets_all_selected_blocks_in_one_step(window):
    context, actions = window.context, window.actions_model
    context.document.push("", lambda d: set_penalty_at(d, ["out"], L2))
    steps = context.document.undo_stack.count()
    context.selection.set(("act",))
    actions.refresh()
    assert not actions.actions["edit.penalty.l1"].isEnabled()
    context.selection.set(("hidden", "act", "out"))
    actions.refresh()
    assert not any(actions.actions[f"edit.penalty.{k}"].isChecked() for k in ("training", "l2"))
    actions.actions["edit.penalty.l1"].trigger()
    assert own(context) == Penalty(kind="l1", rate=0.001)
    assert own(context, "out") == Penalty(kind="l1", rate=0.3)  # each keeps its rate
    assert own(context, "act") is None
    assert actions.actions["edit.penalty.l1"].isChecked()
    assert context.document.undo_stack.count() == steps + 1
    assert context.document.undo_stack.undoText() == "Regularisation of 2 blocks: L1"
    actions.actions["edit.penalty.training"].trigger()
    assert own(context) is own(context, "out") is None


def test_the_menu_at_the_pointer_has_it_for_blocks_that_learn(window, qtbot):
    def titles():
        actions = window.actions_model
        actions.context_menu.open("block", window.mapToGlobal(QPoint(300, 300)))
        menu = window.findChildren(QMenu, options=DIRECT)[-1]
        found = [action.text() for action in menu.actions()]
        menu.close()
        return found

    window.context.selection.set(("hidden",))
    assert "Regularisation" in titles()
    window.context.selection.set(("act",))
    assert "Regularisation" not in titles()


def test_the_card_shows_it(window):
    context = window.context
    card = window.graph.canvas.cards["hidden"]
    narrow = card.geometry.card.width()
    context.document.push("", lambda d: set_penalty_at(d, ["hidden", "act"], L1))
    card = window.graph.canvas.cards["hidden"]
    assert card.facts.penalty_sign == "L1"
    assert card.geometry.card.width() >= narrow
    assert "Regularisation: L1 0.03" in card.toolTip()
    assert window.graph.canvas.cards["act"].facts.penalty is None  # nothing there to cost
    context.selection.set(("hidden",))
    assert "Regularisation: L1 0.03" in window.graph.accessibleDescription()
