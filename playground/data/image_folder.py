"""Pictures of the user's own, one folder a class."""

from __future__ import annotations

from typing import Literal

import numpy as np

from playground.data._files import locate
from playground.data._parts import Images, Labelled
from playground.data._pictures import Listing, is_listed, listing, read_pictures
from playground.data._split import check_classes, sizes_of
from playground.data.base import Field, Samples, dataset, param
from playground.errors import DataError


@dataset("image_folder", title="Folder of pictures", group="Your own")
class ImageFolder(Images, Labelled):
    """Learn from pictures of your own: a folder with one folder a class, named like the class.

    Each picture is cut to a square around its middle and scaled; transparency becomes white.
    Fields: x (channels, size, size) from 0 to 1; y the class, in the order of the folders' names.
    Source: the layout of torchvision.datasets.ImageFolder.
    """

    source = "The layout of torchvision.datasets.ImageFolder"

    path: str = param(
        "", path="folder", help="The folder; a relative path starts at the working directory."
    )
    size: int = param(32, ge=4, le=512, unit="px", help="Side of the square pictures.")
    channels: Literal[1, 3] = param(3, help="1: shades of grey. 3: red, green and blue.")

    def _listing(self) -> Listing:
        return listing(locate(self.path, "folder"))

    def fields(self) -> dict[str, Field]:
        shape = (self.channels, self.size, self.size)
        found = self._listing()
        check_classes(found.labels, found.classes, self.test_share)
        return {"x": Field(shape), "y": self.label(found.classes)}

    def _known(self) -> Listing | None:
        """The listing, where it is at hand and can be used."""
        try:
            return self._listing() if self.is_ready() else None
        except DataError:
            return None

    def is_ready(self) -> bool:
        try:
            return is_listed(locate(self.path, "folder"))
        except DataError:
            return True  # there is nothing to read

    def count(self) -> int | None:
        found = self._known()
        return len(found.files) if found is not None else None

    def class_sizes(self) -> tuple[int, ...]:
        found = self._known()
        return sizes_of(found.labels, found.classes) if found is not None else ()

    def load(self, rng: np.random.Generator) -> Samples:
        found = self._listing()
        return self._read(found, np.arange(len(found.labels)))

    def glance(self, rng: np.random.Generator, limit: int) -> Samples:
        found = self._listing()
        return self._read(found, rng.permutation(len(found.labels))[:limit])

    def _read(self, found: Listing, rows: np.ndarray) -> Samples:
        x = read_pictures(tuple(found.files[row] for row in rows), self.size, self.channels)
        return Samples({"x": x, "y": found.labels[rows]}, found.notes)
