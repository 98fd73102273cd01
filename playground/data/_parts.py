"""Parameters that several datasets share, each declared once; `prepare` acts on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

import numpy as np

from playground.data.base import Dataset, Field, param

STANDARD_DEVIATIONS = "σ"


def even_sizes(count: int, classes: int) -> tuple[int, ...]:
    """Sizes of classes that take turns: as many samples of each as can be."""
    return tuple(count // classes + (label < count % classes) for label in range(classes))


class Labelled(Dataset):
    """Data whose samples belong to classes."""

    label_noise: float = param(
        0.0,
        ge=0.0,
        le=1.0,
        help="Share of the training samples that get a wrong label.",
    )
    one_hot: bool = param(
        False, help="Write the label as one number per class: 1 for its own, 0 for the others."
    )

    def label(self, classes: Sequence[str]) -> Field:
        """The field of the label: a class number, or its one-hot code (C,)."""
        names = tuple(classes)
        if self.one_hot:
            return Field((len(names),), "float", classes=names, names=names)
        return Field((), "class", classes=names)


class Tabular(Dataset):
    """Data in columns, each with its own unit and scale."""

    noise: float = param(
        0.0,
        ge=0.0,
        le=10.0,
        unit=STANDARD_DEVIATIONS,
        help="Random error added to every measured value, in standard deviations of its column.",
    )
    standardise: bool = param(
        True,
        help="Shift and scale each column to mean 0 and standard deviation 1, measured on the "
        "training samples only.",
    )

    def features(self, names: Sequence[str], units: Sequence[str] = ()) -> Field:
        """The field of the features, in standard deviations when they are standardised."""
        field = Field((len(names),), names=tuple(names), units=tuple(units))
        return replace(field, unit=STANDARD_DEVIATIONS, units=()) if self.standardise else field

    def missing_means(self) -> bool:
        """Whether NaN in x stands for a missing value that the column's mean replaces."""
        return False


class Measured(Tabular):
    """Data in columns with a number to predict."""

    standardise_target: bool = param(
        True,
        help="Predict the target in standard deviations from its mean, which suits every network, "
        "instead of in its own unit.",
    )

    def number(self, name: str, unit: str = "") -> Field:
        """The field of the number to predict, (1,)."""
        return Field(
            (1,), names=(name,), unit=STANDARD_DEVIATIONS if self.standardise_target else unit
        )


class Images(Dataset):
    """Pictures with values from 0 (black) to 1 (white)."""

    levels: ClassVar[int] = 255  # steps from 0 to 1
    fills: ClassVar[float] = 1.0  # part of the side that what is shown takes

    noise: float = param(
        0.0,
        ge=0.0,
        le=1.0,
        help="Standard deviation of the random error added to every pixel; 1 is white minus black.",
    )
    augment_shift: int = param(
        0,
        ge=0,
        le=3,
        unit="px",
        help="Adds a copy of every training picture, moved by up to so many pixels; 0 adds none.",
    )

    def pictures(self, x: np.ndarray) -> np.ndarray:
        """Field x as pictures (N, C, H, W), which can be moved."""
        return x

    def seen(self, pictures: np.ndarray) -> np.ndarray:
        """Field x of pictures (N, C, H, W): what `pictures` undoes."""
        return pictures
