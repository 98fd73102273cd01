"""What a block is: ports, parameters, a shape rule, a cost formula and a torch module."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from playground.errors import ShapeError
from playground.i18n import mark, tr
from playground.parameters import Parametric, param
from playground.registry import blocks

if TYPE_CHECKING:
    from torch import nn

__all__ = [
    "Block",
    "Call",
    "Cost",
    "Port",
    "Shape",
    "block",
    "call",
    "format_shape",
    "numel",
    "param",
]

Shape = tuple[int, ...]  # the batch axis is implied and never part of a shape

# Groups in the order of the palette. A group's hue is a matter of the theme.
GROUPS = (
    mark("Data"),
    mark("Core"),
    mark("Convolution"),
    mark("Pooling"),
    mark("Sequence"),
    mark("Attention"),
    mark("Activation"),
    mark("Normalisation"),
    mark("Shape"),
    mark("Generative"),
)

_AXES = {
    "F": mark("one axis (features)"),
    "CL": mark("a line of channels (channels, length)"),
    "CHW": mark("an image (channels, height, width)"),
    "T": mark("a sequence of tokens"),
    "TF": mark("a sequence (steps, features)"),
}


@dataclass(frozen=True, slots=True)
class Port:
    """A place where a wire ends.

    Parameters
    ----------
    name : str
        "in", "out", or the meaning where inputs differ ("query").
    axes : str
        One letter an axis ("F", "CHW", "TF" for steps and features); "*" accepts any shape; "*F"
        any shape with at least one axis; "F|CL" either of two.
    many : bool
        Takes any number of wires, in the order of the file.
    tokens : bool
        Takes whole numbers that stand for symbols, and nothing else; other ports never do.
    """

    name: str
    axes: str = "*"
    many: bool = False
    tokens: bool = False

    def accepts(self, shape: Shape) -> bool:
        """Whether a tensor of this shape has the axes the port needs."""
        return any(
            {"*": True, "*F": len(shape) >= 1}.get(axes, len(shape) == len(axes))
            for axes in self.axes.split("|")
        )

    def words(self) -> str:
        """What the port accepts, in the user's language."""
        first, *others = [_axes_words(axes) for axes in self.axes.split("|")]
        for other in others:
            first = tr("{first} or {second}", first=first, second=other)
        return first

    def way_out(self, shape: Shape) -> str:
        """What to do about a shape the port does not accept, in the user's language."""
        if not shape:
            return tr("Numbers without an axis, such as class labels, do not enter here.")
        if "F" in self.axes.split("|") and len(shape) > 1:
            return tr("Put a Flatten block before it.")
        if self.axes == "CHW":
            return tr("Put a Reshape block before it: channels, height, width, e.g. 1, 8, 8.")
        if self.axes == "TF":
            return tr("Put a Reshape block before it: steps, features, e.g. 8, 8.")
        return tr("Put a Reshape block before it.")


