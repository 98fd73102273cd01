"""Arrays as tiles, with one stated scale for all tiles of a view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.gui.theme import Theme
from playground.gui.widgets.tiles import Tile


@dataclass(frozen=True, slots=True)
class Scale:
    """How numbers become colours: symmetric around 0, or from 0 up if never negative."""

    low: float
    high: float

    @classmethod
    def of(cls, values: np.ndarray) -> Scale:
        """The scale that holds all finite values."""
        finite = values[np.isfinite(values)]
        if not finite.size:
            return cls(0.0, 1.0)
        peak = float(np.abs(finite).max()) or 1.0
        return cls(0.0 if finite.min() >= 0 else -peak, peak)

    @classmethod
    def signed(cls, values: np.ndarray) -> Scale:
        """The symmetric scale, also when the values happen to have one sign."""
        peak = cls.of(values).high
        return cls(-peak, peak)

    def colours(self, theme: Theme, values: np.ndarray) -> np.ndarray:
        """RGBA uint8, (*values.shape, 4)."""
        paint = theme.sequential if self.low == 0 else theme.diverging
        return paint(values.astype(np.float64), self.high)

    def ramp(self, theme: Theme) -> np.ndarray:
        """64 colours from low to high, for a `ScaleBar`."""
        return self.colours(theme, np.linspace(self.low, self.high, 64))


def as_image(values: np.ndarray, theme: Theme, scale: Scale) -> tuple[np.ndarray, np.ndarray]:
    """RGBA and the numbers behind it of one sample of shape (C, H, W), (H, W) or (F,).

    Three channels in 0..1 are red, green and blue; one channel takes the scale; vectors lie in
    a row.
    """
    if values.ndim == 3 and len(values) == 3:
        rgb = np.clip(np.nan_to_num(values.transpose(1, 2, 0)), 0, 1) * 255
        alpha = np.full((*rgb.shape[:2], 1), 255.0)
        return np.rint(np.concatenate([rgb, alpha], 2)).astype(np.uint8), values.mean(0)
    flat = values[0] if values.ndim == 3 else np.atleast_2d(values)
    return scale.colours(theme, flat), flat


def as_images(
    values: np.ndarray, theme: Theme, scale: Scale
) -> list[tuple[np.ndarray, np.ndarray]]:
    """`as_image` of each sample of an array, coloured in one piece: a call a sample costs more."""
    if values.ndim == 4 and values.shape[1] == 3:
        return [as_image(sample, theme, scale) for sample in values]
    flat = values[:, 0] if values.ndim == 4 else values
    while flat.ndim < 3:  # a vector lies in a row
        flat = flat[:, None]
    return list(zip(scale.colours(theme, flat), flat, strict=True))


def map_tiles(
    maps: np.ndarray, theme: Theme, scale: Scale, name: str, captions: Sequence[str] = ()
) -> list[Tile]:
    """One tile a map of an array (N, H, W)."""
    rgba = scale.colours(theme, maps)
    return [
        Tile(
            rgba=rgba[i],
            values=maps[i],
            caption=captions[i] if captions else "",
            name=f"{name}[{i}]",
        )
        for i in range(len(maps))
    ]


def in_rows(values: np.ndarray) -> np.ndarray:
    """A long vector in rows of equal length that hold exactly its numbers, for a picture."""
    length = len(values)
    width = next((w for w in (32, 24, 16, 20, 10) if length > w and length % w == 0), length)
    return values.reshape(-1, width)
