"""A run in a file: it goes on to the bit, and a file that lies is refused."""

from __future__ import annotations

import itertools
import json
import math
import struct

import pytest
import torch
from safetensors.torch import load_file, save_file

from playground.document import edits
from playground.document.library import load
from playground.errors import WeightsError
from playground.train.cadence import StepCadence
from playground.train.checkpoint import load_weights
from playground.train.controls import Steering
from playground.train.run_file import read_run, save_run
from playground.train.session import LOOK, Session


def go(document, steps, **given):
    session = Session(document, device="cpu", cadence=StepCadence(10), **given)
    list(itertools.islice(session.steps(), steps + 1))
    return session


def by_name(state):
    found = {("weight", name): t for name, t in state.weights.items()}
    for role, optimizer in state.optimizers.items():
        for name, slots in optimizer.slots.items():
            found |= {(role, name, slot): t for slot, t in slots.items()}
    found |= {("order", name): order.generator for name, order in state.orders.items()}
    return found | {("generator", name): t for name, t in state.generators.items()}


def same(a, b):
    first, second = by_name(a), by_name(b)
    assert first.keys() == second.keys()
    assert all(torch.equal(tensor, second[name]) for name, tensor in first.items())
    assert (a.step, a.epoch, a.kept, a.meters) == (b.step, b.epoch, b.kept, b.meters)


@pytest.fixture
def saved(make_document, tmp_path):
    """A file of a run after 40 steps, with all kinds of things in it."""
    document = make_document("dropout", "norm", early_stopping=5, momentum=0.9)
    path = tmp_path / "run.safetensors"
    save_run(go(document, 40).capture(), path)
    return document, path


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw", "rmsprop", "adagrad"])
def test_a_run_goes_on_from_its_file_to_the_bit(make_document, tmp_path, optimizer):
    document = make_document(
        "dropout", "norm", optimizer=optimizer, momentum=0.9, lr=0.01, early_stopping=50
    )
    straight = go(document, 100).capture()
    save_run(go(document, 40).capture(), tmp_path / "run.safetensors")
    resumed = go(document, 60, resume=tmp_path / "run.safetensors").capture()
    same(straight, resumed)


def test_a_gan_goes_on_from_its_file_to_the_bit(tmp_path):
    document = load("gan-ring")
    save_run(go(document, 10).capture(), tmp_path / "run.safetensors")
    same(
        go(document, 30).capture(), go(document, 20, resume=tmp_path / "run.safetensors").capture()
    )


def test_reading_gives_what_was_written(saved):
    document, path = saved
    state = read_run(path)
    again = go(document, 40).capture()
    same(state, again)
    assert state.document == again.document
    assert state.numbers == again.numbers
    assert state.orders["train"].taken == again.orders["train"].taken


def test_its_weights_alone_load_into_plain_modules(saved):
    document, path = saved
    session = go(document, 40)
    plain = {name: t for name, t in load_file(path).items() if "/" not in name}
    fresh = Session(document, device="cpu").models["main"]
    fresh.load_state_dict(plain)
    assert all(torch.equal(t, plain[n]) for n, t in session.models["main"].state_dict().items())
    report = load_weights({"main": fresh}, path)
    assert report.whole
    assert not report.unexpected


def test_a_changed_network_takes_what_fits_and_says_it(saved):
    document, path = saved
    changed = edits.set_param(document, "hidden", "out_features", 5)
    session = Session(changed, device="cpu", resume=path, cadence=StepCadence(1))
    steps = session.steps()
    first = next(steps)
    assert first.step == 40
    assert "fit; these start afresh: hidden.weight" in first.events[0].text
    list(itertools.islice(steps, 5))
    steps.close()


def test_a_file_of_another_network_is_refused(saved, tmp_path):
    _, path = saved
    with pytest.raises(WeightsError, match=r"Nothing in run\.safetensors fits"):
        Session(load("digits-mlp"), device="cpu", resume=path)


