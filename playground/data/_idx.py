"""IDX files: a magic number, the lengths of the axes, then the values.

Layout: two zero bytes, the kind of value (8: unsigned byte), the number of axes, the length of each
axis as four bytes with the highest first, then the values row by row.
"""

from __future__ import annotations

import gzip
import math
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from playground.data._files import PLACE, Stamp, remembered, stamp, unreadable
from playground.errors import DataError
from playground.i18n import tr

UNSIGNED_BYTE = 8
MAX_VALUES = 2**28  # bytes of one file, unpacked

_IMAGES = re.compile(r"(.*)images([-.])idx3([-.]ubyte)?(\.gz)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A file of pictures and the file of their labels."""

    images: Stamp
    labels: Stamp
    shape: tuple[int, int, int]  # pictures, height, width


def find_pair(path: Path, part: str) -> Pair:
    """The two files in a folder, or those that belong to a file of pictures.

    Raises
    ------
    DataError
        No such files, pictures without labels, or files that do not belong together.
    """
    folder = path if path.is_dir() else path.parent
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError as error:
        raise unreadable(folder, error) from None
    found = [name for name in names if _IMAGES.match(name)]
    if not path.is_dir():
        found = [name for name in found if name == path.name]
    chosen = next((name for name in found if name.lower().startswith(part)), None)
    if chosen is None and len(found) == 1:
        chosen = found[0]
    if chosen is None:
        raise DataError(
            tr(
                '"{path}" holds no pictures in IDX files for the part "{part}".',
                path=path,
                part=part,
            ),
            hint=tr("Their names look like train-images-idx3-ubyte or train-images-idx3-ubyte.gz."),
            node=PLACE,
        )
    wanted = _plain(chosen).replace("images", "labels").replace("idx3", "idx1")
    labels = next((name for name in names if _plain(name) == wanted), None)
    if labels is None:
        raise DataError(
            tr(
                'The labels of "{name}" are missing: there is no "{labels}".',
                name=chosen,
                labels=wanted,
            ),
            hint=tr("Put both files into the same folder."),
            node=PLACE,
        )
    return _matched(stamp(folder / chosen), stamp(folder / labels))


def _plain(name: str) -> str:
    return name.lower().removesuffix(".gz")


@remembered(entries=4)
def _matched(images: Stamp, labels: Stamp) -> Pair:
    count, height, width = _header(images, axes=3)
    (num_labels,) = _header(labels, axes=1)
    if count != num_labels:
        raise DataError(
            tr(
                '"{images}" and "{labels}" do not belong together: pictures {n}, labels {m}.',
                images=images.name,
                n=count,
                labels=labels.name,
                m=num_labels,
            ),
            node=PLACE,
        )
    if count == 0 or height == 0 or width == 0:
        raise DataError(tr('"{name}" holds no pictures.', name=images.name), node=PLACE)
    return Pair(images, labels, (count, height, width))


def _open(file: Stamp) -> BinaryIO:
    packed = file.path.lower().endswith(".gz")
    return gzip.open(file.path, "rb") if packed else open(file.path, "rb")  # type: ignore[return-value]


def _header(file: Stamp, axes: int) -> tuple[int, ...]:
    with _refusing(file), _open(file) as stream:
        return _read_header(stream, file, axes)


@remembered(entries=2)
def read_images(file: Stamp) -> np.ndarray:
    """Pictures as uint8 (N, height, width)."""
    return _read(file, axes=3)


@remembered(entries=4)
def read_labels(file: Stamp) -> tuple[np.ndarray, tuple[str, ...]]:
    """Labels int64 (N,), counted from 0, and the names of the classes: the numbers in the file."""
    kinds, labels = np.unique(_read(file, axes=1), return_inverse=True)
    if len(kinds) < 2:
        raise DataError(
            tr('"{name}" holds one class only: there is nothing to tell apart.', name=file.name),
            node=PLACE,
        )
    return labels.astype(np.int64), tuple(str(kind) for kind in kinds)


def _read(file: Stamp, axes: int) -> np.ndarray:
    with _refusing(file), _open(file) as stream:
        shape = _read_header(stream, file, axes)
        expected = math.prod(shape)
        if expected > MAX_VALUES:
            raise DataError(
                tr(
                    '"{name}" holds {size} MB; at most {most} MB can be read.',
                    name=file.name,
                    size=expected >> 20,
                    most=MAX_VALUES >> 20,
                ),
                node=PLACE,
            )
        values = stream.read(expected + 1)  # one more: to notice a file that goes on
    if len(values) < expected:
        raise _damaged(
            file, tr("{n} of {expected} values are there", n=len(values), expected=expected)
        )
    if len(values) > expected:
        raise _damaged(file, tr("it is longer than its header says"))
    return np.frombuffer(values, dtype=np.uint8).reshape(shape)


def _read_header(stream: BinaryIO, file: Stamp, axes: int) -> tuple[int, ...]:
    start = stream.read(4)
    if len(start) < 4:
        raise _damaged(file, tr("its header is cut off"))
    if start != bytes((0, 0, UNSIGNED_BYTE, axes)):
        raise DataError(
            tr(
                '"{name}" starts with the magic number {found}; {wanted} is accepted.',
                name=file.name,
                found=start.hex(" "),
                wanted=bytes((0, 0, UNSIGNED_BYTE, axes)).hex(" "),
            ),
            hint=tr("It is no IDX file of unsigned bytes, or pictures and labels are exchanged."),
            node=PLACE,
        )
    lengths = stream.read(4 * axes)
    if len(lengths) < 4 * axes:
        raise _damaged(file, tr("its header is cut off"))
    return struct.unpack(f">{axes}I", lengths)


def _damaged(file: Stamp, reason: str) -> DataError:
    return DataError(
        tr('"{name}" is damaged: {reason}.', name=file.name, reason=reason),
        hint=tr("Download or copy it again."),
        node=PLACE,
    )


@contextmanager
def _refusing(file: Stamp) -> Iterator[None]:
    """Turn what reading and unpacking raise into a sentence."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise _damaged(file, str(error).rstrip(".")) from None
    except OSError as error:
        raise unreadable(Path(file.path), error) from None
