"""The small widgets and what they are made of."""

from __future__ import annotations

import threading

import pytest

from playground.gui.widgets import fuzzy, numbers
from playground.gui.widgets.background import Background
from playground.gui.widgets.slider import Scale
from playground.gui.widgets.texts import ElidedButton


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0875, "0.0875"), (12.345, "12.35"), (1234.5, "1,234"), (3.2e-7, "3.20e-07"),
     (0.0, "0.0000"), (float("nan"), "NaN"), (float("inf"), "∞")],
)  # fmt: skip
def test_measurements(value, text):
    assert numbers.measured(value) == text


def test_sizes_have_prefixes():
    assert numbers.short(46_000, "FLOP") == "46 kFLOP"
    assert numbers.short(3_200_000) == "3.2 M"
    assert numbers.short(12, "FLOP") == "12 FLOP"


def test_whole_phrases_beat_word_starts_beat_scattered_letters():
    titles = ["Max Pool 2-D", "Open the folder", "Pool", "Spool"]
    assert fuzzy.best("pool", titles, lambda t: [t])[:2] == ["Pool", "Max Pool 2-D"]
    assert fuzzy.best("mp", titles, lambda t: [t]) == ["Max Pool 2-D"]
    assert fuzzy.best("xyz", titles, lambda t: [t]) == []
    assert fuzzy.best("", titles, lambda t: [t]) == titles


@pytest.mark.parametrize("scale", [Scale(1, 31, whole=True), Scale(0, 1, step=0.01)])
def test_every_position_of_a_slider_means_a_value_that_leads_back(scale):
    for position in range(scale.stops + 1):
        assert scale.position(scale.value(position)) == position


def test_only_the_newest_question_is_answered(qtbot):
    background, may_go, seen = Background(), threading.Event(), []
    background.answered.connect(seen.append)
    background.ask(lambda: (may_go.wait(10), "old")[1])
    background.ask(lambda: "middle")
    background.ask(lambda: "new")
    may_go.set()
    qtbot.waitUntil(lambda: seen == ["new"], timeout=5000)


def test_a_failing_question_says_why(qtbot):
    background, seen = Background(), []
    background.failed.connect(seen.append)
    background.ask(lambda: 1 // 0)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=5000)
    assert isinstance(seen[0], ZeroDivisionError)


def test_a_long_button_shortens_what_it_shows_but_not_what_it_says(qtbot):
    button = ElidedButton("Insert Conv 2-D (1×1 × 4) on input → sum")
    qtbot.addWidget(button)
    button.resize(600, 30)
    button.show()
    assert button.shown_text() == button.text()
    assert button.toolTip() == ""
    assert button.minimumSizeHint().width() <= 80
    button.resize(120, 30)
    assert button.shown_text().endswith("…")
    assert button.toolTip() == button.text() == "Insert Conv 2-D (1×1 × 4) on input → sum"
