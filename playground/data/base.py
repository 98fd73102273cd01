"""What a dataset is: parameters, a cheap description of its fields, and a loader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

import numpy as np

from playground.i18n import mark
from playground.parameters import Parametric, param
from playground.registry import datasets

__all__ = ["Dataset", "Field", "Samples", "dataset", "param"]

GROUPS = (mark("Two-dimensional"), mark("Real data"), mark("Your own"), mark("Generative data"))


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the samples, such as x or y, without its values.

    Parameters
    ----------
    shape : tuple of int
        Shape of one sample's value; () for a class label.
    kind : str
        "float": float32 values. "class": an int64 label from 0 to len(classes) - 1.
    classes : tuple of str
        Names of the classes, for labels and one-hot fields.
    names : tuple of str
        Names of the features along the last axis, where they have names.
    unit : str
        Unit of the values, where known.
    """

    shape: tuple[int, ...]
    kind: Literal["float", "class"] = "float"
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Samples:
    """Arrays by field, all with the same first axis N (samples).

    "float" fields are float32 (N, *shape); "class" fields are int64 (N,).
    """

    arrays: Mapping[str, np.ndarray]

    def __len__(self) -> int:
        return len(next(iter(self.arrays.values()))) if self.arrays else 0


class Dataset(Parametric):
    """One kind of data. A subclass declares parameters and overrides `fields` and `load`."""

    num_samples: ClassVar[int | None] = None  # when it does not depend on parameters
    source: ClassVar[str] = ""

    test_share: float = param(
        0.2, ge=0.0, le=0.9, help="Share of the samples kept aside to test on, never trained on."
    )

    def fields(self) -> dict[str, Field]:
        """Field name -> description. Cheap: no torch, no scikit-learn; at most the head of a file.

        Raises
        ------
        DataError
            A file that is missing or unreadable, with its line where that helps.
        """
        raise NotImplementedError

    def load(self, rng: np.random.Generator) -> Samples:
        """All samples, before split and standardising; every random choice comes from `rng`."""
        raise NotImplementedError


D = TypeVar("D", bound=type[Dataset])


def dataset(key: str, *, title: str, group: str) -> Callable[[D], D]:
    """Register a dataset class under `key`."""

    def register(cls: D) -> D:
        cls.key, cls.title, cls.group = key, title, group
        datasets.add(key, cls)
        return cls

    return register
