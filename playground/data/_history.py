"""Columns of a table over time into windows, each with the number that follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from playground.data._columns import check_fault, find, names_in
from playground.data._files import PLACE, Stamp, remembered
from playground.data._split import num_train
from playground.data._table import Column, Layout, Table, read_table
from playground.errors import DataError
from playground.i18n import tr

MAX_NUMBERS = 2**28  # in all windows together: 1 GB


@dataclass(frozen=True, slots=True)
class Request:
    """What a user wants of a table; the fields are the parameters of `csv_series`."""

    target: str = ""
    series: str = ""
    ignore: str = ""
    length: int = 1
    horizon: int = 1
    missing: str = "refuse"
    standardise: bool = True
    test_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Windows:
    """A table as a network takes it; remembered, so the arrays are read-only."""

    x: np.ndarray  # float32 (N, length, F), in the order of time
    y: np.ndarray  # float32 (N, 1)
    names: tuple[str, ...]  # of the features
    target: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """One window: which rows of the table it has, and which one is to be predicted."""

    first: int
    stop: int
    answer: int
    age: float  # share of its series that is over by then: the latest ones are for the test


@remembered(entries=3)
def windows(file: Stamp, layout: Layout, request: Request) -> Windows:
    """Read a file and cut it into windows.

    Raises
    ------
    DataError
        Whatever makes the table unusable, with the line or the column.
    """
    table = read_table(file, layout)
    columns, target, key = _choose(table, request)
    notes: list[str] = []
    rows = _rows(columns, table, request.missing, notes)
    groups = _groups(key, rows)
    places, padded = _places(groups, request, notes)
    names = tuple(column.name for column in columns)
    _check_size(len(places), request.length, len(names))
    order = np.concatenate(list(groups.values()))
    numbers = np.stack([_numbers(column)[order] for column in columns], axis=1)
    if request.standardise:
        numbers = _standardised(numbers, places, request.test_share)
    if padded:
        notes.append(_padding(padded, request.length))
    answer = names.index(target.name)
    x = np.zeros((len(places), request.length, len(names)), np.float32)
    for row, place in zip(x, places, strict=True):
        row[len(row) - (place.stop - place.first) :] = numbers[place.first : place.stop]
    y = numbers[[place.answer for place in places], answer].astype(np.float32)[:, None]
    x.setflags(write=False)
    y.setflags(write=False)
    return Windows(x, y, names, target.name, tuple(notes))


def _numbers(column: Column) -> np.ndarray:
    assert column.numbers is not None  # others were refused
    return column.numbers


def _choose(table: Table, request: Request) -> tuple[list[Column], Column, Column | None]:
    """The columns of numbers, the one to predict among them, and the one that names the series."""
    ignored = [find(table.columns, name, "ignore").name for name in names_in(request.ignore)]
    wanted = request.series.strip()
    key = find(table.columns, wanted, "series") if wanted else None
    columns = [c for c in table.columns if c.name not in ignored and c is not key]
    for column in columns:
        check_fault(column, table.lines)
    words = [column.name for column in columns if column.numbers is None]
    if words:
        raise DataError(
            tr('The column "{name}" holds words; a series is made of numbers.', name=words[0]),
            hint=tr("Leave it out (ignore), or let it say which series a row belongs to (series)."),
            node="data.params.ignore",
        )
    if not columns:
        raise DataError(
            tr("There is no column of numbers."),
            hint=tr("The separator may be wrong: commas, semicolons, tabs and bars are known."),
            node=PLACE,
        )
    target = request.target.strip()
    return columns, find(columns, target, "target") if target else columns[-1], key


def _rows(columns: Sequence[Column], table: Table, policy: str, notes: list[str]) -> np.ndarray:
    """Numbers of the rows with a value in each column; all rows, or the policy allows for less."""
    gaps = np.stack([column.missing for column in columns], axis=1)
    bad: np.ndarray = np.logical_or.reduce(gaps, axis=1)
    if policy == "refuse" and bad.any():
        row = int(np.argmax(bad))
        raise DataError(
            tr(
                'Line {line} has no value in the column "{name}".',
                line=table.lines[row],
                name=columns[int(np.argmax(gaps[row]))].name,
            ),
            hint=tr(
                'Set missing to "drop": the rows before and after it then follow on each other.'
            ),
            node="data.params.missing",
        )
    if bad.any():
        n, total = int(bad.sum()), len(bad)
        notes.append(
            tr("{n} of {total} rows lack a value and are left out.", n=n, total=total)
            if n > 1
            else tr("1 of {total} rows lacks a value and is left out.", total=total)
        )
    return np.flatnonzero(~bad)


def _groups(key: Column | None, rows: np.ndarray) -> dict[object, np.ndarray]:
    """Name of a series -> its rows in the order of the file."""
    if key is None:
        return {"": rows}
    found: dict[object, list[int]] = {}
    values = key.words if key.numbers is None else key.numbers
    assert values is not None  # a column has one or the other
    for row in rows.tolist():
        name = None if key.missing[row] else values[row]  # NaN is not equal to itself
        found.setdefault(name, []).append(row)
    return {name: np.array(members) for name, members in found.items()}


def _places(
    groups: dict[object, np.ndarray], request: Request, notes: list[str]
) -> tuple[list[_Place], int]:
    """All windows in the order of time, and how many of them are shorter than the others."""
    found: list[_Place] = []
    start = short = 0
    for members in groups.values():
        before = len(found)
        found += _of_one(start, len(members), request)
        short += len(found) == before
        start += len(members)
    if not found:
        most = max((len(members) for members in groups.values()), default=0)
        raise DataError(
            tr(
                "A series has {n} rows at most; predicting needs {least}.",
                n=most,
                least=1 + request.horizon,
            ),
            hint=tr("Predict fewer steps ahead (horizon), or choose a longer file."),
            node="data.params.horizon" if request.horizon > 1 else PLACE,
        )
    if short:
        notes.append(tr("{n} of {total} series too short, left out.", n=short, total=len(groups)))
    padded = sum(place.stop - place.first < request.length for place in found)
    return sorted(found, key=lambda place: place.age), padded


def _of_one(start: int, count: int, request: Request) -> Iterator[_Place]:
    """The windows of a series; one that is shorter than a window gives one of all it has."""
    length, ahead = request.length, request.horizon
    first_stop = min(length, count - ahead)
    for stop in range(max(first_stop, 1), count - ahead + 1):
        answer = stop + ahead - 1
        yield _Place(
            start + max(0, stop - length), start + stop, start + answer, (answer + 1) / count
        )


def _padding(count: int, length: int) -> str:
    if count == 1:
        return tr(
            "1 window comes from a series with fewer steps than {length}: zeros stand in front.",
            length=length,
        )
    return tr(
        "{n} windows come from series with fewer steps than {length}: zeros stand in front.",
        n=count,
        length=length,
    )


def _check_size(count: int, length: int, features: int) -> None:
    if count * length * features > MAX_NUMBERS:
        raise DataError(
            tr(
                "{n} windows of {length} steps with {features} features take {size} GB.",
                n=count,
                length=length,
                features=features,
                size=f"{count * length * features * 4 / 1e9:.1f}",
            ),
            hint=tr("Make the windows shorter (length), or leave out columns (ignore)."),
            node="data.params.length",
        )


def _standardised(numbers: np.ndarray, places: Sequence[_Place], test_share: float) -> np.ndarray:
    """Each column with mean 0 and standard deviation 1 over the rows of the training windows."""
    train = places[: num_train(len(places), (), test_share)]
    used = np.zeros(len(numbers), dtype=bool)
    for place in train:
        used[place.first : place.stop] = True
        used[place.answer] = True
    part = numbers[used]
    constant = part.max(axis=0) == part.min(axis=0)
    mean = np.where(constant, part[0], part.mean(axis=0))
    scaled: np.ndarray = (numbers - mean) / np.where(constant, 1.0, part.std(axis=0))
    return scaled
