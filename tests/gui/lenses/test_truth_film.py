"""The film strip shows what the generator made at each step, and takes the window back there."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from truths import Judge

from playground.gui.lenses.film import BINS, FRAMES, ROWS, counted
from playground.telemetry.snapshot import Snapshot


def made(step, flat=False):
    """Arrays of a step: forged samples are others at each one, the real ones stay."""
    shape = (40, 2) if flat else (9, 1, 4, 6)  # pictures that are not square
    real = np.random.default_rng(0).uniform(-1, 1, shape).astype(np.float32)
    fake = np.random.default_rng(step).uniform(-1.5, 1.5, shape).astype(np.float32)
    return {"samples/real": real, "samples/fake": fake}


def tell(context, step, arrays):
    context.run.snapshot.emit(Snapshot(run=1, step=step, seconds=0.0, scalars={}, arrays=arrays))


def believe(view, context, arrays):
    judge = Judge(arrays, context.theme.tokens)
    told = view.readings()
    faults = [(r, fault) for r in told if (fault := judge.fault(r, view.grab().toImage()))]
    assert not faults, faults[0]
    return told


@pytest.mark.parametrize("flat", [False, True])
def test_the_newest_column_is_the_newest_step_and_the_others_were_theirs(show, context, flat):
    view = show("film", made(1, flat))
    view.resize(700, 360)
    steps = [1, 4, 9, 30]
    for step in steps[1:]:
        tell(context, step, made(step, flat))
        told = believe(view, context, made(step, flat))
        assert told
    wide = len(steps) + flat
    assert len(view.tiles.tiles) == (wide if flat else ROWS * wide)
    for column, step in enumerate(steps):
        fake = made(step, flat)["samples/fake"]
        if flat:
            wanted = counted(fake, view.limit)
            assert np.array_equal(view.tiles.tiles[column].values, wanted)
            assert view.tiles.tiles[column].values.shape == (BINS, BINS)
            continue
        for row in range(ROWS):
            tile = view.tiles.tiles[row * wide + column]
            assert np.array_equal(tile.values, fake[row, 0])
            colours = context.theme.diverging(fake[row, 0].astype(float), view.scale.high)
            assert np.array_equal(tile.rgba, colours)
    last = [tile.caption for tile in view.tiles.tiles[-wide:]]
    assert last[: len(steps)] == [f"{step:,}" for step in steps]


def test_few_frames_stand_for_a_long_run(show, context):
    view = show("film", made(1))
    for step in range(2, 60):
        tell(context, step, made(step))
    steps = [frame.step for frame in view.film.kept]
    assert len(steps) == FRAMES
    assert (steps[0], steps[-1]) == (1, 59)
    assert max(np.diff(steps)) < 20  # spread over the whole run
    believe(view, context, made(59))


def test_a_step_is_pointed_at_and_gone_back_to(show, context, monkeypatch):
    view = show("film", made(1))
    tell(context, 8, made(8))
    gone = []
    monkeypatch.setattr(context.run.past, "look", gone.append)
    spot = view.tiles.rectangles()[0].center().toPoint()
    QTest.mouseMove(view.tiles, spot)
    assert context.cursor.step == 1
    assert view.tiles.lit == {row * 2 for row in range(ROWS)}
    QTest.mouseClick(view.tiles, Qt.MouseButton.LeftButton, pos=spot)
    assert gone == [1]
    context.cursor.set(7.9)
    assert view.tiles.lit == {row * 2 + 1 for row in range(ROWS)}
    context.cursor.set(None)
    assert view.tiles.lit == frozenset()


def test_an_earlier_step_gets_its_place(show, context):
    view = show("film", made(1))
    tell(context, 10, made(10))
    tell(context, 4, made(4))
    assert [frame.step for frame in view.film.kept] == [1, 4, 10]
    believe(view, context, made(4))


def test_what_is_no_number_has_no_colour_and_is_told(show, context):
    arrays = made(1)
    arrays["samples/fake"][2, 0, 1, 1] = np.nan
    view = show("film", arrays)
    view.resize(700, 360)
    believe(view, context, arrays)
    assert "1 answers are NaN" in view.note.full_text()
    flat = made(2, flat=True)
    flat["samples/fake"][:5] = np.inf
    tell(context, 2, flat)  # other data: the film begins anew
    assert [frame.step for frame in view.film.kept] == [2]
    assert "5 answers are NaN" in view.note.full_text()
    believe(view, context, flat)


def test_a_new_run_begins_a_new_film_and_a_branch_keeps_what_came_before(show, context):
    view = show("film", made(1))
    tell(context, 6, made(6))
    context.run.parent_run = (1, 3)
    view.on_restarted()
    assert [frame.step for frame in view.film.kept] == [1]
    context.run.parent_run = None
    view.on_restarted()
    assert view.film.kept == []
    assert view.readings() == []
