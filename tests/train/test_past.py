"""Earlier states within their memory: shared where nothing changed, never beyond the budget."""

from __future__ import annotations

import torch
from hypothesis import given, settings, strategies

from playground.train.optimizers import OptimizerState
from playground.train.past import Kept, Past, Version
from playground.train.state import RunState

VERSION = Version(None, None, None, {}, {}, {}, {})


def kept(step, size=100, moving=True, version=VERSION):
    """A state of two tensors, one of which may stay as it is."""
    moved = torch.full((size,), float(step if moving else 0))
    slots = {"a.weight": {"exp_avg": moved.clone()}}
    state = RunState(
        document=None,
        step=step,
        weights={"a.weight": moved, "frozen.weight": torch.ones(size)},
        optimizers={"main": OptimizerState("adam", {}, slots)},
    )
    return Kept(state, version)


@settings(deadline=None, max_examples=60)
@given(
    strategies.integers(1, 200_000),
    strategies.lists(strategies.tuples(strategies.integers(1, 9), strategies.integers(1, 2000))),
)
def test_the_budget_is_never_exceeded_and_both_ends_stay(budget, puts):
    past, step, all_steps = Past(budget), 0, []
    for ahead, size in puts:
        step += ahead
        all_steps.append(step)
        past.put(kept(step, size), pinned=size % 7 == 0)
        assert past.nbytes <= budget
        if past.too_large:
            assert past.steps == ()
            return
        assert past.steps[0] == all_steps[0]
        assert past.steps[-1] == step


def test_the_same_puts_keep_the_same_steps():
    first, second = Past(120_000), Past(120_000)
    for step in range(200):
        first.put(kept(step))
        second.put(kept(step))
    assert first.steps == second.steps
    assert 10 < len(first) < 60


def test_what_did_not_change_is_there_once():
    past = Past(1 << 30)
    for step in range(10):
        past.put(kept(step, size=10_000, moving=False))
    tensors = {id(t) for step in range(10) for t in past.nearest(step).tensors()}
    assert len(tensors) == 3
    assert past.nbytes < 200_000


def test_the_size_is_that_of_all_different_tensors():
    past = Past(1 << 30)
    for step in range(50):
        past.put(kept(step, size=1000, moving=step % 3 == 0))
    past.drop_from(30)
    again = Past(1 << 30)
    for step in range(30):
        again.put(kept(step, size=1000, moving=step % 3 == 0))
    assert past.nbytes == again.nbytes
    past.drop_from(0)
    assert past.nbytes == 0


def test_the_nearest_is_the_one_before():
    past = Past(1 << 30)
    for step in (0, 10, 20):
        past.put(kept(step))
    found = [past.nearest(step).step for step in (0, 9, 10, 19, 20, 500, -3)]
    assert found == [0, 0, 10, 10, 20, 20, 0]
    assert Past(1).nearest(3) is None


def test_a_state_of_the_same_step_takes_the_place_of_the_old_one():
    past = Past(1 << 30)
    past.put(kept(4))
    last = kept(4, moving=False)
    past.put(last)
    assert past.steps == (4,)
    assert torch.equal(past.nearest(4).state.weights["a.weight"], last.state.weights["a.weight"])


def test_a_part_shares_the_tensors_and_lives_on_its_own():
    past = Past(1 << 30)
    for step in range(0, 100, 10):
        past.put(kept(step))
    part = past.until(45)
    assert part.steps == (0, 10, 20, 30, 40)
    assert part.nearest(30) is past.nearest(30)
    part.put(kept(50))
    past.drop_from(0)
    assert part.steps == (0, 10, 20, 30, 40, 50)


def test_a_step_that_is_looked_at_and_those_of_edits_stay():
    past = Past(80_000)
    for step in range(200):
        past.put(kept(step), pinned=step == 50)
        if step == 20:
            past.held = 20
    assert {20, 50} <= set(past.steps)
    assert len(past) < 30


def test_less_memory_thins_at_once_and_more_begins_anew():
    past = Past(1 << 30)
    for step in range(100):
        past.put(kept(step))
    past.set_budget(30_000)
    assert past.nbytes <= 30_000
    past.set_budget(10)
    assert past.too_large
    past.set_budget(1 << 30)
    past.put(kept(200))
    assert past.steps == (200,)


def test_data_of_earlier_documents_counts():
    old = Version(None, None, None, {}, {}, {"x": torch.zeros(50_000)}, {})
    new = Version(None, None, None, {}, {}, {"x": torch.zeros(10)}, {})
    past = Past(1 << 30)
    past.put(kept(0, version=old))
    before = past.nbytes
    past.put(kept(1, version=new))
    assert past.nbytes > before + 200_000