def _axes_words(axes: str) -> str:
    if axes in _AXES:
        return tr(_AXES[axes])
    if axes.startswith("*"):
        return tr("any tensor") if axes == "*" else tr("any tensor with at least one axis")
    return " × ".join(axes)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a block costs for one sample in the forward pass of a trained network (eval mode).

    One FLOP is one addition, subtraction, multiplication, division, comparison, root or elementary
    function (exp, tanh, erf), so a multiply-add counts as 2. Copies and sign changes are free, and
    zeros of a padding count like any other number.
    """

    parameters: int = 0  # numbers that are learned
    flops: int = 0
    activations: int = 0  # numbers in the output
    inner: int = 0  # others that training keeps for the way back, such as the gates of an LSTM
    rounds: int = 1  # parts of the work of which each waits for the one before, such as steps


@dataclass(frozen=True, slots=True, repr=False)
class Call:
    """A module of torch.nn and the arguments it is made with: says `build` and `code` at once.

    Arguments may be calls themselves: the layers of a Sequential.
    """

    name: str  # class in torch.nn
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        words = [repr(a) for a in self.args] + [f"{k}={v!r}" for k, v in self.kwargs.items()]
        return f"nn.{self.name}({', '.join(words)})"

    __repr__ = __str__

    def make(self) -> nn.Module:
        """The module, fresh."""
        from torch import nn

        args = [arg.make() if isinstance(arg, Call) else arg for arg in self.args]
        made: nn.Module = getattr(nn, self.name)(*args, **self.kwargs)
        return made


def call(name: str, *args: Any, **kwargs: Any) -> Call:
    """Shorthand: `call("Linear", 2, 4)` is `nn.Linear(2, 4)`."""
    return Call(name, args, kwargs)


def numel(shape: Shape) -> int:
    """Numbers in a tensor of this shape (one sample)."""
    return math.prod(shape)


class Block(Parametric):
    """One kind of block. A subclass declares parameters and overrides the methods below.

    A block whose work is a module of torch.nn overrides `call`; one whose work is an expression
    (add, concat) overrides `apply` and `code`; one without inputs (input, noise) stands for an
    argument of the network and overrides neither.
    """

    inputs: ClassVar[tuple[Port, ...]] = (Port("in"),)
    outputs: ClassVar[tuple[Port, ...]] = (Port("out"),)
    formula: ClassVar[str] = ""  # LaTeX, e.g. r"y = W x + b"
    source: ClassVar[str] = ""  # paper or book
    reads: ClassVar[bool] = False  # takes its shape from a field of the data (input)
    mixes_samples: ClassVar[bool] = False  # also in eval mode: it compares those of a batch

    # `*args: Any, **kwargs: Any` lets subclasses name their inputs (x, or query, key, value)

    def shapes(self, *args: Any, **kwargs: Any) -> Shape:
        """Output shape from the input shapes, in the order of the ports; pure arithmetic."""
        shape: Shape = args[0]
        return shape

    def cost(self, *args: Any, **kwargs: Any) -> Cost:
        """Cost for one sample; takes the input shapes, then the output shape."""
        return Cost(activations=numel(args[-1]))

    def call(self, *args: Any, **kwargs: Any) -> Call | None:
        """The torch.nn module that does the work, or None for a block that overrides `apply`."""
        return None

    def unless(self, **torch_defaults: Any) -> dict[str, Any]:
        """The named parameters that differ from torch's defaults: keywords for a short `call`."""
        values = {name: getattr(self, name) for name in torch_defaults}
        return {name: value for name, value in values.items() if value != torch_defaults[name]}

    def apply(self, *args: Any, **kwargs: Any) -> Any:
        """The work of a block without a module, in plain torch operations on batched tensors."""
        raise NotImplementedError(f"{type(self).__name__} has neither call nor apply")

    def build(self, *xs: Shape) -> nn.Module | None:
        """A fresh torch module for these input shapes, or None when `apply` does the work."""
        made = self.call(*xs)
        return None if made is None else made.make()

    def invoke(self, module: Callable[..., Any], *xs: Any) -> Any:
        """The output, from the module that does the work and batched tensors, one a wire.

        Overridden where the module takes more than the tensors, or gives more than one (LSTM). Only
        operations of torch on the tensors: they become part of the network.
        """
        return module(*xs)

    def invoked(self, name: str, *xs: str) -> str:
        """The same as a line of Python: `name` is the module, `xs` are variables."""
        return f"{name}({', '.join(xs)})"

    def code(self, *xs: Shape) -> str:
        """The line of Python a student would write for it.

        For `apply` an expression in which `{0}`, `{1}`... stand for the inputs; "" without either.
        """
        made = self.call(*xs)
        return "" if made is None else str(made)

    def units(self, *args: Any, **kwargs: Any) -> tuple[int | str, ...]:
        """Which units come out, of a block without weights that makes others than it takes.

        Each is the number of a unit that goes in, or has a name of its own: so a weight behind the
        block finds its unit again when others come or go. () where their order is all there is.
        """
        return ()

    def unit_names(self) -> tuple[str, ...]:
        """Short labels of the units that come out, where they have any: symbols, no words."""
        return ()

    def infer(
        self, inputs: Mapping[str, Sequence[Shape]], fields: Mapping[str, Shape] | None = None
    ) -> Shape:
        """Output shape, after checking that each port got what it accepts.

        Parameters
        ----------
        inputs : mapping
            Port name -> shapes that arrive there.
        fields : mapping, optional
            Field of the data -> its shape; only blocks with `reads` look at it.

        Raises
        ------
        ShapeError
            A port without wire, with too many wires, or with a tensor of the wrong rank.
        """
        flat: list[Shape] = []
        for port in self.inputs:
            arrived = inputs.get(port.name, ())
            if not arrived:
                raise ShapeError(
                    tr(
                        'Nothing is connected to the port "{port}" of {title}.',
                        port=port.name,
                        title=tr(self.title),
                    ),
                    hint=tr("Draw a wire to it."),
                )
            if len(arrived) > 1 and not port.many:
                raise ShapeError(
                    tr(
                        'The port "{port}" of {title} takes one wire, but {n} arrive.',
                        port=port.name,
                        title=tr(self.title),
                        n=len(arrived),
                    ),
                    hint=tr("Delete a wire, or join them with an Add or Concat block."),
                )
            for shape in arrived:
                if not port.accepts(shape):
                    raise ShapeError(
                        tr(
                            "{title} needs {accepted}, but {shape} arrives.",
                            title=tr(self.title),
                            accepted=port.words(),
                            shape=format_shape(shape),
                        ),
                        hint=port.way_out(shape),
                    )
                flat.append(shape)
        return self.shapes(*flat)


def format_shape(shape: Shape) -> str:
    """A shape as the wires show it: `8×8×8`, `256`, or `1` for a single number."""
    return "×".join(str(n) for n in shape) if shape else "1"


B = TypeVar("B", bound=type[Block])


def block(key: str, *, title: str, group: str, listed: bool = True) -> Callable[[B], B]:
    """Register a block class under `key`, the snake_case name of its torch.nn class.

    One that is not listed is in no palette: it comes with a composite.
    """

    def register(cls: B) -> B:
        cls.key, cls.title, cls.group = key, title, group
        blocks.add(key, cls, listed=listed)
        return cls

    return register
