"""Runs commands in this process and makes small documents to run them on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from playground.cli.app import app

Fields = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, both streams."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Fields]:
        """Standard output as JSON lines; fails on any other line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def last(self) -> Fields:
        return self.rows[-1]


@pytest.fixture
def cli(monkeypatch) -> Callable[..., Outcome]:
    """`cli("check", path)` runs the command and returns its `Outcome`."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: object) -> Outcome:
        done = CliRunner().invoke(app, [str(word) for word in words])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception  # the program lets nothing through
        return Outcome(done.exit_code, done.stdout, done.stderr)

    return run


def xor() -> Fields:
    """A network that learns XOR in a second."""
    return {
        "format": "neural-playground",
        "version": 1,
        "title": "XOR",
        "data": {"dataset": "xor", "params": {}},
        "nodes": [
            {"id": "x", "block": "input"},
            {"id": "hidden", "block": "linear", "params": {"out_features": 4}},
            {"id": "act", "block": "tanh"},
            {"id": "out", "block": "linear", "params": {"out_features": 2}},
        ],
        "wires": [["x.out", "hidden.in"], ["hidden.out", "act.in"], ["act.out", "out.in"]],
        "train": {
            "experiment": "supervised",
            "models": {"main": {"input": "x", "output": "out"}},
            "params": {"loss": "cross_entropy", "optimizer": "adam", "lr": 0.03, "batch_size": 16},
            "steps": 40,
            "seed": 7,
        },
    }


@pytest.fixture
def fields() -> Fields:
    """The fields of a good document, to be spoiled by a test."""
    return xor()


@pytest.fixture
def save(tmp_path) -> Callable[[Fields], Path]:
    """Write fields to a file, as they are."""

    def write(fields: Fields, name: str = "document.json") -> Path:
        path = tmp_path / name
        path.write_text(json.dumps(fields), encoding="utf-8")
        return path

    return write


@pytest.fixture
def document(save) -> Path:
    """The file of a good document."""
    return save(xor())
