"""MNIST and its relatives, in the files they are published in."""

from __future__ import annotations

from typing import Literal

import numpy as np

from playground.data._files import locate
from playground.data._idx import Pair, find_pair, read_images, read_labels
from playground.data._parts import Images, Labelled
from playground.data._split import check_classes, sizes_of
from playground.data.base import Field, Samples, dataset, param
from playground.errors import DataError


@dataset("idx", title="MNIST files (IDX)", group="Your own")
class Idx(Images, Labelled):
    """Learn from MNIST, Fashion-MNIST or another set in the same files, plain or packed with gzip.

    The folder holds a file of pictures and one of labels, such as train-images-idx3-ubyte.gz and
    train-labels-idx1-ubyte.gz.
    Fields: x (1, height, width) from 0 to 1; y the label. Only labels that occur are classes.
    Source: LeCun, Cortes and Burges, The MNIST database.
    """

    fills = 20 / 28  # MNIST: digits of 20 px in the middle of 28
    source = "LeCun, Cortes and Burges 1998, The MNIST database of handwritten digits"

    path: str = param(
        "", path="folder", help="The folder; a relative path starts at the working directory."
    )
    part: Literal["train", "t10k"] = param(
        "train",
        help="Which files of MNIST to take where there are both: 60,000 or 10,000 pictures.",
    )
    max_samples: int = param(
        10_000,
        ge=10,
        le=1_000_000,
        log=True,
        help="Take so many pictures at most, chosen by chance.",
    )

    def _pair(self) -> Pair:
        return find_pair(locate(self.path, "any"), self.part)

    def fields(self) -> dict[str, Field]:
        pair = self._pair()
        _, height, width = pair.shape
        labels, classes = read_labels(pair.labels)
        check_classes(labels, classes, self.test_share)
        return {"x": Field((1, height, width)), "y": self.label(classes)}

    def count(self) -> int | None:
        try:
            return min(self._pair().shape[0], self.max_samples)
        except DataError:
            return None

    def class_sizes(self) -> tuple[int, ...]:
        try:
            labels, classes = read_labels(self._pair().labels)
        except DataError:
            return ()
        # of a part chosen by chance, nobody knows them beforehand
        return sizes_of(labels, classes) if len(labels) <= self.max_samples else ()

    def load(self, rng: np.random.Generator) -> Samples:
        return self.glance(rng, self.max_samples)

    def glance(self, rng: np.random.Generator, limit: int) -> Samples:
        pair = self._pair()
        labels, _ = read_labels(pair.labels)
        rows = np.sort(rng.permutation(len(labels))[: min(limit, self.max_samples)])
        pixels = read_images(pair.images)[rows, None]
        return Samples({"x": pixels.astype(np.float32) / 255, "y": labels[rows]})
