"""What a document may be and what not."""

import pytest
from pydantic import ValidationError
from torch import fx, nn

from playground.document.model import (
    MAX_PARAM_DEPTH,
    RESERVED_IDS,
    Document,
    Group,
    Node,
    Note,
    Wire,
    check_id,
    check_value,
)


def test_reserved_ids_are_the_names_of_torchs_modules():
    modules = (nn.Module(), fx.GraphModule(nn.Module(), fx.Graph()))
    taken = {name for module in modules for name in dir(module) if not name.startswith("_")}
    assert taken <= RESERVED_IDS


@pytest.mark.parametrize(
    "id", ["", "3", "a b", "a.b", "é", "x" * 65, "class", "forward", "_a", "a\n"]
)
def test_ids_that_torch_or_the_file_cannot_take(id):
    with pytest.raises(ValueError, match="id"):
        check_id(id)


def test_values_are_what_json_holds():
    value = {"a": (1, 2.5, None), "b": ["é", True]}
    assert check_value(value) == {"a": [1, 2.5, None], "b": ["é", True]}
    deep: object = 1
    for _ in range(MAX_PARAM_DEPTH):
        deep = [deep]
    assert check_value(deep) == deep
    with pytest.raises(ValueError, match="16 levels"):
        check_value([deep])


def test_parameters_are_a_copy():
    given = {"a": [1]}
    node = Node(id="n", block="relu", params=given)
    given["a"].append(2)
    assert node.params == {"a": [1]}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"nodes": (Node(id="a", block="b"),) * 2}, "two blocks"),
        ({"wires": (Wire(source="a", target="b"),)}, 'leads to "a"'),
        ({"groups": (Group(id="g", nodes=("a",)),)}, "no block has that id"),
        ({"groups": (Group(id="g"), Group(id="g"))}, 'two entries of "groups" have the id "g"'),
        ({"notes": (Note(id="n"), Note(id="n"))}, 'two entries of "notes" have the id "n"'),
    ],
)
def test_references_hold(fields, words):
    with pytest.raises(ValidationError, match=words):
        Document(**fields)
