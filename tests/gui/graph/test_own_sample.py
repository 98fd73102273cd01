"""A drawing can be chosen above the canvas like a sample of the data."""

import numpy as np
import pytest

from playground.document import edits
from playground.document.library import load
from playground.gui.graph.sample_picker import SamplePicker
from playground.gui.selection import Sample
from playground.telemetry.probes.own import Own


@pytest.fixture
def picker(make_context, qtbot):
    picker = SamplePicker(make_context(load("digits-mlp")))
    qtbot.addWidget(picker)
    picker.show()
    return picker


def test_a_drawing_is_followed_left_and_chosen_again(picker):
    selection = picker.context.selection
    assert picker.split.findData("own") < 0
    mine = Sample(Own.of(4, np.ones((1, 8, 8), np.float32)), 4)
    selection.follow(mine)
    assert picker.split.currentData() == "own"
    assert not picker.number.isVisible()
    picker.split.setCurrentIndex(picker.split.findData("test"))
    picker.split.activated.emit(1)
    assert selection.sample.split == "test"
    assert picker.number.isVisible()
    picker.split.setCurrentIndex(picker.split.findData("own"))
    picker.split.activated.emit(2)
    assert selection.sample == mine


def test_with_data_of_another_shape_it_is_gone(picker):
    selection = picker.context.selection
    selection.follow(Sample(Own.of(1, np.ones((1, 8, 8), np.float32)), 1))
    picker.context.document.push("", lambda doc: edits.set_data(doc, "iris"))
    assert selection.sample == Sample()
    assert picker.split.findData("own") < 0
