"""Reads safetensors files of strangers: everything is checked before anything is used.

A reader of its own, because a window that does without torch asks it whether a file is sound, and
because a run must survive any file. Format: https://github.com/huggingface/safetensors
"""

from __future__ import annotations

import json
import math
import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from playground.errors import WeightsError
from playground.i18n import reason_of, tr

MAX_HEADER = 100_000_000  # bytes, as the format says
MAX_AXES = 16
HALF = "BF16"
DTYPES = {
    "F64": np.float64,
    "F32": np.float32,
    "F16": np.float16,
    "BF16": np.uint16,  # the upper half of a float32; numpy has no such numbers
    "I64": np.int64,
    "I32": np.int32,
    "U8": np.uint8,
    "BOOL": np.bool_,
}


@dataclass(frozen=True, slots=True)
class TensorFile:
    """What a file holds.

    Parameters
    ----------
    metadata : mapping
        Texts by name.
    arrays : mapping
        Tensors by name; read-only views of the file. All their numbers are finite.
    converted : tuple of str
        Those that the file has as bfloat16: they are float32 here, which loses nothing.
    """

    metadata: Mapping[str, str]
    arrays: Mapping[str, np.ndarray]
    converted: tuple[str, ...] = ()


def read_tensors(path: Path) -> TensorFile:
    """Read a file; it is never written to.

    Raises
    ------
    WeightsError
        It is missing, a folder, truncated, no safetensors file, or holds what is no number.
    """
    try:
        if not path.is_file():
            raise WeightsError(
                tr("{path} is a folder, not a file.", path=path)
                if path.is_dir()
                else tr("There is no file {path}.", path=path)
            )
        with path.open("rb") as file:
            view = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _read(memoryview(view), path)
    except OSError as error:
        message = tr("{name} cannot be read: {reason}.", name=path, reason=reason_of(error))
        raise WeightsError(message, hint=_hint()) from error
    except _Broken as error:
        raise _unreadable(path) from error
    except (ValueError, RecursionError, OverflowError) as error:  # an empty file, bad JSON
        raise _unreadable(path) from error


class _Broken(Exception):
    """The file does not keep to the format."""


def _hint() -> str:
    return tr("Choose a file that was saved as weights.")


def _unreadable(path: Path) -> WeightsError:
    message = tr("{path} is no safetensors file, or only a part of one.", path=path)
    return WeightsError(message, hint=_hint())


def _read(data: memoryview, path: Path) -> TensorFile:
    if len(data) < 8:
        raise _Broken("no header")
    size = int.from_bytes(data[:8], "little")
    if size > min(MAX_HEADER, len(data) - 8):
        raise _Broken("the header does not fit into the file")
    header = json.loads(bytes(data[8 : 8 + size]).decode(), object_pairs_hook=_once)
    if not isinstance(header, dict):
        raise _Broken("the header is no object")
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(v, str) for v in metadata.values()):
        raise _Broken("the metadata are no texts")
    body = data[8 + size :]
    arrays = {name: _array(name, entry, body, path) for name, entry in header.items()}
    converted = tuple(name for name, entry in header.items() if entry["dtype"] == HALF)
    used = sum(a.nbytes // (2 if name in converted else 1) for name, a in arrays.items())
    if used != len(body):
        raise _Broken("bytes that belong to no tensor, or to two")
    return TensorFile(metadata, arrays, converted)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Broken("a name stands twice in the header")
    return found


def _array(name: str, entry: Any, body: memoryview, path: Path) -> np.ndarray:
    if not isinstance(entry, dict) or entry.keys() != {"dtype", "shape", "data_offsets"}:
        raise _Broken(f"{name} is no tensor")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if not (_whole(shape) and _whole(offsets) and len(shape) <= MAX_AXES and len(offsets) == 2):
        raise _Broken(f"{name} has sizes that are none")
    if entry["dtype"] not in DTYPES:
        raise WeightsError(
            tr(
                '"{name}" in {path} has numbers of the kind {kind}; these can be read: {kinds}.',
                name=name[:80],
                path=path.name,
                kind=str(entry["dtype"])[:20],
                kinds=", ".join(DTYPES),
            ),
            hint=_hint(),
        )
    kind = np.dtype(DTYPES[entry["dtype"]])
    start, end = offsets
    if not (start <= end <= len(body) and end - start == math.prod(shape) * kind.itemsize):
        raise _Broken(f"{name} is larger or smaller than its bytes")
    array: np.ndarray = np.frombuffer(body[start:end], kind).reshape(shape)
    if entry["dtype"] == HALF:
        array = (array.astype(np.uint32) << np.uint32(16)).view(np.float32)
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise WeightsError(
            tr('"{name}" in {path} holds NaN or infinity.', name=name[:80], path=path.name),
            hint=tr("These weights come from a run that failed: take an earlier file."),
            node=name.rpartition(".")[0],
        )
    return array


def _whole(sizes: Any) -> bool:
    return isinstance(sizes, list) and all(type(n) is int and n >= 0 for n in sizes)
