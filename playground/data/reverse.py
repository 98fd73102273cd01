"""Write symbols backwards."""

from __future__ import annotations

import numpy as np

from playground.data._tasks import Rewritten
from playground.data.base import dataset


@dataset("reverse", title="Reverse", group="Language")
class Reverse(Rewritten):
    """Write symbols again from the last to the first: each step looks back further than the last.

    Fields: x (2 length,) tokens, "312>213" without its last symbol; y the token after each of them;
    counts (2 length,), 1 at the steps that predict the answer. No two samples are alike.
    Source: Sutskever et al. 2014, Sequence to sequence learning. arXiv:1409.3215.
    """

    source = "Sutskever et al. 2014, Sequence to sequence learning. arXiv:1409.3215"

    def answer(self, asked: np.ndarray) -> np.ndarray:
        return asked[:, ::-1]
