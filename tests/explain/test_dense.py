"""The arithmetic of fully connected layers and of what is calculated number by number."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.blocks.features import FEATURES
from playground.explain import activation, linear
from playground.explain.base import Derived, Number, largest, shares
from playground.explain.pointwise import statement
from playground.registry import blocks


@pytest.fixture
def layer():
    torch.manual_seed(4)
    module, x = torch.nn.Linear(7, 3), torch.randn(7)
    weight, bias = (p.detach().numpy() for p in (module.weight, module.bias))
    return x.numpy(), weight, bias, module(x).detach().numpy()


@pytest.mark.parametrize("most", [1, 3, 7, 50])
def test_the_terms_and_what_is_left_out_make_the_output(layer, most):
    x, weight, bias, out = layer
    found = linear.neuron(x, weight, bias, out, (2,), most)
    products = [term for term in found.terms if len(term.factors) == 2]
    assert len(products) == min(most, 7)
    assert found.left_out == 7 - len(products)
    whole = sum(term.value for term in found.terms) + found.rest
    assert whole == pytest.approx(out[2], abs=1e-6)
    assert found.total.value == out[2]
    for term in products:
        w, value = term.factors
        assert w.value == weight[w.ref.index]
        assert value.value == x[value.ref.index]


def test_the_terms_that_are_shown_are_the_largest(layer):
    x, weight, bias, out = layer
    found = linear.neuron(x, weight, bias, out, (0,), 2)
    shown = sorted(abs(term.value) for term in found.terms if len(term.factors) == 2)
    assert shown == sorted(np.abs(weight[0].astype(float) * x))[-2:]


def test_shares_make_one_and_nothing_has_a_share_in_nothing(layer):
    x, weight, _, _ = layer
    assert linear.incoming(x, weight, (1,)).sum() == pytest.approx(1.0)
    assert linear.outgoing(weight, 0) == pytest.approx(np.abs(weight[:, 0]) / np.abs(weight).sum(1))
    assert (shares(np.zeros(3)) == 0).all()
    assert np.isnan(shares(np.array([np.nan, 1.0]))).all()


def test_what_is_no_number_counts_as_large():
    assert largest(np.array([1.0, np.nan, 3.0, 2.0]), 2) == [1, 2]


@pytest.mark.parametrize("key", sorted(activation.FUNCTIONS))
@pytest.mark.parametrize("params", [{}, {"negative_slope": 0.2, "approximate": "tanh"}])
def test_functions_and_slopes_are_those_of_torch(key, params):
    cls = blocks.get(key)
    own = {name: value for name, value in params.items() if name in cls.model_fields}
    block = cls.make(own)
    module = block.build((5,))
    x = torch.tensor([-30.0, -1.2, -0.3, 0.4, 2.5], dtype=torch.float64, requires_grad=True)
    y = module(x) if module is not None else block.apply(x)
    y.sum().backward()
    values = activation.FUNCTIONS[key](x.detach().numpy(), block.model_dump())
    assert np.allclose(values, y.detach().numpy(), atol=1e-7)
    for at, wanted in zip(x.tolist(), x.grad.tolist(), strict=True):
        found = activation.slope(key, block.model_dump(), at)
        assert found == pytest.approx(wanted, abs=1e-6)


SIGNS = {"·": "*", "−": "-", "√": "np.sqrt", "exp": "np.exp", "sin": "np.sin", "²": "** 2"}


def evaluate(pieces, t):
    """The value of a statement without its result, whose signs are nearly Python's."""
    words = []
    for piece in pieces[: pieces.index("=")]:
        if isinstance(piece, str):
            words.append(SIGNS.get(piece, piece))
        elif isinstance(piece, Derived):
            assert eval(piece.formula, {"t": t, "np": np}) == pytest.approx(piece.value)
            words.append(repr(piece.value))
        else:
            assert t[piece.ref.tensor][piece.ref.index] == np.float32(piece.value)
            words.append(f"({piece.value!r})")
    return eval(" ".join(words), {"np": np})


@pytest.mark.parametrize(
    ("key", "params", "shapes"),
    [
        ("softmax", {}, [(5,)]),
        ("softmax", {"dim": 1}, [(3, 2, 4)]),
        ("layer_norm", {}, [(6,)]),
        ("layer_norm", {"num_axes": 1}, [(2, 5)]),
        ("batch_norm1d", {}, [(4,)]),
        ("batch_norm2d", {}, [(2, 3, 5)]),
        ("instance_norm2d", {}, [(2, 3, 5)]),
        ("instance_norm2d", {"affine": True, "eps": 0.1}, [(3, 2, 2)]),
        ("flatten", {}, [(2, 3, 4)]),
        ("reshape", {"shape": [3, 8]}, [(2, 3, 4)]),
        ("add", {}, [(4,), (4,), (4,)]),
        ("concat", {}, [(2, 3), (4, 3)]),
        ("concat", {"dim": -1}, [(2, 3), (2, 5)]),
        ("matmul", {}, [(3, 4), (4, 2)]),
        ("matmul", {"transpose_other": True, "scale": True}, [(3, 4), (5, 4)]),
        ("matmul", {}, [(2, 3, 20), (2, 20, 2)]),
        ("matmul", {"transpose_other": True, "scale": True}, [(3, 17), (2, 17)]),
        ("features", {feature.name: True for feature in FEATURES}, [(2,)]),
        ("features", {"x1": False, "x2_squared": True, "sin_x1": True}, [(2,)]),
    ],
)
def test_a_statement_gives_the_number_that_torch_gives(key, params, shapes):
    torch.manual_seed(1)
    block = blocks.get(key).make(params)
    module, xs = block.build(*shapes), [torch.randn(1, *shape) for shape in shapes]
    t = {f"in/{k}": x[0].numpy() for k, x in enumerate(xs)}
    if module is not None:
        module.eval()
        for kind, tensors in (
            ("param", module.named_parameters()),
            ("buffer", module.named_buffers()),
        ):
            for name, value in tensors:
                if value.dtype.is_floating_point:
                    value.data.uniform_(0.5, 2.0)
                t[f"{kind}/{name}"] = value.detach().numpy()
    with torch.no_grad():
        t["out"] = (module(*xs) if module is not None else block.apply(*xs))[0].numpy()
    for cell in np.ndindex(t["out"].shape):
        pieces = statement(key, block.model_dump(), t, cell)
        assert isinstance(pieces[-1], Number)
        assert evaluate(pieces, t) == pytest.approx(float(t["out"][cell]), abs=1e-5)
