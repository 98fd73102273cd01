"""The document: everything a user made, as frozen values."""

from __future__ import annotations

import keyword
import math
import re
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    field_validator,
    model_serializer,
    model_validator,
)

from playground.i18n import tr

VERSION: Final = 1

# Names that torch.nn.Module uses itself: a submodule cannot bear them (a test compares with torch).
RESERVED_IDS = frozenset(
    """T_destination add_module apply bfloat16 buffers call_super_init children compile cpu cuda
    double dump_patches eval extra_repr float forward get_buffer get_extra_state get_parameter
    get_submodule half ipu load_state_dict modules mtia named_buffers named_children named_modules
    named_parameters parameters register_backward_hook register_buffer register_forward_hook
    register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook
    register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module
    register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad_
    set_extra_state set_submodule share_memory state_dict to to_empty train training type xpu
    zero_grad graph code meta print_readable recompile delete_all_unused_submodules
    delete_submodule add_submodule to_folder shape_env""".split()  # noqa: SIM905
)

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}\Z")


class Frozen(BaseModel):
    """Immutable, strict about unknown fields, compares by value."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def with_(self, **changes: Any) -> Self:
        """A validated copy with some fields changed."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**fields, **changes})


def check_id(value: str) -> str:
    """Return a usable node id or raise ValueError saying what ids look like."""
    if not _WORD.match(value):
        raise ValueError(
            tr(
                "an id is a word of letters, digits and _ that starts with a letter, "
                "at most 64 long, but this one is {value}",
                value=repr(value[:80]),
            )
        )
    if value in RESERVED_IDS or keyword.iskeyword(value) or value.startswith("__"):
        raise ValueError(tr("the id {value} is reserved by Python or torch", value=repr(value)))
    return value


