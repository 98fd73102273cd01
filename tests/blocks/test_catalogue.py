"""One harness for every block of the catalogue: what it declares is what torch does.

A new block is covered as soon as its file is there: inputs are drawn from the axes of its ports,
parameters from their declarations.
"""

from __future__ import annotations

import inspect
import json
import math
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import torch
import ziafont
import ziamath
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from ziamath.tex import tex2mml

import playground.blocks
from playground.blocks.base import GROUPS, Block, Call, Shape
from playground.errors import ShapeError
from playground.registry import blocks

KEYS = list(blocks)
FILES = [p.stem for p in Path(playground.blocks.__path__[0]).glob("*.py")]
BATCH = 3
AXIS_SIZES = {"C": 8, "F": 12}  # largest size drawn for an axis; others go up to 10

# Blocks that refuse on purpose some inputs torch would take, and why
STRICTER = {
    "add": "torch stretches axes of size 1, which hides mistakes",
    "features": "a third coordinate would be left out without a word",
    "causal_mask": "of two different sequences nobody knows which step comes first",
    "matmul": "torch stretches heads of size 1, which hides mistakes",
    "film": "torch stretches one scale over all channels, which hides mistakes",
    **dict.fromkeys(
        ("multihead_attention", "scaled_dot_product_attention"),
        "causal across sequences of different lengths: torch lines up their first steps",
    ),
    "concat": "a single wire along the batch axis means something else with two wires",
    **dict.fromkeys(("gru", "lstm", "rnn"), "dropout of one layer does nothing; torch only warns"),
}

exhaustive = settings(max_examples=80, deadline=None, derandomize=True)


def draw_shape(data, axes: str) -> Shape:
    axes = data.draw(st.sampled_from(axes.split("|")))
    if axes.startswith("*"):
        least = len(axes) - 1
        return tuple(data.draw(st.lists(st.integers(1, 5), min_size=least, max_size=4)))
    sizes = {axis: data.draw(st.integers(1, AXIS_SIZES.get(axis, 10))) for axis in axes}
    drawn = [sizes[axis] for axis in axes]
    if len(sizes) < len(axes) and data.draw(st.booleans()):  # equal letters want equal sizes
        drawn[-1] = data.draw(st.integers(1, 10))
    return tuple(drawn)


def draw_inputs(data, cls: type[Block]) -> dict[str, list[Shape]]:
    """Shapes for every port; further wires bear the first one's shape, a similar or any other."""
    inputs = {}
    for port in cls.inputs:
        earlier = next(iter(inputs.values()), [None])[0]
        alike = earlier is not None and port.accepts(earlier) and data.draw(st.booleans())
        shapes = [earlier if alike else draw_shape(data, port.axes)]
        for _ in range(data.draw(st.integers(0, 2)) if port.many else 0):
            match data.draw(st.sampled_from(["same", "same", "similar", "other"])):
                case "same":
                    shapes.append(shapes[0])
                case "similar" if shapes[0]:
                    at = data.draw(st.integers(0, len(shapes[0]) - 1))
                    size = data.draw(st.integers(1, 5))
                    shapes.append((*shapes[0][:at], size, *shapes[0][at + 1 :]))
                case _:
                    shapes.append(draw_shape(data, port.axes))
        inputs[port.name] = shapes
    return inputs


