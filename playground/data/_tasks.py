"""What the small tasks on symbols share: samples that differ, answers, and steps that count."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from playground.data._vocabulary import PAD
from playground.data.base import Dataset, Field, Samples, param

SYMBOLS = "0123456789abcdefghijklmnopqrstuvwxyz"


def token_fields(length: int, vocabulary: Sequence[str]) -> dict[str, Field]:
    """Tokens, the next ones, and which of these count."""
    tokens = Field((length,), "token", vocabulary=tuple(vocabulary))
    return {"x": tokens, "y": tokens, "counts": Field((length,))}


def different_rows(
    draw: Callable[[int], np.ndarray], count: int, rng: np.random.Generator
) -> np.ndarray:
    """`count` rows of which no two are alike, so that no test sample was trained on.

    Parameters
    ----------
    draw : callable
        Gives so many random rows (n, ...) of whole numbers; it must be able to give `count`
        different ones.
    """
    rows = np.unique(draw(2 * count), axis=0)
    while len(rows) < count:
        rows = np.unique(np.concatenate([rows, draw(2 * count)]), axis=0)
    return rng.permutation(rows)[:count]


def next_tokens(whole: np.ndarray, counted: np.ndarray) -> Samples:
    """Samples from sequences (N, T + 1) and from which of their tokens are answers, bool alike."""
    return Samples(
        {
            "x": np.ascontiguousarray(whole[:, :-1], dtype=np.int64),
            "y": np.ascontiguousarray(whole[:, 1:], dtype=np.int64),
            "counts": np.ascontiguousarray(counted[:, 1:], dtype=np.float32),
        }
    )


class Rewriting:
    """Questions of symbols with answers as long: "312>123", filled up with "·" where shorter.

    Parameters
    ----------
    num_symbols : int
    length : int
        Most symbols of a question.
    mixed : bool
        Questions have from 1 to `length` symbols, each length as often; else all have `length`.
    """

    def __init__(self, num_symbols: int, length: int, mixed: bool) -> None:
        self.num_symbols, self.length, self.mixed = num_symbols, length, mixed
        self.arrow = num_symbols  # the token behind the question
        self.pad = num_symbols + 1

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Symbols, the sign before the answer, and the one that fills up."""
        return (*SYMBOLS[: self.num_symbols], ">", *([PAD] if self.mixed else []))

    @property
    def possible(self) -> int:
        """How many different questions there are."""
        lengths = range(1 if self.mixed else self.length, self.length + 1)
        return sum(self.num_symbols**length for length in lengths)

    def fields(self) -> dict[str, Field]:
        """A question, the sign, and the answer without its last symbol."""
        return token_fields(2 * self.length, self.vocabulary)

    def samples(
        self, count: int, rng: np.random.Generator, answer: Callable[[np.ndarray], np.ndarray]
    ) -> Samples:
        """`count` samples; `answer` makes answers (N, n) of questions (N, n) of one length."""

        def draw(number: int) -> np.ndarray:
            symbols = rng.integers(0, self.num_symbols, (number, self.length))
            if self.mixed:
                lengths = rng.integers(1, self.length + 1, (number, 1))
                symbols[np.arange(self.length) >= lengths] = self.pad
            return symbols

        questions = different_rows(draw, count, rng)
        whole = np.full((count, 2 * self.length + 1), self.pad, dtype=np.int64)
        counted = np.zeros(whole.shape, dtype=bool)
        lengths = (questions != self.pad).sum(axis=1)
        for length in np.unique(lengths):
            rows = np.flatnonzero(lengths == length)
            asked = questions[rows, :length]
            line = [asked, np.full((len(rows), 1), self.arrow), answer(asked)]
            whole[rows, : 2 * length + 1] = np.concatenate(line, axis=1)
            counted[rows, length + 1 : 2 * length + 1] = True
        return next_tokens(whole, counted)


class Rewritten(Dataset):
    """Questions of symbols; a subclass says what their answer is."""

    length: int = param(6, ge=1, le=256, help="Symbols in a question.")
    num_symbols: int = param(10, ge=2, le=36, help="Different symbols: digits, then letters.")
    num_samples: int = param(
        5000,
        ge=50,
        le=1_000_000,
        log=True,
        help="Questions drawn, all different; fewer where there are not so many.",
    )
    mixed: bool = param(
        False, help="Questions of 1 to length symbols, filled up with ·; else all are as long."
    )

    def answer(self, asked: np.ndarray) -> np.ndarray:
        """Answers (N, n) to questions (N, n) of one length."""
        raise NotImplementedError

    @property
    def _task(self) -> Rewriting:
        return Rewriting(self.num_symbols, self.length, self.mixed)

    def fields(self) -> dict[str, Field]:
        return self._task.fields()

    def count(self) -> int:
        return min(self.num_samples, self._task.possible)

    def load(self, rng: np.random.Generator) -> Samples:
        return self._task.samples(self.count(), rng, self.answer)
