"""Writing on: the same as drawing from full passes, and everything unusual is said."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.errors import PlaygroundError
from playground.telemetry.writing.sampling import Choice, draw
from playground.telemetry.writing.writer import Wish, field_to_write, write

LAYER = ("transformer_encoder_layer", {"causal": True})


@pytest.fixture
def writer(network, built):
    def make(*middle, **params):
        document, model, field = built(network(*middle, **params))
        assert field_to_write(document, {"x": field, "y": field}) == field
        return lambda *args, **kwargs: write(document, model, field, Wish(*args, **kwargs)), model

    return make


@pytest.mark.parametrize("middle", [[("gru", {})], [LAYER]])
def test_what_is_written_is_what_full_passes_would_have_drawn(middle, writer, built, network):
    writes, model = writer(*middle)
    found = writes("def f", 20, Choice(1.2, 40, 0.9), 6)
    vocabulary = built(network(*middle))[2].vocabulary
    tokens, rng = [vocabulary.index(letter) for letter in "def f"], np.random.default_rng(6)
    for _ in range(20):
        window = tokens if middle[0][0] == "gru" else tokens[-12:]
        scores = model(torch.tensor([window]))[0, -1].numpy()
        tokens.append(draw(scores, Choice(1.2, 40, 0.9), rng))
    assert found.text == "".join(vocabulary[token] for token in tokens[5:])
    assert found.slid == (middle == [LAYER])


def test_the_seed_says_all(writer):
    writes, _ = writer(LAYER)
    assert writes("a", 8, seed=1).text == writes("a", 8, seed=1).text
    assert writes("a", 30, seed=1).text != writes("a", 30, seed=2).text


def test_a_prompt_longer_than_the_context_is_cut_from_the_left_and_that_is_said(writer):
    writes, _ = writer(LAYER)
    found = writes("0123456789abcdefgh", 2)
    assert found.prompt == "6789abcdefgh"
    assert found.cut == 6
    assert "context of 12 tokens: its first 6 are not read" in found.remarks(12)[0]
    assert writer(("gru", {}))[0]("0123456789abcdefgh", 2).cut == 0, "a memory has no end"


def test_strangers_in_the_prompt_are_named_and_left_out(writer):
    writes, _ = writer(("gru", {}))
    found = writes("aé\t世b", 2)
    assert found.prompt == "ab"
    assert found.remarks(12) == [r"Not in the vocabulary, left out: é, \t, 世"]
    many = writes("".join(chr(0x4E00 + n) for n in range(99)), 1)
    assert many.remarks(12)[0].endswith("…")


def test_rare_words_of_the_prompt_become_the_unknown_token(writer):
    data = {"dataset": "text", "params": {"unit": "words", "max_vocabulary": 50, "length": 12}}
    writes, _ = writer(("gru", {}), data=data, rows=50)
    found = writes("the zebra is", 3)
    assert found.prompt == "the [UNK] is"
    assert found.remarks(12) == ["Not in the vocabulary, read as [UNK]: zebra"]


@pytest.mark.parametrize("prompt", ["", "世"])
def test_without_a_prompt_it_begins_with_the_end_of_a_line_and_says_so(writer, prompt):
    found = writer(("gru", {}))[0](prompt, 3)
    assert found.prompt == found.began == "\n"
    assert found.remarks(12)[-1] == r"It began with the token '\n'."


def test_nothing_is_added_where_nothing_is_wanted(writer):
    found = writer(LAYER)[0]("ab", 0)
    assert found.text == ""
    assert len(found.logits) > 90


def test_only_a_language_model_writes(network, built):
    document, _, field = built(network())
    other = document.with_(train=document.train.with_(experiment="supervised"))
    for doc, fields in ((other, {"x": field}), (document, {})):
        with pytest.raises(PlaygroundError, match="Only a language model can write"):
            field_to_write(doc, fields)
