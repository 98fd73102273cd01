"""The copying task."""

from __future__ import annotations

import string

import numpy as np

from playground.data._series import Drawn
from playground.data.base import Field, Samples, dataset, param

BLANK, GO = 0, 1  # tokens
MARKS = ("_", ">")


@dataset("copy_memory", title="Copy memory", group="Sequences")
class CopyMemory(Drawn):
    """Remember some letters through a long pause and write them down when the mark comes.

    x holds `symbols` random letters, `lag` - 1 blanks, the mark ">", and as many blanks as letters;
    y is blank for `symbols` + `lag` steps and then repeats the letters. Without memory, the best is
    a loss of symbols * ln(alphabet) / (lag + 2 * symbols) nats a step.
    Fields: x and y (lag + 2 * symbols,), tokens.
    Source: Hochreiter & Schmidhuber 1997; in this form Arjovsky, Shah & Bengio 2016,
    arXiv:1511.06464.
    """

    source = "Arjovsky, Shah & Bengio 2016, Unitary evolution recurrent neural networks. ICML 2016"

    lag: int = param(20, ge=1, le=2000, help="Steps from the last letter to the mark.")
    symbols: int = param(10, ge=1, le=200, help="Letters to remember.")
    alphabet: int = param(8, ge=1, le=26, help="Different letters there are.")

    def fields(self) -> dict[str, Field]:
        words = (*MARKS, *string.ascii_lowercase[: self.alphabet])
        field = Field((self.lag + 2 * self.symbols,), "token", vocabulary=words)
        return {"x": field, "y": field}

    def load(self, rng: np.random.Generator) -> Samples:
        steps, symbols = self.lag + 2 * self.symbols, self.symbols
        letters = len(MARKS) + rng.integers(0, self.alphabet, (self.num_samples, symbols))
        x = np.full((self.num_samples, steps), BLANK, np.int64)
        y = x.copy()
        x[:, :symbols] = y[:, -symbols:] = letters
        x[:, symbols + self.lag - 1] = GO
        return Samples({"x": x, "y": y})
