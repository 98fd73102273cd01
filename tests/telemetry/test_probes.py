"""Probes: every number they hand out is the real tensor, and measuring leaves no trace."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from playground.data.base import Field
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.data_points import DataPoints
from playground.telemetry.probes.gradients import Gradients
from playground.telemetry.probes.predictions import Predictions
from playground.telemetry.probes.samples import Samples
from playground.telemetry.probes.surface import Surface
from playground.telemetry.probes.weights import Weights

ALL = (
    Activations(),
    Activations(sample=2, split="test"),
    Weights("hidden"),
    Gradients(),
    Surface(resolution=8),
    Predictions(limit=7),
    Samples(count=5),
    DataPoints(),
)


def submodule(bench, node, role="main"):
    return bench.models[role].get_submodule(node)


def modes(bench):
    return {
        (role, name): part.training
        for role, model in bench.models.items()
        for name, part in model.named_modules()
    }


def backward(bench):
    """One gradient of the main model, with the mode as it was."""
    bench.models["main"](bench.train["x"]).square().mean().backward()


@pytest.mark.parametrize("probe", ALL, ids=lambda p: type(p).__name__)
@pytest.mark.parametrize("kind", ["classify", "decide", "estimate", "forge"])
def test_measuring_leaves_no_trace(kind, probe, request):
    bench = request.getfixturevalue(kind)
    if kind == "classify":
        submodule(bench, "norm").eval()  # a frozen block inside a model in training
    before = modes(bench)
    state = {
        role: {k: v.clone() for k, v in m.state_dict().items()} for role, m in bench.models.items()
    }
    random = torch.get_rng_state()
    first = probe.measure(bench)
    again = probe.measure(bench)
    assert modes(bench) == before
    assert torch.is_grad_enabled()
    assert torch.equal(torch.get_rng_state(), random)
    for role, model in bench.models.items():
        for name, value in model.state_dict().items():
            assert torch.equal(value, state[role][name]), name
        assert all(p.grad is None for p in model.parameters())
    assert first.keys() == again.keys()
    for name, array in first.items():
        assert array.dtype in (np.float32, np.int64), name
        np.testing.assert_array_equal(array, again[name])
        assert not any(
            np.shares_memory(array, p.detach().numpy())
            for m in bench.models.values()
            for p in m.parameters()
        )


@pytest.mark.parametrize("probe", ALL, ids=lambda p: type(p).__name__)
def test_a_probe_is_a_value(probe):
    assert len({probe, type(probe)(**vars(probe))}) == 1


def test_activations_are_the_outputs_of_every_block_in_eval_mode(classify):
    arrays = Activations(sample=4, split="test").measure(classify)
    model = classify.models["main"].eval()
    x = classify.test["x"][4:5]
    with torch.no_grad():
        hidden = model.hidden(x)
        expected = {"x": x, "hidden": hidden, "norm": model.norm(hidden)}
        expected["act"] = expected["drop"] = expected["norm"].tanh()
        expected["out"] = model(x)
    for node, value in expected.items():
        np.testing.assert_array_equal(arrays[f"activations/{node}"], value[0].numpy())
    assert arrays["activations/target"] == classify.test["y"][4]
    assert set(arrays) == {f"activations/{n}" for n in (*expected, "target")}


def test_activations_of_a_sample_that_is_not_there_are_empty(classify):
    assert Activations(sample=20).measure(classify) == {}
    assert Activations(sample=-1).measure(classify) == {}


def test_activations_of_a_gan_follow_fixed_noise_and_a_real_sample(forge):
    arrays = Activations(sample=3).measure(forge)
    z = arrays["activations/z"]
    assert z.shape == (4,)
    with torch.no_grad():
        painted = forge.models["generator"](torch.from_numpy(z)[None])[0].numpy()
    np.testing.assert_array_equal(arrays["activations/paint"], painted)
    np.testing.assert_array_equal(arrays["activations/x"], forge.train["x"][3].numpy())
    assert arrays["activations/judge"].shape == (1,)
    assert "activations/target" not in arrays


def test_weights_are_torchs_own(classify):
    arrays = Weights("hidden").measure(classify)
    module = submodule(classify, "hidden")
    np.testing.assert_array_equal(arrays["weights/hidden"], module.weight.detach().numpy())
    np.testing.assert_array_equal(arrays["bias/hidden"], module.bias.detach().numpy())
    with torch.no_grad():
        module.weight.zero_()
    assert arrays["weights/hidden"].any(), "a snapshot must not change with the network"
    assert Weights("act").measure(classify) == {}
    assert Weights("nowhere").measure(classify) == {}


def test_gradients_are_norms_by_block_and_absent_before_the_first_step(classify):
    assert set(Gradients().measure(classify)) == {
        "parameters/hidden",
        "parameters/norm",
        "parameters/out",
    }
    backward(classify)
    arrays = Gradients().measure(classify)
    for node in ("hidden", "norm", "out"):
        parts = list(submodule(classify, node).parameters())
        gradient = torch.cat([p.grad.flatten() for p in parts]).norm().item()
        weights = torch.cat([p.detach().flatten() for p in parts]).norm().item()
        assert arrays[f"gradients/{node}"] == pytest.approx([gradient], rel=1e-5)
        assert arrays[f"parameters/{node}"] == pytest.approx([weights], rel=1e-5)
        assert arrays[f"gradients/{node}"].shape == (1,)


def test_a_cell_of_the_surface_is_the_network_at_its_centre(classify):
    arrays = Surface(resolution=8, extent=(-2.0, 2.0, -4.0, 4.0)).measure(classify)
    np.testing.assert_array_equal(arrays["surface/extent"], [-2, 2, -4, 4])
    assert arrays["surface/values"].shape == (8, 8, 3)
    np.testing.assert_allclose(arrays["surface/values"].sum(axis=2), 1, rtol=1e-5)
    model = classify.models["main"].eval()
    row, column = 1, 6
    point = torch.tensor([[-2 + 4 * (column + 0.5) / 8, -4 + 8 * (row + 0.5) / 8]])
    with torch.no_grad():
        expected = model(point).softmax(dim=1)[0].numpy()
    np.testing.assert_allclose(arrays["surface/values"][row, column], expected, rtol=1e-5)


def test_the_surface_covers_all_samples_and_its_extent_is_fixed_once(decide):
    probe = Surface(resolution=4)
    first = probe.measure(decide)
    xmin, xmax, ymin, ymax = first["surface/extent"]
    x = torch.cat([decide.train["x"], decide.test["x"]])
    assert xmin < x[:, 0].min() < x[:, 0].max() < xmax
    assert ymin < x[:, 1].min() < x[:, 1].max() < ymax
    assert probe.measure(decide)["surface/extent"] is first["surface/extent"]
    assert first["surface/values"].shape == (4, 4, 2)
    np.testing.assert_allclose(first["surface/values"].sum(axis=2), 1, rtol=1e-6)


def test_the_surface_of_a_regression_is_the_value_itself(estimate):
    arrays = Surface(resolution=2, extent=(-1.0, 1.0, -1.0, 1.0)).measure(estimate)
    model = estimate.models["main"].eval()
    with torch.no_grad():
        expected = model(torch.tensor([[-0.5, -0.5], [0.5, -0.5], [-0.5, 0.5], [0.5, 0.5]]))
    np.testing.assert_allclose(
        arrays["surface/values"].reshape(4, 1), expected.numpy(), rtol=1e-5, atol=1e-6
    )


def test_there_is_no_surface_over_three_features_or_noise(classify, forge):
    assert Surface().measure(replace(classify, fields={"x": Field((3,))})) == {}
    assert Surface().measure(forge) == {}


def test_predictions_are_probabilities_of_the_same_samples_in_order(classify):
    arrays = Predictions(limit=7).measure(classify)
    model = classify.models["main"].eval()
    with torch.no_grad():
        expected = model(classify.test["x"][:7]).softmax(dim=1).numpy()
    np.testing.assert_allclose(arrays["predictions/probabilities"], expected, rtol=1e-5)
    np.testing.assert_array_equal(arrays["predictions/targets"], classify.test["y"][:7].numpy())
    np.testing.assert_array_equal(arrays["predictions/inputs"], classify.test["x"][:7].numpy())
    assert "predictions/values" not in arrays


def test_one_hot_targets_are_handed_out_as_labels(classify):
    names = ("a", "b", "c")
    one_hot = torch.nn.functional.one_hot(classify.test["y"]).float()
    bench = replace(
        classify,
        fields={**classify.fields, "y": Field((3,), "float", classes=names, names=names)},
        test={**classify.test, "y": one_hot},
    )
    targets = Predictions().measure(bench)["predictions/targets"]
    np.testing.assert_array_equal(targets, classify.test["y"].numpy())


def test_a_muted_block_shows_what_it_hands_on(classify):
    classify.models["main"].meta["outputs"]["muted"] = "hidden"
    arrays = Activations().measure(classify)
    np.testing.assert_array_equal(arrays["activations/muted"], arrays["activations/hidden"])


def test_one_logit_gives_the_probabilities_of_both_classes(decide):
    arrays = Predictions(split="train").measure(decide)
    model = decide.models["main"].eval()
    with torch.no_grad():
        yes = model(decide.train["x"])[:, 0].sigmoid().numpy()
    np.testing.assert_allclose(
        arrays["predictions/probabilities"], np.stack([1 - yes, yes], axis=1), rtol=1e-5, atol=1e-7
    )


def test_a_regression_predicts_values(estimate):
    arrays = Predictions().measure(estimate)
    model = estimate.models["main"].eval()
    with torch.no_grad():
        expected = model(estimate.test["x"]).numpy()
    np.testing.assert_allclose(arrays["predictions/values"], expected, rtol=1e-5)
    np.testing.assert_array_equal(arrays["predictions/targets"], estimate.test["y"][:, 0].numpy())
    assert "predictions/probabilities" not in arrays


def test_an_empty_split_has_no_predictions(classify):
    nothing = {name: values[:0] for name, values in classify.test.items()}
    assert Predictions().measure(replace(classify, test=nothing)) == {}


def test_samples_are_forged_from_noise_that_only_the_seed_decides(forge):
    arrays = Samples(count=30).measure(forge)
    assert arrays["samples/fake"].shape == (30, 2)
    np.testing.assert_array_equal(arrays["samples/real"], forge.train["x"].numpy())
    torch.manual_seed(99)
    fresh = replace(forge, memory={})
    np.testing.assert_array_equal(
        Samples(count=30).measure(fresh)["samples/fake"], arrays["samples/fake"]
    )
    other = replace(forge, memory={}, seed=12)
    assert not np.array_equal(
        Samples(count=30).measure(other)["samples/fake"], arrays["samples/fake"]
    )
    with torch.no_grad():
        forge.models["generator"].paint.bias += 1
    moved = Samples(count=30).measure(forge)["samples/fake"]
    np.testing.assert_allclose(moved, arrays["samples/fake"] + 1, rtol=1e-5, atol=1e-6)


def test_a_classifier_forges_no_samples(classify):
    assert Samples().measure(classify) == {}


def test_data_points_are_read_once(classify):
    arrays = DataPoints(limit=15).measure(classify)
    assert {name: len(array) for name, array in arrays.items()} == {
        "data/train_x": 15,
        "data/train_y": 15,
        "data/test_x": 10,
        "data/test_y": 10,
    }
    np.testing.assert_array_equal(arrays["data/train_x"], classify.train["x"][:15].numpy())
    again = DataPoints(limit=15).measure(classify)
    assert all(again[name] is array for name, array in arrays.items())
