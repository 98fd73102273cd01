"""The document: everything a user made, as frozen values."""

from __future__ import annotations

import keyword
import re
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
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

VERSION = 1

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
    delete_submodule""".split()
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


Coordinate = Annotated[float, Field(ge=-1e7, le=1e7)]
Point = tuple[Coordinate, Coordinate]
Params = dict[str, Any]
Key = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Text = Annotated[str, StringConstraints(max_length=100_000)]


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
    source_port: str = "out"
    target: str
    target_port: str = "in"

    @model_validator(mode="before")
    @classmethod
    def _from_pair(cls, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        if len(value) != 2 or not all(isinstance(end, str) and end.count(".") == 1 for end in value):
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

    id: str
    title: Text = ""
    nodes: tuple[str, ...] = ()


class Note(Frozen):
    """A piece of Markdown on the canvas."""

    id: str
    text: Text = ""
    at: Point = (0.0, 0.0)
    size: Point = (240.0, 120.0)


class DataSpec(Frozen):
    """Which dataset, with which parameters."""

    dataset: Key = "spiral"
    params: Params = {}


class ModelSpec(Frozen):
    """One model of the graph: the part that leads from its input blocks to its output block."""

    input: str | tuple[str, ...]
    output: str

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the input blocks, in the order of the model's arguments."""
        return (self.input,) if isinstance(self.input, str) else self.input


class TrainSpec(Frozen):
    """How the document is trained."""

    experiment: Key = "supervised"
    models: dict[str, ModelSpec] = {}
    params: Params = {}
    steps: Annotated[int, Field(ge=1, le=10**12)] = 2000  # optimiser steps
    seed: Annotated[int, Field(ge=0, lt=2**63)] = 0


class View(Frozen):
    """What the window shows beside the graph: lens keys, `"weights/conv1"` for a lens on a block."""

    lenses: tuple[Annotated[str, StringConstraints(max_length=200)], ...] = ("loss",)


class Document(Frozen):
    """A whole experiment: data, network, training and view."""

    format: Literal["neural-playground"] = "neural-playground"
    version: Literal[1] = VERSION
    title: Text = ""
    about: Text = ""
    data: DataSpec = DataSpec()
    nodes: tuple[Node, ...] = ()
    wires: tuple[Wire, ...] = ()
    groups: tuple[Group, ...] = ()
    notes: tuple[Note, ...] = ()
    train: TrainSpec = TrainSpec()
    view: View = View()

    @model_validator(mode="after")
    def _references(self) -> Self:
        ids = [node.id for node in self.nodes]
        known = set(ids)
        if len(known) < len(ids):
            twice = next(i for i in ids if ids.count(i) > 1)
            raise ValueError(tr('two blocks have the id "{id}"', id=twice))
        for number, wire in enumerate(self.wires):
            for end in (wire.source, wire.target):
                if end not in known:
                    raise ValueError(
                        tr(
                            'wires[{number}] ({wire}) leads to "{end}", but no block has that id',
                            number=number,
                            wire=wire,
                            end=end[:80],
                        )
                    )
        return self

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Node id -> node."""
        return {node.id: node for node in self.nodes}

    def node(self, id: str) -> Node:  # noqa: A002 - the field's own name
        """The node with that id; KeyError when there is none."""
        return self.by_id[id]
