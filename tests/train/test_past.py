"""Earlier states of a run: in order, and shared where nothing changed."""

from __future__ import annotations

import torch

from playground.train.optimizers import OptimizerState
from playground.train.past import Kept, Ledger, Past, Version
from playground.train.state import RunState

VERSION = Version(None, None, None, None, {}, {}, {}, {})


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


def test_what_did_not_change_is_there_once():
    past = Past(ledger := Ledger())
    for step in range(10):
        past.put(kept(step, size=10_000, moving=False))
    tensors = {id(t) for step in range(10) for t in past.nearest(step).owned()}
    assert len(tensors) == 3
    assert ledger.nbytes < 200_000


def test_the_size_is_that_of_all_different_tensors():
    past = Past(ledger := Ledger())
    for step in range(50):
        past.put(kept(step, size=1000, moving=step % 3 == 0))
    past.drop_from(30)
    again = Past(other := Ledger())
    for step in range(30):
        again.put(kept(step, size=1000, moving=step % 3 == 0))
    assert ledger.nbytes == other.nbytes
    past.drop_from(0)
    assert ledger.nbytes == 0


def test_the_nearest_is_the_one_before():
    past = Past(Ledger())
    for step in (0, 10, 20):
        past.put(kept(step))
    found = [past.nearest(step).step for step in (0, 9, 10, 19, 20, 500, -3)]
    assert found == [0, 0, 10, 10, 20, 20, 0]
    assert Past(Ledger()).nearest(3) is None


def test_a_state_of_the_same_step_takes_the_place_of_the_old_one():
    past = Past(Ledger())
    past.put(kept(4))
    last = kept(4, moving=False)
    past.put(last)
    assert past.steps == (4,)
    assert torch.equal(past.nearest(4).state.weights["a.weight"], last.state.weights["a.weight"])


def test_a_part_shares_the_tensors_and_lives_on_its_own():
    past = Past(Ledger())
    for step in range(0, 100, 10):
        past.put(kept(step))
    part = past.until(45)
    assert part.steps == (0, 10, 20, 30, 40)
    assert part.nearest(30) is past.nearest(30)
    part.put(kept(50))
    past.drop_from(0)
    assert part.steps == (0, 10, 20, 30, 40, 50)


def test_what_is_missed_least_goes_first_but_never_an_end():
    past = Past(Ledger())
    for step in range(6):
        past.put(kept(step), pinned=step == 2)
    past.held = 3
    gone = [past.thin().step for _ in range(4)]
    assert set(gone[:2]) == {1, 4}
    assert set(gone[2:]) == {2, 3}  # nothing else was left
    assert past.thin() is None
    assert past.steps == (0, 5)


def test_another_run_gives_up_the_very_same_state_only():
    past = Past(Ledger())
    for step in range(0, 60, 10):
        past.put(kept(step))
    part = past.until(45)
    shared, newest = past.nearest(20), past.nearest(40)
    part.discard(shared)
    part.discard(newest)  # where the part ends
    part.discard(kept(10))
    assert part.steps == (0, 10, 30, 40)