def check_value(value: Any, depth: int = 0) -> Any:
    """Return a value that JSON can hold, tuples as lists; ValueError says what it is instead.

    Also refuses what JSON can write but not every reader can read: numbers that are not finite or
    beyond 64 bits, half characters, and nesting deeper than `MAX_PARAM_DEPTH`.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < 2**64:
        return int(value)
    if isinstance(value, float) and math.isfinite(value):
        return float(value)
    if isinstance(value, str) and _is_text(value):
        return str(value)
    if isinstance(value, list | tuple | dict) and depth >= MAX_PARAM_DEPTH:
        raise ValueError(tr("it is nested deeper than {limit} levels", limit=MAX_PARAM_DEPTH))
    if isinstance(value, list | tuple):
        return [check_value(item, depth + 1) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) and _is_text(key) for key in value):
        return {str(key): check_value(item, depth + 1) for key, item in value.items()}
    words = f"{type(value).__name__} {repr(value)[:60]}" if not isinstance(value, int) else "int"
    raise ValueError(
        tr("a parameter holds finite numbers, texts, lists and objects, not {value}", value=words)
    )


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


Coordinate = Annotated[float, Field(ge=-1e7, le=1e7)]
Point = tuple[Coordinate, Coordinate]
MAX_PARAM_DEPTH = 16
MAX_ENTRIES = 50_000  # in one list: beyond it a document is no graph that anybody drew
Params = Annotated[dict[str, Any], AfterValidator(check_value)]
Key = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Text = Annotated[str, StringConstraints(max_length=100_000)]
PortName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")]


class Node(Frozen):
    """One block of the graph: which block, with which parameters, where."""

    id: str
    block: Key
    params: Params = {}
    at: Point = (0.0, 0.0)
    title: Annotated[str, StringConstraints(max_length=200)] = ""  # shown instead of the block's
    muted: bool = False  # passes its input through
    frozen: bool = False  # its weights are not trained

    _check_id = field_validator("id")(check_id)


class Wire(Frozen):
    """A tensor's way from an output port to an input port; `["a.out", "b.in"]` in the file."""

    source: str
    source_port: PortName = "out"
    target: str
    target_port: PortName = "in"

    @model_validator(mode="before")
    @classmethod
    def _from_pair(cls, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        if len(value) != 2 or not all(
            isinstance(end, str) and end.count(".") == 1 for end in value
        ):
            raise ValueError(
                tr('a wire is ["block.port", "block.port"], not {value}', value=repr(value)[:80])
            )
        (source, source_port), (target, target_port) = (end.split(".") for end in value)
        return {
            "source": source,
            "source_port": source_port,
            "target": target,
            "target_port": target_port,
        }

    @model_serializer(mode="wrap")
    def _to_pair(self, _handler: SerializerFunctionWrapHandler) -> list[str]:
        return [f"{self.source}.{self.source_port}", f"{self.target}.{self.target_port}"]

    def __str__(self) -> str:
        return f"{self.source}.{self.source_port} → {self.target}.{self.target_port}"


class Group(Frozen):
    """A titled frame around some blocks."""

    id: Key
    title: Text = ""
    nodes: tuple[str, ...] = ()
    colour: Annotated[int, Field(ge=0, le=9)] = 0  # number in the palette of ten


class Note(Frozen):
    """A piece of Markdown on the canvas."""

    id: Key
    text: Text = ""
    at: Point = (0.0, 0.0)
    size: Point = (240.0, 120.0)


class DataSpec(Frozen):
    """Which dataset, with which parameters."""

    dataset: Key = "spiral"
    params: Params = {}


class ModelSpec(Frozen):
    """One model of the graph: the part that leads from its input blocks to its output block."""

    input: Key | tuple[Key, ...]
    output: Key

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the input blocks, in the order of the model's arguments."""
        return (self.input,) if isinstance(self.input, str) else self.input


class TrainSpec(Frozen):
    """How the document is trained."""

    experiment: Key = "supervised"
    models: dict[Key, ModelSpec] = {}
    params: Params = {}
    steps: Annotated[int, Field(ge=1, le=10**12)] = 2000  # optimiser steps
    seed: Annotated[int, Field(ge=0, lt=2**63)] = 0


class View(Frozen):
    """What the window shows beside the graph: lens keys, `"weights/conv1"` for one on a block."""

    lenses: tuple[Annotated[str, StringConstraints(max_length=200)], ...] = ("loss",)


class Document(Frozen):
    """A whole experiment: data, network, training and view."""

    format: Literal["neural-playground"] = "neural-playground"
    version: Literal[1] = VERSION
    title: Text = ""
    about: Text = ""
    data: DataSpec = DataSpec()
    nodes: Annotated[tuple[Node, ...], Field(max_length=MAX_ENTRIES)] = ()
    wires: Annotated[tuple[Wire, ...], Field(max_length=MAX_ENTRIES)] = ()
    groups: Annotated[tuple[Group, ...], Field(max_length=MAX_ENTRIES)] = ()
    notes: Annotated[tuple[Note, ...], Field(max_length=MAX_ENTRIES)] = ()
    train: TrainSpec = TrainSpec()
    view: View = View()

    @model_validator(mode="after")
    def _references(self) -> Self:
        # Runs at every edit, so the good case is a few set operations. A model of `train.models`
        # may name a missing block: a problem with a repair, no reason to refuse the file.
        known = {node.id for node in self.nodes}
        if len(known) < len(self.nodes):
            twice = _first_double([node.id for node in self.nodes])
            raise ValueError(tr('two blocks have the id "{id}"', id=twice))
        ends = {wire.source for wire in self.wires} | {wire.target for wire in self.wires}
        if not ends <= known:
            raise ValueError(_stray_wire(self.wires, known))
        for kind, things in (("groups", self.groups), ("notes", self.notes)):
            ids = [thing.id for thing in things]
            if len(set(ids)) < len(ids):
                double = _first_double(ids)
                raise ValueError(
                    tr('two entries of "{kind}" have the id "{id}"', kind=kind, id=double)
                )
        for group in self.groups:
            if not known.issuperset(group.nodes):
                stray = next(id for id in group.nodes if id not in known)
                raise ValueError(
                    tr(
                        'the group "{group}" holds "{id}", but no block has that id',
                        group=group.id[:80],
                        id=stray[:80],
                    )
                )
        return self

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Node id -> node."""
        return {node.id: node for node in self.nodes}

    def node(self, id: str) -> Node:
        """The node with that id; KeyError when there is none."""
        return self.by_id[id]


def _first_double(ids: list[str]) -> str:
    seen: set[str] = set()
    return next(id for id in ids if id in seen or seen.add(id))[:80]  # type: ignore[func-returns-value]


def _stray_wire(wires: tuple[Wire, ...], known: set[str]) -> str:
    number, wire = next(
        (n, w) for n, w in enumerate(wires) if w.source not in known or w.target not in known
    )
    return tr(
        'wires[{number}] ({wire}) leads to "{end}", but no block has that id',
        number=number,
        wire=str(wire)[:200],
        end=(wire.source if wire.source not in known else wire.target)[:80],
    )
