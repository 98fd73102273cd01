"""Documents as files: read with care, written so that a crash loses nothing.

The file is JSON with one block and one wire a line, so that a comparison of two files can be read.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from playground.document import faults, migrations
from playground.document.model import (
    MAX_ENTRIES,
    VERSION,
    Composite,
    Document,
    Frozen,
    Node,
    Note,
)
from playground.document.whole_file import replace_file
from playground.errors import FormatError, SaveError
from playground.i18n import reason_of, tr

__all__ = ["FORMAT", "MAX_BYTES", "read", "reads", "write", "writes"]

FORMAT = "neural-playground"
MAX_BYTES = 20 * 2**20
MAX_DEPTH = 64  # of brackets; parameters may nest 16 deep
MAX_TOKENS = 2_000_000  # commas, brackets and texts: small values cost far more memory than bytes

# --- reading --------------------------------------------------------------------------------------


def read(path: str | os.PathLike[str]) -> Document:
    """Open a document. Raises `FormatError` alone, whatever lies at `path`."""
    name = os.fspath(path)
    try:
        with open(name, "rb", opener=_open_at_once) as file:
            status = os.fstat(file.fileno())
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError
            if not stat.S_ISREG(status.st_mode):  # a pipe or a device may never end
                raise FormatError(tr("{name} is not an ordinary file.", name=name))
            data = b"" if status.st_size > MAX_BYTES else file.read(MAX_BYTES + 1)
            size = max(status.st_size, len(data))
    except IsADirectoryError:
        raise _no_file(name) from None
    except FileNotFoundError:
        hint = tr("Check the path and the name.")
        raise FormatError(tr("There is no file {name}.", name=name), hint=hint) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        if os.path.isdir(name):  # Windows refuses to open a folder with "permission denied"
            raise _no_file(name) from None
        raise FormatError(
            tr("{name} cannot be read: {reason}.", name=name, reason=reason_of(error))
        ) from None
    if size > MAX_BYTES:
        raise _too_large(size)
    return reads(data, name)


def _open_at_once(name: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _no_file(name: str) -> FormatError:
    hint = tr("Open one of the files in it.")
    return FormatError(tr("{name} is a folder, not a file.", name=name), hint=hint)


def _too_large(size: int) -> FormatError:
    return FormatError(
        tr(
            "The file has {size} MB; a document has at most {limit} MB.",
            size=round(size / 2**20),
            limit=MAX_BYTES // 2**20,
        ),
        hint=tr("Weights and data do not belong into the document."),
    )


def reads(text: str | bytes, name: str = "") -> Document:
    """Read a document from the contents of a file. Raises `FormatError` alone.

    Parameters
    ----------
    text : str or bytes
        JSON; bytes are UTF-8.
    name : str
        Name of the file for the messages.
    """
    raw = _migrated(_parse(text))
    for key in ("nodes", "wires", "groups", "notes", "composites"):
        entries = raw.get(key)
        if isinstance(entries, list) and len(entries) > MAX_ENTRIES:
            raise FormatError(
                tr(
                    "It has {n} entries; at most {limit} are read.",
                    n=len(entries),
                    limit=MAX_ENTRIES,
                ),
                node=key,
            )
    try:
        return Document.model_validate(raw)
    except ValidationError as error:
        place, message = faults.describe(error)
        raise FormatError(message, node=_with_id(place, raw) or name) from None


def _with_id(place: str, raw: dict[str, Any]) -> str:
    """``nodes[3].params`` as ``nodes[3].params (conv1)``: a number is hard to find in a file."""
    found = re.match(r"nodes\[(\d+)\]", place)
    if found:
        id = raw["nodes"][int(found[1])]
        id = id.get("id") if isinstance(id, dict) else None
        if isinstance(id, str) and id.isidentifier():
            return f"{place} ({id[:64]})"
    return place


def _migrated(raw: Any) -> dict[str, Any]:
    """Check whether this is a document that can be read, and bring it to the present version."""
    if not isinstance(raw, dict):
        kind = type(raw).__name__
        raise FormatError(
            tr("A document is a JSON object {{...}}; this file holds a {kind}.", kind=kind)
        )
    if raw.get("format") != FORMAT:
        raise FormatError(
            tr('This is no Neural Playground document: "format" is not "{format}".', format=FORMAT)
        )
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        raise FormatError(
            tr('"version" is {value}; it must be a whole number.', value=repr(version)[:60]),
            node="version",
        )
    if version > VERSION:
        raise FormatError(
            tr(
                "This file was written by a newer Neural Playground (version {version}); "
                "this one reads up to version {newest}.",
                version=version,
                newest=VERSION,
            ),
            hint=tr("Update Neural Playground to open it."),
            node="version",
        )
    return migrations.migrate(raw, version, VERSION)


def _parse(text: str | bytes) -> Any:
    if len(text) > MAX_BYTES:
        raise _too_large(len(text))
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise FormatError(
                tr("This is not a text file in UTF-8: byte {n} is none.", n=error.start + 1)
            ) from None
    if not text.strip():
        raise FormatError(tr("The file is empty."))
    if "\0" in text:
        raise FormatError(tr("This is not a text file."))
    _check_tokens(text)
    if depth(text, MAX_DEPTH) > MAX_DEPTH:  # before json.loads, which follows brackets by recursion
        raise FormatError(
            tr("The file nests brackets deeper than {limit} levels.", limit=MAX_DEPTH)
        )
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        raise FormatError(
            tr("This is not valid JSON: {reason}.", reason=error.msg),
            hint=tr("Compare the line with its neighbours: a comma or a bracket may be missing."),
            node=tr("line {line}, column {column}", line=error.lineno, column=error.colno),
        ) from None


def _check_tokens(text: str) -> None:
    if sum(map(text.count, ",[{")) + text.count('"') // 2 > MAX_TOKENS:
        raise FormatError(
            tr("The file holds more than {n} values.", n=MAX_TOKENS),
            hint=tr("Weights and data do not belong into the document."),
        )


# a whole string is one token, so that brackets in texts do not count; possessive: linear time
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]++|[\]}]', re.DOTALL)


def depth(text: str, enough: int) -> int:
    """How deep the brackets of a JSON text nest; stops counting above `enough`."""
    if text.count("[") + text.count("{") <= enough:
        return enough
    deepest = level = 0
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "[{":
            level += token.end() - token.start()
            deepest = max(deepest, level)
            if deepest > enough:
                break
        elif first in "]}":
            level -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise FormatError(tr('An object has the entry "{key}" twice.', key=twice[:80]))
    return found


def _integer(digits: str) -> int:
    count = len(digits.removeprefix("-"))
    if count > 20:  # as many as 64 bits need; int() itself is slow for very long ones
        raise FormatError(tr("A number has {n} digits; at most 20 are read.", n=count))
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise FormatError(tr("The number {digits} is too large.", digits=digits[:60]))
    return value


def _constant(word: str) -> NoReturn:
    raise FormatError(
        tr("{word} is not a number that JSON knows.", word=word),
        hint=tr("Write a finite number instead."),
    )


# --- writing --------------------------------------------------------------------------------------


def writes(doc: Document) -> str:
    """The document as the text of a file: stable order, defaults omitted, one block a line."""
    sections = [f'"format": {_json(FORMAT)}, "version": {version_of(doc)}']
    texts = {key: text for key, text in (("title", doc.title), ("about", doc.about)) if text}
    if texts:
        sections.append(_json(texts)[1:-1])
    sections.append(f'"data": {_json(_short(doc.data, keep=("dataset",)))}')
    sections += _canvas(doc)
    if doc.composites:
        composites = ",\n".join(map(_composite, doc.composites))
        sections.append(f'"composites": [\n{composites}\n  ]')
    sections.append(f'"train": {_train(doc)}')
    if doc.view != type(doc.view)():
        sections.append(f'"view": {_json(_short(doc.view, keep=("lenses",)))}')
    return "{\n  " + ",\n  ".join(sections) + "\n}\n"


def version_of(doc: Document) -> int:
    """The oldest version that can say all of this: older programs read what they can understand."""
    inside = (node for composite in doc.composites for node in composite.nodes)
    if any(node.penalty for node in chain(doc.nodes, inside)):
        return VERSION
    if doc.view.hidden:
        return 3
    return 2 if doc.composites else 1


def _canvas(thing: Document | Composite, indent: int = 2) -> list[str]:
    """Blocks, wires, frames and notes, each list a section."""
    sections = [
        f'"nodes": {_lines(map(_node, thing.nodes), indent)}',
        f'"wires": {_lines((wire.model_dump() for wire in thing.wires), indent)}',
    ]
    if thing.groups:
        frames = (_short(group, keep=("id",)) for group in thing.groups)
        sections.append(f'"groups": {_lines(frames, indent)}')
    if thing.notes:
        sections.append(f'"notes": {_lines(map(_note, thing.notes), indent)}')
    return sections


def _composite(composite: Composite) -> str:
    head = {"id": composite.id}
    head |= {"title": composite.title} if composite.title else {}
    head |= {"params": composite.params} if composite.params else {}  # type: ignore[dict-item]
    sections = [_json(head)[1:-1], *_canvas(composite, 5)]
    return "    {" + ",\n     ".join(sections) + "}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _lines(entries: Iterable[Any], indent: int = 2) -> str:
    space = " " * indent
    lines = ",\n".join(f"{space}  {_json(entry)}" for entry in entries)
    return f"[\n{lines}\n{space}]" if lines else "[]"


def _short(thing: Frozen, keep: Iterable[str]) -> dict[str, Any]:
    """The fields that differ from their defaults, and those that are always written."""
    values = thing.model_dump(exclude_defaults=True)
    values |= {name: getattr(thing, name) for name in keep}
    return {name: values[name] for name in type(thing).model_fields if name in values}


def _node(node: Node) -> dict[str, Any]:
    return _short(node, keep=("id", "block")) | {"at": [_number(n) for n in node.at]}


def _note(note: Note) -> dict[str, Any]:
    places = {"at": [_number(n) for n in note.at], "size": [_number(n) for n in note.size]}
    return _short(note, keep=("id",)) | places


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _train(doc: Document) -> str:
    values = _short(doc.train, keep=("experiment", "steps", "seed"))
    parts = list(_pairs(values, ("experiment", "models"))), list(_pairs(values, ("params",)))
    lines = [*(", ".join(part) for part in parts if part)]
    lines.append(", ".join(_pairs(values, ("steps", "seed"))))
    return "{" + ",\n            ".join(lines) + "}"


def _pairs(values: dict[str, Any], names: Iterable[str]) -> Iterator[str]:
    return (f'"{name}": {_json(values[name])}' for name in names if name in values)


def write(doc: Document, path: str | os.PathLike[str]) -> None:
    """Save a document: a crash leaves the old file or the new one, never half of one.

    A link is followed and stays a link; the file keeps its permissions. Raises `SaveError` alone.
    """
    name = os.fspath(path)
    try:
        text = writes(doc)
        data = text.encode()
        if len(data) > MAX_BYTES:  # it could not be read again
            raise ValueError(tr("it would have more than {n} MB", n=MAX_BYTES // 2**20))
        _check_tokens(text)
        replace_file(Path(os.path.realpath(name)), data)
    except (OSError, ValueError, FormatError) as error:
        raise SaveError(
            tr("{name} could not be saved: {reason}.", name=name, reason=reason_of(error)),
            hint=tr("The file is as it was before. Save it in another place."),
        ) from None
