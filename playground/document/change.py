"""What all edits share: validated copies, errors, ids that are free."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from playground.document import faults
from playground.document.model import (
    COMPOSITE,
    Composite,
    Document,
    Frozen,
    Node,
    Scope,
    check_id,
)
from playground.errors import EditError
from playground.i18n import tr

F = TypeVar("F", bound=Frozen)


def changed(thing: F, **fields: Any) -> F:
    """A copy with some fields changed; `EditError` when the copy would not be valid."""
    try:
        return thing.with_(**fields)
    except ValidationError as error:
        raise fault(error) from None


def fault(error: ValidationError) -> EditError:
    """What pydantic found, as an edit's error."""
    place, message = faults.describe(error)
    return EditError(message, node=place)


def get_node(doc: Document, id: str) -> Node:
    """The node with that id; `EditError` when there is none."""
    node = doc.by_id.get(id)
    if node is None:
        raise EditError(tr('There is no block "{id}".', id=id[:80]), node=id[:80])
    return node


def fresh_id(doc: Document, block: str) -> str:
    """An id nobody has, made from a block's key or from another id: `linear`, `linear2`, ..."""
    return unused_id(doc.by_id, block)


def unused_id(taken: Collection[str], word: str) -> str:
    """The word itself, or the word with the first number that makes it a usable id nobody has."""
    stem = re.sub(r"[^A-Za-z0-9_]", "_", word)[:56]
    stem = stem if re.match(r"[A-Za-z]", stem) else f"block{stem}"
    root = stem.rstrip("0123456789") or stem
    number, name = 1, stem
    while name in taken or not _is_usable(name):
        number += 1
        name = f"{root}{number}"
    return name


def _is_usable(id: str) -> bool:
    try:
        check_id(id)
    except ValueError:
        return False
    return True


def unless_equal(thing: F, **fields: Any) -> F:
    """The thing itself when nothing changes: a comparison by identity stays quick."""
    if all(getattr(thing, name) == value for name, value in fields.items()):
        return thing
    return changed(thing, **fields)


def definition_id(node: Node) -> str:
    """Which composite a node is an instance of; "" for an ordinary block."""
    if node.block != COMPOSITE:
        return ""
    name = node.params.get("definition", "")
    return name if isinstance(name, str) else ""


def needed(composites: Iterable[Composite], nodes: Iterable[Node]) -> tuple[Composite, ...]:
    """The definitions that these nodes use, also through others; in their order."""
    composites = tuple(composites)
    if not composites:
        return ()
    by_id = {composite.id: composite for composite in composites}
    found: set[str] = set()
    todo = [definition_id(node) for node in nodes]
    while todo:
        name = todo.pop()
        if name in by_id and name not in found:
            found.add(name)
            todo += map(definition_id, by_id[name].nodes)
    return (
        composites
        if len(found) == len(composites)
        else tuple(composite for composite in composites if composite.id in found)
    )


def without_unused(doc: Document) -> Document:
    """The document without definitions that no instance is left of.

    A view of a document (`Scope`) keeps them: their instances may lie outside of it.
    """
    if isinstance(doc, Scope) or not doc.composites:
        return doc
    composites = needed(doc.composites, doc.nodes)
    return doc if composites is doc.composites else changed(doc, composites=composites)


def is_within(id: str, outer: str) -> bool:
    """Whether a path is this block or lies inside of it."""
    return id == outer or id.startswith(f"{outer}.")


def outwards(id: str) -> tuple[str, ...]:
    """A path and the paths around it, the innermost first: `a.0.b`, `a.0`, `a`."""
    found = [id]
    while "." in id:
        id = id.rpartition(".")[0]
        found.append(id)
    return tuple(found)
