"""Points that the user draws, kept in the document."""

from __future__ import annotations

from typing import Literal

import numpy as np

from playground.data._cloud import MOST, MOST_CLASSES, PLANE, Cloud, parse
from playground.data._parts import Labelled
from playground.data._points import CLASSES
from playground.data._split import check_classes, sizes_of
from playground.data.base import Dataset, Field, Samples, dataset, param
from playground.errors import DataError
from playground.i18n import mark, tr

# edges of the picture: the first that all points lie within, so that it does not jump at each point
EDGES = (3.3, 4.4, 1.1 * PLANE)
# beyond the colours that generated data use
MORE_CLASSES = (mark("brown"), mark("cyan"), mark("red"), mark("olive"), mark("grey"))
COLOURS = (*CLASSES, *MORE_CLASSES)


@dataset("drawn", title="Drawn points", group="Your own")
class Drawn(Labelled):
    """Points that you paint, drag and erase yourself, in the decision surface or in the data panel.

    They lie in the document and are saved with it. Fields: x (2,) from -6 to 6 without unit; y the
    class, or (1,) the value at that point.
    """

    source = "Smilkov et al. 2017, Direct-manipulation visualization. arXiv:1708.03788"
    drawn = ("points", "targets", "num_classes")

    points: str = param("", help="The points, one after the other: two coordinates and a target.")
    targets: Literal["classes", "numbers"] = param(
        "classes", help="What the network learns at each point: its class, or a number."
    )
    num_classes: int = param(2, ge=2, le=MOST_CLASSES, help="Number of classes, each a colour.")

    def cloud(self) -> Cloud:
        """The points; raises `DataError` for a text that holds other things."""
        found = parse(self.points)
        if self.targets == "numbers":
            return found
        wrong = (found.y != np.floor(found.y)) | (found.y < 0) | (found.y >= self.num_classes)
        if wrong.any():
            number = int(wrong.argmax())
            raise DataError(
                tr(
                    "Point {n} has the class {label:g}; there are the classes 0 to {last}.",
                    n=number + 1,
                    label=found.y[number],
                    last=self.num_classes - 1,
                ),
                node="data",
            )
        return found

    def class_names(self) -> tuple[str, ...]:
        """Names of the classes: their colours."""
        return COLOURS[: self.num_classes]

    def fields(self) -> dict[str, Field]:
        try:
            reach = float(np.abs(parse(self.points).x).max(initial=0.0))
        except DataError:
            reach = 0.0  # `check` says it
        edge = next(edge for edge in EDGES if reach <= edge)
        x = Field((2,), names=("x₁", "x₂"), edge=edge)
        if self.targets == "numbers":
            return {"x": x, "y": Field((1,), names=(mark("value"),))}
        return {"x": x, "y": self.label(self.class_names())}

    def check(self) -> None:
        cloud = self.cloud()
        if not len(cloud):
            raise DataError(
                tr("No points are drawn yet."),
                hint=tr("Choose Draw in the decision surface or in the data panel, and paint."),
                node="data",
            )
        if len(cloud) < 2 and self.test_share:
            raise DataError(
                tr("There is one sample, which cannot be both trained and tested on."),
                hint=tr("Add samples, or set test_share to 0."),
                node="data",
            )
        if self.targets == "classes":
            check_classes(cloud.y.astype(np.int64), self.class_names(), self.test_share)

    def count(self) -> int | None:
        try:
            return len(self.cloud()) or None  # nothing: `check` says it
        except DataError:
            return None

    def class_sizes(self) -> tuple[int, ...]:
        if self.targets == "numbers" or self.count() is None:
            return ()
        return sizes_of(self.cloud().y.astype(np.int64), self.class_names())

    def load(self, rng: np.random.Generator) -> Samples:
        self.check()
        cloud = self.cloud()
        x = cloud.x.astype(np.float32)
        if self.targets == "numbers":
            return Samples({"x": x, "y": cloud.y.astype(np.float32)[:, None]})
        y = cloud.y.astype(np.int64)
        notes = []
        if len(np.unique(y)) == 1:
            notes.append(tr("All points are of one class: there is nothing to tell apart."))
        return Samples({"x": x, "y": y}, tuple(notes))

    def order(self, samples: Samples, rng: np.random.Generator) -> np.ndarray:
        """By a number that follows from seed and place alone: a new point moves no other one."""
        places = np.round(samples.arrays["x"].astype(np.float64) * 1000).astype(np.int64)
        salt = int(rng.integers(1 << 31))
        mixed = (places[:, 0] * 73_856_093) ^ (places[:, 1] * 19_349_663) ^ salt
        mixed = ((mixed ^ (mixed >> 13)) * 1_274_126_177) & 0xFFFF_FFFF
        return np.lexsort((np.arange(len(mixed)), mixed ^ (mixed >> 16)))


def can_be_drawn(dataset: Dataset, fields: dict[str, Field]) -> bool:
    """Whether points of this data can be edited by hand: a plane with a class or a number."""
    x, y = fields.get("x"), fields.get("y")
    if isinstance(dataset, Drawn):
        return True
    if x is None or y is None or x.shape != (2,) or x.names != ("x₁", "x₂"):
        return False
    return bool(y.classes) or y.shape == (1,)


def as_drawn(dataset: Dataset, rng: np.random.Generator) -> dict[str, object]:
    """The parameters of `drawn` for the points that another dataset of the plane gives.

    As they are before labels are changed and samples kept aside: those settings stay. Of more than
    10,000 points the first are taken, and what lies outside the plane is left out.
    """
    if isinstance(dataset, Drawn):
        return dataset.changed()
    arrays = dataset.load(rng).arrays
    x, y = arrays["x"].astype(np.float64), arrays["y"].astype(np.float64).reshape(-1)
    inside = (np.abs(x) <= PLANE).all(axis=1)
    classes = dataset.fields()["y"].classes
    params: dict[str, object] = {
        name: value
        for name, value in dataset.changed().items()
        if name in ("test_share", "label_noise", "one_hot")
    }
    params["points"] = Cloud(x[inside][:MOST], y[inside][:MOST]).text()
    params |= {"num_classes": len(classes)} if len(classes) > 2 else {}
    return params if classes else params | {"targets": "numbers"}
