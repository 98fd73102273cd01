"""Old files stay readable."""

import importlib
import json
from pathlib import Path

import pytest

from playground.document.format import read, reads, writes
from playground.document.migrations import migrate
from playground.document.migrations.v0_to_v1 import snake_case
from playground.document.model import VERSION, ModelSpec, Wire
from playground.errors import FormatError

FILES = Path(__file__).parents[1] / "files"


@pytest.mark.parametrize("version", range(VERSION))
def test_every_old_version_has_a_step_and_a_file_that_can_be_read(version):
    step = importlib.import_module(f"playground.document.migrations.v{version}_to_v{version + 1}")
    assert step.migrate.__doc__
    document = read(FILES / f"version_{version}.json")
    assert document.nodes
    assert '"version": 1' in writes(document)  # only what is new needs more
    assert reads(writes(document)) == document


def test_version_0_loses_nothing():
    document = read(FILES / "version_0.json")
    assert document.title == "A spiral, as it was drawn in version 0"
    assert document.data.dataset == "spiral"
    assert [(n.id, n.block) for n in document.nodes] == [
        ("x", "input"),
        ("hidden", "linear"),
        ("norm", "batch_norm1d"),
        ("act", "relu"),
        ("mystery", "gated_thing2d"),
        ("out", "linear"),
    ]
    assert document.node("hidden").params == {"out_features": 8, "bias": False}
    assert document.node("hidden").at == (220.0, 0.5)
    assert document.node("mystery").params == {"gates": [1, {"kind": "soft"}]}
    assert document.wires[3] == Wire(source="act", target="mystery", target_port="query")
    assert len(document.wires) == 5
    assert document.train.models == {"main": ModelSpec(input="x", output="out")}
    assert document.train.params == {"lr": 0.03, "optimizer": "adam"}
    assert (document.train.steps, document.train.seed) == (500, 7)


def test_steps_do_not_change_what_they_are_given():
    raw = json.loads((FILES / "version_0.json").read_text())
    before = json.dumps(raw)
    assert migrate(raw, 0, VERSION)["version"] == VERSION
    assert json.dumps(raw) == before
    assert migrate(raw, VERSION, VERSION) is raw


def test_a_new_layout_with_an_old_number_is_refused():
    raw = json.loads((FILES / "xor_version_1.json").read_text()) | {"version": 0}
    with pytest.raises(FormatError, match=r"says it has version 0, but it is not laid out like"):
        reads(json.dumps(raw))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Linear", "linear"),
        ("LeakyReLU", "leaky_relu"),
        ("SiLU", "silu"),
        ("GELU", "gelu"),
        ("LSTM", "lstm"),
        ("BatchNorm2d", "batch_norm2d"),
        ("ConvTranspose2d", "conv_transpose2d"),
    ],
)
def test_block_keys_are_snake_case(old, new):
    assert snake_case(old) == new
