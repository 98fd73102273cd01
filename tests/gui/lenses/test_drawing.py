"""A digit drawn with the mouse goes through the network: bars, cards, engines, the past."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.data._ink import PEN, fitted, rasterise
from playground.document import edits
from playground.document.library import load
from playground.gui.lenses.drawing import DrawingLens
from playground.gui.selection import Sample
from playground.train.engine.base import make_engine

SEVEN = [(0.3, 0.2), (0.7, 0.2), (0.62, 0.4), (0.54, 0.6), (0.46, 0.8)]


def draw(pad, points):
    area = pad.area()
    places = [
        QPoint(round(area.left() + x * area.width()), round(area.top() + y * area.height()))
        for x, y in points
    ]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[-1])


@pytest.fixture(params=["thread", "process"])
def context(request, make_context, qtbot):
    found = make_context(edits.set_train(load("digits-cnn"), steps=10**9), steps=None)
    found.doctor.set_enabled(False)
    found.run.engine = make_engine(request.param)
    found.run.begin()
    return found


def shown(context, qtbot):
    lens = DrawingLens(context)
    qtbot.addWidget(lens)
    lens.resize(640, 320)
    lens.show()
    qtbot.waitExposed(lens)
    return lens


def answered(lens):
    """Whether the answer is that to the last stroke."""
    newest = lens.context.run.shown
    number = newest.arrays.get("answer/number") if newest is not None else None
    return not lens._later.isActive() and number is not None and number == lens.own.number


def test_a_drawn_seven_is_recognised_while_it_trains_and_at_an_earlier_step(context, qtbot):
    lens = shown(context, qtbot)
    draw(lens.pad, SEVEN)
    context.run.play()
    qtbot.waitUntil(lambda: answered(lens) and context.run.step_count > 150)
    qtbot.waitUntil(lambda: len(lens.bars.values) == 10 and lens.bars.values.argmax() == 7)
    sample = context.selection.sample
    assert (sample.split, sample.number) == (lens.own, lens.own.number)
    np.testing.assert_array_equal(context.run.shown.arrays["answer/x"], lens.own.array())
    late = lens.bars.values.copy()
    context.run.pause()
    qtbot.waitUntil(lambda: context.run.state == "paused")
    context.run.past.look(0)
    qtbot.waitUntil(lambda: context.run.shown.step == 0 and answered(lens))
    qtbot.waitUntil(lambda: abs(lens.bars.values - late).max() > 0.1)
    lens.pad.clear()
    qtbot.waitUntil(lambda: answered(lens))
    assert lens.bars.names == ()
    assert context.selection.sample == Sample()


def test_the_pad_takes_strokes_back_and_marks_what_it_means(make_context, qtbot):
    context = make_context(load("digits-cnn"))
    lens = shown(context, qtbot)
    draw(lens.pad, SEVEN)
    draw(lens.pad, [(0.4, 0.5), (0.6, 0.5)])
    qtbot.waitUntil(lambda: not lens._later.isActive())
    before = lens.own
    QTest.keyClick(lens.pad, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: lens.own.number > before.number)
    assert len(lens.pad.strokes) == 1
    lens.label.setCurrentIndex(8)
    lens.label.activated.emit(8)
    assert lens.own.label == 7
    QTest.keyClick(lens.pad, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not lens.own.array().any())


def test_other_data_make_another_pad_or_none(make_context, qtbot):
    context = make_context(load("digits-cnn"))
    lens = shown(context, qtbot)
    draw(lens.pad, SEVEN)
    qtbot.waitUntil(lambda: lens.own.array().any())
    context.document.push("", lambda doc: edits.set_data(doc, "iris"))
    assert lens.own is None
    assert not lens.is_filled
    context.document.push("", lambda doc: edits.set_data(doc, "digits"))
    assert lens.own.shape == (1, 8, 8)


def test_ink_is_counted_in_the_steps_of_the_data():
    ink = rasterise([SEVEN], 8, 8, PEN, 16)
    assert ink.shape == (8, 8)
    assert ink.dtype == np.float32
    np.testing.assert_array_equal(ink * 16, np.round(ink * 16))
    assert 0 < ink.max() <= 1
    dot = rasterise([[(0.5, 0.5)]], 28, 28, PEN, 255)
    assert abs(dot.sum() / 28**2 - np.pi * PEN**2) < 0.002
    assert not rasterise([], 8, 8, PEN, 16).any()
    assert rasterise([SEVEN], 512, 300, PEN, 255).shape == (512, 300)


def test_fitting_fills_the_picture_without_distortion_and_leaves_a_dot_a_dot():
    small = [[(0.1 + 0.1 * x, 0.7 + 0.1 * y) for x, y in SEVEN]]
    points = np.array(fitted(small, 1.0, PEN)[0])
    low, high = points.min(0) - PEN, points.max(0) + PEN
    np.testing.assert_allclose([low[1], high[1]], [0, 1], atol=1e-9)
    np.testing.assert_allclose((low + high) / 2, 0.5, atol=1e-9)
    original = np.array(SEVEN)
    np.testing.assert_allclose(
        np.ptp(points, axis=0)[0] / np.ptp(points, axis=0)[1],
        np.ptp(original, axis=0)[0] / np.ptp(original, axis=0)[1],
    )
    assert fitted([[(0.9, 0.1)]], 1.0, PEN) == [[(0.5, 0.5)]]
    assert fitted([], 1.0, PEN) == []
