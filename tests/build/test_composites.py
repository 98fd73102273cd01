"""Networks with composites: names of weights, shared ones, the same function as without."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import composed, networks, selections

import playground
from playground.build.code import export_code
from playground.build.modules import build
from playground.check.check import check
from playground.document import edits
from playground.document.composites import expand, expose, group, set_exposed, set_repeat
from playground.document.library import load
from playground.errors import EditError
from playground.train.checkpoint import load_weights, save_weights

RESNET = load("digits-resnet")
BLOCK = ["conv1a", "norm1a", "relu1a", "conv1b", "norm1b", "add1", "relu1"]
X = torch.linspace(-1, 1, 4 * 64).reshape(4, 1, 8, 8)


def residual(repeat=1, share=False):
    doc, id = group(RESNET, BLOCK, "Residual")
    return set_repeat(doc, id, repeat, share_weights=share)


def test_weights_are_named_by_path():
    assert "residual.conv1a.weight" in build(residual())["main"].state_dict()
    state = build(residual(3))["main"].state_dict()
    assert {f"residual.{k}.conv1b.bias" for k in range(3)} <= state.keys()
    shared = build(residual(3, share=True))["main"].state_dict()
    assert "residual.0.conv1a.weight" in shared
    assert not any(name.startswith("residual.1") for name in shared)


def test_shared_weights_count_once():
    for doc in (residual(3), residual(3, share=True)):
        model = build(doc)["main"]
        assert check(doc).cost.parameters == sum(p.numel() for p in model.parameters())
    assert check(residual(3, share=True)).cost.parameters == check(RESNET).cost.parameters


def test_every_output_can_be_found_by_path():
    model = build(residual(2))["main"]
    assert "residual.1.relu1" in model.meta["outputs"]
    assert model.meta["modules"]["residual.1.conv1a"] == "residual.1.conv1a"


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_a_group_computes_what_its_blocks_did(data):
    doc = data.draw(networks())
    try:
        grouped, id = group(doc, data.draw(selections(doc)))
    except EditError:
        return
    old, new = build(doc)["main"], build(grouped)["main"]
    own = {name: name.removeprefix(f"{id}.") for name in new.state_dict()}
    state = old.state_dict()
    new.load_state_dict({name: state[before] for name, before in own.items()})
    x = torch.linspace(-1, 1, 6).reshape(3, 2)
    assert torch.equal(old(x), new(x))


@settings(deadline=None, max_examples=25)
@given(composed())
def test_what_checks_can_be_built(doc):
    report = check(doc)
    assert report.ok, report.problems
    model = build(doc, report)["main"]
    assert report.cost.parameters >= sum(p.numel() for p in model.parameters())
    assert model(torch.zeros(2, 2)).shape == (2, 2)
    assert set(model.meta["outputs"]) <= set(expand(doc).by_id)


def test_weights_are_saved_and_loaded_by_path(tmp_path):
    doc = residual(2)
    models = build(doc)
    save_weights(models, tmp_path / "w.safetensors")
    other = build(edits.set_train(doc, seed=99))
    assert load_weights(other, tmp_path / "w.safetensors").missing == ()
    models["main"].eval(), other["main"].eval()
    assert torch.equal(models["main"](X), other["main"](X))


def test_a_network_with_shared_repeats_trains():
    result = playground.train(edits.set_train(residual(2, share=True), steps=3))
    assert result.metrics["loss/train"] > 0


def test_frozen_composites_keep_their_weights():
    doc = edits.set_frozen(residual(), ["residual"])
    model = build(doc)["main"]
    assert not model.get_submodule("residual.conv1a").weight.requires_grad
    assert model.stem.weight.requires_grad


def test_an_exposed_parameter_has_a_value_an_instance():
    doc = expose(residual(), "residual.conv1a", "bias")
    doc = expose(doc, "residual.conv1b", "bias", "bias")
    twin = doc.node("residual").with_(id="again")
    wire = next(w for w in doc.wires if w.source == "residual")
    doc = set_exposed(edits.insert_on_wire(doc, wire, twin), "again", "bias", False)
    state = build(doc)["main"].state_dict()
    assert {"residual.conv1a.bias", "residual.conv1b.bias"} <= state.keys()
    assert state.keys().isdisjoint({"again.conv1a.bias", "again.conv1b.bias"})


def exported(doc):
    """The main model of the exported program."""
    program: dict[str, object] = {}
    exec(export_code(doc), program)
    return program["model"]


def same_function(doc, x):
    built, written = build(doc)["main"], exported(doc)
    written.load_state_dict(built.state_dict())
    return torch.equal(built(x), written(x))


def test_code_has_a_class_for_a_definition_and_a_loop_for_repeats():
    code = export_code(residual(3))
    assert "class Residual(nn.Module):" in code
    assert "self.residual = nn.Sequential(*(Residual() for _ in range(3)))" in code
    shared = export_code(residual(3, share=True))
    assert "for _ in range(3):\n            residual = self.residual[0](residual)" in shared
    assert same_function(residual(), X)
    assert same_function(residual(3), X)
    assert same_function(residual(3, share=True), X)


@settings(deadline=None, max_examples=40)
@given(composed())
def test_exported_code_loads_the_weights_and_computes_the_same(doc):
    assert same_function(doc, torch.linspace(-1, 1, 6).reshape(3, 2))
