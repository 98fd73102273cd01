"""`playground train`: rows, settings, stopping and saving."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys

import pytest

from playground.document.format import read


def test_rows_and_a_last_line_come_as_json(cli, document):
    done = cli("train", document, "--json")
    assert done.status == 0, done.out
    *rows, last = done.rows
    assert rows[0]["step"] == 0
    assert rows[-1]["step"] == 40
    assert [row["step"] for row in rows] == sorted({row["step"] for row in rows})
    assert {"step", "seconds", "loss/train", "loss/test", "accuracy/test"} <= set(rows[-1])
    assert last["event"] == "done"
    assert last["steps"] == 40
    assert last["steps_per_second"] == pytest.approx(40 / last["seconds"])
    assert last["loss/train"] == rows[-1]["loss/train"]
    assert last["stopped"] is False
    assert done.err == ""


def test_the_network_really_learns(cli, document):
    done = cli("train", document, "--steps", 1000, "--json")
    assert done.last["accuracy/test"] >= 0.95
    assert done.last["loss/train"] < done.rows[0]["loss/test"]


def test_the_same_seed_gives_the_same_numbers(cli, document):
    def numbers(*more: object) -> list[tuple[float, ...]]:
        rows = cli("train", document, "--json", *more).rows[:-1]
        return [(row["step"], row["loss/test"], row["accuracy/test"]) for row in rows]

    assert numbers() == numbers()
    assert numbers() != numbers("--seed", 8)


def test_a_person_sees_lines_and_a_summary(cli, document):
    done = cli("train", document)
    assert done.status == 0
    assert "loss/train" in done.out
    assert "Done: 40 steps" in done.out
    assert "accuracy/test" in done.out
    assert "{" not in done.out


def test_seconds_end_a_run_that_is_longer(cli, document):
    done = cli("train", document, "--steps", 10**9, "--seconds", 0.3, "--json")
    assert done.status == 0
    assert 0.3 <= done.last["seconds"] < 5
    assert 0 < done.last["steps"] < 10**9


def test_settings_reach_every_part_of_the_document(cli, document, tmp_path):
    done = cli(
        *("train", document, "--save", tmp_path / "run", "--json", "--steps", 5),
        *("--set", "train.params.lr=0.5", "--set", "train.params.optimizer=sgd"),
        *("--set", "data.params.noise=0.2", "--set", "nodes.hidden.params.out_features=6"),
        *("--set", "nodes.act.muted=true", "--set", "train.seed=3"),
    )
    assert done.status == 0, done.out
    saved = read(tmp_path / "run" / "document.json")
    assert saved.train.params["lr"] == 0.5
    assert saved.train.params["optimizer"] == "sgd"
    assert saved.train.params["loss"] == "cross_entropy"  # the others stay
    assert saved.data.params["noise"] == 0.2
    assert saved.node("hidden").params["out_features"] == 6
    assert saved.node("act").muted
    assert (saved.train.steps, saved.train.seed) == (5, 3)


def test_saving_leaves_everything_and_the_weights_can_be_loaded(cli, document, tmp_path):
    from safetensors.numpy import load_file

    folder = tmp_path / "deep" / "run"
    done = cli("train", document, "--save", folder, "--json")
    assert done.status == 0, done.out
    assert {path.name for path in folder.iterdir()} == {
        "document.json",
        "weights.safetensors",
        "run.safetensors",
        "history.csv",
        "metrics.json",
    }
    weights = load_file(folder / "weights.safetensors")
    assert weights["hidden.weight"].shape == (4, 2)
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["steps"] == 40
    assert metrics["loss/test"] == done.last["loss/test"]
    with (folder / "history.csv").open(encoding="utf-8", newline="") as file:
        history = list(csv.DictReader(file))
    assert [int(row["step"]) for row in history] == [row["step"] for row in done.rows[:-1]]
    assert float(history[-1]["loss/test"]) == done.last["loss/test"]

    again = cli(
        *("train", folder / "document.json", "--steps", 1, "--json"),
        *("--weights", folder / "weights.safetensors"),
    )
    assert again.rows[0]["loss/test"] == pytest.approx(done.last["loss/test"])  # goes on from there


def test_a_run_goes_on_from_the_folder_it_was_saved_in_to_the_bit(cli, document, tmp_path):
    from safetensors.numpy import load_file

    first, rest, whole = (tmp_path / name for name in ("first", "rest", "whole"))
    assert cli("train", document, "--steps", 25, "--save", first).status == 0
    resumed = cli("train", document, "--resume", first, "--save", rest, "--json")
    assert resumed.rows[0]["step"] == 25
    assert cli("train", document, "--save", whole).status == 0
    a, b = (load_file(folder / "weights.safetensors") for folder in (rest, whole))
    assert a.keys() == b.keys()
    assert all((array == b[name]).all() for name, array in a.items())


def test_a_file_that_is_no_run_is_refused(cli, document, tmp_path):
    path = tmp_path / "run.safetensors"
    path.write_bytes(b"nothing of the kind")
    failed = cli("train", document, "--resume", path, "--json")
    assert failed.status == 1
    assert "run.safetensors" in failed.last["message"]
    assert path.read_bytes() == b"nothing of the kind"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
def test_ctrl_c_stops_after_the_step_and_saves(document, tmp_path):
    command = [sys.executable, "-m", "playground", "train", str(document), "--steps", "1000000000"]
    command += ["--json", "--save", str(tmp_path / "run")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        first = json.loads(run.stdout.readline())  # it trains
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)
    last = json.loads(out.splitlines()[-1])
    assert first["step"] == 0
    assert run.returncode == 130
    assert err == ""
    assert last["event"] == "done"
    assert last["stopped"] is True
    metrics = json.loads((tmp_path / "run" / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["steps"] == last["steps"]
    assert (tmp_path / "run" / "weights.safetensors").stat().st_size > 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_terminal_shows_a_bar(document):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "playground", "train", str(document), "--lang", "en"]
    environ = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environ) as run:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux ends a terminal that nobody writes to any more like this
                part = b""
            if not part:
                break
            shown += part
    os.close(ours)
    assert run.returncode == 0
    assert "40/40" in shown.decode()
    assert "━" in shown.decode()
    assert "Done: 40 steps" in shown.decode()


def test_what_the_doctor_finds_comes_as_a_row_and_stands_in_the_summary(cli):
    done = cli("train", "overfit-demo", "--steps", 1200, "--json")
    (found,) = [row for row in done.rows if row.get("event") == "finding"]
    assert (found["kind"], found["severity"], found["node"]) == ("overfitting", "warning", "")
    assert found["message"]
    assert found["fixes"]
    assert 0 < found["rewind_step"] < 600
    assert [finding["kind"] for finding in done.last["findings"]] == ["overfitting"]


def test_a_person_reads_what_the_doctor_finds_with_the_repairs(cli):
    done = cli("train", "overfit-demo", "--steps", 1200)
    assert "The test loss has risen" in done.out
    assert "Use 400 samples" in done.out
