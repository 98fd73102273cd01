"""Folders of pictures: what is in them, and reading them as arrays."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.data._files import PLACE, Stamp, remembered, stamp, unreadable
from playground.errors import DataError
from playground.i18n import tr

if TYPE_CHECKING:
    from PIL.Image import Image

SUFFIXES = frozenset(
    (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm", ".pbm")
)
MAX_VALUES = 2**28  # numbers in all pictures together: 1 GB of float32
MAX_PIXELS = 100_000_000  # of one picture, before it is scaled


@dataclass(frozen=True, slots=True)
class Listing:
    """The pictures of a folder, sorted by class and name. Shared: do not write into the array."""

    classes: tuple[str, ...]
    files: tuple[str, ...]
    labels: np.ndarray  # int64 (N,)
    notes: tuple[str, ...]


def listing(folder: Path) -> Listing:
    """Classes and pictures of a folder.

    Raises
    ------
    DataError
        No class folders, one class only, or a class without pictures.
    """
    return _listing(str(folder), _class_folders(folder))


def is_listed(folder: Path) -> bool:
    """Whether `listing` answers at once."""
    return _listing.knows(str(folder), _class_folders(folder))


def _class_folders(folder: Path) -> tuple[Stamp, ...]:
    try:
        names = sorted(
            entry.name
            for entry in os.scandir(folder)
            if entry.is_dir() and not entry.name.startswith((".", "__"))
        )
    except OSError as error:
        raise unreadable(folder, error) from None
    # the time stamp of a folder changes when a file comes or goes
    return tuple(stamp(folder / name) for name in names)


@remembered(entries=4)
def _listing(folder: str, classes: tuple[Stamp, ...]) -> Listing:
    if len(classes) < 2:
        raise DataError(
            tr('"{path}" has no folders inside, one a class.', path=folder)
            if not classes
            else tr(
                '"{path}" has only one class, "{name}": there is nothing to tell apart.',
                path=folder,
                name=classes[0].name,
            ),
            hint=tr(
                "Put the pictures of each class into a folder of its own, named like the class."
            ),
            node=PLACE,
        )
    files: list[str] = []
    labels: list[int] = []
    others = 0
    for label, each in enumerate(classes):
        try:
            entries = sorted(entry.path for entry in os.scandir(each.path) if entry.is_file())
        except OSError as error:
            raise unreadable(Path(each.path), error) from None
        pictures = [path for path in entries if Path(path).suffix.lower() in SUFFIXES]
        if not pictures:
            raise DataError(
                tr(
                    'The class "{name}" has no pictures in "{path}".',
                    name=each.name,
                    path=each.path,
                ),
                hint=tr(
                    "Put pictures there ({kinds}), or remove the folder.",
                    kinds=", ".join(sorted(kind[1:] for kind in SUFFIXES)),
                ),
                node=PLACE,
            )
        files += pictures
        labels += [label] * len(pictures)
        others += len(entries) - len(pictures)
    notes = () if not others else (_left_out(others),)
    names = tuple(each.name for each in classes)
    return Listing(names, tuple(files), np.array(labels, dtype=np.int64), notes)


def _left_out(count: int) -> str:
    if count == 1:
        return tr("1 file is no picture and is left out.")
    return tr("{n} files are no pictures and are left out.", n=count)


def read_pictures(files: tuple[str, ...], size: int, channels: int) -> np.ndarray:
    """Pictures as float32 (N, channels, size, size) from 0 to 1, a fresh array.

    Raises
    ------
    DataError
        Too many pictures for the memory, or one that cannot be read, by its path.
    """
    values = len(files) * channels * size * size
    if values > MAX_VALUES:
        raise DataError(
            tr(
                "{n} pictures of {size} × {size} pixels need {gigabytes:.1f} GB; at most "
                "{most:.0f} GB can be used.",
                n=len(files),
                size=size,
                gigabytes=4 * values / 2**30,
                most=4 * MAX_VALUES / 2**30,
            ),
            hint=tr("Make the size smaller, or take fewer pictures."),
            node="data.params.size",
        )
    found: np.ndarray = _read_all(tuple(stamp(Path(file)) for file in files), size, channels)
    return found.astype(np.float32) / 255


@remembered(entries=2)
def _read_all(files: tuple[Stamp, ...], size: int, channels: int) -> np.ndarray:
    """Pictures as uint8 (N, channels, size, size); remembered, because decoding takes long."""
    pixels = np.empty((len(files), channels, size, size), dtype=np.uint8)
    for row, file in enumerate(files):
        pixels[row] = _read(file.path, size, channels)
    return pixels


def _read(path: str, size: int, channels: int) -> np.ndarray:
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as image:
            if image.width * image.height > MAX_PIXELS:
                raise DataError(
                    tr(
                        '"{path}" has {width} × {height} pixels; at most {most} million are read.',
                        path=path,
                        width=image.width,
                        height=image.height,
                        most=MAX_PIXELS // 10**6,
                    ),
                    node=PLACE,
                )
            upright = ImageOps.exif_transpose(image)
            square = ImageOps.fit(
                _opaque(upright, "L" if channels == 1 else "RGB"),
                (size, size),
                Image.Resampling.BILINEAR,
            )
    except DataError:
        raise
    # Pillow raises many kinds of error for broken pictures, SyntaxError and struct.error among them
    except Exception as error:  # noqa: BLE001
        raise DataError(
            tr('The picture "{path}" cannot be read: {reason}.', path=path, reason=_reason(error)),
            hint=tr("Replace the file or remove it."),
            node=PLACE,
        ) from None
    return np.asarray(square, dtype=np.uint8).reshape(size, size, channels).transpose(2, 0, 1)


def _reason(error: Exception) -> str:
    if type(error).__name__.startswith("DecompressionBomb"):
        return tr("it has too many pixels")
    return tr("it is damaged or of another kind ({error})", error=type(error).__name__)


def _opaque(image: Image, mode: str) -> Image:
    """The picture in grey or colour, on white where it was transparent."""
    from PIL import Image as images

    if image.mode.startswith("I"):  # 16 bits a pixel; convert() would cut off instead of scaling
        levels = np.asarray(image).astype(np.float64) / 65535
        return images.fromarray((levels.clip(0, 1) * 255).round().astype(np.uint8)).convert(mode)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = images.new("RGBA", image.size, "white")
        image = images.alpha_composite(white, image)
    return image.convert(mode)
