"""Snapshots come when they are due, and what costs time stays within its share."""

from __future__ import annotations

import pytest

from playground.train import cadence
from playground.train.cadence import Budget, StepCadence, TimeCadence


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 100.0

        def __call__(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr(cadence, "perf_counter", clock)
    return clock


def test_a_time_cadence_is_due_at_once_and_then_hz_times_a_second(clock):
    times = TimeCadence(hz=10)
    due = []
    for step in range(100):  # 10 ms a step
        due.append(times.due(step))
        clock.now += 0.01
    assert due[0]
    assert 9 <= sum(due) <= 10


def test_a_step_cadence_is_due_at_the_first_step_and_at_multiples():
    steps = StepCadence(25)
    assert [s for s in range(1, 101) if steps.due(s)] == [1, 25, 50, 75, 100]


@pytest.mark.parametrize("cost", [0.001, 0.1, 3.0])
def test_work_within_a_budget_takes_its_share_of_the_time_whatever_it_costs(cost):
    budget, now, spent = Budget(0.05), 0.0, 0.0
    while now < 1000.0:
        if budget.allows(now):
            budget.spent(now, now + cost)
            now += cost
            spent += cost
        else:
            now += 0.01
    assert spent / now == pytest.approx(0.05, rel=0.15)


def test_several_works_share_one_budget():
    budget = Budget(0.1)
    budget.spent(0.0, 1.0, sharers=5)
    assert not budget.allows(49.9)
    assert budget.allows(50.1)
