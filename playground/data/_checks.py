"""Whether loaded samples are what their fields promise."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from playground.data.base import Field
from playground.errors import DataError
from playground.i18n import tr


def check_samples(
    fields: Mapping[str, Field], arrays: Mapping[str, np.ndarray], holes: Collection[str] = ()
) -> None:
    """Refuse data that nothing can be learned from; say the first fault and where it is.

    Parameters
    ----------
    fields, arrays : mapping
        What a dataset says of itself and what it loaded, by field.
    holes : collection of str
        Fields in which NaN stands for a missing value that is filled later.

    Raises
    ------
    DataError
        No samples, a value that is not finite, or a label that is no class.
    ValueError
        Arrays that are not as the fields say: a bug of the dataset, not of the user.
    """
    if set(fields) != set(arrays):
        raise ValueError(f"declared fields {sorted(fields)}, loaded fields {sorted(arrays)}")
    if any(len(array) == 0 for array in arrays.values()):
        raise DataError(
            tr("The dataset has no samples."),
            hint=tr("Choose other data, or a file with at least one row of values."),
            node="data",
        )
    if len({len(array) for array in arrays.values()}) > 1:
        raise ValueError("the fields differ in their number of samples")
    for name, field in fields.items():
        if field.kind == "token":
            _check_tokens(name, field, arrays[name])
        elif field.classes and arrays[name].ndim == 1:
            _check_labels(name, field, arrays[name])
        else:
            _check_numbers(name, field, arrays[name], may_be_nan=name in holes)


def _check_labels(name: str, field: Field, labels: np.ndarray) -> None:
    if labels.dtype != np.int64:
        raise ValueError(f"{name} holds {labels.dtype}, not int64")
    wrong = (labels < 0) | (labels >= len(field.classes))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise DataError(
            tr(
                "Sample {row} has the label {label}; there are the classes 0 to {last}.",
                row=row + 1,
                label=int(labels[row]),
                last=len(field.classes) - 1,
            ),
            node="data",
        )


def _check_tokens(name: str, field: Field, tokens: np.ndarray) -> None:
    if tokens.dtype != np.int64 or tokens.shape[1:] != field.shape:
        raise ValueError(f"{name} holds {tokens.dtype} {tokens.shape[1:]}, not {field.shape}")
    if tokens.size and not 0 <= tokens.min() <= tokens.max() < len(field.vocabulary):
        raise ValueError(f"{name} holds tokens that are not among {len(field.vocabulary)}")


def _check_numbers(name: str, field: Field, values: np.ndarray, may_be_nan: bool) -> None:
    if values.dtype != np.float32 or values.shape[1:] != field.shape:
        raise ValueError(f"{name} holds {values.dtype} {values.shape[1:]}, not {field.shape}")
    wrong = np.isinf(values) if may_be_nan else ~np.isfinite(values)
    if not wrong.any():
        return
    row, *place = (int(n) for n in np.unravel_index(int(np.argmax(wrong)), values.shape))
    known = place and len(field.names) == field.shape[-1]
    column = tr(field.names[place[-1]]) if known else ", ".join(str(n + 1) for n in place)
    raise DataError(
        tr(
            'Sample {row} of "{field}" holds {value} instead of a number (column {column}).',
            row=row + 1,
            value=values[(row, *place)],
            field=name,
            column=column or "1",
        ),
        hint=tr("Replace it by a number, or remove the sample."),
        node="data",
    )