def test_weights_alone_are_no_run(make_document, tmp_path):
    session = go(make_document(), 3)
    save_file(session.models["main"].state_dict(), tmp_path / "w.safetensors")
    with pytest.raises(WeightsError, match="not the state of a run"):
        read_run(tmp_path / "w.safetensors")


def test_a_session_saves_itself_between_two_steps(make_document, tmp_path):
    steering = Steering()
    session = Session(make_document(), device="cpu", steering=steering, cadence=StepCadence(1))
    steps = session.steps()
    list(itertools.islice(steps, 11))
    steering.save_to(tmp_path / "run.safetensors")
    assert [event.kind for event in next(steps).events] == ["saved"]
    assert read_run(tmp_path / "run.safetensors").step == 10
    steering.save_to(tmp_path)
    (event,) = steps.send(LOOK).events
    assert event.kind == "failed"
    assert next(steps).step == 12
    steps.close()


def rewritten(path, change):
    """The file with its header changed by a function on the parsed JSON."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    words = json.loads(header["__metadata__"]["run"])
    change(header, words)
    header["__metadata__"]["run"] = json.dumps(words)
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data[8 + size :])


LIES = {
    "negative step": lambda h, w: w.update(step=-1),
    "step of text": lambda h, w: w.update(step="many"),
    "endless epoch": lambda h, w: w.update(epoch=math.inf),
    "no optimiser of this name": lambda h, w: w["optimizers"][0].update(kind="../../etc/passwd"),
    "an optimiser of another kind": lambda h, w: w["optimizers"][0].update(kind="rmsprop"),
    "no betas": lambda h, w: w["optimizers"][0].update(betas=None),
    "betas of one": lambda h, w: w["optimizers"][0].update(betas=[1.0, 1.0]),
    "more orders than tensors": lambda h, w: w["orders"].append(w["orders"][0]),
    "another document": lambda h, w: w.update(document="{}]"),
    "unknown entry": lambda h, w: w.update(exec="rm"),
    "no entry": lambda h, w: w.pop("kept"),
    "negative shape": lambda h, w: h["hidden.weight"].update(shape=[-8, -2]),
    "wrong type": lambda h, w: h["generator/cpu"].update(dtype="BOOL"),
    "unknown type": lambda h, w: h["hidden.weight"].update(dtype="F8_E4M3"),
    "true as a size": lambda h, w: h["hidden.weight"].update(shape=[True, 16]),
    "bytes of another": lambda h, w: h["hidden.weight"].update(
        data_offsets=h["out.weight"]["data_offsets"]
    ),
    "bytes outside": lambda h, w: h["hidden.weight"].update(data_offsets=[10**12, 10**12 + 64]),
    "metadata of numbers": lambda h, w: h["__metadata__"].update(step=4),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_file_that_lies_is_refused_and_left_as_it_is(saved, lie):
    document, path = saved
    rewritten(path, lie)
    before = path.read_bytes()
    with pytest.raises(WeightsError, match=r"run\.safetensors"):
        Session(document, device="cpu", resume=path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_numbers_that_are_none_are_refused(make_document, tmp_path, value):
    session = go(make_document(), 3)
    with torch.no_grad():
        session.models["main"].hidden.weight[0, 0] = value
    save_run(session.capture(), tmp_path / "run.safetensors")
    with pytest.raises(WeightsError, match="NaN or infinity") as error:
        read_run(tmp_path / "run.safetensors")
    assert error.value.node == "hidden"


def test_a_part_of_a_file_is_refused_wherever_it_was_cut(saved):
    _, path = saved
    content = path.read_bytes()
    for length in range(0, len(content), 997):
        path.write_bytes(content[:length])
        with pytest.raises(WeightsError):
            read_run(path)


def test_random_numbers_that_no_generator_has_are_refused(saved):
    _, path = saved
    tensors = load_file(path)
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    start, end = header["generator/cpu"]["data_offsets"]
    assert end - start == len(tensors["generator/cpu"])
    spoilt = bytearray(data)
    spoilt[8 + size + start : 8 + size + end] = b"\xff" * (end - start)
    path.write_bytes(spoilt)
    with pytest.raises(WeightsError, match="damaged"):
        read_run(path)
