"""The lens on states: lines, the units that are on, and the samples in which they are on, too."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from truths import Judge

from playground.document.model import Document
from playground.gui.selection import Sample
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot

STEPS, UNITS = 6, 4


@pytest.fixture
def context(make_context):
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "memory", "block": "gru", "params": {"output": "last"}},
        {"id": "out", "block": "linear", "params": {"out_features": 1}},
    ]
    return make_context(
        Document(
            data={"dataset": "adding_problem"},
            nodes=nodes,
            wires=[["x.out", "memory.in"], ["memory.out", "out.in"]],
            train={"models": {"main": {"input": "x", "output": "out"}}},
        )
    )


def arrays(units=UNITS, steps=STEPS, split=1, sample=3, seed=0):
    rng = np.random.default_rng(seed)
    others = np.tanh(rng.normal(size=(8, steps, units))).astype(np.float32)
    own = others[sample] if split == 1 else np.tanh(rng.normal(size=(steps, units)))
    return {
        "states/memory/h": own.astype(np.float32),
        "states/memory/others": others,
        "states/memory/at": np.array([1, split, sample]),
    }


@pytest.fixture
def view(show):
    view = show("states", arrays())
    view.resize(560, 380)
    return view


def give(view, found):
    view.context.run.snapshot.emit(Snapshot(run=1, step=2, seconds=0.0, scalars={}, arrays=found))


def faults(view, found):
    judge, readings = Judge(found, view.context.theme.tokens), view.readings()
    assert len(readings) > 1
    return [(r, fault) for r in readings if (fault := judge.fault(r))]


@pytest.mark.parametrize("level", [-80, -20, 0, 30, 95])
@pytest.mark.parametrize("steps", [(0, 0), (2, 3), (0, STEPS - 1)])
def test_lines_units_and_matches_are_true(view, level, steps):
    found = arrays(seed=2)
    give(view, found)
    view.bar.slider.setValue(level)
    view.bar.set_range(*steps)
    assert not faults(view, found)
    h, threshold = found["states/memory/h"], level / 100
    first, last = steps
    on = [u for u in range(UNITS) if all(h[t, u] > threshold for t in range(first, last + 1))]
    assert view.units == on
    wanted = {
        n
        for n in range(8)
        if on and n != 3 and (found["states/memory/others"][n][:, on] > threshold).all(1).any()
    }
    assert {match.sample for match in view.found} == wanted
    assert all(f">sample {n} (step" in view.answers.text() for n in sorted(wanted)[:1])


def test_lit_lines_are_those_of_the_units_that_are_on(view):
    found = arrays(seed=1)
    found["states/memory/h"][:, :3] = [0.9, -0.9, 0.7]
    give(view, found)
    view.bar.slider.setValue(60)
    view.bar.set_range(2, 3)
    assert {0, 2} <= set(view.units)
    assert 1 not in view.units
    accent = view.context.theme.tokens.accent
    lit = [u for u, line in view.lines.items() if line.opts["pen"].color().name() == accent]
    assert lit == view.units
    assert view.note.full_text().startswith(f"{len(view.units)} of {UNITS} units are on: ")


def test_a_sample_that_is_clicked_is_followed(view):
    view.bar.slider.setValue(-30)
    view.bar.set_range(1, 1)
    assert view.found
    number = view.found[0].sample
    view.answers.linkActivated.emit(str(number))
    assert view.context.selection.sample == Sample("test", number)
    (probe,) = view.probes()
    assert (probe.sample, probe.split) == (number, "test")


def test_a_training_sample_is_none_of_the_others(view):
    found = arrays(split=0, seed=4)
    give(view, found)
    view.bar.slider.setValue(-90)
    view.bar.set_range(0, 0)
    assert not faults(view, found)
    assert "of 8 other test samples" in view.answers.text()


def test_it_is_asked_by_the_keyboard_and_a_range_never_ends_before_it_starts(view, qtbot):
    bar = view.bar
    bar.slider.setFocus()
    before = bar.threshold
    qtbot.keyClick(bar.slider, Qt.Key.Key_Right)
    assert bar.threshold == pytest.approx(before + 0.01)
    assert view.level.value() == bar.threshold
    bar.set_range(2, 2)
    bar.first.stepBy(2)
    assert bar.range == (4, 4)
    bar.last.stepBy(-3)
    assert bar.range == (1, 1)
    assert list(view.region.getRegion()) == [0.5, 1.5]


def test_where_nothing_is_on_it_says_what_to_do(view):
    view.bar.slider.setValue(view.bar.slider.maximum())
    assert view.answers.text() == "No unit is on over all these steps: lower the threshold."
    assert view.found == []


def test_what_is_no_number_is_a_gap_and_on_above_nothing(view):
    found = arrays(seed=1)
    found["states/memory/h"][2, 1] = np.nan
    give(view, found)
    view.bar.slider.setValue(-99)
    view.bar.set_range(2, 2)
    assert not faults(view, found)
    assert 1 not in view.units
    found["states/memory/h"][:] = np.nan
    give(view, {**found, "states/memory/h": found["states/memory/h"].copy()})
    assert view.units == []


def test_of_many_units_those_that_are_on_have_a_line_and_it_is_said(view):
    found = arrays(units=90)
    found["states/memory/h"][:, 88] = 0.99
    give(view, found)
    view.bar.slider.setValue(90)
    view.bar.set_range(0, STEPS - 1)
    assert not faults(view, found)
    assert 88 in view.lines
    assert "64 lines are shown" in view.note.full_text()


def test_a_step_is_pointed_at_and_lights_up(view):
    cursor, box = view.context.cursor, view.plot.getViewBox()
    view._on_mouse(box.mapViewToScene(QPointF(2.1, 0.0)))
    assert cursor.place == 2
    assert view.cross.isVisible()
    assert view.cross.value() == 2
    cursor.set_place(99)
    assert not view.cross.isVisible()


def test_without_a_recurrent_block_it_says_what_it_needs(qtbot, make_context, mlp):
    view = lenses.get("states")(make_context(mlp))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    assert "RNN, LSTM, GRU" in view._message.text()


def test_links_have_the_colour_of_the_theme(view):
    view.bar.slider.setValue(-30)
    view.bar.set_range(1, 1)
    assert view.found
    for mode in ("light", "dark"):
        view.context.theme.set_mode(mode)
        accent = view.context.theme.tokens.accent
        assert f'style="color: {accent}"' in view.answers.text()
