"""Handwritten digits as sequences: each picture is cut into squares."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np

from playground.data.base import Field, Samples, dataset, param
from playground.data.digits import Digits

SIDE = 8  # px


@dataset("digit_patches", title="Digits in patches", group="Real data")
class DigitPatches(Digits):
    """Read handwritten digits as a sequence: the picture is cut into squares, row after row.

    A Vision Transformer sees pictures so: it treats a square as a language model treats a word, and
    nothing tells it which squares are neighbours unless their places are encoded.
    Fields: x (patches, pixels of a patch), ink from 0 to 1, within a patch row by row; y the digit.
    1,797 pictures of 8 by 8 pixels.
    Source: Dosovitskiy et al. 2020, An image is worth 16x16 words, arXiv:2010.11929; the pictures:
    Alpaydin and Kaynak 1998, Optical recognition of handwritten digits, UCI.
    """

    source = (
        "Dosovitskiy et al. 2020, An image is worth 16x16 words. arXiv:2010.11929; pictures: "
        "Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits. UCI"
    )

    patch_size: Literal["1", "2", "4"] = param(
        "2", help="Side of a patch in pixels: 2 makes 16 patches of 4 pixels of a picture."
    )

    def fields(self) -> dict[str, Field]:
        fields = super().fields()
        pixels = int(self.patch_size) ** 2
        return {**fields, "x": replace(fields["x"], shape=(SIDE * SIDE // pixels, pixels))}

    def load(self, rng: np.random.Generator) -> Samples:
        samples = super().load(rng)
        return replace(samples, arrays={**samples.arrays, "x": self.seen(samples.arrays["x"])})

    def seen(self, pictures: np.ndarray) -> np.ndarray:
        """Pictures (N, 1, 8, 8) -> patches (N, patches, pixels)."""
        side = int(self.patch_size)
        squares = pictures.reshape(-1, SIDE // side, side, SIDE // side, side)
        return np.ascontiguousarray(squares.swapaxes(2, 3)).reshape(len(pictures), -1, side * side)

    def pictures(self, x: np.ndarray) -> np.ndarray:
        """Patches (N, patches, pixels) -> pictures (N, 1, 8, 8)."""
        side = int(self.patch_size)
        squares = x.reshape(-1, SIDE // side, SIDE // side, side, side)
        return np.ascontiguousarray(squares.swapaxes(2, 3)).reshape(len(x), 1, SIDE, SIDE)
