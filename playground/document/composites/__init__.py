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
from playground.document.composites.grouping import group
from playground.document.composites.interface import (
    Exposed,
    conceal,
    expose,
    exposed_name,
    exposed_of,
    rename_definition,
    rename_port,
    set_definition_title,
    set_exposed,
    set_repeat,
)
from playground.document.composites.paths import (
    canonical,
    edit_at,
    find,
    level,
    local,
    parent,
    with_level,
)
from playground.document.composites.refold import folded
from playground.document.composites.renames import renamed
from playground.document.composites.repeats import Repeat, find_repeats, fold
from playground.document.composites.unfold import frame_id, unfolded
from playground.document.composites.unpacking import detach, is_linked, unpack

__all__ = [
    "MAX_REPEAT",
    "Expansion",
    "Exposed",
    "Instance",
    "Repeat",
    "canonical",
    "chain",
    "conceal",
    "definition_of",
    "detach",
    "edit_at",
    "expand",
    "expansion",
    "expose",
    "exposed_name",
    "exposed_of",
    "find",
    "find_definition",
    "find_repeats",
    "fold",
    "folded",
    "frame_id",
    "group",
    "instances",
    "is_instance",
    "is_linked",
    "is_port",
    "level",
    "local",
    "parent",
    "read_instance",
    "rename_definition",
    "rename_port",
    "renamed",
    "set_definition_title",
    "set_exposed",
    "set_repeat",
    "unfolded",
    "unpack",
    "with_level",
]
