"""Columns of the user's own, over time."""

from __future__ import annotations

from typing import Literal

import numpy as np

from playground.data._files import Stamp, locate, stamp
from playground.data._history import Request, Windows, windows
from playground.data._parts import STANDARD_DEVIATIONS
from playground.data._series import Chronological
from playground.data._table import Layout
from playground.data.base import Field, Samples, dataset, param
from playground.errors import DataError

SMALL = 2**17  # bytes that are read in a blink, even where every value needs a look


@dataset("csv_series", title="Series (CSV)", group="Your own")
class CsvSeries(Chronological):
    """Forecast a series of your own: each row of the table is a step, each column a feature.

    Windows of `length` rows are to tell the target `horizon` rows later. Where a column says to
    which series a row belongs, no window mixes two; of a series with fewer rows than a window there
    is one window, with zeros in front. The latest windows of each series are for the test.
    Fields: x (length, features) in the table's units, or in standard deviations of the training
    part when standardised; y (1,), the target likewise.
    Source: Box & Jenkins 1970, Time series analysis: forecasting and control.
    """

    source = "Box & Jenkins 1970, Time series analysis: forecasting and control. Holden-Day"

    path: str = param(
        "", path="file", help="The file; a relative path starts at the working directory."
    )
    target: str = param("", help="Name of the column to predict; empty means the last one.")
    length: int = param(20, ge=1, le=10_000, help="Rows that the network sees.")
    horizon: int = param(1, ge=1, le=1000, help="How many rows after the window the target lies.")
    series: str = param(
        "", help="Name of a column that says which series a row belongs to; empty: all are one."
    )
    ignore: str = param(
        "", help="Names of columns to leave out, separated by commas, such as date, id."
    )
    missing: Literal["refuse", "drop"] = param(
        "refuse", help="A row without a value: refuse the file, or drop the row."
    )
    standardise: bool = param(
        True,
        help="Shift and scale each column to mean 0 and standard deviation 1, measured on the "
        "training samples only.",
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
        names = Request.__dataclass_fields__
        return (
            stamp(locate(self.path, "file")),
            Layout(self.delimiter, self.header, self.encoding),
            Request(**{name: getattr(self, name) for name in names}),
        )

    def _known(self) -> Windows | None:
        """The windows, where they are at hand and can be used."""
        try:
            return windows(*self._question()) if self.is_ready() else None
        except DataError:
            return None

    def is_ready(self) -> bool:
        try:
            question = self._question()
        except DataError:
            return True  # there is nothing to read
        return question[0].size <= SMALL or windows.knows(*question)

    def fields(self) -> dict[str, Field]:
        found = windows(*self._question())
        unit = STANDARD_DEVIATIONS if self.standardise else ""
        return {
            "x": Field((self.length, len(found.names)), names=found.names, unit=unit),
            "y": Field((1,), names=(found.target,), unit=unit),
        }

    def count(self) -> int | None:
        found = self._known()
        return None if found is None else len(found.x)

    def load(self, rng: np.random.Generator) -> Samples:
        found = windows(*self._question())
        return Samples({"x": found.x, "y": found.y}, found.notes)
