"""Tokens and numbers have the same shapes: the check tells them apart all the same."""

from __future__ import annotations

import numpy as np
import pytest

from playground.check.check import check
from playground.data._checks import check_samples
from playground.data.base import Dataset, Field, Samples, dataset
from playground.document.model import Document
from playground.registry import datasets


@pytest.fixture(autouse=True)
def words():
    """A dataset of sentences of five words."""

    @dataset("five_words", title="Five words", group="Language")
    class FiveWords(Dataset):
        def fields(self):
            vocabulary = ("a", "b", "c")
            return {
                "x": Field((5,), "token", vocabulary=vocabulary),
                "y": Field((), "class", classes=("no", "yes")),
            }

        def load(self, rng):
            return Samples({"x": rng.integers(0, 3, (40, 5)), "y": np.arange(40) % 2})

    yield FiveWords
    del datasets._entries["five_words"]


def document(nodes, wires, dataset="five_words"):
    return Document.model_validate(
        {
            "data": {"dataset": dataset},
            "nodes": [{"id": id, "block": block, "params": p} for id, block, p in nodes],
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in wires],
        }
    )


CHAIN = [
    ("x", "input", {}),
    ("embed", "embedding", {"num_embeddings": 3, "embedding_dim": 4}),
    ("flat", "flatten", {}),
    ("out", "linear", {"out_features": 2}),
]
WIRES = [("x", "embed"), ("embed", "flat"), ("flat", "out")]


def kinds(doc):
    return [problem.kind for problem in check(doc).problems]


def test_an_embedding_between_tokens_and_numbers_is_fine():
    assert kinds(document(CHAIN, WIRES)) == []


def test_tokens_at_a_block_of_numbers_are_told_and_an_embedding_mends_it():
    doc = document([CHAIN[0], CHAIN[3]], [("x", "out")])
    report = check(doc)
    (problem,) = report.problems
    assert (problem.kind, problem.node) == ("tokens_arrive", "out")
    embed = problem.fixes[0].edit(doc)
    assert "tokens_arrive" not in kinds(embed)
    (new,) = [node for node in embed.nodes if node.block == "embedding"]
    assert new.params["num_embeddings"] == 3


def test_numbers_at_an_embedding_are_told():
    found = kinds(document(CHAIN, WIRES, dataset="iris"))
    assert found[0] == "numbers_arrive"


def test_an_embedding_needs_a_row_for_each_token():
    small = [CHAIN[0], ("embed", "embedding", {"num_embeddings": 2}), *CHAIN[2:]]
    doc = document(small, WIRES)
    (problem,) = check(doc).problems
    assert problem.kind == "too_few_rows"
    assert kinds(problem.fixes[0].edit(doc)) == []


def test_a_muted_embedding_hands_tokens_on():
    doc = document(CHAIN, WIRES)
    muted = doc.with_(nodes=tuple(n.with_(muted=True) if n.id == "embed" else n for n in doc.nodes))
    problem = check(muted).problems[0]
    assert (problem.kind, problem.node) == ("tokens_arrive", "flat")


@pytest.mark.parametrize("wrong", [np.full((4, 5), 3), np.zeros((4, 5)), np.zeros((4, 6), int)])
def test_tokens_out_of_the_vocabulary_are_a_fault_of_the_dataset(wrong):
    fields = {"x": Field((5,), "token", vocabulary=("a", "b", "c"))}
    with pytest.raises(ValueError, match="x holds"):
        check_samples(fields, {"x": wrong})
