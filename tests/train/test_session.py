"""A session depends on its document only: not on who looks, how often, or on pauses."""

from __future__ import annotations

import itertools
import logging
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest
import torch

from playground.document import edits
from playground.errors import BuildError, TrainError
from playground.telemetry.probes.base import Probe, to_host
from playground.train.cadence import StepCadence, TimeCadence
from playground.train.controls import Controls, Steering
from playground.train.session import LOOK, Session


def drive(session, steps, look_every=0):
    """Pull steps; returns the snapshots seen."""
    seen = []
    generator = session.steps()
    seen.append(next(generator))
    for step in range(1, steps + 1):
        snapshot = next(generator)
        seen += [snapshot] if snapshot is not None else []
        if look_every and step % look_every == 0:
            seen.append(generator.send(LOOK))
    generator.close()
    return seen


def weights(session):
    return {
        f"{r}.{n}": t.clone() for r, m in session.models.items() for n, t in m.state_dict().items()
    }


def equal(a, b):
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


@dataclass(frozen=True, kw_only=True)
class Greedy(Probe):
    """Does what could disturb a run: draws numbers and calls the model."""

    node: str = "hidden"

    @property
    def name(self):
        return "greedy"

    def measure(self, bench):
        torch.rand(3)
        assert not torch.is_grad_enabled()
        assert not any(m.training for model in bench.models.values() for m in model.modules())
        bench.models["main"](bench.train["x"][:7])
        return {
            f"greedy/{self.node}": to_host(bench.models["main"].get_submodule(self.node).weight)
        }


@dataclass(frozen=True, kw_only=True)
class Broken(Probe):
    @property
    def name(self):
        return "broken"

    def measure(self, bench):
        raise RuntimeError("no such thing")


def test_two_sessions_of_one_document_end_with_the_same_bits(make_document):
    document = make_document("dropout", "norm")
    first, second = Session(document), Session(document)
    drive(first, 200)
    drive(second, 200)
    assert equal(weights(first), weights(second))


def test_another_seed_gives_other_weights(make_document):
    first, second = Session(make_document(seed=1)), Session(make_document(seed=2))
    drive(first, 20)
    drive(second, 20)
    assert not equal(weights(first), weights(second))


def test_looking_probing_and_evaluating_leave_no_trace(make_document):
    document = make_document("dropout", "norm")
    quiet = Session(document, cadence=StepCadence(10**9))
    drive(quiet, 200)
    steering = Steering()
    steering.probes = frozenset({Greedy()})
    watched = Session(document, cadence=StepCadence(1), steering=steering)
    drive(watched, 200, look_every=7)
    timed = Session(document, cadence=TimeCadence(1000), steering=steering)
    drive(timed, 200)
    assert equal(weights(quiet), weights(watched))
    assert equal(weights(quiet), weights(timed))


def test_the_first_snapshot_is_that_of_step_0(make_document):
    steps = Session(make_document()).steps()
    first = next(steps)
    assert first.step == 0
    assert "loss/test" in first.scalars
    assert "loss/train" not in first.scalars


def test_a_step_cadence_gives_the_first_and_every_nth_step(make_document):
    seen = drive(Session(make_document(), cadence=StepCadence(50)), 200)
    assert [s.step for s in seen] == [0, 1, 50, 100, 150, 200]


def test_the_training_loss_is_the_mean_over_the_steps_between_two_snapshots(make_document):
    document = make_document()
    single = [
        s.scalars["loss/train"] for s in drive(Session(document, cadence=StepCadence(1)), 600)[1:]
    ]
    seen = drive(Session(document, cadence=StepCadence(300)), 600)
    assert seen[-2].scalars["loss/train"] == pytest.approx(np.mean(single[1:300]), rel=1e-6)
    assert seen[-1].scalars["loss/train"] == pytest.approx(np.mean(single[300:]), rel=1e-6)


def test_looking_gives_the_state_between_two_steps_and_makes_none(make_document):
    session = Session(make_document(), cadence=StepCadence(1000))
    steps = session.steps()
    next(steps)
    next(steps)
    assert next(steps) is None
    seen = steps.send(LOOK)
    assert seen.step == 2
    assert seen.complete
    again = steps.send(LOOK)
    assert again.scalars["loss/train"] == seen.scalars["loss/train"]
    assert session.run.step == 2


