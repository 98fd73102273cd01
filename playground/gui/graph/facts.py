"""What a card shows, resolved from document and report: one frozen value that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from playground.blocks.base import Port, Shape, format_shape
from playground.check.problems import Problem
from playground.check.report import Report
from playground.check.words import penalty_words
from playground.document.composites import is_port
from playground.document.model import Document, Node, Penalty, Wire, port_name
from playground.errors import PlaygroundError
from playground.gui.graph import pictures
from playground.gui.graph.kinds import kind_of, ports_of
from playground.gui.graph.stack import Stack, stack_of
from playground.gui.theme import family_colour
from playground.i18n import tr
from playground.registry import experiments

_SIGNS = {"none": "L∅", "l1": "L1", "l2": "L2"}


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a card draws that does not change while training."""

    id: str
    title: str
    settings: str  # key parameters, for the right of the header
    family: str  # hue as #rrggbb
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    shape: Shape | None
    plan: pictures.Plan
    kernels: pictures.Plan = pictures.NOTHING
    labels: tuple[str, ...] = ()  # names of the numbers of the output, or what tokens stand for
    loss: str = ""  # set on the output of a classifier: how its logits become probabilities
    reads: bool = False  # an input block: its foot names the sample's class
    parameters: int = 0
    flops: int = 0  # for one sample
    activations: int = 0  # numbers of the output of one sample
    problem: Problem | None = None
    unknown: bool = False
    muted: bool = False
    frozen: bool = False
    penalty: Penalty | None = None  # of its own
    stack: Stack | None = None  # of a composite
    port: bool = False  # stands for a port of the composite that is shown

    @property
    def foot(self) -> str:
        """Left part of the foot: learned numbers, or the shape where nothing is learned."""
        if self.port:
            return ""
        if self.parameters:
            return tr("{n} params", n=f"{self.parameters:,}")
        return format_shape(self.shape) if self.shape is not None else ""

    @property
    def penalty_sign(self) -> str:
        """What marks a regularisation of its own in the foot; "" for none."""
        return _SIGNS[self.penalty.kind] if self.penalty is not None else ""

    @property
    def states(self) -> list[str]:
        """Sentences about what the user switched at the block."""
        words = []
        if self.muted:
            words.append(tr("Muted: it passes its input through unchanged."))
        if self.frozen:
            words.append(tr("Frozen: its weights are not trained."))
        if self.penalty is not None:
            words.append(tr("Regularisation: {cost}", cost=penalty_words(self.penalty)))
        return words


def facts_of(node: Node, document: Document, report: Report) -> Facts:
    """Resolve one node."""
    found = report.nodes.get(node.id)
    cls = kind_of(document, node)
    stack, port = stack_of(report.document, node), is_port(node)
    block = found.block if found else None
    shape = found.output if found else None
    loss, labels = classes_of(node, document, report, shape)
    words = _vocabulary(cls, block, report)
    if words or (cls is not None and cls.reads):
        labels = words or _field_names(block, report)
    elif block is not None and not labels:
        labels = block.unit_names()
    return Facts(
        id=node.id,
        title=port_name(node) if port else node.title or _title(node, cls, report),
        settings=_port_settings(shape) if port else stack.badge if stack else _settings(block),
        family=stack.family if stack is not None else family_colour(cls.group if cls else ""),
        inputs=_ports(node, document, "inputs", "target"),
        outputs=_ports(node, document, "outputs", "source"),
        shape=shape,
        plan=pictures.NOTHING if port else _plan(loss, shape, words),
        kernels=_kernels(block, found.inputs if found else ()),
        labels=labels,
        loss=loss,
        reads=bool(cls and cls.reads),
        parameters=found.cost.parameters if found else 0,
        flops=found.cost.flops if found else 0,
        activations=found.cost.activations if found else 0,
        problem=_problem(node.id, report),
        unknown=cls is None,
        muted=node.muted,
        frozen=node.frozen,
        penalty=node.penalty if found and found.cost.parameters else None,
        stack=stack,
        port=port,
    )


def _port_settings(shape: Shape | None) -> str:
    return format_shape(shape) if shape is not None else ""


def _plan(loss: str, shape: Shape | None, words: tuple[str, ...] = ()) -> pictures.Plan:
    if words and shape is not None and len(shape) == 1:
        return pictures.plan_tokens(shape[0], words)
    return pictures.plan((2,) if loss == "bce_with_logits" and shape == (1,) else shape)


