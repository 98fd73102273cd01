"""Columns of a table into features and a target."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.data._files import Stamp, remembered
from playground.data._table import Column, Layout, Table, read_table
from playground.errors import DataError
from playground.i18n import tr

MAX_FEATURES = 20_000
MAX_CLASSES = 1000
FEW_NUMBERS = 20  # so many different whole numbers may still be classes


@dataclass(frozen=True, slots=True)
class Request:
    """What a user wants of a table; the fields are the parameters of `csv`."""

    target: str = ""
    task: str = "auto"
    missing: str = "refuse"
    ignore: str = ""
    max_categories: int = 50


@dataclass(frozen=True, slots=True)
class Typed:
    """A table as a network takes it; remembered, so the arrays are read-only."""

    x: np.ndarray  # float32 (N, F), NaN where a mean is to be filled in
    y: np.ndarray  # int64 (N,) labels, or float32 (N, 1)
    names: tuple[str, ...]  # of the features
    target: str
    classes: tuple[str, ...]  # empty for a number
    notes: tuple[str, ...]


@remembered(entries=6)
def typed(file: Stamp, layout: Layout, request: Request) -> Typed:
    """Read a file and choose features and target.

    Raises
    ------
    DataError
        Whatever makes the table unusable, with the line or the column.
    """
    table = read_table(file, layout)
    features, target = _choose(table, request)
    notes = []
    empty = [column.name for column in features if column.missing.all()]
    if empty:
        notes.append(tr("Left out, because without any value: {names}.", names=", ".join(empty)))
        features = [column for column in features if not column.missing.all()]
    if not features:
        raise DataError(
            tr('Beside the target "{name}" there is no column to learn from.', name=target.name),
            hint=tr("The separator may be wrong: commas, semicolons, tabs and bars are known."),
            node="data.params.path",
        )
    for column in (*features, target):
        check_fault(column, table.lines)
    rows = _rows(features, target, table, request.missing, notes)
    parts = [_encode(column, rows, request.max_categories, table.lines) for column in features]
    x = np.concatenate([values for values, _ in parts], axis=1).astype(np.float32)
    if x.shape[1] > MAX_FEATURES:
        raise DataError(
            tr(
                "The table gives {n} features; at most {most} can be used.",
                n=x.shape[1],
                most=MAX_FEATURES,
            ),
            hint=tr("Leave out columns with many different words (ignore)."),
            node="data.params.ignore",
        )
    names = tuple(name for _, words in parts for name in words)
    notes += _constant(x, names)
    y, classes = _target(target, rows, request.task, notes)
    x.setflags(write=False)
    y.setflags(write=False)
    return Typed(x, y, names, target.name, classes, tuple(notes))


def _choose(table: Table, request: Request) -> tuple[list[Column], Column]:
    ignored = [find(table.columns, name, "ignore").name for name in names_in(request.ignore)]
    columns = [column for column in table.columns if column.name not in ignored]
    if request.target.strip():
        target = find(table.columns, request.target.strip(), "target")
    elif columns:
        target = columns[-1]
    else:
        raise DataError(tr("All columns are ignored."), node="data.params.ignore")
    return [column for column in columns if column is not target], target


def names_in(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def find(columns: Sequence[Column], wanted: str, parameter: str) -> Column:
    for same in (str, str.casefold):
        found = [column for column in columns if same(column.name) == same(wanted)]
        if len(found) == 1:
            return found[0]
    names = [column.name for column in columns]
    near = difflib.get_close_matches(wanted, names, n=1)
    shown = ", ".join(names[:30]) + (", …" if len(names) > 30 else "")
    raise DataError(
        tr('There is no column "{name}"; the table has: {names}.', name=wanted, names=shown),
        hint=tr("Did you mean {names}?", names=near[0]) if near else "",
        node=f"data.params.{parameter}",
    )


def check_fault(column: Column, lines: np.ndarray) -> None:
    if column.fault is None:
        return
    row, text = column.fault
    raise DataError(
        tr(
            'Line {line}: "{text}" in the column "{name}" is not a number, but most others are.',
            line=lines[row],
            text=text[:60],
            name=column.name,
        ),
        hint=tr("Correct the line, or leave the column out (ignore)."),
        node="data.params.path",
    )


def _rows(
    features: Sequence[Column], target: Column, table: Table, policy: str, notes: list[str]
) -> np.ndarray:
    """Numbers of the rows to use, as the policy for missing values says."""
    gaps = np.stack([column.missing for column in (*features, target)], axis=1)
    if policy == "mean":
        gaps = gaps.copy()
        gaps[:, :-1] = False  # filled in once it is known which samples train
    bad: np.ndarray = np.logical_or.reduce(gaps, axis=1)
    if policy == "refuse" and bad.any():
        row = int(np.argmax(bad))
        name = (*features, target)[int(np.argmax(gaps[row]))].name
        raise DataError(
            tr(
                'Line {line} has no value in the column "{name}".', line=table.lines[row], name=name
            ),
            hint=tr(
                'Set missing to "drop" to leave such rows out ({n} of {total}), or to "mean".',
                n=int(bad.sum()),
                total=len(bad),
            ),
            node="data.params.missing",
        )
    if bad.all():
        raise DataError(
            tr("Every row lacks a value, so none is left."),
            hint=tr("Leave out the columns that are mostly empty (ignore)."),
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


def _encode(
    column: Column, rows: np.ndarray, most: int, lines: np.ndarray
) -> tuple[np.ndarray, tuple[str, ...]]:
    """A column as features (N, F) and their names: numbers as they are, words one-hot."""
    if column.numbers is not None:
        return column.numbers[rows, None], (column.name,)
    assert column.words is not None
    words = column.words[rows]
    kinds = sorted(set(words[~column.missing[rows]].tolist()))
    if len(kinds) > most:
        raise DataError(
            tr(
                'The column "{name}" holds {n} different words, such as "{text}" in line '
                "{line}; at most {most} can become features.",
                name=column.name,
                text=str(words[0])[:60],
                line=lines[rows[0]],
                n=len(kinds),
                most=most,
            ),
            hint=tr("Leave the column out (ignore), or raise max_categories."),
            node="data.params.ignore",
        )
    hot = (words[:, None] == np.array(kinds)).astype(np.float64)
    hot[column.missing[rows]] = np.nan
    return hot, tuple(f"{column.name} = {kind}" for kind in kinds)


def _constant(x: np.ndarray, names: Sequence[str]) -> list[str]:
    same = (x == x[:1]).all(axis=0)
    if len(x) < 2 or not same.any():
        return []
    found = [name for name, constant in zip(names, same, strict=True) if constant]
    shown = ", ".join(found[:10]) + (", …" if len(found) > 10 else "")
    return [tr("The same value in every row, so of no use: {names}.", names=shown)]


def _target(
    column: Column, rows: np.ndarray, task: str, notes: list[str]
) -> tuple[np.ndarray, tuple[str, ...]]:
    """Labels (N,) and class names, or numbers (N, 1) and no class."""
    values = (column.words if column.numbers is None else column.numbers)[rows]  # type: ignore[index]
    kinds, labels = np.unique(values, return_inverse=True)
    _check_target(column, kinds, len(values), task)
    if column.numbers is not None:
        few = len(kinds) <= min(FEW_NUMBERS, len(values) // 2)
        guess = few and bool((kinds == np.round(kinds)).all())
        if task == "regression" or (task == "auto" and not guess):
            return values.astype(np.float32)[:, None], ()
        if task == "auto":
            notes.append(
                tr(
                    'The {n} different whole numbers of "{name}" are taken as classes; set task to '
                    '"regression" to predict them as numbers.',
                    n=len(kinds),
                    name=column.name,
                )
            )
    if len(kinds) > MAX_CLASSES:
        raise DataError(
            tr(
                'The target "{name}" has {n} different values; at most {most} can be classes.',
                name=column.name,
                n=len(kinds),
                most=MAX_CLASSES,
            ),
            hint=tr("Choose another target, or predict a number (regression)."),
            node="data.params.target",
        )
    return labels.astype(np.int64), tuple(_word(kind) for kind in kinds)


def _check_target(column: Column, kinds: np.ndarray, count: int, task: str) -> None:
    if len(kinds) == 1 and count > 1:
        raise DataError(
            tr(
                'The target "{name}" is {value} in every row: there is nothing to learn.',
                name=column.name,
                value=_word(kinds[0]),
            ),
            hint=tr("Choose another column as target."),
            node="data.params.target",
        )
    if column.numbers is None and task == "regression":
        raise DataError(
            tr(
                'The target "{name}" holds words, but regression predicts a number.',
                name=column.name,
            ),
            hint=tr('Set task to "classification", or choose another target.'),
            node="data.params.task",
        )


def _word(value: object) -> str:
    """A value as the table shows it: 3, not 3.0."""
    return f"{value:.10g}" if isinstance(value, float) else str(value)
