"""Text files of separated values, as other programs write them, into columns."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.data._files import PLACE, Stamp, remembered, unreadable
from playground.errors import DataError
from playground.i18n import tr

MAX_BYTES = 64 * 2**20
MAX_COLUMNS = 10_000
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?", "#n/a"})  # compared in lower case
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z", re.ASCII)
_COMMA_NUMBER = re.compile(r"[+-]?(\d+,?\d*|,\d+)([eE][+-]?\d+)?\Z", re.ASCII)
_LARGEST = float(np.finfo(np.float32).max)

# number of its first line, cells; tuples of texts cost the garbage collector nothing
Record = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read the file; "auto" looks at the file itself."""

    delimiter: str = "auto"  # or a key of DELIMITERS
    header: str = "auto"  # or "yes", "no"
    encoding: str = "auto"  # or a name that Python knows


@dataclass(frozen=True, slots=True)
class Column:
    """One column: numbers, or words."""

    name: str
    missing: np.ndarray  # bool (N,)
    numbers: np.ndarray | None  # float64 (N,), NaN where missing; None for words
    words: np.ndarray | None  # str (N,), "" where missing; None for numbers
    fault: tuple[int, str] | None = None  # row and text of the first word among numbers


@dataclass(frozen=True, slots=True)
class Table:
    """A file as columns of equal length."""

    columns: tuple[Column, ...]
    lines: np.ndarray  # int64 (N,): line of the file at which each row starts, from 1


@remembered(entries=3)
def read_table(file: Stamp, layout: Layout) -> Table:
    """Read a file of separated values.

    Raises
    ------
    DataError
        A file that is too large, binary, empty, in an unknown encoding, or with a faulty line.
    """
    text = decode(_bytes(file), layout.encoding, file.name)
    delimiter = _delimiter(text, layout.delimiter)
    quick = _plain_numbers(text, delimiter, layout.header)
    if quick is not None:
        return quick
    records = list(_records(text, delimiter, file.name))
    if not records:
        raise DataError(
            tr('"{name}" is empty.', name=file.name),
            hint=tr("A table needs rows of values."),
            node=PLACE,
        )
    _check_widths(records)
    names = _names(records, layout.header)
    if names is not None:
        records = records[1:]
    if not records:
        raise DataError(
            tr('"{name}" has a header but no rows.', name=file.name),
            hint=tr('If its first line is data, set header to "no".'),
            node=PLACE,
        )
    names = names or _numbered(len(records[0][1]))
    lines = np.array([line for line, _ in records], dtype=np.int64)
    # between commas, 1,234 is a thousand and not 1.234: refused as a word
    decimals = "." if delimiter == "," else ".,"
    columns = (
        column(name, [cells[place] for _, cells in records], decimals)
        for place, name in enumerate(names)
    )
    return Table(tuple(columns), lines)


def _plain_numbers(text: str, delimiter: str, header: str) -> Table | None:
    """The quick way for nothing but numbers, ten times faster; None where anything else occurs."""
    try:
        head = list(itertools.islice(_records(text, delimiter, ""), 1000))
        if not head:
            return None
        _check_widths(head)
        names = _names(head, header)
        data = head if names is None else head[1:]
        if not data or not all(number(cell) is not None for cell in data[0][1]):
            return None
        before = data[0][0] - 1
        lines = _lines(text)
        values = np.loadtxt(lines, delimiter=delimiter, skiprows=before, comments=None, ndmin=2)
    except (DataError, ValueError):
        return None  # the slow way says where and why
    if values.shape[1] != len(head[0][1]) or not (np.abs(values) <= _LARGEST).all():
        return None
    names = names or _numbered(values.shape[1])
    complete = np.zeros(len(values), dtype=bool)
    columns = (
        Column(name, complete, np.ascontiguousarray(cells), None)
        for name, cells in zip(names, values.T, strict=True)
    )
    # the lines are asked for where a value is faulty, and here none is
    return Table(tuple(columns), before + 1 + np.arange(len(values)))


