"""Composites: blocks made of blocks. Pure functions on documents.

Everything below the editor works on the flat network that `expand` gives; `level`, `unfolded` and
their counterparts show the inside to an editor as a document of its own.
"""

from playground.document.composites.definitions import (
    MAX_REPEAT,
    Instance,
    chain,
    definition_of,
    find_definition,
    instances,
    is_instance,
    is_port,
    read_instance,
)
from playground.document.composites.expand import Expansion, expand, expansion
from playground.document.composites.paths import (
    canonical,
    edit_at,
    find,
    level,
    local,
    parent,
    with_level,
)

__all__ = [
    "MAX_REPEAT",
    "Expansion",
    "Instance",
    "canonical",
    "chain",
    "definition_of",
    "edit_at",
    "expand",
    "expansion",
    "find",
    "find_definition",
    "instances",
    "is_instance",
    "is_port",
    "level",
    "local",
    "parent",
    "read_instance",
    "with_level",
]
