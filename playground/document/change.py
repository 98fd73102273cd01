"""What all edits share: validated copies, errors, ids that are free."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import ValidationError

from playground.document import faults
from playground.document.model import Document, Frozen, Node, check_id
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
