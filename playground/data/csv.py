"""A table of the user's own."""

from __future__ import annotations

from typing import Literal

import numpy as np

from playground.data._columns import Request, Typed, typed
from playground.data._files import Stamp, locate, stamp
from playground.data._parts import Labelled, Measured
from playground.data._split import check_classes, sizes_of
from playground.data._table import Layout
from playground.data.base import Field, Samples, dataset, param
from playground.errors import DataError

SMALL = 2**17  # bytes that are read in a blink, even where every value needs a look


@dataset("csv", title="Table (CSV)", group="Your own")
class Csv(Measured, Labelled):
    """Learn from a table of your own: each row is a sample, one column is what to predict.

    Separator, decimal sign, encoding and header are recognised. Columns of numbers become features
    as they are, columns of words one feature a word (1 where the row has it, else 0).
    Fields: x (features,) in the table's units, or in standard deviations when standardised; y the
    class, or (1,) the number to predict.
    Source: RFC 4180, and what spreadsheet programs make of it.
    """

    source = "Shafranovich 2005, Common format and MIME type for CSV files. RFC 4180"

    path: str = param(
        "", path="file", help="The file; a relative path starts at the working directory."
    )
    target: str = param("", help="Name of the column to predict; empty means the last one.")
    task: Literal["auto", "classification", "regression"] = param(
        "auto",
        help="Predict a class or a number. auto: a class when the target holds words or few "
        "different whole numbers.",
    )
    missing: Literal["refuse", "drop", "mean"] = param(
        "refuse",
        help="A row without a value: refuse the file, drop the row, or put in the mean of "
        "the column's training samples.",
    )
    ignore: str = param(
        "", help="Names of columns to leave out, separated by commas, such as id, name."
    )
    max_categories: int = param(
        50, ge=2, le=1000, advanced=True, help="Most different words a column of words may have."
    )
    header: Literal["auto", "yes", "no"] = param(
        "auto", advanced=True, help="Whether the first line holds the names of the columns."
    )
    delimiter: Literal["auto", "comma", "semicolon", "tab", "bar"] = param(
        "auto", advanced=True, help="What separates the values of a line."
    )
    encoding: Literal["auto", "utf-8", "utf-16", "gb18030", "cp1252"] = param(
        "auto", advanced=True, help="How the file writes letters as bytes."
    )

    def _question(self) -> tuple[Stamp, Layout, Request]:
        file = stamp(locate(self.path, "file"))
        layout = Layout(self.delimiter, self.header, self.encoding)
        request = Request(self.target, self.task, self.missing, self.ignore, self.max_categories)
        return file, layout, request

    def _typed(self) -> Typed:
        return typed(*self._question())

    def _known(self) -> Typed | None:
        """The table, where it is at hand and can be used."""
        try:
            return self._typed() if self.is_ready() else None
        except DataError:
            return None

    def is_ready(self) -> bool:
        try:
            question = self._question()
        except DataError:
            return True  # there is nothing to read
        return question[0].size <= SMALL or typed.knows(*question)

    def fields(self) -> dict[str, Field]:
        table = self._typed()
        x = self.features(table.names)
        if not table.classes:
            return {"x": x, "y": self.number(table.target)}
        check_classes(table.y, table.classes, self.test_share)
        return {"x": x, "y": self.label(table.classes)}

    def count(self) -> int | None:
        table = self._known()
        return len(table.x) if table is not None else None

    def class_sizes(self) -> tuple[int, ...]:
        table = self._known()
        return sizes_of(table.y, table.classes) if table is not None and table.classes else ()

    def missing_means(self) -> bool:
        return self.missing == "mean"

    def load(self, rng: np.random.Generator) -> Samples:
        table = self._typed()
        return Samples({"x": table.x, "y": table.y}, table.notes)
