"""Learning rates follow the schedulers of torch."""

from __future__ import annotations

import pytest
import torch
from torch.optim import lr_scheduler

from playground.train import schedules

TOTAL = 200


def of_torch(make, lr=0.1):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    scheduler = make(optimizer)
    rates = []
    for _ in range(TOTAL):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


CASES = {
    "constant": (schedules.constant, lambda o: lr_scheduler.ConstantLR(o, factor=1.0)),
    "step": (schedules.step_decay(30, 0.5), lambda o: lr_scheduler.StepLR(o, 30, 0.5)),
    "cosine": (schedules.cosine(TOTAL), lambda o: lr_scheduler.CosineAnnealingLR(o, TOTAL)),
    "cosine with floor": (
        schedules.cosine(TOTAL, floor=0.1),
        lambda o: lr_scheduler.CosineAnnealingLR(o, TOTAL, eta_min=0.01),
    ),
    "one cycle": (
        schedules.one_cycle(TOTAL),
        lambda o: lr_scheduler.OneCycleLR(o, 0.1, TOTAL + 1, cycle_momentum=False),
    ),
    "warm-up": (
        schedules.warmup(50),
        lambda o: lr_scheduler.LinearLR(o, start_factor=1 / 50, total_iters=49),
    ),
}


@pytest.mark.parametrize(("ours", "theirs"), CASES.values(), ids=CASES.keys())
def test_a_schedule_is_that_of_torch(ours, theirs):
    if ours is CASES["one cycle"][0]:  # torch's must be asked for one step more than it makes
        ours = schedules.one_cycle(TOTAL + 1)
    assert [0.1 * ours(step) for step in range(TOTAL)] == pytest.approx(of_torch(theirs), rel=1e-5)


@pytest.mark.parametrize("total", [1, 2, 3, 5, 1000])
def test_schedules_stay_between_0_and_1_also_beyond_their_end(total):
    for schedule in (schedules.cosine(total), schedules.one_cycle(total), schedules.warmup(total)):
        values = [schedule(step) for step in range(2 * total + 2)]
        assert all(0.0 <= value <= 1.0 for value in values)


def test_a_cosine_stays_down_after_its_end():
    schedule = schedules.cosine(10)
    assert schedule(10) == schedule(11) == schedule(10**6) == 0.0


def test_warm_up_and_cosine_meet_at_the_full_rate_and_end_at_a_tenth():
    factor = schedules.warmup_cosine(20, TOTAL)
    rates = [factor(step) for step in range(TOTAL + 50)]
    assert rates[:20] == pytest.approx([(step + 1) / 20 for step in range(20)])
    assert rates[20] == 1.0
    assert rates[20 + (TOTAL - 20) // 2] == pytest.approx(0.55)
    assert rates[TOTAL] == rates[-1] == pytest.approx(0.1)
    assert schedules.warmup_cosine(300, TOTAL)(TOTAL) < 1.0