def _title(node: Node, cls: Any, report: Report) -> str:
    if cls is None:
        return node.block
    if cls.reads and report.dataset is not None and node.params.get("field", "x") == "x":
        return tr(type(report.dataset).title)
    return tr(cls.title)


# torch's names for the parameter that says most about a block, beside the size of a kernel
_TELLING = (
    "out_features",
    "out_channels",
    "features",
    "hidden_size",
    "num_heads",
    "embedding_dim",
    "scale_factor",
    "negative_slope",
    "p",
)


@cache
def _telling(cls: type) -> str:
    """Name of the parameter that says most about blocks of a class, "" for none."""
    names = getattr(cls, "model_fields", {})
    return next((n for n in _TELLING if n in names or hasattr(cls, n)), "")


def _settings(block: Any) -> str:
    """Key parameters in a few characters: `3×3 × 8`."""
    words = []
    kernel = getattr(block, "kernel_size", None)
    if kernel is not None:
        words.append(f"{kernel}×{kernel}")
    telling = _telling(type(block))
    if telling:
        words.append(f"{getattr(block, telling):g}")
    return " × ".join(words)


def _kernels(block: Any, arriving: tuple[Shape | None, ...]) -> pictures.Plan:
    """The kernels of a convolution that has only a few; others are for the lens on its weights."""
    channels, size = getattr(block, "out_channels", 0), getattr(block, "kernel_size", 0)
    if not (channels and size and arriving and arriving[0]):
        return pictures.NOTHING
    return pictures.plan_kernels(channels * arriving[0][0] // getattr(block, "groups", 1), size)


def _ports(node: Node, document: Document, side: str, end: str) -> tuple[Port, ...]:
    """The ports of a block; of one that nobody knows those that its wires name."""
    if kind_of(document, node) is not None:
        return ports_of(document, node, side)
    return tuple(Port(name, many=True) for name in _wired.names(document.wires, node.id, end))


class _Wired:
    """The ports that wires name, of every block; kept for the wires that were asked for last."""

    def __init__(self) -> None:
        self._wires: tuple[Wire, ...] = ()
        self._names: dict[tuple[str, str], dict[str, None]] = {}

    def names(self, wires: tuple[Wire, ...], node: str, end: str) -> Iterable[str]:
        """The ports of a block where wires arrive ("target") or start ("source"), in order."""
        if wires is not self._wires:
            self._wires, self._names = wires, {}
            for wire in wires:
                ends = ("source", wire.source, wire.source_port)
                for side, id, port in (ends, ("target", wire.target, wire.target_port)):
                    self._names.setdefault((id, side), {})[port] = None
        return self._names.get((node, end), ())


_wired = _Wired()  # of one thousand unknown blocks none walks through all wires again


def _problem(node: str, report: Report) -> Problem | None:
    """The worst problem of a block; of a composite also that of the blocks inside."""
    found = report.problems_of(node)
    for others in (report.worst_inside, report.twins):  # twins: said at another instance
        if node in others:
            found += (others[node],)
    return min(found, key=lambda p: p.severity != "error") if found else None


def classes_of(
    node: Node, document: Document, report: Report, shape: Shape | None
) -> tuple[str, tuple[str, ...]]:
    """Loss and class names where this node is the output of a classifier; else nothing."""
    target = report.fields.get("y")
    outputs = {spec.output for spec in report.models.values()}
    if node.id not in outputs or shape is None or target is None or target.kind != "class":
        return "", ()
    loss = _loss(document)
    classes = 2 if shape == (1,) and loss == "bce_with_logits" else shape[0] if shape else 0
    if loss not in ("cross_entropy", "bce_with_logits") or len(target.classes) != classes:
        return "", ()
    return loss, tuple(tr(name) for name in target.classes)


def _loss(document: Document) -> str:
    """The loss that the document trains with, "" where it has no choice or is not valid."""
    train = document.train
    if train.experiment not in experiments:
        return ""
    try:
        made = experiments.get(train.experiment).make(train.params)
    except PlaygroundError:
        return ""
    return str(getattr(made, "loss", ""))


def _vocabulary(cls: Any, block: Any, report: Report) -> tuple[str, ...]:
    """What the tokens stand for that an input block reads; () where it reads none."""
    if cls is None or not cls.reads or block is None:
        return ()
    field = report.fields.get(block.field)
    return field.vocabulary if field is not None and field.kind == "token" else ()


def _field_names(block: Any, report: Report) -> tuple[str, ...]:
    field = report.fields.get(block.field) if block is not None else None
    return tuple(tr(name) for name in field.names) if field else ()
