"""What a dataset is: parameters, a cheap description of its fields, and a loader."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

import numpy as np

from playground.i18n import mark
from playground.parameters import Parametric, ParamInfo, param
from playground.registry import datasets

__all__ = ["Dataset", "Field", "Samples", "dataset", "param"]

GROUPS = (
    mark("Two-dimensional"),
    mark("Real data"),
    mark("Sequences"),
    mark("Language"),
    mark("Your own"),
    mark("Generative data"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the samples, such as x or y, without its values.

    Parameters
    ----------
    shape : tuple of int
        Shape of one sample's value; () for a class label.
    kind : str
        "float": float32 values. "class": an int64 label from 0 to len(classes) - 1. "token": int64
        numbers from 0 to len(vocabulary) - 1, one a step.
    classes : tuple of str
        Names of the classes, for labels and one-hot fields.
    names : tuple of str
        Names of the features along the last axis, where they have names. English; pass through tr.
    unit : str
        Unit of the values, where they share one: "cm", or "σ" for standardised values.
    units : tuple of str
        Units of the features along the last axis, where they differ.
    edge : float
        Pictures of the plane show it from -edge to edge, whatever lies in it; 0 leaves it to them.
    vocabulary : tuple of str
        What each token stands for: a character, a word, or a mark such as "[MASK]". Not translated.
    """

    shape: tuple[int, ...]
    kind: Literal["float", "class", "token"] = "float"
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    unit: str = ""
    units: tuple[str, ...] = ()
    edge: float = 0.0
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Samples:
    """Arrays by field, all with the same first axis N (samples).

    Numbers are float32 (N, *shape), tokens int64 (N, *shape); labels are int64 (N,) until `prepare`
    makes them one-hot.
    """

    arrays: Mapping[str, np.ndarray]
    notes: tuple[str, ...] = ()  # what happened on the way, in the user's language

    def __len__(self) -> int:
        return len(next(iter(self.arrays.values()))) if self.arrays else 0


class Dataset(Parametric):
    """One kind of data. A subclass declares parameters and overrides `fields` and `load`."""

    source: ClassVar[str] = ""  # paper or collection the data comes from
    drawn: ClassVar[tuple[str, ...]] = ()  # parameters that are drawn: no form asks for them

    test_share: float = param(
        0.2, ge=0.0, le=0.9, help="Share of the samples kept aside to test on, never trained on."
    )

    @classmethod
    def infos(cls) -> tuple[ParamInfo, ...]:
        """The declared parameters: first those of this dataset, last those that all share."""
        declared = [inspect.get_annotations(base) for base in cls.__mro__]
        return tuple(
            sorted(
                super().infos(),
                key=lambda info: next(n for n, names in enumerate(declared) if info.name in names),
            )
        )

    def fields(self) -> dict[str, Field]:
        """Field name -> description of what the network gets, after `prepare`.

        Cheap: no torch, no scikit-learn; of files no more than is needed, and remembered. Where a
        file may take longer than a blink, `is_ready` says so.

        Raises
        ------
        DataError
            A file that is missing or unreadable, with its line where that helps.
        """
        raise NotImplementedError

    def check(self) -> None:
        """Raise `DataError` for samples that cannot be trained on though their fields are known."""

    def order(self, samples: Samples, rng: np.random.Generator) -> np.ndarray:
        """The row numbers of all samples in the order in which the split deals them out."""
        return rng.permutation(len(samples))

    def is_ready(self) -> bool:
        """Whether `fields` answers at once: nothing has to be read for it, or it is remembered."""
        return True

    def load(self, rng: np.random.Generator) -> Samples:
        """All samples, before split, standardising and one-hot; all chance comes from `rng`."""
        raise NotImplementedError

    def count(self) -> int | None:
        """How many samples there are, where that is known without loading them."""
        return None

    def class_sizes(self) -> tuple[int, ...]:
        """How many samples each class has, where that is known without loading them; else ()."""
        return ()

    def glance(self, rng: np.random.Generator, limit: int) -> Samples:
        """Some `limit` samples as `load` gives them; override where loading all is slow."""
        samples = self.load(rng)
        rows = rng.permutation(len(samples))[:limit]
        return Samples({name: array[rows] for name, array in samples.arrays.items()}, samples.notes)


D = TypeVar("D", bound=type[Dataset])


def dataset(key: str, *, title: str, group: str) -> Callable[[D], D]:
    """Register a dataset class under `key`."""

    def register(cls: D) -> D:
        cls.key, cls.title, cls.group = key, title, group
        datasets.add(key, cls)
        return cls

    return register
