"""`playground train --engine`: the same rows and files, whoever trains."""

from __future__ import annotations

import pytest
from safetensors.numpy import load_file

from playground.train.engine.base import ENGINES


def test_every_engine_gives_the_same(cli, tmp_path):
    found = {}
    for engine in ENGINES:
        done = cli(
            *("train", "xor-mlp", "--steps", 60, "--engine", engine),
            *("--save", tmp_path / engine, "--json"),
        )
        assert done.status == 0, done.err
        rows = [
            (row["step"], row["loss/train"])
            for row in done.rows
            if "event" not in row and "loss/train" in row
        ]
        found[engine] = rows, load_file(tmp_path / engine / "weights.safetensors")
    first = found.pop("thread")
    for rows, weights in found.values():
        assert [step for step, _ in rows] == [step for step, _ in first[0]]
        assert [loss for _, loss in rows] == pytest.approx([loss for _, loss in first[0]], abs=1e-5)
        assert all(weights[name] == pytest.approx(first[1][name], abs=1e-5) for name in first[1])


def test_errors_are_the_same(cli):
    words = ("train", "xor-mlp", "--steps", 500, "--set", "train.params.lr=100", "--json")
    changes = ("--set", "train.params.optimizer=sgd", "--set", "train.params.loss=mse")
    here = cli(*words, *changes)
    there = cli(*words, *changes, "--engine", "process")
    assert here.status == there.status == 1
    assert here.last == there.last
    assert there.last["event"] == "error"
