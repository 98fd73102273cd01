"""All measurements together keep within their share of the time, whatever each of them costs."""

from __future__ import annotations

import pytest

from playground.train.ration import Ration

STEP, LOOK = 0.001, 0.025


def live(ration, costs, seconds=200.0, now=0.0):
    """Train in steps of a millisecond; returns who was read how often, and the part of the time."""
    reads, spent, look, start = dict.fromkeys(costs, 0), 0.0, now, now
    while now < start + seconds:
        now += STEP
        if now < look:
            continue
        look = now + LOOK
        for who, cost in costs.items():
            if ration.allows(who, now):
                ration.spent(who, now, now + cost)
                now += cost
                spent += cost
                reads[who] += 1
    return reads, spent / (now - start), now


@pytest.mark.parametrize("share", [0.01, 0.05, 0.25])
@pytest.mark.parametrize(
    "costs",
    [
        {"a": 0.0001},
        {"a": 0.4},
        {"a": 0.0001, "b": 0.4},
        {"a": 0.002, "b": 0.003, "c": 0.05, "d": 0.3},
    ],
)
def test_what_is_spent_stays_within_the_share(costs, share):
    ration = Ration(lambda: share)
    for who in costs:
        ration.admit(who)
    reads, part, _ = live(ration, costs)
    first = sum(costs.values()) / 200.0  # what nobody has measured yet costs what it costs
    assert part <= share + first
    assert all(reads.values())


def test_a_share_that_is_wanted_is_used():
    ration = Ration(lambda: 0.05)
    for who in ("quick", "slow"):
        ration.admit(who)
    reads, part, _ = live(ration, {"quick": 0.0001, "slow": 0.1})
    assert part > 0.045  # the quick one leaves to the slow one what it does not need
    assert reads["quick"] > 6000  # and is as smooth as if it were alone: nearly 40 times a second


def test_another_share_holds_at_once():
    shares = [0.05]
    ration = Ration(lambda: shares[0])
    ration.admit("a")
    _, _, now = live(ration, {"a": 0.1}, 50.0)
    shares[0] = 0.2
    reads, part, _ = live(ration, {"a": 0.1}, 50.0, now)
    assert part == pytest.approx(0.2, rel=0.1)
    assert reads["a"] > 90


def test_the_part_of_one_that_left_is_for_the_others():
    ration = Ration(lambda: 0.1)
    for who in ("a", "b"):
        ration.admit(who)
    both, _, now = live(ration, {"a": 0.1, "b": 0.1}, 100.0)
    ration.dismiss(but={"a"})
    alone, _, _ = live(ration, {"a": 0.1}, 100.0, now)
    assert alone["a"] > 1.8 * both["a"]


def test_a_weight_counts_where_there_is_too_little_for_all():
    ration = Ration(lambda: 0.05)
    ration.admit("view", weight=4.0)
    for who in ("card", "metrics"):
        ration.admit(who)
    reads, part, _ = live(ration, dict.fromkeys(("view", "card", "metrics"), 0.01))
    assert reads["view"] == pytest.approx(4 * reads["card"], rel=0.05)
    assert reads["card"] == pytest.approx(reads["metrics"], rel=0.05)
    assert part == pytest.approx(0.05, rel=0.05)


def test_what_those_beside_it_do_not_need_is_for_the_view():
    ration = Ration(lambda: 0.05)
    ration.admit("view", weight=4.0)
    ration.admit("metrics", least=0.2)
    reads, _, _ = live(ration, {"view": 0.002, "metrics": 0.001})
    assert reads["metrics"] == pytest.approx(1000, rel=0.15)
    assert reads["view"] == pytest.approx((0.05 - 0.005) / 0.002 * 200, rel=0.05)


def test_other_terms_hold_at_once():
    ration = Ration(lambda: 0.05)
    for who in "ab":
        ration.admit(who)
    _, _, now = live(ration, {"a": 0.02, "b": 0.02}, 50.0)
    ration.admit("a", weight=4.0)
    reads, _, _ = live(ration, {"a": 0.02, "b": 0.02}, 50.0, now)
    assert reads["a"] > 3 * reads["b"]


@pytest.mark.parametrize("hz", [12.0, 17.0, 22.0, 31.0])
def test_a_reading_is_made_as_often_as_its_part_allows_between_the_looks_too(hz):
    ration = Ration(lambda: 0.002 * hz)
    ration.admit("a")
    reads, part, _ = live(ration, {"a": 0.002}, 50.0)
    assert reads["a"] == pytest.approx(50 * hz, rel=0.03)
    assert part <= 0.002 * hz * 1.01


def test_a_pause_is_not_made_up_for():
    ration = Ration(lambda: 0.05)
    ration.admit("a")
    _, _, now = live(ration, {"a": 0.01}, 10.0)
    reads, _, _ = live(ration, {"a": 0.01}, 2.0, now + 100.0)
    assert reads["a"] <= 2.0 / 0.2 + 2


def test_a_cap_holds_also_where_nobody_else_measures():
    ration = Ration(lambda: 0.05)
    ration.admit("sparing", cap=0.14, least=0.1)
    _, part, _ = live(ration, {"sparing": 0.02})
    assert part == pytest.approx(0.007, rel=0.1)


def test_what_was_used_lately_is_told_and_a_pause_costs_nothing():
    ration = Ration(lambda: 0.5)
    ration.admit("a")
    ration.used(10.0)
    ration.spent("a", 10.0, 10.1)
    ration.spent("a", 11.0, 19.0, counts=False)
    assert ration.used(11.0) == pytest.approx(0.1)
    assert ration.used(14.0) == 0.0
