"""Sequences in the preview of the data: each line and each token is where it belongs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from playground.data.base import Field
from playground.gui.graph import pictures
from playground.gui.graph.body import body_of
from playground.gui.graph.facts import Facts
from playground.gui.panels.preview import Preview
from playground.gui.theme import Theme, class_colour
from playground.gui.token_words import visible, words_of


def drawn(qtbot, field: Field, x: np.ndarray) -> QImage:
    view = Preview(Theme())
    qtbot.addWidget(view)
    view.resize(300, 124)
    view.show_samples({"x": field}, {"x": x})
    view.show()
    return view.grab().toImage()


def colours(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixel(x, y)).name() for x, y in points}


@pytest.mark.parametrize("steps", [1, 2, 50])
@pytest.mark.parametrize("features", [1, 3, 9])
def test_a_line_a_feature(qtbot, steps, features):
    x = np.random.default_rng(1).normal(size=(8, steps, features)).astype(np.float32)
    image = drawn(qtbot, Field((steps, features)), x)
    seen = colours(image)
    assert QColor(class_colour(0)).name() in seen
    if steps > 2:
        assert all(QColor(class_colour(n)).name() in seen for n in range(min(features, 6)))


def test_numbers_that_are_none_leave_a_gap(qtbot):
    x = np.full((2, 5, 1), np.nan, np.float32)
    x[:, 2:] = 1.0
    drawn(qtbot, Field((5, 1)), x)


def test_constant_and_missing_numbers_are_drawn(qtbot):
    drawn(qtbot, Field((5, 1)), np.zeros((1, 5, 1), np.float32))
    drawn(qtbot, Field((5, 1)), np.full((1, 5, 1), np.nan, np.float32))


def test_tokens_are_text(qtbot):
    field = Field((3,), "token", vocabulary=("a", "b"))
    blank = drawn(qtbot, field, np.zeros((0, 3), np.int64))
    text = drawn(qtbot, field, np.array([[0, 1, 0]]))
    assert text != blank


def test_what_cannot_be_seen_has_a_sign():
    assert [visible(word) for word in (" ", "\n", "\t", "", "ab")] == ["␣", "↵", "⇥", "∅", "ab"]
    assert words_of(np.array([1.0, 0.0, 7.0, np.nan]), ("a", " ")) == ("␣", "a", "?", "?")


def test_a_card_shows_the_words_of_tokens(qapp):
    words = ("a", "b", " ")
    facts = Facts(
        id="x",
        title="",
        settings="",
        family="#000000",
        inputs=(),
        outputs=(),
        shape=(4,),
        plan=pictures.plan_tokens(4, words),
        labels=words,
    )
    picture = body_of(facts, np.array([0, 2, 1, 1], np.float32), Theme(), signed=False)
    assert picture.words == ("a", "␣", "b", "b")
    assert not picture.images
