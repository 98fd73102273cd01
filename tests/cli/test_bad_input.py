"""Every mistake gets one clear message that names the place, and exit status 1."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest

from playground.check import machine
from playground.check.memory import RESERVE
from playground.document.format import writes
from playground.errors import SaveError


def refuse(
    cli, *words: object, says: str, place: str | None = None, underway: bool = False
) -> None:
    """The command fails the same way as text and as JSON; `underway`: after some steps."""
    plain = cli(*words)
    assert plain.status == 1
    assert underway or plain.out == ""
    assert says in plain.err
    assert "Traceback" not in plain.err
    assert "fault of the program" not in plain.err
    assert plain.err.count("\n") == 1
    as_json = cli(*words, "--json")
    assert as_json.status == 1
    assert as_json.err == ""
    assert underway or len(as_json.rows) == 1
    error = as_json.last
    assert set(error) == {"event", "message", "hint", "node"}
    assert error["event"] == "error"
    assert says in f"{error['node']}: {error['message']} {error['hint']}"
    if place is not None:
        assert error["node"] == place


COMMANDS = ("train", "check")


@pytest.mark.parametrize("command", COMMANDS)
class TestFiles:
    def test_missing(self, cli, command, tmp_path):
        refuse(cli, command, tmp_path / "none.json", says="none.json")

    def test_unknown_preset(self, cli, command):
        refuse(cli, command, "digits-cn", says="digits-cnn")

    def test_folder(self, cli, command, tmp_path):
        refuse(cli, command, tmp_path, says=tmp_path.name)

    def test_binary(self, cli, command, tmp_path):
        path = tmp_path / "picture.json"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        refuse(cli, command, path, says="picture.json")

    def test_broken_json(self, cli, command, tmp_path):
        path = tmp_path / "half.json"
        path.write_text('{"format": "neural-playground",\n "version": 1,\n', encoding="utf-8")
        refuse(cli, command, path, says="half.json")

    def test_future_version(self, cli, command, fields, save):
        fields["version"] = 99
        refuse(cli, command, save(fields), says="99")

    def test_wire_to_nowhere(self, cli, command, fields, save):
        fields["wires"].append(["out.out", "nowhere.in"])
        refuse(cli, command, save(fields), says="nowhere")

    def test_nan(self, cli, command, tmp_path, fields, save):
        text = save(fields).read_text(encoding="utf-8").replace("0.03", "NaN")
        path = tmp_path / "nan.json"
        path.write_text(text, encoding="utf-8")
        refuse(cli, command, path, says="NaN")


def problem(cli, path: Path, node: str) -> str:
    """A document that opens but cannot be trained: `check` and `train` name the same block."""
    checked = cli("check", path, "--json")
    assert checked.status == 1
    assert checked.last["event"] == "done"
    assert checked.last["ok"] is False
    found = [
        row for row in checked.rows if row["event"] == "problem" and row["severity"] == "error"
    ]
    assert found
    assert node in {found[0]["node"], found[0]["place"]}
    shown = cli("check", path)
    assert shown.status == 1
    assert found[0]["message"] in " ".join(shown.out.split())
    trained = cli("train", path, "--json")
    assert trained.status == 1
    assert trained.last["event"] == "error"
    assert trained.last["node"] == node
    assert trained.last["message"] == found[0]["message"]
    return str(found[0]["message"])


def test_unknown_block(cli, fields, save):
    fields["nodes"][2] = {"id": "act", "block": "tanhh", "params": {"a": 1}}
    assert "tanhh" in problem(cli, save(fields), "act")


def test_missing_wire(cli, fields, save):
    fields["wires"].pop(1)
    problem(cli, save(fields), "act")


def test_cycle(cli, fields, save):
    fields["nodes"].append({"id": "plus", "block": "add"})
    fields["wires"] = [
        *(["x.out", "hidden.in"], ["hidden.out", "plus.in"], ["plus.out", "act.in"]),
        *(["act.out", "plus.in"], ["act.out", "out.in"]),
    ]
    path = save(fields)
    rows = cli("check", path, "--json").rows
    assert cli("train", path, "--json").status == 1
    assert any(row["event"] == "problem" and row["kind"] == "cycle" for row in rows)


def test_wrong_rank(cli, fields, save):
    fields["nodes"][2] = {"id": "act", "block": "conv2d", "params": {}}
    assert "image" in problem(cli, save(fields), "act")


def test_parameter_out_of_range(cli, fields, save):
    fields["nodes"][1]["params"]["out_features"] = -4
    assert "-4" in problem(cli, save(fields), "hidden")


def test_unknown_dataset(cli, fields, save):
    fields["data"]["dataset"] = "xorr"
    assert "xorr" in problem(cli, save(fields), "data")


def test_loss_that_does_not_fit(cli, fields, save):
    fields["nodes"][3]["params"]["out_features"] = 5
    fields["train"]["params"]["loss"] = "mse"
    path = save(fields)
    assert cli("check", path).status == 1
    assert cli("train", path, "--json").last["event"] == "error"


def csv_document(fields, save, text: str, **params: object) -> Path:
    data = save(fields).parent / "table.csv"
    data.write_text(text, encoding="utf-8")
    fields["data"] = {"dataset": "csv", "params": {"path": str(data), "target": "kind", **params}}
    return save(fields)


TABLE = "a,b,kind\n" + "".join(f"{i}.5,{i % 7},{'yes' if i % 2 else 'no'}\n" for i in range(40))


def test_a_csv_file_trains(cli, fields, save):
    done = cli("train", csv_document(fields, save, TABLE), "--json")
    assert done.status == 0, done.out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b,kind\n", ""),  # no rows
        (TABLE.replace("no\n", "yes\n") + "1,2,seldom\n", "seldom"),  # a class with one sample
        (TABLE.replace("kind", "sort"), "kind"),  # target column missing
        (TABLE + "nan,2,yes\n", ""),  # NaN in the data
    ],
)
def test_tables_that_cannot_be_used(cli, fields, save, text, says):
    done = cli("train", csv_document(fields, save, text), "--json")
    assert done.status == 1, done.out
    assert done.last["event"] == "error"
    assert says in done.last["message"] + done.last["hint"]
    assert "fault of the program" not in done.last["message"]


def test_batch_larger_than_the_data(cli, fields, save):
    path = csv_document(fields, save, TABLE)
    refuse(cli, "train", path, "--set", "train.params.batch_size=500", says="500")


def test_weights_of_another_network(cli, document, tmp_path):
    cli("train", document, "--steps", 1, "--save", tmp_path / "a")
    refuse(
        *(cli, "train", document, "--set", "nodes.hidden.params.out_features=5"),
        *("--weights", tmp_path / "a" / "weights.safetensors"),
        says="hidden.",
        place="hidden",
    )


def test_weights_that_are_none(cli, document):
    refuse(cli, "train", document, "--weights", document, says="document.json")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's always-full device")
def test_disk_full_while_saving(cli, document, tmp_path, monkeypatch):
    """The first file cannot be written; an older result in the folder is still whole."""
    folder = tmp_path / "run"
    assert cli("train", document, "--steps", 2, "--save", folder).status == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    refuse(cli, "train", document, "--steps", 2, "--save", folder, says="space left", underway=True)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_run_that_cannot_be_saved_there_is_saved_elsewhere(cli, document, tmp_path, monkeypatch):
    """An hour of training is worth more than the place where it was meant to go."""
    from playground.cli import saving
    from playground.document.format import read

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    write = saving.write

    def refuse_run(document: object, path: Path) -> None:
        if path.parent.name == "run":
            raise SaveError("It is full.", "Free some space.")
        write(document, path)

    monkeypatch.setattr(saving, "write", refuse_run)
    done = cli("train", document, "--steps", 2, "--save", tmp_path / "run", "--json")
    assert done.status == 1
    assert done.last["message"] == "It is full."
    (rescue,) = tmp_path.glob("neural-playground-*")
    assert str(rescue) in done.last["hint"]
    assert read(rescue / saving.DOCUMENT).train.steps == 2
    assert (rescue / saving.WEIGHTS).stat().st_size > 0


def test_too_little_room_is_refused_before_training(cli, document, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    refuse(cli, "train", document, "--save", tmp_path / "run", says="MB", place=f"{tmp_path}/run")


def test_a_run_that_becomes_nan_still_saves_what_it_made(cli, document, tmp_path):
    import csv

    from safetensors.numpy import load_file

    folder = tmp_path / "run"
    wild = ("--set", "train.params.optimizer=sgd", "--set", "train.params.lr=100")
    words = ("train", document, *wild, "--set", "train.params.loss=mse", "--steps", 200)
    done = cli(*words, "--save", folder, "--json")
    assert done.status == 1
    assert [row["kind"] for row in done.rows if row.get("event") == "finding"] == ["not_finite"]
    assert done.last["event"] == "error"
    assert "NaN" in done.last["message"]
    assert str(folder) in done.last["hint"]
    weights = load_file(folder / "weights.safetensors")
    assert all(np.isfinite(array).all() for array in weights.values())
    with (folder / "history.csv").open(encoding="utf-8", newline="") as file:
        history = list(csv.DictReader(file))
    shown = [row["step"] for row in done.rows if "event" not in row]
    assert [int(row["step"]) for row in history] == shown
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["steps"] in shown
    assert f"step {metrics['steps']}" in done.last["hint"]
    again = cli(*words[:2], "--steps", 1, "--weights", folder / "weights.safetensors")
    assert again.status == 0


def test_a_folder_that_cannot_be_made_is_refused_before_training(cli, document):
    done = cli("train", document, "--save", document / "below", "--json")
    assert done.status == 1
    assert len(done.rows) == 1  # not one step was trained for nothing
    assert "below" in done.last["node"]


def test_no_cuda(cli, document):
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has it")
    refuse(cli, "train", document, "--device", "cuda", says="CUDA", place="device")


@pytest.mark.parametrize(
    ("words", "says", "place"),
    [
        (("--set", "lr"), "PATH=VALUE", "--set"),
        (("--set", "train.lr=1"), "train.params.NAME", "--set"),
        (("--set", "train.params.lrr=1"), "lr", "train.params.lrr"),
        (("--set", "train.params.lr=fast"), "fast", "train.params.lr"),
        (("--set", "train.params.lr=-1"), "-1", "train.params.lr"),
        (("--set", "train.params.optimizer=adm"), "adm", "train.params.optimizer"),
        (("--set", "nodes.hiden.params.bias=false"), "hidden", "nodes.hiden.params.bias"),
        (("--set", "nodes.hidden.params.out_features=0"), "0", "nodes.hidden.params.out_features"),
        (("--set", "nodes.hidden.muted=maybe"), "maybe", "nodes.hidden.muted"),
        (("--set", "data.dataset=spirall"), "spiral", None),
        (("--set", "train.experiment=gann"), "gan", None),
        (("--set", "train.steps=many"), "many", "train.steps"),
        (("--steps", "0"), "0", "train.steps"),
        (("--seed", "-1"), "-1", "train.seed"),
        (("--steps", "ten"), "--steps", None),
        (("--seconds", "-2"), "-2", "--seconds"),
        (("--seconds", "nan"), "nan", "--seconds"),
        (("--device", "gpu"), "gpu", "device"),
        (("--engine", "steam"), "thread", "--engine"),
        (("--lang", "xx"), "xx", "--lang"),
        (("--nonsense",), "--nonsense", None),
    ],
)
def test_wrong_options(cli, document, words, says, place):
    refuse(cli, "train", document, *words, says=says, place=place)


def test_a_document_of_the_window_trains_in_the_terminal(cli, tmp_path, document):
    from playground.document.format import read

    path = tmp_path / "again.json"
    path.write_text(writes(read(document)), encoding="utf-8")
    assert cli("train", path, "--json").status == 0


def test_a_fault_of_the_program_is_one_line_and_a_log(cli, document, monkeypatch, tmp_path):

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("oh no")

    from playground.cli.report import log_file

    monkeypatch.setattr(sys.modules["playground.check.check"], "check", broken)
    done = cli("check", document)
    assert done.status == 1
    assert "ZeroDivisionError: oh no" in done.err
    assert done.err.count("\n") == 1
    assert str(log_file()) in done.err
    assert "Traceback" in log_file().read_text(encoding="utf-8")


def test_a_network_that_no_memory_holds_is_refused_before_it_allocates(
    cli, fields, save, monkeypatch
):
    """10^8 parameters on a small machine: the number is said, torch is not even loaded for it."""
    monkeypatch.setattr(machine, "free_bytes", lambda: 1_000_000_000 + RESERVE)
    monkeypatch.setattr("playground.cli.train._trainer", lambda *_: pytest.fail("it has begun"))
    for name in ("hidden", "act"):
        node = next(node for node in fields["nodes"] if node["id"] == name)
        node.update(block="linear", params={"out_features": 10_000})
    path = save(fields)
    says = "This network has 100,060,002 parameters. Training it takes at least 1.6 GB of memory"
    refuse(cli, "train", path, says=says, place="act")
    checked = cli("check", path, "--json")
    assert checked.status == 1
    (problem,) = (row for row in checked.rows if row["event"] == "problem")
    assert (problem["kind"], problem["node"]) == ("too_large", "act")
    assert problem["fixes"]
