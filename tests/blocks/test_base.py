"""Ports, calls and the checks that all blocks share."""

from __future__ import annotations

import pytest

from playground.blocks.base import Call, Port, format_shape
from playground.errors import ShapeError
from playground.registry import blocks


@pytest.mark.parametrize(
    ("axes", "accepted", "refused"),
    [
        ("F", [(3,)], [(), (3, 3)]),
        ("CHW", [(1, 2, 3)], [(3,), (1, 2, 3, 4)]),
        ("*", [(), (3,), (1, 2, 3, 4)], []),
        ("*F", [(3,), (1, 2, 3, 4)], [()]),
        ("F|CL", [(3,), (3, 5)], [(), (1, 2, 3)]),
    ],
)
def test_a_port_accepts_tensors_with_its_axes(axes, accepted, refused):
    port = Port("in", axes=axes)
    assert all(port.accepts(shape) for shape in accepted)
    assert not any(port.accepts(shape) for shape in refused)
    assert port.words()
    assert all(port.way_out(shape) for shape in refused)


def test_alternatives_of_a_port_are_said_in_words():
    words = Port("in", axes="F|CL").words()
    assert words == "one axis (features) or a line of channels (channels, length)"


def message(key: str, *shapes: tuple[int, ...], **params: object) -> str:
    """What the block says about these inputs."""
    with pytest.raises(ShapeError) as caught:
        blocks.get(key).make(params).infer({"in": shapes} if shapes else {})
    return str(caught.value)


def test_an_input_without_wire_is_named():
    assert message("linear") == (
        'Nothing is connected to the port "in" of Linear. Draw a wire to it.'
    )


def test_too_many_wires_are_counted():
    assert 'port "in" of Linear takes one wire, but 2 arrive' in message("linear", (3,), (3,))


def test_a_wrong_rank_says_which_block_to_insert():
    assert message("linear", (8, 4, 4)) == (
        "Linear needs one axis (features) or a sequence (steps, features), but 8×4×4 arrives. "
        "Put a Flatten block before it."
    )
    assert "Put a Reshape block before it: channels, height, width" in message("conv2d", (64,))


def test_a_kernel_that_does_not_fit_is_said_with_its_numbers():
    assert message("conv2d", (1, 3, 4), kernel_size=7) == (
        "A window that spans 7 × 7 px does not fit an image of 3 × 4 px with 1 px of padding. "
        "Make the kernel or its dilation smaller, add padding, or shrink the image less."
    )
    assert "spans 9 × 9 px" in message("conv2d", (1, 6, 6), kernel_size=5, dilation=2)


def test_groups_that_do_not_divide_the_channels():
    assert message("conv2d", (6, 8, 8), out_channels=9, groups=2) == (
        "2 groups cannot evenly share 6 channels that arrive and 9 that leave. "
        "Use 1 group, or a number that divides 3."
    )


def test_a_transposed_convolution_that_leaves_nothing():
    text = message("conv_transpose2d", (1, 1, 1), kernel_size=2, padding=1)
    assert "A padding of 1 px cuts everything off an image of 2 × 2 px." in text
    assert "at most 1 px" in message("conv_transpose2d", (1, 4, 4), output_padding=2)


def test_a_pool_padded_by_more_than_half_its_window():
    assert "at most 1 px" in message("avg_pool2d", (1, 8, 8), kernel_size=3, padding=2)


def test_pool_windows_that_would_see_only_padding_are_refused():
    """Torch gives -inf there and its backward pass corrupts memory."""
    text = message("max_pool2d", (1, 2, 2), stride=1, padding=1, dilation=3)
    assert "some windows see no pixel of an image of 2 × 2 px" in text


def test_adding_unequal_shapes_names_both():
    text = message("add", (8, 8, 8), (8, 8, 8), (16, 8, 8))
    assert "Add needs equal shapes, but 8×8×8 and 16×8×8 arrive." in text
    assert "so that both are 8×8×8" in text


def test_add_does_not_stretch_axes_of_size_one():
    assert "equal shapes" in message("add", (8, 8, 8), (8, 1, 1))


def test_concat_names_the_axis_and_the_shapes():
    text = message("concat", (8, 4, 4), (8, 8, 8))
    assert "Concat along axis 1 needs all other axes equal, but 8×4×4 and 8×8×8 arrive." in text
    assert "There is no axis 2 to join along" in message("concat", (8,), (8,), dim=2)
    assert "axis 0 is the batch" in message("concat", (8,), (8,), dim=0)


def test_concat_sums_the_sizes_along_its_axis():
    concat = blocks.get("concat")
    assert concat().infer({"in": [(8, 4, 4), (3, 4, 4)]}) == (11, 4, 4)
    assert concat(dim=-1).infer({"in": [(8, 4, 4), (8, 4, 1)]}) == (8, 4, 5)


def test_softmax_never_mixes_the_samples_of_a_batch():
    assert "whose samples must not mix" in message("softmax", (10,), dim=0)
    assert "whose samples must not mix" in message("softmax", (10,), dim=-2)


def test_flatten_can_keep_axes():
    flatten = blocks.get("flatten")
    assert flatten(start_dim=2).infer({"in": [(8, 4, 4)]}) == (8, 16)
    assert flatten(end_dim=2).infer({"in": [(8, 4, 4)]}) == (32, 4)
    assert "has the axes 1 to 1" in message("flatten", (64,), start_dim=2)


@pytest.mark.parametrize(
    ("params", "shape", "normalised"),
    [
        ({}, (4, 8, 8), (4, 8, 8)),  # an image as a whole
        ({}, (5, 16), (16,)),  # a sequence: each position for itself
        ({}, (16,), (16,)),
        ({"num_axes": 2}, (4, 8, 8), (8, 8)),
    ],
)
def test_layer_norm_chooses_the_axes(params, shape, normalised):
    assert blocks.get("layer_norm").make(params).normalized_shape(shape) == normalised


def test_layer_norm_over_more_axes_than_there_are():
    assert "2 axes are to be normalised, but only 1 arrive" in message(
        "layer_norm", (8,), num_axes=2
    )


def test_an_input_block_names_the_fields_there_are():
    block = blocks.get("input")(field="z")
    with pytest.raises(ShapeError, match='no field "z"; it has: x, y'):
        block.infer({}, {"x": (2,), "y": ()})
    assert blocks.get("input")().infer({}, {"x": (2,), "y": ()}) == (2,)


def test_code_shows_only_what_differs_from_torch():
    conv = blocks.get("conv2d")
    assert conv(padding=0).code((1, 8, 8)) == "nn.Conv2d(1, 16, 3)"
    assert conv(bias=False).code((1, 8, 8)) == "nn.Conv2d(1, 16, 3, padding=1, bias=False)"
    assert blocks.get("add")().code((8,), (8,)) == "{0} + {1}"
    assert blocks.get("concat")().code((8,), (8,)) == "torch.cat([{0}, {1}], dim=1)"


def test_shapes_and_calls_as_text():
    assert [format_shape(s) for s in [(8, 4, 4), (64,), ()]] == ["8×4×4", "64", "1"]
    assert str(Call("LayerNorm", ((4, 8),), {"eps": 0.1})) == "nn.LayerNorm((4, 8), eps=0.1)"
