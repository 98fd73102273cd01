"""Training from Python: one call, one result."""

from __future__ import annotations

import numpy as np
import pytest
import torch

import playground
from playground.errors import BuildError, TrainError
from playground.train.cadence import StepCadence
from playground.train.result import BrokenRun, train


def test_the_result_holds_the_trained_network_its_curves_and_its_last_numbers(make_document):
    result = train(make_document(steps=400))
    assert result.steps == 400
    assert result.metrics["accuracy/test"] > 0.9
    steps, values = result.history["loss/train"]
    assert steps[0] == 1
    assert steps[-1] == 400
    assert values[-1] < values[0] / 2
    assert values[-1] == result.metrics["loss/train"]
    assert result.history["loss/test"][0][0] == 0
    assert result.seconds > 0
    assert result.steps_per_second == pytest.approx(400 / result.seconds)


def test_the_last_metrics_are_those_of_the_returned_network(make_document):
    from playground.data.prepare import prepare
    from playground.registry import datasets

    document = make_document(steps=100)
    result = train(document)
    assert not result.models["main"].training
    data = prepare(datasets.get("xor").make({}), document.train.seed).test.arrays
    with torch.no_grad():
        logits = result.models["main"](torch.from_numpy(data["x"]))[:, 0].numpy()
    assert result.metrics["accuracy/test"] == pytest.approx(np.mean((logits > 0) == data["y"]))


def test_it_is_the_train_of_the_package(make_document):
    assert playground.train(make_document(), steps=3).steps == 3


def test_rows_come_as_they_are_made_and_always_end_with_the_last_step(make_document):
    rows = []
    result = train(make_document(), steps=25, on_row=rows.append, cadence=StepCadence(10))
    assert [row.step for row in rows] == [0, 1, 10, 20, 25]
    assert result.metrics == rows[-1].scalars


def test_being_told_to_stop_ends_it_after_the_step_with_a_full_row(make_document):
    rows = []
    result = train(
        make_document(steps=10**6),
        on_row=rows.append,
        should_stop=lambda: len(rows) > 1,
    )
    assert result.steps == rows[-1].step == 1
    assert "accuracy/test" in result.metrics


def test_it_ends_when_the_time_is_over(make_document):
    result = train(make_document(steps=10**9), seconds=0.2)
    assert 0.2 <= result.seconds < 20
    assert 0 < result.steps < 10**9


def test_weights_of_one_training_can_start_another(make_document, tmp_path):
    from playground.train.checkpoint import save_weights

    first = train(make_document(steps=300))
    save_weights(first.models, tmp_path / "w.safetensors", step=first.steps)
    second = train(make_document(), steps=1, weights=tmp_path / "w.safetensors")
    assert second.history["loss/test"][1][0] == pytest.approx(first.metrics["loss/test"])


def test_what_cannot_be_trained_is_refused(make_document):
    with pytest.raises(BuildError):
        train(make_document(loss="cross_entropy"))
    with pytest.raises(TrainError):
        train(make_document(), device="gpu")


def test_a_run_that_becomes_nan_gives_its_last_sound_weights(make_document):
    rows = []
    document = make_document(loss="mse", optimizer="sgd", lr=100.0, steps=300)
    with pytest.raises(BrokenRun, match="NaN or infinite") as caught:
        train(document, on_row=rows.append, cadence=StepCadence(1))
    result = caught.value.result
    assert 0 < result.steps <= rows[-1].step
    assert all(t.isfinite().all() for t in result.models["main"].state_dict().values())
    assert result.history["loss/test"][0].tolist() == [row.step for row in rows]
    again = train(document, steps=result.steps, cadence=StepCadence(10**6))
    for name, tensor in again.models["main"].state_dict().items():
        assert torch.equal(tensor, result.models["main"].state_dict()[name])
