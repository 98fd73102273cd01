"""Runs to compare: records, the file that keeps them, tables of their curves."""

from __future__ import annotations

import csv
import json
import math

import numpy as np
import pytest

from playground.document.library import load
from playground.errors import FormatError, SaveError
from playground.telemetry.runs import (
    RunRecord,
    export,
    kept_path,
    read_runs,
    to_csv,
    to_json_lines,
    write_runs,
)


def record(number: int = 1, steps: int = 50, **fields) -> RunRecord:
    run = RunRecord(number, load("xor-mlp"), seconds=1.5, **fields)
    rng = np.random.default_rng(number)
    for step in range(steps):
        row = {"loss/train": float(rng.random())}
        if step % 10 == 0:
            row["accuracy/test"] = float(rng.random())
        run.curves.append(step, row)
    return run


def test_a_run_has_a_title_its_steps_and_its_last_values():
    run = record()
    assert (run.title, record(name="small lr").title) == ("Run 1", "small lr")
    assert run.steps == 49
    assert set(run.last()) == {"loss/train", "accuracy/test"}
    assert RunRecord(2, load("xor-mlp")).steps == 0


def test_what_is_kept_comes_back_as_it_was(tmp_path):
    path = kept_path(tmp_path / "net.json")
    assert path.name == "net.runs.jsonl"
    first = record(1, name="Läufer", colour=3, visible=False)
    second = record(2, parent=(1, 20), events=[(20, "lr 0.03 → 0.01")])
    second.curves.append(50, {"loss/train": math.nan})
    write_runs(path, [first, second])
    back = read_runs(path)
    for old, new in zip([first, second], back, strict=True):
        assert (new.number, new.name, new.colour, new.visible) == (
            old.number,
            old.name,
            old.colour,
            old.visible,
        )
        assert (new.parent, new.events, new.seconds) == (old.parent, old.events, old.seconds)
        assert new.document == old.document
        for name in old.curves:
            for was, now in zip(old.curves.curve(name), new.curves.curve(name), strict=True):
                np.testing.assert_array_equal(was, now)


def test_a_long_curve_keeps_every_point_that_was_drawn(tmp_path):
    run = record(steps=20_000)
    write_runs(tmp_path / "a.runs.jsonl", [run])
    (back,) = read_runs(tmp_path / "a.runs.jsonl")
    for was, now in zip(
        run.curves.curve("loss/train"), back.curves.curve("loss/train"), strict=True
    ):
        np.testing.assert_array_equal(was, now)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no runs"),
        ("{broken", "cannot be read"),
        ('{"format": "something else"}', "holds no runs"),
        ('{"format": "neural-playground-runs", "version": 2}', "newer"),
        ('{"format": "neural-playground-runs", "version": 1}\n{"run": -1}', "run"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_with_its_name(tmp_path, text, says):
    path = tmp_path / "bad.runs.jsonl"
    path.write_text(text)
    with pytest.raises(FormatError, match=r"bad\.runs\.jsonl") as caught:
        read_runs(path)
    assert says in str(caught.value)
    assert path.read_text() == text


def test_a_missing_file_is_a_format_error(tmp_path):
    with pytest.raises(FormatError):
        read_runs(tmp_path / "nowhere.runs.jsonl")


def test_a_folder_that_cannot_be_written_leaves_one_message(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(SaveError, match="taken"):
        write_runs(tmp_path / "taken", [record()])


def test_the_table_has_a_row_a_step_and_a_column_a_scalar():
    run = record()
    table = list(csv.DictReader(to_csv([run, record(2)]).splitlines()))
    assert len(table) == 100
    steps, values = run.curves.curve("loss/train")
    for row, step, value in zip(table, steps, values, strict=False):
        assert (row["run"], int(row["step"]), float(row["loss/train"])) == ("Run 1", step, value)
    assert [row["step"] for row in table[:50] if row["accuracy/test"]] == [
        "0",
        "10",
        "20",
        "30",
        "40",
    ]


def test_json_lines_hold_null_for_what_is_not_finite():
    run = record(steps=1)
    run.curves.append(1, {"loss/train": math.inf})
    rows = [json.loads(line) for line in to_json_lines([run]).splitlines()]
    assert rows[1] == {"run": "Run 1", "step": 1, "loss/train": None}


def test_export_goes_by_the_suffix_and_refuses_others(tmp_path):
    export(tmp_path / "a.csv", [record()])
    export(tmp_path / "a.jsonl", [record()])
    assert (tmp_path / "a.csv").read_text() == to_csv([record()])
    assert (tmp_path / "a.jsonl").read_text() == to_json_lines([record()])
    with pytest.raises(SaveError, match=r"a\.xls"):
        export(tmp_path / "a.xls", [record()])
