"""The chain rule on screen: every number is read back, at every move, small nets and large."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from truths import Judge

from playground.document.library import load
from playground.explain.chain_rule.quiz import asked
from playground.gui.lenses._chain_formula import _pieces
from playground.gui.selection import Sample
from playground.telemetry.probes.backprop import Backprop
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import StepCadence
from playground.train.session import Session


def measure(preset, sample=0, split="train", steps=3):
    session = Session(load(preset), cadence=StepCadence(10**9), device="cpu")
    driver = session.steps()
    for _ in range(steps + 1):
        next(driver)
    session.steering.probes = frozenset({Backprop(sample=sample, split=split)})
    arrays = session.run.look().arrays
    driver.close()
    return arrays


@pytest.fixture
def step(show, context):
    """Open the lens on a preset; show any number of moves and believe nothing."""

    def open_(preset, arrays=None):
        found = measure(preset) if arrays is None else arrays
        view = show("backprop", found)
        view.resize(1600, 420)
        view.grab()
        return view, Judge(found, context.theme.tokens)

    return open_


def believe(view, judge):
    readings = view.readings()
    faults = [(r, fault) for r in readings if (fault := judge.fault(r))]
    assert not faults, faults[0]
    return len(readings)


@pytest.mark.parametrize("preset", ["xor-mlp", "digits-resnet", "diabetes-regression"])
def test_every_number_of_every_move(step, preset):
    view, judge = step(preset)
    assert believe(view, judge) > 10
    for position in range(0, len(view.moves) + 1, 1 + len(view.moves) // 60):
        view.go(position)
        believe(view, judge)
    view.go(len(view.moves))
    assert not view.controls.next_button.isEnabled()


def test_what_is_not_yet_calculated_is_not_shown(step):
    view, _ = step("xor-mlp")
    all_numbers = len(view.readings())
    view.go(0)
    inputs = len(view.readings())
    assert inputs == 2  # the numbers of the sample
    view.next()
    assert view.position == 1
    view.back()
    assert len(view.readings()) == inputs
    view.go(len(view.moves))
    assert len(view.readings()) > all_numbers  # and the formula


def test_it_stays_with_the_step_until_it_is_told_to_follow(step, context, qtbot):
    view, _ = step("xor-mlp")
    assert view.probes() == (Backprop(),)
    view.next()
    assert view.probes() == ()  # nothing is measured meanwhile
    loss = view.record.array("loss")[0]
    other = measure("xor-mlp", steps=40)
    context.run.snapshot.emit(Snapshot(run=1, step=40, seconds=0.0, scalars={}, arrays=other))
    assert view.record.array("loss")[0] == loss
    view.follow()
    assert view.position is None
    context.run.snapshot.emit(Snapshot(run=1, step=40, seconds=0.0, scalars={}, arrays=other))
    qtbot.waitUntil(lambda: view.record.step == 40)
    assert "40" in view.note.full_text()


def test_another_sample_is_followed_and_an_old_one_not_shown_as_it(step, context, qtbot):
    view, _ = step("xor-mlp")
    view.next()
    context.selection.follow(Sample("test", 4))
    assert view.position is None
    assert view.probes() == (Backprop(sample=4, split="test"),)
    other = measure("xor-mlp", 4, "test")
    context.run.snapshot.emit(Snapshot(run=1, step=3, seconds=0.0, scalars={}, arrays=other))
    qtbot.waitUntil(lambda: view.record.split == "test")


def test_keys_go_through_it(step, qtbot):
    view, _ = step("xor-mlp")
    for key, position in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Space, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_PageDown, 6),  # the six hidden neurons
        (Qt.Key.Key_End, len(view.moves)),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Escape, None),
    ):
        qtbot.keyClick(view, key)
        assert view.position == position


def test_a_click_on_a_box_goes_to_where_its_number_comes_from(step):
    view, _ = step("xor-mlp")
    view.next()
    view.stage.box_clicked.emit("act:3")
    assert view.move_shown.lines[-1].left == "act[3]"
    view.go(len(view.moves))
    view.stage.box_clicked.emit("act:3")
    assert view.move_shown.lines[-1].left == "∂L/∂act[3]"


def test_a_question_hides_the_number_until_it_is_answered(step, qtbot):
    view, _ = step("xor-mlp")
    view.controls.ask.setChecked(True)
    view.next()
    assert view.position == 0
    assert view.quiz.waits
    value = asked(view.quiz.move_asked)
    assert len(view.stage.formula.readings(view, "backprop")) == 0
    qtbot.mouseClick(view.quiz.signs[int(np.sign(value))], Qt.MouseButton.LeftButton)
    assert view.position == 1
    assert (view.quiz.right, view.quiz.total) == (1, 1)
    view.next()
    view.quiz.field.setText(f"{asked(view.quiz.move_asked) + 10:.2f}")
    qtbot.keyClick(view.quiz.field, Qt.Key.Key_Return)
    assert view.position == 2
    assert (view.quiz.right, view.quiz.total) == (1, 2)
    assert "Not quite" in view.quiz.verdict.text()
    view.next()
    view.next()  # not answered: shown without a verdict
    assert view.position == 3
    assert view.quiz.total == 2


def test_numbers_that_are_none_are_said_to_be_none(step):
    arrays = dict(measure("digits-cnn"))
    arrays["backprop/conv1/out"] = np.full_like(arrays["backprop/conv1/out"], np.nan)
    view, judge = step("digits-cnn", arrays)
    believe(view, judge)
    assert any(r.colour == () for r in view.readings())


def test_narrow_and_dark_and_chinese(step, context, qtbot):
    view, judge = step("digits-cnn")
    view.next()
    context.theme.set_mode("dark")
    view.resize(260, 420)
    view.grab()
    assert believe(view, Judge(judge.arrays, context.theme.tokens))


def test_the_unit_that_is_pointed_at_is_ringed_in_the_graph(step, context):
    view, _ = step("xor-mlp")
    board, boxes = view.stage.board, view.stage._board.boxes
    dark = board.grab().toImage()
    number = next(i for i, box in enumerate(boxes) if box.node and box.unit is not None)
    board.hovered.emit((number,))
    pointed = context.cursor.unit
    assert pointed.node == boxes[number].node
    assert board.ringed == (view.stage._board.rects[boxes[number].id],)
    assert board.grab().toImage() != dark
    view.stage.redraw()
    assert len(board.ringed) == 1  # new numbers do not put it out
    context.cursor.set_unit(pointed._replace(index=()))
    assert len(board.ringed) == sum(box.node == pointed.node for box in boxes)
    board.hovered.emit(None)
    assert context.cursor.unit is None
    assert board.grab().toImage() == dark


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("w1 times x", ["w1 ", "times ", "x"]),
        ("“下一步”会，逐步 tanh 走", ["“下", "一", "步”", "会，", "逐", "步 ", "tanh ", "走"]),
        ("", []),
    ],
)
def test_lines_are_broken_at_spaces_and_between_chinese_characters(text, pieces):
    assert _pieces(text) == pieces
    assert "".join(pieces) == text
