"""Exceptions that have to get from one process to another."""

from __future__ import annotations

import traceback

from playground.errors import PlaygroundError
from playground.train.engine.channel import pack, unpack


class ChildError(Exception):
    """A fault in the child whose own exception cannot travel; its traceback is a note."""


def portable(error: Exception) -> Exception:
    """The same exception where it can travel, else one that says as much.

    A fault that nobody expected takes its traceback along as a note: the log would only know where
    it arrived. For mistakes that a user can mend, message, hint and node say all.
    """
    notes = () if isinstance(error, PlaygroundError) else traceback.format_exception(error)
    found = error if _travels(error) else ChildError(f"{type(error).__name__}: {error}")
    if notes:
        found.add_note("".join(notes))
    return found


def _travels(error: Exception) -> bool:
    try:
        copy = unpack(pack(error))
    except Exception:  # noqa: BLE001 - an exception of anybody may fail in any way
        return False
    return type(copy) is type(error) and str(copy) == str(error)
