"""RNN, LSTM and GRU side by side: torch alone gives the same numbers, and no run is touched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from live_run import Live
from recurrent_truths import constant, gradients, losses
from truth_networks import NETWORKS

from playground.telemetry import recurrent_race
from playground.telemetry.probes.recurrent_race import HELD, RecurrentRace
from playground.telemetry.recurrent_race import FAILED, KINDS, PAUSED, RACING, STATES, TASKS, Race


@pytest.fixture(autouse=True)
def in_no_hurry(monkeypatch):
    """On a loaded machine nothing is due by the clock: news and gradients come with each step."""
    for name in ("NICE", "TELL_S", "GRADIENT_S"):
        monkeypatch.setattr(recurrent_race, name, 0)
    monkeypatch.setattr(recurrent_race, "GRADIENT_SHARE", 1e9)


def run(task, lag=12, steps=0, seed=5, rate=0.01):
    race = Race(task, lag, seed)
    race.rate = rate
    race.prepare()
    for _ in range(steps):
        race.go()
    return race


@pytest.mark.parametrize("task", TASKS)
def test_losses_are_those_of_torch_alone(task):
    race = run(task, steps=60)
    for kind in KINDS:
        steps, means = race.told[f"recurrent_race/loss/{kind}"]
        single = losses(kind, task, lag=12, seed=5, rate=0.01, steps=60)
        expected = [np.mean(single[max(0, n - 20) : n]) for n in range(1, 61)]
        assert steps.tolist() == list(range(1, 61))
        assert means == pytest.approx(expected, rel=1e-4)
    assert race.told["recurrent_race/state"][5] == pytest.approx(constant(task, 12, 5), rel=1e-6)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("steps", [0, 30])
def test_gradients_are_those_of_torch_alone(task, kind, steps):
    race = run(task, steps=steps)
    assert race.told["recurrent_race/state"][2] == steps
    expected = gradients(kind, task, lag=12, seed=5, rate=0.01, steps=steps)
    assert set(expected) == set(STATES[kind])
    for state, lengths in expected.items():
        found = race.told[f"recurrent_race/gradient/{kind}/{state}"]
        assert found.shape == (13,)
        assert found == pytest.approx(lengths, rel=1e-3)


def test_the_same_seed_is_the_same_race_and_a_rate_changes_it_on_the_way():
    first, second = run(TASKS[0], steps=5), run(TASKS[0], steps=5)
    second.rate = 1e-4
    for race in (first, second):
        for _ in range(3):
            race.go()
    for kind in KINDS:
        (_, a), (_, b) = (r.told[f"recurrent_race/loss/{kind}"] for r in (first, second))
        assert np.array_equal(a[:6], b[:6])  # the sixth loss is that before the update
        assert a[7] != b[7]


def test_a_rate_that_is_too_large_diverges_and_nothing_fails():
    race = run(TASKS[0], steps=3, rate=float("inf"))
    for kind in KINDS:
        assert np.isnan(race.told[f"recurrent_race/loss/{kind}"][1][-1])
    assert not race.failed


def raced(bench, probe, steps=3):
    """What the probe says when so many steps are done; the thread waits then."""
    arrays = probe.measure(bench)
    while arrays["recurrent_race/state"][1] < steps and not bench.memory[HELD].race.failed:
        arrays = probe.measure(bench)
    return arrays


def ended(race):
    race.thread.join(timeout=60)
    return not race.thread.is_alive()


def test_random_numbers_threads_and_weights_of_the_run_stay(classify):
    state, threads = torch.get_rng_state(), torch.get_num_threads()
    before = {name: t.clone() for name, t in classify.models["main"].state_dict().items()}
    raced(classify, RecurrentRace(lag=5))
    assert torch.equal(state, torch.get_rng_state())
    assert threads == torch.get_num_threads()
    after = classify.models["main"].state_dict()
    assert all(torch.equal(t, before[name]) for name, t in after.items())
    race = classify.memory[HELD].race
    classify.memory.clear()
    assert ended(race)


def test_a_training_is_the_same_to_the_bit_beside_it():
    alone, beside = (Live(NETWORKS["plane"](), steps=2) for _ in range(2))
    beside.steering.probes = frozenset([RecurrentRace(lag=5)])
    for _ in range(40):
        alone.go(1)
        beside.go(1)
    race = beside.session.run.memory[HELD].race
    assert race.thread.is_alive()
    assert alone.weights.keys() == beside.weights.keys()
    assert all(torch.equal(t, beside.weights[name]) for name, t in alone.weights.items())
    beside.generator.close()
    beside.session.run.memory.clear()
    assert ended(race)


def test_its_thread_ends_while_nobody_asks_and_another_goes_on_where_it_was(classify, monkeypatch):
    monkeypatch.setattr(recurrent_race, "STALE_S", 1e9)
    raced(classify, RecurrentRace(lag=5))
    race = classify.memory[HELD].race
    monkeypatch.setattr(recurrent_race, "STALE_S", 0.0)
    assert ended(race)
    step, first = race.step, race.racers
    assert race.told["recurrent_race/state"][1] == step
    monkeypatch.setattr(recurrent_race, "STALE_S", 1e9)
    assert raced(classify, RecurrentRace(lag=5), step + 2)["recurrent_race/state"][0] == RACING
    assert race.racers is first
    classify.memory.clear()
    assert ended(race)


def test_it_pauses_goes_on_and_begins_anew(classify):
    probe = RecurrentRace(lag=5)
    raced(classify, probe)
    race = classify.memory[HELD].race
    paused = replace(probe, going=False)
    while paused.measure(classify)["recurrent_race/state"][0] != PAUSED:
        pass
    arrays = paused.measure(classify)
    again = paused.measure(classify)
    assert arrays.keys() == again.keys()
    assert all(again[name] is array for name, array in arrays.items())  # nothing is drawn anew
    raced(classify, probe, race.step + 1)
    for other in (replace(probe, ticket=1), replace(probe, lag=6), replace(probe, task=TASKS[1])):
        old = classify.memory[HELD].race
        arrays = raced(classify, other)
        assert arrays["recurrent_race/state"][3:5].tolist() == [other.lag, TASKS.index(other.task)]
        assert arrays["recurrent_race/state"][6] == other.ticket
        assert ended(old)
    last = classify.memory[HELD].race
    classify.memory.clear()
    assert ended(last)


def test_a_race_that_fails_says_so_and_the_training_goes_on(classify, monkeypatch, caplog):
    def broken(self):
        raise RuntimeError("no")

    monkeypatch.setattr(Race, "go", broken)
    probe = RecurrentRace(lag=5)
    probe.measure(classify)
    classify.memory[HELD].race.thread.join(timeout=60)
    assert probe.measure(classify)["recurrent_race/state"][0] == FAILED
    assert "recurrent networks failed" in caplog.text
