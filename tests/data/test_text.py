"""Texts: what becomes a token, which windows there are, and what is refused with which words."""

from __future__ import annotations

import numpy as np
import pytest

from playground.data import text as text_module
from playground.data._vocabulary import MASK, UNKNOWN, decode, encode, join, words_of
from playground.data.base import Dataset
from playground.data.prepare import count_train, prepare
from playground.errors import DataError
from playground.registry import datasets


@pytest.fixture
def written(tmp_path):
    """Write a file and give the dataset that reads it."""
    numbers = iter(range(100))

    def make(content: str | bytes, **params) -> Dataset:
        path = tmp_path / f"text{next(numbers)}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return datasets.get("text").make({"path": str(path), "length": 4, "stride": 4, **params})

    return make


def windows(dataset: Dataset) -> list[str]:
    vocabulary = dataset.fields()["x"].vocabulary
    x = dataset.load(np.random.default_rng(0)).arrays["x"]
    return [decode(row, vocabulary) for row in x]


def test_each_target_is_the_token_after_its_step(written):
    dataset = written("abcdefghijklmnopqrstuvwxyz", test_share=0.0)
    arrays = dataset.load(np.random.default_rng(0)).arrays
    assert (arrays["x"][:, 1:] == arrays["y"][:, :-1]).all()
    assert windows(dataset) == ["abcd", "efgh", "ijkl", "mnop", "qrst", "uvwx"]


def test_the_built_in_text_is_always_there():
    dataset = datasets.get("text").make({})
    assert dataset.is_ready()
    vocabulary = dataset.fields()["x"].vocabulary
    prepared = prepare(dataset, 0)
    assert len(prepared.train) > 5000
    assert "statement" in decode(prepared.train.arrays["x"][:200].ravel(), vocabulary)


@pytest.mark.parametrize("length", [1, 3, 16])
@pytest.mark.parametrize("stride", [1, 2, 7, 40])
@pytest.mark.parametrize("share", [0.1, 0.5])
def test_no_test_window_holds_a_character_that_was_trained_on(written, length, stride, share):
    """Each character of this text stands once in it, so its token is its place."""
    content = "".join(chr(0x4E00 + n) for n in range(200))
    dataset = written(content, length=length, stride=stride, test_share=share)
    prepared = prepare(dataset, seed=3)
    trained = np.concatenate([a.ravel() for a in prepared.train.arrays.values()])
    tested = np.concatenate([a.ravel() for a in prepared.test.arrays.values()])
    assert trained.max() < tested.min(), "the end of the text is the test"
    assert len(prepared.train) == count_train(dataset)
    assert len(prepared.test) == pytest.approx(share * dataset.count(), abs=1)
    assert 200 - tested.max() <= stride, "no window is left out"


def test_words_and_signs_are_tokens_and_join_to_the_same_text():
    text = "Don't panic: it (really) works, twice!\nYes."
    assert words_of(text)[:6] == ["Don't", "panic", ":", "it", "(", "really"]
    assert join(words_of(text)) == text
    assert join(words_of("你好，世界。ok then")) == "你好，世界。 ok then"


def test_rare_characters_share_one_token_and_the_notes_say_so(written):
    dataset = written("ab" * 50 + "cde" + "ab" * 50, max_vocabulary=3)
    assert dataset.fields()["x"].vocabulary == ("a", "b", UNKNOWN)
    notes = prepare(dataset, 0).notes
    assert notes == ("3 rare entries share the token [UNK]: 1.48% of the text (max_vocabulary).",)
    assert "d" not in "".join(windows(dataset))


def test_the_mask_has_an_entry_only_where_it_is_asked_for(written):
    assert MASK not in written("abcabcabcabc").fields()["x"].vocabulary
    assert written("abcabcabcabc", mask_token=True).fields()["x"].vocabulary[-1] == MASK


def test_small_letters_on_request(written):
    dataset = written("aAbBaAbBaAbB", lowercase=True)
    assert dataset.fields()["x"].vocabulary == ("a", "b")
    assert encode("AB", ("a", "b")).tokens == (0, 1)


@pytest.mark.parametrize("content", ["", "  \n\n ", "\ufeff"])
def test_an_empty_file_is_named(written, content):
    with pytest.raises(DataError, match=r'"text0.txt" is empty') as refused:
        written(content).fields()
    assert refused.value.hint


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(32)) * 30])
def test_a_binary_file_is_named(written, content):
    with pytest.raises(DataError, match="is a binary file, not a text"):
        written(content).fields()


@pytest.mark.parametrize("unit", ["characters", "words"])
def test_a_vocabulary_of_one_has_nothing_to_predict(written, unit):
    content = "a" * 40 if unit == "characters" else "a " * 40
    with pytest.raises(DataError, match='made of "a" alone'):
        written(content, unit=unit).fields()


def test_a_text_shorter_than_its_windows_says_both_numbers_and_how_long_they_may_be(written):
    with pytest.raises(DataError, match="has 11 tokens, too few for a window of 9") as refused:
        written("hello world", length=8).fields()
    assert refused.value.hint == "Choose a longer text, or a length of at most 4."
    assert refused.value.node == "data.params.length"
    assert written("hello world", length=4).count() == 2
    with pytest.raises(DataError, match="has 3 tokens") as refused:
        written("abc").fields()
    assert refused.value.hint == "Choose a longer text."


def test_a_missing_file_is_named():
    with pytest.raises(DataError, match="nowhere"):
        datasets.get("text").make({"path": "nowhere/at.txt"}).fields()


def test_of_a_large_file_the_beginning_is_read_and_the_notes_say_so(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.write("grün und blau\n".encode() * 1000)
        stream.seek(100 * 2**20)  # a hole: 100 MiB that take no room
        stream.write(b"end")
    dataset = datasets.get("text").make({"path": str(path), "max_characters": 3000})
    assert not dataset.is_ready(), "a window waits for no large file"
    assert dataset.count() is None
    dataset.fields()
    assert dataset.is_ready()
    prepared = prepare(dataset, 0)
    assert prepared.notes == (
        "The text is longer: its first 3,000 characters are used (max_characters).",
    )
    assert "ü" in prepared.fields["x"].vocabulary
    assert len(prepared.fields["x"].vocabulary) < 15


@pytest.mark.parametrize("line", ["ü€😀", "ü€😀\n"])
@pytest.mark.parametrize("start", range(8))
def test_a_cut_never_goes_through_a_character(written, line, start):
    dataset = written("x" * start + line * 2000, max_characters=1000)
    assert set(dataset.fields()["x"].vocabulary) <= set("ü€😀x\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_recognised(written, encoding):
    dataset = written("grün und blau, weiß und grau".encode(encoding))
    assert {"ü", "ß"} <= set(dataset.fields()["x"].vocabulary)
    assert "\ufeff" not in dataset.fields()["x"].vocabulary


def test_more_windows_than_fit_are_left_out_and_the_notes_say_so(written, monkeypatch):
    monkeypatch.setattr(text_module, "MOST_TOKENS", 40)
    dataset = written("abcdefghij" * 20)
    prepared = prepare(dataset, 0)
    assert dataset.count() == 10
    assert prepared.notes[0].startswith("So many windows do not fit: the first 42 of 200 tokens")


def test_strangers_in_a_prompt_are_named():
    found = encode("aéb[MASK]c", ("a", "b", MASK))
    assert found.tokens == (0, 1, 2)
    assert found.unknown == ("é", "c")
    assert encode("aé", ("a", UNKNOWN)).tokens == (0, 1)
    assert encode("blue sky", ("blue", UNKNOWN, "green")).unknown == ("sky",)
