"""Features of two coordinates: their numbers, their code, and what a network keeps of them."""

import numpy as np
import pytest
import torch

from playground.blocks.features import FEATURES, Features
from playground.build.code import export_code
from playground.build.modules import build
from playground.check.check import check
from playground.check.unit_names import unit_names
from playground.document.features import features_node, set_feature
from playground.document.format import reads, writes
from playground.errors import ShapeError
from tests.surgery import edited, learned, line, moments

NAMES = [feature.name for feature in FEATURES]


def plain():
    return line(
        [("hidden", "linear", {"out_features": 4}), ("out", "linear", {"out_features": 2})], "xor"
    )


def by_hand(name, x):
    a, b = x[:, 0].astype(np.float64), x[:, 1].astype(np.float64)
    return {
        "x1": a,
        "x2": b,
        "x1_squared": a * a,
        "x2_squared": b * b,
        "x1_times_x2": a * b,
        "sin_x1": np.sin(a),
        "sin_x2": np.sin(b),
    }[name]


@pytest.mark.parametrize("chosen", [NAMES, NAMES[::2], ["sin_x2"]])
def test_features_are_what_their_names_say_in_the_network_and_in_its_code(chosen):
    block = Features.make({name: name in chosen for name in NAMES})
    x = torch.randn(5, 2)
    out = block.apply(x)
    assert out.shape == (5, *block.shapes((2,)))
    for column, name in enumerate(chosen):
        np.testing.assert_allclose(out[:, column].numpy(), by_hand(name, x.numpy()), rtol=1e-5)
    written = eval(block.code((2,)).format("x"), {"torch": torch, "x": x})
    assert torch.equal(written, out)


def test_at_least_one_feature_is_on_and_two_coordinates_arrive():
    with pytest.raises(ShapeError, match="switched off"):
        Features.make({"x1": False, "x2": False}).shapes((2,))
    with pytest.raises(ShapeError, match="4"):
        Features.make({}).shapes((4,))


def test_the_first_feature_that_is_switched_on_puts_the_block_behind_the_input():
    document = set_feature(plain(), "sin_x1", True)
    assert [str(wire) for wire in document.wires][:2] == [
        "x.out → features.in",
        "features.out → hidden.in",
    ]
    report = check(document)
    assert report.ok
    assert unit_names(report, "features") == ("x₁", "x₂", "sin x₁")
    assert unit_names(report, "x") == ("x₁", "x₂")
    assert unit_names(report, "hidden") == ()
    assert reads(writes(document)) == document
    off = set_feature(document, "sin_x1", False)
    assert features_node(off).params == {}


def test_a_network_keeps_its_function_when_a_feature_is_switched_on():
    old = learned(plain())
    x = torch.randn(20, 2)
    before = old.models["main"](x)
    slots = moments(old)
    document = set_feature(plain(), "x1_times_x2", True)
    new, _ = edited(old, document, slots)
    torch.testing.assert_close(new.models["main"](x), before)


@pytest.mark.parametrize(("first", "then"), [("x1_squared", "sin_x2"), ("sin_x2", "x1_squared")])
def test_weights_of_the_other_features_stay_whichever_comes_or_goes(first, then):
    document = plain()
    for name in (first, then):
        document = set_feature(document, name, True)
    old = learned(document)
    weight = old.modules["hidden"].weight.detach().clone()
    places = {n: i for i, n in enumerate(n for n in NAMES if n in ("x1", "x2", first, then))}

    fewer, _ = edited(old, set_feature(document, first, False))
    kept = [places[name] for name in places if name != first]
    assert torch.equal(fewer.modules["hidden"].weight, weight[:, kept])

    swapped = set_feature(set_feature(document, first, False), "sin_x1", True)
    other, _ = edited(learned_again(document, weight), swapped)
    now = other.modules["hidden"].weight
    order = [n for n in NAMES if n in ("x1", "x2", then, "sin_x1")]
    for column, name in enumerate(order):
        expected = torch.zeros(4) if name == "sin_x1" else weight[:, places[name]]
        assert torch.equal(now[:, column], expected)


def learned_again(document, weight):
    made = learned(document)
    with torch.no_grad():
        made.modules["hidden"].weight.copy_(weight)
    return made


def test_the_exported_program_gives_the_same_answers():
    document = set_feature(plain(), "x2_squared", True)
    model = build(document)["main"]
    space: dict[str, object] = {}
    exec(export_code(document), space)
    exported = space["model"]
    exported.load_state_dict(model.state_dict())
    x = torch.randn(7, 2)
    assert torch.equal(exported(x), model(x))