def draw_sizes(data, count: int) -> list[int]:
    """A tuple parameter: half the time sizes whose product is `count`, sometimes with a -1."""
    if data.draw(st.booleans()):
        sizes = data.draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    else:
        divisors = [n for n in range(1, count + 1) if count % n == 0]
        first = data.draw(st.sampled_from(divisors))
        sizes = [first, count // first]
    if data.draw(st.booleans()):
        sizes[data.draw(st.integers(0, len(sizes) - 1))] = -1
    return sizes


def draw_params(data, cls: type[Block], shapes: list[Shape]) -> dict[str, object]:
    """Each parameter: half the time its default, otherwise something its declaration allows."""
    params = {}
    for info in cls.infos():
        if info.kind == "str" or data.draw(st.booleans()):
            continue
        low = -math.inf if info.minimum is None else info.minimum
        high = math.inf if info.maximum is None else info.maximum
        middle = low if info.default is None else info.default
        match info.kind:
            case "int":  # near the default: far from it nothing fits a small tensor
                value = data.draw(
                    st.integers(int(max(low, middle - 4)), int(min(high, middle + 4)))
                )
            case "float":
                value = data.draw(st.floats(max(low, 1e-6), high))
            case "bool":
                value = data.draw(st.booleans())
            case "choice":
                value = data.draw(st.sampled_from(info.choices))
            case "tuple":
                value = draw_sizes(data, math.prod(shapes[0]))
        params[info.name] = value
    return params


def draw_case(data, cls: type[Block]) -> tuple[Block, dict[str, list[Shape]], list[Shape]]:
    inputs = draw_inputs(data, cls)
    flat = [shape for shapes in inputs.values() for shape in shapes]
    return cls.make(draw_params(data, cls, flat)), inputs, flat


def tensors(block: Block, inputs: dict[str, list[Shape]]) -> list[torch.Tensor]:
    """Numbers for every wire, tokens where a port takes those."""
    generator = torch.Generator().manual_seed(1)
    found = []
    for port in block.inputs:
        for shape in inputs[port.name]:
            if port.tokens:
                rows = getattr(block, "num_embeddings", 2)
                found.append(torch.randint(rows, (BATCH, *shape), generator=generator))
            else:
                found.append(torch.randn(BATCH, *shape, generator=generator).requires_grad_())
    return found


def work_of(block: Block, module: nn.Module | None):
    """What the block does, as a function of batched tensors."""
    return block.apply if module is None else partial(block.invoke, module)


def alone(function, xs: list[torch.Tensor]) -> torch.Tensor:
    """What `function` makes of the first sample when no other sample is there."""
    return function(*(x[:1] for x in xs))


def infer(block: Block, inputs, fields) -> Shape | ShapeError:
    try:
        return block.infer(inputs, fields)
    except ShapeError as error:
        return error


def torch_objects(block: Block, inputs: dict[str, list[Shape]], shapes: list[Shape]) -> bool:
    """Whether torch cannot do it either: it raises, gives nothing or inf, or mixes the samples."""
    xs = tensors(block, inputs)
    try:
        module = block.build(*shapes)
        function = work_of(block, module.eval() if module else None)
        y, first = function(*xs), alone(function, xs)
    except (ShapeError, RuntimeError, ValueError, IndexError, AssertionError):
        return True
    if y.numel() == 0 or len(y) != BATCH or not y.isfinite().all():
        return True
    return not torch.allclose(y[:1], first, atol=1e-4)


def usual_inputs(cls: type[Block]) -> dict[str, list[Shape]]:
    """Inputs on which a block fresh from the palette has to work."""
    usual = {"CHW": (4, 16, 16), "TF": (12, 32), "T": (12,)}
    usual |= {"TT|HTT": (12, 12), "TF|HTF": (12, 12)}
    # features is made for points of a plane alone; film takes two numbers a channel
    line = {"features": (2,), "film": (8,)}.get(cls.key, (64,))
    return {port.name: [usual.get(port.axes, line)] for port in cls.inputs}


@pytest.fixture(params=KEYS)
def cls(request) -> type[Block]:
    return blocks.get(request.param)


@pytest.mark.parametrize("key", KEYS)
@exhaustive
@given(data=st.data())
def test_declared_shape_cost_and_code_agree_with_torch(key, data):
    block, inputs, shapes = draw_case(data, blocks.get(key))
    fields = {"x": draw_shape(data, "*")}
    declared = infer(block, inputs, fields)
    if isinstance(declared, ShapeError):
        assert declared.hint, declared.message
        assert key in STRICTER or torch_objects(block, inputs, shapes), declared.message
        return
    cost = block.cost(*shapes, declared)
    assert all(type(n) is int and n >= 0 for n in (cost.parameters, cost.flops, cost.activations))
    assert cost.activations == math.prod(declared)
    module = block.build(*shapes)
    if not block.inputs:  # an argument of the network: nothing to build
        assert module is None
        assert block.code() == ""
        assert cost.parameters == cost.flops == 0
        return
    check_parameters(block, module, cost.parameters)
    function = work_of(block, module.eval() if module else None)
    xs = tensors(block, inputs)
    y = function(*xs)
    assert tuple(y.shape) == (BATCH, *declared)
    assert y.isfinite().all()
    apart = torch.allclose(y[:1], alone(function, xs), atol=1e-4)
    assert apart != block.mixes_samples, "samples mix where that is declared, and only there"
    check_code(block, shapes, module, xs, y)
    if module:
        module.train()
    check_training(function, module, xs, declared)


def check_parameters(block: Block, module: nn.Module | None, declared: int) -> None:
    numbers = sum(p.numel() for p in module.parameters()) if module else 0
    assert numbers == declared
    for name in type(block).model_fields:  # torch really got what the block says
        value, got = getattr(block, name), getattr(module, name, None)
        if value is not None and isinstance(got, int | float | str | tuple):
            assert set(got if isinstance(got, tuple) else [got]) == {value}, name


def check_code(block, shapes, module, xs, y) -> None:
    """The line of Python makes the same module, or does the same work."""
    line = block.code(*shapes)
    if module is None:
        names = [f"x{i}" for i in range(len(xs))]
        scope = {"torch": torch, **dict(zip(names, xs, strict=True))}
        assert torch.equal(eval(line.format(*names), scope), y)
        return
    names = [f"x{i}" for i in range(len(xs))]
    scope = {"torch": torch, "nn": nn, "module": module, **dict(zip(names, xs, strict=True))}
    assert torch.equal(eval(block.invoked("module", *names), scope), y)
    again = eval(line, {"nn": nn})
    assert repr(again) == repr(module)
    assert {k: v.shape for k, v in again.state_dict().items()} == {
        k: v.shape for k, v in module.state_dict().items()
    }


def check_training(function, module, xs, declared: Shape) -> None:
    y = function(*xs)
    assert tuple(y.shape) == (BATCH, *declared)
    y.sum().backward()
    learnable = [x for x in xs if x.is_floating_point()]
    assert all(x.grad is not None and x.grad.shape == x.shape for x in learnable)
    assert module is None or all(p.grad is not None for p in module.parameters())


@pytest.mark.parametrize("key", KEYS)
@settings(exhaustive, max_examples=30)
@given(data=st.data())
def test_parameters_survive_json(key, data):
    block, _, _ = draw_case(data, blocks.get(key))
    again = type(block).make(json.loads(json.dumps(block.changed())))
    assert again == block
    assert again.changed() == block.changed()


def test_a_block_fresh_from_the_palette_works_on_usual_inputs(cls):
    assert cls().infer(usual_inputs(cls), {"x": (64,)})


def test_every_text_a_learner_needs_is_there(cls):
    assert cls.title
    assert cls.group in GROUPS
    assert re.search(r"\b(1[89]|20)\d\d\b|documentation", cls.source), "a source has a year"
    assert cls.summary().endswith(".")
    assert len(cls.summary()) <= 100
    for info in cls.infos():
        assert re.fullmatch(r".{15,110}\.", info.help), (info.name, info.help)


def test_ranges_of_numbers_are_declared(cls):
    for info in cls.infos():
        if info.kind in {"int", "float"}:
            assert None not in (info.minimum, info.maximum), info.name


def test_formula_can_be_drawn(cls, monkeypatch):
    monkeypatch.setattr(ziamath.config, "svg2", False)
    monkeypatch.setattr(ziafont.config, "svg2", False)
    assert "<path" in ziamath.Latex(cls.formula).svg()
    assert "\\" not in tex2mml(cls.formula), "an unknown command is drawn as its own name"


def test_json_schema_describes_every_parameter(cls):
    schema = json.loads(json.dumps(cls.model_json_schema()))
    assert set(schema["properties"] if cls.model_fields else ()) == set(cls.model_fields)
    assert all(entry["description"] for entry in schema.get("properties", {}).values())
    assert schema["additionalProperties"] is False


def snake_case(name: str) -> str:
    """BatchNorm1d -> batch_norm1d, LeakyReLU -> leaky_relu, RMSNorm -> rms_norm."""
    return re.sub(r"((?<=[a-z])|(?<=[A-Z]{2}))(?=[A-Z][a-z])", "_", name).lower()


def test_keys_are_the_names_of_torch_in_snake_case(cls):
    by_key = {snake_case(n): n for n in dir(nn) if isinstance(getattr(nn, n), type)}
    shapes = [shape for wires in usual_inputs(cls).values() for shape in wires]
    made = cls().call(*shapes)
    chain = made is not None and made.name == "Sequential"  # of layers: no class of torch has it
    assert by_key.get(cls.key) == (made.name if made and not chain else None)


def test_arguments_left_out_of_the_code_have_the_defaults_of_torch(cls, monkeypatch):
    left_out = {}
    monkeypatch.setattr(Block, "unless", lambda self, **defaults: left_out.update(defaults) or {})
    made = cls().call(*(shape for wires in usual_inputs(cls).values() for shape in wires))
    if made:
        defaults = defaults_of(made)
        assert left_out == {name: defaults[name] for name in left_out}


def defaults_of(made: Call) -> dict[str, object]:
    """Argument -> default; where torch takes any arguments (LSTM), what a module has without."""
    torch_class = getattr(nn, made.name)
    arguments = inspect.signature(torch_class).parameters.values()
    if any(argument.kind is argument.VAR_KEYWORD for argument in arguments):
        return vars(torch_class(*made.args))
    return {argument.name: argument.default for argument in arguments}


def test_file_class_and_key_are_named_alike(cls):
    assert cls.__module__ == f"playground.blocks.{cls.key}"
    assert cls.__name__.lower() == cls.key.replace("_", "")


def test_every_file_holds_one_block():
    unlisted = {"base", "composite", "composite_input", "composite_output"}  # in no palette
    assert {name for name in FILES if not name.startswith("_")} - unlisted == set(KEYS)


def test_the_catalogue_works_without_torch():
    code = """
import sys
from playground.registry import blocks
conv = blocks.get("conv2d")()
y = conv.infer({"in": [(1, 8, 8)]})
print(y, conv.cost((1, 8, 8), y).parameters, conv.code((1, 8, 8)), len(list(blocks)))
assert "torch" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("(16, 8, 8) 160 nn.Conv2d(1, 16, 3, padding=1)")
