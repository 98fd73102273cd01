"""All runs share one memory: never beyond the budget, and nobody's past lost without need."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings, strategies

from playground.errors import TrainError
from playground.train.archive import MOST, MOST_RUNS, Archive
from playground.train.controls import Branch
from playground.train.optimizers import OptimizerState
from playground.train.past import Kept, Version
from playground.train.state import RunState


def version(samples=0):
    return Version(None, None, None, None, {}, {}, {"x": torch.zeros(samples)}, {})


VERSION = version()


def kept(step, size=100, version=VERSION):
    moved = torch.full((size,), float(step))
    slots = {"a.weight": {"exp_avg": moved.clone()}}
    state = RunState(
        document=None,
        step=step,
        weights={"a.weight": moved},
        optimizers={"main": OptimizerState("adam", {}, slots)},
    )
    return Kept(state, version)


def filled(budget=1 << 30, runs=(1,), steps=50, size=100):
    archive = Archive(budget)
    for run in runs:
        archive.begin(run)
        for step in range(steps):
            archive.put(run, kept(step, size))
    return archive


@settings(deadline=None, max_examples=60)
@given(
    strategies.integers(1, 200_000),
    strategies.lists(strategies.tuples(strategies.integers(0, 9), strategies.integers(1, 2000))),
)
def test_the_budget_is_never_exceeded_and_both_ends_stay(budget, puts):
    archive, run, step, first = Archive(budget), 1, 0, None
    archive.begin(run)
    for ahead, size in puts:
        if ahead == 0:  # a branch where there is something, else a run of its own
            there = archive.nearest(run, step)
            run += 1
            archive.begin(run, Branch(run - 1, there.step) if there is not None else None)
            first = archive.shelf.steps.get(run, (None,))[0]
            continue
        step += ahead
        first = step if first is None else first
        archive.put(run, kept(step, size), pinned=size % 7 == 0)
        assert archive.nbytes <= budget
        if archive.needs:
            assert run not in archive.shelf.steps
            assert archive.shelf.needs == archive.needs > budget
            return
        assert archive.shelf.steps[run][0] == first
        assert archive.shelf.steps[run][-1] == step


def test_the_same_puts_keep_the_same_steps():
    first, second = filled(120_000, steps=200), filled(120_000, steps=200)
    assert first.shelf == second.shelf
    assert 10 < len(first.shelf.steps[1]) < 100


def test_no_run_has_more_states_than_can_be_told_apart():
    assert len(filled(steps=MOST + 50).shelf.steps[1]) == MOST


def test_older_runs_stay_and_make_room_for_half():
    archive = filled(200_000, runs=(1, 2, 3), steps=100)
    steps = archive.shelf.steps
    assert set(steps) == {1, 2, 3}
    assert all(found[0] == 0 and found[-1] == 99 for found in steps.values())
    assert len(steps[3]) >= len(steps[1]) + len(steps[2]) - 1
    assert len(steps[1]) > 5


def test_an_older_run_goes_before_the_current_one_has_nothing():
    archive = filled(1 << 20, runs=(1,), steps=2, size=60_000)
    archive.begin(2)
    for step in range(3):
        archive.put(2, kept(step, size=60_000))
    assert set(archive.shelf.steps) == {2}
    assert not archive.needs


def test_a_branch_shares_what_was_before_and_the_parent_keeps_what_came_after():
    archive = filled(size=10_000)
    before = archive.nbytes
    state = archive.begin(2, Branch(1, 20))
    assert state.step == 20
    assert archive.shelf.steps == {1: tuple(range(50)), 2: tuple(range(21))}
    assert archive.nearest(1, 7) is archive.nearest(2, 7)
    assert archive.nbytes < 1.1 * before  # of each tensor there is one


def test_a_step_that_is_looked_at_and_those_of_edits_stay():
    archive = Archive(80_000)
    archive.begin(1)
    for step in range(200):
        archive.put(1, kept(step), pinned=step == 50)
        if step == 20:
            archive.hold(1, 20)
    assert {20, 50} <= set(archive.shelf.steps[1])


def test_less_memory_thins_at_once_and_more_begins_anew():
    archive = filled(runs=(1, 2))
    archive.set_budget(30_000)
    assert archive.nbytes <= 30_000
    assert archive.shelf.nbytes == archive.nbytes
    archive.set_budget(10)
    assert archive.shelf.steps == {}
    archive.set_budget(1 << 30)
    archive.put(2, kept(200))
    assert archive.shelf.steps == {2: (200,)}


def test_data_counts_but_those_of_the_run_itself():
    archive = Archive(1 << 30)
    archive.begin(1)
    archive.put(1, kept(0, version=version(50_000)))
    before = archive.nbytes
    assert before < 20_000
    archive.put(1, kept(1, version=version(10)))
    assert archive.nbytes > before + 200_000


def test_the_oldest_of_many_runs_is_forgotten():
    archive = filled(runs=range(1, MOST_RUNS + 3), steps=2)
    assert len(archive.shelf.steps) == MOST_RUNS
    assert 1 not in archive.shelf.steps
    archive.put(1, kept(9))
    assert 1 not in archive.shelf.steps


def test_a_run_that_kept_nothing_leaves_nothing():
    archive = Archive(1 << 30)
    for run in range(1, 5):
        archive.begin(run)
    assert archive.shelf.steps == {}
    archive.put(4, kept(0))
    assert set(archive.shelf.steps) == {4}


def test_what_was_saved_of_a_lost_process_is_taken_over():
    archive = Archive()
    archive.adopt(3, [kept(step).state for step in (0, 40, 90)])
    archive.set_budget(1 << 30)
    assert archive.shelf.steps == {3: (0, 40, 90)}
    archive.begin(3)  # goes on under its number
    archive.put(3, kept(90))
    archive.put(3, kept(95))
    assert archive.shelf.steps == {3: (0, 40, 90, 95)}
    assert archive.begin(4, Branch(3, 41)).step == 40


def test_what_is_not_kept_cannot_be_gone_back_to():
    archive = filled()
    for branch in (Branch(7, 3), Branch(1, 10, since=11)):
        with pytest.raises(TrainError, match="not kept"):
            archive.begin(2, branch)
    assert archive.current == 1
