"""Devices: what the names mean here."""

from __future__ import annotations

import pytest
import torch

from playground.errors import TrainError
from playground.train.devices import available_devices, resolve_device


def pretend(monkeypatch, *, cuda=False, mps=False, built=None):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)
    monkeypatch.setattr(torch.version, "cuda", built)
    monkeypatch.setattr(torch.version, "hip", None)


def test_auto_takes_cuda_where_there_is_one_and_else_the_cpu(monkeypatch):
    pretend(monkeypatch, cuda=True, built="12.8")
    assert resolve_device("auto") == torch.device("cuda")
    pretend(monkeypatch, mps=True)
    assert resolve_device("auto") == torch.device("cpu")
    assert resolve_device("mps") == torch.device("mps")
    assert available_devices() == ("auto", "cpu", "mps")


def test_cuda_without_cuda_says_so_and_what_to_use(monkeypatch):
    pretend(monkeypatch)
    with pytest.raises(TrainError, match="This PyTorch has no CUDA") as error:
        resolve_device("cuda")
    assert error.value.hint == "Use one of: auto, cpu."
    assert error.value.node == "device"
    pretend(monkeypatch, built="12.8")
    with pytest.raises(TrainError, match='This computer has no device "cuda"'):
        resolve_device("cuda")


def test_an_unknown_name_is_refused():
    with pytest.raises(TrainError, match='There is no device "gpu"'):
        resolve_device("gpu")
