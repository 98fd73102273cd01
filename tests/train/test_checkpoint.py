"""Weights survive a file; a file that does not fit changes nothing."""

from __future__ import annotations

import json
import struct

import pytest
import torch
from safetensors import safe_open
from torch import nn

from playground.errors import WeightsError
from playground.train.checkpoint import load_weights, save_weights


def network(width: int = 4) -> nn.Module:
    return nn.ModuleDict({"hidden": nn.Linear(2, width), "norm": nn.BatchNorm1d(width)})


def snapshot(model):
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def same(model, state):
    return all(torch.equal(t, state[name]) for name, t in model.state_dict().items())


def test_weights_and_statistics_come_back_to_the_bit(tmp_path):
    first, second = network(), network()
    first["norm"](torch.randn(9, 4))
    save_weights({"main": first}, tmp_path / "a.safetensors", step=12)
    report = load_weights({"main": second}, tmp_path / "a.safetensors")
    assert same(second, snapshot(first))
    assert set(report.loaded) == set(first.state_dict())
    assert not (report.missing)
    assert not (report.unexpected)
    assert not (report.mismatched)


def test_the_file_names_blocks_and_says_what_it_is(tmp_path):
    save_weights({"main": network()}, tmp_path / "a.safetensors", step=12)
    with safe_open(tmp_path / "a.safetensors", framework="pt") as file:
        assert {"hidden.weight", "hidden.bias", "norm.running_mean"} <= set(file.keys())
        assert file.metadata() == {
            "format": "neural-playground-weights",
            "version": "1",
            "step": "12",
        }


def test_models_that_share_a_block_save_it_once(tmp_path):
    shared = nn.Linear(2, 2)
    models = {"a": nn.ModuleDict({"both": shared}), "b": nn.ModuleDict({"both": shared})}
    save_weights(models, tmp_path / "a.safetensors")
    assert set(load_weights(models, tmp_path / "a.safetensors").loaded) == {
        "both.weight",
        "both.bias",
    }


def test_weights_of_another_network_are_refused_with_both_shapes_and_change_nothing(tmp_path):
    save_weights({"main": network(4)}, tmp_path / "a.safetensors")
    other = network(6)
    before = snapshot(other)
    with pytest.raises(
        WeightsError, match=r"\"hidden.weight\" is 4×2 in a.safetensors, but 6×2"
    ) as e:
        load_weights({"main": other}, tmp_path / "a.safetensors")
    assert e.value.node == "hidden"
    assert same(other, before)


def test_a_missing_weight_is_named_with_what_the_file_holds(tmp_path):
    save_weights({"main": nn.ModuleDict({"other": nn.Linear(2, 2)})}, tmp_path / "a.safetensors")
    with pytest.raises(WeightsError, match=r"no \"hidden.weight\" \(4×2\).*other.weight"):
        load_weights({"main": network()}, tmp_path / "a.safetensors")


def test_what_fits_can_be_taken_alone(tmp_path):
    source = nn.ModuleDict({"hidden": nn.Linear(2, 4), "norm": nn.BatchNorm1d(3), "x": nn.ReLU()})
    source["more"] = nn.Linear(1, 1)
    save_weights({"main": source}, tmp_path / "a.safetensors")
    target = network()
    report = load_weights({"main": target}, tmp_path / "a.safetensors", strict=False)
    assert torch.equal(target["hidden"].weight, source["hidden"].weight)
    assert "norm.weight" in report.mismatched
    assert set(report.unexpected) == {"more.weight", "more.bias"}


def test_bfloat16_is_taken_as_float32_and_the_report_says_so(tmp_path):
    from safetensors.torch import save_file

    source = network().state_dict()
    half = {n: t.to(torch.bfloat16) if t.is_floating_point() else t for n, t in source.items()}
    save_file(half, tmp_path / "half.safetensors")
    target = network()
    report = load_weights({"main": target}, tmp_path / "half.safetensors")
    assert torch.equal(target["hidden"].weight, half["hidden.weight"].float())
    assert report.whole
    assert "were bfloat16" in str(report)
    half["hidden.weight"][0, 0] = float("nan")
    save_file(half, tmp_path / "nan.safetensors")
    with pytest.raises(WeightsError, match="NaN"):
        load_weights({"main": target}, tmp_path / "nan.safetensors")


def hostile_header(size: int, header: bytes) -> bytes:
    return struct.pack("<Q", size) + header


HOSTILE = {
    "empty": b"",
    "text": b"these are no weights",
    "huge header": hostile_header(2**62, b"{}"),
    "no json": hostile_header(4, b"{{{{"),
    "outside": hostile_header(
        *(lambda h: (len(h), h))(
            json.dumps(
                {"hidden.weight": {"dtype": "F32", "shape": [4, 2], "data_offsets": [0, 10**9]}}
            ).encode()
        )
    ),
    "wrong size": hostile_header(
        *(lambda h: (len(h), h + b"\0" * 8))(
            json.dumps(
                {"hidden.weight": {"dtype": "F32", "shape": [4, 2], "data_offsets": [0, 8]}}
            ).encode()
        )
    ),
    "pickle": b"\x80\x04\x95" + b"c" * 200,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_holds_no_weights_is_refused(tmp_path, content):
    path = tmp_path / "weights.safetensors"
    path.write_bytes(content)
    with pytest.raises(WeightsError, match=r"weights\.safetensors"):
        load_weights({"main": network()}, path)


def test_a_truncated_file_is_refused_wherever_it_was_cut(tmp_path):
    path = tmp_path / "weights.safetensors"
    save_weights({"main": network()}, path)
    content = path.read_bytes()
    for length in range(0, len(content), 37):
        path.write_bytes(content[:length])
        with pytest.raises(WeightsError):
            load_weights({"main": network()}, path)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(WeightsError, match="no file"):
        load_weights({"main": network()}, tmp_path / "none.safetensors")
    with pytest.raises(WeightsError, match="is a folder"):
        load_weights({"main": network()}, tmp_path)


def test_saving_that_fails_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "weights.safetensors"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WeightsError, match="No space left"):
        save_weights({"main": network()}, path)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["weights.safetensors"]
