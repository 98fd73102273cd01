"""The document as the canvas sees it: levels, edits at any depth, undo across them."""

from __future__ import annotations

import pytest

from playground.document import edits
from playground.document.composites import find
from playground.document.composites.grouping import group
from playground.document.format import writes
from playground.document.model import Node, Wire
from playground.gui.document_model import DocumentModel
from playground.gui.level_model import LevelModel


@pytest.fixture
def model(mlp, qtbot) -> DocumentModel:
    """x -> part (hidden, act) -> out, and part is a composite."""
    model = DocumentModel()
    document, made = group(mlp, ["hidden", "act"], "part")
    assert made == "part"
    model.load(document)
    return model


@pytest.fixture
def level(model) -> LevelModel:
    return LevelModel(model)


def test_the_top_is_the_document_itself(model, level):
    assert level.document is model.document
    level.push("", lambda d: edits.set_title(d, "Other"))
    assert level.document is model.document
    assert model.document.title == "Other"


def test_inside_blocks_have_their_paths_and_edits_reach_the_definition(model, level):
    before = writes(model.document)
    level.enter("part")
    assert {n.id for n in level.document.nodes if n.block in ("linear", "tanh")} == {
        "part.hidden",
        "part.act",
    }
    assert Wire(source="part.hidden", target="part.act") in level.document.wires
    assert level.push("", lambda d: edits.set_param(d, "part.hidden", "out_features", 7))
    assert find(model.document, "part.hidden").params["out_features"] == 7
    assert level.document.node("part.hidden").params["out_features"] == 7
    model.undo_stack.undo()
    assert writes(model.document) == before


def test_a_new_block_inside_gets_a_path(model, level):
    level.enter("part")
    level.push("", lambda d: edits.add_node(d, Node(id="act", block="relu")))
    assert "part.act2" in level.document.by_id
    assert find(model.document, "part.act2").block == "relu"


def test_the_place_follows_a_new_name_and_leaves_what_is_gone(model, level):
    level.enter("part")
    model.push("", lambda d: edits.rename_node(d, "part", "stem"))
    assert level.inside == "stem"
    assert "stem.act" in level.document.by_id
    model.push("", lambda d: edits.remove_nodes(d, ["stem"]))
    assert level.inside == ""
    assert level.document is model.document


def test_undo_goes_to_where_the_change_was_made(model, level):
    level.enter("part")
    level.push("", lambda d: edits.set_param(d, "part.hidden", "out_features", 7))
    level.leave()
    assert level.inside == ""
    model.undo_stack.undo()
    assert level.inside == "part"
    level.leave()
    model.push("", lambda d: edits.set_title(d, "Other"))
    level.enter("part")
    model.undo_stack.undo()  # the title is the same at every level
    assert level.inside == "part"


def test_copies_of_a_repeat_can_be_looked_at(model, level):
    model.push("", lambda d: edits.set_param(d, "part", "repeat", 3))
    level.enter("part.2")
    assert level.inside == "part.2"
    assert "part.2.hidden" in level.document.by_id
    level.push("", lambda d: edits.set_muted(d, ["part.2.act"]))
    assert find(model.document, "part.act").muted
    model.push("", lambda d: edits.set_param(d, "part", "repeat", 1))
    assert level.inside == "part"
    assert "part.hidden" in level.document.by_id


def test_another_document_is_shown_from_the_top(model, level, mlp):
    level.enter("part")
    model.load(mlp)
    assert level.inside == ""
    assert level.document is mlp
