"""Composites that come with the program."""

from __future__ import annotations

import pytest

from playground.document.change import changed
from playground.document.composites import exposed_of, is_instance
from playground.document.format import read
from playground.document.model import Document, Node
from playground.document.ready import READY, bring, definition, settled
from playground.resources import assets_dir


def test_each_file_is_offered_and_called_by_its_name():
    files = {path.stem for path in (assets_dir() / "composites").glob("*.json")}
    assert files == set(READY)
    for name, ready in READY.items():
        assert (ready.name, definition(name).title) == (name, ready.title)
        (node,) = read(assets_dir() / "composites" / f"{name}.json").nodes
        assert is_instance(node)


@pytest.mark.parametrize("name", READY)
def test_a_definition_is_brought_once_and_one_that_was_changed_stays(name):
    once, id = settled(Document(), name)
    assert [composite.id for composite in once.composites] == [id]
    assert settled(once, name) == (once, id)
    own = changed(once.composites[0], title="Mine")
    twice, second = settled(changed(once, composites=(own,)), name)
    assert second != id
    assert twice.composites[0] == own


def test_only_what_is_missing_is_brought():
    node = Node(id="a", block="composite", params={"definition": "transformer"})
    document = bring(Document(), node)
    assert bring(document, node) is document
    for other in (Node(id="a", block="relu"), changed(node, params={"definition": "stranger"})):
        assert bring(Document(), other) == Document()


def test_heads_causal_and_widths_are_exposed():
    node = Node(id="a", block="composite", params={"definition": "transformer"})
    document = bring(Document(nodes=(node,)), node)
    found = {one.name: one.value for one in exposed_of(document, "a")}
    assert found == {"num_heads": 4, "causal": True, "hidden_features": None, "dropout": 0.0}
