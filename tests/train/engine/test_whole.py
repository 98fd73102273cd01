"""A whole training in a child process gives what one in this process gives."""

from __future__ import annotations

import os

import numpy as np
import psutil
import pytest
import torch

from playground.train.engine.fate import ProcessLost
from playground.train.engine.whole import train_in_process
from playground.train.result import BrokenRun, train


def in_process(document, on_row=lambda row: None, should_stop=lambda: False, **options):
    return train_in_process(
        document,
        cores=1,
        on_row=on_row,
        on_finding=lambda finding: None,
        should_stop=should_stop,
        **options,
    )


def test_it_gives_the_same_result(make_document):
    document = make_document("dropout", "norm", steps=150)
    rows = []
    theirs, ours = train(document), in_process(document, on_row=rows.append)
    assert [row.step for row in rows] == list(ours.history["loss/test"][0])
    for name in ("loss/train", "loss/test", "accuracy/test"):
        assert np.array_equal(ours.history[name][1], theirs.history[name][1])
    state = theirs.models["main"].state_dict()
    found = ours.models["main"].state_dict()
    assert all(torch.equal(found[name], state[name]) for name in state)
    assert not ours.models["main"].training
    assert (ours.steps, ours.document) == (150, document)


def test_a_run_that_breaks_brings_back_its_last_sound_weights(make_document):
    document = make_document(loss="mse", optimizer="sgd", lr=100.0, steps=500)
    with pytest.raises(BrokenRun) as theirs:
        train(document)
    with pytest.raises(BrokenRun) as ours:
        in_process(document)
    assert str(ours.value) == str(theirs.value)
    assert ours.value.result.steps == theirs.value.result.steps
    found = ours.value.result.models["main"].state_dict()
    state = theirs.value.result.models["main"].state_dict()
    assert all(torch.equal(found[name], state[name]) for name in state)


def test_it_stops_when_it_is_told_to(make_document):
    rows = []
    result = in_process(
        make_document(steps=10**8), on_row=rows.append, should_stop=lambda: len(rows) > 0
    )
    assert 0 < result.steps < 10**8


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_killed_child_is_told(make_document):
    def kill(_row):
        for child in psutil.Process().children():
            child.kill()

    with pytest.raises(ProcessLost, match="SIGKILL"):
        in_process(make_document(steps=10**8), on_row=kill)


def test_a_child_that_cannot_import_torch_is_told(make_document, tmp_path, monkeypatch):
    (tmp_path / "torch.py").write_text("raise ImportError('broken')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ProcessLost, match="1"):
        in_process(make_document())