def test_an_epoch_shows_every_sample_once_in_another_order_each_time(make_document):
    run = Session(make_document(batch_size=64)).run
    numbers = torch.arange(len(run.train["x"]))
    batches = run.batches(numbers, batch_size=64)
    per_epoch = -(-len(numbers) // 64)
    epochs = [torch.cat([next(batches)[0] for _ in range(per_epoch)]) for _ in range(2)]
    assert all(torch.equal(e.sort().values, numbers) for e in epochs)
    assert not torch.equal(*epochs)
    assert run.epoch == 2.0


def test_a_last_batch_of_a_single_sample_is_left_out(make_document):
    run = Session(make_document("norm")).run
    batches = run.batches(torch.arange(9), batch_size=4)
    assert [len(next(batches)[0]) for _ in range(4)] == [4, 4, 4, 4]


def test_the_batch_size_changes_in_the_run(make_document):
    steering = Steering()
    run = Session(make_document(), steering=steering).run
    batches = run.batches("x", "y", batch_size=10)
    assert len(next(batches)[0]) == 10
    steering.change(batch_size=25)
    x, y = next(batches)
    assert len(x) == len(y) == 25


def test_a_batch_larger_than_the_data_is_refused_with_both_numbers(make_document):
    with pytest.raises(BuildError, match=r"500 samples.* only 400"):
        Session(make_document(batch_size=500))
    run = Session(make_document()).run
    with pytest.raises(TrainError, match="A batch takes 500 samples, but there are 400"):
        next(run.batches("x", batch_size=500))


def test_the_learning_rate_changes_in_the_run_without_a_new_optimiser(make_document):
    document = make_document(optimizer="sgd", momentum=0.9)
    steering = Steering()
    session = Session(document, steering=steering, cadence=StepCadence(1))
    steps = session.steps()
    list(itertools.islice(steps, 20))
    steering.change(lr=0.0)
    before = weights(session)
    assert next(steps).scalars["lr"] == 0.0
    assert equal(before, weights(session))
    steering.change(lr=0.5)
    assert next(steps).scalars["lr"] == 0.5
    assert not equal(before, weights(session))


def test_a_block_frozen_in_the_run_keeps_its_weights_and_statistics_until_thawed(make_document):
    steering = Steering()
    session = Session(make_document("norm"), steering=steering)
    steps = session.steps()
    list(itertools.islice(steps, 5))
    steering.change(frozen=frozenset({"hidden", "norm"}))
    before = weights(session)
    list(itertools.islice(steps, 5))
    after = weights(session)
    kept = [n for n in before if n.split(".")[1] in {"hidden", "norm"}]
    assert equal({n: before[n] for n in kept}, {n: after[n] for n in kept})
    assert not torch.equal(before["main.out.weight"], after["main.out.weight"])
    steering.change(frozen=frozenset())
    list(itertools.islice(steps, 5))
    thawed = weights(session)
    assert not any(torch.equal(after[n], thawed[n]) for n in kept)


def test_a_block_the_document_freezes_is_frozen_from_the_start(make_document):
    document = edits.set_frozen(make_document(), ["hidden"])
    session = Session(document)
    before = weights(session)
    drive(session, 5)
    assert torch.equal(before["main.hidden.weight"], weights(session)["main.hidden.weight"])
    assert not torch.equal(before["main.out.weight"], weights(session)["main.out.weight"])


def test_freezing_every_block_stops_the_learning_and_nothing_else(make_document):
    steering = Steering(Controls(frozen=frozenset({"hidden", "out"})))
    session = Session(make_document(), steering=steering)
    before = weights(session)
    drive(session, 5)
    assert equal(before, weights(session))


def test_probes_are_measured_with_the_snapshots_and_their_arrays_are_the_tensors(make_document):
    steering = Steering()
    steering.probes = frozenset({Greedy()})
    session = Session(make_document(), steering=steering, cadence=StepCadence(10))
    last = drive(session, 20)[-1]
    assert last.step == 20
    expected = session.models["main"].hidden.weight.detach().numpy()
    np.testing.assert_array_equal(last.arrays["greedy/hidden"], expected)
    assert last.scalars["probe_share"] == 1.0


def test_a_probe_that_fails_is_dropped_and_the_training_goes_on(make_document, caplog):
    steering = Steering()
    steering.probes = frozenset({Broken(), Greedy()})
    session = Session(make_document(), steering=steering, cadence=StepCadence(1))
    with caplog.at_level(logging.ERROR):
        seen = drive(session, 10)
    assert seen[-1].step == 10
    assert "greedy/hidden" in seen[-1].arrays
    assert len([r for r in caplog.records if "Broken" in r.getMessage()]) == 1


def test_a_loss_that_becomes_nan_names_its_step_and_the_way_out(make_document):
    document = make_document(loss="mse", optimizer="sgd", lr=100.0)
    session = Session(document, cadence=StepCadence(100_000))
    with pytest.raises(TrainError, match=r"loss/train became NaN or infinite at step \d+") as error:
        drive(session, 5000)
    assert "learning rate" in error.value.hint
    assert error.value.node == "out"  # its numbers are finite, their squares are not
    named = int(error.value.message.rstrip(".").split()[-1])
    exact = Session(document, cadence=StepCadence(1))
    with pytest.raises(TrainError):
        drive(exact, 5000)
    assert exact.run.step == named - 1  # the step that would have spoilt the weights is not made
    assert all(p.isfinite().all() for p in exact.models["main"].parameters())


def test_the_time_of_a_run_does_not_contain_its_pauses(make_document):
    steering = Steering()
    session = Session(make_document(), steering=steering, cadence=StepCadence(1))
    steps = session.steps()
    next(steps)
    first = next(steps)
    spent = session.run.clock.seconds
    pause = sum(range(3_000_000))  # some time passes while nobody pulls
    assert pause > 0
    assert session.run.clock.seconds == spent
    assert first.seconds <= spent


def test_a_file_of_weights_is_where_the_training_starts(make_document, tmp_path):
    from playground.train.checkpoint import save_weights

    trained = Session(make_document())
    drive(trained, 50)
    save_weights(trained.models, tmp_path / "weights.safetensors")
    fresh = Session(make_document(), weights=tmp_path / "weights.safetensors")
    assert equal(weights(trained), weights(fresh))


def test_models_the_file_leaves_out_are_found(make_document):
    document = edits.set_train(make_document(), models={})
    session = Session(document)
    assert session.document.train.models["main"].output == "out"
    assert drive(session, 3)[0].step == 0


@dataclass(frozen=True)
class Rare(Probe):
    sparing: ClassVar[bool] = True

    @property
    def name(self):
        return "rare"

    def measure(self, bench):
        return {"rare/step": np.array([bench.step])}


def test_a_sparing_probe_reads_on_fixed_steps_and_snapshots_are_complete_without_it(make_document):
    steering = Steering()
    steering.probes = frozenset({Rare()})
    session = Session(make_document(), steering=steering, cadence=StepCadence(5))
    seen = [s for s in drive(session, 400) if s is not None]
    read = [s.step for s in seen if "rare/step" in s.arrays]
    assert read == [0, *range(20, 161, 20), *range(200, 321, 40), 400]  # as with a window
    assert all(s.complete for s in seen)
    assert "probe_share" not in seen[-1].scalars


@dataclass(frozen=True)
class After(Probe):
    @property
    def name(self):
        return "after"

    def measure(self, bench):
        seen = bench.memory.setdefault(self, [])
        model = bench.models["main"]
        bench.next_step.append(lambda: seen.append(model.out.weight.detach().clone()))
        return {"after/steps": np.array([len(seen)])}


def test_a_probe_can_see_the_weights_right_after_the_next_step(make_document):
    steering = Steering()
    steering.probes = frozenset({After()})
    session = Session(make_document(), steering=steering, cadence=StepCadence(100))
    steps = session.steps()
    next(steps)
    next(steps)  # step 1 is due, too
    next(steps)
    now = session.models["main"].out.weight.detach()
    seen = session.run.memory[After()]
    assert len(seen) == 2
    assert torch.equal(seen[-1], now)
    steps.close()


def test_a_view_that_is_hidden_costs_nothing(make_document):
    steering = Steering()
    steering.probes = frozenset({Greedy()})
    session = Session(make_document(), steering=steering, cadence=TimeCadence(1e6))
    steps = session.steps()
    assert "greedy/hidden" in next(steps).arrays
    steering.probes = frozenset()
    with pytest.MonkeyPatch.context() as watched:
        watched.setattr("playground.train.looks.Bench", _must_not_be_called)
        watched.setattr(Greedy, "measure", _must_not_be_called)
        seen = [next(steps) for _ in range(20)]
    assert any(snapshot is not None for snapshot in seen)
    assert not any(snapshot.arrays for snapshot in seen if snapshot is not None)


def _must_not_be_called(*_args, **_more):
    raise AssertionError("somebody measures what nobody looks at")


def test_the_user_says_how_much_of_the_time_measuring_may_take(make_document):
    """The share holds from the next snapshot on, for probes and test metrics together."""
    steering = Steering(Controls(measuring=0.0))
    steering.probes = frozenset({Greedy()})
    session = Session(make_document(), steering=steering, cadence=TimeCadence(1e6))
    steps = session.steps()
    next(steps)
    starved = [s for s in itertools.islice(steps, 20) if s is not None]
    assert not any(s.arrays for s in starved)
    assert all(s.scalars["measuring"] == 0.0 for s in starved)
    steering.change(measuring=1.0)
    assert any(s.arrays for s in itertools.islice(steps, 100_000) if s is not None)