def _lines(text: str) -> Iterator[str]:
    """The lines. A loop in Python gives other threads their turn; numpy's own does not."""
    for line in io.StringIO(text, newline=None):  # noqa: UP028 - `yield from` gives none either
        yield line


def _numbered(count: int) -> list[str]:
    return [tr("column {n}", n=n + 1) for n in range(count)]


def _bytes(file: Stamp) -> bytes:
    if file.size > MAX_BYTES:
        raise DataError(
            tr(
                '"{name}" has {size} MB; at most {most} MB can be read.',
                name=file.name,
                size=file.size >> 20,
                most=MAX_BYTES >> 20,
            ),
            hint=tr("Keep a part of its rows, or use image_folder or idx for pictures."),
            node=PLACE,
        )
    try:
        return Path(file.path).read_bytes()
    except OSError as error:
        raise unreadable(Path(file.path), error) from None


def decode(raw: bytes, encoding: str, name: str) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else GB 18030 or Windows-1252."""
    marks = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    marked = next((found for mark, found in marks if raw.startswith(mark)), "")
    if encoding != "auto":
        candidates = [marked if marked.startswith(encoding) else encoding]
    elif marked:
        candidates = [marked]
    elif b"\0" in raw[:4096]:
        raise DataError(
            tr('"{name}" is a binary file, not a table of text.', name=name),
            hint=tr("Save it as CSV in the program it comes from."),
            node=PLACE,
        )
    else:
        candidates = [
            "utf-8",
            *(["gb18030"] if _is_chinese(raw[:65536]) else []),
            "cp1252",
            "latin-1",
        ]
    for candidate in candidates:
        try:
            return raw.decode(candidate)
        except (UnicodeDecodeError, UnicodeError):
            continue
    raise DataError(
        tr('"{name}" is not in the encoding {encoding}.', name=name, encoding=candidates[0]),
        hint=tr('Set encoding to "auto", or save the file as UTF-8.'),
        node=PLACE,
    )


def _is_chinese(raw: bytes) -> bool:
    """Whether the high bytes stand in pairs; accented letters stand alone, among other letters."""
    runs = re.findall(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?", raw)
    pairs: int = sum(len(run) % 2 == 0 and run[0] > 127 and run[-1] > 127 for run in runs)
    return 2 * pairs > len(runs)


def _delimiter(text: str, wanted: str) -> str:
    first = text[: text.find("\n")].strip() if "\n" in text else text.strip()
    if re.fullmatch(r'"?sep=.\W?', first, re.IGNORECASE) and wanted == "auto":
        return first.strip('"')[4]  # a line that Excel writes
    if wanted != "auto":
        return DELIMITERS[wanted]
    # a comma comes late: it may be the decimal sign
    for delimiter in ("\t", ";", ",", "|"):
        try:
            head = list(itertools.islice(_records(text, delimiter, ""), 50))
        except DataError:
            continue
        widths = {len(cells) for _, cells in head}
        if len(widths) == 1 and widths != {1}:
            return delimiter
    return max((",", "\t", ";", "|"), key=first.count)  # ragged: its error names the line


def _records(text: str, delimiter: str, name: str) -> Iterator[Record]:
    """The lines with cells, without blank ones; a quoted cell may span several lines."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True
    )
    while True:
        line = reader.line_num + 1
        try:
            cells = tuple([cell.strip() for cell in next(reader)])
        except StopIteration:
            return
        except csv.Error:
            raise DataError(
                tr(
                    'Line {line} of "{name}" is not a row of separated values.',
                    line=line,
                    name=name,
                ),
                hint=tr("Look for a quotation mark that is not closed or stands inside a value."),
                node=PLACE,
            ) from None
        is_hint = line == 1 and cells and cells[0].lower().startswith("sep=")
        if any(cells) and not is_hint:
            yield line, cells


