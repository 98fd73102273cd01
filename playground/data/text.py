"""A text, cut into windows: predict the next character or word."""

from __future__ import annotations

from typing import Literal

import numpy as np

from playground.data._files import Stamp, locate, stamp
from playground.data._split import num_train
from playground.data._text import Corpus, Reading, corpus
from playground.data._vocabulary import MASK
from playground.data.base import Dataset, Field, Samples, dataset, param
from playground.errors import DataError
from playground.i18n import tr

SMALL = 2**17  # bytes that are read in a blink
MOST_TOKENS = 2**24  # in all windows together: 128 MiB of inputs, and as much of targets


@dataset("text", title="Text", group="Language")
class Text(Dataset):
    """Read a text and predict at each step which character, or which word, comes next.

    Without a file it is the help on the language that comes with Python (about 465,000 characters).
    The end of the text is kept for testing: no window of it overlaps one that is trained on.
    Fields: x (length,) tokens; y (length,) the token after each of them. Both have the characters,
    or words, for a vocabulary; rare ones share the token [UNK].
    Source: Karpathy 2015, The unreasonable effectiveness of recurrent neural networks; the text is
    `pydoc_data.topics` of Python.
    """

    source = "Python's own help (pydoc_data.topics), or a file of yours"

    path: str = param(
        "", path="file", help="A text file; empty means the help that comes with Python."
    )
    unit: Literal["characters", "words"] = param(
        "characters", help="What a token is: a character, or a word or sign."
    )
    length: int = param(64, ge=1, le=4096, log=True, help="Tokens in a window = steps of a sample.")
    stride: int = param(
        32, ge=1, le=4096, log=True, help="Tokens from the start of a window to that of the next."
    )
    max_vocabulary: int = param(
        1000, ge=2, le=50_000, log=True, help="Most different tokens; rarer ones become [UNK]."
    )
    lowercase: bool = param(False, help="Turn capital letters into small ones.")
    mask_token: bool = param(
        False, help="Give the vocabulary a token [MASK], which hides tokens that are to be guessed."
    )
    max_characters: int = param(
        1_000_000,
        ge=1000,
        le=20_000_000,
        log=True,
        advanced=True,
        help="Most characters that are read, from the beginning of the file.",
    )

    def _question(self) -> tuple[Stamp | None, Reading]:
        file = stamp(locate(self.path, "file")) if self.path.strip() else None
        reading = Reading(self.unit, self.lowercase, self.max_vocabulary, self.max_characters)
        return file, reading

    def is_ready(self) -> bool:
        try:
            question = self._question()
        except DataError:
            return True  # there is nothing to read
        quick = question[0].size <= SMALL if question[0] else self.unit == "characters"
        return quick or corpus.knows(*question)

    def fields(self) -> dict[str, Field]:
        found = corpus(*self._question())
        self._windows(found)
        vocabulary = (*found.vocabulary, MASK) if self.mask_token else found.vocabulary
        tokens = Field((self.length,), "token", vocabulary=vocabulary)
        return {"x": tokens, "y": tokens}

    def count(self) -> int | None:
        try:
            return self._windows(corpus(*self._question())) if self.is_ready() else None
        except DataError:
            return None

    def _windows(self, found: Corpus) -> int:
        """How many windows there are: of the training part, and of the test part behind it.

        Each takes one token more than its length, the target of its last step.
        """
        span, parts = self.length + 1, 2 if self.test_share else 1
        total = len(found.tokens)
        if total < parts * span:
            raise DataError(
                tr(
                    "The text has {n} tokens, too few for windows of {length}.",
                    n=total,
                    length=span,
                )
                if parts == 1
                else tr(
                    "The text has {n} tokens, too few for a window of {length} to train on and "
                    "one to test on.",
                    n=total,
                    length=span,
                ),
                hint=tr("Choose a longer text, or a length of at most {n}.", n=total // parts - 1)
                if total >= 2 * parts
                else tr("Choose a longer text."),
                node="data.params.length",
            )
        return min((total - parts * span) // self.stride + parts, self._most)

    @property
    def _most(self) -> int:
        return max(MOST_TOKENS // self.length, 2)

    def order(self, samples: Samples, rng: np.random.Generator) -> np.ndarray:
        """Test on the last windows, in their order; train on the others in any order."""
        kept = num_train(len(samples), (), self.test_share)
        return np.concatenate([np.arange(kept, len(samples)), rng.permutation(kept)])

    def load(self, rng: np.random.Generator) -> Samples:
        found = corpus(*self._question())
        count = self._windows(found)
        starts = self.stride * np.arange(count)
        if self.test_share:  # one stride more than the rest: a whole window and its last target
            starts[num_train(count, (), self.test_share) :] += self.length + 1 - self.stride
        cut = np.lib.stride_tricks.sliding_window_view(found.tokens, self.length + 1)[starts]
        notes = found.notes
        last = int(starts[-1]) + self.length + 1
        if count == self._most and len(found.tokens) - last >= self.stride:
            told = tr(
                "So many windows do not fit: the first {n} of {total} tokens are used. A longer "
                "stride uses more.",
                n=f"{last:,}",
                total=f"{len(found.tokens):,}",
            )
            notes = (*notes, told)
        whole = cut.astype(np.int64)
        x, y = (np.ascontiguousarray(part) for part in (whole[:, :-1], whole[:, 1:]))
        return Samples({"x": x, "y": y}, notes)
