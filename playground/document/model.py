"""The document: everything a user made, as frozen values."""

from __future__ import annotations

import keyword
import math
import re
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, Literal, Self

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

VERSION: Final = 4  # what a block with its own penalty needs; see `format.version_of`

# Blocks that are not in the catalogue: an instance of a composite, and the ports inside of one.
COMPOSITE: Final = "composite"
PORT_IN: Final = "composite_input"
PORT_OUT: Final = "composite_output"

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
_PORT = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}\Z")
_NUMBER = re.compile(r"[0-9]{1,6}\Z")


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


def check_path(value: str) -> str:
    """Return a node id, or the ids from the outermost composite inwards: `stage.2.conv`.

    A number after the id of a composite says which of its repeats.
    """
    if "." not in value:
        return check_id(value)
    first, *rest, last = value.split(".")
    for part in (first, *(part for part in rest if not _NUMBER.match(part)), last):
        check_id(part)
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


class Penalty(Frozen):
    """What a block's weights cost, instead of what the training says; its biases cost nothing."""

    kind: Literal["none", "l1", "l2"] = "none"
    rate: Annotated[float, Field(ge=0.0, le=10.0)] = 0.0


class Node(Frozen):
    """One block of the graph: which block, with which parameters, where."""

    id: str
    block: Key
    params: Params = {}
    at: Point = (0.0, 0.0)
    title: Annotated[str, StringConstraints(max_length=200)] = ""  # shown instead of the block's
    muted: bool = False  # passes its input through
    frozen: bool = False  # its weights are not trained
    pinned: bool = False  # automatic layout leaves it where it is
    penalty: Penalty | None = None  # None: as the training; see `document/penalties.py`

    _check_id = field_validator("id")(check_path)


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


class Composite(Frozen):
    """What all instances of a composite have inside: a piece of network with ports.

    Its ports are nodes, one each: `composite_input` and `composite_output`, with the parameter
    `port` for the port's name. So an edit of the inside is an edit like any other.
    """

    id: str
    title: Annotated[str, StringConstraints(max_length=200)] = ""
    nodes: Annotated[tuple[Node, ...], Field(max_length=MAX_ENTRIES)] = ()
    wires: Annotated[tuple[Wire, ...], Field(max_length=MAX_ENTRIES)] = ()
    groups: Annotated[tuple[Group, ...], Field(max_length=MAX_ENTRIES)] = ()
    notes: Annotated[tuple[Note, ...], Field(max_length=MAX_ENTRIES)] = ()
    params: dict[PortName, tuple[str, ...]] = {}
    # exposed parameter -> whose parameters it sets: {"width": ["conv.out_channels", ...]}

    _check_id = field_validator("id")(check_id)

    @model_validator(mode="after")
    def _references(self) -> Self:
        check_references(self)
        return self

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Node id -> node."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def inputs(self) -> dict[str, tuple[str, ...]]:
        """Port -> the ends inside that it feeds, such as "conv.in"; in the order of the nodes."""
        found: dict[str, tuple[str, ...]] = {}
        for node in self.nodes:
            if node.block == PORT_IN:
                ends = [f"{w.target}.{w.target_port}" for w in self.wires if w.source == node.id]
                found[port_name(node)] = (*found.get(port_name(node), ()), *ends)
        return found

    @cached_property
    def outputs(self) -> dict[str, tuple[str, ...]]:
        """Port -> the ends inside that feed it, such as "act.out"; in the order of the nodes."""
        found: dict[str, tuple[str, ...]] = {}
        for node in self.nodes:
            if node.block == PORT_OUT:
                ends = [f"{w.source}.{w.source_port}" for w in self.wires if w.target == node.id]
                found[port_name(node)] = (*found.get(port_name(node), ()), *ends)
        return found


def port_name(node: Node) -> str:
    """What the port of a composite is called that this node inside of it stands for."""
    name = node.params.get("port", "in" if node.block == PORT_IN else "out")
    return name if isinstance(name, str) and _PORT.match(name) else node.id


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
    hidden: Annotated[tuple[Key, ...], Field(max_length=100)] = ()  # controls, see `gui/lesson.py`
    flow: Literal["right", "down"] = "right"  # where wires lead, so on which sides ports lie


class Document(Frozen):
    """A whole experiment: data, network, training and view."""

    format: Literal["neural-playground"] = "neural-playground"
    version: Literal[4] = VERSION
    title: Text = ""
    about: Text = ""
    data: DataSpec = DataSpec()
    nodes: Annotated[tuple[Node, ...], Field(max_length=MAX_ENTRIES)] = ()
    wires: Annotated[tuple[Wire, ...], Field(max_length=MAX_ENTRIES)] = ()
    groups: Annotated[tuple[Group, ...], Field(max_length=MAX_ENTRIES)] = ()
    notes: Annotated[tuple[Note, ...], Field(max_length=MAX_ENTRIES)] = ()
    composites: Annotated[tuple[Composite, ...], Field(max_length=MAX_ENTRIES)] = ()
    train: TrainSpec = TrainSpec()
    view: View = View()

    @model_validator(mode="after")
    def _references(self) -> Self:
        # A model of `train.models` may name a missing block, and an instance a missing composite:
        # problems with repairs, no reason to refuse the file.
        check_references(self)
        for node in () if self.paths else self.nodes:
            if "." in node.id:
                check_id(node.id)
        ids = [composite.id for composite in self.composites]
        if len(set(ids)) < len(ids):
            raise ValueError(tr('two composites have the id "{id}"', id=_first_double(ids)))
        return self

    paths: ClassVar[bool] = False  # ids of nodes may be paths

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Node id -> node."""
        return {node.id: node for node in self.nodes}

    def node(self, id: str) -> Node:
        """The node with that id; KeyError when there is none."""
        return self.by_id[id]


class Scope(Document):
    """A document as it is seen: with composites opened or flattened, or the inside of one.

    Ids of nodes may be paths. It is never saved.
    """

    paths: ClassVar[bool] = True
    exposed: dict[str, tuple[str, ...]] = {}  # parameters that the opened composites expose
    shared: dict[str, str] = {}  # node -> node whose weights it uses, where those are not its own


def check_references(thing: Document | Composite) -> None:
    """Raise ValueError for ids that are there twice, and for wires and frames that lead nowhere."""
    # Runs at every edit, so the good case is a few set operations.
    known = {node.id for node in thing.nodes}
    if len(known) < len(thing.nodes):
        twice = _first_double([node.id for node in thing.nodes])
        raise ValueError(tr('two blocks have the id "{id}"', id=twice))
    ends = {wire.source for wire in thing.wires} | {wire.target for wire in thing.wires}
    if not ends <= known:
        raise ValueError(_stray_wire(thing.wires, known))
    for kind, things in (("groups", thing.groups), ("notes", thing.notes)):
        ids = [entry.id for entry in things]
        if len(set(ids)) < len(ids):
            double = _first_double(ids)
            raise ValueError(tr('two entries of "{kind}" have the id "{id}"', kind=kind, id=double))
    for group in thing.groups:
        if not known.issuperset(group.nodes):
            stray = next(id for id in group.nodes if id not in known)
            raise ValueError(
                tr(
                    'the group "{group}" holds "{id}", but no block has that id',
                    group=group.id[:80],
                    id=stray[:80],
                )
            )


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
