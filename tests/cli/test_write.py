"""`playground write`: a text from a prompt, and everything unusual said beside it."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

WORDS = ("--length", "12", "--prompt")


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "letters.json"
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "embed", "block": "embedding", "params": {"num_embeddings": 40}},
        {"id": "layer", "block": "transformer_encoder_layer", "params": {"causal": True}},
        {"id": "out", "block": "linear", "params": {"out_features": 40}},
    ]
    ids = [node["id"] for node in nodes]
    train = {
        "experiment": "language_model",
        "models": {"main": {"input": "x", "output": "out"}},
        "steps": 2,
    }
    data = {"dataset": "text", "params": {"length": 8, "stride": 999, "max_vocabulary": 40}}
    wires = [[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)]
    fields = {"format": "neural-playground", "version": 1, "data": data, "nodes": nodes}
    path.write_text(json.dumps({**fields, "wires": wires, "train": train}))
    return path


def test_it_writes_on_with_the_weights_of_a_run(cli, document, tmp_path):
    assert cli("train", document, "--save", tmp_path / "run", "--json").status == 0
    for weights in (tmp_path / "run", tmp_path / "run" / "weights.safetensors"):
        done = cli("write", document, "--weights", weights, *WORDS, "the ")
        assert done.status == 0
        assert done.out.startswith("the ")
    first = cli("write", document, "--weights", tmp_path / "run", *WORDS, "the ", "--json").last
    plain = cli("write", document, *WORDS, "the ", "--json").last
    assert first["text"] != plain["text"]
    assert first["remarks"] == ["The context is full: at each token the oldest of 8 is forgotten."]
    assert plain["remarks"][0].startswith("No --weights")


def test_the_seed_and_the_choice_say_all(cli, document):
    def text(*words):
        return cli("write", document, *WORDS, "a", "--json", *words).last["text"]

    assert text("--seed", 3) == text("--seed", 3)
    assert text("--temperature", 0) == text("--temperature", 0, "--seed", 9)
    assert text("--top-k", 1) == text("--top-p", 0.000001) == text("--temperature", 0)


def test_strangers_and_a_long_prompt_are_told_on_standard_error(cli, document):
    done = cli("write", document, *WORDS, "a longer prompt 世")
    assert "read as [UNK]: 世" in done.err
    assert "longer than the context of 8 tokens: its first 9 are not read" in done.err
    assert "世" not in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--top-p", "0"), "top_p is 0.0; it must be above 0"),
        (("--temperature", "-1"), "temperature"),
        (("--length", "0"), "length"),
        (("--weights", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(cli, document, words, said):
    done = cli("write", document, *words)
    assert done.status == 1
    assert said in done.err


def test_only_a_language_model_writes(cli):
    done = cli("write", "xor-mlp")
    assert done.status == 1
    assert "Only a language model can write" in done.err
