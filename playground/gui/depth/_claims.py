"""What calculated numbers of convolution and pooling claim to be: numpy expressions of tensors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from playground.explain.windows import OUTSIDE
from playground.gui.depth._marks import Cells
from playground.gui.graph.style import Look
from playground.gui.theme import Theme
from playground.gui.truth import Reading


@dataclass(frozen=True, slots=True, eq=False)
class Computed(Cells):
    """Cells of numbers that stand in no tensor: `formula` says for each index what it is."""

    formula: Callable[..., str] | None = None

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        assert self.formula is not None  # given to every one
        for reading in Cells.readings(self, view, theme, look):
            formula = self.formula(*reading.index)
            yield replace(reading, tensor="", index=(), formula=formula)


def at(tensor: str, *index: int) -> str:
    """One number of a tensor."""
    return f't["{tensor}"][{", ".join(str(int(i)) for i in index)}]'


def block(tensor: str, lead: Sequence[int], places: Sequence[np.ndarray]) -> str:
    """The numbers of a map at some rows and columns; what is in a padding is left out."""
    inside = ", ".join(str([int(i) for i in p if i != OUTSIDE]) for p in places)
    first = ", ".join(str(int(i)) for i in lead)
    return f't["{tensor}"][{first}][np.ix_({inside})]'


def taps(tensor: str, lead: Sequence[int], places: Sequence[np.ndarray]) -> str:
    """The weights of a kernel that stand on the image and not in a padding."""
    return block(tensor, lead, [np.where(p == OUTSIDE, OUTSIDE, np.arange(len(p))) for p in places])


def conv_sum(
    x: str,
    weight: str,
    channel: int,
    kernel: Sequence[int],
    places: Sequence[np.ndarray],
    skips: bool = False,
) -> str:
    """Patch times kernel of one channel, added up.

    A weight in a padding meets a zero there, which makes NaN of what is no number; or it `skips`.
    """
    found = f"float(({block(x, (channel,), places)} * {taps(weight, kernel, places)}).sum())"
    if skips or not any(OUTSIDE in p for p in places):
        return found
    return f"({found} + float((0.0 * {at(weight, *kernel)}).sum()))"