def _check_widths(records: Sequence[Record]) -> None:
    first_line, first = records[0]
    if len(first) > MAX_COLUMNS:
        raise DataError(
            tr(
                "The table has {n} columns; at most {most} can be used.",
                n=len(first),
                most=MAX_COLUMNS,
            ),
            node=PLACE,
        )
    for line, cells in records:
        if len(cells) != len(first):
            raise DataError(
                tr(
                    "The number of values is {n} in line {line}, but {expected} in line {first}.",
                    line=line,
                    n=len(cells),
                    first=first_line,
                    expected=len(first),
                ),
                hint=tr("Values that contain the separator must stand in quotation marks."),
                node=PLACE,
            )


def _names(records: Sequence[Record], header: str) -> list[str] | None:
    """Names of the columns, each once; None when the first line is data already."""
    first = records[0][1]
    if header == "no" or (header == "auto" and not _is_header(first, records[1:])):
        return None
    names: dict[str, None] = {}  # in order
    for place, cell in enumerate(first, start=1):
        name = wanted = cell or tr("column {n}", n=place)
        copies = itertools.count(2)
        while name in names:
            name = f"{wanted} ({next(copies)})"
        names[name] = None
    return list(names)


def _is_header(first: Sequence[str], rest: Sequence[Record]) -> bool:
    """Whether the first line names the columns: words over numbers, or words that do not recur."""
    words = [n for n, cell in enumerate(first) if cell.lower() not in MISSING]
    if not words or any(_is_number(first[n]) for n in words):
        return False
    below = [cells for _, cells in rest[:1000]]
    if any(all(_is_number(cells[n]) for cells in below) for n in words if below):
        return True
    names = [first[n] for n in words]
    return len(set(names)) == len(names) and not any(
        first[n] == cells[n] for cells in below for n in words
    )


def _is_number(text: str) -> bool:
    return number(text, ".") is not None or number(text, ",") is not None


def number(text: str, decimal: str = ".") -> float | None:
    """The number a cell holds; None for words and for what float32 cannot hold."""
    if not (_NUMBER if decimal == "." else _COMMA_NUMBER).match(text):
        return None
    value = float(text.replace(",", "."))
    return value if abs(value) <= _LARGEST else None


def column(name: str, cells: Sequence[str], decimals: str = ".") -> Column:
    """Decide whether a column holds numbers or words, and turn it into arrays.

    It holds numbers, with one of the `decimals` signs, when at least half of its values are; the
    first other value is then its fault.
    """
    fast = _all_numbers(cells)
    if fast is not None:
        return Column(name, np.zeros(len(cells), dtype=bool), fast, None)
    missing = np.array([cell.lower() in MISSING for cell in cells])
    known = np.flatnonzero(~missing)
    best: list[float | None] = []
    for decimal in decimals:
        values = [number(cells[row], decimal) for row in known.tolist()]
        if not best or values.count(None) < best.count(None):
            best = values
    words = best.count(None)
    if words > len(best) - words:
        texts = np.array(["" if gap else cell for cell, gap in zip(cells, missing, strict=True)])
        return Column(name, missing, None, texts)
    numbers = np.full(len(cells), np.nan)
    numbers[known] = [np.nan if value is None else value for value in best]
    wrong = int(known[best.index(None)]) if words else None
    fault = None if wrong is None else (wrong, cells[wrong])
    return Column(name, missing, numbers, None, fault)


def _all_numbers(cells: Sequence[str]) -> np.ndarray | None:
    """The quick way for a column of plain numbers; None when anything else is among them."""
    try:
        values = np.array([float(cell) for cell in cells])
    except ValueError:
        return None
    plain = np.isfinite(values) & (np.abs(values) <= _LARGEST)
    if not plain.all() or "_" in "".join(cells):  # Python reads 1_000 as a number
        return None
    return values
